//! Why an expression does not hold: the first of its conditions that fails, what was there, and what it wants.

use super::rewrite::Look;
use super::tokens::{Kind, tokens};
use super::{Expression, Facts};
use crate::model::axis::values_of;

/// A condition that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The condition, as written.
    pub condition: String,
    /// What is there, in words: `stage is "interested"`.
    pub is: String,
    /// The values of the one axis that it looks at by which it would hold; empty where it looks at something else.
    pub wants: Vec<&'static str>,
}

impl Expression {
    /// The conditions that have to hold together: its parts between `and`, itself where that is not what joins it.
    pub fn conditions(&self) -> Vec<Self> {
        let parts = self.between_ands().unwrap_or_default();
        let compiled: Option<Vec<Self>> = parts
            .iter()
            .map(|part| Self::compile(part.trim()).ok())
            .collect();
        match compiled {
            Some(parts) if parts.len() > 1 => parts,
            _ => vec![self.clone()],
        }
    }

    /// The first of its conditions that does not hold.
    pub fn first_failed(&self, facts: &dyn Facts) -> Option<Failed> {
        let mut conditions = self.conditions().into_iter();
        let failed = conditions.find(|condition| !condition.eval_bool(facts))?;
        Some(Failed {
            condition: failed.source.to_string(),
            is: failed.seen(facts),
            wants: failed.wants(facts),
        })
    }

    /// The texts between the `and`s outside of brackets; nothing where `or` or `if` binds them last.
    fn between_ands(&self) -> Option<Vec<&str>> {
        let mut depth = 0_i32;
        let (mut parts, mut start) = (Vec::new(), 0);
        for token in tokens(&self.source).ok()? {
            match (token.kind, token.text.as_str()) {
                (Kind::Sign, "(" | "[") => depth += 1,
                (Kind::Sign, ")" | "]") => depth -= 1,
                (Kind::Name, "or" | "if") if depth == 0 => return None,
                (Kind::Name, "and") if depth == 0 => {
                    parts.push(self.source.get(start..token.start)?);
                    start = token.end;
                }
                _ => {}
            }
        }
        parts.push(self.source.get(start..)?);
        Some(parts)
    }

    /// What it looks at, and what that is.
    fn seen(&self, facts: &dyn Facts) -> String {
        let yes = |holds: bool| if holds { "yes" } else { "no" };
        let said = |look: &Look| match look {
            Look::Axis(name) => format!("{name} is \"{}\"", facts.axis(name)),
            Look::Reached(_) => format!("stage is \"{}\"", facts.axis("stage")),
            Look::Field(name) => format!("f[\"{name}\"] is \"{}\"", facts.field(name)),
            Look::Column(name) => format!("col[\"{name}\"] is \"{}\"", facts.column(name)),
            Look::Declared(class) => {
                format!("declared(\"{class}\") is {}", yes(facts.declared(class)))
            }
            Look::Is(class) => format!("is(\"{class}\") is {}", yes(facts.is(class))),
            Look::HasRole(role) => {
                format!("has_role(\"{role}\") is {}", yes(facts.has_role(role)))
            }
            Look::Roles => "its roles are others".to_string(),
            Look::Evidence(name) => {
                format!("evidence(\"{name}\") is {}", yes(facts.evidence(name)))
            }
            Look::Number(compared) => match facts.number(compared.name) {
                Some(number) => format!("number(\"{}\") is {number}", compared.name),
                None => format!("number(\"{}\") is unknown", compared.name),
            },
        };
        let all: Vec<String> = self.looks.iter().map(said).collect();
        all.join(", ")
    }

    fn wants(&self, facts: &dyn Facts) -> Vec<&'static str> {
        let axis = match &*self.looks {
            [Look::Axis(axis)] => *axis,
            [Look::Reached(_)] => "stage",
            _ => return Vec::new(),
        };
        let holds = |value: &&&'static str| self.eval_bool(&With { facts, axis, value });
        let values = values_of(axis).unwrap_or_default();
        values.iter().filter(holds).copied().collect()
    }
}

/// Facts, but for the value of one axis.
struct With<'a> {
    facts: &'a dyn Facts,
    axis: &'a str,
    value: &'a str,
}

impl Facts for With<'_> {
    fn axis(&self, name: &str) -> &str {
        if name == self.axis {
            self.value
        } else {
            self.facts.axis(name)
        }
    }

    fn has_role(&self, role: &str) -> bool {
        self.facts.has_role(role)
    }

    fn field(&self, name: &str) -> &str {
        self.facts.field(name)
    }

    fn column(&self, header: &str) -> &str {
        self.facts.column(header)
    }

    fn declared(&self, class: &str) -> bool {
        self.facts.declared(class)
    }

    fn is(&self, class: &str) -> bool {
        self.facts.is(class)
    }
}
