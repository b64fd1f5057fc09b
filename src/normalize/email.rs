//! E-mail addresses: one bare address in lower case, its domain in ASCII.

use std::borrow::Cow;

use email_address::{EmailAddress, Options};

use super::Reading;
use super::domain::{has_known_suffix, is_bare_registry, to_ascii_host};
use crate::lexicon;

/// Whose mailbox an address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailKind {
    /// One person's at a domain of its own.
    Person,
    /// A function's: `info@`, `ventas@`.
    Role,
    /// At a free mail service or an internet provider.
    FreeMail,
}

/// Reads an address: `mailto:`, a display name, brackets and stray punctuation go, the whole is in
/// lower case, an international domain in ASCII (IDNA 2008, UTS 46).
///
/// Codes: `email-several`, `email-syntax` (RFC 5321 without quoted local parts, address literals and
/// non-ASCII local parts), `email-unknown-suffix` (the domain's end is in no public registry; the
/// names that RFC 2606 reserves for examples are let pass).
pub fn email(raw: &str, out: &mut String) -> Reading {
    out.clear();
    if is_plain(raw) {
        return verdict(raw, raw, out);
    }
    let text = raw.trim_matches(is_margin);
    if text.is_empty() || lexicon::placeholder(text) {
        return Reading::Placeholder;
    }
    let bare = match bare_address(text) {
        Ok(bare) => bare,
        Err(code) => return Reading::Unread(code),
    };
    match lower_address(bare) {
        Some(address) => verdict(raw, &address, out),
        None if lexicon::placeholder_mailbox(&bare.to_ascii_lowercase()) => Reading::Placeholder,
        None => Reading::Unread("email-syntax"),
    }
}

/// Gives each address in a cell, also in one that holds several, or words beside them: what can't be read is split at
/// ever narrower separators.
pub fn each_address(raw: &str, found: &mut impl FnMut(&str)) {
    each_within(raw, &SEPARATORS, found);
}

/// What stands between addresses, the surest first: marks of a list, white space, whatever is rare within an address.
const SEPARATORS: [fn(char) -> bool; 3] = [
    |c| matches!(c, ';' | ',' | '\n' | '\r' | '\t'),
    char::is_whitespace,
    |c| !c.is_alphanumeric() && !matches!(c, '@' | '.' | '_' | '+' | '-'),
];

fn each_within(text: &str, separators: &[fn(char) -> bool], found: &mut impl FnMut(&str)) {
    let mut out = String::new();
    match email(text, &mut out) {
        Reading::Same => found(text),
        Reading::Changed => found(&out),
        Reading::Placeholder => {}
        Reading::Unread(_) => {
            let Some((first, narrower)) = separators.split_first() else {
                return;
            };
            for part in text.split(first) {
                each_within(part, narrower, found);
            }
        }
    }
}

/// What stands after the last `@`; empty where there is none.
pub fn email_domain(address: &str) -> &str {
    let at = memchr::memrchr(b'@', address.as_bytes());
    at.and_then(|at| address.get(at + 1..)).unwrap_or_default()
}

/// Whether a local part belongs to a function and not to one person.
pub fn is_role(local: &str) -> bool {
    lexicon::role_mailbox(local)
}

/// Whether a domain in lower case is a free mail service or an internet provider.
pub fn is_free_mail(domain: &str) -> bool {
    lexicon::free_mail(domain)
}

/// Whose mailbox a canonical address is; a role's at a free mail service is [`EmailKind::Role`].
pub fn email_kind(address: &str) -> EmailKind {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local);
    if is_role(local) {
        EmailKind::Role
    } else if is_free_mail(email_domain(address)) {
        EmailKind::FreeMail
    } else {
        EmailKind::Person
    }
}

/// Whether a text is a canonical address in all but its domain's suffix: the common case, checked without copying.
pub fn is_plain(raw: &str) -> bool {
    let at = memchr::memchr(b'@', raw.as_bytes());
    let parts = at.and_then(|at| Some((raw.get(..at)?, raw.get(at + 1..)?)));
    parts.is_some_and(|(local, domain)| is_plain_local(local) && is_plain_domain(domain))
}

fn is_plain_local(local: &str) -> bool {
    let mut before = b'.';
    let good = |b: u8| {
        let dot = b == b'.' && before != b'.';
        before = b;
        dot || b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'+' | b'-')
    };
    local.len() <= 64 && local.bytes().all(good) && before != b'.'
}

