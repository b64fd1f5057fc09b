//! Names of companies as the words that tell them apart.

use super::{Item, Sketch};
use crate::lexicon::Folded;
use crate::model::shown::{Part, Shown};
use crate::normalize::org_name;

/// Words that join others.
const JOINING: [&str; 19] = [
    "the", "and", "of", "y", "und", "et", "de", "del", "la", "el", "e", "for", "at", "in", "di",
    "da", "do", "los", "las",
];

pub(super) fn read(shown: &Shown, sketch: &mut Sketch) {
    let mut known: Vec<String> = Vec::new();
    for name in shown.of(Part::Company) {
        let words = words(name);
        if !words.is_empty() && !known.contains(&words) {
            sketch.add(Item::Company, &words);
            known.push(words);
        }
    }
}

/// The words of a name without its legal form and joining words, with a space between each two.
fn words(name: &str) -> String {
    // Dotted capitals are one word, and all signs for "and" none.
    let mut plain = String::with_capacity(name.len());
    for word in org_name::split_legal_form(name).0.split_whitespace() {
        let dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
        match dotted {
            true => plain.extend(word.chars().filter(|c| *c != '.')),
            false => plain.extend(word.chars().map(|c| if "&+".contains(c) { ' ' } else { c })),
        }
        plain.push(' ');
    }
    let folded = Folded::of(&plain);
    let kept: Vec<&str> = folded
        .iter()
        .filter(|word| !JOINING.contains(word))
        .collect();
    match kept.is_empty() {
        true => folded.as_str().to_string(),
        false => kept.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_telling_words() {
        assert_eq!(words("The Smith & Sons Co., Ltd."), "smith sons");
        assert_eq!(
            words("A.B.C. Transportes de Córdoba, S.L."),
            "abc transportes cordoba"
        );
        assert_eq!(words("The"), "the");
    }
}
