//! Reads what a column becomes: `name.given`, `owner -> user`, `tags | split(";") | lower`, `drop(reason)`, `keep`.

use super::schema::{Does, TRANSFORMS, TransformCall};
use crate::expression::unknown_field;
use crate::model::axis::AXES;
use crate::model::field;
use crate::yaml::nearest;

/// What is wrong, and how many characters into the text.
pub type Wrong = (usize, String, String);

/// Reads it; objects after `->` are checked elsewhere.
///
/// # Errors
/// Everything that is wrong in it.
pub fn read_does(text: &str) -> Result<Does, Vec<Wrong>> {
    let whole = text.trim();
    if whole == "keep" {
        return Ok(Does::Keep);
    }
    if whole == "drop" || whole == "drop()" {
        let way_out = "write drop(why it isn't needed)".to_owned();
        return Err(vec![(0, "`drop` needs a reason".into(), way_out)]);
    }
    if let Some(reason) = whole
        .strip_prefix("drop(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return Ok(Does::Drop(reason.trim().to_owned()));
    }
    let mut wrong = Vec::new();
    let parts = cut(text, '|');
    let mut parts = parts.into_iter();
    let (_, head) = parts.next().unwrap_or((0, ""));
    let (names, targets) = head.split_once("->").unwrap_or((head, ""));
    let fields = fields(names, ",", &mut wrong);
    let link_to = targets
        .split(" or ")
        .map(|t| t.trim().to_owned())
        .filter(|t| !t.is_empty())
        .collect();
    let transforms = parts
        .filter_map(|(at, part)| transform(at, part, &mut wrong))
        .collect();
    if wrong.is_empty() {
        Ok(Does::Fields {
            fields,
            link_to,
            transforms,
        })
    } else {
        Err(wrong)
    }
}

/// What a column becomes, as a profile writes it: what is read back is the same.
pub fn written(does: &Does) -> String {
    match does {
        Does::Keep => "keep".to_owned(),
        Does::Drop(why) => format!("drop({why})"),
        Does::Fields {
            fields,
            link_to,
            transforms,
        } => {
            let mut text = fields.join(", ");
            if !link_to.is_empty() {
                text.push_str(" -> ");
                text.push_str(&link_to.join(" or "));
            }
            for call in transforms {
                text.push_str(" | ");
                text.push_str(&call.name);
                if !call.args.is_empty() {
                    let args: Vec<String> = call.args.iter().map(|arg| quoted(arg)).collect();
                    text.push_str(&format!("({})", args.join(", ")));
                }
            }
            text
        }
    }
}

fn quoted(argument: &str) -> String {
    let sign = if argument.contains('"') { '\'' } else { '"' };
    let text = argument.replace('\n', "\\n").replace('\t', "\\t");
    format!("{sign}{text}{sign}")
}

/// Field or axis names parted by a word or sign, each checked.
pub(super) fn fields(text: &str, part: &str, wrong: &mut Vec<Wrong>) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split(part) {
        let name = piece.trim();
        let start = at + piece.chars().take_while(|c| c.is_whitespace()).count();
        at += piece.chars().count() + part.chars().count();
        if name.is_empty() {
            wrong.push((
                start,
                "a field is missing".into(),
                "name one, or write `keep` or drop(why)".into(),
            ));
        } else if field::type_of(name).is_none() && !AXES.contains(&name) {
            let said = unknown_field(name);
            let (message, way_out) = said.split_once("; ").unwrap_or((&said, ""));
            wrong.push((start, message.to_owned(), way_out.to_owned()));
        } else {
            found.push(name.to_owned());
        }
    }
    found
}

/// Pieces between a sign that stands outside quotes and brackets, with their places in characters.
fn cut(text: &str, sign: char) -> Vec<(usize, &str)> {
    let (mut pieces, mut start, mut start_at) = (Vec::new(), 0, 0);
    let (mut quote, mut depth) = (None, 0_i32);
    for (at, (byte, c)) in text.char_indices().enumerate() {
        match c {
            '"' | '\'' if quote == Some(c) => quote = None,
            '"' | '\'' if quote.is_none() => quote = Some(c),
            _ if quote.is_some() => {}
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if c == sign && depth == 0 => {
                pieces.push((start_at, text.get(start..byte).unwrap_or_default()));
                start = byte + c.len_utf8();
                start_at = at + 1;
            }
            _ => {}
        }
    }
    pieces.push((start_at, text.get(start..).unwrap_or_default()));
    pieces
}

