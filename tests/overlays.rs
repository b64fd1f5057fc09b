//! What a line in an overlay does, and what is said of a mistake in it; and that converting a kit again changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use xwalk::pipeline::{Options, Silent, convert};

fn samples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name)
}

/// Converts samples with overlays; what stops it is told.
fn converted(
    inputs: PathBuf,
    to: &str,
    from: Option<&str>,
    overlays: &[&str],
    out: &Path,
) -> Result<(), String> {
    let overlays = overlays
        .iter()
        .map(|text| ("acme.yaml".to_string(), (*text).to_string()))
        .collect();
    let from = from.map(str::to_string);
    let options = Options {
        inputs: vec![inputs],
        to: to.to_string(),
        from,
        overlays,
        out: Some(out.to_path_buf()),
        ..Options::default()
    };
    convert(&options, &Silent)
        .map(|_| ())
        .map_err(|error| error.to_string())
}

/// An import file: by identity, its cells by header.
fn table(path: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let headers = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| {
        headers
            .iter()
            .zip(row.iter())
            .map(|(header, cell)| (header.to_string(), cell.to_string()))
            .collect()
    };
    reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| (row[0].to_string(), cells(row)))
        .collect()
}

/// The texts of a column of a sample.
fn column(path: &Path, name: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(path)
        .unwrap();
    let at = reader
        .headers()
        .unwrap()
        .iter()
        .position(|header| header == name)
        .unwrap();
    let texts = reader
        .records()
        .filter_map(|row| row.unwrap().get(at).map(str::to_string));
    texts.filter(|text| !text.is_empty()).collect()
}

const SOURCE_LINE: &str = "extends: salesforce\nobjects:\n  contact:\n    columns:\n      Favourite_Colour__c: title\n      Title: drop(the colour stands there)\n";
const TARGET_LINES: &str = "extends: hubspot\nobjects:\n  contacts:\n    columns:\n      favourite_colour: custom.Favourite_Colour__c\n    labels_of:\n      favourite_colour: {en: Favourite colour}\n";

#[test]
fn a_line_on_the_target_side_carries_a_custom_column() {
    let folder = tempfile::tempdir().unwrap();
    let kit = folder.path().join("kit");
    converted(
        samples("salesforce"),
        "hubspot",
        None,
        &[TARGET_LINES],
        &kit,
    )
    .unwrap();
    let contacts = table(&kit.join("2-contacts.csv"));
    let colours: Vec<&String> = contacts
        .values()
        .map(|row| &row["Favourite colour"])
        .filter(|cell| !cell.is_empty())
        .collect();
    let there = column(
        &samples("salesforce").join("Contact.csv"),
        "Favourite_Colour__c",
    );
    assert!(
        !colours.is_empty() && colours.iter().all(|colour| there.contains(colour)),
        "{colours:?}"
    );
}

#[test]
fn a_line_on_the_source_side_carries_a_custom_column() {
    let folder = tempfile::tempdir().unwrap();
    let kit = folder.path().join("kit");
    converted(samples("salesforce"), "hubspot", None, &[SOURCE_LINE], &kit).unwrap();
    let contacts = table(&kit.join("2-contacts.csv"));
    let there = column(
        &samples("salesforce").join("Contact.csv"),
        "Favourite_Colour__c",
    );
    let titles = contacts
        .iter()
        .filter(|(identity, _)| identity.starts_with("salesforce:contact:"))
        .map(|(_, row)| &row["Job Title"]);
    assert!(
        titles.clone().any(|title| there.contains(title)),
        "{:?} in {:?}",
        there,
        titles.collect::<Vec<_>>()
    );
}

#[test]
fn an_overlay_of_a_profile_in_a_file_names_it_by_its_name_or_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("shop.yaml");
    let text = "profile: shop\nobjects:\n  people:\n    kind: person\n    columns: {Mail: email}\n    write: {file: people}\n";
    fs::write(&file, text).unwrap();
    let to = file.to_str().unwrap();
    for (at, base) in ["shop", to].iter().enumerate() {
        let line = format!("extends: {base}\nobjects: {{people: {{write: {{file: folk}}}}}}\n");
        let kit = folder.path().join(at.to_string());
        converted(samples("salesforce"), to, None, &[&line], &kit).unwrap();
        assert!(kit.join("1-folk.csv").is_file(), "{base}");
    }
}

