//! Valid profiles at random: objects of both kinds, columns over most types of fields, every transform, values with
//! claims, families, links by id, and write blocks with all that a target may ask.

use super::choices::Choices;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// The object's own id.
    Id,
    /// The id of a row of another object.
    Link(&'static str),
    /// A few texts to choose from.
    Few(&'static [&'static str]),
}

/// A column of a random object.
#[derive(Clone, Debug)]
pub struct Column {
    /// How its header reads in a table.
    pub header: String,
    /// Its key in the profile.
    pub key: String,
    /// What it holds.
    pub holds: Holds,
    /// Its name in the list below.
    name: &'static str,
}

/// A random object.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A random profile.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its text.
    pub yaml: String,
    /// Its objects that have files of their own.
    pub objects: Vec<Object>,
}

/// Name, what it becomes (one of several), what it holds.
type Line = (&'static str, &'static [&'static str], Holds);

use Holds::{Few, Id, Link};

const GIVEN: Holds = Few(&[
    "Ana",
    "JOSÉ LUIS",
    "maría",
    "Jo",
    "J",
    "Ann",
    "Bob",
    "\"Pepe\"",
    "Zoë",
]);
const FAMILY: Holds = Few(&[
    "Lee",
    "García López",
    "garcía",
    "DE LA CRUZ",
    "O'Neil",
    "Müller",
    "Ray",
    "Nuñez, hijo",
]);
#[rustfmt::skip]
const MAIL: Holds = Few(&[
    "ann@one.example", "BOB@two.example", "mailto:jo@three.example", "info@one.example", "home@gmail.com", "n/a",
    "not an address", "ana@four.example;ana@gmail.com", "lee@one.example", "zoë@fünf.example", "ray@two.example",
]);
#[rustfmt::skip]
const PHONE: Holds = Few(&["+34 612 345 678", "0034 91 555 12 34", "(212) 555-0117", "12", "55 5555 0025", "+12125550118 x12", "5.25512E+11", "000000000"]);
#[rustfmt::skip]
const TEXT: Holds = Few(&["Sales", "x-Head of things", "ACME_one:two", "12 kg", "=1+1", "two\nlines", "a;b,c|d", "say \"hi\"", "-", "ärger und Öl", "some text that is rather longer than the others are"]);
const ORG: Holds = Few(&[
    "One S.A. de C.V.",
    "Two, Inc.",
    "ONE",
    "Three GmbH",
    "Lee",
    "n/a",
    "Four & Sons Ltd.",
]);
const WEB: Holds = Few(&[
    "www.one.example",
    "https://two.example/x?y=1",
    "three.example",
    "linkedin.com/in/x",
    "no web",
]);
#[rustfmt::skip]
const DATE: Holds = Few(&["2024-02-29", "03/04/2021", "31/12/1999", "12/31/1999", "5 de enero de 2020", "never", "2024-13-01", "1.2.2003"]);
const MOMENT: Holds = Few(&[
    "2024-02-29T10:11:12.000Z",
    "2023-01-05 07:08",
    "2022-06-26T09:05:11+0200",
    "01/02/2023 14:30",
    "soon",
    "2021-07-08",
]);
const NUMBER: Holds = Few(&[
    "12", "1,234.50", "1.234,50", "1.234", "many", "-7", "1.5E+06",
]);
const FLAG: Holds = Few(&["true", "false", "sí", "0", "perhaps", "X"]);
const STATUS: Holds = Few(&[
    "Open", "working", "Won", "LOST", "Bought", "Strange", "Partner",
]);
const SOURCE: Holds = Few(&["Web", "fair", "Call", "Else"]);
const OWNER: Holds = Few(&["005A", "005B", "boss@seller.example", "Nobody Known"]);
const LAND: Holds = Few(&["Spain", "MX", "Estados Unidos", "Atlantis", "deutschland"]);
const PLACE: Holds = Few(&["Madrid", "CA", "Nuevo León", "Bayern", "Nowhere"]);
const TAGS: Holds = Few(&["a|b", "one", "a|a|b|", ";", "x;y"]);

#[rustfmt::skip]
const TEXT_STEPS: &[&str] = &[
    "title", "title | trim", "title | lower", "title | upper | trim", "title | title", "title | digits",
    "title | strip_prefix(\"x-\")", "title | strip_suffix(\" kg\")", "title | before(\":\")", "title | after(\":\")",
    "title | replace(\"_\", \" \")", "title | split(\"|\")", "title | epoch_ms",
];

#[rustfmt::skip]
const PERSON: &[Line] = &[
    ("Key", &["origin.id"], Id),
    ("Surname", &["name.family", "name.family | trim", "name.family | title"], FAMILY),
    ("First", &["name.given"], GIVEN),
    ("Mail", &["email", "email | lower", "email | strip_prefix(\"mailto:\")"], MAIL),
    ("Phase", &["status", "status | lower"], STATUS),
    ("Firm", &["organization.name", "organization.name | trim"], ORG),
    ("Firm Ref", &["organization.id -> firms", "organization.id -> firms or people"], Link("firms")),
    ("Post", TEXT_STEPS, TEXT),
    ("Tel", &["phone", "phone | digits", "phone | after(\"tel:\")"], PHONE),
    ("Cell", &["phone.mobile"], PHONE),
    ("Mail * Addr", &["email", "email.other"], MAIL),
    ("Whole Name", &["name.full"], Few(&["Ana García", "LEE, BOB", "Dr. Jo Ray Jr.", "x"])),
    ("Greeting", &["name.prefix"], Few(&["Mr.", "Dra.", "Ms."])),
    ("Dept", &["department", "department | replace(\"e\", \"i\")", "department | split(\"|\")"], TEXT),
    ("Web", &["website, organization.domain", "website", "organization.domain"], WEB),
    ("Street", &["address.street"], TEXT),
    ("Town", &["address.city | trim"], PLACE),
    ("Province", &["address.region"], PLACE),
    ("Zip", &["address.postal_code"], NUMBER),
    ("Land", &["address.country"], LAND),
    ("Rep", &["owner -> staff", "owner"], OWNER),
    ("Origin", &["lead.source"], SOURCE),
    ("Score", &["lead.score"], NUMBER),
    ("Born", &["birthday"], DATE),
    ("Made", &["created_at"], MOMENT),
    ("Made Ms", &["stage.entered_at.mql | epoch_ms"], Few(&["1609459200000", "1700000000123", "x"])),
    ("Changed", &["modified_at"], MOMENT),
    ("No Mail", &["consent.email"], FLAG),
    ("Tongue", &["language"], Few(&["es", "English", "pt_BR", "Klingon"])),
    ("Coin", &["currency"], Few(&["EUR", "US$", "peso"])),
    ("Worth", &["deal.amount"], NUMBER),
    ("Sex", &["gender"], Few(&["m", "mujer", "?"])),
    ("Labels", &["tags | split(\"|\")", "tags"], TAGS),
    ("Notes", &["description"], TEXT),
    ("Bounced", &["email.bounced"], FLAG),
    ("Gone", &["deleted"], Few(&["false", "", "true"])),
    ("Boss", &["manager -> people"], Link("people")),
    ("Shade", &["custom.shade", "custom.shade | upper"], TEXT),
    ("Junk", &["drop(nobody needs it)"], TEXT),
    ("Extra", &["keep"], TEXT),
    ("Turned Into", &["became.person -> people"], Link("people")),
    ("Turned Firm", &["became.organization -> firms"], Link("firms")),
];

#[rustfmt::skip]
const FIRM: &[Line] = &[
    ("Key", &["origin.id"], Id),
    ("Title", &["organization.name", "organization.name | trim"], ORG),
    ("Domain", &["organization.domain", "website, organization.domain"], WEB),
    ("Phase", &["status"], STATUS),
    ("Parent", &["organization.parent -> firms"], Link("firms")),
    ("Tel", &["phone"], PHONE),
    ("Sector", &["organization.industry"], SOURCE),
    ("Sort", &["organization.type"], STATUS),
    ("Heads", &["organization.employees"], NUMBER),
    ("Turnover", &["organization.revenue"], NUMBER),
    ("Town", &["address.city"], PLACE),
    ("Land", &["address.country"], LAND),
    ("Rep", &["owner"], OWNER),
    ("Mail", &["email"], MAIL),
    ("Gone", &["deleted"], Few(&["false", "true"])),
    ("Junk", &["drop(nobody needs it)"], TEXT),
    ("Extra", &["keep"], TEXT),
    ("Human", &["keep"], FLAG),
    ("Last", &["keep"], FAMILY),
];

const STAFF: &[Line] = &[
    ("Login", &["origin.id"], OWNER),
    (
        "User Mail",
        &["user.email"],
        Few(&["ann@seller.example", "bob@seller.example"]),
    ),
    ("Live", &["user.active"], FLAG),
];

const NAMES: [(&str, &str, &[Line]); 4] = [
    ("people", "P", PERSON),
    ("firms", "F", FIRM),
    ("suspects", "Q", PERSON),
    ("staff", "U", STAFF),
];

/// A random profile of that name; `tag` stands before its columns, so that two profiles differ.
pub fn profile(choices: &mut Choices, name: &str, tag: &str) -> Profile {
    let mut yaml = format!("profile: {name}\n{}objects:\n", formats(choices));
    let mut objects = Vec::new();
    let chosen: Vec<_> = NAMES
        .iter()
        .enumerate()
        .filter(|(at, _)| *at < 2 || choices.chance(50))
        .map(|(_, name)| *name)
        .collect();
    let has = |name: &str| chosen.iter().any(|(known, ..)| *known == name);
    for (object, letter, lines) in &chosen {
        let columns = columns(choices, lines, &format!("{tag}{letter}"), &has);
        yaml += &object_yaml(choices, object, tag, &columns, &has);
        if *object == "firms" && choices.chance(30) {
            yaml += &people_among_firms(&columns);
        }
        objects.push(Object {
            name: object,
            columns: columns.into_iter().map(|(column, _)| column).collect(),
        });
    }
    yaml += &import(choices, tag);
    Profile { yaml, objects }
}

fn formats(choices: &mut Choices) -> String {
    let mut lines = String::from("formats:\n");
    for (key, values) in [
        ("date_order", &["column", "dmy", "mdy", "ymd"][..]),
        ("date", &["iso8601", "\"%d/%m/%Y\""]),
        ("datetime", &["iso8601", "\"%Y-%m-%d %H:%M\""]),
        ("number", &["column", "\"1.234,56\"", "\"1,234.56\""]),
        ("boolean", &["[\"true\", \"false\"]", "[\"1\", \"0\"]"]),
        ("list", &["\";\"", "\"|\""]),
        ("country", &["name", "alpha2"]),
        ("empty", &["[\"-\", lost, One]"]),
        ("region", &["name", "code"]),
        ("timezone", &["UTC", "America/Mexico_City"]),
        ("phone_region", &["\"\"", "ES", "US"]),
    ] {
        if choices.chance(40) {
            lines += &format!("  {key}: {}\n", choices.one(values));
        }
    }
    if lines.len() < 10 {
        String::new()
    } else {
        lines
    }
}

fn columns(
    choices: &mut Choices,
    lines: &[Line],
    tag: &str,
    has: &dyn Fn(&str) -> bool,
) -> Vec<(Column, &'static str)> {
    let mut columns = Vec::new();
    for (at, (name, becomes, holds)) in lines.iter().enumerate() {
        let does = choices.one(becomes);
        if at < 4 || choices.chance(65) {
            let does = if has("staff") {
                does
            } else {
                does.split(" -> staff").next().unwrap_or(does)
            };
            let key = format!("{tag} {name}");
            let header = key.replace('*', ["2", "Other", "7"][choices.below(3)]);
            columns.push((
                Column {
                    header,
                    key,
                    holds: *holds,
                    name,
                },
                does,
            ));
        }
    }
    columns
}

const MEANINGS: [(&str, &str); 6] = [
    ("Open", "{stage: interested, labels: [Offen]}"),
    ("Working", "{stage: engaged, temperature: warm}"),
    ("Won", "{stage: opportunity, converted: \"yes\"}"),
    ("Lost", "{stage: disqualified, temperature: cold}"),
    ("Bought", "{stage: customer, value: bought}"),
    ("Partner", "{roles: [partner, supplier]}"),
];

fn object_yaml(
    choices: &mut Choices,
    name: &str,
    tag: &str,
    columns: &[(Column, &str)],
    has: &dyn Fn(&str) -> bool,
) -> String {
    let kind = match name {
        "staff" => "user",
        "firms" => "organization",
        _ => "person",
    };
    let prefix = match name {
        "firms" => "001",
        "suspects" => "00Q",
        "staff" => "005",
        _ => "003",
    };
    let mut yaml = format!(
        "  {name}:\n    kind: {kind}\n    id_prefix: [\"{prefix}\"]\n    noise: [\"sys_*\"]\n    columns:\n"
    );
    for (column, does) in columns {
        yaml += &format!("      \"{}\": '{does}'\n", column.key);
    }
    let key = |wanted: &str| {
        columns
            .iter()
            .find(|(column, _)| column.name == wanted)
            .map(|(column, _)| column.key.as_str())
    };
    let mut values = String::new();
    for status in [key("Phase"), key("Sort")].into_iter().flatten() {
        values += &format!("      \"{status}\":\n");
        let left_out = choices.below(MEANINGS.len() * 2);
        for (_, (stored, meaning)) in MEANINGS
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != left_out)
        {
            values += &format!("        \"{stored}\": {meaning}\n");
        }
    }
    if let Some(source) = key("Origin").or(key("Sector")) {
        values += &format!(
            "      \"{source}\":\n        Web: web_form\n        {tag}Fair: trade_show\n        Fair: trade_show\n        Call: phone\n"
        );
    }
    if let Some(opted) = key("No Mail").filter(|_| choices.chance(60)) {
        values +=
            &format!("      \"{opted}\":\n        \"true\": \"no\"\n        \"false\": unknown\n");
    }
    if !values.is_empty() {
        yaml += &format!("    values:\n{values}");
    }
    if kind != "user" {
        yaml += &declares(choices, kind);
        yaml += &super::writes::write(choices, name, tag, columns, has);
    }
    yaml
}

fn declares(choices: &mut Choices, kind: &str) -> String {
    match (kind, choices.below(3)) {
        ("organization", _) => "    declares:\n      - {class: organization}\n".to_string(),
        (_, 0) => String::new(),
        (_, 1) => "    declares:\n      - {class: lead, when: stage == \"opportunity\"}\n      - {class: contact}\n".to_string(),
        _ => "    declares:\n      - {class: contact, when: converted == \"yes\"}\n      - {class: prospect, when: reached(\"interested\")}\n".to_string(),
    }
}

/// People who stand in the file of the companies.
fn people_among_firms(columns: &[(Column, &str)]) -> String {
    let key = |wanted: &str| {
        columns
            .iter()
            .find(|(column, _)| column.name == wanted)
            .map(|(column, _)| column.key.as_str())
    };
    let (Some(human), Some(last), Some(id), Some(mail)) =
        (key("Human"), key("Last"), key("Key"), key("Mail"))
    else {
        return String::new();
    };
    format!(
        "  humans:\n    kind: person\n    rows_of: firms\n    when: col[\"{human}\"] == \"true\"\n    columns:\n      \"{id}\": origin.id\n      \"{last}\": name.family\n      \"{mail}\": email\n      \"{human}\": drop(said by its box)\n"
    )
}

fn import(choices: &mut Choices, tag: &str) -> String {
    let mut yaml = format!(
        "import:\n  order: [firms, people]\n  identity: {{column: \"{tag} Legacy\", type: text, about: make it}}\n"
    );
    if choices.chance(30) {
        yaml += &format!("  identities: {{firms: \"{tag} Firm Legacy\"}}\n");
    }
    if choices.chance(30) {
        yaml += &format!("  limits: {{rows: {}}}\n", 2 + choices.below(6));
    } else if choices.chance(30) {
        yaml += "  limits: {bytes: 2KB}\n";
    }
    if choices.chance(50) {
        yaml += "  opt_outs: {file: stop, columns: {Adresse: email}, constants: {Out: \"1\"}, about: load it}\n";
    }
    match choices.below(4) {
        1 => yaml += "owners: {fallback: ops@seller.example}\n",
        2 => yaml += "owners: {map: {\"005A\": ann@seller.example}}\n",
        _ => {}
    }
    match choices.below(8) {
        6 => yaml += "select: stage != \"disqualified\"\n",
        7 => yaml += "select: 'f[\"email\"] != \"\"'\n",
        _ => {}
    }
    yaml
}