/// Two labels or more of letters, digits and hyphens inside, the last not a number, none of them in Punycode.
fn is_plain_domain(domain: &str) -> bool {
    let (mut before, mut length, mut labels, mut letters) = (b'.', 0, 1, 0);
    let good = |b: u8| {
        if b == b'.' {
            let sound = !matches!(before, b'.' | b'-') && length <= 63;
            (before, length, labels, letters) = (b, 0, labels + 1, 0);
            return sound;
        }
        // Punycode has its hyphens at the third and fourth place.
        let hyphen = b == b'-' && before != b'.' && !(before == b'-' && length == 3);
        before = b;
        length += 1;
        letters += usize::from(!b.is_ascii_digit());
        hyphen || b.is_ascii_lowercase() || b.is_ascii_digit()
    };
    let sound = domain.len() <= 253 && domain.bytes().all(good);
    sound && !matches!(before, b'.' | b'-') && length <= 63 && labels > 1 && letters > 0
}

/// Judges an address whose syntax is good, and writes it where it differs from the cell.
fn verdict(raw: &str, address: &str, out: &mut String) -> Reading {
    if lexicon::placeholder_mailbox(address) {
        return Reading::Placeholder;
    }
    let domain = email_domain(address);
    if !has_known_suffix(domain) || is_bare_registry(domain) {
        return Reading::Unread("email-unknown-suffix");
    }
    if raw == address {
        return Reading::Same;
    }
    out.push_str(address);
    Reading::Changed
}

/// White space, quotes and the invisible characters that copying brings along.
fn is_margin(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '"' | '\'' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// The one address in a cell, without what surrounds it.
fn bare_address(text: &str) -> Result<&str, &'static str> {
    let text = inside_brackets(text).unwrap_or(text);
    let text = without_scheme(text);
    let text = text
        .trim_start_matches(|c| is_margin(c) || matches!(c, '<' | '('))
        .trim_end_matches(|c| is_margin(c) || matches!(c, ',' | ';' | ':' | '.' | '>' | ')'));
    match text.matches('@').count() {
        1 if text.contains(char::is_whitespace) => Err("email-syntax"),
        1 => Ok(text),
        0 => Err("email-syntax"),
        _ => Err(several_or_syntax(text)),
    }
}

/// `Ann Lee <ann@acme.com>` gives `ann@acme.com`; nothing where there are two pairs of brackets.
fn inside_brackets(text: &str) -> Option<&str> {
    let (before, rest) = text.split_once('<')?;
    let (inside, after) = rest.split_once('>')?;
    let alone = !before.contains('>') && !after.contains(['<', '@']) && inside.contains('@');
    alone.then_some(inside)
}

fn without_scheme(text: &str) -> &str {
    let text = text.trim_matches(is_margin);
    match text.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => {
            let rest = text.get(7..).unwrap_or_default();
            rest.split('?').next().unwrap_or(rest)
        }
        _ => text,
    }
}

/// Two parts with an `@` each, and a separator between them, are several addresses.
fn several_or_syntax(text: &str) -> &'static str {
    let parts = text
        .split([';', ',', '/', ' ', '|', '\n', '\t', '\r'])
        .filter(|part| part.trim_matches('@').contains('@'));
    if parts.count() > 1 {
        "email-several"
    } else {
        "email-syntax"
    }
}

