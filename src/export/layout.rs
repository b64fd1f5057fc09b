//! Compiling a target: for each of its objects the columns of its import file and where each comes from.

use std::collections::HashMap;

use crate::error::{Error, Result};
use crate::expression::Expression;
use crate::map::{Step, compile_transforms};
use crate::model::axis::Kind;
use crate::model::field::{FieldId, Fields, Type};
use crate::model::usable;
use crate::profile::schema::{Column, Does, Object, ObjectKind, Profile, Write, WriteValue};
use crate::survey::fold;

/// A target, compiled.
#[derive(Debug)]
pub struct Layout {
    /// Its objects in load order.
    pub objects: Vec<ObjectLayout>,
}

/// One import file.
#[derive(Debug)]
pub struct ObjectLayout {
    /// The object's name.
    pub name: String,
    /// The kind of party it holds.
    pub kind: Kind,
    /// Stem of its file.
    pub file: String,
    /// The column in which an import finds the id that the target itself gave a record; empty if there is none.
    pub id: String,
    /// Its columns, the identity first.
    pub columns: Vec<OutColumn>,
    /// Which records are written to it; absent, every one of its kind.
    pub when: Option<Expression>,
    /// The field on which the target merges, and its column.
    pub key: Option<(FieldId, usize)>,
    /// Whether the later of two with one key goes in without it.
    pub blank_on_collision: bool,
    /// Columns of which at least one must be filled, likewise.
    pub one_of: Vec<(usize, Option<u32>)>,
    /// For each required column: its header, and its place in `Meta::usable` or none where a condition fills it.
    pub required: Vec<(usize, Option<u32>)>,
}

/// One column of an import file.
#[derive(Clone, Debug)]
pub struct OutColumn {
    /// Its header.
    pub header: String,
    /// Its key in the profile.
    pub key: String,
    /// Where its text comes from.
    pub from: From,
    /// Longest text in characters.
    pub limit: Option<usize>,
    /// The only texts it takes: compared form → text.
    pub picklist: HashMap<String, String, foldhash::fast::RandomState>,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether it takes one item of a list.
    pub single: bool,
}

/// Where a column's text comes from.
#[derive(Clone, Debug)]
pub enum From {
    /// xwalk's identity of the record.
    Identity,
    /// The identity of the record that a link points at.
    Link(LinkSlot, FieldId),
    /// The first filled of some fields.
    Fields {
        /// The fields.
        fields: Vec<FieldId>,
        /// Inverse transforms.
        back: Vec<Step>,
        /// Canonical value → the target's.
        values: Vec<(String, String)>,
        /// How the text is written.
        format: Format,
    },
    /// The first condition that holds.
    Conditions {
        /// (text, condition).
        list: Vec<WriteValue>,
        /// Fields that the conditions look at.
        fields: Vec<FieldId>,
        /// Axes that they look at, by place in `axis::AXES`.
        axes: Vec<u8>,
    },
    /// The segment that the record is in.
    Segment,
}

/// Which link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkSlot {
    /// The organization a person belongs to.
    Organization,
    /// The organization above.
    Parent,
    /// The person above.
    Manager,
}

/// How a canonical text is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it is.
    Plain,
    /// Phone: E.164, an extension as ` ext. `.
    Phone,
    /// Day by a strftime pattern; empty is ISO 8601.
    Day(String),
    /// Moment by a strftime pattern; empty is ISO 8601.
    Moment(String),
    /// yes and no.
    Flag(String, String),
    /// A country's English name instead of its code.
    CountryName,
    /// A region's name instead of its code.
    RegionName,
    /// A region's code without the country.
    RegionCode,
    /// A list with this separator.
    List(String),
    /// Only what the column's values translate: a flag of the target may say the contrary of a consent.
    Consent,
    /// The user, as the target calls them.
    Owner,
}

