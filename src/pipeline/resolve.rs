//! Between the passes: links, parties, classes, routes, and what stands in the way.

use std::collections::HashMap;
use std::collections::HashSet;

use rayon::prelude::*;

use super::matching;
use super::mended::Mended;
use super::options::Matching;
use super::set::Set;
use crate::classify::Classifier;
use crate::dedupe::{self, Group};
use crate::error::Result;
use crate::export::{Layout, LinkSlot, Member, Party};
use crate::expression::Expression;
use crate::glossary::Glossary;
use crate::link::{self, ByName, Index};
use crate::merge;
use crate::model::axis::Kind;
use crate::model::evidence::Evidence;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, find};
use crate::model::key;
use crate::model::record::{
    Draft, FLAG_BLANK_KEY, FLAG_DELETED, FLAG_OPTED_OUT, How, Links, Meta, NO_COLUMN, NO_RECORD,
};
use crate::model::store::Window;
use crate::model::usable::Usable;

/// A remark made between the passes: (code, record, column or empty).
pub type Remark = (&'static str, u32);

/// What became clear between the passes.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Remarks on records.
    pub remarks: Vec<Remark>,
    /// People whose organization was found by its name.
    pub by_name: HashSet<u32, foldhash::fast::RandomState>,
}

/// Rows that a rule leaves out before anything else: empty ones, mended ones, deleted ones.
pub fn filter(set: &mut Set, mended: &[Mended], tables: &[u32]) {
    let deleted = set.reason("deleted in the source");
    let replaced = set.reason("replaced by the mended row");
    let above = set.reason("above the header");
    let empty = set.reason("empty row");
    let broken = set.reason("row-unreadable");
    let names: Vec<String> = set.tables.clone();
    set.metas.par_iter_mut().for_each(|meta| {
        let table = names
            .get(usize::from(meta.table))
            .map_or("", String::as_str);
        let is_mended = || {
            mended
                .binary_search_by(|one| (one.file.as_str(), one.row).cmp(&(table, meta.row)))
                .is_ok()
        };
        if !mended.is_empty() && is_mended() {
            (meta.fate, meta.reason) = (Fate::Filtered, replaced);
        } else if meta.fate == Fate::Unreadable {
            meta.reason = broken;
        } else if meta.fate == Fate::Filtered {
            let header = tables.get(usize::from(meta.table)).copied().unwrap_or(0);
            meta.reason = if meta.row < header { above } else { empty };
        } else if meta.has(FLAG_DELETED) {
            (meta.fate, meta.reason) = (Fate::Filtered, deleted);
        }
    });
}

/// Finds what the links point at; gives the records that are one party by sure keys.
pub fn link(set: &mut Set, resolved: &mut Resolved) -> Vec<Group> {
    let (same_id, repeated) = dedupe::by_id(&set.metas);
    for at in repeated.into_iter().flatten() {
        if let Some(meta) = set.metas.get_mut(at as usize) {
            meta.id = key::NONE;
        }
        resolved.remarks.push(("id-repeated", at));
    }
    point(set);
    let mut became = Vec::new();
    for (at, links) in set.links.iter().enumerate() {
        let Ok(at) = u32::try_from(at) else { continue };
        for target in [links.became_person, links.merged_into] {
            if link::is_found(target) && target != at {
                became.push((at, target));
            }
        }
    }
    dedupe::clusters(&set.metas, &same_id, &became).groups()
}

/// Makes one party of each of the groups; `sure` are the groups that sure keys alone make.
pub fn join(set: &mut Set, groups: Vec<Group>, sure: &[Group], resolved: &mut Resolved) {
    cluster(set, groups, sure);
    cut(set, resolved);
}

/// Finds the records that the links point at, once.
pub fn point(set: &mut Set) {
    if set.links_read.is_empty() {
        return;
    }
    let index = Index::new(&set.metas);
    set.links = std::mem::take(&mut set.links_read)
        .par_iter()
        .map(|links| of_kind(&set.metas, index.resolve(links)))
        .collect();
}

