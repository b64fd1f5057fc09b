//! A mapping and the verdicts on it as sheets of text.

use std::collections::HashMap;

use super::form::{
    ANYONE, APPROVED, COLUMNS, Form, OPEN, OWNERS, TO_CREATE, UNSAID, VALUES, WORDS,
};
use super::summary::summary;
use crate::map::fold_value;
use crate::model::axis::{AXES, values_of};
use crate::model::fate::CELL_FATES;
use crate::model::field::FIELDS;
use crate::model::finding::mask;
use crate::pipeline::{MappedColumn, MappedObject, MappedOwner, MappedValue, Mapping};
use crate::profile::schema::{Line, Verdict};
use crate::survey::MOST_VALUES;

/// Most values of a column that have a line.
pub(super) const MOST_LINES: usize = 300;

/// What is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// Examples as they are, not masked.
    pub values: bool,
    /// Only lines that are not approved.
    pub only_open: bool,
}

/// A workbook, still as text.
#[derive(Debug)]
pub struct Workbook {
    pub(super) sheets: Vec<Sheet>,
    /// Its lines, counted by sheet.
    pub counts: Vec<(String, Count)>,
}

/// The lines of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Lines that wait for the client.
    pub open: u64,
    /// Of these, lines that nobody has seen yet, where others were.
    pub new: u64,
    /// Of these, lines that were approved and have changed since.
    pub changed: u64,
    /// Lines that the client agrees with.
    pub approved: u64,
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub name: String,
    pub form: Form,
    /// Each line's cells, and whether it stands out.
    pub lines: Vec<(Vec<String>, bool)>,
}

/// Makes the sheets of a mapping.
pub fn workbook(mapping: &Mapping, shown: Shown) -> Workbook {
    let mut judge = Judge::new(mapping, shown);
    let mut sheets = Vec::new();
    for object in &mapping.objects {
        let name = sheet_name(&object.name, &sheets);
        let lines = judge.sheet(&name, |judge| {
            let columns = object.columns.iter();
            let (filled, empty): (Vec<_>, Vec<_>) =
                columns.partition(|column| column.cells.filled > 0);
            let columns = filled.into_iter().chain(empty);
            columns
                .filter_map(|column| judge.column(object, column))
                .collect()
        });
        sheets.push(Sheet {
            name,
            form: COLUMNS,
            lines,
        });
    }
    let lines = judge.sheet("Picklists", |judge| picklists(mapping, judge));
    sheets.push(sheet("Picklists", VALUES, lines));
    let lines = judge.sheet("Owners", |judge| owners(mapping, judge));
    sheets.push(sheet("Owners", OWNERS, lines));
    let lines = mapping.to_create.iter().skip(1);
    let lines = lines.map(|cells| (cells.clone(), false)).collect();
    sheets.push(sheet("Fields to create", TO_CREATE, lines));
    sheets.push(sheet("Words", WORDS, words()));
    let counts = judge.counts;
    let first = summary(mapping, shown, &counts);
    sheets.insert(0, first);
    Workbook { sheets, counts }
}

pub(super) fn sheet(name: &str, form: Form, lines: Vec<(Vec<String>, bool)>) -> Sheet {
    Sheet {
        name: name.to_string(),
        form,
        lines,
    }
}

/// The name of an object's sheet: what a workbook takes, and no other sheet has (Excel: 31 characters, some signs never).
fn sheet_name(object: &str, sheets: &[Sheet]) -> String {
    const TAKEN: [&str; 5] = [
        "summary",
        "picklists",
        "owners",
        "fields to create",
        "words",
    ];
    let safe = |c: char| if "[]:*?/\\'".contains(c) { '-' } else { c };
    let stem: String = object.chars().map(safe).take(26).collect();
    let mut name = stem.clone();
    let mut number = 1;
    let taken = |name: &str| {
        let folded = name.to_lowercase();
        let known = |sheet: &Sheet| sheet.name.to_lowercase() == folded;
        TAKEN.contains(&folded.as_str()) || sheets.iter().any(known)
    };
    while taken(&name) {
        number += 1;
        name = format!("{stem}-{number}");
    }
    name
}

