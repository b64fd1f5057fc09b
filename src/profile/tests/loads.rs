//! What loads, and as what.

use super::*;
use crate::profile::schema::{Does, ObjectKind};

#[test]
fn built_in_profiles_load() {
    assert!(builtin_names().len() >= 2);
    for name in builtin_names() {
        let profile = load(name, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(profile.name, name);
    }
}

#[test]
fn every_part_of_a_profile_is_read() {
    let profile = loaded(&good());
    assert_eq!(
        (profile.name.as_str(), profile.checked.as_str()),
        ("shop", "2026-11-21")
    );
    assert_eq!(profile.formats.boolean, ("yes".into(), "no".into()));
    assert_eq!(profile.formats.date, ["%d/%m/%Y"]);
    assert_eq!(profile.formats.list, ";");
    let people = &profile.objects[0];
    assert_eq!(people.labels[1].1, ["Persona", "Gente"]);
    assert_eq!(people.id_prefix, ["003"]);
    assert_eq!(people.place.line, 7);
    let Does::Fields {
        fields,
        link_to,
        transforms,
    } = &people.columns[4].does
    else {
        panic!()
    };
    assert_eq!(
        (
            fields.len(),
            link_to[0].as_str(),
            transforms[0].args[0].as_str()
        ),
        (1, "firms", ";")
    );
    assert_eq!(people.columns[6].does, Does::Drop("never filled".into()));
    let state = &people.columns[5];
    assert_eq!(state.labels[2], ("also".into(), vec!["st".into()]));
    assert_eq!(state.values[0].claims.len(), 4);
    assert_eq!(state.values[0].labels, ["Caliente"]);
    assert_eq!(state.values[1].value.as_deref(), Some("cold"));
    let write = people.write.as_ref().unwrap();
    assert_eq!(write.columns[0].1, ["name.family", "name.full"]);
    assert_eq!((write.limits[0].1, write.blank_on_collision), (80, true));
    assert_eq!(write.values[0].1.len(), 2);
    assert_eq!(profile.import.max_bytes, Some(100_000_000));
    assert_eq!(profile.owners.map[0].0, "0051");
    assert!(profile.select.is_some());
    assert!(matches!(profile.objects[1].kind, ObjectKind::Party(_)));
}
