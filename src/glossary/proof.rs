//! Proves a glossary by trying every combination of what its definitions look at: that each class can hold, that no
//! record is without one, and that an exclusive glossary gives no record two.

use super::schema::{Class, Glossary};
use crate::expression::Facts;
use crate::model::axis::values_of;
use crate::yaml::{Checking, Node};

/// Most combinations that are tried.
const MOST: usize = 200_000;

/// Notes classes that never hold, combinations that none covers, and those that two classes of an exclusive glossary share.
pub(super) fn check(glossary: &Glossary, root: &Node, checking: &mut Checking) {
    let asked = asked(&glossary.classes);
    let combinations = asked
        .iter()
        .try_fold(1_usize, |all, one| all.checked_mul(one.count()));
    let Some(combinations) = combinations.filter(|count| *count <= MOST) else {
        let at = root.get("classes").unwrap_or(root);
        let message = format!(
            "the definitions look at too much to be tried out: more than {MOST} combinations"
        );
        return checking.wrong(at, message, "look at fewer kinds of evidence and numbers");
    };
    let mut seen = Seen::new(glossary.classes.len());
    let mut case = Case {
        asked: &asked,
        chosen: vec![0; asked.len()],
    };
    for _ in 0..combinations {
        seen.take(glossary, &case);
        case.next();
    }
    seen.report(glossary, root, checking);
}