/// Holds lines against what the client has said of them.
struct Judge<'m> {
    said: HashMap<Line, &'m Verdict>,
    shown: Shown,
    counts: Vec<(String, Count)>,
}

/// How a line stands.
struct Standing {
    approved: bool,
    comment: String,
    since: String,
}

impl<'m> Judge<'m> {
    fn new(mapping: &'m Mapping, shown: Shown) -> Self {
        let said = mapping.reviewed.iter();
        Self {
            said: said.map(|(line, said)| (comparable(line), said)).collect(),
            shown,
            counts: Vec::new(),
        }
    }

    /// The lines of a sheet, counted.
    fn sheet<T>(&mut self, name: &str, lines: impl FnOnce(&mut Self) -> T) -> T {
        self.counts.push((name.to_string(), Count::default()));
        lines(self)
    }

    /// How a line stands that says `rule` and goes to `to`; nothing where it is not to be shown.
    fn standing(&mut self, line: &Line, rule: &str, to: Option<&str>) -> Option<Standing> {
        let said = self.said.get(&comparable(line)).copied();
        let went = said.and_then(|said| said.to.as_deref());
        let same = said.is_some_and(|said| said.rule == rule) && (went.is_none() || went == to);
        let approved = said.is_some_and(|said| said.approved) && same;
        let since = match said {
            None if self.said.is_empty() => String::new(),
            None => "new".to_string(),
            Some(said) if same || !said.approved => String::new(),
            Some(said) if said.rule != rule => format!("changed; approved was `{}`", said.rule),
            Some(_) => format!("changed; it went to `{}`", went.unwrap_or_default()),
        };
        if let Some((_, count)) = self.counts.last_mut() {
            count.approved += u64::from(approved);
            count.open += u64::from(!approved);
            count.new += u64::from(since == "new");
            count.changed += u64::from(since.starts_with("changed"));
        }
        let standing = Standing {
            approved,
            comment: said.map(|said| said.comment.clone()).unwrap_or_default(),
            since,
        };
        (!approved || !self.shown.only_open).then_some(standing)
    }

    fn column(
        &mut self,
        object: &MappedObject,
        column: &MappedColumn,
    ) -> Option<(Vec<String>, bool)> {
        let line = Line::Column {
            object: object.name.clone(),
            column: column.line.clone(),
        };
        let unsaid = column.rule.is_empty();
        let rule = if unsaid { UNSAID } else { &column.rule };
        let standing = self.standing(&line, rule, Some(&column.goes_to))?;
        let example = column.cells.example.as_str();
        let distinct = column.cells.counts.len();
        let mut cells = vec![
            column.header.clone(),
            column.label.clone(),
            column.means.clone(),
            rule.to_string(),
            column.goes_to.clone(),
            share(column.cells.filled, object.rows),
            match column.cells.more {
                true => format!("over {MOST_VALUES}"),
                false => distinct.to_string(),
            },
            match self.shown.values {
                _ if example.is_empty() => String::new(),
                true => example.to_string(),
                false => mask(example),
            },
            column.happens.clone(),
            fates(column),
        ];
        let stands_out = unsaid && column.cells.filled > 0;
        cells.extend(verdict(&standing));
        cells.extend([object.name.clone(), column.line.clone()]);
        Some((cells, stands_out || !standing.since.is_empty()))
    }

    fn value(
        &mut self,
        object: &MappedObject,
        column: &MappedColumn,
        value: &MappedValue,
    ) -> Option<(Vec<String>, bool)> {
        let line = Line::Value {
            object: object.name.clone(),
            column: column.line.clone(),
            value: value.value.clone(),
        };
        let rule = value.rule.clone().unwrap_or_else(|| UNSAID.to_string());
        let standing = self.standing(&line, &rule, Some(&value.goes_to))?;
        let mut cells = vec![
            object.name.clone(),
            column.header.clone(),
            value.spelled.join("; "),
            value.cells.to_string(),
            rule,
            value.goes_to.clone(),
        ];
        cells.extend(verdict(&standing));
        cells.extend([column.line.clone(), value.value.clone()]);
        Some((cells, value.rule.is_none() || !standing.since.is_empty()))
    }

