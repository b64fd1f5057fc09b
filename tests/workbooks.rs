//! Workbooks in and out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn xwalk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

fn kit(input: &Path, to: &str, out: &Path, more: &[&str]) {
    let (input, out) = (input.to_str().unwrap(), out.to_str().unwrap());
    let ran = xwalk(&[&["convert", input, "--to", to, "--out", out], more].concat());
    assert!(ran.status.code().is_some_and(|code| code < 2), "{ran:?}");
}

#[test]
fn the_workbooks_of_a_kit_are_read_like_its_tables() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    kit(
        Path::new("samples/salesforce"),
        "hubspot",
        &at("kit"),
        &["--xlsx"],
    );
    for form in ["csv", "xlsx"] {
        fs::create_dir(at(form)).unwrap();
        for stem in ["1-companies", "2-contacts"] {
            let name = format!("{stem}.{form}");
            let from = match form {
                "csv" => at("kit").join(&name),
                _ => at("kit").join("workbooks").join(&name),
            };
            fs::copy(from, at(form).join(name)).unwrap();
        }
        kit(&at(form), "salesforce", &at(&format!("from-{form}")), &[]);
    }
    for file in ["1-accounts.csv", "2-contacts.csv", "3-leads.csv"] {
        let of = |form: &str| fs::read_to_string(at(&format!("from-{form}")).join(file)).unwrap();
        assert!(of("csv").lines().count() > 20, "{file}");
        assert_eq!(of("csv"), of("xlsx"), "{file}");
    }
    let (kit, inputs) = (at("from-xlsx"), at("xlsx"));
    let (kit, inputs) = (kit.to_str().unwrap(), inputs.to_str().unwrap());
    let verdict = xwalk(&["verify", kit, "--inputs", inputs, "--deep"]);
    assert!(verdict.status.success(), "{verdict:?}");
}

#[test]
fn a_mended_row_is_taken_back_from_a_workbook_and_from_a_spanish_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    kit(
        Path::new("samples/salesforce"),
        "hubspot",
        &at("kit"),
        &["--xlsx"],
    );
    let fix = fs::read_to_string(at("kit").join("rows-to-fix/Contact.csv")).unwrap();
    let mut lines = fix.trim_start_matches('\u{feff}').lines();
    let (header, row) = (lines.next().unwrap(), lines.next().unwrap());
    let width = header.split(',').count();
    let mut cells: Vec<&str> = row.split(',').collect();
    cells.resize(width, "");
    let saved = [
        header.replace(',', ";"),
        cells.join(";").replace("Helen", "Añé"),
    ];
    fs::create_dir(at("fix")).unwrap();
    let bytes: Vec<u8> = saved.join("\r\n").chars().map(|c| c as u8).collect();
    fs::write(at("fix").join("Contact.csv"), bytes).unwrap();
    let samples = Path::new("samples/salesforce");
    kit(
        samples,
        "hubspot",
        &at("again"),
        &[at("fix").to_str().unwrap()],
    );
    let rows = fs::read_to_string(at("again").join("every-row.csv")).unwrap();
    assert!(rows.contains("filtered,replaced by the mended row"));
    let people = fs::read_to_string(at("again").join("2-contacts.csv")).unwrap();
    assert!(people.contains("Añé,Blackville"), "{row}");

    // A workbook of rows that were not mended yet has them as they were.
    let workbook = at("kit").join("workbooks/rows-to-fix");
    kit(
        samples,
        "hubspot",
        &at("third"),
        &[workbook.to_str().unwrap()],
    );
    let rows = fs::read_to_string(at("third").join("every-row.csv")).unwrap();
    assert!(rows.contains("filtered,replaced by the mended row"));
}
