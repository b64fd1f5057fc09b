//! How alike two words are: edits, Jaro–Winkler, sound. Words are folded: lower-case ASCII letters and digits.

use rapidfuzz::distance::{jaro_winkler, osa};

/// Whether so few edits (a letter more, less or another, two neighbours swapped) lead from one to the other.
pub fn within(a: &str, b: &str, edits: usize) -> bool {
    if a.len().abs_diff(b.len()) > edits {
        return false;
    }
    let args = osa::Args::default().score_cutoff(edits);
    osa::distance_with_args(a.bytes(), b.bytes(), &args).is_some()
}

/// Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 (Winkler 1990).
pub fn similarity(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    jaro_winkler::normalized_similarity(a.bytes(), b.bytes())
}

/// Whether one can be a slip of the pen for the other: one edit in words of four letters and more, two from seven on.
pub fn is_typo(a: &str, b: &str) -> bool {
    match a.len().min(b.len()) {
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
        assert!(!is_typo("ana", "ann"));
        assert!(is_typo("jhon", "john") && !is_typo("john", "joan"[..2].into()));
        assert!(is_typo("gutierrez", "guttieres"));
    }
}
