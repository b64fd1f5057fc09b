//! The README of a kit, for who loads it.

use std::fmt::Write;

use super::assemble::{Books, writes_owner};
use super::convert::Profiles;
use super::leave_out::LeaveOut;
use super::second_pass::View;
use super::sources::Role;
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
    after(&mut out, profiles);
    fewer(&mut out, view, books);
    cells(&mut out, books);
    owners(&mut out, view, books);
    found(&mut out, books);
    others(&mut out);
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
    for (object, parts) in view.layout.objects.iter().zip(&books.imports) {
        for part in parts {
            let _ = writeln!(out, "| `{}` | {} | {} |", part.name, part.rows, object.name);
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

fn after(out: &mut String, profiles: &Profiles) {
    let _ = writeln!(out, "## After\n");
    list(out, &profiles.target.import.after);
    let _ = writeln!(
        out,
        "- The numbers of records in {} must be those of the table above.\n",
        profiles.target.title
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

fn others(out: &mut String) {
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
    for (name, what) in files {
        let _ = writeln!(out, "- `{name}`: {what}");
    }
    let fates: Vec<&str> = FATES.iter().map(|fate| fate.name()).collect();
    let _ = writeln!(out, "\nFates of rows: {}.", fates.join(", "));
}
