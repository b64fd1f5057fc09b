//! The command line: what it prints, where, and how it exits.

#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn xwalk(arguments: &[&str], code: i32) -> Output {
    let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
    done
}

fn out(arguments: &[&str], code: i32) -> String {
    String::from_utf8(xwalk(arguments, code).stdout).unwrap()
}

fn err(arguments: &[&str]) -> String {
    let done = xwalk(arguments, 2);
    assert!(done.stdout.is_empty(), "{arguments:?}");
    String::from_utf8(done.stderr).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&out(arguments, 0)).unwrap()
}

fn file(folder: &TempDir, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn inspect_says_what_is_noise_and_what_a_kit_has_written() {
    let folder = tempfile::tempdir().unwrap();
    let profile = "profile: shop
objects:
  people:
    kind: person
    columns: {Mail: email}
    noise: [\"_sync_*\"]
    write: {file: people, links: {manager: Boss key}}
import: {identity: {column: Shop key}}
";
    let profile = file(&folder, "shop.yaml", profile);
    let rows = "Shop key,Mail,Boss key,_sync_at,Hat\n1,ann@a.example,2,3,4\n";
    let rows = file(&folder, "people.csv", rows);
    let found = json(&[
        "inspect",
        text(&rows),
        "--from",
        text(&profile),
        "--format",
        "json",
    ]);
    let columns = found["columns"].as_array().unwrap();
    let said = |at: usize| (columns[at]["field"].as_str(), columns[at]["why"].as_str());
    let (identity, link) = ("the identity, from a kit", "a link by identity, from a kit");
    assert_eq!(said(0), (Some("origin.external_ids"), Some(identity)));
    assert_eq!(said(2), (Some("manager"), Some(link)));
    assert_eq!(said(3), (None, Some("dropped: noise")));
    let unknown = "shop knows no such header; it is carried along";
    assert_eq!(said(4), (None, Some(unknown)));
}

#[test]
fn inspect_says_vendor_object_and_field_of_each_column() {
    let found = json(&[
        "inspect",
        "samples/salesforce/Contact.csv",
        "--format",
        "json",
    ]);
    assert_eq!(found["vendor"], "salesforce");
    assert_eq!(found["object"], "contact");
    let columns = found["columns"].as_array().unwrap();
    let email = columns
        .iter()
        .find(|column| column["column"] == "Email")
        .unwrap();
    assert_eq!(email["field"], "email");
    assert_eq!(email["seen"], "email");
}

#[test]
fn inspect_gives_an_array_for_several_files() {
    let found = json(&["inspect", "samples/salesforce", "--format", "json"]);
    let names: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    assert!(names.contains(&"Lead.csv") && names.contains(&"User.csv"));
}

#[test]
fn files_around_the_parties_are_known_for_what_they_are() {
    for (folder, around) in [
        (
            "salesforce",
            "Campaign.csv: campaigns, CampaignMember.csv: campaign members, Event.csv: meetings, Opportunity.csv: deals, \
             OpportunityContactRole.csv: deal people, Task.csv: tasks",
        ),
        (
            "hubspot",
            "calls.csv: calls, deals.csv: deals, meetings.csv: meetings, notes.csv: notes, tasks.csv: tasks",
        ),
        (
            "dynamics365",
            "opportunities.csv: deals, tasks.csv: activities",
        ),
        (
            "pipedrive",
            "activities-8461-5.csv: activities, deals-8461-4.csv: deals",
        ),
        (
            "zoho_crm",
            "Deals_001.csv: deals, Notes_001.csv: notes, Tasks_001.csv: tasks",
        ),
    ] {
        let found = json(&["inspect", &format!("samples/{folder}"), "--format", "json"]);
        let mut known = Vec::new();
        for file in found.as_array().unwrap() {
            let holds = file["holds"].as_str().unwrap();
            if let Some(what) = holds.strip_prefix("context: ") {
                known.push(format!("{}: {what}", file["file"].as_str().unwrap()));
                assert!(file["doubt"].is_null(), "{folder}: {file}");
            }
        }
        assert_eq!(known.join(", "), around, "{folder}");
    }
}

#[test]
fn inspect_masks_values_unless_asked() {
    let folder = TempDir::new().unwrap();
    let path = file(
        &folder,
        "people.csv",
        "First name,Email\nZebulon,zeb@acme.example\n",
    );
    let masked = out(&["inspect", text(&path)], 0);
    assert!(!masked.contains("Zebulon") && !masked.contains("acme.example"));
    assert!(out(&["inspect", text(&path), "--show-values"], 0).contains("Zebulon"));
}

#[test]
fn inspect_prints_nothing_that_could_steer_a_terminal() {
    let folder = TempDir::new().unwrap();
    let hostile = "First name\u{1b}]0;x\u{7},Email\u{9b}2J\u{202e}\nA\u{1b}[31m,a@b.example\n";
    let path = file(&folder, "people\u{1b}[2J.csv", hostile);
    for form in ["text", "json"] {
        let said = out(
            &["inspect", text(&path), "--show-values", "--format", form],
            0,
        );
        let steers = |c: char| c != '\n' && c.is_control() || c == '\u{202e}';
        assert!(!said.contains(steers), "{said:?}");
    }
}

#[test]
fn inspect_names_encoding_delimiter_and_header_row() {
    let folder = TempDir::new().unwrap();
    let path = file(
        &folder,
        "gente.csv",
        b"Nombre;Correo;Ciudad\r\nJos\xe9;j@x.example;Le\xf3n\r\n",
    );
    let found = json(&["inspect", text(&path), "--format", "json"]);
    assert_eq!(found["encoding"], "windows-1252");
    assert_eq!(found["delimiter"], "semicolon");
    assert_eq!(found["line_ends"], "crlf");
    assert_eq!(
        (&found["rows"], &found["header_row"]),
        (&1.into(), &1.into())
    );
}

#[test]
fn inspect_lists_the_columns_of_a_file_that_holds_nobody() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "wine.csv", "colour,grape\nred,merlot\n");
    let found = json(&["inspect", text(&path), "--format", "json"]);
    assert_eq!(found["vendor"], Value::Null);
    assert_eq!(found["columns"].as_array().unwrap().len(), 2);
}

