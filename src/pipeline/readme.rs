//! The README of a kit, for who loads it.

use std::fmt::Write;

use super::against;
use super::assemble::{Books, writes_owner};
use super::convert::Profiles;
use super::leave_out::LeaveOut;
use super::second_pass::View;
use super::segments;
use super::sources::Role;
use crate::export::Load;
use crate::model::fate::{CELL_FATES, FATES};

/// The README's text.
pub fn text(view: &View, profiles: &Profiles, lists: &LeaveOut, books: &Books) -> String {
    let mut out = String::new();
    let target = &profiles.target;
    let _ = writeln!(out, "# Files to load into {}\n", target.title);
    let _ = writeln!(
        out,
        "Load the numbered files in the order of their numbers. Change none of them before `xwalk verify` has passed.\n"
    );
    before(&mut out, profiles, books);
    order(&mut out, view, profiles, books);
    there(&mut out, view, profiles);
    left_out(&mut out, lists);
    after(&mut out, profiles, view.existing.is_some());
    fewer(&mut out, view, books);
    cells(&mut out, books);
    owners(&mut out, view, books);
    segments(&mut out, view);
    found(&mut out, books);
    others(&mut out, view.existing.is_some(), books);
    out
}

fn list(out: &mut String, items: &[String]) {
    for item in items {
        let _ = writeln!(out, "- {item}");
    }
}

fn before(out: &mut String, profiles: &Profiles, books: &Books) {
    let import = &profiles.target.import;
    let _ = writeln!(out, "## Before\n");
    if !import.identity.column.is_empty() {
        let _ = writeln!(out, "- {}", import.identity.about);
    }
    list(out, &import.before);
    if !books.homeless.is_empty() {
        let _ = writeln!(
            out,
            "- `fields-to-create.csv` lists {} source columns that have cells without a place. Make those that you want to keep, add them to an overlay, and convert again.",
            books.homeless.len()
        );
    }
    if books.to_match > 0 {
        let _ = writeln!(
            out,
            "- `matches.csv` begins with {} that may be one party, the likeliest first. They are loaded as two. Merge in the source those that are one and convert again, or merge them in {} after the load.",
            match books.to_match {
                1 => "a pair of records".to_string(),
                pairs => format!("{pairs} pairs of records"),
            },
            profiles.target.title
        );
    }
    if !import.refuses.is_empty() {
        let _ = writeln!(out, "\nThe import does not take:\n");
        list(out, &import.refuses);
    }
    out.push('\n');
}

fn order(out: &mut String, view: &View, profiles: &Profiles, books: &Books) {
    let _ = writeln!(
        out,
        "## Load, in this order\n\n| file | records | object |\n|---|---:|---|"
    );
    for file in &books.opt_outs {
        let _ = writeln!(
            out,
            "| `{}` | {} | addresses that must not be mailed: before anything else |",
            file.name, file.rows
        );
    }
    for (at, (object, parts)) in view.layout.objects.iter().zip(&books.imports).enumerate() {
        let update = object.stem(at, Load::Update);
        for part in parts {
            let name = &object.name;
            let what = match view.existing {
                None => name.clone(),
                Some(_) if part.name.starts_with(&update) => format!(
                    "{name} that are there: **update only**, matched by `{}`",
                    object.id
                ),
                Some(_) => format!("{name} that are new: **create**"),
            };
            let _ = writeln!(out, "| `{}` | {} | {what} |", part.name, part.rows);
        }
    }
    if let Some(stated) = profiles
        .target
        .import
        .opt_outs
        .as_ref()
        .filter(|stated| !stated.about.is_empty())
    {
        let _ = writeln!(out, "\nOpt-outs: {}", stated.about);
    }
    out.push('\n');
}

