//! From the checked tree to the loaded types.

use super::schema::{ByLanguage, Class, Code, Glossary, Policy, Quiet, Setting};
use super::words::{self, SAYS, STATUSES, TYPES, Words};
use crate::expression::{self, Expression};
use crate::model::axis::Temperature;
use crate::model::finding::Severity;
use crate::yaml::tree::{entries, items, name, option, text, texts, texts_of};
use crate::yaml::{Checking, Node, NodeKind, nearest};

/// Classes that a source may declare, whatever the glossary calls its own.
const DECLARED: [&str; 4] = ["contact", "prospect", "lead", "organization"];

/// Reads the whole file.
pub(super) fn glossary(root: &Node, checking: &mut Checking) -> Glossary {
    let names: Vec<String> = entries(root, "classes")
        .iter()
        .map(|(key, _)| name(key))
        .collect();
    let classes = entries(root, "classes").iter();
    let classes = classes
        .filter_map(|entry| class(entry, &names, checking))
        .collect();
    if names.is_empty() {
        checking.wrong(
            root,
            "the glossary defines no class",
            "add `classes:`, or `extends: staged`",
        );
    }
    Glossary {
        name: text(root, "glossary"),
        title: root.get("title").map(title).unwrap_or_default(),
        exclusive: text(root, "exclusive") == "true",
        classes: in_order(root, classes, checking),
        policy: root
            .get("policy")
            .map(|node| policy(node, &names, checking))
            .unwrap_or_default(),
        words: root
            .get("words")
            .map(|node| own_words(node, checking))
            .unwrap_or_default(),
    }
}

fn own_words(node: &Node, checking: &mut Checking) -> Words {
    let mut said = Vec::new();
    for (means, _) in SAYS {
        let phrases = node.get("says").and_then(|says| says.get(means));
        for phrase in phrases.into_iter().flat_map(one_or_more) {
            check_phrase(phrase, checking);
            said.push((means, name(phrase)));
        }
    }
    Words::new(
        meant(node, "status", &STATUSES, checking),
        meant(node, "type", &TYPES, checking),
        said,
    )
}

/// A text, or the texts of a list.
fn one_or_more(node: &Node) -> &[Node] {
    match node.kind {
        NodeKind::List(_) => node.items(),
        _ => std::slice::from_ref(node),
    }
}

/// The words of a list, each with what it means.
fn meant(
    node: &Node,
    list: &str,
    meanings: &[&'static str],
    checking: &mut Checking,
) -> Vec<(String, &'static str)> {
    let mut all: Vec<(String, &'static str)> = Vec::new();
    let mut written: Vec<&Node> = Vec::new();
    for (key, value) in entries(node, list) {
        let word = name(key);
        check_letters(key, &word, checking);
        // A file may write a word of the file that it extends in another way, but not one of its own.
        let is_same = |one: &&&Node| words::key(&name(one)) == words::key(&word);
        if let Some(same) = written
            .iter()
            .rev()
            .find(is_same)
            .filter(|one| one.file == key.file)
        {
            let (same, line) = (name(same), same.line);
            checking.wrong(
                key,
                format!("`{word}` is the same word as `{same}` on line {line}: case, accents and signs make no difference"),
                "keep one of them",
            );
        }
        written.push(key);
        let means = meanings.iter().find(|known| Some(**known) == value.text());
        all.extend(means.map(|means| (word, *means)));
    }
    all
}

fn check_letters(node: &Node, word: &str, checking: &mut Checking) {
    if words::key(word).trim().is_empty() {
        let message = format!("`{word}` has no letter and no digit");
        checking.wrong(node, message, "write the word as it stands in the data");
    }
}

/// A phrase is made of words; a `*` stands at its beginning or end.
fn check_phrase(node: &Node, checking: &mut Checking) {
    let phrase = name(node);
    let bare = phrase.strip_prefix('*').unwrap_or(&phrase);
    let bare = bare.strip_suffix('*').unwrap_or(bare);
    check_letters(node, &phrase, checking);
    if bare.contains('*') || bare.starts_with('=') {
        checking.wrong(
            node,
            format!("`{phrase}` has a sign that stands for nothing there"),
            "a `*` at its end stands for the rest of a word; write two phrases for words with others in between",
        );
    }
}

fn title(node: &Node) -> ByLanguage<String> {
    match node.kind {
        NodeKind::Map(_) => by_language(node),
        _ => vec![("en".to_owned(), name(node))],
    }
}

fn by_language(node: &Node) -> ByLanguage<String> {
    node.entries()
        .iter()
        .map(|(key, value)| (name(key), name(value)))
        .collect()
}

/// The classes in the order of `order`; those that it leaves out follow.
fn in_order(root: &Node, mut classes: Vec<Class>, checking: &mut Checking) -> Vec<Class> {
    let order = texts(root, "order");
    let known: Vec<String> = entries(root, "classes")
        .iter()
        .map(|(key, _)| name(key))
        .collect();
    for item in items(root, "order") {
        let called = item.text().unwrap_or_default();
        if !known.iter().any(|class| class == called) {
            unknown_class(item, called, known.iter().map(String::as_str), checking);
        }
    }
    let place = |class: &Class| order.iter().position(|name| *name == class.name);
    classes.sort_by_key(|class| place(class).unwrap_or(order.len()));
    classes
}

fn unknown_class<'a>(
    node: &Node,
    called: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    checking: &mut Checking,
) {
    let way_out = nearest(called, known.clone()).map_or_else(
        || format!("the classes are {}", known.collect::<Vec<_>>().join(", ")),
        |meant| format!("did you mean `{meant}`?"),
    );
    checking.wrong(node, format!("unknown class `{called}`"), way_out);
}

fn class((key, node): &(Node, Node), names: &[String], checking: &mut Checking) -> Option<Class> {
    for block in ["called", "terms", "about"] {
        for (language, _) in entries(node, block) {
            check_language(language, checking);
        }
    }
    let terms = entries(node, "terms").iter();
    Some(Class {
        name: name(key),
        when: condition(node.get("when")?, names, Looks::Around, checking)?,
        terms: terms
            .map(|(key, value)| (name(key), texts_of(value)))
            .collect(),
        about: node.get("about").map(by_language).unwrap_or_default(),
        called: node.get("called").map(by_language).unwrap_or_default(),
    })
}

/// What a condition may look at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// Axes, declared classes and evidence.
    Around,
    /// The record's fields, too.
    FieldsToo,
}

