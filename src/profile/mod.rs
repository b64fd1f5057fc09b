//! Profiles: what a vendor's records mean, in both directions. One YAML file, checked as a whole before
//! the first row is read.

mod builtin;
mod checking;
mod claims;
mod decode;
mod does;
mod layers;
pub mod schema;
mod shape;
mod table;

pub use builtin::{builtin, builtin_glossaries, builtin_names};
pub use schema::Profile;

use checking::Checking;
use layers::Layers;

use crate::yaml::{Mistake, Mistakes};

/// Loads a profile by its built-in name or its path, with overlays (file name, text) on top. An overlay
/// that `extends` another profile than this one is left out.
///
/// # Errors
/// A mistake of YAML's syntax alone; else all mistakes of names, types and expressions, each with its place.
pub fn load(name_or_path: &str, overlays: &[(String, String)]) -> Result<Profile, Mistakes> {
    decode(layers::read(name_or_path, overlays)?)
}

/// Loads a profile from its text; `file` is what mistakes call it, and where `extends` starts from.
///
/// # Errors
/// As [`load`].
pub fn load_text(
    text: &str,
    file: &str,
    overlays: &[(String, String)],
) -> Result<Profile, Mistakes> {
    decode(layers::layer(file, text, overlays)?)
}

/// Everything that is wrong with the text of a profile, in the order of the places.
pub fn check(text: &str, file: &str) -> Vec<Mistake> {
    load_text(text, file, &[])
        .err()
        .map(|mistakes| mistakes.0)
        .unwrap_or_default()
}

fn decode(layers: Layers) -> Result<Profile, Mistakes> {
    let Layers {
        root,
        texts,
        mistakes,
    } = layers;
    let mut checking = Checking::new(texts, mistakes);
    shape::check_block(&table::PROFILE, &root, &root, &mut checking);
    let profile = decode::profile(&root, &mut checking);
    let mistakes = checking.done();
    if mistakes.is_empty() {
        Ok(profile)
    } else {
        Err(Mistakes::sorted(mistakes))
    }
}
