//! What stands around the parties, read: deals, activities and campaigns, joined to the parties that they are about.

use std::collections::{HashMap, HashSet};

use super::options::Progress;
use super::sources::{Role, Understood};
use super::waves;
use crate::classify::NO_DAY;
use crate::classify::around::{Activity, Around, Deal, Done, Presence, Present, Sort, State};
use crate::classify::day;
use crate::error::Result;
use crate::glossary::Words;
use crate::lexicon::{Meaning, Meanings, Says, words};
use crate::link::Index;
use crate::map::{Mapped, Scratch, link_spaces, org_key};
use crate::model::axis::Kind;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, find};
use crate::model::key;
use crate::model::record::{Draft, Meta};
use crate::profile::schema::{Does, Profile};
use crate::read::Rows;
use crate::survey::Catalog;

type Map<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// What a context file's rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Deal,
    /// A person on a deal.
    DealPerson,
    /// A person at an organization.
    OrganizationPerson,
    Campaign,
    Activity(Sort),
}

fn what(context: &str) -> Option<What> {
    Some(match context {
        "deals" => What::Deal,
        "deal people" => What::DealPerson,
        "organization people" => What::OrganizationPerson,
        "campaigns" => What::Campaign,
        "campaign members" => What::Activity(Sort::Response),
        "tasks" | "activities" => What::Activity(Sort::Task),
        "calls" => What::Activity(Sort::Call),
        "meetings" => What::Activity(Sort::Meeting),
        "emails" => What::Activity(Sort::Email),
        "notes" => What::Activity(Sort::Note),
        "cases" | "tickets" => What::Activity(Sort::Case),
        _ => return None,
    })
}

/// One row around the parties, as it was read.
#[derive(Debug)]
struct Row {
    what: What,
    table: u16,
    row: u32,
    id: u64,
    /// Keys of what it is about: the possible ones of each link behind one another.
    about: Vec<Vec<u64>>,
    /// Key of the organization's name, where it is only named.
    organization: u64,
    /// Key of the beginning of a deal's name.
    name: u64,
    state: State,
    done: Done,
    inbound: bool,
    at: i32,
    created: i32,
    last: i32,
    says: Says,
}

macro_rules! asked {
    ($($name:ident: $field:literal,)*) => {
        struct Asked<'w> {
            $($name: FieldId,)*
            /// The company's own words.
            own: &'w Words,
        }

        impl<'w> Asked<'w> {
            fn new(own: &'w Words) -> Self {
                Self { $($name: find($field).unwrap_or(FieldId(u16::MAX)),)* own }
            }
        }
    };
}

asked! {
    organization: "organization.name",
    deal_name: "deal.name",
    won: "deal.won",
    closed: "deal.closed",
    state: "deal.state",
    stage: "deal.stage",
    probability: "deal.probability",
    closes: "deal.closes_at",
    subject: "activity.subject",
    kind: "activity.kind",
    status: "activity.status",
    outcome: "activity.outcome",
    direction: "activity.direction",
    done: "activity.done",
    at: "activity.at",
    done_at: "activity.done_at",
    note: "description",
    campaign: "campaign",
    campaign_kind: "campaign.kind",
    created: "created_at",
    modified: "modified_at",
    deleted: "deleted",
}

/// The columns of links of one object: column and the spaces of ids that it may point into.
type Columns = Map<(u16, u16), Vec<(Vec<String>, u32)>>;

/// Reads every context file and joins its rows to the parties.
///
/// # Errors
/// When a file can't be read.
pub fn read(
    files: &[Understood],
    catalog: &Catalog,
    metas: &[Meta],
    words: &Words,
    progress: &dyn Progress,
) -> Result<Around> {
    let asked = Asked::new(words);
    let mut rows = Vec::new();
    let mut present = Present::default();
    let sized = files
        .iter()
        .filter(|file| matches!(file.role, Role::Context(_)));
    progress.step(
        "reading what is around them",
        sized.map(|file| file.table.size).sum(),
    );
    for file in files {
        if file.role == Role::Users {
            present.users = true;
        }
        let Role::Context(context) = &file.role else {
            continue;
        };
        let (Some(what), Some(found)) = (what(context), &file.recognition) else {
            continue;
        };
        match what {
            What::Deal => present.deals = Presence::There,
            What::Activity(Sort::Response) => present.campaigns = true,
            What::Activity(Sort::Task | Sort::Call | Sort::Meeting) => {
                present.activities = Presence::There;
            }
            _ => {}
        }
        let Some(profile) = catalog.profiles().get(found.profile) else {
            continue;
        };
        let columns = columns(file, found.profile, profile);
        blocks(
            file,
            progress,
            |mapped| row_of(mapped, what, &asked, &columns),
            &mut rows,
        )?;
    }
    Ok(join(&rows, metas, present))
}

