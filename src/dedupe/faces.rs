//! All records of one kind of party, compact, in an order that hangs on their content alone.

use super::alike::{self, Letters, Word};
use super::pool::{Lists, NONE, Pool, Texts, at};
use super::sketch::{Birth, Item, Sketch, is_given, stem};
use crate::lexicon;
use crate::model::key;
use crate::normalize::email;

/// What is known of an e-mail address.
#[derive(Clone, Copy, Debug, Default)]
pub struct Address {
    /// Its local part among the locals.
    pub local: u32,
    /// Its domain among the hosts.
    pub host: u32,
    /// Whether it is a function's.
    pub is_role: bool,
    /// Whether it is at a free mail service.
    pub is_free: bool,
    /// Whether its local part has four letters and more, and so may name somebody.
    pub is_telling: bool,
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
    addresses: Vec<Address>,
    /// Local parts of addresses.
    pub locals: Pool,
    /// Hosts.
    pub hosts: Pool,
    stems: Vec<u32>,
    /// What names the owners of hosts, and companies in one word.
    pub stem_pool: Pool,
    company_stems: Vec<u32>,
    /// Telephone numbers.
    pub phones: Pool,
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

/// A telephone number of so many digits has its area code.
pub const LONG_PHONE: usize = 9;

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
            addresses: vec![Address::default()],
            stems: vec![NONE],
            company_stems: vec![NONE],
            ..Self::default()
        }
    }

    /// Takes in a record; `record` is its number outside.
    pub fn add(&mut self, record: u32, sketch: &Sketch) {
        self.records.push((sketch.content, record));
        let mut one = One::default();
        for (item, text) in sketch.items() {
            self.take(item, text, &mut one);
        }
        one.row.birth = sketch.birth;
        one.row.generation = sketch.generation;
        one.row.gender = sketch.gender;
        self.put(one.row, &one.lists.each_ref().map(Vec::as_slice));
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
            Item::Email => one.list(EMAILS).push(self.email_number(text)),
            Item::Phone => {
                self.has_short_phones |= text.len() < LONG_PHONE;
                one.list(PHONES).push(self.phones.count(text).0);
            }
            Item::Domain => one.list(HOSTS).push(self.host_number(text)),
            Item::Company => one.list(COMPANIES).push(self.company_number(text)),
            Item::Street => one.row.street = self.streets.number(text),
            Item::House => one.row.house = self.houses.number(text).0,
            Item::City => one.row.city = self.places.count(text).0,
            // A postal code is no city of the same name.
            Item::PostalCode => one.row.postal_code = self.places.count(&format!("#{text}")).0,
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

    fn email_number(&mut self, text: &str) -> u32 {
        let (number, is_new) = self.emails.count(text);
        let (local, host) = text.split_once('@').unwrap_or((text, ""));
        let local_number = self.locals.count(local).0;
        if is_new {
            let host_number = self.host_number(host);
            self.addresses.push(Address {
                local: local_number,
                host: host_number,
                is_role: lexicon::role_mailbox(local),
                is_free: email::is_free_mail(host),
                is_telling: local.bytes().filter(u8::is_ascii_alphabetic).count() >= 4,
            });
        }
        number
    }

    fn host_number(&mut self, text: &str) -> u32 {
        let (number, is_new) = self.hosts.number(text);
        if is_new {
            self.stems.push(self.stem_pool.number(&stem(text)).0);
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
            &mut self.phones,
            &mut self.houses,
            &mut self.places,
            &mut self.countries,
            &mut self.titles,
            &mut self.identifiers,
            &mut self.others,
        ] {
            pool.close();
        }
    }

    /// Whether some telephone number lacks its area code.
    pub fn has_short_phones(&self) -> bool {
        self.has_short_phones
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
    pub fn emails_of(&self, place: u32) -> &[u32] {
        self.list(place, EMAILS)
    }

    /// Telephone numbers.
    pub fn phones_of(&self, place: u32) -> &[u32] {
        self.list(place, PHONES)
    }

    /// Hosts of website and addresses, providers' left out.
    pub fn hosts_of(&self, place: u32) -> &[u32] {
        self.list(place, HOSTS)
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

    /// What is known of an address.
    pub fn address(&self, email: u32) -> Address {
        at(&self.addresses, email)
    }

    /// What names the owner of a host, among the stems.
    pub fn stem_of_host(&self, host: u32) -> u32 {
        at(&self.stems, host)
    }

    /// A company's name in one word, among the stems.
    pub fn stem_of_company(&self, company: u32) -> u32 {
        at(&self.company_stems, company)
    }
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
}

impl One {
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
