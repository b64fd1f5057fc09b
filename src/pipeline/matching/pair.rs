//! Two records side by side: what each comparison came to, and what it tells.

use super::engine::{Account, Engine};
use super::full;
use super::read::{Desk, Reading};
use super::{DedupeAsked, with_reading};
use crate::dedupe::compare::{
    ADDRESS, BIRTH, COMPANY, DOMAIN, EMAIL, FAMILY, FIXED, GENDER, GIVEN, PHONE, TITLE, comparison,
};
use crate::dedupe::learn::probability;
use crate::dedupe::weigh::is_never;
use crate::error::{Error, Result};
use crate::model::matched::{PairExplained, Step};
use crate::model::shown::{Part, Shown};
use crate::pipeline::explain::{Which, found, shown};
use crate::pipeline::linked;
use crate::pipeline::options::Progress;

/// Explains two records of the inputs.
///
/// # Errors
/// When nothing can be read, or a record isn't there, or one is a person's and one an organization's.
pub fn pair(
    asked: &DedupeAsked,
    which: (&Which, &Which),
    show_values: bool,
    progress: &dyn Progress,
) -> Result<PairExplained> {
    with_reading(asked, progress, |reading, plans, _| {
        let (a, b) = (found(reading.set, which.0)?, found(reading.set, which.1)?);
        let (all, _) = full::faces(reading, plans, progress)?;
        let sure = linked::parties(reading.set);
        for (faces, plan) in &all {
            let place = |record| (0..faces.len()).find(|place| faces.record(*place) == record);
            if let (Some(x), Some(y)) = (place(a), place(b)) {
                let numbered = reading.numbered;
                let engine = Engine::new(
                    faces,
                    plan,
                    numbered.identifiers.len(),
                    numbered.others.len(),
                    reading.settling(plan),
                    &sure,
                );
                let masked = |text: &str| shown(text, show_values);
                return explained(reading, &engine, (a, b), (x, y), &masked);
            }
        }
        Err(Error::new(
            "one of the two is a person's record, the other an organization's",
            "name two people or two organizations",
        ))
    })
}

/// Explains two records: their numbers outside, and their places in the engine; `masked` gives values as they are shown.
///
/// # Errors
/// When the store can't be read.
pub(super) fn explained(
    reading: &Reading,
    engine: &Engine,
    (a, b): (u32, u32),
    (x, y): (u32, u32),
    masked: &dyn Fn(&str) -> String,
) -> Result<PairExplained> {
    let account = engine.account(x, y);
    let ruled_out = is_never(engine.faces, x, y);
    let (weight, before) = (engine.weight_of(x, y), engine.model.prior);
    let mut desk = Desk::default();
    let mut show = |record| {
        let mut seen = Shown::default();
        reading.show(record, &mut desk, &mut seen).map(|()| seen)
    };
    let (of_a, of_b) = (show(a)?, show(b)?);
    let both = |cluster: &Vec<u32>| cluster.contains(&x) && cluster.contains(&y);
    let band = full::band(engine.plan, weight);
    let mut place = |record: u32| {
        let meta = reading.set.metas.get(record as usize);
        let file = meta.map_or("", |meta| reading.set.table(meta)).to_string();
        let row = meta.map_or(0, |meta| meta.row);
        reading.id(record, &mut desk).map(|id| (file, row, id))
    };
    Ok(PairExplained {
        a: place(a)?,
        b: place(b)?,
        steps: steps(reading, engine, &account, (&of_a, &of_b), masked),
        before,
        swapped: account.sum.swapped,
        culture: account.sum.culture,
        ruled_out,
        weight,
        same: engine.plan.bands.same,
        probability: probability(weight),
        band: band.name(),
        together: engine.clusters.iter().any(both),
    })
}

fn steps(
    reading: &Reading,
    engine: &Engine,
    account: &Account,
    (a, b): (&Shown, &Shown),
    masked: &dyn Fn(&str) -> String,
) -> Vec<Step> {
    let weights = account.sum.alone.iter().zip(&account.sum.counted);
    let all = account.seen.iter().zip(weights).enumerate();
    let steps = all.map(|(at, (seen, (alone, counted)))| {
        let comparison = comparison(at, engine.identifiers);
        let name = match at.checked_sub(FIXED) {
            None => comparison.name,
            Some(more) if more < engine.identifiers => name(&reading.numbered.identifiers, more),
            Some(more) => name(&reading.numbered.others, more - engine.identifiers),
        };
        let level = comparison.levels.get(usize::from(seen.level));
        let value = |of: &Shown| {
            let texts: Vec<String> = parts(at, engine.identifiers)
                .iter()
                .flat_map(|part| of.of(*part))
                .map(masked)
                .collect();
            texts.join(", ")
        };
        Step {
            comparison: name.to_string(),
            a: value(a),
            b: value(b),
            level: level.copied().unwrap_or_default(),
            alone: *alone,
            counted: *counted,
        }
    });
    steps
        .filter(|step| !(step.a.is_empty() && step.b.is_empty()))
        .collect()
}

fn name(names: &[String], at: usize) -> &str {
    names.get(at).map_or("", String::as_str)
}

/// The parts that a comparison looks at.
fn parts(at: usize, identifiers: usize) -> Vec<Part> {
    let number = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    match at {
        GIVEN => vec![Part::Given, Part::Middle, Part::FullName],
        FAMILY => vec![Part::Family, Part::Suffix],
        EMAIL => vec![Part::Email],
        PHONE => vec![Part::Phone],
        ADDRESS => vec![
            Part::Street,
            Part::House,
            Part::Address,
            Part::PostalCode,
            Part::City,
            Part::Country,
        ],
        COMPANY => vec![Part::Company],
        DOMAIN => vec![Part::Website],
        BIRTH => vec![
            Part::Birth,
            Part::BirthYear,
            Part::BirthMonth,
            Part::BirthDay,
        ],
        TITLE => vec![Part::Title],
        GENDER => vec![Part::Gender],
        more if more < FIXED + identifiers => vec![Part::Identifier(number(more - FIXED))],
        more => vec![Part::Other(number(more - FIXED - identifiers))],
    }
}
