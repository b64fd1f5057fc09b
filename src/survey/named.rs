//! What the names of a file and of its folder say of the vendor and the object.

use super::fold::fold;
use super::recognize::GENERIC;
use super::shared_word::names_object;
use crate::profile::schema::{Object, Profile};

/// The vendor that the name of a file names or, where that names none, the name of the folder it lies in. Where two
/// stand in one name, none is named.
pub(super) fn named_vendor(profiles: &[Profile], name: &str) -> Option<usize> {
    name.rsplit('/').take(2).find_map(|name| {
        let all = profiles.iter().enumerate();
        let mut named =
            all.filter(|(_, profile)| profile.name != GENERIC && is_named(profile, name));
        let (first, second) = (named.next(), named.next());
        first.map(|(at, _)| second.is_none().then_some(at))
    })?
}

/// Whether a vendor's name stands in a name, or one of those that people call it by, which stands as a word.
fn is_named(profile: &Profile, name: &str) -> bool {
    let called = |word: String| profile.known_as.iter().any(|other| fold(other) == word);
    fold(name).contains(&fold(&profile.name)) || words(name).any(called)
}

/// Whether a file is called as the object's files are, or by a word for the object.
pub(super) fn names_file(object: &Object, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    object.files.iter().any(|glob| glob_fits(glob, file))
        || words(name).any(|word| names_object(object, &word))
}

fn words(name: &str) -> impl Iterator<Item = String> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(fold)
}

/// Whether a file's name, without its folder, fits a glob: `*` for any text, `?` for any character, blind to case.
pub(super) fn glob_fits(glob: &str, file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file).to_lowercase();
    let name: Vec<char> = name.chars().collect();
    let glob: Vec<char> = glob.to_lowercase().chars().collect();
    let mut reached = vec![true];
    reached.resize(name.len() + 1, false);
    for mark in glob {
        let mut open = false;
        reached = (0..=name.len())
            .map(|at| {
                let before = at.checked_sub(1);
                let is = |at: usize| reached.get(at).copied().unwrap_or(false);
                open = open || is(at);
                let fits = mark == '?' || before.and_then(|at| name.get(at)) == Some(&mark);
                if mark == '*' {
                    open
                } else {
                    fits && before.is_some_and(is)
                }
            })
            .collect();
    }
    reached.last().copied().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_may_have_stars_on_both_sides() {
        assert!(glob_fits("*compan*", "crm/My Companies.csv"));
        assert!(glob_fits("*organi?ation*", "organisations.csv"));
        assert!(glob_fits("Lead*.csv", "lead_2024.csv"));
        assert!(!glob_fits("Lead*.csv", "leads.tsv"));
        assert!(!glob_fits("lead", "leads"));
    }

    fn profiles() -> Vec<Profile> {
        let plain = crate::profile::load(GENERIC, &[]).unwrap();
        let called = |name: &str, known_as: &[&str]| Profile {
            name: name.to_string(),
            known_as: known_as.iter().map(|name| name.to_string()).collect(),
            ..plain.clone()
        };
        let others = [
            called("plum", &[]),
            called("plumtree", &[]),
            called("fig_crm", &["Fig"]),
        ];
        [plain.clone()].into_iter().chain(others).collect()
    }

    #[test]
    fn a_name_of_one_vendor_counts_the_files_before_the_folders() {
        let profiles = profiles();
        let named = |name: &str| named_vendor(&profiles, name).map(|at| profiles[at].name.as_str());
        assert_eq!(named("x/My Plum-export.csv"), Some("plum"));
        assert_eq!(named("plumtree.csv"), None, "two names fit");
        assert_eq!(named("fig/plum.csv"), Some("plum"));
        assert_eq!(named("FIG 2024/people.csv"), Some("fig_crm"));
        assert_eq!(named("fig/old/people.csv"), None, "no folder farther up");
        assert_eq!(named("figures.csv"), None, "not as a word");
        assert_eq!(named("spreadsheet.csv"), None, "no vendor");
    }

    #[test]
    fn a_word_for_the_object_in_a_files_name_counts() {
        let profiles = profiles();
        let companies = profiles[0]
            .objects
            .iter()
            .find(|object| object.name == "companies");
        let says = |file: &str| names_file(companies.unwrap(), file);
        assert!(says("plum_empresa_2024.csv") && says("x/all-companies.tsv"));
        assert!(!says("companies/people.csv") && !says("empresario.csv"));
    }
}
