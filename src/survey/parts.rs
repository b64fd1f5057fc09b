//! Which part each column of a table plays in telling parties apart: by what the profile says of it, else by the words of
//! its header where its cells bear them out, else by its cells alone.

use super::evidence::spaced;
use super::fold::fold;
use super::whose_name::Names;
use crate::lexicon::{HeaderSays, header_says, party_kind, placeholder, title};
use crate::model::axis::Kind;
use crate::model::field::{Type, type_of};
use crate::model::shown::Part;
use crate::profile::schema::{Does, Object};

/// What is known of a column before its cells are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<'a> {
    /// The canonical field that the profile maps it to.
    Field(&'a str),
    /// The profile doesn't know it.
    Unknown,
    /// It is no evidence: the profile drops it, or somebody says so.
    Nothing,
}

/// A column, and some of its cells.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    /// Its header.
    pub header: &'a str,
    /// What is known of it.
    pub known: Known<'a>,
    /// Whether the profile is sure of its columns: a vendor's is, that of plain tables reads their headers.
    pub sure: bool,
    /// Cells that stand for something.
    pub cells: Vec<&'a str>,
}

/// The columns of a run that are told from each other by name: identifiers, and those that nobody recognised.
#[derive(Clone, Debug, Default)]
pub struct Numbered {
    /// Identifiers; `Part::Identifier` is an index into them.
    pub identifiers: Vec<String>,
    /// Other columns, by their headers; `Part::Other` is an index into them.
    pub others: Vec<String>,
}

impl Numbered {
    fn identifier(&mut self, name: &str) -> Part {
        Part::Identifier(number(&mut self.identifiers, name))
    }

    fn other(&mut self, header: &str) -> Part {
        Part::Other(number(&mut self.others, header))
    }
}