/// An organization is no person and a manager no organization: such a link leads nowhere, and a lead that became a
/// person account became no organization.
fn of_kind(metas: &[Meta], mut links: Links<u32>) -> Links<u32> {
    let is = |target: u32, kind: Kind| {
        metas
            .get(target as usize)
            .is_none_or(|meta| meta.axes.kind == kind)
    };
    for (target, kind) in [
        (&mut links.organization, Kind::Organization),
        (&mut links.parent, Kind::Organization),
        (&mut links.manager, Kind::Person),
    ] {
        if !is(*target, kind) {
            *target = link::OF_OTHER_KIND;
        }
    }
    if !is(links.became_organization, Kind::Organization) {
        links.became_organization = NO_RECORD;
    }
    links
}

fn cluster(set: &mut Set, groups: Vec<Group>, sure: &[Group]) {
    let contact = class_number(set, "contact");
    let merged = set.reason("same party");
    let matched = set.reason("same party, by all that they have in common");
    let known = dedupe::numbered(sure);
    for mut group in groups {
        merge::rank(&set.metas, &mut group, contact, |at| set.id(at).to_string());
        let Some(&survivor) = group.first() else {
            continue;
        };
        let axes = merge::axes(&set.metas, &group);
        let opted_out = merge::opted_out(&set.metas, &group);
        let usable = group
            .iter()
            .filter_map(|at| set.metas.get(*at as usize))
            .fold(Usable::default(), |all, meta| all.or(meta.usable));
        let first_filled = |of: fn(&Meta) -> u64| {
            let mut keys = group
                .iter()
                .filter_map(|at| set.metas.get(*at as usize))
                .map(of);
            keys.find(|key| *key != key::NONE).unwrap_or(key::NONE)
        };
        let (target_key, email, org_name, domain) = (
            first_filled(|m| m.target_key),
            first_filled(|m| m.email),
            first_filled(|m| m.org_name),
            first_filled(|m| m.domain),
        );
        let owner = group
            .iter()
            .filter_map(|at| set.metas.get(*at as usize))
            .map(|meta| meta.owner)
            .find(|owner| *owner > 0);
        for at in &group {
            let Some(meta) = set.metas.get_mut(*at as usize) else {
                continue;
            };
            meta.survivor = survivor;
            if *at != survivor {
                meta.fate = Fate::Merged;
                let is_sure = known.contains_key(at) && known.get(at) == known.get(&survivor);
                meta.reason = if is_sure { merged } else { matched };
            } else {
                meta.axes = axes;
                meta.usable = usable;
                (meta.target_key, meta.email, meta.org_name, meta.domain) =
                    (target_key, email, org_name, domain);
                meta.owner = owner.unwrap_or(0);
                if opted_out {
                    meta.flags |= FLAG_OPTED_OUT;
                }
            }
        }
        take_links(set, &group);
        set.clusters.insert(survivor, group);
    }
}

/// A survivor without a link takes it from the first member that has it.
fn take_links(set: &mut Set, group: &[u32]) {
    let Some(&survivor) = group.first() else {
        return;
    };
    let of = |pick: &dyn Fn(&crate::model::record::Links<u32>) -> u32| {
        let found = group
            .iter()
            .filter_map(|at| set.links.get(*at as usize))
            .map(pick);
        let mut found = found.filter(|target| *target != NO_RECORD);
        let first = found.next();
        first
            .filter(|target| link::is_found(*target))
            .or_else(|| found.find(|target| link::is_found(*target)))
            .or(first)
    };
    let organization =
        of(&|links| links.organization).or_else(|| of(&|links| links.became_organization));
    let parent = of(&|links| links.parent);
    let manager = of(&|links| links.manager);
    if let Some(links) = set.links.get_mut(survivor as usize) {
        links.organization = organization.unwrap_or(NO_RECORD);
        links.parent = parent.unwrap_or(NO_RECORD);
        links.manager = manager.unwrap_or(NO_RECORD);
    }
}

