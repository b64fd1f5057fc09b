//! Tables at random for the objects of a profile, in the dialects and with the faults of real exports.

use std::ops::Range;

use super::choices::Choices;
use super::profiles::{Column, Holds, Object};

/// A table, and what the one who made it knows of it.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its file.
    pub name: String,
    /// The object whose rows it holds.
    pub object: &'static str,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// The same without byte order mark and `sep=` line, in an encoding that keeps ASCII.
    pub text: Vec<u8>,
    /// What stands between cells.
    pub delimiter: u8,
    /// Lines with a quote that is never closed, as places in `text`.
    pub broken: Vec<Range<usize>>,
    /// Row numbers of all rows but the header.
    pub rows: Vec<u32>,
    /// Its header.
    pub headers: Vec<String>,
}

struct Dialect {
    delimiter: char,
    end: &'static str,
    all_quoted: bool,
    encoding: &'static str,
    bom: bool,
    sep: bool,
}

/// The tables of an object: one file or two.
pub fn tables(choices: &mut Choices, object: &Object, most: usize) -> Vec<Table> {
    let files = 1 + usize::from(choices.chance(25));
    (0..files)
        .map(|file| table(choices, object, file, most))
        .collect()
}

fn table(choices: &mut Choices, object: &Object, file: usize, most: usize) -> Table {
    let dialect = Dialect {
        delimiter: choices.one(&[',', ';', '\t', '|']),
        end: choices.one(&["\n", "\r\n", "\r\n", "\r"]),
        all_quoted: choices.chance(40),
        encoding: choices.one(&["utf-8", "utf-8", "windows-1252", "utf-16"]),
        bom: choices.chance(40),
        sep: choices.chance(10),
    };
    let mut columns: Vec<(String, Option<&Column>)> = object
        .columns
        .iter()
        .map(|column| (spelt(choices, column), Some(column)))
        .collect();
    strange_columns(choices, &mut columns);
    let mut made = Made {
        text: String::new(),
        row: 1,
        rows: Vec::new(),
        broken: Vec::new(),
        dialect: &dialect,
    };
    if choices.chance(8) {
        made.line(&["Exported by Ann".to_string()], true);
    }
    let headers: Vec<String> = columns.iter().map(|(header, _)| header.clone()).collect();
    made.line(&headers, false);
    let rows = choices.below(most);
    let breaks = (choices.chance(15) && dialect.end != "\r").then(|| choices.below(rows + 1));
    for at in 0..rows {
        let plain = breaks.is_some_and(|broken| at >= broken);
        if breaks == Some(at) {
            made.broken_line();
        }
        let cells = row(choices, &columns, at, most, plain);
        made.line(&cells, true);
        if choices.chance(4) {
            made.text += dialect.end;
            made.row += 1;
        }
    }
    made.into_table(object, file, headers)
}

fn spelt(choices: &mut Choices, column: &Column) -> String {
    match choices.below(12) {
        10 => column.header.to_uppercase(),
        11 => column.header.replace(' ', "_"),
        _ => column.header.clone(),
    }
}

/// Columns that the profile doesn't know, one that stands twice, one without a name.
fn strange_columns(choices: &mut Choices, columns: &mut Vec<(String, Option<&Column>)>) {
    if choices.chance(40) {
        columns.push(("Zzz1".to_string(), None));
    }
    if choices.chance(20) {
        columns.push(("sys_stamp".to_string(), None));
    }
    if choices.chance(20) {
        let twice = columns[choices.below(columns.len())].clone();
        columns.push(twice);
    }
    if choices.chance(10) {
        columns.insert(choices.below(columns.len()), (String::new(), None));
    }
    if choices.chance(30) {
        let by = choices.below(columns.len());
        columns.rotate_left(by);
    }
}

