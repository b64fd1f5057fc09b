//! Matching as a whole: clusters part the records, whatever the order, the files and the threads.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const HEADER: &str = "Key,Party,First name,Last name,Email,Phone,Company,Street,City,Postal code,Birthday,Unit,Passport";

/// Numbers that look random and are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn chance(&mut self, in_ten: usize) -> bool {
        self.below(10) < in_ten
    }
}

const GIVEN: [&str; 16] = [
    "Ann",
    "Robert",
    "María José",
    "Louis",
    "Eve",
    "Peter",
    "Lucía",
    "Omar",
    "Greta",
    "Hugo",
    "Ines",
    "Jack",
    "Nora",
    "Paul",
    "Rosa",
    "Tim",
];
const FAMILY: [&str; 16] = [
    "Lee",
    "Hall",
    "García López",
    "Moss",
    "Reed",
    "Fischer",
    "Wood",
    "Núñez",
    "Park",
    "Silva",
    "Keller",
    "Young",
    "Ortega",
    "Brandt",
    "Costa",
    "Fox",
];
const COMPANY: [&str; 8] = [
    "Acme Tools Ltd",
    "Bolt GmbH",
    "Haya y Roble, S.L.",
    "Corvus Inc.",
    "Delta Foods",
    "Elm Partners",
    "Faro S.A.",
    "Gable & Sons",
];
const CITY: [&str; 6] = ["Lugo", "Leeds", "Bremen", "Austin", "Porto", "Lyon"];

/// One row: `party` is the truth; `worn` spoils it as people do.
fn row(key: usize, party: usize, worn: bool) -> String {
    let mut dice = Dice(party as u64 * 7919 + 17);
    (0..5).for_each(|_| {
        dice.below(7);
    });
    let (given, family) = (dice.one(&GIVEN), dice.one(&FAMILY));
    let company = dice.one(&COMPANY);
    let (street, house) = (
        dice.one(&["Mill Road", "Calle Mayor", "High Street", "Ring"]),
        dice.below(90) + 1,
    );
    let (city, code) = (dice.one(&CITY), 10_000 + dice.below(80_000));
    let phone = 600_000_000 + dice.below(99_999_999);
    let born = format!(
        "19{}-0{}-1{}",
        40 + dice.below(60),
        1 + dice.below(9),
        dice.below(10)
    );
    let mut worn_by = Dice(key as u64 * 31 + 5);
    let mut spoilt = |text: String, in_ten: usize| match worn && worn_by.chance(in_ten) {
        true => String::new(),
        false => text,
    };
    let first = match worn {
        true if key.is_multiple_of(3) => given.chars().take(1).collect(),
        _ => given.to_string(),
    };
    let last = match worn {
        true if key.is_multiple_of(4) => format!("{family}h"),
        _ => family.to_string(),
    };
    let email = spoilt(format!("p{party}x@mail{}.example", party % 40), 4);
    let (phone, street) = (
        spoilt(phone.to_string(), 4),
        spoilt(format!("{street} {house}"), 4),
    );
    let (company, born) = (spoilt(format!("\"{company}\""), 5), spoilt(born, 6));
    let unit = if key.is_multiple_of(2) {
        "North"
    } else {
        "South"
    };
    let passport = if party.is_multiple_of(5) {
        format!("P{:07}", party * 977)
    } else {
        String::new()
    };
    format!(
        "k{key},{party},{first},{last},{email},{phone},{company},{street},{city},{code},{born},{unit},{passport}"
    )
}

/// Rows of 260 people, of whom every third has a second row.
fn crowd() -> Vec<String> {
    let parties = (0..260_usize).flat_map(|party| {
        (0..if party.is_multiple_of(3) { 2 } else { 1 }).map(move |worn| (party, worn == 1))
    });
    parties
        .enumerate()
        .map(|(key, (party, worn))| row(key, party, worn))
        .collect()
}

fn shuffled(mut rows: Vec<String>, seed: u64) -> Vec<String> {
    let mut dice = Dice(seed);
    for at in (1..rows.len()).rev() {
        rows.swap(at, dice.below(at + 1));
    }
    rows
}

