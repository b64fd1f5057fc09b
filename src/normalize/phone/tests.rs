use proptest::prelude::*;

use super::*;

fn read(raw: &str, region: &str) -> (Reading, String) {
    let mut out = String::from("left over");
    let reading = PhoneReader::new(None).read(raw, Some(region), &mut out);
    (reading, out)
}

#[test]
fn numbers_of_many_spellings_become_e164() {
    for (raw, region, want) in [
        ("(312) 555-0123", "US", "+13125550123"),
        ("(212) 736-5000", "US", "+12127365000"),
        ("1-212-736-5000", "US", "+12127365000"),
        ("212.736.5000 x12", "US", "+12127365000;ext=12"),
        ("+1 212 736 5000 ext. 0123", "MX", "+12127365000;ext=0123"),
        ("55 5123 4567", "MX", "+525551234567"),
        ("+52 1 55 5123 4567", "", "+525551234567"),
        ("044 55 5123 4567", "MX", "+525551234567"),
        ("(01 55) 5123-4567", "MX", "+525551234567"),
        ("'+52 (55) 5123-4567", "", "+525551234567"),
        ("0052 55 5123 4567", "US", "+525551234567"),
        ("5551234567.0", "MX", "+525551234567"),
        ("91 123 45 67", "ES", "+34911234567"),
        ("911 23 45 67", "ES", "+34911234567"),
        ("0034 600 123 456", "", "+34600123456"),
        ("0049 (0)30 901820", "ES", "+4930901820"),
        ("0011 1 212 736 5000", "AU", "+12127365000"),
        ("tel:+34-600-123-456", "", "+34600123456"),
        ("+49 (0)30 901820", "", "+4930901820"),
        ("030 / 901820", "DE", "+4930901820"),
        ("+39 06 6982", "", "+39066982"),
        ("+39 (0)6 6982 0000", "", "+390669820000"),
        ("020 7946 0018", "GB", "+442079460018"),
        ("(11) 98765-4321", "BR", "+5511987654321"),
        ("011 15 2345-6789", "AR", "+5491123456789"),
        ("1-800-GOFEDEX", "US", "+18004633339"),
        ("416-967-1111", "CA", "+14169671111"),
    ] {
        let (reading, out) = read(raw, region);
        assert_eq!(out, want, "{raw}: {reading:?}");
    }
}

#[test]
fn a_plain_extension_is_taken_off_as_the_parser_does() {
    for number in [
        "212.736.5000",
        "+1 212 736 5000",
        "1-212-736-5000",
        "(212) 736-5000",
        "212 736 5000)",
        "+52 1 55 5123 4567",
        "+34 (0)600 123 456",
        "+44 (0)20 7946 0018",
        "030 / 901820",
        "2222222222",
        "736-5000",
        "+49 30 901820/",
    ] {
        for extension in [
            "x12",
            " x 012",
            " X.12",
            "ext12",
            " EXT. 12",
            " ext . 12",
            " text 12",
            " x1234567",
            "; x12",
            "x",
            " int 4",
        ] {
            for region in ["US", "MX", "DE", "GB", ""] {
                let text = format!("{number}{extension}");
                let mut want = String::new();
                let known = known_region(region);
                let reading = parsed(&text, shape::trimmed(&text), known, &mut want);
                if let Shape::Worded = shape::of(&text) {
                    assert_eq!(read(&text, region), (reading, want), "{text} in {region}");
                }
            }
        }
    }
}

#[test]
fn canonical_numbers_stay() {
    for raw in [
        "+12127365000",
        "+525551234567",
        "+34600123456",
        "+4930901820",
        "+12127365000;ext=12",
        "+14169671111",
    ] {
        assert_eq!(read(raw, ""), (Reading::Same, String::new()), "{raw}");
    }
}

#[test]
fn what_cannot_be_read_has_its_code() {
    for (raw, region, code) in [
        ("698123456", "IT", "zeros-lost"),
        ("5.25512E+11", "MX", "phone-damaged"),
        ("5,25512e11", "MX", "phone-damaged"),
        ("212 736 5000", "", "phone-no-region"),
        ("12345", "ES", "phone-unreadable"),
        ("+1 212 000 5000", "", "phone-doubtful"),
        ("736-5000", "US", "phone-doubtful"),
        ("+999 123 456 789", "", "phone-unreadable"),
        ("call me", "US", "phone-unreadable"),
        ("212 736 5000 / 212 736 5001", "US", "phone-several"),
        ("212 736 5000; 212 736 5001", "US", "phone-several"),
        ("123456789012345678901", "US", "phone-unreadable"),
    ] {
        assert_eq!(read(raw, region).0, Reading::Unread(code), "{raw}");
    }
}

#[test]
fn fillers_stand_for_nothing() {
    for raw in [
        "",
        " ",
        "n/a",
        "-",
        "0",
        "0000000",
        "9999999999",
        "+0000000000",
        "123-456-7890",
        "1234567",
        "555-555-5555",
        "sin teléfono",
    ] {
        assert_eq!(read(raw, "US").0, Reading::Placeholder, "{raw}");
    }
}

#[test]
fn the_records_region_wins_over_the_default() {
    let reader = PhoneReader::new(Some("MX"));
    let mut out = String::new();
    assert_eq!(
        reader.read("600 123 456", Some("ES"), &mut out),
        Reading::Changed
    );
    assert_eq!(out, "+34600123456");
    assert_eq!(
        reader.read("55 5123 4567", Some("??"), &mut out),
        Reading::Changed
    );
    assert_eq!(out, "+525551234567");
}

proptest! {
    #[test]
    fn reading_twice_is_reading_once(raw in "\\PC{0,24}|(\\+|00)?[0-9 ()./+-]{4,18}(x[0-9]{1,4})?", region in "US|MX|ES|DE|BR|IT|AR|") {
        let (reading, out) = read(&raw, &region);
        if reading == Reading::Changed {
            prop_assert_eq!(read(&out, &region).0, Reading::Same, "{}", out);
        } else {
            prop_assert!(out.is_empty());
        }
    }
}
