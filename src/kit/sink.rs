//! Files of a kit as they are written: hashed and counted on the way.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::FileLines;
use crate::error::{Error, Result};

/// One file of a kit, being written.
#[derive(Debug)]
pub struct Sink {
    name: String,
    path: PathBuf,
    file: BufWriter<File>,
    sha256: Sha256,
    line: crc32fast::Hasher,
    in_line: bool,
    checksums: Vec<u8>,
    bytes: u64,
    rows: u64,
}

/// A file of a kit, written.
#[derive(Clone, Debug)]
pub struct Finished {
    /// Its name in the kit.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Data rows.
    pub rows: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// Its lines.
    pub lines: FileLines,
}

impl Sink {
    /// Makes a file in the kit's folder; folders in its name are made too.
    ///
    /// # Errors
    /// When the file can't be made.
    pub fn create(folder: &Path, name: &str) -> Result<Self> {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(|error| Error::io(parent, &error))?;
        }
        let file = File::create_new(&path).map_err(|error| Error::io(&path, &error))?;
        Ok(Self {
            name: name.to_string(),
            path,
            file: BufWriter::with_capacity(256 << 10, file),
            sha256: Sha256::new(),
            line: crc32fast::Hasher::new(),
            in_line: false,
            checksums: Vec::new(),
            bytes: 0,
            rows: 0,
        })
    }

    /// Its size so far in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Its data rows so far.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Appends bytes that hold `rows` data rows.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn write(&mut self, bytes: &[u8], rows: u64) -> Result<()> {
        self.file
            .write_all(bytes)
            .map_err(|error| Error::io(&self.path, &error))?;
        self.sha256.update(bytes);
        self.bytes += bytes.len() as u64;
        self.rows += rows;
        let mut start = 0;
        for end in memchr::memchr_iter(b'\n', bytes) {
            self.line.update(bytes.get(start..=end).unwrap_or_default());
            self.end_line();
            start = end + 1;
        }
        let rest = bytes.get(start..).unwrap_or_default();
        self.line.update(rest);
        self.in_line |= !rest.is_empty();
        Ok(())
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.checksums
            .extend_from_slice(&line.finalize().to_le_bytes());
        self.in_line = false;
    }

    /// Closes the file, on disk.
    ///
    /// # Errors
    /// When it can't be written out.
    pub fn finish(mut self) -> Result<Finished> {
        if self.in_line {
            self.end_line();
        }
        let fail = |error: &std::io::Error| Error::io(&self.path, error);
        self.file.flush().map_err(|error| fail(&error))?;
        self.file
            .get_ref()
            .sync_all()
            .map_err(|error| fail(&error))?;
        Ok(Finished {
            lines: FileLines {
                name: self.name.clone(),
                checksums: self.checksums,
            },
            name: self.name,
            bytes: self.bytes,
            rows: self.rows,
            sha256: hex(&self.sha256.finalize()),
        })
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file that is split into parts where it would pass the target's limits. A single part bears no number.
#[derive(Debug)]
pub struct Parts {
    folder: PathBuf,
    stem: String,
    header: Vec<u8>,
    max_rows: u64,
    max_bytes: u64,
    done: Vec<Finished>,
    open: Option<Sink>,
}

impl Parts {
    /// Begins a file `<stem>.csv` with a header line. The limits count the header.
    pub fn new(
        folder: &Path,
        stem: &str,
        header: Vec<u8>,
        max_rows: Option<u64>,
        max_bytes: Option<u64>,
    ) -> Self {
        Self {
            folder: folder.to_path_buf(),
            stem: stem.to_string(),
            header,
            max_rows: max_rows.unwrap_or(u64::MAX),
            max_bytes: max_bytes.unwrap_or(u64::MAX),
            done: Vec::new(),
            open: None,
        }
    }

    /// Appends lines; `ends` are the offsets at which they end.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn write(&mut self, bytes: &[u8], ends: &[u32]) -> Result<()> {
        let mut from = 0_usize;
        let mut rows = 0;
        let mut pending = 0_usize;
        for &end in ends {
            let end = end as usize;
            let (open_bytes, open_rows) = self
                .open
                .as_ref()
                .map_or((0, 0), |sink| (sink.bytes(), sink.rows()));
            let header = if self.open.is_none() {
                self.header.len() as u64
            } else {
                0
            };
            let full = open_rows + rows + 2 > self.max_rows
                || open_bytes + header + (end - from) as u64 > self.max_bytes;
            if full && open_rows + rows > 0 {
                self.append(bytes.get(from..pending).unwrap_or_default(), rows)?;
                self.close()?;
                from = pending;
                rows = 0;
            }
            rows += 1;
            pending = end;
        }
        if rows > 0 {
            self.append(bytes.get(from..pending).unwrap_or_default(), rows)?;
        }
        Ok(())
    }

    fn append(&mut self, bytes: &[u8], rows: u64) -> Result<()> {
        if self.open.is_none() {
            let name = format!("{}-{}.csv", self.stem, self.done.len() + 1);
            let mut sink = Sink::create(&self.folder, &name)?;
            sink.write(&self.header, 0)?;
            self.open = Some(sink);
        }
        match &mut self.open {
            Some(sink) => sink.write(bytes, rows),
            None => Ok(()),
        }
    }

    fn close(&mut self) -> Result<()> {
        if let Some(sink) = self.open.take() {
            self.done.push(sink.finish()?);
        }
        Ok(())
    }

    /// Closes the last part. A file without rows is written with its header only.
    ///
    /// # Errors
    /// When it can't be written out.
    pub fn finish(mut self) -> Result<Vec<Finished>> {
        if self.open.is_none() && self.done.is_empty() {
            self.append(&[], 0)?;
        }
        self.close()?;
        if let [only] = self.done.as_mut_slice() {
            let name = format!("{}.csv", self.stem);
            let (from, to) = (self.folder.join(&only.name), self.folder.join(&name));
            fs::rename(&from, &to).map_err(|error| Error::io(&from, &error))?;
            only.name.clone_from(&name);
            only.lines.name = name;
        }
        Ok(self.done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(max_rows: Option<u64>, max_bytes: Option<u64>) -> Vec<(String, u64, String)> {
        let folder = tempfile::tempdir().unwrap();
        let mut parts = Parts::new(folder.path(), "1-x", b"h\n".to_vec(), max_rows, max_bytes);
        parts.write(b"aa\nbb\n", &[3, 6]).unwrap();
        parts.write(b"cc\n", &[3]).unwrap();
        let done = parts.finish().unwrap();
        done.iter()
            .map(|file| {
                let text = fs::read_to_string(folder.path().join(&file.name)).unwrap();
                (file.name.clone(), file.rows, text)
            })
            .collect()
    }

    #[test]
    fn one_part_bears_no_number() {
        assert_eq!(
            parts(None, None),
            [("1-x.csv".into(), 3, "h\naa\nbb\ncc\n".into())]
        );
    }

    #[test]
    fn parts_keep_to_the_limit_of_rows_with_their_header() {
        let names: Vec<_> = parts(Some(3), None)
            .into_iter()
            .map(|part| (part.0, part.1))
            .collect();
        assert_eq!(
            names,
            [("1-x-1.csv".to_string(), 2), ("1-x-2.csv".to_string(), 1)]
        );
    }

    #[test]
    fn parts_keep_to_the_limit_of_bytes() {
        let texts: Vec<_> = parts(None, Some(8))
            .into_iter()
            .map(|part| part.2)
            .collect();
        assert_eq!(texts, ["h\naa\nbb\n", "h\ncc\n"]);
    }
}
