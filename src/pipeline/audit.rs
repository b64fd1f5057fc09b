//! The audit: who is who in a linked set, and what stands in the wrong box.

mod account;
mod listed;
mod problems;
mod view;
mod write;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use rayon::prelude::*;

use super::context;
use super::convert::load_sources;
use super::first_pass::{self, Gathered};
use super::joined;
use super::options::{Options, Progress};
use super::owners;
use super::resolve;
use super::segments;
use super::set::Set;
use super::sources::{self, Role, Understood};
pub(super) use account::not_judged;
use listed::Listed;
use problems::Problems;
use view::View;

use crate::audit::{self, Becomes, Hit, Rule, Summary};
use crate::classify::around::{Around, Joined};
use crate::classify::{
    Case, Classifier, Looker, NO_DAY, Names, Scratch, Sight, Warmth, World, gather,
};
use crate::dedupe;
use crate::error::{Error, Result};
use crate::glossary::{self, Glossary, Policy, Setting};
use crate::link;
use crate::map::Job;
use crate::model::axis::{Kind, Stage, Temperature};
use crate::model::evidence::Evidence;
use crate::model::fate::Fate;
use crate::model::field::Fields;
use crate::model::finding::Severity;
use crate::model::record::{Axes, Draft, Meta};
use crate::model::store::{Store, Window};
use crate::normalize::email;
use crate::profile::schema::Profile;
use crate::read;
use crate::report::Lang;
use crate::survey::Catalog;
use crate::yaml::Mistakes;

/// How much of the records is kept in memory, in bytes.
const STORE_MEMORY: usize = 192 << 20;
/// Records that one thread judges at a time.
const CHUNK: usize = 4096;
const MICROS_A_DAY: i64 = 86_400_000_000;

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

/// A linked set, ready to be judged.
pub(super) struct Ready<'a> {
    /// What the words mean.
    pub glossary: &'a Glossary,
    /// The files, understood.
    pub files: &'a [Understood],
    /// What is known of vendors.
    pub catalog: &'a Catalog<'a>,
    /// The records.
    pub set: &'a Set,
    /// The records as evidence.
    pub world: &'a World<'a>,
    /// What the first pass saw beside them.
    pub gathered: &'a Gathered,
    /// Values that can't be read, by column.
    problems: &'a Problems,
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
        let summary = account::account(&view, &listed, files, catalog, gathered, problems);
        if let Some(out) = &asked.out {
            progress.step("writing", judged.len() as u64);
            write::write(out, &view, &summary, listed, progress)?;
        }
        Ok(Audited { summary })
    })
}

/// Reads a linked set, and hands it over as evidence.
///
/// # Errors
/// When nothing can be read, or a profile or the glossary is wrong.
pub(super) fn prepare<T>(
    asked: &Asked,
    progress: &dyn Progress,
    then: impl FnOnce(&Ready) -> Result<T>,
) -> Result<T> {
    let options = &asked.options;
    let (profiles, from) = load_sources(options)?;
    let name = if options.glossary.is_empty() {
        "staged"
    } else {
        &options.glossary
    };
    let bad = |mistakes: Mistakes| Error::new(mistakes.to_string(), "");
    let glossary = glossary::load(name).map_err(bad)?;
    let codes: Vec<&str> = audit::RULES.iter().map(|rule| rule.code).collect();
    let unknown = glossary.unknown_codes(&codes);
    if !unknown.is_empty() {
        return Err(bad(Mistakes(unknown)));
    }
    let inputs = read::discover(&options.inputs)?;
    if inputs.is_empty() {
        return Err(Error::new(
            "no file in the inputs",
            "give the folder or the files of the export",
        ));
    }
    progress.step("looking over the files", inputs.len() as u64);
    let catalog = Catalog::new(&profiles);
    let mut files = sources::understand(&inputs, &catalog, options, from)?;
    if !files.iter().any(|file| file.role == Role::Parties) {
        return Err(super::convert::nothing_to_convert(&files));
    }
    let mut fields = Fields::default();
    let job = Job {
        region: options.region.clone(),
        classes: class_names(&glossary, &profiles),
        ..Job::default()
    };
    let boxes = sources::compile(&mut files, &catalog, &job, &mut fields, true)?;
    let folder = tempfile::tempdir()
        .map_err(|error| Error::new(error.to_string(), "make room for temporary files"))?;
    let store = Store::new(STORE_MEMORY, folder.path().to_path_buf());
    let mut set = Set::new(&files, store, boxes, job.classes.clone(), fields);
    let mut problems = Problems::default();
    let gathered = first_pass::read(&files, &mut set, &mut problems, progress)?;
    let headers: Vec<u32> = files.iter().map(|file| file.header.row).collect();
    resolve::filter(&mut set, &[], &headers);
    first_pass::spread_opt_outs(&mut set, &gathered);
    resolve::point(&mut set);
    with_world(
        asked,
        &glossary,
        &files,
        &catalog,
        &mut set,
        &gathered,
        progress,
        |set, world| {
            then(&Ready {
                glossary: &glossary,
                files: &files,
                catalog: &catalog,
                set,
                world,
                gathered: &gathered,
                problems: &problems,
            })
        },
    )?
}

