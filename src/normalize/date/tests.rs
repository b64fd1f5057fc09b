//! Tables of dates as people and systems write them.

use proptest::prelude::*;

use super::*;

fn format(order: Order, sure: bool) -> DateFormat {
    DateFormat {
        order,
        sure,
        ..DateFormat::default()
    }
}

fn show(raw: &str, read: impl Fn(&str, &mut String) -> Reading) -> String {
    let mut out = "left over".to_owned();
    match read(raw, &mut out) {
        Reading::Same => raw.to_owned(),
        Reading::Changed => out,
        other => format!("{other:?}"),
    }
}

fn day_in(raw: &str, format: &DateFormat) -> String {
    show(raw, |raw, out| day(raw, format, out))
}

fn moment_in(raw: &str, format: &DateFormat) -> String {
    show(raw, |raw, out| moment(raw, format, out))
}

const AMBIGUOUS: &str = "Unread(\"date-ambiguous\")";
const UNREADABLE: &str = "Unread(\"date-unreadable\")";

#[test]
fn days_are_read_in_many_spellings() {
    for raw in [
        "2024-01-15",
        " 2024-01-15 ",
        "2024/01/15",
        "2024-1-15",
        "20240115",
        "15/01/2024",
        "01/15/2024",
        "15.01.2024",
        "15.1.24",
        "15-1-24",
        "1/15/24",
        "15 Jan 2024",
        "Jan 15, 2024",
        "January 15th, 2024",
        "15 de enero de 2024",
        "15 de janeiro de 2024",
        "15 janvier 2024",
        "15. Januar 2024",
        "15-ene-2024",
        "15-Jan-24",
        "15 ene. 2024",
        "lunes, 15 de enero de 2024",
        "Mon, 15 Jan 2024",
        "Mon Jan 15 2024",
        "2024-01-15T23:30:00Z",
        "2024-01-15 00:00:00",
        "15/01/2024 08:30",
        "Jan 15, 2024, 3:00 PM",
    ] {
        assert_eq!(day_in(raw, &DateFormat::default()), "2024-01-15", "{raw}");
    }
    assert_eq!(
        day_in("1er mars 2024", &DateFormat::default()),
        "2024-03-01"
    );
    assert_eq!(day_in("5. März 1969", &DateFormat::default()), "1969-03-05");
}

#[test]
fn two_digit_years_turn_at_69() {
    let dmy = format(Order::Dmy, true);
    assert_eq!(day_in("31/12/68", &dmy), "2068-12-31");
    assert_eq!(day_in("01/02/69", &dmy), "1969-02-01");
    assert_eq!(day_in("85-02-01", &dmy), "1985-02-01");
}

#[test]
fn the_order_decides_only_where_both_fit() {
    assert_eq!(
        day_in("03/04/2024", &format(Order::Dmy, true)),
        "2024-04-03"
    );
    assert_eq!(
        day_in("03/04/2024", &format(Order::Mdy, true)),
        "2024-03-04"
    );
    assert_eq!(day_in("03/04/2024", &format(Order::Ymd, true)), AMBIGUOUS);
    for order in [Order::Dmy, Order::Mdy] {
        assert_eq!(day_in("03/04/2024", &format(order, false)), AMBIGUOUS);
        assert_eq!(day_in("04/04/2024", &format(order, false)), "2024-04-04");
        assert_eq!(day_in("31/12/2024", &format(order, false)), "2024-12-31");
    }
}

#[test]
fn impossible_dates_stay_unread() {
    for raw in [
        "31/02/2024",
        "2023-02-29",
        "2024-13-01",
        "45000",
        "45000.5",
        "1700000000",
        "1700000000000",
        "15/01/202",
        "hello",
        "15 Foo 2024",
        "2024-01-15X",
        "2024-01-15T25:00:00Z",
        "2024-01-15T10:00:00.000Z-0300",
        "2024",
        "01/2024",
        "13:45",
        "2024-01-15T10:60",
        "15/01-2024",
    ] {
        assert_eq!(day_in(raw, &DateFormat::default()), UNREADABLE, "{raw}");
    }
}

#[test]
fn cells_that_stand_for_nothing_are_placeholders() {
    for raw in ["", "-", "n/a", "NULL", "0000-00-00", "0000-00-00 00:00:00"] {
        assert_eq!(day_in(raw, &DateFormat::default()), "Placeholder", "{raw}");
    }
}

