//! Ids: the exact text, unless a spreadsheet has rewritten it.

use super::Reading;
use super::scientific::is_scientific;

/// Reads an id.
///
/// Codes: `id-damaged` (a spreadsheet's `7.31024E+18`; without the plus, as in `12E5`, it is an id like any other).
pub fn id(raw: &str) -> Reading {
    if raw.contains('+') && is_scientific(raw) {
        Reading::Unread("id-damaged")
    } else {
        Reading::Same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_in_scientific_notation_is_damaged() {
        for raw in ["7.31024E+18", "7,31024e+18", "7E+18"] {
            assert_eq!(id(raw), Reading::Unread("id-damaged"), "{raw}");
        }
    }

    #[test]
    fn any_other_text_is_an_id() {
        for raw in [
            "7310240000002570001",
            "12E5",
            "1E10",
            "+34915550100",
            "a+b",
            "E+1",
            "00Q5g00000x0001EAA",
        ] {
            assert_eq!(id(raw), Reading::Same, "{raw}");
        }
    }
}
