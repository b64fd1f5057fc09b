//! The lists themselves, and the question each of them answers.

use std::sync::LazyLock;

use arrayvec::ArrayString;
use foldhash::fast::FixedState;

use super::{Particle, Title, fold, trimmed};
use crate::model::key;

type Set<K> = std::collections::HashSet<K, FixedState>;
type Map<K, V> = std::collections::HashMap<K, V, FixedState>;

/// No entry of a list that is asked in lower case is longer (bytes).
const LONGEST: usize = 48;

macro_rules! list {
    ($file:literal) => {
        entries(include_str!(concat!("../../mappings/lexicon/", $file)))
    };
}

static PLACEHOLDERS: LazyLock<Set<&str>> = LazyLock::new(|| list!("placeholders.txt").collect());
static PLACEHOLDER_LENGTHS: LazyLock<Lengths> =
    LazyLock::new(|| Lengths::of(PLACEHOLDERS.iter().copied()));
static PLACEHOLDER_MAILBOXES: LazyLock<Set<&str>> =
    LazyLock::new(|| list!("placeholder_mailboxes.txt").collect());
static ROLES: LazyLock<Set<&str>> = LazyLock::new(|| list!("role_mailboxes.txt").collect());
static FREE_MAIL: LazyLock<Set<&str>> = LazyLock::new(|| list!("free_mail.txt").collect());
static SHARED_HOSTS: LazyLock<Set<&str>> = LazyLock::new(|| list!("shared_hosts.txt").collect());
static LEGAL_FORMS: LazyLock<Set<String>> =
    LazyLock::new(|| list!("legal_forms.txt").map(folded).collect());
static TITLES: LazyLock<Map<String, (Title, bool)>> =
    LazyLock::new(|| list!("titles.txt").map(title_entry).collect());
static SUFFIXES: LazyLock<Map<String, &str>> =
    LazyLock::new(|| list!("name_suffixes.txt").map(|s| (folded(s), s)).collect());
static PARTICLES: LazyLock<Map<&str, Particle>> =
    LazyLock::new(|| list!("name_particles.txt").map(particle_entry).collect());
static GIVEN_IBERIAN: LazyLock<Set<&str>> =
    LazyLock::new(|| list!("given_names_iberian.txt").collect());
static GIVEN_OTHER: LazyLock<Set<&str>> =
    LazyLock::new(|| list!("given_names_other.txt").collect());
static SURNAMES_IBERIAN: LazyLock<Set<&str>> =
    LazyLock::new(|| list!("surnames_iberian.txt").collect());
static COMPANY_WORDS: LazyLock<Set<&str>> = LazyLock::new(|| list!("company_words.txt").collect());
static TEST_WORDS: LazyLock<Set<&str>> = LazyLock::new(|| list!("test_words.txt").collect());
static GIVEN_MORE: LazyLock<Set<&str>> = LazyLock::new(|| list!("given_names_more.txt").collect());
static SHARED_DOMAINS: LazyLock<Set<&str>> =
    LazyLock::new(|| list!("shared_domains.txt").collect());
static NICKNAMES: LazyLock<Map<u32, Vec<u16>>> = LazyLock::new(|| lines(list!("nicknames.txt")));
static VARIANTS: LazyLock<Map<u32, Vec<u16>>> = LazyLock::new(|| lines(list!("name_variants.txt")));
static DEVOTIONAL: LazyLock<Set<&str>> = LazyLock::new(|| list!("devotional_names.txt").collect());
static SPELLINGS: LazyLock<Map<String, &str>> = LazyLock::new(|| {
    list!("name_spellings.txt")
        .map(|s| (folded(s), s))
        .collect()
});

/// Whether a whole cell stands for nothing: `n/a`, `null`, `sin correo`, `---`.
pub fn placeholder(text: &str) -> bool {
    let text = trimmed(text);
    let Some(first) = text.bytes().next() else {
        return false;
    };
    if first.is_ascii_digit() || first == b'+' && text.len() > 1 {
        return false;
    }
    if first == b'['
        && let Some(inside) = text
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
    {
        return trimmed(inside).is_empty() || placeholder(inside);
    }
    if text.is_ascii() && !PLACEHOLDER_LENGTHS.may_hold(first, text.len()) {
        return false;
    }
    text.bytes().all(|b| b.is_ascii_punctuation())
        || lowered(text, |low| PLACEHOLDERS.contains(low)).unwrap_or(false)
}

