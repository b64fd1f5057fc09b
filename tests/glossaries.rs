//! What the schools say of contacts, prospects, leads and organizations, glossary by glossary: the statements of the
//! articles that the project began with, each as a record and what it is.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use xwalk::expression::Facts;
use xwalk::glossary::{self, Glossary};
use xwalk::model::axis::Stage;
use xwalk::model::evidence::{EVIDENCE, NUMBERS};

/// A record by its axes: `person customer`, `organization interested hot`, `person known supplier`.
struct Record(&'static str);

impl Record {
    fn says(&self, word: &str) -> bool {
        self.0.split(' ').any(|said| said == word)
    }

    fn one_of<'a>(&self, words: &[&'a str]) -> Option<&'a str> {
        words.iter().copied().find(|word| self.says(word))
    }
}

impl Facts for Record {
    fn axis(&self, name: &str) -> &str {
        let values = xwalk::model::axis::values_of(name).unwrap();
        self.one_of(values).unwrap_or(values.first().unwrap())
    }
    fn has_role(&self, role: &str) -> bool {
        self.says(role)
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

/// What is stated, the glossary, the record, its class and all its classes.
type Statement = (&'static str, &'static str, &'static str, &'static str);

const STAGED: &[Statement] = &[
    (
        "a customer's buyer is a contact",
        "person customer",
        "contact",
        "contact",
    ),
    (
        "a former customer is a contact",
        "person former_customer",
        "contact",
        "contact",
    ),
    (
        "a supplier's salesman is a contact",
        "person known supplier",
        "contact",
        "contact",
    ),
    (
        "a partner is a contact",
        "person known partner",
        "contact",
        "contact",
    ),
    (
        "anyone the company communicates with is a contact",
        "person known",
        "contact",
        "contact",
    ),
    (
        "who downloaded something is a prospect",
        "person interested",
        "prospect",
        "prospect",
    ),
    (
        "who asked for information and is hot is a prospect still",
        "person interested hot",
        "prospect",
        "prospect",
    ),
    (
        "who is being worked on is a prospect",
        "person engaged",
        "prospect",
        "prospect",
    ),
    (
        "who marketing qualified is a prospect",
        "person mql",
        "prospect",
        "prospect",
    ),
    (
        "who is being waited for is a prospect",
        "person nurture",
        "prospect",
        "prospect",
    ),
    (
        "who was ruled out is no lead",
        "person disqualified",
        "prospect",
        "prospect",
    ),
    (
        "who sales qualified (SQL) is a lead",
        "person sql",
        "lead",
        "lead",
    ),
    (
        "who has an open deal is a lead",
        "person opportunity",
        "lead",
        "lead",
    ),
    (
        "a partner who is about to buy is a lead",
        "person sql partner",
        "lead",
        "lead",
    ),
    (
        "a cold one who is qualified is a lead",
        "person sql cold",
        "lead",
        "lead",
    ),
    (
        "a company is an organization",
        "organization known",
        "organization",
        "organization",
    ),
    (
        "a company with an open deal is an organization, its stage beside",
        "organization opportunity",
        "organization",
        "organization",
    ),
    (
        "a company that has bought is an organization",
        "organization customer",
        "organization",
        "organization",
    ),
];

const LEAD_FIRST: &[Statement] = &[
    (
        "raw interest is a lead",
        "person interested",
        "lead",
        "lead",
    ),
    (
        "who is not qualified yet is a lead",
        "person mql",
        "lead",
        "lead",
    ),
    (
        "who is qualified is a prospect",
        "person sql",
        "prospect",
        "prospect",
    ),
    (
        "who has an open deal is a prospect",
        "person opportunity",
        "prospect",
        "prospect",
    ),
    (
        "a customer's buyer is a contact",
        "person customer",
        "contact",
        "contact",
    ),
    (
        "a supplier's salesman is a contact",
        "person known supplier",
        "contact",
        "contact",
    ),
    (
        "a company is an organization",
        "organization sql",
        "organization",
        "organization",
    ),
];

const ALL_CONTACTS: &[Statement] = &[
    (
        "a lead is a contact as well",
        "person interested",
        "lead",
        "lead contact",
    ),
    (
        "a cold lead is a lead",
        "person interested cold",
        "lead",
        "lead contact",
    ),
    (
        "a hot lead is a lead",
        "person sql hot",
        "lead",
        "lead contact",
    ),
    (
        "a customer is a contact and no lead",
        "person customer",
        "contact",
        "contact",
    ),
    (
        "a former customer is a contact",
        "person former_customer",
        "contact",
        "contact",
    ),
    (
        "a partner is a contact",
        "person known partner",
        "contact",
        "contact",
    ),
    (
        "a supplier is a contact",
        "person known supplier",
        "contact",
        "contact",
    ),
    (
        "an employee is a contact",
        "person known employee",
        "contact",
        "contact",
    ),
    (
        "who could not become a customer is a contact and no lead",
        "person disqualified",
        "contact",
        "contact",
    ),
    (
        "a company that has shown interest is a lead and a contact",
        "organization interested",
        "organization",
        "organization lead contact",
    ),
    (
        "a company that supplies is a contact",
        "organization known supplier",
        "organization",
        "organization contact",
    ),
];

const ALL_LEADS: &[Statement] = &[
    (
        "a prospect is a lead",
        "person interested",
        "prospect",
        "prospect lead",
    ),
    (
        "a qualified prospect is a lead",
        "person sql",
        "prospect",
        "prospect lead",
    ),
    (
        "a contact with potential is a lead",
        "person known",
        "contact",
        "contact lead",
    ),
    (
        "a former customer could become one again",
        "person former_customer",
        "contact",
        "contact lead",
    ),
    (
        "a customer has converted already",
        "person customer",
        "contact",
        "contact",
    ),
    (
        "a company with potential is a lead",
        "organization interested",
        "organization",
        "organization lead",
    ),
    (
        "who was ruled out has no potential",
        "person disqualified",
        "prospect",
        "prospect",
    ),
    (
        "a competitor has no potential",
        "person known competitor",
        "contact",
        "contact",
    ),
    (
        "an employee has no potential",
        "person known employee",
        "contact",
        "contact",
    ),
];

#[test]
fn what_the_schools_say_holds() {
    let schools = [
        ("staged", STAGED),
        ("lead-first", LEAD_FIRST),
        ("all-contacts", ALL_CONTACTS),
        ("all-leads", ALL_LEADS),
    ];
    for (name, statements) in schools {
        let glossary = glossary::load(name).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        for (stated, record, class, classes) in statements {
            let record = Record(record);
            let found = classes_of(&glossary, &record);
            assert_eq!(
                found.first().map(String::as_str),
                Some(*class),
                "{name}: {stated}"
            );
            assert_eq!(found.join(" "), *classes, "{name}: {stated}");
        }
    }
}

#[test]
fn rules_that_make_no_sense_under_a_glossary_are_off() {
    let setting = |name: &str| glossary::load(name).unwrap().setting("lead-and-contact");
    assert_eq!(setting("all-contacts"), Some(glossary::Setting::Off));
    assert_eq!(setting("all-leads"), Some(glossary::Setting::Off));
    assert_eq!(setting("staged"), None);
}

#[test]
fn the_examples_of_the_docs_load_and_do_as_they_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md");
    let docs = fs::read_to_string(path).unwrap();
    let blocks = docs.split("```yaml\n").skip(1);
    let blocks: Vec<&str> = blocks.filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 3);
    let loaded: Vec<Glossary> = blocks
        .iter()
        .map(|text| {
            glossary::load_text(text, "docs.yaml").unwrap_or_else(|mistakes| panic!("{mistakes}"))
        })
        .collect();
    let acme = loaded.first().unwrap();
    assert_eq!(acme.class("prospect").unwrap().called("es"), "Interesado");
    assert_eq!(classes_of(acme, &Record("person opportunity")), ["lead"]);
    let club = &loaded[1];
    assert_eq!(classes_of(club, &Record("person customer")), ["member"]);
    assert_eq!(classes_of(club, &Record("person interested")), ["guest"]);
    let ours = &loaded[2].words;
    assert_eq!(
        ours.status("EN REMOJO").unwrap().stage,
        Some(Stage::Nurture)
    );
    assert_eq!(
        ours.kind("parroquiano").unwrap().stage,
        Some(Stage::Customer)
    );
}

#[test]
fn the_docs_list_every_kind_of_evidence_and_every_number() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/glossary.md");
    let docs = fs::read_to_string(path).unwrap();
    for (name, about) in EVIDENCE.iter().chain(NUMBERS) {
        let row = format!("| `{name}` | {about} |");
        assert!(docs.contains(&row), "docs/glossary.md lacks {row}");
    }
}

fn classes_of(glossary: &Glossary, record: &Record) -> Vec<String> {
    let classes = glossary.classes_of(record);
    classes.map(|class| class.name.clone()).collect()
}
