//! Properties of the whole, on random profiles and tables: the books balance, and every fate there is is reached.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "properties/books.rs"]
mod books;
#[path = "properties/cases.rs"]
mod cases;
#[path = "properties/choices.rs"]
mod choices;
#[path = "properties/imports.rs"]
mod imports;
#[path = "properties/profiles.rs"]
mod profiles;
#[path = "properties/tables.rs"]
mod tables;
#[path = "properties/writes.rs"]
mod writes;

use std::cell::RefCell;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

/// How many random cases are tried, unless `XWALK_CASES` says otherwise.
const CASES: u32 = 400;

/// A runner that tries the same cases every time.
fn runner(cases: u32) -> TestRunner {
    let stated = std::env::var("XWALK_CASES")
        .ok()
        .and_then(|text| text.parse().ok());
    let config = Config {
        cases: stated.unwrap_or(cases),
        failure_persistence: None,
        max_shrink_iters: shrinks(),
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// A panic is a failed case, so that it is shrunk.
fn caught<T>(run: impl FnOnce() -> T) -> Result<T, TestCaseError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).map_err(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_string()));
        TestCaseError::fail(text.unwrap_or_default())
    })
}

#[test]
fn rows_and_cells_reconcile_and_every_fate_is_reached() {
    let total = RefCell::new(books::Fates::new());
    let converted = RefCell::new(0);
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = runner(CASES).run(&vec(any::<u16>(), 100..3000), |numbers| {
        caught(|| {
            let case = cases::case(&numbers, 40);
            let folder = tempfile::tempdir().unwrap();
            case.write(folder.path());
            let Some(kit) = run(&case, folder.path()) else {
                return;
            };
            let target =
                xwalk::profile::load(case.target_path(folder.path()).to_str().unwrap(), &[])
                    .unwrap();
            // The opt-outs are one file, however small the files are that a target takes.
            let report =
                xwalk::ledger::verify(&kit, Some(&folder.path().join("in")), &|_| {}).unwrap();
            let flaws: Vec<_> = report
                .flaws
                .iter()
                .filter(|flaw| !flaw.file.starts_with("0-"))
                .collect();
            assert!(flaws.is_empty(), "{flaws:?}");
            let fates = books::balance(&kit, &case.tables, &target);
            *converted.borrow_mut() += 1;
            // Some of the kits are held against themselves: what was loaded is there.
            let again = numbers[0]
                .is_multiple_of(3)
                .then(|| against(&case, folder.path(), &kit));
            for (fate, count) in fates.into_iter().chain(again.flatten().unwrap_or_default()) {
                *total.borrow_mut().entry(fate).or_default() += count;
            }
        })
    });
    std::panic::set_hook(hook);
    if let Err(failed) = outcome {
        panic!("{}", told(&failed));
    }
    println!(
        "{} cases converted; rows and cells by fate: {:?}",
        converted.borrow(),
        total.borrow()
    );
    for fate in xwalk::model::fate::FATES.map(xwalk::model::fate::Fate::name) {
        assert!(
            books::of(&total.borrow(), fate) > 0,
            "no row was ever {fate}"
        );
    }
    for fate in xwalk::model::fate::CELL_FATES.map(xwalk::model::fate::CellFate::name) {
        assert!(
            books::of(&total.borrow(), fate) > 0,
            "no cell was ever {fate}"
        );
    }
}

/// Converts a case against its own import files; the books balance.
fn against(
    case: &cases::Case,
    folder: &std::path::Path,
    kit: &std::path::Path,
) -> Option<books::Fates> {
    let import = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.starts_with(|c: char| c.is_ascii_digit()) && !name.starts_with('0')
    };
    let entries = std::fs::read_dir(kit).unwrap();
    let files = entries.map(|entry| entry.unwrap().path()).filter(import);
    let options = xwalk::pipeline::Options {
        against: files.collect(),
        ..case.options(folder, "again")
    };
    // An import file of few columns may be anybody's.
    xwalk::pipeline::convert(&options, &xwalk::pipeline::Silent).ok()?;
    let again = folder.join("again");
    let inputs = [folder.join("in"), kit.to_path_buf()];
    let inputs: Vec<&std::path::Path> = inputs.iter().map(|path| path.as_path()).collect();
    let report = xwalk::ledger::verify_with(&again, &inputs, &|_| {}).unwrap();
    let flaws: Vec<_> = report
        .flaws
        .iter()
        .filter(|flaw| !flaw.file.starts_with("0-"))
        .collect();
    assert!(flaws.is_empty(), "against itself: {flaws:?}");
    Some(books::rows_and_cells(&again, &case.tables))
}

/// Converts a case; nothing comes of it where the target writes nothing.
fn run(case: &cases::Case, folder: &std::path::Path) -> Option<std::path::PathBuf> {
    let options = case.options(folder, "kit");
    match xwalk::pipeline::convert(&options, &xwalk::pipeline::Silent) {
        Ok(_) => options.out,
        Err(error) if error.to_string().contains("no object that can be written") => None,
        Err(error) => panic!("{error}"),
    }
}

/// A failure, with the smallest case that has it left in a folder to look at.
fn told(failed: &proptest::test_runner::TestError<Vec<u16>>) -> String {
    let proptest::test_runner::TestError::Fail(reason, numbers) = failed else {
        return failed.to_string();
    };
    let case = cases::case(numbers, 40);
    let folder = tempfile::tempdir().unwrap().keep();
    case.write(&folder);
    format!(
        "{reason}\nthe smallest such case is in {}",
        folder.display()
    )
}

/// How often a failing case is made smaller; each time it is run again.
fn shrinks() -> u32 {
    std::env::var("XWALK_SHRINKS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(400)
}