fn write(folder: &Path, name: &str, rows: &[String]) {
    fs::write(
        folder.join(name),
        format!("{HEADER}\n{}\n", rows.join("\n")),
    )
    .unwrap();
}

fn xwalk(folder: &Path, arguments: &[&str]) -> Vec<u8> {
    let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}: {said}");
    done.stdout
}

/// Matches files: the keys of each cluster.
fn clusters(folder: &Path, files: &[&str], more: &[&str]) -> BTreeSet<BTreeSet<String>> {
    let fixed = [
        "--id", "Key", "--ignore", "Party", "--ignore", "Unit", "--out", "out", "--force",
    ];
    xwalk(folder, &[&["dedupe"], files, &fixed, more].concat());
    let mut reader = csv::Reader::from_path(folder.join("out/clusters.csv")).unwrap();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in reader.records().map(Result::unwrap) {
        assert!(
            found
                .entry(row[3].to_string())
                .or_default()
                .insert(row[0].to_string()),
            "{row:?}"
        );
    }
    found.into_values().collect()
}

fn desk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "people.csv", &crowd());
    folder
}

#[test]
fn clusters_part_the_records_and_are_mostly_right() {
    let folder = desk();
    let found = clusters(folder.path(), &["people.csv"], &[]);
    let members: Vec<&String> = found.iter().flatten().collect();
    let each: BTreeSet<&String> = members.iter().copied().collect();
    assert_eq!((members.len(), each.len()), (crowd().len(), crowd().len()));
    let party = |key: &String| {
        crowd()
            .iter()
            .find(|row| row.starts_with(&format!("{key},")))
            .unwrap()
            .split(',')
            .nth(1)
            .unwrap()
            .to_string()
    };
    let pairs: Vec<&BTreeSet<String>> = found.iter().filter(|cluster| cluster.len() == 2).collect();
    let right = pairs.iter().filter(|pair| {
        let of: BTreeSet<String> = pair.iter().map(party).collect();
        of.len() == 1
    });
    let (right, true_pairs) = (right.count(), 87);
    assert!(
        right * 100 >= pairs.len() * 95,
        "{right} of {} are right",
        pairs.len()
    );
    assert!(
        right * 100 >= true_pairs * 85,
        "{right} of {true_pairs} are found"
    );
}

#[test]
fn neither_order_nor_files_nor_threads_change_the_clusters() {
    let folder = desk();
    let whole = clusters(folder.path(), &["people.csv"], &[]);
    for seed in [1, 2] {
        write(folder.path(), "shuffled.csv", &shuffled(crowd(), seed));
        assert_eq!(
            clusters(folder.path(), &["shuffled.csv"], &["--threads", "1"]),
            whole,
            "shuffled by {seed}"
        );
    }
    let (a, b) = (crowd()[..150].to_vec(), crowd()[150..].to_vec());
    write(folder.path(), "a.csv", &a);
    write(folder.path(), "b.csv", &b);
    let one = clusters(folder.path(), &["a.csv", "b.csv"], &["--threads", "8"]);
    let other = clusters(folder.path(), &["b.csv", "a.csv"], &["--threads", "2"]);
    assert_eq!(one, other);
    assert_eq!(one, whole);
}

#[test]
fn a_pair_weighs_the_same_from_either_side() {
    let folder = desk();
    let weight = |a: &str, b: &str| {
        let asked = [
            "explain",
            "pair",
            a,
            b,
            "people.csv",
            "--id",
            "Key",
            "--ignore",
            "Party",
            "--format",
            "json",
        ];
        let told: Value = serde_json::from_slice(&xwalk(folder.path(), &asked)).unwrap();
        told["weight"].as_f64().unwrap()
    };
    for (a, b) in [("k0", "k1"), ("k0", "k7"), ("k12", "k13")] {
        assert!((weight(a, b) - weight(b, a)).abs() < 1e-9, "{a} {b}");
    }
}