/// Whether an address in lower case stands for "no address", as `none@none.com` does.
pub fn placeholder_mailbox(address: &str) -> bool {
    let Some(at) = memchr::memrchr(b'@', address.as_bytes()) else {
        return false;
    };
    let set = &*PLACEHOLDER_MAILBOXES;
    let part = |found: Option<&str>| found.is_some_and(|p| set.contains(p));
    set.contains(address) || part(address.get(..=at)) || part(address.get(at..))
}

/// Whether the local part of an address belongs to a function: `info`, `no-reply`, `ventas2`.
pub fn role_mailbox(local: &str) -> bool {
    let bare = local.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut whole = ArrayString::<LONGEST>::new();
    let kept = bare.chars().filter(|c| !matches!(c, '.' | '-' | '_'));
    for c in kept.map(|c| c.to_ascii_lowercase()) {
        if whole.try_push(c).is_err() {
            return false;
        }
    }
    ROLES.contains(whole.as_str()) || role_with_country(bare) || roles_alone(bare)
}

/// `bookings.team`: nothing but roles.
fn roles_alone(local: &str) -> bool {
    let ends = |byte: u8| matches!(byte, b'.' | b'-' | b'_');
    if !local.bytes().any(ends) {
        return false;
    }
    let mut parts = local.split(['.', '-', '_']).filter(|part| !part.is_empty());
    parts.all(|part| lowered(part, |low| ROLES.contains(low)).unwrap_or(false))
}

/// `info-mx`, `ventas.us`: a role of four letters or more, and a tail of at most two.
fn role_with_country(local: &str) -> bool {
    let Some((role, tail)) = local.split_once(['.', '-', '_']) else {
        return false;
    };
    role.len() >= 4 && tail.len() <= 2 && lowered(role, |r| ROLES.contains(r)).unwrap_or(false)
}

/// Whether a domain in lower case is a free mail service or an internet provider.
pub fn free_mail(domain: &str) -> bool {
    FREE_MAIL.contains(domain)
}

/// Whether a host in lower case, or a domain above it, is shared by many parties: a social network,
/// a link shortener, a site builder.
pub fn shared_host(host: &str) -> bool {
    let mut rest = host;
    loop {
        if SHARED_HOSTS.contains(rest) {
            return true;
        }
        let Some((_, parent)) = rest.split_once('.') else {
            return false;
        };
        rest = parent;
    }
}

/// Whether text folded by [`fold`] is a legal form: `sadecv`, `gmbhcokg`.
pub fn legal_form(folded: &str) -> bool {
    LEGAL_FORMS.contains(folded)
}

/// Whether a word is a title, and how surely. A title that is listed with a full stop must have it.
pub fn title(word: &str) -> Option<Title> {
    let (title, stopped) = *TITLES.get(folded(word).as_str())?;
    (!stopped || word.ends_with('.')).then_some(title)
}

/// How a word that may follow a name is written: `PHD` gives `PhD`.
pub fn name_suffix(word: &str) -> Option<&'static str> {
    SUFFIXES.get(folded(word).as_str()).copied()
}

/// Whether a word is a particle of family names, and how it is written. Asked in any case.
pub fn name_particle(word: &str) -> Option<Particle> {
    lowered(word, |low| PARTICLES.get(low).copied()).flatten()
}

/// Whether a folded name is a common given name of Spanish or Portuguese speakers.
pub fn given_name_iberian(folded: &str) -> bool {
    GIVEN_IBERIAN.contains(folded)
}

/// Whether a folded name is a common given name of English, German, French or Italian speakers.
pub fn given_name_other(folded: &str) -> bool {
    GIVEN_OTHER.contains(folded)
}

/// Whether a folded name is a common surname of Spanish or Portuguese speakers.
pub fn surname_iberian(folded: &str) -> bool {
    SURNAMES_IBERIAN.contains(folded)
}