fn row(
    choices: &mut Choices,
    columns: &[(String, Option<&Column>)],
    at: usize,
    most: usize,
    plain: bool,
) -> Vec<String> {
    let empty = choices.chance(3);
    let mut cells: Vec<String> = columns
        .iter()
        .map(|(_, column)| {
            if empty {
                String::new()
            } else {
                cell(choices, *column, at, most)
            }
        })
        .collect();
    match choices.below(40) {
        38 => cells.truncate(2 + choices.below(2)),
        39 => cells.push(choices.one(&["more", "", " "]).to_string()),
        _ => {}
    }
    if plain {
        for cell in &mut cells {
            cell.retain(|c| c.is_alphanumeric() || "@.-".contains(c));
        }
    }
    cells
}

fn cell(choices: &mut Choices, column: Option<&Column>, at: usize, most: usize) -> String {
    let Some(column) = column else {
        return choices.one(&["", "blue", "x y", "7"]).to_string();
    };
    match column.holds {
        Holds::Id if choices.chance(88) => id(&column.key, at + 1),
        Holds::Id => choices.one(&["", "003same", "x 1"]).to_string(),
        Holds::Link(_) if choices.chance(55) => String::new(),
        Holds::Link(of) => format!(
            "{}{:04}",
            if of == "firms" { "001" } else { "003" },
            1 + choices.below(most)
        ),
        Holds::Few(_) if choices.chance(25) => choices.one(&["", "", " "]).to_string(),
        Holds::Few(texts) => choices.one(texts).to_string(),
    }
}

fn id(key: &str, number: usize) -> String {
    let prefix = match key.as_bytes().get(1) {
        Some(b'F') => "001",
        Some(b'Q') => "00Q",
        _ => "003",
    };
    format!("{prefix}{number:04}")
}

struct Made<'d> {
    text: String,
    row: u32,
    rows: Vec<u32>,
    broken: Vec<Range<usize>>,
    dialect: &'d Dialect,
}

impl Made<'_> {
    fn line(&mut self, cells: &[String], counts: bool) {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push(self.dialect.delimiter);
            }
            let needs =
                cell.contains([self.dialect.delimiter, '"', '\n', '\r']) || cell.starts_with(' ');
            if needs || self.dialect.all_quoted && self.broken.is_empty() {
                self.text.push('"');
                self.text += &cell.replace('"', "\"\"");
                self.text.push('"');
            } else {
                self.text += cell;
            }
        }
        self.end(counts);
    }

    fn broken_line(&mut self) {
        let start = self.text.len();
        self.text += &format!("\"never closed{}x", self.dialect.delimiter);
        self.end(true);
        self.broken.push(start..self.text.len());
    }

    fn end(&mut self, counts: bool) {
        self.text += self.dialect.end;
        if counts {
            self.rows.push(self.row);
        }
        self.row += 1;
    }

    fn into_table(self, object: &Object, file: usize, headers: Vec<String>) -> Table {
        let sep = self.dialect.sep && self.dialect.end != "\r";
        let head = if sep {
            format!("sep={}{}", self.dialect.delimiter, self.dialect.end)
        } else {
            String::new()
        };
        let whole = format!("{head}{}", self.text);
        let (bytes, text) = match self.dialect.encoding {
            "windows-1252" => {
                let encode = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
                (encode(&whole), encode(&self.text))
            }
            "utf-16" => (wide(&whole), self.text.clone().into_bytes()),
            _ if self.dialect.bom => (
                [b"\xef\xbb\xbf", whole.as_bytes()].concat(),
                self.text.clone().into_bytes(),
            ),
            _ => (whole.into_bytes(), self.text.clone().into_bytes()),
        };
        Table {
            name: format!("{}{}.csv", object.name, ["", "-more"][file.min(1)]),
            object: object.name,
            bytes,
            broken: self
                .broken
                .iter()
                .map(|range| to_bytes(&self.text, range, self.dialect.encoding))
                .collect(),
            text,
            delimiter: self.dialect.delimiter as u8,
            rows: self.rows,
            headers,
        }
    }
}

/// A place in the text as a place in its encoding.
fn to_bytes(text: &str, range: &Range<usize>, encoding: &str) -> Range<usize> {
    let place = |at: usize| {
        if encoding == "windows-1252" {
            text[..at].chars().count()
        } else {
            at
        }
    };
    place(range.start)..place(range.end)
}

fn wide(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}
