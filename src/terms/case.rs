//! A record that only its axes and some fields are known of, and what profiles say of it.

use crate::expression::Facts;
use crate::model::axis::{Kind, Roles, STAGES, Stage, Temperature};
use crate::profile::schema::{Column, Does, Object, ObjectKind, Profile, ValueRule};

use super::extent::Extent;

/// The record.
#[derive(Clone, Debug, Default)]
pub(super) struct Case {
    pub kind: Kind,
    pub stage: Stage,
    pub temperature: Temperature,
    pub converted: bool,
    pub roles: Roles,
    pub declared: String,
    fields: Vec<(String, String)>,
}

impl Case {
    pub fn new(kind: Kind, stage: Stage) -> Self {
        Self {
            kind,
            stage,
            ..Self::default()
        }
    }

    /// The record that a value of a column makes in an object, at a stage where the value names none.
    pub fn of_value(object: &Object, column: &Column, rule: &ValueRule, usual: Stage) -> Self {
        let ObjectKind::Party(kind) = object.kind else {
            return Self::default();
        };
        let mut case = Self::new(kind, usual);
        if let Does::Fields { fields, .. } = &column.does {
            let value = rule.value.as_ref().unwrap_or(&rule.stored);
            case.fields
                .extend(fields.first().map(|field| (field.clone(), value.clone())));
        }
        for (name, value) in &rule.claims {
            case.claim(name, value);
        }
        case.declare(object);
        case
    }

    /// The record that an object holds at a stage.
    pub fn of_object(object: &Object, stage: Stage) -> Self {
        let ObjectKind::Party(kind) = object.kind else {
            return Self::default();
        };
        let mut case = Self::new(kind, stage);
        case.declare(object);
        case
    }

    fn claim(&mut self, name: &str, value: &str) {
        match name {
            "kind" => self.kind = Kind::named(value).unwrap_or(self.kind),
            "stage" => self.stage = Stage::named(value).unwrap_or(self.stage),
            "temperature" => self.temperature = Temperature::named(value).unwrap_or_default(),
            "converted" => self.converted = value == "yes",
            "roles" => self.roles = self.roles.with(Roles::named(value).unwrap_or_default()),
            field => self.fields.push((field.to_owned(), value.to_owned())),
        }
    }

    fn knows(&self, field: &str) -> bool {
        self.fields.iter().any(|(known, _)| known == field)
    }

    fn declare(&mut self, object: &Object) {
        let holds = |case: &Self, when: &Option<crate::expression::Expression>| {
            when.as_ref().is_none_or(|when| when.eval_bool(case))
        };
        let class = object
            .declares
            .iter()
            .find(|declare| declare.tells(|field| self.knows(field)) && holds(self, &declare.when));
        self.declared = class
            .map(|declare| declare.class.clone())
            .unwrap_or_default();
    }

    /// The object of a target that it is written to.
    pub fn written_to<'p>(&self, target: &'p Profile) -> Option<&'p Object> {
        let named = |name: &String| target.objects.iter().find(|object| object.name == *name);
        let ordered = target
            .import
            .order
            .iter()
            .filter_map(named)
            .chain(&target.objects);
        let mut fitting = ordered.filter(|object| object.kind == ObjectKind::Party(self.kind));
        fitting.find(|object| {
            let when = object.write.as_ref().map(|write| &write.when);
            when.is_some_and(|when| when.as_ref().is_none_or(|when| when.eval_bool(self)))
        })
    }
}

impl Facts for Case {
    fn axis(&self, name: &str) -> &str {
        match name {
            "kind" => self.kind.name(),
            "stage" => self.stage.name(),
            "temperature" => self.temperature.name(),
            _ if self.converted => "yes",
            _ => "no",
        }
    }
    fn has_role(&self, role: &str) -> bool {
        self.roles.names().any(|name| name == role)
    }
    fn field(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value)
    }
    fn column(&self, _: &str) -> &str {
        ""
    }
    fn declared(&self, class: &str) -> bool {
        self.declared == class
    }
    fn is(&self, class: &str) -> bool {
        self.declared == class
    }
}

/// The value of an axis that a rule claims.
pub(super) fn claimed<'r>(rule: &'r ValueRule, axis: &str) -> Option<&'r str> {
    let mut claims = rule.claims.iter();
    claims
        .find(|(name, _)| name == axis)
        .map(|(_, value)| value.as_str())
}

/// The stages that an object's rows may be at: those that its values and claims name. Where nothing names one: those at
/// which a record that nobody declared anything of would be written there.
pub(super) fn stages(object: &Object) -> Vec<Stage> {
    let rules = object.columns.iter().flat_map(|column| &column.values);
    let of_rows = object.claims.iter().flat_map(|claim| &claim.axes);
    let of_rows = of_rows
        .filter(|(axis, _)| axis == "stage")
        .map(|(_, value)| value.as_str());
    let claimed: Vec<&str> = rules
        .filter_map(|rule| claimed(rule, "stage"))
        .chain(of_rows)
        .collect();
    let all = || STAGES.iter().filter_map(|name| Stage::named(name));
    if !claimed.is_empty() {
        return all()
            .filter(|stage| claimed.contains(&stage.name()))
            .collect();
    }
    let ObjectKind::Party(kind) = object.kind else {
        return Vec::new();
    };
    let when = object.write.as_ref().and_then(|write| write.when.as_ref());
    all()
        .filter(|stage| when.is_none_or(|when| when.eval_bool(&Case::new(kind, *stage))))
        .collect()
}

/// What an object's rows cover. The only box for its kind of party holds all of them, as does one for organizations
/// that are no prospects by its word.
pub(super) fn extent(profile: &Profile, object: &Object) -> Extent {
    let ObjectKind::Party(kind) = object.kind else {
        return Extent::default();
    };
    let boxes = profile
        .objects
        .iter()
        .filter(|other| other.rows_of.is_none());
    let alone = boxes.filter(|other| other.kind == object.kind).count() == 1;
    let in_funnel = object
        .declares
        .iter()
        .any(|declare| declare.class != "organization");
    if (alone && object.rows_of.is_none()) || (kind == Kind::Organization && !in_funnel) {
        return Extent::named(kind.name(), "*");
    }
    let stages = stages(object).into_iter();
    stages.fold(Extent::default(), |all, stage| {
        all.with(Extent::of(kind, stage))
    })
}

/// The word for a system's object, in a language, else in English.
pub(super) fn label<'o>(object: &'o Object, language: &str) -> &'o str {
    by_language(&object.labels, language)
        .and_then(|words| words.first())
        .map_or(&object.name, |w| w)
}

/// The word for a system's column, in a language, else in English, else its name.
pub(super) fn column_label<'o>(column: &'o Column, language: &str) -> &'o str {
    by_language(&column.labels, language)
        .and_then(|words| words.first())
        .map_or(&column.key, |w| w)
}

/// What is said in a language, else in English.
pub(super) fn by_language<'a, T>(texts: &'a [(String, T)], language: &str) -> Option<&'a T> {
    let find = |language: &str| texts.iter().find(|(known, _)| known == language);
    find(language).or_else(|| find("en")).map(|(_, text)| text)
}
