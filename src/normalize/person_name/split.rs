//! A full name taken apart.

use super::words::{Unit, folded, is_given_iberian, is_shouted, units};
use crate::lexicon::{self, Title};

/// The parts of a name, as spelled in the full one; a part that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Titles: `Dra.`, `Prof. Dr.`
    pub prefix: String,
    /// The given names; in Spanish and Portuguese names all of them (`María José`).
    pub given: String,
    /// What stands between given and family name where there is one family name (`Quincy`).
    pub middle: String,
    /// The family name with its particles; both surnames of a Spanish or Portuguese name.
    pub family: String,
    /// Generation, degrees, professions: `Jr.`, `PhD`.
    pub suffix: String,
    /// What stands in quotes or brackets: `Bob` of `Robert "Bob" Smith`.
    pub nickname: String,
}

impl PersonName {
    fn clear(&mut self) {
        for part in [
            &mut self.prefix,
            &mut self.given,
            &mut self.middle,
            &mut self.family,
            &mut self.suffix,
            &mut self.nickname,
        ] {
            part.clear();
        }
    }
}

/// Takes `full` apart into `out`, which is cleared first; `false` if there is no name in it.
///
/// A comma turns the order round (`López, Ana`) unless only suffixes follow it. A single word is a given name:
/// people sign up with those. Spanish and Portuguese names, told by lists of common names, keep two
/// surnames; in others what stands between the first and the last name is the middle name.
pub fn split(full: &str, out: &mut PersonName) -> bool {
    out.clear();
    let bare = without_nickname(full, &mut out.nickname);
    let mut parts = bare
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let Some(first) = parts.next() else {
        return false;
    };
    let mut given_side = None;
    for part in parts {
        if given_side.is_some() || part.split_whitespace().all(is_suffix_after_comma) {
            append(&mut out.suffix, part, ", ");
        } else {
            given_side = Some(part);
        }
    }
    match given_side {
        Some(given) => family_first(first, given, out),
        None => in_order(first, out),
    }
    !(out.given.is_empty() && out.family.is_empty())
}

/// Moves what stands in quotes or brackets to `nickname`.
fn without_nickname(full: &str, nickname: &mut String) -> String {
    const PAIRS: [(char, char); 5] = [('"', '"'), ('(', ')'), ('“', '”'), ('«', '»'), ('„', '“')];
    let mut text = full.to_string();
    for (open, close) in PAIRS {
        let Some((before, rest)) = text.split_once(open) else {
            continue;
        };
        let Some((inside, after)) = rest.split_once(close) else {
            continue;
        };
        if before.trim().is_empty() && after.trim().is_empty() {
            return inside.to_string();
        }
        append(nickname, inside.trim(), " ");
        text = format!("{before} {after}");
    }
    text
}

fn is_suffix_after_comma(word: &str) -> bool {
    lexicon::name_suffix(word).is_some()
}

/// `LÓPEZ, Dra. Ana María`.
fn family_first(family: &str, given: &str, out: &mut PersonName) {
    let family = take_titles(family, &mut out.prefix);
    let given = take_titles(given, &mut out.prefix);
    let family = take_suffixes(family, 1, &mut out.suffix);
    let given = take_suffixes(given, 1, &mut out.suffix);
    append(&mut out.family, family, " ");
    let units = units(given);
    if units.iter().any(|u| u.has_particle())
        || units.first().is_some_and(|u| is_given_iberian(u.head))
    {
        append(&mut out.given, given, " ");
        return;
    }
    let (first, rest) = units.split_at(units.len().min(1));
    write(&mut out.given, first);
    write(&mut out.middle, rest);
}

/// `Dra. Ana María López Ruiz`.
fn in_order(text: &str, out: &mut PersonName) {
    let text = take_titles(text, &mut out.prefix);
    let text = take_suffixes(text, 2, &mut out.suffix);
    let units = units(text);
    let [first, .., last] = units.as_slice() else {
        return write(&mut out.given, &units);
    };
    if let Some((given, family)) = shouted_family(&units) {
        write(&mut out.given, given);
        return write(&mut out.family, family);
    }
    let names = units.len() - given_count(&units);
    if is_iberian(first, &units) {
        let (given, family) = units.split_at(units.len() - names);
        write(&mut out.given, given);
        return write(&mut out.family, family);
    }
    let inner = units.get(1..units.len() - 1).unwrap_or_default();
    let surname = inner
        .iter()
        .position(Unit::has_particle)
        .unwrap_or(inner.len());
    let (middle, family) = inner.split_at(surname);
    write(&mut out.given, std::slice::from_ref(first));
    write(&mut out.middle, middle);
    write(&mut out.family, family);
    append(&mut out.family, last.text, " ");
}

