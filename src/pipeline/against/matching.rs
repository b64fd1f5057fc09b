//! Which of our records are in the target already, by sure keys only. Where a key leaves a doubt, a person decides.

use std::collections::HashMap;

use super::super::resolve::{self, Resolved};
use super::super::set::Set;
use super::{By, Existing, Found, Pair};
use crate::dedupe::{differ, other_name, same_organization, same_person};
use crate::error::Result;
use crate::export::Layout;
use crate::map::{IDENTITY_SPACE, each_address};
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::key;
use crate::model::record::{Draft, FLAG_BLANK_KEY, FLAG_OPTED_OUT, Meta, NO_RECORD};
use crate::model::store::Window;

/// Marks our people whose address has opted out in the target, and gives their addresses.
///
/// # Errors
/// When the store can't be read.
pub fn opted_out(existing: &Existing, set: &mut Set) -> Result<Vec<String>> {
    let keys: std::collections::HashSet<u64, foldhash::fast::RandomState> = existing
        .opt_outs
        .iter()
        .map(|address| crate::map::email_key(address))
        .collect();
    let mut addresses = Vec::new();
    let (mut draft, mut window) = (Draft::default(), Window::default());
    for at in 0..u32::try_from(set.metas.len()).unwrap_or(NO_RECORD) {
        let Some(meta) = set.metas.get_mut(at as usize) else {
            continue;
        };
        let person = meta.email != key::NONE && meta.axes.kind == Kind::Person;
        if person && !meta.has(FLAG_OPTED_OUT) && keys.contains(&meta.email) {
            meta.flags |= FLAG_OPTED_OUT;
            set.fetch(at, &mut draft, &mut window)?;
            each_address(&draft, &mut |address| addresses.push(address.to_string()));
        }
    }
    Ok(addresses)
}