/// The columns of links, by box and column.
fn columns(file: &Understood, number: usize, profile: &Profile) -> Columns {
    let mut columns = Columns::default();
    for (at, boxed, matches) in &file.objects {
        let Some(object) = profile.objects.get(*at) else {
            continue;
        };
        for (column, hit) in (0..).zip(matches) {
            let known = hit.as_ref().and_then(|hit| object.columns.get(hit.column));
            if let Some(Does::Fields { link_to, .. }) = known.map(|known| &known.does)
                && !link_to.is_empty()
            {
                columns.insert(
                    (*boxed, column),
                    link_spaces(number, profile, object, link_to),
                );
            }
        }
    }
    columns
}

fn blocks(
    file: &Understood,
    progress: &dyn Progress,
    row_of: impl Fn(&Mapped) -> Vec<Row> + Sync,
    rows: &mut Vec<Row>,
) -> Result<()> {
    let Some(mapper) = &file.mapper else {
        return Ok(());
    };
    let reader = Rows::open(&file.table)?;
    waves::in_order(
        &file.table.blocks,
        || (Vec::new(), Scratch::default(), Mapped::default()),
        Vec::new,
        |block, (bytes, scratch, mapped), found: &mut Vec<Row>| {
            reader.read(block, bytes)?;
            mapper.block(&file.table, block, bytes, scratch, mapped)?;
            *found = row_of(mapped);
            Ok(())
        },
        |block, found| {
            rows.append(found);
            progress.done(block.len.into());
            Ok(())
        },
    )
}

fn row_of(mapped: &Mapped, what: What, asked: &Asked, columns: &Columns) -> Vec<Row> {
    let mut draft = Draft::default();
    let mut rows = Vec::with_capacity(mapped.metas.len());
    for meta in &mapped.metas {
        let start = meta.at as usize;
        let bytes = mapped.bytes.get(start..start + meta.len as usize);
        if meta.fate != Fate::Exported || draft.decode(bytes.unwrap_or_default()).is_none() {
            continue;
        }
        if draft.text(asked.deleted) != "yes" {
            rows.push(one(meta, &draft, what, asked, columns));
        }
    }
    rows
}

fn one(meta: &Meta, draft: &Draft, what: What, asked: &Asked, columns: &Columns) -> Row {
    let text = |field: FieldId| draft.text(field);
    let mut out = String::new();
    let mut about = Vec::new();
    // Several columns point somewhere, and a cell may hold several ids: so the cells are read, not the one value.
    for cell in draft.cells() {
        if let Some(spaces) = columns.get(&(meta.object, cell.column)) {
            about.extend(each_id(cell.raw).map(|id| keys(id, spaces)));
        }
    }
    let subject = asked.own.says(text(asked.subject));
    let kind = words(text(asked.kind));
    let sort = match what {
        What::Activity(Sort::Task) => sort_of(&kind, &words(text(asked.subject))),
        What::Activity(sort) => sort,
        _ => Sort::Task,
    };
    let notes = [
        asked.note,
        asked.outcome,
        asked.status,
        asked.campaign,
        asked.campaign_kind,
        asked.kind,
    ]
    .into_iter()
    .fold(subject, |all, field| all.with(asked.own.says(text(field))));
    let days = [text(asked.done_at), text(asked.at), text(asked.created)].map(day);
    let [done_at, at, created] = days;
    let progress = [asked.outcome, asked.status].map(|field| Meanings::of(text(field)));
    let stands = |meaning| progress.iter().any(|words| words.has(meaning));
    let organization = text(asked.organization);
    Row {
        what: match what {
            What::Activity(_) => What::Activity(sort),
            other => other,
        },
        table: meta.table,
        row: meta.row,
        id: meta.id,
        about,
        organization: if organization.is_empty() {
            key::NONE
        } else {
            org_key(organization, &mut out)
        },
        name: deal_name(text(asked.deal_name), &mut out),
        state: state(draft, asked),
        done: match (text(asked.done), sort) {
            _ if stands(Meaning::Planned) => Done::No,
            ("yes", _) | (_, Sort::Note) => Done::Yes,
            ("no", _) => Done::No,
            (_, Sort::Meeting | Sort::Email | Sort::Case) => Done::ByDay,
            (_, Sort::Call) if text(asked.status).is_empty() => Done::ByDay,
            _ if done_at != NO_DAY || stands(Meaning::Done) => Done::Yes,
            _ => Done::No,
        },
        inbound: words(text(asked.direction)).contains(" in")
            || words(text(asked.direction)).contains(" entra"),
        at: match what {
            What::Deal => day(text(asked.closes)),
            _ => [done_at, at, created]
                .into_iter()
                .find(|day| *day != NO_DAY)
                .unwrap_or(NO_DAY),
        },
        created,
        last: created
            .max(day(text(asked.modified)))
            .max(if text(asked.done) == "yes" {
                done_at
            } else {
                NO_DAY
            }),
        says: notes,
    }
}

