//! Matching: who is the same party in files of people and organizations.

mod beyond;
mod columns;
mod employer;
mod engine;
mod examples;
mod full;
mod pair;
mod read;
mod write;

use std::path::PathBuf;

use serde::Serialize;

use super::convert::{self, load_sources};
use super::linked;
use super::options::{FileReport, Options, Progress};
use super::sources::{self, Role, Understood};
use crate::dedupe::plan::{self, Plan};
use crate::error::{Error, Result};
use crate::kit;
use crate::map::Job;
use crate::model::fate::Fate;
use crate::model::field::Fields;
use crate::model::matched::{Band, Examples, KeyFound, Matched};
use crate::model::shown::Part;
use crate::report::Lang;
use crate::survey::Catalog;
use crate::survey::parts::Numbered;
use crate::yaml::Mistakes;
pub(super) use beyond::{Beyond, Lens};
use columns::{Columns, Named};
pub(super) use employer::by_domain;
use engine::Engine;
pub use pair::pair;
use read::Reading;

/// What is asked of a run that finds who is the same party.
#[derive(Clone, Debug, Default)]
pub struct DedupeAsked {
    /// Files, profiles, overlays, region.
    pub options: Options,
    /// The column of the ids by which rows are named, if it is not the profile's.
    pub id: Option<String>,
    /// Columns that are no evidence.
    pub ignored: Vec<String>,
    /// Where the results go, if they are written.
    pub out: Option<PathBuf>,
    /// The language of the report.
    pub lang: Lang,
    /// Whether the report shows values as they are, not masked.
    pub show_values: bool,
}

/// What it came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DedupeSummary {
    /// The input files.
    pub files: Vec<DedupedFile>,
    /// Rows of files that hold parties.
    pub rows: u64,
    /// Rows that are records.
    pub records: u64,
    /// Rows that are none: empty, unreadable, or deleted in the source.
    pub not_records: u64,
    /// Parties: clusters, those of one record among them.
    pub parties: u64,
    /// Clusters of two and more.
    pub clusters: u64,
    /// Records in them.
    pub in_clusters: u64,
    /// Records of the largest.
    pub largest: u64,
    /// Pairs that were compared.
    pub compared: u64,
    /// What each blocking key found.
    pub keys: Vec<KeyFound>,
    /// Pairs by band: (band, pairs).
    pub pairs: Vec<(&'static str, u64)>,
    /// What records show of their parties: (evidence, records that show it).
    pub evidence: Vec<(String, u64)>,
}