/// Matches every record that is to be exported; `opt_outs` is given the addresses of those who have opted out in the
/// target.
///
/// # Errors
/// When the store can't be read.
pub fn apply(
    existing: &mut Existing,
    set: &mut Set,
    layout: &Layout,
    resolved: &mut Resolved,
    opt_outs: &mut Vec<String>,
) -> Result<()> {
    let keys = Keys::of(existing);
    let mut found = Found::default();
    let mut hold: Vec<(u32, &'static str)> = Vec::new();
    for at in resolve::living(set) {
        let fit = if set.created.contains_key(&at) {
            keys.fit_created(existing, set, at)
        } else {
            keys.fit(existing, set, layout, at)
        };
        match fit {
            Fit::None => {}
            Fit::One(theirs, by) => found.pairs.push(Pair {
                ours: at,
                theirs,
                by,
            }),
            Fit::Held(why, theirs) => {
                hold.push((at, why));
                found
                    .held
                    .extend(theirs.into_iter().map(|theirs| (at, theirs)));
            }
        }
    }
    shared(set, &mut found, &mut hold);
    put_aside(set, hold, resolved);
    found.held.sort_unstable();
    found.held.dedup();
    found.back = found
        .pairs
        .iter()
        .map(|pair| (pair.theirs, pair.ours))
        .collect();
    found.back.sort_unstable();
    existing.found = found;
    take_over(existing, set, opt_outs)?;
    resolve::follow(set);
    Ok(())
}

/// What fits a record.
enum Fit {
    None,
    One(u32, By),
    Held(&'static str, Vec<u32>),
}

/// One existing record that several of ours fit: all of them wait. An organization that stands only as text gives way to
/// a row.
fn shared(set: &mut Set, found: &mut Found, hold: &mut Vec<(u32, &'static str)>) {
    let mut sorted: Vec<(u32, u32)> = found
        .pairs
        .iter()
        .map(|pair| (pair.theirs, pair.ours))
        .collect();
    sorted.sort_unstable();
    let (mut lost, mut rows_of) = (Vec::new(), Replaced::default());
    for group in sorted
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|group| group.len() > 1)
    {
        let (made, rows): (Vec<u32>, Vec<u32>) = group
            .iter()
            .map(|(_, ours)| *ours)
            .partition(|ours| set.created.contains_key(ours));
        if let [row] = rows.as_slice() {
            rows_of.extend(made.iter().map(|made| (*made, *row)));
            lost.extend(made);
        } else {
            for (theirs, ours) in group {
                hold.push((*ours, "existing-shared"));
                found.held.push((*ours, *theirs));
                lost.push(*ours);
            }
        }
    }
    lost.sort_unstable();
    found
        .pairs
        .retain(|pair| lost.binary_search(&pair.ours).is_err());
    not_made(set, &rows_of);
}

/// Made organizations that are not made after all, and the row that stands for each; [`NO_RECORD`] for none.
type Replaced = HashMap<u32, u32, foldhash::fast::RandomState>;

/// Takes organizations back; gives the people who were linked to one and belong to none now.
fn not_made(set: &mut Set, replaced: &Replaced) -> Vec<u32> {
    let mut without = Vec::new();
    if replaced.is_empty() {
        return without;
    }
    for (person, links) in (0..).zip(&mut set.links) {
        if let Some(row) = replaced.get(&links.organization) {
            links.organization = *row;
            without.extend((*row == NO_RECORD).then_some(person));
        }
    }
    for (at, meta) in (0..).zip(&mut set.metas) {
        if replaced.contains_key(&at) {
            meta.fate = Fate::Filtered;
        }
    }
    without
}

/// Records that wait for a decision; organizations that stand only as text are not made, and the people who name them are
/// told.
fn put_aside(set: &mut Set, hold: Vec<(u32, &'static str)>, resolved: &mut Resolved) {
    let mut replaced = Replaced::default();
    for (at, why) in hold {
        if set.created.contains_key(&at) {
            replaced.insert(at, NO_RECORD);
            continue;
        }
        let reason = set.reason(why);
        resolved.remarks.push((why, at));
        if let Some(meta) = set.metas.get_mut(at as usize) {
            (meta.fate, meta.reason) = (Fate::Held, reason);
        }
    }
    let without = not_made(set, &replaced);
    let remarks = without.into_iter().map(|person| ("link-ambiguous", person));
    resolved.remarks.extend(remarks);
}

/// What a match brings with it: the identity that the target knows, and an opt-out.
fn take_over(existing: &Existing, set: &mut Set, opt_outs: &mut Vec<String>) -> Result<()> {
    let mut own = String::new();
    let (mut draft, mut window) = (Draft::default(), Window::default());
    for pair in &existing.found.pairs {
        set.identity(pair.ours, &mut own);
        if let Some(known) = existing.identity(pair.theirs).filter(|known| *known != own) {
            set.known.insert(pair.ours, known.to_string());
        }
        let theirs = existing.set.metas.get(pair.theirs as usize);
        if !theirs.is_some_and(|meta| meta.has(FLAG_OPTED_OUT)) {
            continue;
        }
        if let Some(meta) = set.metas.get_mut(pair.ours as usize) {
            meta.flags |= FLAG_OPTED_OUT;
        }
        for member in set.members(&pair.ours) {
            set.fetch(*member, &mut draft, &mut window)?;
            each_address(&draft, &mut |address| opt_outs.push(address.to_string()));
        }
    }
    Ok(())
}

/// The keys of the target's records: (kind of key, key, record), sorted.
struct Keys(Vec<(u8, u64, u32)>);

const IDENTITY: u8 = 0;
const TARGET: u8 = 1;
const EMAIL: u8 = 2;
const DOMAIN: u8 = 3;
const NAME: u8 = 4;

impl Keys {
    fn of(existing: &Existing) -> Self {
        let mut keys = Vec::new();
        for at in resolve::living(&existing.set) {
            let Some(meta) = existing.set.metas.get(at as usize) else {
                continue;
            };
            let organization = meta.axes.kind == Kind::Organization;
            let of_organization = |key: u64| if organization { key } else { key::NONE };
            let of_person = |key: u64| if organization { key::NONE } else { key };
            let all = [
                (IDENTITY, meta.identity),
                (TARGET, meta.target_key),
                (EMAIL, of_person(meta.email)),
                (DOMAIN, of_organization(meta.domain)),
                (NAME, of_organization(meta.org_name)),
            ];
            let filled = all.into_iter().filter(|(_, key)| *key != key::NONE);
            keys.extend(filled.map(|(kind, key)| (kind, key, at)));
        }
        keys.sort_unstable();
        Self(keys)
    }

    fn with(&self, kind: u8, key: u64) -> impl Iterator<Item = u32> {
        let from = self
            .0
            .partition_point(|entry| (entry.0, entry.1) < (kind, key));
        let rest = self.0.get(from..).unwrap_or_default().iter();
        rest.take_while(move |entry| (entry.0, entry.1) == (kind, key) && key != key::NONE)
            .map(|(_, _, at)| *at)
    }

    /// The record of the target that one of ours is. The identity and the target's own key come first, for the target
    /// acts on them; the keys by which rows of one source are joined count where those say nothing.
    fn fit(&self, existing: &Existing, set: &Set, layout: &Layout, at: u32) -> Fit {
        let members: Vec<&Meta> = set
            .members(&at)
            .iter()
            .filter_map(|member| set.metas.get(*member as usize))
            .collect();
        let Some(own) = set.metas.get(at as usize) else {
            return Fit::None;
        };
        let there = |theirs: &u32| existing.set.metas.get(*theirs as usize);
        let here = |theirs: &u32| existing.object(*theirs) == Some(own.target);
        let mut sure: Vec<(u32, By)> = Vec::new();
        let (mut other, mut taken) = (Vec::new(), Vec::new());
        for theirs in self.identities(set, at) {
            let differs = |theirs: &Meta| {
                theirs.axes.kind != own.axes.kind || members.iter().all(|ours| differ(ours, theirs))
            };
            match there(&theirs).is_some_and(differs) {
                true => taken.push(theirs),
                false => sure.push((theirs, By::Identity)),
            }
        }
        let same_identity = sure.clone();
        let known = |theirs: &u32| same_identity.iter().any(|(known, _)| known == theirs);
        for theirs in self.by_target(layout, own).filter(&here) {
            let person = own.axes.kind == Kind::Person;
            let strange = |theirs: &Meta| members.iter().all(|ours| other_name(ours, theirs));
            match person && !known(&theirs) && there(&theirs).is_some_and(strange) {
                true => other.push(theirs),
                false => sure.push((theirs, By::Key)),
            }
        }
        if !sure.iter().any(|(theirs, _)| here(theirs)) {
            sure.extend(self.as_rows_are_joined(existing, &members));
        }
        sure.sort_unstable_by_key(|(theirs, by)| (*theirs, *by));
        sure.dedup_by_key(|(theirs, _)| *theirs);
        let (in_object, elsewhere): (Vec<_>, Vec<_>) =
            sure.into_iter().partition(|(theirs, _)| here(theirs));
        let only = |list: Vec<(u32, By)>| list.into_iter().map(|(theirs, _)| theirs).collect();
        match in_object.as_slice() {
            [(one, by)] => {
                if existing.identity(*one).is_none() {
                    other.extend(taken);
                }
                match () {
                    () if !other.is_empty() => Fit::Held("existing-differs", other),
                    () if existing.name(*one).is_empty() => {
                        Fit::Held("existing-without-id", vec![*one])
                    }
                    () => Fit::One(*one, *by),
                }
            }
            [] => {
                other.extend(taken);
                match () {
                    () if !other.is_empty() => Fit::Held("existing-differs", other),
                    () if !elsewhere.is_empty() => Fit::Held("existing-elsewhere", only(elsewhere)),
                    () => Fit::None,
                }
            }
            _ => Fit::Held("existing-ambiguous", only(in_object)),
        }
    }

    /// Those with an identity of one of the party's rows: an earlier kit may have written another's.
    fn identities(&self, set: &Set, at: u32) -> Vec<u32> {
        let mut identity = String::new();
        let mut found = Vec::new();
        for member in set.members(&at) {
            set.identity(*member, &mut identity);
            found.extend(self.with(IDENTITY, key::of(IDENTITY_SPACE, &identity)));
            let carried = set.metas.get(*member as usize);
            found.extend(self.with(IDENTITY, carried.map_or(key::NONE, |meta| meta.identity)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn by_target(&self, layout: &Layout, own: &Meta) -> impl Iterator<Item = u32> {
        let object = layout.objects.get(usize::from(own.target));
        let merges = object.is_some_and(|object| object.key.is_some());
        let written = merges && !own.has(FLAG_BLANK_KEY);
        self.with(TARGET, if written { own.target_key } else { key::NONE })
    }

    /// Those with the same address and name, or the same domain and name.
    fn as_rows_are_joined(&self, existing: &Existing, members: &[&Meta]) -> Vec<(u32, By)> {
        let mut found = Vec::new();
        for ours in members {
            let (kind, key, by, same): (_, _, _, fn(&Meta, &Meta) -> bool) = match ours.axes.kind {
                Kind::Person => (EMAIL, ours.email, By::Person, same_person),
                Kind::Organization => (DOMAIN, ours.domain, By::Organization, same_organization),
            };
            let fits = self.with(kind, key).filter(|theirs| {
                let theirs = existing.set.metas.get(*theirs as usize);
                theirs.is_some_and(|theirs| same(ours, theirs))
            });
            found.extend(fits.map(|theirs| (theirs, by)));
        }
        found
    }

    /// The organization of the target that a text on people names, by the rule by which it names one of the source: the
    /// only one of that name, or the only one of them with that domain.
    fn fit_created(&self, existing: &Existing, set: &Set, at: u32) -> Fit {
        let Some(own) = set.metas.get(at as usize) else {
            return Fit::None;
        };
        let here = |theirs: &u32| existing.object(*theirs) == Some(own.target);
        let known: Vec<u32> = self.identities(set, at).into_iter().filter(here).collect();
        if let [one] = known.as_slice() {
            return Fit::One(*one, By::Identity);
        }
        let named: Vec<u32> = self.with(NAME, own.org_name).filter(here).collect();
        let domain = |theirs: &u32| {
            let theirs = existing.set.metas.get(*theirs as usize);
            own.domain != key::NONE && theirs.is_some_and(|theirs| theirs.domain == own.domain)
        };
        let same: Vec<u32> = named.iter().copied().filter(domain).collect();
        match (named.as_slice(), same.as_slice()) {
            ([], _) => Fit::None,
            (_, [one]) | ([one], _) => match existing.name(*one).is_empty() {
                true => Fit::None,
                false => Fit::One(*one, By::Name),
            },
            _ => Fit::Held("existing-ambiguous", named),
        }
    }
}