/// Looks at a linked set whose links are found, and lends it as evidence.
///
/// # Errors
/// When a file can't be read.
#[allow(clippy::too_many_arguments, reason = "a set in all its parts")]
pub(super) fn with_world<T>(
    asked: &Asked,
    glossary: &Glossary,
    files: &[Understood],
    catalog: &Catalog,
    set: &mut Set,
    gathered: &Gathered,
    progress: &dyn Progress,
    use_it: impl FnOnce(&Set, &World) -> T,
) -> Result<T> {
    let mut around = context::read(files, catalog, &set.metas, progress)?;
    (around.joined, around.owners) = joined::find(files, catalog, &set.owners, &gathered.users);
    let can_be_judged = |one: &Joined| one.organization || one.parent || one.manager;
    around.present.linked = around.joined.iter().any(can_be_judged);
    let is_organization = |meta: &Meta| meta.axes.kind == Kind::Organization;
    around.present.employers = around.joined.iter().any(|one| one.organization)
        || around.names_employers()
        || !set.metas.iter().any(is_organization);
    progress.step("looking at each record", set.metas.len() as u64);
    let own = own_domains(asked, &glossary.policy, gathered, set);
    let names = Names::of(&set.metas);
    let firms: HashSet<u64, foldhash::fast::RandomState> = set
        .metas
        .iter()
        .filter(|meta| meta.axes.kind == Kind::Organization)
        .map(|meta| meta.org_name)
        .collect();
    let sights = look(set, files, &Looker::new(&names, &own, &firms), progress)?;
    let said = read_statuses(set, &sights);
    let as_of = asked
        .as_of
        .unwrap_or_else(|| last_day(set, &sights, &around));
    let world = World::new(
        &set.metas,
        &set.links,
        &sights,
        &around,
        &set.classes,
        &glossary.policy,
        as_of,
        parties(set),
    );
    progress.step("judging", set.metas.len() as u64);
    let done = use_it(set, &world);
    for (at, axes, declared) in said {
        if let Some(meta) = set.metas.get_mut(at as usize) {
            (meta.axes, meta.declared) = (axes, declared);
        }
    }
    Ok(done)
}

/// Where a funnel row's status says a stage by its words only, it is judged by that. Gives what the rows had before.
fn read_statuses(set: &mut Set, sights: &[Sight]) -> Vec<(u32, Axes, u8)> {
    let number = |name: &str| {
        let at = set.classes.iter().position(|class| class == name);
        at.and_then(|at| u8::try_from(at).ok())
    };
    let (Some(lead), Some(prospect)) = (number("lead"), number("prospect")) else {
        return Vec::new();
    };
    let mut before = Vec::new();
    for ((at, meta), sight) in (0..).zip(&mut set.metas).zip(sights) {
        let Some(stage) = sight.stage.filter(|_| !meta.axes.converted) else {
            continue;
        };
        if meta.declared == lead || meta.declared == prospect {
            before.push((at, meta.axes, meta.declared));
            meta.axes.stage = stage;
            meta.declared = if stage == Stage::Sql { lead } else { prospect };
        }
    }
    before
}

fn class_names(glossary: &Glossary, profiles: &[Profile]) -> Vec<String> {
    super::convert::class_names(glossary, profiles)
}

/// The records that are one party by sure keys.
fn parties(set: &Set) -> Vec<Vec<u32>> {
    let (same_id, _) = dedupe::by_id(&set.metas);
    let mut became = Vec::new();
    for (at, links) in (0..).zip(&set.links) {
        for target in [links.became_person, links.merged_into] {
            if link::is_found(target) && target != at {
                became.push((at, target));
            }
        }
    }
    dedupe::clusters(&set.metas, &same_id, &became).groups()
}

/// The company's own domains: those that are named, and those of its users that no provider gives to everybody.
fn own_domains(asked: &Asked, policy: &Policy, gathered: &Gathered, set: &Set) -> Vec<String> {
    let users = gathered.users.iter().map(|user| user.email.as_str());
    let owners = set.owners.iter().map(String::as_str);
    let mut own: Vec<String> = users
        .chain(owners)
        .filter_map(|address| crate::normalize::domain::from_email(address))
        .filter(|domain| !email::is_free_mail(domain))
        .map(str::to_lowercase)
        .chain(policy.own_domains.iter().cloned())
        .chain(
            asked
                .own_domains
                .iter()
                .map(|domain| domain.trim_start_matches('@').to_lowercase()),
        )
        .collect();
    own.sort_unstable();
    own.dedup();
    own
}

