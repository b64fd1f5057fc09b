//! The way back of a column: what is written where a cell that was read from it is written again.

use super::layout::{From, ObjectLayout, OutColumn};
use crate::expression::Facts;
use crate::map::Back;
use crate::model::axis::Kind;
use crate::model::field::{Type, type_of};
use crate::profile::schema::{Column, Does, Object, Profile, ValueRule, Write, WriteValue};

/// How a column's cells come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the letter.
    Lossless,
    /// In the one spelling for their kind of value, which from then on stays.
    Normalising,
    /// Listed values as the one that stands for what they mean: (value as it is read, as it is written).
    ManyToOne(Vec<(String, String)>),
    /// Not at all, or not all of them, for this reason.
    OneWay(String),
}

impl Way {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Lossless => "lossless",
            Self::Normalising => "normalising",
            Self::ManyToOne(_) => "many-to-one",
            Self::OneWay(_) => "one-way",
        }
    }
}

/// The object of a profile that an object's rows are written to: itself, or the one whose file it shares.
pub fn written_to<'p>(profile: &'p Profile, object: &Object) -> Option<&'p Object> {
    let name = object.rows_of.as_ref().unwrap_or(&object.name);
    let names = [&object.name, name];
    let mut all = names
        .iter()
        .filter_map(|name| profile.objects.iter().find(|other| other.name == **name));
    all.find(|other| other.write.is_some())
}

/// Why cells of a column may not come back, where the profile says so itself.
pub fn declared_one_way<'p>(column: &Column, target: &'p Object) -> Option<&'p str> {
    let declared = &target.write.as_ref()?.one_way;
    let found = declared.iter().find(|(key, _)| *key == column.key);
    found.map(|(_, why)| why.as_str())
}

/// The way back of a column whose rows are written to `target`, which is laid out as `layout`, as it follows from the
/// profile's other lines.
pub fn way_back(column: &Column, target: &Object, layout: &ObjectLayout) -> Way {
    let Some(write) = &target.write else {
        return Way::OneWay(format!("{} is never written", target.name));
    };
    let Some(out) = layout.columns.iter().find(|out| out.key == column.key) else {
        return Way::OneWay(not_written(column, target, write, layout));
    };
    match &out.from {
        From::Identity => Way::OneWay("it carries the identity".to_string()),
        From::Link(..) => Way::OneWay("it carries a link".to_string()),
        From::Segment => Way::OneWay("it carries the segment".to_string()),
        From::Conditions { list, .. } => Way::ManyToOne(by_conditions(column, layout.kind, list)),
        From::Fields { values, back, .. } => {
            if let Some(why) = other_fields(column, write) {
                return Way::OneWay(why);
            }
            let mut lost = back.iter().map(|step| step.back());
            if let Some((_, name)) = lost.find(|(back, _)| matches!(back, Back::Part)) {
                return Way::OneWay(format!("`{name}` takes a part of the cell"));
            }
            if takes_one(column, out) {
                return Way::OneWay("one item of a list is written".to_string());
            }
            let pairs = by_values(column, out, values);
            let changes = pairs.iter().any(|(read, written)| read != written);
            let spelled = back
                .iter()
                .any(|step| matches!(step.back().0, Back::Spelling));
            match () {
                () if changes => Way::ManyToOne(pairs),
                () if spelled || is_normalised(column) => Way::Normalising,
                () => Way::Lossless,
            }
        }
    }
}

/// Why a column is not among those that are written.
fn not_written(column: &Column, target: &Object, write: &Write, layout: &ObjectLayout) -> String {
    let field = match &column.does {
        Does::Drop(why) => return format!("dropped: {why}"),
        Does::Keep => return "kept aside".to_string(),
        Does::Fields { fields, .. } => fields.first().map_or("", String::as_str),
    };
    let feeds = |key: &str| {
        let named = write.columns.iter().find(|(column, _)| column == key);
        let read = target.columns.iter().find(|column| column.key == key);
        match (named, read.map(|column| &column.does)) {
            (Some((_, fields)), _) => fields.iter().any(|known| known == field),
            (None, Some(Does::Fields { fields, .. })) => {
                fields.first().is_some_and(|known| known == field)
            }
            _ => false,
        }
    };
    let carried = |out: &&OutColumn| match &out.from {
        From::Identity => field == "origin.id",
        From::Link(..) => write
            .links
            .iter()
            .any(|(link, column)| link == field && *column == out.key),
        From::Fields { .. } => feeds(&out.key),
        From::Conditions { .. } | From::Segment => false,
    };
    match layout.columns.iter().find(carried) {
        Some(out) => format!("written to {}", out.header),
        None if write.skip.contains(&column.key) => "the import can't set it".to_string(),
        None if column.key.contains('*') => "one of a family of columns".to_string(),
        None => "the target does not take it".to_string(),
    }
}

