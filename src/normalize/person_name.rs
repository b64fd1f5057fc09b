//! Names of people: their parts, their case, and the keys that tell whether two are alike.

mod case;
mod keys;
mod split;
mod words;

pub use case::fix_case;
pub use keys::{family_key, given_key, surname_keys};
pub use split::{PersonName, split};

pub use crate::lexicon::fold;
