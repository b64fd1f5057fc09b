//! How each column of a file is read for matching: which part it plays, and whether as the profile reads it or as it stands.

use crate::error::{Error, Result};
use crate::model::shown::Part;
use crate::pipeline::sources::{self, Role, Understood};
use crate::profile::schema::{Column, Does, Object, Profile};
use crate::survey::parts::{self, Known, Numbered, Seen};
use crate::survey::{self, Catalog, GENERIC, Match, Recognition, Unmapped};
use crate::yaml::nearest;

/// So many rows of a table show what its columns hold.
const ROWS: usize = 5000;

/// How a column is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// It is no evidence.
    Not,
    /// As its cells stand.
    AsItStands(Part),
    /// As the profile reads them.
    AsRead(Part),
}

impl Taken {
    /// The part that the column plays.
    pub fn part(self) -> Option<Part> {
        match self {
            Self::Not => None,
            Self::AsItStands(part) | Self::AsRead(part) => Some(part),
        }
    }
}

/// How the columns of a file are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// For each of the file's objects: its box in the run, and its columns.
    pub objects: Vec<(u16, Vec<Taken>)>,
    /// Whether it is a plain table, whose rows may be people's and organizations'.
    pub plain: bool,
    /// Whether some column holds people's names.
    pub people: bool,
    /// The column of the ids that the user named.
    pub id: Option<u16>,
    /// Headers of identifiers, and their numbers.
    pub identifiers: Vec<(String, u16)>,
}

impl Columns {
    /// Takes columns that nobody recognised for no evidence.
    pub fn leave_out_others(&mut self) {
        let taken = self.objects.iter_mut().flat_map(|(_, taken)| taken);
        for taken in taken.filter(|taken| matches!(taken.part(), Some(Part::Other(_)))) {
            *taken = Taken::Not;
        }
    }
}

/// What the user says of columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// The column of the ids.
    pub id: Option<&'a str>,
    /// Columns that are no evidence.
    pub ignored: &'a [String],
    /// Columns whose different values are different parties.
    pub apart: &'a [String],
}

impl Named<'_> {
    fn is_id(&self, header: &str) -> bool {
        self.id.is_some_and(|id| is_called(header, id))
    }

    /// The place of a header among those that part parties.
    fn apart(&self, header: &str) -> Option<Part> {
        let place = self.apart.iter().position(|name| is_called(header, name))?;
        u16::try_from(place).ok().map(Part::Apart)
    }

    fn is_ignored(&self, header: &str) -> bool {
        self.ignored.iter().any(|name| is_called(header, name))
    }
}

pub(super) fn is_called(header: &str, name: &str) -> bool {
    let (header, name) = (header.trim(), name.trim());
    !name.is_empty() && header.to_lowercase() == name.to_lowercase()
}

/// Checks that each column that the user names is in a file.
///
/// # Errors
/// When one is in none, with the nearest name.
pub(super) fn check(named: Named, files: &[Understood]) -> Result<()> {
    let read = files.iter().filter(|file| file.role == Role::Parties);
    let headers = || read.clone().flat_map(|file| &file.header.names);
    for name in named
        .id
        .into_iter()
        .chain(named.ignored.iter().map(String::as_str))
        .chain(named.apart.iter().map(String::as_str))
    {
        if headers().any(|header| is_called(header, name)) {
            continue;
        }
        let place = match read.clone().collect::<Vec<_>>()[..] {
            [one] => format!("of `{}`", one.table.input.name),
            _ => "of any file that is read".to_string(),
        };
        let way_out = match nearest(name, headers().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                let known: Vec<&str> = headers().map(String::as_str).take(12).collect();
                format!("its columns are {}", known.join(", "))
            }
        };
        return Err(Error::new(
            format!("`{name}` is not a column {place}"),
            way_out,
        ));
    }
    Ok(())
}

/// Takes files that nothing recognised for plain tables, where their columns tell parties. Those that were found in a
/// folder are left alone if something in the inputs was recognised.
///
/// # Errors
/// When a file can't be read.
pub(super) fn take_as_plain(
    files: &mut [Understood],
    catalog: &Catalog,
    named: Named,
    given: &[std::path::PathBuf],
) -> Result<()> {
    let any = files.iter().any(|file| file.role == Role::Parties);
    let at = |name: &str| {
        catalog
            .profiles()
            .iter()
            .position(|profile| profile.name == name)
    };
    let Some(generic) = at(GENERIC) else {
        return Ok(());
    };
    for file in files {
        let is_table = matches!(file.role, Role::NotRead(_))
            && file.recognition.is_none()
            && file.table.passed_over.is_none()
            && file.rows > 0;
        if !is_table || any && !given.contains(&file.table.input.path) {
            continue;
        }
        if let Some(object) = plain_object(file, catalog, generic, named)? {
            file.role = Role::Parties;
            file.recognition = Some(Recognition {
                profile: generic,
                object,
                confidence: 0.0,
                why: "nothing is known of it but the words of its headers and its cells"
                    .to_string(),
                doubt: None,
            });
        }
    }
    Ok(())
}