#[test]
fn a_damaged_workbook_is_refused_with_the_way_out() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "people.xlsx", b"PK\x03\x04rest");
    let said = err(&["inspect", text(&path)]);
    let way_out = "save it again as XLSX or as CSV";
    assert!(
        said.contains("can't be read as a workbook") && said.contains(way_out),
        "{said}"
    );
}

#[test]
fn one_bad_file_of_several_does_not_hide_the_others() {
    let folder = TempDir::new().unwrap();
    file(&folder, "a.csv", "First name,Email\nAnn,a@b.example\n");
    file(&folder, "b.xlsx", b"PK\x03\x04rest");
    let said = out(&["inspect", text(folder.path())], 2);
    assert!(said.contains("a.csv"));
}

#[test]
fn mistyped_names_are_answered_with_the_right_ones() {
    let sample = "samples/salesforce/Lead.csv";
    let cases: [(&[&str], &str); 6] = [
        (
            &["profile", "show", "spreadshet"],
            "did you mean `spreadsheet`?",
        ),
        (
            &["inspect", sample, "--from", "salesfroce"],
            "did you mean `salesforce`?",
        ),
        (
            &["inspect", sample, "--as", "Laed.csv=lead"],
            "did you mean `Lead.csv`?",
        ),
        (
            &["inspect", sample, "--as", "Lead.csv=leda"],
            "did you mean `lead`?",
        ),
        (
            &["convert", sample, "--dry-run", "--to", "hubspt"],
            "did you mean `hubspot`?",
        ),
        (
            &[
                "convert",
                sample,
                "--dry-run",
                "--to",
                "hubspot",
                "--glossary",
                "stagd",
            ],
            "did you mean `staged`?",
        ),
    ];
    for (arguments, answer) in cases {
        let said = err(arguments);
        assert!(said.contains(answer), "{arguments:?}: {said}");
    }
}

#[test]
fn what_is_missing_is_asked_for() {
    let sample = "samples/salesforce/Lead.csv";
    assert!(err(&["convert", sample, "--to", "hubspot"]).contains("--out DIR"));
    assert!(err(&["convert", sample, "--dry-run"]).contains("--to <PROFILE>"));
    assert!(err(&["inspect", "nowhere.csv"]).contains("nowhere.csv: "));
    assert!(
        err(&[
            "convert",
            sample,
            "--to",
            "hubspot",
            "--dry-run",
            "--with",
            "no.yaml"
        ])
        .contains("no.yaml: ")
    );
    assert!(
        err(&[
            "convert",
            sample,
            "--to",
            "hubspot",
            "--dry-run",
            "--region",
            "ZZ"
        ])
        .contains("ISO 3166-1")
    );
}

#[test]
fn profiles_are_listed_shown_and_described() {
    let list = out(&["profile", "list"], 0);
    assert!(list.contains("spreadsheet") && list.contains("people*"));
    assert!(
        list.lines().all(|line| line.chars().count() <= 81),
        "{list}"
    );
    assert!(out(&["profile", "show", "spreadsheet"], 0).starts_with("profile: spreadsheet"));
    assert!(json(&["profile", "schema"])["$schema"].is_string());
}