/// The addresses of every party of which one row has opted out: the target is given another row's address, and consent
/// must not get looser by merging.
///
/// # Errors
/// When the store can't be read.
pub fn opted_out_with_others(set: &Set) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let (mut draft, mut window) = (Draft::default(), Window::default());
    for at in living(set) {
        let members = set.members(&at);
        let out = set
            .metas
            .get(at as usize)
            .is_some_and(|meta| meta.has(FLAG_OPTED_OUT));
        for member in members.iter().filter(|_| out && members.len() > 1) {
            set.fetch(*member, &mut draft, &mut window)?;
            crate::map::each_address(&draft, &mut |address| found.push(address.to_string()));
        }
    }
    Ok(found)
}

fn class_number(set: &Set, name: &str) -> Option<u8> {
    let at = set.classes.iter().position(|class| class == name)?;
    u8::try_from(at).ok()
}

/// Links now point at survivors; circles are cut.
fn cut(set: &mut Set, resolved: &mut Resolved) {
    let survivors: Vec<u32> = (0..set.metas.len())
        .map(|at| set.survivor(u32::try_from(at).unwrap_or(NO_RECORD)))
        .collect();
    let stands = |target: u32| match survivors.get(target as usize) {
        Some(survivor) if link::is_found(target) => *survivor,
        _ => target,
    };
    for links in &mut set.links {
        links.organization = stands(links.organization);
        links.parent = stands(links.parent);
        links.manager = stands(links.manager);
        // A row may have been merged into a party of the other kind.
        *links = of_kind(&set.metas, *links);
    }
    let mut parents: Vec<u32> = set.links.iter().map(|links| links.parent).collect();
    let mut managers: Vec<u32> = set.links.iter().map(|links| links.manager).collect();
    for cut in link::cut_cycles(&mut parents)
        .into_iter()
        .chain(link::cut_cycles(&mut managers))
    {
        if survivors.get(cut as usize) == Some(&cut) {
            resolved.remarks.push(("link-cycle", cut));
        }
    }
    for ((links, parent), manager) in set.links.iter_mut().zip(parents).zip(managers) {
        links.parent = parent;
        links.manager = manager;
    }
}

/// Classifies every record that stands for itself, and routes it to an object of the target.
pub fn classify_and_route(set: &mut Set, glossary: &Glossary, layout: &Layout) -> Result<()> {
    let classes = set.classes.clone();
    let mut classifier = Classifier::new(glossary, &classes);
    for meta in &mut set.metas {
        if matches!(meta.fate, Fate::Exported | Fate::Merged) {
            meta.class = classifier.class(&meta.axes, meta.routed_by(), Evidence::default());
        }
    }
    let mut known: HashMap<_, u8, foldhash::fast::RandomState> = HashMap::default();
    let by_axes = layout
        .objects
        .iter()
        .all(|object| object.when.as_ref().is_none_or(Expression::axes_only));
    let no_place = set.reason("the target has no place for it");
    for at in 0..set.metas.len() {
        let Some(meta) = set.metas.get(at) else {
            continue;
        };
        if meta.fate != Fate::Exported {
            continue;
        }
        let combination = (meta.axes, meta.routed_by(), meta.class);
        let target = match known.get(&combination).filter(|_| by_axes) {
            Some(target) => *target,
            None => {
                let target = route(set, u32::try_from(at).unwrap_or(NO_RECORD), layout, by_axes)?;
                known.insert(combination, target);
                target
            }
        };
        if let Some(meta) = set.metas.get_mut(at) {
            meta.target = target;
            if target == u8::MAX {
                (meta.fate, meta.reason) = (Fate::Rejected, no_place);
            }
        }
    }
    Ok(())
}

/// Runs `judge` on the party that a record stands for.
pub fn with_party<T>(
    set: &Set,
    at: u32,
    fetch: bool,
    judge: impl FnOnce(&Party) -> T,
) -> Result<T> {
    let records = set.members(&at);
    let mut drafts = vec![Draft::default(); records.len()];
    let mut window = Window::default();
    if fetch {
        for (record, draft) in records.iter().zip(&mut drafts) {
            set.fetch(*record, draft, &mut window)?;
        }
    }
    let members: Vec<Member> = records
        .iter()
        .zip(&drafts)
        .filter_map(|(record, draft)| set.member(*record, draft))
        .collect();
    Ok(judge(&set.party(at, &members)))
}

