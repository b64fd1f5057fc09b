//! Cutting bytes into rows and cells, by the rules of the `csv` crate: a quote opens at the beginning of a cell only, a
//! doubled quote inside is text, what follows a closing quote belongs to the cell, CR, LF and CR LF end a row, blank
//! lines are no rows.

use std::ops::Range;

use memchr::{memchr, memchr_iter, memchr3};

use super::word::{Near, find_quote, near};

/// Marks a place among the cells that are put together.
const SPARE: u32 = 1 << 31;

/// A row of a table: its cells, in the order of the columns.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    bytes: &'r [u8],
    text: Option<&'r str>,
    spare: &'r [u8],
    places: &'r [(u32, u32)],
}

impl<'r> Row<'r> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// A cell.
    pub fn get(&self, at: usize) -> Option<&'r [u8]> {
        self.places.get(at).map(|place| self.cell(*place))
    }

    /// The cells.
    pub fn iter(&self) -> impl Iterator<Item = &'r [u8]> + use<'_, 'r> {
        self.places.iter().map(|place| self.cell(*place))
    }

    /// The whole row as text, if it is UTF-8: its line as it stands, and behind it the cells that had to be put together.
    pub fn text(&self) -> Option<(&'r str, &'r str)> {
        let text = match self.text {
            Some(text) => text,
            None => std::str::from_utf8(self.bytes).ok()?,
        };
        Some((text, std::str::from_utf8(self.spare).ok()?))
    }

    /// Where a cell stands in [`Row::text`], the two taken as one: its first byte.
    pub fn start(&self, at: usize) -> usize {
        match self.places.get(at) {
            Some((start, _)) if start & SPARE != 0 => self.bytes.len() + (start & !SPARE) as usize,
            Some((start, _)) => *start as usize,
            None => 0,
        }
    }

    fn cell(&self, (start, len): (u32, u32)) -> &'r [u8] {
        let all = if start & SPARE == 0 {
            self.bytes
        } else {
            self.spare
        };
        let start = (start & !SPARE) as usize;
        all.get(start..start + len as usize).unwrap_or_default()
    }
}

/// Cuts bytes into rows.
#[derive(Debug)]
pub(super) struct Cutter<'b> {
    bytes: &'b [u8],
    text: Option<&'b str>,
    delimiter: u8,
    at: usize,
    places: Vec<(u32, u32)>,
    spare: Vec<u8>,
}

impl<'b> Cutter<'b> {
    pub(super) fn new(bytes: &'b [u8], delimiter: u8) -> Self {
        Self {
            bytes,
            text: simdutf8::basic::from_utf8(bytes).ok(),
            delimiter,
            at: 0,
            places: Vec::new(),
            spare: Vec::new(),
        }
    }

    /// The next row, and how many line ends stand in and behind it.
    pub(super) fn next(&mut self) -> Option<(Row<'_>, u32)> {
        self.places.clear();
        self.spare.clear();
        while self.line_end() {}
        let start = self.at;
        if start >= self.bytes.len() {
            return None;
        }
        let mut quotes = false;
        loop {
            self.at = match self.bytes.get(self.at) {
                Some(b'"') => {
                    quotes = true;
                    self.quoted(start)
                }
                _ => self.plain(start),
            };
            if self.bytes.get(self.at) != Some(&self.delimiter) {
                break;
            }
            self.at += 1;
        }
        let end = self.at;
        let ended = self.line_end();
        let row = self.row(start..end);
        // Looking for the first is far cheaper than counting, and there seldom is one.
        let inside = if quotes && memchr(b'\n', row.bytes).is_some() {
            memchr_iter(b'\n', row.bytes).count()
        } else {
            0
        };
        Some((row, number(inside) + u32::from(ended)))
    }

    /// All bytes as one row of one cell, without the line end.
    pub(super) fn whole(&mut self) -> Row<'_> {
        let end = self.bytes.trim_ascii_end().len();
        self.places.clear();
        self.places.push((0, number(end)));
        self.row(0..end)
    }

    fn row(&self, range: Range<usize>) -> Row<'_> {
        Row {
            text: self.text.and_then(|text| text.get(range.clone())),
            bytes: self.bytes.get(range).unwrap_or_default(),
            spare: &self.spare,
            places: &self.places,
        }
    }

    /// Goes over a line end, if one stands here.
    fn line_end(&mut self) -> bool {
        let ends = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => 0,
        };
        self.at += ends;
        ends > 0
    }

    /// The end of a cell that goes on from here without quotes.
    fn end(&self, from: usize) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let found = match near(rest, [self.delimiter, b'\n', b'\r']) {
            Near::At(found) => Some(found),
            Near::Beyond(seen) => {
                let ahead = rest.get(seen..).unwrap_or_default();
                memchr3(self.delimiter, b'\n', b'\r', ahead).map(|found| seen + found)
            }
        };
        from + found.unwrap_or(rest.len())
    }

    fn plain(&mut self, row: usize) -> usize {
        let end = self.end(self.at);
        self.places
            .push((number(self.at - row), number(end - self.at)));
        end
    }

    fn quoted(&mut self, row: usize) -> usize {
        let open = self.at + 1;
        let spare = self.spare.len();
        let mut from = open;
        let end = loop {
            let rest = self.bytes.get(from..).unwrap_or_default();
            let Some(found) = find_quote(rest) else {
                self.spare.extend_from_slice(rest);
                break self.bytes.len();
            };
            let quote = from + found;
            let text = rest.get(..found).unwrap_or_default();
            let next = self.bytes.get(quote + 1).copied();
            if next == Some(b'"') {
                self.spare.extend_from_slice(text);
                self.spare.push(b'"');
                from = quote + 2;
                continue;
            }
            let closed =
                next.is_none_or(|next| next == self.delimiter || matches!(next, b'\n' | b'\r'));
            if closed && from == open {
                self.places.push((number(open - row), number(found)));
                return quote + 1;
            }
            self.spare.extend_from_slice(text);
            let end = if closed {
                quote + 1
            } else {
                self.end(quote + 1)
            };
            let tail = self.bytes.get(quote + 1..end).unwrap_or_default();
            self.spare.extend_from_slice(tail);
            break end;
        };
        let place = (number(spare) | SPARE, number(self.spare.len() - spare));
        self.places.push(place);
        end
    }
}

fn number(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> (Vec<Vec<Vec<u8>>>, u32) {
        let mut cutter = Cutter::new(text.as_bytes(), b',');
        let (mut rows, mut lines) = (Vec::new(), 0);
        while let Some((row, ends)) = cutter.next() {
            let (line, spare) = row.text().unwrap();
            let whole = format!("{line}{spare}");
            for at in 0..row.len() {
                let (start, cell) = (row.start(at), row.get(at).unwrap());
                assert_eq!(&whole.as_bytes()[start..start + cell.len()], cell);
            }
            rows.push(row.iter().map(<[u8]>::to_vec).collect());
            lines += ends;
        }
        (rows, lines)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn cells_are_those_of_the_csv_crate(text in "[ab,\"\"\n\r;ñ]{0,24}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let expected: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            prop_assert_eq!(cut(&text).0, expected);
        }
    }

    #[test]
    fn line_ends_are_counted_inside_and_behind() {
        assert_eq!(cut("a,\"x\ny\"\r\nb\rc\n").1, 4);
        assert_eq!(cut("a,b").1, 0);
    }
}
