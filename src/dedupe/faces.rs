//! All records of one kind of party, compact, in an order that hangs on their content alone.

use arrayvec::ArrayVec;

use super::alike::{self, FewLetters, Letters, Word};
use super::pool::{Lists, NONE, Pool, Texts, at};
use super::sketch::{Birth, Item, Sketch, is_given, of_mail_host, stem};
use crate::lexicon;
use crate::model::key;
use crate::normalize::email;

/// An e-mail address of a record, with all that tells most pairs of addresses apart.
#[derive(Clone, Copy, Debug, Default)]
pub struct Email {
    /// Its text among the addresses; the same address of another record is another text.
    pub number: u32,
    /// Tells it from every other.
    pub key: u64,
    /// Its local part among the locals.
    pub local: u32,
    /// Its domain among the hosts, and three marks above.
    host: u32,
    /// Which letters it has, and how long it is.
    letters: FewLetters,
}

impl Email {
    const ROLE: u32 = 1 << 31;
    const FREE: u32 = 1 << 30;
    const TELLING: u32 = 1 << 29;

    /// Its domain among the hosts.
    pub fn host(self) -> u32 {
        self.host & (Self::TELLING - 1)
    }

    /// Whether it is a function's.
    pub fn is_role(self) -> bool {
        self.host & Self::ROLE != 0
    }

    /// Whether it is at a free mail service.
    pub fn is_free(self) -> bool {
        self.host & Self::FREE != 0
    }

    /// Whether its local part has four letters and more, and so may name somebody.
    pub fn is_telling(self) -> bool {
        self.host & Self::TELLING != 0
    }

    /// Whether so few edits can lead from one address to the other.
    pub fn may_be_within(self, other: Self, edits: u32) -> bool {
        self.letters.may_be_within(other.letters, edits)
    }

    fn items(self) -> [u32; 6] {
        let [high, low] = halves(self.key);
        let letters = self.letters.0;
        [self.number, high, low, self.local, self.host, letters]
    }

    fn from_items(&[number, high, low, local, host, letters]: &[u32; 6]) -> Self {
        Self {
            number,
            key: whole([high, low]),
            local,
            host,
            letters: FewLetters(letters),
        }
    }
}

/// A number as two items.
fn halves(number: u64) -> [u32; 2] {
    [(number >> 32) as u32, (number & u64::from(u32::MAX)) as u32]
}

fn whole([high, low]: [u32; 2]) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// Words of names of people.
#[derive(Debug, Default)]
pub struct Words {
    /// The words.
    pub pool: Pool,
    /// Of each its key in lists of nicknames.
    keys: Vec<u32>,
    /// Whether each is known as a given name.
    known: Vec<bool>,
    /// How each sounds, among the sounds.
    sounds: Vec<u32>,
    /// The sounds.
    pub sound_pool: Pool,
}

/// Names of several words.
#[derive(Debug, Default)]
pub struct Phrases {
    /// The whole names, with a space between each two words.
    pub pool: Pool,
    /// The words of all names.
    pub words: Pool,
    /// The words of each name.
    lists: Lists,
    /// Each name in one word.
    glued: Texts,
    glued_letters: Vec<Letters>,
}

/// The records.
#[derive(Debug, Default)]
pub struct Faces {
    /// Whether they are of organizations.
    pub organizations: bool,
    /// Words of names of people.
    pub words: Words,
    /// Names of companies.
    pub companies: Phrases,
    /// Names of streets.
    pub streets: Phrases,
    /// E-mail addresses.
    pub emails: Pool,
    /// Local parts of addresses.
    pub locals: Pool,
    /// Of each what [`Email`] is marked with.
    local_marks: Vec<u32>,
    /// Hosts.
    pub hosts: Pool,
    stems: Vec<u32>,
    /// Of each what [`Email`] is marked with.
    host_marks: Vec<u32>,
    /// Of each host the domain, among the hosts, of the party whose mail goes to it.
    domains: Vec<u32>,
    /// What names the owners of hosts, and companies in one word.
    pub stem_pool: Pool,
    company_stems: Vec<u32>,
    /// Numbers of houses.
    pub houses: Pool,
    /// Cities and postal codes.
    pub places: Pool,
    /// Countries.
    pub countries: Pool,
    /// Job titles.
    pub titles: Pool,
    /// Identifiers.
    pub identifiers: Pool,
    /// Texts of columns that nobody recognised.
    pub others: Pool,
    has_short_phones: bool,
    /// Room for a postal code behind its mark.
    code: String,
    one: One,
    /// Of each record: its number outside, and a hash of its content.
    records: Vec<(u64, u32)>,
    rows: Vec<Row>,
    /// The lists of all records, one behind the other.
    items: Vec<u32>,
}

