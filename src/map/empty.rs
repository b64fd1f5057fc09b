//! Texts that stand for nothing in a vendor's cells.

use std::collections::HashSet;

use super::plan::fold_into;

/// The texts, as values are compared.
#[derive(Debug, Default)]
pub struct Empty {
    words: HashSet<String, foldhash::fast::RandomState>,
    longest: usize,
}

impl Empty {
    /// The texts that a profile names.
    pub fn new(texts: &[String]) -> Self {
        let mut empty = Self::default();
        for text in texts {
            let mut folded = String::new();
            fold_into(text, &mut folded);
            empty.longest = empty.longest.max(text.len()).max(folded.len());
            empty.words.insert(folded);
        }
        empty
    }

    /// Whether a trimmed text is one of them; `folded` is scratch space.
    pub fn holds(&self, text: &str, folded: &mut String) -> bool {
        if text.len() > self.longest {
            return false;
        }
        fold_into(text, folded);
        self.words.contains(folded.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_without_case() {
        let empty = Empty::new(&["-None-".to_string(), "(Keine Ängabe)".to_string()]);
        let holds = |text| empty.holds(text, &mut String::new());
        assert!(holds("-none-") && holds("(keine ängabe)"));
        assert!(!holds("None") && !holds("-none- of them"));
        assert!(!Empty::default().holds("-None-", &mut String::new()));
    }
}
