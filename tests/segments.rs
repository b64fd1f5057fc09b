//! The segment of each record as a column of the import files.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use xwalk::audit::segment::SEGMENTS;
use xwalk::ledger::verify;
use xwalk::pipeline::{Options, Outcome, Silent, convert, verify_deep};

const COLUMN: &str = "xwalk segment";

fn sample(name: &str) -> PathBuf {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    samples.join(name)
}

fn options(input: &Path, to: &str, out: &Path) -> Options {
    Options {
        inputs: vec![input.to_path_buf()],
        to: to.into(),
        segments: Some(COLUMN.into()),
        out: Some(out.to_path_buf()),
        ..Options::default()
    }
}

fn made(options: &Options) -> Outcome {
    convert(options, &Silent).unwrap_or_else(|error| panic!("{error}"))
}

/// A folder with some files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// Of each record of the import files: identity, address, and the last cell.
fn tagged(kit: &Path, outcome: &Outcome) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for file in &outcome.outputs {
        let mut rows = csv::Reader::from_path(kit.join(&file.file)).unwrap();
        let headers = rows.headers().unwrap().clone();
        assert_eq!(headers.iter().next_back(), Some(COLUMN), "{}", file.file);
        let at = |name: &str| headers.iter().position(|known| known == name);
        for row in rows.records().map(Result::unwrap) {
            let cell = |at: Option<usize>| at.map_or("", |at| &row[at]).to_string();
            let last = cell(headers.len().checked_sub(1));
            found.push((cell(Some(0)), cell(at("Email")), last));
        }
    }
    found
}

fn of<'t>(tagged: &'t [(String, String, String)], identity: &str) -> &'t str {
    let mut records = tagged.iter().filter(|(id, _, _)| id == identity);
    &records.next().unwrap_or_else(|| panic!("{identity}")).2
}

#[test]
fn each_record_of_a_source_has_a_segment_and_who_has_opted_out_is_not_addressed() {
    let out = tempfile::tempdir().unwrap();
    let kit = out.path().join("kit");
    let outcome = made(&options(&sample("salesforce"), "hubspot", &kit));
    let tagged = tagged(&kit, &outcome);
    let names: BTreeSet<&str> = SEGMENTS.iter().map(|one| one.name).collect();
    let out = fs::read_to_string(kit.join("0-opt-outs.csv")).unwrap();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut opted_out = 0;
    for (identity, email, segment) in &tagged {
        if identity.starts_with("created:") {
            assert_eq!(segment, "", "{identity}");
            continue;
        }
        assert!(names.contains(segment.as_str()), "{identity}: {segment}");
        *counts.entry(segment).or_default() += 1;
        if !email.is_empty() && out.lines().any(|line| line.starts_with(email)) {
            assert_eq!(segment, "must-not-address", "{email}");
            opted_out += 1;
        }
    }
    assert!(opted_out > 5 && counts.len() > 8, "{counts:?}");
    let readme = fs::read_to_string(kit.join("README.md")).unwrap();
    let stated: BTreeMap<&str, u64> = outcome
        .segments
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    assert_eq!(counts, stated);
    for (name, count) in counts {
        assert!(
            readme.contains(&format!("| `{name}` | {count} |")),
            "{name}"
        );
    }
}

#[test]
fn the_kit_is_proven_and_the_same_on_any_number_of_threads() {
    let out = tempfile::tempdir().unwrap();
    let input = sample("salesforce");
    let mut kits = Vec::new();
    for threads in ["1", "2", "8"] {
        let kit = out.path().join(threads);
        let done = Command::new(env!("CARGO_BIN_EXE_xwalk"))
            .args(["convert", input.to_str().unwrap(), "--to", "hubspot"])
            .args(["--segments", "--xlsx", "--threads", threads])
            .args(["--out", kit.to_str().unwrap()])
            .output()
            .unwrap();
        assert!(done.status.code() < Some(2), "{done:?}");
        kits.push(kit);
    }
    let sums = |kit: &Path| fs::read(kit.join("manifest.json")).unwrap();
    assert!(kits.iter().all(|kit| sums(kit) == sums(&kits[0])));
    let report = verify(&kits[0], Some(&input), &|_| ()).unwrap();
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
    let flaws = verify_deep(&kits[0], &[&input], &Silent).unwrap();
    assert!(flaws.is_empty(), "{flaws:?}");
    let off = out.path().join("off");
    made(&Options {
        segments: None,
        ..options(&input, "hubspot", &off)
    });
    let manifest = String::from_utf8(sums(&off)).unwrap();
    assert!(!manifest.contains("segment") && sums(&off) != sums(&kits[0]));
    assert!(
        !fs::read_to_string(off.join("README.md"))
            .unwrap()
            .contains(COLUMN)
    );
}