fn route(set: &Set, at: u32, layout: &Layout, by_axes: bool) -> Result<u8> {
    with_party(set, at, !by_axes, |party| {
        let found = layout.objects.iter().position(|object| {
            object.kind == party.axes.kind
                && object
                    .when
                    .as_ref()
                    .is_none_or(|when| when.eval_bool(party))
        });
        found
            .and_then(|at| u8::try_from(at).ok())
            .unwrap_or(u8::MAX)
    })
}

/// Leaves out what is not selected: a record stays if the rule holds for it, or for a record that belongs to it or that
/// it belongs to.
pub fn select(set: &mut Set, rules: &[Expression]) -> Result<()> {
    if rules.is_empty() {
        return Ok(());
    }
    let survivors: Vec<u32> = living(set);
    let chosen: Vec<bool> = survivors
        .par_iter()
        .map(|at| {
            with_party(set, *at, true, |party| {
                rules.iter().all(|rule| rule.eval_bool(party))
            })
        })
        .collect::<Result<_>>()?;
    let chosen: HashSet<u32> = survivors
        .iter()
        .zip(chosen)
        .filter(|(_, chosen)| *chosen)
        .map(|(at, _)| *at)
        .collect();
    let keep = close(set, &survivors, &chosen, true);
    let reason = set.reason("not selected");
    drop_others(set, &survivors, &keep, reason);
    Ok(())
}

/// The chosen records, those they point at (and on from there), and, if wanted, those that point at them.
pub fn close(set: &Set, survivors: &[u32], chosen: &HashSet<u32>, children: bool) -> HashSet<u32> {
    let mut keep = chosen.clone();
    if children {
        for at in survivors {
            let Some(links) = set.links.get(*at as usize) else {
                continue;
            };
            if [links.organization, links.parent]
                .iter()
                .any(|target| chosen.contains(target))
            {
                keep.insert(*at);
            }
        }
    }
    let mut open: Vec<u32> = survivors
        .iter()
        .copied()
        .filter(|at| keep.contains(at))
        .collect();
    while let Some(at) = open.pop() {
        let Some(links) = set.links.get(at as usize) else {
            continue;
        };
        for target in [links.organization, links.parent, links.manager] {
            if link::is_found(target) && keep.insert(target) {
                open.push(target);
            }
        }
    }
    keep
}

/// Records that stand for themselves and are to be exported.
pub fn living(set: &Set) -> Vec<u32> {
    (0..set.metas.len())
        .filter(|at| {
            set.metas
                .get(*at)
                .is_some_and(|meta| meta.fate == Fate::Exported)
        })
        .filter_map(|at| u32::try_from(at).ok())
        .collect()
}

/// Leaves out the living records that are not to be kept.
pub fn drop_others(set: &mut Set, survivors: &[u32], keep: &HashSet<u32>, reason: u16) {
    for at in survivors.iter().filter(|at| !keep.contains(at)) {
        if let Some(meta) = set.metas.get_mut(*at as usize) {
            (meta.fate, meta.reason) = (Fate::Filtered, reason);
        }
    }
}

