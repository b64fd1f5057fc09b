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

/// Writes a workbook: its sheets by name, whether they are hidden, and their rows; a cell behind `=` is a number.
fn book(path: &Path, sheets: &[(&str, bool, &[&[&str]])]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap().set_hidden(*hidden);
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                match cell.strip_prefix('=') {
                    Some(number) => {
                        let number: f64 = number.parse().unwrap();
                        sheet.write_number(row, column, number).unwrap();
                    }
                    None => drop(sheet.write_string(row, column, *cell).unwrap()),
                }
            }
        }
    }
    book.save(path).unwrap();
}

/// The findings of a kit: (file, row, column, code).
fn findings(kit: &Path) -> Vec<(String, u64, String, String)> {
    let text = fs::read_to_string(kit.join("findings.jsonl")).unwrap();
    let lines = text.lines().map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| line[key].as_str().unwrap().to_string();
        let row = line["row"].as_u64().unwrap();
        (text("file"), row, text("column"), text("code"))
    });
    let mut found: Vec<_> = lines.collect();
    found.sort();
    found
}

const DAMAGED: [&[&str]; 5] = [
    &[
        "ID",
        "First name",
        "Last name",
        "Email",
        "Phone",
        "Postal code",
        "Country",
        "Ledger",
    ],
    &[
        "=7310240000002570001",
        "Ann",
        "Lee",
        "ann@one.example",
        "=2125550123",
        "=7302",
        "US",
        "=12345678901234567",
    ],
    &[
        "=7310240000002580001",
        "Bob",
        "Ray",
        "bob@one.example",
        "=698123456",
        "=42",
        "IT",
        "x",
    ],
    &[
        "=7310240000002590001",
        "Eva",
        "Gil",
        "eva@one.example",
        "=915550100",
        "=8001",
        "ES",
        "",
    ],
    &[
        "00123",
        "Kai",
        "Voss",
        "kai@one.example",
        "=442005550",
        "=8001",
        "CH",
        "",
    ],
];

#[test]
fn numbers_that_were_ids_phones_and_postal_codes_are_named_with_their_cell() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    book(&at("book.xlsx"), &[("People", false, &DAMAGED)]);
    kit(
        &at("book.xlsx"),
        "hubspot",
        &at("kit"),
        &["--as", "book.xlsx=people"],
    );
    let expected = [
        (2, "ID", "id-damaged"),
        (2, "Ledger", "digits-lost"),
        (2, "Postal code", "zeros-lost"),
        (3, "ID", "id-damaged"),
        (3, "Phone", "zeros-lost"),
        (3, "Postal code", "zeros-lost"),
        (4, "ID", "id-damaged"),
        (4, "Postal code", "zeros-lost"),
    ];
    let is_damage = |code: &str| {
        ["-damaged", "-lost", "numbers-"]
            .iter()
            .any(|part| code.contains(part))
    };
    let found = |kit: &str| -> Vec<_> {
        let found = findings(&at(kit)).into_iter();
        found
            .filter(|(.., code)| is_damage(code))
            .map(|(_, row, column, code)| (row, column, code))
            .collect()
    };
    let expected = expected.map(|(row, column, code)| (row, column.to_string(), code.to_string()));
    assert_eq!(found("kit"), expected);

    // The same table, saved by a spreadsheet as CSV.
    let shown = |cell: &&str| match cell.strip_prefix('=') {
        Some(digits) if digits.len() > 11 => {
            format!("{},{}E+{}", &digits[..1], &digits[1..6], digits.len() - 1)
        }
        Some(digits) => digits.to_string(),
        None => (*cell).to_string(),
    };
    let lines = DAMAGED.map(|row| row.iter().map(shown).collect::<Vec<_>>().join(";"));
    fs::write(at("saved.csv"), lines.join("\r\n")).unwrap();
    kit(
        &at("saved.csv"),
        "hubspot",
        &at("saved"),
        &["--as", "saved.csv=people"],
    );
    assert_eq!(found("saved"), expected);
    let (input, value) = (
        at("saved.csv"),
        "a spreadsheet has rounded some of its numbers",
    );
    let seen = xwalk(&["inspect", input.to_str().unwrap(), "--format", "json"]);
    assert_eq!(
        String::from_utf8_lossy(&seen.stdout).matches(value).count(),
        2
    );
}

