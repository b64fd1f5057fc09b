//! `xwalk terms`: what words mean, from product to product and language to language.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::page::Page;
use super::profile::built_in;
use super::{Ended, output};
use crate::glossary::{self, Glossary, LANGUAGES};
use crate::profile::{self, Profile};
use crate::terms::{self, Answer, Asked};

const EXAMPLES: &str = "\
Examples:
  xwalk terms lead                                  what the word means, product by product
  xwalk terms \"cliente potencial\" --lang es         the same, answered in Spanish
  xwalk terms --from spreadsheet --to acme.yaml     from one system's words to another's
  xwalk terms --format html --out words.html        the company's words as a page to hand out
  xwalk terms --glossary lead-first                 the words of another school
";

/// The arguments of `terms`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Terms {
    /// A word, in any language; without one, the words of the glossary
    #[arg(value_name = "WORD", conflicts_with_all = ["from", "to"])]
    word: Vec<String>,
    /// The system to translate from: a built-in profile, or a YAML file
    #[arg(long, value_name = "PROFILE", requires = "to")]
    from: Option<String>,
    /// The system to translate to
    #[arg(long, value_name = "PROFILE", requires = "from")]
    to: Option<String>,
    /// The company's words: a built-in glossary, or a YAML file
    #[arg(long, value_name = "GLOSSARY", default_value = "staged")]
    glossary: String,
    /// The language of the answer
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = LANGUAGES)]
    lang: String,
    /// How to print
    #[arg(long, value_enum, default_value_t)]
    format: Form,
    /// Write to this file instead
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Tables for the terminal
    #[default]
    Table,
    /// Markdown
    Markdown,
    /// One page to print or hand out
    Html,
    /// For programs
    Json,
    /// Mappings as SSSOM/TSV
    Sssom,
    /// Words and mappings as SKOS, in Turtle
    Skos,
}

/// Answers, and says with exit code 1 that nothing knows the word.
///
/// # Errors
/// When a profile or glossary can't be loaded, or the file can't be written.
pub(super) fn run(asked: &Terms) -> anyhow::Result<Ended> {
    let own = glossary::load(&asked.glossary)?;
    let glossaries = all_glossaries(&own)?;
    let profiles = profiles(asked)?;
    let about = Asked {
        profiles: &profiles,
        glossaries: &glossaries,
        glossary: &own,
        language: &asked.lang,
    };
    let word = asked.word.join(" ");
    let answer = match (profiles.as_slice(), &asked.from) {
        ([from, to], Some(_)) => terms::between(from, to, &about),
        ([same], Some(_)) => terms::between(same, same, &about),
        _ if word.is_empty() => terms::all(&about),
        _ => match terms::word(&word, &about) {
            Ok(answer) => answer,
            Err(unknown) => {
                output::complain(&nothing_knows(&word, &unknown.nearest));
                return Ok(Ended::WithALook);
            }
        },
    };
    let text = written(&answer, asked.format, &about)?;
    match &asked.out {
        Some(path) => output::save(path, text.as_bytes())?,
        None => output::print(&text)?,
    }
    Ok(Ended::Well)
}

fn nothing_knows(word: &str, nearest: &[String]) -> String {
    let list: Vec<String> = nearest.iter().map(|word| format!("`{word}`")).collect();
    let way_out = match list.is_empty() {
        true => "`xwalk terms` lists the words that are known".to_owned(),
        false => format!("did you mean {}?", list.join(", ")),
    };
    format!("no profile, glossary or list knows the word `{word}`; {way_out}")
}

/// The built-in glossaries, and the company's own where it is another.
fn all_glossaries(own: &Glossary) -> anyhow::Result<Vec<Glossary>> {
    let mut all = vec![own.clone()];
    for name in glossary::names()
        .into_iter()
        .filter(|name| *name != own.name)
    {
        all.push(glossary::load(name)?);
    }
    Ok(all)
}

/// The two profiles of a translation; else all that are built in.
fn profiles(asked: &Terms) -> anyhow::Result<Vec<Profile>> {
    let (Some(from), Some(to)) = (&asked.from, &asked.to) else {
        return Ok(built_in()?);
    };
    let mut both = vec![profile::load(from, &[])?];
    if from != to {
        both.push(profile::load(to, &[])?);
    }
    Ok(both)
}

fn written(answer: &Answer, form: Form, asked: &Asked<'_>) -> anyhow::Result<String> {
    Ok(match form {
        Form::Table => page(answer),
        Form::Markdown => terms::markdown(answer),
        Form::Html => terms::html(answer),
        Form::Json => serde_json::to_string_pretty(answer)? + "\n",
        Form::Sssom => terms::sssom(answer),
        Form::Skos => terms::skos(answer, asked),
    })
}

fn page(answer: &Answer) -> String {
    let plain = |cells: &[String]| cells.iter().map(|text| output::plain(text)).collect();
    let mut page = Page::default();
    page.heading(&output::plain(&answer.title));
    for part in &answer.parts {
        page.heading(&output::plain(&part.heading));
        for line in &part.lines {
            page.item(" ", &output::plain(line));
        }
        if !part.head.is_empty() {
            let head: Vec<String> = plain(&part.head);
            let head: Vec<&str> = head.iter().map(String::as_str).collect();
            let rows = part.rows.iter().map(|row| plain(row)).collect();
            page.table(&head, rows, &[], width());
        }
    }
    page.finish()
}

/// Characters of the terminal, as the shell says; else a hundred.
fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok();
    let columns = columns.and_then(|text| text.parse().ok());
    columns.map_or(100, |columns: u16| columns.clamp(60, 200))
}
