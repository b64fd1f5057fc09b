//! From YAML text to a tree, within limits of size and depth.

use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, options};

use super::{Mistake, Node, NodeKind, Plain, Scalar, snippet};

/// The longest file that is read, in bytes.
const MAX_BYTES: usize = 1024 * 1024;
/// The deepest nesting of maps and lists.
const MAX_DEPTH: usize = 16;

/// Reads one YAML document.
///
/// # Errors
/// The first mistake of syntax, a duplicate key, an anchor, alias or tag (the language has none), or
/// a file beyond the limits of size (1 MiB) and depth (16).
pub fn parse(text: &str, file_name: &str) -> Result<Node, Mistake> {
    let (node, duplicates) = read(text, file_name)?;
    match duplicates.into_iter().next() {
        Some(mistake) => Err(mistake),
        None => Ok(node),
    }
}

/// Like [`parse`], but with duplicate keys beside the tree, which keeps the first of each.
///
/// # Errors
/// As [`parse`], duplicate keys apart.
pub fn read(text: &str, file_name: &str) -> Result<(Node, Vec<Mistake>), Mistake> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut builder = Builder::new(text, file_name);
    if text.len() > MAX_BYTES {
        let size = format!("the file has {} bytes", text.len());
        return Err(builder.mistake(
            (0, 0),
            &size,
            "a profile may have 1 MiB: split it with `extends`",
        ));
    }
    let limits = options! { emit_anchor_events: true, emit_comments: false };
    for step in Parser::new_from_str_with_options(text, limits) {
        let (event, span) = step.map_err(|error| builder.syntax(&error))?;
        builder.take(event, &span)?;
    }
    let Some(root) = builder.root.take() else {
        return Err(builder.mistake(
            (0, 0),
            "the file is empty",
            "write at least `profile: name`",
        ));
    };
    Ok((root, builder.duplicates))
}

/// A map or list that is still open.
struct Open {
    is_map: bool,
    place: (u32, u32),
    nodes: Vec<Node>,
}

struct Builder<'a> {
    text: &'a str,
    file: Arc<str>,
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
    duplicates: Vec<Mistake>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, file: &str) -> Self {
        Self {
            text,
            file: file.into(),
            open: Vec::new(),
            root: None,
            documents: 0,
            duplicates: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, span: &Span) -> Result<(), Mistake> {
        let place = place_of(span.start.line(), span.start.col());
        if span.tag_start.is_some() {
            return Err(self.mistake(
                place,
                "tags (`!…`) are not part of the language",
                "leave it out, or put the text in quotes",
            ));
        }
        match event {
            Event::DocumentStart(..) => self.start_document(place)?,
            // What is not there at all is given as `~`.
            Event::Scalar(_, style, ..) if span.is_empty() => self.scalar("", style, place)?,
            Event::Scalar(text, style, ..) => self.scalar(&text, style, place)?,
            Event::SequenceStart(..) => self.start(false, place)?,
            Event::MappingStart(..) => self.start(true, place)?,
            Event::SequenceEnd | Event::MappingEnd => self.end()?,
            Event::Anchor(..) | Event::Alias(_) | Event::UnresolvedAlias(_) => {
                return Err(self.mistake(
                    place,
                    "anchors and aliases (`&`, `*`) are not part of the language",
                    "write the text out, or in quotes if it starts with that sign",
                ));
            }
            _ => {}
        }
        Ok(())
    }

    fn start_document(&mut self, place: (u32, u32)) -> Result<(), Mistake> {
        self.documents += 1;
        if self.documents > 1 {
            return Err(self.mistake(
                place,
                "a second document (`---`) in one file",
                "write it in a file of its own",
            ));
        }
        Ok(())
    }

    fn start(&mut self, is_map: bool, place: (u32, u32)) -> Result<(), Mistake> {
        if self.open.len() >= MAX_DEPTH {
            return Err(self.mistake(
                place,
                "nested more than 16 deep",
                "check the brackets and the indentation",
            ));
        }
        self.open.push(Open {
            is_map,
            place,
            nodes: Vec::new(),
        });
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: (u32, u32)) -> Result<(), Mistake> {
        let quoted = !matches!(style, ScalarStyle::Plain);
        let plain_kind = if quoted { Plain::Text } else { Plain::of(text) };
        let scalar = Scalar {
            text: text.to_owned(),
            quoted,
            plain_kind,
        };
        let node = self.node(NodeKind::Scalar(scalar), place);
        self.place(node)
    }

    fn end(&mut self) -> Result<(), Mistake> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let kind = if open.is_map {
            NodeKind::Map(self.pairs(open.nodes))
        } else {
            NodeKind::List(open.nodes)
        };
        let node = self.node(kind, open.place);
        self.place(node)
    }

    /// Keys and values in turn, duplicates set aside.
    fn pairs(&mut self, nodes: Vec<Node>) -> Vec<(Node, Node)> {
        let mut pairs: Vec<(Node, Node)> = Vec::with_capacity(nodes.len() / 2);
        let mut seen = std::collections::HashMap::new();
        let mut nodes = nodes.into_iter();
        while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
            let text = key.text().unwrap_or_default().to_owned();
            if let Some(first) = seen.insert(text.clone(), key.line) {
                let message = format!("`{text}` stands here a second time");
                let way_out = format!("keep this one or the one on line {first}");
                let mistake = self.mistake((key.line, key.column), &message, &way_out);
                self.duplicates.push(mistake);
            } else {
                pairs.push((key, value));
            }
        }
        pairs
    }

    fn place(&mut self, node: Node) -> Result<(), Mistake> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        let is_key = open.is_map && open.nodes.len() % 2 == 0;
        if is_key && node.text().is_none() {
            let place = (node.line, node.column);
            return Err(self.mistake(
                place,
                "a key is one text",
                "put it in quotes if it starts with `{`, `[` or `?`",
            ));
        }
        if is_key && node.text() == Some("<<") {
            let place = (node.line, node.column);
            return Err(self.mistake(
                place,
                "merge keys (`<<`) are not part of the language",
                "use `extends`, or write the lines out",
            ));
        }
        open.nodes.push(node);
        Ok(())
    }

    fn node(&self, kind: NodeKind, (line, column): (u32, u32)) -> Node {
        Node {
            kind,
            file: Arc::clone(&self.file),
            line,
            column,
        }
    }

    fn mistake(&self, (line, column): (u32, u32), message: &str, way_out: &str) -> Mistake {
        Mistake {
            file: self.file.to_string(),
            line,
            column,
            message: message.to_owned(),
            way_out: way_out.to_owned(),
            snippet: snippet(self.text, line),
        }
    }

    fn syntax(&self, error: &ScanError) -> Mistake {
        let place = place_of(error.marker().line(), error.marker().col());
        let shown = snippet(self.text, place.0);
        let indent: String = shown.chars().take_while(|c| c.is_whitespace()).collect();
        if let Some(at) = indent.chars().position(|c| c == '\t') {
            let column = u32::try_from(at + 1).unwrap_or(1);
            return self.mistake(
                (place.0, column),
                "a tab in the indentation",
                "write spaces instead",
            );
        }
        let said = error.info().to_owned();
        self.mistake(place, &said, way_out(&said))
    }
}