/// Compiles a target. Fields that it names are added to the run's.
pub fn compile(profile: &Profile, fields: &mut Fields) -> Layout {
    let mut order: Vec<&Object> = profile
        .import
        .order
        .iter()
        .filter_map(|name| profile.objects.iter().find(|object| object.name == *name))
        .collect();
    for object in &profile.objects {
        if !order.iter().any(|known| known.name == object.name) {
            order.push(object);
        }
    }
    let mut bits = 0;
    let objects = order
        .into_iter()
        .filter_map(|object| {
            let ObjectKind::Party(kind) = object.kind else {
                return None;
            };
            let write = object.write.as_ref()?;
            Some(object_layout(
                profile, object, kind, write, fields, &mut bits,
            ))
        })
        .collect();
    Layout { objects }
}

fn object_layout(
    profile: &Profile,
    object: &Object,
    kind: Kind,
    write: &Write,
    fields: &mut Fields,
    bits: &mut u32,
) -> ObjectLayout {
    let mut columns = Vec::new();
    let identity = profile
        .import
        .identities
        .iter()
        .find(|(name, _)| *name == object.name)
        .map_or(profile.import.identity.column.clone(), |(_, column)| {
            column.clone()
        });
    if !identity.is_empty() {
        columns.push(plain_column(&identity, From::Identity));
    }
    for (link, column) in &write.links {
        if let Some((slot, field)) = link_slot(link).zip(fields.intern(link)) {
            columns.push(plain_column(column, From::Link(slot, field)));
        }
    }
    let mut written: Vec<FieldId> = Vec::new();
    for column in &object.columns {
        let carried = columns.iter().any(|done| done.key == column.key);
        if carried || write.skip.contains(&column.key) {
            continue;
        }
        columns.extend(inverse(profile, column, write, fields, &mut written));
    }
    for (key, names) in &write.columns {
        if !columns.iter().any(|done| done.key == *key) {
            columns.extend(coalesce(profile, key, names, fields));
        }
    }
    for (key, list) in &write.values {
        if !columns.iter().any(|done| done.key == *key) {
            columns.push(conditions(key, list, fields));
        }
    }
    for column in &mut columns {
        finish(column, object, write);
    }
    let required = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.required)
        .map(|(at, column)| (at, bit(column, bits)))
        .collect();
    let one_of = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| write.needs_one_of.contains(&column.key))
        .map(|(at, column)| (at, bit(column, bits)))
        .collect();
    let key = write.key.as_ref().and_then(|key| {
        let at = columns.iter().position(|column| column.key == *key)?;
        match &columns.get(at)?.from {
            From::Fields { fields, .. } => Some((*fields.first()?, at)),
            _ => None,
        }
    });
    ObjectLayout {
        name: object.name.clone(),
        kind,
        file: write.file.clone(),
        id: id_column(profile, object, write),
        columns,
        when: write.when.clone(),
        key,
        blank_on_collision: write.blank_on_collision,
        one_of,
        required,
    }
}

/// The header of the target's own id: as the import calls it, else as the column is called that it is read from.
fn id_column(profile: &Profile, object: &Object, write: &Write) -> String {
    let mut stated = profile.import.ids.iter();
    if let Some((_, column)) = stated.find(|(name, _)| *name == object.name) {
        return column.clone();
    }
    let own = object.columns.iter().find(|column| column.is_id());
    own.map_or(String::new(), |column| header(column, write))
}

/// What a column is called in an import file.
fn header(column: &Column, write: &Write) -> String {
    let english = || {
        let mut labels = column.labels.iter();
        let (_, words) = labels.find(|(language, _)| language == "en")?;
        words.first().cloned()
    };
    let label = write.label_headers.then(english).flatten();
    label.unwrap_or_else(|| column.key.clone())
}

fn bit(column: &OutColumn, bits: &mut u32) -> Option<u32> {
    match column.from {
        From::Fields { .. } if *bits < usable::MOST => {
            *bits += 1;
            Some(*bits - 1)
        }
        _ => None,
    }
}

fn plain_column(key: &str, from: From) -> OutColumn {
    OutColumn {
        header: key.to_string(),
        key: key.to_string(),
        from,
        limit: None,
        picklist: HashMap::default(),
        required: false,
        single: false,
    }
}

fn link_slot(link: &str) -> Option<LinkSlot> {
    match link {
        "organization.id" => Some(LinkSlot::Organization),
        "organization.parent" => Some(LinkSlot::Parent),
        "manager" => Some(LinkSlot::Manager),
        _ => None,
    }
}

