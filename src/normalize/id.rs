//! Ids: the exact text, unless a spreadsheet has rewritten it.

use super::Reading;
use super::scientific;

/// How many digits a spreadsheet keeps of a number.
const KEPT: usize = 15;
/// Numbers that end in zeros by chance have so many of them, all together, once in a hundred million times.
const ZEROS: usize = 8;
/// So many distinct rounded numbers are enough to tell.
const DISTINCT: usize = 8;

/// What a column shows of its numbers.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Cells in a spreadsheet's scientific notation.
    scientific: u64,
    /// Numbers of more digits than a spreadsheet keeps that are not rounded.
    long: u64,
    /// Those that are: some of them, and how many zeros stand for digits.
    rounded: Vec<(String, usize)>,
    /// Numbers that begin with a zero.
    zero_led: Lengths,
    /// Other whole numbers.
    plain: Lengths,
    /// The greatest of these.
    greatest: u64,
}

/// How long numbers are, in digits.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    count: u64,
    shortest: usize,
    longest: usize,
}

impl Lengths {
    fn add(&mut self, more: Self) {
        if self.count == 0 || more.count > 0 && more.shortest < self.shortest {
            self.shortest = more.shortest;
        }
        self.longest = self.longest.max(more.longest);
        self.count += more.count;
    }
}

/// How ids of a column are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Long numbers are rounded.
    rounded: bool,
    /// Numbers have so many digits; those that have fewer have lost zeros.
    digits: Option<usize>,
}

impl Evidence {
    /// Looks at a cell.
    pub fn see(&mut self, text: &str) {
        if !text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return;
        }
        if !text.bytes().all(|b| b.is_ascii_digit()) {
            self.scientific += u64::from(scientific::of_spreadsheet(text));
            return;
        }
        let one = Lengths {
            count: 1,
            shortest: text.len(),
            longest: text.len(),
        };
        match zeros(text) {
            Some(0) => self.long += 1,
            Some(zeros) => self.keep(text, zeros),
            None if text.starts_with('0') && text.len() > 1 => self.zero_led.add(one),
            None => {
                self.plain.add(one);
                self.greatest = self.greatest.max(text.parse().unwrap_or(0));
            }
        }
    }

    fn keep(&mut self, text: &str, zeros: usize) {
        let known = self.rounded.iter().any(|(known, _)| known == text);
        if !known && self.rounded.len() < DISTINCT {
            self.rounded.push((text.to_string(), zeros));
        }
    }

    /// Adds what another part of the column has shown.
    pub fn merge(&mut self, other: &Self) {
        self.scientific += other.scientific;
        self.long += other.long;
        for (text, zeros) in &other.rounded {
            self.keep(text, *zeros);
        }
        self.zero_led.add(other.zero_led);
        self.plain.add(other.plain);
        self.greatest = self.greatest.max(other.greatest);
    }

    /// Whether a spreadsheet has rounded numbers of the column: it shows them in scientific notation, or all that are
    /// long end in zeros.
    pub fn is_rounded(&self) -> bool {
        self.scientific > 0 || self.form().rounded
    }

    /// Whether some lack the zeros that others begin with.
    pub fn lacks_zeros(&self) -> bool {
        let digits = self.form().digits;
        self.plain.count > 0 && digits.is_some_and(|digits| self.plain.shortest < digits)
    }

    /// Whether numbers of the column may lack zeros: they are not all of one length, and no mere count of the rows.
    pub fn may_lack_zeros(&self) -> bool {
        self.plain.shortest < self.plain.longest && self.greatest / 20 > self.plain.count
    }

    /// What the column says of its ids.
    pub fn form(&self) -> Form {
        let zeros: usize = self.rounded.iter().map(|(_, zeros)| zeros).sum();
        let (led, others) = (self.zero_led, self.plain);
        let of_one_length = led.count > 1 && led.shortest == led.longest;
        Form {
            rounded: self.long == 0 && zeros >= ZEROS,
            digits: Some(led.longest).filter(|digits| of_one_length && others.longest <= *digits),
        }
    }
}

