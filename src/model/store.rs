//! Where records wait between the two passes: in memory up to a limit, beyond it in a private temporary file.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;

/// Chunks of bytes, each appended once and read any number of times.
#[derive(Debug)]
pub struct Store {
    chunks: Vec<Chunk>,
    /// What is in memory, chunk behind chunk; none of these buffers ever grows.
    memory: Vec<Vec<u8>>,
    in_memory: usize,
    limit: usize,
    folder: PathBuf,
    file: Option<File>,
    file_end: u64,
}

#[derive(Debug)]
enum Chunk {
    Memory {
        buffer: usize,
        at: usize,
        len: usize,
    },
    File {
        at: u64,
        len: u32,
    },
}

/// Size of a buffer in bytes, where no single chunk is larger.
const BUFFER: usize = 16 << 20;

impl Store {
    /// A store that keeps up to `limit` bytes in memory and the rest in an unnamed file in `folder`.
    pub fn new(limit: usize, folder: PathBuf) -> Self {
        Self {
            chunks: Vec::new(),
            memory: Vec::new(),
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
    pub fn append(&mut self, bytes: &[u8]) -> io::Result<u32> {
        let number = u32::try_from(self.chunks.len()).map_err(io::Error::other)?;
        if self.in_memory + bytes.len() <= self.limit {
            let chunk = self.keep(bytes);
            self.chunks.push(chunk);
            return Ok(number);
        }
        let file = match self.file.take() {
            Some(file) => file,
            None => tempfile::tempfile_in(&self.folder)?,
        };
        file.write_all_at(bytes, self.file_end)?;
        self.file = Some(file);
        let len = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.chunks.push(Chunk::File {
            at: self.file_end,
            len,
        });
        self.file_end += u64::from(len);
        Ok(number)
    }

    /// Copies a chunk behind the one before it.
    fn keep(&mut self, bytes: &[u8]) -> Chunk {
        self.in_memory += bytes.len();
        let room = |buffer: &&mut Vec<u8>| buffer.capacity() - buffer.len() >= bytes.len();
        let last = self.memory.last_mut().filter(room);
        let at = last.as_ref().map_or(0, |buffer| buffer.len());
        match last {
            Some(buffer) => buffer.extend_from_slice(bytes),
            None => {
                let mut buffer = Vec::with_capacity(bytes.len().max(BUFFER.min(self.limit)));
                buffer.extend_from_slice(bytes);
                self.memory.push(buffer);
            }
        }
        Chunk::Memory {
            buffer: self.memory.len() - 1,
            at,
            len: bytes.len(),
        }
    }

    /// How many chunks there are.
    pub fn len(&self) -> usize {
        self.chunks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// A part of a chunk. What comes from the file is read into `window`, and more than asked for where parts are read
    /// one after the other.
    ///
    /// # Errors
    /// When the temporary file can't be read, or the part lies outside of the chunk.
    pub fn read<'s>(
        &'s self,
        number: u32,
        at: u32,
        len: u32,
        window: &'s mut Window,
    ) -> io::Result<&'s [u8]> {
        let outside = || io::Error::other("outside of the store");
        let (from, to) = (at as usize, at as usize + len as usize);
        let (&start, &whole) = match self.chunks.get(number as usize) {
            Some(Chunk::Memory { buffer, at, len }) => {
                let bytes = self.memory.get(*buffer).filter(|_| to <= *len);
                let part = bytes.and_then(|bytes| bytes.get(at + from..at + to));
                return part.ok_or_else(outside);
            }
            Some(Chunk::File { at, len }) => (at, len),
            None => return Err(outside()),
        };
        if to > whole as usize {
            return Err(outside());
        }
        if !window.holds(number, from, to) {
            let next = window.chunk == number && window.next == from;
            let ahead = if next { AHEAD } else { 0 };
            let end = (from + ahead).clamp(to, (whole as usize).max(to));
            window.bytes.resize(end - from, 0);
            (window.chunk, window.start) = (number, from);
            let file = self.file.as_ref().ok_or_else(outside)?;
            file.read_exact_at(&mut window.bytes, start + u64::from(at))?;
        }
        window.next = to;
        let part = window.bytes.get(from - window.start..to - window.start);
        part.ok_or_else(outside)
    }
}

/// How much is read at once where records are read in the order in which they stand.
const AHEAD: usize = 64 << 10;

/// The part of the temporary file that was read last.
#[derive(Debug)]
pub struct Window {
    chunk: u32,
    start: usize,
    /// Where the part ended that was asked for.
    next: usize,
    bytes: Vec<u8>,
}

impl Default for Window {
    fn default() -> Self {
        Self {
            chunk: u32::MAX,
            start: 0,
            next: 0,
            bytes: Vec::new(),
        }
    }
}

impl Window {
    fn holds(&self, chunk: u32, from: usize, to: usize) -> bool {
        self.chunk == chunk && from >= self.start && to <= self.start + self.bytes.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_beyond_the_limit_are_read_back_from_the_file() {
        let mut store = Store::new(7, std::env::temp_dir());
        let first = store.append(b"abcd").unwrap();
        let second = store.append(b"efgh").unwrap();
        let third = store.append(b"ijk").unwrap();
        let mut window = Window::default();
        for (number, at, part) in [
            (first, 0, b"abcd".as_slice()),
            (second, 1, b"f"),
            (second, 2, b"gh"),
            (second, 0, b"ef"),
            (third, 1, b"jk"),
        ] {
            let len = part.len() as u32;
            assert_eq!(store.read(number, at, len, &mut window).unwrap(), part);
        }
        for number in [first, second, third] {
            assert!(store.read(number, 2, 3, &mut window).is_err());
        }
    }
}
