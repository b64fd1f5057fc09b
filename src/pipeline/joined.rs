//! What can be said of links and owners: what they may point at, and whether that is in the set.

use std::collections::{BTreeMap, HashSet};

use super::first_pass::User;
use super::owners;
use super::sources::{Role, Understood};
use crate::classify::around::{Joined, Owner};
use crate::map::link_spaces;
use crate::profile::schema::{Does, Object, Profile};
use crate::survey::Catalog;

/// A box, and the columns of it that the files have.
struct Boxed<'a> {
    number: usize,
    profile: &'a Profile,
    object: &'a Object,
    columns: Vec<usize>,
}

/// By box: which of its links can be judged, and how it stands with each owner.
pub fn find(
    files: &[Understood],
    catalog: &Catalog,
    owners: &[String],
    users: &[User],
) -> (Vec<Joined>, Vec<Vec<Owner>>) {
    let boxes = boxes(files, catalog);
    let own = |one: &Boxed| link_spaces(one.number, one.profile, one.object, &[]);
    let on_file: HashSet<u32> = boxes.values().flat_map(own).map(|(_, at)| at).collect();
    let is_judged = |spaces: &[(Vec<String>, u32)]| {
        !spaces.is_empty() && spaces.iter().all(|(_, space)| on_file.contains(space))
    };
    let of_box = |one: &Boxed| {
        let [organization, parent, manager] = ["organization.id", "organization.parent", "manager"]
            .map(|field| is_judged(&one.spaces(field)));
        let joined = Joined {
            organization,
            parent,
            manager,
        };
        let theirs = users.iter().filter(|user| user.profile == one.number);
        let theirs: Vec<User> = theirs.cloned().collect();
        let spaces = one.spaces("owner");
        let judged = is_judged(&spaces);
        let begin: Vec<String> = spaces.into_iter().flat_map(|(begin, _)| begin).collect();
        let ids = judged.then_some(&begin[..]);
        (joined, owners::stand(owners, &theirs, ids))
    };
    let count = boxes.keys().last().map_or(0, |last| last + 1);
    let known = (0..count).map(|at| boxes.get(&at).map(of_box).unwrap_or_default());
    known.unzip()
}

/// The boxes of the files whose rows are parties or users.
fn boxes<'a>(files: &'a [Understood], catalog: &'a Catalog) -> BTreeMap<usize, Boxed<'a>> {
    let mut boxes = BTreeMap::new();
    for file in files {
        let number = match (&file.recognition, &file.role) {
            (Some(found), Role::Parties | Role::Users) => found.profile,
            _ => continue,
        };
        let Some(profile) = catalog.profiles().get(number) else {
            continue;
        };
        for (at, boxed, matches) in &file.objects {
            let Some(object) = profile.objects.get(*at) else {
                continue;
            };
            let one = boxes.entry(usize::from(*boxed)).or_insert(Boxed {
                number,
                profile,
                object,
                columns: Vec::new(),
            });
            one.columns
                .extend(matches.iter().flatten().map(|hit| hit.column));
        }
    }
    boxes
}

impl Boxed<'_> {
    /// The spaces that the ids in a field may lie in, with what the ids in each begin with.
    fn spaces(&self, field: &str) -> Vec<(Vec<String>, u32)> {
        let columns = self.columns.iter();
        let columns = columns.filter_map(|at| self.object.columns.get(*at));
        let links = columns.filter_map(|column| match &column.does {
            Does::Fields {
                fields, link_to, ..
            } if fields.iter().any(|known| known == field) => Some(link_to),
            _ => None,
        });
        // A link that names no object points into its own; an owner that names none is written as a name.
        links
            .filter(|link_to| field != "owner" || !link_to.is_empty())
            .flat_map(|link_to| link_spaces(self.number, self.profile, self.object, link_to))
            .collect()
    }
}
