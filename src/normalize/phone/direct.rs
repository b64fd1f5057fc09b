//! Numbers that need no parser: digits only, of countries where the first digit rules out every prefix.
//!
//! The parser takes prefixes off (international, national, carrier). Where none can be meant, the digits
//! are the number, and asking whether it is assigned is all that is left: a third of the time.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, Region};

use super::shape::Digits;

/// One country's plan: its calling code, and the first digits that no prefix begins with.
struct Plan {
    region: Region,
    code: &'static str,
    first: &'static [u8],
    /// Whether numbers are dialled within the country just as they are, without a prefix.
    bare: bool,
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
        bare: true,
        trunk: "1",
    },
    Plan {
        region: Region::MX,
        code: "52",
        first: b"23456789",
        bare: true,
        trunk: "",
    },
    Plan {
        region: Region::ES,
        code: "34",
        first: b"56789",
        bare: true,
        trunk: "",
    },
    Plan {
        region: Region::CO,
        code: "57",
        first: b"36",
        bare: true,
        trunk: "",
    },
    Plan {
        region: Region::CL,
        code: "56",
        first: b"23456789",
        bare: true,
        trunk: "",
    },
    Plan {
        region: Region::PT,
        code: "351",
        first: b"2379",
        bare: true,
        trunk: "",
    },
    Plan {
        region: Region::BR,
        code: "55",
        first: b"12345678",
        bare: false,
        trunk: "",
    },
    Plan {
        region: Region::PE,
        code: "51",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
    Plan {
        region: Region::GB,
        code: "44",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
    Plan {
        region: Region::DE,
        code: "49",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
    Plan {
        region: Region::FR,
        code: "33",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
    Plan {
        region: Region::CH,
        code: "41",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
    Plan {
        region: Region::NL,
        code: "31",
        first: b"123456789",
        bare: false,
        trunk: "0",
    },
];

/// The calling code and the national number of digits that are an assigned number; nothing says only that the parser
/// must look.
pub(super) fn number(digits: &Digits, region: Option<Region>) -> Option<(&'static str, &str)> {
    let text = digits.as_str();
    let (plan, national) = match text.strip_prefix('+') {
        Some(all) => PLANS
            .iter()
            .find_map(|plan| all.strip_prefix(plan.code).map(|national| (plan, national)))?,
        None => {
            let plan = PLANS.iter().find(|plan| Some(plan.region) == region)?;
            let dialled = text.strip_prefix(plan.trunk);
            let dialled = dialled.filter(|_| !plan.trunk.is_empty());
            (plan, dialled.or(plan.bare.then_some(text))?)
        }
    };
    is_assigned(plan, national).then_some((plan.code, national))
}

fn is_assigned(plan: &Plan, national: &str) -> bool {
    let begins = national
        .bytes()
        .next()
        .is_some_and(|b| plan.first.contains(&b));
    let (true, Ok(country_code), Ok(national_number)) =
        (begins, plan.code.parse(), national.parse())
    else {
        return false;
    };
    let number = PhoneNumber {
        country_code,
        national_number,
        ..PhoneNumber::default()
    };
    PHONE_NUMBER_UTIL.is_valid_number_for_region(&number, plan.region)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fixed sequence of well-spread numbers (Knuth's multiplicative constant for 64 bits).
    fn spread(n: u64) -> u64 {
        n.wrapping_add(1).wrapping_mul(6_364_136_223_846_793_005) >> 20
    }

    #[test]
    fn every_plan_agrees_with_the_parser() {
        let mut seen = 0;
        for plan in PLANS {
            for n in 0..1200u64 {
                let length = 8 + (n % 4) as u32;
                let first = u64::from(plan.first[n as usize % plan.first.len()] - b'0');
                let tail = 10u64.pow(length - 1);
                let national = format!("{}", first * tail + spread(n) % tail);
                if !is_assigned(plan, &national) {
                    continue;
                }
                seen += 1;
                let code: i32 = plan.code.parse().unwrap();
                let want = (code, national.parse::<u64>().unwrap());
                let with_code = PHONE_NUMBER_UTIL
                    .parse(format!("+{}{national}", plan.code), None)
                    .unwrap();
                assert_eq!((with_code.country_code, with_code.national_number), want);
                for before in ["", plan.trunk] {
                    if before.is_empty() && !plan.bare {
                        continue;
                    }
                    let dialled = PHONE_NUMBER_UTIL
                        .parse(format!("{before}{national}"), Some(plan.region))
                        .unwrap();
                    assert_eq!((dialled.country_code, dialled.national_number), want);
                }
            }
        }
        assert!(seen > 1_000, "only {seen} numbers were assigned");
    }
}