/// Takes titles off the beginning while a name follows.
fn take_titles<'a>(text: &'a str, prefix: &mut String) -> &'a str {
    let mut rest = text.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let after = after.trim_start();
        let next = after.split_whitespace().next().unwrap_or_default();
        let is_title = match lexicon::title(word) {
            Some(Title::Always) => true,
            Some(Title::BeforeIberianName) => is_given_iberian(next),
            None => false,
        };
        if !is_title || after.is_empty() {
            break;
        }
        append(prefix, word, " ");
        rest = after;
    }
    rest
}

/// Takes suffixes off the end while at least `keep` words stay.
fn take_suffixes<'a>(text: &'a str, keep: usize, suffix: &mut String) -> &'a str {
    let mut rest = text.trim();
    let mut start = rest.len();
    while let Some((before, word)) = rest.rsplit_once(char::is_whitespace) {
        let before = before.trim_end();
        if before.split_whitespace().count() < keep || !is_written_suffix(word) {
            break;
        }
        start = before.len();
        rest = before;
    }
    let taken = text.trim().get(start..).unwrap_or_default().trim();
    if !taken.is_empty() {
        let after = std::mem::take(suffix);
        append(suffix, taken, " ");
        append(suffix, &after, ", ");
    }
    rest
}

/// Whether a word is a suffix without a comma before it: short ones only as they are to be written.
fn is_written_suffix(word: &str) -> bool {
    lexicon::name_suffix(word).is_some_and(|spelled| {
        let stopless = |s: &str| s.replace('.', "");
        spelled.len() > 3 || stopless(word) == stopless(spelled) || word == word.to_uppercase()
    })
}

/// Given and family name where only the family name is in capitals: `Jean DUPONT`, `DUPONT Jean`.
fn shouted_family<'a, 'b>(units: &'b [Unit<'a>]) -> Option<(&'b [Unit<'a>], &'b [Unit<'a>])> {
    let shouted = |unit: &Unit<'_>| is_shouted(unit.head);
    let leading = units.iter().take_while(|u| shouted(u)).count();
    let trailing = units.iter().rev().take_while(|u| shouted(u)).count();
    if units.iter().filter(|u| shouted(u)).count() != leading + trailing {
        return None;
    }
    match (leading, trailing) {
        (0, t) if t > 0 => Some(units.split_at(units.len() - t)),
        (l, 0) if l > 0 => Some(units.split_at(l)).map(|(family, given)| (given, family)),
        _ => None,
    }
}

/// How many units from the front are given names, if the name is Iberian; at least one surname stays.
fn given_count(units: &[Unit<'_>]) -> usize {
    let mut count = 1;
    while let (Some(unit), Some(left)) = (units.get(count), units.len().checked_sub(count + 1)) {
        let name = folded(unit.head);
        let given = match unit.has_particle() {
            true => lexicon::devotional_name(&name),
            false => {
                lexicon::given_name_iberian(&name) && (left > 1 || !lexicon::surname_iberian(&name))
            }
        };
        if left == 0 || !given {
            break;
        }
        count += 1;
    }
    count
}

/// Whether a name goes by Spanish or Portuguese custom: its first name is Iberian and of no other language, or
/// one of its last two words is a common surname there.
fn is_iberian(first: &Unit<'_>, units: &[Unit<'_>]) -> bool {
    let name = folded(first.head);
    let surnames = units
        .iter()
        .skip(1)
        .rev()
        .take(2)
        .filter(|u| lexicon::surname_iberian(&folded(u.head)))
        .count();
    match (
        lexicon::given_name_iberian(&name),
        lexicon::given_name_other(&name),
    ) {
        (true, false) => true,
        (true, true) => surnames > 0,
        (false, _) => surnames > 1,
    }
}

