//! Checks the names in an expression, and puts a plain variable in the place of each thing that it
//! looks at: `f["email"]` becomes `look0`, `is("lead")` (no call in Jinja) becomes `look1`.

use super::names::{check_filter, check_known, check_value, unknown_field, unknown_name};
use super::tokens::{Kind, Token, tokens};
use crate::model::axis::{AXES, Stage};
use crate::model::evidence::{EVIDENCE, NUMBERS};
use crate::model::field;

/// One thing that an expression looks at.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Look {
    Axis(&'static str),
    Roles,
    Field(String),
    Column(String),
    Declared(String),
    Is(String),
    HasRole(String),
    Reached(Stage),
    Evidence(&'static str),
    Number(Compared),
}

/// A number and what it is compared with, as a whole: where it is unknown, the comparison does not hold.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Compared {
    pub name: &'static str,
    sign: Sign,
    pub with: f64,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Less,
    AtMost,
    Equal,
    Other,
    AtLeast,
    More,
}

impl Sign {
    fn named(sign: &str) -> Option<Self> {
        match sign {
            "<" => Some(Self::Less),
            "<=" => Some(Self::AtMost),
            "==" => Some(Self::Equal),
            "!=" => Some(Self::Other),
            ">=" => Some(Self::AtLeast),
            ">" => Some(Self::More),
            _ => None,
        }
    }
}

impl Compared {
    /// Whether the comparison holds for a number that may be unknown.
    pub fn holds(&self, number: Option<f64>) -> bool {
        number.is_some_and(|number| match self.sign {
            Sign::Less => number < self.with,
            Sign::AtMost => number <= self.with,
            Sign::Equal => number == self.with,
            Sign::Other => number != self.with,
            Sign::AtLeast => number >= self.with,
            Sign::More => number > self.with,
        })
    }
}

const KEYWORDS: [&str; 12] = [
    "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "True", "False",
];

/// The rewritten expression and what its variables stand for.
pub(super) fn rewrite(source: &str) -> Result<(String, Vec<Look>), String> {
    let tokens = tokens(source)?;
    let mut rewriting = Rewriting {
        source,
        tokens: &tokens,
        out: String::new(),
        copied: 0,
        looks: Vec::new(),
    };
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += match token.kind {
            Kind::Name => rewriting.name(at, token)?,
            Kind::Sign if token.text == "=" => {
                return Err("`=` compares nothing; write `==`".into());
            }
            Kind::Sign if token.text == "&&" => {
                return Err("`&&` joins nothing; write `and`".into());
            }
            _ => 1,
        };
    }
    rewriting.copy_to(source.len());
    Ok((rewriting.out, rewriting.looks))
}

struct Rewriting<'a> {
    source: &'a str,
    tokens: &'a [Token],
    out: String,
    copied: usize,
    looks: Vec<Look>,
}

