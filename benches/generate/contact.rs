//! Contact.csv: six in ten of all rows.

use std::io;

use crate::id::long;
use crate::moment::{Moment, birth};
use crate::party::{Person, World, table};
use crate::random::Random;
use crate::sheet::Sheet;
use crate::trap::{self, SOURCES, some};

const OBJECT: u64 = 1;

/// The columns.
pub const COLUMNS: &[&str] = &[
    "Id",
    "IsDeleted",
    "MasterRecordId",
    "AccountId",
    "Salutation",
    "FirstName",
    "LastName",
    "Title",
    "Department",
    "ReportsToId",
    "Email",
    "Phone",
    "MobilePhone",
    "MailingStreet",
    "MailingCity",
    "MailingState",
    "MailingPostalCode",
    "MailingCountry",
    "Birthdate",
    "LeadSource",
    "HasOptedOutOfEmail",
    "DoNotCall",
    "Description",
    "OwnerId",
    "EmailBouncedDate",
    "LastActivityDate",
    "CreatedDate",
    "LastModifiedDate",
    "Customer_Tier__c",
    "Legacy_Ref__c",
];

/// Whose record a row is.
enum Whose {
    Own,
    /// The same person as an earlier row, entered again.
    Twin(u64),
    /// Somebody of the family of an earlier row, with the same mailbox.
    Family(u64),
}

/// Writes row `index`.
pub fn write(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(OBJECT, index);
    let person = person(world, index);
    let created = Moment::any(&mut random);
    let modified = created.later(&mut random);
    identity(world, index, &person, &mut random, sheet);
    reach(world, &person, &mut random, sheet);
    relation(modified, &mut random, sheet);
    sheet.cell(&created.stamp());
    sheet.cell(&modified.stamp());
    sheet.cell(random.pick(&["", "", "Gold", "Silver", "Bronze"]));
    sheet.cell(&format!("L-{index}"));
    sheet.end()
}

fn whose(world: &World, index: u64) -> Whose {
    let mut random = Random::of(world.seed, table::ROW, index);
    let (draw, other) = (random.below(10_000), random.below(index.max(1)));
    match draw {
        _ if index < 10 => Whose::Own,
        0..300 => Whose::Twin(other),
        300..320 => Whose::Family(other),
        _ => Whose::Own,
    }
}

/// The earlier row that stands for itself, at `index` or before.
fn original(world: &World, mut index: u64) -> u64 {
    while let Whose::Twin(earlier) | Whose::Family(earlier) = whose(world, index) {
        index = earlier;
    }
    index
}

/// The person of row `index`.
pub fn person(world: &World, index: u64) -> Person {
    match whose(world, index) {
        Whose::Own => world.person(table::CONTACT, index),
        Whose::Twin(earlier) => world.person(table::CONTACT, original(world, earlier)),
        Whose::Family(earlier) => {
            let mut person = world.person(table::CONTACT, original(world, earlier));
            let mut random = Random::of(world.seed, table::FAMILY, index);
            person.given = random.pick(world.country(person.employer.country).words.list("given"));
            person
        }
    }
}

fn identity(world: &World, index: u64, person: &Person, random: &mut Random, sheet: &mut Sheet) {
    let deleted = random.chance(30);
    let master = deleted && random.chance(5000);
    let (given, family) = trap::names(person.given, &person.family, random);
    sheet.cell(&long("003", index));
    sheet.flag(deleted);
    sheet.cell(&if master {
        long("003", index / 2)
    } else {
        String::new()
    });
    sheet.cell(&account(world, person.firm, random));
    sheet.cell(random.pick(&["", "Mr.", "Ms.", "Mrs.", "Dr.", ""]));
    sheet.cell(&given);
    sheet.cell(&family);
    let words = &world.country(person.employer.country).words;
    sheet.cell(random.pick(words.list("title")));
    sheet.cell(if random.chance(5000) {
        random.pick(words.list("department"))
    } else {
        ""
    });
    let manager = trap::link("003", random.below(index), random);
    sheet.cell(&some(1000, manager, random));
    sheet.cell(&some(9600, trap::email(&person.email, random), random));
}

/// 4 % without account, 0.1 % one that isn't in the file.
fn account(world: &World, firm: u64, random: &mut Random) -> String {
    match random.below(1000) {
        0..40 => String::new(),
        40 => long("001", world.accounts + firm),
        _ => trap::link("001", firm, random),
    }
}

fn reach(world: &World, person: &Person, random: &mut Random, sheet: &mut Sheet) {
    let country = world.country(person.employer.country);
    let (office, mobile) = (country.office(random), country.mobile(random));
    let (city, region, postal) = country.place(random);
    let street = trap::street(random.pick(country.words.list("street")), random);
    let (year, month, day) = birth(random);
    sheet.cell(&some(9500, trap::phone(office, random), random));
    sheet.cell(&some(9000, trap::phone(mobile, random), random));
    sheet.cell(&street);
    sheet.cell(city);
    sheet.cell(region);
    sheet.cell(&postal);
    sheet.cell(if random.chance(100) {
        ""
    } else {
        country.name(random)
    });
    sheet.cell(&some(1500, format!("{year}-{month:02}-{day:02}"), random));
}

fn relation(modified: Moment, random: &mut Random, sheet: &mut Sheet) {
    sheet.cell(random.pick(SOURCES));
    sheet.flag(random.chance(700));
    sheet.flag(random.chance(300));
    sheet.cell(trap::note(random));
    sheet.cell(&trap::owner(random));
    sheet.cell(&some(100, modified.stamp(), random));
    sheet.cell(&some(4000, modified.date(), random));
}
