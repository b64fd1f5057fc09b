//! What is written to a target's columns, and what is kept aside: a small source, a small target, and rows between them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use xwalk::pipeline::{Options, Silent, convert};

/// The source: people with a name, addresses and labels.
const SOURCE: &str = "\
profile: small_source
objects:
  people:
    kind: person
    files: [\"people*.csv\"]
    columns:
      Id:     origin.id
      First:  name.given
      Last:   name.family
      Mail:   email
      Mails:  email.other
      Rank:   title
      Level:  custom.level
      Groups: tags
";

/// The target: the same, and `LINES` of its own under `columns` and `write`.
const TARGET: &str = "\
profile: small_target
import: {identity: {column: Old ID}}
objects:
  contacts:
    kind: person
    columns:
      Given:  name.given
      Family: name.family
      Mail:   email
      COLUMNS
    write:
      file: contacts
      WRITE
";

/// A kit and where it lies.
struct Kit(TempDir);

impl Kit {
    /// Converts rows by the source's profile with lines of an overlay, to a target with lines of its own.
    fn new(source: &str, columns: &str, write: &str, rows: &[&str]) -> Self {
        Self::with(source, columns, write, rows, "")
    }

    /// The same, with a second file of another object.
    fn with(source: &str, columns: &str, write: &str, rows: &[&str], mates: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let file = |name: &str, text: &str| -> PathBuf {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path
        };
        let target = TARGET.replace("COLUMNS", columns).replace("WRITE", write);
        let from = file("small_source.yaml", &format!("{SOURCE}{source}"));
        let to = file("small_target.yaml", &target);
        let rows = format!(
            "Id,First,Last,Mail,Mails,Rank,Level,Groups\n{}\n",
            rows.join("\n")
        );
        let mut inputs = vec![file("people.csv", &rows)];
        inputs.extend((!mates.is_empty()).then(|| file("mates.csv", mates)));
        let options = Options {
            inputs,
            to: to.to_str().unwrap().to_string(),
            from: Some(from.to_str().unwrap().to_string()),
            out: Some(folder.path().join("kit")),
            ..Options::default()
        };
        convert(&options, &Silent)
            .map_err(|error| error.to_string())
            .unwrap();
        Self(folder)
    }

    fn text(&self, name: &str) -> String {
        let path = self.0.path().join("kit").join(name);
        fs::read_to_string(path)
            .unwrap_or_default()
            .trim_start_matches('\u{feff}')
            .to_string()
    }

    /// The rows of a table of the kit, each by header.
    fn rows(&self, name: &str) -> Vec<BTreeMap<String, String>> {
        let text = self.text(name);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.unwrap()).collect()
    }

    /// A column of the import file, from top to bottom.
    fn written(&self, column: &str) -> Vec<String> {
        let rows = self.rows("1-contacts.csv");
        rows.iter().map(|row| row[column].clone()).collect()
    }

    /// A column of the cells that were kept aside.
    fn kept(&self, column: &str) -> Vec<String> {
        let rows = self.rows("cells-not-loaded/people.csv");
        rows.iter()
            .map(|row| row.get(column).cloned().unwrap_or_default())
            .collect()
    }

    /// Fate and reason of each row.
    fn fates(&self) -> Vec<String> {
        let rows = self.rows("every-row.csv");
        rows.iter()
            .map(|row| format!("{} {}", row["fate"], row["reason"]))
            .collect()
    }

    /// Place, source id and column of the findings of a code.
    fn found(&self, code: &str) -> Vec<String> {
        let text = self.text("findings.jsonl");
        let said = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            let of = |key: &str| line[key].as_str().unwrap_or_default().to_string();
            let place = format!("{}:{}", of("file"), line["row"]);
            let all = [place, of("source_id"), of("column")];
            (of("code") == code).then(|| all.join(" "))
        };
        text.lines().filter_map(said).collect()
    }
}

const LONG: &str = "Wolfeschlegelsteinhausenbergerdorff";

#[test]
fn the_first_filled_field_of_a_chain_decides() {
    let write = "columns: {Family: name.family or name.given}\n      limits: {Family: 20}";
    let kit = Kit::new(
        "",
        "",
        write,
        &[
            &format!("1,Ann,{LONG},a@one.example,,,,"),
            "2,Bob,,b@two.example,,,,",
        ],
    );
    assert_eq!(kit.written("Family"), ["", "Bob"]);
    assert_eq!(kit.kept("Last"), [LONG]);
    assert_eq!(kit.found("value-too-long"), ["people.csv:2 1 Last"]);
}

#[test]
fn a_required_column_that_takes_no_value_rejects_the_row() {
    let long = format!("1,Ann,{LONG},a@one.example,,,,");
    let rows = [&long, "2,Bob,,b@two.example,,,,", "3,,,c@three.example,,,,"];
    let required = "columns: {Family: name.family or name.full}\n      required: [Family]";
    let kit = Kit::new(
        "",
        "",
        &format!("{required}\n      limits: {{Family: 20}}"),
        &rows,
    );
    let missing = "rejected required-missing: Family";
    assert_eq!(kit.fates(), [missing, "exported ", missing]);
    let picks = format!("{required}\n      picklist: {{Family: [Bob]}}");
    let kit = Kit::new(
        "",
        "",
        &picks,
        &["1,Ann,Lee,a@one.example,,,,", "2,bob,,b@two.example,,,,"],
    );
    assert_eq!(kit.fates(), [missing, "exported "]);
    assert_eq!(kit.written("Family"), ["Bob"]);
}

