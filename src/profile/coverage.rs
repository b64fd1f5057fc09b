//! Proves that whatever a record's stage, a column with conditions gets a value: by trying every
//! combination of the axes and of the classes that the conditions ask about.

use super::schema::{ObjectKind, Profile, Write, WriteValue};
use crate::expression::{Expression, Facts};
use crate::model::axis::{Kind, ROLES, STAGES, TEMPERATURES};
use crate::yaml::Checking;
use crate::yaml::Node;

/// Most classes that are tried in all combinations.
const MAX_CLASSES: usize = 6;

/// Notes every column of `write.values` whose value follows the stage and that some stage leaves without one.
pub(super) fn check_coverage(profile: &Profile, root: &Node, checking: &mut Checking) {
    for object in &profile.objects {
        let (Some(write), ObjectKind::Party(kind)) = (&object.write, &object.kind) else {
            continue;
        };
        let node = root
            .get("objects")
            .and_then(|all| all.get(&object.name))
            .and_then(|n| n.get("write"));
        let Some(values) = node.and_then(|node| node.get("values")) else {
            continue;
        };
        for ((column, rules), (at, _)) in write.values.iter().zip(values.entries()) {
            let stages = uncovered(write, rules, *kind);
            if !stages.is_empty() {
                let message = format!("`{column}` gets no value at stage {}", stages.join(", "));
                checking.wrong(at, message, "end its list with a line without `when`; `- {value: \"\"}` leaves it empty on purpose");
            }
        }
    }
}

/// The stages at which some combination of the rest reaches no value.
fn uncovered(write: &Write, rules: &[WriteValue], kind: Kind) -> Vec<&'static str> {
    let by_stage = rules
        .iter()
        .filter_map(|rule| rule.when.as_ref())
        .any(Expression::uses_stage);
    if !by_stage || rules.iter().any(|rule| rule.when.is_none()) {
        return Vec::new();
    }
    let provable: Vec<&Expression> = rules
        .iter()
        .filter_map(|r| r.when.as_ref())
        .filter(|e| e.axes_only())
        .collect();
    let gate = write.when.as_ref().filter(|when| when.axes_only());
    let classes = classes(&provable, gate);
    let open = |case: &Case<'_>| {
        gate.is_none_or(|gate| gate.eval_bool(case))
            && !provable.iter().any(|rule| rule.eval_bool(case))
    };
    let stages = STAGES.into_iter();
    stages
        .filter(|stage| cases(stage, kind, &classes).any(|case| open(&case)))
        .collect()
}

fn classes(rules: &[&Expression], gate: Option<&Expression>) -> Vec<String> {
    let mut classes: Vec<String> = rules
        .iter()
        .copied()
        .chain(gate)
        .flat_map(Expression::uses_classes)
        .collect();
    classes.sort();
    classes.dedup();
    classes.truncate(MAX_CLASSES);
    classes
}

/// One combination of axes and classes; no role, or one.
struct Case<'a> {
    stage: &'a str,
    kind: Kind,
    temperature: &'a str,
    converted: &'a str,
    role: &'a str,
    classes: Vec<&'a str>,
}

fn cases<'a>(stage: &'a str, kind: Kind, classes: &'a [String]) -> impl Iterator<Item = Case<'a>> {
    let roles = std::iter::once("").chain(ROLES);
    let sets = 0..1_usize << classes.len();
    sets.flat_map(move |set| {
        let chosen = classes
            .iter()
            .enumerate()
            .filter(|(at, _)| set & (1 << at) != 0);
        let chosen: Vec<&str> = chosen.map(|(_, class)| class.as_str()).collect();
        let axes = roles
            .clone()
            .flat_map(|role| TEMPERATURES.map(|t| (role, t)));
        axes.flat_map(move |(role, temperature)| {
            let classes = chosen.clone();
            ["no", "yes"].map(move |converted| Case {
                stage,
                kind,
                temperature,
                converted,
                role,
                classes: classes.clone(),
            })
        })
    })
}

impl Facts for Case<'_> {
    fn axis(&self, name: &str) -> &str {
        match name {
            "stage" => self.stage,
            "kind" => self.kind.name(),
            "temperature" => self.temperature,
            _ => self.converted,
        }
    }
    fn has_role(&self, role: &str) -> bool {
        self.role == role
    }
    fn field(&self, _: &str) -> &str {
        ""
    }
    fn column(&self, _: &str) -> &str {
        ""
    }
    fn declared(&self, class: &str) -> bool {
        self.classes.contains(&class)
    }
    fn is(&self, class: &str) -> bool {
        self.classes.contains(&class)
    }
}