/// Of a number of more digits than a spreadsheet keeps: how many zeros stand for the others, all of them or none.
fn zeros(digits: &str) -> Option<usize> {
    let beyond = digits.get(KEPT..).filter(|beyond| !beyond.is_empty())?;
    let rounded = beyond.bytes().all(|b| b == b'0');
    Some(if rounded { beyond.len() } else { 0 })
}

/// Reads an id.
///
/// Codes: `id-damaged` (a spreadsheet's `7.31024E+18`; without the plus, as in `12E5`, it is an id like any other; or a
/// number that ends in zeros where the column's form says that they stand for lost digits).
pub fn id(raw: &str, form: Form) -> Reading {
    let digits = || raw.bytes().all(|b| b.is_ascii_digit());
    let rounded = form.rounded && digits() && zeros(raw).is_some_and(|zeros| zeros > 0);
    if rounded || scientific::of_spreadsheet(raw) {
        Reading::Unread("id-damaged")
    } else {
        Reading::Same
    }
}

/// Whether `now` is what a spreadsheet makes of an id.
pub fn is_damaged(now: &str, id: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if now == id || !digits(id) {
        return false;
    }
    let kept = id.get(..KEPT).is_some_and(|kept| now.starts_with(kept));
    scientific::of_spreadsheet(now)
        || digits(now) && now == id.trim_start_matches('0')
        || digits(now) && kept && now.len() == id.len() && zeros(now).is_some_and(|zeros| zeros > 0)
}

/// Whether an id has lost the zeros that others of its column begin with.
pub fn lacks_zeros(raw: &str, form: Form) -> bool {
    form.digits.is_some_and(|digits| raw.len() < digits) && raw.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(cells: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        for cell in cells {
            let mut part = Evidence::default();
            part.see(cell);
            evidence.merge(&part);
        }
        evidence
    }

    #[test]
    fn an_id_in_scientific_notation_is_damaged() {
        for raw in ["7.31024E+18", "7,31024e+18", "7E+18"] {
            assert_eq!(
                id(raw, Form::default()),
                Reading::Unread("id-damaged"),
                "{raw}"
            );
        }
    }

    #[test]
    fn any_other_text_is_an_id() {
        for raw in [
            "7310240000002570001",
            "7310240000002570000",
            "12E5",
            "1E10",
            "+34915550100",
            "a+b",
            "E+1",
            "00Q5g00000x0001EAA",
        ] {
            assert_eq!(id(raw, Form::default()), Reading::Same, "{raw}");
        }
    }

    #[test]
    fn long_ids_that_all_end_in_zeros_are_rounded() {
        let rounded = seen(&["7310240000002570000", "7310240000002580000", "12"]);
        let damaged = id("7310240000002570000", rounded.form());
        assert_eq!(damaged, Reading::Unread("id-damaged"));
        assert_eq!(id("12", rounded.form()), Reading::Same);
        // One may end so, and so may all where one of them does not.
        for cells in [
            &["7310240000002570000", "7310240000002570000"][..],
            &[
                "7310240000002570000",
                "7310240000002580000",
                "7310240000002580001",
            ],
        ] {
            assert_eq!(id(cells[0], seen(cells).form()), Reading::Same, "{cells:?}");
        }
    }

    #[test]
    fn what_a_spreadsheet_makes_of_an_id_is_known_beside_it() {
        for (now, id) in [
            ("7.31024E+18", "7310240000002570001"),
            ("7310240000002570000", "7310240000002570001"),
            ("123", "00123"),
        ] {
            assert!(is_damaged(now, id), "{now}");
            assert!(!is_damaged(id, id) && !is_damaged(id, now), "{now}");
        }
        assert!(!is_damaged("124", "00123") && !is_damaged("3", "A3"));
    }

    #[test]
    fn an_id_lacks_the_zeros_that_others_have() {
        let form = seen(&["00123", "00124", "77", "12345"]).form();
        assert!(lacks_zeros("77", form) && !lacks_zeros("12345", form));
        assert!(!lacks_zeros("A7", form));
        for cells in [
            &["7", "77", "777"][..],
            &["00123", "00124", "123456", "7"],
            &["00123", "0124", "7"],
        ] {
            assert!(!lacks_zeros("7", seen(cells).form()), "{cells:?}");
        }
    }
}
