//! What the words of a name show: a company in a person's fields, a person in a company's, two people, a test.

use std::collections::HashMap;

use crate::lexicon::{self, Folded};
use crate::model::axis::Kind;
use crate::model::key;
use crate::model::record::Meta;
use crate::normalize::org_name;

type Counts = HashMap<u32, u32, foldhash::fast::RandomState>;

/// The names of the people in the files: what the lists don't know, the files do.
#[derive(Debug, Default)]
pub struct Names {
    given: Counts,
    family: Counts,
}

/// How often a word has to be a given name in the files, to be one.
const OFTEN: u32 = 3;

impl Names {
    /// Counts the names of all people.
    pub fn of(metas: &[Meta]) -> Self {
        let mut names = Self::default();
        for meta in metas.iter().filter(|meta| meta.axes.kind == Kind::Person) {
            if meta.given != 0 && meta.family.first().is_some_and(|whole| *whole != 0) {
                *names.given.entry(meta.given).or_default() += 1;
                for word in meta.family.iter().skip(1).filter(|word| **word != 0) {
                    *names.family.entry(*word).or_default() += 1;
                }
            }
        }
        names
    }

    /// Whether a folded word is a given name, by the lists or by the files.
    pub fn is_given(&self, folded: &str) -> bool {
        lexicon::given_name_iberian(folded)
            || lexicon::given_name_other(folded)
            || lexicon::given_name_more(folded)
            || lexicon::short_given_name(folded)
            || often(&self.given, folded)
    }

    /// Whether somebody in the files has the given name.
    pub fn knows_given(&self, folded: &str) -> bool {
        self.given.contains_key(&key::small(folded))
    }

    /// Whether somebody in the files has the family name.
    pub fn knows_family(&self, folded: &str) -> bool {
        self.family.contains_key(&key::small(folded))
    }

    /// Whether a folded word is a family name.
    pub fn is_family(&self, folded: &str) -> bool {
        lexicon::surname_iberian(folded) || often(&self.family, folded)
    }
}

fn often(counts: &Counts, folded: &str) -> bool {
    counts
        .get(&key::small(folded))
        .is_some_and(|count| *count >= OFTEN)
}

/// The parts of a person's name, as the row has them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    /// First name.
    pub given: &'a str,
    /// Family name.
    pub family: &'a str,
    /// The whole, where the row has it in one text.
    pub full: &'a str,
}

impl Written<'_> {
    /// The whole name, appended to a cleared `out`.
    pub fn whole(&self, out: &mut String) {
        out.clear();
        if !self.full.is_empty() {
            out.push_str(self.full);
            return;
        }
        out.push_str(self.given.trim());
        let family = self.family.trim();
        if !out.is_empty() && !family.is_empty() {
            out.push(' ');
        }
        out.push_str(family);
    }
}

/// Whether a person's name fields hold the name of a company. `firm` is the company's name on the row; `is_firm` says
/// whether a name is that of an organization on file.
pub fn is_company(
    whole: &str,
    words: &Folded,
    firm: &str,
    names: &Names,
    is_firm: impl Fn(&str) -> bool,
) -> bool {
    let Some(first) = words.first() else {
        return false;
    };
    if words.iter().all(is_role_word) {
        return false;
    }
    let count = words.len();
    let person = count > 1 && names.is_given(first);
    if let (_, Some(form)) = org_name::split_legal_form(whole) {
        let clear = form.chars().filter(|c| c.is_alphabetic()).count() > 2
            || form.contains('.')
            || form.chars().all(|c| !c.is_lowercase());
        if clear || !person {
            return clear || count > 2;
        }
        // A surname may look like a form: `Ana Gil Sa` trades under her own name.
        let own = |word: &str| names.is_given(word) || names.is_family(word);
        let between = words.iter().skip(1).take(count.saturating_sub(2));
        if is_same_firm(whole, firm) && between.into_iter().any(|word| !own(word)) {
            return true;
        }
    }
    let company_words = words.iter().filter(|word| lexicon::company_word(word));
    let company_words = company_words.count();
    if company_words > 0 && count > 1 {
        let telling = words
            .iter()
            .filter(|word| lexicon::name_particle(word).is_none());
        return !person || telling.count() > 3 || company_words > 1;
    }
    if person
        || count == 2 && words.last().is_some_and(|last| names.is_family(last))
        || count < 3 && names.is_family(first) && words.iter().any(|word| names.is_given(word))
    {
        return false;
    }
    is_same_firm(whole, firm) || is_firm(whole)
}