fn place_of(line: usize, column: usize) -> (u32, u32) {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (number(line), number(column).saturating_add(1))
}

/// What mostly helps against a message of the parser.
fn way_out(said: &str) -> &'static str {
    if said.contains("mapping values") {
        "check the indentation, and quote a text that has a colon and a space in it"
    } else if said.contains("anchor") || said.contains("alias") {
        "quote a text that starts with `*` or `&`"
    } else if said.contains("quoted") || said.contains("scalar") {
        "check that every quote is closed"
    } else if said.contains("flow") || said.contains("expected ','") {
        "check that every bracket is closed, and that a comma parts the items"
    } else {
        "check the indentation and the quotes around here"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        parse(text, "a.yaml").expect_err("a mistake").to_string()
    }

    #[test]
    fn order_text_and_places_are_kept() {
        let root = parse("b: 007\na: \"x\"\nc: [y, {z: w}]\n", "a.yaml").unwrap();
        let keys: Vec<_> = root
            .entries()
            .iter()
            .filter_map(|(k, _)| k.text())
            .collect();
        assert_eq!(keys, ["b", "a", "c"]);
        assert_eq!(root.get("b").and_then(Node::text), Some("007"));
        let quoted = root.get("a").unwrap();
        assert_eq!((quoted.line, quoted.column), (2, 4));
        assert!(matches!(&quoted.kind, NodeKind::Scalar(s) if s.quoted));
    }

    #[test]
    fn duplicate_keys_are_mistakes() {
        let expected = "a.yaml:2:1: `a` stands here a second time; keep this one or the one on line 1\n  |\n2 | a: 2\n  | ^";
        assert_eq!(message("a: 1\na: 2\n"), expected);
    }

    #[test]
    fn tabs_are_named() {
        let expected =
            "a.yaml:2:1: a tab in the indentation; write spaces instead\n  |\n2 |  b: c\n  | ^";
        assert_eq!(message("a:\n\tb: c\n"), expected);
    }

    #[test]
    fn bad_indentation_has_its_place() {
        let expected = "a.yaml:3:5: mapping values are not allowed in this context; check the indentation, and quote a text that has a colon and a space in it\n  |\n3 |    c: d\n  |     ^";
        assert_eq!(message("a:\n  b: x\n   c: d\n"), expected);
    }

    #[test]
    fn bombs_are_refused() {
        assert!(message("a: &x [1]\nb: *x\n").contains("a.yaml:1:4: anchors and aliases"));
        assert!(message("<<: {a: b}\n").contains("merge keys"));
        assert!(message("a: !!python/object x\n").contains("tags"));
        let deep = format!("{}x{}", "[".repeat(20), "]".repeat(20));
        assert!(message(&deep).contains("nested more than 16 deep"));
        assert!(message(&"[".repeat(20_000)).starts_with("a.yaml:1:"));
        assert!(message(&"a".repeat(MAX_BYTES + 1)).contains("1 MiB"));
        assert!(message("a: b\n---\nc: d\n").contains("second document"));
    }
}
