//! The mapping as a workbook: written for the client, filled in, read back, obeyed, and written again.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};

const SAMPLES: &str = "samples/salesforce";

fn xwalk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xwalk"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

/// A folder for the files of a test, and the commands that it needs.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn at(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    /// Writes the workbook of an export.
    fn write(&self, input: &str, out: &str, more: &[&str]) -> Book {
        let fixed = ["profile", "workbook", input, "--to", "hubspot", "--out"];
        let ran = xwalk(&[&fixed, &[self.at(out).as_str()][..], more].concat());
        assert!(ran.status.success(), "{ran:?}");
        Book::open(&self.path(out))
    }

    /// Reads a workbook back as the overlay `out`.
    fn read(&self, book: &str, out: &str, more: &[&str]) -> Output {
        let (book, out) = (self.at(book), self.at(out));
        let fixed = ["profile", "workbook", "--read", &book, "--out", &out];
        xwalk(&[&fixed, more].concat())
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

/// The sheets of a workbook as text.
struct Book(Vec<(String, Vec<Vec<String>>)>);

impl Book {
    fn open(path: &Path) -> Self {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let names = book.sheet_names();
        let sheets = names.into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let text = |cell: &Data| match cell {
                Data::Empty => String::new(),
                Data::String(text) => text.clone(),
                other => panic!("{name}: {other:?} is no text"),
            };
            let rows = range.rows().map(|row| row.iter().map(text).collect());
            (name.clone(), rows.collect())
        });
        Self(sheets.collect())
    }

    fn save(&self, path: &Path) {
        let mut book = rust_xlsxwriter::Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (at, cell) in (0..).zip(cells) {
                    sheet.write_string(row, at, cell).unwrap();
                }
            }
        }
        book.save(path).unwrap();
    }

    fn sheet(&mut self, name: &str) -> &mut Vec<Vec<String>> {
        let found = self.0.iter_mut().find(|(sheet, _)| sheet == name);
        &mut found.unwrap_or_else(|| panic!("no sheet `{name}`")).1
    }

    /// The rows of a sheet (from 1) in which a cell begins with a text.
    fn rows(&mut self, sheet: &str, with: &str) -> Vec<usize> {
        let rows = self.sheet(sheet).iter().enumerate().skip(1);
        let has = |cells: &Vec<String>| cells.iter().any(|cell| cell == with);
        rows.filter(|(_, cells)| has(cells))
            .map(|(at, _)| at + 1)
            .collect()
    }

    fn cell(&mut self, sheet: &str, row: usize, column: &str) -> &mut String {
        let rows = self.sheet(sheet);
        let at = rows[0].iter().position(|name| name == column).unwrap();
        let cells = &mut rows[row - 1];
        cells.resize(cells.len().max(at + 1), String::new());
        &mut cells[at]
    }

    /// Fills in a cell of the only row that has a text.
    fn fill(&mut self, sheet: &str, with: &str, column: &str, text: &str) -> usize {
        let rows = self.rows(sheet, with);
        assert_eq!(rows.len(), 1, "{sheet}: `{with}`");
        *self.cell(sheet, rows[0], column) = text.to_string();
        rows[0]
    }

    fn approve_all(&mut self) {
        let filled = |rows: &Vec<Vec<String>>| rows[0].iter().any(|name| name == "Status");
        let sheets = self.0.iter().filter(|(_, rows)| filled(rows));
        let names: Vec<String> = sheets.map(|(name, _)| name.clone()).collect();
        for name in names {
            for row in 2..=self.sheet(&name).len() {
                *self.cell(&name, row, "Status") = "Approved".to_string();
            }
        }
    }
}

#[test]
fn a_workbook_that_comes_back_as_it_was_changes_nothing() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    desk.write(SAMPLES, "b.xlsx", &[]);
    let bytes = |name: &str| fs::read(desk.path(name)).unwrap();
    assert_eq!(bytes("a.xlsx"), bytes("b.xlsx"));
    let rows = book.rows("lead", "FirstName");
    assert_eq!(book.cell("lead", rows[0], "Rule"), "name.given");
    assert_eq!(book.cell("lead", rows[0], "Goes to"), "contacts.First Name");
    assert!(book.cell("lead", rows[0], "Example").contains("characters"));
    let ran = desk.read("a.xlsx", "agreed.yaml", &[]);
    assert!(ran.status.success(), "{ran:?}");
    let text = desk.text("agreed.yaml");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(lines, ["extends: salesforce"]);
}