/// What is compared of a record, together, as comparing goes from record to record.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    /// Where its lists begin.
    start: u32,
    /// Where each of its lists ends, from there.
    ends: [u8; LISTS],
    generation: u8,
    gender: u8,
    street: u32,
    house: u32,
    city: u32,
    postal_code: u32,
    country: u32,
    title: u32,
    birth: Birth,
}

/// The domains of so many addresses of a record are looked at.
const MOST_EMAILS: usize = 16;

/// Nobody has asked yet for the domain of a host.
const UNKNOWN: u32 = u32::MAX;

/// A telephone number has its area code from here on: nine digits.
const LONG_PHONE: u64 = 100_000_000;

// The lists of a record, in their order.
const GIVEN: usize = 0;
const FAMILY: usize = 1;
const EMAILS: usize = 2;
const PHONES: usize = 3;
const COMPANIES: usize = 4;
const HOSTS: usize = 5;
const IDENTIFIERS: usize = 6;
const OTHERS: usize = 7;
const APARTS: usize = 8;
const LISTS: usize = 9;

impl Words {
    fn number(&mut self, word: &str) -> u32 {
        let (number, is_new) = self.pool.number(word);
        if self.keys.is_empty() {
            self.add("");
        }
        if is_new {
            self.add(word);
        }
        number
    }

    fn add(&mut self, word: &str) {
        let mut sound = String::new();
        alike::sound(word, &mut sound);
        self.keys.push(key::small(word));
        self.known.push(is_given(word));
        self.sounds.push(self.sound_pool.number(&sound).0);
    }

    /// Whether a word is known as a given name.
    pub fn is_given(&self, word: u32) -> bool {
        at(&self.known, word)
    }

    /// How a word sounds.
    pub fn sound(&self, word: u32) -> u32 {
        at(&self.sounds, word)
    }

    /// Whether two words are forms of one given name.
    pub fn same_given(&self, a: u32, b: u32) -> bool {
        let (x, y) = (at(&self.keys, a), at(&self.keys, b));
        lexicon::same_given_name(x, y)
            || lexicon::variant_given_name(x, y)
            || self.same_ending(a, b)
    }

    /// `Howie` and `Howy`.
    fn same_ending(&self, a: u32, b: u32) -> bool {
        let (x, y) = (self.pool.text(a), self.pool.text(b));
        let pair = |x: &str, y: &str| {
            x.strip_suffix("ie")
                .is_some_and(|head| y.strip_suffix('y') == Some(head))
        };
        pair(x, y) || pair(y, x)
    }
}

impl Phrases {
    fn number(&mut self, phrase: &str) -> u32 {
        if self.lists.len() == 0 {
            self.add("");
        }
        let (number, is_new) = self.pool.count(phrase);
        if is_new {
            self.add(phrase);
        }
        for word in self.lists.of(number) {
            self.words.count_again(*word);
        }
        number
    }

    fn add(&mut self, phrase: &str) {
        let words = phrase.split(' ').filter(|word| !word.is_empty());
        self.lists.push(words.map(|word| self.words.number(word).0));
        let glued = phrase.replace(' ', "");
        self.glued_letters.push(Letters::of(&glued));
        self.glued.push(&glued);
    }

    /// The words of a name.
    pub fn words_of(&self, name: u32) -> &[u32] {
        self.lists.of(name)
    }

    /// A name in one word.
    pub fn glued(&self, name: u32) -> &str {
        self.glued.get(name)
    }

    /// How long a name is in one word.
    pub fn glued_len(&self, name: u32) -> usize {
        at(&self.glued_letters, name).len()
    }

