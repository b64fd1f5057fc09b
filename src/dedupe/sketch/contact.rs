//! Addresses, numbers and hosts.

use super::{Item, Sketch};
use crate::lexicon;
use crate::model::shown::{Part, Shown};
use crate::normalize::{domain, email};

pub(super) fn read(shown: &Shown, sketch: &mut Sketch) {
    let mut phones: Vec<String> = Vec::new();
    let mut hosts: Vec<String> = Vec::new();
    let mut addresses: Vec<String> = Vec::new();
    for (part, text) in shown.parts() {
        match part {
            Part::Email => email::each_address(text, &mut |address| {
                let address = address.to_lowercase();
                if !lexicon::placeholder_mailbox(&address) {
                    add_once(&mut addresses, address);
                }
            }),
            Part::Phone => {
                if let Some(phone) = digits(text) {
                    add_once(&mut phones, phone);
                }
            }
            Part::Website => {
                if let Some(host) = host(text) {
                    add_once(&mut hosts, host);
                }
            }
            _ => {}
        }
    }
    for address in &addresses {
        if let Some(host) = domain::from_email(address).and_then(host) {
            add_once(&mut hosts, host);
        }
    }
    for (item, texts) in [
        (Item::Email, addresses),
        (Item::Phone, phones),
        (Item::Domain, hosts),
    ] {
        for text in texts {
            sketch.add(item, &text);
        }
    }
}

fn add_once(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

/// The digits of a number without an extension and without zeros before it; none of one that nobody has, such as
/// `000000` or `1234567`.
fn digits(text: &str) -> Option<String> {
    let low = text.to_lowercase();
    let cut = ["ext", "x", "#", "int"];
    let end = cut.iter().filter_map(|mark| low.find(mark)).min();
    let head = low.get(..end.unwrap_or(low.len())).unwrap_or_default();
    let bare: String = head.chars().filter(char::is_ascii_digit).collect();
    let bare = bare.trim_start_matches('0');
    if !(6..=18).contains(&bare.len()) {
        return None;
    }
    let bytes = bare.as_bytes();
    let steps = |is: fn(u8, u8) -> bool| {
        let windows = bytes.windows(2);
        windows
            .filter(|two| matches!(two, [a, b] if is(*a, *b)))
            .count()
    };
    let same = steps(|a, b| a == b);
    let ramp = steps(|a, b| b == a + 1 || a == b'9' && b == b'0');
    (same.max(ramp) + 2 < bytes.len()).then(|| bare.to_string())
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
        assert_eq!(
            digits("+44 (0)113 765 6824 ext 5").as_deref(),
            Some("4401137656824")
        );
        assert_eq!(digits("0034 612 345 671").as_deref(), Some("34612345671"));
        for nobodys in ["000 000 000", "1234567", "111111", "12"] {
            assert_eq!(digits(nobodys), None, "{nobodys}");
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
