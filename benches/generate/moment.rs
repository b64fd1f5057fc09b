//! Points in time, as text in ISO 8601, between 2012 and the end of 2024.

use crate::random::Random;

const START: u64 = 1_325_376_000;
const END: u64 = 1_735_603_200;
const DAY: u64 = 86_400;

/// Seconds since 1970, UTC.
#[derive(Clone, Copy)]
pub struct Moment(u64);

impl Moment {
    /// Any time in the thirteen years.
    pub fn any(random: &mut Random) -> Self {
        Self(START + random.below(END - START))
    }

    /// A time between this one and the end.
    pub fn later(self, random: &mut Random) -> Self {
        Self(self.0 + random.below(END.saturating_sub(self.0)))
    }

    /// `2019-03-07`.
    pub fn date(self) -> String {
        let (year, month, day) = civil(self.0 / DAY);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// `2019-03-07T12:34:56.000Z`.
    pub fn stamp(self) -> String {
        let second = self.0 % DAY;
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        format!("{}T{hour:02}:{minute:02}:{second:02}.000Z", self.date())
    }
}

/// A birthday between 1942 and 1990: year, month, day.
pub fn birth(random: &mut Random) -> (u64, u64, u64) {
    (
        1942 + random.below(49),
        1 + random.below(12),
        1 + random.below(28),
    )
}

/// Year, month and day of a day since 1970 (H. Hinnant, "chrono-compatible low-level date algorithms").
fn civil(days: u64) -> (u64, u64, u64) {
    let day = days + 719_468;
    let era = day / 146_097;
    let of_era = day % 146_097;
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let in_month = of_year - (153 * month + 2) / 5 + 1;
    let civil_month = if month < 10 { month + 3 } else { month - 9 };
    (
        year + era * 400 + u64::from(civil_month <= 2),
        civil_month,
        in_month,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_day_is_written() {
        assert_eq!(Moment(1_709_210_096).stamp(), "2024-02-29T12:34:56.000Z");
    }
}
