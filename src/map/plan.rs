//! Compiling: a table's profile turned into what the row loop needs, so that it looks nothing up by name.

use std::collections::HashMap;
use std::sync::Arc;

use super::empty::Empty;
use super::facts::column_named;
use super::keys::{IDENTITY_SPACE, KeyFields, space};
use super::names::NameFields;
use super::transform::{self, Step};
use crate::expression::Expression;
use crate::lexicon::{is_single_spaced, trimmed};
use crate::model::axis::{AXES, Kind, values_of};
use crate::model::field::{FieldId, Fields, Type, overflow};
use crate::model::record::Value;
use crate::normalize::date::{DateFormat, Zone};
use crate::normalize::id::Form;
use crate::normalize::number::Locale;
use crate::normalize::phone::PhoneReader;
use crate::profile::schema::{Column, Does, Object, ObjectKind, Profile};
use crate::read::Table;
use crate::survey::{Header, Match, Survey, Unmapped, unmapped};

/// What the whole run says to every mapper.
#[derive(Clone, Debug, Default)]
pub struct Job {
    /// Region of phones without a country code, ISO 3166-1 alpha-2.
    pub region: Option<String>,
    /// The run's class names; a declared class is an index into them.
    pub classes: Vec<String>,
    /// What the target asks of a record.
    pub wanted: Wanted,
}

/// What the target asks of a record.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// For each required column, in the order of `Meta::usable`.
    pub required: Vec<Demand>,
    /// The field on which the target merges people, and organizations.
    pub key: [Option<FieldId>; 2],
    /// Open-ended fields that are worth storing: those that the target writes or an expression reads.
    pub custom: Vec<FieldId>,
}

/// Whether a column is filled by a value; the other says whether that is a list.
pub type Takes = dyn Fn(&Value, bool) -> bool + Send + Sync;

/// A column that must be filled.
#[derive(Clone)]
pub struct Demand {
    /// The fields of which the first filled one is written.
    pub fields: Vec<FieldId>,
    /// Whether the column is filled by a value.
    pub takes: Arc<Takes>,
}

impl std::fmt::Debug for Demand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.fields.fmt(f)
    }
}

/// A recognised table.
#[derive(Debug)]
pub struct Source<'a> {
    /// The table.
    pub table: &'a Table,
    /// Its number in the run.
    pub number: u16,
    /// Its header.
    pub header: &'a Header,
    /// What its columns hold.
    pub survey: &'a Survey,
    /// Index of its profile.
    pub profile_index: usize,
    /// Its profile.
    pub profile: &'a Profile,
    /// Its objects: index, number of the box in the run, and the columns' matches. The first is the one
    /// whose file it is; the others share it.
    pub objects: Vec<(usize, u16, Vec<Option<Match>>)>,
}

/// Maps the rows of one table.
#[derive(Debug)]
pub struct Mapper {
    pub(super) table: u16,
    pub(super) file: String,
    pub(super) header_row: u32,
    pub(super) headers: Vec<String>,
    pub(super) plans: Vec<Plan>,
    /// Whether a column lists a value that stands for nothing.
    pub(super) nothing_listed: bool,
    pub(super) empty: Empty,
    pub(super) job: Job,
    pub(super) fields: Fields,
    pub(super) key_fields: KeyFields,
    pub(super) name_fields: NameFields,
    pub(super) phones: PhoneReader,
}

/// How rows of one object are mapped.
#[derive(Debug)]
pub(super) struct Plan {
    pub box_number: u16,
    pub title: String,
    pub kind: Kind,
    pub space: u32,
    pub when: Option<Expression>,
    /// The profile's names of the columns that the table has.
    pub keys: Vec<(String, u16)>,
    pub columns: Vec<ColumnPlan>,
    pub declares: Vec<(Option<Expression>, u8)>,
    /// What rows claim where no column does.
    pub claims: Vec<Claimed>,
    /// What the conditions of `claims` look at.
    pub claim_inputs: Inputs,
    pub computed: Vec<(FieldId, Expression, Inputs)>,
    /// What `when` looks at.
    pub when_inputs: Inputs,
    /// What the conditions of `declares` look at.
    pub declare_inputs: Inputs,
}

