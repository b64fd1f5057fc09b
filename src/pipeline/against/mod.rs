//! What is in the target already: read from its own export, matched by sure keys, and brought up to date instead of
//! being made a second time.

mod lists;
mod matching;
mod read;
mod settle;
mod update;

use std::collections::{BTreeMap, HashMap};

use super::first_pass::User;
use super::options::FileReport;
use super::owners;
use super::set::Set;
use super::sources::{Role, Understood};
use crate::export::{From, Layout};
use crate::model::fate::Fate;
use crate::model::field::FieldId;
use crate::model::record::{FLAG_IDENTITY, NO_RECORD};
use crate::profile::Profile;

pub use lists::{DIFFERENCES, EXISTING, difference, existing, summary};
pub use matching::{apply, opted_out};
pub use read::read;
pub use settle::settle;
pub use update::{Desk, Update};

/// The target's own records.
#[derive(Debug)]
pub struct Existing {
    /// Its records, each for itself.
    pub set: Set,
    /// The files of the export.
    pub files: Vec<Understood>,
    /// Addresses that have opted out in the target.
    pub opt_outs: Vec<String>,
    /// Whether what the target holds wins.
    pub keep: bool,
    /// What is known of the matches.
    found: Found,
    profile: Profile,
    users: Vec<User>,
    /// What the import calls each owner, by owner number less 1.
    owners: Vec<String>,
    /// Who answers where nobody is known.
    fallbacks: Vec<String>,
    /// For each box of the export, the object of the target; `u8::MAX` where it is not written.
    objects: Vec<u8>,
    /// The identities that an earlier kit has written.
    identities: HashMap<u32, String, foldhash::fast::RandomState>,
    /// By file and object of the target: where each column of the import stands in the file.
    places: BTreeMap<(u16, u8), Vec<Vec<u16>>>,
    /// By object and column of the import: the spellings of each value, folded.
    values: Vec<Vec<Vec<Vec<String>>>>,
    external: FieldId,
    id: FieldId,
}

/// Which records are which.
#[derive(Debug, Default)]
pub struct Found {
    /// Sorted by ours, each once.
    pairs: Vec<Pair>,
    /// The pairs turned round: theirs, ours; sorted.
    back: Vec<(u32, u32)>,
    /// What waits for a decision: ours, theirs; sorted.
    held: Vec<(u32, u32)>,
    /// Existing records without a match that links point at, sorted.
    linked: Vec<u32>,
}

/// A record of ours that is in the target already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Ours.
    pub ours: u32,
    /// The target's.
    pub theirs: u32,
    /// How it was found.
    pub by: By,
}

/// By which key a record was found in the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The identity that an earlier kit has written.
    Identity,
    /// The key on which the target merges.
    Key,
    /// Address and name.
    Person,
    /// Domain and name.
    Organization,
    /// The name alone, of an organization that stands as text on people.
    Name,
}

impl By {
    /// What it is called in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Key => "target's key",
            Self::Person => "e-mail and name",
            Self::Organization => "domain and name",
            Self::Name => "name",
        }
    }
}

impl Existing {
    /// Our records that the target has, sorted.
    pub fn matches(&self) -> Vec<u32> {
        self.found.pairs.iter().map(|pair| pair.ours).collect()
    }

    /// Matches of records that were left out after they were found are none.
    pub fn forget_others(&mut self, set: &Set) {
        let moves = |ours: u32| {
            let meta = set.metas.get(ours as usize);
            meta.is_some_and(|meta| meta.fate == Fate::Exported)
        };
        self.found.pairs.retain(|pair| moves(pair.ours));
        self.found.back.retain(|(_, ours)| moves(*ours));
    }

    /// Finds out what the import calls the owners that the export names: by the target's users, else by the source's,
    /// for an export may have no more than their names.
    pub fn know_owners(&mut self, users: &[User], profiles: &[&Profile]) {
        let named: Vec<User> = users
            .iter()
            .map(|user| User {
                id: String::new(),
                ..user.clone()
            })
            .collect();
        let own = owners::resolve(&self.set.owners, &self.users, &[], &self.profile);
        let by_name = owners::resolve(&self.set.owners, &named, &[], &self.profile);
        let told = own.into_iter().zip(by_name);
        self.owners = self
            .set
            .owners
            .iter()
            .zip(told)
            .map(|(owner, (own, named))| own.or(named).unwrap_or_else(|| owner.clone()))
            .collect();
        let fallbacks = profiles.iter().map(|profile| &profile.owners.fallback);
        self.fallbacks = fallbacks.flatten().cloned().collect();
    }

