//! A profile's columns: what each becomes, and how its cells come back when it is written.

use super::super::output;
use super::super::page::{Page, WIDTH, of};
use crate::export::{self, Layout, Way};
use crate::model::field::Fields;
use crate::profile::schema::{Column, Does, Object, ObjectKind};
use crate::profile::{self, Profile};

/// Most values that are shown of a column.
const VALUES: usize = 3;

/// A table for each object that holds people or companies.
pub(super) fn table(profile: &Profile) -> String {
    let layout = export::compile(profile, &mut Fields::default());
    let mut page = Page::default();
    for object in parties(profile) {
        page.heading(&match export::written_to(profile, object) {
            Some(target) if target.name != object.name => {
                format!("{}, written as {}", object.name, target.name)
            }
            Some(_) => object.name.clone(),
            None => format!("{}, only read", object.name),
        });
        let line = |column: &Column| {
            let (way, why) = way_back(profile, &layout, object, column);
            vec![
                output::short(&column.key, 26),
                output::plain(&becomes(&column.does)),
                match why.is_empty() {
                    true => way.to_string(),
                    false => output::plain(&format!("{way}: {why}")),
                },
            ]
        };
        let rows = object.columns.iter().map(line).collect();
        let width = u16::try_from(WIDTH).unwrap_or(80);
        page.table(&["COLUMN", "BECOMES", "WAY BACK"], rows, &[], width);
    }
    page.finish()
}

/// How many columns come back how, an object a line.
pub(super) fn sums(profile: &Profile, name: &str) -> String {
    let layout = export::compile(profile, &mut Fields::default());
    let mut page = Page::default();
    for object in parties(profile) {
        if export::written_to(profile, object).is_none() {
            page.item(&format!("  {}: ", object.name), "only read, not written");
            continue;
        }
        let ways: Vec<&str> = (object.columns.iter())
            .map(|column| way_back(profile, &layout, object, column).0)
            .collect();
        let count = |name: &&str| {
            let number = ways.iter().filter(|way| *way == name).count();
            (number > 0).then(|| format!("{number} {name}"))
        };
        let names = ["lossless", "normalising", "many-to-one", "one-way"];
        let counts: Vec<String> = names.iter().filter_map(count).collect();
        let columns = of(object.columns.len() as u64, "column");
        let text = format!("{columns}, whose way back is {}", counts.join(", "));
        page.item(&format!("  {}: ", object.name), &text);
    }
    page.item(
        "  ",
        &format!("`xwalk profile show {name} --columns` lists them"),
    );
    page.finish()
}

fn parties(profile: &Profile) -> impl Iterator<Item = &Object> {
    let all = profile.objects.iter();
    all.filter(|object| matches!(object.kind, ObjectKind::Party(_)))
}

/// The name of a column's way back, and what is to say of it.
fn way_back(
    profile: &Profile,
    layout: &Layout,
    object: &Object,
    column: &Column,
) -> (&'static str, String) {
    let target = export::written_to(profile, object);
    let spec = target.and_then(|target| {
        let found = layout.objects.iter().find(|spec| spec.name == target.name);
        found.map(|spec| (target, spec))
    });
    let way = match spec {
        Some((target, spec)) => match export::declared_one_way(column, target) {
            Some(why) => Way::OneWay(why.to_string()),
            None => export::way_back(column, target, spec),
        },
        None => Way::OneWay(String::new()),
    };
    let why = match &way {
        Way::OneWay(why) => why.clone(),
        Way::ManyToOne(pairs) => match stands(pairs) {
            none if none.is_empty() => "what the record is in the end".to_string(),
            some => some,
        },
        _ => String::new(),
    };
    (way.name(), why)
}

/// `Working, Contacted → In progress; …`: the first of the values that come back as another.
fn stands(pairs: &[(String, String)]) -> String {
    let mut by_written: Vec<(&str, Vec<&str>)> = Vec::new();
    for (read, written) in pairs.iter().filter(|(read, written)| read != written) {
        match by_written.iter_mut().find(|(known, _)| known == written) {
            Some((_, reads)) => reads.push(read),
            None => by_written.push((written, vec![read])),
        }
    }
    let cut = |reads: &[&str]| match reads.len() > VALUES {
        true => format!("{}, …", reads.get(..VALUES).unwrap_or_default().join(", ")),
        false => reads.join(", "),
    };
    let text = |(written, reads): &(&str, Vec<&str>)| match written.is_empty() {
        true => format!("{} → nothing", cut(reads)),
        false => format!("{} → {written}", cut(reads)),
    };
    let mut texts: Vec<String> = by_written.iter().take(VALUES).map(text).collect();
    if by_written.len() > VALUES {
        texts.push("…".to_string());
    }
    texts.join("; ")
}

/// What a column becomes, as a profile writes it; why one is dropped stands beside.
fn becomes(does: &Does) -> String {
    match does {
        Does::Drop(_) => "drop".to_string(),
        _ => profile::written_rule(does),
    }
}