/// What rows claim on a condition: (axis, value).
#[derive(Debug)]
pub(super) struct Claimed {
    pub when: Option<Expression>,
    pub axes: Vec<(u8, u8)>,
}

/// What expressions look at beside the axes: where these are equal, so is the result.
#[derive(Clone, Debug, Default)]
pub(super) struct Inputs {
    pub columns: Vec<u16>,
    pub fields: Vec<FieldId>,
}

impl Inputs {
    fn of<'e>(
        expressions: impl Iterator<Item = &'e Expression>,
        headers: &[String],
        keys: &[(String, u16)],
        fields: &mut Fields,
    ) -> Self {
        let mut inputs = Self::default();
        for expression in expressions {
            let columns = expression.uses_columns();
            let found = columns
                .iter()
                .filter_map(|name| column_named(headers, keys, name));
            inputs.columns.extend(found);
            for name in expression.uses_fields() {
                inputs.fields.extend(fields.intern(&name));
            }
        }
        inputs
    }
}

/// How one column is mapped.
#[derive(Debug)]
pub(super) struct ColumnPlan {
    pub at: u16,
    pub steps: Vec<Step>,
    pub feeds: Vec<Feed>,
    pub values: HashMap<String, Meaning, foldhash::fast::RandomState>,
    /// Whether an unlisted value is worth a finding: the column claims axes.
    pub claims: bool,
    /// Rank of the column's claims, by axis; smaller wins.
    pub rank: [u16; AXES.len()],
}

/// What one value of a column says.
#[derive(Clone, Debug, Default)]
pub(super) struct Meaning {
    /// The value of the column's first field; empty where the stored one stands for nothing.
    pub value: Option<String>,
    pub axes: Vec<(u8, u8)>,
    pub fields: Vec<(FieldId, String)>,
}

impl Meaning {
    /// Whether it says that there is nothing.
    pub fn is_nothing(&self) -> bool {
        self.value.as_deref() == Some("") && self.axes.is_empty() && self.fields.is_empty()
    }
}

/// A field that a column feeds.
#[derive(Debug)]
pub(super) struct Feed {
    pub field: FieldId,
    pub overflow: Option<FieldId>,
    pub reader: Reader,
    pub purpose: Purpose,
}

/// What else a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It is the record's id.
    Id,
    /// It is the owner.
    Owner,
    /// Nothing else.
    Plain,
}

/// How a field's text is read.
#[derive(Debug)]
pub(super) enum Reader {
    Text,
    Exact,
    PostalCode {
        other: bool,
    },
    Id(Form),
    Name,
    OrgName,
    Email,
    EmailList,
    Phone,
    PhoneList,
    Url,
    Domain,
    Date(DateFormat),
    Time(DateFormat),
    Number(Locale),
    Money(Locale),
    Flag,
    Consent,
    Country {
        other: bool,
    },
    Region {
        other: bool,
    },
    Language,
    Currency,
    Gender,
    List(String),
    /// Which link; the ids' form; (beginning of the ids, space) of each object pointed at.
    Link(Slot, Form, Vec<(Vec<String>, u32)>),
    /// The identity that an earlier run gave.
    Identity,
}

/// Which link a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    Organization,
    Parent,
    Manager,
    BecamePerson,
    BecameOrganization,
    MergedInto,
    None,
}

/// What the profile says to do with a column, for the accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// It feeds fields.
    Fed(Vec<FieldId>),
    /// It is dropped, for this reason.
    Dropped(String),
    /// It is kept aside on purpose.
    Kept,
    /// The profile doesn't know it.
    Unknown,
}

