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
#[inline]
pub fn push_cell(out: &mut Vec<u8>, text: &str, delimiter: u8, flavour: Flavour) {
    if !text.is_empty() {
        push_filled(out, text, delimiter, flavour);
    }
}

fn push_filled(out: &mut Vec<u8>, text: &str, delimiter: u8, flavour: Flavour) {
    let formula = flavour == Flavour::Human
        && text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let bytes = text.as_bytes();
    let quoted = has_special(bytes, delimiter)
        || bytes.first() == Some(&b' ')
        || bytes.last() == Some(&b' ');
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

/// Whether bytes hold a delimiter, a quote or a line end. As many are looked at in one step as there are in any case;
/// the last step may look at some of them again.
fn has_special(bytes: &[u8], delimiter: u8) -> bool {
    let wanted = [delimiter, b'"', b'\n', b'\r'];
    if let Some(last) = bytes.last_chunk::<16>() {
        let (steps, _) = bytes.as_chunks::<16>();
        return steps.iter().any(|step| holds(step, wanted)) || holds(last, wanted);
    }
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => holds(first, wanted) || holds(last, wanted),
        _ => bytes.iter().any(|byte| holds(&[*byte], wanted)),
    }
}

/// Whether one of some bytes is wanted, without a branch for each: the compiler makes one comparison of them all.
#[inline]
fn holds<const N: usize>(bytes: &[u8; N], wanted: [u8; 4]) -> bool {
    let is_wanted = |byte: u8| {
        wanted
            .iter()
            .fold(false, |found, one| found | (*one == byte))
    };
    bytes
        .iter()
        .fold(false, |found, byte| found | is_wanted(*byte))
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
    fn what_must_be_quoted_is_found_anywhere() {
        for len in 0..40 {
            let plain = "xé\u{1}z;!#0123456789ABCDEFGHIJKLMNOPQRSTUV"[..].as_bytes();
            let plain = plain.get(..len).unwrap();
            assert!(!has_special(plain, b','), "{len}");
            for (at, byte) in (0..len).flat_map(|at| b",\"\n\r".map(|byte| (at, byte))) {
                let mut bytes = plain.to_vec();
                bytes[at] = byte;
                assert!(has_special(&bytes, b','), "{byte} at {at} of {len}");
            }
        }
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
