//! What loads, what is refused and how that reads.

use std::fs;
use std::path::Path;

use super::schema::{Does, ObjectKind};
use super::*;
use crate::expression::Facts;

const GOOD: &str = r#"
profile: shop
title: The shop
checked: 2026-11-21
formats: {boolean: ["yes", "no"], date: "%d/%m/%Y", date_order: dmy}
objects:
  people:
    kind: person
    labels: {en: Person, es: [Persona, Gente]}
    id_prefix: ["003"]
    declares:
      - {class: lead, when: 'col["Status"] == "Hot"'}
      - {class: prospect}
    columns:
      Id: origin.id
      First: name.given
      Last: name.family
      Mail: email
      Firm: organization.id -> firms | before(";")
      State: status
      Junk: drop(never filled)
      Extra: keep
    labels_of:
      State: {en: Status, es: [Estado, Situación], also: st}
    values:
      State:
        Hot: {stage: sql, temperature: hot, roles: [partner, other], labels: [Caliente]}
        Cold: cold
    computed:
      title: 'col["Extra"] if stage == "sql" else ""'
    write:
      file: people
      when: declared("lead") or declared("prospect")
      required: [Last, State]
      columns:
        Last: name.family or name.full
      limits: {Last: 80}
      picklist: {State: [Hot, Cold]}
      values:
        State:
          - {value: Hot, when: reached("sql")}
          - {value: Cold}
      links: {organization.id: "Firm:Legacy"}
      key: Mail
      on_collision: blank
  firms:
    kind: organization
    columns:
      Name: organization.name
import:
  order: [firms, people]
  identity: {column: Legacy, type: text}
  limits: {rows: 5000, bytes: 100MB}
owners:
  map: {"0051": ann@example.com}
  fallback: ops@example.com
select: last_activity
"#;

fn good() -> String {
    GOOD.replace(
        "select: last_activity\n",
        "select: f[\"last_activity_at\"] >= \"2024-01-01\"\n",
    )
}