/// Whether a name is that of a company, apart from case and accents.
fn is_same_firm(name: &str, firm: &str) -> bool {
    let (mut own, mut theirs) = (String::new(), String::new());
    org_name::key(name, &mut own);
    org_name::key(firm, &mut theirs);
    !own.is_empty() && own == theirs
}

/// Words beside a role in a name field, folded.
const ROLE_WORDS: [&str; 29] = [
    "department",
    "departamento",
    "dept",
    "dpto",
    "depto",
    "team",
    "equipo",
    "office",
    "oficina",
    "desk",
    "mailbox",
    "buzon",
    "inbox",
    "email",
    "correo",
    "contact",
    "contacto",
    "atencion",
    "service",
    "servicio",
    "information",
    "informacion",
    "reception",
    "recepcion",
    "payable",
    "receivable",
    "helpdesk",
    "secretaria",
    "abteilung",
];

/// Whether a folded word is a role, or stands beside one.
pub fn is_role_word(folded: &str) -> bool {
    lexicon::role_mailbox(folded) || ROLE_WORDS.contains(&folded)
}

/// Whether an organization's name is that of an individual.
pub fn is_individual(name: &str, names: &Names) -> bool {
    if org_name::split_legal_form(name).1.is_some() || name.contains(['&', '+', '/', '"']) {
        return false;
    }
    if name.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let folded = Folded::of(name);
    let mut words: Vec<&str> = folded.iter().collect();
    let comma = name.contains(',');
    let capitals = name
        .split_whitespace()
        .next()
        .is_some_and(|word| word.chars().count() > 1 && word.chars().all(char::is_uppercase));
    let backwards = words
        .first()
        .is_some_and(|first| !names.is_given(first) && names.is_family(first));
    if (comma || capitals || backwards) && words.last().is_some_and(|last| names.is_given(last)) {
        words.rotate_right(1);
    }
    if let Some(named) = by_initial(name, &words, names) {
        return named;
    }
    let connected = words
        .iter()
        .any(|word| matches!(*word, "y" | "e" | "and" | "und" | "et"));
    words.retain(|word| lexicon::name_particle(word).is_none() && word.len() > 1);
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let title = name
        .split_whitespace()
        .next()
        .is_some_and(|word| lexicon::title(word).is_some());
    let given = match title {
        true => words.get(1).is_some_and(|word| names.is_given(word)),
        false => names.is_given(first),
    };
    let family = |word: &&str| names.is_family(word) || names.knows_family(word);
    // A given name that only a row or two of the files has needs a family name of the lists.
    let family_listed = words
        .iter()
        .skip(1)
        .any(|word| lexicon::surname_iberian(word));
    let given = given || names.knows_given(first) && family_listed;
    given
        && !connected
        && (2..=5).contains(&words.len())
        && !words.iter().any(|word| lexicon::company_word(word))
        && (family(last)
            || words.iter().skip(1).any(family)
            || words.len() == 2 && !PLACES_AND_BRANDS.contains(last))
}

