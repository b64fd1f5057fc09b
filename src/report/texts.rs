//! Every text of a report, by key and language. English stands beside what it describes, or in
//! `mappings/texts/en.csv`; Spanish in `mappings/texts/es.csv`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::audit::RULES;
use crate::audit::segment::SEGMENTS;
use crate::classify::FACTS;
use crate::dedupe::compare::{COMPARISONS, IDENTIFIER, OTHER};
use crate::dedupe::keys::KEYS;
use crate::model::matched::Band;

/// A language of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// The codes of the languages, ISO 639-1.
    pub const CODES: [&str; 2] = ["en", "es"];

    /// The language of that code.
    pub fn named(code: &str) -> Option<Self> {
        match code {
            "en" => Some(Self::En),
            "es" => Some(Self::Es),
            _ => None,
        }
    }

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// A count with its thousands set apart: a comma in English, a narrow blank in Spanish (RAE, Ortografía 2010).
    pub fn count(self, number: u64) -> String {
        let (apart, least) = match self {
            Self::En => (',', 4),
            Self::Es => ('\u{202f}', 5),
        };
        let digits = number.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && digits.len() >= least && (digits.len() - at).is_multiple_of(3) {
                out.push(apart);
            }
            out.push(digit);
        }
        out
    }

    /// A share of a whole, from 0 to 1, in per cent; what is hardly there or hardly all doesn't round away.
    pub fn per_cent(self, share: f64) -> String {
        let share = share * 100.0;
        let rounds_away = (share < 1.0 && share > 0.0) || (share > 99.0 && share < 100.0);
        let text = match rounds_away {
            true => self.decimal(share.clamp(0.1, 99.9), 1),
            false => self.decimal(share, 0),
        };
        format!("{text}\u{a0}%")
    }

    /// A number with so many decimal places.
    pub fn decimal(self, number: f64, places: usize) -> String {
        let text = format!("{number:.places$}");
        match self {
            Self::En => text,
            Self::Es => text.replace('.', ","),
        }
    }
}

type Texts = BTreeMap<String, String>;

static ENGLISH: LazyLock<Texts> = LazyLock::new(|| {
    let mut texts = parse(include_str!("../../mappings/texts/en.csv"));
    for rule in RULES {
        texts.insert(format!("rule.{}.about", rule.code), rule.about.into());
        texts.insert(format!("rule.{}.action", rule.code), rule.action.into());
    }
    for (name, about) in FACTS {
        texts.insert(format!("fact.{name}"), (*about).into());
    }
    for one in SEGMENTS {
        texts.insert(format!("segment.{}.title", one.name), one.title.into());
        texts.insert(format!("segment.{}.about", one.name), one.about.into());
    }
    for key in KEYS {
        texts.insert(format!("key.{}", key.name), key.name.into());
        texts.insert(format!("key.{}.about", key.name), key.about.into());
    }
    for one in COMPARISONS.into_iter().chain([IDENTIFIER, OTHER]) {
        texts.insert(format!("comparison.{}", one.name), one.name.into());
        for level in one.levels {
            texts.insert(format!("level.{level}"), (*level).into());
        }
    }
    for band in [Band::Same, Band::Review, Band::Different] {
        texts.insert(format!("band.{}", band.name()), band.name().into());
    }
    texts
});

static SPANISH: LazyLock<Texts> =
    LazyLock::new(|| parse(include_str!("../../mappings/texts/es.csv")));

fn parse(text: &str) -> Texts {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let lines = reader.records().filter_map(Result::ok);
    let pair = |line: csv::StringRecord| Some((line.get(0)?.into(), line.get(1)?.into()));
    lines.filter_map(pair).collect()
}

/// The text of a key; the English one where there is no other, nothing where there is none.
pub fn text(lang: Lang, key: &str) -> &'static str {
    let own = match lang {
        Lang::En => None,
        Lang::Es => SPANISH.get(key),
    };
    own.or_else(|| ENGLISH.get(key)).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Cause;
    use crate::model::axis::{STAGES, TEMPERATURES};

    #[test]
    fn every_text_is_there_in_both_languages() {
        let missing: Vec<_> = ENGLISH
            .keys()
            .filter(|key| SPANISH.get(*key).is_none_or(String::is_empty))
            .collect();
        assert!(missing.is_empty(), "not in es.csv: {missing:#?}");
        let idle: Vec<_> = SPANISH
            .keys()
            .filter(|key| !ENGLISH.contains_key(*key))
            .collect();
        assert!(idle.is_empty(), "nothing says {idle:#?}");
    }

    #[test]
    fn every_value_that_a_report_names_has_its_text() {
        let stages = STAGES.iter().map(|name| format!("stage.{name}"));
        let temperatures = TEMPERATURES
            .iter()
            .map(|name| format!("temperature.{name}"));
        let causes = [
            Cause::Words,
            Cause::Definitions,
            Cause::Conversion,
            Cause::Entry,
        ];
        let causes = causes.map(|cause| format!("cause.{}", cause.name()));
        let groups = RULES.iter().map(|rule| format!("group.{}", rule.group));
        for key in stages.chain(temperatures).chain(causes).chain(groups) {
            assert!(ENGLISH.contains_key(&key), "no text for `{key}`");
        }
    }

    #[test]
    fn every_key_that_the_report_asks_for_is_there() {
        let code = [
            include_str!("frame.html"),
            include_str!("page.html"),
            include_str!("html.rs"),
            include_str!("matches.html"),
            include_str!("matches.rs"),
            include_str!("lists.rs"),
        ];
        let key = regex::Regex::new(r#"["'](ui\.[a-z-]+)["']"#).unwrap();
        let asked: Vec<_> = code
            .iter()
            .flat_map(|code| key.captures_iter(code))
            .map(|found| found[1].to_string())
            .collect();
        assert!(asked.len() > 40, "{asked:?}");
        for key in &asked {
            assert!(ENGLISH.contains_key(key), "no text for `{key}`");
        }
        for known in ENGLISH.keys().filter(|key| key.starts_with("ui.")) {
            assert!(asked.contains(known), "nothing says `{known}`");
        }
    }

    #[test]
    fn thousands_are_set_apart_as_the_language_does() {
        assert_eq!(Lang::En.count(1234), "1,234");
        assert_eq!(Lang::Es.count(1234), "1234");
        assert_eq!(Lang::Es.count(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
