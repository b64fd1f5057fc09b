//! Judging: the rules that hold for each record, and the class that it is of.

use rayon::prelude::*;

use super::{Asked, CHUNK};
use crate::audit::{self, Becomes, Hit, Rule};
use crate::classify::{Case, Classifier, Warmth, World, gather};
use crate::glossary::{self, Glossary, Setting};
use crate::model::axis::{Kind, Stage, Temperature};
use crate::model::evidence::Evidence;
use crate::model::fate::Fate;
use crate::model::finding::Severity;
use crate::model::record::Axes;
use crate::pipeline::options::Progress;
use crate::pipeline::set::Set;

/// A record as it was judged.
pub(in crate::pipeline) struct Judged {
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
pub(in crate::pipeline) fn judge(
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

/// Whether a rule judges: because it is asked to, else by the glossary.
pub(in crate::pipeline) fn is_on(asked: &Asked, glossary: &Glossary, rule: &Rule) -> bool {
    let told = asked.rules.iter().rev().find(|(code, _)| code == rule.code);
    told.map_or_else(|| by_glossary(glossary, rule), |(_, on)| *on)
}

/// How much a rule's findings matter, by the glossary or by default.
pub(in crate::pipeline) fn severity(glossary: &Glossary, rule: &Rule) -> Severity {
    match glossary.setting(rule.code) {
        Some(Setting::As(severity)) => severity,
        _ => rule.severity,
    }
}

/// Whether the glossary has a rule judge, or leaves it at its default.
pub(in crate::pipeline) fn by_glossary(glossary: &Glossary, rule: &Rule) -> bool {
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
pub(in crate::pipeline) fn case<'w>(
    world: &'w World<'w>,
    at: u32,
    others: &'w [u32],
) -> Option<Case<'w>> {
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
pub(in crate::pipeline) fn others(world: &World, at: u32) -> Vec<u32> {
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
pub(in crate::pipeline) fn decided(
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
pub(in crate::pipeline) fn class(
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