/// What the profile says to do with column `at` of the table.
pub fn disposition(source: &Source, object: usize, at: usize, fields: &mut Fields) -> Disposition {
    let Some((index, _, matches)) = source.objects.get(object) else {
        return Disposition::Unknown;
    };
    let Some(spec) = source.profile.objects.get(*index) else {
        return Disposition::Unknown;
    };
    let name = source.header.names.get(at).map_or("", String::as_str);
    match matches
        .get(at)
        .copied()
        .flatten()
        .and_then(|hit| spec.columns.get(hit.column))
    {
        Some(column) => match &column.does {
            Does::Fields { fields: names, .. } => Disposition::Fed(
                names
                    .iter()
                    .filter_map(|name| fields.intern(name))
                    .collect(),
            ),
            Does::Drop(reason) => Disposition::Dropped(reason.clone()),
            Does::Keep => Disposition::Kept,
        },
        None => match unmapped(source.profile, spec, name) {
            Unmapped::Ours => Disposition::Dropped("xwalk's own column".to_string()),
            Unmapped::Noise => Disposition::Dropped("noise".to_string()),
            Unmapped::Unknown => match fields.intern(&format!("custom.{name}")) {
                Some(field) if !name.is_empty() => Disposition::Fed(vec![field]),
                _ => Disposition::Unknown,
            },
            carried => match carried_feed(carried, fields) {
                Some(feed) => Disposition::Fed(vec![feed.field]),
                None => Disposition::Unknown,
            },
        },
    }
}

/// Compiles a recognised table's mapper.
pub fn compile(source: &Source, job: &Job, fields: &mut Fields) -> Mapper {
    let plans: Vec<Plan> = source
        .objects
        .iter()
        .filter_map(|(index, number, matches)| plan(source, *index, *number, matches, job, fields))
        .collect();
    let columns = plans.iter().flat_map(|plan| &plan.columns);
    let nothing_listed = columns
        .flat_map(|column| column.values.values())
        .any(Meaning::is_nothing);
    let region = job
        .region
        .clone()
        .or_else(|| Some(source.profile.formats.phone_region.clone()))
        .filter(|region| !region.is_empty());
    Mapper {
        table: source.number,
        file: source.table.input.name.clone(),
        header_row: source.header.row,
        headers: source.header.names.clone(),
        plans,
        nothing_listed,
        empty: Empty::new(&source.profile.formats.empty),
        job: job.clone(),
        fields: fields.clone(),
        key_fields: KeyFields::new(),
        name_fields: NameFields::new(),
        phones: PhoneReader::new(region.as_deref()),
    }
}

/// Whether some column of the file says something of a field.
fn feeds(spec: &Object, matches: &[Option<Match>], field: &str) -> bool {
    let columns = matches.iter().flatten();
    let mut columns = columns.filter_map(|hit| spec.columns.get(hit.column));
    let computed = spec.computed.iter().any(|(name, _)| name == field);
    computed
        || columns.any(|column| {
            let mapped = matches!(&column.does, Does::Fields { fields, .. } if fields.iter().any(|name| name == field));
            let claims = || column.values.iter().flat_map(|value| &value.claims);
            mapped || claims().any(|(name, _)| name == field)
        })
}

