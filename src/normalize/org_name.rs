//! Names of organizations, and the legal forms at their end.

use super::Reading;
use crate::lexicon::{self, fold, fold_char};

/// No legal form is longer, folded (bytes).
const LONGEST_FORM: usize = 72;

/// Two-letter forms that count in small letters without full stops too; others, such as `as`, `ad` or
/// `co`, would be words.
const SHORT_FORMS_IN_ANY_CASE: [&str; 14] = [
    "ab", "ag", "bv", "co", "ek", "ev", "kg", "lp", "nv", "oy", "sa", "sl", "ug", "gk",
];

/// Trims a name and makes its white space single; companies keep their case.
pub fn normalize(raw: &str, out: &mut String) -> Reading {
    out.clear();
    let text = lexicon::trimmed(raw);
    if text.is_empty() || lexicon::placeholder(text) {
        return Reading::Placeholder;
    }
    if text.len() == raw.len() && is_single_spaced(raw) {
        return Reading::Same;
    }
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        out.push_str(word);
    }
    Reading::Changed
}

/// Splits the legal form off the end of a name: `Acme, S.A. de C.V.` gives `Acme` and `S.A. de C.V.`. The
/// longest form wins, whatever its case, spaces and full stops; a name that is nothing but a form stays
/// whole.
pub fn split_legal_form(raw: &str) -> (&str, Option<&str>) {
    let text = raw.trim();
    if is_legal_form(text) {
        return (text, None);
    }
    for (start, _) in text.match_indices(is_boundary) {
        let Some((before, after)) = text.split_at_checked(start) else {
            continue;
        };
        let form = after.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let name = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | ';' | '(' | '/')
        });
        if name.chars().any(char::is_alphanumeric) && is_legal_form(form) {
            return (name, Some(form));
        }
    }
    (text, None)
}

/// Appends to a cleared `out` the key by which spellings of one company meet: folded, without its legal form, a
/// leading `the`, and words for *and*. `The Smith & Sons Co., Ltd.` gives `smithsons`.
pub fn key(raw: &str, out: &mut String) {
    out.clear();
    let (name, _) = split_legal_form(raw);
    for (at, word) in name.split([' ', '\u{a0}', '\t', '+']).enumerate() {
        let the = at == 0 && word.eq_ignore_ascii_case("the");
        if !the && !is_and(word) {
            fold(word, out);
        }
    }
    if out.is_empty() {
        fold(raw, out);
    }
}

fn is_single_spaced(text: &str) -> bool {
    let mut before = false;
    for c in text.chars() {
        let space = c.is_whitespace();
        if space && (before || c != ' ') {
            return false;
        }
        before = space;
    }
    true
}

fn is_boundary(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '(')
}

fn is_and(word: &str) -> bool {
    matches!(word, "&" | "y" | "e" | "Y" | "E")
        || ["and", "und", "et"]
            .iter()
            .any(|and| word.eq_ignore_ascii_case(and))
}

/// Whether text is a legal form once folded; it is folded on the stack.
fn is_legal_form(text: &str) -> bool {
    if text.len() > LONGEST_FORM {
        return false;
    }
    let mut buffer = [0u8; LONGEST_FORM];
    let mut length = 0;
    for c in text.chars() {
        fold_char(c, |byte| {
            if let Some(place) = buffer.get_mut(length) {
                *place = byte;
            }
            length += 1;
        });
    }
    let folded = buffer
        .get(..length)
        .and_then(|used| std::str::from_utf8(used).ok());
    folded
        .is_some_and(|form| lexicon::legal_form(form) && (form.len() > 2 || is_marked(text, form)))
}

/// Whether a short form is no mere word: in capitals, mixed (`Co`, `eG`), with full stops, or unmistakable.
fn is_marked(text: &str, form: &str) -> bool {
    text.contains(['.', '/'])
        || text.bytes().any(|b| b.is_ascii_uppercase())
        || SHORT_FORMS_IN_ANY_CASE.contains(&form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn legal_forms_come_off_the_end() {
        for (raw, name, form) in [
            ("Acme, S.A. de C.V.", "Acme", "S.A. de C.V."),
            ("Acme SA de CV", "Acme", "SA de CV"),
            ("ACME S. de R.L. de C.V.", "ACME", "S. de R.L. de C.V."),
            (
                "Tecnología y Sistemas S.L.U.",
                "Tecnología y Sistemas",
                "S.L.U.",
            ),
            ("Padaria do João Ltda", "Padaria do João", "Ltda"),
            ("Comércio Silva - ME LTDA", "Comércio Silva - ME", "LTDA"),
            ("Banco do Sul S/A", "Banco do Sul", "S/A"),
            ("Oficina Lima EIRELI", "Oficina Lima", "EIRELI"),
            ("Müller GmbH & Co. KG", "Müller", "GmbH & Co. KG"),
            (
                "Müller UG (haftungsbeschränkt)",
                "Müller",
                "UG (haftungsbeschränkt)",
            ),
            ("Smith & Sons Co., Ltd.", "Smith & Sons", "Co., Ltd."),
            ("Acme (Pty) Ltd", "Acme", "(Pty) Ltd"),
            ("acme inc", "acme", "inc"),
            ("acme sa", "acme", "sa"),
            ("Rossi S.r.l.", "Rossi", "S.r.l."),
            ("Dupont S.à r.l.", "Dupont", "S.à r.l."),
            ("Amigos del Parque, A.C.", "Amigos del Parque", "A.C."),
        ] {
            assert_eq!(split_legal_form(raw), (name, Some(form)), "{raw}");
        }
    }

    #[test]
    fn names_without_a_form_stay_whole() {
        for raw in [
            "Acme",
            "S.A. de C.V.",
            "Limited",
            "Visa",
            "Coca-Cola",
            "Things such as",
            "SA Power Networks",
            "",
        ] {
            assert_eq!(split_legal_form(raw), (raw, None), "{raw}");
        }
    }

    #[test]
    fn spellings_of_one_company_have_one_key() {
        let mut out = String::new();
        for (raw, want) in [
            ("The Smith & Sons Co., Ltd.", "smithsons"),
            ("SMITH AND SONS", "smithsons"),
            ("Peña y Hijos, S.A.", "penahijos"),
            ("Müller GmbH", "muller"),
            ("Limited", "limited"),
            ("The", "the"),
        ] {
            key(raw, &mut out);
            assert_eq!(out, want, "{raw}");
        }
    }

    #[test]
    fn only_white_space_is_repaired() {
        let mut out = String::new();
        assert_eq!(normalize("ACME de México", &mut out), Reading::Same);
        assert_eq!(
            normalize(" ACME\u{a0} de  México", &mut out),
            Reading::Changed
        );
        assert_eq!(out, "ACME de México");
        assert_eq!(normalize("n/a", &mut out), Reading::Placeholder);
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,30}|[A-Za-z.,&() ]{0,20}(SA|GmbH| Inc\\.|, S\\.L\\.)?") {
            let (mut once, mut twice) = (String::new(), String::new());
            if normalize(&raw, &mut once) == Reading::Changed {
                prop_assert_eq!(normalize(&once, &mut twice), Reading::Same);
            }
            let (name, form) = split_legal_form(&raw);
            prop_assert!(raw.contains(name) && form.is_none_or(|f| raw.contains(f)));
            key(&raw, &mut once);
        }
    }
}
