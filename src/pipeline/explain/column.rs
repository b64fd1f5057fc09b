//! A column of an export, laid open: what each of its values says, and what becomes of them in a target.

use serde::Serialize;

use super::{meant, shown};
use crate::error::{Error, Result};
use crate::map::Job;
use crate::model::fate::CELL_FATES;
use crate::model::field::Fields;
use crate::pipeline::convert::load_sources;
use crate::pipeline::mapping::{MappedColumn, alike, mapping};
use crate::pipeline::sources::{self, Role, Understood};
use crate::pipeline::{Options, Progress};
use crate::profile::schema::{Column, Profile};
use crate::profile::{written_meaning, written_rule};
use crate::read;
use crate::survey::{self, Catalog, Values};

/// Most values that are listed where the profile does not say what they mean.
const LISTED: usize = 20;

/// A value of a column.
#[derive(Clone, Debug, Serialize)]
pub struct ValueExplained {
    /// The value, masked unless asked for where the profile does not know it.
    pub value: String,
    /// Its other spellings in the file.
    pub spelled: Vec<String>,
    /// Cells that hold it.
    pub cells: u64,
    /// What the profile says that it means; absent where the profile does not list it.
    pub says: Option<String>,
    /// What the target writes for it, as far as that hangs on this value alone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goes_to: String,
}

/// A column, laid open.
#[derive(Clone, Debug, Serialize)]
pub struct ColumnExplained {
    /// Its header.
    pub column: String,
    /// What the profile does with it, as it writes it; empty where it does not know it.
    pub rule: String,
    /// Filled cells.
    pub filled: u64,
    /// Distinct values; of very many, so many as were told apart.
    pub distinct: usize,
    /// Whether there are more.
    pub more: bool,
    /// Its values, most frequent first: those that the profile knows, else some.
    pub values: Vec<ValueExplained>,
    /// The target, if one is named.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// The target's columns that take it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goes_to: String,
    /// What happens to it there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub happens: String,
    /// Its filled cells by fate there: (fate, cells).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fates: Vec<(&'static str, u64)>,
}

/// Lays open a column of the one file in `options.inputs`; `options.to` is empty where no target is named.
///
/// # Errors
/// When the file can't be read, has no such column, or can't be converted.
pub fn column(
    options: &Options,
    name: &str,
    show_values: bool,
    progress: &dyn Progress,
) -> Result<ColumnExplained> {
    let (profiles, from) = load_sources(options)?;
    let catalog = Catalog::new(&profiles);
    let inputs = read::discover(&options.inputs)?;
    let mut files = sources::understand(&inputs, &catalog, options, from)?;
    sources::compile(
        &mut files,
        &catalog,
        &Job::default(),
        &mut Fields::default(),
        true,
    )?;
    let (file, at) = place(&files, name)?;
    let table = &file.table;
    let width = file.header.names.len();
    let parts = survey::values(table, file.header.row, width, 1, &|_| 0)?;
    let cells = parts.first().and_then(|part| part.columns.get(at));
    let cells = cells.cloned().unwrap_or_default();
    let spec = spec(file, &profiles, at);
    let mut explained = ColumnExplained {
        column: file.header.names.get(at).cloned().unwrap_or_default(),
        rule: spec
            .map(|spec| written_rule(&spec.does))
            .unwrap_or_default(),
        filled: cells.filled,
        distinct: cells.counts.len(),
        more: cells.more,
        values: values(spec, &cells, show_values),
        to: options.to.clone(),
        goes_to: String::new(),
        happens: String::new(),
        fates: Vec::new(),
    };
    if !options.to.is_empty() {
        if file.role != Role::Parties {
            let way_out = "leave out `--to`";
            return Err(Error::new(
                "the file holds no people or organizations, so no target takes it",
                way_out,
            )
            .at(file.table.input.name.clone()));
        }
        let mapped = mapping(options, progress)?;
        let columns = mapped.objects.into_iter().flat_map(|object| object.columns);
        let found = columns
            .into_iter()
            .find(|column| column.header == explained.column);
        explained.goes(found.unwrap_or_default());
    }
    Ok(explained)
}

impl ColumnExplained {
    /// Takes over what becomes of it.
    fn goes(&mut self, mapped: MappedColumn) {
        for value in &mut self.values {
            let same = mapped
                .values
                .iter()
                .find(|known| known.value == value.value);
            value.goes_to = same.map(|known| known.goes_to.clone()).unwrap_or_default();
        }
        let fates = CELL_FATES.iter().zip(mapped.fates);
        self.fates = fates
            .filter(|(_, cells)| *cells > 0)
            .map(|(fate, cells)| (fate.name(), cells))
            .collect();
        self.goes_to = mapped.goes_to;
        self.happens = mapped.happens;
    }
}

/// The file and the place of the column in it.
fn place<'f>(files: &'f [Understood], name: &str) -> Result<(&'f Understood, usize)> {
    let folded = survey::fold(name);
    let exact = |header: &String| header == name;
    let alike = |header: &String| survey::fold(header) == folded;
    let find = |is: &dyn Fn(&String) -> bool| {
        files
            .iter()
            .find_map(|file| Some((file, file.header.names.iter().position(is)?)))
    };
    find(&exact).or_else(|| find(&alike)).ok_or_else(|| {
        let all = || {
            files
                .iter()
                .flat_map(|file| &file.header.names)
                .map(String::as_str)
        };
        let otherwise = format!("its columns are {}", all().collect::<Vec<_>>().join(", "));
        let file = files.first().map(|file| file.table.input.name.clone());
        Error::new(
            format!("`{name}` is no column"),
            meant(name, all(), &otherwise),
        )
        .at(file.unwrap_or_default())
    })
}

/// The line of the profile that a column is read by.
fn spec<'p>(file: &Understood, profiles: &'p [Profile], at: usize) -> Option<&'p Column> {
    let profile = profiles.get(file.recognition.as_ref()?.profile)?;
    file.objects.iter().find_map(|(object, _, matches)| {
        let hit = matches.get(at)?.as_ref()?;
        profile.objects.get(*object)?.columns.get(hit.column)
    })
}

fn values(spec: Option<&Column>, cells: &Values, show: bool) -> Vec<ValueExplained> {
    let known = spec.filter(|spec| !spec.values.is_empty());
    let rules = known.map_or(&[][..], |spec| &spec.values[..]);
    let mut values: Vec<ValueExplained> = alike(rules, cells)
        .into_iter()
        .map(|alike| {
            let says = alike.rule.map(written_meaning);
            let safe = |text: &str| shown(text, show || known.is_some());
            ValueExplained {
                value: safe(alike.value()),
                spelled: alike
                    .spelled
                    .iter()
                    .map(|(text, _)| *text)
                    .filter(|text| *text != alike.value())
                    .map(safe)
                    .collect(),
                cells: alike.cells(),
                says,
                goes_to: String::new(),
            }
        })
        .collect();
    values.sort_by(|a, b| (b.cells, &a.value).cmp(&(a.cells, &b.value)));
    if known.is_none() {
        values.truncate(LISTED);
    }
    values
}