fn plan(
    source: &Source,
    index: usize,
    box_number: u16,
    matches: &[Option<Match>],
    job: &Job,
    fields: &mut Fields,
) -> Option<Plan> {
    let spec = source.profile.objects.get(index)?;
    let root = source.objects.first().map_or(index, |first| first.0);
    let mut columns: Vec<(usize, ColumnPlan)> = Vec::new();
    for (at, name) in source.header.names.iter().enumerate() {
        let hit = matches.get(at).copied().flatten();
        let column = hit.and_then(|hit| Some((hit.column, spec.columns.get(hit.column)?)));
        let planned = match column {
            Some((rank, column)) => {
                column_plan(source, spec, column, rank, at, fields).map(|plan| (rank, plan))
            }
            None => beside(source, spec, name, at, job, fields).map(|plan| (usize::MAX, plan)),
        };
        columns.extend(planned);
    }
    columns.sort_by_key(|(rank, column)| (!feeds_country(column), *rank, column.at));
    let declares = spec
        .declares
        .iter()
        .filter(|declare| declare.tells(|field| feeds(spec, matches, field)))
        .filter_map(|declare| {
            let class = job
                .classes
                .iter()
                .position(|class| *class == declare.class)?;
            Some((declare.when.clone(), u8::try_from(class).ok()?))
        })
        .collect();
    let keys: Vec<(String, u16)> = matches
        .iter()
        .enumerate()
        .filter_map(|(at, hit)| {
            let key = spec.columns.get(hit.as_ref()?.column)?.key.clone();
            Some((key, u16::try_from(at).ok()?))
        })
        .collect();
    let headers = &source.header.names;
    let computed = spec
        .computed
        .iter()
        .filter_map(|(name, expression)| {
            let inputs = Inputs::of(std::iter::once(expression), headers, &keys, fields);
            Some((fields.intern(name)?, expression.clone(), inputs))
        })
        .collect();
    let claims = spec
        .claims
        .iter()
        .map(|claim| {
            let axes = claim.axes.iter();
            let axes = axes.filter_map(|(axis, value)| axis_claim(axis, value));
            Claimed {
                when: claim.when.clone(),
                axes: axes.collect(),
            }
        })
        .collect();
    let conditions = spec.claims.iter().filter_map(|claim| claim.when.as_ref());
    let claim_inputs = Inputs::of(conditions, headers, &keys, fields);
    let when = spec.when.clone().filter(|_| spec.rows_of.is_some());
    let when_inputs = Inputs::of(when.iter(), headers, &keys, fields);
    let conditions = spec
        .declares
        .iter()
        .filter_map(|declare| declare.when.as_ref());
    let declare_inputs = Inputs::of(conditions, headers, &keys, fields);
    Some(Plan {
        box_number,
        title: format!("{} {}", source.profile.name, spec.name),
        kind: match spec.kind {
            ObjectKind::Party(kind) => kind,
            _ => Kind::Person,
        },
        space: space(source.profile_index, root),
        keys,
        when,
        when_inputs,
        declare_inputs,
        columns: columns.into_iter().map(|(_, column)| column).collect(),
        declares,
        claims,
        claim_inputs,
        computed,
    })
}

fn feeds_country(column: &ColumnPlan) -> bool {
    column
        .feeds
        .iter()
        .any(|feed| matches!(feed.reader, Reader::Country { .. }))
}

fn column_plan(
    source: &Source,
    spec: &Object,
    column: &Column,
    rank: usize,
    at: usize,
    fields: &mut Fields,
) -> Option<ColumnPlan> {
    let claims = column.values.iter().any(|rule| !rule.claims.is_empty());
    let (names, link_to, transforms) = match &column.does {
        Does::Fields {
            fields,
            link_to,
            transforms,
        } => (fields.as_slice(), link_to.as_slice(), transforms.as_slice()),
        Does::Keep if claims => Default::default(),
        Does::Keep | Does::Drop(_) => return None,
    };
    let header = source.header.names.get(at).map_or("", String::as_str);
    let star = starred(column, header);
    let feeds = names
        .iter()
        .filter_map(|name| feed(source, spec, &name.replace('*', star), link_to, at, fields))
        .collect();
    let values = column.values.iter().flat_map(|rule| {
        let meaning = Meaning {
            value: rule.value.clone(),
            axes: rule
                .claims
                .iter()
                .filter_map(|(axis, value)| axis_claim(axis, value))
                .collect(),
            fields: rule
                .claims
                .iter()
                .filter(|(axis, _)| !AXES.contains(&axis.as_str()))
                .filter_map(|(name, value)| Some((fields.intern(name)?, value.clone())))
                .collect(),
        };
        std::iter::once(&rule.stored)
            .chain(&rule.labels)
            .map(|spelling| (fold_value(spelling), meaning.clone()))
            .collect::<Vec<_>>()
    });
    let mut by_spelling = HashMap::default();
    for (spelling, meaning) in values {
        by_spelling.entry(spelling).or_insert(meaning);
    }
    Some(ColumnPlan {
        at: u16::try_from(at).ok()?,
        steps: transform::compile(transforms),
        feeds,
        claims,
        values: by_spelling,
        rank: ranks(spec, column, rank),
    })
}

/// What stands for the star of a family in this header.
fn starred<'h>(column: &Column, header: &'h str) -> &'h str {
    let labels = column.labels.iter().flat_map(|(_, labels)| labels);
    let found = std::iter::once(&column.key)
        .chain(labels)
        .find_map(|pattern| {
            let (start, end) = pattern.split_once('*')?;
            let head = header
                .get(..start.len())
                .filter(|head| head.eq_ignore_ascii_case(start))?;
            let rest = header.strip_prefix(head)?;
            let tail = rest.len().checked_sub(end.len())?;
            rest.get(tail..)
                .filter(|tail| tail.eq_ignore_ascii_case(end))?;
            rest.get(..tail).filter(|star| !star.is_empty())
        });
    found.unwrap_or(header).trim()
}