/// The plain object as which a table is read, if its columns tell parties.
fn plain_object(
    file: &Understood,
    catalog: &Catalog,
    generic: usize,
    named: Named,
) -> Result<Option<usize>> {
    let profile = catalog.profiles().get(generic);
    let objects = profile.map_or(&[][..], |profile| &profile.objects);
    let place = |name: &str| objects.iter().position(|object| object.name == name);
    let (Some(people), Some(companies)) = (place("people"), place("companies")) else {
        return Ok(None);
    };
    let rows = sources::rows_here_and_there(&file.table, file.header.row, ROWS)?;
    let matches = catalog.columns(generic, people, &file.header);
    let seen = look(file, profile, people, &matches, named, &rows);
    let parts = parts::parts(&seen, &mut Numbered::default());
    let object = if parts::names_people(&parts) || !parts.contains(&Some(Part::Company)) {
        people
    } else {
        companies
    };
    Ok(parts::tell_parties(&parts).then_some(object))
}

/// Settles how the columns of each file are read, and has the profile read those that only their words tell, too.
///
/// # Errors
/// When a file can't be read.
pub(super) fn settle(
    files: &mut [Understood],
    catalog: &Catalog,
    named: Named,
    numbered: &mut Numbered,
) -> Result<Vec<Columns>> {
    let settled = files.iter_mut().map(|file| {
        let plain = plain(file, catalog);
        let mut objects = std::mem::take(&mut file.objects);
        let columns = settle_one(file, &mut objects, plain, catalog, named, numbered);
        file.objects = objects;
        columns
    });
    settled.collect()
}

/// How the columns of each file are read where mapping is settled and nothing of it may change.
///
/// # Errors
/// When a file can't be read.
pub(super) fn as_mapped(
    files: &[Understood],
    catalog: &Catalog,
    named: Named,
    numbered: &mut Numbered,
) -> Result<Vec<Columns>> {
    let settled = files.iter().map(|file| {
        let mut objects = file.objects.clone();
        settle_one(file, &mut objects, false, catalog, named, numbered)
    });
    settled.collect()
}

/// Whether a file is a plain table, of no vendor.
fn plain(file: &Understood, catalog: &Catalog) -> bool {
    let found = file.recognition.as_ref().map(|found| found.profile);
    let profile = found.and_then(|found| catalog.profiles().get(found));
    profile.is_some_and(|profile| profile.name == GENERIC)
}

/// Settles it for one file; `plain` says that its rows may be people's and organizations', and that the profile may read
/// columns which only their words tell.
fn settle_one(
    file: &Understood,
    objects: &mut [(usize, u16, Vec<Option<Match>>)],
    plain: bool,
    catalog: &Catalog,
    named: Named,
    numbered: &mut Numbered,
) -> Result<Columns> {
    if file.role != Role::Parties {
        return Ok(Columns::default());
    }
    let rows = sources::rows_here_and_there(&file.table, file.header.row, ROWS)?;
    let found = file.recognition.as_ref().map(|found| found.profile);
    let profile = found.and_then(|found| catalog.profiles().get(found));
    let names = &file.header.names;
    let mut columns = Columns {
        plain,
        id: (0..)
            .zip(names)
            .find_map(|(at, name)| named.is_id(name).then_some(at)),
        ..Columns::default()
    };
    for (at, number, matches) in objects {
        let spec = profile.and_then(|profile| profile.objects.get(*at));
        let Some(spec) = spec else { continue };
        name_columns(spec, names, named, matches);
        let seen = look(file, profile, *at, matches, named, &rows);
        let parts = parts::parts(&seen, numbered);
        let parts = (parts.into_iter().zip(names)).map(|(part, name)| named.apart(name).or(part));
        let parts: Vec<Option<Part>> = parts.collect();
        columns.identifiers.extend(identifiers(names, &parts));
        columns.people |= parts::names_people(&parts);
        let taken = (matches.iter_mut().zip(parts).zip(&seen))
            .map(|((hit, part), seen)| take(spec, hit, part, seen, plain));
        columns.objects.push((*number, taken.collect()));
    }
    Ok(columns)
}

/// The headers of identifiers, and their numbers.
fn identifiers(names: &[String], parts: &[Option<Part>]) -> Vec<(String, u16)> {
    let number = |(name, part): (&String, &Option<Part>)| match part {
        Some(Part::Identifier(number)) => Some((name.clone(), *number)),
        _ => None,
    };
    names.iter().zip(parts).filter_map(number).collect()
}

