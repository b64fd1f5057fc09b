//! The meanings of a word, wherever it is used.

use super::case::{by_language, claimed, column_label, extent};
use super::extent::{Extent, Relation};
use super::phrases::{axis_value, say};
use super::{Answer, Asked, Mapping, Part, Term, words};
use crate::glossary::Class;
use crate::lexicon;
use crate::model::axis::Stage;
use crate::profile;
use crate::profile::schema::{Column, Object, ObjectKind, Profile, ValueRule};
use crate::yaml::nearest;

/// A word that nothing knows, and those that look like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The nearest words, best first.
    pub nearest: Vec<String>,
}

/// One thing that a word may stand for.
pub(super) struct Meaning {
    /// The system's name.
    pub source: String,
    /// The system's name, as people write it.
    pub title: String,
    /// What is named: an object, a value.
    pub id: String,
    /// The words for it, with their languages; values have none.
    pub words: Vec<(String, String)>,
    pub relation: Relation,
    pub about: String,
    /// Of a value, the columns that hold it.
    pub columns: Vec<String>,
    pub loses: String,
    pub extent: Extent,
    pub sure: bool,
}

/// What a word means.
///
/// # Errors
/// When neither a profile, nor a glossary, nor the list of words knows it.
pub fn word(word: &str, asked: &Asked<'_>) -> Result<Answer, Unknown> {
    let language = asked.language;
    let mut all = meanings(asked.profiles, language);
    all.extend(words_of_products(language));
    let classes: Vec<(&str, &Class)> = asked
        .glossaries
        .iter()
        .flat_map(|glossary| {
            glossary
                .classes
                .iter()
                .map(|class| (glossary.name.as_str(), class))
        })
        .filter(|(_, class)| terms(class).any(|term| same(term, word)))
        .collect();
    let found: Vec<&Meaning> = all
        .iter()
        .filter(|meaning| meaning.words.iter().any(|(_, known)| same(known, word)))
        .collect();
    if found.is_empty() && classes.is_empty() {
        return Err(Unknown {
            nearest: alike(word, &all, asked),
        });
    }
    let mut answer = answer(say(language, "word_title", &[("word", word)]), asked);
    answer.parts.push(in_glossaries(&classes, asked));
    let (sure, unsure): (Vec<&Meaning>, Vec<&Meaning>) = found.iter().partition(|m| m.sure);
    let mut part = in_products("in_products", word, &sure, asked);
    let kinds = kinds(&sure, asked);
    if kinds.len() > 1 {
        let list = kinds.join(" · ");
        part.lines.push(say(language, "many", &[("list", &list)]));
    }
    answer.parts.push(part);
    answer
        .parts
        .push(in_products("unsure", word, &unsure, asked));
    answer.parts.push(other_words(&sure, asked));
    answer.parts.retain(|part| !part.rows.is_empty());
    answer.mappings = found
        .iter()
        .flat_map(|meaning| mappings(meaning, asked))
        .collect();
    Ok(answer)
}

/// The words of the company's glossary, and what every system calls them.
pub fn all(asked: &Asked<'_>) -> Answer {
    let (language, glossary) = (asked.language, asked.glossary);
    let mut answer = answer(
        say(language, "glossary_title", &[("name", &glossary.name)]),
        asked,
    );
    let classes: Vec<(&str, &Class)> = glossary
        .classes
        .iter()
        .map(|class| (glossary.name.as_str(), class))
        .collect();
    let mut part = in_glossaries(&classes, asked);
    part.heading = glossary.title(language).to_owned();
    answer.parts.push(part);
    let all = meanings(asked.profiles, language);
    let objects: Vec<&Meaning> = all
        .iter()
        .filter(|meaning| !meaning.id.contains('.') && !meaning.extent.is_empty())
        .collect();
    answer
        .parts
        .push(in_products("in_products", "", &objects, asked));
    answer.mappings = all
        .iter()
        .flat_map(|meaning| mappings(meaning, asked))
        .collect();
    answer
}

pub(super) fn answer(title: String, asked: &Asked<'_>) -> Answer {
    Answer {
        title,
        language: asked.language.to_owned(),
        made: say(asked.language, "made", &[("name", &asked.glossary.name)]),
        ..Answer::default()
    }
}

/// What the profiles' objects, terms and values stand for.
pub(super) fn meanings(profiles: &[Profile], language: &str) -> Vec<Meaning> {
    profiles
        .iter()
        .flat_map(|profile| of_profile(profile, language))
        .collect()
}

