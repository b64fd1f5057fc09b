//! The kit: a folder of files, written whole or not at all.

mod book;
mod checksums;
mod sink;

use std::fs;
use std::path::{Path, PathBuf};

pub use book::{Book, Column, as_workbook, beside, new_book, put, text_format, workbook};
pub use checksums::{FileLines, decode as decode_checksums, encode as encode_checksums};
pub use sink::{Finished, Parts, Sink, hex};

use crate::error::{Error, Result};

/// Name of the list of what a kit holds.
pub const MANIFEST: &str = "manifest.json";
/// Name of the checksums of lines, beside it.
pub const LINES: &str = "manifest.lines";

/// A kit that is being written, in a hidden folder beside the place where it goes.
#[derive(Debug)]
pub struct Draft {
    folder: tempfile::TempDir,
    out: PathBuf,
    replace: bool,
}

impl Draft {
    /// Begins a kit that will stand at `out`.
    ///
    /// # Errors
    /// When `out` holds something that may not be replaced, when it holds or lies in an input, or when nothing
    /// can be written beside it.
    pub fn begin(out: &Path, force: bool, inputs: &[PathBuf]) -> Result<Self> {
        Self::begin_as("kit", &[MANIFEST, LINES], out, force, inputs)
    }

    /// Begins a folder of another kind, which is known by some of its files.
    ///
    /// # Errors
    /// As [`Draft::begin`].
    pub fn begin_as(
        what: &str,
        known_by: &[&str],
        out: &Path,
        force: bool,
        inputs: &[PathBuf],
    ) -> Result<Self> {
        let place = || out.display().to_string();
        let mut replace = false;
        if out.exists() {
            let empty =
                out.is_dir() && fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
            let alike = known_by.iter().all(|name| out.join(name).is_file());
            if !(empty || alike && force) {
                let way_out = if alike {
                    format!("add `--force` to replace the {what}")
                } else {
                    format!("give an empty or new folder; only an earlier {what} is ever replaced")
                };
                return Err(Error::new("there is something in it already", way_out).at(place()));
            }
            replace = true;
        }
        for input in inputs {
            if holds(out, input) || input.is_dir() && holds(input, out) {
                return Err(Error::new(
                    format!("`{}` is read from there", input.display()),
                    format!("write the {what} somewhere else; inputs are never written to"),
                )
                .at(place()));
            }
        }
        let parent = match out.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        fs::create_dir_all(&parent).map_err(|error| Error::io(&parent, &error))?;
        let folder = tempfile::Builder::new()
            .prefix(".xwalk-")
            .tempdir_in(&parent)
            .map_err(|error| Error::io(&parent, &error))?;
        Ok(Self {
            folder,
            out: out.to_path_buf(),
            replace,
        })
    }

    /// Where the files are written for now.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts the kit in its place.
    ///
    /// # Errors
    /// When the folders can't be renamed; what stood there before is then still there.
    pub fn finish(self) -> Result<()> {
        let fail = |error: std::io::Error| Error::io(&self.out, &error);
        let made = self.folder.keep();
        open_to_others(&made);
        if !self.replace {
            return fs::rename(&made, &self.out).map_err(fail);
        }
        let old = made.with_extension("old");
        fs::rename(&self.out, &old).map_err(fail)?;
        if let Err(error) = fs::rename(&made, &self.out) {
            let _ = fs::rename(&old, &self.out);
            return Err(fail(error));
        }
        fs::remove_dir_all(&old).map_err(fail)
    }
}

/// A temporary folder is for its owner only; a kit has the usual permissions of the folder it stands in.
#[cfg(unix)]
fn open_to_others(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) {}

/// Whether a path lies in a folder; of a path that is not there yet, the nearest that is.
fn holds(folder: &Path, path: &Path) -> bool {
    let here = |path: &Path| match path.as_os_str().is_empty() {
        true => fs::canonicalize("."),
        false => fs::canonicalize(path),
    };
    let nearest = path.ancestors().find_map(|path| here(path).ok());
    match (fs::canonicalize(folder), nearest) {
        (Ok(folder), Some(path)) => path.starts_with(folder),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_no_kit_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.txt"), "x").unwrap();
        let error = Draft::begin(folder.path(), true, &[]).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("only an earlier kit is ever replaced"),
            "{error}"
        );
    }

    #[test]
    fn an_input_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        for name in [MANIFEST, LINES] {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let input = folder.path().join(MANIFEST);
        assert!(Draft::begin(folder.path(), true, &[input]).is_err());
        assert!(Draft::begin(folder.path(), true, &[folder.path().to_path_buf()]).is_err());
    }

    #[test]
    fn a_kit_never_stands_in_a_folder_that_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let export = folder.path().join("export");
        fs::create_dir(&export).unwrap();
        let begin = |out: &str| {
            Draft::begin(
                &folder.path().join(out),
                false,
                std::slice::from_ref(&export),
            )
        };
        let error = begin("export/new/kit").unwrap_err();
        assert!(error.to_string().contains("is read from there"), "{error}");
        assert!(begin("kit").is_ok());
    }

    #[test]
    fn an_unfinished_kit_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("kit");
        drop(Draft::begin(&out, false, &[]).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
