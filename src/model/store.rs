//! Where records wait between the two passes: in memory up to a limit, beyond it in a private temporary file.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// Chunks of bytes, each appended once and read any number of times.
#[derive(Debug)]
pub struct Store {
    chunks: Vec<Chunk>,
    in_memory: usize,
    limit: usize,
    folder: PathBuf,
    file: Option<File>,
    file_end: u64,
}

#[derive(Debug)]
enum Chunk {
    Memory(Vec<u8>),
    File { at: u64, len: u32 },
}

impl Store {
    /// A store that keeps up to `limit` bytes in memory and the rest in an unnamed file in `folder`.
    pub fn new(limit: usize, folder: PathBuf) -> Self {
        Self {
            chunks: Vec::new(),
            in_memory: 0,
            limit,
            folder,
            file: None,
            file_end: 0,
        }
    }

    /// Appends a chunk and gives its number.
    ///
    /// # Errors
    /// When the temporary file can't be made or written.
    pub fn append(&mut self, mut bytes: Vec<u8>) -> io::Result<u32> {
        let number = u32::try_from(self.chunks.len()).map_err(io::Error::other)?;
        if self.in_memory + bytes.len() <= self.limit {
            bytes.shrink_to_fit();
            self.in_memory += bytes.len();
            self.chunks.push(Chunk::Memory(bytes));
            return Ok(number);
        }
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile_in(&self.folder)?,
        };
        file.write_all_at(&bytes, self.file_end)?;
        self.file = Some(file);
        let len = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.chunks.push(Chunk::File {
            at: self.file_end,
            len,
        });
        self.file_end += u64::from(len);
        Ok(number)
    }

    /// How many chunks there are.
    pub fn len(&self) -> usize {
        self.chunks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// Hands a whole chunk to `work`; `buffer` is used where it comes from the file.
    ///
    /// # Errors
    /// When the temporary file can't be read.
    pub fn with_chunk<T>(
        &self,
        number: u32,
        buffer: &mut Vec<u8>,
        work: impl FnOnce(&[u8]) -> T,
    ) -> io::Result<T> {
        match self.chunks.get(number as usize) {
            Some(Chunk::Memory(bytes)) => Ok(work(bytes)),
            Some(&Chunk::File { len, .. }) => {
                self.read(number, 0, len, buffer)?;
                Ok(work(buffer))
            }
            None => Err(io::Error::other("no such chunk in the store")),
        }
    }

    /// Copies part of a chunk into `buffer`.
    ///
    /// # Errors
    /// When the temporary file can't be read, or the part lies outside of the chunk.
    pub fn read(&self, number: u32, at: u32, len: u32, buffer: &mut Vec<u8>) -> io::Result<()> {
        buffer.clear();
        match self.chunks.get(number as usize) {
            Some(Chunk::Memory(bytes)) => {
                let start = at as usize;
                let part = bytes
                    .get(start..start + len as usize)
                    .ok_or_else(|| io::Error::other("outside of the chunk"))?;
                buffer.extend_from_slice(part);
                Ok(())
            }
            Some(Chunk::File { at: start, .. }) => {
                buffer.resize(len as usize, 0);
                let file = self
                    .file
                    .as_ref()
                    .ok_or_else(|| io::Error::other("the store's file is gone"))?;
                file.read_exact_at(buffer, start + u64::from(at))
            }
            None => Err(io::Error::other("no such chunk in the store")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_beyond_the_limit_are_read_back_from_the_file() {
        let mut store = Store::new(4, std::env::temp_dir());
        let first = store.append(b"abcd".to_vec()).unwrap();
        let second = store.append(b"efgh".to_vec()).unwrap();
        let mut buffer = Vec::new();
        for (number, whole) in [(first, b"abcd"), (second, b"efgh")] {
            store
                .with_chunk(number, &mut buffer, |bytes| assert_eq!(bytes, whole))
                .unwrap();
        }
        store.read(second, 1, 2, &mut buffer).unwrap();
        assert_eq!(buffer, b"fg");
    }
}
