//! Encodings: which one a file is in, and its cells as text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a cell. What is valid UTF-8 is taken as such; else it is decoded, and the flag says whether
/// the file's encoding was UTF-8 all the same.
pub fn decode<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> (Cow<'a, str>, bool) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), false);
    }
    if encoding == UTF_8 {
        return (WINDOWS_1252.decode_without_bom_handling(bytes).0, true);
    }
    (encoding.decode_without_bom_handling(bytes).0, false)
}

/// The usual name of an encoding.
pub fn label(encoding: &'static Encoding) -> &'static str {
    encoding.name()
}

/// The byte order mark that the bytes begin with: encoding and length.
pub(super) fn mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes)
}

/// The whole of a UTF-16 file as UTF-8; `None` for any other encoding.
pub(super) fn widen(bytes: &[u8]) -> Option<(String, &'static Encoding)> {
    let (encoding, skip) = mark(bytes)?;
    if encoding != UTF_16LE && encoding != UTF_16BE {
        return None;
    }
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(skip..)?);
    Some((text.into_owned(), encoding))
}

/// The encoding of bytes that are not all UTF-8: what the detector guesses, and Windows-1252 for its kin.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_windows_1252_cell_is_decoded() {
        assert_eq!(
            decode(b"Mu\xf1oz", WINDOWS_1252),
            (Cow::Borrowed("Muñoz"), false)
        );
        assert_eq!(decode(b"Mu\xf1oz", UTF_8), (Cow::Borrowed("Muñoz"), true));
        assert_eq!(decode("Muñoz".as_bytes(), WINDOWS_1252).0, "Muñoz");
    }

    #[test]
    fn spanish_text_is_guessed_to_be_windows_1252() {
        let (bytes, _, _) = WINDOWS_1252.encode("Nombre;Población\nJosé Muñoz;Córdoba\nAña;León\n");
        assert_eq!(guess(&bytes), WINDOWS_1252);
    }
}
