//! Headers that no line of `columns` stands for, and what can be known of them all the same.

use super::fold::{fits, fold};
use crate::profile::schema::{Object, Profile};

/// How the columns begin that xwalk writes for people.
pub(super) const OURS: &str = "xwalk_";

/// What a column is that no line of `columns` stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unmapped<'p> {
    /// The identity that a kit for this profile gave the record.
    Identity,
    /// A link, by its field, that such a kit wrote as the identity of the record pointed at.
    Link(&'p str),
    /// Written by xwalk for people, as the reason in a file of rows to be mended.
    Ours,
    /// To be expected, and dropped.
    Noise,
    /// Not known.
    Unknown,
}

/// What a header is that no line of `columns` stands for.
pub fn unmapped<'p>(profile: &'p Profile, object: &'p Object, header: &str) -> Unmapped<'p> {
    let folded = fold(header);
    let carried =
        carried(profile, object).find(|(_, column)| !folded.is_empty() && fold(column) == folded);
    match carried {
        Some((what, _)) => what,
        None if header.starts_with(OURS) => Unmapped::Ours,
        None if object.noise.iter().any(|glob| fits(glob, header)) => Unmapped::Noise,
        None => Unmapped::Unknown,
    }
}

/// The columns that a kit for this profile writes beside those of `columns`: the identity, whose name is empty where
/// there is none, and the links by it.
pub(super) fn carried<'p>(
    profile: &'p Profile,
    object: &'p Object,
) -> impl Iterator<Item = (Unmapped<'p>, &'p str)> {
    let import = &profile.import;
    let own = import
        .identities
        .iter()
        .find(|(name, _)| *name == object.name)
        .map_or(&import.identity.column, |(_, column)| column);
    let links = object.write.iter().flat_map(|write| &write.links);
    std::iter::once((Unmapped::Identity, own.as_str()))
        .chain(links.map(|(link, column)| (Unmapped::Link(link), column.as_str())))
}