#[test]
fn ids_that_are_numbers_of_several_lengths_are_remarked_once_a_column() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let sheet = |name: &str, id: fn(u32) -> u32| {
        let people: Vec<[String; 4]> = (0..30)
            .map(|n| {
                [
                    format!("={}", id(n)),
                    "Ann".into(),
                    format!("Lee{n}"),
                    format!("a{n}@one.example"),
                ]
            })
            .collect();
        let header = ["ID", "First name", "Last name", "Email"];
        let mut rows = vec![header];
        rows.extend(people.iter().map(|row| row.each_ref().map(String::as_str)));
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        book(&at(name), &[("People", false, &rows)]);
    };
    sheet("sparse.xlsx", |n| 4000 + n * 1117);
    kit(
        &at("sparse.xlsx"),
        "hubspot",
        &at("kit"),
        &["--as", "sparse.xlsx=people"],
    );
    let found = findings(&at("kit"));
    let of = |found: &[(String, u64, String, String)]| {
        found
            .iter()
            .filter(|one| one.3 == "numbers-for-ids")
            .count()
    };
    assert_eq!(of(&found), 1, "{found:?}");
    assert!(found.contains(&(
        "sparse.xlsx".into(),
        2,
        "ID".into(),
        "numbers-for-ids".into()
    )));

    // A count of the rows has lost nothing.
    sheet("dense.xlsx", |n| n + 1);
    kit(
        &at("dense.xlsx"),
        "hubspot",
        &at("dense"),
        &["--as", "dense.xlsx=people"],
    );
    assert_eq!(of(&findings(&at("dense"))), 0);
}

const PEOPLE: [&[&str]; 2] = [
    &["First name", "Last name", "Email"],
    &["Ann", "Lee", "ann@one.example"],
];
const OLD: [&[&str]; 2] = [
    &["First name", "Last name", "Email"],
    &["Old", "Ray", "old@one.example"],
];

#[test]
fn sheets_are_chosen_by_name_and_those_passed_over_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("in")).unwrap();
    let input = at("in").join("book.xlsx");
    let path = input.to_str().unwrap();
    book(
        &input,
        &[
            ("People", false, &PEOPLE),
            ("Old #1", true, &OLD),
            ("Blank", false, &[]),
        ],
    );

    let seen = xwalk(&["inspect", path]);
    let text = String::from_utf8_lossy(&seen.stdout).into_owned();
    assert!(text.contains("the sheet `People` of a workbook"), "{text}");
    assert!(
        text.contains("it is hidden; `--sheet \"Old #1\"` reads it"),
        "{text}"
    );
    assert!(text.contains("not read: it is empty"), "{text}");

    let hidden = format!("{path}#Old #1");
    for (name, inputs, wanted) in [
        ("all", &[path][..], "ann@"),
        ("flag", &[path, "--sheet", "Old #1"], "old@"),
        ("mark", &[&hidden], "old@"),
        (
            "both",
            &[path, "--sheet", "Old #1", "--sheet", "People"],
            "ann@",
        ),
    ] {
        let out = at(name);
        kit(Path::new(inputs[0]), "hubspot", &out, &inputs[1..]);
        let people = fs::read_to_string(out.join("2-contacts.csv")).unwrap();
        assert!(people.contains(wanted), "{name}: {people}");
        let rows = people.lines().count() - 1;
        assert_eq!(rows, if name == "both" { 2 } else { 1 }, "{name}");
        let folder = at("in");
        let kit = [
            out.to_str().unwrap(),
            "--inputs",
            folder.to_str().unwrap(),
            "--deep",
        ];
        let verdict = xwalk(&[&["verify"], &kit[..]].concat());
        assert!(verdict.status.success(), "{name}: {verdict:?}");
    }
}

#[test]
fn inspect_reads_by_an_overlay() {
    let folder = tempfile::tempdir().unwrap();
    let overlay = folder.path().join("acme.yaml");
    let text =
        "extends: salesforce\nobjects:\n  lead:\n    columns:\n      Beacon__c: name.nickname\n";
    fs::write(&overlay, text).unwrap();
    let input = folder.path().join("Lead.csv");
    let header = "Id,FirstName,LastName,Company,Status,IsConverted,Beacon__c";
    let row = "00Q5g00000x0001EAA,Ann,Lee,Acme,New,false,Annie";
    fs::write(&input, format!("{header}\n{row}\n")).unwrap();
    let field = |more: &[&str]| {
        let path = input.to_str().unwrap();
        let ran = xwalk(&[&["inspect", path, "--format", "json"], more].concat());
        let seen: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
        seen["columns"][6]["field"].clone()
    };
    assert_eq!(field(&[]), serde_json::Value::Null);
    assert_eq!(
        field(&["--with", overlay.to_str().unwrap()]),
        "name.nickname"
    );
}

#[test]
fn a_sheet_that_is_not_there_is_answered_with_those_that_are() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("book.xlsx");
    book(&input, &[("People", false, &PEOPLE), ("Old", true, &OLD)]);
    let path = input.to_str().unwrap();
    let mistyped = format!("{path}#Peple");
    for (inputs, answer) in [
        (&[path, "--sheet", "Peple"][..], "did you mean `People`?"),
        (&[&mistyped], "did you mean `People`?"),
        (&[path, "--sheet", "Firms"], "there are: Old, People"),
        (
            &["samples/spreadsheet", "--sheet", "Firms"],
            "no sheet of a workbook",
        ),
    ] {
        for command in ["inspect", "convert", "roundtrip"] {
            let to: &[&str] = if command == "convert" {
                &["--to", "hubspot", "--dry-run"]
            } else {
                &[]
            };
            let ran = xwalk(&[&[command], inputs, to].concat());
            let said = String::from_utf8_lossy(&ran.stderr);
            assert_eq!(ran.status.code(), Some(2), "{command} {inputs:?}: {said}");
            assert!(said.contains(answer), "{command} {inputs:?}: {said}");
        }
    }
}