/// The place of a name in a list, to which it is added if it isn't there.
fn number(names: &mut Vec<String>, name: &str) -> u16 {
    let folded = fold(name);
    let known = names.iter().position(|known| fold(known) == folded);
    let at = known.unwrap_or_else(|| {
        names.push(name.to_string());
        names.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// The part of each column of a table, if it plays one. Numbers are given so that columns of one name have one number in
/// all tables of a run.
pub fn parts(columns: &[Seen], numbered: &mut Numbered) -> Vec<Option<Part>> {
    let mut parts = Vec::with_capacity(columns.len());
    for column in columns {
        let part = match part(column) {
            Some(Role::Part(part)) => Some(part),
            Some(Role::Identifier(name)) => {
                let fresh = numbered.identifier(&name);
                let taken = parts.contains(&Some(fresh));
                Some(if taken {
                    numbered.identifier(&format!("{name}: {}", column.header))
                } else {
                    fresh
                })
            }
            Some(Role::Other) => Some(numbered.other(column.header)),
            None => None,
        };
        parts.push(part);
    }
    whose_names(columns, &mut parts);
    somebody_there(columns, &mut parts, numbered);
    parts
}

/// Whether some column holds people's names.
pub fn names_people(parts: &[Option<Part>]) -> bool {
    let name = |part: &Option<Part>| {
        use Part::{Family, FullName, Given, NativeName};
        matches!(part, Some(Given | Family | FullName | NativeName))
    };
    parts.iter().any(name)
}

/// Whether columns of these parts tell parties: one names or reaches a party, or only one party has it.
pub fn tell_parties(parts: &[Option<Part>]) -> bool {
    use Part::{Company, Email, Identifier, Phone};
    let tells = |part: &Option<Part>| matches!(part, Some(Company | Email | Phone | Identifier(_)));
    names_people(parts) || parts.iter().any(tells)
}

/// The object's column, if it has one, by which a column that plays this part is read.
pub fn column_of(object: &Object, part: Part) -> Option<usize> {
    let field = FIELDS.iter().find(|(_, known)| *known == part)?.0;
    let reads = |does: &Does| {
        matches!(does, Does::Fields { fields, link_to, transforms }
            if fields.as_slice() == [field] && link_to.is_empty() && transforms.is_empty())
    };
    (object.columns.iter()).position(|column| !column.key.contains('*') && reads(&column.does))
}

/// What a column is, before it is numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Role {
    Part(Part),
    Identifier(String),
    Other,
}

/// The canonical fields that a part is read as; of several, the first is the main one.
const FIELDS: [(&str, Part); 32] = [
    ("name.given", Part::Given),
    ("name.middle", Part::Middle),
    ("name.family", Part::Family),
    ("name.full", Part::FullName),
    ("name.suffix", Part::Suffix),
    ("organization.name", Part::Company),
    ("email", Part::Email),
    ("email.other", Part::Email),
    ("phone", Part::Phone),
    ("phone.mobile", Part::Phone),
    ("phone.home", Part::Phone),
    ("phone.fax", Part::Phone),
    ("phone.other", Part::Phone),
    ("website", Part::Website),
    ("organization.domain", Part::Website),
    ("address.street", Part::Street),
    ("address.street2", Part::Street),
    ("address.city", Part::City),
    ("address.postal_code", Part::PostalCode),
    ("address.region", Part::Region),
    ("address.country", Part::Country),
    ("address.other.street", Part::Street),
    ("address.other.street2", Part::Street),
    ("address.other.city", Part::City),
    ("address.other.postal_code", Part::PostalCode),
    ("address.other.region", Part::Region),
    ("address.other.country", Part::Country),
    ("birthday", Part::Birth),
    ("gender", Part::Gender),
    ("title", Part::Title),
    ("organization.type", Part::PartyType),
    ("user.email", Part::Email),
];

/// Fields that say nothing of who a party is, beside ids, links, dates and flags.
const SILENT: [&str; 15] = [
    "status",
    "lead.source",
    "lead.source_detail",
    "lead.score",
    "campaign",
    "consent.basis",
    "consent.source",
    "description",
    "tags",
    "assistant",
    "phone.assistant",
    "name.prefix",
    "became.deal",
    "interest",
    "customer_number",
];

/// The part that a field plays in a record.
pub fn part_of_field(field: &str) -> Option<Part> {
    let known = FIELDS.iter().find(|(name, _)| *name == field);
    known.map(|(_, part)| *part)
}

/// A column's part by the field that the profile maps it to.
fn by_field(column: &Seen, field: &str) -> Option<Role> {
    if let Some(part) = part_of_field(field) {
        let believed = match part {
            Part::PartyType => bears_out(column, part),
            _ => column.sure || bears_out(column, part),
        };
        return Some(if believed {
            Role::Part(part)
        } else {
            by_cells(column)
        });
    }
    if ["organization.tax_id", "person.tax_id", "person.documents"].contains(&field) {
        let said = says(column).into_iter().find_map(|said| match said {
            HeaderSays::Identifier(name) => Some(name),
            _ => None,
        });
        return Some(Role::Identifier(said.unwrap_or(field).to_string()));
    }
    let silent = SILENT.contains(&field)
        || ["deal.", "stage.", "activity.", "user."]
            .iter()
            .any(|start| field.starts_with(start));
    match type_of(field) {
        Some(Type::Date | Type::Time | Type::Flag | Type::Consent | Type::Link | Type::Owner) => {
            None
        }
        Some(Type::Id | Type::Money | Type::Currency) | None => None,
        _ if silent || field == "origin.external_ids" => None,
        Some(_) if column.sure => Some(Role::Other),
        Some(_) => Some(by_cells(column)),
    }
}

fn part(column: &Seen) -> Option<Role> {
    match column.known {
        Known::Nothing => None,
        Known::Field(field) if !field.starts_with("custom.") => by_field(column, field),
        // Of what a vendor's profile knows and has no field for, only a number tells a party.
        Known::Field(_) if column.sure => match by_words(column) {
            Some(Role::Identifier(name)) => Some(Role::Identifier(name)),
            _ => None,
        },
        _ => by_words(column),
    }
}

/// A column's part by the words of its header, as far as its cells bear them out. Of an empty one, what they say: further
/// down there may be cells.
fn by_words(column: &Seen) -> Option<Role> {
    let nothing = column.cells.is_empty() || counts_rows(&column.cells);
    for said in says(column) {
        match said {
            HeaderSays::Nothing => return None,
            HeaderSays::Other => return (!nothing).then_some(Role::Other),
            HeaderSays::Part(part) if bears_out(column, part) => return Some(Role::Part(part)),
            HeaderSays::Identifier(name) if is_mostly(column, is_number) => {
                return Some(Role::Identifier(name.to_string()));
            }
            HeaderSays::Part(_) | HeaderSays::Identifier(_) => {}
        }
    }
    (!nothing).then(|| by_cells(column))
}

fn by_cells(column: &Seen) -> Role {
    let alone = [
        (Part::Email, is_email as fn(&str) -> bool),
        (Part::Website, is_plain_url),
    ];
    let found = alone
        .iter()
        .find(|(_, is)| !column.cells.is_empty() && is_mostly(column, is));
    found.map_or(Role::Other, |(part, _)| Role::Part(*part))
}

/// What a header says by its words, without numbers: `fname_c1`, `Address1`.
fn says(column: &Seen) -> Vec<HeaderSays> {
    header_says(&words(column.header))
}

fn words(header: &str) -> Vec<String> {
    let all = spaced(header);
    let parts = all
        .iter()
        .flat_map(|word| word.split(|c: char| c.is_ascii_digit()));
    parts
        .filter(|word| !word.is_empty())
        .map(str::to_string)
        .collect()
}

/// Whether a header is a word for a name, and nothing else.
fn is_bare_name(header: &str) -> bool {
    let words = words(header);
    words.len() == 1 && header_says(&words).contains(&HeaderSays::Part(Part::FullName))
}

/// A bare `name` without columns of people beside it is people's or organizations' by its cells.
fn whose_names(columns: &[Seen], parts: &mut [Option<Part>]) {
    let is = |wanted: Part| parts.contains(&Some(wanted));
    if is(Part::Given) || is(Part::Family) || columns.iter().any(|column| column.sure) {
        return;
    }
    let born = is(Part::Birth) || is(Part::BirthYear);
    let alone = parts
        .iter()
        .filter(|part| matches!(part, Some(Part::FullName)))
        .count()
        == 1;
    let employer = is(Part::Company);
    for (column, part) in columns.iter().zip(parts) {
        let whose = || Names::of(column.cells.iter().copied()).whose();
        let filled = !column.cells.is_empty();
        match part {
            Some(Part::FullName)
                if filled && alone && !born && !employer && whose() == Kind::Organization =>
            {
                *part = Some(Part::Company);
            }
            Some(Part::Company)
                if filled && is_bare_name(column.header) && whose() == Kind::Person =>
            {
                *part = Some(Part::FullName);
            }
            _ => {}
        }
    }
}

/// Beside an organization's own name, a person's is that of somebody there.
fn somebody_there(columns: &[Seen], parts: &mut [Option<Part>], numbered: &mut Numbered) {
    let own = |(column, part): (&Seen, &Option<Part>)| {
        *part == Some(Part::Company) && is_bare_name(column.header)
    };
    if !columns.iter().zip(parts.iter()).any(own) {
        return;
    }
    for (column, part) in columns.iter().zip(parts) {
        if matches!(part, Some(Part::FullName)) {
            *part = Some(numbered.other(column.header));
        }
    }
}

/// Whether a column's cells can be what its header says: more than half of them. An empty column contradicts nothing.
fn bears_out(column: &Seen, part: Part) -> bool {
    use Part::{
        Address, Apart, Birth, BirthDay, BirthMonth, BirthYear, City, Company, Country, Email,
        Family, FullName, Gender, Given, House, Identifier, Middle, NativeName, Other, PartyType,
        Phone, PostalCode, Region, Street, Suffix, Title, Website,
    };
    match part {
        Email => is_mostly(column, is_email),
        Phone => is_mostly(column, is_phone),
        Website => is_mostly(column, is_url),
        Birth => is_mostly(column, is_date),
        BirthYear => is_mostly(column, is_year),
        BirthMonth => is_mostly(column, |cell| is_up_to(cell, 12) || !has_digit(cell)),
        BirthDay => is_mostly(column, |cell| is_up_to(cell, 31)),
        House => is_mostly(column, |cell| has_digit(cell) && cell.len() <= 12),
        PostalCode => is_mostly(column, |cell| has_digit(cell) && cell.len() <= 12),
        PartyType => !column.cells.is_empty() && is_mostly(column, is_kind),
        Title => is_mostly(column, |cell| is_text(cell) && title(cell).is_none()),
        Gender => is_mostly(column, |cell| cell.chars().count() <= 12),
        Given | Middle | Family | FullName | NativeName | Suffix | Company | City | Region
        | Country | Street | Address => is_mostly(column, is_text),
        Identifier(_) | Other(_) | Apart(_) => true,
    }
}

/// Whether more than half of the cells are so; all, where there are none.
fn is_mostly(column: &Seen, is: impl Fn(&str) -> bool) -> bool {
    let cells = || column.cells.iter().filter(|cell| !placeholder(cell));
    let good = cells().filter(|cell| is(cell)).count();
    good * 2 > cells().count() || cells().next().is_none()
}

fn is_email(cell: &str) -> bool {
    let parts = cell.rsplit_once('@');
    parts.is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'))
}

fn is_url(cell: &str) -> bool {
    let signs = |c: char| c.is_whitespace() || c == '@';
    cell.contains('.') && !cell.contains(signs) && cell.contains(char::is_alphabetic)
}

/// An address that shows that it is one: it begins as one, or ends with a domain that is known well.
fn is_plain_url(cell: &str) -> bool {
    const ENDS: [&str; 9] = [
        ".com", ".org", ".net", ".edu", ".gov", ".es", ".de", ".fr", ".co.uk",
    ];
    let low = cell.to_lowercase();
    let begins = low.starts_with("www.") || low.starts_with("http");
    is_url(&low) && (begins || ENDS.iter().any(|end| low.ends_with(end)))
}

fn digits(cell: &str) -> usize {
    cell.bytes().filter(u8::is_ascii_digit).count()
}

fn has_digit(cell: &str) -> bool {
    digits(cell) > 0
}

fn is_phone(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    (6..=20).contains(&digits(cell)) && letters <= 6
}

fn is_date(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    (3..=20).contains(&digits(cell)) && letters <= 12
}

fn is_year(cell: &str) -> bool {
    let year = cell.trim_end_matches(".0").parse::<u32>();
    year.is_ok_and(|year| (1850..2100).contains(&year) || year < 100)
}

fn is_up_to(cell: &str, most: u32) -> bool {
    let number = cell.trim_end_matches(".0").parse::<u32>();
    number.is_ok_and(|number| (1..=most).contains(&number))
}

fn is_number(cell: &str) -> bool {
    has_digit(cell) && cell.len() <= 40 && !cell.contains('@')
}

fn is_text(cell: &str) -> bool {
    cell.contains(char::is_alphabetic) && !is_email(cell) && !cell.contains("://")
}

fn is_kind(cell: &str) -> bool {
    party_kind(&fold(cell)).is_some()
}

/// Whether whole numbers rise from cell to cell: they count the rows.
fn counts_rows(cells: &[&str]) -> bool {
    const ENOUGH: usize = 5;
    let numbers: Option<Vec<u64>> = cells.iter().map(|cell| cell.parse().ok()).collect();
    numbers.is_some_and(|numbers| numbers.len() >= ENOUGH && numbers.is_sorted_by(|a, b| a < b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of the parts of unknown columns: (header, cell).
    fn told(columns: &[(&str, &str)]) -> Vec<&'static str> {
        let seen: Vec<Seen> = columns
            .iter()
            .map(|(header, cell)| Seen {
                header,
                known: Known::Unknown,
                sure: false,
                cells: vec![*cell; usize::from(!cell.is_empty())],
            })
            .collect();
        let parts = parts(&seen, &mut Numbered::default());
        parts
            .iter()
            .map(|part| part.map_or("", Part::name))
            .collect()
    }

    #[test]
    fn headers_of_any_table_in_any_of_five_languages_are_known() {
        for (part, cell, headers) in [
            (
                "given",
                "Ann",
                "fname_c1|FirstName|GIVEN_NAMES|PRIMARY_NAME_FIRST|forename1|Vorname|Prénom(s)|contactFirstName|nombre de pila",
            ),
            (
                "family",
                "Lee",
                "lname_c2|LastName|Surname|voter last name|Apellido 1|Nachname|Sobrenome|Nom de famille|Cognome",
            ),
            (
                "full_name",
                "Ann Lee",
                "patient_name|FullName|Nombre completo|student name|Customer Name|name_full|Nombre y apellidos",
            ),
            (
                "company",
                "Acme",
                "site name|SchoolName|Razón social|Raison sociale|Firmenname|facility_name|PRIMARY_NAME_ORG|legalName|Employer",
            ),
            (
                "email",
                "ann@acme.example",
                "EMAIL_ADDRESS|e-mail 2|Correo electrónico|workEmail|Courriel|emailAddr",
            ),
            (
                "phone",
                "+34 950 454 221",
                "PHONE_NUMBER|Tel. (home)|Teléfono fijo|mobile_no|Handynummer|fax|cell#",
            ),
            (
                "website",
                "acme.example",
                "homepage|Web|company_url|Sitio web|Webseite",
            ),
            ("house", "12b", "street_number|houseNo|Hausnummer|civic no"),
            (
                "street",
                "Elm St 1",
                "ADDR_LINE1|address1|Straße|Calle|mailing_address|Rue|home address",
            ),
            (
                "city",
                "Leeds",
                "suburb|ADDR_CITY|Población|Wohnort|Ville|municipality|town_name",
            ),
            (
                "postal_code",
                "LS1 5XL",
                "postcode|ADDR_POSTAL_CODE|Código postal|PLZ|zip5|post_code",
            ),
            (
                "region",
                "NV",
                "state|ADDR_STATE|Provincia|Bundesland|county_name",
            ),
            ("country", "Spain", "ADDR_COUNTRY|País|Land|country_code"),
            (
                "birth",
                "12/11/1978",
                "DATE_OF_BIRTH|dob|Geburtsdatum|Fecha de nacimiento|birthDate|date de naissance",
            ),
            (
                "birth_year",
                "1978",
                "by|birth_year|Geburtsjahr|Año de nacimiento|year of birth|YOB",
            ),
            ("birth_month", "11", "bm|birthMonth|month of birth"),
            ("birth_day", "12", "bd|birth_day|day of birth"),
            (
                "identifier",
                "X12",
                "soc_sec_id|SSN|NATIONAL_ID_NUMBER|TAX_ID_NUMBER|passportNo|CIF/NIF|drivers_license_number|Steuernummer|SIRET|VAT number",
            ),
            (
                "party_type",
                "person",
                "RECORD_TYPE|party type|Tipo de cliente|entityType|kind",
            ),
            ("gender", "f", "sex|GENDER|Sexo|Geschlecht"),
            ("title", "Engineer", "job title|Occupation|Cargo|Beruf"),
        ] {
            for header in headers.split('|') {
                assert_eq!(told(&[(header, cell), ("Given", "x")])[0], part, "{header}");
            }
        }
    }

    #[test]
    fn what_tells_nothing_of_a_party_is_no_evidence() {
        for header in "id|record_id|customer number|created_at|Status|DATA_SOURCE|PHONE_TYPE|last updated|Amount|notes|\
                       PASSPORT_COUNTRY|TAX_ID_TYPE|row|opt out|REL_ANCHOR_KEY|Quelle|fecha de alta"
            .split('|')
        {
            assert_eq!(told(&[(header, "x1")]), [""], "{header}");
        }
        assert_eq!(told(&[("zzz", "")]), [""], "an empty column");
    }

    #[test]
    fn what_is_somebody_elses_or_nobodys_is_evidence_of_its_own() {
        for header in "Mother's maiden name|emergency phone|spouse e-mail|place of birth|Company size|zodiac sign|checked by"
            .split('|')
        {
            assert_eq!(told(&[(header, "ann@acme.example")])[0].len(), 5, "{header}");
        }
        assert_eq!(told(&[("emergency phone", "+34 950 454 221")]), ["other"]);
    }

    #[test]
    fn a_header_that_its_cells_contradict_is_not_believed() {
        assert_eq!(told(&[("Email Address", "31/12/2012")]), ["other"]);
        assert_eq!(told(&[("by", "Ann")]), ["other"]);
        assert_eq!(told(&[("Fax", "ann@acme.example")]), ["email"]);
        assert_eq!(told(&[("zzz", "www.acme.example")]), ["website"]);
        assert_eq!(told(&[("title", "Dr.")]), ["other"]);
        assert_eq!(told(&[("birth day", "1970-02-01")]), ["birth"]);
    }

    #[test]
    fn an_empty_column_is_what_its_header_says() {
        assert_eq!(told(&[("fax", "")]), ["phone"]);
    }

    #[test]
    fn a_bare_name_is_what_stands_in_it() {
        assert_eq!(told(&[("name", "Ann Lee")]), ["full_name"]);
        assert_eq!(told(&[("name", "Acme Consulting Ltd")]), ["company"]);
        assert_eq!(
            told(&[("Nombre", "Ana"), ("Apellidos", "López")]),
            ["full_name", "family"]
        );
        let beside = told(&[("name", "Acme Consulting Ltd"), ("contact name", "Ann Lee")]);
        assert_eq!(
            beside[1], "full_name",
            "two names: the cells of one can't decide"
        );
    }

    #[test]
    fn row_numbers_are_no_evidence() {
        let rows = ["1", "2", "3", "4", "7"];
        let mut column = Seen {
            header: "zzz",
            known: Known::Unknown,
            sure: false,
            cells: rows.to_vec(),
        };
        let of = |column: &Seen| parts(std::slice::from_ref(column), &mut Numbered::default());
        assert_eq!(of(&column), [None]);
        column.cells = vec!["1", "2", "2", "4", "7"];
        assert_eq!(of(&column), [Some(Part::Other(0))]);
    }

    #[test]
    fn columns_of_one_name_have_one_number_and_two_of_one_table_two() {
        let column = |header, known| Seen {
            header,
            known,
            sure: true,
            cells: vec!["X1"],
        };
        let mut numbered = Numbered::default();
        let tax = Known::Field("person.tax_id");
        let first = parts(
            &[column("DNI", tax), column("zodiac", Known::Unknown)],
            &mut numbered,
        );
        let second = parts(
            &[
                column("Zodiac", Known::Unknown),
                column("dni", tax),
                column("National ID", tax),
            ],
            &mut numbered,
        );
        assert_eq!(first, [Some(Part::Identifier(0)), Some(Part::Other(0))]);
        let expected = [Part::Other(0), Part::Identifier(0), Part::Identifier(1)];
        assert_eq!(second, expected.map(Some));
    }

    #[test]
    fn the_profile_is_believed_where_it_is_sure() {
        let column = |sure| Seen {
            header: "Fax",
            known: Known::Field("phone.fax"),
            sure,
            cells: vec!["see notes"],
        };
        let of = |sure| parts(&[column(sure)], &mut Numbered::default());
        assert_eq!(of(true), [Some(Part::Phone)]);
        assert_eq!(of(false), [Some(Part::Other(0))]);
    }
}
