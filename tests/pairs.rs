//! Each system, and plain spreadsheets, into each: nine in ten cells that have a place arrive, and the kit is sound.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

const TARGETS: [&str; 5] = [
    "salesforce",
    "hubspot",
    "dynamics365",
    "zoho_crm",
    "pipedrive",
];
const SOURCES: [&str; 6] = [
    "salesforce",
    "hubspot",
    "dynamics365",
    "zoho_crm",
    "pipedrive",
    "spreadsheet",
];
const LEAST: f64 = 90.0;

/// Where the table stands in the docs.
const PAGE: &str = "docs/pairs.md";
const START: &str = "<!-- table: made by tests/pairs.rs -->\n";
const END: &str = "<!-- end of the table -->\n";

/// Runs xwalk: its exit code and what it printed.
fn xwalk(arguments: &[&str]) -> (i32, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&ran.stdout).into_owned();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    (ran.status.code().unwrap(), format!("{text}{said}"))
}

/// Of the filled cells of exported rows whose column the target has, the share that was written, in per cent.
fn share(kit: &Path) -> f64 {
    let bytes = fs::read(kit.join("every-column.csv")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut table = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = table.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|found| found == name).unwrap();
    let (mut written, mut all) = (0, 0);
    for row in table.records() {
        let row = row.unwrap();
        if row[at("written_to")].is_empty() {
            continue;
        }
        let cells = |name: &str| row[at(name)].parse::<u64>().unwrap();
        let arrived = cells("moved") + cells("normalised") + cells("translated");
        written += arrived;
        all += arrived + cells("kept_aside");
    }
    assert!(all > 1000, "{}: {all} cells", kit.display());
    100.0 * written as f64 / all as f64
}

/// Converts the samples of a system, verifies the kit, and says how much has arrived.
fn convert(source: &str, target: &str) -> f64 {
    let folder = tempfile::tempdir().unwrap();
    let kit = folder.path().join("kit");
    let (out, input) = (kit.to_str().unwrap(), format!("samples/{source}"));
    let (code, said) = xwalk(&["convert", &input, "--to", target, "--out", out]);
    assert!(code == 0 || code == 1, "{source} to {target}: {said}");
    let (code, said) = xwalk(&["verify", out, "--inputs", &input]);
    assert_eq!(code, 0, "{source} to {target}: {said}");
    share(&kit)
}

/// A source's line of the table.
fn line(source: &str) -> String {
    let mut line = format!("| {source} |");
    for target in TARGETS {
        let found = convert(source, target);
        let _ = write!(line, " {found:.1} |");
        assert!(found >= LEAST, "{source} to {target}: {found:.1} %");
    }
    line + "\n"
}

fn table() -> String {
    let mut table = "| from |".to_string();
    for target in TARGETS {
        let _ = write!(table, " {target} |");
    }
    let rule = "---:|".repeat(TARGETS.len());
    let _ = write!(table, "\n|---|{rule}\n");
    thread::scope(|scope| {
        let lines = SOURCES.map(|source| scope.spawn(move || line(source)));
        for line in lines {
            table.push_str(&line.join().unwrap());
        }
    });
    table
}

#[test]
fn nine_in_ten_cells_that_have_a_place_arrive_from_each_system_in_each() {
    let table = table();
    println!("{table}");
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let fresh = format!("{before}{START}\n{table}\n{END}{after}");
    if std::env::var_os("XWALK_BLESS").is_some() {
        fs::write(PAGE, &fresh).unwrap();
    } else {
        assert!(
            page == fresh,
            "{PAGE} is stale: run the tests with XWALK_BLESS=1"
        );
    }
}