fn write(part: &mut String, units: &[Unit<'_>]) {
    for unit in units {
        append(part, unit.text, " ");
    }
}

/// Appends the words of `text` with single spaces, after `separator` where something stands already.
fn append(part: &mut String, text: &str, separator: &str) {
    let mut separator = separator;
    for word in text.split_whitespace() {
        if !part.is_empty() {
            part.push_str(separator);
        }
        part.push_str(word);
        separator = " ";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// prefix | given | middle | family | suffix | nickname
    fn parts(full: &str) -> String {
        let mut n = PersonName::default();
        split(full, &mut n);
        [n.prefix, n.given, n.middle, n.family, n.suffix, n.nickname].join("|")
    }

    #[test]
    fn names_come_apart_by_their_own_custom() {
        for (full, want) in [
            ("John Smith", "|John||Smith||"),
            ("John Quincy Adams", "|John|Quincy|Adams||"),
            ("Madonna", "|Madonna||||"),
            ("María José García López", "|María José||García López||"),
            ("Juan Carlos García", "|Juan Carlos||García||"),
            ("Juan Pérez López", "|Juan||Pérez López||"),
            ("Ana María López", "|Ana María||López||"),
            ("Juan Martín López", "|Juan||Martín López||"),
            (
                "María de la Cruz Hernández",
                "|María||de la Cruz Hernández||",
            ),
            (
                "María del Carmen Ruiz Soto",
                "|María del Carmen||Ruiz Soto||",
            ),
            ("José Ortega y Gasset", "|José||Ortega y Gasset||"),
            ("João Silva Santos", "|João||Silva Santos||"),
            ("Pedro Alves da Costa", "|Pedro||Alves da Costa||"),
            ("Daniel Craig Smith", "|Daniel|Craig|Smith||"),
            ("Daniel García Pérez", "|Daniel||García Pérez||"),
            ("Ludwig van Beethoven", "|Ludwig||van Beethoven||"),
            ("Vincent Willem van Gogh", "|Vincent|Willem|van Gogh||"),
            ("Otto von der Leyen", "|Otto||von der Leyen||"),
            ("Jan de Vries Smit", "|Jan||de Vries Smit||"),
        ] {
            assert_eq!(parts(full), want, "{full}");
        }
    }

    #[test]
    fn titles_suffixes_and_nicknames_stand_apart() {
        for (full, want) in [
            ("Dr. John Smith Jr.", "Dr.|John||Smith|Jr.|"),
            ("Mr John Smith, PhD", "Mr|John||Smith|PhD|"),
            ("Dra. Ana López Ruiz", "Dra.|Ana||López Ruiz||"),
            ("Prof. Dr. Hans Müller", "Prof. Dr.|Hans||Müller||"),
            ("Lic. Juan Pérez", "Lic.|Juan||Pérez||"),
            ("Don Juan Pérez", "Don|Juan||Pérez||"),
            ("Don Johnson", "|Don||Johnson||"),
            ("Sr. Carlos Sousa", "Sr.|Carlos||Sousa||"),
            ("Robert \"Bob\" Smith", "|Robert||Smith||Bob"),
            ("Henry Ford II", "|Henry||Ford|II|"),
            ("Frau Anke Schmidt", "Frau|Anke||Schmidt||"),
        ] {
            assert_eq!(parts(full), want, "{full}");
        }
    }

    #[test]
    fn a_comma_or_capitals_show_the_family_name() {
        for (full, want) in [
            ("Smith, John", "|John||Smith||"),
            ("SMITH, John Paul, Jr.", "|John|Paul|SMITH|Jr.|"),
            ("García López, María José", "|María José||García López||"),
            ("Jean DUPONT", "|Jean||DUPONT||"),
            ("DUPONT Jean", "|Jean||DUPONT||"),
            ("JUAN PÉREZ LÓPEZ", "|JUAN||PÉREZ LÓPEZ||"),
        ] {
            assert_eq!(parts(full), want, "{full}");
        }
    }

    #[test]
    fn no_name_is_no_name() {
        let mut name = PersonName::default();
        for full in ["", "  ", ", ,"] {
            assert!(!split(full, &mut name), "{full}");
        }
    }

    proptest! {
        #[test]
        fn no_letter_is_lost(full in "\\PC{0,30}|([A-Z][a-zé]{1,6} |de |la |y |Dr\\. |Jr\\.|, |\"Bob\" ){0,7}") {
            let mut n = PersonName::default();
            split(&full, &mut n);
            let sorted = |text: String| {
                let mut all: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
                all.sort_unstable();
                all
            };
            let parts = [n.prefix, n.given, n.middle, n.family, n.suffix, n.nickname].concat();
            prop_assert_eq!(sorted(parts), sorted(full));
        }
    }
}
