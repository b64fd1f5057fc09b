//! Arguments that clap can't judge.

use std::path::Path;

use crate::error::{Error, Result};
use crate::normalize::country;

/// A kit needs a folder, unless nothing is to be written.
///
/// # Errors
/// When there is neither.
pub(super) fn destination(out: Option<&Path>, dry_run: bool) -> Result<()> {
    if out.is_none() && !dry_run {
        return Err(Error::new(
            "there is no place for the kit",
            "name a new folder with `--out DIR`, or look first with `--dry-run`",
        ));
    }
    Ok(())
}

/// A number of rows; for clap.
///
/// # Errors
/// When it is none.
pub(super) fn sample(text: &str) -> std::result::Result<u32, String> {
    match text.parse() {
        Ok(rows) if rows > 0 => Ok(rows),
        _ => Err(
            "it is no number of rows; give the inputs first and `--sample` after them".to_string(),
        ),
    }
}

/// The header of a column; for clap.
///
/// # Errors
/// When it is empty or no single line.
pub(super) fn column(text: &str) -> std::result::Result<String, String> {
    match text.trim() {
        "" => Err("it is empty; name a column, as in `--segments=Segment`".to_string()),
        text if text.contains(char::is_control) => Err("a header is one line of text".to_string()),
        text => Ok(text.to_string()),
    }
}

/// A country's code in upper case; for clap.
///
/// # Errors
/// When no country has it.
pub(in crate::cli) fn region(text: &str) -> std::result::Result<String, String> {
    let code = text.to_ascii_uppercase();
    if country::name_en(&code).is_some() {
        return Ok(code);
    }
    Err("no country has this code; write two letters of ISO 3166-1, as in `ES` or `US`".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_a_countrys_code_in_any_case() {
        assert_eq!(region("es"), Ok("ES".to_string()));
        assert!(region("ESP").is_err());
        assert!(region("XX").is_err());
    }

    #[test]
    fn a_kit_without_a_folder_is_refused_with_both_ways_out() {
        let error = destination(None, false).unwrap_err().to_string();
        assert!(error.contains("--out") && error.contains("--dry-run"));
        assert!(destination(None, true).is_ok());
    }

    #[test]
    fn a_header_is_a_line_of_text() {
        assert_eq!(column(" Segment "), Ok("Segment".to_string()));
        assert!(column(" ").is_err() && column("a\nb").is_err());
    }

    #[test]
    fn a_folder_is_no_number_of_rows() {
        assert_eq!(sample("50"), Ok(50));
        assert!(sample("export/").is_err());
        assert!(sample("0").is_err());
    }
}
