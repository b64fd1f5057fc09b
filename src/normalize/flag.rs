//! Flags as `yes` or `no`, from the words that systems and people of five languages use.

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::fold;

/// Reads a flag: `yes` or `no`. Finding: `flag-unreadable`.
pub fn flag(raw: &str, out: &mut String) -> Reading {
    out.clear();
    if matches!(raw, "yes" | "no") {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    match says(text, out) {
        Some(true) => settle(raw, "yes", out),
        Some(false) => settle(raw, "no", out),
        None => {
            out.clear();
            Reading::Unread("flag-unreadable")
        }
    }
}

/// What a trimmed flag word says; `scratch` is overwritten. A database's true may be 1 or -1.
pub(super) fn says(text: &str, scratch: &mut String) -> Option<bool> {
    match text {
        "1" | "-1" | "✓" | "✔" | "☑" | "✅" => return Some(true),
        "0" | "☐" | "✗" | "✘" | "❌" => return Some(false),
        _ => scratch.clear(),
    }
    fold(text, scratch);
    match scratch.as_str() {
        "yes" | "y" | "true" | "t" | "on" | "x" | "checked" | "enabled" => Some(true),
        "si" | "s" | "verdadero" | "sim" | "verdadeiro" | "oui" | "o" | "vrai" => Some(true),
        "ja" | "j" | "wahr" | "vero" => Some(true),
        "no" | "n" | "false" | "f" | "off" | "unchecked" | "disabled" => Some(false),
        "falso" | "nao" | "non" | "faux" | "nein" | "falsch" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(raw: &str) -> String {
        let mut out = String::new();
        match flag(raw, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn words_of_five_languages_are_read() {
        for raw in "TRUE true yes Y sí Si SIM oui ja wahr verdadero vrai 1 -1 x X on verdadeiro ✓"
            .split(' ')
        {
            assert_eq!(read(raw), "yes", "{raw}");
        }
        for raw in "FALSE no N não nao non nein falsch falso faux 0 off".split(' ') {
            assert_eq!(read(raw), "no", "{raw}");
        }
    }

    #[test]
    fn other_text_is_not_guessed_at() {
        for raw in ["maybe", "2", "10", "1.0", "yesterday", "no thanks"] {
            assert_eq!(read(raw), "Unread(\"flag-unreadable\")", "{raw}");
        }
        assert_eq!(read("null"), "Placeholder");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,8}") {
            let once = read(&raw);
            if matches!(once.as_str(), "yes" | "no") { prop_assert_eq!(read(&once), once); }
        }
    }
}
