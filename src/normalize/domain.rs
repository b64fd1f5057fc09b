//! Domains: the registrable host behind a web or mail address, and web addresses as they are written.

use std::borrow::Cow;

use super::Reading;
use crate::lexicon;

/// Reads the registrable domain out of a web address: scheme, user, port, path and subdomains go,
/// international names become ASCII, all in lower case.
///
/// Codes: `domain-unreadable`, `domain-shared` (a social network, link shortener, site builder or mail
/// service, which proves no company's domain).
pub fn from_website(raw: &str, out: &mut String) -> Reading {
    out.clear();
    let text = raw.trim_matches(is_margin);
    if text.is_empty() || lexicon::placeholder(text) {
        return Reading::Placeholder;
    }
    let Some(host) = host(text).and_then(to_ascii_host) else {
        return Reading::Unread("domain-unreadable");
    };
    let Some(domain) = registrable(&host) else {
        return Reading::Unread("domain-unreadable");
    };
    if lexicon::shared_host(&host) || lexicon::free_mail(domain) {
        return Reading::Unread("domain-shared");
    }
    if raw == domain {
        return Reading::Same;
    }
    out.push_str(domain);
    Reading::Changed
}

/// The registrable domain of a canonical mail address; none for free mail, shared hosts and what is no
/// address.
pub fn from_email(address: &str) -> Option<&str> {
    let (_, host) = address.rsplit_once('@')?;
    if lexicon::free_mail(host) {
        return None;
    }
    let domain = registrable(host)?;
    let shared =
        host.len() > domain.len() && lexicon::free_mail(domain) || lexicon::shared_host(host);
    (!shared).then_some(domain)
}

/// Reads a web address: white space around it goes and its scheme is in lower case, no more.
///
/// Code: `url-unreadable` (white space inside, or no dot).
pub fn url(raw: &str, out: &mut String) -> Reading {
    out.clear();
    let text = raw.trim_matches(is_margin);
    if text.is_empty() || lexicon::placeholder(text) {
        return Reading::Placeholder;
    }
    if text.contains(char::is_whitespace) || !text.contains('.') {
        return Reading::Unread("url-unreadable");
    }
    match split_scheme(text) {
        Some((scheme, rest)) => {
            out.push_str(scheme);
            out.make_ascii_lowercase();
            out.push_str(rest);
        }
        None => out.push_str(text),
    }
    if out == raw {
        out.clear();
        return Reading::Same;
    }
    Reading::Changed
}

