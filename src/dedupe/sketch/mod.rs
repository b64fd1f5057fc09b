//! What a record shows, in the form in which it is compared: words folded, numbers bare, names taken apart.

mod address;
pub(super) mod birth;
mod company;
mod contact;
mod memo;
mod person_name;

use std::hash::{BuildHasher, Hash, Hasher};

use foldhash::quality::FixedState;

pub use birth::Birth;
pub(super) use contact::{of_mail_host, stem};
use memo::Made;
pub(super) use person_name::is_given;

use crate::lexicon::Folded;
use crate::model::axis::Kind;
use crate::model::shown::{Part, Shown};

/// What a text of a sketch is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A word of the given names.
    Given,
    /// A word of the family names, without particles.
    Family,
    /// An address in lower case.
    Email,
    /// The digits of a telephone number, without zeros before it.
    Phone,
    /// A host that is no provider's.
    Domain,
    /// The words of a company's name without its legal form.
    Company,
    /// The words of a street's own name.
    Street,
    /// The number of a house.
    House,
    /// A city.
    City,
    /// A postal code.
    PostalCode,
    /// A country's two letters, or as written.
    Country,
    /// A job title.
    Title,
    /// An identifier, by its place among the run's.
    Identifier(u16),
    /// A column that nobody recognised, by its place among the run's.
    Other(u16),
    /// What parts parties for good, by its place among the run's.
    Apart(u16),
}

/// One record, ready to be taken into [`super::Faces`].
#[derive(Clone, Debug, Default)]
pub struct Sketch {
    /// Whether it is of an organization.
    pub organization: bool,
    /// A hash of all that it shows.
    pub content: u64,
    /// 1 for `Sr.`, 2 for `Jr.`, 3 for `III`; 0 where nothing says it.
    pub generation: u8,
    /// 1 male, 2 female, 0 unknown.
    pub gender: u8,
    /// Date of birth.
    pub birth: Birth,
    text: String,
    items: Vec<(Item, u32, u32)>,
}

/// Room to sketch records in, one after the other.
#[derive(Debug, Default)]
pub struct Desk {
    folded: Folded,
    text: String,
    other: String,
    memo: memo::Memo,
    name: person_name::Words,
    street: address::Street,
}

impl Sketch {
    /// Becomes the sketch of what a record shows.
    pub fn read(&mut self, shown: &Shown, desk: &mut Desk) {
        self.organization = shown.kind == Some(Kind::Organization);
        self.content = content(shown);
        self.gender = gender(shown);
        self.birth = birth::read(shown);
        self.generation = 0;
        self.text.clear();
        self.items.clear();
        contact::read(shown, self, desk);
        if !self.organization {
            person_name::read(shown, self, desk);
        }
        company::read(shown, self, desk);
        address::read(shown, self, desk);
        for (part, text) in shown.parts() {
            match part {
                Part::Title => self.add_folded(Item::Title, text, desk),
                Part::Identifier(number) => self.add_bare(Item::Identifier(number), text, desk),
                Part::Other(number) => self.add_folded(Item::Other(number), text, desk),
                Part::Apart(number) => self.add_folded(Item::Apart(number), text, desk),
                _ => {}
            }
        }
    }

    fn add(&mut self, item: Item, text: &str) {
        if text.is_empty() {
            return;
        }
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let start = place(self.text.len());
        self.text.push_str(text);
        self.items.push((item, start, place(text.len())));
    }

    /// Adds a text unless it stands there.
    fn add_once(&mut self, item: Item, text: &str) {
        if self.of_kind(item).all(|known| known != text) {
            self.add(item, text);
        }
    }

    /// Adds the folded words of a text.
    fn add_folded(&mut self, item: Item, text: &str, desk: &mut Desk) {
        let Desk { memo, folded, .. } = desk;
        let words = memo.of(Made::Folded, text, |out| {
            folded.set(text);
            out.push_str(folded.as_str());
        });
        self.add(item, words);
    }

    /// Adds the folded letters and digits of a text.
    fn add_bare(&mut self, item: Item, text: &str, desk: &mut Desk) {
        desk.text.clear();
        crate::lexicon::fold(text, &mut desk.text);
        self.add(item, &desk.text);
    }

    /// Every text and what it is.
    pub fn items(&self) -> impl Iterator<Item = (Item, &str)> {
        self.items.iter().map(|&(item, start, len)| {
            let start = start as usize;
            let text = self.text.get(start..start + len as usize);
            (item, text.unwrap_or_default())
        })
    }

    fn of_kind(&self, kind: Item) -> impl Iterator<Item = &str> {
        let mine = move |(item, text)| (item == kind).then_some(text);
        self.items().filter_map(mine)
    }
}

/// Appends a word, behind a space where something stands before it.
fn push_word(out: &mut String, word: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// A hash of what a record shows, the same wherever its row stands.
fn content(shown: &Shown) -> u64 {
    let mut hasher = FixedState::with_seed(0).build_hasher();
    for (part, text) in shown.parts() {
        (part, text).hash(&mut hasher);
    }
    hasher.finish()
}

fn gender(shown: &Shown) -> u8 {
    let first = shown.of(Part::Gender).next().unwrap_or_default();
    match first.bytes().next().map(|byte| byte.to_ascii_lowercase()) {
        Some(b'm' | b'h') if !first.eq_ignore_ascii_case("mujer") => 1,
        Some(b'f' | b'w' | b'm') => 2,
        _ => 0,
    }
}
