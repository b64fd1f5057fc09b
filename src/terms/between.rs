//! From one system to another: which object and which value becomes which, and which words mislead.

use super::case::{Case, claimed, column_label, extent, label, stages};
use super::extent::{Extent, Relation};
use super::meaning::{Meaning, answer, class_term, meanings, same, yours};
use super::phrases::{axis_value, say};
use super::{Answer, Asked, Mapping, Part, Term};
use crate::glossary::Class;
use crate::model::axis::{STAGES, Stage};
use crate::profile::schema::{Column, Object, ObjectKind, Profile, ValueRule, WriteValue};

/// The axes whose values are translated.
const AXES: [&str; 4] = ["stage", "temperature", "converted", "roles"];

/// The translation table between two systems.
pub fn between(from: &Profile, to: &Profile, asked: &Asked<'_>) -> Answer {
    let language = asked.language;
    let title = say(
        language,
        "between_title",
        &[("from", &from.title), ("to", &to.title)],
    );
    let mut answer = answer(title, asked);
    let objects = objects(from, to, language);
    let values = values(from, to, language);
    for (heading, mappings) in [("objects", &objects), ("values", &values)] {
        let mut part = table(heading, from, to, mappings, language);
        if heading == "objects" {
            part.lines.push(say(language, "how_read", &[]));
        }
        answer.parts.push(part);
    }
    answer.parts.push(friends(from, to, asked));
    answer.mappings = objects
        .into_iter()
        .chain(values)
        .map(|(mapping, _)| mapping)
        .collect();
    answer
}

/// A mapping, and its two sides for people.
type Row = (Mapping, [String; 2]);

fn table(heading: &str, from: &Profile, to: &Profile, rows: &[Row], language: &str) -> Part {
    let rows = rows.iter().map(|(mapping, [left, right])| {
        let relation = say(language, mapping.relation.name(), &[]);
        vec![left.clone(), relation, right.clone(), mapping.lost.clone()]
    });
    Part {
        heading: say(language, heading, &[]),
        head: vec![
            from.title.clone(),
            say(language, "RELATION", &[]),
            to.title.clone(),
            say(language, "LOST", &[]),
        ],
        rows: rows.collect(),
        ..Part::default()
    }
}

fn mapping(
    from: &Profile,
    to: &Profile,
    subject: (String, &str),
    object: Option<(String, &str)>,
) -> Mapping {
    let term = |profile: &Profile, (id, label): (String, &str)| Term {
        source: profile.name.clone(),
        id,
        label: label.to_owned(),
    };
    Mapping {
        subject: term(from, subject),
        relation: Relation::None,
        object_source: to.name.clone(),
        object: object.map(|object| term(to, object)),
        lost: String::new(),
        computed: true,
        confidence: 0.9,
    }
}

fn objects(from: &Profile, to: &Profile, language: &str) -> Vec<Row> {
    let named = from.objects.iter();
    let named = named.filter(|object| !object.labels.is_empty() && object.rows_of.is_none());
    named
        .flat_map(|object| match &object.kind {
            ObjectKind::Party(_) => party(object, from, to, language),
            kind => vec![other(
                object,
                to.objects.iter().find(|other| other.kind == *kind),
                from,
                to,
                language,
            )],
        })
        .collect()
}

/// An object that is no party: the same kind of thing, or none.
fn other(
    object: &Object,
    there: Option<&Object>,
    from: &Profile,
    to: &Profile,
    language: &str,
) -> Row {
    let there = there.filter(|there| !there.labels.is_empty());
    let side = there.map(|there| (there.name.clone(), label(there, "en")));
    let mut row = mapping(from, to, (object.name.clone(), label(object, "en")), side);
    row.relation = if there.is_some() {
        Relation::Exact
    } else {
        Relation::None
    };
    if there.is_none() {
        row.lost = say(language, "no_object", &[]);
    }
    let right = there.map_or("–", |there| label(there, language));
    (row, [label(object, language).to_owned(), right.to_owned()])
}