/// Whether a name is an initial with a full stop beside a family name (`D. Tomlinson`, `Merino E.`); none where it has no
/// such initial.
fn by_initial(name: &str, words: &[&str], names: &Names) -> Option<bool> {
    let mut parts = name.split_whitespace();
    let initial = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.as_str() == "."
    };
    let (first, last) = (parts.next()?, parts.next_back()?);
    let at_one_end = initial(first) != initial(last);
    let rest: Vec<&&str> = words.iter().filter(|word| word.len() > 1).collect();
    let family = |word: &&&str| names.is_family(word) || names.knows_family(word);
    (at_one_end && (1..=2).contains(&rest.len()))
        .then(|| rest.iter().any(family) && !rest.iter().any(|word| lexicon::company_word(word)))
}

/// Second words that make a firm or a place of a given name, folded.
const PLACES_AND_BRANDS: [&str; 24] = [
    "benz",
    "texas",
    "chile",
    "spain",
    "espana",
    "mexico",
    "peru",
    "york",
    "city",
    "beach",
    "bay",
    "park",
    "hill",
    "valley",
    "compostela",
    "rey",
    "real",
    "norte",
    "sur",
    "north",
    "south",
    "east",
    "west",
    "one",
];

/// Whether the name fields name two people: `Ana y Luis`, `John & Mary Smith`, `Ana Gil / Luis Paz`; not `Ramón y Cajal`.
pub fn is_two_people(name: Written, whole: &str, names: &Names) -> bool {
    let given = match name.given.is_empty() {
        false => name.given,
        true => name.full,
    };
    let comma = given.split_once(',').filter(|_| !name.family.is_empty());
    if let Some((one, other)) = parted(given).or(comma) {
        return is_name(one, names) && is_name(other, names);
    }
    let Some((one, other)) = parted(whole) else {
        return false;
    };
    let (one, other) = (Folded::of(one), Folded::of(other));
    let titled = (one.first()).is_some_and(|first| TITLES_OF_SEVERAL.contains(&first));
    if titled && !other.iter().any(lexicon::company_word) {
        return true;
    }
    let (Some(a), Some(b)) = (one.first(), other.first()) else {
        return false;
    };
    let clear = whole.contains(['/', ';', '&']) && one.len() > 1;
    let words = |words: &Folded| {
        words.len() < 5
            && words.iter().all(|word| {
                word.bytes().all(|b| b.is_ascii_alphabetic()) && !lexicon::company_word(word)
            })
    };
    other.len() > 1
        && (names.is_given(a) && names.is_given(b) || clear && words(&one) && words(&other))
}

/// Titles of more than one person, folded.
const TITLES_OF_SEVERAL: [&str; 10] = [
    "herren",
    "messieurs",
    "messrs",
    "mesdames",
    "mmes",
    "senoras",
    "senores",
    "srs",
    "sras",
    "sres",
];

/// A part that can be somebody's name.
fn is_name(part: &str, names: &Names) -> bool {
    let words = Folded::of(part);
    let Some(first) = words.first() else {
        return false;
    };
    let titled = matches!(
        first,
        "mr" | "mrs" | "ms" | "sr" | "sra" | "don" | "dona" | "herr" | "frau" | "m" | "mme"
    );
    let words_like = first.len() > 1 && first.bytes().all(|b| b.is_ascii_alphabetic());
    titled
        || names.is_given(first)
        || words_like && words.len() < 3 && !lexicon::company_word(first)
}

/// A text in two at `and`, `y`, `&`, `/`, `+`.
fn parted(text: &str) -> Option<(&str, &str)> {
    if !may_be_parted(text) {
        return None;
    }
    for sign in [
        ";", " & ", "&", " / ", "/", " + ", " (y ", " (and ", " (und ", " (et ", " (e ", " y ",
        " e ", " and ", " und ", " et ", " n ", " Y ", " E ", " AND ", " And ", " UND ",
    ] {
        if let Some((one, other)) = text.split_once(sign)
            && !one.trim().is_empty()
            && !other.trim().is_empty()
        {
            return Some((one.trim(), other.trim()));
        }
    }
    None
}