/// Finds organizations by the names on people, and makes those that exist only as text, where the target wants them. With
/// full `matching` an organization at a person's domain is found by a name that is only like its own, too.
pub fn organizations(
    set: &mut Set,
    layout: &Layout,
    matching: Matching,
    resolved: &mut Resolved,
) -> Result<()> {
    let wants: Vec<bool> = layout
        .objects
        .iter()
        .map(|object| object.links(LinkSlot::Organization))
        .collect();
    let home = layout
        .objects
        .iter()
        .position(|object| object.kind == Kind::Organization);
    let wanted: Vec<u32> = living(set)
        .into_iter()
        .filter(|at| {
            let (meta, links) = (set.metas.get(*at as usize), set.links.get(*at as usize));
            meta.is_some_and(|meta| {
                meta.axes.kind == Kind::Person && wants.get(usize::from(meta.target)) == Some(&true)
            }) && links.is_some_and(|links| !link::is_found(links.organization))
        })
        .collect();
    let mut unknown: Vec<(u64, u32)> = Vec::new();
    for (at, found) in link::by_name(&set.metas, &wanted, |at| set.survivor(at)) {
        match found {
            ByName::Found(organization) => {
                resolved.by_name.insert(at);
                if let Some(links) = set.links.get_mut(at as usize) {
                    links.organization = organization;
                }
            }
            ByName::Ambiguous => resolved.remarks.push(("link-ambiguous", at)),
            ByName::Unknown => {
                unknown.extend(set.metas.get(at as usize).map(|meta| (meta.org_name, at)))
            }
        }
    }
    if matching == Matching::Full {
        let found = matching::by_domain(set, &unknown)?;
        let people: HashSet<u32> = found.iter().map(|(person, _)| *person).collect();
        unknown.retain(|(_, person)| !people.contains(person));
        for (person, organization) in found {
            resolved.remarks.push(("link-by-likeness", person));
            if let Some(links) = set.links.get_mut(person as usize) {
                links.organization = organization;
            }
        }
    }
    let Some(home) = home.and_then(|home| u8::try_from(home).ok()) else {
        return Ok(());
    };
    unknown.sort_unstable();
    let mut groups: Vec<&[(u64, u32)]> = unknown.chunk_by(|a, b| a.0 == b.0).collect();
    groups.sort_unstable_by_key(|group| group.first().map(|(_, at)| *at));
    for batch in groups.chunks(BATCH) {
        let mut bytes = Vec::new();
        let first = set.metas.len();
        for group in batch {
            create(set, group, home, layout, resolved, &mut bytes)?;
        }
        let chunk = set.store.append(&bytes).map_err(|error| {
            crate::error::Error::new(
                error.to_string(),
                "make room on the disk of the output folder",
            )
        })?;
        for meta in set.metas.iter_mut().skip(first) {
            meta.chunk = chunk;
        }
    }
    Ok(())
}

/// Whether the target takes an organization of which no more is known than this.
fn takes(object: &crate::export::ObjectLayout, made: &Draft) -> bool {
    object.required.iter().all(|(at, _)| {
        let Some(column) = object.columns.get(*at) else {
            return false;
        };
        let crate::export::From::Fields { fields, .. } = &column.from else {
            return true;
        };
        let mut filled = fields.iter().filter_map(|field| made.value(*field));
        filled
            .next()
            .is_some_and(|value| column.takes(&value, false))
    })
}

/// How many of the people of a created organization are asked for its website.
const ASKED: usize = 8;
/// How many created organizations share a chunk of the store.
const BATCH: usize = 4096;

fn create(
    set: &mut Set,
    group: &[(u64, u32)],
    home: u8,
    layout: &Layout,
    resolved: &mut Resolved,
    bytes: &mut Vec<u8>,
) -> Result<()> {
    let Some(&(name_key, _)) = group.first() else {
        return Ok(());
    };
    let [name, domain, website] = ["organization.name", "organization.domain", "website"]
        .map(|name| find(name).unwrap_or(FieldId(u16::MAX)));
    let mut draft = Draft::default();
    let mut made = Draft::default();
    let mut window = Window::default();
    for (_, person) in group.iter().take(ASKED) {
        for member in set.members(person) {
            set.fetch(*member, &mut draft, &mut window)?;
            for field in [name, domain, website] {
                let value = draft.value(field).filter(|value| value.how != How::Unread);
                if let Some(value) = value.filter(|_| made.value(field).is_none()) {
                    made.add_value(field, NO_COLUMN, How::Same, value.text);
                }
            }
        }
    }
    if !layout
        .objects
        .get(usize::from(home))
        .is_some_and(|object| takes(object, &made))
    {
        return Ok(());
    }
    let at = u32::try_from(set.metas.len()).unwrap_or(NO_RECORD);
    let mut meta = Meta::new(u16::MAX, u16::MAX, 0);
    meta.at = u32::try_from(bytes.len()).unwrap_or(0);
    made.encode(bytes);
    meta.len = u32::try_from(bytes.len()).unwrap_or(0) - meta.at;
    meta.axes.kind = Kind::Organization;
    meta.org_name = name_key;
    meta.usable = Usable::ALL;
    meta.target = home;
    meta.class = class_number(set, "organization").unwrap_or(u8::MAX);
    let key = layout
        .objects
        .get(usize::from(home))
        .and_then(|object| object.key);
    if let Some(text) = key
        .map(|(field, _)| made.text(field))
        .filter(|text| !text.is_empty())
    {
        meta.target_key = crate::map::target_key(text);
    }
    set.metas.push(meta);
    set.links.push(Links {
        organization: NO_RECORD,
        parent: NO_RECORD,
        manager: NO_RECORD,
        became_person: NO_RECORD,
        became_organization: NO_RECORD,
        merged_into: NO_RECORD,
    });
    let mut folded = String::new();
    crate::normalize::org_name::key(made.text(name), &mut folded);
    set.created.insert(at, folded);
    for (_, person) in group {
        resolved.by_name.insert(*person);
        if let Some(links) = set.links.get_mut(*person as usize) {
            links.organization = at;
        }
    }
    Ok(())
}