#[test]
fn a_slip_in_that_line_is_named_with_its_place_and_the_right_name() {
    let folder = tempfile::tempdir().unwrap();
    let slip = SOURCE_LINE.replace("title", "titel");
    let said = converted(
        samples("salesforce"),
        "hubspot",
        None,
        &[&slip],
        &folder.path().join("kit"),
    )
    .unwrap_err();
    assert!(
        said.contains("acme.yaml:5:28: unknown field `titel`; did you mean `title`?"),
        "{said}"
    );
    assert!(!folder.path().join("kit").exists());
}

#[test]
fn five_mistakes_are_five_errors() {
    let folder = tempfile::tempdir().unwrap();
    let text = "extends: salesforce\nobjects:\n  contact:\n    columns:\n      A__c: titel\n      B__c: title | uper\n      C__c: title | before\n    values:\n      LeadSauce:\n        Web: web\n    declares:\n      - {class: contact, when: stage == \"sqll\"}\n";
    let said = converted(
        samples("salesforce"),
        "hubspot",
        None,
        &[text],
        &folder.path().join("kit"),
    )
    .unwrap_err();
    for (line, name) in [
        (5, "`title`"),
        (6, "`upper`"),
        (7, "`before`"),
        (9, "`LeadSource`"),
        (12, "`sql`"),
    ] {
        assert!(
            said.lines()
                .any(|text| text.contains(&format!("acme.yaml:{line}:")) && text.contains(name)),
            "line {line}: {said}"
        );
    }
    assert_eq!(said.matches("acme.yaml:").count(), 5, "{said}");
}

/// A kit read with its own target's profile and converted to it again: every cell is there, and none has changed.
fn twice_is_once(source: &str, to: &str, overlays: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let (once, again) = (folder.path().join("once"), folder.path().join("again"));
    converted(samples(source), to, None, overlays, &once).unwrap();
    converted(once.clone(), to, Some(to), overlays, &again).unwrap();
    let mut names: Vec<String> = fs::read_dir(&once)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| name.ends_with(".csv") && name.starts_with(|c: char| c.is_ascii_digit()));
    let mut cells = 0;
    for name in names.iter().filter(|name| !name.starts_with("0-")) {
        let (first, second) = (table(&once.join(name)), table(&again.join(name)));
        assert!(
            first.keys().eq(second.keys()),
            "{source} to {to}: the records of {name}"
        );
        for (identity, row) in &first {
            for (header, cell) in row {
                assert_eq!(
                    &second[identity][header], cell,
                    "{source} to {to}: {name}, {identity}, {header}"
                );
                cells += usize::from(!cell.is_empty());
            }
        }
    }
    assert!(cells > 100, "{source} to {to}: {cells} cells");
    let opt_outs = names.iter().find(|name| name.starts_with("0-")).unwrap();
    assert_eq!(
        fs::read_to_string(once.join(opt_outs)).unwrap(),
        fs::read_to_string(again.join(opt_outs)).unwrap()
    );
}

#[test]
fn normalizing_twice_is_normalizing_once() {
    for source in ["salesforce", "hubspot", "spreadsheet"] {
        for to in ["hubspot", "salesforce"] {
            twice_is_once(source, to, &[]);
        }
    }
}

/// A family that the columns of the identity and of the links fit into, and noise that they fit as well.
const WIDE_PATTERNS: &str = "extends: hubspot
objects:
  companies: {columns: {\"Company Leg*\": keep}, noise: [\"*legacy*\"]}
  contacts: {columns: {\"Company Leg*\": keep}, noise: [\"*legacy*\"]}
";

#[test]
fn the_identity_and_the_links_of_a_kit_are_no_noise_and_of_no_family() {
    twice_is_once("salesforce", "hubspot", &[WIDE_PATTERNS]);
}
