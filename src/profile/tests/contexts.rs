//! What the built-in profiles say of what stands around the parties.

use super::*;
use crate::profile::schema::{Column, Does, Object, ObjectKind};

/// Calls `check` with each object around the parties: profile and name, what it is, the object, the fields that it feeds.
fn each_context(mut check: impl FnMut(&str, &str, &Object, &[&str])) {
    for name in builtin_names() {
        let profile = load(name, &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        for object in &profile.objects {
            if let ObjectKind::Context(what) = &object.kind {
                let title = format!("{name} {}", object.name);
                check(&title, what, object, &fed(object));
            }
        }
    }
}

/// The fields that an object's columns feed, those that their values claim among them.
fn fed(object: &Object) -> Vec<&str> {
    let claimed = object.columns.iter().flat_map(claims);
    let claimed = claimed.map(|(field, _)| field.as_str());
    object.columns.iter().flat_map(own).chain(claimed).collect()
}

fn own(column: &Column) -> impl Iterator<Item = &str> {
    let fields = match &column.does {
        Does::Fields { fields, .. } => fields.as_slice(),
        _ => &[],
    };
    fields.iter().map(String::as_str)
}

fn claims(column: &Column) -> impl Iterator<Item = &(String, String)> {
    column.values.iter().flat_map(|value| &value.claims)
}

#[test]
fn rows_around_the_parties_say_whom_they_are_about_in_canonical_fields() {
    let mut count = 0;
    each_context(|title, what, _, fed| {
        count += 1;
        if matches!(what, "labels of choices" | "rows of several parties") {
            return;
        }
        let custom = fed.iter().find(|field| field.starts_with("custom."));
        assert_eq!(custom, None, "{title}");
        assert!(
            !fed.contains(&"organization.id"),
            "{title}: a link is `about`"
        );
        let wanted = if what == "campaigns" {
            "campaign"
        } else {
            "about"
        };
        assert!(fed.contains(&wanted), "{title}: no `{wanted}`");
    });
    assert!(count > 30, "{count}");
}

#[test]
fn deals_say_whether_they_are_won_and_activities_whether_they_are_done() {
    each_context(|title, what, _, fed| {
        let says = |field| fed.contains(&field);
        let enough = match what {
            "deals" => says("deal.state") || says("deal.closed") && says("deal.won"),
            "tasks" | "calls" => says("activity.done"),
            "meetings" => says("activity.done") || says("activity.done_at"),
            "campaign members" => says("activity.done") || !says("activity.status"),
            _ => true,
        };
        assert!(enough, "{title}");
    });
}

#[test]
fn what_values_say_around_the_parties_is_canonical() {
    const FLAGS: [&str; 4] = ["deal.won", "deal.closed", "activity.done", "deleted"];
    each_context(|title, _, object, _| {
        for column in &object.columns {
            let flags = claims(column).filter(|(field, _)| FLAGS.contains(&field.as_str()));
            for (field, value) in flags {
                assert!(
                    ["yes", "no"].contains(&value.as_str()),
                    "{title}: {field} {value}"
                );
            }
            let states = column
                .values
                .iter()
                .filter(|_| own(column).any(|field| field == "deal.state"));
            for value in states {
                let said = value.value.as_deref().unwrap_or(&value.stored);
                assert!(
                    ["open", "won", "lost", ""].contains(&said),
                    "{title}: {said}"
                );
            }
        }
    });
}
