//! What is printed: data on stdout, talk on stderr, and nothing from a file that could steer a terminal.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use serde::Serialize;

use crate::error::{Error, Result};
pub(super) use crate::report::plain;
use crate::report::steers;

/// Prints data. Colours are left out where stdout is no terminal.
///
/// # Errors
/// When stdout can't be written.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Prints a value as JSON, with a line end. Characters that could steer a terminal are escaped.
///
/// # Errors
/// When stdout can't be written.
pub(super) fn print_json(value: &impl Serialize) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value)?;
    text.push('\n');
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && steers(c) {
            safe.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            safe.push(c);
        }
    }
    let mut out = io::stdout().lock();
    out.write_all(safe.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Prints what went wrong, and the way out.
pub(super) fn complain(message: &str) {
    let _ = writeln!(
        anstream::stderr(),
        "\x1b[1;31merror:\x1b[0m {}",
        lines(message)
    );
}

/// Writes a file whole or not at all.
///
/// # Errors
/// When its folder can't be written to.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let fail = |error: &std::io::Error| Error::io(path, error);
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut draft = draft(folder).map_err(|error| fail(&error))?;
    draft.write_all(bytes).map_err(|error| fail(&error))?;
    draft.persist(path).map_err(|error| fail(&error.error))?;
    Ok(())
}

/// A file that others may read as they may read any new file.
fn draft(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Whether somebody watches stderr.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Whether the reader of stdout has gone away, as `head` does: that is no mistake.
pub(super) fn is_closed(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = match cause.downcast_ref::<io::Error>() {
            Some(error) => Some(error.kind()),
            None => cause
                .downcast_ref::<serde_json::Error>()
                .and_then(serde_json::Error::io_error_kind),
        };
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}

/// A text from a file as one harmless line, and no longer than so many characters.
pub(super) fn short(text: &str, longest: usize) -> String {
    let text = plain(text);
    if text.chars().count() <= longest {
        return text;
    }
    let mut cut: String = text.chars().take(longest.saturating_sub(1)).collect();
    cut.push('…');
    cut
}

/// A text of several lines without what could steer a terminal.
pub(super) fn lines(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !steers(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_can_not_steer_the_terminal() {
        assert_eq!(
            plain("a\x1b[31mb\u{9b}2Jc\u{202e}d\ne\u{7}"),
            "a[31mb2Jcd e"
        );
        assert_eq!(lines("a\u{1b}b\nc"), "ab\nc");
        assert_eq!(plain("Muñoz 東京"), "Muñoz 東京");
    }

    #[test]
    fn a_long_text_is_cut_and_says_so() {
        assert_eq!(short("abcdef", 4), "abc…");
        assert_eq!(short("abcd", 4), "abcd");
    }

    #[test]
    fn a_closed_pipe_is_told_from_other_errors() {
        let closed = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(is_closed(&anyhow::Error::from(closed)));
        assert!(!is_closed(&anyhow::anyhow!("something else")));
    }
}
