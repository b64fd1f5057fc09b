//! What a cell with a phone number looks like before anybody parses it.

use std::num::NonZeroU8;

use arrayvec::ArrayString;

use crate::normalize::scientific::is_scientific;

/// Digits of a number without what people write between them; at most 15 and a country prefix.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Digits {
    text: ArrayString<20>,
    zero_in_brackets: Option<NonZeroU8>,
}

impl Digits {
    /// The digits, behind a `+` where the number is international.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether a country code comes first.
    pub(super) fn international(&self) -> bool {
        self.as_str().starts_with('+')
    }

    fn dialled_from_abroad(&self) -> bool {
        self.international() || self.as_str().starts_with("00")
    }

    /// The digits of a national number behind its country code.
    pub(super) fn international_of(code: &str, national: &str) -> Self {
        let mut digits = Self::default();
        for part in ["+", code, national] {
            let _ = digits.text.try_push_str(part);
        }
        digits
    }

    /// Takes the `(0)` out of an international number: only those in a country itself dial it. Italy's
    /// numbers keep it, as it belongs to them.
    fn without_zero_in_brackets(self) -> Self {
        let Some(place) = self.zero_in_brackets.filter(|_| self.dialled_from_abroad()) else {
            return self;
        };
        let code = self.as_str().trim_start_matches(['+', '0']);
        if code.starts_with("39") || code.starts_with("378") {
            return self;
        }
        let mut shorter = Self::default();
        for (at, digit) in self.as_str().char_indices() {
            if at != usize::from(place.get()) {
                let _ = shorter.text.try_push(digit);
            }
        }
        shorter
    }
}

/// The outcome of looking at a cell.
pub(super) enum Shape {
    /// Nothing but a number and punctuation.
    Digits(Digits),
    /// Letters, an extension or another script's digits: the library's business.
    Worded,
    /// No number at all, as `000000` or `1234567890`.
    Placeholder,
    /// Can't be a number; the code.
    Unread(&'static str),
}

/// A cell without white space, quotes and invisible characters around it, nor `tel:` before it.
pub(super) fn trimmed(raw: &str) -> &str {
    let text = raw.trim_matches(is_margin);
    match text.get(..4) {
        Some(scheme) if scheme.eq_ignore_ascii_case("tel:") => {
            text.get(4..).unwrap_or_default().trim_matches(is_margin)
        }
        _ => text,
    }
}

/// Looks at trimmed text.
pub(super) fn of(text: &str) -> Shape {
    let text = without_float_tail(text);
    let Some(digits) = compact(text) else {
        return worded(text);
    };
    let plain = digits.as_str().trim_start_matches('+');
    if is_filler(plain) {
        return Shape::Placeholder;
    }
    if plain.len() > 10 && has_second_number(text) {
        return Shape::Unread("phone-several");
    }
    Shape::Digits(digits.without_zero_in_brackets())
}

/// A number and the digits of its extension, as in `(312) 555-0123 x12` and `312-555-0123 ext. 12`; other forms are the
/// library's business.
pub(super) fn with_extension(text: &str) -> Option<(Digits, &str)> {
    let labelled = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let extension = text.get(labelled.len()..)?;
    let label = labelled.trim_end_matches(' ');
    let label = label.strip_suffix('.').unwrap_or(label);
    let number = ["ext", "x"].into_iter().find_map(|word| {
        let (number, last) = label.split_at_checked(label.len().checked_sub(word.len())?)?;
        last.eq_ignore_ascii_case(word).then_some(number)
    });
    let number = number?.trim_end_matches(' ');
    let is_plain =
        number.ends_with(|c: char| c.is_ascii_digit()) && (1..=6).contains(&extension.len());
    let digits = compact(number).filter(|digits| is_plain && digits.zero_in_brackets.is_none())?;
    Some((digits, extension))
}

fn worded(text: &str) -> Shape {
    if is_scientific(text) {
        return Shape::Unread("phone-damaged");
    }
    if has_second_number(text) {
        return Shape::Unread("phone-several");
    }
    Shape::Worded
}

fn is_margin(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\'' | '"' | '`' | '\u{2018}' | '\u{2019}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The digits of text that has nothing but digits, a leading `+` or `00`, and punctuation.
fn compact(text: &str) -> Option<Digits> {
    let mut digits = Digits::default();
    let mut before = ['\0'; 2];
    for c in text.chars() {
        match c {
            '0'..='9' => digits.text.try_push(c).ok()?,
            '+' if digits.text.is_empty() => digits.text.try_push('+').ok()?,
            ')' if before == ['(', '0'] => {
                let last = digits.text.len().saturating_sub(1);
                digits.zero_in_brackets = u8::try_from(last).ok().and_then(NonZeroU8::new);
            }
            ' '
            | '-'
            | '('
            | ')'
            | '.'
            | '/'
            | '\u{a0}'
            | '\u{2010}'..='\u{2015}'
            | '\u{202f}'
            | '\u{200e}'
            | '\u{202c}' => {}
            _ => return None,
        }
        before = [before.last().copied().unwrap_or_default(), c];
    }
    (!digits.text.is_empty()).then_some(digits)
}

/// `5255123456.0`, as a table of floating-point numbers writes it, gives `5255123456`.
fn without_float_tail(text: &str) -> &str {
    match text.strip_suffix(".0") {
        Some(whole) if whole.len() >= 7 && whole.bytes().all(|b| b.is_ascii_digit()) => whole,
        _ => text,
    }
}

/// Whether the digits only fill a required box: one digit throughout, or a run such as `1234567890`.
fn is_filler(digits: &str) -> bool {
    // Whether each digit follows from the one before it, mod 10.
    let run = |step: u8| {
        let next = |digit: u8| digit.wrapping_sub(b'0').wrapping_add(step) % 10 + b'0';
        let mut pairs = digits.as_bytes().windows(2);
        pairs.all(|pair| matches!(pair, [a, b] if next(*a) == *b))
    };
    let same = digits.len() >= 5 && run(0);
    same || digits == "0" || digits.len() >= 7 && (run(1) || run(9))
}

/// Whether a separator stands between two parts of seven digits or more.
fn has_second_number(text: &str) -> bool {
    if !text.contains(['/', ';', ',', '|', '\n']) {
        return false;
    }
    let long = |part: &&str| part.bytes().filter(u8::is_ascii_digit).count() >= 7;
    text.split(['/', ';', ',', '|', '\n']).filter(long).count() > 1
}
