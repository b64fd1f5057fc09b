//! Addresses, numbers and hosts.

use std::collections::HashMap;

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
                if let Some(host) = host(text) {
                    sketch.add_once(Item::Domain, &host);
                }
            }
            _ => {}
        }
    }
    for at in 0..sketch.items.len() {
        let Some(&(Item::Email, start, len)) = sketch.items.get(at) else {
            continue;
        };
        let place = start as usize..(start + len) as usize;
        let address = sketch.text.get(place).unwrap_or_default();
        if let Some(host) = desk.hosts.of(address) {
            sketch.add_once(Item::Domain, host);
        }
    }
}

/// The hosts of addresses, by what stands behind their at signs.
#[derive(Debug, Default)]
pub(super) struct Hosts(HashMap<String, Option<String>, foldhash::fast::RandomState>);

impl Hosts {
    /// So many are kept.
    const MOST: usize = 50_000;

    /// The host of an address in lower case, unless many parties share it.
    fn of(&mut self, address: &str) -> Option<&str> {
        let (_, behind) = address.rsplit_once('@')?;
        if self.0.len() >= Self::MOST {
            self.0.clear();
        }
        if !self.0.contains_key(behind) {
            let host = domain::from_email(address).and_then(host);
            self.0.insert(behind.to_string(), host);
        }
        self.0.get(behind)?.as_deref()
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

/// The host of a web address or domain, unless many parties share it.
fn host(text: &str) -> Option<String> {
    let low = text.to_lowercase();
    let behind = low.split_once("://").map_or(low.as_str(), |(_, rest)| rest);
    let host = behind.split(['/', '?', '#', ':']).next()?;
    let host = host.trim_start_matches("www.").trim_end_matches('.');
    let shared = lexicon::shared_host(host)
        || email::is_free_mail(host)
        || lexicon::placeholder_mailbox(&format!("@{host}"));
    let is_host = host.contains('.') && !host.contains(' ') && !shared;
    is_host.then(|| host.to_string())
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
    fn the_host_of_an_address_is_found_again() {
        let mut hosts = Hosts::default();
        for _ in 0..2 {
            assert_eq!(hosts.of("ann@mail.acme.example"), Some("acme.example"));
            assert_eq!(hosts.of("ann@gmail.com"), None);
        }
    }

    #[test]
    fn a_host_is_bare_and_its_owners() {
        assert_eq!(
            host("https://www.acme.com/en?x=1").as_deref(),
            Some("acme.com")
        );
        assert_eq!(host("gmail.com"), None);
        assert_eq!(stem("shop.ac-me.co.uk"), "acme");
    }
}
