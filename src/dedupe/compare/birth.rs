//! Dates of birth: slips in one part, swapped day and month, years of two digits.

use super::{Comparison, NOTHING, Seen};
use crate::dedupe::chance::Chances;
use crate::dedupe::sketch::Birth;

pub(super) const COMPARISON: Comparison = Comparison {
    name: "birth",
    about: "date of birth, also in parts",
    levels: &[
        "another",
        "two slips",
        "one part another",
        "one slip",
        "same",
    ],
    against: 1,
};

const OTHER: u8 = 0;
const TWO_SLIPS: u8 = 1;
const ONE_PART: u8 = 2;
const ONE_SLIP: u8 = 3;
const SAME: u8 = 4;

pub(super) fn compare(a: Birth, b: Birth, chances: &Chances) -> Seen {
    if !a.is_known() || !b.is_known() {
        return NOTHING;
    }
    match level(a, b) {
        SAME => Seen::with_chance(SAME, chances.birth),
        level => Seen::level(level),
    }
}

fn level(a: Birth, b: Birth) -> u8 {
    let short = a.year < 100 || b.year < 100;
    let of = |birth: Birth| if short { birth.year % 100 } else { birth.year };
    let (year_a, year_b) = (of(a), of(b));
    let (year, month, day) = (year_a == year_b, a.month == b.month, a.day == b.day);
    let crossed = year && a.month == b.day && a.day == b.month;
    let near = |x: u8, y: u8| is_slip(u16::from(x), u16::from(y));
    let slips = is_slip(year_a, year_b) && near(a.month, b.month) && near(a.day, b.day);
    match u8::from(year) + u8::from(month) + u8::from(day) {
        3 => SAME,
        _ if crossed => ONE_SLIP,
        2 if slips => ONE_SLIP,
        2 => ONE_PART,
        1 if slips && (month || day || near(a.month, b.month)) => TWO_SLIPS,
        1 if year && (a.month == b.day || a.day == b.month) => TWO_SLIPS,
        _ => OTHER,
    }
}

/// One digit another, or two neighbours swapped.
fn is_slip(a: u16, b: u16) -> bool {
    let digits = |n: u16| [n / 1000 % 10, n / 100 % 10, n / 10 % 10, n % 10];
    let (a, b) = (digits(a), digits(b));
    let mut off = (0..).zip(a.iter().zip(&b)).filter(|(_, (x, y))| x != y);
    match (off.next(), off.next(), off.next()) {
        (_, None, _) => true,
        (Some((i, (w, x))), Some((j, (y, z))), None) => j == i + 1 && w == z && x == y,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(year: u16, month: u8, day: u8) -> Birth {
        Birth { year, month, day }
    }

    #[test]
    fn slips_are_told_from_other_days() {
        let first = born(1971, 6, 24);
        for (other, want) in [
            (born(1971, 6, 24), SAME),
            (born(71, 6, 24), SAME),
            (born(1971, 5, 24), ONE_SLIP),
            (born(1917, 6, 24), ONE_SLIP),
            (born(1971, 6, 7), ONE_PART),
            (born(1980, 1, 2), OTHER),
        ] {
            assert_eq!(level(first, other), want, "{other:?}");
        }
        assert_eq!(level(born(1971, 6, 4), born(1971, 4, 6)), ONE_SLIP);
    }
}