fn transform(at: usize, part: &str, wrong: &mut Vec<Wrong>) -> Option<TransformCall> {
    let at = at + part.chars().take_while(|c| c.is_whitespace()).count();
    let call = part.trim();
    let (name, args) = match call.split_once('(') {
        Some((name, rest)) => (name.trim(), arguments(rest)),
        None => (call, Some(Vec::new())),
    };
    let Some(args) = args else {
        wrong.push((
            at,
            format!("`{call}` is no transform"),
            "write each argument in quotes: split(\";\")".into(),
        ));
        return None;
    };
    let Some((_, count, ..)) = TRANSFORMS.iter().find(|(known, ..)| *known == name) else {
        wrong.push((
            at,
            format!("unknown transform `{name}`"),
            known_transforms(name),
        ));
        return None;
    };
    if args.len() != *count {
        let found = args.len();
        wrong.push((
            at,
            format!("`{name}` takes {count} arguments, not {found}"),
            usage(name, *count),
        ));
        return None;
    }
    Some(TransformCall {
        name: name.to_owned(),
        args,
    })
}

fn known_transforms(name: &str) -> String {
    let known = TRANSFORMS.iter().map(|(known, ..)| *known);
    match nearest(name, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", known.collect::<Vec<_>>().join(", ")),
    }
}

fn usage(name: &str, count: usize) -> String {
    match count {
        0 => format!("write {name}"),
        _ => format!("write {name}({})", vec!["\"…\""; count].join(", ")),
    }
}

/// The quoted arguments up to the closing bracket; nothing where they aren't that.
fn arguments(rest: &str) -> Option<Vec<String>> {
    let inside = rest.trim_end().strip_suffix(')')?;
    if inside.trim().is_empty() {
        return Some(Vec::new());
    }
    let quoted = |(_, piece): (usize, &str)| {
        let piece = piece.trim();
        let quote = piece.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let inner = piece.strip_prefix(quote)?.strip_suffix(quote)?;
        Some(inner.replace("\\n", "\n").replace("\\t", "\t"))
    };
    cut(inside, ',').into_iter().map(quoted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(name: &str, args: &[&str]) -> TransformCall {
        TransformCall {
            name: name.into(),
            args: args.iter().map(|a| (*a).into()).collect(),
        }
    }

    #[test]
    fn every_form_is_read() {
        let read = |text| read_does(text).expect(text);
        let fields = |fields: &[&str], links: &[&str], transforms| Does::Fields {
            fields: fields.iter().map(|f| (*f).into()).collect(),
            link_to: links.iter().map(|f| (*f).into()).collect(),
            transforms,
        };
        assert_eq!(read("keep"), Does::Keep);
        assert_eq!(
            read("drop(a (small) reason)"),
            Does::Drop("a (small) reason".into())
        );
        assert_eq!(
            read("website, organization.domain"),
            fields(&["website", "organization.domain"], &[], vec![])
        );
        assert_eq!(
            read("custom.who -> contact or lead"),
            fields(&["custom.who"], &["contact", "lead"], vec![])
        );
        let split = vec![call("split", &["|"]), call("lower", &[])];
        assert_eq!(
            read(r#"tags | split("|") | lower"#),
            fields(&["tags"], &[], split)
        );
        let replaced = vec![call("replace", &[",", ")"])];
        assert_eq!(
            read(r#"title | replace(",", ")")"#),
            fields(&["title"], &[], replaced)
        );
        assert_eq!(read("temperature"), fields(&["temperature"], &[], vec![]));
    }

    #[test]
    fn what_is_written_is_read_back_the_same() {
        for text in [
            "keep",
            "drop(a (small) reason)",
            "website, organization.domain",
            "custom.who -> contact or lead",
            r#"tags | split("|") | lower"#,
            r#"title | replace("\n", ")") | before('"')"#,
        ] {
            assert_eq!(written(&read_does(text).unwrap()), text);
        }
    }

    #[test]
    fn mistakes_have_their_place() {
        let wrong = |text: &str| read_does(text).expect_err(text);
        let first = |text| wrong(text).into_iter().next().unwrap();
        assert_eq!(first("email, name.first").0, 7);
        assert_eq!(
            first("tags | spilt(\";\")"),
            (
                7,
                "unknown transform `spilt`".into(),
                "did you mean `split`?".into()
            )
        );
        assert_eq!(first("tags | split").1, "`split` takes 1 arguments, not 0");
        assert_eq!(first("tags | split(;)").1, "`split(;)` is no transform");
        assert_eq!(first("drop").1, "`drop` needs a reason");
        assert_eq!(wrong("nope, tags | huh").len(), 2);
    }
}
