//! What happened to a file, found by the checksums of its lines.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::flaw::{Flaw, MOST};
use crate::error::{Error, Result};

const BOM: &[u8] = b"\xef\xbb\xbf";
/// How far apart the two lists may be before they are taken for different from there on.
const WINDOW: usize = 64;
/// How many equal lines put two lists in step again.
const STEP: usize = 3;
/// Where no line came or went, up to so many that differ were changed or changed places; more may have been moved.
const FEW: usize = 2;

/// A file as it is.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// SHA-256.
    pub sha256: [u8; 32],
    /// Size in bytes.
    pub bytes: u64,
    /// CRC-32 of each line, its end included.
    pub lines: Vec<u32>,
}

/// A stretch of lines that is not what it was; offsets from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hunk {
    /// Where it was, and how long.
    pub was: (usize, usize),
    /// Where it is now, and how long.
    pub now: (usize, usize),
}

/// Reads a file once.
///
/// # Errors
/// When it can't be read.
pub(super) fn scan(path: &Path, progress: &dyn Fn(u64)) -> Result<Scanned> {
    let fail = |error: &std::io::Error| Error::io(path, error);
    let mut file = File::open(path).map_err(|error| fail(&error))?;
    let mut buffer = vec![0; 1 << 20];
    let mut hash = Sha256::new();
    let mut done = Scanned::default();
    let mut line = crc32fast::Hasher::new();
    let mut in_line = false;
    loop {
        let read = file.read(&mut buffer).map_err(|error| fail(&error))?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        hash.update(bytes);
        done.bytes += read as u64;
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            line.update(part);
            in_line = part.last() != Some(&b'\n');
            if !in_line {
                done.lines.push(std::mem::take(&mut line).finalize());
            }
        }
        progress(read as u64);
    }
    if in_line {
        done.lines.push(line.finalize());
    }
    done.sha256 = hash.finalize().into();
    Ok(done)
}

/// Numbers of four bytes, little-endian.
pub(super) fn numbers(bytes: &[u8]) -> Vec<u32> {
    let chunks = bytes.chunks_exact(4);
    chunks
        .filter_map(|chunk| chunk.try_into().ok())
        .map(u32::from_le_bytes)
        .collect()
}

/// What happened to a file whose lines were `was` and are `now`: flaws by line, without rows.
///
/// # Errors
/// When the file can't be read again.
pub(super) fn explain(path: &Path, name: &str, was: &[u32], now: &[u32]) -> Result<Vec<Flaw>> {
    let (mended, mut flaws) = ends(path, name, was, now)?;
    let hunks = hunks(was, &mended);
    let (hunks, moved) = moved(hunks, was, &mended);
    flaws.extend(
        moved
            .into_iter()
            .map(|(line, message)| Flaw::of(name, message).on(line, None)),
    );
    flaws.extend(hunks.iter().map(|hunk| told(name, hunk, was, &mended)));
    flaws.sort_by_key(|flaw| flaw.line);
    Ok(flaws)
}

/// Where the bytes of two files part ways, line by line; `None` if they are one.
///
/// # Errors
/// When one of them can't be read.
pub fn compare_files(name: &str, was: &Path, now: &Path) -> Result<Vec<Flaw>> {
    let (was, found) = (scan(was, &|_| ())?, scan(now, &|_| ())?);
    if was.sha256 == found.sha256 {
        return Ok(Vec::new());
    }
    let mut flaws = explain(now, name, &was.lines, &found.lines)?;
    flaws.truncate(MOST);
    Ok(flaws)
}