    fn owner(&mut self, owner: &MappedOwner) -> Option<(Vec<String>, bool)> {
        let line = Line::Owner(owner.owner.clone());
        let standing = self.standing(&line, &owner.given, None)?;
        let records = match owner.records {
            0 => String::new(),
            records => records.to_string(),
        };
        let mut cells = vec![
            owner.owner.clone(),
            owner.who.clone(),
            records,
            owner.given.clone(),
        ];
        cells.extend(verdict(&standing));
        Some((cells, owner.given.is_empty() || !standing.since.is_empty()))
    }
}

/// A line as lines are compared: values without regard to case and spaces, as in a conversion.
fn comparable(line: &Line) -> Line {
    let mut line = line.clone();
    if let Line::Value { value, .. } = &mut line {
        *value = fold_value(value);
    }
    line
}

/// The cells from `Status` to `Since last time`.
fn verdict(standing: &Standing) -> [String; 4] {
    let status = if standing.approved { APPROVED } else { OPEN };
    [
        status.to_string(),
        String::new(),
        standing.comment.clone(),
        standing.since.clone(),
    ]
}

fn share(filled: u64, rows: u64) -> String {
    match (filled * 100).checked_div(rows) {
        None => "no rows".to_string(),
        Some(0) if filled > 0 => format!("under 1 % ({filled})"),
        Some(percent) => format!("{percent} % ({filled})"),
    }
}

/// The cells of a column by fate, those that there are.
fn fates(column: &MappedColumn) -> String {
    let counts = CELL_FATES.iter().zip(column.fates);
    let parts: Vec<String> = counts
        .filter(|(_, cells)| *cells > 0)
        .map(|(fate, cells)| format!("{cells} {}", fate.name().replace('_', " ")))
        .collect();
    parts.join(", ")
}

fn picklists(mapping: &Mapping, judge: &mut Judge) -> Vec<(Vec<String>, bool)> {
    let mut lines = Vec::new();
    for object in &mapping.objects {
        for column in &object.columns {
            let values = column.values.iter().take(MOST_LINES);
            lines.extend(values.filter_map(|value| judge.value(object, column, value)));
        }
    }
    lines
}

fn owners(mapping: &Mapping, judge: &mut Judge) -> Vec<(Vec<String>, bool)> {
    if mapping.owners.is_empty() {
        return Vec::new();
    }
    let anyone = MappedOwner {
        owner: ANYONE.to_string(),
        who: "inactive, missing or not listed".to_string(),
        records: 0,
        given: mapping.fallback.clone(),
    };
    let all = mapping.owners.iter().chain([&anyone]);
    all.filter_map(|owner| judge.owner(owner)).collect()
}

/// What may stand under `Change to`.
fn words() -> Vec<(Vec<String>, bool)> {
    let line = |word: &str, meaning: &str, place: &str| {
        let cells = [word, meaning, place].map(str::to_string).to_vec();
        (cells, false)
    };
    let column = "a column";
    let mut lines = vec![
        line("custom.name", "a field of your own; write its name", column),
        line("keep", "kept aside: not loaded, but not lost", column),
        line("drop(why)", "not needed; say why", column),
    ];
    for field in FIELDS {
        lines.push(line(field.name, field.about, column));
    }
    for axis in AXES {
        for value in values_of(axis).unwrap_or_default() {
            lines.push(line(
                &format!("{axis}: {value}"),
                "",
                "a value in Picklists",
            ));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::form::{FOR_CLIENT, STATUS};

    #[test]
    fn the_columns_for_the_client_stand_together_as_they_are_filled() {
        for form in [COLUMNS, VALUES, OWNERS] {
            let names: Vec<&str> = form.iter().map(|(name, _)| *name).collect();
            let at = names.iter().position(|name| *name == STATUS).unwrap();
            assert_eq!(names[at..at + 3], FOR_CLIENT);
            assert_eq!(names[at + 3], "Since last time");
        }
    }

    #[test]
    fn a_sheet_has_a_name_that_a_workbook_takes() {
        let sheets = [sheet("a-b", COLUMNS, Vec::new())];
        assert_eq!(sheet_name("A/b", &sheets), "A-b-2");
        assert_eq!(sheet_name("owners", &[]), "owners-2");
        assert!(sheet_name(&"x".repeat(60), &[]).chars().count() < 31);
    }
}
