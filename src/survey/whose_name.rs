//! Whose names a column holds: people's or organizations', by its cells.

use crate::lexicon::{
    Folded, company_word, given_name_iberian, given_name_more, given_name_other, legal_form,
    short_given_name,
};
use crate::model::axis::Kind;

/// Most words of a person's name.
const MOST_WORDS: usize = 4;

/// What was seen in the cells of a column of names.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Names {
    cells: usize,
    /// With a given name among the first two words, and no company's word.
    people: usize,
    /// With a company's word or legal form.
    organizations: usize,
    /// Of two to four words of letters, as most people's names are in any language.
    shaped: usize,
}

impl Names {
    /// Looks at filled cells.
    pub fn of<'c>(cells: impl Iterator<Item = &'c str>) -> Self {
        let mut seen = Self::default();
        cells.for_each(|cell| seen.see(cell));
        seen
    }

    fn see(&mut self, cell: &str) {
        let words = Folded::of(cell);
        if words.is_empty() {
            return;
        }
        self.cells += 1;
        let of_a_firm = words.iter().any(company_word) || words.iter().skip(1).any(legal_form);
        let named = words.iter().take(2).any(is_given_name) && words.len() <= MOST_WORDS;
        self.organizations += usize::from(of_a_firm);
        self.people += usize::from(named && !of_a_firm);
        let letters = |c: char| c.is_alphabetic() || c.is_whitespace() || "'’.,-".contains(c);
        let shaped = (2..=MOST_WORDS).contains(&words.len()) && cell.chars().all(letters);
        self.shaped += usize::from(shaped && !of_a_firm);
    }

    /// Whose they are. Where no given name is known, as in languages of which no list is kept, what is shaped like
    /// people's names is taken for theirs.
    pub fn whose(self) -> Kind {
        let shaped = self.shaped * 10 >= self.cells * 9 && self.organizations * 20 < self.cells;
        match self.people * 2 >= self.cells || shaped {
            true => Kind::Person,
            false => Kind::Organization,
        }
    }

    /// Whether they are organizations', and some of them say so: nothing less changes what a table is taken for.
    pub fn are_organizations(self) -> bool {
        self.whose() == Kind::Organization
            && self.people * 10 < self.cells * 3
            && self.organizations * 20 >= self.cells
            && self.organizations > 0
    }
}

fn is_given_name(word: &str) -> bool {
    given_name_iberian(word)
        || given_name_other(word)
        || given_name_more(word)
        || short_given_name(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cells: &[&str]) -> Names {
        Names::of(cells.iter().copied())
    }

    #[test]
    fn given_names_are_peoples_and_company_words_are_companies() {
        assert_eq!(names(&["Ana López", "Lee, Bob", "x"]).whose(), Kind::Person);
        let firms = names(&["Acme Ltd", "Bolt Consulting", "The old mill on 5th street"]);
        assert_eq!(firms.whose(), Kind::Organization);
        assert!(firms.are_organizations());
    }

    #[test]
    fn names_of_no_list_are_peoples_by_their_shape_and_companies_only_by_their_words() {
        assert_eq!(names(&["Đặng Thùy Trâm", "Ngô Bảo"]).whose(), Kind::Person);
        let places = names(&["Citrus", "72 Elm", "Fenix"]);
        assert_eq!(places.whose(), Kind::Organization);
        assert!(!places.are_organizations());
    }
}