/// What each record says by itself.
fn look(
    set: &Set,
    files: &[Understood],
    looker: &Looker,
    progress: &dyn Progress,
) -> Result<Vec<Sight>> {
    let chunks: Vec<Result<Vec<Sight>>> = set
        .metas
        .par_chunks(CHUNK)
        .enumerate()
        .map_init(Scratch::default, |scratch, (number, metas)| {
            let (mut draft, mut window) = (Draft::default(), Window::default());
            let mut sights = Vec::with_capacity(metas.len());
            for (at, meta) in (number * CHUNK..).zip(metas) {
                draft.clear();
                if meta.fate == Fate::Exported {
                    let at = u32::try_from(at).unwrap_or(u32::MAX);
                    set.fetch(at, &mut draft, &mut window)?;
                }
                let (beside, names) = match files.get(usize::from(meta.table)) {
                    Some(file) => (&file.evidence[..], &file.names[..]),
                    None => (&[][..], &[][..]),
                };
                sights.push(looker.look(meta, &draft, beside, names, scratch));
            }
            progress.done(metas.len() as u64);
            Ok(sights)
        })
        .collect();
    let mut all = Vec::with_capacity(set.metas.len());
    for sights in chunks {
        all.extend(sights?);
    }
    Ok(all)
}

/// The last day on which something was made, changed or done.
fn last_day(set: &Set, sights: &[Sight], around: &Around) -> i32 {
    let own = sights
        .iter()
        .map(|sight| sight.created.max(sight.active))
        .max();
    let modified = set
        .metas
        .iter()
        .map(|meta| meta.modified)
        .max()
        .unwrap_or(i64::MIN);
    let modified = match modified {
        i64::MIN => NO_DAY,
        micros => i32::try_from(micros.div_euclid(MICROS_A_DAY)).unwrap_or(NO_DAY),
    };
    own.unwrap_or(NO_DAY).max(modified).max(around.last)
}

/// A record as it was judged.
pub(super) struct Judged {
    /// The record.
    pub record: u32,
    /// How warm it is, as its source says or, where that says nothing, by the glossary's policy.
    pub temperature: Temperature,
    /// The class that box and status declare, in the words of the glossary; 255 for none.
    pub declared: u8,
    /// Its class; absent where it is no record of a party.
    pub class: Option<u8>,
    /// The same in the words in which profiles declare classes, by which records are routed.
    pub routed_by: Option<u8>,
    /// What is known of it.
    pub evidence: Evidence,
    /// The rules that hold.
    pub hits: Vec<(&'static Rule, Hit)>,
}

/// Judges every record.
pub(super) fn judge(
    asked: &Asked,
    set: &Set,
    world: &World,
    glossary: &Glossary,
    progress: &dyn Progress,
) -> Vec<Judged> {
    let is_on = |rule: &Rule| is_on(asked, glossary, rule);
    // Profiles declare classes in the words of this one.
    let staged = match glossary.name.as_str() {
        PROFILES_WORDS => None,
        _ => glossary::load(PROFILES_WORDS).ok(),
    };
    let chunks: Vec<Vec<Judged>> = set
        .metas
        .par_chunks(CHUNK)
        .enumerate()
        .map_init(
            || Words {
                own: Classifier::new(glossary, &set.classes),
                warmth: Warmth::new(&glossary.policy),
                profiles: staged
                    .as_ref()
                    .map(|staged| Classifier::new(staged, &set.classes)),
            },
            |classifier, (number, metas)| {
                let mut judged = Vec::with_capacity(metas.len());
                for (at, meta) in (number * CHUNK..).zip(metas) {
                    let at = u32::try_from(at).unwrap_or(u32::MAX);
                    if meta.fate == Fate::Exported {
                        judged.extend(judge_one(at, world, classifier, &is_on));
                    }
                }
                progress.done(metas.len() as u64);
                judged
            },
        )
        .collect();
    chunks.into_iter().flatten().collect()
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

/// Whether a rule judges: because it is asked to, else by the glossary.
pub(super) fn is_on(asked: &Asked, glossary: &Glossary, rule: &Rule) -> bool {
    let told = asked.rules.iter().rev().find(|(code, _)| code == rule.code);
    told.map_or_else(|| by_glossary(glossary, rule), |(_, on)| *on)
}

/// How much a rule's findings matter, by the glossary or by default.
pub(super) fn severity(glossary: &Glossary, rule: &Rule) -> Severity {
    match glossary.setting(rule.code) {
        Some(Setting::As(severity)) => severity,
        _ => rule.severity,
    }
}

/// Whether the glossary has a rule judge, or leaves it at its default.
pub(super) fn by_glossary(glossary: &Glossary, rule: &Rule) -> bool {
    match glossary.setting(rule.code) {
        Some(setting) => setting != Setting::Off,
        None => rule.on,
    }
}

/// The glossary whose words profiles use to declare classes.
const PROFILES_WORDS: &str = "staged";

/// Classes in the words of the company, and of the profiles where those are others; and how warm records are.
struct Words<'g> {
    own: Classifier<'g>,
    warmth: Warmth<'g>,
    profiles: Option<Classifier<'g>>,
}

impl Words<'_> {
    /// A declared class in the words of the company: what it says of the same axes.
    fn declared(&mut self, axes: &Axes, declared: u8) -> u8 {
        let none = Evidence::default();
        let Some(profiles) = self.profiles.as_mut().filter(|_| declared != u8::MAX) else {
            return declared;
        };
        match profiles.class(axes, declared, none) == declared {
            true => known(self.own.class(axes, declared, none)).unwrap_or(declared),
            false => declared,
        }
    }
}