/// Where the parties of an object go: one line for each object of the target.
fn party(object: &Object, from: &Profile, to: &Profile, language: &str) -> Vec<Row> {
    let mut places: Vec<(&Object, Vec<Stage>)> = Vec::new();
    let stages = stages(object);
    for stage in &stages {
        let Some(place) = Case::of_object(object, *stage).written_to(to) else {
            continue;
        };
        match places
            .iter_mut()
            .find(|(known, _)| known.name == place.name)
        {
            Some((_, stages)) => stages.push(*stage),
            None => places.push((place, vec![*stage])),
        }
    }
    if places.is_empty() {
        return vec![other(object, None, from, to, language)];
    }
    let split = places.len() > 1;
    let rows = places.into_iter().map(|(place, there)| {
        let side = (place.name.clone(), label(place, "en"));
        let mut row = mapping(
            from,
            to,
            (object.name.clone(), label(object, "en")),
            Some(side),
        );
        row.relation = extent(from, object).relation(taken(place, to));
        if split {
            let names: Vec<String> = there
                .iter()
                .map(|stage| axis_value(language, "stage", stage.name()))
                .collect();
            row.lost = say(language, "only_when", &[("list", &names.join(", "))]);
        } else {
            let mut lost = vec![loses(object, from, language)];
            if row.relation == Relation::Narrower {
                lost.push(loses(place, to, language));
            }
            lost.retain(|lost| !lost.is_empty());
            row.lost = lost.join("; ");
        }
        (
            row,
            [
                label(object, language).to_owned(),
                label(place, language).to_owned(),
            ],
        )
    });
    rows.collect()
}

/// What the profile says is lost of an object's word.
fn loses(object: &Object, profile: &Profile, language: &str) -> String {
    let names = |word: &str| {
        object
            .labels
            .iter()
            .any(|(_, words)| words.iter().any(|w| same(w, word)))
    };
    let term = profile
        .terms
        .iter()
        .find(|term| term.object == object.name && names(&term.word));
    let lost = term.and_then(|term| super::case::by_language(&term.loses, language));
    lost.cloned().unwrap_or_default()
}

/// What a target writes to one of its objects where nothing was declared.
fn taken(place: &Object, to: &Profile) -> Extent {
    let ObjectKind::Party(kind) = place.kind else {
        return Extent::default();
    };
    let stages = STAGES.iter().filter_map(|name| Stage::named(name));
    let here = stages.filter(|stage| {
        let found = Case::new(kind, *stage).written_to(to);
        found.is_some_and(|object| object.name == place.name)
    });
    here.fold(Extent::default(), |all, stage| {
        all.with(Extent::of(kind, stage))
    })
}

/// A value of the source: its object, column and rule.
type Value<'p> = (&'p Object, &'p Column, &'p ValueRule);

fn values(from: &Profile, to: &Profile, language: &str) -> Vec<Row> {
    let parties = from
        .objects
        .iter()
        .filter(|object| matches!(object.kind, ObjectKind::Party(_)) && object.rows_of.is_none());
    let columns =
        parties.flat_map(|object| object.columns.iter().map(move |column| (object, column)));
    let mut rows = Vec::new();
    for (object, column) in columns {
        let rules = column.values.iter().filter(|rule| {
            AXES.iter().any(|axis| claimed(rule, axis).is_some())
                && rule.stored.chars().any(char::is_alphabetic)
                && !matches!(rule.stored.as_str(), "true" | "false")
        });
        rows.extend(rules.map(|rule| value((object, column, rule), from, to, language)));
    }
    rows
}

