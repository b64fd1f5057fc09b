//! Glossaries: what the words mean in a company, as definitions over the axes that are tested on every record.

use std::path::Path;

use crate::expression::Expression;
use crate::profile::builtin_glossaries;
use crate::yaml::{self, Mistake, Mistakes, Node, nearest};

/// One class of a glossary.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name: contact, prospect, lead, organization, or a company's own.
    pub name: String,
    /// When a record is of it.
    pub when: Expression,
}

/// The words of a company.
#[derive(Clone, Debug)]
pub struct Glossary {
    /// Its name.
    pub name: String,
    /// Whether a record is of one class at most.
    pub exclusive: bool,
    /// The classes, in order: the first that holds is the record's class.
    pub classes: Vec<Class>,
}

/// The names of the built-in glossaries.
pub fn names() -> Vec<&'static str> {
    builtin_glossaries().iter().map(|(name, _)| *name).collect()
}

/// Loads a built-in glossary by its name, or one from a file.
///
/// # Errors
/// Every mistake of the file, with its place.
pub fn load(name_or_path: &str) -> Result<Glossary, Mistakes> {
    let built_in = builtin_glossaries()
        .iter()
        .find(|(name, _)| *name == name_or_path);
    if let Some((name, text)) = built_in {
        return read(text, &format!("built-in {name}"));
    }
    let text = std::fs::read_to_string(Path::new(name_or_path)).map_err(|error| {
        let way_out = match nearest(name_or_path, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("built in are {}", names().join(", ")),
        };
        Mistakes(vec![Mistake {
            file: name_or_path.to_string(),
            line: 0,
            column: 0,
            message: format!("no glossary has this name, and there is no such file ({error})"),
            way_out,
            snippet: String::new(),
        }])
    })?;
    read(&text, name_or_path)
}

fn read(text: &str, file: &str) -> Result<Glossary, Mistakes> {
    let node = yaml::parse(text, file).map_err(|mistake| Mistakes(vec![mistake]))?;
    let mut mistakes = Vec::new();
    let mut classes = Vec::new();
    for (key, _) in node.entries() {
        let known = [
            "glossary",
            "title",
            "exclusive",
            "classes",
            "extends",
            "policy",
        ];
        let name = key.text().unwrap_or_default();
        if !known.contains(&name) {
            let way_out = nearest(name, known)
                .map_or(String::new(), |near| format!("did you mean `{near}`?"));
            mistakes.push(mistake(key, text, format!("unknown key `{name}`"), way_out));
        }
    }
    let items = node.get("classes").map(Node::items).unwrap_or_default();
    for item in items {
        let name = item.get("class").and_then(Node::text).unwrap_or_default();
        let when = item.get("when");
        let source = when.and_then(Node::text).unwrap_or("true");
        if name.is_empty() {
            mistakes.push(mistake(
                item,
                text,
                "a class without a name".to_string(),
                "add `class:`".to_string(),
            ));
        }
        match Expression::compile(source) {
            Ok(when) => classes.push(Class {
                name: name.to_string(),
                when,
            }),
            Err(message) => {
                mistakes.push(mistake(when.unwrap_or(item), text, message, String::new()))
            }
        }
    }
    if items.is_empty() {
        mistakes.push(mistake(
            &node,
            text,
            "the glossary defines no class".to_string(),
            "add `classes:`".to_string(),
        ));
    }
    if !mistakes.is_empty() {
        return Err(Mistakes::sorted(mistakes));
    }
    Ok(Glossary {
        name: node
            .get("glossary")
            .and_then(Node::text)
            .unwrap_or(file)
            .to_string(),
        exclusive: node.get("exclusive").and_then(Node::text) == Some("true"),
        classes,
    })
}

fn mistake(node: &Node, text: &str, message: String, way_out: String) -> Mistake {
    Mistake {
        file: node.file.to_string(),
        line: node.line,
        column: node.column,
        message,
        way_out,
        snippet: yaml::snippet(text, node.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_glossary_loads() {
        let staged = load("staged").unwrap();
        assert!(staged.exclusive);
        let names: Vec<_> = staged
            .classes
            .iter()
            .map(|class| class.name.as_str())
            .collect();
        assert_eq!(names, ["organization", "lead", "prospect", "contact"]);
    }

    #[test]
    fn a_typo_in_a_name_is_told() {
        let mistakes = load("stagd").unwrap_err().to_string();
        assert!(mistakes.contains("did you mean `staged`?"), "{mistakes}");
    }
}
