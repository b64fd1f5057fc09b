//! Numbers that need no parser: digits only, of countries where the first digit rules out every prefix.
//!
//! The parser takes prefixes off (international, national, carrier), and asks what kind of number it is. Where no prefix
//! can be meant, the digits are the number, and whether it is assigned to a landline or a mobile phone is all that is left
//! to ask: a tenth of the time.

use std::sync::LazyLock;

use regex::Regex;
use rlibphonenumber::Region;

use super::shape::Digits;

const NUMBERS: &str = include_str!("../../../mappings/lexicon/phone_numbers.txt");

/// One country's plan: its calling code, and the first digits that no prefix begins with.
struct Plan {
    region: Region,
    code: &'static str,
    first: &'static [u8],
    /// What is dialled before a number within the country; empty where nothing is, or more than that.
    trunk: &'static str,
}

/// From the prefixes of libphonenumber's metadata 9.0 (`nationalPrefixForParsing`); a test compares
/// each plan with the parser.
const PLANS: &[Plan] = &[
    Plan {
        region: Region::US,
        code: "1",
        first: b"23456789",
        trunk: "1",
    },
    Plan {
        region: Region::MX,
        code: "52",
        first: b"23456789",
        trunk: "",
    },
    Plan {
        region: Region::ES,
        code: "34",
        first: b"56789",
        trunk: "",
    },
    Plan {
        region: Region::CO,
        code: "57",
        first: b"36",
        trunk: "",
    },
    Plan {
        region: Region::CL,
        code: "56",
        first: b"23456789",
        trunk: "",
    },
    Plan {
        region: Region::PT,
        code: "351",
        first: b"2379",
        trunk: "",
    },
    Plan {
        region: Region::BR,
        code: "55",
        first: b"12345678",
        trunk: "0",
    },
    Plan {
        region: Region::PE,
        code: "51",
        first: b"123456789",
        trunk: "0",
    },
    Plan {
        region: Region::GB,
        code: "44",
        first: b"123456789",
        trunk: "0",
    },
    Plan {
        region: Region::DE,
        code: "49",
        first: b"123456789",
        trunk: "0",
    },
    Plan {
        region: Region::FR,
        code: "33",
        first: b"123456789",
        trunk: "0",
    },
    Plan {
        region: Region::CH,
        code: "41",
        first: b"123456789",
        trunk: "0",
    },
    Plan {
        region: Region::NL,
        code: "31",
        first: b"123456789",
        trunk: "0",
    },
];

/// By plan: the national numbers that are assigned to landlines and mobile phones.
static ASSIGNED: LazyLock<Vec<Option<Regex>>> = LazyLock::new(|| {
    let assigned = |plan: &Plan| {
        let lines = NUMBERS.lines().filter_map(|line| line.split_once(' '));
        let own = lines.filter(|(code, _)| Region::from_code(code) == Ok(plan.region));
        let patterns: Vec<&str> = own.map(|(_, pattern)| pattern).collect();
        Regex::new(&format!("^(?-u:{})$", patterns.join("|"))).ok()
    };
    PLANS.iter().map(assigned).collect()
});

/// The calling code and the national number of digits that are an assigned number; nothing says only that the parser
/// must look.
pub(super) fn number(digits: &Digits, region: Option<Region>) -> Option<(&'static str, &str)> {
    let text = digits.as_str();
    let mut plans = PLANS.iter().zip(ASSIGNED.iter());
    let ((plan, assigned), national) = match text.strip_prefix('+') {
        Some(all) => plans.find_map(|found| Some((found, all.strip_prefix(found.0.code)?)))?,
        None => {
            let found = plans.find(|(plan, _)| Some(plan.region) == region)?;
            let (plan, _) = found;
            let dialled = text.strip_prefix(plan.trunk);
            let dialled = dialled.filter(|_| !plan.trunk.is_empty());
            (found, dialled.unwrap_or(text))
        }
    };
    let first = national.as_bytes().first()?;
    let is_assigned = plan.first.contains(first) && assigned.as_ref()?.is_match(national);
    is_assigned.then_some((plan.code, national))
}

#[cfg(test)]
mod tests {
    use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber};

    use super::*;

    /// A fixed sequence of well-spread numbers (Knuth's multiplicative constant for 64 bits).
    fn spread(n: u64) -> u64 {
        n.wrapping_add(1).wrapping_mul(6_364_136_223_846_793_005) >> 20
    }

    /// Numbers of a plan, of all the lengths there are.
    fn numbers(plan: &Plan) -> impl Iterator<Item = String> {
        (0..4000u64).map(move |n| {
            let first = plan.first[n as usize % plan.first.len()] - b'0';
            let tail = 10u64.pow(5 + (n / 10 % 8) as u32);
            format!("{}", u64::from(first) * tail + spread(n) % tail)
        })
    }

    fn parsed(text: &str, region: Option<Region>) -> PhoneNumber {
        PHONE_NUMBER_UTIL.parse(text, region).unwrap()
    }

    #[test]
    fn every_plan_agrees_with_the_parser() {
        for (plan, assigned) in PLANS.iter().zip(ASSIGNED.iter()) {
            let assigned = assigned.as_ref().unwrap();
            let mut seen = 0;
            for national in numbers(plan).filter(|national| assigned.is_match(national)) {
                seen += 1;
                let number = PhoneNumber {
                    country_code: plan.code.parse().unwrap(),
                    national_number: national.parse().unwrap(),
                    ..PhoneNumber::default()
                };
                let is_valid = PHONE_NUMBER_UTIL.is_valid_number_for_region(&number, plan.region);
                assert!(is_valid, "{} {national}", plan.code);
                assert_eq!(parsed(&format!("+{}{national}", plan.code), None), number);
                for before in ["", plan.trunk] {
                    let dialled = format!("{before}{national}");
                    assert_eq!(parsed(&dialled, Some(plan.region)), number);
                }
            }
            assert!(
                seen > 50,
                "only {seen} numbers of {} are assigned",
                plan.code
            );
        }
    }
}
