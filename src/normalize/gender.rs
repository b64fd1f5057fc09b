//! Gender as `male`, `female` or `other` (vCard GENDER), from words and letters of five languages.

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::code_list::fold;

/// Which single letters a column uses: `M` is *mujer* where men are `H`, and *male* where women are `F` or `W`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    h: bool,
    f: bool,
}

impl Letters {
    /// Notes one value of the column.
    pub fn see(&mut self, raw: &str) {
        match raw.trim() {
            "H" | "h" => self.h = true,
            "F" | "f" | "W" | "w" => self.f = true,
            _ => {}
        }
    }

    /// Adds what another part of the column has shown.
    pub fn merge(&mut self, other: &Self) {
        self.h |= other.h;
        self.f |= other.f;
    }

    fn m(self) -> Result<&'static str, &'static str> {
        match (self.h, self.f) {
            (true, true) => Err("gender-ambiguous"),
            (true, false) => Ok("female"),
            (false, _) => Ok("male"),
        }
    }
}

/// Reads a gender where nothing is known of the column; `M` is male.
pub fn gender(raw: &str, out: &mut String) -> Reading {
    gender_in(raw, Letters::default(), out)
}

/// Reads a gender in a column that uses these letters. Findings: `gender-unreadable`, `gender-ambiguous`.
pub fn gender_in(raw: &str, letters: Letters, out: &mut String) -> Reading {
    out.clear();
    if matches!(raw, "male" | "female" | "other") {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    fold(text, out);
    let word = match out.as_str() {
        "m" => letters.m(),
        "unknown" | "u" | "notspecified" | "unspecified" | "desconocido" | "unbekannt"
        | "inconnu" => {
            out.clear();
            return Reading::Placeholder;
        }
        folded => from_word(folded).ok_or("gender-unreadable"),
    };
    out.clear();
    word.map_or_else(Reading::Unread, |word| settle(raw, word, out))
}

fn from_word(folded: &str) -> Option<&'static str> {
    match folded {
        "male" | "man" | "boy" | "h" | "hombre" | "masculino" | "varon" | "homem" | "homme"
        | "masculin" => Some("male"),
        "mann" | "mannlich" | "maennlich" | "herr" | "masc" => Some("male"),
        "female" | "woman" | "girl" | "f" | "w" | "mujer" | "femenino" | "mulher" | "feminino"
        | "femme" => Some("female"),
        "feminin" | "frau" | "weiblich" | "fem" => Some("female"),
        "other" | "d" | "x" | "o" | "nonbinary" | "nb" | "diverse" | "divers" | "otro" | "otra"
        | "nobinario" => Some("other"),
        "outro" | "naobinario" | "autre" | "nonbinaire" | "nichtbinar" | "nichtbinaer" => {
            Some("other")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_in(raw: &str, letters: Letters) -> String {
        let mut out = String::new();
        match gender_in(raw, letters, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    fn read(raw: &str) -> String {
        read_in(raw, Letters::default())
    }

    #[test]
    fn words_of_five_languages_are_read() {
        for (canonical, raws) in [
            (
                "male",
                "M|Male|Hombre|H|masculino|homem|Homme|männlich|Varón",
            ),
            (
                "female",
                "F|female|Mujer|w|femenino|mulher|féminin|Weiblich",
            ),
            ("other", "other|d|divers|Non-binary|otro|não-binário|X"),
        ] {
            raws.split('|')
                .for_each(|raw| assert_eq!(read(raw), canonical, "{raw}"));
        }
        assert_eq!(read("robot"), "Unread(\"gender-unreadable\")");
        assert_eq!(read("unknown"), "Placeholder");
    }

    #[test]
    fn m_is_a_woman_where_men_are_h() {
        let mut letters = Letters::default();
        ["H", "M", "h"].iter().for_each(|raw| letters.see(raw));
        assert_eq!(read_in("M", letters), "female");
        letters.see("F");
        assert_eq!(read_in("M", letters), "Unread(\"gender-ambiguous\")");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,8}") {
            let once = read(&raw);
            if matches!(once.as_str(), "male" | "female" | "other") { prop_assert_eq!(read(&once), once); }
        }
    }
}
