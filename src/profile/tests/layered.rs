//! Overlays, chains of `extends`, and what is shown of them.

use std::fs;

use super::*;
use crate::profile::schema::{Does, Place};

#[test]
fn an_overlay_changes_single_lines() {
    let text = "objects:\n  people:\n    columns:\n      Junk: custom.junk\n      Mood__c: custom.mood\n    values:\n      State:\n        Hot: {temperature: warm}\n        Luke: {stage: engaged}\n    write:\n      required: [Last]\n";
    let profile = load_text(&good(), "shop.yaml", &overlay(text)).unwrap();
    let people = &profile.objects[0];
    let keys: Vec<_> = people.columns.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "Id", "First", "Last", "Mail", "Firm", "State", "Junk", "Extra", "Mood__c"
        ]
    );
    assert!(
        matches!(&people.columns[6].does, Does::Fields { fields, .. } if fields == &["custom.junk"])
    );
    assert_eq!(people.columns[6].place.file.as_ref(), "acme.yaml");
    let state = &people.columns[5].values;
    assert_eq!(state.len(), 3);
    assert_eq!(
        state[0].claims,
        [("temperature".to_owned(), "warm".to_owned())]
    );
    assert_eq!(people.write.as_ref().unwrap().required, ["Last"]);
    assert_eq!(profile.name, "shop");
}

#[test]
fn an_overlay_of_another_profile_is_left_out_and_a_lost_one_is_told() {
    let other = overlay("extends: elsewhere\nobjects:\n  x: {columns: {A: email}}\n");
    assert_eq!(
        load_text(&good(), "shop.yaml", &other)
            .unwrap()
            .objects
            .len(),
        2
    );
    let lost = overlay("objects:\n  x: {columns: {A: email}}\n");
    let said = load_text(&good(), "shop.yaml", &lost)
        .unwrap_err()
        .to_string();
    assert!(
        said.starts_with("acme.yaml:2:3: object `x` has no `kind`; "),
        "{said}"
    );
}

#[test]
fn mistakes_in_an_overlay_have_their_place_there() {
    let text = overlay("objects:\n  people:\n    columns: {Mood: name.lats}\n");
    let said = load_text(&good(), "shop.yaml", &text)
        .unwrap_err()
        .to_string();
    assert!(
        said.starts_with("acme.yaml:3:21: unknown field `name.lats`"),
        "{said}"
    );
    assert!(
        said.contains("3 |     columns: {Mood: name.lats}"),
        "{said}"
    );
}

#[test]
fn extends_climbs_files_and_refuses_circles_and_other_folders() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let load_file = |name: &str| load(&folder.path().join(name).to_string_lossy(), &[]);
    write("shop.yaml", &good());
    write(
        "acme.yaml",
        "profile: acme\nextends: shop.yaml\ntitle: Acme\n",
    );
    write("a.yaml", "profile: a\nextends: b.yaml\n");
    write("b.yaml", "profile: b\nextends: a.yaml\n");
    write("out.yaml", "profile: out\nextends: ../shop.yaml\n");
    write("typo.yaml", "profile: typo\nextends: shpo\n");
    let acme = load_file("acme.yaml").unwrap();
    assert_eq!(
        (acme.name.as_str(), acme.title.as_str(), acme.objects.len()),
        ("acme", "Acme", 2)
    );
    assert!(
        load_file("a.yaml")
            .unwrap_err()
            .to_string()
            .contains("a.yaml` extends itself")
    );
    assert!(
        load_file("out.yaml")
            .unwrap_err()
            .to_string()
            .contains("lies outside the profile's folder")
    );
    assert!(
        load_file("typo.yaml")
            .unwrap_err()
            .to_string()
            .contains("unknown profile `shpo`")
    );
    assert!(
        load("/nowhere.yaml", &[])
            .unwrap_err()
            .to_string()
            .contains("/nowhere.yaml: no profile has this name")
    );
}

