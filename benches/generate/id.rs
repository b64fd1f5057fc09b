//! Record ids of 15 characters and of 18, the last three of which are a checksum of upper and lower case.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CHECKS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/// The 15-character id of the record `index` of the object with this prefix of three characters.
pub fn short(prefix: &str, index: u64) -> String {
    let mut id = format!("{prefix}5g00000");
    for power in (0..5).rev() {
        let digit = (index / 62_u64.pow(power) % 62) as usize;
        id.push(DIGITS.get(digit).map_or('0', |&byte| char::from(byte)));
    }
    id
}

/// The 18-character id: the short one and its checksum.
pub fn long(prefix: &str, index: u64) -> String {
    let mut id = short(prefix, index);
    let checks: String = id.as_bytes().chunks(5).map(check).collect();
    id.push_str(&checks);
    id
}

fn check(chunk: &[u8]) -> char {
    let bits = chunk
        .iter()
        .enumerate()
        .filter(|(_, byte)| byte.is_ascii_uppercase())
        .fold(0_usize, |bits, (place, _)| bits | 1 << place);
    CHECKS.get(bits).map_or('A', |&byte| char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_marks_the_capitals_of_each_five() {
        let text: String = b"001A0000006Vm9r".chunks(5).map(check).collect();
        assert_eq!(text, "IAC");
    }
}
