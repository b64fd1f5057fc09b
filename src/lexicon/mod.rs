//! Word lists as data: embedded from `mappings/lexicon/`, parsed once, asked by name.
//!
//! A list is plain text, one entry a line; a line that is `#` or begins with `# ` is a comment.

mod evidence;
mod fold;
mod header_words;
mod lists;
mod phrases;
mod picklist;
mod roles;
mod says;
mod space;
mod streets;

pub use evidence::evidence_header;
pub use fold::{Folded, fold, fold_char};
pub use header_words::{Says as HeaderSays, header_says, party_kind};
pub use lists::{
    company_word, devotional_name, free_mail, given_name_iberian, given_name_more,
    given_name_other, legal_form, name_particle, name_spelling, name_suffix, placeholder,
    placeholder_mailbox, role_mailbox, same_given_name, shared_domain, shared_host,
    short_given_name, surname_iberian, test_word, title, variant_given_name,
};

pub use phrases::Phrases;
pub use picklist::{Meaning, Meanings};
pub use says::{Says, says, words};
pub use space::{is_single_spaced, trimmed};
pub use streets::{StreetWord, street_word};

/// How a word can be a particle of a family name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Particle {
    /// In lower case wherever it stands, as `de` and `von`.
    Low,
    /// In lower case inside a name, with a capital at its beginning, as `le` and `di`.
    LowInside,
}

/// How sure a word is a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// A title before any name.
    Always,
    /// A title only before an Iberian given name: `Don Juan Pérez`, but `Don Johnson`.
    BeforeIberianName,
}
