//! White space around and between words, looked for by bytes where a text is ASCII.

/// The text without white space around it, as [`str::trim`] gives it; most cells have none.
#[inline]
pub fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        [only] if only.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Whether a text is ASCII and has no white space but single spaces.
pub fn is_single_spaced(text: &str) -> bool {
    let mut before = b'x';
    text.bytes().all(|b| {
        let sound = b.is_ascii_graphic() || b == b' ' && before != b' ';
        before = b;
        sound
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn trimmed_is_what_trim_gives(text in "[ \\t\u{a0}a.ñ]{0,6}") {
            prop_assert_eq!(trimmed(&text), text.trim());
        }
    }

    #[test]
    fn double_and_other_spaces_are_seen() {
        assert!(is_single_spaced("a b c") && is_single_spaced(""));
        for text in ["a  b", "a\tb", "a\nb", "a\u{a0}b", "ñ"] {
            assert!(!is_single_spaced(text), "{text:?}");
        }
    }
}