#[test]
fn the_clients_data_is_masked_unless_it_is_asked_for() {
    let desk = Desk::new();
    let holds = |book: &Book, text: &str| {
        let mut cells = book.0.iter().flat_map(|(_, rows)| rows.iter().flatten());
        cells.any(|cell| cell.contains(text))
    };
    let lead = fs::read_to_string(format!("{SAMPLES}/Lead.csv")).unwrap();
    let address = lead.split('"').find(|cell| cell.contains('@')).unwrap();
    let masked = desk.write(SAMPLES, "a.xlsx", &[]);
    let shown = desk.write(SAMPLES, "b.xlsx", &["--show-values"]);
    assert!(!holds(&masked, address) && holds(&shown, address));
    let fixed = ["profile", "workbook", SAMPLES, "--to", "hubspot", "--out"];
    let again = xwalk(&[&fixed[..], &[&desk.at("a.xlsx")]].concat());
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("--force"));
}

#[test]
fn what_the_client_changes_is_obeyed() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    book.fill("contact", "Title", "Change to", "drop(nobody reads it)");
    book.fill("contact", "FirstName", "Status", "approved");
    book.fill("contact", "FirstName", "Comment", "of course, \"yes\"");
    book.fill(
        "Picklists",
        "Waiting for budget",
        "Change to",
        "stage: nurture",
    );
    let rows = book.rows("Picklists", "Partner Referral");
    *book.cell("Picklists", rows[0], "Change to") = "referral".to_string();
    book.fill(
        "Owners",
        "0055g00000x0006AAA",
        "Change to",
        "megan@seller.example",
    );
    book.fill("Owners", "(anyone else)", "Change to", "ann@seller.example");
    // As people do: rows sorted, columns moved, a title put above.
    for sheet in ["contact", "Picklists", "Owners"] {
        book.sheet(sheet)[1..].reverse();
        book.sheet(sheet)
            .iter_mut()
            .for_each(|cells| cells.reverse());
    }
    book.sheet("contact")
        .insert(0, vec!["Seen by Ann".to_string()]);
    book.save(&desk.path("back.xlsx"));
    let ran = desk.read("back.xlsx", "agreed.yaml", &[]);
    assert!(ran.status.success(), "{ran:?}");
    assert!(String::from_utf8_lossy(&ran.stdout).starts_with("5 changes, 1 approved"));
    let text = desk.text("agreed.yaml");
    assert!(text.contains(
        "FirstName: {status: approved, as: name.given, to: contacts.First Name, comment: "
    ));
    // The other spellings of a value stay what they are.
    assert!(
        text.contains("Partner Referral: {value: referral, labels: [Partner, "),
        "{text}"
    );
    let (kit, agreed) = (desk.at("kit"), desk.at("agreed.yaml"));
    let ran = xwalk(&[
        "convert", SAMPLES, "--to", "hubspot", "--out", &kit, "--with", &agreed,
    ]);
    assert!(ran.status.code().is_some_and(|code| code < 2), "{ran:?}");
    let columns = desk.text("kit/every-column.csv");
    assert!(
        columns.contains("Title,dropped: nobody reads it,"),
        "{columns}"
    );
    let output = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(!output.contains("owners without"), "{output}");
    let people = desk.text("kit/2-contacts.csv");
    assert!(people.contains("megan@seller.example") && people.contains("ann@seller.example"));
    let lead = fs::read_to_string(format!("{SAMPLES}/Lead.csv")).unwrap();
    let row = lead
        .lines()
        .find(|line| line.contains("Waiting for budget"))
        .unwrap();
    let id = row.split('"').nth(1).unwrap();
    let written = people.lines().find(|line| line.contains(id)).unwrap();
    assert!(written.contains("BAD_TIMING"), "{written}");
}

/// A later export: one more column, and one more value.
fn later(desk: &Desk) -> String {
    fs::create_dir(desk.path("later")).unwrap();
    for entry in fs::read_dir(SAMPLES).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let mut text = fs::read_to_string(entry.path()).unwrap();
        if name == "Lead.csv" {
            let text_of = text.replacen("\"Nurturing\"", "\"On hold\"", 1);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text_of.as_bytes());
            let mut writer = csv::WriterBuilder::new()
                .flexible(true)
                .from_writer(Vec::new());
            for (at, row) in reader.records().enumerate() {
                let mut row = row.unwrap();
                row.push_field(if at == 0 { "Budget__c" } else { "big" });
                writer.write_record(&row).unwrap();
            }
            text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        }
        fs::write(desk.path("later").join(name), text).unwrap();
    }
    desk.at("later")
}