/// What is there already, and how the files go with it.
fn there(out: &mut String, view: &View, profiles: &Profiles) {
    let Some(existing) = view.existing else {
        return;
    };
    let title = &profiles.target.title;
    let _ = writeln!(
        out,
        "## What {title} has already\n\n| object | created | updated | skipped: nothing would change | held |\n|---|---:|---:|---:|---:|"
    );
    for report in against::summary(existing, view.set, view.layout) {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            report.object, report.created, report.updated, report.skipped, report.held
        );
    }
    let wins = match existing.keep {
        true => "What it holds stays; only empty cells are filled.",
        false => "Where both fill a cell, ours is written.",
    };
    let _ = writeln!(
        out,
        "\nThe export of {title} must be of the day of the load: whoever changes a record there in between is overwritten.\n\n\
        - {wins} `differences.csv` lists each such cell with both texts; whoever has opted out on either side has opted out.\n\
        - An update's empty cells hold what is there, so that an import that writes empty cells does no harm. Where the export has no such column, or a link leads to a record without an identity, the cell is empty: let the import leave such cells alone.\n\
        - `existing.csv` says which record is which, by what it was found, and which are possible where a person has to decide.\n\
        - Files of one object may point at each other: load a row that is refused for a link again at the end."
    );
    let unseen = existing.not_exported(view.layout);
    if !unseen.is_empty() {
        let _ = writeln!(
            out,
            "- Columns that the files write and the export has not, so that nobody knows what they overwrite: {}.",
            unseen.join(", ")
        );
    }
    out.push('\n');
}

/// Whom the lists have left out.
fn left_out(out: &mut String, lists: &LeaveOut) {
    let reports = lists.reports();
    if reports.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "## Not to be imported\n\n| list | entries | that matched | not understood |\n|---|---:|---:|---:|"
    );
    for list in reports {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} |",
            list.file, list.entries, list.matched, list.not_understood
        );
    }
    let _ = writeln!(
        out,
        "\nThe rows that they name are filtered, with all rows of the same party; opted-out addresses stay in the opt-outs' file.\n"
    );
}

fn after(out: &mut String, profiles: &Profiles, existing: bool) {
    let _ = writeln!(out, "## After\n");
    list(out, &profiles.target.import.after);
    let _ = writeln!(
        out,
        "- The numbers of records in {} must be those of the table above{}.\n",
        profiles.target.title,
        match existing {
            true => ", new ones on top of what was there",
            false => "",
        }
    );
}

fn fewer(out: &mut String, view: &View, books: &Books) {
    let rows: u64 = books.fates.iter().sum();
    let loaded: u64 = books.imports.iter().flatten().map(|file| file.rows).sum();
    let _ = writeln!(
        out,
        "## Why {rows} rows became {loaded} records\n\n| rows | what became of them | why |\n|---:|---|---|"
    );
    for (fate, reason, count) in books.reasons_named(view.set) {
        let _ = writeln!(out, "| {count} | {fate} | {reason} |");
    }
    let _ = writeln!(out, "| {rows} | in all | |\n");
    let exported = books.fates.first().copied().unwrap_or(0);
    let _ = writeln!(
        out,
        "{exported} exported rows and {} organizations that stood only as text on people make {loaded} records.",
        books.created
    );
    let context: Vec<String> = view
        .files
        .iter()
        .filter_map(|file| {
            let what = match &file.role {
                Role::Parties => return None,
                Role::Users => "users, for the owners",
                Role::OptOuts => "opt-outs",
                Role::Context(what) => what,
                Role::NotRead(what) => what,
            };
            Some(format!(
                "`{}` ({} rows): {what}",
                file.table.input.name, file.rows
            ))
        })
        .collect();
    if !context.is_empty() {
        let _ = writeln!(
            out,
            "\nRead for what surrounds the records, or not at all; none of these rows are loaded:\n"
        );
        list(out, &context);
    }
    out.push('\n');
}

fn cells(out: &mut String, books: &Books) {
    let sums = books.cell_sums();
    let all: u64 = sums.iter().sum();
    let _ = writeln!(
        out,
        "## What became of the {all} filled cells\n\n| cells | what became of them |\n|---:|---|"
    );
    for (fate, count) in CELL_FATES.iter().zip(sums) {
        let _ = writeln!(out, "| {count} | {} |", fate.name().replace('_', " "));
    }
    let _ = writeln!(
        out,
        "\nBy column: `every-column.csv`. What was kept aside stands in `cells-not-loaded/`.\n"
    );
}

