//! A change that the client asks for, as a line of the overlay.

use super::form::{ANYONE, CHANGE};
use super::read::Given;
use crate::map::fold_value;
use crate::model::axis::AXES;
use crate::model::field::type_of;
use crate::profile::schema::{Line, Object, Profile, ValueRule};
use crate::profile::{self, written_meaning, written_rule};
use crate::yaml::{self, Node};

/// A change.
pub(super) struct Change {
    /// Its keys in the overlay.
    pub path: Vec<String>,
    /// What stands there.
    pub node: Node,
    /// What the line says then.
    pub rule: String,
}

/// The change that a line asks for; nothing if it says already what it is to say.
pub(super) fn wanted(
    given: &Given,
    profile: &Profile,
) -> std::result::Result<Option<Change>, String> {
    let text = given.change.as_str();
    if text.is_empty() {
        return Ok(None);
    }
    match &given.line {
        Line::Owner(owner) => {
            let path = match owner.as_str() {
                ANYONE => keys(&["owners", "fallback"]),
                owner => keys(&["owners", "map", owner]),
            };
            let change = Change {
                path,
                node: yaml::plain(text),
                rule: text.to_string(),
            };
            Ok(Some(change).filter(|_| text != given.to))
        }
        Line::Column { object, column } => {
            let now = found(&given.line, profile).and_then(|(spec, at)| spec.columns.get(at));
            let text = as_meant(text, |text| profile::rule(text).is_ok());
            let rule = profile::rule(&text).map_or(text.clone(), |does| written_rule(&does));
            let same = now.is_some_and(|now| written_rule(&now.does) == rule);
            let change = Change {
                path: keys(&["objects", object, "columns", column]),
                node: yaml::plain(&text),
                rule,
            };
            Ok(Some(change).filter(|_| !same))
        }
        Line::Value {
            object,
            column,
            value,
        } => {
            let now = found(&given.line, profile).and_then(|(spec, at)| spec.columns.get(at));
            let rules = now.map_or(&[][..], |column| column.values.as_slice());
            let folded = fold_value(value);
            let known = rules.iter().find(|rule| fold_value(&rule.stored) == folded);
            let stored = known.map_or(value, |rule| &rule.stored);
            let text = as_meant(text, is_claim);
            let (node, rule) =
                meaning(&text, known).map_err(|what| format!("{}: {what}", given.place(CHANGE)))?;
            let same = known.is_some_and(|known| written_meaning(known) == rule);
            let change = Change {
                path: keys(&["objects", object, "values", column, stored]),
                node,
                rule,
            };
            Ok(Some(change).filter(|_| !same))
        }
    }
}

/// What a value is to say, with the spellings that it has, and how a profile writes it.
fn meaning(text: &str, known: Option<&ValueRule>) -> std::result::Result<(Node, String), String> {
    let labels = known.map_or(&[][..], |rule| rule.labels.as_slice());
    let mut said = claims(text)?;
    let rule = spoken(&said);
    if let ([(name, value)], []) = (said.as_slice(), labels)
        && name == "value"
    {
        return Ok((value.clone(), rule));
    }
    if !labels.is_empty() && !said.iter().any(|(name, _)| name == "labels") {
        said.push(("labels".to_string(), yaml::list(labels)));
    }
    let said = said
        .iter()
        .map(|(name, node)| (name.as_str(), node.clone()));
    Ok((yaml::inline(said.collect()), rule))
}

/// A text as it was typed: spreadsheet programs make quotes and arrows pretty, and the first letter a capital.
fn as_meant(text: &str, good: impl Fn(&str) -> bool) -> String {
    let text = text.replace(['“', '”', '„'], "\"").replace('→', "->");
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    let small: String = first.chain(rest).collect();
    if !good(&text) && good(&small) {
        return small;
    }
    text
}

