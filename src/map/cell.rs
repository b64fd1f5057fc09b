//! A cell's text as the kind of value that its column holds.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;

use super::plan::{Mapper, Reader};
use super::row::{Scratch, note, remembered};
use crate::model::record::NO_COLUMN;
use crate::normalize::{
    Reading, consent, country, currency, date, domain, email, flag, gender, id, language, list,
    number, org_name, person_name, postal_code, region, scientific,
};

impl Mapper {
    /// Reads a trimmed text; `out` gets the canonical form where that is another.
    pub(super) fn read(
        &self,
        reader: &Reader,
        text: &str,
        scratch: &mut Scratch,
        out: &mut String,
    ) -> Reading {
        let [main, other] = &scratch.country;
        match reader {
            Reader::Identity => Reading::Same,
            Reader::Text | Reader::Exact if scientific::of_spreadsheet(text) => {
                Reading::Unread("digits-lost")
            }
            Reader::Text | Reader::Exact => Reading::Same,
            Reader::PostalCode { other: second } => {
                let country = given(if *second { other } else { main });
                postal_code::postal_code(text, country.or(self.job.region.as_deref()))
            }
            Reader::Id(form) | Reader::Link(_, form, _) => id::id(text, *form),
            Reader::Name => person_name::fix_case(text, out),
            Reader::OrgName => org_name::normalize(text, out),
            Reader::Email => self.email(text, scratch, out),
            Reader::EmailList => each_of(text, &mut scratch.piece, out, email::email),
            Reader::Phone => self.phones.read(text, given(main), out),
            Reader::PhoneList => each_of(text, &mut scratch.piece, out, |piece, found| {
                self.phones.read(piece, given(main), found)
            }),
            Reader::Url => domain::url(text, out),
            Reader::Domain => domain::from_website(text, out),
            Reader::Date(format) => date::day(text, format, out),
            Reader::Time(format) => date::moment(text, format, out),
            Reader::Number(locale) => number::number(text, locale, out),
            Reader::Money(locale) => number::money(text, locale, out),
            Reader::Flag
            | Reader::Consent
            | Reader::Country { .. }
            | Reader::Region { .. }
            | Reader::Language
            | Reader::Currency
            | Reader::Gender => one_of_few(reader, text, scratch, out),
            Reader::List(separator) => list::list(text, separator, out),
        }
    }

    fn email(&self, text: &str, scratch: &mut Scratch, out: &mut String) -> Reading {
        let reading = email::email(text, out);
        let address = if reading == Reading::Changed {
            out.as_str()
        } else {
            text
        };
        let readable = matches!(reading, Reading::Same | Reading::Changed);
        if readable && email::is_role(address.split('@').next().unwrap_or_default()) {
            note(scratch, "email-role", NO_COLUMN, address);
        }
        reading
    }
}

/// The code of a finding: a text that stands for no value.
pub(super) fn placeholder(reader: &Reader) -> &'static str {
    match reader {
        Reader::Email | Reader::EmailList => "email-placeholder",
        Reader::Phone | Reader::PhoneList => "phone-placeholder",
        _ => "placeholder",
    }
}

/// Reads a kind of value that has few texts; each is read once.
fn one_of_few(reader: &Reader, text: &str, scratch: &mut Scratch, out: &mut String) -> Reading {
    let [main, other] = &scratch.country;
    let within = match reader {
        Reader::Region { other: true } => other.as_str(),
        Reader::Region { other: false } => main.as_str(),
        _ => "",
    };
    let seen = (std::mem::discriminant(reader), within, text);
    let seen = FixedState::with_seed(0).hash_one(seen);
    let (reading, value) = remembered(&mut scratch.readings, seen, || {
        let reading = match reader {
            Reader::Flag => flag::flag(text, out),
            Reader::Consent => consent::consent(text, out),
            Reader::Country { .. } => country::country(text, out),
            Reader::Region { .. } => region::region(text, given(within), out),
            Reader::Language => language::language(text, out),
            Reader::Currency => currency::currency(text, out),
            Reader::Gender => gender::gender(text, out),
            _ => Reading::Same,
        };
        (reading, out.clone())
    });
    out.clear();
    out.push_str(value);
    *reading
}

fn given(country: &str) -> Option<&str> {
    Some(country).filter(|country| !country.is_empty())
}

/// Reads each item of a list on its own; the whole can't be read if one of them can't.
fn each_of(
    text: &str,
    piece: &mut String,
    out: &mut String,
    read: impl Fn(&str, &mut String) -> Reading,
) -> Reading {
    out.clear();
    for item in text
        .split([';', ',', '\n'])
        .map(str::trim)
        .filter(|item| !item.is_empty())
    {
        let value = match read(item, piece) {
            Reading::Same => item,
            Reading::Changed => piece.as_str(),
            Reading::Placeholder => continue,
            unread @ Reading::Unread(_) => return unread,
        };
        if !out.is_empty() {
            out.push(';');
        }
        out.push_str(value);
    }
    match out.as_str() {
        "" => Reading::Placeholder,
        same if same == text => Reading::Same,
        _ => Reading::Changed,
    }
}
