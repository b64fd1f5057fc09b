//! Reading a linked set, and looking at it: the records as evidence, ready to be judged.

use std::collections::HashSet;

use rayon::prelude::*;

use super::problems::Problems;
use super::{Asked, CHUNK};
use crate::audit;
use crate::classify::around::{Around, Joined};
use crate::classify::{Looker, NO_DAY, Names, Scratch, Sight, World};
use crate::dedupe::{self, Group};
use crate::error::{Error, Result};
use crate::glossary::{self, Glossary, Policy};
use crate::map::Job;
use crate::model::axis::{Kind, Stage};
use crate::model::fate::Fate;
use crate::model::field::Fields;
use crate::model::record::{Axes, Draft, Meta};
use crate::model::store::Window;
use crate::normalize::{domain, email};
use crate::pipeline::convert::{class_names, load_sources, nothing_to_convert};
use crate::pipeline::first_pass::Gathered;
use crate::pipeline::linked::{self, Linked};
use crate::pipeline::matching::Lens;
use crate::pipeline::options::Progress;
use crate::pipeline::set::Set;
use crate::pipeline::sources::{self, Role, Understood};
use crate::pipeline::{context, joined};
use crate::survey::Catalog;
use crate::yaml::Mistakes;

const MICROS_A_DAY: i64 = 86_400_000_000;

/// A linked set, ready to be judged.
pub(in crate::pipeline) struct Ready<'a> {
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
    pub(super) problems: &'a Problems,
}

/// Reads a linked set, and hands it over as evidence.
///
/// # Errors
/// When nothing can be read, or a profile or the glossary is wrong.
pub(in crate::pipeline) fn prepare<T>(
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
    let catalog = Catalog::new(&profiles);
    let mut files = linked::files(options, &catalog, from, progress)?;
    if !files.iter().any(|file| file.role == Role::Parties) {
        return Err(nothing_to_convert(&files));
    }
    let mut fields = Fields::default();
    let job = Job {
        region: options.region.clone(),
        classes: class_names(&glossary, &profiles),
        ..Job::default()
    };
    let boxes = sources::compile(&mut files, &catalog, &job, &mut fields, true)?;
    let mut problems = Problems::default();
    let mut linked = linked::read(&files, boxes, job.classes, fields, &mut problems, progress)?;
    let Linked { set, gathered, .. } = &mut linked;
    let mut parties = linked::parties(set);
    if let Some(lens) = Lens::of(&files, &catalog, options)? {
        let beyond = lens.find(&files, set, &parties, progress)?;
        parties = dedupe::united(set.metas.len(), &[&parties, &beyond.clusters]);
    }
    with_world(
        asked,
        &glossary,
        &files,
        &catalog,
        set,
        gathered,
        parties,
        progress,
        |set, world| {
            then(&Ready {
                glossary: &glossary,
                files: &files,
                catalog: &catalog,
                set,
                world,
                gathered,
                problems: &problems,
            })
        },
    )?
}

/// Looks at a linked set whose links are found, and lends it as evidence. `parties` are the records that are one.
///
/// # Errors
/// When a file can't be read.
#[allow(clippy::too_many_arguments, reason = "a set in all its parts")]
pub(in crate::pipeline) fn with_world<T>(
    asked: &Asked,
    glossary: &Glossary,
    files: &[Understood],
    catalog: &Catalog,
    set: &mut Set,
    gathered: &Gathered,
    parties: Vec<Group>,
    progress: &dyn Progress,
    use_it: impl FnOnce(&Set, &World) -> T,
) -> Result<T> {
    let mut around = context::read(files, catalog, &set.metas, &glossary.words, progress)?;
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
    let looker = Looker::new(&names, &own, &glossary.words, &firms);
    let sights = look(set, files, &looker, progress)?;
    let said = read_words(set, &sights);
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
        parties,
    );
    progress.step("judging", set.metas.len() as u64);
    let done = use_it(set, &world);
    for (at, axes, declared) in said.into_iter().rev() {
        if let Some(meta) = set.metas.get_mut(at as usize) {
            (meta.axes, meta.declared) = (axes, declared);
        }
    }
    Ok(done)
}

/// Where a funnel row's status says a stage by its words only, or the glossary says what an organization's type means, the
/// row is judged by that. Gives what the rows had before.
fn read_words(set: &mut Set, sights: &[Sight]) -> Vec<(u32, Axes, u8)> {
    let number = |name: &str| {
        let at = set.classes.iter().position(|class| class == name);
        at.and_then(|at| u8::try_from(at).ok())
    };
    let (Some(lead), Some(prospect)) = (number("lead"), number("prospect")) else {
        return Vec::new();
    };
    let mut before = Vec::new();
    for ((at, meta), sight) in (0..).zip(&mut set.metas).zip(sights) {
        if let Some((stage, roles)) = sight.by_type {
            before.push((at, meta.axes, meta.declared));
            (meta.axes.stage, meta.axes.roles) = (stage, roles);
        }
        let Some(stage) = sight.stage.filter(|_| !meta.axes.converted) else {
            continue;
        };
        if meta.declared == lead || meta.declared == prospect {
            before.push((at, meta.axes, meta.declared));
            meta.axes.stage = stage;
            let qualified = matches!(stage, Stage::Sql | Stage::Opportunity);
            meta.declared = if qualified { lead } else { prospect };
        }
    }
    before
}

/// The company's own domains: those that are named, and those of its users that no provider gives to everybody.
fn own_domains(asked: &Asked, policy: &Policy, gathered: &Gathered, set: &Set) -> Vec<String> {
    let users = gathered.users.iter().map(|user| user.email.as_str());
    let owners = set.owners.iter().map(String::as_str);
    let mut own: Vec<String> = users
        .chain(owners)
        .filter_map(|address| domain::from_email(address))
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
