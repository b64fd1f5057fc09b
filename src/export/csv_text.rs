//! Cells as CSV text.

/// For whom a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// For an import: exact bytes.
    Machine,
    /// For people: a text that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236).
    Human,
}

/// Appends a cell, in quotes where it needs them (RFC 4180).
pub fn push_cell(out: &mut Vec<u8>, text: &str, delimiter: u8, flavour: Flavour) {
    if text.is_empty() {
        return;
    }
    let formula = flavour == Flavour::Human
        && text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let bytes = text.as_bytes();
    let special = |byte: &u8| matches!(byte, b'"' | b'\n' | b'\r') || *byte == delimiter;
    let quoted =
        bytes.iter().any(special) || bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
    if !quoted && !formula {
        out.extend_from_slice(bytes);
        return;
    }
    if quoted {
        out.push(b'"');
    }
    if formula {
        out.push(b'\'');
    }
    if quoted && memchr::memchr(b'"', bytes).is_some() {
        for &byte in bytes {
            if byte == b'"' {
                out.push(b'"');
            }
            out.push(byte);
        }
    } else {
        out.extend_from_slice(bytes);
    }
    if quoted {
        out.push(b'"');
    }
}

/// Appends a whole line of cells, with its end.
pub fn push_line<'a>(
    out: &mut Vec<u8>,
    cells: impl IntoIterator<Item = &'a str>,
    flavour: Flavour,
) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        push_cell(out, cell, b',', flavour);
    }
    out.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str], flavour: Flavour) -> String {
        let mut out = Vec::new();
        push_line(&mut out, cells.iter().copied(), flavour);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let cells = [
            "a,b",
            "say \"hi\"",
            "two\r\nlines",
            " space ",
            "",
            "ñ",
            "=1+1",
        ];
        let text = line(&cells, Flavour::Machine);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text.as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        assert!(record.iter().eq(cells));
    }

    #[test]
    fn a_formula_is_disarmed_for_people_only() {
        assert_eq!(
            line(&["=cmd()", "+49 30"], Flavour::Human),
            "'=cmd(),'+49 30\r\n"
        );
        assert_eq!(line(&["=cmd()"], Flavour::Machine), "=cmd()\r\n");
    }
}