/// What a task is by its kind, else by its subject.
fn sort_of(kind: &str, subject: &str) -> Sort {
    let is = |text: &str, parts: &[&str]| parts.iter().any(|part| text.contains(part));
    let calls = [
        " call", " llamada", " anruf", " ligacao", " appel", " phone",
    ];
    let emails = [" email", " e mail", " mail", " correo"];
    let meetings = [
        " meeting",
        " reunion",
        " visita",
        " appointment",
        " cita ",
        " event",
        " demo",
        " treffen",
    ];
    for (parts, sort) in [
        (&calls[..], Sort::Call),
        (&emails[..], Sort::Email),
        (&meetings[..], Sort::Meeting),
    ] {
        if is(kind, parts) {
            // A meeting among tasks is a task: it is done when it is ticked.
            return if sort == Sort::Meeting {
                Sort::Task
            } else {
                sort
            };
        }
    }
    if is(kind, &[" note", " nota"]) {
        return Sort::Note;
    }
    if subject.starts_with(" email ") || subject.starts_with(" correo ") {
        return Sort::Email;
    }
    if is(subject, &calls) && !is(subject, &meetings) {
        return Sort::Call;
    }
    Sort::Task
}

fn state(draft: &Draft, asked: &Asked) -> State {
    let stated = draft.text(asked.state);
    match stated {
        "open" => return State::Open,
        "won" => return State::Won,
        "lost" => return State::Lost,
        _ => {}
    }
    let (won, closed) = (draft.text(asked.won), draft.text(asked.closed));
    let by_word = by_word(draft.text(asked.stage));
    match (won, closed) {
        ("yes", _) => State::Won,
        (_, "no") => State::Open,
        (_, "yes") => by_word.unwrap_or(State::Lost),
        ("no", _) => by_word.unwrap_or(State::Open),
        _ => by_word.unwrap_or_else(|| match draft.text(asked.probability) {
            "100" => State::Won,
            "0" => State::Lost,
            _ => State::Open,
        }),
    }
}

fn by_word(stage: &str) -> Option<State> {
    let stage = words(stage);
    let has = |parts: &[&str]| parts.iter().any(|part| stage.contains(part));
    if has(&[
        " won",
        " closedwon",
        " ganad",
        " ganho",
        " gagne",
        " gewonnen",
    ]) {
        Some(State::Won)
    } else if has(&[
        " lost",
        " closedlost",
        " perdid",
        " perdu",
        " verloren",
        " abandon",
    ]) {
        Some(State::Lost)
    } else {
        None
    }
}

/// The key of the name of the company that a deal's name begins with: `Acme - 20 seats`.
fn deal_name(name: &str, out: &mut String) -> u64 {
    let first = [" - ", " – ", " — ", ": ", " | ", " / "]
        .iter()
        .filter_map(|sign| name.find(sign))
        .min();
    let beginning = first.and_then(|at| name.get(..at)).unwrap_or(name).trim();
    if beginning.is_empty() {
        key::NONE
    } else {
        org_key(beginning, out)
    }
}

/// The ids in a cell.
fn each_id(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '\n', '|'])
        .map(str::trim)
        .filter(|id| !id.is_empty())
}

/// The keys that an id may have: in the one space that its beginning tells, else in each.
fn keys(id: &str, spaces: &[(Vec<String>, u32)]) -> Vec<u64> {
    let told = spaces.iter().find(|(prefixes, _)| {
        prefixes
            .iter()
            .any(|prefix| id.starts_with(prefix.as_str()))
    });
    let of = |space: u32| key::of(space, key::id(id));
    match told {
        Some((_, space)) => vec![of(*space)],
        None => spaces.iter().map(|(_, space)| of(*space)).collect(),
    }
}

/// Several organizations have the name.
const SEVERAL: u32 = u32::MAX;

