//! Conditions and computed values in profiles and glossaries: MiniJinja expressions over a record's
//! axes and fields, checked when they are compiled, so that a typo fails before any row.

mod names;
mod rewrite;
mod tokens;
mod why;

use std::fmt;
use std::hash::Hasher;
use std::sync::{Arc, LazyLock};

use minijinja::value::{Object, Value};
use minijinja::{Environment, Expression as Compiled, UndefinedBehavior, filters, tests as checks};

use crate::model::axis::{ROLES, Stage};
use crate::yaml::{Checking, Node};

pub use names::unknown_field;
use rewrite::{Look, rewrite};
pub use why::Failed;

/// What an expression may look at. Absent texts are empty.
pub trait Facts {
    /// The value of an axis; `roles` is not asked for here.
    fn axis(&self, name: &str) -> &str;
    /// Whether the party has the role.
    fn has_role(&self, role: &str) -> bool;
    /// The text of a canonical field.
    fn field(&self, name: &str) -> &str;
    /// The raw cell of a column of the source.
    fn column(&self, header: &str) -> &str;
    /// Whether the source declares the record to be of that class.
    fn declared(&self, class: &str) -> bool;
    /// Whether the glossary says that the record is of that class.
    fn is(&self, class: &str) -> bool;
    /// Whether there is evidence of that kind, of [`crate::model::evidence::EVIDENCE`].
    fn evidence(&self, _: &str) -> bool {
        false
    }
    /// A number of [`crate::model::evidence::NUMBERS`], where it is known.
    fn number(&self, _: &str) -> Option<f64> {
        None
    }
}

/// Compiles the expression that a node holds, or notes what is wrong with it.
pub fn read(node: &Node, checking: &mut Checking) -> Option<Expression> {
    match Expression::compile(node.text()?) {
        Ok(expression) => Some(expression),
        Err(said) => {
            let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
            checking.wrong(node, message, way_out);
            None
        }
    }
}

/// A checked and compiled expression.
///
/// Each thing that it looks at (`stage`, `f["email"]`, `declared("lead")`) is looked up once, before
/// it is worked out; nothing else can be reached. An expression that cannot be worked out for a
/// record (`f["lead.score"] | int` of a text) does not hold, and as a text is empty.
#[derive(Clone)]
pub struct Expression {
    source: Arc<str>,
    looks: Arc<[Look]>,
    compiled: Arc<Compiled<'static, 'static>>,
}

/// Steps that one evaluation may take.
const FUEL: u64 = 10_000;

/// The filters that an expression may use, and what they do.
pub const FILTERS: &[(&str, &str)] = &[
    ("default", "another text where there is none"),
    ("first", "the first item or character"),
    ("float", "the text as a number"),
    ("int", "the text as a whole number"),
    ("join", "a list as one text"),
    ("last", "the last item or character"),
    ("length", "how many characters or items"),
    ("lower", "in lower case"),
    ("replace", "another text for a text"),
    ("round", "rounded"),
    ("split", "a text as a list"),
    ("title", "each word with a capital"),
    ("trim", "without white space at the ends"),
    ("upper", "in upper case"),
];

/// The tests that may stand after `is`.
pub const CHECKS: &[&str] = &["endingwith", "startingwith"];

static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = Environment::empty();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_fuel(Some(FUEL));
    env.add_filter("default", filters::default);
    env.add_filter("first", filters::first);
    env.add_filter("float", filters::float);
    env.add_filter("int", filters::int);
    env.add_filter("join", filters::join);
    env.add_filter("last", filters::last);
    env.add_filter("length", filters::length);
    env.add_filter("lower", filters::lower);
    env.add_filter("replace", filters::replace);
    env.add_filter("round", filters::round);
    env.add_filter("split", filters::split);
    env.add_filter("title", filters::title);
    env.add_filter("trim", filters::trim);
    env.add_filter("upper", filters::upper);
    env.add_test("endingwith", checks::is_endingwith);
    env.add_test("startingwith", checks::is_startingwith);
    env
});

impl Expression {
    /// Checks and compiles an expression.
    ///
    /// # Errors
    /// What is wrong with it and the way out: syntax, unknown names, fields, filters, and axes compared with
    /// values that they can't have.
    pub fn compile(source: &str) -> Result<Self, String> {
        let (rewritten, looks) = rewrite(source)?;
        let compiled = ENVIRONMENT
            .compile_expression_owned(rewritten)
            .map_err(|error| {
                let detail = error.detail().unwrap_or("syntax error");
                format!("`{source}` is no expression: {detail}")
            })?;
        Ok(Self {
            source: source.into(),
            looks: looks.into(),
            compiled: Arc::new(compiled),
        })
    }

    /// Whether it holds.
    pub fn eval_bool(&self, facts: &dyn Facts) -> bool {
        self.value(facts).is_some_and(|value| value.is_true())
    }

    /// Its text; empty where there is nothing.
    pub fn eval_text(&self, facts: &dyn Facts) -> String {
        match self.value(facts) {
            Some(value) if !value.is_none() && !value.is_undefined() => value.to_string(),
            _ => String::new(),
        }
    }

    /// Whether it looks at no field, column or evidence: only at axes and at classes.
    pub fn axes_only(&self) -> bool {
        let deep = |look: &Look| {
            matches!(
                look,
                Look::Field(_) | Look::Column(_) | Look::Evidence(_) | Look::Number(_)
            )
        };
        !self.looks.iter().any(deep)
    }

