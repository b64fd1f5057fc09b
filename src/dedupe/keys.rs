//! Blocking keys: only records that have one of them in common are compared.

use super::faces::Faces;
use super::pool::NONE;
use crate::model::key;

/// A blocking key.
#[derive(Debug)]
pub struct Key {
    /// Its name, as plans and reports write it.
    pub name: &'static str,
    /// Which records meet by it.
    pub about: &'static str,
    /// Gives the keys of a record.
    of: Of,
}

/// Gives each key of a record, in parts: numbers of texts in their pools, or what [`text`] makes of a text. A key that
/// lacks one of its parts is none.
type Of = fn(&Face, &mut dyn FnMut(&[u64]));

/// A part that is not there.
const ABSENT: u64 = NONE as u64;
/// In place of a name that is not there.
const NAMELESS: u64 = u64::MAX;

/// A record whose keys are asked for.
struct Face<'a> {
    faces: &'a Faces,
    place: u32,
}

const fn k(name: &'static str, about: &'static str, of: Of) -> Key {
    Key { name, about, of }
}

/// So many of the keys, the last ones, prove little: what only they find is the same only if all of the name agrees, too.
const WEAK: usize = 3;

/// Whether a key, by its number, proves little.
pub fn is_weak(number: usize) -> bool {
    number + WEAK >= KEYS.len()
}

/// All blocking keys, those that prove little last.
#[rustfmt::skip]
pub const KEYS: &[Key] = &[
    k("email", "the same e-mail address", email),
    k("local part", "the same local part of an address, four letters and more", local_part),
    k("phone", "the last nine digits of a number, or seven where some numbers lack their area code", phone),
    k("name", "the same first given name and a surname, in either order", name),
    k("sound of name", "names that sound alike, in either order", sound_of_name),
    k("surname at company", "a surname that sounds alike, and company or domain", family_at_company),
    k("given name at company", "a given name that sounds alike, and company or domain", given_at_company),
    k("surname at postal code", "a surname that sounds alike, and the postal code", family_at_code),
    k("given name at postal code", "a given name that sounds alike, and the postal code", given_at_code),
    k("surname and birth", "a surname that sounds alike, and two of year, month and day", family_and_birth),
    k("given name and birth", "a given name that sounds alike, and two of year, month and day", given_and_birth),
    k("identifier", "the same number of a document", identifier),
    k("door", "a word of the street and the house number; of people also the first letter of the name", door),
    k("company", "the same name, beginning, acronym or rare word of an organization", company),
    k("company's word in place", "a word of the name, and city, postal code or house", company_in_place),
    k("domain", "the same domain of organizations", domain),
    k("birth", "the same date of birth, day and month in either order", birth),
    k("given name in city", "a given name that sounds alike, and the city", given_in_city),
    k("surname in city", "a surname that sounds alike, the first letter of the given name, and the city", family_in_city),
];

impl Key {
    /// Gives the hashes of a record's keys, each once.
    pub fn each(&self, faces: &Faces, place: u32, out: &mut Vec<u64>) {
        out.clear();
        (self.of)(&Face { faces, place }, &mut |parts| {
            if !parts.contains(&ABSENT) {
                out.push(key::of_numbers(parts));
            }
        });
        out.sort_unstable();
        out.dedup();
    }
}

/// A text as part of a key.
fn text(text: &str) -> u64 {
    match text {
        "" => ABSENT,
        text => key::of(2, text),
    }
}

impl<'a> Face<'a> {
    fn given(&self) -> u32 {
        first(self.faces.given(self.place))
    }

    /// The first letter of the given name.
    fn initial(&self) -> u64 {
        let first = self.faces.words.pool.text(self.given()).bytes().next();
        first.filter(u8::is_ascii).map_or(ABSENT, u64::from)
    }

    fn given_sound(&self) -> u64 {
        self.faces.words.sound(self.given()).into()
    }

    fn family_sound(&self) -> u64 {
        let family = first(self.faces.family(self.place));
        self.faces.words.sound(family).into()
    }

    fn city(&self) -> u64 {
        self.faces.city(self.place).into()
    }

    fn postal_code(&self) -> u64 {
        self.faces.postal_code(self.place).into()
    }

    fn house(&self) -> u64 {
        self.faces.house(self.place).into()
    }

    /// The beginnings of what names its companies: names in one word, and domains.
    fn companies(&self) -> impl Iterator<Item = u64> {
        let faces = self.faces;
        let names = faces.companies_of(self.place).iter();
        let names = names.map(|name| faces.companies.glued(*name));
        names
            .chain(self.stems())
            .map(|name| text(beginning(name, 8)))
    }

    fn stems(&self) -> impl Iterator<Item = &'a str> {
        let faces = self.faces;
        let hosts = faces.hosts_of(self.place).iter();
        hosts.map(|[_, stem]| faces.stem_pool.text(*stem))
    }
}

fn first(words: &[u32]) -> u32 {
    words.first().copied().unwrap_or(NONE)
}

fn beginning(text: &str, len: usize) -> &str {
    text.get(..len).unwrap_or(text)
}

fn email(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for email in face.faces.emails_of(face.place) {
        key(&[email.key]);
    }
}

fn local_part(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for email in face.faces.emails_of(face.place) {
        if !email.is_role() && email.is_telling() {
            key(&[email.local.into()]);
        }
    }
}

