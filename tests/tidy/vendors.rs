//! No vendor's name in Rust: a vendor is a YAML file and a folder of samples.

use crate::sources::{files, read, root, sources, stem};

/// Profiles that describe no vendor's product.
const NO_VENDOR: [&str; 2] = ["spreadsheet", "vcard"];

fn vendors() -> Vec<String> {
    let text = read("mappings/vendors.txt");
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_lowercase)
        .collect()
}

/// The lines that hold one of the names as a whole word.
fn lines_with<'v>(vendors: &'v [String], text: &str) -> Vec<(usize, &'v str)> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let line = line.to_lowercase();
        found.extend(
            vendors
                .iter()
                .filter(|name| is_word_of(&line, name))
                .map(|name| (at + 1, name.as_str())),
        );
    }
    found
}

fn is_word_of(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[test]
fn no_vendor_is_named_in_rust() {
    let vendors = vendors();
    assert!(vendors.len() > 20);
    let mut wrong = Vec::new();
    let build = [("build.rs".to_string(), read("build.rs"))];
    let all = sources()
        .into_iter()
        .map(|source| (source.path, source.text));
    for (path, text) in all.chain(build) {
        let lines = lines_with(&vendors, &text);
        wrong.extend(
            lines
                .into_iter()
                .map(|(line, name)| format!("{path}:{line}: {name}")),
        );
    }
    assert!(wrong.is_empty(), "vendors belong in mappings/: {wrong:#?}");
}

#[test]
fn a_vendor_is_a_whole_word_in_any_case() {
    let names = ["hubspot".to_string(), "close_crm".to_string()];
    assert_eq!(lines_with(&names, "fine\nlike HubSpot's").len(), 1);
    assert_eq!(lines_with(&names, "to_hubspot").len(), 1);
    assert!(lines_with(&names, "close the file; hubspotted").is_empty());
}

#[test]
fn every_profile_of_a_vendor_is_on_the_list_of_vendors() {
    let vendors = vendors();
    for path in files("mappings/profiles") {
        let name = stem(&path).to_string();
        assert!(
            vendors.contains(&name) || NO_VENDOR.contains(&name.as_str()),
            "add `{name}` to mappings/vendors.txt in {}",
            root().display()
        );
    }
}
