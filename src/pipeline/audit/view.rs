//! What was judged, with what it takes to tell it: names of classes, owners, tables.

use std::collections::HashMap;

use super::{Asked, Judged, severity};
use crate::audit::segment::{Consent, Standing, segment};
use crate::audit::{Becomes, Found, Hit, Rule, piece};
use crate::classify::{Sight, World, flag, is_funnel};
use crate::error::Result;
use crate::glossary::Glossary;
use crate::model::axis::Stage;
use crate::model::field::find;
use crate::model::finding::Severity;
use crate::model::record::{Draft, Meta};
use crate::model::store::Window;
use crate::pipeline::set::Set;

/// What was judged.
pub(super) struct View<'a> {
    pub asked: &'a Asked,
    pub glossary: &'a Glossary,
    pub set: &'a Set,
    pub world: &'a World<'a>,
    /// What people call the owners of the set.
    pub owners: Vec<&'a str>,
    pub judged: &'a [Judged],
    /// The lead sources by their keys.
    pub sources: HashMap<u32, String>,
}

impl<'a> View<'a> {
    /// The records that were judged.
    pub fn records(&self) -> impl Iterator<Item = (&'a Judged, &'a Meta)> {
        let metas = &self.set.metas;
        let all = self.judged.iter();
        all.filter_map(|one| Some((one, metas.get(one.record as usize)?)))
    }

    /// What was found on a record, without what the glossary has said to be right.
    pub fn hits(&self, one: &'a Judged) -> impl Iterator<Item = &'a (&'static Rule, Hit)> {
        let id = self.set.id(one.record);
        let hits = one.hits.iter();
        hits.filter(move |(rule, _)| self.glossary.quiet(rule.code, id).is_none())
    }

    /// What people call a record's owner, empty for nobody.
    pub fn owner(&self, meta: &Meta) -> &'a str {
        let at = meta.owner.checked_sub(1).map(|at| at as usize);
        let name = at.and_then(|at| self.owners.get(at));
        name.copied().unwrap_or_default()
    }

    /// The class that all evidence shows, empty for no record of a party.
    pub fn class(&self, one: &Judged) -> &str {
        one.class.map_or("", |class| self.set.class(class))
    }

    /// Vendor and object of a record.
    pub fn object(&self, meta: &Meta) -> String {
        let object = self.set.boxes.get(usize::from(meta.object));
        object.map_or(String::new(), |object| {
            format!("{} {}", object.profile, object.object)
        })
    }

    /// How much a rule's findings matter.
    pub fn severity(&self, rule: &Rule) -> Severity {
        let told = self.asked.severities.iter().rev();
        let told = told.filter(|(code, _)| code == rule.code);
        let mut told = told.map(|(_, severity)| *severity);
        told.next().unwrap_or_else(|| severity(self.glossary, rule))
    }

    /// A finding as it is written.
    pub fn found(&self, one: &Judged, meta: &Meta, rule: &'static Rule, hit: &Hit) -> Found {
        let table = |number: u16| {
            let name = self.set.tables.get(usize::from(number));
            name.cloned().unwrap_or_default()
        };
        Found {
            file: table(meta.table),
            row: meta.row,
            source_id: self.set.id(one.record).to_string(),
            object: self.object(meta),
            group: rule.group,
            code: rule.code,
            severity: self.severity(rule),
            confidence: f32::from(hit.confidence) / 100.0,
            declared_class: self.set.class(one.declared).to_string(),
            class: self.class(one).to_string(),
            cause: hit.cause.unwrap_or(rule.cause).name(),
            message: rule.about,
            evidence: hit.evidence.iter().map(|fact| piece(fact, table)).collect(),
            against: hit.against.iter().map(|fact| piece(fact, table)).collect(),
            action: rule.action,
        }
    }

    /// Whether some record says that consent was given.
    pub fn consents_recorded(&self) -> bool {
        let mut sights = self.world.sights.iter();
        sights.any(|sight| consent(sight) == Consent::Yes)
    }

    /// Whether a record may be written to.
    pub fn consent(&self, one: &Judged) -> Consent {
        let sight = self.world.sights.get(one.record as usize);
        sight.map(consent).unwrap_or_default()
    }

    /// Its lead source, empty for none.
    pub fn source(&self, one: &Judged) -> &str {
        let sight = self.world.sights.get(one.record as usize);
        let source = sight.and_then(|sight| self.sources.get(&sight.source));
        source.map_or("", String::as_str)
    }

    /// What a record's segment is told by: its axes are those that the first finding that moves it says.
    pub fn standing(&self, one: &Judged, meta: &Meta, consents_recorded: bool) -> Standing {
        let mut axes = meta.axes;
        if axes.stage == Stage::Known && is_funnel(self.world, meta) {
            axes.stage = Stage::Interested;
        }
        let mut nobody = false;
        let moves = self
            .hits(one)
            .filter(|(rule, _)| rule.group == "classification");
        let mut moves = moves.map(|(_, hit)| hit.becomes);
        match moves.find(|becomes| *becomes != Becomes::Declared) {
            Some(Becomes::Axes(moved)) => axes = moved,
            Some(_) => nobody = true,
            None => {}
        }
        axes.temperature = one.temperature;
        let twice = self
            .hits(one)
            .any(|(rule, _)| rule.code == "lead-and-contact");
        Standing {
            axes,
            consent: self.consent(one),
            consents_recorded,
            evidence: one.evidence,
            nobody,
            elsewhere: meta.axes.converted || twice,
        }
    }

    /// The place of a record's segment among the segments.
    pub fn segment(&self, one: &Judged, meta: &Meta, consents_recorded: bool) -> usize {
        segment(&self.standing(one, meta, consents_recorded))
    }
}

fn consent(sight: &Sight) -> Consent {
    if sight.has(flag::OPTED_OUT) || sight.has(flag::REFUSED) {
        return Consent::No;
    }
    match sight.has(flag::CONSENTED) {
        true => Consent::Yes,
        false => Consent::Unknown,
    }
}

/// The names of the lead sources by their keys.
///
/// # Errors
/// When the records can't be read.
pub(super) fn sources(set: &Set, sights: &[Sight]) -> Result<HashMap<u32, String>> {
    let key = |sight: &Sight| Some(sight.source).filter(|key| *key != 0);
    texts(set, sights, "lead.source", key)
}

/// The texts of a field by their keys, each read from the first record that has it.
///
/// # Errors
/// When the records can't be read.
pub(super) fn texts(
    set: &Set,
    sights: &[Sight],
    field: &str,
    key: impl Fn(&Sight) -> Option<u32>,
) -> Result<HashMap<u32, String>> {
    let mut texts: HashMap<u32, String> = HashMap::new();
    let (mut draft, mut window) = (Draft::default(), Window::default());
    for (at, sight) in (0..).zip(sights) {
        let Some(key) = key(sight).filter(|key| !texts.contains_key(key)) else {
            continue;
        };
        draft.clear();
        set.fetch(at, &mut draft, &mut window)?;
        let text = find(field).map_or("", |field| draft.text(field));
        texts.insert(key, text.to_string());
    }
    Ok(texts)
}
