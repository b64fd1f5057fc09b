//! Every one-thing file is listed where it must be.

use crate::sources::{files, read, sources, stem};

fn stems(folder: &str) -> Vec<String> {
    files(folder)
        .iter()
        .map(|path| stem(path).to_string())
        .collect()
}

#[test]
fn every_profile_is_built_in() {
    assert_eq!(xwalk::profile::builtin_names(), stems("mappings/profiles"));
}

#[test]
fn every_glossary_is_built_in() {
    let built_in: Vec<&str> = xwalk::profile::builtin_glossaries()
        .iter()
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(built_in, stems("mappings/glossaries"));
}

#[test]
fn every_word_list_is_embedded() {
    let code: String = sources()
        .iter()
        .filter(|source| !source.is_tests())
        .map(|source| source.code().to_string())
        .collect();
    for path in files("mappings/lexicon") {
        let name = path.rsplit('/').next().unwrap();
        let embedded = [
            format!("mappings/lexicon/{name}\")"),
            format!("list!(\"{name}\")"),
        ];
        assert!(
            embedded.iter().any(|text| code.contains(text)),
            "no room reads `{path}`"
        );
    }
}

#[test]
fn every_folder_of_samples_is_described() {
    let text = read("samples/README.md");
    for path in files("samples")
        .iter()
        .filter(|path| path.ends_with(".csv"))
    {
        let folder = path.split('/').nth(1).unwrap();
        assert!(
            text.contains(&format!("`{folder}/")),
            "samples/README.md says nothing of `{path}`"
        );
    }
}

#[test]
fn every_page_of_docs_is_linked_from_the_readme() {
    let text = read("README.md");
    for path in files("docs").iter().filter(|path| path.ends_with(".md")) {
        assert!(
            text.contains(&format!("]({path})")),
            "README.md does not link `{path}`"
        );
    }
}

#[test]
fn every_rule_of_the_audit_has_a_case_with_a_row_that_it_hits_and_one_on_which_it_stays_quiet() {
    let folders: std::collections::BTreeSet<String> = files("tests/audit")
        .iter()
        .filter_map(|path| path.split('/').nth(2).map(str::to_string))
        .collect();
    let codes: std::collections::BTreeSet<String> = xwalk::audit::RULES
        .iter()
        .map(|rule| rule.code.to_string())
        .collect();
    assert_eq!(folders, codes, "folders of tests/audit and rules");
    for code in codes {
        let text = read(&format!("tests/audit/{code}/expected.txt"));
        let quiet = text
            .lines()
            .filter(|line| line.split_whitespace().nth(1) == Some("quiet"))
            .count();
        assert!(
            quiet > 0 && quiet < text.lines().count(),
            "tests/audit/{code} needs rows of both kinds"
        );
    }
}
