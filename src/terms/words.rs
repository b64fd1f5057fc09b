//! Words of products that have no profile, as data: one row a word.

use std::sync::LazyLock;

use super::extent::{Extent, Relation};
use super::phrases::{cell, rows};

static CONCEPTS: LazyLock<Vec<csv::StringRecord>> =
    LazyLock::new(|| rows(include_str!("../../mappings/terms/concepts.csv")));
static PRODUCTS: LazyLock<Vec<csv::StringRecord>> =
    LazyLock::new(|| rows(include_str!("../../mappings/terms/products.csv")));
static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../mappings/terms/words.csv"));
    rows.iter().skip(1).filter_map(Word::of).collect()
});

/// One word of a product.
#[derive(Debug)]
pub(super) struct Word {
    pub product: String,
    pub object: String,
    pub word: String,
    pub language: String,
    pub relation: Relation,
    pub concept: String,
    pub sure: bool,
    pub note: String,
}

impl Word {
    fn of(row: &csv::StringRecord) -> Option<Self> {
        let text = |at: usize| row.get(at).map(str::to_owned);
        Some(Self {
            product: text(0)?,
            object: text(1)?,
            word: text(2)?,
            language: text(3)?,
            relation: Relation::named(row.get(4)?),
            concept: text(5)?,
            sure: row.get(6)? == "yes",
            note: text(7)?,
        })
    }

    /// What it covers.
    pub fn extent(&self) -> Extent {
        let find = |at: usize| {
            let row = CONCEPTS
                .iter()
                .find(|row| row.get(0) == Some(&self.concept));
            row.and_then(|row| row.get(at)).unwrap_or_default()
        };
        Extent::named(find(1), find(2))
    }

    /// What it stands for, in a language.
    pub fn about(&self, language: &str) -> &str {
        cell(&CONCEPTS, &[&self.concept], language).unwrap_or_default()
    }

    /// The product's name, as people write it.
    pub fn title(&self) -> &str {
        let row = PRODUCTS
            .iter()
            .find(|row| row.get(0) == Some(&self.product));
        row.and_then(|row| row.get(1)).unwrap_or(&self.product)
    }
}

/// All of them, in the order of the file.
pub(super) fn all() -> &'static [Word] {
    &WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::fold;

    #[test]
    fn every_word_has_a_product_a_concept_and_a_language() {
        assert!(all().len() > 100);
        for word in all() {
            assert_ne!(word.title(), word.product, "{}", word.product);
            assert!(!word.about("de").is_empty(), "{}", word.concept);
            let mut folded = String::new();
            fold(&word.word, &mut folded);
            assert!(!folded.is_empty(), "{}", word.word);
        }
    }
}