    /// The columns that it looks at, in the order of their first mention.
    pub fn uses_columns(&self) -> Vec<String> {
        self.uses(|look| match look {
            Look::Column(name) => Some(name.clone()),
            _ => None,
        })
    }

    /// The canonical fields that it looks at, in the order of their first mention.
    pub fn uses_fields(&self) -> Vec<String> {
        self.uses(|look| match look {
            Look::Field(name) => Some(name.clone()),
            _ => None,
        })
    }

    /// The classes that it asks about with `declared` or `is`, in the order of their first mention.
    pub fn uses_classes(&self) -> Vec<String> {
        self.uses(|look| match look {
            Look::Declared(name) | Look::Is(name) => Some(name.clone()),
            _ => None,
        })
    }

    /// The classes that it asks about with `is`, in the order of their first mention.
    pub fn uses_is(&self) -> Vec<String> {
        self.uses(|look| match look {
            Look::Is(name) => Some(name.clone()),
            _ => None,
        })
    }

    /// The kinds of evidence that it looks at, in the order of their first mention.
    pub fn uses_evidence(&self) -> Vec<&'static str> {
        self.uses(|look| match look {
            Look::Evidence(name) => Some(*name),
            _ => None,
        })
    }

    /// The numbers that it compares, each with what it is compared with, in the order of their first mention.
    pub fn uses_numbers(&self) -> Vec<(&'static str, f64)> {
        self.uses(|look| match look {
            Look::Number(compared) => Some((compared.name, compared.with)),
            _ => None,
        })
    }

    /// The axes that it looks at, apart from roles.
    pub fn uses_axes(&self) -> Vec<&'static str> {
        self.uses(|look| match look {
            Look::Axis(name) => Some(*name),
            Look::Reached(_) => Some("stage"),
            _ => None,
        })
    }

    /// The roles that it looks at; all of them where it looks at the set.
    pub fn uses_roles(&self) -> Vec<String> {
        let all = self.looks.contains(&Look::Roles);
        let named = self.uses(|look| match look {
            Look::HasRole(name) => Some(name.clone()),
            _ => None,
        });
        let role = |role: &&str| all || named.iter().any(|name| name == role);
        ROLES
            .iter()
            .filter(|r| role(r))
            .map(|r| (*r).to_owned())
            .collect()
    }

    fn uses<T>(&self, pick: impl Fn(&Look) -> Option<T>) -> Vec<T> {
        self.looks.iter().filter_map(pick).collect()
    }

    /// Whether it looks at the stage.
    pub fn uses_stage(&self) -> bool {
        let stage = |look: &Look| matches!(look, Look::Axis("stage") | Look::Reached(_));
        self.looks.iter().any(stage)
    }

    /// Its text, as written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Hashes all that it looks at: where that is the same, so is what it comes to.
    pub fn hash_seen(&self, facts: &dyn Facts, hasher: &mut dyn Hasher) {
        for look in self.looks.iter() {
            look.hash_seen(facts, hasher);
        }
    }

    fn value(&self, facts: &dyn Facts) -> Option<Value> {
        let seen = self.looks.iter().map(|look| look.see(facts)).collect();
        self.compiled.eval(Value::from_object(Seen(seen))).ok()
    }
}

impl fmt::Debug for Expression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Expression").field(&self.source).finish()
    }
}

impl PartialEq for Expression {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Look {
    fn hash_seen(&self, facts: &dyn Facts, hasher: &mut dyn Hasher) {
        let mut text = |text: &str| {
            hasher.write(text.as_bytes());
            hasher.write_u8(0xff);
        };
        match self {
            Self::Axis(name) => text(facts.axis(name)),
            Self::Field(name) => text(facts.field(name)),
            Self::Column(name) => text(facts.column(name)),
            Self::Roles => {
                for role in ROLES {
                    hasher.write_u8(u8::from(facts.has_role(role)));
                }
            }
            _ => hasher.write_u8(u8::from(self.see(facts).is_true())),
        }
    }

    fn see(&self, facts: &dyn Facts) -> Value {
        match self {
            Self::Roles => ROLES
                .iter()
                .copied()
                .filter(|r| facts.has_role(r))
                .collect(),
            Self::Axis(name) => Value::from(facts.axis(name)),
            Self::Field(name) => Value::from(facts.field(name)),
            Self::Column(name) => Value::from(facts.column(name)),
            Self::Declared(class) => Value::from(facts.declared(class)),
            Self::Is(class) => Value::from(facts.is(class)),
            Self::HasRole(role) => Value::from(facts.has_role(role)),
            Self::Evidence(name) => Value::from(facts.evidence(name)),
            Self::Number(compared) => Value::from(compared.holds(facts.number(compared.name))),
            Self::Reached(stage) => {
                let now = Stage::named(facts.axis("stage"));
                Value::from(now.is_some_and(|now| now.reached(*stage)))
            }
        }
    }
}

/// The looked-up values, under the names that the rewriting gave them.
#[derive(Debug)]
struct Seen(Vec<Value>);

impl Object for Seen {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let at: usize = key.strip_prefix("look")?.parse().ok()?;
        self.0.get(at).cloned()
    }
}

#[cfg(test)]
mod tests;
