//! What came back, as an overlay: the changes as lines of the profile, the verdicts beside them. The overlay is checked
//! as any other before it is given out, and what is wrong in it is said of the cell that it came from.

use std::collections::BTreeMap;

use super::change::{found, keys, wanted};
use super::form::{APPROVED, CHANGE, LINE, OBJECT, OPEN, UNSAID};
use super::read::{Given, Returned};
use crate::error::{Error, Result};
use crate::profile::schema::{Line, Object, Profile};
use crate::profile::{self, yaml_text};
use crate::yaml::{self, Mistake, Node, NodeKind, nearest};

/// Stands at the beginning of the overlay.
const HEAD: &str = "\
# What was agreed with the client: read from a workbook by `xwalk profile workbook --read`, which writes this file anew
# each time. Keep what you write by hand in an overlay of its own, and give both: --with yours.yaml --with this.yaml
";

/// The overlay that comes of a workbook.
#[derive(Debug, Default)]
pub struct Agreed {
    /// Its text.
    pub text: String,
    /// Lines that the client has changed.
    pub changes: u64,
    /// Lines that the client approved, in this workbook.
    pub approved: u64,
    /// Lines that are still open.
    pub open: u64,
}

/// Makes the overlay. `source` is the profile's name or path, `overlays` what lies between it and the overlay, `before`
/// the overlay's text as it is so far (empty if there is none), `file` its name.
///
/// # Errors
/// Everything that is wrong in the workbook; an overlay that was changed by hand, so that writing it anew would lose
/// something.
pub fn agree(
    returned: Returned,
    source: &str,
    overlays: &[(String, String)],
    file: &str,
    before: &str,
) -> Result<Agreed> {
    let bad = |mistakes: yaml::Mistakes| Error::new(mistakes.to_string(), "");
    let mut layers = profile::overlays_for(overlays, true);
    let mut tree = begun(source, file, before)?;
    if !before.is_empty() {
        layers.push((file.to_string(), before.to_string()));
    }
    let profile = profile::load(source, &layers).map_err(bad)?;
    same_profile(&profile, returned.source.as_deref(), &tree)?;
    if before.is_empty() {
        yaml::put(&mut tree, &["extends"], yaml::plain(&profile.name));
    } else {
        layers.pop();
    }
    let mut mistakes = returned.mistakes;
    let mut agreed = Agreed::default();
    let mut places: BTreeMap<Vec<String>, &Given> = BTreeMap::new();
    for given in &returned.given {
        if let Err(mistake) = known(given, &profile) {
            mistakes.push(mistake);
            continue;
        }
        match apply(given, &profile, &mut tree) {
            Ok(Some(path)) => {
                agreed.changes += 1;
                places.insert(path, given);
            }
            Ok(None) => {}
            Err(mistake) => mistakes.push(mistake),
        }
        agreed.approved += u64::from(given.approved);
        agreed.open += u64::from(!given.approved);
    }
    agreed.text = format!("{HEAD}{}", yaml_text(&tree));
    layers.push((file.to_string(), agreed.text.clone()));
    if let Err(wrong) = profile::load(source, &layers) {
        let written = yaml::parse(&agreed.text, file).map_err(|one| bad(one.into()))?;
        let said = wrong
            .0
            .iter()
            .map(|wrong| place(wrong, file, &written, &places));
        mistakes.extend(said);
    }
    if mistakes.is_empty() {
        return Ok(agreed);
    }
    Err(Error::new(mistakes.join("\n\n"), ""))
}

/// The tree of the overlay as it is so far.
fn begun(source: &str, file: &str, before: &str) -> Result<Node> {
    if before.is_empty() {
        let text = format!("extends: {}\n", serde_json::Value::from(source));
        return yaml::parse(&text, file).map_err(|one| Error::new(one.to_string(), ""));
    }
    let tree = yaml::parse(before, file).map_err(|one| Error::new(one.to_string(), ""))?;
    if format!("{HEAD}{}", yaml_text(&tree)) == before {
        return Ok(tree);
    }
    Err(Error::new(
        "it holds what was written by hand, which would be lost",
        format!(
            "write to a new file, and give both from then on: `--with {file} --out agreed.yaml`"
        ),
    )
    .at(file))
}

/// Whether the workbook and the overlay so far are of the profile.
fn same_profile(profile: &Profile, named: Option<&str>, tree: &Node) -> Result<()> {
    let known = |name: &&str| profile.called.iter().any(|called| called == name);
    let extended = tree.get("extends").and_then(Node::text);
    let (what, other, way_out) = match (named, extended) {
        (Some(other), _) if !known(&other) => (
            "workbook",
            other,
            "leave out `--from`, or name the file of that profile",
        ),
        (_, Some(other)) if !known(&other) => ("overlay", other, "name another file with `--out`"),
        _ => return Ok(()),
    };
    let name = &profile.name;
    Err(Error::new(
        format!("the {what} is of `{other}`, not of `{name}`"),
        way_out,
    ))
}