#[test]
fn five_mistakes_in_a_profile_give_five_errors() {
    let folder = TempDir::new().unwrap();
    let yaml = "extends: spreadsheet\ntitel: x\nobjects:\n  people:\n    columns:\n      A: emial\n      \
                B: nmae.full\n      C: [phone, lwer]\n    knid: person\n";
    let path = file(&folder, "acme.yaml", yaml);
    let said = out(&["profile", "check", text(&path)], 1);
    let places = said
        .lines()
        .filter(|line| line.contains("acme.yaml:"))
        .count();
    assert_eq!(places, 5, "{said}");
    assert!(said.ends_with("5 mistakes\n"));
}

#[test]
fn a_profile_without_mistakes_passes() {
    let said = out(
        &["profile", "check", "mappings/profiles/spreadsheet.yaml"],
        0,
    );
    assert!(said.starts_with("no mistakes in 1 file\n"), "{said}");
}

#[test]
fn every_command_has_examples() {
    let commands: [&[&str]; 9] = [
        &[],
        &["convert"],
        &["verify"],
        &["inspect"],
        &["completions"],
        &["profile", "list"],
        &["profile", "show"],
        &["profile", "check"],
        &["profile", "schema"],
    ];
    for command in commands {
        let said = out(&[command, &["--help"]].concat(), 0);
        assert!(said.contains("Examples:\n  xwalk "), "{command:?}");
    }
    assert!(out(&["--version"], 0).starts_with("xwalk "));
    assert!(out(&["completions", "bash"], 0).contains("_xwalk"));
}

#[test]
fn a_dry_run_writes_nothing_and_says_what_would_become_of_the_rows() {
    let folder = TempDir::new().unwrap();
    let path = file(
        &folder,
        "people.csv",
        "First name,Last name,Email\nAnn,Lee,ann@acme.example\n",
    );
    let said = out(&["convert", text(&path), "--to", "hubspot", "--dry-run"], 0);
    assert!(
        said.contains("exported") && said.contains("nothing was written"),
        "{said}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn convert_exits_1_where_rows_need_a_look_and_tells_programs_in_json() {
    let folder = TempDir::new().unwrap();
    let kit = folder.path().join("kit");
    let arguments = [
        "convert",
        "samples/salesforce",
        "--to",
        "hubspot",
        "--out",
        text(&kit),
    ];
    let said = out(&[&arguments[..], &["--format", "json"]].concat(), 1);
    let outcome: Value = serde_json::from_str(&said).unwrap();
    assert!(outcome["outputs"].as_array().unwrap().len() >= 2);
    assert!(kit.join("README.md").is_file());
}

#[test]
fn what_the_target_has_is_counted_and_another_systems_export_refused() {
    let into = ["convert", "samples/hubspot", "--to", "hubspot", "--dry-run"];
    let said = out(&[&into[..], &["--against", "samples/hubspot"]].concat(), 1);
    for word in ["CREATED", "UPDATED", "SKIPPED", "HELD", "in the target"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    for line in said.lines() {
        assert!(line.chars().count() <= 81, "{line}");
    }
    let said = err(&[&into[..], &["--against", "samples/salesforce"]].concat());
    assert!(said.contains("is not an export of HubSpot"), "{said}");
    assert!(err(&[&into[..], &["--keep-existing"]].concat()).contains("--against"));
}

#[test]
fn a_list_of_whom_to_leave_out_is_counted() {
    let folder = TempDir::new().unwrap();
    let list = file(&folder, "stop.csv", "Entry\n@mailbox.example\nsomebody\n");
    let into = [
        "convert",
        "samples/salesforce",
        "--to",
        "hubspot",
        "--dry-run",
    ];
    let said = out(&[&into[..], &["--do-not-import", text(&list)]].concat(), 1);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("by stop.csv: 1 entry, 1 of them matched"),
        "{said}"
    );
    assert!(said.contains("1 could not be understood (row 3)"), "{said}");
    let table = file(&folder, "two.csv", "colour,grape\nred,merlot\n");
    let said = err(&[&into[..], &["--do-not-import", text(&table)]].concat());
    assert!(said.contains("give a table of one column"), "{said}");
}

#[test]
fn a_summary_fits_eighty_columns() {
    let said = out(
        &[
            "convert",
            "samples/salesforce",
            "--to",
            "hubspot",
            "--dry-run",
        ],
        1,
    );
    for line in said.lines() {
        assert!(line.chars().count() <= 81, "{line}");
    }
}

/// What `inspect` says a table of that name is: vendor, object, doubt.
fn recognised(folder: &TempDir, name: &str, table: &str) -> [Option<String>; 3] {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, table).unwrap();
    let found = json(&["inspect", text(&path), "--format", "json"]);
    let said = |key| Some(found.get(key)?.as_str()?.to_string());
    ["vendor", "object", "doubt"].map(said)
}

