//! Addresses as one: door, street, postal code and city say the same thing ever more exactly.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::faces::Faces;
use crate::dedupe::pool::NONE;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "address",
    about: "street and number, postal code and city as one",
    levels: &[
        "elsewhere",
        "same city",
        "same postal code",
        "same street",
        "same door",
    ],
    against: 1,
};

const ELSEWHERE: u8 = 0;
const CITY: u8 = 1;
const POSTAL_CODE: u8 = 2;
const STREET: u8 = 3;
const DOOR: u8 = 4;

/// Of those in one street 2 in 100 live behind one door (log2).
const DOORS: f32 = -5.64;

/// How far two postal codes are apart.
#[derive(Clone, Copy, PartialEq)]
enum Codes {
    Far,
    Near,
    Same,
}

pub(super) fn compare(faces: &Faces, chances: &Chances, a: u32, b: u32) -> Seen {
    let city = both(faces.city(a), faces.city(b)).map(|(x, y)| same_city(faces, x, y));
    let codes = both(faces.postal_code(a), faces.postal_code(b)).map(|(x, y)| codes(faces, x, y));
    let streets = both(faces.street(a), faces.street(b));
    if let Some((x, y)) = streets
        && let Some(seen) = on_street(faces, chances, a, b, (x, y), city, codes)
    {
        return seen;
    }
    let place = |x, y| chances.place(x).max(chances.place(y));
    if codes == Some(Codes::Same) {
        Seen::with_chance(POSTAL_CODE, place(faces.postal_code(a), NONE))
    } else if city == Some(true) {
        Seen::with_chance(CITY, place(faces.city(a), faces.city(b)))
    } else if codes == Some(Codes::Near) {
        Seen::level(CITY)
    } else if city.is_some() || codes.is_some() || streets.is_some() {
        Seen::level(ELSEWHERE)
    } else {
        NOTHING
    }
}

fn both(x: u32, y: u32) -> Option<(u32, u32)> {
    (x != NONE && y != NONE).then_some((x, y))
}

fn same_city(faces: &Faces, x: u32, y: u32) -> bool {
    let places = &faces.places;
    x == y || places.is_typo(x, y) || places.similarity(x, y, 0.9) >= 0.9
}

fn codes(faces: &Faces, x: u32, y: u32) -> Codes {
    if x == y {
        Codes::Same
    } else if faces.places.within(x, y, 1) {
        Codes::Near
    } else {
        Codes::Far
    }
}

fn on_street(
    faces: &Faces,
    chances: &Chances,
    a: u32,
    b: u32,
    (x, y): (u32, u32),
    city: Option<bool>,
    codes: Option<Codes>,
) -> Option<Seen> {
    if !same_street(faces, x, y) {
        return None;
    }
    let house = both(faces.house(a), faces.house(b));
    let same_house = house.map(|(x, y)| x == y);
    let apart = city == Some(false) && codes != Some(Codes::Same)
        || codes == Some(Codes::Far) && city != Some(true);
    let chance = chances.street(x).max(chances.street(y));
    if apart {
        return (same_house == Some(true)).then(|| Seen::level(POSTAL_CODE));
    }
    match same_house {
        Some(true) => Some(Seen::with_chance(DOOR, chance + DOORS)),
        None => Some(Seen::with_chance(STREET, chance)),
        Some(false) if codes == Some(Codes::Same) || city == Some(true) => {
            let near = house.is_some_and(|(x, y)| faces.houses.within(x, y, 1));
            Some(match near {
                true => Seen::with_chance(STREET, chance),
                false => Seen::level(POSTAL_CODE),
            })
        }
        Some(false) => None,
    }
}

/// Whether two streets' own names agree: all words of the shorter, or two in three of the longer.
fn same_street(faces: &Faces, x: u32, y: u32) -> bool {
    if x == y {
        return true;
    }
    let (wx, wy) = (faces.streets.words_of(x), faces.streets.words_of(y));
    let (short, long) = if wx.len() <= wy.len() {
        (wx, wy)
    } else {
        (wy, wx)
    };
    let found = |word: &&u32| long.iter().any(|other| same_word(faces, **word, *other));
    let hits = short.iter().filter(found).count();
    hits > 0 && (hits == short.len() || hits * 3 >= long.len() * 2)
        || faces.streets.similarity(x, y, 0.93) >= 0.93
}

fn same_word(faces: &Faces, x: u32, y: u32) -> bool {
    let words = &faces.streets.words;
    x == y || words.is_typo(x, y) || words.are_long(x, y, 3) && words.similarity(x, y, 0.92) >= 0.92
}