/// The address in lower case with an ASCII domain, if its syntax is good.
fn lower_address(bare: &str) -> Option<String> {
    let (local, domain) = bare.split_once('@')?;
    if !local.is_ascii() {
        return None;
    }
    let domain: Cow<str> = to_ascii_host(domain)?;
    let address = format!("{}@{domain}", local.to_ascii_lowercase());
    let options = Options::default()
        .with_required_tld()
        .without_domain_literal()
        .without_display_text();
    let strict =
        !address.contains('"') && EmailAddress::parse_with_options(&address, options).is_ok();
    strict.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> (Reading, String) {
        let mut out = String::from("left over");
        let reading = email(raw, &mut out);
        (reading, out)
    }

    #[test]
    fn one_address_comes_out_bare_and_in_lower_case() {
        for (raw, want) in [
            ("Ann.Lee@Acme.COM", "ann.lee@acme.com"),
            (" mailto:ann@acme.com?subject=Hi ", "ann@acme.com"),
            ("Ann Lee <Ann@acme.com>", "ann@acme.com"),
            ("\"Lee, Ann\" <ann@acme.com>;", "ann@acme.com"),
            ("<ann@acme.com>", "ann@acme.com"),
            ("ann@acme.com.", "ann@acme.com"),
            ("'ann@acme.com'", "ann@acme.com"),
            ("\u{200b}ann@acme.com\u{a0}", "ann@acme.com"),
            ("jürgen@x.de", ""),
            ("info@Müller.de", "info@xn--mller-kva.de"),
            ("o'brien@acme.ie ", "o'brien@acme.ie"),
            ("ann@acme.example;", "ann@acme.example"),
        ] {
            let (reading, out) = read(raw);
            assert_eq!(out, want, "{raw}: {reading:?}");
        }
    }

    #[test]
    fn canonical_addresses_stay() {
        for raw in [
            "ann@acme.com",
            "a.b+c_d-e@sub.acme.com.mx",
            "jo@acme.test",
            "o'brien@acme.ie",
            "info@xn--mller-kva.de",
            "ann@gob.mx",
        ] {
            assert_eq!(read(raw), (Reading::Same, String::new()), "{raw}");
        }
    }

    #[test]
    fn what_cannot_be_read_has_its_code() {
        for (raw, code) in [
            ("a@b.com; c@d.com", "email-several"),
            ("a@b.com/c@d.com", "email-several"),
            ("a@b.com c@d.com", "email-several"),
            ("Ann <a@b.com>, Bob <c@d.com>", "email-several"),
            ("ann.acme.com", "email-syntax"),
            ("ann@@acme.com", "email-syntax"),
            ("ann@acme", "email-syntax"),
            ("ann lee@acme.com", "email-syntax"),
            (".ann@acme.com", "email-syntax"),
            ("an..n@acme.com", "email-syntax"),
            ("ann@-acme.com", "email-syntax"),
            ("ann@acme..com", "email-syntax"),
            ("ann@[127.0.0.1]", "email-syntax"),
            ("ann@10.0.0.1", "email-syntax"),
            ("ann@acme.con", "email-unknown-suffix"),
            ("ann@acme.local", "email-unknown-suffix"),
            ("ann@com.mx", "email-unknown-suffix"),
        ] {
            assert_eq!(read(raw).0, Reading::Unread(code), "{raw}");
        }
    }

    #[test]
    fn every_address_in_a_cell_is_found() {
        for (raw, want) in [
            ("ann@acme.com", "ann@acme.com"),
            ("ann@b.com; Bob@d.com", "ann@b.com bob@d.com"),
            ("ann@b.com/bob@d.com", "ann@b.com bob@d.com"),
            ("ann@b.com & bob@d.com", "ann@b.com bob@d.com"),
            (
                "Ann <ann@b.com>, \"Ray, Bob\" <bob@d.com>",
                "ann@b.com bob@d.com",
            ),
            ("ann@b.com (work)\nbob@d.com (home)", "ann@b.com bob@d.com"),
            ("ann@b.com, none@none.com, bob@d.con", "ann@b.com"),
            ("a/b@x.com;bob@d.com", "a/b@x.com bob@d.com"),
            ("ann.acme.com", ""),
            ("", ""),
        ] {
            let mut found = Vec::new();
            each_address(raw, &mut |address| found.push(address.to_string()));
            assert_eq!(found.join(" "), want, "{raw}");
        }
    }

    #[test]
    fn placeholders_stand_for_nothing() {
        for raw in [
            "",
            " ",
            "n/a",
            "-",
            "none@none.com",
            "NoEmail@acme.com",
            "x@x.com",
            "TEST@test.com",
            "test@test",
            "sincorreo@gmail.com",
        ] {
            assert_eq!(read(raw).0, Reading::Placeholder, "{raw}");
        }
    }

    #[test]
    fn kinds_tell_person_role_and_free_mail() {
        assert_eq!(email_kind("ann@acme.com"), EmailKind::Person);
        assert_eq!(email_kind("ventas@acme.com.mx"), EmailKind::Role);
        assert_eq!(email_kind("ann@gmail.com"), EmailKind::FreeMail);
        assert_eq!(email_domain("ann@acme.com"), "acme.com");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,30}|[a-zA-Z.<>@; ü\"']{0,12}@[a-zA-Z.ü-]{1,8}\\.(com|DE|mx)[;.> ]?") {
            let (reading, out) = read(&raw);
            if reading == Reading::Changed {
                prop_assert_eq!(read(&out).0, Reading::Same, "{}", out);
            } else {
                prop_assert!(out.is_empty());
            }
        }
    }
}
