//! Blocking keys: only records that have one of them in common are compared.

use super::faces::{Faces, LONG_PHONE};
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

/// Gives each key of a record, in parts.
type Of = fn(&Face, &mut dyn FnMut(&[&str]));

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
        let face = Face { faces, place };
        let mut whole = String::new();
        (self.of)(&face, &mut |parts| {
            if parts.iter().any(|part| part.is_empty()) {
                return;
            }
            whole.clear();
            for part in parts {
                whole.push_str(part);
                whole.push('\u{1f}');
            }
            out.push(key::of(2, &whole));
        });
        out.sort_unstable();
        out.dedup();
    }
}

impl<'a> Face<'a> {
    fn given(&self) -> &'a str {
        let word = self.faces.given(self.place).first();
        word.map_or("", |word| self.faces.words.pool.text(*word))
    }

    fn initial(&self) -> &'a str {
        self.given().get(..1).unwrap_or_default()
    }

    fn sound(&self, words: &[u32]) -> &'a str {
        let sound = words.first().map(|word| self.faces.words.sound(*word));
        sound.map_or("", |sound| self.faces.words.sound_pool.text(sound))
    }

    fn given_sound(&self) -> &'a str {
        self.sound(self.faces.given(self.place))
    }

    fn family_sound(&self) -> &'a str {
        self.sound(self.faces.family(self.place))
    }

    fn city(&self) -> &'a str {
        self.faces.places.text(self.faces.city(self.place))
    }

    fn postal_code(&self) -> &'a str {
        self.faces.places.text(self.faces.postal_code(self.place))
    }

    fn house(&self) -> &'a str {
        self.faces.houses.text(self.faces.house(self.place))
    }

    /// The beginnings of what names its companies: names in one word, and domains.
    fn companies(&self) -> impl Iterator<Item = &'a str> {
        let faces = self.faces;
        let names = faces
            .companies_of(self.place)
            .iter()
            .map(|name| faces.companies.glued(*name));
        names.chain(self.stems()).map(|name| beginning(name, 8))
    }

    fn stems(&self) -> impl Iterator<Item = &'a str> {
        let faces = self.faces;
        let hosts = faces.hosts_of(self.place).iter();
        hosts.map(|host| faces.stem_pool.text(faces.stem_of_host(*host)))
    }
}

fn beginning(text: &str, len: usize) -> &str {
    text.get(..len).unwrap_or(text)
}

fn email(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for &email in face.faces.emails_of(face.place) {
        key(&[face.faces.emails.text(email)]);
    }
}

fn local_part(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for &email in face.faces.emails_of(face.place) {
        let address = face.faces.address(email);
        if !address.is_role && address.is_telling {
            key(&[face.faces.locals.text(address.local)]);
        }
    }
}

fn phone(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for &phone in face.faces.phones_of(face.place) {
        let digits = face.faces.phones.text(phone);
        let end = |count: usize| digits.get(digits.len().checked_sub(count)?..);
        if let Some(end) = end(LONG_PHONE) {
            key(&[end]);
        }
        // Where some lack their area code, numbers meet by what all of them have.
        if face.faces.has_short_phones()
            && let Some(end) = end(7)
        {
            key(&[end]);
        }
    }
}

fn sorted<'a>(a: &'a str, b: &'a str) -> [&'a str; 2] {
    if a <= b { [a, b] } else { [b, a] }
}

fn name(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for &word in face.faces.family(face.place) {
        let family = face.faces.words.pool.text(word);
        if family.len() < 2 {
            continue;
        }
        match face.given() {
            "" => key(&["-", family]),
            given => key(&sorted(given, family)),
        }
    }
}

fn sound_of_name(face: &Face, key: &mut dyn FnMut(&[&str])) {
    key(&sorted(face.given_sound(), face.family_sound()));
}

fn given_in_city(face: &Face, key: &mut dyn FnMut(&[&str])) {
    key(&[face.given_sound(), face.city()]);
}

fn family_in_city(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for sound in [face.family_sound(), face.given_sound()] {
        key(&[sound, face.city(), face.initial()]);
    }
}

fn family_at_company(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if !face.faces.organizations {
        face.companies()
            .for_each(|company| key(&[face.family_sound(), company]));
    }
}

fn given_at_company(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if !face.faces.organizations {
        face.companies()
            .for_each(|company| key(&[face.given_sound(), company]));
    }
}

fn family_at_code(face: &Face, key: &mut dyn FnMut(&[&str])) {
    key(&[face.family_sound(), face.postal_code()]);
}

fn given_at_code(face: &Face, key: &mut dyn FnMut(&[&str])) {
    key(&[face.given_sound(), face.postal_code()]);
}

fn birth(face: &Face, key: &mut dyn FnMut(&[&str])) {
    let born = face.faces.birth(face.place);
    if born.is_known() {
        let (low, high) = (born.month.min(born.day), born.month.max(born.day));
        key(&[&format!("{}-{low}-{high}", born.year % 100)]);
    }
}

/// Two of year, month and day.
fn parts_of_birth(face: &Face) -> Vec<String> {
    let born = face.faces.birth(face.place);
    if !born.is_known() {
        return Vec::new();
    }
    let (year, month, day) = (born.year % 100, born.month, born.day);
    vec![
        format!("y{year}m{month}"),
        format!("y{year}d{day}"),
        format!("m{month}d{day}"),
    ]
}

fn family_and_birth(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for part in parts_of_birth(face) {
        key(&[face.family_sound(), &part]);
    }
}

fn given_and_birth(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for part in parts_of_birth(face) {
        key(&[face.given_sound(), &part]);
    }
}

fn identifier(face: &Face, key: &mut dyn FnMut(&[&str])) {
    for [kind, value] in face.faces.identifiers_of(face.place) {
        let value = face.faces.identifiers.text(*value);
        let bare = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        key(&[&kind.to_string(), bare]);
    }
}

fn door(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if face.faces.house(face.place) == NONE {
        return;
    }
    let initial = if face.faces.organizations {
        ""
    } else {
        face.initial()
    };
    let initial = if initial.is_empty() { "-" } else { initial };
    for &word in face.faces.streets.words_of(face.faces.street(face.place)) {
        key(&[face.faces.streets.words.text(word), face.house(), initial]);
    }
}

fn company(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if !face.faces.organizations {
        return;
    }
    let companies = &face.faces.companies;
    for &name in face.faces.companies_of(face.place) {
        let (glued, words) = (companies.glued(name), companies.words_of(name));
        key(&["name", glued]);
        key(&["head", beginning(glued, 6)]);
        if glued.len() <= 6 {
            key(&["acronym", glued]);
        }
        if words.len() >= 3 {
            key(&["acronym", companies.acronym(name)]);
        }
        for &word in words {
            key(&["word", companies.words.text(word)]);
        }
    }
    face.stems().for_each(|stem| key(&["name", stem]));
}

fn company_in_place(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if !face.faces.organizations {
        return;
    }
    let mut sound = String::new();
    for &name in face.faces.companies_of(face.place) {
        for &word in face.faces.companies.words_of(name) {
            let word = face.faces.companies.words.text(word);
            key(&[word, face.city()]);
            key(&[word, face.postal_code()]);
            sound.clear();
            super::alike::sound(word, &mut sound);
            key(&[&sound, face.house()]);
        }
    }
}

fn domain(face: &Face, key: &mut dyn FnMut(&[&str])) {
    if face.faces.organizations {
        for &host in face.faces.hosts_of(face.place) {
            key(&[face.faces.hosts.text(host)]);
        }
    }
}
