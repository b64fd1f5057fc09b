//! One number taken apart: sign, groups, decimal point, exponent.

use super::locale::Locale;

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The one separator could be a decimal point or stand between groups.
    Ambiguous,
    /// It is no number.
    Unreadable,
}

/// What a number shows about its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Point,
    Comma,
    Either,
    Nothing,
}

/// Exponents beyond this are no amounts or counts.
const LARGEST_EXPONENT: i32 = 30;

/// A plain, a no-break (U+00A0), a narrow no-break (U+202F) or a thin space (U+2009).
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A straight or a curly apostrophe.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// What the digits and separators of one number say about the decimal point.
pub(super) fn says(digits: &str) -> Says {
    let decimal = match split(digits, None) {
        Err(Problem::Ambiguous) => return Says::Either,
        Err(Problem::Unreadable) => return Says::Nothing,
        Ok(Split {
            decimal: Some(decimal),
            ..
        }) => decimal,
        Ok(Split {
            group: Some(group @ ('.' | ',')),
            ..
        }) => {
            return if group == ',' {
                Says::Point
            } else {
                Says::Comma
            };
        }
        Ok(_) => return Says::Nothing,
    };
    if decimal == '.' {
        Says::Point
    } else {
        Says::Comma
    }
}

/// Appends the plain form of `text`.
pub(super) fn write(text: &str, locale: &Locale, out: &mut String) -> Result<(), Problem> {
    let (negative, text) = unsigned(text);
    write_signed(negative, text, locale, out)
}

/// Appends the plain form of digits whose sign was read before.
pub(super) fn write_signed(
    negative: bool,
    text: &str,
    locale: &Locale,
    out: &mut String,
) -> Result<(), Problem> {
    let known = locale.sure.then_some(locale.decimal);
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (scientific(mantissa)?, read_exponent(exponent)?),
        None => (split(text, known)?, 0),
    };
    let start = out.len();
    if negative {
        out.push('-');
    }
    push_plain(&number, exponent, out);
    let is_zero = out
        .get(start..)
        .is_some_and(|plain| plain.bytes().all(|b| matches!(b, b'-' | b'0' | b'.')));
    if negative && is_zero {
        out.remove(start);
    }
    Ok(())
}

/// The sign, which may stand behind as ledgers write it, and the rest.
fn unsigned(text: &str) -> (bool, &str) {
    if let Some(rest) = text
        .strip_prefix(['-', '−'])
        .or_else(|| text.strip_suffix('-'))
    {
        return (true, rest.trim());
    }
    (false, text.strip_prefix('+').unwrap_or(text))
}

/// A number's whole part with its groups, and its fraction.
struct Split<'a> {
    whole: &'a str,
    fraction: &'a str,
    decimal: Option<char>,
    group: Option<char>,
}

/// Splits digits at the decimal point; `known` is the column's, if that is sure.
fn split(text: &str, known: Option<char>) -> Result<Split<'_>, Problem> {
    let mut separators = text.char_indices().filter(|(_, c)| !c.is_ascii_digit());
    let (Some((_, first)), Some((last_at, last))) =
        (separators.clone().next(), separators.next_back())
    else {
        return whole(text, None);
    };
    let count = text.chars().filter(|c| *c == last).count();
    if !same(first, last) {
        return if count == 1 {
            at(text, last_at, Some(first))
        } else {
            Err(Problem::Unreadable)
        };
    }
    if count > 1 || !matches!(last, '.' | ',') {
        return whole(text, Some(last));
    }
    match (could_be_a_group(text, last_at), known) {
        (false, _) => at(text, last_at, None),
        (true, Some(decimal)) if decimal == last => at(text, last_at, None),
        (true, Some(_)) => whole(text, Some(last)),
        (true, None) => Err(Problem::Ambiguous),
    }
}

fn same(a: char, b: char) -> bool {
    a == b || (is_space(a) && is_space(b)) || (is_apostrophe(a) && is_apostrophe(b))
}

/// One to three digits, not beginning with a zero, before the separator, and three behind.
fn could_be_a_group(text: &str, separator: usize) -> bool {
    (1..=3).contains(&separator) && text.len() == separator + 4 && !text.starts_with('0')
}

fn whole(text: &str, group: Option<char>) -> Result<Split<'_>, Problem> {
    let fits = match group {
        None => !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()),
        Some(group) => well_grouped(text, group),
    };
    if fits {
        Ok(Split {
            whole: text,
            fraction: "",
            decimal: None,
            group,
        })
    } else {
        Err(Problem::Unreadable)
    }
}

fn at(text: &str, decimal_at: usize, group: Option<char>) -> Result<Split<'_>, Problem> {
    let (before, behind) = text
        .split_at_checked(decimal_at)
        .ok_or(Problem::Unreadable)?;
    let mut behind = behind.chars();
    let decimal = behind.next().filter(|c| matches!(c, '.' | ','));
    let fraction = behind.as_str();
    let empty = before.is_empty() && fraction.is_empty();
    if empty || decimal.is_none() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Problem::Unreadable);
    }
    if !before.is_empty() {
        whole(before, group)?;
    }
    Ok(Split {
        whole: before,
        fraction,
        decimal,
        group,
    })
}

/// Groups of three, or of two before the last as in India, all by the same sign.
fn well_grouped(text: &str, group: char) -> bool {
    if !is_space(group) && !is_apostrophe(group) && !matches!(group, '.' | ',') {
        return false;
    }
    let mut groups = text.split(|c| same(c, group));
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let (Some(first), Some(last)) = (groups.next(), groups.next_back()) else {
        return false;
    };
    let fits = (1..=3).contains(&first.len()) && digits(first) && last.len() == 3 && digits(last);
    let middle = |length: usize| {
        groups
            .clone()
            .all(|group| group.len() == length && digits(group))
    };
    fits && (middle(3) || (first.len() <= 2 && group == ',' && middle(2)))
}

fn scientific(mantissa: &str) -> Result<Split<'_>, Problem> {
    match mantissa.find(['.', ',']) {
        Some(decimal_at) => at(mantissa, decimal_at, None),
        None => whole(mantissa, None),
    }
}

fn read_exponent(text: &str) -> Result<i32, Problem> {
    let exponent: i32 = text.parse().map_err(|_| Problem::Unreadable)?;
    if exponent.abs() <= LARGEST_EXPONENT {
        Ok(exponent)
    } else {
        Err(Problem::Unreadable)
    }
}

/// Moves the point by `exponent` places, so that no digit is lost or made up.
fn push_plain(number: &Split<'_>, exponent: i32, out: &mut String) {
    let whole = number.whole.bytes().filter(u8::is_ascii_digit);
    let digits = whole.clone().chain(number.fraction.bytes());
    let point = i32::try_from(whole.count())
        .unwrap_or(i32::MAX)
        .saturating_add(exponent);
    let count = i32::try_from(digits.clone().count()).unwrap_or(i32::MAX);
    let zeros = |count: i32| std::iter::repeat_n(b'0', usize::try_from(count).unwrap_or(0));
    let padded = zeros(-point).chain(digits).chain(zeros(point - count));
    let point = usize::try_from(point).unwrap_or(0);
    let start = out.len();
    out.extend(
        padded
            .clone()
            .take(point)
            .skip_while(|b| *b == b'0')
            .map(char::from),
    );
    if out.len() == start {
        out.push('0');
    }
    let mut fraction = padded.skip(point).peekable();
    if fraction.peek().is_some() {
        out.push('.');
        out.extend(fraction.map(char::from));
    }
}
