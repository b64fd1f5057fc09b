//! What a subject, note, form or source says of a party, by its phrases in several languages.

use std::sync::LazyLock;

use super::{Phrases, fold_char, roles};

/// What a text says, as a set of bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Says(pub u32);

/// The meanings, in the order of their bits in [`Says`]; those of `mappings/lexicon/says.txt`.
const MEANINGS: [&str; 20] = [
    "sales_talk",
    "sales_request",
    "interest",
    "service",
    "not_done",
    "outbound",
    "budget",
    "need",
    "date",
    "supplier",
    "partner",
    "competitor",
    "former",
    "other_role",
    "asking",
    "goods",
    "matter",
    "own_role",
    "still",
    "not_role",
];

impl Says {
    /// Discovery, needs, demo, quote or pricing, talked over.
    pub const SALES_TALK: Self = Self(1);
    /// The party itself asks for a demo, a price or an offer.
    pub const SALES_REQUEST: Self = Self(1 << 1);
    /// A download, newsletter, trade show and the like.
    pub const INTEREST: Self = Self(1 << 2);
    /// What one does with customers, suppliers and partners.
    pub const SERVICE: Self = Self(1 << 3);
    /// It did not take place.
    pub const NOT_DONE: Self = Self(1 << 4);
    /// Written or tried from our side.
    pub const OUTBOUND: Self = Self(1 << 5);
    /// A budget, a need and a date: sales evidence where a note has all three.
    pub const PLAN: Self = Self(1 << 6 | 1 << 7 | 1 << 8);
    /// The party is a supplier.
    pub const SUPPLIER: Self = Self(1 << 9);
    /// The party is a partner.
    pub const PARTNER: Self = Self(1 << 10);
    /// The party is a competitor.
    pub const COMPETITOR: Self = Self(1 << 11);
    /// A supplier, partner or competitor in another sense: somebody else's.
    pub const OTHER_ROLE: Self = Self(1 << 13);
    /// Somebody asks, and what for.
    const ASKS: Self = Self(1 << 14 | 1 << 15);
    /// In a note: it asks, in one sentence, for what one asks for before buying.
    pub const REQUESTED: Self = Self(REQUESTED);
    /// What one asks for before buying: a quote, a price, a demo.
    pub const GOODS: Self = Self(1 << 15);
    /// Something to read, watch or come to, whatever its matter: a webinar about costs.
    pub const MATTER: Self = Self(1 << 16);
    /// It is said of the party itself: works for a competitor.
    pub const OWN_ROLE: Self = Self(1 << 17);
    /// It is a customer again, or somebody else's former one.
    const STILL: Self = Self(1 << 18);
    /// A role is named, and it is nobody's: a list of suppliers, a comparison with a competitor.
    const NOT_ROLE: Self = Self(1 << 19);
    /// The party was a customer.
    pub const FORMER: Self = Self(1 << 12);
    /// The party is a customer; no phrase of the lexicon says so, only a company's own.
    pub const CUSTOMER: Self = Self(1 << 20);
    /// A company's own phrase is among what says so.
    pub const OWN_WORDS: Self = Self(1 << 25);
    /// The party is a supplier, partner or competitor.
    pub const ROLES: Self = Self(1 << 9 | 1 << 10 | 1 << 11);

    /// Whether it says all of that.
    pub fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it says any of that.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// What of it is said of the party itself: customer, former customer, supplier, partner, competitor.
    #[must_use]
    pub fn of_party(self) -> Self {
        Self(self.0 & (Self::CUSTOMER.0 | Self::FORMER.0 | Self::ROLES.0))
    }

