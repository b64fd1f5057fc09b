//! Prefixes that stand before numbers in address books and that libphonenumber does not take off.

use rlibphonenumber::Region;

use super::shape::Digits;

/// Where a carrier's digits follow `00`, so that it is not the international prefix alone (libphonenumber
/// 9.0, `internationalPrefix`); the library knows what to do there.
const CARRIER_AFTER_00: [Region; 10] = [
    Region::AU,
    Region::BR,
    Region::CL,
    Region::CO,
    Region::HK,
    Region::ID,
    Region::KR,
    Region::SG,
    Region::TH,
    Region::TW,
];

/// Digits with `+` for `00`, the prefix that most countries dial (ITU-T E.164), even where the record's
/// own country dials another: `0034 600 123 456` is Spanish wherever it is written. Eight digits or
/// more must follow.
pub(super) fn with_plus(digits: Digits, region: Option<Region>) -> Digits {
    let abroad = digits.as_str().strip_prefix("00");
    let abroad = abroad.filter(|rest| rest.len() >= 8 && !rest.starts_with('0'));
    match abroad.filter(|_| region.is_none_or(|r| !CARRIER_AFTER_00.contains(&r))) {
        Some(rest) => Digits::international_of(rest, ""),
        None => digits,
    }
}

/// Digits of a Mexican number without the mobile `1` behind the country code, and the `01`, `044` and
/// `045` within the country: all abolished on 2019-08-03 (Mexico's numbering plan, IFT), and no longer
/// taken off by libphonenumber. Other numbers come back as they are.
pub(super) fn without_retired_prefix(digits: Digits, region: Option<Region>) -> Digits {
    const NATIONAL: [&str; 4] = ["044", "045", "01", "1"];
    let text = digits.as_str();
    let national = match text.strip_prefix('+') {
        Some(_) => text.strip_prefix("+521"),
        None if region == Some(Region::MX) => NATIONAL
            .iter()
            .chain(&["521"])
            .find_map(|prefix| text.strip_prefix(prefix).filter(|n| n.len() == 10)),
        None => None,
    };
    match national.filter(|n| n.len() == 10) {
        Some(national) => Digits::international_of("52", national),
        None => digits,
    }
}