fn loaded(text: &str) -> Profile {
    load_text(text, "shop.yaml", &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// What is said of the good profile with one line replaced.
fn said(old: &str, new: &str) -> String {
    let text = good().replacen(old, new, 1);
    assert_ne!(text, good(), "`{old}` is not there");
    let lines = check(&text, "shop.yaml").into_iter().map(|m| {
        if m.way_out.is_empty() {
            m.message
        } else {
            format!("{}; {}", m.message, m.way_out)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn overlay(text: &str) -> Vec<(String, String)> {
    vec![("acme.yaml".to_owned(), text.to_owned())]
}

#[test]
fn built_in_profiles_load() {
    assert!(builtin_names().len() >= 2);
    for name in builtin_names() {
        let profile = load(name, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(profile.name, name);
    }
}

#[test]
fn every_part_of_a_profile_is_read() {
    let profile = loaded(&good());
    assert_eq!(
        (profile.name.as_str(), profile.checked.as_str()),
        ("shop", "2026-11-21")
    );
    assert_eq!(profile.formats.boolean, ("yes".into(), "no".into()));
    assert_eq!(profile.formats.date, ["%d/%m/%Y"]);
    assert_eq!(profile.formats.list, ";");
    let people = &profile.objects[0];
    assert_eq!(people.labels[1].1, ["Persona", "Gente"]);
    assert_eq!(people.id_prefix, ["003"]);
    assert_eq!(people.place.line, 7);
    let Does::Fields {
        fields,
        link_to,
        transforms,
    } = &people.columns[4].does
    else {
        panic!()
    };
    assert_eq!(
        (
            fields.len(),
            link_to[0].as_str(),
            transforms[0].args[0].as_str()
        ),
        (1, "firms", ";")
    );
    assert_eq!(people.columns[6].does, Does::Drop("never filled".into()));
    let state = &people.columns[5];
    assert_eq!(state.labels[2], ("also".into(), vec!["st".into()]));
    assert_eq!(state.values[0].claims.len(), 4);
    assert_eq!(state.values[0].labels, ["Caliente"]);
    assert_eq!(state.values[1].value.as_deref(), Some("cold"));
    let write = people.write.as_ref().unwrap();
    assert_eq!(write.columns[0].1, ["name.family", "name.full"]);
    assert_eq!((write.limits[0].1, write.blank_on_collision), (80, true));
    assert_eq!(write.values[0].1.len(), 2);
    assert_eq!(profile.import.max_bytes, Some(100_000_000));
    assert_eq!(profile.owners.map[0].0, "0051");
    assert!(profile.select.is_some());
    assert!(matches!(profile.objects[1].kind, ObjectKind::Party(_)));
}

#[test]
fn five_planted_mistakes_give_five_errors() {
    let text = good()
        .replacen("First: name.given", "First: name.first", 1)
        .replacen("title: The shop", "title: No", 1)
        .replacen("{stage: sql,", "{stage: sqll,", 1)
        .replacen("required: [Last, State]", "required: [Lost, State]", 1)
        .replacen("when: reached(\"sql\")", "whne: reached(\"sql\")", 1);
    let mistakes = load_text(&text, "shop.yaml", &[]).unwrap_err();
    let expected = r#"shop.yaml:3:8: `No` reads as yes or no, not as text; write "No" in quotes
  |
3 | title: No
  |        ^

shop.yaml:16:14: unknown field `name.first`; did you mean `name.given`?
   |
16 |       First: name.first
   |              ^

shop.yaml:27:22: `stage` is never `sqll`; did you mean `sql`?
   |
27 |         Hot: {stage: sqll, temperature: hot, roles: [partner, other], labels: [Caliente]}
   |                      ^

shop.yaml:34:18: unknown column `Lost`; did you mean `Last`?
   |
34 |       required: [Lost, State]
   |                  ^

shop.yaml:41:26: unknown key `whne`; did you mean `when`?
   |
41 |           - {value: Hot, whne: reached("sql")}
   |                          ^"#;
    assert_eq!(mistakes.to_string(), expected);
}

#[test]
fn each_kind_of_mistake_names_the_way_out() {
    let cases = [
        (
            "title: The shop",
            "title: 007",
            "`007` reads as a number, not as text; write \"007\" in quotes",
        ),
        (
            "title: The shop",
            "title: 12:30",
            "`12:30` reads as a time, not as text; write \"12:30\" in quotes",
        ),
        (
            "title: The shop",
            "title: [a]",
            "`title` is one text, not a list; write it on the same line",
        ),
        (
            "title: The shop",
            "title:",
            "`title` has no value; write one, or \"\" for an empty text",
        ),
        (
            "title: The shop",
            "profile: x",
            "`profile` stands here a second time; keep this one or the one on line 2",
        ),
        (
            "2026-11-21",
            "yesterday",
            "`checked` is a day; write it like 2026-11-21",
        ),
        (
            "\"%d/%m/%Y\"",
            "DD/MM",
            "`DD/MM` is no pattern of dates; write it like \"%d/%m/%Y %H:%M\", or iso8601",
        ),
        (
            "date_order: dmy",
            "date_order: dym",
            "`date_order` is never `dym`; did you mean `dmy`?",
        ),
        (
            "id_prefix: [\"003\"]",
            "id_prefix: [003]",
            "`003` reads as a number, not as text; write \"003\" in quotes",
        ),
        (
            "kind: organization",
            "kind: org",
            "`kind` is never `org`; it is one of person, organization, user, opt_outs, context",
        ),
        (
            "-> firms",
            "-> firm",
            "unknown object `firm`; did you mean `firms`?",
        ),
        (
            "before(\";\")",
            "befor(\";\")",
            "unknown transform `befor`; did you mean `before`?",
        ),
        (
            "before(\";\")",
            "before",
            "`before` takes 1 arguments, not 0; write before(\"…\")",
        ),
        (
            "drop(never filled)",
            "drop",
            "`drop` needs a reason; write drop(why it isn't needed)",
        ),
        (
            "[firms, people]",
            "[firms, peple]",
            "unknown object `peple`; did you mean `people`?",
        ),
        (
            "{Last: 80}",
            "{Last: eighty}",
            "`Last` is a whole number above 0; write it plain, like 5000",
        ),
        (
            "{Last: 80}",
            "{Lasst: 80}",
            "unknown column `Lasst`; did you mean `Last`?",
        ),
        (
            "100MB",
            "100MBit",
            "`bytes` is a number of bytes; write it like 100MB, 512KB or 1GB",
        ),
        (
            "declared(\"lead\") or",
            "declard(\"lead\") or",
            "unknown name `declard`; did you mean `declared`?",
        ),
        (
            "col[\"Status\"]",
            "col[\"Statsu\"]",
            "unknown column `Statsu`; did you mean `Status`?",
        ),
        (
            "{organization.id: ",
            "{email: ",
            "`email` is no link; name a link: organization.id, organization.parent, manager",
        ),
        (
            "key: Mail",
            "key: Male",
            "unknown column `Male`; did you mean `Mail`?",
        ),
        (
            "{value: Cold}",
            "{value: Tepid}",
            "`State` does not take `Tepid`; add it to `picklist`, or write one of Hot, Cold",
        ),
        (
            "required: [Last, State]",
            "required: [Extra]",
            "nothing feeds the required column `Extra`; map it to a field, or write `Extra: field` under `write.columns`",
        ),
        (
            "      State: {en:",
            "      Stat: {en:",
            "unknown column `Stat`; did you mean `State`?",
        ),
    ];
    for (old, new, expected) in cases {
        assert_eq!(said(old, new), expected, "{new}");
    }
}

#[test]
fn a_stage_without_a_value_is_named() {
    let way_out =
        "end its list with a line without `when`; `- {value: \"\"}` leaves it empty on purpose";
    let expected = format!(
        "`State` gets no value at stage known, interested, engaged, mql, nurture, disqualified; {way_out}"
    );
    assert_eq!(said("          - {value: Cold}\n", ""), expected);
    let rest = "          - {value: Cold, when: not reached(\"sql\")}\n";
    assert_eq!(said("          - {value: Cold}\n", rest), "");
    let by_field = "          - {value: Cold, when: 'f[\"email\"] != \"\"'}\n";
    assert_eq!(said("          - {value: Cold}\n", by_field), expected);
}

#[test]
fn a_profile_that_maps_nothing_useful_is_refused() {
    let mistakes = check(
        "profile: x\nobjects:\n  a:\n    kind: person\n    columns: {Id: origin.id}\n",
        "x.yaml",
    );
    assert_eq!(mistakes.len(), 1);
    assert_eq!(
        mistakes[0].message,
        "no object names a person or an organization"
    );
}

#[test]
fn a_required_column_behind_another_of_its_field_is_starved() {
    let text = good().replace(
        "      Extra: keep\n",
        "      Extra: keep\n      Mail2: email\n",
    );
    let text = text.replace("required: [Last, State]", "required: [Mail2]");
    let mistakes = check(&text, "shop.yaml");
    assert_eq!(mistakes.len(), 1);
    assert!(
        mistakes[0].way_out.starts_with("`Mail` stands before it"),
        "{}",
        mistakes[0]
    );
}

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
            .contains("`/nowhere.yaml` is no profile")
    );
}

#[test]
fn what_is_shown_is_yaml_that_loads_the_same_and_says_where_lines_came_from() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.yaml");
    fs::write(&path, good()).unwrap();
    let layers = overlay("objects:\n  people:\n    columns:\n      Mood: custom.mood\n");
    let shown = show(&path.to_string_lossy(), &layers).unwrap();
    let mood = shown.lines().find(|line| line.contains("Mood:")).unwrap();
    assert!(mood.ends_with("  # acme.yaml:4"), "{mood}");
    let again = load_text(&shown, "shown.yaml", &[])
        .unwrap_or_else(|mistakes| panic!("{mistakes}\n{shown}"));
    let first = load(&path.to_string_lossy(), &layers).unwrap();
    let bare = |profile: &Profile| {
        let mut text = format!("{profile:?}");
        for part in ["file: \"", "line: ", "column: "] {
            text = text
                .split(part)
                .enumerate()
                .map(|(at, piece)| {
                    if at == 0 {
                        return piece.to_owned();
                    }
                    piece
                        .trim_start_matches(|c: char| !matches!(c, ',' | '}'))
                        .to_owned()
                })
                .collect::<Vec<_>>()
                .join("@");
        }
        text
    };
    assert_eq!(bare(&again), bare(&first));
}

#[test]
fn built_in_profiles_show_as_yaml_that_loads() {
    for name in builtin_names() {
        let shown = show(name, &[]).unwrap();
        load_text(&shown, "shown.yaml", &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    }
}

#[test]
fn conditions_of_built_in_profiles_can_be_worked_out() {
    struct Nothing;
    impl Facts for Nothing {
        fn axis(&self, name: &str) -> &str {
            match name {
                "stage" => "known",
                "kind" => "person",
                "temperature" => "unknown",
                _ => "no",
            }
        }
        fn has_role(&self, _: &str) -> bool {
            false
        }
        fn field(&self, _: &str) -> &str {
            ""
        }
        fn column(&self, _: &str) -> &str {
            ""
        }
        fn declared(&self, _: &str) -> bool {
            false
        }
        fn is(&self, _: &str) -> bool {
            false
        }
    }
    let written = builtin_names()
        .into_iter()
        .flat_map(|name| load(name, &[]).unwrap().objects);
    let reached = written.filter_map(|object| object.write).filter(|write| {
        write
            .when
            .as_ref()
            .is_none_or(|when| when.eval_bool(&Nothing))
    });
    assert!(reached.count() > 0);
}

/// Compares a generated file with what it should be; with `XWALK_BLESS` set, writes it.
fn fresh(path: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("XWALK_BLESS").is_some() {
        fs::write(&path, expected).unwrap();
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{} is stale: run the tests with XWALK_BLESS=1",
        path.display()
    );
}

#[test]
fn the_json_schema_is_fresh() {
    let text = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    fresh("mappings/profile.schema.json", &text);
}

#[test]
fn the_reference_in_the_docs_is_fresh() {
    let (start, end) = (
        "<!-- reference: made from the code -->\n",
        "<!-- end of the reference -->\n",
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profile.md");
    let found = fs::read_to_string(path).unwrap();
    let (before, rest) = found.split_once(start).expect("the start of the reference");
    let (_, after) = rest.split_once(end).expect("the end of the reference");
    fresh(
        "docs/profile.md",
        &format!("{before}{start}\n{}\n{end}{after}", reference()),
    );
}

#[test]
fn the_examples_in_the_docs_load() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/profile.md");
    let docs = fs::read_to_string(path).unwrap();
    let blocks: Vec<&str> = docs
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert!(blocks.len() >= 4);
    for block in blocks {
        let overlays = vec![("docs.yaml".to_owned(), block.to_owned())];
        let base = block
            .lines()
            .find_map(|line| line.strip_prefix("extends: "));
        let result = match base {
            Some(base) if !block.contains("profile:") => {
                load(base.split(' ').next().unwrap(), &overlays)
            }
            _ if block.contains("profile:") => load_text(block, "docs.yaml", &[]),
            _ => load("spreadsheet", &overlays),
        };
        result.unwrap_or_else(|mistakes| panic!("{mistakes}"));
    }
}
