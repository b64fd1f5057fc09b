//! Cells that stand for nothing where a record should say who it is: `n/a`, `none@none.com`, `000000000`.

use crate::lexicon;
use crate::model::axis::Kind;
use crate::model::record::Draft;

/// What a record is known by, as bits.
pub const NAME: u8 = 1;
/// Its e-mail address.
pub const EMAIL: u8 = 2;
/// Its telephone number.
pub const PHONE: u8 = 4;
/// Its company, of a person.
pub const COMPANY: u8 = 8;

/// What programs write where they have nothing, in lower case: no more than a blank cell.
const PROGRAMS: [&str; 10] = [
    "null",
    "(null)",
    "<null>",
    "[null]",
    "#null!",
    "nan",
    "#n/a",
    "undefined",
    "(blank)",
    "(empty)",
];

/// Whether the name, or two of what a record is known by, were filled with texts that stand for nothing. `known` has a
/// value; `columns` are those of names, addresses and numbers with the fields that they feed.
pub fn is_made_of_nothing(kind: Kind, known: u8, draft: &Draft, columns: &[(u16, &str)]) -> bool {
    if known == NAME | EMAIL | PHONE | COMPANY {
        return false;
    }
    let mut emptied = 0;
    for (column, field) in columns {
        let part = part(kind, field);
        if part & (known | emptied) == 0
            && let Some((_, raw)) = draft.cell_of(*column)
            && stands_for_nothing(raw, part == NAME)
        {
            emptied |= part;
        }
    }
    emptied & NAME != 0 || emptied.count_ones() > 1
}

/// Which part of what a record is known by a field holds.
fn part(kind: Kind, field: &str) -> u8 {
    match (kind, field) {
        (Kind::Organization, "organization.name") => NAME,
        (Kind::Person, "organization.name") => COMPANY,
        (_, "email") => EMAIL,
        (_, field) if field.starts_with("phone") => PHONE,
        (Kind::Person, _) => NAME,
        (Kind::Organization, _) => 0,
    }
}

/// Whether a cell that gave no value was filled to be filled. Signs alone count only where a cell must not be empty.
fn stands_for_nothing(raw: &str, is_name: bool) -> bool {
    let text = raw.trim();
    let says = text.chars().any(char::is_alphanumeric);
    if !says {
        return is_name;
    }
    let program = PROGRAMS.iter().any(|one| text.eq_ignore_ascii_case(one));
    let number = || text.bytes().any(|byte| byte.is_ascii_digit());
    !program && (lexicon::placeholder(text) || text.contains('@') || number())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[(u16, &str)] = &[
        (0, "name.given"),
        (1, "name.family"),
        (2, "email"),
        (3, "phone"),
        (4, "organization.name"),
    ];

    fn is_nothing(known: u8, cells: [&str; 5]) -> bool {
        let mut draft = Draft::default();
        for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            draft.add_cell(column, cell);
        }
        is_made_of_nothing(Kind::Person, known, &draft, COLUMNS)
    }

    #[test]
    fn a_name_or_two_others_that_stand_for_nothing_are_seen() {
        assert!(is_nothing(
            EMAIL,
            ["", "[not provided]", "a@b.example", "", ""]
        ));
        assert!(is_nothing(EMAIL, ["-", ".", "a@b.example", "", ""]));
        assert!(is_nothing(
            NAME,
            ["Ana", "Gil", "none@none.com", "000000000", ""]
        ));
        assert!(is_nothing(NAME, ["Ana", "Gil", "", "n/a", "unknown"]));
    }

    #[test]
    fn one_of_them_beside_a_name_is_left_alone_and_so_is_what_programs_write() {
        assert!(!is_nothing(NAME, ["Ana", "-", "none@none.com", "", ""]));
        assert!(!is_nothing(NAME, ["Ana", "Gil", "NULL", "NULL", "NULL"]));
        assert!(!is_nothing(NAME, ["Ana", "Gil", "-", "-", "-"]));
        assert!(!is_nothing(
            NAME | PHONE,
            ["Ana", "Gil", "n/a", "000000000", ""]
        ));
        assert!(!is_nothing(0, ["", "", "", "", ""]));
    }
}
