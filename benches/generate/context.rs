//! The small files around the parties: User.csv, Opportunity.csv, Task.csv.

use std::io;

use crate::id::long;
use crate::moment::Moment;
use crate::party::{World, slug, surname};
use crate::random::Random;
use crate::sheet::Sheet;
use crate::trap::{self, INACTIVE, SOURCES, USERS};

/// Rows of Opportunity.csv.
pub const DEALS: u64 = 2000;
/// Rows of Task.csv.
pub const TASKS: u64 = 3000;

/// The columns of User.csv.
pub const USER: &[&str] = &[
    "Id",
    "Username",
    "Email",
    "FirstName",
    "LastName",
    "Alias",
    "IsActive",
    "UserType",
    "Title",
    "Department",
    "TimeZoneSidKey",
    "LocaleSidKey",
    "LanguageLocaleKey",
    "CreatedDate",
    "LastModifiedDate",
];
/// The columns of Opportunity.csv.
pub const DEAL: &[&str] = &[
    "Id",
    "IsDeleted",
    "Name",
    "AccountId",
    "ContactId",
    "StageName",
    "Amount",
    "Probability",
    "CloseDate",
    "IsClosed",
    "IsWon",
    "Type",
    "LeadSource",
    "OwnerId",
    "CreatedDate",
    "LastModifiedDate",
];
/// The columns of Task.csv.
pub const TASK: &[&str] = &[
    "Id",
    "IsDeleted",
    "WhoId",
    "WhatId",
    "AccountId",
    "Subject",
    "Status",
    "Priority",
    "IsClosed",
    "ActivityDate",
    "TaskSubtype",
    "OwnerId",
    "CreatedDate",
    "LastModifiedDate",
];

const STAGES: &[(&str, &str, bool, bool)] = &[
    ("Prospecting", "10", false, false),
    ("Needs Analysis", "20", false, false),
    ("Proposal/Price Quote", "75", false, false),
    ("Negotiation/Review", "90", false, false),
    ("Closed Won", "100", true, true),
    ("Closed Lost", "0", true, false),
];

/// Writes a user.
pub fn user(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(4, index);
    let words = &world.country(index as usize % 6).words;
    let (given, family) = (
        random.pick(words.list("given")),
        surname(words, &mut random),
    );
    let login = format!(
        "{}.{}{index}@seller.example",
        slug(given, '.'),
        slug(&family, '-')
    );
    sheet.cell(&long("005", index));
    sheet.cell(&login);
    sheet.cell(&login);
    sheet.cell(given);
    sheet.cell(&family);
    sheet.cell(&format!("u{index}"));
    sheet.flag(index < USERS - INACTIVE);
    sheet.cell("Standard");
    sheet.cell(random.pick(words.list("title")));
    sheet.cell(random.pick(words.list("department")));
    sheet.cell("America/New_York");
    sheet.cell("en_US");
    sheet.cell("en_US");
    stamps(&mut random, sheet);
    sheet.end()
}

/// Writes a deal.
pub fn deal(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(5, index);
    let (account, contact) = (random.below(world.accounts), random.below(world.contacts));
    let at = random.below(STAGES.len() as u64) as usize;
    let (stage, probability, closed, won) = STAGES.get(at).copied().unwrap_or_default();
    sheet.cell(&long("006", index));
    sheet.flag(random.chance(30));
    sheet.cell(&format!(
        "{} - {}",
        world.firm(account).name,
        2015 + random.below(10)
    ));
    sheet.cell(&trap::link("001", account, &mut random));
    sheet.cell(&trap::some(7000, long("003", contact), &mut random));
    sheet.cell(stage);
    sheet.cell(&format!("{}.0", 500 * random.low(400)));
    sheet.cell(probability);
    sheet.cell(&Moment::any(&mut random).date());
    sheet.flag(closed);
    sheet.flag(won);
    sheet.cell(random.pick(&["New Business", "Existing Business"]));
    sheet.cell(random.pick(SOURCES));
    sheet.cell(&trap::owner(&mut random));
    stamps(&mut random, sheet);
    sheet.end()
}

/// Writes a task: who is a contact or a lead, what a deal.
pub fn task(world: &World, index: u64, sheet: &mut Sheet) -> io::Result<()> {
    let mut random = world.row(6, index);
    let lead = random.chance(3000);
    let who = if lead {
        long("00Q", random.below(world.leads))
    } else {
        long("003", random.below(world.contacts))
    };
    let done = random.chance(6000);
    sheet.cell(&long("00T", index));
    sheet.flag(false);
    sheet.cell(&who);
    sheet.cell(&if lead {
        String::new()
    } else {
        long("006", random.below(DEALS))
    });
    sheet.cell("");
    sheet.cell(random.pick(&[
        "Call",
        "Send Letter",
        "Send Quote",
        "Re: offer, \"urgent\"",
        "Other",
    ]));
    sheet.cell(if done {
        "Completed"
    } else {
        random.pick(&["Not Started", "In Progress", "Deferred"])
    });
    sheet.cell(random.pick(&["Normal", "High", "Low"]));
    sheet.flag(done);
    sheet.cell(&Moment::any(&mut random).date());
    sheet.cell(random.pick(&["Task", "Email", "Call"]));
    sheet.cell(&trap::owner(&mut random));
    stamps(&mut random, sheet);
    sheet.end()
}

fn stamps(random: &mut Random, sheet: &mut Sheet) {
    let created = Moment::any(random);
    sheet.cell(&created.stamp());
    sheet.cell(&created.later(random).stamp());
}