impl Rewriting<'_> {
    /// Handles the name at a token; how many tokens that took.
    fn name(&mut self, at: usize, token: &Token) -> Result<usize, String> {
        let name = token.text.as_str();
        let before = self.word(at.wrapping_sub(1));
        if before == "|" {
            return check_filter(name).map(|()| 1);
        }
        if before == "." {
            return Err(format!(
                "`.{name}` reads nothing; write `f[\"…\"]` or `col[\"…\"]`"
            ));
        }
        if name == "is" && self.is_call(at) {
            let class = self.argument(at, "is", "(", "lead")?;
            return Ok(self.put(at, 4, Look::Is(class)));
        }
        if KEYWORDS.contains(&name) {
            return Ok(1);
        }
        if before == "is" || (before == "not" && self.word(at.wrapping_sub(2)) == "is") {
            return super::names::check_test(name).map(|()| 1);
        }
        if let Some(axis) = AXES.iter().find(|axis| **axis == name) {
            return self.axis(at, axis);
        }
        self.call(at, name)
    }

    /// `f[…]`, `col[…]` and the functions.
    fn call(&mut self, at: usize, name: &str) -> Result<usize, String> {
        let look = match name {
            "f" => {
                let field = self.argument(at, "f", "[", "email")?;
                if field::type_of(&field).is_none() {
                    return Err(unknown_field(&field));
                }
                Look::Field(field)
            }
            "col" => Look::Column(self.argument(at, "col", "[", "Header")?),
            "declared" => Look::Declared(self.argument(at, "declared", "(", "lead")?),
            "has_role" => {
                let role = self.argument(at, "has_role", "(", "partner")?;
                check_value("roles", &role)?;
                Look::HasRole(role)
            }
            "reached" => {
                let stage = self.argument(at, "reached", "(", "sql")?;
                check_value("stage", &stage)?;
                Look::Reached(Stage::named(&stage).unwrap_or_default())
            }
            "evidence" => {
                let kind = self.argument(at, "evidence", "(", "sales")?;
                Look::Evidence(check_known("evidence", &kind, EVIDENCE)?)
            }
            "number" => return self.number(at),
            _ => return Err(unknown_name(name)),
        };
        Ok(self.put(at, 4, look))
    }

    /// A number with its comparison: `number("score") >= 40`.
    fn number(&mut self, at: usize) -> Result<usize, String> {
        let name = self.argument(at, "number", "(", "score")?;
        let name = check_known("number", &name, NUMBERS)?;
        let sign = Sign::named(self.word(at + 4));
        let with = self.tokens.get(at + 5).filter(|t| t.kind == Kind::Number);
        let with = with.and_then(|t| t.text.replace('_', "").parse().ok());
        let compared = sign
            .zip(with)
            .map(|(sign, with)| Compared { name, sign, with });
        let ends = matches!(self.word(at + 6), "" | "and" | "or" | ")" | "if" | "else");
        let alone = matches!(
            self.word(at.wrapping_sub(1)),
            "" | "and" | "or" | "not" | "(" | "if" | "else"
        );
        match compared.filter(|_| ends && alone) {
            Some(compared) => Ok(self.put(at, 6, Look::Number(compared))),
            None => Err(format!(
                "`number` is compared with a number to its right; write `number(\"{name}\") >= 10`"
            )),
        }
    }

    /// An axis, with the values that it is compared with.
    fn axis(&mut self, at: usize, axis: &'static str) -> Result<usize, String> {
        let (before, after) = (self.word(at.wrapping_sub(1)), self.word(at + 1));
        let joint = |word: &str| matches!(word, "" | "and" | "or" | "if" | "else");
        let opens = joint(before) || matches!(before, "not" | "(");
        if opens
            && (joint(after) || after == ")")
            && (axis == "converted" || !(before.is_empty() && after.is_empty()))
        {
            let example = if axis == "converted" {
                "yes"
            } else {
                self.example(axis)
            };
            return Err(format!(
                "`{axis}` alone always holds; compare it: `{axis} == \"{example}\"`"
            ));
        }
        for text in self.compared_with(at) {
            check_value(axis, text)?;
            if axis == "roles" && before != "in" {
                return Err(format!("`roles` is a set; write `has_role(\"{text}\")`"));
            }
        }
        let look = if axis == "roles" {
            Look::Roles
        } else {
            Look::Axis(axis)
        };
        Ok(self.put(at, 1, look))
    }

    fn example(&self, axis: &str) -> &'static str {
        let values = crate::model::axis::values_of(axis).unwrap_or_default();
        values.last().copied().unwrap_or_default()
    }

    /// The texts that the axis at a token is compared with: beside `==`, `!=`, or in a list after `in`.
    fn compared_with(&self, at: usize) -> Vec<&str> {
        let mut texts = Vec::new();
        let compares = |word: &str| matches!(word, "==" | "!=");
        if compares(self.word(at + 1)) {
            texts.extend(self.text(at + 2));
        }
        let before = self.word(at.wrapping_sub(1));
        if compares(before) || before == "in" {
            let back = if self.word(at.wrapping_sub(2)) == "not" {
                3
            } else {
                2
            };
            texts.extend(self.text(at.wrapping_sub(back)));
        }
        let list = match (self.word(at + 1), self.word(at + 2)) {
            ("in", "[" | "(") => at + 3,
            ("not", "in") => at + 4,
            _ => return texts,
        };
        let inside = self.tokens.get(list..).unwrap_or_default().iter();
        let items = inside.take_while(|t| t.kind == Kind::Text || t.text == ",");
        texts.extend(
            items
                .filter(|t| t.kind == Kind::Text)
                .map(|t| t.text.as_str()),
        );
        texts
    }

    /// Whether `is` at a token is the question `is("class")` rather than the operator.
    fn is_call(&self, at: usize) -> bool {
        let before = self.tokens.get(at.wrapping_sub(1));
        let operand = before.is_some_and(|t| match t.kind {
            Kind::Text | Kind::Number => true,
            Kind::Sign => matches!(t.text.as_str(), ")" | "]"),
            Kind::Name => !KEYWORDS.contains(&t.text.as_str()),
        });
        self.word(at + 1) == "(" && !operand
    }

    /// The quoted name in brackets after the token.
    fn argument(
        &self,
        at: usize,
        name: &str,
        opens: &str,
        example: &str,
    ) -> Result<String, String> {
        let closes = if opens == "[" { "]" } else { ")" };
        let around = self.word(at + 1) == opens && self.word(at + 3) == closes;
        match self.text(at + 2) {
            Some(text) if around => Ok(text.to_owned()),
            _ => Err(format!(
                "`{name}` needs a name in quotes: `{name}{opens}\"{example}\"{closes}`"
            )),
        }
    }

    /// The sign or name at a token; empty beyond the ends and for texts.
    fn word(&self, at: usize) -> &str {
        let token = self.tokens.get(at).filter(|t| t.kind != Kind::Text);
        token.map_or("", |t| t.text.as_str())
    }

    fn text(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at).filter(|t| t.kind == Kind::Text)?;
        Some(&token.text)
    }

    /// Writes the variable of a look in the place of some tokens.
    fn put(&mut self, at: usize, count: usize, look: Look) -> usize {
        let place = self
            .looks
            .iter()
            .position(|l| *l == look)
            .unwrap_or_else(|| {
                self.looks.push(look);
                self.looks.len() - 1
            });
        let ends = self
            .tokens
            .get(at + count - 1)
            .map_or(self.source.len(), |t| t.end);
        self.copy_to(self.tokens.get(at).map_or(ends, |t| t.start));
        self.out.push_str(&format!("look{place}"));
        self.copied = ends;
        count
    }

    fn copy_to(&mut self, end: usize) {
        self.out
            .push_str(self.source.get(self.copied..end).unwrap_or_default());
        self.copied = end;
    }
}
