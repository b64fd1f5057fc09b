//! The audit as a whole: what it writes, for whom, and that nothing in the data can do harm there.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Data, Reader, Xlsx, open_workbook};
use regex::Regex;
use serde_json::Value;
use tempfile::TempDir;
use xwalk::classify::around::Present;
use xwalk::pipeline::{Asked, Options, Silent, audit};

/// People and companies whose names would like to be something else.
const PEOPLE: &str = "\"Id\",\"FirstName\",\"LastName\",\"Company\",\"Email\",\"Status\",\"LeadSource\",\"OwnerId\",\"HasOptedOutOfEmail\",\"Rating\",\"IsConverted\",\"CreatedDate\"
\"00Q1\",\"\",\"<script>alert(1)</script>\",\"Acme Ltd\",\"info@acme.example\",\"New\",\"<img src=x onerror=alert(2)>\",\"=cmd|' /C calc'!A0\",\"true\",\"Hot\",\"false\",\"2024-01-01T00:00:00.000Z\"
\"00Q2\",\"Test\",\"Test
of lines\",\"=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",\"test@test.com\",\"Qualified\",\"Web\",\"0051\",\"true\",\"Warm\",\"false\",\"2024-01-02T00:00:00.000Z\"
\"00Q3\",\"Acme Ltd\",\"Acme Ltd\",\"Acme Ltd\",\"office@acme.example\",\"Open - Not Contacted\",\"Web\",\"0051\",\"false\",\"Cold\",\"false\",\"2024-01-03T00:00:00.000Z\"
\"00Q4\",\"Ann and Bob\",\"Smith\",\"Bolt Inc\",\"ann@bolt.example\",\"Qualified\",\"Web\",\"0051\",\"false\",\"\",\"false\",\"2024-01-04T00:00:00.000Z\"
";

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/salesforce")
}

fn hostile() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("Lead.csv"), PEOPLE).unwrap();
    folder
}

fn run(arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_xwalk");
    Command::new(program)
        .arg("audit")
        .args(arguments)
        .output()
        .unwrap()
}

fn ran(arguments: &[&str], code: i32) -> String {
    let done = run(arguments);
    let said = String::from_utf8_lossy(&done.stderr);
    assert_eq!(done.status.code(), Some(code), "{arguments:?}: {said}");
    String::from_utf8(done.stdout).unwrap()
}

