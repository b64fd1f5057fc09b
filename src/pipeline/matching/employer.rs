//! The organization that a person's text means: one of the same domain, whose name is like it.

use std::collections::{BTreeMap, HashMap};

use crate::dedupe::chance::Chances;
use crate::dedupe::compare::{self, COMPANY, FIXED, NOTHING, SIBLING};
use crate::dedupe::{Faces, Sketch, sketch};
use crate::error::Result;
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, find};
use crate::model::key;
use crate::model::record::Draft;
use crate::model::shown::{Part, Shown};
use crate::model::store::Window;
use crate::pipeline::set::Set;

/// People whose text names an organization by another name than its own, with that organization; `unknown` are people by
/// the keys of the names in their texts. Where several organizations fit, none does.
///
/// # Errors
/// When the store can't be read.
pub(in crate::pipeline) fn by_domain(set: &Set, unknown: &[(u64, u32)]) -> Result<Vec<(u32, u32)>> {
    let domain = |at: u32| {
        let meta = set.metas.get(at as usize);
        meta.map_or(key::NONE, |meta| meta.domain)
    };
    let mut there: HashMap<u64, Vec<u32>, foldhash::fast::RandomState> = unknown
        .iter()
        .map(|(_, person)| (domain(*person), Vec::new()))
        .collect();
    there.remove(&key::NONE);
    for (at, meta) in (0..).zip(&set.metas) {
        if meta.axes.kind == Kind::Organization
            && meta.fate == Fate::Exported
            && let Some(there) = there.get_mut(&meta.domain)
        {
            there.push(at);
        }
    }
    // One question for each name at a domain.
    let mut asked: BTreeMap<(u64, u64), Vec<u32>> = BTreeMap::new();
    for (name, person) in unknown {
        let domain = domain(*person);
        if there.get(&domain).is_some_and(|there| !there.is_empty()) {
            asked.entry((*name, domain)).or_default().push(*person);
        }
    }
    let mut names = Names::default();
    for ((_, domain), people) in &asked {
        let here = there.get(domain).into_iter().flatten();
        for at in here.chain(people.first()) {
            names.add(set, *at)?;
        }
    }
    let names = names.close();
    let mut found = Vec::new();
    for ((_, domain), people) in asked {
        let Some(first) = people.first() else {
            continue;
        };
        let here = there.get(&domain).into_iter().flatten();
        let alike = here.map(|at| (names.level(*first, *at), *at));
        let mut alike: Vec<(u8, u32)> = alike.filter(|(level, _)| *level > SIBLING).collect();
        alike.sort_unstable_by(|a, b| b.cmp(a));
        if let Some((level, at)) = alike.first()
            && alike.get(1).is_none_or(|(other, _)| other < level)
        {
            found.extend(people.into_iter().map(|person| (person, *at)));
        }
    }
    Ok(found)
}

/// Names of organizations, and of those that people's texts name.
struct Names {
    faces: Faces,
    chances: Chances,
    places: HashMap<u32, u32>,
    sketch: Sketch,
    desk: sketch::Desk,
    draft: Draft,
    window: Window,
}

impl Default for Names {
    fn default() -> Self {
        Self {
            faces: Faces::new(true),
            chances: Chances::default(),
            places: HashMap::new(),
            sketch: Sketch::default(),
            desk: sketch::Desk::default(),
            draft: Draft::default(),
            window: Window::default(),
        }
    }
}

impl Names {
    fn add(&mut self, set: &Set, at: u32) -> Result<()> {
        if self.places.contains_key(&at) {
            return Ok(());
        }
        let field = find("organization.name").unwrap_or(FieldId(u16::MAX));
        let mut shown = Shown::default();
        shown.kind = Some(Kind::Organization);
        for member in set.members(&at) {
            self.draft.clear();
            set.fetch(*member, &mut self.draft, &mut self.window)?;
            for value in self.draft.values_of(field) {
                shown.add(Part::Company, value.text);
            }
        }
        self.sketch.read(&shown, &mut self.desk);
        self.faces.add(at, &self.sketch);
        self.places.insert(at, 0);
        Ok(())
    }

    fn close(mut self) -> Self {
        self.faces.close();
        self.chances = Chances::of(&self.faces);
        let places = 0..self.faces.len();
        self.places = places
            .map(|place| (self.faces.record(place), place))
            .collect();
        self
    }

    /// How alike the names of two are, as a level of the comparison of companies.
    fn level(&self, a: u32, b: u32) -> u8 {
        let (Some(a), Some(b)) = (self.places.get(&a), self.places.get(&b)) else {
            return 0;
        };
        let mut seen = [NOTHING; FIXED];
        compare::rest(&self.faces, &self.chances, &[(*a, *b)], 0, &mut seen);
        let seen = seen.get(COMPANY).filter(|seen| seen.is_there());
        seen.map_or(0, |seen| seen.level)
    }
}