fn value((object, column, rule): Value<'_>, from: &Profile, to: &Profile, language: &str) -> Row {
    let case = case_of((object, column, rule));
    let place = case.written_to(to);
    let there = place
        .map(|place| written(place, &case, rule))
        .unwrap_or_default();
    let id = format!("{}.{}.{}", object.name, column.key, rule.stored);
    let right: Vec<String> = there
        .iter()
        .map(|(column, value)| format!("{}: {value}", column_label(column, language)))
        .collect();
    let right = right.join(" + ");
    let ids: Vec<String> = there
        .iter()
        .map(|(column, value)| format!("{}.{value}", column.key))
        .collect();
    let side = place.filter(|_| !there.is_empty());
    let side = side.map(|place| (format!("{}.{}", place.name, ids.join("+")), right.as_str()));
    let mut row = mapping(from, to, (id, rule.stored.as_str()), side);
    let left = format!(
        "{} · {}: {}",
        label(object, language),
        column_label(column, language),
        rule.stored
    );
    match place.filter(|_| !there.is_empty()) {
        Some(place) => judge(
            &mut row,
            (object, column, rule),
            (place, &there),
            to,
            language,
        ),
        None => {
            let why = if case.converted {
                "conversion"
            } else {
                "no_place"
            };
            row.lost = say(language, why, &[]);
        }
    }
    let place = place.filter(|_| !there.is_empty());
    let right = place.map_or("–".to_owned(), |place| {
        format!("{} · {right}", label(place, language))
    });
    (row, [left, right])
}

fn case_of((object, column, rule): Value<'_>) -> Case {
    let usual = stages(object).first().copied().unwrap_or_default();
    Case::of_value(object, column, rule, usual)
}

/// What the target writes for a record, in the columns that look at what the value claims.
fn written<'p>(place: &'p Object, case: &Case, rule: &ValueRule) -> Vec<(&'p Column, &'p str)> {
    let Some(write) = &place.write else {
        return Vec::new();
    };
    let looks = |rules: &[WriteValue]| {
        rules
            .iter()
            .filter_map(|rule| rule.when.as_ref())
            .any(|when| {
                AXES.iter()
                    .filter(|axis| claimed(rule, axis).is_some())
                    .any(|axis| match *axis {
                        "roles" => !when.uses_roles().is_empty(),
                        axis => when.uses_axes().contains(&axis),
                    })
            })
    };
    let columns = write.values.iter().filter(|(_, rules)| looks(rules));
    let value = |rules: &'p [WriteValue]| {
        let mut holding = rules.iter();
        let found = holding.find(|rule| rule.when.as_ref().is_none_or(|when| when.eval_bool(case)));
        found
            .map(|rule| rule.value.as_str())
            .filter(|value| !value.is_empty())
    };
    columns
        .filter_map(|(name, rules)| {
            let column = place.columns.iter().find(|column| column.key == *name)?;
            Some((column, value(rules)?))
        })
        .collect()
}

/// How a value stands to what is written for it, and what is lost.
fn judge(
    row: &mut Mapping,
    (object, column, rule): Value<'_>,
    (place, there): (&Object, &[(&Column, &str)]),
    to: &Profile,
    language: &str,
) {
    let mut lost = Vec::new();
    let others = column
        .values
        .iter()
        .filter(|other| other.stored != rule.stored);
    let merged = others
        .filter(|other| AXES.iter().any(|axis| claimed(other, axis).is_some()))
        .filter(|other| {
            let case = case_of((object, column, other));
            let same_place = case
                .written_to(to)
                .is_some_and(|found| found.name == place.name);
            same_place && pairs(&written(place, &case, other)) == pairs(there)
        });
    let merged: Vec<String> = merged.map(|other| format!("“{}”", other.stored)).collect();
    let mut relation = if merged.is_empty() {
        Relation::Exact
    } else {
        Relation::Narrower
    };
    if !merged.is_empty() {
        lost.push(say(language, "same_as", &[("list", &merged.join(", "))]));
    }
    if let Some(stage) = claimed(rule, "stage") {
        let back = read_back(place, there, "stage").unwrap_or("known");
        if back != stage {
            let back = axis_value(language, "stage", back);
            lost.push(say(language, "comes_back", &[("stage", &back)]));
            relation = Relation::Narrower;
        }
        let case = case_of((object, column, rule));
        let alike = STAGES
            .iter()
            .filter_map(|name| Stage::named(name))
            .filter(|stage| {
                let mut case = case.clone();
                case.stage = *stage;
                pairs(&written(place, &case, rule)) == pairs(there)
            });
        if alike.count() > 1 {
            relation = Relation::Narrower;
        }
    }
    row.relation = relation;
    row.lost = lost.join("; ");
}

fn pairs<'p>(written: &[(&'p Column, &'p str)]) -> Vec<(&'p str, &'p str)> {
    written
        .iter()
        .map(|(column, value)| (column.key.as_str(), *value))
        .collect()
}