    /// How a file of the export is reported.
    pub fn report(&self, file: &Understood) -> FileReport {
        let own = file.objects.first().filter(|_| file.mapper.is_some());
        let object = own.and_then(|(_, number, _)| self.set.boxes.get(usize::from(*number)));
        FileReport {
            file: file.table.input.name.clone(),
            object: object.map_or(String::new(), |info| {
                format!("{} {}", info.profile, info.object)
            }),
            why: file
                .recognition
                .as_ref()
                .map_or(String::new(), |found| found.why.clone()),
            doubt: None,
            fate: match &file.role {
                Role::NotRead(what) => format!("not read: {what}"),
                Role::Context(what) => format!("context: {what}"),
                _ => "in the target".to_string(),
            },
            rows: file.rows,
        }
    }

    /// Columns of the import that the export has not: `object.column`. The identity and the links by it are not told.
    pub fn not_exported(&self, layout: &Layout) -> Vec<String> {
        let mut found = Vec::new();
        for (at, object) in (0..).zip(&layout.objects) {
            let of_object = self.places.iter().filter(|((_, target), _)| *target == at);
            let files: Vec<&Vec<Vec<u16>>> = of_object.map(|(_, places)| places).collect();
            for (number, column) in object.columns.iter().enumerate() {
                let carried = matches!(column.from, From::Identity | From::Link(..));
                let lacks = |places: &&Vec<Vec<u16>>| places.get(number).is_none_or(Vec::is_empty);
                if !carried && files.iter().any(lacks) {
                    found.push(format!("`{}.{}`", object.name, column.header));
                }
            }
        }
        found
    }

    /// The match of one of our records, if it is to be brought up to date or skipped.
    pub fn pair(&self, ours: u32) -> Option<&Pair> {
        let at = self
            .found
            .pairs
            .binary_search_by_key(&ours, |pair| pair.ours);
        self.found.pairs.get(at.ok()?)
    }

    /// Our record for one of the target's.
    fn ours(&self, theirs: u32) -> Option<u32> {
        let at = self
            .found
            .back
            .binary_search_by_key(&theirs, |(theirs, _)| *theirs);
        self.found.back.get(at.ok()?).map(|(_, ours)| *ours)
    }

    /// The id that the target gave a record, empty where the export has none that can be read.
    pub fn id(&self, theirs: u32) -> &str {
        let meta = self.set.metas.get(theirs as usize);
        let own = meta.filter(|meta| !meta.has(FLAG_IDENTITY) && meta.id != 0);
        own.map_or("", |_| self.set.id(theirs))
    }

    /// What a record of the target is called: by its id, else by its identity.
    pub fn name(&self, theirs: u32) -> &str {
        let id = self.id(theirs);
        if id.is_empty() {
            return self.identity(theirs).unwrap_or_default();
        }
        id
    }

    /// The identity that an earlier kit has given a record.
    pub fn identity(&self, theirs: u32) -> Option<&str> {
        self.identities.get(&theirs).map(String::as_str)
    }

    /// The object of the target that a record could be updated in; a converted lead can't be.
    fn object(&self, theirs: u32) -> Option<u8> {
        let meta = self.set.metas.get(theirs as usize)?;
        let object = self.objects.get(usize::from(meta.object)).copied();
        object.filter(|object| *object != u8::MAX && !meta.axes.converted)
    }

    /// What the record is called to which a link of a record of the target leads: the identity of our record where it is
    /// one of ours, else its own.
    fn link(&self, set: &Set, theirs: u32, out: &mut String) -> bool {
        out.clear();
        if theirs == NO_RECORD || !crate::link::is_found(theirs) {
            return false;
        }
        match (self.ours(theirs), self.identity(theirs)) {
            (Some(ours), _) if will_be_known(self, set, ours, theirs) => set.identity(ours, out),
            (None, Some(identity)) => out.push_str(identity),
            _ => return false,
        }
        true
    }
}

/// Whether the target knows a record by its identity when the kit is loaded.
fn will_be_known(existing: &Existing, set: &Set, ours: u32, theirs: u32) -> bool {
    let written = set.metas.get(ours as usize);
    existing.identity(theirs).is_some() || written.is_some_and(|meta| meta.fate == Fate::Exported)
}
