//! The import files of a kit, against the ledger and against what the target asks of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xwalk::profile::schema::{Object, Profile, Write};

use super::books::{Sheet, twice};

/// Checks the import files; returns the identities that stand in them.
pub fn check(kit: &Path, ledger: &Sheet, target: &Profile) -> BTreeSet<String> {
    let mut identities = BTreeSet::new();
    let mut links = Vec::new();
    for object in &target.objects {
        let Some(write) = &object.write else { continue };
        let parts = parts(kit, &write.file);
        let own: Vec<String> = parts
            .iter()
            .flat_map(|part| {
                part.column(identity_column(target, object))
                    .map(str::to_string)
            })
            .collect();
        for identity in &own {
            assert!(
                !identity.is_empty() && identities.insert(identity.clone()),
                "`{identity}` stands twice"
            );
        }
        ledger_agrees(ledger, &object.name, &own);
        for part in &parts {
            demands(object, write, part);
            for (_, column) in &write.links {
                links.extend(
                    part.column(column)
                        .filter(|link| !link.is_empty())
                        .map(str::to_string),
                );
            }
        }
        let keys: Vec<String> = write
            .key
            .iter()
            .flat_map(|key| key_texts(object, write, key, &parts))
            .collect();
        assert_eq!(
            twice(keys.iter().map(String::as_str)),
            BTreeSet::new(),
            "`{}` is merged on by the target",
            write.key.clone().unwrap_or_default()
        );
    }
    for link in links {
        assert!(
            identities.contains(&link),
            "a link leads to `{link}`, which stands nowhere"
        );
    }
    identities
}

fn identity_column<'p>(target: &'p Profile, object: &Object) -> &'p str {
    let own = target
        .import
        .identities
        .iter()
        .find(|(name, _)| *name == object.name);
    own.map_or(target.import.identity.column.as_str(), |(_, column)| {
        column.as_str()
    })
}

/// The parts of an import file.
fn parts(kit: &Path, stem: &str) -> Vec<Sheet> {
    let mut names: Vec<String> = fs::read_dir(kit)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let is_part = |name: &&String| {
        let rest = name
            .split_once('-')
            .filter(|(number, _)| *number != "0" && number.parse::<u8>().is_ok());
        rest.and_then(|(_, rest)| rest.strip_prefix(stem))
            .is_some_and(|rest| rest.starts_with(['.', '-', '_']))
    };
    names
        .iter()
        .filter(is_part)
        .map(|name| Sheet::read(&kit.join(name)))
        .collect()
}

/// The identities of the exported rows are those in the file, but for records that were made.
fn ledger_agrees(ledger: &Sheet, object: &str, own: &[String]) {
    let (fate, target, identity) = (
        ledger.at("fate"),
        ledger.at("target"),
        ledger.at("external_id"),
    );
    let rows = ledger
        .rows
        .iter()
        .filter(|row| row[fate] == "exported" && row[target] == object);
    let mut said: Vec<&str> = rows.map(|row| row[identity].as_str()).collect();
    let mut stand: Vec<&str> = own
        .iter()
        .map(String::as_str)
        .filter(|identity| !identity.starts_with("created:"))
        .collect();
    said.sort_unstable();
    stand.sort_unstable();
    assert_eq!(said, stand, "exported rows of `{object}`");
}

/// A header of the import file, as the profile writes it.
fn header<'o>(object: &'o Object, write: &Write, key: &'o str) -> &'o str {
    let column = object
        .columns
        .iter()
        .find(|column| column.key == key)
        .filter(|_| write.label_headers);
    let english =
        column.and_then(|column| column.labels.iter().find(|(language, _)| language == "en"));
    english
        .and_then(|(_, labels)| labels.first())
        .map_or(key, String::as_str)
}

/// What the target requires, how long its columns are, and what they take.
fn demands(object: &Object, write: &Write, part: &Sheet) {
    for key in &write.required {
        assert!(
            part.column(header(object, write, key))
                .all(|cell| !cell.is_empty()),
            "`{key}` is required and empty"
        );
    }
    let one_of: Vec<usize> = write
        .needs_one_of
        .iter()
        .map(|key| part.at(header(object, write, key)))
        .collect();
    for row in part.rows.iter().filter(|_| !one_of.is_empty()) {
        assert!(
            one_of.iter().any(|at| !row[*at].is_empty()),
            "none of {:?} is filled: {row:?}",
            write.needs_one_of
        );
    }
    for (key, limit) in write.limits.iter().filter(|(key, _)| {
        part.header
            .iter()
            .any(|name| name == header(object, write, key))
    }) {
        let long = part
            .column(header(object, write, key))
            .find(|cell| cell.chars().count() > *limit);
        assert_eq!(long, None, "`{key}` takes {limit} characters");
    }
    for (key, texts) in write.picklist.iter().filter(|(key, _)| {
        part.header
            .iter()
            .any(|name| name == header(object, write, key))
    }) {
        let odd = part
            .column(header(object, write, key))
            .find(|cell| !cell.is_empty() && !texts.iter().any(|text| text == cell));
        assert_eq!(odd, None, "`{key}` takes {texts:?}");
    }
}

fn key_texts(object: &Object, write: &Write, key: &str, parts: &[Sheet]) -> Vec<String> {
    let name = header(object, write, key);
    let texts = parts
        .iter()
        .filter(|part| part.header.iter().any(|header| header == name))
        .flat_map(|part| part.column(name));
    texts
        .filter(|text| !text.is_empty())
        .map(str::to_lowercase)
        .collect()
}