/// The value of an axis that the target reads from what was written, by its own order of columns.
fn read_back<'p>(place: &'p Object, there: &[(&'p Column, &str)], axis: &str) -> Option<&'p str> {
    let wins = place.wins.iter().find(|(name, _)| name == axis);
    let rank = |column: &Column| {
        let order =
            wins.and_then(|(_, columns)| columns.iter().position(|name| *name == column.key));
        order.unwrap_or(usize::MAX)
    };
    let mut ordered: Vec<&(&Column, &str)> = there.iter().collect();
    ordered.sort_by_key(|(column, _)| rank(column));
    ordered.into_iter().find_map(|(column, value)| {
        let rule = column.values.iter().find(|rule| rule.stored == **value)?;
        claimed(rule, axis)
    })
}

/// Words that both systems use for different things, and words of theirs that the glossary uses otherwise.
fn friends(from: &Profile, to: &Profile, asked: &Asked<'_>) -> Part {
    let language = asked.language;
    let here = meanings(std::slice::from_ref(from), language);
    let there = meanings(std::slice::from_ref(to), language);
    let mut lines: Vec<(String, String)> = Vec::new();
    for one in &here {
        let misleading = there
            .iter()
            .find_map(|other| Some((other, shared(one, other)?)));
        let Some((other, word)) = misleading else {
            continue;
        };
        let filled = [
            ("word", word),
            ("from", from.title.as_str()),
            ("one", one.about.as_str()),
            ("to", to.title.as_str()),
            ("other", other.about.as_str()),
        ];
        lines.push((
            word.to_lowercase().trim_end_matches('s').to_owned(),
            say(language, "friend_object", &filled),
        ));
    }
    for (profile, meaning) in here
        .iter()
        .map(|m| (from, m))
        .chain(there.iter().map(|m| (to, m)))
    {
        let Some((word, class)) = called_otherwise(meaning, asked) else {
            continue;
        };
        let yours = yours(meaning.extent, asked);
        let filled = [
            ("word", word),
            ("product", profile.title.as_str()),
            ("yours", yours.as_str()),
            ("name", asked.glossary.name.as_str()),
        ];
        let line = say(language, "friend_glossary", &filled);
        lines.push((
            format!("{} {}", class_term(class, asked).id, profile.name),
            line,
        ));
    }
    let mut known: Vec<String> = Vec::new();
    lines.retain(|(word, line)| {
        let new = !known.contains(word) && !known.contains(line);
        known.extend([word.clone(), line.clone()]);
        new
    });
    let mut said: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    if said.is_empty() {
        said.push(say(language, "no_friends", &[]));
    }
    Part {
        heading: say(language, "friends", &[]),
        lines: said,
        ..Part::default()
    }
}

/// A word that two meanings share though they mean different things.
fn shared<'m>(one: &'m Meaning, other: &Meaning) -> Option<&'m str> {
    let alike = match one.extent.is_empty() || other.extent.is_empty() {
        true => one.about == other.about,
        false if one.columns.is_empty() || other.columns.is_empty() => one.extent == other.extent,
        false => one.extent.same_stages(other.extent),
    };
    if alike {
        return None;
    }
    let word = |word: &&(String, String)| other.words.iter().any(|(_, known)| same(known, &word.1));
    one.words.iter().find(word).map(|(_, word)| word.as_str())
}

/// A word of a system that is a class's word in the company, where its rows are not just that class.
fn called_otherwise<'a>(meaning: &'a Meaning, asked: &Asked<'a>) -> Option<(&'a str, &'a Class)> {
    if meaning.extent.is_empty() {
        return None;
    }
    let classes = meaning.extent.classes(asked.glossary);
    meaning.words.iter().find_map(|(_, word)| {
        let bears =
            |class: &&Class| same(class.called(asked.language), word) || same(&class.name, word);
        let class = asked.glossary.classes.iter().find(bears)?;
        let otherwise = classes.len() != 1 || classes.iter().any(|found| found.name != class.name);
        otherwise.then_some((word.as_str(), class))
    })
}
