//! Names of companies as the words that tell them apart.

use super::memo::Made;
use super::{Desk, Item, Sketch, push_word};
use crate::lexicon::Folded;
use crate::model::shown::{Part, Shown};
use crate::normalize::org_name;

/// Words that join others.
const JOINING: [&str; 19] = [
    "the", "and", "of", "y", "und", "et", "de", "del", "la", "el", "e", "for", "at", "in", "di",
    "da", "do", "los", "las",
];

pub(super) fn read(shown: &Shown, sketch: &mut Sketch, desk: &mut Desk) {
    let Desk {
        memo, folded, text, ..
    } = desk;
    for name in shown.of(Part::Company) {
        let telling = memo.of(Made::Company, name, |out| words(name, text, folded, out));
        sketch.add_once(Item::Company, telling);
    }
}

/// Puts the words of a name without its legal form and joining words into `kept`, with a space between each two.
fn words(name: &str, plain: &mut String, folded: &mut Folded, kept: &mut String) {
    // Dotted capitals are one word, and all signs for "and" none.
    plain.clear();
    for word in org_name::split_legal_form(name).0.split_whitespace() {
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
        match dotted {
            true => plain.extend(word.chars().filter(|c| *c != '.')),
            false => plain.extend(word.chars().map(|c| if "&+".contains(c) { ' ' } else { c })),
        }
        plain.push(' ');
    }
    folded.set(plain);
    kept.clear();
    for word in folded.iter().filter(|word| !JOINING.contains(word)) {
        push_word(kept, word);
    }
    if kept.is_empty() {
        kept.push_str(folded.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_telling_words() {
        let mut desk = Desk::default();
        for (name, telling) in [
            ("The Smith & Sons Co., Ltd.", "smith sons"),
            (
                "A.B.C. Transportes de Córdoba, S.L.",
                "abc transportes cordoba",
            ),
            ("The", "the"),
        ] {
            let mut kept = String::new();
            words(name, &mut desk.text, &mut desk.folded, &mut kept);
            assert_eq!(kept, telling);
        }
    }
}
