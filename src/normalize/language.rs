//! Languages as BCP 47 tags, from codes, locale forms and names in five languages.

use std::sync::LazyLock;

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::CodeList;
use super::country;

const DATA: &str = include_str!("../../mappings/lexicon/languages.csv");

static LIST: LazyLock<CodeList> = LazyLock::new(|| CodeList::new(DATA));

/// Reads a language: a code, locale (`es_MX.UTF-8`) or name (`Spanish (Mexico)`) becomes a BCP 47 tag (`es-MX`).
///
/// Finding: `language-unreadable`.
pub fn language(raw: &str, out: &mut String) -> Reading {
    out.clear();
    let text = raw.trim();
    if LIST.name(raw).is_some() {
        return Reading::Same;
    }
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    if let Some(code) = LIST.find(text, out) {
        return settle(raw, code, out);
    }
    match from_locale(text).or_else(|| from_name_and_country(text, out)) {
        Some(tag) => settle(raw, &tag, out),
        None => {
            out.clear();
            Reading::Unread("language-unreadable")
        }
    }
}

/// The English name of a tag that the list has (`Portuguese`).
pub fn name(tag: &str) -> Option<&'static str> {
    LIST.name(tag)
}

/// `es_MX`, `zh-hant-TW` and `es_MX.UTF-8` in the spelling of RFC 5646, section 2.1.1.
fn from_locale(text: &str) -> Option<String> {
    let locale = text.split(['.', '@']).next()?;
    let mut parts = locale.split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    LIST.name(&language)?;
    let mut tag = language;
    for part in parts {
        tag.push('-');
        tag.push_str(&subtag(part)?);
    }
    Some(tag)
}

fn subtag(part: &str) -> Option<String> {
    let letters = part.bytes().all(|b| b.is_ascii_alphabetic());
    match part.len() {
        2 if country::name_en(&part.to_ascii_uppercase()).is_some() => {
            Some(part.to_ascii_uppercase())
        }
        3 if part.bytes().all(|b| b.is_ascii_digit()) => Some(part.to_owned()),
        4 if letters => {
            let (first, rest) = part.split_at_checked(1)?;
            Some(first.to_ascii_uppercase() + &rest.to_ascii_lowercase())
        }
        _ => None,
    }
}

fn from_name_and_country(text: &str, scratch: &mut String) -> Option<String> {
    let (language, place) = text.strip_suffix(')')?.split_once('(')?;
    let language = LIST
        .find(language, scratch)
        .filter(|tag| !tag.contains('-'))?;
    let country = country::find(place, scratch)?;
    Some(format!("{language}-{country}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::code_list::clashes;
    use super::*;

    fn read(raw: &str) -> String {
        let mut out = String::new();
        match language(raw, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn names_codes_and_locales_become_tags() {
        for (tag, raws) in [
            (
                "es",
                "es|ES|spa|Spanish|español|Espanhol|Spanisch|espagnol|Castellano",
            ),
            (
                "es-MX",
                "es_MX|es-mx|es_MX.UTF-8|Spanish (Mexico)|Español (México)",
            ),
            ("es-CL", "Spanish (Chile)|es_CL"),
            (
                "pt-BR",
                "pt_BR|Brazilian Portuguese|Portuguese (Brazil)|Português (Brasil)",
            ),
            ("en", "English|inglés|Englisch|anglais|inglês|en"),
            ("en-US", "en_US|EN-us|English (US)"),
            ("de", "Deutsch|German|alemán|Allemand|ger"),
            ("zh-Hant-TW", "zh-hant-tw|zh_Hant_TW"),
            ("es-419", "es-419|es_419"),
            ("no", "no|Norwegian"),
        ] {
            raws.split('|')
                .for_each(|raw| assert_eq!(read(raw), tag, "{raw}"));
        }
    }

    #[test]
    fn unknown_text_and_placeholders_are_told_apart() {
        assert_eq!(read("Klingonese"), "Unread(\"language-unreadable\")");
        assert_eq!(read("n/a"), "Placeholder");
    }

    #[test]
    fn each_name_stands_for_one_language() {
        assert_eq!(clashes(DATA), Vec::<String>::new());
        assert_eq!(name("pt"), Some("Portuguese"));
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "(\\PC{0,12}|[a-z]{2}[-_][A-Za-z]{2,4})") {
            let once = read(&raw);
            if !once.starts_with("Unread") && once != "Placeholder" { prop_assert_eq!(read(&once), once); }
        }
    }
}