/// An input file, and which part each of its columns plays.
#[derive(Clone, Debug, Serialize)]
pub struct DedupedFile {
    /// How it was understood.
    #[serde(flatten)]
    pub file: FileReport,
    /// Whether nothing but its headers' words and its cells say what it holds.
    pub unrecognised: bool,
    /// Its columns: (header, the part that it plays, empty if it is no evidence).
    pub columns: Vec<(String, &'static str)>,
}

/// Finds who is the same party in the inputs; without an output folder nothing is written.
///
/// # Errors
/// When nothing can be read, a profile is wrong, a named column isn't there, or the results can't be written.
pub fn dedupe(asked: &DedupeAsked, progress: &dyn Progress) -> Result<DedupeSummary> {
    let options = &asked.options;
    let draft = match &asked.out {
        Some(out) => Some(kit::Draft::begin_as(
            "dedupe folder",
            &write::FILES,
            out,
            options.force,
            &options.inputs,
        )?),
        None => None,
    };
    with_reading(asked, progress, |reading, plans, catalog| {
        let show = |engine: &Engine| match draft {
            Some(_) => examples::of(reading, engine, asked.show_values),
            None => Ok(Examples::default()),
        };
        let sure = linked::parties(reading.set);
        let (matched, evidence) = full::matched(reading, plans, &sure, show, progress)?;
        let named = |(part, records)| (called(reading, part), records);
        let summary = DedupeSummary {
            evidence: evidence.into_iter().map(named).collect(),
            ..summary(reading, &matched, catalog)
        };
        if let Some(draft) = draft {
            progress.step("writing", reading.set.metas.len() as u64);
            write::write(draft.folder(), reading, &matched, &summary, progress)?;
            write::report(draft.folder(), &matched, &summary, asked)?;
            draft.finish()?;
        }
        Ok(summary)
    })
}

/// Reads the inputs, and hands over what their records show.
fn with_reading<T>(
    asked: &DedupeAsked,
    progress: &dyn Progress,
    then: impl FnOnce(&Reading, &[Plan], &Catalog) -> Result<T>,
) -> Result<T> {
    let options = &asked.options;
    let plans = plans(&options.plans)?;
    let apart = apart(&plans);
    let (profiles, from) = load_sources(options)?;
    let catalog = Catalog::new(&profiles);
    let named = Named {
        id: asked.id.as_deref(),
        ignored: &asked.ignored,
        apart: &apart,
    };
    let mut files = linked::files(options, &catalog, from, progress)?;
    columns::take_as_plain(&mut files, &catalog, named, &options.inputs)?;
    if !files.iter().any(|file| file.role == Role::Parties) {
        return Err(convert::nothing_to_convert(&files));
    }
    columns::check(named, &files)?;
    let boxes = sources::boxes(&mut files, &catalog);
    let mut numbered = Numbered::default();
    let columns = columns::settle(&mut files, &catalog, named, &mut numbered)?;
    for plan in &plans {
        columns::check_settling(&plan.same, &columns)?;
    }
    let mut fields = Fields::default();
    let job = Job {
        region: options.region.clone(),
        ..Job::default()
    };
    sources::mappers(&mut files, &catalog, &job, &mut fields, false)?;
    let mut nobody = std::io::sink();
    let linked = linked::read(&files, boxes, Vec::new(), fields, &mut nobody, progress)?;
    let reading = Reading::new(&files, &columns, &linked.set, &numbered);
    then(&reading, &plans, &catalog)
}

/// The plans: those that the user names, and the built-in one for a kind of party that they leave out.
fn plans(named: &[(String, String)]) -> Result<Vec<Plan>> {
    let bad = |mistakes: Mistakes| Error::new(mistakes.to_string(), "");
    let own = named.iter().map(|(name, text)| plan::load_text(text, name));
    let mut plans: Vec<Plan> = own.collect::<std::result::Result<_, _>>().map_err(bad)?;
    for (built_in, organizations) in [(plan::PEOPLE, false), (plan::ORGANIZATIONS, true)] {
        let of_kind = plans
            .iter()
            .filter(|plan| plan.organizations == organizations);
        match of_kind.count() {
            0 => plans.push(plan::load(built_in).map_err(bad)?),
            1 => {}
            _ => {
                return Err(Error::new(
                    format!("two plans are for {built_in}"),
                    "give one plan for each kind of party",
                ));
            }
        }
    }
    Ok(plans)
}

/// The columns that part parties by some plan.
fn apart(plans: &[Plan]) -> Vec<String> {
    let mut apart: Vec<String> = plans.iter().flat_map(|plan| plan.apart.clone()).collect();
    apart.sort_unstable();
    apart.dedup();
    apart
}

fn summary(reading: &Reading, matched: &Matched, catalog: &Catalog) -> DedupeSummary {
    let metas = &reading.set.metas;
    let rows = (0..)
        .zip(metas)
        .filter(|(at, _)| write::is_row(reading, *at));
    let rows = rows.count() as u64;
    let living = metas.iter().filter(|meta| meta.fate == Fate::Exported);
    let records = living.count() as u64;
    let sizes = || matched.clusters.iter().map(|cluster| cluster.len() as u64);
    let in_clusters: u64 = sizes().sum();
    let clusters = matched.clusters.len() as u64;
    let bands = [Band::Same, Band::Review, Band::Different];
    let of = |band| {
        matched
            .pairs
            .iter()
            .filter(|pair| pair.band == band)
            .count() as u64
    };
    let files = reading.files.iter().zip(reading.columns);
    DedupeSummary {
        files: files
            .map(|(file, columns)| described(file, columns, catalog))
            .collect(),
        rows,
        records,
        not_records: rows - records,
        parties: (records + clusters).saturating_sub(in_clusters),
        clusters,
        in_clusters,
        largest: sizes().max().unwrap_or(0),
        compared: matched.compared,
        keys: matched.keys.clone(),
        pairs: bands.map(|band| (band.name(), of(band))).to_vec(),
        evidence: Vec::new(),
    }
}

/// What a part is called; those that have a number, by the names of their columns.
fn called(reading: &Reading, part: Part) -> String {
    let (names, at) = match part {
        Part::Identifier(at) => (&reading.numbered.identifiers, at),
        Part::Other(at) => (&reading.numbered.others, at),
        _ => return part.name().to_string(),
    };
    let name = names.get(usize::from(at)).map_or("", String::as_str);
    format!("{}: {name}", part.name())
}

fn described(file: &Understood, columns: &Columns, catalog: &Catalog) -> DedupedFile {
    let taken = columns.objects.first().map(|(_, taken)| taken);
    let part = |at: usize| taken.and_then(|taken| taken.get(at)?.part());
    let names = file.header.names.iter().enumerate();
    let names = names.filter(|_| file.role == Role::Parties);
    DedupedFile {
        file: sources::report(file, catalog),
        unrecognised: file
            .recognition
            .as_ref()
            .is_some_and(|found| found.confidence == 0.0),
        columns: names
            .map(|(at, name)| (name.clone(), part(at).map_or("", |part| part.name())))
            .collect(),
    }
}
