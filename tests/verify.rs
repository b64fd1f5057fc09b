//! Whatever happens to a kit, `verify` says so, and where.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where it fails"
)]

use std::fs;
use std::path::{Path, PathBuf};

use xwalk::ledger::{Report, verify};
use xwalk::pipeline::{Options, Silent, convert, verify_deep};

struct Kit {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn samples(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("samples")
        .join(name)
}

fn kit(source: &str, to: &str) -> Kit {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kit");
    let options = Options {
        inputs: vec![samples(source)],
        to: to.into(),
        out: Some(path.clone()),
        ..Options::default()
    };
    convert(&options, &Silent).unwrap();
    Kit {
        _folder: folder,
        path,
    }
}

fn check(kit: &Path) -> Report {
    verify(kit, None, &|_| ()).unwrap()
}

fn told(report: &Report) -> String {
    report
        .flaws
        .iter()
        .map(|flaw| format!("{flaw}\n"))
        .collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn name(kit: &Path, path: &Path) -> String {
    path.strip_prefix(kit)
        .unwrap()
        .to_string_lossy()
        .replace('\\', "/")
}

fn lines(bytes: &[u8]) -> Vec<Vec<u8>> {
    bytes
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

/// The lines to try: the first, the second, the middle, the last, and some others by a fixed seed.
fn chosen(count: usize, seed: &mut u64) -> Vec<usize> {
    let mut found = vec![0, 1, count / 2, count - 1];
    for _ in 0..2 {
        *seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        found.push((*seed >> 33) as usize % count);
    }
    found.retain(|at| *at < count);
    found.sort_unstable();
    found.dedup();
    found
}

/// The run of equal lines around a line: which of them is meant can't be told.
fn alike(lines: &[Vec<u8>], at: usize) -> std::ops::RangeInclusive<u64> {
    let before = lines[..at]
        .iter()
        .rev()
        .take_while(|line| **line == lines[at])
        .count();
    let after = lines[at + 1..]
        .iter()
        .take_while(|line| **line == lines[at])
        .count();
    (at - before + 1) as u64..=(at + after + 1) as u64
}

#[test]
fn a_sound_kit_passes_with_its_inputs() {
    for (source, to) in [
        ("salesforce", "hubspot"),
        ("hubspot", "salesforce"),
        ("spreadsheet", "hubspot"),
        ("salesforce", "spreadsheet"),
    ] {
        let kit = kit(source, to);
        let report = verify(&kit.path, Some(&samples(source)), &|_| ()).unwrap();
        assert!(report.passed(), "{source} to {to}:\n{}", told(&report));
        assert!(
            report.rows > 40 && report.records > 30 && report.cells > 400,
            "{report:?}"
        );
        assert_eq!(
            verify_deep(&kit.path, &[&samples(source)], &Silent).unwrap(),
            []
        );
    }
}

#[test]
fn any_line_of_any_text_file_that_changes_is_named() {
    let kit = kit("salesforce", "hubspot");
    let mut seed = 2;
    let mut tried = 0;
    for path in files(&kit.path) {
        let name = name(&kit.path, &path);
        let whole = fs::read(&path).unwrap();
        let old = lines(&whole);
        if name == "manifest.lines" || old.is_empty() {
            continue;
        }
        for at in chosen(old.len(), &mut seed) {
            for (what, new, expected) in faults(&old, at) {
                fs::write(&path, new.concat()).unwrap();
                let report = check(&kit.path);
                let hit = report.flaws.iter().any(|flaw| {
                    flaw.file == name && flaw.line.is_some_and(|line| expected.contains(&line))
                });
                assert!(hit, "{name}: {what} line {}:\n{}", at + 1, told(&report));
                tried += 1;
            }
        }
        fs::write(&path, whole).unwrap();
    }
    assert!(tried > 250, "{tried}");
    assert!(check(&kit.path).passed());
}

type Fault = (&'static str, Vec<Vec<u8>>, std::ops::RangeInclusive<u64>);

fn faults(old: &[Vec<u8>], at: usize) -> Vec<Fault> {
    let edit = |act: &dyn Fn(&mut Vec<Vec<u8>>)| {
        let mut new = old.to_vec();
        act(&mut new);
        new
    };
    let run = alike(old, at);
    let here = at as u64 + 1;
    let mut found: Vec<Fault> = vec![
        ("deleted", edit(&|new| drop(new.remove(at))), run.clone()),
        (
            "doubled",
            edit(&|new| new.insert(at, old[at].clone())),
            *run.start()..=run.end() + 1,
        ),
        ("altered", edit(&|new| new[at][0] ^= 1), here..=here),
    ];
    if let Some(other) = (0..old.len()).rev().find(|other| old[*other] != old[at]) {
        let first = at.min(other) as u64 + 1;
        found.push(("swapped", edit(&|new| new.swap(at, other)), first..=first));
    }
    found
}

#[test]
fn the_row_of_a_faulty_line_is_named() {
    let kit = kit("salesforce", "hubspot");
    let path = kit.path.join("every-row.csv");
    let whole = fs::read(&path).unwrap();
    let old = lines(&whole);
    let row = String::from_utf8(old[9].clone()).unwrap();
    let mut cells = row.split(',');
    let source = format!("{}:{}", cells.next().unwrap(), cells.next().unwrap());

    let mut new = old.clone();
    new[9].splice(..0, *b"x");
    fs::write(&path, new.concat()).unwrap();
    let flaws = check(&kit.path).flaws;
    assert_eq!(
        flaws[0].row.as_deref(),
        Some(format!("10, x{source}").as_str())
    );

    let mut new = old.clone();
    new.remove(9);
    fs::write(&path, new.concat()).unwrap();
    let flaws = check(&kit.path).flaws;
    assert!(
        flaws[0]
            .message
            .starts_with("line 10 is missing; it stood between row 9, "),
        "{}",
        flaws[0]
    );
    let with_inputs = told(&verify(&kit.path, Some(&samples("salesforce")), &|_| ()).unwrap());
    let (file, row) = source.rsplit_once(':').unwrap();
    assert!(
        with_inputs.contains(&format!("{file}:"))
            && with_inputs.contains(&format!("(row {row}): the row has no fate")),
        "{with_inputs}"
    );
}

#[test]
fn a_record_that_is_gone_from_an_import_file_is_named_by_its_row() {
    let kit = kit("salesforce", "hubspot");
    let path = files(&kit.path)
        .into_iter()
        .find(|path| name(&kit.path, path).starts_with("2-"))
        .unwrap();
    let old = lines(&fs::read(&path).unwrap());
    let identity = String::from_utf8_lossy(&old[5])
        .split(',')
        .next()
        .unwrap()
        .to_string();
    let mut new = old.clone();
    new.remove(5);
    fs::write(&path, new.concat()).unwrap();
    let told = told(&check(&kit.path));
    assert!(
        told.contains(&format!(
            "`{identity}` stands in no import file of its object"
        )),
        "{told}"
    );
}

#[test]
fn files_that_are_cut_added_or_gone_are_named() {
    let kit = kit("salesforce", "hubspot");
    for path in files(&kit.path) {
        let name = name(&kit.path, &path);
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..whole.len() / 2]).unwrap();
        let report = check(&kit.path);
        assert!(
            whole.is_empty() || report.flaws.iter().any(|flaw| flaw.file == name),
            "{name} cut:\n{}",
            told(&report)
        );
        fs::remove_file(&path).unwrap();
        let report = check(&kit.path);
        assert!(
            told(&report).contains(&format!("{name}: is missing")),
            "{name} gone:\n{}",
            told(&report)
        );
        fs::write(&path, whole).unwrap();
    }
    let extra = kit.path.join("rows-to-fix/notes.txt");
    fs::write(&extra, "x").unwrap();
    assert!(
        told(&check(&kit.path)).starts_with("rows-to-fix/notes.txt: does not belong to the kit")
    );
    fs::remove_file(extra).unwrap();
    assert!(check(&kit.path).passed());
}

#[test]
fn damaged_checksums_are_seen_and_files_still_checked() {
    let kit = kit("hubspot", "salesforce");
    let sums = kit.path.join("manifest.lines");
    let mut bytes = fs::read(&sums).unwrap();
    bytes[100] ^= 4;
    fs::write(&sums, bytes).unwrap();
    let readme = kit.path.join("README.md");
    fs::write(
        &readme,
        fs::read_to_string(&readme).unwrap().replacen('e', "E", 1),
    )
    .unwrap();
    let told = told(&check(&kit.path));
    assert!(
        told.contains("manifest.lines: is damaged") && told.contains("README.md: was changed"),
        "{told}"
    );
}

#[test]
fn rewritten_line_ends_are_told_once() {
    let kit = kit("salesforce", "hubspot");
    let path = kit.path.join("id-map.csv");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\r\n", "\n")).unwrap();
    let report = check(&kit.path);
    assert_eq!(report.flaws.len(), 1, "{}", told(&report));
    assert!(told(&report).contains("from CR LF to LF"));
}

#[test]
fn another_input_is_not_taken_for_the_one_that_was_converted() {
    let kit = kit("hubspot", "salesforce");
    let inputs = tempfile::tempdir().unwrap();
    for path in files(&samples("hubspot")) {
        let mut bytes = fs::read(&path).unwrap();
        if path.ends_with("contacts.csv") {
            bytes.extend_from_slice(b"one,more,row\n");
        }
        fs::write(inputs.path().join(path.file_name().unwrap()), bytes).unwrap();
    }
    let report = verify(&kit.path, Some(inputs.path()), &|_| ()).unwrap();
    assert_eq!(report.flaws.len(), 1, "{}", told(&report));
    assert!(told(&report).starts_with("contacts.csv: is not the file that the kit was made from"));
}

#[test]
fn a_folder_that_is_no_kit_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = verify(folder.path(), None, &|_| ()).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("there is no `manifest.json` in it"),
        "{error}"
    );
}