/// Line ends that a program has rewritten and a byte order mark that it has taken off, told once for the file. The
/// lines are given back as they would be without that.
fn ends(path: &Path, name: &str, was: &[u32], now: &[u32]) -> Result<(Vec<u32>, Vec<Flaw>)> {
    let fail = |error: &std::io::Error| Error::io(path, error);
    let mut known = was.to_vec();
    known.sort_unstable();
    let is_known = |sum: u32| known.binary_search(&sum).is_ok();
    let mut file = BufReader::new(File::open(path).map_err(|error| fail(&error))?);
    let mut mended = Vec::with_capacity(now.len());
    let mut changed: Vec<(&str, u64, u64)> = Vec::new();
    let mut line = Vec::new();
    let mut number = 0;
    loop {
        line.clear();
        if file
            .read_until(b'\n', &mut line)
            .map_err(|error| fail(&error))?
            == 0
        {
            break;
        }
        number += 1;
        let sum = crc32fast::hash(&line);
        let found = if is_known(sum) {
            None
        } else {
            other_end(&line, number == 1).find(|(_, sum)| is_known(*sum))
        };
        let (what, sum) = found.unwrap_or(("", sum));
        mended.push(sum);
        match changed.iter_mut().find(|(known, ..)| *known == what) {
            Some((.., count)) => *count += 1,
            None if what.is_empty() => {}
            None => changed.push((what, number, 1)),
        }
    }
    let flaw = |(what, line, count): (&str, u64, u64)| {
        let more = if count > 1 {
            format!(" ({count} lines, this is the first)")
        } else {
            String::new()
        };
        Flaw::of(name, format!("{what}{more}")).on(line, None)
    };
    Ok((mended, changed.into_iter().map(flaw).collect()))
}

/// The line with another end, or with a byte order mark: what would have happened, and the checksum.
fn other_end(line: &[u8], first: bool) -> impl Iterator<Item = (&'static str, u32)> {
    let body = line.strip_suffix(b"\n").unwrap_or(line);
    let bare = body.strip_suffix(b"\r").unwrap_or(body);
    let whole = line.ends_with(b"\n");
    let sum = |parts: &[&[u8]]| crc32fast::hash(&parts.concat());
    let cases = [
        (
            !whole,
            "the end of the line is missing",
            sum(&[bare, b"\r\n"]),
        ),
        (
            !whole,
            "the end of the line is missing",
            sum(&[bare, b"\n"]),
        ),
        (
            whole && bare.len() == body.len(),
            "line ends were changed from CR LF to LF, as a version control or an editor does",
            sum(&[bare, b"\r\n"]),
        ),
        (
            whole && bare.len() < body.len(),
            "line ends were changed from LF to CR LF, as a spreadsheet or an editor does",
            sum(&[bare, b"\n"]),
        ),
        (first, "the byte order mark is missing", sum(&[BOM, line])),
        (
            first,
            "the byte order mark is missing, and line ends were changed",
            sum(&[BOM, bare, b"\r\n"]),
        ),
    ];
    cases
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .map(|(_, what, sum)| (what, sum))
}