/// Whether the column is written from other fields than it is read to.
fn other_fields(column: &Column, write: &Write) -> Option<String> {
    let Does::Fields { fields: read, .. } = &column.does else {
        return None;
    };
    let (_, fields) = write.columns.iter().find(|(key, _)| *key == column.key)?;
    let none = !fields.iter().any(|field| read.first() == Some(field));
    none.then(|| format!("written from {}", fields.join(" or ")))
}

fn takes_one(column: &Column, out: &OutColumn) -> bool {
    let list = |name: &String| type_of(name).is_some_and(Type::is_list);
    out.single
        && matches!(&column.does, Does::Fields { fields, .. } if fields.first().is_some_and(list))
}

fn is_normalised(column: &Column) -> bool {
    let Does::Fields { fields, .. } = &column.does else {
        return false;
    };
    let as_it_is = |name: &String| {
        let ty = type_of(name);
        let plain = matches!(
            ty,
            Some(Type::Text | Type::LongText | Type::Id | Type::Value)
        );
        plain && !name.starts_with("name.")
    };
    !fields.first().is_some_and(as_it_is)
}

/// What is written for each value that the column lists, where the field carries it.
fn by_values(column: &Column, out: &OutColumn, values: &[(String, String)]) -> Stands {
    each_spelling(column, |rule, spelling| match &rule.value {
        None => {
            let listed = out.picklist.get(&spelling.to_lowercase());
            listed.map_or(spelling, String::as_str).to_string()
        }
        Some(canonical) => {
            let found = values.iter().find(|(known, _)| known == canonical);
            found.map_or(String::new(), |(_, stored)| stored.clone())
        }
    })
}

/// What is written for each value that the column lists, where conditions choose it: as they do if nothing else is known.
fn by_conditions(column: &Column, kind: Kind, list: &[WriteValue]) -> Stands {
    each_spelling(column, |rule, _| {
        let alone = Alone { rule, kind, column };
        let holds = |value: &&WriteValue| {
            value
                .when
                .as_ref()
                .is_none_or(|when| when.eval_bool(&alone))
        };
        let found = list.iter().find(holds);
        found.map_or(String::new(), |value| value.value.clone())
    })
}

type Stands = Vec<(String, String)>;

fn each_spelling(column: &Column, written: impl Fn(&ValueRule, &str) -> String) -> Stands {
    let spellings = |rule: &ValueRule| -> Stands {
        let all = std::iter::once(&rule.stored).chain(&rule.labels);
        all.map(|spelling| (spelling.clone(), written(rule, spelling)))
            .collect()
    };
    column.values.iter().flat_map(spellings).collect()
}

/// A record of which no more is known than what one value of one column says.
struct Alone<'r> {
    rule: &'r ValueRule,
    kind: Kind,
    column: &'r Column,
}

impl Alone<'_> {
    /// What the value says of an axis or field.
    fn claim(&self, name: &str) -> Option<&str> {
        let found = self.rule.claims.iter().find(|(claimed, _)| claimed == name);
        let fed = matches!(&self.column.does, Does::Fields { fields, .. } if fields.iter().any(|f| f == name));
        let own = self.rule.value.as_ref().unwrap_or(&self.rule.stored);
        found
            .map(|(_, value)| value)
            .or(fed.then_some(own))
            .map(String::as_str)
    }
}

impl Facts for Alone<'_> {
    fn axis(&self, name: &str) -> &str {
        let least = match name {
            "stage" => "known",
            "kind" => self.kind.name(),
            "temperature" => "unknown",
            _ => "no",
        };
        self.claim(name).unwrap_or(least)
    }
    fn has_role(&self, role: &str) -> bool {
        self.rule
            .claims
            .iter()
            .any(|(axis, value)| axis == "roles" && value == role)
    }
    fn field(&self, name: &str) -> &str {
        self.claim(name).unwrap_or_default()
    }
    fn column(&self, _: &str) -> &str {
        ""
    }
    fn declared(&self, _: &str) -> bool {
        false
    }
    fn is(&self, _: &str) -> bool {
        false
    }
}
