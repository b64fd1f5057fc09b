//! How alike two words are: edits, Jaro–Winkler, sound. Words are folded: lower-case ASCII letters and digits.

use rapidfuzz::distance::{jaro_winkler, osa};

/// Which letters and digits a word has, and how long it is: two words that have few in common need not be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u64);

impl Letters {
    /// Above the letters stands the length.
    const LENGTH: u32 = 48;

    /// Those of a word.
    pub fn of(text: &str) -> Self {
        let bit = |byte: u8| match byte {
            b'a'..=b'z' => byte - b'a',
            b'0'..=b'9' => byte - b'0' + 26,
            _ => 36,
        };
        let letters = text.bytes().fold(0, |all, byte| all | 1 << bit(byte));
        Self(letters | (text.len() as u64) << Self::LENGTH)
    }

    /// How long the word is, in bytes.
    pub fn len(self) -> usize {
        (self.0 >> Self::LENGTH) as usize
    }

    /// Those of the two words written as one.
    pub fn joined(self, next: Self) -> Self {
        let length = (self.len() + next.len()) as u64;
        let letters = (1 << Self::LENGTH) - 1;
        Self((self.0 | next.0) & letters | length << Self::LENGTH)
    }

    /// How many of its letters the other lacks.
    pub fn without(self, other: Self) -> usize {
        let letters = (1 << Self::LENGTH) - 1;
        (self.0 & !other.0 & letters).count_ones() as usize
    }

    /// Whether so few edits can lead from one to the other: each gives or takes at most one letter on each side.
    pub fn may_be_within(self, other: Self, edits: usize) -> bool {
        self.len().abs_diff(other.len()) <= edits
            && self.without(other) <= edits
            && other.without(self) <= edits
    }

    /// No two words with these letters are more similar (Jaro–Winkler).
    pub fn most_similar(self, other: Self) -> f64 {
        let (a, b) = (self.len(), other.len());
        let common = (a - self.without(other).min(a)).min(b - other.without(self).min(b));
        if common == 0 {
            return 0.0;
        }
        let (a, b, common) = (a as f64, b as f64, common as f64);
        let jaro = (common / a + common / b + 1.0) / 3.0;
        jaro + 0.4 * (1.0 - jaro)
    }
}

/// Which letters a word has, without digits, and how long it is up to 63 bytes: half as large as [`Letters`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FewLetters(pub u32);

impl FewLetters {
    const LETTERS: u32 = 26;

    /// Those of a word.
    pub fn of(text: &str) -> Self {
        let bit = |byte: u8| match byte {
            b'a'..=b'z' => 1 << (byte - b'a'),
            _ => 0,
        };
        let letters: u32 = text.bytes().fold(0, |all, byte| all | bit(byte));
        Self(letters | (text.len().min(63) as u32) << Self::LETTERS)
    }

    /// Whether so few edits can lead from one to the other.
    #[inline]
    pub fn may_be_within(self, other: Self, edits: u32) -> bool {
        let letters = (1 << Self::LETTERS) - 1;
        let without = |a: u32, b: u32| (a & !b & letters).count_ones();
        (self.0 >> Self::LETTERS).abs_diff(other.0 >> Self::LETTERS) <= edits
            && without(self.0, other.0) <= edits
            && without(other.0, self.0) <= edits
    }
}

/// A word to compare.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// The word.
    pub text: &'a str,
    /// Its letters.
    pub letters: Letters,
}

impl<'a> Word<'a> {
    /// A word.
    pub fn of(text: &'a str) -> Self {
        Self {
            text,
            letters: Letters::of(text),
        }
    }
}

/// Whether so few edits (a letter more, less or another, two neighbours swapped) lead from one to the other.
pub fn within(a: Word, b: Word, edits: usize) -> bool {
    if !a.letters.may_be_within(b.letters, edits) {
        return false;
    }
    let args = osa::Args::default().score_cutoff(edits);
    osa::distance_with_args(a.text.bytes(), b.text.bytes(), &args).is_some()
}

/// Jaro–Winkler similarity, 0 to 1, prefix weight 0.1 (Winkler 1990); 0 where it can't reach `least`.
pub fn similarity(a: Word, b: Word, least: f64) -> f64 {
    if a.letters.most_similar(b.letters) < least {
        return 0.0;
    }
    jaro_winkler::normalized_similarity(a.text.bytes(), b.text.bytes())
}

/// How many edits a slip of the pen takes in words of such letters: one from four letters on, two from seven on.
pub fn edits(a: Letters, b: Letters) -> usize {
    match a.len().min(b.len()) {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// Whether one can be a slip of the pen for the other: one edit in words of four letters and more, two from seven on.
pub fn is_typo(a: Word, b: Word) -> bool {
    let edits = edits(a.letters, b.letters);
    edits > 0 && within(a, b, edits)
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
        assert!(typo("gutierrez", "guttierez") && !typo("gutierrez", "rodriguez"));
    }

    #[test]
    fn letters_of_words_joined_are_those_of_one_word() {
        let joined = Letters::of("ana").joined(Letters::of("maria"));
        assert_eq!(joined, Letters::of("anamaria"));
    }

    #[test]
    fn few_letters_tell_far_words_apart() {
        let may = |a, b| FewLetters::of(a).may_be_within(FewLetters::of(b), 2);
        assert!(may("ann.lee@acme.example", "an.lee@acme.example"));
        assert!(!may("ann.lee@acme.example", "bob.fox@acme.example"));
        assert!(!may("lee", "leeeee"));
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
                a.letters.most_similar(b.letters) + 1e-9 >= similarity(a, b, 0.0),
                "{a:?} {b:?}"
            );
        }
    }
}