fn of_profile(profile: &Profile, language: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    let has_term = |object: &Object| profile.terms.iter().any(|term| term.object == object.name);
    let named = profile
        .objects
        .iter()
        .filter(|object| !object.labels.is_empty());
    for object in named.filter(|object| object.rows_of.is_none() || has_term(object)) {
        found.push(of_object(profile, object, language));
        for column in &object.columns {
            for rule in column.values.iter().filter(|rule| is_word(rule)) {
                add_value(&mut found, profile, (object, column, rule), language);
            }
        }
    }
    let mut said: Vec<usize> = Vec::new();
    for term in &profile.terms {
        let at = found.iter().position(|meaning| is_named(meaning, term));
        let told = of_term(profile, term, language);
        match at.and_then(|at| Some((at, found.get_mut(at)?))) {
            Some((at, _)) if said.contains(&at) => {}
            Some((at, meaning)) => {
                said.push(at);
                (meaning.about, meaning.loses, meaning.relation) =
                    (told.about, told.loses, told.relation);
            }
            None => found.push(told),
        }
    }
    found
}

/// Whether a term of the profile speaks of an object or value: by its word, and by the object that it names.
fn is_named(meaning: &Meaning, term: &profile::schema::Term) -> bool {
    let word = meaning.words.iter().any(|(_, word)| same(word, &term.word));
    let object = meaning.id == term.object;
    let value = meaning.id.split('.').next() == Some(&term.object);
    let whole = matches!(
        Relation::named(&term.relation),
        Relation::Exact | Relation::Broader
    );
    word && (object || (value && !whole))
}

fn of_term(profile: &Profile, term: &profile::schema::Term, language: &str) -> Meaning {
    let text = |texts| by_language(texts, language).cloned().unwrap_or_default();
    let relation = Relation::named(&term.relation);
    let object = profile
        .objects
        .iter()
        .find(|object| object.name == term.object);
    let exact = object.filter(|_| relation == Relation::Exact);
    Meaning {
        source: profile.name.clone(),
        title: profile.title.clone(),
        id: format!("{}.{}", term.object, term.word)
            .trim_start_matches('.')
            .to_owned(),
        words: vec![("en".to_owned(), term.word.clone())],
        relation,
        about: text(&term.of),
        columns: Vec::new(),
        loses: text(&term.loses),
        extent: exact
            .map(|object| extent(profile, object))
            .unwrap_or_default(),
        sure: true,
    }
}

/// A stored value that is a word, and says how far somebody has come.
fn is_word(rule: &ValueRule) -> bool {
    claimed(rule, "stage").is_some() && rule.stored.chars().any(char::is_alphabetic)
}

fn of_object(profile: &Profile, object: &Object, language: &str) -> Meaning {
    let words = object.labels.iter();
    let words = words
        .flat_map(|(language, words)| words.iter().map(|word| (language.clone(), word.clone())));
    let about = match &object.kind {
        ObjectKind::Party(kind) => axis_value(language, "kind", kind.name()),
        ObjectKind::Context(what) => axis_value(language, "context", what),
        ObjectKind::User => axis_value(language, "context", "users"),
        ObjectKind::OptOuts => axis_value(language, "context", "opt-outs"),
    };
    Meaning {
        source: profile.name.clone(),
        title: profile.title.clone(),
        id: object.name.clone(),
        words: words.collect(),
        relation: Relation::Exact,
        about,
        columns: Vec::new(),
        loses: String::new(),
        extent: extent(profile, object),
        sure: true,
    }
}

/// Adds a value that says how far somebody has come; one word of the same stage is one value, whatever its columns.
fn add_value(
    found: &mut Vec<Meaning>,
    profile: &Profile,
    (object, column, rule): (&Object, &Column, &ValueRule),
    language: &str,
) {
    let stage = claimed(rule, "stage").and_then(Stage::named);
    let (ObjectKind::Party(kind), Some(stage)) = (&object.kind, stage) else {
        return;
    };
    let extent = Extent::of(*kind, stage);
    let name = column_label(column, language);
    let known = found.iter_mut().find(|known| {
        let word = known
            .words
            .first()
            .is_some_and(|(_, word)| *word == rule.stored);
        word && known.id.contains('.') && known.extent.same_stages(extent)
    });
    if let Some(known) = known {
        known.extent = known.extent.with(extent);
        if !known.columns.iter().any(|column| column == name) {
            known.columns.push(name.to_owned());
        }
        known.about = value_of(&known.columns, stage, language);
        return;
    }
    let words = [&rule.stored].into_iter().chain(&rule.labels);
    let columns = vec![name.to_owned()];
    found.push(Meaning {
        source: profile.name.clone(),
        title: profile.title.clone(),
        id: format!("{}.{}.{}", object.name, column.key, rule.stored),
        words: words.map(|word| (String::new(), word.clone())).collect(),
        relation: Relation::Exact,
        about: value_of(&columns, stage, language),
        columns,
        loses: String::new(),
        extent,
        sure: true,
    });
}