fn refused(arguments: &[&str]) -> String {
    let done = run(arguments);
    assert_eq!(done.status.code(), Some(2), "{arguments:?}");
    String::from_utf8(done.stderr).unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// An audit of a folder, written; the folder of its results.
fn written(inputs: &Path, more: &[&str]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("audit");
    let mut arguments = vec![text(inputs), "--out", text(&out)];
    arguments.extend(more);
    ran(&arguments, 0);
    (folder, out)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn findings(out: &Path) -> Vec<Value> {
    let text = read(&out.join("findings.jsonl"));
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn nothing_in_the_data_can_act_in_the_report() {
    let inputs = hostile();
    let loads = Regex::new(r#"(?:src|href|action|srcset|poster|data)\s*=\s*["']([^"'#])"#).unwrap();
    for more in [&[][..], &["--lang", "es"], &["--show-values"]] {
        let (_folder, out) = written(inputs.path(), more);
        let page = read(&out.join("report.html"));
        let lower = page.to_lowercase();
        for harm in [
            "<script",
            "<img",
            "javascript:",
            "<iframe",
            "<link",
            "@import",
            "url(",
        ] {
            assert!(!lower.contains(harm), "{more:?}: `{harm}`");
        }
        assert!(
            loads.captures(&lower).is_none(),
            "{more:?}: {:?}",
            loads.captures(&lower)
        );
        assert!(lower.contains("content-security-policy\" content=\"default-src 'none'"));
        assert!(!page.contains('\u{1b}') && page.len() < 300_000);
    }
}

#[test]
fn names_and_addresses_are_masked_until_they_are_asked_for() {
    let inputs = hostile();
    let (_folder, out) = written(inputs.path(), &[]);
    let page = read(&out.join("report.html"));
    assert!(!page.contains("office@acme.example") && !page.contains("alert(1)"));
    let (_folder, out) = written(inputs.path(), &["--show-values"]);
    let page = read(&out.join("report.html"));
    assert!(page.contains("office@acme.example"));
    assert!(
        page.to_lowercase().contains("&lt;script&gt;alert(1)&lt;"),
        "escaped, not lost"
    );
}

#[test]
fn the_report_speaks_both_languages_and_can_be_read_aloud() {
    let id = Regex::new(r#" id="([^"]+)""#).unwrap();
    let link = Regex::new(r##"href="#([^"]+)""##).unwrap();
    for (lang, heading, stage) in [
        ("en", "What to do first", "Funnel"),
        ("es", "Qué hacer primero", "Embudo"),
    ] {
        let (_folder, out) = written(&samples(), &["--lang", lang]);
        let page = read(&out.join("report.html"));
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        assert!(page.contains(heading) && page.contains(stage), "{lang}");
        let count = |what: &str| page.matches(what).count();
        assert_eq!(count("<h1"), 1);
        for landmark in [
            "<header>",
            "<nav aria-label",
            "<main id=\"content\">",
            "<footer>",
        ] {
            assert_eq!(count(landmark), 1, "{landmark}");
        }
        assert_eq!(count("<table"), count("<caption>"));
        assert!(count("<svg") > 6);
        assert_eq!(count("<svg"), count("</title><desc id="));
        let ids: Vec<_> = id
            .captures_iter(&page)
            .map(|id| id[1].to_string())
            .collect();
        assert_eq!(
            ids.len(),
            ids.iter().collect::<BTreeSet<_>>().len(),
            "ids are unique"
        );
        for link in link.captures_iter(&page) {
            assert!(ids.contains(&link[1].to_string()), "nowhere: {}", &link[1]);
        }
    }
}

#[test]
fn the_workbook_holds_every_finding_as_text() {
    let inputs = hostile();
    for (inputs, more) in [(inputs.path(), &["--show-values"][..]), (&samples(), &[])] {
        let (_folder, out) = written(inputs, more);
        let mut book: Xlsx<_> = open_workbook(out.join("findings.xlsx")).unwrap();
        assert_eq!(book.sheet_names(), ["Summary", "Findings"]);
        let sheet = book.worksheet_range("Findings").unwrap();
        let rows: Vec<Vec<String>> = sheet
            .rows()
            .map(|row| {
                row.iter()
                    .map(|cell| {
                        assert!(matches!(cell, Data::String(_) | Data::Empty), "{cell:?}");
                        cell.to_string()
                    })
                    .collect()
            })
            .collect();
        let at = |name: &str| rows[0].iter().position(|head| head == name).unwrap();
        let cells =
            |row: &[String]| ["file", "row", "id", "rule"].map(|name| row[at(name)].clone());
        let found: Vec<_> = rows[1..].iter().map(|row| cells(row)).collect();
        let lines: Vec<_> = findings(&out)
            .iter()
            .map(|line| {
                let of = |key: &str| {
                    line[key]
                        .as_str()
                        .map_or_else(|| line[key].to_string(), str::to_string)
                };
                ["file", "row", "source_id", "code"].map(of)
            })
            .collect();
        assert!(!lines.is_empty());
        assert_eq!(found, lines);
        assert!(book.worksheet_formula("Findings").unwrap().is_empty());
        assert!(rows.iter().flatten().all(|cell| !cell.contains('\n')));
        assert!(at("verdict") < at("comment"));
    }
}

#[test]
fn the_workbook_has_a_filter_a_header_that_stays_and_verdicts_to_choose_from() {
    let (_folder, out) = written(hostile().path(), &[]);
    let mut zip = zip::ZipArchive::new(fs::File::open(out.join("findings.xlsx")).unwrap()).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(
        &mut zip.by_name("xl/worksheets/sheet2.xml").unwrap(),
        &mut sheet,
    )
    .unwrap();
    for part in [
        "<autoFilter",
        "state=\"frozen\"",
        "right,wrong,not sure",
        "type=\"list\"",
    ] {
        assert!(sheet.contains(part), "no {part}");
    }
}

#[test]
fn the_summary_has_its_parts_and_they_add_up() {
    let said = ran(&[text(&samples()), "--format", "json"], 0);
    let summary: Value = serde_json::from_str(&said).unwrap();
    let records = summary["records"].as_u64().unwrap();
    let sum = |part: &str| -> u64 {
        let all = summary[part].as_array().unwrap();
        all.iter().map(|one| one["records"].as_u64().unwrap()).sum()
    };
    for part in ["classes", "owners", "sources", "segments"] {
        assert_eq!(sum(part), records, "{part}");
    }
    assert!(summary["todo"].as_array().unwrap().len() <= 10);
    let harms: Vec<_> = summary["todo"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["harm"].as_u64().unwrap())
        .collect();
    assert!(harms.is_sorted_by(|a, b| a >= b), "{harms:?}");
    for one in summary["quality"].as_array().unwrap() {
        assert!(one["filled"].as_u64() <= one["cells"].as_u64(), "{one}");
    }
    for part in [
        "as_of",
        "glossary",
        "files",
        "misclassified",
        "findings",
        "not_judged",
        "funnel",
        "boxes",
    ] {
        assert!(!summary[part].is_null(), "{part}");
    }
}

#[test]
fn the_summary_fits_a_screen() {
    let said = ran(&[text(&samples())], 0);
    let lines: Vec<_> = said.lines().collect();
    assert!(lines.len() <= 48, "{} lines", lines.len());
    assert!(
        lines.iter().all(|line| line.chars().count() <= 101),
        "{said}"
    );
    let only = hostile();
    let said = ran(&[text(only.path())], 0);
    assert!(said.contains("not judged: no deals file: "), "{said}");
}

#[test]
fn each_record_is_in_exactly_one_segment() {
    let (_folder, out) = written(&samples(), &["--segments"]);
    let summary: Value = serde_json::from_str(&read(&out.join("summary.json"))).unwrap();
    let counts: BTreeMap<String, u64> = summary["segments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["segment"].as_str().unwrap().to_string(),
                one["records"].as_u64().unwrap(),
            )
        })
        .collect();
    let mut seen = BTreeSet::new();
    for entry in fs::read_dir(out.join("segments")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end != "csv") {
            continue;
        }
        assert!(path.with_extension("xlsx").is_file());
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len() as u64, counts[&name], "{name}");
        for row in rows {
            assert!(
                seen.insert((row[0].to_string(), row[1].to_string())),
                "{row:?} is in two"
            );
            assert_eq!(&row[12], name);
            if &row[11] == "no" {
                assert_eq!(name, "must-not-address");
            }
        }
    }
    assert_eq!(seen.len() as u64, summary["records"].as_u64().unwrap());
}

#[test]
fn a_formula_in_a_segments_list_is_text() {
    let inputs = hostile();
    let (_folder, out) = written(inputs.path(), &["--segments"]);
    let mut found = 0;
    for entry in fs::read_dir(out.join("segments")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "csv") {
            let mut reader = csv::Reader::from_path(&path).unwrap();
            for cell in reader
                .records()
                .flat_map(|row| row.unwrap().iter().map(str::to_string).collect::<Vec<_>>())
            {
                assert!(!cell.starts_with('='), "{cell}");
                found += usize::from(cell.starts_with("'="));
            }
        }
    }
    assert!(found > 0);
}

fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(bytes(&path));
        } else {
            found.insert(path.file_name().unwrap().into(), fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_same_bytes_on_any_number_of_threads_and_in_any_order() {
    let mut inputs: Vec<PathBuf> = fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let mut first = None;
    for threads in [1, 2, 8] {
        inputs.rotate_left(1);
        let out = folder.path().join(threads.to_string());
        let asked = Asked {
            options: Options {
                inputs: inputs.clone(),
                ..Options::default()
            },
            segments: true,
            out: Some(out.clone()),
            ..Asked::default()
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| audit(&asked, &Silent))
            .unwrap_or_else(|error| panic!("{error}"));
        let found = bytes(&out);
        let first = first.get_or_insert_with(|| found.clone());
        for (name, text) in first.iter() {
            assert!(
                found[name] == *text,
                "on {threads} threads {} is other bytes",
                name.display()
            );
        }
    }
}

#[test]
fn fail_on_ends_with_one_where_a_finding_weighs_as_much() {
    let samples = samples();
    let input = text(&samples);
    ran(&[input, "--fail-on", "error"], 0);
    ran(&[input, "--fail-on", "warning"], 1);
    ran(
        &[
            input,
            "--fail-on",
            "error",
            "--rule",
            "test-record=error",
            "--rule",
            "stale=error",
        ],
        1,
    );
    let said = refused(&[input, "--rule", "stal=off"]);
    assert!(said.contains("did you mean `stale`?"), "{said}");
}

#[test]
fn a_rule_that_is_off_finds_nothing_and_one_that_is_weighed_says_so() {
    let inputs = hostile();
    let codes = |more: &[&str]| -> BTreeMap<String, String> {
        let (_folder, out) = written(inputs.path(), more);
        let lines = findings(&out);
        let pair = |line: &Value| {
            (
                line["code"].as_str().unwrap().into(),
                line["severity"].as_str().unwrap().into(),
            )
        };
        lines.iter().map(pair).collect()
    };
    let found = codes(&[]);
    let (code, severity) = found.first_key_value().unwrap();
    assert_ne!(severity, "error");
    let off = codes(&["--rule", &format!("{code}=off")]);
    assert!(!off.contains_key(code));
    assert_eq!(codes(&["--rule", &format!("{code}=error")])[code], "error");
}

/// The rows on which a rule holds in a set of some files of its case, and the rules that were not judged.
fn held_in(code: &str, files: &[(&str, &str)]) -> (Vec<String>, Vec<String>) {
    held_but(code, files, |text| text)
}

/// The same after a change to every file.
fn held_but(
    code: &str,
    files: &[(&str, &str)],
    change: impl Fn(String) -> String,
) -> (Vec<String>, Vec<String>) {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/audit");
    let folder = tempfile::tempdir().unwrap();
    for (case, name) in files {
        let text = read(&cases.join(case).join("input").join(name));
        fs::write(folder.path().join(name), change(text)).unwrap();
    }
    let (_folder, out) = written(folder.path(), &[]);
    let rows = findings(&out).into_iter().filter(|hit| hit["code"] == code);
    let rows = rows.map(|hit| format!("{}:{}", hit["file"].as_str().unwrap(), hit["row"]));
    let summary: Value = serde_json::from_str(&read(&out.join("summary.json"))).unwrap();
    let not_judged = summary["not_judged"].as_array().unwrap().iter();
    let codes = not_judged.map(|rule| rule["code"].as_str().unwrap().to_string());
    (rows.collect(), codes.collect())
}

#[test]
fn links_that_nobody_can_read_are_no_sign_that_there_are_none() {
    let code = "contact-without-organization";
    let files = [(code, "Account.csv"), (code, "Contact.csv")];
    let (rows, not_judged) = held_in(code, &files);
    assert!(rows.contains(&"Contact.csv:2".to_string()), "{rows:?}");
    assert!(!not_judged.contains(&code.to_string()));
    let unread = |text: String| text.replace("AccountId", "Firma");
    let (rows, not_judged) = held_but(code, &files, unread);
    assert!(rows.is_empty() && not_judged.contains(&code.to_string()));

    let code = "lead-unqualified";
    let names = ["contacts.csv", "deals.csv", "meetings.csv", "tasks.csv"];
    let files = names.map(|name| (code, name));
    let (rows, not_judged) = held_in(code, &files);
    assert!(!rows.is_empty() && !not_judged.contains(&code.to_string()));
    let unread = |text: String| text.replace("Associated Contact IDs", "Wer");
    let (rows, not_judged) = held_but(code, &files, unread);
    assert!(rows.is_empty() && not_judged.contains(&code.to_string()));
}

#[test]
fn a_link_into_a_file_that_is_not_there_is_no_orphan_and_an_owner_without_users_is_not_gone() {
    let (rows, not_judged) = held_in("orphaned", &[("orphaned", "Contact.csv")]);
    assert_eq!(
        rows,
        ["Contact.csv:7"],
        "managers are contacts, and those are there"
    );
    assert!(not_judged.contains(&"owner-gone".to_string()));
    let (rows, not_judged) = held_in("orphaned", &[("orphaned", "Lead.csv")]);
    assert!(rows.is_empty() && not_judged.contains(&"orphaned".to_string()));
    let (rows, not_judged) = held_in("owner-gone", &[("owner-gone", "Contact.csv")]);
    assert!(rows.is_empty() && not_judged.contains(&"owner-gone".to_string()));
}

#[test]
fn the_users_of_one_system_say_nothing_of_the_owners_in_another() {
    let files = [("owner-gone", "Contact.csv"), ("owner-gone", "User.csv")];
    let (rows, _) = held_in("owner-gone", &files);
    assert_eq!(rows, ["Contact.csv:3", "Contact.csv:4"]);
    let folder = tempfile::tempdir().unwrap();
    let samples = samples();
    let other = samples.with_file_name("zoho_crm");
    fs::copy(samples.join("User.csv"), folder.path().join("User.csv")).unwrap();
    fs::copy(
        other.join("Leads_001.csv"),
        folder.path().join("Leads_001.csv"),
    )
    .unwrap();
    let (_folder, out) = written(folder.path(), &[]);
    assert!(findings(&out).iter().all(|hit| hit["code"] != "owner-gone"));
}

#[test]
fn results_replace_only_an_audit_and_only_by_force() {
    let inputs = hostile();
    let (_folder, out) = written(inputs.path(), &[]);
    let again = [text(inputs.path()), "--out", text(&out)];
    assert!(refused(&again).contains("--force"));
    ran(&[&again[..], &["--force"]].concat(), 0);
    let over = [text(inputs.path()), "--out", text(inputs.path()), "--force"];
    assert!(refused(&over).contains("only an earlier audit is ever replaced"));
    assert_eq!(fs::read_dir(inputs.path()).unwrap().count(), 1);
}

/// What a part of the docs holds that is made from the code; with `XWALK_BLESS` set, it is written.
fn fresh(part: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/audit.md");
    let (start, end) = (
        format!("<!-- {part}: made from the code -->\n"),
        format!("<!-- end of the {part} -->\n"),
    );
    let found = read(&path);
    let (before, rest) = found.split_once(&start).unwrap();
    let (old, after) = rest.split_once(&end).unwrap();
    if std::env::var_os("XWALK_BLESS").is_some() {
        fs::write(&path, format!("{before}{start}{made}{end}{after}")).unwrap();
    } else {
        assert!(
            old == made,
            "docs/audit.md is stale: run the tests with XWALK_BLESS=1"
        );
    }
}

#[test]
fn the_tables_of_the_docs_are_fresh() {
    let mut segments = "| segment | who is in it, and what can be done |\n|---|---|\n".to_string();
    for one in xwalk::audit::segment::SEGMENTS {
        segments += &format!("| `{}` | {} |\n", one.name, one.about);
    }
    fresh("segments", &segments);
    let mut rules =
        "| rule | the row is wrong because | what to do | needs |\n|---|---|---|---|\n".to_string();
    let mut sorted = xwalk::audit::RULES.to_vec();
    sorted.sort_by_key(|rule| (rule.group != "classification", rule.code));
    for rule in sorted {
        let code = match rule.on {
            true => format!("`{}`", rule.code),
            false => format!("*`{}`*", rule.code),
        };
        let needs: Vec<_> = rule
            .needs
            .iter()
            .map(|need| need.name(&Present::default()))
            .collect();
        rules += &format!(
            "| {code} | {} | {} | {} |\n",
            rule.about,
            rule.action,
            needs.join(", ")
        );
    }
    fresh("rules", &rules);
}
