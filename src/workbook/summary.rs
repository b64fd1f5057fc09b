//! The first sheet: what the workbook is, how it is filled in, and how far it is.

use super::form::{Form, SOURCE};
use super::sheets::{Count, MOST_LINES, Sheet, Shown, sheet};
use crate::pipeline::{MappedColumn, Mapping};

/// Makes the summary.
pub(super) fn summary(mapping: &Mapping, shown: Shown, counts: &[(String, Count)]) -> Sheet {
    let mut lines: Vec<(Vec<String>, bool)> = Vec::new();
    let mut say = |cells: &[&str], head: bool| {
        lines.push((cells.iter().map(|cell| (*cell).into()).collect(), head));
    };
    let named = |(name, title): &(String, String)| match title.is_empty() {
        true => name.clone(),
        false => title.clone(),
    };
    let (from, to) = (named(&mapping.source), named(&mapping.target));
    say(&[&format!("How the data of {from} goes into {to}")], true);
    say(&[SOURCE, &mapping.source.0], false);
    say(&["Target profile", &mapping.target.0], false);
    say(&[], false);
    say(&["How to fill it in"], true);
    for (number, text) in (1..).zip(HOW) {
        say(&[&format!("{number}. {text}")], false);
    }
    if shown.only_open {
        say(
            &["This workbook leaves out what is approved already."],
            false,
        );
    }
    say(&[], false);
    say(
        &[
            "Sheet",
            "Open",
            "of these new",
            "of these changed",
            "Approved",
        ],
        true,
    );
    for (name, count) in counts {
        let numbers = [count.open, count.new, count.changed, count.approved];
        let numbers = numbers.map(|number| number.to_string());
        let numbers = numbers.iter().map(String::as_str);
        let cells: Vec<&str> = std::iter::once(name.as_str()).chain(numbers).collect();
        say(&cells, false);
    }
    say(&[], false);
    say(&["Files", "Rows"], true);
    for object in &mapping.objects {
        let name = format!("{}: {}", object.name, object.files.join(", "));
        say(&[&name, &object.rows.to_string()], false);
    }
    for text in cut(mapping) {
        say(&[&text], false);
    }
    sheet("Summary", SUMMARY, lines)
}

/// The widths of the summary; it has no header.
const SUMMARY: Form = &[("", 100.0), ("", 18.0), ("", 14.0), ("", 18.0), ("", 12.0)];

const HOW: [&str; 6] = [
    "There is a sheet for each kind of record, with a line for each column of your files; a sheet for the values of \
     lists, and one for the people who are in charge of records.",
    "Read each line from the left: what the column means, where it goes in the new system, and what happens to it.",
    "If it is right, choose `approved` under Status. If you can't say yet, leave it `open`.",
    "If it should be otherwise, say under Change to what it is: a word of the sheet Words, such as name.given, \
     custom.tier, keep or drop(nobody uses it). For a value of a list: stage: customer, say, or another value. For a \
     person in charge: their user in the new system.",
    "Comment is for anything else: questions, doubts, who knows.",
    "You may sort, filter, and move columns. Don't change the other cells; they say which line it is.",
];

/// Columns with more values than have lines.
fn cut(mapping: &Mapping) -> Vec<String> {
    let columns = mapping.objects.iter().flat_map(|object| {
        let many = |column: &&MappedColumn| {
            column.values.len() > MOST_LINES || column.cells.more && !column.values.is_empty()
        };
        let columns = object.columns.iter().filter(many);
        columns.map(move |column| (object, column))
    });
    columns
        .map(|(object, column)| {
            format!(
                "`{}` of {} has more values than fit: the {} most frequent are listed",
                column.header,
                object.name,
                column.values.len().min(MOST_LINES)
            )
        })
        .collect()
}
