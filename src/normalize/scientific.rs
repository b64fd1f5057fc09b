//! Numbers in scientific notation.

/// `5.25512E+11`: a spreadsheet has thrown digits away.
pub(super) fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let exponent = exponent.trim_start_matches('+');
    let number = |part: &str, also: &[u8]| {
        part.bytes().any(|b| b.is_ascii_digit())
            && part
                .bytes()
                .all(|b| b.is_ascii_digit() || also.contains(&b))
    };
    number(mantissa, b".,") && number(exponent, b"")
}

/// The same, with the plus that a spreadsheet writes, so that no `12E5` of a list of articles is taken for a number.
pub fn of_spreadsheet(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [b'0'..=b'9', .., b'0'..=b'9']) && bytes.contains(&b'+') && is_scientific(text)
}
