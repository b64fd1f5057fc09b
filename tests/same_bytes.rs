//! The same inputs come to the same bytes, whatever the number of threads and the order in which files are given.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "properties/cases.rs"]
mod cases;
#[path = "properties/choices.rs"]
mod choices;
#[path = "properties/profiles.rs"]
mod profiles;
#[allow(
    dead_code,
    reason = "what its maker knows of a table is for other tests"
)]
#[path = "properties/tables.rs"]
mod tables;
#[path = "properties/writes.rs"]
mod writes;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use xwalk::pipeline::{Options, Silent, convert};

/// Every file of a kit: its name and its bytes.
fn bytes(kit: &Path, folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes(kit, &path, found);
        } else {
            found.insert(
                path.strip_prefix(kit).unwrap().to_path_buf(),
                fs::read(&path).unwrap(),
            );
        }
    }
}

/// Converts on 1, 2 and 8 threads, the files in another order each time; the kits are the same to the byte.
fn converts_alike(mut options: Options) {
    let folder = tempfile::tempdir().unwrap();
    let mut first: Option<BTreeMap<PathBuf, Vec<u8>>> = None;
    for threads in [1, 2, 8] {
        let kit = folder.path().join(threads.to_string());
        options.out = Some(kit.clone());
        options.inputs.rotate_left(1);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| convert(&options, &Silent))
            .unwrap_or_else(|error| panic!("{error}"));
        let mut found = BTreeMap::new();
        bytes(&kit, &kit, &mut found);
        let Some(first) = &first else {
            first = Some(found);
            continue;
        };
        assert!(
            first.keys().eq(found.keys()),
            "{:?} and {:?}",
            first.keys(),
            found.keys()
        );
        let other: Vec<_> = first
            .iter()
            .filter(|(name, text)| found[*name] != **text)
            .map(|(name, _)| name)
            .collect();
        assert!(
            other.is_empty(),
            "on {threads} threads {other:?} are other bytes"
        );
    }
}

/// The files of a folder, one by one.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "csv"));
    files.sort();
    files.reverse();
    files
}

#[test]
fn the_samples_convert_alike_on_any_number_of_threads() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for (source, to) in [
        ("salesforce", "hubspot"),
        ("hubspot", "salesforce"),
        ("spreadsheet", "salesforce"),
    ] {
        converts_alike(Options {
            inputs: files(&samples.join(source)),
            to: to.to_string(),
            ..Options::default()
        });
    }
}

#[test]
fn random_tables_convert_alike_on_any_number_of_threads() {
    let mut state: u64 = 7;
    let mut number = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as u16
    };
    for _ in 0..12 {
        let numbers: Vec<u16> = (0..3000).map(|_| number()).collect();
        let case = cases::case(&numbers, 40);
        let folder = tempfile::tempdir().unwrap();
        case.write(folder.path());
        let inputs = files(&folder.path().join("in"));
        converts_alike(Options {
            inputs,
            out: None,
            ..case.options(folder.path(), "kit")
        });
    }
}

#[test]
fn a_table_of_many_blocks_converts_alike_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from(
        "Id,IsDeleted,AccountId,FirstName,LastName,Email,HasOptedOutOfEmail,OwnerId,Description,LastModifiedDate\n",
    );
    for row in 0..12_000_u32 {
        let (other, note) = (
            row * 7 % 9_000,
            "said \"\"yes\"\"\nand \"\"no\"\" ".repeat(4),
        );
        let _ = writeln!(
            text,
            "003{row:012},false,001{:012},Ann{},Lee,p{other}@one{}.example,{},005{:012},\"{note}\",2023-05-01T10:00:{:02}.000Z",
            row % 900,
            row % 4,
            row % 50,
            row % 17 == 0,
            row % 9,
            row % 60
        );
    }
    assert!(text.len() > 2 << 20, "too small to have several blocks");
    fs::write(folder.path().join("Contact.csv"), text).unwrap();
    fs::write(folder.path().join("Account.csv"), accounts()).unwrap();
    converts_alike(Options {
        inputs: files(folder.path()),
        to: "hubspot".to_string(),
        ..Options::default()
    });
}

fn accounts() -> String {
    let mut text = String::from("Id,IsDeleted,Name,ParentId,Website,OwnerId,LastModifiedDate\n");
    for row in 0..600_u32 {
        let _ = writeln!(
            text,
            "001{row:012},false,Firm {row} Inc.,,firm{}.example,,2023-05-01T10:00:00.000Z",
            row % 500
        );
    }
    text
}
