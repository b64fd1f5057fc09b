//! `xwalk terms`: what words mean, in every form of output.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command.arg("terms").args(arguments).env("COLUMNS", "160");
    command.output().unwrap()
}

fn printed(arguments: &[&str]) -> String {
    let done = run(arguments);
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(0), "{arguments:?}: {said}");
    String::from_utf8(done.stdout).unwrap()
}

/// The line that holds all of some texts.
fn line<'t>(text: &'t str, parts: &[&str]) -> &'t str {
    let found = text
        .lines()
        .find(|line| parts.iter().all(|part| line.contains(part)));
    found.unwrap_or_else(|| panic!("no line with {parts:?} in\n{text}"))
}

const BETWEEN: [&str; 4] = ["--from", "dynamics365", "--to", "hubspot"];

fn between(more: &[&str]) -> String {
    printed(&[&BETWEEN, more].concat())
}

#[test]
fn one_word_is_another_thing_in_each_product() {
    let lead = printed(&["lead", "--format", "markdown"]);
    line(&lead, &["Close", "Lead (en)", "organization"]);
    line(&lead, &["Salesforce", "broader", "prospect, lead"]);
    line(&lead, &["Dolibarr", "Lead (de)", "organization"]);
    line(&lead, &["lead-first", "A person who has shown interest"]);
    let prospect = printed(&["Prospects", "--format", "markdown"]);
    line(&prospect, &["Zendesk Sell", "open deal", "lead"]);
    line(&prospect, &["Pardot", "every known person"]);
    let potential = printed(&[
        "cliente",
        "potencial",
        "--lang",
        "es",
        "--format",
        "markdown",
    ]);
    line(
        &potential,
        &[
            "Dynamics",
            "Cliente potencial (es)",
            "desde el primer interés",
            "prospecto",
        ],
    );
    line(&potential, &["Dolibarr", "organización"]);
    line(&potential, &["EN SUS PALABRAS"]);
}

#[test]
fn a_word_that_a_machine_translated_is_told_and_not_trusted() {
    let cable = printed(&["cable"]);
    assert!(!cable.contains("In the products"), "{cable}");
    line(
        &cable,
        &[
            "machine translation",
            "the word lead, translated by a machine",
        ],
    );
    let json: serde_json::Value =
        serde_json::from_str(&printed(&["cable", "--format", "json"])).unwrap();
    assert_eq!(json["mappings"][0]["confidence"], 0.3);
}

#[test]
fn a_typo_gets_the_nearest_word_and_exit_1() {
    let done = run(&["prospcto"]);
    assert_eq!(done.status.code(), Some(1));
    let said = String::from_utf8(done.stderr).unwrap();
    assert!(said.contains("did you mean `prospecto`"), "{said}");
    assert!(done.stdout.is_empty());
}

#[test]
fn an_unknown_system_or_glossary_ends_with_exit_2_and_the_way_out() {
    let cases: [(&[&str], &str); 4] = [
        (
            &["--from", "hubspt", "--to", "salesforce"],
            "did you mean `hubspot`?",
        ),
        (&["lead", "--glossary", "stagd"], "did you mean `staged`?"),
        (&["--from", "hubspot"], "--to"),
        (&["lead", "--lang", "xx"], "en, es, pt, fr, de"),
    ];
    for (arguments, way_out) in cases {
        let done = run(arguments);
        assert_eq!(done.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(done.stderr).unwrap();
        assert!(said.contains(way_out), "{arguments:?}: {said}");
    }
}

#[test]
fn from_one_system_to_another_the_table_says_what_is_lost() {
    let json: serde_json::Value = serde_json::from_str(&between(&["--format", "json"])).unwrap();
    let mappings = json["mappings"].as_array().unwrap();
    let find = |id: &str| {
        let found = mappings
            .iter()
            .find(|mapping| mapping["subject"]["id"] == id);
        found.unwrap_or_else(|| panic!("no mapping of {id}"))
    };
    let relation = |id: &str| find(id)["relation"].as_str().unwrap().to_owned();
    assert_eq!(find("lead")["object"]["id"], "contacts");
    assert_eq!(relation("lead"), "narrower");
    assert_eq!(relation("account"), "exact");
    assert_eq!(find("opportunity")["object"]["id"], "deals");
    assert_eq!(relation("lead.leadqualitycode.Hot"), "none");
    let lost = find("lead.statuscode.Lost");
    assert_eq!(
        lost["object"]["id"],
        "contacts.lifecyclestage.lead+hs_lead_status.UNQUALIFIED"
    );
    assert!(
        lost["lost"].as_str().unwrap().contains("“Cannot Contact”"),
        "{lost}"
    );
    assert_eq!(relation("lead.statuscode.Qualified"), "none");
    let back = printed(&[
        "--from",
        "hubspot",
        "--to",
        "salesforce",
        "--format",
        "markdown",
    ]);
    line(&back, &["Contact", "broader", "Lead", "only at stage"]);
}

#[test]
fn false_friends_are_named() {
    let text = between(&["--format", "markdown"]);
    line(
        &text,
        &[
            "“Lead”: in Microsoft Dynamics 365",
            "in HubSpot CRM a lifecycle stage",
        ],
    );
    line(&text, &["“Contact”", "every person, whatever the stage"]);
    let spanish = between(&["--lang", "es", "--format", "markdown"]);
    line(&spanish, &["«Opportunity»", "negocio abierto"]);
    assert!(!spanish.contains("«User»"), "users are users: {spanish}");
    line(
        &text,
        &[
            "“Lead”: what Microsoft Dynamics 365",
            "is prospect in the glossary staged",
        ],
    );
}

#[test]
fn the_words_of_a_glossary_are_a_page_to_hand_out() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("acme.yaml");
    fs::write(
        &own,
        "glossary: acme\nextends: staged\nclasses: {prospect: {called: {fr: Curieux <b>}}}\n",
    )
    .unwrap();
    let out = folder.path().join("words.html");
    let (own, out) = (own.to_str().unwrap(), out.to_str().unwrap());
    let silent = printed(&[
        "--glossary",
        own,
        "--lang",
        "fr",
        "--format",
        "html",
        "--out",
        out,
    ]);
    assert!(silent.is_empty());
    let page = fs::read_to_string(out).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"fr\">"));
    assert!(page.contains("<td>Curieux &lt;b&gt;</td>"), "{page}");
    assert!(page.contains("prefers-color-scheme:dark") && page.contains("@media print"));
    for never in ["<script", "http://", "https://", "src="] {
        assert!(!page.contains(never), "{never}");
    }
    assert_eq!(
        page.matches("<table>").count(),
        page.matches("</table>").count()
    );
}