#[test]
fn a_target_reads_its_files_back_and_keeps_the_column_aside() {
    for target in ["salesforce", "hubspot", "pipedrive", "spreadsheet"] {
        let out = tempfile::tempdir().unwrap();
        let (kit, back) = (out.path().join("kit"), out.path().join("back"));
        let outcome = made(&options(&sample("salesforce"), target, &kit));
        let files = outcome.outputs.iter().map(|file| kit.join(&file.file));
        let again = made(&Options {
            inputs: files.collect(),
            from: Some(target.into()),
            segments: None,
            ..options(&kit, "spreadsheet", &back)
        });
        assert_eq!(again.rows_with("unreadable"), 0, "{target}");
        let mut columns = csv::Reader::from_path(back.join("every-column.csv")).unwrap();
        let rows = columns.records().map(Result::unwrap);
        let own: Vec<csv::StringRecord> = rows.filter(|row| &row[2] == COLUMN).collect();
        assert!(own.len() > 1, "{target}");
        for row in own {
            let (filled, aside, left) = (&row[5], &row[9], &row[11]);
            let counts = [filled, aside, left].map(|text| text.parse::<u64>().unwrap());
            assert!(
                counts[0] > 0 && counts[0] == counts[1] + counts[2],
                "{row:?}"
            );
        }
    }
}

#[test]
fn a_party_of_several_rows_is_in_one_segment() {
    let lead = "Id,FirstName,LastName,Company,Email,Status,IsConverted,ConvertedContactId,HasOptedOutOfEmail\n";
    let contact = "Id,FirstName,LastName,Email,AccountId\n0031,Ana,Sol,ana@tejo.example,\n0032,Leo,Mar,leo@boj.example,\n";
    let rows = "00Q1,Ana,Sol,Tejo,ana@tejo.example,Closed - Converted,true,0031,false\n00Q2,Leo,Mar,Boj,leo.mar@boj.example,Closed - Converted,true,0032,true\n";
    let input = folder(&[
        ("Lead.csv", &format!("{lead}{rows}")),
        ("Contact.csv", contact),
    ]);
    let out = tempfile::tempdir().unwrap();
    let kit = out.path().join("kit");
    let outcome = made(&options(input.path(), "hubspot", &kit));
    let tagged = tagged(&kit, &outcome);
    assert_eq!(of(&tagged, "salesforce:contact:0031"), "other-contacts");
    assert_eq!(of(&tagged, "salesforce:contact:0032"), "must-not-address");
}

#[test]
fn a_record_that_the_target_has_in_another_segment_is_updated() {
    let input = folder(&[(
        "Contact.csv",
        "Id,FirstName,LastName,Email\n0031,Ana,Sol,ana@tejo.example\n0032,Leo,Mar,leo@boj.example\n",
    )]);
    let out = tempfile::tempdir().unwrap();
    let there = folder(&[(
        "contacts.csv",
        "Record ID,First Name,Last Name,Email,Lifecycle Stage,Lead Status,HubSpot Score,Opted out of all email,Associated Company IDs (Primary),xwalk segment\n11,Ana,Sol,ana@tejo.example,,,,,,keep\n12,Leo,Mar,leo@boj.example,,,,,,other-contacts\n",
    )]);
    let kit = out.path().join("kit");
    made(&Options {
        against: vec![there.path().to_path_buf()],
        ..options(input.path(), "hubspot", &kit)
    });
    let differences = fs::read_to_string(kit.join("differences.csv")).unwrap();
    let ours = |line: &&str| line.contains(COLUMN);
    let lines: Vec<&str> = differences.lines().filter(ours).collect();
    assert!(lines.len() == 1, "{differences}");
    assert!(
        lines[0].contains(",11,xwalk segment,keep,other-contacts,overwritten"),
        "{lines:?}"
    );
    let report = verify(&kit, None, &|_| ()).unwrap();
    assert!(report.flaws.is_empty(), "{:?}", report.flaws);
}

#[test]
fn a_column_that_the_target_has_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let options = Options {
        segments: Some("e-mail".into()),
        ..options(&sample("salesforce"), "hubspot", &out.path().join("kit"))
    };
    let error = convert(&options, &Silent).unwrap_err().to_string();
    assert!(
        error.contains("`Email` is a column of `contacts` already"),
        "{error}"
    );
    assert!(error.contains("--segments=COLUMN"), "{error}");
}