    /// It without the other.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

const LIST: &str = include_str!("../../mappings/lexicon/says.txt");

static PHRASES: LazyLock<Option<Phrases>> = LazyLock::new(|| {
    let place = |name: &str| MEANINGS.iter().position(|known| *known == name);
    Phrases::of_list(LIST, |name| place(name).map(|at| 1 << at))
});

/// What a text says.
pub fn says(text: &str) -> Says {
    if text.is_empty() {
        return Says::default();
    }
    let Some(phrases) = &*PHRASES else {
        return Says::default();
    };
    let whole = words(text);
    let mut all = phrases.meanings(&whole);
    // What is asked for must stand in the sentence that asks.
    if Says(all).all(Says::ASKS) {
        let mut sentences = text.split(['.', ';', '\n', '!', '?']);
        let asks = |sentence| Says(phrases.meanings(&words(sentence))).all(Says::ASKS);
        if sentences.any(asks) {
            all |= REQUESTED;
        }
    }
    if names_an_amount(text) {
        all |= BUDGET;
    }
    if names_a_day(&whole) {
        all |= DATE;
    }
    if Says(all).any(Says::STILL) {
        all &= !Says::FORMER.0;
    }
    if Says(all).any(Says::NOT_ROLE) {
        all &= !Says::ROLES.0;
    }
    if Says(all).any(Says::ROLES) {
        all &= !Says::ROLES.0 | roles::stated(text, phrases);
    }
    if Says(all).any(Says::COMPETITOR) {
        all &= !Says::SUPPLIER.0;
    }
    Says(all)
}

/// Whether a number goes on with thousands: `.000`, `,500`.
fn thousands(rest: &str) -> bool {
    let mut signs = rest.chars();
    matches!(signs.next(), Some('.' | ',')) && {
        let digits = signs.take_while(char::is_ascii_digit).count();
        digits == 3
    }
}

/// The bit of a request.
const REQUESTED: u32 = 1 << 24;

/// The bit of a budget.
const BUDGET: u32 = 1 << 6;

/// The bit of a date.
const DATE: u32 = 1 << 8;

/// How the names of months begin, folded, in five languages.
const MONTHS: [&str; 24] = [
    "jan", "ene", "feb", "fev", "mar", "apr", "abr", "avr", "may", "mai", "jun", "jui", "jul",
    "aug", "ago", "aou", "sep", "set", "oct", "out", "okt", "nov", "dec", "dic",
];

/// Whether a text, as [`words`] gives it, names a day: `15 sept`, `1 de marzo`, `March 3`, `3rd of May`.
fn names_a_day(words: &str) -> bool {
    let mut before = [""; 2];
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        let [further, near] = before;
        let linked = matches!(near, "de" | "of");
        let day_first = is_day(near) || linked && is_day(further);
        if is_month(word) && day_first || is_day(word) && is_month(near) {
            return true;
        }
        before = [near, word];
    }
    false
}

fn is_month(word: &str) -> bool {
    let begins = |month: &str| word.starts_with(month);
    (3..=10).contains(&word.len()) && MONTHS.iter().any(|month| begins(month))
}

fn is_day(word: &str) -> bool {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let mark = word.len() - bare.len();
    mark <= 2 && bare.parse().is_ok_and(|day: u8| (1..=31).contains(&day))
}

/// Whether a text names an amount of money: `20k`, `€ 3.000`, `40,000 USD`.
fn names_an_amount(text: &str) -> bool {
    let bytes = text.as_bytes();
    let currency = |part: &str| {
        let part = part.trim_start();
        [
            "€", "$", "£", "k ", "k.", "k,", "k)", "K ", "eur", "EUR", "usd", "USD", "mxn", "MXN",
            "euros", "mil ", "pesos", "dollars",
        ]
        .iter()
        .any(|sign| part.starts_with(sign))
            || part == "k"
            || part == "K"
    };
    let before = |part: &str| part.trim_end().ends_with(['€', '$', '£']);
    bytes.iter().enumerate().any(|(at, byte)| {
        let last = bytes.get(at + 1).is_none_or(|next| !next.is_ascii_digit());
        byte.is_ascii_digit()
            && (last && text.get(at + 1..).is_some_and(currency)
                || text.get(..at).is_some_and(before)
                || thousands(text.get(at + 1..).unwrap_or_default()))
    })
}

/// The words of a text, folded, with one space before each and one at the end.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for c in text.chars() {
        let before = out.len();
        fold_char(c, |byte| out.push(char::from(byte)));
        if out.len() == before && !out.ends_with(' ') && !is_mark(c) {
            out.push(' ');
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}

/// Marks that belong to the letter before them.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::super::phrases::malformed;
    use super::*;

    #[test]
    fn every_line_has_a_meaning_that_is_known() {
        assert_eq!(malformed(LIST, &MEANINGS), [""; 0]);
        assert!(PHRASES.is_some());
    }

    #[test]
    fn phrases_are_found_as_whole_words() {
        assert!(says("Product demo, 2nd").any(Says::SALES_TALK));
        assert!(!says("Democracy now").any(Says::SALES_TALK));
        assert!(says("Revisión de Presupuesto").any(Says::SALES_TALK));
        assert!(says("Solicitó una demostración").any(Says::SALES_REQUEST));
        assert!(says("").0 == 0);
    }

    #[test]
    fn what_one_reads_or_watches_is_told_from_a_request() {
        assert!(says("Webinar: cost savings").any(Says::MATTER));
        assert!(says("Guía de precios").any(Says::MATTER));
        assert!(!says("Presupuesto para un evento").any(Says::MATTER));
        assert!(!says("Solicitud de presupuesto").any(Says::MATTER));
    }

    #[test]
    fn a_plan_needs_budget_need_and_date() {
        assert!(says("Budget 40k approved, need 12 seats by March").all(Says::PLAN));
        assert!(!says("Budget 40k approved, by March").all(Says::PLAN));
    }
}