/// Whether a text has a sign or a word at which it may be parted.
fn may_be_parted(text: &str) -> bool {
    let sign = |byte: u8| matches!(byte, b';' | b'&' | b'/' | b'+');
    let word = |word: &str| {
        matches!(
            word,
            "y" | "e" | "and" | "und" | "et" | "n" | "Y" | "E" | "AND" | "And" | "UND"
        )
    };
    text.bytes().any(sign) || text.split([' ', '(']).any(word)
}

/// Words that say nothing beside a test word in an organization's name.
const NEUTRAL: [&str; 77] = [
    "touch",
    "person",
    "my",
    "mi",
    "interno",
    "interna",
    "formulario",
    "form",
    "row",
    "fila",
    "sandbox",
    "qa",
    "it",
    "zz",
    "zzz",
    "xx",
    "borrar",
    "eliminar",
    "delete",
    "remove",
    "ignore",
    "ignorar",
    "formacion",
    "training",
    "internal",
    "one",
    "two",
    "three",
    "uno",
    "dos",
    "tres",
    "web",
    "new",
    "usar",
    "utilizar",
    "for",
    "and",
    "of",
    "this",
    "y",
    "del",
    "por",
    "favor",
    "only",
    "solo",
    "account",
    "company",
    "cuenta",
    "empresa",
    "compania",
    "cliente",
    "customer",
    "client",
    "inc",
    "sa",
    "sl",
    "ltd",
    "corp",
    "llc",
    "co",
    "de",
    "do",
    "not",
    "use",
    "the",
    "a",
    "para",
    "no",
    "la",
    "el",
    "organization",
    "org",
    "lead",
    "contact",
    "contacto",
    "record",
    "please",
];

/// Whether a name and an address are made up to try something out. `words` are those of the name.
pub fn is_test(words: &Folded, kind: Kind, email: &str) -> bool {
    let (mut count, mut tests, mut all) = (0, 0, true);
    for word in words.iter() {
        count += 1;
        let test = is_test_word(word);
        tests += usize::from(test);
        all &= test || NEUTRAL.contains(&word) || word.bytes().all(|b| b.is_ascii_digit());
    }
    let joke = kind == Kind::Person && count > 1 && lexicon::test_word(words.as_str());
    if joke || tests == 0 {
        return joke;
    }
    match kind {
        Kind::Organization => all,
        Kind::Person => all && (count > 1 || email.is_empty()) || is_test_address(email),
    }
}

/// Whether a name has a word that stands in test rows only.
pub fn has_test_word(words: &Folded) -> bool {
    words.iter().any(is_test_word)
}

fn is_test_word(folded: &str) -> bool {
    let bare = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    lexicon::test_word(folded)
        || bare.len() > 2 && bare.len() < folded.len() && lexicon::test_word(bare)
        || folded.len() > 2 && folded.bytes().all(|b| Some(b) == folded.bytes().next())
        || is_keyboard_run(folded)
}

/// Whether at least four letters follow one another on a keyboard, and nothing else is in the word.
fn is_keyboard_run(folded: &str) -> bool {
    let rows = [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertzuiop",
        "azertyuiop",
    ];
    let run = |part: &str| part.len() > 2 && rows.iter().any(|row| follows(row, part));
    let half = folded.len() / 2;
    let doubled = folded.len() >= 6
        && folded
            .split_at_checked(half)
            .is_some_and(|(one, other)| one == other && run(one));
    folded.len() > 3 && (run(folded) || doubled)
}

/// Whether letters follow one another in a row, forwards or backwards; no letter stands twice in one.
fn follows(row: &str, letters: &str) -> bool {
    let (row, letters) = (row.as_bytes(), letters.as_bytes());
    let first = letters.first();
    let Some(at) = row.iter().position(|letter| Some(letter) == first) else {
        return false;
    };
    let (before, from) = row.split_at(at);
    let back = from.first().into_iter().chain(before.iter().rev());
    from.starts_with(letters)
        || letters.len() <= at + 1 && letters.iter().eq(back.take(letters.len()))
}