#[test]
fn a_later_export_shows_only_what_is_new() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    book.approve_all();
    book.fill("lead", "Rating", "Comment", "ask Petra");
    book.save(&desk.path("back.xlsx"));
    assert!(desk.read("back.xlsx", "agreed.yaml", &[]).status.success());
    let agreed = desk.at("agreed.yaml");
    let with = ["--with", agreed.as_str()];
    let mut same = desk.write(SAMPLES, "same.xlsx", &with);
    for (name, rows) in &mut same.0 {
        let is_open = rows
            .iter()
            .skip(1)
            .any(|cells| cells.iter().any(|cell| cell == "open"));
        assert!(!is_open, "`{name}` has open lines");
    }
    let rating = same.rows("lead", "Rating")[0];
    assert_eq!(same.cell("lead", rating, "Comment"), "ask Petra");
    let input = later(&desk);
    let mut new = desk.write(&input, "new.xlsx", &["--only-open", "--with", &agreed]);
    let mut left = Vec::new();
    for sheet in [
        "account",
        "person_account",
        "contact",
        "lead",
        "Picklists",
        "Owners",
    ] {
        left.extend(new.sheet(sheet)[1..].iter().map(|cells| cells[0].clone()));
    }
    assert_eq!(left, ["Budget__c", "lead"]);
    assert_eq!(new.cell("lead", 2, "Since last time"), "new");
    assert_eq!(new.cell("Picklists", 2, "Value"), "On hold");
    assert_eq!(new.cell("Picklists", 2, "Rule"), "(nobody has said)");
    // What came back of the second round is added to what came back of the first.
    new.fill("lead", "Budget__c", "Change to", "custom.budget");
    *new.cell("lead", 2, "Status") = "approved".to_string();
    new.save(&desk.path("back-2.xlsx"));
    let before = desk.text("agreed.yaml");
    let ran = desk.read("back-2.xlsx", "agreed.yaml", &["--with", &agreed]);
    assert!(ran.status.success(), "{ran:?}");
    let after = desk.text("agreed.yaml");
    assert!(after.contains("Budget__c: custom.budget"));
    for line in before.lines() {
        assert!(after.contains(line), "`{line}` is gone");
    }
    let mut third = desk.write(&input, "third.xlsx", &["--only-open", "--with", &agreed]);
    assert_eq!(third.sheet("lead").len(), 1);
}

#[test]
fn an_approved_line_that_means_something_else_since_is_open_again() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    book.approve_all();
    book.save(&desk.path("back.xlsx"));
    assert!(desk.read("back.xlsx", "agreed.yaml", &[]).status.success());
    let other = "\
extends: salesforce
objects:
  lead:
    columns:
      Title: custom.title
    values:
      Status:
        New: {stage: known}
";
    fs::write(desk.path("other.yaml"), other).unwrap();
    let (agreed, other) = (desk.at("agreed.yaml"), desk.at("other.yaml"));
    let with = ["--only-open", "--with", &agreed, "--with", &other];
    let mut book = desk.write(SAMPLES, "b.xlsx", &with);
    assert_eq!(book.sheet("lead").len(), 2);
    let since = "changed; approved was `title`";
    assert_eq!(book.cell("lead", 2, "Since last time"), since);
    let since = "changed; approved was `stage: interested`";
    assert_eq!(book.cell("Picklists", 2, "Since last time"), since);
    assert_eq!(book.sheet("Picklists").len(), 2);
}

#[test]
fn all_that_is_wrong_in_a_workbook_is_said_at_once_and_nothing_is_written() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    let rows = [
        book.fill("lead", "FirstName", "Change to", "name.first"),
        book.fill("lead", "Title", "Status", "fine"),
        book.fill("lead", "Company", "Object", "leed"),
        book.fill("lead", "Rating", "Line", "Ratings"),
        book.fill(
            "Picklists",
            "Waiting for budget",
            "Change to",
            "stage: waiting",
        ),
    ];
    book.save(&desk.path("back.xlsx"));
    let ran = desk.read("back.xlsx", "agreed.yaml", &[]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(!desk.path("agreed.yaml").exists());
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let expected = [
        (
            "lead",
            "Change to",
            "unknown field `name.first`; did you mean `name.given`?",
        ),
        (
            "lead",
            "Status",
            "`fine` is no status; choose `open` or `approved`",
        ),
        (
            "lead",
            "Object",
            "`salesforce` has no object `leed`; did you mean `lead`?",
        ),
        (
            "lead",
            "Line",
            "`lead` has no column `Ratings` any more; did you mean `Rating`?",
        ),
        (
            "Picklists",
            "Change to",
            "`stage` is never `waiting`; it is one of",
        ),
    ];
    for (row, (sheet, column, what)) in rows.into_iter().zip(expected) {
        let line = format!("back.xlsx, sheet `{sheet}`, row {row}, column `{column}`: {what}");
        assert!(said.contains(&line), "{line}\n{said}");
    }
}

