//! Rows that were mended in `rows-to-fix` and are fed back: which rows they stand for, and those that are refused
//! because a spreadsheet has damaged their ids on the way.

use std::collections::{HashMap, HashSet};

use super::set::Set;
use super::sources::{Role, Understood};
use crate::error::Result;
use crate::model::fate::Fate;
use crate::model::field::Type;
use crate::model::key;
use crate::model::record::Draft;
use crate::model::store::Window;
use crate::normalize::id;
use crate::read::{Rows, each_row};

/// A mended row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mended {
    /// The file of its original.
    pub file: String,
    /// The row of its original.
    pub row: u32,
    /// Its own table and row.
    pub by: (usize, u32),
}

/// The rows that were mended and are fed back, by their originals.
pub fn find(files: &[Understood]) -> Result<Vec<Mended>> {
    let mut found = Vec::new();
    let originals: Vec<&str> = files
        .iter()
        .filter(|file| !file.header.names.iter().any(|name| name == "xwalk_file"))
        .map(|file| file.table.input.name.as_str())
        .collect();
    let parties = files.iter().enumerate();
    for (table, file) in parties.filter(|(_, file)| file.role == Role::Parties) {
        let column = |name: &str| file.header.names.iter().position(|header| header == name);
        let (Some(of_file), Some(of_row)) = (column("xwalk_file"), column("xwalk_row")) else {
            continue;
        };
        let reader = Rows::open(&file.table)?;
        for block in &file.table.blocks {
            let bytes = reader.bytes(block)?;
            each_row(&file.table, block, &bytes, |row, _, cells| {
                let cell = |at: usize| {
                    String::from_utf8_lossy(cells.get(at).unwrap_or_default())
                        .trim()
                        .to_string()
                };
                if row > file.header.row && cells.len() == file.header.names.len() {
                    let original = || original(&originals, cell(of_file));
                    found.extend(cell(of_row).parse().ok().map(|of_row| Mended {
                        file: original(),
                        row: of_row,
                        by: (table, row),
                    }));
                }
            });
        }
    }
    found.sort();
    Ok(found)
}

/// Rejects the mended rows whose ids, or links, a spreadsheet has damaged since they were written: they would be joined
/// to nobody, or to strangers. Their originals stay what they are.
///
/// # Errors
/// When the store can't be read.
pub fn refuse(set: &mut Set, files: &[Understood], mended: &mut Vec<Mended>) -> Result<()> {
    if mended.is_empty() {
        return Ok(());
    }
    // By table and row; a file that is not read has no table.
    let place = |table: Option<usize>, row: u32| Some((u16::try_from(table?).ok()?, row));
    let table_of = |file: &String| set.tables.iter().position(|name| name == file);
    let places = |row: &Mended| {
        [
            place(table_of(&row.file), row.row),
            place(Some(row.by.0), row.by.1),
        ]
    };
    let wanted: HashSet<(u16, u32)> = mended.iter().flat_map(places).flatten().collect();
    let records: HashMap<(u16, u32), u32> = (set.metas.iter().zip(0_u32..))
        .map(|(meta, at)| ((meta.table, meta.row), at))
        .filter(|(place, _)| wanted.contains(place))
        .collect();
    let mut damaged = Vec::new();
    for (number, row) in mended.iter().enumerate() {
        let pair = places(row).map(|place| records.get(&place?).copied());
        if let [Some(original), Some(own)] = pair
            && let Some(column) = damaged_column(set, original, own)?
        {
            damaged.push((number, own, column));
        }
    }
    for (_, at, column) in &damaged {
        let table = set
            .metas
            .get(*at as usize)
            .map(|meta| usize::from(meta.table));
        let headers = table
            .and_then(|table| files.get(table))
            .map(|file| &file.header.names);
        let header = headers.and_then(|names| names.get(usize::from(*column)));
        let header = header.map_or("", String::as_str);
        let reason = set.reason(&format!("id-damaged: `{header}`"));
        if let Some(meta) = set.metas.get_mut(*at as usize) {
            (meta.fate, meta.reason) = (Fate::Rejected, reason);
            meta.id = key::NONE;
        }
    }
    for (number, ..) in damaged.into_iter().rev() {
        mended.remove(number);
    }
    Ok(())
}

/// The first column with an id of a mended row that is a damaged form of what its original has.
fn damaged_column(set: &Set, original: u32, mended: u32) -> Result<Option<u16>> {
    let (mut before, mut after) = (Draft::default(), Draft::default());
    let mut window = Window::default();
    set.fetch(original, &mut before, &mut window)?;
    set.fetch(mended, &mut after, &mut window)?;
    let is_id = |ty: Type| matches!(ty, Type::Id | Type::Link);
    let ids = before
        .values()
        .filter(|value| is_id(set.fields.ty(value.field)));
    let mut damaged = ids.filter_map(|was| {
        let mut now = after.values_of(was.field);
        now.find(|now| id::is_damaged(now.text, was.text))
    });
    Ok(damaged.next().map(|value| value.column))
}

/// What the file that a mended row comes from is called in this run: beside a file of mended rows of its name it has
/// the name of its folder in front.
fn original(originals: &[&str], name: String) -> String {
    let longer = format!("/{name}");
    let mut alike = originals
        .iter()
        .filter(|original| original.ends_with(&longer));
    match (
        originals.contains(&name.as_str()),
        alike.next(),
        alike.next(),
    ) {
        (false, Some(only), None) => (*only).to_string(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_row_finds_its_file_under_the_name_that_it_has_in_this_run() {
        let name = |files: &[&str]| original(files, "Contact.csv".to_string());
        assert_eq!(name(&["Contact.csv", "b/Contact.csv"]), "Contact.csv");
        assert_eq!(
            name(&["Lead.csv", "export/Contact.csv"]),
            "export/Contact.csv"
        );
        assert_eq!(name(&["a/Contact.csv", "b/Contact.csv"]), "Contact.csv");
    }
}
