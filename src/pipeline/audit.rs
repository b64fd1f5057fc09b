//! The audit: who is who in a linked set, and what stands in the wrong box.

mod account;
mod judge;
mod listed;
mod prepare;
mod problems;
mod unread;
mod view;
mod write;

use std::collections::HashMap;
use std::path::PathBuf;

use super::options::{Options, Progress};
use super::owners;
use super::segments;
use super::set::Set;
pub(super) use account::not_judged;
pub(super) use judge::{Judged, by_glossary, case, class, decided, is_on, judge, others, severity};
use listed::Listed;
pub(super) use prepare::{Ready, prepare, with_world};
use view::View;

use crate::audit::Summary;
use crate::classify::World;
use crate::error::Result;
use crate::glossary::Glossary;
use crate::model::finding::Severity;
use crate::report::Lang;

/// Records that one thread looks at and judges at a time.
const CHUNK: usize = 4096;

/// What an audit is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Files, profiles, overlays, glossary.
    pub options: Options,
    /// The company's own domains, beside those of its users.
    pub own_domains: Vec<String>,
    /// The day as of which it is judged, since 1970; by default the last past day in the files.
    pub as_of: Option<i32>,
    /// Rules that are switched on or off: (code, on).
    pub rules: Vec<(String, bool)>,
    /// Rules whose findings matter more or less than usual.
    pub severities: Vec<(String, Severity)>,
    /// The language of what people read.
    pub lang: Lang,
    /// Whether names and addresses are shown as they are.
    pub show_values: bool,
    /// Whether the segments are written as lists.
    pub segments: bool,
    /// Where the results go, if they are written.
    pub out: Option<PathBuf>,
}

/// What an audit came to.
#[derive(Debug, Default)]
pub struct Audited {
    /// The numbers.
    pub summary: Summary,
}

/// Audits a linked set.
///
/// # Errors
/// When nothing can be read, or a profile or the glossary is wrong.
pub fn audit(asked: &Asked, progress: &dyn Progress) -> Result<Audited> {
    prepare(asked, progress, |ready| {
        let Ready {
            glossary,
            files,
            catalog,
            set,
            world,
            gathered,
            problems,
        } = *ready;
        let judged = judge(asked, set, world, glossary, progress);
        let view = View {
            asked,
            glossary,
            set,
            world,
            owners: owners::called(&set.owners, &gathered.users),
            judged: &judged,
            sources: view::sources(set, world.sights)?,
        };
        let listed = Listed::of(&view);
        let summary = Summary {
            unread: unread::find(set, world)?,
            ..account::account(&view, &listed, files, catalog, gathered, problems)
        };
        if let Some(out) = &asked.out {
            progress.step("writing", judged.len() as u64);
            write::write(out, &view, &summary, listed, progress)?;
        }
        Ok(Audited { summary })
    })
}

/// The place of each record's segment among the segments, in the order of the records.
pub(super) fn segments(
    asked: &Asked,
    set: &Set,
    world: &World,
    glossary: &Glossary,
    judged: &[Judged],
) -> Vec<u8> {
    let view = View {
        asked,
        glossary,
        set,
        world,
        owners: Vec::new(),
        judged,
        sources: HashMap::new(),
    };
    let recorded = view.consents_recorded();
    let mut places = vec![segments::NONE; set.metas.len()];
    for (one, meta) in view.records() {
        if let Some(place) = places.get_mut(one.record as usize) {
            *place = u8::try_from(view.segment(one, meta, recorded)).unwrap_or(segments::NONE);
        }
    }
    places
}
