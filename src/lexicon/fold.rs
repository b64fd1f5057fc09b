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

/// Whether a sign parts words.
fn is_between(c: char) -> bool {
    matches!(c, ',' | '.' | '/' | '(' | ')' | '-' | '_')
}

/// The words of a name, folded, in one buffer that is filled again and again. Words end at white space and at
/// `, . / ( ) - _`.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The words, with one space between each two.
    text: String,
    /// Where each word begins and ends.
    words: Vec<(usize, usize)>,
}

impl Folded {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        words.add(text);
        words
    }

    /// Forgets its words.
    pub fn clear(&mut self) {
        self.text.clear();
        self.words.clear();
    }

    /// Takes the words of a text in its place.
    pub fn set(&mut self, text: &str) {
        self.clear();
        self.add(text);
    }

    /// Adds the words of a text to its own.
    pub fn add(&mut self, text: &str) {
        let mut start = self.begin();
        let mut rest = text;
        while !rest.is_empty() {
            // Letters as they stand, as many as there are, then what stands behind them.
            let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
            let (word, behind) = rest.split_at_checked(plain).unwrap_or((rest, ""));
            let from = self.text.len();
            self.text.push_str(word);
            if let Some(added) = self.text.get_mut(from..) {
                added.make_ascii_lowercase();
            }
            let mut behind = behind.chars();
            match behind.next() {
                Some(c) if c.is_whitespace() || is_between(c) => start = self.end(start),
                Some(c) => fold_char(c, |byte| self.text.push(char::from(byte))),
                None => {}
            }
            rest = behind.as_str();
        }
        self.end(start);
        // No space stands behind the last word.
        let end = self.words.last().map_or(0, |(_, end)| *end);
        self.text.truncate(end);
    }

    /// Makes room for a word: where it begins.
    fn begin(&mut self) -> usize {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.len()
    }

    /// Ends the word that began there, if it has come to anything: where the next one begins.
    fn end(&mut self, start: usize) -> usize {
        let end = self.text.len();
        if end == start {
            return start;
        }
        self.words.push((start, end));
        self.begin()
    }

    /// The words, with one space between each two.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Each word.
    pub fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.iter().map(|word| self.word(*word))
    }

    fn word(&self, (start, end): (usize, usize)) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// The first word.
    pub fn first(&self) -> Option<&str> {
        self.words.first().map(|word| self.word(*word))
    }

    /// The last word.
    pub fn last(&self) -> Option<&str> {
        self.words.last().map(|word| self.word(*word))
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
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
