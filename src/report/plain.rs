//! Texts from files, made harmless for where people read them.

use std::borrow::Cow;

/// A text from a file as one line that steers no terminal, page or sheet.
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|c| {
            if matches!(c, '\n' | '\r' | '\t') {
                ' '
            } else {
                c
            }
        })
        .filter(|c| !steers(*c))
        .collect()
}

/// Controls (C0, C1, DEL), marks that turn the direction of writing, and invisible separators of lines.
pub fn steers(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// A text for a cell of a CSV that people open in a spreadsheet: what would be taken for a formula gets an
/// apostrophe before it (OWASP, CSV injection).
pub fn in_a_sheet(text: &str) -> Cow<'_, str> {
    let plain = match text.chars().any(steers) {
        true => Cow::Owned(plain(text)),
        false => Cow::Borrowed(text),
    };
    match plain.trim_start().starts_with(['=', '+', '-', '@']) {
        true => Cow::Owned(format!("'{plain}")),
        false => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_text_and_a_line_break_a_blank() {
        assert_eq!(in_a_sheet("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(in_a_sheet("\t@SUM(1)"), "' @SUM(1)");
        assert_eq!(in_a_sheet("Ann\nSmith"), "Ann Smith");
        assert_eq!(in_a_sheet("Ann-Marie"), "Ann-Marie");
    }
}