/// One thing that definitions look at, and what it may be.
enum Asked {
    Axis(&'static str, &'static [&'static str]),
    Role(String),
    Declared(Vec<String>),
    Evidence(&'static str),
    /// A number: unknown, or one of these.
    Number(&'static str, Vec<f64>),
}

impl Asked {
    fn count(&self) -> usize {
        match self {
            Self::Axis(_, values) => values.len(),
            Self::Role(_) | Self::Evidence(_) => 2,
            Self::Declared(classes) => classes.len() + 1,
            Self::Number(_, values) => values.len() + 1,
        }
    }
}

/// Everything that the definitions look at.
fn asked(classes: &[Class]) -> Vec<Asked> {
    let whens = || classes.iter().map(|class| &class.when);
    let mut all = Vec::new();
    for axis in sorted(whens().flat_map(|when| when.uses_axes())) {
        all.push(Asked::Axis(axis, values_of(axis).unwrap_or_default()));
    }
    all.extend(
        sorted(whens().flat_map(|when| when.uses_roles()))
            .into_iter()
            .map(Asked::Role),
    );
    let declared = sorted(whens().flat_map(|when| when.uses_classes()));
    if !declared.is_empty() {
        all.push(Asked::Declared(declared));
    }
    all.extend(
        sorted(whens().flat_map(|when| when.uses_evidence()))
            .into_iter()
            .map(Asked::Evidence),
    );
    let compared: Vec<(&str, f64)> = whens().flat_map(|when| when.uses_numbers()).collect();
    for name in sorted(compared.iter().map(|(name, _)| *name)) {
        let with = compared.iter().filter(|(known, _)| *known == name);
        all.push(Asked::Number(
            name,
            around(with.map(|(_, with)| *with).collect()),
        ));
    }
    all
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    items.sort();
    items.dedup();
    items
}

/// Numbers below, at, between and above those that something is compared with.
fn around(mut marks: Vec<f64>) -> Vec<f64> {
    marks.sort_by(f64::total_cmp);
    marks.dedup();
    let between = marks.windows(2).map(|pair| pair.iter().sum::<f64>() / 2.0);
    let ends = marks.first().map(|least| least - 1.0).into_iter();
    let ends = ends.chain(marks.last().map(|most| most + 1.0));
    let mut all: Vec<f64> = ends.chain(between).chain(marks.iter().copied()).collect();
    all.sort_by(f64::total_cmp);
    all
}

/// One combination: of each thing, which of its values.
#[derive(Clone)]
struct Case<'a> {
    asked: &'a [Asked],
    chosen: Vec<usize>,
}

impl Case<'_> {
    /// Goes on to the next combination.
    fn next(&mut self) {
        for (chosen, asked) in self.chosen.iter_mut().zip(self.asked) {
            *chosen += 1;
            if *chosen < asked.count() {
                return;
            }
            *chosen = 0;
        }
    }

    fn find<T>(&self, pick: impl Fn(&Asked, usize) -> Option<T>) -> Option<T> {
        let mut all = self.asked.iter().zip(&self.chosen);
        all.find_map(|(asked, chosen)| pick(asked, *chosen))
    }

    /// It, for people: `kind organization, stage customer, evidence of dealings`.
    fn told(&self) -> String {
        let parts = self
            .asked
            .iter()
            .zip(&self.chosen)
            .filter_map(|(asked, chosen)| {
                let holds = *chosen == 1;
                match asked {
                    Asked::Axis(name, values) => Some(format!("{name} {}", values.get(*chosen)?)),
                    Asked::Role(role) => holds.then(|| format!("role {role}")),
                    Asked::Declared(classes) => {
                        let class = classes.get(chosen.checked_sub(1)?)?;
                        Some(format!("declared {class}"))
                    }
                    Asked::Evidence(name) => holds.then(|| format!("evidence of {name}")),
                    Asked::Number(name, values) => {
                        let value = values.get(chosen.checked_sub(1)?)?;
                        Some(format!("{name} {value}"))
                    }
                }
            });
        let parts: Vec<String> = parts.collect();
        if parts.is_empty() {
            "every record".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

impl Facts for Case<'_> {
    fn axis(&self, name: &str) -> &str {
        let value = self.find(|asked, chosen| match asked {
            Asked::Axis(axis, values) if *axis == name => values.get(chosen).copied(),
            _ => None,
        });
        value.unwrap_or_default()
    }

    fn has_role(&self, role: &str) -> bool {
        let held = self.find(|asked, chosen| match asked {
            Asked::Role(name) if name == role => Some(chosen == 1),
            _ => None,
        });
        held.unwrap_or_default()
    }

    fn field(&self, _: &str) -> &str {
        ""
    }

    fn column(&self, _: &str) -> &str {
        ""
    }

    fn declared(&self, class: &str) -> bool {
        let declared = self.find(|asked, chosen| match asked {
            Asked::Declared(classes) => Some(classes.get(chosen.checked_sub(1)?)? == class),
            _ => None,
        });
        declared.unwrap_or_default()
    }

    fn is(&self, _: &str) -> bool {
        false
    }

    fn evidence(&self, name: &str) -> bool {
        let there = self.find(|asked, chosen| match asked {
            Asked::Evidence(kind) if *kind == name => Some(chosen == 1),
            _ => None,
        });
        there.unwrap_or_default()
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.find(|asked, chosen| match asked {
            Asked::Number(number, values) if *number == name => {
                values.get(chosen.checked_sub(1)?).copied()
            }
            _ => None,
        })
    }
}

/// What the combinations have shown.
struct Seen {
    /// Which classes have held.
    held: Vec<bool>,
    /// Combinations without a class: how many, and the first.
    without: (usize, String),
    /// Pairs of classes that hold together, each with its first combination.
    together: Vec<(usize, usize, String)>,
}

impl Seen {
    fn new(classes: usize) -> Self {
        Self {
            held: vec![false; classes],
            without: (0, String::new()),
            together: Vec::new(),
        }
    }

    fn take(&mut self, glossary: &Glossary, case: &Case<'_>) {
        let classes = glossary.classes.iter().enumerate();
        let holding: Vec<usize> = classes
            .filter(|(_, class)| class.when.eval_bool(case))
            .map(|(at, _)| at)
            .collect();
        if holding.is_empty() {
            if self.without.0 == 0 {
                self.without.1 = case.told();
            }
            self.without.0 += 1;
        }
        for (nth, one) in holding.iter().enumerate() {
            if let Some(held) = self.held.get_mut(*one) {
                *held = true;
            }
            for other in holding.iter().skip(nth + 1).filter(|_| glossary.exclusive) {
                if !self.together.iter().any(|(a, b, _)| (a, b) == (one, other)) {
                    self.together.push((*one, *other, case.told()));
                }
            }
        }
    }

    fn report(self, glossary: &Glossary, root: &Node, checking: &mut Checking) {
        let all = root.get("classes");
        let at = |class: &Class| {
            let node = all.and_then(|all| all.get(&class.name));
            node.and_then(|node| node.get("when")).unwrap_or(root)
        };
        for (class, _) in glossary
            .classes
            .iter()
            .zip(&self.held)
            .filter(|(_, held)| !**held)
        {
            let message = format!("no record can be `{}`", class.name);
            checking.wrong(
                at(class),
                message,
                "its conditions exclude each other: loosen them, or drop the class",
            );
        }
        for (one, other, example) in &self.together {
            let (Some(one), Some(other)) =
                (glossary.classes.get(*one), glossary.classes.get(*other))
            else {
                continue;
            };
            let message = format!(
                "`{}` and `{}` overlap: both hold for {example}",
                one.name, other.name
            );
            let way_out = "narrow one of them, or write `exclusive: false`";
            checking.wrong(at(other), message, way_out);
        }
        let (count, example) = self.without;
        if count > 0 {
            let more = if count > 1 {
                format!(" and {} more combinations", count - 1)
            } else {
                String::new()
            };
            let message = format!("no class holds for {example}{more}");
            checking.wrong(
                all.unwrap_or(root),
                message,
                "widen a class, or add one for what is left",
            );
        }
    }
}