/// A value in lower case with single spaces, as values are compared.
pub fn fold_value(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same, into a buffer that is used again.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    if is_single_spaced(text) {
        folded.push_str(trimmed(text));
        folded.make_ascii_lowercase();
        return;
    }
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
}

fn axis_claim(axis: &str, value: &str) -> Option<(u8, u8)> {
    let at = AXES.iter().position(|known| *known == axis)?;
    let value = values_of(axis)?.iter().position(|known| *known == value)?;
    Some((u8::try_from(at).ok()?, u8::try_from(value).ok()?))
}

fn ranks(spec: &Object, column: &Column, rank: usize) -> [u16; AXES.len()] {
    AXES.map(|axis| {
        let wins = spec.wins.iter().find(|(name, _)| name == axis);
        let stated = wins.and_then(|(_, order)| order.iter().position(|key| *key == column.key));
        let rank = stated.unwrap_or(rank + 1000);
        u16::try_from(rank).unwrap_or(u16::MAX)
    })
}

fn beside(
    source: &Source,
    spec: &Object,
    name: &str,
    at: usize,
    job: &Job,
    fields: &mut Fields,
) -> Option<ColumnPlan> {
    let feed = match unmapped(source.profile, spec, name) {
        Unmapped::Ours | Unmapped::Noise => return None,
        Unmapped::Unknown if name.is_empty() => return None,
        Unmapped::Unknown => {
            let field = fields.intern(&format!("custom.{name}"))?;
            let seen = source.survey.columns.get(at);
            if !job.wanted.custom.contains(&field)
                && !seen.is_some_and(|seen| seen.ids.is_rounded())
            {
                return None;
            }
            Feed {
                field,
                overflow: None,
                reader: Reader::Exact,
                purpose: Purpose::Plain,
            }
        }
        carried => carried_feed(carried, fields)?,
    };
    Some(ColumnPlan {
        at: u16::try_from(at).ok()?,
        steps: Vec::new(),
        feeds: vec![feed],
        values: HashMap::default(),
        claims: false,
        rank: [u16::MAX; AXES.len()],
    })
}

/// What the columns feed that an earlier run has written: the identity and the links by it.
fn carried_feed(carried: Unmapped, fields: &mut Fields) -> Option<Feed> {
    let (name, reader) = match carried {
        Unmapped::Identity => ("origin.external_ids", Reader::Identity),
        Unmapped::Link(link) => {
            let spaces = vec![(Vec::new(), IDENTITY_SPACE)];
            (link, Reader::Link(slot(link), Form::default(), spaces))
        }
        _ => return None,
    };
    Some(Feed {
        field: fields.intern(name)?,
        overflow: None,
        reader,
        purpose: Purpose::Plain,
    })
}

fn feed(
    source: &Source,
    spec: &Object,
    name: &str,
    link_to: &[String],
    at: usize,
    fields: &mut Fields,
) -> Option<Feed> {
    let field = fields.intern(name)?;
    Some(Feed {
        field,
        overflow: overflow(name).and_then(|name| fields.intern(name)),
        reader: reader(source, spec, name, fields.ty(field), link_to, at),
        purpose: match name {
            "origin.id" => Purpose::Id,
            "owner" => Purpose::Owner,
            _ => Purpose::Plain,
        },
    })
}