#[test]
fn a_table_fits_the_width_that_the_terminal_has() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xwalk"));
    command
        .args(["terms", "lead", "--lang", "de"])
        .env("COLUMNS", "90");
    let text = String::from_utf8(command.output().unwrap().stdout).unwrap();
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
    assert!((60..=90).contains(&longest), "{longest}");
}

#[test]
fn markdown_tables_are_whole() {
    let text = between(&["--format", "markdown"]);
    let mut bars = 0;
    for row in text.lines().filter(|line| line.starts_with('|')) {
        let columns = row.replace("\\|", "").matches('|').count();
        assert_eq!(columns, 5, "{row}");
        bars += 1;
    }
    assert!(bars > 30);
}

#[test]
fn sssom_has_its_header_its_columns_and_no_term_found() {
    let text = between(&["--format", "sssom"]);
    assert!(text.starts_with("#curie_map:\n"));
    line(&text, &["#mapping_set_id: https://"]);
    line(&text, &["#  hubspot: https://"]);
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let lead = rows
        .iter()
        .find(|row| row[0] == "dynamics365:lead")
        .unwrap();
    assert_eq!(lead[2..4], ["skos:broadMatch", "hubspot:contacts"]);
    let hot = rows
        .iter()
        .find(|row| row[0] == "dynamics365:lead_leadqualitycode_Hot")
        .unwrap();
    assert_eq!(hot[3], "sssom:NoTermFound");
    let mut keys: Vec<&[&str]> = rows.iter().map(|row| &row[..4]).collect();
    keys.sort_unstable();
    let all = keys.len();
    keys.dedup();
    assert_eq!(keys.len(), all, "a mapping is said twice");
}

#[test]
fn skos_has_a_concept_for_each_class_and_stage_in_five_languages() {
    let text = printed(&["--format", "skos"]);
    for concept in [
        "staged/contact",
        "staged/lead",
        "stage/interested",
        "stage/former_customer",
    ] {
        let start = format!("terms/{concept}> a skos:Concept ;");
        let at = text.find(&start).unwrap_or_else(|| panic!("no {concept}"));
        let block = text[at..].split("\n\n").next().unwrap();
        assert_eq!(block.matches("skos:prefLabel").count(), 5, "{block}");
    }
    line(&text, &["skos:prefLabel \"Cliente potencial\"@es"]);
    line(&text, &["skos:broadMatch"]);
}

#[test]
fn every_product_of_the_word_list_is_on_the_list_of_vendors() {
    let read =
        |path: &str| fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let vendors = read("mappings/vendors.txt");
    let products = read("mappings/terms/products.csv");
    let known = ["everyday", "machine_translation"];
    for product in products
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap())
    {
        assert!(
            known.contains(&product) || vendors.lines().any(|line| line == product),
            "{product}"
        );
    }
}
