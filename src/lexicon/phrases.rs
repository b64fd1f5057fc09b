//! Lists of phrases, and what each means: `meaning: phrase`, in lower case without accents.

use aho_corasick::{AhoCorasick, MatchKind};

use super::lists::entries;
use super::words;

/// Phrases that are all looked for at once; what one means is a bit.
#[derive(Clone, Debug)]
pub struct Phrases {
    finder: AhoCorasick,
    phrases: Vec<Phrase>,
}

#[derive(Clone, Copy, Debug)]
struct Phrase {
    means: u32,
    /// Whether it is the whole text.
    alone: bool,
}

/// A phrase that stands in a text.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The bit that it means.
    pub means: u32,
    /// Its place among the phrases.
    pub phrase: usize,
}

impl Phrases {
    /// Phrases with the bits that they mean. A `*` stands for the rest of a word, a `=` before a phrase for the whole
    /// text; none where a phrase is empty or they are too many.
    pub fn new<'a>(all: impl IntoIterator<Item = (u32, &'a str)>) -> Option<Self> {
        let mut texts = Vec::new();
        let mut phrases = Vec::new();
        for (means, phrase) in all {
            let (phrase, alone) = match phrase.strip_prefix('=') {
                Some(whole) => (whole, true),
                None => (phrase, false),
            };
            texts.push(looked_for(phrase)?);
            phrases.push(Phrase { means, alone });
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(texts)
            .ok()?;
        Some(Self { finder, phrases })
    }

    /// The phrases of a list, whose meanings have these bits; none where a line isn't understood.
    pub(super) fn of_list(text: &'static str, bit: impl Fn(&str) -> Option<u32>) -> Option<Self> {
        let lines: Option<Vec<_>> = entries(text)
            .map(|line| {
                let (meaning, phrase) = line.split_once(": ")?;
                Some((bit(meaning)?, phrase))
            })
            .collect();
        Self::new(lines?)
    }

    /// What stands in a text, which [`words`] gives.
    pub fn hits<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Standing> + 'a {
        let found = self.finder.find_overlapping_iter(words);
        found.filter_map(move |hit| {
            let phrase = self.phrases.get(hit.pattern().as_usize())?;
            let whole = hit.start() == 0 && hit.end() == words.len();
            (whole || !phrase.alone).then_some(Standing {
                start: hit.start(),
                end: hit.end(),
                means: phrase.means,
                phrase: hit.pattern().as_usize(),
            })
        })
    }

    /// All that a text says, which [`words`] gives.
    pub fn meanings(&self, words: &str) -> u32 {
        self.hits(words).fold(0, |all, hit| all | hit.means)
    }
}

/// The text that is looked for, with a space at an end that is a word's; none for nothing but signs.
fn looked_for(phrase: &str) -> Option<String> {
    let mut text = words(phrase);
    if text.trim().is_empty() {
        return None;
    }
    if phrase.ends_with('*') {
        text.pop();
    }
    if phrase.starts_with('*') {
        text.remove(0);
    }
    Some(text)
}

/// The lines of a list that are not understood, or stand twice or without the case, accents and signs of the others.
#[cfg(test)]
pub(super) fn malformed<'a>(text: &'static str, meanings: &'a [&'a str]) -> Vec<&'static str> {
    let mut seen = std::collections::HashSet::new();
    let good = |line: &str| {
        line.split_once(": ").is_some_and(|(meaning, phrase)| {
            let bare = phrase.strip_prefix('=').unwrap_or(phrase);
            let bare = bare.trim_start_matches('*').trim_end_matches(['*', ':']);
            meanings.contains(&meaning) && !bare.is_empty() && words(bare).trim() == bare
        })
    };
    let lines = entries(text);
    lines
        .filter(|line| !good(line) || !seen.insert(*line))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(phrases: &[(u32, &str)], text: &str) -> u32 {
        let phrases = Phrases::new(phrases.iter().copied()).unwrap();
        phrases.meanings(&words(text))
    }

    #[test]
    fn a_star_stands_for_the_rest_of_a_word_and_a_sign_for_the_whole_text() {
        let all = [(1, "new"), (2, "convert*"), (4, "*warm"), (8, "=open")];
        assert_eq!(means(&all, "News"), 0);
        assert_eq!(means(&all, "NEW, converted"), 1 | 2);
        assert_eq!(means(&all, "lukewarm"), 4);
        assert_eq!(means(&all, "warmly reconverted"), 0);
        assert_eq!(means(&all, "Open!"), 8);
        assert_eq!(means(&all, "open deal"), 0);
    }

    #[test]
    fn a_phrase_of_nothing_but_signs_is_none() {
        assert!(Phrases::new([(1, "*")]).is_none());
    }

    #[test]
    fn a_malformed_line_is_told() {
        let text = "# kind: about it\na: some words\na: one*\na: some words\nb: word\na one\na: Caf\u{e9}\na: *\n";
        let told = ["a: some words", "b: word", "a one", "a: Caf\u{e9}", "a: *"];
        assert_eq!(malformed(text, &["a"]), told);
    }
}