#[test]
fn an_overlay_that_was_written_by_hand_is_never_written_over() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    book.fill("lead", "Title", "Status", "approved");
    book.save(&desk.path("back.xlsx"));
    let hand = "extends: salesforce\nowners: {fallback: ops@example.com}   # ours\n";
    fs::write(desk.path("hand.yaml"), hand).unwrap();
    let ran = desk.read("back.xlsx", "hand.yaml", &[]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("written by hand"));
    assert_eq!(desk.text("hand.yaml"), hand);
    // Beside it there is room; and a line added there by hand later is not lost either.
    let hand_path = desk.at("hand.yaml");
    let with = ["--with", hand_path.as_str()];
    assert!(
        desk.read("back.xlsx", "agreed.yaml", &with)
            .status
            .success()
    );
    let text = desk
        .text("agreed.yaml")
        .replace("reviewed:", "reviewed: # see the mail");
    fs::write(desk.path("agreed.yaml"), &text).unwrap();
    assert_eq!(
        desk.read("back.xlsx", "agreed.yaml", &with).status.code(),
        Some(2)
    );
    assert_eq!(desk.text("agreed.yaml"), text);
}

#[test]
fn a_cell_that_would_be_a_formula_is_text() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    let text =
        "Id,LastName,Company,Status\n00Q5g00000x0001AAA,Cole,Acme,\"=HYPERLINK(\"\"x\"\")\"\n";
    fs::write(desk.path("in").join("Lead.csv"), text).unwrap();
    let mut book = desk.write(&desk.at("in"), "a.xlsx", &["--from", "salesforce"]);
    assert_eq!(book.cell("Picklists", 2, "Value"), "=HYPERLINK(\"x\")");
    let mut raw: Xlsx<_> = open_workbook(desk.path("a.xlsx")).unwrap();
    let formulas = raw.worksheet_formula("Picklists").unwrap();
    assert!(formulas.used_cells().next().is_none());
}

#[test]
fn files_of_several_systems_are_told_apart_by_name() {
    let desk = Desk::new();
    let (lead, people) = (
        "samples/salesforce/Lead.csv",
        "samples/spreadsheet/people.csv",
    );
    let out = desk.at("a.xlsx");
    let ran = xwalk(&[
        "profile", "workbook", lead, people, "--to", "hubspot", "--out", &out,
    ]);
    assert_eq!(ran.status.code(), Some(2));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    let expected = "of several systems: salesforce (Lead.csv); spreadsheet (people.csv)";
    assert!(said.contains(expected), "{said}");
}

#[test]
fn what_happens_is_what_has_happened() {
    let desk = Desk::new();
    let mut book = desk.write(SAMPLES, "a.xlsx", &[]);
    let mut happens = |sheet: &str, line: &str| {
        let row = book.rows(sheet, line)[0];
        let happens = book.cell(sheet, row, "What happens").clone();
        (happens, book.cell(sheet, row, "Cells").clone())
    };
    let pair = |happens: &str, cells: &str| (happens.to_string(), cells.to_string());
    let expected = pair("moved", "148 moved, 1 not exported");
    assert_eq!(happens("lead", "FirstName"), expected);
    let why = "kept aside; what its values mean counts";
    assert_eq!(happens("lead", "Rating").0, why);
    let why = "dropped: technical time stamp";
    assert_eq!(happens("lead", "SystemModstamp").0, why);
    let why = "kept aside: nobody has said what it means";
    assert_eq!(happens("lead", "Product_Interest__c").0, why);
    // Of a file that two objects share, each has its own rows.
    assert_eq!(
        happens("account", "PersonEmail"),
        pair("empty in these files", "")
    );
    assert_eq!(happens("person_account", "PersonEmail").0, "moved");
}