fn phone(face: &Face, key: &mut dyn FnMut(&[u64])) {
    const NINE: u64 = 1_000_000_000;
    const SEVEN: u64 = 10_000_000;
    for digits in face.faces.phones_of(face.place) {
        if digits >= NINE / 10 {
            key(&[NINE + digits % NINE]);
        }
        // Where some lack their area code, numbers meet by what all of them have.
        if face.faces.has_short_phones() && digits >= SEVEN / 10 {
            key(&[SEVEN + digits % SEVEN]);
        }
    }
}

fn sorted(a: u64, b: u64) -> [u64; 2] {
    [a.min(b), a.max(b)]
}

fn name(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for &word in face.faces.family(face.place) {
        if face.faces.words.pool.text(word).len() < 2 {
            continue;
        }
        match face.given() {
            NONE => key(&[NAMELESS, word.into()]),
            given => key(&sorted(given.into(), word.into())),
        }
    }
}

fn sound_of_name(face: &Face, key: &mut dyn FnMut(&[u64])) {
    key(&sorted(face.given_sound(), face.family_sound()));
}

fn given_in_city(face: &Face, key: &mut dyn FnMut(&[u64])) {
    key(&[face.given_sound(), face.city()]);
}

fn family_in_city(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for sound in [face.family_sound(), face.given_sound()] {
        key(&[sound, face.city(), face.initial()]);
    }
}

fn family_at_company(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if !face.faces.organizations {
        face.companies()
            .for_each(|company| key(&[face.family_sound(), company]));
    }
}

fn given_at_company(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if !face.faces.organizations {
        face.companies()
            .for_each(|company| key(&[face.given_sound(), company]));
    }
}

fn family_at_code(face: &Face, key: &mut dyn FnMut(&[u64])) {
    key(&[face.family_sound(), face.postal_code()]);
}

fn given_at_code(face: &Face, key: &mut dyn FnMut(&[u64])) {
    key(&[face.given_sound(), face.postal_code()]);
}

fn birth(face: &Face, key: &mut dyn FnMut(&[u64])) {
    let born = face.faces.birth(face.place);
    if born.is_known() {
        let (low, high) = (born.month.min(born.day), born.month.max(born.day));
        key(&[parts(1, born.year % 100, [low, high])]);
    }
}

/// Parts of a date as one part of a key; `which` says which they are.
fn parts(which: u64, year: u16, rest: [u8; 2]) -> u64 {
    let [first, second] = rest.map(u64::from);
    which << 32 | u64::from(year) << 16 | first << 8 | second
}

/// Two of year, month and day.
fn parts_of_birth(face: &Face) -> impl Iterator<Item = u64> {
    let born = face.faces.birth(face.place);
    let (year, month, day) = (born.year % 100, born.month, born.day);
    let pairs = [
        parts(1, year, [month, 0]),
        parts(2, year, [0, day]),
        parts(3, 0, [month, day]),
    ];
    pairs.into_iter().filter(move |_| born.is_known())
}

fn family_and_birth(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for part in parts_of_birth(face) {
        key(&[face.family_sound(), part]);
    }
}

fn given_and_birth(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for part in parts_of_birth(face) {
        key(&[face.given_sound(), part]);
    }
}

fn identifier(face: &Face, key: &mut dyn FnMut(&[u64])) {
    for &[kind, value] in face.faces.identifiers_of(face.place) {
        let value = face.faces.identifiers.text(value);
        let bare = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        key(&[u64::from(kind) + 1, text(bare)]);
    }
}

fn door(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if face.house() == ABSENT {
        return;
    }
    let initial = match face.initial() {
        initial if face.faces.organizations || initial == ABSENT => NAMELESS,
        initial => initial,
    };
    for &word in face.faces.streets.words_of(face.faces.street(face.place)) {
        key(&[word.into(), face.house(), initial]);
    }
}

// What an organization's name, or a part of it, is met by.
const WHOLE: u64 = 1;
const HEAD: u64 = 2;
const ACRONYM: u64 = 3;
const WORD: u64 = 4;

fn company(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if !face.faces.organizations {
        return;
    }
    let companies = &face.faces.companies;
    for &name in face.faces.companies_of(face.place) {
        let (glued, words) = (companies.glued(name), companies.words_of(name));
        key(&[WHOLE, text(glued)]);
        key(&[HEAD, text(beginning(glued, 6))]);
        if glued.len() <= 6 {
            key(&[ACRONYM, text(glued)]);
        }
        if words.len() >= 3 {
            let acronym: String = companies.acronym(name).collect();
            key(&[ACRONYM, text(&acronym)]);
        }
        for &word in words {
            key(&[WORD, word.into()]);
        }
    }
    face.stems().for_each(|stem| key(&[WHOLE, text(stem)]));
}

fn company_in_place(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if !face.faces.organizations {
        return;
    }
    let mut sound = String::new();
    for &name in face.faces.companies_of(face.place) {
        for &word in face.faces.companies.words_of(name) {
            key(&[word.into(), face.city()]);
            key(&[word.into(), face.postal_code()]);
            sound.clear();
            super::alike::sound(face.faces.companies.words.text(word), &mut sound);
            key(&[text(&sound), face.house()]);
        }
    }
}

fn domain(face: &Face, key: &mut dyn FnMut(&[u64])) {
    if face.faces.organizations {
        for &[host, _] in face.faces.hosts_of(face.place) {
            key(&[host.into()]);
        }
    }
}
