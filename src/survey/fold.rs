//! Headers made comparable.

/// A header in lower-case ASCII letters and digits only: case-, accent-, space- and punctuation-blind.
pub fn fold(header: &str) -> String {
    let mut folded = String::with_capacity(header.len());
    crate::lexicon::fold(header, &mut folded);
    folded
}

/// Whether a header fits a pattern with one or more `*`, a star standing for at least one character. Both are folded,
/// unless that would leave nothing of the pattern (`$*`): then they are compared as they stand, blind to case.
pub fn fits(pattern: &str, header: &str) -> bool {
    let bare = fold(pattern).is_empty();
    let comparable = |text: &str| {
        if bare {
            text.to_lowercase()
        } else {
            fold(text)
        }
    };
    let header = comparable(header);
    let mut parts = pattern.split('*').map(comparable);
    let Some(first) = parts.next() else {
        return false;
    };
    let Some(mut rest) = header.strip_prefix(first.as_str()) else {
        return false;
    };
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return part.is_empty() && !rest.is_empty()
                || rest.len() > part.len() && rest.ends_with(part.as_str());
        }
        let from = rest.char_indices().nth(1).map_or(rest.len(), |(at, _)| at);
        let Some(found) = rest.get(from..).and_then(|tail| tail.find(part.as_str())) else {
            return false;
        };
        rest = rest.get(from + found + part.len()..).unwrap_or_default();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_header_are_equal() {
        for header in [
            "Last Name",
            "last_name",
            "LASTNAME",
            "LastName",
            "Last-Name:",
        ] {
            assert_eq!(fold(header), "lastname");
        }
        assert_eq!(fold("Teléfono móvil"), "telefonomovil");
    }

    #[test]
    fn a_star_stands_for_something() {
        assert!(fits("E-mail * - Value", "E-mail 12 - Value"));
        assert!(!fits("E-mail * - Value", "e-mail value"));
        assert!(fits("_fivetran_*", "_FIVETRAN_synced"));
        assert!(!fits("Phone *", "phone"));
        assert!(fits("a*b*c", "axbyc"));
    }

    #[test]
    fn a_pattern_of_signs_fits_headers_as_they_stand() {
        assert!(fits("$*", "$approved"));
        assert!(!fits("$*", "approved"));
        assert!(!fits("$*", "$"));
        assert!(fits("*@*", "owner@odata"));
        assert!(!fits("--*--", "-- x -"));
        assert!(!fits("#", "name") && fits("#", "#"));
    }
}