    fn word(&self, name: u32) -> Word<'_> {
        Word {
            text: self.glued(name),
            letters: at(&self.glued_letters, name),
        }
    }

    /// Whether one name, in one word, can be a slip of the pen for the other.
    pub fn is_typo(&self, a: u32, b: u32) -> bool {
        alike::is_typo(self.word(a), self.word(b))
    }

    /// The similarity of two names, each in one word; 0 where it can't reach `least`.
    pub fn similarity(&self, a: u32, b: u32, least: f64) -> f64 {
        alike::similarity(self.word(a), self.word(b), least)
    }

    /// The first letters of a name's words.
    pub fn acronym(&self, name: u32) -> impl Iterator<Item = char> {
        let words = self.words_of(name).iter();
        words.filter_map(|word| self.words.text(*word).chars().next())
    }
}

impl Faces {
    /// No records yet, of people or of organizations.
    pub fn new(organizations: bool) -> Self {
        Self {
            organizations,
            local_marks: vec![0],
            host_marks: vec![0],
            stems: vec![NONE],
            domains: vec![NONE],
            company_stems: vec![NONE],
            code: "#".to_string(),
            ..Self::default()
        }
    }

    /// Takes in a record; `record` is its number outside.
    pub fn add(&mut self, record: u32, sketch: &Sketch) {
        self.records.push((sketch.content, record));
        let mut one = std::mem::take(&mut self.one);
        one.clear();
        for (item, text) in sketch.items() {
            self.take(item, text, &mut one);
        }
        for email in std::mem::take(&mut one.emails) {
            self.add_host(at(&self.domains, email.host()), &mut one);
        }
        one.row.birth = sketch.birth;
        one.row.generation = sketch.generation;
        one.row.gender = sketch.gender;
        self.put(one.row, &one.lists.each_ref().map(Vec::as_slice));
        self.one = one;
    }

    /// Adds a host to a record's, once.
    fn add_host(&self, host: u32, one: &mut One) {
        if host == NONE || one.hosts.contains(&host) {
            return;
        }
        one.hosts.push(host);
        let stem = at(&self.stems, host);
        one.list(HOSTS).extend([host, stem]);
    }

    /// Adds a record's row and its lists; beyond 255 items together they end.
    fn put(&mut self, mut row: Row, lists: &[&[u32]; LISTS]) {
        row.start = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let mut left = usize::from(u8::MAX);
        for (list, end) in lists.iter().zip(&mut row.ends) {
            let kept = list.get(..left.min(list.len())).unwrap_or_default();
            left -= kept.len();
            self.items.extend_from_slice(kept);
            *end = u8::MAX - u8::try_from(left).unwrap_or(0);
        }
        self.rows.push(row);
    }

    fn take(&mut self, item: Item, text: &str, one: &mut One) {
        match item {
            Item::Given => one.list(GIVEN).push(self.words.number(text)),
            Item::Family => one.list(FAMILY).push(self.words.number(text)),
            Item::Email => {
                let email = self.email(text);
                // Beyond so many a further domain tells nothing.
                let _ = one.emails.try_push(email);
                one.list(EMAILS).extend(email.items());
            }
            Item::Phone => {
                if let Ok(digits) = text.parse::<u64>() {
                    self.has_short_phones |= digits < LONG_PHONE;
                    one.list(PHONES).extend(halves(digits));
                }
            }
            Item::Domain => {
                let host = self.host_number(text);
                self.add_host(host, one);
            }
            Item::Company => one.list(COMPANIES).push(self.company_number(text)),
            Item::Street => one.row.street = self.streets.number(text),
            Item::House => one.row.house = self.houses.number(text).0,
            Item::City => one.row.city = self.places.count(text).0,
            // A postal code is no city of the same name.
            Item::PostalCode => {
                self.code.truncate(1);
                self.code.push_str(text);
                one.row.postal_code = self.places.count(&self.code).0;
            }
            Item::Country => one.row.country = self.countries.count(text).0,
            Item::Title => one.row.title = self.titles.count(text).0,
            Item::Identifier(number) => {
                let value = self.identifiers.count(text).0;
                one.list(IDENTIFIERS).extend([u32::from(number), value]);
            }
            Item::Other(number) => {
                let value = self.others.count(text).0;
                one.list(OTHERS).extend([u32::from(number), value]);
            }
            Item::Apart(number) => {
                let value = self.others.number(text).0;
                one.list(APARTS).extend([u32::from(number), value]);
            }
        }
    }

