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

/// Whether bytes hold a delimiter, a quote or a line end; eight are looked at in one step.
fn has_special(bytes: &[u8], delimiter: u8) -> bool {
    let special = |byte: &u8| matches!(byte, b'"' | b'\n' | b'\r') || *byte == delimiter;
    let Some(last) = bytes.last_chunk::<8>() else {
        return bytes.iter().any(special);
    };
    let (words, _) = bytes.as_chunks::<8>();
    words.iter().chain([last]).any(|word| {
        let word = u64::from_le_bytes(*word);
        [delimiter, b'"', b'\n', b'\r']
            .into_iter()
            .fold(0, |found, byte| {
                found | zero_byte(word ^ (ONES * u64::from(byte)))
            })
            != 0
    })
}

const ONES: u64 = u64::from_le_bytes([1; 8]);

/// Not zero if a byte of the word is zero. Source: "Determine if a word has a zero byte" in Sean Anderson's Bit
/// Twiddling Hacks.
fn zero_byte(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word & (ONES << 7)
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