/// The column as it is written, if it is: what it is read from, turned round.
fn inverse(
    profile: &Profile,
    column: &Column,
    write: &Write,
    fields: &mut Fields,
    written: &mut Vec<FieldId>,
) -> Option<OutColumn> {
    if let Some((_, list)) = write.values.iter().find(|(key, _)| *key == column.key) {
        return Some(conditions(&column.key, list, fields));
    }
    if let Some((_, names)) = write.columns.iter().find(|(key, _)| *key == column.key) {
        let mut done = coalesce(profile, &column.key, names, fields)?;
        add_back(&mut done, column);
        return Some(done);
    }
    let Does::Fields {
        fields: names,
        link_to,
        ..
    } = &column.does
    else {
        return None;
    };
    let name = names.first()?;
    if column.key.contains('*') || name == "origin.id" || name == "origin.external_ids" {
        return None;
    }
    let field = fields.intern(name)?;
    if written.contains(&field) || !link_to.is_empty() && fields.ty(field) == Type::Link {
        return None;
    }
    written.push(field);
    let mut done = coalesce(profile, &column.key, std::slice::from_ref(name), fields)?;
    add_back(&mut done, column);
    Some(done)
}

fn add_back(done: &mut OutColumn, column: &Column) {
    let Does::Fields { transforms, .. } = &column.does else {
        return;
    };
    if let From::Fields {
        back,
        values,
        format,
        ..
    } = &mut done.from
    {
        *back = compile_transforms(transforms);
        let split = transforms.iter().find(|call| call.name == "split");
        if let (Format::List(separator), Some(own)) = (format, split.and_then(|c| c.args.first())) {
            separator.clone_from(own);
        }
        *values = Vec::new();
        for rule in &column.values {
            if let Some(value) = rule.value.as_ref().filter(|value| !value.is_empty())
                && !values.iter().any(|(canonical, _)| canonical == value)
            {
                values.push((value.clone(), rule.stored.clone()));
            }
        }
    }
}

fn coalesce(
    profile: &Profile,
    key: &str,
    names: &[String],
    fields: &mut Fields,
) -> Option<OutColumn> {
    let ids: Vec<FieldId> = names
        .iter()
        .filter_map(|name| fields.intern(name))
        .collect();
    let ty = fields.ty(*ids.first()?);
    let column = plain_column(
        key,
        From::Fields {
            fields: ids,
            back: Vec::new(),
            values: Vec::new(),
            format: format(profile, ty),
        },
    );
    let single = matches!(ty, Type::Email | Type::Phone);
    Some(OutColumn { single, ..column })
}

fn format(profile: &Profile, ty: Type) -> Format {
    let formats = &profile.formats;
    let pattern = |patterns: &[String]| match patterns.first().map(String::as_str) {
        None | Some("iso8601") => String::new(),
        Some(pattern) => pattern.to_string(),
    };
    match ty {
        Type::Phone => Format::Phone,
        Type::Date => Format::Day(pattern(&formats.date)),
        Type::Time => Format::Moment(pattern(&formats.datetime)),
        Type::Flag => Format::Flag(formats.boolean.0.clone(), formats.boolean.1.clone()),
        Type::Country if formats.country != "alpha2" => Format::CountryName,
        Type::Region if formats.region == "code" => Format::RegionCode,
        Type::Region => Format::RegionName,
        Type::List | Type::EmailList | Type::PhoneList => Format::List(formats.list.clone()),
        Type::Consent => Format::Consent,
        Type::Owner => Format::Owner,
        _ => Format::Plain,
    }
}

fn conditions(key: &str, list: &[WriteValue], fields: &mut Fields) -> OutColumn {
    let mut looked_at = Vec::new();
    let mut axes = Vec::new();
    for when in list.iter().filter_map(|value| value.when.as_ref()) {
        for name in when.uses_fields() {
            looked_at.extend(fields.intern(&name));
        }
        for (at, axis) in crate::model::axis::AXES.iter().enumerate() {
            let role = *axis == "roles" && when.source().contains("has_role");
            if role || when.source().contains(axis) {
                axes.extend(u8::try_from(at));
            }
        }
    }
    looked_at.sort_unstable();
    looked_at.dedup();
    axes.sort_unstable();
    axes.dedup();
    plain_column(
        key,
        From::Conditions {
            list: list.to_vec(),
            fields: looked_at,
            axes,
        },
    )
}