fn some(said: [&str; 3]) -> [Option<String>; 3] {
    said.map(|word| (!word.is_empty()).then(|| word.to_string()))
}

#[test]
fn a_vendors_name_decides_where_headers_and_ids_speak_for_none() {
    let folder = TempDir::new().unwrap();
    let leads = "lead_id,first_name,last_name,email,company,title,lead_source,status,shoe\nSF1,Ann,Lee,ann@a.example,Acme,CEO,Web,Open,7\n";
    let of = |name: &str| recognised(&folder, name, leads);
    let plain = some(["spreadsheet", "people", ""]);
    let named = some(["salesforce", "lead", "spreadsheet people"]);
    assert_eq!(of("lists/leads.csv"), plain);
    assert_eq!(of("lists/all salesforce-leads 2024.csv"), named);
    assert_eq!(of("salesforce/leads.csv"), named);
    assert_eq!(of("sfdc export/leads.csv"), named);
    assert_eq!(
        of("salesforce/old/leads.csv"),
        plain,
        "no folder farther up"
    );
    assert_eq!(of("salesforce to hubspot/leads.csv"), plain, "two names");
}

#[test]
fn a_vendors_name_does_not_overrule_headers_and_ids() {
    let folder = TempDir::new().unwrap();
    for (sample, other, vendor) in [
        ("samples/hubspot/contacts.csv", "salesforce", "hubspot"),
        ("samples/salesforce/Contact.csv", "hubspot", "salesforce"),
        ("samples/pipedrive/people-8461-2.csv", "zoho", "pipedrive"),
    ] {
        let table = fs::read_to_string(sample).unwrap();
        let [found, _, doubt] = recognised(&folder, &format!("{other}/{vendor}.csv"), &table);
        assert_eq!((found.as_deref(), doubt), (Some(vendor), None), "{sample}");
        let [found, _, doubt] = recognised(&folder, &format!("{other}/x.csv"), &table);
        assert_eq!((found.as_deref(), doubt), (Some(vendor), None), "{sample}");
    }
    let [vendor, ..] = recognised(&folder, "salesforce/x.csv", "Name,Date\nA,2024-01-02\n");
    assert_eq!(vendor, None, "a name and a date are no company");
}

#[test]
fn a_file_named_for_vendor_and_object_needs_no_more_than_its_key() {
    let folder = TempDir::new().unwrap();
    let table = "accountid,name01,name02\n1,10,11\n";
    let of = |name: &str| recognised(&folder, name, table);
    let doubtful = some(["dynamics365", "account", "a table of another kind"]);
    assert_eq!(of("dynamics_365_account_data.csv"), doubtful);
    assert_eq!(of("dynamics/cuentas.csv"), doubtful);
    assert_eq!(of("dynamics/things.csv"), some(["", "", ""]));
    assert_eq!(of("account_data.csv"), some(["", "", ""]));
}

#[test]
fn a_table_of_several_parties_a_row_is_known_and_not_converted() {
    let folder = TempDir::new().unwrap();
    let labels = "Contact1 First Name,Contact1 Last Name,Contact2 First Name,Contact2 Last Name,Contact1 Work Email,Account1 Name,Donation Amount";
    let names = "NPSP__CONTACT1_FIRSTNAME__C,NPSP__CONTACT1_LASTNAME__C,NPSP__CONTACT2_LASTNAME__C,NPSP__CONTACT1_WORK_EMAIL__C,NPSP__ACCOUNT1_CITY__C,NPSP__DONATION_STAGE__C";
    let row = "Ann,Lee,Bob,Lee,ann@a.example,Acme,5\n";
    let template = format!("INSTRUCTIONS:\n,\"If you, begin here.\"\n{labels}\n{names}\n{row}");
    let bare = names.replace("NPSP__", "");
    let known = some(["salesforce", "data_import", ""]);
    for (at, table) in [
        template,
        format!("{names}\n{row}"),
        format!("{bare}\n{row}"),
    ]
    .iter()
    .enumerate()
    {
        assert_eq!(recognised(&folder, "x/in.csv", table), known, "{at}");
    }
    let path = folder.path().join("x");
    let said = err(&["convert", text(&path), "--to", "hubspot", "--dry-run"]);
    assert!(
        said.contains("rows of several parties, to be given as files of their own"),
        "{said}"
    );
}