fn value_of(columns: &[String], stage: Stage, language: &str) -> String {
    let about = say(language, "value_of", &[("column", &columns.join(", "))]);
    format!("{about}: {}", axis_value(language, "stage", stage.name()))
}

/// The list's words, those of one object and concept together.
fn words_of_products(language: &str) -> Vec<Meaning> {
    let mut found: Vec<Meaning> = Vec::new();
    for word in words::all() {
        let id = format!("{}.{}", word.object, word.concept);
        let pair = (word.language.clone(), word.word.clone());
        let known = found
            .iter_mut()
            .find(|known| known.source == word.product && known.id == id);
        if let Some(known) = known {
            known.words.push(pair);
            continue;
        }
        let note = if word.note.is_empty() || language != "en" {
            String::new()
        } else {
            format!(" ({})", word.note)
        };
        found.push(Meaning {
            source: word.product.clone(),
            title: word.title().to_owned(),
            id,
            words: vec![pair],
            relation: word.relation,
            about: format!("{}{note}", word.about(language)),
            columns: Vec::new(),
            loses: String::new(),
            extent: word.extent(),
            sure: word.sure,
        });
    }
    found
}

fn terms(class: &Class) -> impl Iterator<Item = &String> {
    let called = class.called.iter().map(|(_, word)| word);
    called
        .chain(class.terms.iter().flat_map(|(_, words)| words))
        .chain([&class.name])
}

/// Whether two words are the same, apart from capitals, accents, signs and an s at the end.
pub(super) fn same(one: &str, other: &str) -> bool {
    let folded = |word: &str| {
        let mut out = String::new();
        lexicon::fold(word, &mut out);
        out.strip_suffix('s').map(str::to_owned).unwrap_or(out)
    };
    folded(one) == folded(other)
}

fn in_glossaries(classes: &[(&str, &Class)], asked: &Asked<'_>) -> Part {
    let language = asked.language;
    let rows = classes.iter().map(|(glossary, class)| {
        let terms = by_language(&class.terms, language).map(|words| words.join(", "));
        vec![
            (*glossary).to_owned(),
            class.called(language).to_owned(),
            class.about(language).to_owned(),
            terms.unwrap_or_default(),
        ]
    });
    Part {
        heading: say(language, "in_glossaries", &[]),
        head: ["", "CLASS", "MEANS", "ALSO"]
            .map(|key| say(language, key, &[]))
            .to_vec(),
        rows: rows.collect(),
        ..Part::default()
    }
}