/// Whether the end of a host in lower-case ASCII is in the public suffix list, or reserved for examples
/// (RFC 2606, section 2).
pub(super) fn has_known_suffix(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    matches!(last, "com" | "example" | "test" | "invalid" | "localhost")
        || psl::suffix(host.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

/// Whether a host is itself a registry under which others register, as `com.mx`, and so nobody's domain.
/// Registries of states and schools (`gob.mx`) do have mailboxes.
pub(super) fn is_bare_registry(host: &str) -> bool {
    let first = host.split('.').next().unwrap_or_default();
    matches!(first, "com" | "co" | "net" | "org" | "ne" | "or" | "nom")
        && psl::suffix(host.as_bytes())
            .is_some_and(|s| s.is_known() && s.as_bytes() == host.as_bytes())
}

/// A host in lower-case ASCII, if its letters can stand in one (IDNA 2008, UTS 46) and it has a dot.
pub(super) fn to_ascii_host(host: &str) -> Option<Cow<'_, str>> {
    let ascii: Cow<str> = match host.bytes().all(is_host_byte) && !host.contains("xn--") {
        true => Cow::Borrowed(host),
        false => Cow::Owned(idna::domain_to_ascii_strict(host).ok()?),
    };
    let sound = ascii.len() <= 253 && ascii.contains('.') && ascii.split('.').all(is_label);
    let numeric = ascii
        .rsplit('.')
        .next()?
        .bytes()
        .all(|b| b.is_ascii_digit());
    (sound && !numeric).then_some(ascii)
}

fn is_host_byte(b: u8) -> bool {
    b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.')
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
}

fn registrable(host: &str) -> Option<&str> {
    if !has_known_suffix(host) {
        return None;
    }
    psl::domain_str(host)
}

fn is_margin(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\u{200b}' | '\u{feff}')
}

/// `https://ann@www.acme.com:80/shop?x#y` gives `www.acme.com`.
fn host(text: &str) -> Option<&str> {
    let rest = split_scheme(text).map_or(text, |(_, rest)| rest.trim_start_matches(':'));
    let rest = rest.trim_start_matches('/');
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = host.split(':').next()?.trim_end_matches(['.', ',', ';']);
    (!host.is_empty()).then_some(host)
}

/// `HTTP://x` gives `HTTP` and `://x`.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_at(text.find("://")?);
    let good = !scheme.is_empty()
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    good.then_some((scheme, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> (Reading, String) {
        let mut out = String::from("left over");
        let reading = from_website(raw, &mut out);
        (reading, out)
    }

    #[test]
    fn the_registrable_domain_is_what_stays() {
        for (raw, want) in [
            ("https://www.Acme.com/shop?x=1#y", "acme.com"),
            ("http://ann@acme.co.uk:8080", "acme.co.uk"),
            ("www.tienda.acme.com.mx", "acme.com.mx"),
            ("acme.com/", "acme.com"),
            ("//acme.de", "acme.de"),
            ("info@acme.com", "acme.com"),
            ("https://www.müller.de", "xn--mller-kva.de"),
            ("acme.example ", "acme.example"),
        ] {
            assert_eq!(read(raw), (Reading::Changed, want.to_string()), "{raw}");
        }
        assert_eq!(read("acme.com").0, Reading::Same);
    }

    #[test]
    fn shared_hosts_prove_no_domain() {
        for raw in [
            "https://www.facebook.com/acme",
            "acme.wixsite.com/home",
            "acme.blogspot.com",
            "https://bit.ly/x",
            "ann@gmail.com",
        ] {
            assert_eq!(read(raw).0, Reading::Unread("domain-shared"), "{raw}");
        }
    }

    #[test]
    fn what_is_no_host_is_unread() {
        for raw in [
            "acme",
            "http://",
            "acme .com",
            "10.0.0.1",
            "http://localhost/",
            "acme.nosuchsuffix",
            "com.mx",
        ] {
            assert_eq!(read(raw).0, Reading::Unread("domain-unreadable"), "{raw}");
        }
        assert_eq!(read("n/a").0, Reading::Placeholder);
    }

    #[test]
    fn mail_domains_count_unless_they_are_everybodys() {
        assert_eq!(from_email("ann@mail.acme.com.mx"), Some("acme.com.mx"));
        assert_eq!(from_email("ann@gmail.com"), None);
        assert_eq!(from_email("ann"), None);
    }

    #[test]
    fn web_addresses_are_only_trimmed() {
        let mut out = String::new();
        assert_eq!(url("https://Acme.com/A", &mut out), Reading::Same);
        assert_eq!(url(" HTTPS://Acme.com/A ", &mut out), Reading::Changed);
        assert_eq!(out, "https://Acme.com/A");
        assert_eq!(url("acme com", &mut out), Reading::Unread("url-unreadable"));
        assert_eq!(url("-", &mut out), Reading::Placeholder);
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,30}|(http://)?[a-zA-Zß.:/@ -]{0,12}\\.(com|de|com\\.mx)[/ ]?") {
            let (reading, out) = read(&raw);
            if reading == Reading::Changed {
                prop_assert_eq!(read(&out).0, Reading::Same, "{}", out);
            }
            let mut once = String::new();
            if url(&raw, &mut once) == Reading::Changed {
                prop_assert_eq!(url(&once, &mut String::new()), Reading::Same);
            }
        }
    }
}