/// The stretches that differ.
pub(super) fn hunks(was: &[u32], now: &[u32]) -> Vec<Hunk> {
    if was.len() == now.len() {
        let places = was
            .iter()
            .zip(now)
            .enumerate()
            .filter(|(_, (a, b))| a != b)
            .map(|(at, _)| at);
        let places: Vec<usize> = places.take(FEW + 1).collect();
        if places.len() <= FEW {
            return places
                .into_iter()
                .map(|at| Hunk {
                    was: (at, 1),
                    now: (at, 1),
                })
                .collect();
        }
    }
    let tail = was
        .iter()
        .rev()
        .zip(now.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let same = was.iter().zip(now).take_while(|(a, b)| a == b).count();
    let tail = tail.min(was.len().min(now.len()) - same);
    let (end_a, end_b) = (was.len() - tail, now.len() - tail);
    let mut found = Vec::new();
    let (mut a, mut b) = (same, same);
    while a < end_a || b < end_b {
        let (left, right) = (
            was.get(a..end_a).unwrap_or_default(),
            now.get(b..end_b).unwrap_or_default(),
        );
        let (skip_a, skip_b) = in_step(left, right);
        if (skip_a, skip_b) != (0, 0) {
            found.push(Hunk {
                was: (a, skip_a),
                now: (b, skip_b),
            });
        }
        (a, b) = (a + skip_a, b + skip_b);
        let (left, right) = (
            was.get(a..end_a).unwrap_or_default(),
            now.get(b..end_b).unwrap_or_default(),
        );
        let same = left.iter().zip(right).take_while(|(a, b)| a == b).count();
        (a, b) = (a + same, b + same);
    }
    found
}

/// How many lines to pass over in each list until they agree again: the fewest.
fn in_step(a: &[u32], b: &[u32]) -> (usize, usize) {
    let agrees = |x: usize, y: usize| {
        let (Some(a), Some(b)) = (a.get(x..), b.get(y..)) else {
            return false;
        };
        if a.len() < STEP || b.len() < STEP {
            return a == b;
        }
        a.iter().zip(b).take(STEP).all(|(a, b)| a == b)
    };
    for sum in 0..=2 * WINDOW {
        let found = (0..=sum).find(|x| agrees(*x, sum - x));
        if let Some(x) = found {
            return (x, sum - x);
        }
    }
    (a.len(), b.len())
}

/// Takes out the stretches that are one line which stands elsewhere: two that changed places, one that was moved.
fn moved(mut hunks: Vec<Hunk>, was: &[u32], now: &[u32]) -> (Vec<Hunk>, Vec<(u64, String)>) {
    let mut told = Vec::new();
    let (old, new) = (
        |hunk: &Hunk| was.get(hunk.was.0).copied(),
        |hunk: &Hunk| now.get(hunk.now.0).copied(),
    );
    let one = |hunk: &Hunk| (hunk.was.1, hunk.now.1) == (1, 1);
    if let [first, second] = hunks.as_slice()
        && one(first)
        && one(second)
        && (old(first), old(second)) == (new(second), new(first))
    {
        let (a, b) = (first.was.0 + 1, second.was.0 + 1);
        return (
            Vec::new(),
            vec![(a as u64, format!("lines {a} and {b} changed places"))],
        );
    }
    while let Some((from, to)) = moved_line(&hunks, was, now) {
        let (Some(source), Some(place)) = (hunks.get(from).copied(), hunks.get(to).copied()) else {
            break;
        };
        let (a, b) = (source.was.0 + 1, place.now.0 + 1);
        told.push((
            b as u64,
            format!("line {a} was moved and stands on line {b}"),
        ));
        let mut at = 0;
        hunks.retain(|_| {
            at += 1;
            at - 1 != from && at - 1 != to
        });
    }
    (hunks, told)
}

fn moved_line(hunks: &[Hunk], was: &[u32], now: &[u32]) -> Option<(usize, usize)> {
    let gone = hunks
        .iter()
        .take(WINDOW)
        .enumerate()
        .filter(|(_, hunk)| (hunk.was.1, hunk.now.1) == (1, 0));
    gone.filter_map(|(from, gone)| {
        let to = hunks.iter().take(WINDOW).position(|hunk| {
            (hunk.was.1, hunk.now.1) == (0, 1) && now.get(hunk.now.0) == was.get(gone.was.0)
        })?;
        Some((from, to))
    })
    .next()
}

/// What happened to a stretch, in words. The line is the one where it is seen now, or where it should be.
fn told(name: &str, hunk: &Hunk, was: &[u32], now: &[u32]) -> Flaw {
    let (old, new) = (lines(hunk.was), lines(hunk.now));
    let (message, line) = match (hunk.was.1, hunk.now.1) {
        (1, 0) => (format!("{old} is missing"), hunk.was.0),
        (_, 0) => (format!("{old} are missing"), hunk.was.0),
        (0, 1) => {
            let sum = now.get(hunk.now.0);
            let before = was
                .get(..hunk.was.0)
                .unwrap_or_default()
                .iter()
                .rposition(|line| Some(line) == sum);
            let repeats = before.or_else(|| was.iter().position(|line| Some(line) == sum));
            let message = repeats.map_or(format!("{new} was added"), |line| {
                format!("{new} stands twice: it repeats line {}", line + 1)
            });
            (message, hunk.now.0)
        }
        (0, _) => (format!("{new} were added"), hunk.now.0),
        (1, 1) => (format!("{new} was changed"), hunk.now.0),
        (a, b) if a == b => (format!("{new} were changed"), hunk.now.0),
        (_, 1) if hunk.now.0 + 1 == now.len() && hunk.was.0 + hunk.was.1 == was.len() => (
            format!(
                "the file ends on line {}, which was changed: {old} are not as they were",
                now.len()
            ),
            hunk.now.0,
        ),
        _ => (format!("{old} became {new}"), hunk.now.0),
    };
    Flaw::of(name, message).on(line as u64 + 1, None)
}

fn lines((start, len): (usize, usize)) -> String {
    match len {
        1 => format!("line {}", start + 1),
        _ => format!("lines {} to {}", start + 1, start + len),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(was: &str, now: &str) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, now).unwrap();
        let sums = |text: &str| {
            text.split_inclusive('\n')
                .map(|line| crc32fast::hash(line.as_bytes()))
                .collect::<Vec<_>>()
        };
        let flaws = explain(&path, "x", &sums(was), &sums(now)).unwrap();
        flaws.iter().map(Flaw::to_string).collect()
    }

    const TEXT: &str = "a\nb\nc\nd\ne\nf\ng\n";

    #[test]
    fn one_line_is_named_whatever_happened_to_it() {
        assert_eq!(
            say(TEXT, "a\nb\nX\nd\ne\nf\ng\n"),
            ["x:3: line 3 was changed"]
        );
        assert_eq!(say(TEXT, "a\nb\nd\ne\nf\ng\n"), ["x:3: line 3 is missing"]);
        assert_eq!(
            say(TEXT, "a\nb\nc\nc\nd\ne\nf\ng\n"),
            ["x:4: line 4 stands twice: it repeats line 3"]
        );
        assert_eq!(
            say(TEXT, "a\nb\nX\nc\nd\ne\nf\ng\n"),
            ["x:3: line 3 was added"]
        );
        assert_eq!(
            say(TEXT, "a\nf\nc\nd\ne\nb\ng\n"),
            ["x:2: lines 2 and 6 changed places"]
        );
        assert_eq!(
            say(TEXT, "a\nc\nb\nd\ne\nf\ng\n"),
            ["x:2: lines 2 and 3 changed places"]
        );
        assert_eq!(
            say(TEXT, "b\nc\nd\ne\nf\na\ng\n"),
            ["x:6: line 1 was moved and stands on line 6"]
        );
    }

    #[test]
    fn several_places_are_all_named() {
        assert_eq!(
            say(TEXT, "b\nc\nd\ne\nf\n"),
            ["x:1: line 1 is missing", "x:7: line 7 is missing"]
        );
        assert_eq!(
            say(TEXT, "a\nb\nX\nd\ne\nY\ng\n"),
            ["x:3: line 3 was changed", "x:6: line 6 was changed"]
        );
    }

    #[test]
    fn line_ends_are_told_once() {
        let was = TEXT.replace('\n', "\r\n");
        let flaws = say(&was, TEXT);
        assert_eq!(flaws.len(), 1);
        assert!(
            flaws[0].contains("from CR LF to LF") && flaws[0].contains("7 lines"),
            "{flaws:?}"
        );
        assert_eq!(
            say(TEXT, TEXT.trim_end()),
            ["x:7: the end of the line is missing"]
        );
        assert_eq!(
            say("\u{feff}a\nb\n", "a\nb\n"),
            ["x:1: the byte order mark is missing"]
        );
    }

    #[test]
    fn a_cut_file_is_told_where_it_ends() {
        assert_eq!(say(TEXT, "a\nb\n"), ["x:3: lines 3 to 7 are missing"]);
        assert!(
            say("aa\nbb\ncc\ndd\nee\n", "aa\nb")[0].starts_with("x:2: the file ends on line 2")
        );
    }
}
