//! How alike two words are: edits, Jaro–Winkler, sound. Words are folded: lower-case ASCII letters and digits.

use rapidfuzz::distance::{jaro_winkler, osa};

/// A word, and which letters and digits it has: two words that have few in common need not be looked at closely.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// The word.
    pub text: &'a str,
    /// Its letters and digits, as bits.
    pub letters: u64,
}

impl<'a> Word<'a> {
    /// A word.
    pub fn of(text: &'a str) -> Self {
        Self {
            text,
            letters: letters(text),
        }
    }
}

/// The letters and digits of a word, as bits; all other signs are one.
pub fn letters(text: &str) -> u64 {
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => byte - b'0' + 26,
        _ => 36,
    };
    text.bytes()
        .fold(0, |letters, byte| letters | 1 << bit(byte))
}

/// Whether so few edits (a letter more, less or another, two neighbours swapped) lead from one to the other.
pub fn within(a: Word, b: Word, edits: usize) -> bool {
    let (x, y) = (a.text, b.text);
    // Each edit gives or takes at most one letter on each side.
    let apart = (a.letters ^ b.letters).count_ones() as usize;
    if x.len().abs_diff(y.len()) > edits || apart > 2 * edits {
        return false;
    }
    let args = osa::Args::default().score_cutoff(edits);
    osa::distance_with_args(x.bytes(), y.bytes(), &args).is_some()
}

/// Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 (Winkler 1990); 0 where it can't reach `least`.
pub fn similarity(a: Word, b: Word, least: f64) -> f64 {
    let (x, y) = (a.text, b.text);
    if x == y {
        return 1.0;
    }
    if most_similar(a, b) < least {
        return 0.0;
    }
    jaro_winkler::normalized_similarity(x.bytes(), y.bytes())
}

/// How similar two words can be at most, by the letters of the shorter that the longer has.
fn most_similar(a: Word, b: Word) -> f64 {
    let (short, long) = if a.text.len() <= b.text.len() {
        (a, b)
    } else {
        (b, a)
    };
    if short.text.is_empty() {
        return 0.0;
    }
    let has = |byte: &u8| letters(char::from(*byte).encode_utf8(&mut [0; 4])) & long.letters != 0;
    let common = short.text.bytes().filter(|byte| has(byte)).count() as f64;
    let (short_len, long_len) = (short.text.len() as f64, long.text.len() as f64);
    let jaro = (common / short_len + common / long_len + 1.0) / 3.0;
    let same_start = short.text.bytes().zip(long.text.bytes()).take(4);
    let prefix = same_start.take_while(|(x, y)| x == y).count() as f64;
    jaro + prefix * 0.1 * (1.0 - jaro)
}

/// Whether one can be a slip of the pen for the other: one edit in words of four letters and more, two from seven on.
pub fn is_typo(a: Word, b: Word) -> bool {
    match a.text.len().min(b.text.len()) {
        0..=3 => false,
        4..=6 => within(a, b, 1),
        _ => within(a, b, 2),
    }
}

/// Appends a key under which spellings meet that sound alike in English, Spanish or German: consonants alone, those that
/// one letter stands for in one language and another in the next as one; at most eight.
pub fn sound(word: &str, out: &mut String) {
    let start = out.len();
    let bytes = word.as_bytes();
    let at = |place: usize| bytes.get(place).copied().unwrap_or(b' ');
    let mut place = 0;
    while place < bytes.len() && out.len() < start + 8 {
        let (code, letters) = sound_of(at(place), at(place + 1), at(place + 2));
        place += letters;
        let code = match code {
            Some(b'a') if out.len() > start => None,
            code => code,
        };
        if let Some(code) = code.map(char::from)
            && !(out.len() > start && out.ends_with(code))
        {
            out.push(code);
        }
    }
}

/// The sound of the next letters, and how many they are; vowels are all `a`.
fn sound_of(letter: u8, next: u8, third: u8) -> (Option<u8>, usize) {
    match (letter, next) {
        (b'p', b'h') => (Some(b'f'), 2),
        (b's', b'c') if third == b'h' => (Some(b's'), 3),
        (b's' | b'c', b'h') => (Some(b's'), 2),
        (b'c', b'k') => (Some(b'k'), 2),
        (b'c', b'e' | b'i' | b'y') => (Some(b's'), 1),
        (b'c' | b'k' | b'q', _) => (Some(b'k'), 1),
        (b'g', b'e' | b'i' | b'y') => (Some(b'j'), 1),
        (b'z' | b's' | b'x', _) => (Some(b's'), 1),
        (b'v' | b'b' | b'w', _) => (Some(b'b'), 1),
        (b'd', b't') | (b't', b'h') => (Some(b't'), 2),
        (b'd' | b't', _) => (Some(b't'), 1),
        (b'h', _) => (None, 1),
        (b'a' | b'e' | b'i' | b'o' | b'u' | b'y', _) => (Some(b'a'), 1),
        (other, _) => (Some(other), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_sound_alike_meet() {
        let sound_of = |word: &str| {
            let mut out = String::new();
            sound(word, &mut out);
            out
        };
        for (a, b) in [
            ("stephen", "stefen"),
            ("schmidt", "smit"),
            ("gonzalez", "gonsales"),
            ("vazquez", "basques"),
            ("catherine", "katerine"),
        ] {
            assert_eq!(sound_of(a), sound_of(b), "{a} {b}");
        }
        assert_ne!(sound_of("perez"), sound_of("lopez"));
    }

    #[test]
    fn short_words_have_no_slips() {
        let typo = |a, b| is_typo(Word::of(a), Word::of(b));
        assert!(!typo("ana", "ann"));
        assert!(typo("jhon", "john") && !typo("john", "jo"));
        assert!(typo("gutierrez", "guttieres") && !typo("gutierrez", "rodriguez"));
    }

    #[test]
    fn the_bound_is_never_below_the_similarity() {
        for (a, b) in [
            ("martha", "marhta"),
            ("dwayne", "duane"),
            ("dixon", "dicksonx"),
            ("a", "b"),
            ("ana", "ana maria"),
        ] {
            let (a, b) = (Word::of(a), Word::of(b));
            assert!(
                most_similar(a, b) + 1e-9 >= similarity(a, b, 0.0),
                "{a:?} {b:?}"
            );
        }
    }
}
