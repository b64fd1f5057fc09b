//! Whether a parsed number is assigned, without a search over all the regions of its country code.

use std::sync::LazyLock;

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, Region};

/// The calling code that 25 regions of North America share.
const NORTH_AMERICA: i32 = 1;

/// The region of each area code from 200 that one small region has to itself, as Jamaica has 876. They are
/// asked for with subscriber numbers that nobody can have, so that only the area code decides.
static AREAS: LazyLock<Vec<Option<Region>>> = LazyLock::new(|| {
    (200..1000)
        .map(|area| PHONE_NUMBER_UTIL.get_region_for_number(&north_american(area * 10_000_000)))
        .collect()
});

/// Whether `number` is assigned anywhere. The record's own region is asked first.
pub(super) fn is_assigned(number: &PhoneNumber, region: Option<Region>) -> bool {
    if region.is_some_and(|r| number.is_valid_for_region(r)) {
        return true;
    }
    if number.country_code != NORTH_AMERICA {
        return number.is_valid();
    }
    let in_large = [Region::US, Region::CA]
        .into_iter()
        .any(|r| Some(r) != region && number.is_valid_for_region(r));
    in_large || small_region(number).is_some_and(|r| number.is_valid_for_region(r))
}

fn small_region(number: &PhoneNumber) -> Option<Region> {
    let area = usize::try_from(number.national_number / 10_000_000).ok()?;
    AREAS.get(area.checked_sub(200)?).copied().flatten()
}

fn north_american(national_number: u64) -> PhoneNumber {
    PhoneNumber {
        country_code: NORTH_AMERICA,
        national_number,
        ..PhoneNumber::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_way_agrees_with_the_search() {
        let mut assigned = [0, 0];
        for area in 200..1000u64 {
            for tail in [0, 1_234_567, 2_345_678, 5_550_123, 7_365_000, 9_990_000] {
                let number = north_american(area * 10_000_000 + tail);
                let found = is_assigned(&number, None);
                assert_eq!(found, number.is_valid(), "{}", number.national_number);
                assigned[usize::from(found)] += 1;
            }
        }
        assert!(assigned.iter().all(|count| *count > 500), "{assigned:?}");
        assert!(is_assigned(&north_american(8_769_221_234), None), "Jamaica");
    }
}
