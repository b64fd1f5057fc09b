//! Dialects: what separates the cells of a file.

use super::encoding;
use encoding_rs::UTF_8;

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between cells.
    pub delimiter: u8,
    /// Whether lines end in CR LF.
    pub crlf: bool,
    /// Bytes before the first row: a byte order mark, a `sep=` line.
    pub skip: usize,
    /// Whether the file begins with a byte order mark.
    pub bom: bool,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Finds the dialect from the beginning of a file.
pub(super) fn detect(start: &[u8]) -> Dialect {
    let bom = encoding::mark(start).map_or(0, |(found, len)| if found == UTF_8 { len } else { 0 });
    let body = start.get(bom..).unwrap_or_default();
    let crlf = memchr::memchr(b'\n', body)
        .is_some_and(|at| at.checked_sub(1).and_then(|before| body.get(before)) == Some(&b'\r'));
    let (stated, line) = sep_line(body);
    let skip = bom + line;
    Dialect {
        delimiter: stated.unwrap_or_else(|| sniff(start.get(skip..).unwrap_or_default())),
        crlf,
        skip,
        bom: bom > 0,
    }
}

/// A first line `sep=;`, as Excel writes and reads: the delimiter and the line's length.
fn sep_line(body: &[u8]) -> (Option<u8>, usize) {
    let end = memchr::memchr(b'\n', body).map_or(body.len(), |at| at + 1);
    let line = body.get(..end).unwrap_or_default().trim_ascii_end();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let line = line.strip_suffix(b"\"").unwrap_or(line);
    match line.strip_prefix(b"sep=") {
        Some([delimiter]) => (Some(*delimiter), end),
        Some([]) => (Some(b'\t'), end),
        _ => (None, 0),
    }
}

/// The delimiter that cuts the first rows into the most equal numbers of cells.
fn sniff(body: &[u8]) -> u8 {
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let score = score(body, delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

fn score(body: &[u8], delimiter: u8) -> usize {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(body);
    let counts: Vec<usize> = reader
        .byte_records()
        .map_while(std::result::Result::ok)
        .take(60)
        .map(|record| record.len())
        .collect();
    let mut sorted = counts.clone();
    sorted.sort_unstable();
    let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0);
    if usual < 2 {
        let widest = counts.iter().max().copied().unwrap_or(0);
        return if widest > 1 { widest } else { 0 };
    }
    // Many cells in most rows say more than two in every row, which a decimal comma in each of them makes, too.
    let equal = counts.iter().filter(|count| **count == usual).count();
    let share = equal as f64 / counts.len().max(1) as f64;
    (100_000.0 * share * (usual.min(99) as f64).log2()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_delimiters_are_found() {
        for delimiter in DELIMITERS {
            let sep = delimiter as char;
            let text = format!("name{sep}mail{sep}city\n\"a,b;c\"{sep}x@y.example{sep}Rome\n");
            assert_eq!(detect(text.as_bytes()).delimiter, delimiter);
        }
    }

    #[test]
    fn commas_in_addresses_do_not_outvote_semicolons() {
        let text = "nombre;calle;ciudad\nAna;Mayor 1, 2º;León\nLuis;Sol 3, bajo, A;Lugo\n";
        assert_eq!(detect(text.as_bytes()).delimiter, b';');
    }

    #[test]
    fn a_decimal_comma_in_every_row_does_not_outvote_ragged_rows() {
        let text = "a;b;c;d;1,5\n1;2;3;4;1,5\n1;2;3;1,5\n1;2;3;4;2,5\n";
        assert_eq!(detect(text.as_bytes()).delimiter, b';');
    }

    #[test]
    fn a_title_and_a_quote_that_is_never_closed_hide_no_delimiter() {
        let text = b"Exported by Ann\na;b;c\n\"never closed;x\n1;2;3\n";
        assert_eq!(detect(text).delimiter, b';');
    }

    #[test]
    fn a_sep_line_is_obeyed_and_passed_over() {
        let found = detect(b"\xef\xbb\xbfsep=;\r\na;b\r\n");
        assert_eq!((found.delimiter, found.skip, found.bom), (b';', 10, true));
        assert!(found.crlf);
    }
}
