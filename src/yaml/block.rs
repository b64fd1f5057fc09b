//! The shapes that a language of keys and values is described in: tables of blocks, keys and what they hold.

/// What a key holds.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One text.
    Text,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// One of these words, `on`, `off`, `true` and `false` without quotes.
    Switch(&'static [&'static str]),
    /// A day, `2026-11-21`.
    Date,
    /// A whole number above nothing.
    Whole,
    /// A number, with a point if it has a fraction: `0.93`, `-4`.
    Number,
    /// A number of bytes: `100MB`.
    Size,
    /// A list of texts.
    Texts,
    /// A text or a list of texts.
    TextOrTexts,
    /// Exactly two texts.
    Pair,
    /// A MiniJinja expression.
    Expression,
    /// What a column becomes: `name.given`, `owner -> user`, `tags | split(";")`, `drop(reason)`, `keep`.
    Does,
    /// Canonical fields: `organization.name or name.full`.
    FirstFilled,
    /// What a stored value says: a text, or a map of claims.
    Claims,
    /// A block of keys.
    Block(&'static Block),
    /// A list of blocks.
    Blocks(&'static Block),
    /// Names of the user's own, each with the same shape.
    Map(&'static str, &'static Shape),
    /// Labels: a text, a list, or texts by language.
    Labels,
}

/// One key of a block.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub about: &'static str,
}

/// The keys that may stand together.
#[derive(Debug)]
pub struct Block {
    /// What messages call it.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its keys, in order.
    pub keys: &'static [Key],
}

impl Block {
    /// The key of that name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key that may be absent.
pub const fn k(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: false,
        about,
    }
}

/// A key that must be there.
pub const fn must(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key {
        name,
        shape,
        required: true,
        about,
    }
}