/// Checks that each number that is to settle it is an identifier of some file.
///
/// # Errors
/// When one is none, with those that there are.
pub(super) fn check_settling(same: &[String], columns: &[Columns]) -> Result<()> {
    let known = || columns.iter().flat_map(|file| &file.identifiers);
    for name in same {
        if known().any(|(header, _)| is_called(header, name)) {
            continue;
        }
        let headers: Vec<&str> = known().map(|(header, _)| header.as_str()).collect();
        let way_out = match headers.is_empty() {
            true => "no column holds numbers that one party alone has".to_string(),
            false => format!("such numbers are in {}", headers.join(", ")),
        };
        let message = format!(
            "`{name}`, of the plan's `same`, is no column of a number that one party alone has"
        );
        return Err(Error::new(message, way_out));
    }
    Ok(())
}

/// Ids are those that the user names, and what is ignored isn't mapped.
fn name_columns(object: &Object, headers: &[String], named: Named, matches: &mut [Option<Match>]) {
    let id = object.columns.iter().position(Column::is_id);
    let has_id = headers.iter().any(|header| named.is_id(header));
    for (header, hit) in headers.iter().zip(matches) {
        let is_id = |hit: &Match| object.columns.get(hit.column).is_some_and(Column::is_id);
        if named.is_id(header) {
            *hit = id.map(|column| Match {
                column,
                exact: false,
            });
        } else if named.is_ignored(header) || has_id && hit.as_ref().is_some_and(is_id) {
            *hit = None;
        }
    }
}

/// What is known of each column, with some of its cells.
fn look<'a>(
    file: &'a Understood,
    profile: Option<&'a Profile>,
    object: usize,
    matches: &[Option<Match>],
    named: Named,
    rows: &'a [Vec<String>],
) -> Vec<Seen<'a>> {
    let sure = profile.is_some_and(|profile| profile.name != GENERIC);
    let cells = |at: usize| {
        let cells = rows.iter().filter_map(move |row| row.get(at));
        cells
            .map(|cell| cell.trim())
            .filter(|cell| !cell.is_empty())
    };
    let prefix = prefix(&file.header.names);
    (file.header.names.iter().enumerate())
        .map(|(at, header)| Seen {
            header: header.strip_prefix(prefix).unwrap_or(header),
            known: match named.is_id(header) || named.is_ignored(header) {
                true => Known::Nothing,
                false => known(profile, object, header, matches.get(at).copied().flatten()),
            },
            sure,
            cells: cells(at).collect(),
        })
        .collect()
}

/// What most headers begin with, up to a dash: the object whose columns they are, as in `Person - Name`.
fn prefix(headers: &[String]) -> &str {
    const DASH: &str = " - ";
    let of = |header: &'_ String| header.find(DASH).map(|at| at + DASH.len());
    let mut prefixes = headers
        .iter()
        .filter_map(|header| header.get(..of(header)?));
    let is_usual = |prefix: &&str| {
        let with = headers.iter().filter(|header| header.starts_with(prefix));
        with.count() * 2 > headers.len()
    };
    prefixes.find(is_usual).unwrap_or_default()
}

/// What the profile says of a column.
fn known<'a>(
    profile: Option<&'a Profile>,
    object: usize,
    header: &str,
    hit: Option<Match>,
) -> Known<'a> {
    let Some((profile, spec)) = profile.and_then(|all| Some((all, all.objects.get(object)?)))
    else {
        return Known::Unknown;
    };
    let column = hit.and_then(|hit| spec.columns.get(hit.column));
    match column.map(|column| &column.does) {
        Some(Does::Fields { fields, .. }) => fields
            .first()
            .map_or(Known::Unknown, |field| Known::Field(field)),
        Some(Does::Drop(_)) => Known::Nothing,
        // What a vendor's profile keeps aside is the vendor's own, and no evidence.
        Some(Does::Keep) if profile.name != GENERIC => Known::Nothing,
        Some(Does::Keep) => Known::Unknown,
        None => match survey::unmapped(profile, spec, header) {
            Unmapped::Unknown => Known::Unknown,
            _ => Known::Nothing,
        },
    }
}

/// How a column is read that plays a part. In a plain table the profile's column for that part reads it.
fn take(
    object: &Object,
    hit: &mut Option<Match>,
    part: Option<Part>,
    seen: &Seen,
    plain: bool,
) -> Taken {
    let Some(part) = part else {
        return Taken::Not;
    };
    let own = match seen.known {
        Known::Field(field) => Some(parts::part_of_field(field)),
        _ => None,
    };
    if own == Some(Some(part)) || own == Some(None) && !is_named(part) {
        return Taken::AsRead(part);
    }
    if !plain {
        return Taken::AsItStands(part);
    }
    let reads = |column| Match {
        column,
        exact: false,
    };
    *hit = parts::column_of(object, part).map(reads);
    match hit {
        Some(_) => Taken::AsRead(part),
        None => Taken::AsItStands(part),
    }
}

/// Whether a part is one of those that many tables have, and not a column's own.
fn is_named(part: Part) -> bool {
    Part::named(part.name()).is_some()
}
