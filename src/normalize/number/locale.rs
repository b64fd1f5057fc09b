//! Which sign is the decimal point: what a whole column says.

use super::shape::{self, Says};

/// How a column writes its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The decimal point: `.` or `,`.
    pub decimal: char,
    /// The sign between groups of digits, where one was seen.
    pub group: Option<char>,
    /// Whether this is known; if not, `1.234` and `1,234` stay unread.
    pub sure: bool,
}

impl Locale {
    /// The locale of canonical numbers: a point and no groups.
    pub const CANONICAL: Self = Self {
        decimal: '.',
        group: None,
        sure: true,
    };
}

impl Default for Locale {
    /// Not known yet.
    fn default() -> Self {
        Self {
            decimal: '.',
            group: None,
            sure: false,
        }
    }
}

/// How many values of a column can be read in which way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    point: u64,
    comma: u64,
    either: u64,
    spaces: u64,
    apostrophes: u64,
}

/// The locale of a column, and how well it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The locale to read the column in.
    pub locale: Locale,
    /// Whether some values can only be read with a decimal point and others only with a decimal comma.
    pub contradicts: bool,
    /// The counts that the decision rests on, in words.
    pub about: String,
}

impl Evidence {
    /// Notes one value, with or without a currency beside it; what isn't a number says nothing.
    pub fn see(&mut self, raw: &str) {
        let digits = raw.trim_matches(|c: char| !c.is_ascii_digit());
        self.spaces += u64::from(digits.contains(shape::is_space));
        self.apostrophes += u64::from(digits.contains(shape::is_apostrophe));
        match shape::says(digits) {
            Says::Point => self.point += 1,
            Says::Comma => self.comma += 1,
            Says::Either => self.either += 1,
            Says::Nothing => {}
        }
    }

    /// Whether nothing but digits and decimal points was seen, so that no sign has to be told from another.
    pub fn is_plain_only(&self) -> bool {
        self.comma + self.either + self.spaces + self.apostrophes == 0
    }

    /// Whether a decimal point was seen.
    pub fn shows_point(&self) -> bool {
        self.point > 0
    }

    /// Adds what another part of the column has shown.
    pub fn merge(&mut self, other: &Self) {
        self.point += other.point;
        self.comma += other.comma;
        self.either += other.either;
        self.spaces += other.spaces;
        self.apostrophes += other.apostrophes;
    }

    /// The locale that the values show, else the decimal point `fallback`. Not sure where values fit both readings
    /// and nothing decides, or where the values contradict each other.
    pub fn decide(&self, fallback: Option<char>) -> Decision {
        let contradicts = self.point > 0 && self.comma > 0;
        let shown = match (self.point, self.comma) {
            (0, 0) => fallback,
            (point, comma) if point >= comma => Some('.'),
            _ => Some(','),
        };
        let decimal = shown.unwrap_or('.');
        let sure = !contradicts && (shown.is_some() || self.either == 0);
        Decision {
            locale: Locale {
                decimal,
                group: self.group(decimal),
                sure,
            },
            contradicts,
            about: self.about(),
        }
    }

    fn group(&self, decimal: char) -> Option<char> {
        match (self.spaces, self.apostrophes) {
            (0, 0) if self.point + self.comma + self.either == 0 => None,
            (0, 0) => Some(if decimal == '.' { ',' } else { '.' }),
            (spaces, apostrophes) => Some(if spaces >= apostrophes { ' ' } else { '\'' }),
        }
    }

    fn about(&self) -> String {
        let counts = [
            (self.point, "with a decimal point"),
            (self.comma, "with a decimal comma"),
            (self.either, "either way"),
        ];
        let parts: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        if parts.is_empty() {
            "no separators".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(raws: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        raws.iter().for_each(|raw| evidence.see(raw));
        evidence
    }

    #[test]
    fn one_clear_value_decides_the_column() {
        let decision = seen(&["1.234", "12,50 €"]).decide(Some('.'));
        assert_eq!(
            decision.locale,
            Locale {
                decimal: ',',
                group: Some('.'),
                sure: true
            }
        );
        assert_eq!(decision.about, "1 with a decimal comma, 1 either way");
        assert_eq!(seen(&["$1,234.50"]).decide(None).locale.decimal, '.');
        assert_eq!(seen(&["1.234.567"]).decide(None).locale.decimal, ',');
        assert_eq!(seen(&["1 234,5"]).decide(None).locale.group, Some(' '));
    }

    #[test]
    fn values_that_fit_both_decide_nothing() {
        assert!(!seen(&["1.234", "500"]).decide(None).locale.sure);
        assert!(seen(&["1.234"]).decide(Some(',')).locale.sure);
        assert!(seen(&["500", "abc"]).decide(None).locale.sure);
    }

    #[test]
    fn a_column_can_contradict_itself() {
        let decision = seen(&["12.50", "12,50"]).decide(None);
        assert!(decision.contradicts && !decision.locale.sure);
    }
}
