//! What goes wrong in real files: damaged addresses, placeholders, odd case, owners who left.

use crate::id::{long, short};
use crate::random::Random;

/// Users in User.csv; those of the last five numbers are inactive.
pub const USERS: u64 = 50;
/// Inactive users.
pub const INACTIVE: u64 = 5;

const NO_ADDRESS: &[&str] = &[
    "n/a",
    "none",
    "noemail@example.com",
    "test@test.example",
    "-",
    "unknown@unknown.example",
    "x@x",
];

/// Where a person was heard of.
pub const SOURCES: &[&str] = &[
    "Web",
    "Phone Inquiry",
    "Partner Referral",
    "Purchased List",
    "Other",
    "Trade Show",
    "",
];

/// The value, `in_10_000` times out of ten thousand; else nothing.
pub fn some(in_10_000: u64, value: String, random: &mut Random) -> String {
    if random.chance(in_10_000) {
        value
    } else {
        String::new()
    }
}

/// The address, damaged 0.5 % of the time and a placeholder 0.3 %.
pub fn email(address: &str, random: &mut Random) -> String {
    match random.below(1000) {
        0..3 => random.pick(NO_ADDRESS).to_owned(),
        3 => address.replace('@', ""),
        4 => address.replace('@', "@@"),
        5 => address.replace(".example", ""),
        6 => address.replace('@', " @ "),
        7 => address.replace('.', ".."),
        8..13 => format!(" {address}"),
        13..33 => address.to_uppercase(),
        _ => address.to_owned(),
    }
}

/// A number, or a placeholder 0.3 % of the time.
pub fn phone(number: String, random: &mut Random) -> String {
    match random.below(1000) {
        0 => "0000000000".to_owned(),
        1 => "n/a".to_owned(),
        2 => "12345".to_owned(),
        _ => number,
    }
}

/// Given and family name: 3 % in capitals, 2 % in small letters, 1 % with the surname alone in capitals,
/// 0.2 % a placeholder.
pub fn names(given: &str, family: &str, random: &mut Random) -> (String, String) {
    match random.below(1000) {
        0..30 => (given.to_uppercase(), family.to_uppercase()),
        30..50 => (given.to_lowercase(), family.to_lowercase()),
        50..60 => (given.to_owned(), family.to_uppercase()),
        60..62 => (String::new(), "[not provided]".to_owned()),
        62..67 => (format!("{given} "), format!(" {family}")),
        _ => (given.to_owned(), family.to_owned()),
    }
}

/// Id of a record pointed at, 3 % in its short form.
pub fn link(prefix: &str, index: u64, random: &mut Random) -> String {
    if random.chance(300) {
        short(prefix, index)
    } else {
        long(prefix, index)
    }
}

/// An owner: a user, low numbers more often.
pub fn owner(random: &mut Random) -> String {
    link("005", random.low(USERS), random)
}

/// An owner of a lead: 6 % one of three queues.
pub fn lead_owner(random: &mut Random) -> String {
    if random.chance(600) {
        long("00G", random.below(3))
    } else {
        owner(random)
    }
}

/// A street, 6 % on two lines and 2 % with a comma.
pub fn street(name: &str, random: &mut Random) -> String {
    let number = 1 + random.below(2400);
    let below = 1 + random.below(30);
    match random.below(100) {
        0..4 => format!("{name} {number}\nApt. {below}"),
        4..6 => format!("{name} {number}\r\n{below}. floor"),
        6..8 => format!("{name} {number}, No. {below}"),
        _ => format!("{name} {number}"),
    }
}

/// A note, filled 8 % of the time; some hold quotes, commas and line breaks.
pub fn note(random: &mut Random) -> &'static str {
    const NOTES: &[&str] = &[
        "Asked for a quote, said \"call me back in May\"",
        "Met at the trade show; wants a catalogue.",
        "Prefers e-mail\nDo not call before 10",
        "=SUM(A1:A9) pasted by mistake",
        "Renewal due, price list 2024, 5 % discount agreed",
        "Habla con Lucía, la asistente",
    ];
    if random.chance(800) {
        random.pick(NOTES)
    } else {
        ""
    }
}
