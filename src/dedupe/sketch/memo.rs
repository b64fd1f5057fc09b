//! What texts came to, for when they come again, as names of people and cities do over and over.

use crate::model::key;

/// What is made of a text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Made {
    /// Its folded words.
    Folded,
    /// The words of given names.
    Given,
    /// The words of family names.
    Family,
    /// The words of a company's name.
    Company,
}

/// Texts in the one place that their hash leads to; the last one there counts.
#[derive(Debug, Default)]
pub(super) struct Memo(Vec<(u64, String)>);

impl Memo {
    /// So many places, as a power of two: as much as fits beside the texts in a processor's memory.
    const PLACES: u32 = 13;

    /// What a text came to, which `make` appends where it isn't known.
    pub fn of(&mut self, made: Made, text: &str, make: impl FnOnce(&mut String)) -> &str {
        if self.0.is_empty() {
            self.0.resize(1 << Self::PLACES, (0, String::new()));
        }
        let key = key::of(made as u32, text);
        let place = key >> (u64::BITS - Self::PLACES);
        let Some((known, out)) = self.0.get_mut(place as usize) else {
            return "";
        };
        if *known != key {
            *known = key;
            out.clear();
            make(out);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_once_for_each_purpose() {
        let mut memo = Memo::default();
        let mut made = 0;
        for _ in 0..3 {
            let out = memo.of(Made::Given, "Ann", |out| {
                made += 1;
                out.push_str("ann");
            });
            assert_eq!(out, "ann");
        }
        assert_eq!(made, 1);
        assert_eq!(memo.of(Made::Family, "Ann", |out| out.push('x')), "x");
    }
}
