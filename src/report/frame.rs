//! What all pages have in common: the frame around their content, and how it writes what stands in it.

use std::collections::BTreeMap;

use minijinja::value::Serde;
use minijinja::{Environment, Value};
use serde_json::Value as Json;

use super::chart::Bar;
use super::{Lang, plain, text};
use crate::error::{Error, Result};

/// The frame of a page of HTML that loads nothing.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    /// The key of its title.
    pub title: &'a str,
    /// Its language.
    pub lang: Lang,
    /// Its sections: the keys of their headings, `ui.` before their ids.
    pub sections: &'a [&'a str],
    /// The figures on top: pairs of name and value.
    pub facts: Json,
}

impl Frame<'_> {
    /// The page with this content.
    ///
    /// # Errors
    /// Never, unless a template were wrong.
    pub fn around(
        self,
        content: &'static str,
        mut context: BTreeMap<&'static str, Value>,
    ) -> Result<String> {
        let css = Value::from_safe_string(include_str!("page.css").to_string());
        context.extend([
            ("css", css),
            ("lang", Value::from(self.lang.code())),
            ("title", Value::from(self.title)),
            ("sections", Value::from(Serde(self.sections))),
            ("facts", Value::from(Serde(self.facts))),
        ]);
        render(self.lang, content, context)
            .map_err(|error| Error::new(format!("the report: {error:#}"), ""))
    }
}

fn render(
    lang: Lang,
    content: &'static str,
    context: BTreeMap<&'static str, Value>,
) -> std::result::Result<String, minijinja::Error> {
    let mut made = Environment::new();
    made.add_function("t", move |key: String| text(lang, &key).to_string());
    made.add_template("frame.html", include_str!("frame.html"))?;
    made.add_template("table.html", include_str!("table.html"))?;
    made.add_template("content.html", content)?;
    let mut page = made
        .get_template("content.html")?
        .render(Value::from(context))?;
    page.push('\n');
    Ok(page)
}

/// What bars show, in words.
pub(super) fn in_words(bars: &[Bar]) -> String {
    let words = bars
        .iter()
        .map(|bar| format!("{}: {}", bar.label, bar.figure));
    words.collect::<Vec<_>>().join("; ")
}

/// Where a row stands, as `file:row`.
pub(super) fn place(file: &str, row: u32) -> String {
    format!("{}:{row}", plain(file))
}
