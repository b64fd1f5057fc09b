//! A checksum for each line of each file, so that a fault is found to the line. The form: the mark, then for each file
//! the length of its name and the name, its number of lines and a CRC-32 for each; last the SHA-256 of all before it.
//! Numbers are little-endian.

use sha2::{Digest, Sha256};

const MARK: &[u8; 8] = b"xwalk-1\n";

/// The lines of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLines {
    /// Its name in the kit.
    pub name: String,
    /// CRC-32 of each line, its end included, 4 bytes each.
    pub checksums: Vec<u8>,
}

/// The bytes of the file of checksums.
pub fn encode(files: &[FileLines]) -> Vec<u8> {
    let mut out = MARK.to_vec();
    for file in files {
        out.extend_from_slice(&u32::try_from(file.name.len()).unwrap_or(0).to_le_bytes());
        out.extend_from_slice(file.name.as_bytes());
        out.extend_from_slice(&(file.checksums.len() as u64 / 4).to_le_bytes());
        out.extend_from_slice(&file.checksums);
    }
    let hash = Sha256::digest(&out);
    out.extend_from_slice(&hash);
    out
}

/// Reads the file of checksums; `None` if it is not whole.
pub fn decode(bytes: &[u8]) -> Option<Vec<FileLines>> {
    let (body, hash) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if Sha256::digest(body).as_slice() != hash {
        return None;
    }
    let mut rest = body.strip_prefix(MARK)?;
    let mut files = Vec::new();
    while !rest.is_empty() {
        let (len, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize)?;
        let (count, after) = after.split_first_chunk::<8>()?;
        let bytes = usize::try_from(u64::from_le_bytes(*count))
            .ok()?
            .checked_mul(4)?;
        let (checksums, after) = after.split_at_checked(bytes)?;
        files.push(FileLines {
            name: String::from_utf8(name.to_vec()).ok()?,
            checksums: checksums.to_vec(),
        });
        rest = after;
    }
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_read_back_and_damage_is_seen() {
        let files = vec![FileLines {
            name: "a.csv".into(),
            checksums: vec![1, 2, 3, 4],
        }];
        let mut bytes = encode(&files);
        assert_eq!(decode(&bytes), Some(files));
        if let Some(byte) = bytes.get_mut(20) {
            *byte ^= 1;
        }
        assert_eq!(decode(&bytes), None);
    }
}