fn in_products(heading: &str, word: &str, found: &[&Meaning], asked: &Asked<'_>) -> Part {
    let language = asked.language;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for meaning in found {
        let mut means = meaning.about.clone();
        if !meaning.loses.is_empty() {
            let lost = say(language, "loses", &[("what", &meaning.loses)]);
            means = format!("{means}; {lost}");
        }
        let row = vec![
            meaning.title.clone(),
            spelt(meaning, word, language),
            say(language, meaning.relation.name(), &[]),
            means,
            yours(meaning.extent, asked),
        ];
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let head = ["PRODUCT", "WORD", "RELATION", "MEANS", "YOURS"];
    Part {
        heading: say(language, heading, &[]),
        head: head.map(|key| say(language, key, &[])).to_vec(),
        rows,
        ..Part::default()
    }
}

/// The word as the source spells it, with the languages in which it does; without a word, its usual one.
fn spelt(meaning: &Meaning, word: &str, language: &str) -> String {
    let known: Vec<&(String, String)> = meaning
        .words
        .iter()
        .filter(|(_, known)| same(known, word))
        .collect();
    let Some((_, first)) = known.first() else {
        let usual =
            by_language(&meaning.words, language).or(meaning.words.first().map(|(_, word)| word));
        return usual.cloned().unwrap_or_default();
    };
    let mut languages: Vec<&str> = known
        .iter()
        .map(|(language, _)| language.as_str())
        .collect();
    languages.dedup();
    languages.retain(|language| !language.is_empty());
    if languages.is_empty() {
        first.clone()
    } else {
        format!("{first} ({})", languages.join(", "))
    }
}

/// The company's words for what a word covers.
pub(super) fn yours(extent: Extent, asked: &Asked<'_>) -> String {
    let classes = extent.classes(asked.glossary);
    let names: Vec<&str> = classes
        .iter()
        .map(|class| class.called(asked.language))
        .collect();
    if names.is_empty() {
        "–".to_owned()
    } else {
        names.join(", ")
    }
}

/// The different things that a word stands for, as the company calls them, each with the products that mean it.
fn kinds(found: &[&Meaning], asked: &Asked<'_>) -> Vec<String> {
    let mut kinds: Vec<(String, Vec<&str>)> = Vec::new();
    for meaning in found {
        let about = match meaning.extent.is_empty() {
            true => meaning.about.clone(),
            false => yours(meaning.extent, asked),
        };
        match kinds.iter_mut().find(|(known, _)| *known == about) {
            Some((_, products)) if !products.contains(&meaning.title.as_str()) => {
                products.push(&meaning.title)
            }
            Some(_) => {}
            None => kinds.push((about, vec![&meaning.title])),
        }
    }
    kinds
        .into_iter()
        .map(|(about, products)| format!("{about} ({})", products.join(", ")))
        .collect()
}

/// What the same things are called in other languages.
fn other_words(found: &[&Meaning], asked: &Asked<'_>) -> Part {
    let mut rows = Vec::new();
    for meaning in found {
        let mut languages: Vec<&str> = meaning
            .words
            .iter()
            .map(|(language, _)| language.as_str())
            .filter(|l| !l.is_empty() && *l != "also")
            .collect();
        languages.sort_unstable();
        languages.dedup();
        let said = languages.iter().map(|language| {
            let words = meaning.words.iter().filter(|(known, _)| known == language);
            let words: Vec<&str> = words.map(|(_, word)| word.as_str()).collect();
            format!("{language}: {}", words.join(", "))
        });
        let said: Vec<String> = said.collect();
        if said.len() > 1 {
            rows.push(vec![meaning.title.clone(), said.join("; ")]);
        }
    }
    rows.dedup();
    Part {
        heading: say(asked.language, "other_words", &[]),
        head: ["PRODUCT", "WORD"]
            .map(|key| say(asked.language, key, &[]))
            .to_vec(),
        rows,
        ..Part::default()
    }
}

/// How a meaning stands to each class of the company's glossary that it meets.
pub(super) fn mappings(meaning: &Meaning, asked: &Asked<'_>) -> Vec<Mapping> {
    let subject = Term {
        source: meaning.source.clone(),
        id: meaning.id.clone(),
        label: spelt(meaning, "", "en"),
    };
    let mapping = |relation: Relation, object: Option<Term>| Mapping {
        subject: subject.clone(),
        relation,
        object_source: asked.glossary.name.clone(),
        object,
        lost: meaning.loses.clone(),
        computed: true,
        confidence: if meaning.sure { 0.9 } else { 0.3 },
    };
    if meaning.extent.is_empty() {
        return vec![mapping(Relation::None, None)];
    }
    let classes = meaning.extent.classes(asked.glossary).into_iter();
    let one = |class: &Class| {
        let object = class_term(class, asked);
        mapping(
            meaning.extent.relation(Extent::of_class(class)),
            Some(object),
        )
    };
    classes.map(one).collect()
}

pub(super) fn class_term(class: &Class, asked: &Asked<'_>) -> Term {
    Term {
        source: asked.glossary.name.clone(),
        id: class.name.clone(),
        label: class.called("en").to_owned(),
    }
}

/// The known words that look like one, best first.
fn alike(word: &str, all: &[Meaning], asked: &Asked<'_>) -> Vec<String> {
    let classes = asked
        .glossaries
        .iter()
        .flat_map(|glossary| &glossary.classes);
    let mut known: Vec<&str> = classes.flat_map(terms).map(String::as_str).collect();
    known.extend(
        all.iter()
            .flat_map(|meaning| meaning.words.iter().map(|(_, word)| word.as_str())),
    );
    let mut found = Vec::new();
    while let Some(near) = nearest(word, known.iter().copied()).filter(|_| found.len() < 5) {
        known.retain(|known| !same(known, near));
        found.push(near.to_owned());
    }
    found
}