#[test]
fn an_explained_pair_adds_up() {
    let folder = desk();
    let asked = [
        "explain",
        "pair",
        "k0",
        "people.csv:3",
        "people.csv",
        "--id",
        "Key",
        "--ignore",
        "Party",
        "--format",
        "json",
    ];
    let told: Value = serde_json::from_slice(&xwalk(folder.path(), &asked)).unwrap();
    let number = |name: &str| told[name].as_f64().unwrap();
    let steps = told["steps"].as_array().unwrap();
    let counted: f64 = steps
        .iter()
        .map(|step| step["counted"].as_f64().unwrap())
        .sum();
    let sum = counted + number("before") + number("swapped") + number("culture");
    assert!((sum - number("weight")).abs() < 1e-6, "{told:#}");
    assert_eq!(told["together"], true);
    assert!(!told.to_string().contains("Ann"), "values are masked");
}

#[test]
fn a_plan_settles_and_parts_by_columns() {
    let folder = desk();
    let plain = clusters(folder.path(), &["people.csv"], &[]);
    let together =
        |all: &BTreeSet<BTreeSet<String>>| all.iter().filter(|cluster| cluster.len() > 1).count();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("apart.yaml", "plan: ours\nextends: people\napart: [Unit]\n");
    let fixed = [
        "dedupe",
        "people.csv",
        "--id",
        "Key",
        "--ignore",
        "Party",
        "--out",
        "out",
        "--force",
        "--plan",
    ];
    xwalk(folder.path(), &[&fixed[..], &["apart.yaml"]].concat());
    let mut reader = csv::Reader::from_path(folder.path().join("out/clusters.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let unit = |key: &str| key.trim_start_matches('k').parse::<usize>().unwrap() % 2;
    for a in &rows {
        for b in rows.iter().filter(|b| b[3] == a[3]) {
            assert_eq!(unit(&a[0]), unit(&b[0]), "{a:?} {b:?}");
        }
    }
    write(
        "same.yaml",
        "plan: ours\nextends: people\nbands: {same: 30, merge: 30}\nsame: [Passport]\n",
    );
    let sure = clusters(folder.path(), &["people.csv"], &["--plan", "same.yaml"]);
    assert!(
        together(&sure) > 0 && together(&sure) < together(&plain),
        "{} {}",
        together(&sure),
        together(&plain)
    );
    write(
        "wrong.yaml",
        "plan: ours\nextends: people\nkeys: {phon: 3}\n",
    );
    let refused = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(folder.path())
        .args(["dedupe", "people.csv", "--plan", "wrong.yaml"])
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(
        said.contains("wrong.yaml:3") && said.contains("did you mean `phone`?"),
        "{said}"
    );
}

#[test]
fn a_number_settles_it_by_its_header_and_a_wrong_header_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "people.csv",
        "Key,First name,Last name,NIF,Unit\n1,Ann,Lee,12345678Z,N\n2,Eve,Moss,12345678Z,S\n3,Bob,Hall,87654321X,N\n4,Tim,Fox,11223344B,S\n",
    );
    let dedupe = |plan: &str| {
        write(
            "plan.yaml",
            &format!("plan: ours\nextends: people\n{plan}\n"),
        );
        Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(folder.path())
            .args(["dedupe", "people.csv", "--id", "Key", "--plan", "plan.yaml"])
            .output()
            .unwrap()
    };
    let said = |plan: &str| String::from_utf8(dedupe(plan).stdout).unwrap();
    assert!(said("bands: {same: 30, merge: 30}").starts_with("4 records, 4 parties"));
    assert!(said("bands: {same: 30, merge: 30}\nsame: [nif]").starts_with("4 records, 3 parties"));
    assert!(
        said("bands: {same: 30, merge: 30}\nsame: [nif]\napart: [Unit]")
            .starts_with("4 records, 4 parties")
    );
    for (plan, part) in [
        ("same: [Unit]", "such numbers are in NIF"),
        ("apart: [Unti]", "did you mean `Unit`?"),
    ] {
        let refused = dedupe(plan);
        let text = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{plan}");
        assert!(text.contains(part), "{plan}: {text}");
    }
}