    fn email(&mut self, text: &str) -> Email {
        let (local_part, host) = text.split_once('@').unwrap_or((text, ""));
        let (local, is_new) = self.locals.count(local_part);
        if is_new {
            let letters = local_part.bytes().filter(u8::is_ascii_alphabetic);
            self.local_marks.push(
                marked(lexicon::role_mailbox(local_part), Email::ROLE)
                    | marked(letters.count() >= 4, Email::TELLING),
            );
        }
        let host = self.mail_host_number(host);
        Email {
            number: self.emails.add(text),
            key: key::of(0, text),
            local,
            host: host | at(&self.local_marks, local) | at(&self.host_marks, host),
            letters: FewLetters::of(text),
        }
    }

    fn host_number(&mut self, text: &str) -> u32 {
        let (number, is_new) = self.hosts.number(text);
        if is_new {
            self.stems.push(self.stem_pool.number(&stem(text)).0);
            self.domains.push(UNKNOWN);
            let free = email::is_free_mail(text);
            self.host_marks.push(marked(free, Email::FREE));
        }
        number
    }

    /// The number of a host to which mail goes, whose party's domain is known from then on.
    fn mail_host_number(&mut self, text: &str) -> u32 {
        let number = self.host_number(text);
        if at(&self.domains, number) != UNKNOWN {
            return number;
        }
        let domain = of_mail_host(text);
        let domain = domain.map_or(NONE, |domain| self.host_number(&domain));
        if let Some(known) = self.domains.get_mut(number as usize) {
            *known = domain;
        }
        number
    }

    fn company_number(&mut self, text: &str) -> u32 {
        let number = self.companies.number(text);
        if self.company_stems.len() <= number as usize {
            let stem = self.stem_pool.number(self.companies.glued(number)).0;
            self.company_stems.push(stem);
        }
        number
    }

    /// Forgets what tells father from son.
    pub fn forget_generations(&mut self) {
        self.rows.iter_mut().for_each(|row| row.generation = 0);
    }

    /// Puts the records in the order of their content, so that nothing hangs on the order in which they came.
    pub fn close(&mut self) {
        self.close_pools();
        let mut order: Vec<(u64, u32, u32)> = Vec::with_capacity(self.records.len());
        order.extend(
            self.records
                .iter()
                .zip(0..)
                .map(|(&(content, record), place)| (content, record, place)),
        );
        order.sort_unstable();
        let order: Vec<u32> = order.into_iter().map(|(_, _, place)| place).collect();
        let (rows, items) = (
            std::mem::take(&mut self.rows),
            std::mem::take(&mut self.items),
        );
        self.rows.reserve(rows.len());
        self.items.reserve(items.len());
        for place in &order {
            let row = at(&rows, *place);
            let lists = std::array::from_fn(|list| list_of(&items, &row, list));
            self.put(row, &lists);
        }
        in_order(&mut self.records, &order);
    }

    fn close_pools(&mut self) {
        for pool in [
            &mut self.words.pool,
            &mut self.words.sound_pool,
            &mut self.companies.pool,
            &mut self.companies.words,
            &mut self.streets.pool,
            &mut self.streets.words,
            &mut self.emails,
            &mut self.locals,
            &mut self.hosts,
            &mut self.stem_pool,
            &mut self.houses,
            &mut self.places,
            &mut self.countries,
            &mut self.titles,
            &mut self.identifiers,
            &mut self.others,
        ] {
            pool.close();
        }
        self.local_marks = Vec::new();
        self.host_marks = Vec::new();
        self.stems = Vec::new();
        self.domains = Vec::new();
    }

    /// Whether some telephone number lacks its area code.
    pub fn has_short_phones(&self) -> bool {
        self.has_short_phones
    }

    /// Something of what stands first of a record's lists. To ask it of several records, one right after the other, has
    /// their lists on their way from memory all at once.
    #[inline]
    pub fn touch(&self, place: u32) -> u32 {
        let row = self.rows.get(place as usize);
        row.map_or(NONE, |row| at(&self.items, row.start))
    }

