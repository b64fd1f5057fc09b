//! What a record shows of its party, so that it can be compared with others: texts, each with the part that it plays.

use super::axis::Kind;

/// The part that a text plays in telling parties apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Given name or names.
    Given,
    /// Middle name.
    Middle,
    /// Family name; both surnames.
    Family,
    /// A person's whole name.
    FullName,
    /// A name in the script of its own language.
    NativeName,
    /// `Jr.`, `III`.
    Suffix,
    /// Of an organization its name, of a person that of the organization.
    Company,
    /// An e-mail address.
    Email,
    /// A telephone number of any kind.
    Phone,
    /// A website or domain.
    Website,
    /// Street, with the house number or without.
    Street,
    /// House number where it stands apart.
    House,
    /// City.
    City,
    /// Postal code.
    PostalCode,
    /// State or province.
    Region,
    /// Country: ISO 3166-1 alpha-2, or as written.
    Country,
    /// A whole address in one text.
    Address,
    /// Day of birth: ISO 8601, or as written.
    Birth,
    /// Year of birth where it stands apart.
    BirthYear,
    /// Month of birth where it stands apart.
    BirthMonth,
    /// Day of the month of birth where it stands apart.
    BirthDay,
    /// Gender.
    Gender,
    /// Job title.
    Title,
    /// Whether the row is a person's or an organization's.
    PartyType,
    /// A number that only one party has: tax number, passport; with its place among the run's numbers.
    Identifier(u16),
    /// A column that nobody recognised, with its place among the run's.
    Other(u16),
    /// What parts parties for good: another value is another party; with its place among the run's.
    Apart(u16),
}

/// The parts that a word list or a report names.
const NAMES: [(&str, Part); 24] = [
    ("given", Part::Given),
    ("middle", Part::Middle),
    ("family", Part::Family),
    ("full_name", Part::FullName),
    ("native_name", Part::NativeName),
    ("suffix", Part::Suffix),
    ("company", Part::Company),
    ("email", Part::Email),
    ("phone", Part::Phone),
    ("website", Part::Website),
    ("street", Part::Street),
    ("house", Part::House),
    ("city", Part::City),
    ("postal_code", Part::PostalCode),
    ("region", Part::Region),
    ("country", Part::Country),
    ("address", Part::Address),
    ("birth", Part::Birth),
    ("birth_year", Part::BirthYear),
    ("birth_month", Part::BirthMonth),
    ("birth_day", Part::BirthDay),
    ("gender", Part::Gender),
    ("title", Part::Title),
    ("party_type", Part::PartyType),
];

impl Part {
    /// The part of that name; those with a number have none.
    pub fn named(name: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, part)| *part)
    }

    /// Its name in word lists and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identifier(_) => "identifier",
            Self::Other(_) => "other",
            Self::Apart(_) => "apart",
            named => NAMES
                .iter()
                .find(|(_, part)| *part == named)
                .map_or("", |(name, _)| name),
        }
    }
}

/// What one record shows.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// What kind of party it is of, where its table says so.
    pub kind: Option<Kind>,
    text: String,
    parts: Vec<(Part, u32, u32)>,
}

impl Shown {
    /// Empties it for the next record.
    pub fn clear(&mut self) {
        self.kind = None;
        self.text.clear();
        self.parts.clear();
    }

    /// Adds a text; white space around it doesn't count, and one that is empty isn't added.
    pub fn add(&mut self, part: Part, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        let place = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
        let start = place(self.text.len());
        self.text.push_str(text);
        self.parts.push((part, start, place(text.len())));
    }

    /// Every text with its part, in the order in which they were added.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &str)> + Clone {
        self.parts.iter().map(|&(part, start, len)| {
            let start = start as usize;
            let text = self.text.get(start..start + len as usize);
            (part, text.unwrap_or_default())
        })
    }

    /// The texts of a part.
    pub fn of(&self, part: Part) -> impl Iterator<Item = &str> {
        self.parts()
            .filter(move |(at, _)| *at == part)
            .map(|(_, text)| text)
    }
}