#[test]
fn a_mended_row_whose_id_a_spreadsheet_has_damaged_is_refused_and_joined_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("in")).unwrap();
    fs::write(
        at("in").join("Account.csv"),
        "Id,IsDeleted,Name,Website,OwnerId,LastModifiedDate\n\
         7310240000002570000,false,Stranger,stranger.example,,2023-05-01T10:00:00.000Z\n\
         7310240000002570001,false,Acme,acme.example,,2023-05-01T10:00:00.000Z\n\
         00123,false,Zero,zero.example,,2023-05-01T10:00:00.000Z\n\
         00124,false,Nil,nil.example,,2023-05-01T10:00:00.000Z\n",
    )
    .unwrap();
    let header = "Id,IsDeleted,AccountId,FirstName,LastName,Email,Title,LastModifiedDate";
    fs::write(
        at("in").join("Contact.csv"),
        format!(
            "{header}\n\
             7310240000002590000,false,7310240000002570000,Ann,Stranger,ann@stranger.example,,2023-05-01T10:00:00.000Z\n\
             7310240000002590001,false,7310240000002570001,,,,Boss,2023-05-01T10:00:00.000Z\n\
             7310240000002590002,false,00123,,,,Chief,2023-05-01T10:00:00.000Z\n"
        ),
    )
    .unwrap();
    kit(&at("in"), "salesforce", &at("kit"), &[]);
    let fix = fs::read_to_string(at("kit/rows-to-fix/Contact.csv")).unwrap();
    assert_eq!(fix.trim_end().lines().count(), 3, "{fix}");

    // What a spreadsheet makes of the file: shown with 6 digits, or as whole numbers that end in zeros.
    let (head, rows) = fix.trim_start_matches('\u{feff}').split_once('\n').unwrap();
    let rows = rows
        .replace(",,,,Boss", ",Bea,Añé,,Boss")
        .replace(",,,,Chief", ",Cat,Muñoz,,Chief");
    let saved = |long: [&str; 3]| {
        let [company, first, second] = long;
        let rows = rows.replace("7310240000002570001", company);
        let rows = rows
            .replace("7310240000002590001", first)
            .replace("7310240000002590002", second);
        format!("{}\n{}", head.trim_end(), rows.replace("00123", "123"))
    };
    let short = saved(["7.31024E+18", "7.31024E+18", "7.31024E+18"]);
    let zeros = saved([
        "7310240000002570000",
        "7310240000002590000",
        "7310240000002590002",
    ]);
    let numbers: Vec<Vec<String>> = saved([
        "7310240000002570001",
        "7310240000002590001",
        "7310240000002590002",
    ])
    .lines()
    .map(|line| line.split(',').map(|cell| as_number(cell.trim())).collect())
    .collect();
    let numbers: Vec<Vec<&str>> = numbers
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let numbers: Vec<&[&str]> = numbers.iter().map(Vec::as_slice).collect();
    for form in ["short", "zeros", "xlsx"] {
        fs::create_dir(at(form)).unwrap();
        let windows_1252 = |text: &str| -> Vec<u8> {
            let text = text.replace(',', ";").replace("7.31024E", "7,31024E");
            text.chars().map(|c| c as u8).collect()
        };
        match form {
            "short" => fs::write(at(form).join("Contact.csv"), windows_1252(&short)).unwrap(),
            "zeros" => fs::write(at(form).join("Contact.csv"), windows_1252(&zeros)).unwrap(),
            _ => book(
                &at(form).join("Contact.xlsx"),
                &[("Contact", false, &numbers)],
            ),
        }
        let (fed, out) = (at(form), at(&format!("kit-{form}")));
        kit(&at("in"), "salesforce", &out, &[fed.to_str().unwrap()]);
        let ledger = fs::read_to_string(out.join("every-row.csv")).unwrap();
        let refused: Vec<&str> = ledger
            .lines()
            .filter(|line| line.contains("rejected,id-damaged: `"))
            .collect();
        assert_eq!(refused.len(), 2, "{form}: {ledger}");
        assert!(
            !ledger.contains("replaced by the mended row"),
            "{form}: {ledger}"
        );
        let people = fs::read_to_string(out.join("2-contacts.csv")).unwrap();
        assert!(
            people.contains("ann@stranger.example")
                && !people.contains("Bea")
                && !people.contains("Cat"),
            "{form}: {people}"
        );
        let verdict = xwalk(&["verify", out.to_str().unwrap()]);
        assert!(verdict.status.success(), "{form}: {verdict:?}");
    }
}

/// A cell of digits as the number that a spreadsheet takes it for.
fn as_number(cell: &str) -> String {
    let digits = !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
    format!("{}{cell}", if digits { "=" } else { "" })
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