/// Sets aside what the target would refuse for want of a required column, or would merge on its own key.
pub fn obstacles(set: &mut Set, layout: &Layout, resolved: &mut Resolved) {
    let living = living(set);
    for at in &living {
        let Some(meta) = set.metas.get(*at as usize) else {
            continue;
        };
        let Some(object) = layout.objects.get(usize::from(meta.target)) else {
            continue;
        };
        let Some(missing) = missing(object, meta.usable) else {
            continue;
        };
        let reason = set.reason(&format!("required-missing: {missing}"));
        if let Some(meta) = set.metas.get_mut(*at as usize) {
            (meta.fate, meta.reason) = (Fate::Rejected, reason);
        }
        resolved.remarks.push(("required-missing", *at));
    }
    collisions(set, layout, resolved, &living);
}

/// Created organizations whose domain another organization has go in without it: they are no rows that a person could
/// decide on.
pub fn blank_created(set: &mut Set, layout: &Layout, resolved: &mut Resolved) {
    let mut taken: HashSet<(u8, u64), foldhash::fast::RandomState> = HashSet::default();
    for at in living(set) {
        let created = set.created.contains_key(&at);
        let Some(meta) = set.metas.get_mut(at as usize) else {
            continue;
        };
        let object = layout.objects.get(usize::from(meta.target));
        let merges = object.is_some_and(|object| object.key.is_some());
        if !merges || meta.target_key == key::NONE || meta.has(FLAG_BLANK_KEY) {
            continue;
        }
        if !taken.insert((meta.target, meta.target_key)) && created {
            meta.flags |= FLAG_BLANK_KEY;
            resolved.remarks.push(("target-key-blanked", at));
        }
    }
}

fn collisions(set: &mut Set, layout: &Layout, resolved: &mut Resolved, living: &[u32]) {
    let collision = set.reason("target-key-collision");
    let mut keyed: Vec<(u8, u64, u32)> = living
        .iter()
        .filter_map(|at| Some((*at, set.metas.get(*at as usize)?)))
        .filter(|(_, meta)| meta.fate == Fate::Exported && meta.target_key != key::NONE)
        .filter(|(_, meta)| {
            layout
                .objects
                .get(usize::from(meta.target))
                .is_some_and(|object| object.key.is_some())
        })
        .map(|(at, meta)| (meta.target, meta.target_key, at))
        .collect();
    keyed.sort_unstable();
    for group in keyed
        .chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
        .filter(|group| group.len() > 1)
    {
        let blank = group
            .first()
            .and_then(|(target, ..)| layout.objects.get(usize::from(*target)))
            .is_some_and(|object| object.blank_on_collision);
        for (_, _, at) in group.iter().skip(usize::from(blank)) {
            let Some(meta) = set.metas.get_mut(*at as usize) else {
                continue;
            };
            let blank = blank
                && layout
                    .objects
                    .get(usize::from(meta.target))
                    .is_some_and(|object| goes_without_key(object, meta.usable));
            if blank {
                meta.flags |= FLAG_BLANK_KEY;
                resolved.remarks.push(("target-key-blanked", *at));
            } else {
                (meta.fate, meta.reason) = (Fate::Held, collision);
                resolved.remarks.push(("target-key-collision", *at));
            }
        }
    }
}

