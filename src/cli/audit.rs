//! `xwalk audit`: who is who in an export, and what stands in the wrong box.

mod summary;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::arguments::Format;
use super::judging::Judging;
use super::progress::Bar;
use super::{Ended, output};
use crate::audit::{RULES, Summary, rule};
use crate::model::finding::Severity;
use crate::pipeline::{self, Asked, Options};
use crate::report::Lang;
use crate::yaml::nearest;

const EXAMPLES: &str = "\
Examples:
  xwalk audit export/ --out audit
      what stands in the wrong box, with the evidence: report, lists and findings
  xwalk audit export/ --out audit --lang es --segments
      the report in Spanish, and a list of each segment: nurture, sell, keep, win back, leave alone
  xwalk audit export/ --glossary ours.yaml --own-domain ours.com --rule stale=off --out audit
      in the company's own words, knowing its own people, without one of the rules
  xwalk audit export/ --as-of 2026-06-30 --fail-on warning
      as of a day; exit 1 if a finding is a warning or worse
";

/// The arguments of `audit`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Audit {
    #[command(flatten)]
    judging: Judging,
    /// Switch a rule on or off, or say how much its findings matter: off, on, info, warning or error
    #[arg(long = "rule", value_name = "CODE=SETTING", value_parser = setting)]
    rules: Vec<(String, Setting)>,
    /// The folder for report, lists and findings
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The language of report and workbook
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = lang())]
    lang: Lang,
    /// Also write a list of each segment, with names and addresses as they are, for marketing and sales
    #[arg(long, requires = "out")]
    segments: bool,
    /// Exit 1 if a finding matters so much or more
    #[arg(long, value_name = "SEVERITY", value_enum)]
    fail_on: Option<Weight>,
    /// Replace the audit that is in the folder
    #[arg(long)]
    force: bool,
    /// How many threads to use; the result is the same with any number
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Weight {
    /// Worth knowing.
    Info,
    /// Worth a look.
    Warning,
    /// Wrong.
    Error,
}

impl From<Weight> for Severity {
    fn from(weight: Weight) -> Self {
        match weight {
            Weight::Info => Self::Info,
            Weight::Warning => Self::Warning,
            Weight::Error => Self::Error,
        }
    }
}

/// What is said of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Setting {
    Off,
    On,
    As(Severity),
}

/// Audits, and says what came of it.
///
/// # Errors
/// When an argument makes no sense, nothing can be read, or the results can't be written.
pub(super) fn run(asked: &Audit) -> anyhow::Result<Ended> {
    super::use_threads(asked.threads)?;
    let what = what(asked)?;
    let bar = Bar::new(asked.format == Format::Json);
    let audited = pipeline::audit(&what, &bar);
    bar.clear();
    let summary = audited?.summary;
    match asked.format {
        Format::Json => output::print_json(&summary)?,
        Format::Text => output::print(&summary::page(&summary, asked.out.as_deref()))?,
    }
    Ok(match asked.fail_on {
        Some(weight) if fails(&summary, weight.into()) => Ended::WithALook,
        _ => Ended::Well,
    })
}

fn what(asked: &Audit) -> anyhow::Result<Asked> {
    let switched = asked.rules.iter();
    let switched = switched.map(|(code, setting)| (code.clone(), *setting != Setting::Off));
    let severity = |(code, setting): &(String, Setting)| match setting {
        Setting::As(severity) => Some((code.clone(), *severity)),
        _ => None,
    };
    let judging = asked.judging.asked()?;
    Ok(Asked {
        options: Options {
            force: asked.force,
            ..judging.options
        },
        rules: switched.collect(),
        severities: asked.rules.iter().filter_map(severity).collect(),
        lang: asked.lang,
        segments: asked.segments,
        out: asked.out.clone(),
        ..judging
    })
}

/// Whether some finding matters so much or more.
fn fails(summary: &Summary, least: Severity) -> bool {
    summary.findings.iter().any(|rule| rule.severity >= least)
}

/// A language; for clap.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::CODES).map(|code| Lang::named(&code).unwrap_or_default())
}

/// A rule and what is said of it, `CODE=SETTING`; for clap.
fn setting(text: &str) -> Result<(String, Setting), String> {
    let Some((code, said)) = text.split_once('=') else {
        return Err("write the rule's code, `=` and the setting, as in `stale=off`".to_string());
    };
    let said = match said {
        "off" => Setting::Off,
        "on" => Setting::On,
        "info" => Setting::As(Severity::Info),
        "warning" => Setting::As(Severity::Warning),
        "error" => Setting::As(Severity::Error),
        _ => {
            return Err(format!(
                "`{said}` is no setting; say off, on, info, warning or error"
            ));
        }
    };
    if rule(code).is_some() {
        return Ok((code.to_string(), said));
    }
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    let way_out = nearest(code, codes.iter().copied()).map_or_else(
        || format!("the rules are {}", codes.join(", ")),
        |meant| format!("did you mean `{meant}`?"),
    );
    Err(format!("no rule is called `{code}`; {way_out}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_switched_or_weighed() {
        assert_eq!(setting("stale=off"), Ok(("stale".into(), Setting::Off)));
        let error = Setting::As(Severity::Error);
        assert_eq!(setting("stale=error"), Ok(("stale".into(), error)));
        assert!(setting("stale").unwrap_err().contains("`stale=off`"));
        assert!(setting("stale=loud").unwrap_err().contains("say off, on"));
        let said = setting("lead-is-costumer=off").unwrap_err();
        assert!(said.contains("did you mean `lead-is-customer`?"), "{said}");
    }
}
