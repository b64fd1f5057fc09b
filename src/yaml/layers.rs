//! The layers of a file: the chain of `extends`, overlays on top, merged line by line.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

use super::{Mistake, Node, NodeKind, nearest, snippet};

/// The longest chain of `extends`.
const MAX_CHAIN: usize = 8;

/// A language whose files extend each other.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// What one file is called, and the key of its name: `profile`.
    pub what: &'static str,
    /// The text of a built-in file.
    pub builtin: fn(&str) -> Option<&'static str>,
    /// The names of the built-in files.
    pub names: fn() -> Vec<&'static str>,
    /// The path of maps that a layer replaces whole; `*` is any key.
    pub whole: &'static [&'static str],
}

/// The merged tree, with what is needed to speak of its places.
#[derive(Debug)]
pub struct Layers {
    /// The effective tree.
    pub root: Node,
    /// The text of every file that had a part in it.
    pub texts: BTreeMap<String, String>,
    /// What an overlay may call the profile: its name, those of the profiles that it extends, and their files.
    pub called: Vec<String>,
    /// What was wrong so far.
    pub mistakes: Vec<Mistake>,
}

impl Language {
    /// Reads a file by its built-in name or its path, what it extends, and the overlays that concern it.
    ///
    /// # Errors
    /// The first mistake of YAML's syntax, a name that nothing bears, or a chain that leads in a circle.
    pub fn read(
        &self,
        name_or_path: &str,
        overlays: &[(String, String)],
    ) -> Result<Layers, Mistake> {
        let (file, text) = find(self, name_or_path)?;
        self.layer(&file, &text, overlays)
    }

    /// The same for a text that is at hand.
    ///
    /// # Errors
    /// As [`Language::read`].
    pub fn layer(
        &self,
        file: &str,
        text: &str,
        overlays: &[(String, String)],
    ) -> Result<Layers, Mistake> {
        layer(self, file, text, overlays)
    }
}

fn layer(
    language: &Language,
    file: &str,
    text: &str,
    overlays: &[(String, String)],
) -> Result<Layers, Mistake> {
    let mut chain = Chain::of(language);
    chain.climb(file, text)?;
    let mut called = chain.names;
    called.extend(chain.texts.keys().cloned());
    let mut layers = chain.nodes.into_iter().rev();
    let mut root = layers.next().unwrap_or_else(|| empty(file));
    for layer in layers {
        root = merge(root, layer, language.whole, &mut Vec::new());
    }
    for (file, text) in overlays {
        let (node, duplicates) = super::read(text, file)?;
        chain.texts.insert(file.clone(), text.clone());
        let base = node.get("extends").and_then(Node::text);
        if base.is_some_and(|name| !called.iter().any(|known| known == name)) {
            continue;
        }
        chain.mistakes.extend(duplicates);
        root = merge(
            root,
            without(node, &[language.what, "extends"]),
            language.whole,
            &mut Vec::new(),
        );
    }
    Ok(Layers {
        root,
        texts: chain.texts,
        called,
        mistakes: chain.mistakes,
    })
}

/// The file name and text of a file by its built-in name or its path.
fn find(language: &Language, name_or_path: &str) -> Result<(String, String), Mistake> {
    if let Some(text) = (language.builtin)(name_or_path) {
        return Ok((format!("built-in {name_or_path}"), text.to_owned()));
    }
    if let Ok(text) = fs::read_to_string(name_or_path) {
        return Ok((name_or_path.to_owned(), text));
    }
    let known = (language.names)();
    let way_out = match nearest(name_or_path, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("name a readable YAML file, or one of {}", known.join(", ")),
    };
    Err(Mistake {
        file: name_or_path.to_owned(),
        line: 0,
        column: 0,
        message: format!(
            "no {} has this name, and there is no such file",
            language.what
        ),
        way_out,
        snippet: String::new(),
    })
}

/// The layers from the one asked for up to the one that extends nothing.
struct Chain<'l> {
    language: &'l Language,
    nodes: Vec<Node>,
    names: Vec<String>,
    texts: BTreeMap<String, String>,
    mistakes: Vec<Mistake>,
}

impl<'l> Chain<'l> {
    fn of(language: &'l Language) -> Self {
        Self {
            language,
            nodes: Vec::new(),
            names: Vec::new(),
            texts: BTreeMap::new(),
            mistakes: Vec::new(),
        }
    }