/// Whether the target still takes a record if the column on which it merges is left empty.
fn goes_without_key(object: &crate::export::ObjectLayout, usable: Usable) -> bool {
    let columns = object.required.iter().chain(&object.one_of);
    let lost = columns
        .filter(|(at, _)| object.key.is_some_and(|(_, key)| key == *at))
        .filter_map(|(_, bit)| *bit);
    missing(object, lost.fold(usable, Usable::without)).is_none()
}

/// The required column that a record can't fill, if there is one.
fn missing(object: &crate::export::ObjectLayout, usable: Usable) -> Option<String> {
    let lacks = |bit: Option<u32>| bit.is_some_and(|bit| !usable.fills(bit));
    let header = |at: usize| object.columns.get(at).map(|column| column.header.clone());
    if let Some((column, _)) = object.required.iter().find(|(_, bit)| lacks(*bit)) {
        return header(*column);
    }
    if object.one_of.is_empty() || !object.one_of.iter().all(|(_, bit)| lacks(*bit)) {
        return None;
    }
    let headers: Vec<String> = object
        .one_of
        .iter()
        .filter_map(|(column, _)| header(*column))
        .collect();
    Some(headers.join(" or "))
}

/// Members go where their survivor goes: if it is not exported, neither are they.
pub fn follow(set: &mut Set) {
    let ends: Vec<(Vec<u32>, Fate, u16)> = set
        .clusters
        .iter()
        .filter_map(|(survivor, members)| {
            let meta = set.metas.get(*survivor as usize)?;
            (meta.fate != Fate::Exported).then(|| (members.clone(), meta.fate, meta.reason))
        })
        .collect();
    for (members, fate, reason) in ends {
        for at in members {
            if let Some(meta) = set.metas.get_mut(at as usize) {
                (meta.fate, meta.reason) = (fate, reason);
            }
        }
    }
}

/// Notes the rows that became, or were merged into, a record that is not there.
pub fn became_nothing(set: &Set, resolved: &mut Resolved) {
    let moved = |at: u32| {
        let meta = set.metas.get(at as usize);
        meta.is_some_and(|meta| matches!(meta.fate, Fate::Exported | Fate::Merged))
    };
    for (at, links) in (0..).zip(&set.links) {
        let became = [
            links.became_person,
            links.became_organization,
            links.merged_into,
        ];
        let lost = became
            .into_iter()
            .filter(|target| *target != NO_RECORD && !moved(*target));
        let remarks = lost.map(|_| ("link-dangling", at));
        resolved.remarks.extend(remarks.filter(|_| moved(at)));
    }
}

/// Notes the links of living records that lead nowhere, and takes them off.
pub fn dangling(set: &mut Set, layout: &Layout, resolved: &mut Resolved) {
    let fates: Vec<bool> = set
        .metas
        .iter()
        .map(|meta| meta.fate == Fate::Exported)
        .collect();
    for at in living(set) {
        let object = set
            .metas
            .get(at as usize)
            .and_then(|meta| layout.objects.get(usize::from(meta.target)));
        let Some(links) = set.links.get_mut(at as usize) else {
            continue;
        };
        for slot in [LinkSlot::Organization, LinkSlot::Parent, LinkSlot::Manager] {
            let target = match slot {
                LinkSlot::Organization => &mut links.organization,
                LinkSlot::Parent => &mut links.parent,
                LinkSlot::Manager => &mut links.manager,
            };
            if *target != NO_RECORD && fates.get(*target as usize) != Some(&true) {
                *target = NO_RECORD;
                if object.is_some_and(|object| object.links(slot)) {
                    resolved.remarks.push(("link-dangling", at));
                }
            }
        }
    }
}