/// Joins the rows to the parties, and through deals and campaigns to one another.
fn join(rows: &[Row], metas: &[Meta], mut present: Present) -> Around {
    let index = Index::new(metas);
    let mut by_name: Map<u64, u32> = Map::default();
    for (at, meta) in (0..).zip(metas) {
        if meta.axes.kind == Kind::Organization
            && meta.org_name != key::NONE
            && meta.fate == Fate::Exported
        {
            by_name
                .entry(meta.org_name)
                .and_modify(|known| *known = SEVERAL)
                .or_insert(at);
        }
    }
    let (mut deals, mut activities, mut named) = (Vec::new(), Vec::new(), Vec::new());
    let (mut deals_of, mut activities_of, mut works_for) = (Vec::new(), Vec::new(), Vec::new());
    let mut deal_by_id: Map<u64, u32> = Map::default();
    let mut campaigns: Map<u64, Says> = Map::default();
    for row in rows {
        match row.what {
            What::Deal => {
                let number = u32::try_from(deals.len()).unwrap_or(u32::MAX);
                if row.id != key::NONE {
                    deal_by_id.insert(row.id, number);
                }
                deals.push(Deal {
                    table: row.table,
                    row: row.row,
                    state: row.state,
                    closes: row.at,
                    created: row.created,
                });
                let mut found: Vec<u32> = parties(row, &index).collect();
                if !found.iter().any(|at| is_organization(metas, *at)) {
                    found.extend(by_name.get(&row.organization).filter(|at| **at != SEVERAL));
                }
                deals_of.extend(found.into_iter().map(|at| (at, number)));
                named.push((row.name, number));
            }
            What::Campaign if row.id != key::NONE => {
                campaigns.insert(row.id, row.says);
            }
            _ => {}
        }
    }
    let mut of_deal: Map<u32, Vec<u32>> = Map::default();
    for row in rows.iter().filter(|row| row.what == What::DealPerson) {
        let deal = row
            .about
            .iter()
            .flatten()
            .find_map(|key| deal_by_id.get(key));
        for at in parties(row, &index) {
            if let Some(deal) = deal {
                deals_of.push((at, *deal));
            }
        }
    }
    for (at, deal) in &deals_of {
        of_deal.entry(*deal).or_default().push(*at);
    }
    for row in rows {
        match row.what {
            What::OrganizationPerson => {
                let found: Vec<u32> = parties(row, &index).collect();
                let organization = found.iter().copied().find(|at| is_organization(metas, *at));
                for at in found.iter().filter(|at| !is_organization(metas, **at)) {
                    works_for.extend(organization.map(|organization| (*at, organization)));
                }
            }
            What::Activity(sort) => {
                let number = u32::try_from(activities.len()).unwrap_or(u32::MAX);
                let campaign = row
                    .about
                    .iter()
                    .flatten()
                    .find_map(|key| campaigns.get(key));
                activities.push(Activity {
                    table: row.table,
                    row: row.row,
                    sort,
                    done: row.done,
                    inbound: row.inbound,
                    at: row.at,
                    says: campaign.map_or(row.says, |says| row.says.with(*says)),
                });
                let mut found: Vec<u32> = parties(row, &index).collect();
                if found.iter().all(|at| is_organization(metas, *at)) {
                    let deals = row
                        .about
                        .iter()
                        .flatten()
                        .filter_map(|key| deal_by_id.get(key));
                    found.extend(deals.filter_map(|deal| of_deal.get(deal)).flatten());
                }
                activities_of.extend(found.into_iter().map(|at| (at, number)));
            }
            _ => {}
        }
    }
    // Where not one row leads to a record, what it stands on was not read: it is no sign that there is nothing.
    let is_work = |number: u32| {
        let activity = activities.get(number as usize);
        activity.is_some_and(|one: &Activity| {
            matches!(one.sort, Sort::Task | Sort::Call | Sort::Meeting)
        })
    };
    if (0..).take(activities.len()).any(is_work)
        && !activities_of.iter().any(|(_, number)| is_work(*number))
    {
        present.activities = Presence::Astray;
    }
    if !deals.is_empty() && deals_of.is_empty() && !in_a_name_on_file(&named, metas) {
        present.deals = Presence::Astray;
    }
    let last = rows.iter().map(|row| row.last).max().unwrap_or(NO_DAY);
    let mut around = Around::new(
        deals,
        activities,
        present,
        [deals_of, activities_of, works_for],
        named,
    );
    around.last = last;
    around
}

/// Whether a deal is in the name of a company that a record names.
fn in_a_name_on_file(named: &[(u64, u32)], metas: &[Meta]) -> bool {
    let names: HashSet<u64> = named.iter().map(|(name, _)| *name).collect();
    let known = |meta: &Meta| meta.org_name != key::NONE && names.contains(&meta.org_name);
    metas.iter().any(known)
}

fn is_organization(metas: &[Meta], at: u32) -> bool {
    metas
        .get(at as usize)
        .is_some_and(|meta| meta.axes.kind == Kind::Organization)
}

/// The parties that a row is about.
fn parties<'r>(row: &'r Row, index: &'r Index) -> impl Iterator<Item = u32> + 'r {
    row.about
        .iter()
        .filter_map(|keys| keys.iter().find_map(|key| index.get(*key)))
}
