//! What is answered, on the built-in profiles.
use super::*;
use crate::glossary;
use crate::profile;

#[test]
fn a_word_that_nothing_knows_gets_the_nearest() {
    let own = glossary::load("staged").unwrap();
    let glossaries = [own.clone()];
    let asked = Asked {
        profiles: &[],
        glossaries: &glossaries,
        glossary: &own,
        language: "en",
    };
    let unknown = word("organisaton", &asked).unwrap_err();
    assert!(
        unknown.nearest.iter().any(|near| near == "organization"),
        "{unknown:?}"
    );
    assert!(word("xyzzyx", &asked).unwrap_err().nearest.is_empty());
    let plural = word("organizaciones", &asked).unwrap_err();
    assert!(
        plural.nearest.iter().any(|near| near == "organización"),
        "{plural:?}"
    );
    assert!(word("ORGANIZACION", &asked).is_ok());
}

#[test]
fn a_system_translates_to_itself() {
    let own = glossary::load("staged").unwrap();
    let profile = profile::load("spreadsheet", &[]).unwrap();
    let (profiles, glossaries) = ([profile], [own.clone()]);
    let asked = Asked {
        profiles: &profiles,
        glossaries: &glossaries,
        glossary: &own,
        language: "en",
    };
    let answer = between(&profiles[0], &profiles[0], &asked);
    let objects = answer
        .mappings
        .iter()
        .filter(|mapping| !mapping.subject.id.contains('.'));
    let moved: Vec<&Mapping> = objects
        .filter(|m| m.object.as_ref().map(|o| &o.id) != Some(&m.subject.id))
        .collect();
    assert!(moved.is_empty(), "{moved:?}");
}