#[test]
fn another_member_of_the_party_may_offer_the_same_field() {
    let write =
        "columns: {Rank: title or custom.level}\n      required: [Rank]\n      limits: {Rank: 20}";
    let rows = [
        &format!("1,Ann,Lee,a@one.example,,{LONG},low,"),
        "2,Ann,Lee,a@one.example,,Chief,,",
        &format!("3,Bob,Ray,b@two.example,,{LONG},low,"),
        "4,Bob,Ray,b@two.example,,,high,",
    ];
    let kit = Kit::new("", "", write, &rows);
    assert_eq!(kit.written("Rank"), ["Chief"]);
    let missing = "rejected required-missing: Rank";
    assert_eq!(kit.fates()[2..], [missing, missing]);
}

#[test]
fn a_finding_names_the_row_and_column_that_its_value_came_from() {
    let mates = "  mates:
    kind: person
    files: [\"mates*.csv\"]
    columns: {Key: origin.id, Job: title, Address: email, Surname: name.family, Forename: name.given}
";
    let mate = format!("Key,Job,Address,Surname,Forename\n9,{LONG},a@one.example,Lee,Ann\n");
    let kit = Kit::with(
        mates,
        "Rank: title",
        "limits: {Rank: 20}",
        &["1,Ann,Lee,a@one.example,,,,"],
        &mate,
    );
    assert_eq!(kit.fates(), ["merged same party", "exported "]);
    assert_eq!(kit.found("value-too-long"), ["mates.csv:2 9 Job"]);
}

#[test]
fn a_value_that_could_not_be_read_leaves_its_field_empty() {
    let write = "columns: {Mail: email or title}\n      required: [Mail]";
    let kit = Kit::new("", "", write, &["1,Ann,Lee,no address,,Chief,,"]);
    assert_eq!(kit.written("Mail"), ["Chief"]);
}

#[test]
fn a_split_list_is_joined_with_its_own_separator() {
    let columns = "Groups: tags | split(\",\")\n      Mails: email.other";
    let kit = Kit::new(
        "",
        columns,
        "",
        &["1,Ann,Lee,,b@two.example;c@two.example,,,vip;fair"],
    );
    assert_eq!(kit.written("Groups"), ["vip,fair"]);
    assert_eq!(kit.written("Mails"), ["b@two.example;c@two.example"]);
}

#[test]
fn a_cell_that_stands_for_nothing_feeds_no_field_and_is_dropped() {
    let source = "    values:\n      Level: {top: {stage: customer}, nil: \"\"}\n      Rank: {unranked: \"\"}\nformats: {empty: [\"-None-\"]}\n";
    let columns = "Rank: title\n      Level: custom.level\n    values:\n      Rank: {unset: \"\", Boss: Chief}";
    let rows = [
        "1,Ann,Lee,a@one.example,,-none-,-NONE-, -None- ",
        "2,Bob,Ray,b@one.example,,Chief,nil,",
        "3,Joe,Day,c@one.example,,unranked,,",
    ];
    let kit = Kit::new(source, columns, "", &rows);
    assert_eq!(kit.written("Rank"), ["", "Boss", ""]);
    assert_eq!(kit.written("Level"), ["", "", ""]);
    assert!(kit.found("value-unlisted").is_empty());
    assert!(kit.rows("cells-not-loaded/people.csv").is_empty());
    assert!(!kit.text("fields-to-create.csv").contains("Groups"));
    let counts = kit.rows("every-column.csv");
    let dropped: Vec<&str> = counts[5..]
        .iter()
        .map(|row| row["dropped"].as_str())
        .collect();
    assert_eq!(dropped, ["2", "2", "1"]);
}

#[test]
fn a_column_that_takes_one_item_is_given_the_first_that_fits() {
    let columns = "Second: email.other\n      Group: tags";
    let write =
        "single: [Second, Group]\n      required: [Group]\n      picklist: {Group: [Fair, Vip]}";
    let rows = [
        "1,Ann,Lee,a@one.example,x@two.example;y@two.example,,,new;vip;fair",
        "2,Bob,Ray,b@one.example,z@two.example,,,fair",
        "3,Joe,Day,c@one.example,,,,new",
    ];
    let kit = Kit::new("", columns, write, &rows);
    assert_eq!(kit.written("Second"), ["x@two.example", "z@two.example"]);
    assert_eq!(kit.written("Group"), ["Vip", "Fair"]);
    assert_eq!(kit.kept("Mails"), ["x@two.example;y@two.example"]);
    assert_eq!(kit.kept("Groups"), ["new;vip;fair"]);
    assert_eq!(
        kit.found("value-not-in-picklist"),
        ["people.csv:2 1 Groups"]
    );
    assert_eq!(kit.fates()[2], "rejected required-missing: Group");
}

#[test]
fn an_e_mail_column_takes_one_address() {
    let write = "columns: {Mail: email or email.other}";
    let rows = ["1,Ann,Lee,,x@two.example;y@two.example,,,"];
    let kit = Kit::new("", "", write, &rows);
    assert_eq!(kit.written("Mail"), ["x@two.example"]);
    assert_eq!(kit.kept("Mails"), ["x@two.example;y@two.example"]);
}
