//! The case of names that came all in capitals or all in small letters.

use crate::lexicon::{self, Particle};
use crate::normalize::Reading;

/// Trims a name, makes white space single, and repairs its case where all letters are capitals or all are
/// small: `MARÍA DE LA CRUZ`, `o'brien`. A name of at most two capitals (`JR`) may be initials and stays.
///
/// Never unread: what can't be repaired stays as it is.
pub fn fix_case(raw: &str, out: &mut String) -> Reading {
    out.clear();
    let text = lexicon::trimmed(raw);
    if text.is_empty() || lexicon::placeholder(text) && !is_name_like_a_placeholder(text) {
        return Reading::Placeholder;
    }
    let recase = needs_case(text);
    if !recase && text.len() == raw.len() && lexicon::is_single_spaced(text) {
        return Reading::Same;
    }
    let words = text.split_whitespace().count();
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        match recase {
            true => write_word(word, at, words, out),
            false => out.push_str(word),
        }
    }
    if out == raw {
        out.clear();
        return Reading::Same;
    }
    Reading::Changed
}

/// Names that are also words for nothing; written with one capital they are names.
fn is_name_like_a_placeholder(text: &str) -> bool {
    matches!(text, "Na" | "Nan" | "Nil" | "Null" | "Nada")
}

fn needs_case(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    if text.is_ascii() {
        for b in text.bytes() {
            upper += usize::from(b.is_ascii_uppercase());
            lower += usize::from(b.is_ascii_lowercase());
        }
    } else {
        for c in text.chars() {
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        }
    }
    match (upper, lower) {
        (0, small) => small >= 2,
        (capitals, 0) => capitals > 2,
        _ => false,
    }
}

fn write_word(word: &str, at: usize, words: usize, out: &mut String) {
    let particle =
        lexicon::name_particle(word).filter(|p| words > 1 && (at > 0 || *p == Particle::Low));
    if particle.is_some() {
        return word.chars().for_each(|c| out.push(small(c)));
    }
    if let Some(spelled) = lexicon::name_spelling(word).filter(|s| s.len() == word.len()) {
        return out.push_str(spelled);
    }
    if let Some(spelled) = lexicon::name_suffix(word).filter(|_| at > 0 && at + 1 == words) {
        return write_suffix(word, spelled, out);
    }
    write_capitalized(word, out);
}

/// A suffix as it is to be written, with the full stop only where the cell has one.
fn write_suffix(word: &str, spelled: &str, out: &mut String) {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    if letters(word) != letters(spelled) || !word.is_ascii() {
        return write_capitalized(word, out);
    }
    let mut pattern = spelled.chars().filter(|c| c.is_alphanumeric());
    for c in word.chars() {
        match c.is_alphanumeric() {
            true => out.extend(pattern.next()),
            false => out.push(c),
        }
    }
}

/// A capital at the beginning, behind hyphens, full stops, apostrophes (`O'Brien`, but `Ann's`), and Mc.
fn write_capitalized(word: &str, out: &mut String) {
    let mut begins = true;
    let mut chars = word.chars();
    let mut mc = starts_with_mc(word).then_some(2usize);
    while let Some(c) = chars.next() {
        let capital = begins || mc == Some(0);
        out.push(if capital { large(c) } else { small(c) });
        mc = mc.and_then(|left| left.checked_sub(1));
        begins = match c {
            '\'' | '’' | '`' => {
                chars
                    .as_str()
                    .chars()
                    .take(2)
                    .filter(|c| c.is_alphabetic())
                    .count()
                    == 2
            }
            _ => !c.is_alphanumeric() && !is_mark(c),
        };
    }
}

/// `mcdonald`, but not `mcc`: three letters or more must follow.
fn starts_with_mc(word: &str) -> bool {
    let head = word
        .get(..2)
        .is_some_and(|two| two.eq_ignore_ascii_case("mc"));
    head && word
        .chars()
        .skip(2)
        .take_while(|c| c.is_alphabetic())
        .count()
        >= 3
}

/// Accents that combine with the letter before them.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The capital of a letter, where that is one letter too.
fn large(c: char) -> char {
    single(c.to_uppercase()).unwrap_or(c)
}

/// The small form of a letter, where that is one letter too.
fn small(c: char) -> char {
    single(c.to_lowercase()).unwrap_or(c)
}

fn single(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let first = chars.next();
    first.filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> (Reading, String) {
        let mut out = String::from("left over");
        let reading = fix_case(raw, &mut out);
        (reading, out)
    }

    #[test]
    fn case_is_repaired_where_there_is_only_one() {
        for (raw, want) in [
            ("JOHN SMITH", "John Smith"),
            ("maría josé", "María José"),
            ("ÑANDÚ ÁLVAREZ", "Ñandú Álvarez"),
            ("o'brien", "O'Brien"),
            ("D'ANGELO", "D'Angelo"),
            ("MCDONALD", "McDonald"),
            ("macarthur", "MacArthur"),
            ("MACHADO", "Machado"),
            ("JEAN-LUC", "Jean-Luc"),
            ("MARÍA DE LA CRUZ", "María de la Cruz"),
            ("DE LA CRUZ", "de la Cruz"),
            ("DI CAPRIO", "Di Caprio"),
            ("VAN GOGH", "van Gogh"),
            ("VAN", "Van"),
            ("J.R. SMITH", "J.R. Smith"),
            ("HENRY FORD II", "Henry Ford II"),
            ("john smith phd", "John Smith PhD"),
            ("JOÃO DOS SANTOS JR.", "João dos Santos Jr."),
            ("  Ann   Lee ", "Ann Lee"),
            ("jürgen weiß", "Jürgen Weiß"),
        ] {
            assert_eq!(read(raw), (Reading::Changed, want.to_string()), "{raw}");
        }
    }

    #[test]
    fn mixed_case_and_initials_stay() {
        for raw in [
            "DeVito",
            "van der Berg",
            "JR",
            "AJ",
            "李明",
            "McDonald",
            "Null",
            "J",
        ] {
            assert_eq!(read(raw), (Reading::Same, String::new()), "{raw}");
        }
        assert_eq!(read("n/a").0, Reading::Placeholder);
        assert_eq!(read(" ").0, Reading::Placeholder);
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,20}|([a-z'.-]{1,5} ){1,4}|([A-Z'.-]{1,5} ?){1,4}|\\p{L}{1,6}") {
            let (reading, out) = read(&raw);
            if reading == Reading::Changed {
                prop_assert_eq!(read(&out), (Reading::Same, String::new()), "{}", out);
            }
        }
    }
}