fn is_test_address(email: &str) -> bool {
    let Some((local, domain)) = email.rsplit_once('@') else {
        return false;
    };
    let host = domain.split('.').next().unwrap_or_default();
    let local_words = Folded::of(local.split('+').next().unwrap_or_default());
    let mut folded = String::new();
    lexicon::fold(host, &mut folded);
    let made_up = matches!(
        host,
        "example" | "mailinator" | "yopmail" | "guerrillamail" | "invalid"
    ) || is_test_word(&folded)
        || domain.ends_with(".test")
        || domain.ends_with(".invalid");
    made_up
        || local == host
        || host.len() == 1
        || !local_words.is_empty() && local_words.iter().all(is_test_word)
        || lexicon::placeholder_mailbox(email)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written<'a>(given: &'a str, family: &'a str) -> Written<'a> {
        Written {
            given,
            family,
            full: "",
        }
    }

    fn whole(name: Written) -> String {
        let mut whole = String::new();
        name.whole(&mut whole);
        whole
    }

    fn company(given: &str, family: &str, firm: &str) -> bool {
        let whole = whole(written(given, family));
        let (words, names) = (Folded::of(&whole), Names::default());
        is_company(&whole, &words, firm, &names, |_| false)
    }

    #[test]
    fn companies_in_the_name_fields_are_seen() {
        assert!(company("", "Talleres Mecánicos Ruiz S.L.", ""));
        assert!(company("Acme", "Consulting", "Acme Consulting"));
        assert!(company("", "Zentrix", "Zentrix Inc"));
        assert!(company("Northwind", "Logistics GmbH", ""));
        assert!(company("Marina", "Toldos Sl", "Marina Toldos SL"));
        assert!(!company("Marina", "Toldos Sl", ""));
        assert!(!company("Ana", "García Sa", "Ana García Sá"));
        assert!(!company("Paris", "Hilton", "Hilton"));
        assert!(!company("Juan", "Pérez", "Juan Pérez"));
        assert!(!company("Joaquim", "Sá", ""));
        assert!(!company("Ana", "García", "Talleres García"));
    }

    #[test]
    fn individuals_among_organizations_are_seen() {
        let names = Names::default();
        assert!(is_individual("María García López", &names));
        assert!(is_individual("Dr. Juan Pérez", &names));
        for company in [
            "Juan Pérez e Hijos",
            "Ramón García, S.L.",
            "Paris",
            "Santiago Motors",
            "García y Asociados",
        ] {
            assert!(!is_individual(company, &names), "{company}");
        }
    }

    #[test]
    fn two_people_are_seen_and_a_double_surname_is_not() {
        let two = |given, family| {
            let name = written(given, family);
            is_two_people(name, &whole(name), &Names::default())
        };
        assert!(two("Ana y Luis", "Gómez"));
        assert!(two("John & Mary", "Smith"));
        assert!(two("Mr. and Mrs.", "Brown"));
        assert!(two("", "Ana Pérez / Luis Gómez"));
        assert!(!two("Santiago", "Ramón y Cajal"));
        assert!(!two("José", "Ortega y Gasset"));
        assert!(!two("María del Carmen", "Ruiz"));
    }

    #[test]
    fn tests_are_seen_and_a_surname_is_not() {
        let is_test = |name, kind, email| is_test(&Folded::of(name), kind, email);
        let person = |name, email| is_test(name, Kind::Person, email);
        assert!(person("Test Test", "a@b.com"));
        assert!(person("asdf asdf", ""));
        assert!(person("Mickey Mouse", "mm@firm.com"));
        assert!(person("Ana Prueba", "test@test.com"));
        assert!(!person("Anna Test", "anna.test@firm.de"));
        assert!(!person("Peter Sample", "psample@firm.com"));
        assert!(is_test("Empresa de prueba", Kind::Organization, ""));
        assert!(!is_test("Test Equipment Services", Kind::Organization, ""));
    }
}
