//! The profiles that come with the crate, embedded from `mappings/profiles`.

const PROFILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));
const GLOSSARIES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/glossaries.rs"));

/// The names of the built-in profiles, sorted.
pub fn builtin_names() -> Vec<&'static str> {
    PROFILES.iter().map(|(name, _)| *name).collect()
}

/// The text of a built-in profile.
pub fn builtin(name: &str) -> Option<&'static str> {
    PROFILES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, text)| *text)
}

/// The built-in glossaries, sorted: (name, text).
pub fn builtin_glossaries() -> &'static [(&'static str, &'static str)] {
    GLOSSARIES
}
