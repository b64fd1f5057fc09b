//! The words of an expression, with their places.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Text,
    Number,
    Sign,
}

/// One token: for texts, `text` is what the quotes hold.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub text: String,
    pub start: usize,
    pub end: usize,
}

/// Signs of two characters; all others have one.
const DOUBLE: [&str; 7] = ["==", "!=", "<=", ">=", "//", "**", "&&"];

/// Cuts an expression into tokens; white space falls away.
pub(super) fn tokens(source: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = source.get(at..).unwrap_or_default();
        let (kind, text, length) = match first {
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '"' | '\'' => {
                let (text, length) = quoted(rest, first).ok_or("a quote is not closed")?;
                (Kind::Text, text, length)
            }
            c if c.is_alphabetic() || c == '_' => {
                run(Kind::Name, rest, |c| c.is_alphanumeric() || c == '_')
            }
            c if c.is_ascii_digit() => run(Kind::Number, rest, |c| {
                c.is_ascii_digit() || c == '.' || c == '_'
            }),
            c => sign(rest, c),
        };
        found.push(Token {
            kind,
            text,
            start: at,
            end: at + length,
        });
        at += length;
    }
    Ok(found)
}

fn run(kind: Kind, rest: &str, belongs: impl Fn(char) -> bool) -> (Kind, String, usize) {
    let text: String = rest.chars().take_while(|c| belongs(*c)).collect();
    let length = text.len();
    (kind, text, length)
}

fn sign(rest: &str, first: char) -> (Kind, String, usize) {
    let double = DOUBLE.iter().find(|sign| rest.starts_with(**sign));
    let text = double.map_or_else(|| first.to_string(), |sign| (*sign).to_owned());
    let length = text.len();
    (Kind::Sign, text, length)
}

/// The text in quotes and its length in the source, quotes included.
fn quoted(rest: &str, quote: char) -> Option<(String, usize)> {
    let mut text = String::new();
    let mut chars = rest.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => match chars.next()?.1 {
                'n' => text.push('\n'),
                't' => text.push('\t'),
                other => text.push(other),
            },
            _ if c == quote => return Some((text, at + c.len_utf8())),
            _ => text.push(c),
        }
    }
    None
}
