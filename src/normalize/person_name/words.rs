//! What a word in a name can be.

use crate::lexicon::{self, fold};

/// One part of a name: a word, or particles with the word that they belong to (`de la Cruz`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit<'a> {
    /// The whole, particles included, as spelled.
    pub text: &'a str,
    /// The last word, which the particles belong to.
    pub head: &'a str,
}

impl Unit<'_> {
    /// Whether particles come first.
    pub(super) fn has_particle(&self) -> bool {
        self.text.len() > self.head.len()
    }
}

/// A word folded to lower-case ASCII letters.
pub(super) fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold(word, &mut out);
    out
}

/// Splits text into units. The first word stands alone whatever it is; particles at the end, which belong to
/// nothing, are a unit of their own.
pub(super) fn units(text: &str) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::new();
    let mut open: Option<usize> = None;
    let mut joins = false;
    for (start, word) in word_starts(text) {
        let particle = !units.is_empty() && lexicon::name_particle(word).is_some();
        if particle {
            joins |= open.is_none() && units.len() > 1 && matches!(word, "y" | "e" | "Y" | "E");
            open.get_or_insert(start);
            continue;
        }
        push_unit(
            &mut units,
            text,
            open.take().unwrap_or(start),
            start + word.len(),
            word,
            joins,
        );
        joins = false;
    }
    if let Some(start) = open {
        let rest = text.get(start..).unwrap_or_default().trim_end();
        units.push(Unit {
            text: rest,
            head: rest,
        });
    }
    units
}

/// Adds a unit, or lengthens the last one where `y` joins two surnames (`Ortega y Gasset`).
fn push_unit<'a>(
    units: &mut Vec<Unit<'a>>,
    text: &'a str,
    start: usize,
    end: usize,
    head: &'a str,
    joins: bool,
) {
    if let (true, Some(last)) = (joins, units.last_mut()) {
        let last_start = offset(text, last.text);
        last.text = text.get(last_start..end).unwrap_or(last.text);
        last.head = head;
        return;
    }
    units.push(Unit {
        text: text.get(start..end).unwrap_or(head),
        head,
    });
}

/// Where `part`, a slice of `text`, begins in it.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

fn word_starts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace()
        .map(move |word| (offset(text, word), word))
}

/// Whether a word is written in capitals: three letters or more, and none of them small.
pub(super) fn is_shouted(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 3 && letters().all(char::is_uppercase)
}

/// Whether a name is an Iberian given name.
pub(super) fn is_given_iberian(word: &str) -> bool {
    lexicon::given_name_iberian(&folded(word))
}
