//! Account.csv: one in ten of all rows.

use std::io;

use crate::id::long;
use crate::moment::Moment;
use crate::party::{Firm, World};
use crate::random::Random;
use crate::sheet::Sheet;
use crate::trap::{self, SOURCES, some};

const OBJECT: u64 = 3;

/// The columns.
pub const COLUMNS: &[&str] = &[
    "Id",
    "IsDeleted",
    "MasterRecordId",
    "Name",
    "AccountNumber",
    "Type",
    "ParentId",
    "BillingStreet",
    "BillingCity",
    "BillingState",
    "BillingPostalCode",
    "BillingCountry",
    "Phone",
    "Fax",
    "Website",
    "Industry",
    "AnnualRevenue",
    "NumberOfEmployees",
    "Ownership",
    "Rating",
    "AccountSource",
    "Description",
    "OwnerId",
    "LastActivityDate",
    "CreatedDate",
    "LastModifiedDate",
    "Customer_Tier__c",
    "ERP_Number__c",
];
const TYPES: &[&str] = &[
    "Prospect",
    "Customer - Direct",
    "Customer - Channel",
    "Channel Partner / Reseller",
    "Installation Partner",
    "Technology Partner",
    "Other",
    "",
];

/// Writes row `index`.
pub fn write(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(OBJECT, index);
    let firm = world.firm(index);
    let created = Moment::any(&mut random);
    let modified = created.later(&mut random);
    identity(&firm, index, &mut random, sheet);
    reach(&firm, world, &mut random, sheet);
    figures(&mut random, sheet);
    sheet.cell(&some(3000, modified.date(), &mut random));
    sheet.cell(&created.stamp());
    sheet.cell(&modified.stamp());
    sheet.cell(random.pick(&["", "", "Gold", "Silver", "Bronze"]));
    sheet.cell(&some(5000, format!("{:08}", 4_100 + index), &mut random));
    sheet.end()
}

fn identity(firm: &Firm, index: u64, random: &mut Random, sheet: &mut Sheet) {
    let name = if random.chance(300) {
        firm.name.to_uppercase()
    } else {
        firm.name.clone()
    };
    let parent = trap::link("001", random.below(index), random);
    sheet.cell(&long("001", index));
    sheet.flag(random.chance(20));
    sheet.cell("");
    sheet.cell(&name);
    sheet.cell(&some(3000, format!("CC{index:06}"), random));
    sheet.cell(random.pick(TYPES));
    sheet.cell(&if index > 0 {
        some(600, parent, random)
    } else {
        String::new()
    });
}

fn reach(firm: &Firm, world: &World, random: &mut Random, sheet: &mut Sheet) {
    let country = world.country(firm.country);
    let (office, fax) = (country.office(random), country.office(random));
    let (city, region, postal) = country.place(random);
    let street = trap::street(random.pick(country.words.list("street")), random);
    let website = random
        .pick(&["www.", "https://www.", "http://", ""])
        .to_owned()
        + &firm.domain;
    sheet.cell(&street);
    sheet.cell(city);
    sheet.cell(region);
    sheet.cell(&postal);
    sheet.cell(country.name(random));
    sheet.cell(&some(9000, trap::phone(office, random), random));
    sheet.cell(&some(1500, fax, random));
    sheet.cell(&some(8000, website, random));
}

fn figures(random: &mut Random, sheet: &mut Sheet) {
    let (revenue, employees) = (1000 * random.low(900_000), 1 + random.low(20_000));
    sheet.cell(random.pick(&[
        "Banking",
        "Construction",
        "Education",
        "Food & Beverage",
        "Retail",
        "",
        "Other",
    ]));
    sheet.cell(&some(6000, format!("{revenue}.0"), random));
    sheet.cell(&some(7000, employees.to_string(), random));
    sheet.cell(random.pick(&["Public", "Private", "Subsidiary", "Other", ""]));
    sheet.cell(random.pick(&["Hot", "Warm", "Cold", "", ""]));
    sheet.cell(random.pick(SOURCES));
    sheet.cell(trap::note(random));
    sheet.cell(&trap::owner(random));
}