/// Whether a folded name is the second half of one like María *del Carmen* or Juan *de Dios*.
pub fn devotional_name(folded: &str) -> bool {
    DEVOTIONAL.contains(folded)
}

/// How a name with a capital inside is written: `macdonald` gives `MacDonald`.
pub fn name_spelling(word: &str) -> Option<&'static str> {
    SPELLINGS.get(folded(word).as_str()).copied()
}

/// Whether a folded word stands in companies' names and in nobody's own: `consulting`, `hermanos`.
pub fn company_word(folded: &str) -> bool {
    COMPANY_WORDS.contains(folded)
}

/// Whether a folded word, or a whole name of several, stands in test rows only: `asdf`, `mickey mouse`.
pub fn test_word(folded: &str) -> bool {
    TEST_WORDS.contains(folded)
}

/// Whether a folded word is one of the further given names.
pub fn given_name_more(folded: &str) -> bool {
    GIVEN_MORE.contains(folded)
}

/// Whether a folded word is a short or long form of a given name.
pub fn short_given_name(folded: &str) -> bool {
    NICKNAMES.contains_key(&key::small(folded))
}

/// Whether a domain in lower case is shared by the members of a profession or a public body, and proves no employer.
pub fn shared_domain(host: &str) -> bool {
    let mut rest = host;
    loop {
        if SHARED_DOMAINS.contains(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, above)) => rest = above,
            None => return false,
        }
    }
}

/// Whether two given names, by their `key::small`, are forms of one: `robert` and `bob`.
pub fn same_given_name(a: u32, b: u32) -> bool {
    let lines = |name| NICKNAMES.get(&name).map_or(&[][..], Vec::as_slice);
    a == b || lines(a).iter().any(|line| lines(b).contains(line))
}

/// Whether two given names, by their `key::small`, are one name in different spellings or languages: `juan` and `john`.
pub fn variant_given_name(a: u32, b: u32) -> bool {
    let lines = |name| VARIANTS.get(&name).map_or(&[][..], Vec::as_slice);
    lines(a).iter().any(|line| lines(b).contains(line))
}

/// For each word of some lines, by its `key::small`, the lines in which it stands.
fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> Map<u32, Vec<u16>> {
    let mut words: Map<u32, Vec<u16>> = Map::default();
    for (line, at) in lines.zip(0..) {
        for word in line.split(' ') {
            words.entry(key::small(word)).or_default().push(at);
        }
    }
    words
}

pub(super) fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "))
}

fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold(text, &mut out);
    out
}

/// `Don?` is a title before an Iberian name; `Sen.` needs its full stop; `Dr` does not.
fn title_entry(entry: &str) -> (String, (Title, bool)) {
    let kind = match entry.ends_with('?') {
        true => Title::BeforeIberianName,
        false => Title::Always,
    };
    (folded(entry), (kind, entry.ends_with('.')))
}

fn particle_entry(entry: &'static str) -> (&'static str, Particle) {
    match entry.strip_prefix('^') {
        Some(word) => (word, Particle::Low),
        None => (entry, Particle::LowInside),
    }
}

/// Asks with `text` in lower case, without allocation for ASCII; nothing for long text.
/// For each ASCII character that an entry of a list begins with, the lengths of such entries: rules most texts out.
struct Lengths([u64; 128]);

impl Lengths {
    fn of<'a>(entries: impl Iterator<Item = &'a str>) -> Self {
        let mut lengths = [0; 128];
        for entry in entries {
            let first = entry.bytes().next().unwrap_or_default();
            if let Some(mask) = lengths.get_mut(usize::from(first)) {
                *mask |= 1 << entry.len().min(63);
            }
        }
        Self(lengths)
    }

    /// Whether an ASCII text that begins so and is so long can be an entry, or is nothing but signs.
    fn may_hold(&self, first: u8, len: usize) -> bool {
        let mask = self.0.get(usize::from(first.to_ascii_lowercase()));
        first.is_ascii_punctuation() || mask.is_some_and(|mask| mask >> len.min(63) & 1 == 1)
    }
}

