//! Cells that stand for nothing, and the last step that every reader shares.

use super::Reading;

/// Words people type into a cell that they have nothing for, in lower case.
const ABSENT: [&str; 20] = [
    "n/a",
    "n.a.",
    "#n/a",
    "na",
    "n/d",
    "s/d",
    "k.a.",
    "null",
    "<null>",
    "(null)",
    "nil",
    "none",
    "undefined",
    "nan",
    "(blank)",
    "(none)",
    "[null]",
    "ninguno",
    "not available",
    "keine angabe",
];

/// Whether a trimmed cell is empty, only punctuation such as `-` or `??`, or one of the words for nothing.
pub(super) fn stands_for_nothing(trimmed: &str) -> bool {
    let bytes = trimmed.as_bytes();
    if bytes
        .iter()
        .all(|b| matches!(b, b'-' | b'.' | b'?' | b'_' | b'*' | b'/' | b' '))
    {
        return true;
    }
    if matches!(trimmed, "—" | "–" | "…") {
        return true;
    }
    bytes.len() <= 13 && ABSENT.iter().any(|word| trimmed.eq_ignore_ascii_case(word))
}

/// `Same` where the cell is already `canonical`, else the canonical form in `out`.
pub(super) fn settle(raw: &str, canonical: &str, out: &mut String) -> Reading {
    out.clear();
    if raw == canonical {
        return Reading::Same;
    }
    out.push_str(canonical);
    Reading::Changed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_told_from_values() {
        for word in ["", "-", "--", "N/A", "null", "?", "…", "NaN", "."] {
            assert!(stands_for_nothing(word), "{word}");
        }
        for word in ["0", "no", "x", "Nadia", "-1", "nonet"] {
            assert!(!stands_for_nothing(word), "{word}");
        }
    }
}
