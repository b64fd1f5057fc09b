//! Folding text to lower-case ASCII letters and digits, for keys and look-ups.

/// Appends `text` folded to lower-case ASCII letters and digits: accents and other scripts are
/// transliterated, everything else is left out. `out` is not cleared.
pub fn fold(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            out.push_str(word);
        }
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars() {
        fold_char(c, |folded| out.push(char::from(folded)));
    }
}

/// Hands the lower-case ASCII letters and digits that `c` folds to, none for separators, to `each`.
pub fn fold_char(c: char, mut each: impl FnMut(u8)) {
    if c.is_ascii() {
        let byte = c as u8;
        if byte.is_ascii_alphanumeric() {
            each(byte.to_ascii_lowercase());
        }
        return;
    }
    let letters = deunicode::deunicode_char(c).unwrap_or_default();
    for byte in letters.bytes().filter(u8::is_ascii_alphanumeric) {
        each(byte.to_ascii_lowercase());
    }
}

/// The words of a name, folded, in one buffer that is filled again and again. Words end at white space and at
/// `, . / ( ) - _`.
#[derive(Clone, Debug, Default)]
pub struct Folded(String);

impl Folded {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.add(text);
        words
    }

    /// Forgets its words.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes the words of a text in its place.
    pub fn set(&mut self, text: &str) {
        self.clear();
        self.add(text);
    }

    /// Adds the words of a text to its own.
    pub fn add(&mut self, text: &str) {
        let ends =
            |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '(' | ')' | '-' | '_');
        for word in text.split(ends) {
            let end = self.0.len();
            if end > 0 {
                self.0.push(' ');
            }
            let start = self.0.len();
            fold(word, &mut self.0);
            if self.0.len() == start {
                self.0.truncate(end);
            }
        }
    }

    /// The words, with one space between each two.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Each word.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.0.split(' ').filter(|word| !word.is_empty())
    }

    /// The first word.
    pub fn first(&self) -> Option<&str> {
        self.iter().next()
    }

    /// The last word.
    pub fn last(&self) -> Option<&str> {
        self.iter().next_back()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_into_one_buffer() {
        let mut words = Folded::of(" Núñez-Peña,  O’Neil &");
        assert_eq!(words.as_str(), "nunez pena oneil");
        words.add("Jr.");
        assert_eq!((words.len(), words.last()), (4, Some("jr")));
        words.set("!");
        assert!(words.is_empty() && words.first().is_none());
    }

    #[test]
    fn accents_and_separators_go() {
        let mut out = String::new();
        fold("Ñandú-Peña, O’Straße 2", &mut out);
        assert_eq!(out, "nandupenaostrasse2");
    }
}