/// Whether the profile has what a line is about. A column that no profile knew has no rule; one of a family has a line of
/// its own.
fn known(given: &Given, profile: &Profile) -> std::result::Result<(), String> {
    let missing = |column: &str, what: String, name: &str, known: Vec<&str>| {
        let way_out = match nearest(name, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                "give the overlays that the workbook was written with, or delete the row".into()
            }
        };
        Err(format!("{}: {what}; {way_out}", given.place(column)))
    };
    let (Line::Column { object, column } | Line::Value { object, column, .. }) = &given.line else {
        return Ok(());
    };
    let Some((spec, at)) = found(&given.line, profile) else {
        let names = profile.objects.iter().map(|object| object.name.as_str());
        let what = format!("`{}` has no object `{object}`", profile.name);
        return missing(OBJECT, what, object, names.collect());
    };
    let new = matches!(given.line, Line::Column { .. }) && given.rule == UNSAID;
    if new || at < spec.columns.len() || family(spec, column) {
        return Ok(());
    }
    let names = spec.columns.iter().map(|column| column.key.as_str());
    let what = format!("`{object}` has no column `{column}` any more");
    missing(LINE, what, column, names.collect())
}

/// Whether a header is one of a family of columns.
fn family(spec: &Object, header: &str) -> bool {
    let spellings = spec.columns.iter().flat_map(|column| {
        let labels = column.labels.iter().flat_map(|(_, words)| words);
        std::iter::once(&column.key).chain(labels)
    });
    let mut patterns = spellings.filter(|spelling| spelling.contains('*'));
    patterns.any(|pattern| crate::survey::fits(pattern, header))
}

/// Puts a line's change and verdict into the overlay; the keys of the change, if there is one.
fn apply(
    given: &Given,
    profile: &Profile,
    tree: &mut Node,
) -> std::result::Result<Option<Vec<String>>, String> {
    let mut rule = match &given.line {
        Line::Owner(_) => given.to.clone(),
        _ => given.rule.clone(),
    };
    let change = wanted(given, profile)?;
    if let Some(change) = &change {
        yaml::put(tree, &borrowed(&change.path), change.node.clone());
        rule.clone_from(&change.rule);
    }
    let path = verdict_path(&given.line);
    let path = borrowed(&path);
    if !given.approved && given.comment.is_empty() {
        yaml::remove(tree, &path);
        return Ok(change.map(|change| change.path));
    }
    let status = if given.approved { APPROVED } else { OPEN };
    let mut entries = vec![("status", yaml::plain(status)), ("as", yaml::plain(&rule))];
    if change.is_none() && !matches!(given.line, Line::Owner(_)) {
        entries.push(("to", yaml::plain(&given.to)));
    }
    if !given.comment.is_empty() {
        entries.push(("comment", yaml::plain(&given.comment)));
    }
    yaml::put(tree, &path, yaml::inline(entries));
    Ok(change.map(|change| change.path))
}

