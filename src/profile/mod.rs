//! Profiles: what a vendor's records mean, in both directions. One YAML file, checked as a whole before
//! the first row is read.

mod builtin;
mod claims;
mod coverage;
mod decode;
mod does;
mod json_schema;
mod names;
mod reference;
pub mod schema;
mod show;
mod table;
mod useful;

pub use builtin::{builtin, builtin_glossaries, builtin_names};
pub use claims::written as written_meaning;
pub use does::{read_does as rule, written as written_rule};
pub use json_schema::json_schema;
pub use reference::reference;
pub use schema::Profile;
pub use show::text as yaml_text;

use crate::yaml::{self, Checking, Language, Layers, Mistake, Mistakes};

/// Profiles as files that extend each other; what one stored value says is replaced whole.
const LANGUAGE: Language = Language {
    what: "profile",
    builtin,
    names: builtin_names,
    whole: &["objects", "*", "values", "*", "*"],
};

/// Loads a profile by its built-in name or its path, with overlays (file name, text) on top. An overlay
/// that `extends` another profile than this one is left out.
///
/// # Errors
/// A mistake of YAML's syntax alone; else all mistakes of names, types and expressions, each with its place.
pub fn load(name_or_path: &str, overlays: &[(String, String)]) -> Result<Profile, Mistakes> {
    decode(LANGUAGE.read(name_or_path, overlays)?)
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
    decode(LANGUAGE.layer(file, text, overlays)?)
}

/// Everything that is wrong with the text of a profile, in the order of the places.
pub fn check(text: &str, file: &str) -> Vec<Mistake> {
    load_text(text, file, &[])
        .err()
        .map(|mistakes| mistakes.0)
        .unwrap_or_default()
}

/// The profile that an overlay says it extends.
pub fn extended_by(overlay: &str) -> Option<String> {
    let node = yaml::parse(overlay, "").ok()?;
    node.get("extends")?.text().map(str::to_owned)
}

/// The overlays (file name, text) for a profile of a run: those that say what they extend, which [`load`] looks at,
/// and those that don't if the profile is the one that they can only mean.
pub fn overlays_for(overlays: &[(String, String)], meant: bool) -> Vec<(String, String)> {
    let concerned = |text: &str| meant || extended_by(text).is_some();
    let found = overlays.iter().filter(|(_, text)| concerned(text));
    found.cloned().collect()
}

/// The effective YAML of a profile with its overlays; each line ends with where it came from (`# acme.yaml:12`).
///
/// # Errors
/// As [`load`].
pub fn show(name_or_path: &str, overlays: &[(String, String)]) -> Result<String, Mistakes> {
    let layers = LANGUAGE.read(name_or_path, overlays)?;
    let text = show::show(&layers);
    decode(layers).map(|_| text)
}

fn decode(layers: Layers) -> Result<Profile, Mistakes> {
    let Layers {
        root,
        texts,
        called,
        mistakes,
    } = layers;
    let mut checking = Checking::new(texts, mistakes);
    yaml::check_block(&table::PROFILE, &root, &root, &mut checking);
    let mut profile = decode::profile(&root, &mut checking);
    profile.called = called;
    names::check_names(&profile, &root, &mut checking);
    useful::check_useful(&profile, &root, &mut checking);
    coverage::check_coverage(&profile, &root, &mut checking);
    let mistakes = checking.done();
    if mistakes.is_empty() {
        Ok(profile)
    } else {
        Err(Mistakes::sorted(mistakes))
    }
}

#[cfg(test)]
mod tests;