fn finish(column: &mut OutColumn, object: &Object, write: &Write) {
    let spec = object.columns.iter().find(|spec| spec.key == column.key);
    if let Some(spec) = spec {
        column.header = header(spec, write);
    }
    column.limit = write
        .limits
        .iter()
        .find(|(key, _)| *key == column.key)
        .map(|(_, limit)| *limit);
    column.required = write.required.contains(&column.key);
    column.single |= write.single.contains(&column.key);
    let texts = write.picklist.iter().find(|(key, _)| *key == column.key);
    for text in texts.map(|(_, texts)| texts.as_slice()).unwrap_or_default() {
        column.picklist.insert(text.to_lowercase(), text.clone());
        column.picklist.insert(text.clone(), text.clone());
    }
    if let Some(spec) = spec.filter(|_| !column.picklist.is_empty()) {
        for rule in &spec.values {
            for label in &rule.labels {
                if column.picklist.contains_key(&rule.stored.to_lowercase()) {
                    column
                        .picklist
                        .entry(label.to_lowercase())
                        .or_insert_with(|| rule.stored.clone());
                }
            }
        }
    }
}

/// Which of an object's records a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// All: it is not known which the target has.
    All,
    /// Those that are new to the target.
    Create,
    /// Those that the target has.
    Update,
}

impl ObjectLayout {
    /// The beginning of the name of the file that holds such records, for the object at that place in the load order.
    pub fn stem(&self, at: usize, load: Load) -> String {
        match load {
            Load::All => format!("{}-{}", at + 1, self.file),
            Load::Create => format!("{}-{}-create", 2 * at + 1, self.file),
            Load::Update => format!("{}-{}-update", 2 * at + 2, self.file),
        }
    }

    /// The headers of such a file; an update names the record by the target's own id, which stands first.
    pub fn headers(&self, load: Load) -> Vec<&str> {
        let id = Some(self.id.as_str()).filter(|_| load == Load::Update);
        let columns = self.columns.iter().map(|column| column.header.as_str());
        id.into_iter().chain(columns).collect()
    }

    /// Whether it has a column for a link.
    pub fn links(&self, wanted: LinkSlot) -> bool {
        self.columns
            .iter()
            .any(|column| matches!(column.from, From::Link(slot, _) if slot == wanted))
    }
}

impl Layout {
    /// Adds a column for the segment of each record, the last of every object.
    ///
    /// # Errors
    /// When an object has a column of that name.
    pub fn add_segments(&mut self, header: &str) -> Result<()> {
        for object in &mut self.objects {
            let mut headers = object.headers(Load::Update).into_iter();
            if let Some(taken) = headers.find(|known| fold(known) == fold(header)) {
                return Err(Error::new(
                    format!("`{taken}` is a column of `{}` already", object.name),
                    "name another for the segments: `--segments=COLUMN`",
                ));
            }
            object.columns.push(plain_column(header, From::Segment));
        }
        Ok(())
    }

    /// The header of the column for the segments, if there is one.
    pub fn segments(&self) -> Option<&str> {
        let mut columns = self.objects.iter().flat_map(|object| &object.columns);
        let column = columns.find(|column| matches!(column.from, From::Segment))?;
        Some(&column.header)
    }

    /// Open-ended fields that the target writes or looks at.
    pub fn uses(&self) -> Vec<FieldId> {
        let mut used: Vec<FieldId> = self
            .objects
            .iter()
            .flat_map(|object| &object.columns)
            .flat_map(|column| match &column.from {
                From::Fields { fields, .. } | From::Conditions { fields, .. } => fields.clone(),
                _ => Vec::new(),
            })
            .collect();
        used.sort_unstable();
        used.dedup();
        used
    }
}