fn known(class: u8) -> Option<u8> {
    Some(class).filter(|class| *class != u8::MAX)
}

/// A record before its judges; `others` are the other rows of the same person.
pub(super) fn case<'w>(world: &'w World<'w>, at: u32, others: &'w [u32]) -> Option<Case<'w>> {
    let meta = world.metas.get(at as usize)?;
    let person = meta.axes.kind == Kind::Person;
    let mut case = Case {
        world,
        at,
        meta,
        sight: world.sights.get(at as usize)?,
        employer: if person { world.works_at(at) } else { None },
        others,
        evidence: Evidence::default(),
    };
    case.evidence = gather(&case);
    Some(case)
}

/// The other rows of the same person; none of an organization.
pub(super) fn others(world: &World, at: u32) -> Vec<u32> {
    let meta = world.metas.get(at as usize);
    match meta.map(|meta| meta.axes.kind) {
        Some(Kind::Person) => world.same_person(at),
        _ => Vec::new(),
    }
}

fn judge_one(
    at: u32,
    world: &World,
    words: &mut Words,
    is_on: &dyn Fn(&Rule) -> bool,
) -> Option<Judged> {
    let others = others(world, at);
    let case = case(world, at, &others)?;
    let hits = audit::judge(&case, is_on);
    let meta = case.meta;
    let (_, becomes) = decided(&case, &hits);
    let own = boxed(&case);
    let declared = words.declared(&own, meta.declared);
    let class = class(&case, &becomes, declared, &mut words.own);
    let routed_by = match (&mut words.profiles, becomes) {
        (Some(profiles), Becomes::Axes(axes)) => {
            known(profiles.class(&axes, meta.declared, case.evidence))
        }
        _ => class,
    };
    let temperature = match meta.axes.temperature {
        Temperature::Unknown if case.is_person() => words.warmth.derived(&case).unwrap_or_default(),
        own => own,
    };
    Some(Judged {
        record: at,
        temperature,
        declared,
        class,
        routed_by,
        evidence: case.evidence,
        hits,
    })
}

/// What a record is, and the rule that says so; none where its own axes and box do.
pub(super) fn decided(
    case: &Case,
    hits: &[(&'static Rule, Hit)],
) -> (Option<&'static Rule>, Becomes) {
    let mut moves = hits
        .iter()
        .filter(|(rule, hit)| rule.group == "classification" && hit.becomes != Becomes::Declared);
    if let Some((rule, hit)) = moves.next() {
        return (Some(rule), hit.becomes);
    }
    if case.is_converted() {
        return (None, Becomes::Declared);
    }
    (None, Becomes::Axes(boxed(case)))
}

/// The axes that a row claims, and its box with it: a funnel box says that there is interest.
fn boxed(case: &Case) -> Axes {
    let mut axes = case.meta.axes;
    if axes.stage == Stage::Known && case.is_funnel() {
        axes.stage = Stage::Interested;
    }
    axes
}

/// The class of what a record is; what no definition holds for is what its box declares.
pub(super) fn class(
    case: &Case,
    becomes: &Becomes,
    declared: u8,
    classifier: &mut Classifier,
) -> Option<u8> {
    let class = match becomes {
        Becomes::Nothing => return None,
        Becomes::Declared => u8::MAX,
        Becomes::Axes(axes) => classifier.class(axes, case.meta.declared, case.evidence),
    };
    known(class).or_else(|| known(declared))
}
