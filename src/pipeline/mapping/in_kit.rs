//! What a kit says of the files that it was made of.

use std::collections::HashMap;
use std::path::Path;

use crate::error::Result;
use crate::model::fate::CELL_FATES;
use crate::pipeline::roundtrip::each_record;
use crate::pipeline::sources::Understood;

/// By file and column (from 1): filled cells by fate.
pub(super) type Fates = HashMap<(String, usize), [u64; CELL_FATES.len()]>;

pub(super) fn fates(kit: &Path) -> Result<Fates> {
    let mut fates = Fates::new();
    each_record(&kit.join("every-column.csv"), |_, cells| {
        let (Some(file), Some(at)) = (cells.first(), cells.get(1)) else {
            return;
        };
        let mut counts = [0; CELL_FATES.len()];
        for (count, cell) in counts.iter_mut().zip(cells.iter().skip(6)) {
            *count = cell.parse().unwrap_or(0);
        }
        if let Ok(at) = at.parse() {
            fates.insert((file.clone(), at), counts);
        }
    })?;
    Ok(fates)
}

/// By file: the object of each row, where several objects share the file; nothing for a row that could not be read.
pub(super) type Boxes = HashMap<String, HashMap<u32, Option<String>>>;

pub(super) fn boxes(kit: &Path, files: &[Understood]) -> Result<Boxes> {
    let mut boxes = Boxes::new();
    let shared = |name: &String| {
        let mut files = files.iter().filter(|file| file.objects.len() > 1);
        files.any(|file| file.table.input.name == *name)
    };
    let shared: HashMap<&String, bool> = (files.iter())
        .map(|file| &file.table.input.name)
        .map(|name| (name, shared(name)))
        .collect();
    each_record(&kit.join("every-row.csv"), |_, cells| {
        let [file, row, _, object, _, fate, ..] = cells.as_slice() else {
            return;
        };
        let readable = fate != "unreadable";
        if let Ok(row) = row.parse()
            && (!readable || shared.get(file) == Some(&true))
        {
            let rows = boxes.entry(file.clone()).or_default();
            rows.insert(row, readable.then(|| object.clone()));
        }
    })?;
    Ok(boxes)
}
