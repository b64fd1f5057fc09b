//! Invented companies and people. Each is a function of the seed and its number, so it can be made again anywhere.

use crate::country::{Country, at_random};
use crate::random::Random;
use crate::words::Words;

/// Numbers of the random streams.
pub mod table {
    /// Companies.
    pub const FIRM: u64 = 1;
    /// People who are contacts.
    pub const CONTACT: u64 = 2;
    /// People who are leads only.
    pub const LEAD: u64 = 3;
    /// Members of a family who share a mailbox.
    pub const FAMILY: u64 = 4;
    /// Rows: what happened to a party's record, by object.
    pub const ROW: u64 = 10;
}

/// Everything that parties are made of.
pub struct World {
    /// The seed.
    pub seed: u64,
    /// Rows of Contact.csv.
    pub contacts: u64,
    /// Rows of Lead.csv.
    pub leads: u64,
    /// Rows of Account.csv.
    pub accounts: u64,
    /// The countries.
    pub countries: [Country; 6],
}

/// A company.
pub struct Firm {
    /// Its country's place in the world's list.
    pub country: usize,
    /// Its name with its legal form.
    pub name: String,
    /// Its domain.
    pub domain: String,
}

/// A person.
pub struct Person {
    /// Number of the company.
    pub firm: u64,
    /// The company.
    pub employer: Firm,
    /// Given names.
    pub given: &'static str,
    /// Surname or surnames.
    pub family: String,
    /// Address for e-mail.
    pub email: String,
}

impl World {
    /// A stream for row `index` of an object.
    pub fn row(&self, object: u64, index: u64) -> Random {
        Random::of(self.seed, table::ROW + object, index)
    }

    /// A country of the list.
    pub fn country(&self, at: usize) -> &Country {
        let [first, others @ ..] = &self.countries;
        at.checked_sub(1)
            .and_then(|at| others.get(at))
            .unwrap_or(first)
    }

    /// The company of a number.
    pub fn firm(&self, index: u64) -> Firm {
        let mut random = Random::of(self.seed, table::FIRM, index);
        let country = at_random(&mut random);
        let words = &self.country(country).words;
        let (head, tail) = (
            random.pick(words.list("company_head")),
            random.pick(words.list("company_tail")),
        );
        let glue = if tail.starts_with(char::is_lowercase) {
            ""
        } else {
            " "
        };
        let number = if random.chance(1500) {
            format!(" {}", 2 + random.below(98))
        } else {
            String::new()
        };
        let owner = surname(words, &mut random);
        let core = match random.below(3) {
            0 => format!("{owner} {tail}"),
            1 => format!("{head}{glue}{tail} {owner}"),
            _ => format!("{head}{glue}{tail}{number}"),
        };
        let domain = format!("{}-{}.example", slug(&core, '-'), base36(index));
        let name = format!("{core} {}", random.pick(words.list("legal")))
            .trim()
            .to_owned();
        Firm {
            country,
            name,
            domain,
        }
    }

    /// The person of a number, contact or lead.
    pub fn person(&self, kind: u64, index: u64) -> Person {
        let mut random = Random::of(self.seed, kind, index);
        let firm = random.below(self.accounts);
        let employer = self.firm(firm);
        let words = &self.country(employer.country).words;
        let given = random.pick_low(words.list("given"));
        let family = surname(words, &mut random);
        let email = address(
            given,
            &family,
            &employer.domain,
            kind * 7 + index,
            &mut random,
        );
        Person {
            firm,
            employer,
            given,
            family,
            email,
        }
    }
}

/// A surname as the language makes them: whole, of two parts, or two surnames.
pub fn surname(words: &Words, random: &mut Random) -> String {
    let whole = words.list("surname");
    if whole.is_empty() {
        let (head, tail) = (words.list("surname_head"), words.list("surname_tail"));
        return format!("{}{}", random.pick_low(head), random.pick_low(tail));
    }
    let first = random.pick_low(whole);
    if random.chance(8000) {
        format!("{first} {}", random.pick_low(whole))
    } else {
        first.to_owned()
    }
}

fn address(given: &str, family: &str, domain: &str, number: u64, random: &mut Random) -> String {
    let given = slug(given, '.');
    let first = family
        .split(' ')
        .rfind(|part| part.len() > 3)
        .unwrap_or(family);
    let family = slug(first, '-');
    let initial: String = given.chars().take(1).collect();
    match random.below(20) {
        0..3 => format!(
            "{given}.{family}{}@mail-{}.example",
            number % 1000,
            number % 40
        ),
        3..7 => format!("{initial}{family}@{domain}"),
        7..9 => format!("{given}@{domain}"),
        9 => format!("{}.{}@{domain}", capital(&given), capital(&family)),
        _ => format!("{given}.{family}@{domain}"),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| first.to_ascii_uppercase())
        .into_iter()
        .chain(letters)
        .collect()
}

/// Small ASCII letters and digits, anything else one `between`.
pub fn slug(text: &str, between: char) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match ascii(letter) {
            "" if letter.is_ascii_alphanumeric() => slug.push(letter),
            "" if slug.is_empty() || slug.ends_with(between) => {}
            "" => slug.push(between),
            plain => slug.push_str(plain),
        }
    }
    slug.trim_end_matches(between).to_owned()
}

fn ascii(letter: char) -> &'static str {
    match letter {
        'á' | 'à' | 'â' | 'ã' => "a",
        'é' | 'ê' => "e",
        'í' => "i",
        'ó' | 'ô' | 'õ' => "o",
        'ú' => "u",
        'ç' => "c",
        'ñ' => "n",
        'ä' => "ae",
        'ö' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        _ => "",
    }
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
