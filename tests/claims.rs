//! What rows claim on the axes: by the values of their columns, and by their box.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;

use xwalk::pipeline::{Options, Silent, convert};

/// Rows of the import file of `people`, and of `every-column.csv`.
struct Run {
    people: Vec<Vec<String>>,
    columns: Vec<Vec<String>>,
}

/// Converts a table of people from a profile to itself.
fn run(profile: &str, rows: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let profile = write("club.yaml", profile);
    let input = write("people.csv", rows);
    let kit = folder.path().join("kit");
    let name = profile.to_str().unwrap().to_string();
    let options = Options {
        inputs: vec![input],
        from: Some(name.clone()),
        to: name,
        out: Some(kit.clone()),
        ..Options::default()
    };
    convert(&options, &Silent).unwrap();
    let table = |name: &str| {
        let mut reader = csv::Reader::from_path(kit.join(name)).unwrap();
        let row = |row: csv::StringRecord| row.iter().map(str::to_string).collect();
        reader.records().map(|found| row(found.unwrap())).collect()
    };
    Run {
        people: table("1-people.csv"),
        columns: table("every-column.csv"),
    }
}

/// The last cell of each person.
fn ratings(run: &Run) -> Vec<&str> {
    let people = run.people.iter();
    people.map(|row| row[row.len() - 1].as_str()).collect()
}

#[test]
fn a_kept_column_claims_and_its_cell_is_kept_where_the_axis_is_not_written() {
    let profile = "profile: club
objects:
  people:
    kind: person
    columns: {Mail: email, Mood: keep, Phase: keep, Rating: custom.rating}
    values:
      Mood: {Keen: {temperature: hot}, Tired: {temperature: cold}}
      Phase: {In: {stage: customer}}
    write:
      file: people
      values: {Rating: [{value: Warm, when: temperature == \"hot\"}, {value: \"\"}]}
";
    let rows = "Mail,Mood,Phase\nann@a.example,Keen,In\nbob@b.example,Odd,\n";
    let run = run(profile, rows);
    assert_eq!(ratings(&run), ["Warm", ""]);
    // What it becomes; then how many cells are moved, normalised, translated, kept aside, dropped, not exported.
    let fates = |at: usize| (run.columns[at][3].as_str(), run.columns[at][6..].join(" "));
    assert_eq!(fates(1), ("kept aside", "0 0 1 1 0 0".to_string()));
    assert_eq!(fates(2), ("kept aside", "0 0 0 1 0 0".to_string()));
}

#[test]
fn a_box_claims_below_its_columns() {
    let profile = r#"profile: club
objects:
  people:
    kind: person
    columns: {Mail: email, Phase: status, Won: custom.won, Rating: custom.rating}
    values:
      Phase: {Open: {stage: sql}, Friend: {roles: partner}, Slow: {stage: known}}
    claims:
      - {roles: supplier}
      - {stage: customer, when: 'col["Won"] | int > 0'}
      - {stage: interested, temperature: warm}
      - {stage: mql}
    write:
      file: people
      values:
        Rating:
          - {value: none, when: not has_role("supplier") or temperature != "warm"}
          - {value: partner, when: has_role("partner")}
          - {value: customer, when: stage == "customer"}
          - {value: interested, when: stage == "interested"}
          - {value: sql, when: stage == "sql"}
          - {value: ""}
"#;
    let rows = "Mail,Phase,Won\na@a.example,Open,1\nb@b.example,,2\nc@c.example,Friend,0\n\
                d@d.example,Slow,1\ne@e.example,,x\nf@f.example,,\n";
    let expected = ["sql", "customer", "partner", "", "interested", "interested"];
    assert_eq!(ratings(&run(profile, rows)), expected);
}
