//! A conversion that matches by all that records have in common: what it makes one, what it leaves to a person, and that
//! it says so.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

type Row = BTreeMap<String, String>;

const ACCOUNTS: &str = "\
Id,Name,ParentId,Phone,Website,BillingStreet,BillingCity,BillingPostalCode,BillingCountry
0015g00000A0001AAA,Hallmeadow Instruments Ltd,,+44 20 7946 0101,www.hallmeadow.example,12 Mill Lane,Leeds,LS1 5XL,United Kingdom
0015g00000A0002AAA,Hallmeadow Instruments Limited,,+44 20 7946 0101,hallmeadow.example,12 Mill Ln,Leeds,LS1 5XL,United Kingdom
0015g00000A0003AAA,Norbridge Foods Ltd,,+44 20 7946 0155,norbridge.example,3 High Street,York,YO1 7HH,United Kingdom
0015g00000A0004AAA,Norbridge Foods Ltd,0015g00000A0003AAA,+44 20 7946 0155,norbridge.example,3 High Street,York,YO1 7HH,United Kingdom
";

const CONTACTS: &str = "\
Id,AccountId,FirstName,LastName,Email,HasOptedOutOfEmail,Phone,MobilePhone,Title,MailingCity,MailingCountry
0035g00000C0001AAA,0015g00000A0001AAA,Robert,Thackwray,robert.thackwray@hallmeadow.example,0,+44 20 7946 0101,+44 7700 900123,Buyer,Leeds,United Kingdom
0035g00000C0002AAA,0015g00000A0002AAA,Ingrid,Sorrell,ingrid.sorrell@hallmeadow.example,0,,+44 7700 900145,Director,Leeds,United Kingdom
0035g00000C0003AAA,0015g00000A0003AAA,Peter,Garside,peter.garside@norbridge.example,0,,+44 7700 900167,Chef,York,United Kingdom
0035g00000C0004AAA,0015g00000A0004AAA,Paula,Garside,paula.garside@norbridge.example,0,,+44 7700 900188,Chef,York,United Kingdom
";

const LEADS: &str = "\
Id,FirstName,LastName,Company,Email,HasOptedOutOfEmail,Phone,MobilePhone,Title,City,Country,Status,IsConverted
00Q5g00000L0001AAA,Bob,Thackwray,Hallmeadow Instruments,bob.thackwray@mailbox.example,1,,+44 7700 900123,,Leeds,United Kingdom,Open - Not Contacted,0
00Q5g00000L0003AAA,Nils,Fairbank,Norbridge Food & Drink,nils.fairbank@norbridge.example,0,,+44 7700 900222,,York,United Kingdom,Open - Not Contacted,0
00Q5g00000L0004AAA,Edna,Pickersgill,Hallmeadow,edna.pickersgill@hallmeadow.example,0,,+44 7700 900233,,Leeds,United Kingdom,Open - Not Contacted,0
00Q5g00000L0002AAA,Wilma,Ostrander,Quarrystone Hotels,wilma@quarrystone.example,0,,+44 7700 900201,,Bath,United Kingdom,Open - Not Contacted,0
";

/// A folder with an export, and what is made of it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir(desk.folder.path().join("in")).unwrap();
        for (name, text) in [
            ("Account.csv", ACCOUNTS),
            ("Contact.csv", CONTACTS),
            ("Lead.csv", LEADS),
        ] {
            fs::write(desk.folder.path().join("in").join(name), text).unwrap();
        }
        desk
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .current_dir(self.folder.path())
            .args(arguments)
            .output()
            .unwrap()
    }

    fn convert(&self, more: &[&str]) -> BTreeMap<String, Row> {
        let mut arguments = vec![
            "convert", "in", "--to", "hubspot", "--out", "kit", "--force",
        ];
        if !more.contains(&"--match") {
            arguments.extend(["--match", "full"]);
        }
        arguments.extend(more);
        let done = self.run(&arguments);
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        let rows = table(&self.folder.path().join("kit/every-row.csv"));
        rows.into_iter()
            .map(|row| (row["source_id"].clone(), row))
            .collect()
    }

    fn kit(&self, name: &str) -> Vec<Row> {
        table(&self.folder.path().join("kit").join(name))
    }
}

fn table(path: &Path) -> Vec<Row> {
    let text = fs::read_to_string(path).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn fate<'r>(rows: &'r BTreeMap<String, Row>, id: &str) -> (&'r str, &'r str, &'r str) {
    let row = &rows[id];
    (&row["fate"], &row["reason"], &row["survivor"])
}

