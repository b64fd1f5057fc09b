//! Texts kept once, and lists of small numbers, in few large buffers.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;

use super::alike::{self, Letters, Word};
use crate::model::key;

/// No text.
pub const NONE: u32 = 0;

/// Texts, one behind the other.
#[derive(Debug, Default)]
pub struct Texts {
    text: String,
    ends: Vec<u32>,
}

impl Texts {
    /// Adds the next text.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.ends.push(end);
    }

    /// A text by its place.
    #[inline]
    pub fn get(&self, at: u32) -> &str {
        let place = range(&self.ends, at, |end| *end);
        self.text.get(place).unwrap_or_default()
    }
}

/// From where to where one of some things goes that stand one behind the other.
#[inline]
fn range<T>(things: &[T], at: u32, end: impl Fn(&T) -> u32) -> Range<usize> {
    let at = at as usize;
    let before = at.checked_sub(1).and_then(|before| things.get(before));
    let (start, end) = (before.map_or(0, &end), things.get(at).map_or(0, &end));
    start as usize..end as usize
}

/// Texts, each once, behind numbers; [`NONE`] is the empty text.
#[derive(Debug)]
pub struct Pool {
    known: HashMap<u64, u32, FixedState>,
    text: String,
    entries: Vec<Entry>,
}

/// What is known of a text, together, as comparing goes from text to text.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    letters: Letters,
    /// Where the text ends.
    end: u32,
    count: u32,
}

impl Default for Pool {
    fn default() -> Self {
        Self {
            known: HashMap::default(),
            text: String::new(),
            entries: vec![Entry::default()],
        }
    }
}

impl Pool {
    /// The number of a text, and whether it is new.
    pub fn number(&mut self, text: &str) -> (u32, bool) {
        if text.is_empty() {
            return (NONE, false);
        }
        let next = u32::try_from(self.len()).unwrap_or(NONE);
        let number = *self.known.entry(key::of(0, text)).or_insert(next);
        let is_new = number == next;
        if is_new {
            self.add(text);
        }
        (number, is_new)
    }

    /// Adds a text that isn't asked for again: its number.
    pub fn add(&mut self, text: &str) -> u32 {
        let number = u32::try_from(self.len()).unwrap_or(NONE);
        self.text.push_str(text);
        self.entries.push(Entry {
            letters: Letters::of(text),
            end: u32::try_from(self.text.len()).unwrap_or(u32::MAX),
            count: 0,
        });
        number
    }

    /// The number of a text, which is counted.
    pub fn count(&mut self, text: &str) -> (u32, bool) {
        let found = self.number(text);
        self.count_again(found.0);
        found
    }

    /// Counts a text once more.
    pub fn count_again(&mut self, number: u32) {
        if number != NONE
            && let Some(entry) = self.entries.get_mut(number as usize)
        {
            entry.count += 1;
        }
    }

    /// The text of a number.
    #[inline]
    pub fn text(&self, number: u32) -> &str {
        let place = range(&self.entries, number, |entry| entry.end);
        self.text.get(place).unwrap_or_default()
    }

    #[inline]
    fn word(&self, number: u32) -> Word<'_> {
        Word {
            text: self.text(number),
            letters: self.letters(number),
        }
    }

    /// Which letters a text has.
    #[inline]
    pub fn letters(&self, number: u32) -> Letters {
        at(&self.entries, number).letters
    }

    /// Whether so few edits lead from one text to the other.
    pub fn within(&self, a: u32, b: u32, edits: usize) -> bool {
        self.letters(a).may_be_within(self.letters(b), edits)
            && alike::within(self.word(a), self.word(b), edits)
    }

    /// Whether one text can be a slip of the pen for the other.
    pub fn is_typo(&self, a: u32, b: u32) -> bool {
        let edits = alike::edits(self.letters(a), self.letters(b));
        edits > 0 && self.within(a, b, edits)
    }

    /// Whether both texts have so many bytes.
    pub fn are_long(&self, a: u32, b: u32, least: usize) -> bool {
        self.letters(a).len() >= least && self.letters(b).len() >= least
    }

    /// The similarity of two texts, 0 where it can't reach `least`.
    pub fn similarity(&self, a: u32, b: u32, least: f64) -> f64 {
        if self.letters(a).most_similar(self.letters(b)) < least {
            return 0.0;
        }
        alike::similarity(self.word(a), self.word(b), least)
    }

    /// How often each text was counted; the first is that of no text.
    pub fn counts(&self) -> impl Iterator<Item = u32> {
        self.entries.iter().map(|entry| entry.count)
    }

    /// How many numbers there are, that of no text among them.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Forgets how texts are found; no further text can be added.
    pub fn close(&mut self) {
        self.known = HashMap::default();
    }
}

/// One list of numbers for each of some things.
#[derive(Debug, Default)]
pub struct Lists {
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Adds the list of the next.
    pub fn push(&mut self, items: impl IntoIterator<Item = u32>) {
        self.items.extend(items);
        let end = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        self.ends.push(end);
    }

    /// The list of one.
    #[inline]
    pub fn of(&self, at: u32) -> &[u32] {
        let place = range(&self.ends, at, |end| *end);
        self.items.get(place).unwrap_or_default()
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
}

/// A number of `list`, by place; the first of its kind where there is none.
#[inline]
pub fn at<T: Copy + Default>(list: &[T], place: u32) -> T {
    list.get(place as usize).copied().unwrap_or_default()
}
