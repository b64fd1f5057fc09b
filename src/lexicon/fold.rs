//! Folding text to lower-case ASCII letters and digits, for keys and look-ups.

/// Appends `text` folded to lower-case ASCII letters and digits: accents and other scripts are
/// transliterated, everything else is left out. `out` is not cleared.
pub fn fold(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            out.push_str(word);
        }
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars() {
        fold_char(c, |folded| out.push(char::from(folded)));
    }
}

/// Hands the lower-case ASCII letters and digits that `c` folds to, none for separators, to `each`.
pub fn fold_char(c: char, mut each: impl FnMut(u8)) {
    if c.is_ascii() {
        let byte = c as u8;
        if byte.is_ascii_alphanumeric() {
            each(byte.to_ascii_lowercase());
        }
        return;
    }
    let letters = deunicode::deunicode_char(c).unwrap_or_default();
    for byte in letters.bytes().filter(u8::is_ascii_alphanumeric) {
        each(byte.to_ascii_lowercase());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_separators_go() {
        let mut out = String::new();
        fold("Ñandú-Peña, O’Straße 2", &mut out);
        assert_eq!(out, "nandupenaostrasse2");
    }
}