#[test]
fn moments_become_utc() {
    for (raw, utc) in [
        ("2024-01-15T14:30:00Z", "2024-01-15T14:30:00Z"),
        ("2024-01-15 14:30:00", "2024-01-15T14:30:00Z"),
        ("2024-01-15T14:30", "2024-01-15T14:30:00Z"),
        ("2024-01-15T14:30:00.000Z", "2024-01-15T14:30:00Z"),
        ("2024-01-15T14:30:00.250Z", "2024-01-15T14:30:00.25Z"),
        ("2024-01-15T14:30:00.000+0000", "2024-01-15T14:30:00Z"),
        ("2024-01-15T14:30:00+08:00", "2024-01-15T06:30:00Z"),
        ("2024-01-15T22:30:00-0300", "2024-01-16T01:30:00Z"),
        ("20240115T143000Z", "2024-01-15T14:30:00Z"),
        ("07/15/2009 02:14:45+0800", "2009-07-14T18:14:45Z"),
        ("15/01/2024 2:30 PM", "2024-01-15T14:30:00Z"),
        ("15/01/2024 12:05:00 a. m.", "2024-01-15T00:05:00Z"),
        ("15/01/2024, 12:05 p.m.", "2024-01-15T12:05:00Z"),
        ("Jan 15, 2024 3pm", "2024-01-15T15:00:00Z"),
        ("Mon, 15 Jan 2024 14:30:00 GMT", "2024-01-15T14:30:00Z"),
        (
            "Mon Jan 15 2024 14:30:00 GMT+0200 (Eastern European)",
            "2024-01-15T12:30:00Z",
        ),
        ("2024-01-15 14:30:00 UTC", "2024-01-15T14:30:00Z"),
        ("2024-01-15", "2024-01-15"),
        ("15/01/2024", "2024-01-15"),
    ] {
        assert_eq!(moment_in(raw, &DateFormat::default()), utc, "{raw}");
    }
    assert_eq!(
        moment_in("2024-01-15 13:00 PM", &DateFormat::default()),
        UNREADABLE
    );
}

#[test]
fn a_zone_moves_times_without_one_and_never_days() {
    let madrid = DateFormat {
        timezone: Zone::named("Europe/Madrid").unwrap(),
        ..DateFormat::default()
    };
    assert_eq!(
        moment_in("2024-07-15 00:30", &madrid),
        "2024-07-14T22:30:00Z"
    );
    assert_eq!(
        moment_in("2024-01-15 00:30", &madrid),
        "2024-01-14T23:30:00Z"
    );
    assert_eq!(
        moment_in("2024-07-15T00:30:00Z", &madrid),
        "2024-07-15T00:30:00Z"
    );
    assert_eq!(moment_in("2024-07-15", &madrid), "2024-07-15");
    assert_eq!(
        moment_in("2024-03-31 02:30", &madrid),
        "2024-03-31T01:30:00Z"
    );
    assert!(Zone::named("Mars/Olympus").is_none());
}

#[test]
fn patterns_of_the_profile_come_first() {
    let patterns = vec![
        "%d/%m/%Y %H:%M".to_owned(),
        "%d/%m/%Y".to_owned(),
        "%Y%j".to_owned(),
    ];
    let format = DateFormat {
        patterns,
        ..DateFormat::default()
    };
    assert_eq!(
        moment_in("03/04/2024 10:20", &format),
        "2024-04-03T10:20:00Z"
    );
    assert_eq!(moment_in("03/04/2024", &format), "2024-04-03");
    assert_eq!(day_in("2024-04-03", &format), "2024-04-03");
    assert_eq!(day_in("3 Apr 2024", &format), "2024-04-03");
}

proptest! {
    #[test]
    fn reading_twice_is_reading_once(raw in "(\\PC{0,20}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{4}|\\.[0-9]{1,9}Z)?)?)") {
        let format = format(Order::Dmy, true);
        for read in [day_in, moment_in] {
            let once = read(&raw, &format);
            if !once.starts_with("Unread") && once != "Placeholder" {
                prop_assert_eq!(read(&once, &format), once);
            }
        }
    }

    #[test]
    fn evidence_takes_any_text(raw in "\\PC*") {
        Evidence::default().see(&raw);
    }
}
