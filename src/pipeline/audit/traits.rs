//! What the accounts need of each record beside its axes: where it came from, and whether it may be written to.

use std::collections::HashMap;

use rayon::prelude::*;

use super::CHUNK;
use crate::audit::segment::Consent;
use crate::error::Result;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, find};
use crate::model::record::{Draft, FLAG_OPTED_OUT};
use crate::model::store::Window;
use crate::pipeline::set::Set;

/// What is known of the records, in their order.
#[derive(Debug, Default)]
pub(super) struct Traits {
    /// The lead sources, the empty one first.
    pub sources: Vec<String>,
    /// The place of each record's source among them.
    pub source: Vec<u32>,
    /// Whether each may be written to.
    pub consent: Vec<Consent>,
}

/// The traits of a part of the records: consent, and source where it has one.
type Part = Vec<(Consent, Option<Box<str>>)>;

/// Gathers the traits of every record.
pub(super) fn of(set: &Set) -> Result<Traits> {
    let parts: Vec<Result<Part>> = set
        .metas
        .par_chunks(CHUNK)
        .enumerate()
        .map(|(number, metas)| part(set, number * CHUNK, metas.len()))
        .collect();
    let mut traits = Traits {
        sources: vec![String::new()],
        ..Traits::default()
    };
    let mut known: HashMap<Box<str>, u32> = HashMap::new();
    for one in parts {
        for (consent, source) in one? {
            let source = source.map_or(0, |source| {
                *known.entry(source).or_insert_with_key(|source| {
                    traits.sources.push(source.to_string());
                    u32::try_from(traits.sources.len() - 1).unwrap_or(0)
                })
            });
            traits.source.push(source);
            traits.consent.push(consent);
        }
    }
    Ok(traits)
}

fn part(set: &Set, start: usize, count: usize) -> Result<Part> {
    let field = |name| find(name).unwrap_or(FieldId(u16::MAX));
    let (source, email) = (field("lead.source"), field("consent.email"));
    let (mut draft, mut window) = (Draft::default(), Window::default());
    let metas = set.metas.iter().enumerate().skip(start).take(count);
    let mut part = Vec::with_capacity(count);
    for (at, meta) in metas {
        draft.clear();
        if meta.fate == Fate::Exported {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            set.fetch(at, &mut draft, &mut window)?;
        }
        let consent = match draft.text(email) {
            _ if meta.has(FLAG_OPTED_OUT) => Consent::No,
            "no" => Consent::No,
            "yes" => Consent::Yes,
            _ => Consent::Unknown,
        };
        let source = draft.text(source);
        part.push((consent, (!source.is_empty()).then(|| source.into())));
    }
    Ok(part)
}