    /// How many records there are.
    pub fn len(&self) -> u32 {
        u32::try_from(self.records.len()).unwrap_or(u32::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The number outside of the record at a place.
    pub fn record(&self, place: u32) -> u32 {
        at(&self.records, place).1
    }

    #[inline]
    fn list(&self, place: u32, list: usize) -> &[u32] {
        let row = self.rows.get(place as usize);
        row.map_or(&[], |row| list_of(&self.items, row, list))
    }

    /// Words of the given names of a record.
    pub fn given(&self, place: u32) -> &[u32] {
        self.list(place, GIVEN)
    }

    /// Words of the family names.
    pub fn family(&self, place: u32) -> &[u32] {
        self.list(place, FAMILY)
    }

    /// E-mail addresses.
    pub fn emails_of(&self, place: u32) -> impl Iterator<Item = Email> {
        let items = self.list(place, EMAILS).as_chunks().0;
        items.iter().map(Email::from_items)
    }

    /// Telephone numbers as their digits; zeros before them are no part of them.
    pub fn phones_of(&self, place: u32) -> impl Iterator<Item = u64> {
        let items = self.list(place, PHONES).as_chunks().0;
        items.iter().map(|items| whole(*items))
    }

    /// Hosts of website and addresses, providers' left out: (host, what names its owner among the stems).
    pub fn hosts_of(&self, place: u32) -> &[[u32; 2]] {
        self.list(place, HOSTS).as_chunks().0
    }

    /// Names of companies.
    pub fn companies_of(&self, place: u32) -> &[u32] {
        self.list(place, COMPANIES)
    }

    /// Identifiers: (place among the run's, value).
    pub fn identifiers_of(&self, place: u32) -> &[[u32; 2]] {
        self.list(place, IDENTIFIERS).as_chunks().0
    }

    /// Texts of columns that nobody recognised: (place among the run's, value).
    pub fn others_of(&self, place: u32) -> &[[u32; 2]] {
        self.list(place, OTHERS).as_chunks().0
    }

    /// What parts parties for good: (place among the run's, value).
    pub fn aparts_of(&self, place: u32) -> &[[u32; 2]] {
        self.list(place, APARTS).as_chunks().0
    }

    /// Street.
    pub fn street(&self, place: u32) -> u32 {
        at(&self.rows, place).street
    }

    /// Number of the house.
    pub fn house(&self, place: u32) -> u32 {
        at(&self.rows, place).house
    }

    /// City.
    pub fn city(&self, place: u32) -> u32 {
        at(&self.rows, place).city
    }

    /// Postal code.
    pub fn postal_code(&self, place: u32) -> u32 {
        at(&self.rows, place).postal_code
    }

    /// Country.
    pub fn country(&self, place: u32) -> u32 {
        at(&self.rows, place).country
    }

    /// Job title.
    pub fn title(&self, place: u32) -> u32 {
        at(&self.rows, place).title
    }

    /// Date of birth.
    pub fn birth(&self, place: u32) -> Birth {
        at(&self.rows, place).birth
    }

    /// What tells father from son; 0 where nothing does.
    pub fn generation(&self, place: u32) -> u8 {
        at(&self.rows, place).generation
    }

    /// 1 male, 2 female, 0 unknown.
    pub fn gender(&self, place: u32) -> u8 {
        at(&self.rows, place).gender
    }

    /// A company's name in one word, among the stems.
    pub fn stem_of_company(&self, company: u32) -> u32 {
        at(&self.company_stems, company)
    }
}

fn marked(is: bool, mark: u32) -> u32 {
    if is { mark } else { 0 }
}

fn in_order<T: Copy + Default>(list: &mut Vec<T>, order: &[u32]) {
    *list = order.iter().map(|place| at(list, *place)).collect();
}

/// One record as it is taken in.
#[derive(Debug, Default)]
struct One {
    row: Row,
    lists: [Vec<u32>; LISTS],
    beyond: Vec<u32>,
    emails: ArrayVec<Email, MOST_EMAILS>,
    hosts: Vec<u32>,
}

impl One {
    fn clear(&mut self) {
        self.row = Row::default();
        self.lists.iter_mut().for_each(Vec::clear);
        self.emails.clear();
        self.hosts.clear();
    }

    fn list(&mut self, list: usize) -> &mut Vec<u32> {
        self.lists.get_mut(list).unwrap_or(&mut self.beyond)
    }
}

/// One of the lists of a record.
#[inline]
fn list_of<'i>(items: &'i [u32], row: &Row, list: usize) -> &'i [u32] {
    let start = list.checked_sub(1).and_then(|before| row.ends.get(before));
    let (start, end) = (start.copied().unwrap_or(0), row.ends.get(list).copied());
    let from = row.start as usize;
    let place = from + usize::from(start)..from + usize::from(end.unwrap_or(start));
    items.get(place).unwrap_or_default()
}