#[test]
fn what_hangs_together_is_merged_and_said() {
    let desk = Desk::new();
    let rows = desk.convert(&[]);
    let by_all = "same party, by all that they have in common";
    assert_eq!(
        fate(&rows, "00Q5g00000L0001AAA"),
        ("merged", by_all, "Contact.csv:2")
    );
    let accounts = ["0015g00000A0001AAA", "0015g00000A0002AAA"].map(|id| fate(&rows, id).0);
    assert!(accounts.contains(&"merged") && accounts.contains(&"exported"));
    assert_eq!(fate(&rows, "00Q5g00000L0002AAA").0, "exported");
    let merged: Vec<Row> = desk
        .kit("matches.csv")
        .into_iter()
        .filter(|row| row["result"] == "merged")
        .collect();
    assert_eq!(merged.len(), 2, "{merged:?}");
    for row in &merged {
        assert!(row["weight"].parse::<f64>().unwrap() > 6.0);
        assert!(row["why"].contains("phone: same"), "{row:?}");
    }
    // Both people of the two accounts belong to the one that stands.
    let people = desk.kit("2-contacts.csv");
    let company = |name: &str| {
        let person = people.iter().find(|row| row["Last Name"] == name).unwrap();
        let linked = person.iter().find(|(header, _)| header.contains("Company"));
        linked.unwrap().1.clone()
    };
    assert!(company("Sorrell").contains("0015g00000A000"));
    assert_eq!(company("Thackwray"), company("Sorrell"));
}

#[test]
fn a_text_that_spells_a_company_otherwise_is_linked_to_it() {
    let desk = Desk::new();
    for (how, made) in [("full", 2), ("sure", 3)] {
        desk.convert(&["--match", how]);
        let companies = desk.kit("1-companies.csv");
        let created = companies
            .iter()
            .filter(|row| row.values().any(|cell| cell.starts_with("created:")));
        assert_eq!(created.count(), made, "{how}");
    }
    desk.convert(&[]);
    let people = desk.kit("2-contacts.csv");
    let edna = people
        .iter()
        .find(|row| row["First Name"] == "Edna")
        .unwrap();
    assert!(
        edna["Company Legacy ID"].contains("0015g00000A000"),
        "{edna:?}"
    );
    let found = fs::read_to_string(desk.folder.path().join("kit/findings.jsonl")).unwrap();
    assert_eq!(found.matches("link-by-likeness").count(), 1);
}

#[test]
fn one_name_is_not_enough() {
    let desk = Desk::new();
    let contacts = "Id,FirstName,LastName,Email\n0035g00000C0001AAA,Ann,Thackwray,ann@acme.example\n0035g00000C0002AAA,Ann,Thackwray,ann@other.example\n";
    fs::write(desk.folder.path().join("in/Contact.csv"), contacts).unwrap();
    let rows = desk.convert(&[]);
    for id in ["0035g00000C0001AAA", "0035g00000C0002AAA"] {
        assert_eq!(fate(&rows, id).0, "exported");
    }
    let pairs = desk.kit("matches.csv");
    let open = |row: &&Row| row["result"] == "to decide" && row["name_a"] == "Ann Thackwray";
    assert_eq!(pairs.iter().filter(open).count(), 1, "{pairs:?}");
}

#[test]
fn consent_gets_no_looser() {
    let desk = Desk::new();
    desk.convert(&[]);
    let text = fs::read_to_string(desk.folder.path().join("kit/0-opt-outs.csv")).unwrap();
    for address in ["bob.thackwray@mailbox", "robert.thackwray@hallmeadow"] {
        assert!(text.contains(address), "{address}\n{text}");
    }
}

#[test]
fn a_company_and_its_parent_are_two_and_so_are_two_given_names() {
    let desk = Desk::new();
    let rows = desk.convert(&[]);
    for id in [
        "0015g00000A0003AAA",
        "0015g00000A0004AAA",
        "0035g00000C0003AAA",
        "0035g00000C0004AAA",
    ] {
        assert_eq!(fate(&rows, id).0, "exported", "{id}");
    }
    let pairs = desk.kit("matches.csv");
    let open = pairs.iter().filter(|row| row["result"] == "to decide");
    let open: Vec<&str> = open.map(|row| row["name_a"].as_str()).collect();
    assert!(open.contains(&"Norbridge Foods Ltd"), "{open:?}");
}

#[test]
fn sure_keys_alone_leave_them_apart() {
    let desk = Desk::new();
    let rows = desk.convert(&["--match", "sure"]);
    assert!(rows.values().all(|row| row["fate"] == "exported"));
    assert!(!desk.folder.path().join("kit/matches.csv").exists());
}

#[test]
fn the_kit_is_whole_and_made_again_with_its_plan() {
    let desk = Desk::new();
    fs::write(
        desk.folder.path().join("ours.yaml"),
        "plan: ours\nextends: organizations\nbands: {merge: 60}\n",
    )
    .unwrap();
    let rows = desk.convert(&["--plan", "ours.yaml"]);
    assert_eq!(fate(&rows, "0015g00000A0001AAA").0, "exported");
    assert_eq!(fate(&rows, "0015g00000A0002AAA").0, "exported");
    assert_eq!(fate(&rows, "00Q5g00000L0001AAA").0, "merged");
    fs::remove_file(desk.folder.path().join("ours.yaml")).unwrap();
    let done = desk.run(&["verify", "kit", "--inputs", "in", "--deep"]);
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stdout)
    );
}

#[test]
fn a_plan_beside_sure_keys_is_refused() {
    let desk = Desk::new();
    fs::write(
        desk.folder.path().join("p.yaml"),
        "plan: p\nextends: people\n",
    )
    .unwrap();
    let arguments = [
        "convert",
        "in",
        "--to",
        "hubspot",
        "--dry-run",
        "--match",
        "sure",
    ];
    let done = desk.run(&[&arguments[..], &["--plan", "p.yaml"]].concat());
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("--match sure"));
}