    fn climb(&mut self, file: &str, text: &str) -> Result<(), Mistake> {
        let (mut file, mut text) = (file.to_owned(), text.to_owned());
        loop {
            let (node, duplicates) = super::read(&text, &file)?;
            self.mistakes.extend(duplicates);
            self.names.extend(
                node.get(self.language.what)
                    .and_then(Node::text)
                    .map(str::to_owned),
            );
            self.texts.insert(file.clone(), text.clone());
            let next = self.extended(&node, &file, &text)?;
            self.nodes.push(node);
            let Some(next) = next else {
                return Ok(());
            };
            (file, text) = next;
        }
    }

    /// The file and text that a layer extends.
    fn extended(
        &self,
        node: &Node,
        file: &str,
        text: &str,
    ) -> Result<Option<(String, String)>, Mistake> {
        let Some(value) = node.get("extends") else {
            return Ok(None);
        };
        let name = value.text().unwrap_or_default();
        let what = self.language.what;
        let another = format!("extend another {what}");
        let mistake = |message: String, way_out: &str| Mistake {
            file: file.to_owned(),
            line: value.line,
            column: value.column,
            message,
            way_out: way_out.to_owned(),
            snippet: snippet(text, value.line),
        };
        if let Some(found) = (self.language.builtin)(name) {
            let own = format!("built-in {name}");
            return self
                .once(own, found.to_owned())
                .map_err(|said| mistake(said, &another));
        }
        let inside = !Path::new(name)
            .components()
            .any(|part| !matches!(part, Component::Normal(_) | Component::CurDir));
        if !inside {
            return Err(mistake(
                format!("`{name}` lies outside the {what}'s folder"),
                &format!("name a file beside it, or a built-in {what}"),
            ));
        }
        let path = Path::new(file).parent().unwrap_or(Path::new("")).join(name);
        let Ok(found) = fs::read_to_string(&path) else {
            let known = (self.language.names)();
            let way_out = nearest(name, known.iter().copied()).map_or_else(
                || format!("name a file beside it, or one of {}", known.join(", ")),
                |meant| format!("did you mean `{meant}`?"),
            );
            return Err(mistake(format!("unknown {what} `{name}`"), &way_out));
        };
        self.once(path.to_string_lossy().into_owned(), found)
            .map_err(|said| mistake(said, &another))
    }

    fn once(&self, file: String, text: String) -> Result<Option<(String, String)>, String> {
        if self.texts.contains_key(&file) {
            return Err(format!("`{file}` extends itself"));
        }
        if self.nodes.len() + 1 >= MAX_CHAIN {
            return Err(format!(
                "a chain of more than {MAX_CHAIN} {}s",
                self.language.what
            ));
        }
        Ok(Some((file, text)))
    }
}

fn empty(file: &str) -> Node {
    Node {
        kind: NodeKind::Map(Vec::new()),
        file: file.into(),
        line: 1,
        column: 1,
    }
}

fn without(node: Node, keys: &[&str]) -> Node {
    let NodeKind::Map(mut entries) = node.kind else {
        return node;
    };
    entries.retain(|(key, _)| !key.text().is_some_and(|text| keys.contains(&text)));
    Node {
        kind: NodeKind::Map(entries),
        ..node
    }
}

/// Whether a line of a layer takes away the one below it: `Fax: ~`.
pub fn takes_away(value: &Node) -> bool {
    matches!(&value.kind, NodeKind::Scalar(scalar) if scalar.text == "~" && !scalar.quoted)
}

/// Puts a layer over another: maps key by key, all else replaced whole, as are the maps at the path `whole`.
fn merge(base: Node, over: Node, whole: &[&str], path: &mut Vec<String>) -> Node {
    let is_whole = !whole.is_empty()
        && path.len() == whole.len()
        && path
            .iter()
            .zip(whole)
            .all(|(key, of)| *of == "*" || key == of);
    match (base.kind, over.kind) {
        (NodeKind::Map(mut entries), NodeKind::Map(changes)) if !is_whole => {
            for (key, value) in changes {
                let name = key.text().unwrap_or_default().to_owned();
                let Some(at) = entries
                    .iter()
                    .position(|(k, _)| k.text() == Some(name.as_str()))
                else {
                    entries.push((key, value));
                    continue;
                };
                let (first, old) = entries.remove(at);
                if takes_away(&value) {
                    continue;
                }
                let replaced = !matches!(
                    (&old.kind, &value.kind),
                    (NodeKind::Map(_), NodeKind::Map(_))
                );
                path.push(name);
                let merged = merge(old, value, whole, path);
                path.pop();
                entries.insert(at, (if replaced { key } else { first }, merged));
            }
            Node {
                kind: NodeKind::Map(entries),
                file: base.file,
                line: base.line,
                column: base.column,
            }
        }
        (_, kind) => Node {
            kind,
            file: over.file,
            line: over.line,
            column: over.column,
        },
    }
}