/// Whether a text begins with the name of an axis or a field.
fn is_claim(text: &str) -> bool {
    let named = text.split_once(':').map(|(name, _)| name.trim());
    named.is_some_and(|name| {
        AXES.contains(&name) || type_of(name).is_some() || matches!(name, "value" | "labels")
    })
}

/// The claims in a text: `stage: sql, roles: [partner, other]`, in braces or not. Any other text is a value.
fn claims(text: &str) -> std::result::Result<Vec<(String, Node)>, String> {
    let inner = text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    let word = |c: char| c.is_ascii_alphabetic() || "._".contains(c);
    let named = text
        .split_once(':')
        .is_some_and(|(name, _)| name.chars().all(word));
    if inner.is_none() && !named {
        let text = if text == "\"\"" { "" } else { text };
        return Ok(vec![("value".to_string(), yaml::plain(text))]);
    }
    let flow = format!("{{{}}}", inner.unwrap_or(text));
    let tree = yaml::parse(&flow, "").map_err(|wrong| {
        let what = wrong.message;
        format!("{what}; write claims as in `stage: customer, roles: partner`")
    })?;
    let texts = |node: &Node| match node.text() {
        Some(text) => yaml::plain(text),
        None => {
            let items = node.items().iter().filter_map(Node::text);
            yaml::list(&items.map(str::to_string).collect::<Vec<_>>())
        }
    };
    let entries = tree.entries().iter();
    let claims = entries.filter_map(|(name, said)| Some((name.text()?.to_string(), texts(said))));
    Ok(claims.collect())
}

/// The same claims as a profile writes them.
fn spoken(said: &[(String, Node)]) -> String {
    let mut rule = ValueRule::default();
    for (name, said) in said.iter().filter(|(name, _)| name != "labels") {
        let texts = said
            .text()
            .into_iter()
            .chain(said.items().iter().filter_map(Node::text));
        for text in texts {
            match name.as_str() {
                "value" => rule.value = Some(text.to_string()),
                name => rule.claims.push((name.to_string(), text.to_string())),
            }
        }
    }
    written_meaning(&rule)
}

/// The object of a line, and its column if the profile knows it.
pub(super) fn found<'p>(line: &Line, profile: &'p Profile) -> Option<(&'p Object, usize)> {
    let (Line::Column { object, column } | Line::Value { object, column, .. }) = line else {
        return None;
    };
    let object = profile.objects.iter().find(|known| known.name == *object)?;
    let at = object.columns.iter().position(|known| known.key == *column);
    Some((object, at.unwrap_or(usize::MAX)))
}

/// A path of keys.
pub(super) fn keys(path: &[&str]) -> Vec<String> {
    path.iter().map(|key| (*key).to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_program_makes_pretty_is_read_as_it_was_typed() {
        let column = |text: &str| as_meant(text, |text| profile::rule(text).is_ok());
        assert_eq!(column("Keep"), "keep");
        assert_eq!(column("Tags | split(“;”)"), "tags | split(\";\")");
        assert_eq!(column("Owner → user"), "owner -> user");
        assert_eq!(column("Name.first"), "Name.first");
        assert_eq!(as_meant("Stage: customer", is_claim), "stage: customer");
        assert_eq!(as_meant("Web form", is_claim), "Web form");
    }

    #[test]
    fn every_rule_of_every_profile_can_be_written_under_change_to() {
        for name in profile::builtin_names() {
            let profile = profile::load(name, &[]).unwrap();
            for column in profile.objects.iter().flat_map(|object| &object.columns) {
                let text = written_rule(&column.does);
                assert_eq!(profile::rule(&text).as_ref(), Ok(&column.does), "{text}");
                for rule in &column.values {
                    let text = written_meaning(rule);
                    let (_, again) = meaning(&as_meant(&text, is_claim), Some(rule)).unwrap();
                    assert_eq!(again, text, "{name}, {}: {}", column.key, rule.stored);
                }
            }
        }
    }
}