fn borrowed(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

fn verdict_path(line: &Line) -> Vec<String> {
    match line {
        Line::Column { object, column } => keys(&["reviewed", "columns", object, column]),
        Line::Value {
            object,
            column,
            value,
        } => keys(&["reviewed", "values", object, column, value]),
        Line::Owner(owner) => keys(&["reviewed", "owners", owner]),
    }
}

/// Says of a mistake in the overlay from which cell it came.
fn place(
    wrong: &Mistake,
    file: &str,
    written: &Node,
    places: &BTreeMap<Vec<String>, &Given>,
) -> String {
    let lines = |path: &[String]| {
        let node = yaml::get(written, &borrowed(path))?;
        Some(node.line..=last(node))
    };
    let here = |path: &&Vec<String>| lines(path).is_some_and(|lines| lines.contains(&wrong.line));
    let found = places.keys().filter(|_| wrong.file == file).find(here);
    match found.and_then(|path| places.get(path)) {
        Some(given) => {
            let way_out = match wrong.way_out.as_str() {
                "" => String::new(),
                way_out => format!("; {way_out}"),
            };
            format!("{}: {}{way_out}", given.place(CHANGE), wrong.message)
        }
        None => wrong.to_string(),
    }
}

/// The last line of a node.
fn last(node: &Node) -> u32 {
    let below = match &node.kind {
        NodeKind::Map(entries) => entries.iter().map(|(_, value)| last(value)).max(),
        NodeKind::List(items) => items.iter().map(last).max(),
        NodeKind::Scalar(_) => None,
    };
    below.unwrap_or(node.line).max(node.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "spreadsheet";

    fn given(line: Line, change: &str, comment: &str) -> Given {
        Given {
            sheet: "a.xlsx, sheet `people`".into(),
            row: 2,
            line,
            approved: true,
            rule: "name.given".into(),
            to: "contact.FirstName".into(),
            change: change.into(),
            comment: comment.into(),
        }
    }

    fn column(name: &str, change: &str, comment: &str) -> Given {
        let (object, column) = ("people".to_string(), name.to_string());
        given(Line::Column { object, column }, change, comment)
    }

    fn value(column: &str, value: &str, change: &str) -> Given {
        let line = Line::Value {
            object: "people".into(),
            column: column.into(),
            value: value.into(),
        };
        given(line, change, "")
    }

    fn agreed(given: Vec<Given>, before: &str) -> Result<Agreed> {
        let returned = Returned {
            given,
            ..Returned::default()
        };
        agree(returned, BASE, &[], "agreed.yaml", before)
    }

    #[test]
    fn whatever_people_write_is_kept_and_can_be_written_again() {
        let texts = [
            "true",
            "12:30",
            "a: b",
            "# no",
            "- x",
            "[",
            "{a: b}",
            "\"q\"",
            "it's",
            "two\nlines",
            "007",
            "ñ 東京 🙂",
            "~",
            "%",
            "a #b",
            "null",
            "2026-01-01",
            "\u{7}",
            "x: {",
            "*",
            "&a",
            "!t",
        ];
        let mut all: Vec<Given> = texts.map(|text| column(text, "", text)).to_vec();
        all.extend(texts.map(|text| given(Line::Owner(text.into()), text, text)));
        for given in &mut all {
            given.rule = UNSAID.into();
        }
        let first = agreed(all.clone(), "").unwrap();
        let again = agreed(all, &first.text).unwrap();
        assert_eq!(again.text, first.text);
        let profile = profile::load(BASE, &[("agreed.yaml".into(), first.text)]).unwrap();
        for text in texts {
            let owner = (text.to_string(), text.to_string());
            assert!(profile.owners.map.contains(&owner), "{text}");
            let line = Line::Owner(text.into());
            let said = profile.reviewed.iter().find(|(known, _)| *known == line);
            assert_eq!(said.map(|(_, said)| said.comment.as_str()), Some(text));
        }
    }

    #[test]
    fn a_column_with_a_list_of_values_can_be_dropped() {
        let done = agreed(vec![column("Source", "drop(nobody reads it)", "")], "");
        assert!(done.unwrap().text.contains("Source: drop(nobody reads it)"));
    }

    #[test]
    fn an_overlay_or_a_workbook_of_another_profile_is_refused() {
        let other = format!("{HEAD}extends: other\n");
        let error = agreed(vec![column("First name", "", "")], &other).unwrap_err();
        assert!(
            error.to_string().contains("the overlay is of `other`"),
            "{error}"
        );
        let returned = Returned {
            source: Some("other".into()),
            ..Returned::default()
        };
        let error = agree(returned, BASE, &[], "agreed.yaml", "").unwrap_err();
        assert!(
            error.to_string().contains("the workbook is of `other`"),
            "{error}"
        );
    }

    #[test]
    fn a_verdict_that_is_taken_back_is_gone() {
        let first = agreed(vec![column("First name", "", "")], "").unwrap();
        assert!(first.text.contains("status: approved"));
        let mut open = column("First name", "", "");
        open.approved = false;
        let second = agreed(vec![open], &first.text).unwrap();
        assert!(!second.text.contains("reviewed"), "{}", second.text);
    }

    #[test]
    fn a_value_may_be_said_in_several_ways() {
        let ways = [
            "stage: sql, roles: [partner, supplier]",
            "{stage: sql, roles: [partner, supplier]}",
        ];
        for way in ways {
            let done = agreed(vec![value("Stage", "Warm talk", way)], "").unwrap();
            let profile = profile::load(BASE, &[("agreed.yaml".into(), done.text)]).unwrap();
            let line = profile.reviewed.first().unwrap();
            assert_eq!(line.1.rule, "stage: sql, roles: [partner, supplier]");
        }
        let nothing = agreed(vec![value("Stage", "n/a", "\"\"")], "").unwrap();
        assert!(nothing.text.contains("n/a: \"\""), "{}", nothing.text);
        let wrong = agreed(vec![value("Stage", "x", "stage: [sql")], "").unwrap_err();
        assert!(
            wrong.to_string().contains("row 2, column `Change to`"),
            "{wrong}"
        );
        let same = agreed(vec![column("First name", "name.given", "")], "").unwrap();
        assert_eq!(same.changes, 0);
    }
}
