//! Lead.csv: three in ten of all rows. Converted leads stand beside the contact they became.

use std::io;

use crate::contact;
use crate::id::long;
use crate::moment::Moment;
use crate::party::{Person, World, table};
use crate::random::Random;
use crate::sheet::Sheet;
use crate::trap::{self, SOURCES, some};

const OBJECT: u64 = 2;

/// The columns.
pub const COLUMNS: &[&str] = &[
    "Id",
    "IsDeleted",
    "Salutation",
    "FirstName",
    "LastName",
    "Title",
    "Company",
    "Email",
    "Phone",
    "MobilePhone",
    "Street",
    "City",
    "State",
    "PostalCode",
    "Country",
    "Website",
    "Description",
    "LeadSource",
    "Status",
    "Rating",
    "Industry",
    "NumberOfEmployees",
    "HasOptedOutOfEmail",
    "DoNotCall",
    "OwnerId",
    "IsConverted",
    "ConvertedDate",
    "ConvertedAccountId",
    "ConvertedContactId",
    "ConvertedOpportunityId",
    "LastActivityDate",
    "CreatedDate",
    "LastModifiedDate",
    "Campaign_Code__c",
];

/// Writes row `index`.
pub fn write(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(OBJECT, index);
    let became = random.chance(800).then(|| random.below(world.contacts));
    let person = match became {
        Some(contact) => contact::person(world, contact),
        None => world.person(table::LEAD, own(index, &mut random)),
    };
    let created = Moment::any(&mut random);
    let modified = created.later(&mut random);
    sheet.cell(&long("00Q", index));
    identity(&person, world, &mut random, sheet);
    reach(&person, world, &mut random, sheet);
    funnel(became.is_some(), &mut random, sheet);
    conversion(became, &person, modified, &mut random, sheet);
    sheet.cell(&some(3000, modified.date(), &mut random));
    sheet.cell(&created.stamp());
    sheet.cell(&modified.stamp());
    sheet.cell(&some(2000, format!("C-{}", 100 + index % 60), &mut random));
    sheet.end()
}

/// The number of the row's person: 3 % stand in an earlier row as well.
fn own(index: u64, random: &mut Random) -> u64 {
    let earlier = random.below(index.max(1));
    if random.chance(300) { earlier } else { index }
}

fn identity(person: &Person, world: &World, random: &mut Random, sheet: &mut Sheet) {
    let words = &world.country(person.employer.country).words;
    let (given, family) = trap::names(person.given, &person.family, random);
    sheet.flag(random.chance(30));
    sheet.cell(random.pick(&["", "Mr.", "Ms.", "Mrs.", "Dr.", ""]));
    sheet.cell(&given);
    sheet.cell(&family);
    sheet.cell(random.pick(words.list("title")));
    sheet.cell(&company(&person.employer.name, random));
    sheet.cell(&some(9300, trap::email(&person.email, random), random));
}

fn company(name: &str, random: &mut Random) -> String {
    match random.below(100) {
        0 => "[not provided]".to_owned(),
        1 => "n/a".to_owned(),
        2..5 => name.to_uppercase(),
        _ => name.to_owned(),
    }
}

fn reach(person: &Person, world: &World, random: &mut Random, sheet: &mut Sheet) {
    let country = world.country(person.employer.country);
    let (office, mobile) = (country.office(random), country.mobile(random));
    let (city, region, postal) = country.place(random);
    let street = trap::street(random.pick(country.words.list("street")), random);
    sheet.cell(&some(8500, trap::phone(office, random), random));
    sheet.cell(&some(8000, trap::phone(mobile, random), random));
    sheet.cell(&some(7000, street, random));
    sheet.cell(city);
    sheet.cell(region);
    sheet.cell(&postal);
    sheet.cell(if random.chance(200) {
        ""
    } else {
        country.name(random)
    });
    sheet.cell(&some(
        4000,
        format!("https://www.{}/", person.employer.domain),
        random,
    ));
}

fn funnel(converted: bool, random: &mut Random, sheet: &mut Sheet) {
    const OPEN: &[&str] = &[
        "Open - Not Contacted",
        "Working - Contacted",
        "Closed - Not Converted",
        "New",
        "Working",
        "Nurturing",
        "Qualified",
        "Unqualified",
    ];
    sheet.cell(trap::note(random));
    sheet.cell(random.pick(SOURCES));
    sheet.cell(if converted {
        "Closed - Converted"
    } else {
        random.pick_low(OPEN)
    });
    sheet.cell(random.pick(&["Hot", "Warm", "Cold", "", ""]));
    sheet.cell(random.pick(&[
        "Banking",
        "Construction",
        "Education",
        "Food & Beverage",
        "Retail",
        "",
        "Other",
    ]));
    let employees = (1 + random.low(5000)).to_string();
    sheet.cell(&some(5000, employees, random));
    sheet.flag(random.chance(600));
    sheet.flag(random.chance(300));
    sheet.cell(&trap::lead_owner(random));
}

fn conversion(
    became: Option<u64>,
    person: &Person,
    at: Moment,
    random: &mut Random,
    sheet: &mut Sheet,
) {
    sheet.flag(became.is_some());
    let Some(contact) = became else {
        return (0..4).for_each(|_| sheet.cell(""));
    };
    sheet.cell(&at.date());
    sheet.cell(&long("001", person.firm));
    sheet.cell(&long("003", contact));
    let deal = long("006", contact % crate::context::DEALS);
    sheet.cell(&some(6000, deal, random));
}