/// Compiles a condition; a glossary speaks of no vendor's columns, and a definition of no class.
fn condition(
    node: &Node,
    names: &[String],
    looks: Looks,
    checking: &mut Checking,
) -> Option<Expression> {
    let found = expression::read(node, checking)?;
    if let Some(column) = found.uses_columns().first() {
        let way_out = "columns belong to profiles; look at axes and evidence";
        checking.wrong(
            node,
            format!("`col[\"{column}\"]` is a vendor's column"),
            way_out,
        );
    }
    if let Some(field) = found
        .uses_fields()
        .first()
        .filter(|_| looks == Looks::Around)
    {
        let way_out = "let a profile claim an axis by it, or look at evidence";
        checking.wrong(
            node,
            format!("`f[\"{field}\"]` is no part of a definition"),
            way_out,
        );
    }
    if let Some(class) = found.uses_is().first() {
        let way_out =
            format!("write out when a record is `{class}`, or ask `declared(\"{class}\")`");
        checking.wrong(
            node,
            format!("`is(\"{class}\")` asks what is being decided here"),
            way_out,
        );
    }
    let known = || names.iter().map(String::as_str).chain(DECLARED);
    for class in found.uses_classes() {
        if !found.uses_is().contains(&class) && !known().any(|name| name == class) {
            unknown_class(node, &class, known(), checking);
        }
    }
    Some(found)
}

/// Languages are called by their codes (BCP 47): `es`, `pt-BR`.
fn check_language(node: &Node, checking: &mut Checking) {
    let code = node.text().unwrap_or_default();
    let mut parts = code.split('-');
    let language = parts.next().unwrap_or_default();
    let good = (2..=3).contains(&language.len())
        && language.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !good {
        checking.wrong(
            node,
            format!("`{code}` is no code of a language"),
            "write it like `es` or `pt-BR`",
        );
    }
}

fn policy(node: &Node, names: &[String], checking: &mut Checking) -> Policy {
    let usual = Policy::default();
    let number = |key: &str, usual: u32| {
        option(node, key)
            .and_then(|text| text.parse().ok())
            .unwrap_or(usual)
    };
    Policy {
        inactive_months: number("inactive_months", usual.inactive_months),
        contract_over_days: number("contract_over_days", usual.contract_over_days),
        active_months: number("active_months", usual.active_months),
        own_domains: items(node, "own_domains")
            .iter()
            .map(|item| domain(item, checking))
            .collect(),
        temperature: items(node, "temperature")
            .iter()
            .filter_map(|item| temperature(item, names, checking))
            .collect(),
        rules: entries(node, "rules")
            .iter()
            .filter_map(|(key, value)| Some((code(key, checking), setting(value.text()?)?)))
            .collect(),
        quiet: items(node, "quiet")
            .iter()
            .filter_map(|item| quiet(item, checking))
            .collect(),
    }
}

fn domain(node: &Node, checking: &mut Checking) -> String {
    let domain = name(node).to_lowercase();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    if !domain.contains('.') || !domain.chars().all(fits) {
        checking.wrong(
            node,
            format!("`{domain}` is no internet domain"),
            "write it like `acme.com`",
        );
    }
    domain
}

fn temperature(
    node: &Node,
    names: &[String],
    checking: &mut Checking,
) -> Option<(Temperature, Expression)> {
    let when = condition(node.get("when")?, names, Looks::FieldsToo, checking)?;
    Some((Temperature::named(&text(node, "value"))?, when))
}

fn code(node: &Node, checking: &Checking) -> Code {
    Code {
        code: name(node),
        place: node.place(),
        line: checking.line(node),
    }
}

fn setting(text: &str) -> Option<Setting> {
    match text {
        "off" => Some(Setting::Off),
        "on" => Some(Setting::On),
        "info" => Some(Setting::As(Severity::Info)),
        "warning" => Some(Setting::As(Severity::Warning)),
        "error" => Some(Setting::As(Severity::Error)),
        _ => None,
    }
}

fn quiet(node: &Node, checking: &Checking) -> Option<Quiet> {
    Some(Quiet {
        code: code(node.get("code")?, checking),
        id: text(node, "id"),
        why: text(node, "why"),
    })
}