fn lowered<R>(text: &str, ask: impl FnOnce(&str) -> R) -> Option<R> {
    if text.len() > LONGEST {
        return None;
    }
    if !text.is_ascii() {
        return Some(ask(&text.to_lowercase()));
    }
    let mut buffer = [0u8; LONGEST];
    let low = buffer.get_mut(..text.len())?;
    low.copy_from_slice(text.as_bytes());
    low.make_ascii_lowercase();
    std::str::from_utf8(low).ok().map(ask)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_in_any_case() {
        for text in ["n/a", " N/A ", "-", "???", "NULL", "Sin Correo", "#N/A"] {
            assert!(placeholder(text), "{text}");
        }
        for text in ["", "Ann", "0", "+", "12", "Nora"] {
            assert_eq!(placeholder(text), text == "+", "{text}");
        }
    }

    #[test]
    fn placeholder_mailboxes_match_by_part() {
        for address in [
            "none@none.com",
            "noemail@acme.com",
            "joe@noemail.com",
            "x@x.com",
        ] {
            assert!(placeholder_mailbox(address), "{address}");
        }
        assert!(!placeholder_mailbox("ann@acme.com"));
        assert!(!placeholder_mailbox("none"));
    }

    #[test]
    fn roles_are_found_behind_punctuation_and_digits() {
        for local in [
            "info", "no-reply", "no.reply", "Ventas2", "info-mx", "sales.us",
        ] {
            assert!(role_mailbox(local), "{local}");
        }
        for local in ["ann", "john.sales", "it.smith", "infante"] {
            assert!(!role_mailbox(local), "{local}");
        }
    }

    #[test]
    fn a_subdomain_of_a_shared_host_is_shared() {
        assert!(shared_host("acme.wixsite.com"));
        assert!(!shared_host("acme.com"));
    }

    #[test]
    fn a_short_form_is_the_same_name() {
        let same = |a, b| same_given_name(key::small(a), key::small(b));
        assert!(same("robert", "bob") && same("francisco", "paco"));
        assert!(!same("robert", "richard") && !same("ann", "bob"));
    }

    #[test]
    fn a_title_with_a_full_stop_needs_it() {
        assert_eq!(title("Dr"), Some(Title::Always));
        assert_eq!(title("Sen."), Some(Title::Always));
        assert_eq!(title("Sen"), None);
        assert_eq!(title("don"), Some(Title::BeforeIberianName));
    }

    #[test]
    fn every_list_is_sorted_and_without_doubles() {
        for text in [
            include_str!("../../mappings/lexicon/free_mail.txt"),
            include_str!("../../mappings/lexicon/company_words.txt"),
            include_str!("../../mappings/lexicon/given_names_more.txt"),
            include_str!("../../mappings/lexicon/nicknames.txt"),
            include_str!("../../mappings/lexicon/name_variants.txt"),
            include_str!("../../mappings/lexicon/street_words.txt"),
            include_str!("../../mappings/lexicon/test_words.txt"),
            include_str!("../../mappings/lexicon/shared_domains.txt"),
            include_str!("../../mappings/lexicon/shared_hosts.txt"),
            include_str!("../../mappings/lexicon/role_mailboxes.txt"),
            include_str!("../../mappings/lexicon/placeholders.txt"),
            include_str!("../../mappings/lexicon/placeholder_mailboxes.txt"),
            include_str!("../../mappings/lexicon/legal_forms.txt"),
            include_str!("../../mappings/lexicon/titles.txt"),
            include_str!("../../mappings/lexicon/name_suffixes.txt"),
            include_str!("../../mappings/lexicon/name_particles.txt"),
            include_str!("../../mappings/lexicon/given_names_iberian.txt"),
            include_str!("../../mappings/lexicon/given_names_other.txt"),
            include_str!("../../mappings/lexicon/surnames_iberian.txt"),
            include_str!("../../mappings/lexicon/devotional_names.txt"),
            include_str!("../../mappings/lexicon/name_spellings.txt"),
        ] {
            let all: Vec<_> = text
                .lines()
                .filter(|l| *l != "#" && !l.starts_with("# "))
                .collect();
            assert!(all.is_sorted_by(|a, b| a < b), "{:?}", all.first());
        }
    }
}