#[test]
fn what_is_shown_loads_as_the_same_and_says_where_lines_came_from() {
    let text = overlay("objects:\n  people:\n    columns:\n      Mood: custom.mood\n");
    let shown = crate::profile::show::show(
        &crate::profile::LANGUAGE
            .layer("shop.yaml", &good(), &text)
            .unwrap(),
    );
    let mood = shown.lines().find(|line| line.contains("Mood:")).unwrap();
    assert!(mood.ends_with("  # acme.yaml:4"), "{mood}");
    load_text(&shown, "shown.yaml", &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let again = crate::profile::show::show(
        &crate::profile::LANGUAGE
            .layer("shown.yaml", &shown, &[])
            .unwrap(),
    );
    let bare = |text: &str| -> Vec<String> {
        let line = |line: &str| line.rsplit_once("  # ").unwrap().0.trim_end().to_owned();
        text.lines().map(line).collect()
    };
    assert_eq!(bare(&again), bare(&shown));
}

/// All that a profile says, without the places where it says so.
fn said(mut profile: Profile) -> String {
    let nowhere = Place {
        file: "".into(),
        line: 0,
        column: 0,
    };
    profile.called.clear();
    for object in &mut profile.objects {
        object.place = nowhere.clone();
        for column in &mut object.columns {
            column.place = nowhere.clone();
        }
    }
    format!("{profile:#?}")
}

#[test]
fn what_is_shown_of_a_built_in_profile_loads_as_the_same() {
    for name in builtin_names() {
        let shown = show(name, &[]).unwrap();
        let loaded = load_text(&shown, "shown.yaml", &[]).unwrap_or_else(|m| panic!("{m}"));
        assert!(said(loaded) == said(load(name, &[]).unwrap()), "{name}");
    }
}

const A: &str = "\
extends: spreadsheet
objects:
  people:
    columns:
      Tier: custom.tier
      Score: keep
    values:
      Source:
        \"In talks: #1\": {value: phone, labels: [\"No\", \"007\"]}
    labels_of:
      Tier: {en: Rank}
    write:
      limits:
        Last name: 40
      one_way:
        Last name: cut, by hand
import:
  limits: {rows: 100}
";

const B: &str = "\
objects:
  people:
    columns:
      Tier: custom.level
      Campaign: ~
    labels_of: {Campaign: ~}
    write:
      limits: {Tier: 20}
      values:
        Stage:
          - {value: lead}
";

#[test]
fn what_is_shown_of_overlays_on_overlays_loads_as_the_same_and_names_each_file() {
    let file = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let other = "extends: elsewhere\nobjects: {x: {columns: {A: email}}}\n";
    let overlays = [file("a.yaml", A), file("b.yaml", B), file("c.yaml", other)];
    let shown = show("spreadsheet", &overlays).unwrap();
    let loaded = load_text(&shown, "shown.yaml", &[]).unwrap_or_else(|m| panic!("{m}"));
    assert!(said(loaded) == said(load("spreadsheet", &overlays).unwrap()));
    let ends = [
        ("Tier: custom.level", "# b.yaml:4"),
        ("Score: keep", "# a.yaml:6"),
        ("\"In talks: #1\":", "# a.yaml:9"),
        ("Tier: {en: Rank}", "# a.yaml:11"),
        ("Last name: 40", "# a.yaml:14"),
        ("Last name: \"cut, by hand\"", "# a.yaml:16"),
        ("Tier: 20", "# b.yaml:8"),
        ("- {value: lead}", "# b.yaml:11"),
        ("rows: 100", "# a.yaml:18"),
    ];
    let place_of = |text: &str| {
        let of = |line: &&str| line.trim_start().starts_with(text);
        shown.lines().find(of).map(str::to_owned)
    };
    for (text, place) in ends {
        let line = place_of(text).unwrap_or_else(|| panic!("{text}"));
        assert!(line.ends_with(place), "{line}");
    }
    assert!(!shown.contains("c.yaml"));
    let profile = load("spreadsheet", &overlays).unwrap();
    let mut columns = profile.objects[0].columns.iter();
    assert!(columns.all(|column| column.key != "Campaign"));
}

#[test]
fn a_line_is_taken_away_where_there_is_one() {
    let taken = overlay("objects: {people: {columns: {Firm: ~}, values: {State: {Hot: ~}}}}\n");
    let profile = load_text(&good(), "shop.yaml", &taken).unwrap();
    let people = &profile.objects[0];
    assert!(people.columns.iter().all(|column| column.key != "Firm"));
    let state = people.columns.iter().find(|column| column.key == "State");
    assert!(
        state
            .unwrap()
            .values
            .iter()
            .all(|rule| rule.stored != "Hot")
    );
    let empty = overlay("objects:\n  people:\n    columns:\n      Firm:\n");
    let said = load_text(&good(), "shop.yaml", &empty)
        .unwrap_err()
        .to_string();
    assert!(said.contains("`Firm` has no value"), "{said}");
    let none = overlay("objects: {people: {columns: {Frim: ~}}}\n");
    let said = load_text(&good(), "shop.yaml", &none)
        .unwrap_err()
        .to_string();
    assert!(
        said.starts_with("acme.yaml:1:36: `~` takes a line away, and there is no line `Frim`"),
        "{said}"
    );
}