fn owners(out: &mut String, view: &View, books: &Books) {
    if !writes_owner(view.layout) || books.owners.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "## Owners\n\n| owner in the source | records | in the target |\n|---|---:|---|"
    );
    for (owner, records) in &books.owners {
        let Some(at) = (*owner as usize).checked_sub(1) else {
            continue;
        };
        let name = view.set.owners.get(at).map_or("", String::as_str);
        let given = books.owners_resolved.get(at).cloned().flatten();
        let given = given.unwrap_or_else(|| {
            "**none**: map it in an overlay (`owners:`), or name a fallback".to_string()
        });
        let _ = writeln!(out, "| {} | {records} | {given} |", name.replace('|', "/"));
    }
    out.push('\n');
}

/// The segments, and what to do with their column.
fn segments(out: &mut String, view: &View) {
    let Some(column) = view.layout.segments() else {
        return;
    };
    let _ = writeln!(
        out,
        "## Segments\n\nThe last column of each file, `{column}`, holds the segment of the record. Map it to a property, a picklist or a tag from which lists are made, or leave it out of the import. It is empty for organizations that stood only as text on people.\n\n| segment | records | who is in it, and what can be done |\n|---|---:|---|"
    );
    for (segment, records) in segments::counts(view.set) {
        let _ = writeln!(
            out,
            "| `{}` | {records} | {} |",
            segment.name, segment.about
        );
    }
    out.push('\n');
}

fn found(out: &mut String, books: &Books) {
    if books.counts.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "## Remarks on the data\n\n| | code | meaning |\n|---:|---|---|"
    );
    for (code, _, count, about) in super::convert::counted(&books.counts) {
        let _ = writeln!(out, "| {count} | {code} | {about} |");
    }
    let _ = writeln!(out, "\nOne by one: `findings.jsonl`.\n");
}

fn others(out: &mut String, existing: bool, books: &Books) {
    let _ = writeln!(out, "## The other files\n");
    let files = [
        (
            "rows-to-fix/",
            "rows that could not be loaded, in the form of the source, the reason in front. Mend them and convert them together with the source: they are taken instead of the originals.",
        ),
        (
            "rows-to-decide.csv",
            "rows that wait for a person's decision.",
        ),
        (
            "cells-not-loaded/",
            "per source file, the cells that had no place in the target.",
        ),
        (
            "fields-to-create.csv",
            "what to make in the target to keep them.",
        ),
        ("id-map.csv", "source id to target record."),
        ("every-row.csv", "what became of each source row."),
        ("every-column.csv", "what became of each source column."),
        (
            "findings.jsonl",
            "remarks on the data, one a line; values are masked.",
        ),
        (
            "manifest.json, manifest.lines",
            "sizes, hashes and sums of all this, for `xwalk verify`.",
        ),
    ];
    let there = [
        (
            "existing.csv",
            "which records the target has already, and what becomes of each.",
        ),
        (
            "differences.csv",
            "cells that the target and the source fill differently, and which text goes in.",
        ),
    ];
    let there = there.into_iter().filter(|_| existing);
    let matched = [(
        "matches.csv",
        "pairs of records that may be one party, and those that were made one by more than sure keys, each with what speaks for and against it in bits. `xwalk explain pair A B INPUT` shows any pair.",
    )];
    let is_there = |name: &str| books.files.iter().any(|file| file.name == name);
    let matched = matched.into_iter().filter(|(name, _)| is_there(name));
    for (name, what) in files.into_iter().chain(there).chain(matched) {
        let _ = writeln!(out, "- `{name}`: {what}");
    }
    let fates: Vec<&str> = FATES.iter().map(|fate| fate.name()).collect();
    let _ = writeln!(out, "\nFates of rows: {}.", fates.join(", "));
}
