//! `FILE=OBJECT`, as it is typed.

/// Takes `FILE=OBJECT` apart; for clap.
///
/// # Errors
/// When one side is missing.
pub(super) fn parse(text: &str) -> std::result::Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((file, object)) if !file.is_empty() && !object.is_empty() => {
            Ok((file.to_string(), object.to_string()))
        }
        _ => {
            Err("write the file's name, `=` and the object, as in `people.csv=contact`".to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_equals_sign_divides_file_and_object() {
        assert_eq!(parse("a=b.csv=lead"), Ok(("a=b.csv".into(), "lead".into())));
        assert!(parse("a.csv").is_err());
        assert!(parse("=lead").is_err());
    }
}