fn reader(
    source: &Source,
    spec: &Object,
    name: &str,
    ty: Type,
    link_to: &[String],
    at: usize,
) -> Reader {
    let formats = &source.profile.formats;
    let seen = source.survey.columns.get(at);
    let other = name.starts_with("address.other.");
    let form = seen.map_or(Form::default(), |seen| seen.ids.form());
    match ty {
        Type::Id => Reader::Id(form),
        Type::LongText => Reader::Exact,
        Type::Name => Reader::Name,
        Type::Text if matches!(name, "name.given" | "name.family" | "name.middle") => Reader::Name,
        Type::Text if name.ends_with(".postal_code") => Reader::PostalCode { other },
        Type::Text | Type::Value => Reader::Text,
        Type::Owner => Reader::Exact,
        Type::OrgName => Reader::OrgName,
        Type::Email => Reader::Email,
        Type::EmailList => Reader::EmailList,
        Type::Phone => Reader::Phone,
        Type::PhoneList => Reader::PhoneList,
        Type::Url => Reader::Url,
        Type::Domain => Reader::Domain,
        Type::Date => Reader::Date(date_format(formats, seen, &formats.date)),
        Type::Time => Reader::Time(date_format(formats, seen, &formats.datetime)),
        Type::Number => Reader::Number(locale(formats, seen)),
        Type::Money => Reader::Money(locale(formats, seen)),
        Type::Flag => Reader::Flag,
        Type::Consent => Reader::Consent,
        Type::Country => Reader::Country { other },
        Type::Region => Reader::Region { other },
        Type::Language => Reader::Language,
        Type::Currency => Reader::Currency,
        Type::Gender => Reader::Gender,
        Type::List => Reader::List(formats.list.clone()),
        Type::Link => Reader::Link(slot(name), form, spaces(source, spec, link_to)),
    }
}

fn slot(name: &str) -> Slot {
    match name {
        "organization.id" => Slot::Organization,
        "organization.parent" => Slot::Parent,
        "manager" => Slot::Manager,
        "became.person" => Slot::BecamePerson,
        "became.organization" => Slot::BecameOrganization,
        "merged_into" => Slot::MergedInto,
        _ => Slot::None,
    }
}

fn spaces(source: &Source, spec: &Object, link_to: &[String]) -> Vec<(Vec<String>, u32)> {
    link_spaces(source.profile_index, source.profile, spec, link_to)
}

/// The spaces of ids that a link of an object may point into, each with what the ids in it begin with.
pub fn link_spaces(
    profile_index: usize,
    profile: &Profile,
    spec: &Object,
    link_to: &[String],
) -> Vec<(Vec<String>, u32)> {
    let objects = &profile.objects;
    let own = [spec.name.clone()];
    let targets = if link_to.is_empty() {
        &own[..]
    } else {
        link_to
    };
    targets
        .iter()
        .filter_map(|name| {
            let at = objects.iter().position(|object| object.name == *name)?;
            let root = objects.get(at)?.rows_of.as_ref();
            let at = root
                .and_then(|root| objects.iter().position(|object| object.name == *root))
                .unwrap_or(at);
            Some((objects.get(at)?.id_prefix.clone(), space(profile_index, at)))
        })
        .collect()
}

/// How the dates of a column are read.
pub fn date_format(
    formats: &crate::profile::schema::Formats,
    seen: Option<&crate::survey::ColumnSurvey>,
    patterns: &[String],
) -> DateFormat {
    use crate::normalize::date::Order;
    let stated = match formats.date_order.as_str() {
        "ymd" => Some(Order::Ymd),
        "dmy" => Some(Order::Dmy),
        "mdy" => Some(Order::Mdy),
        _ => None,
    };
    let decision = seen.map(|seen| seen.order.decide(stated));
    DateFormat {
        order: stated
            .or(decision.as_ref().map(|found| found.order))
            .unwrap_or(Order::Ymd),
        sure: stated.is_some()
            || decision.is_none_or(|found| found.sure) && !seen.is_some_and(|seen| seen.sampled),
        patterns: patterns.to_vec(),
        timezone: Zone::named(&formats.timezone).unwrap_or_default(),
    }
}

fn locale(
    formats: &crate::profile::schema::Formats,
    seen: Option<&crate::survey::ColumnSurvey>,
) -> Locale {
    let stated = formats
        .number
        .chars()
        .rfind(|c| !c.is_ascii_digit())
        .filter(|_| formats.number != "column");
    match seen {
        Some(seen) => {
            let mut locale = seen.locale.decide(stated).locale;
            locale.sure &= !seen.sampled || seen.locale.shows_point();
            locale
        }
        None => Locale {
            decimal: stated.unwrap_or('.'),
            group: None,
            sure: stated.is_some(),
        },
    }
}
