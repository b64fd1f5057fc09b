//! Addresses, numbers and hosts.

use super::{Desk, Item, Sketch};
use crate::lexicon;
use crate::model::shown::{Part, Shown};
use crate::normalize::{domain, email};

pub(super) fn read(shown: &Shown, sketch: &mut Sketch, desk: &mut Desk) {
    for (part, text) in shown.parts() {
        match part {
            Part::Email if email::is_plain(text) && !lexicon::placeholder_mailbox(text) => {
                sketch.add_once(Item::Email, text);
            }
            Part::Email => email::each_address(text, &mut |address| {
                desk.text.clear();
                desk.text
                    .extend(address.chars().flat_map(char::to_lowercase));
                if !lexicon::placeholder_mailbox(&desk.text) {
                    sketch.add_once(Item::Email, &desk.text);
                }
            }),
            Part::Phone if digits(text, &mut desk.text) => {
                sketch.add_once(Item::Phone, desk.text.trim_start_matches('0'));
            }
            Part::Website => {
                if let Some(host) = host(text, &mut desk.text) {
                    sketch.add_once(Item::Domain, host);
                }
            }
            _ => {}
        }
    }
}

/// Puts the digits of a number into `out`, without an extension; whether somebody can have them, which nobody has of
/// `000000` or `1234567`. Zeros before it are no part of it.
fn digits(text: &str, out: &mut String) -> bool {
    out.clear();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let begins = |mark: &[u8]| {
            let part = bytes.get(at..at + mark.len());
            part.is_some_and(|part| part.eq_ignore_ascii_case(mark))
        };
        match byte {
            b'0'..=b'9' => out.push(char::from(*byte)),
            // The extension of `ext 5`, `x5`, `#5`, `int. 5`.
            b'x' | b'X' | b'#' => break,
            b'i' | b'I' if begins(b"int") => break,
            _ => {}
        }
    }
    let bytes = out.trim_start_matches('0').as_bytes();
    if !(6..=18).contains(&bytes.len()) {
        return false;
    }
    let steps = |is: fn(u8, u8) -> bool| {
        let windows = bytes.windows(2);
        windows
            .filter(|two| matches!(two, [a, b] if is(*a, *b)))
            .count()
    };
    let same = steps(|a, b| a == b);
    let ramp = steps(|a, b| b == a + 1 || a == b'9' && b == b'0');
    same.max(ramp) + 2 < bytes.len()
}

/// The host of a web address or domain in lower case, in `out`, unless many parties share it.
fn host<'o>(text: &str, out: &'o mut String) -> Option<&'o str> {
    let behind = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = behind.split(['/', '?', '#', ':']).next()?;
    out.clear();
    out.push('@');
    out.extend(host.chars().flat_map(char::to_lowercase));
    let bare = out.get(1..)?.trim_start_matches("www.");
    let start = out.len() - bare.len();
    out.truncate(start + bare.trim_end_matches('.').len());
    // What stands behind the at sign of a placeholder's mailbox is no host.
    out.replace_range(1..start, "");
    let host = out.get(1..)?;
    let shared = lexicon::shared_host(host)
        || email::is_free_mail(host)
        || lexicon::placeholder_mailbox(out);
    let is_host = host.contains('.') && !host.contains(' ') && !shared;
    is_host.then_some(host)
}

/// The domain of the party whose mail goes to a host in lower case; none where many share it.
pub(in crate::dedupe) fn of_mail_host(mail_host: &str) -> Option<String> {
    let address = format!("@{mail_host}");
    host(domain::from_email(&address)?, &mut String::new()).map(str::to_string)
}

/// The part of a domain that names its owner: `acme` of `shop.acme.co.uk`.
pub(in crate::dedupe) fn stem(domain: &str) -> String {
    let whole = psl::domain_str(domain).unwrap_or(domain);
    let label = whole.split('.').next().unwrap_or_default();
    label.replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_their_digits() {
        let mut out = String::new();
        for (text, bare) in [
            ("+44 (0)113 765 6824 ext 5", "4401137656824"),
            ("0034 612 345 671", "0034612345671"),
            ("952 45 67 89 Int. 12", "952456789"),
            ("020 7946 0102#9", "02079460102"),
        ] {
            assert!(digits(text, &mut out), "{text}");
            assert_eq!(out, bare);
        }
        for nobodys in ["000 000 000", "1234567", "111111", "12"] {
            assert!(!digits(nobodys, &mut out), "{nobodys}");
        }
    }

    #[test]
    fn a_mail_host_names_its_party() {
        let host = of_mail_host("mail.acme.example");
        assert_eq!(host.as_deref(), Some("acme.example"));
        assert_eq!(of_mail_host("gmail.com"), None);
        assert_eq!(of_mail_host(""), None);
    }

    #[test]
    fn a_host_is_bare_and_its_owners() {
        let mut out = String::new();
        assert_eq!(
            host("https://www.Acme.com/en?x=1", &mut out),
            Some("acme.com")
        );
        assert_eq!(host("acme.com.", &mut out), Some("acme.com"));
        assert_eq!(host("gmail.com", &mut out), None);
        assert_eq!(stem("shop.ac-me.co.uk"), "acme");
    }
}
