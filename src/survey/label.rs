//! The spellings of an object's columns, and which of them a header is.

use std::collections::HashMap;

use super::fold::fold;
use crate::profile::schema::{Column, Object};

/// The spellings of an object's columns, folded, and the column of each.
#[derive(Debug)]
pub(super) struct Labels {
    exact: HashMap<String, usize>,
    /// The same without articles and prepositions.
    bare: HashMap<String, usize>,
    /// The same whatever their number and order; `None` where several columns share it.
    alike: HashMap<String, Option<usize>>,
}

impl Labels {
    pub(super) fn of(object: &Object) -> Self {
        let mut alike = HashMap::new();
        for (at, spelling) in spelled(object) {
            if let Some(key) = likeness(spelling) {
                let known = alike.entry(key).or_insert(Some(at));
                *known = known.filter(|known| *known == at);
            }
        }
        Self {
            exact: words_of(object, fold),
            bare: words_of(object, |spelling| bare(spelling).unwrap_or_default()),
            alike,
        }
    }

    /// The column that a folded header is a spelling of.
    pub(super) fn exact(&self, folded: &str) -> Option<usize> {
        self.exact.get(folded).copied()
    }

    /// The column of a header but for the small words.
    pub(super) fn bare(&self, name: &str) -> Option<usize> {
        self.bare.get(&bare(name)?).copied()
    }

    /// The column of a header: by its spelling, else by its words without the small ones.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.exact(&fold(name)).or_else(|| self.bare(name))
    }

    /// The one column that has a header's words, whatever their number and order.
    pub(super) fn alike(&self, name: &str) -> Option<usize> {
        self.alike.get(&likeness(name)?).copied().flatten()
    }
}

/// The spelling of a column that a header is but for number or order, and in what it differs.
pub fn alike<'c>(column: &'c Column, header: &str) -> Option<(&'c str, &'static str)> {
    let key = likeness(header)?;
    let same = |label: &&String| likeness(label).is_some_and(|known| known == key);
    let label = spellings(column).find(same)?;
    let ordered = |text: &str| -> Vec<String> {
        let words = telling(text).flatten();
        words.map(|word| singular(&word)).collect()
    };
    let differs = match fold(header).len().cmp(&fold(label).len()) {
        _ if ordered(label) != ordered(header) => "in another order",
        std::cmp::Ordering::Less => "in the singular",
        _ => "in the plural",
    };
    Some((label, differs))
}

/// The name and the labels of a column.
pub(super) fn spellings(column: &Column) -> impl Iterator<Item = &String> {
    let labels = column.labels.iter().flat_map(|(_, spellings)| spellings);
    std::iter::once(&column.key).chain(labels)
}

/// Every spelling of an object's columns, families apart, with the column.
fn spelled(object: &Object) -> impl Iterator<Item = (usize, &String)> {
    let columns = object.columns.iter().enumerate();
    columns
        .filter(|(_, column)| !column.key.contains('*'))
        .flat_map(|(at, column)| spellings(column).map(move |spelling| (at, spelling)))
        .filter(|(_, spelling)| !spelling.contains('*'))
}

fn words_of(object: &Object, fold: impl Fn(&str) -> String) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for (at, spelling) in spelled(object) {
        words.entry(fold(spelling)).or_insert(at);
    }
    words.remove("");
    words
}

/// Articles and prepositions that stand in a label or don't: `Id. de cuenta`, `Id. de la cuenta`.
const SMALL_WORDS: [&str; 23] = [
    "a", "al", "da", "das", "de", "del", "den", "der", "des", "die", "do", "dos", "du", "el", "l",
    "la", "las", "le", "les", "los", "of", "the", "y",
];

/// Those that stand before what a thing is of: `date of creation` is the creation date.
const OF: [&str; 10] = [
    "da", "das", "de", "del", "der", "des", "do", "dos", "du", "of",
];

/// Beside these the number tells: the number of customers is no customer's number.
const COUNTING: [&str; 4] = ["no", "nr", "number", "numero"];

/// How words end in the plural and, some of them, in the singular, and what is put there so that both are alike: in
/// English, Spanish, Portuguese, French and German, folded. The first that fits counts.
const ENDINGS: [(&str, &str); 15] = [
    ("eaux", "eau"),
    ("gens", "gem"),
    ("uses", "us"),
    ("ais", "al"),
    ("aux", "al"),
    ("eis", "el"),
    ("ies", "y"),
    ("oes", "ao"),
    ("ie", "y"),
    ("en", ""),
    ("es", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("e", ""),
    ("s", ""),
];

/// So much of a word is left without its ending (bytes).
const SHORTEST: usize = 2;

/// The words of a header, folded; `None` for one that says what a thing is of, articles left out.
fn telling(header: &str) -> impl Iterator<Item = Option<String>> {
    let words = header.split(|c: char| !c.is_alphanumeric()).map(fold);
    words.filter(|word| !word.is_empty()).filter_map(|word| {
        let of = OF.contains(&word.as_str());
        (of || !SMALL_WORDS.contains(&word.as_str())).then(|| (!of).then_some(word))
    })
}

/// A header of several words, folded without the small ones.
fn bare(header: &str) -> Option<String> {
    let kept: Vec<String> = telling(header).flatten().collect();
    (kept.len() > 1).then(|| kept.concat())
}

/// What a header of several words is whatever its number and order: each word in the singular, and what a thing is of
/// before the thing. The order is forgiven no further: a contact's company is no company's contact.
fn likeness(header: &str) -> Option<String> {
    let words: Vec<Option<String>> = telling(header).collect();
    let counts = |word: &String| COUNTING.contains(&word.as_str());
    if words.iter().flatten().count() < 2 || words.iter().flatten().any(counts) {
        return None;
    }
    let parts = words.rsplit(Option::is_none).flatten().flatten();
    let singular: Vec<String> = parts.map(|word| singular(word)).collect();
    Some(singular.join(" "))
}

fn singular(word: &str) -> String {
    let turned = |(plural, singular): &(&str, &str)| {
        let stem = word.strip_suffix(plural)?;
        (stem.len() >= SHORTEST).then(|| format!("{stem}{singular}"))
    };
    let turned = ENDINGS.iter().find_map(turned);
    turned.unwrap_or_else(|| word.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{builtin_names, load};

    fn same(one: &str, other: &str) -> bool {
        likeness(one).is_some() && likeness(one) == likeness(other)
    }

    #[test]
    fn number_and_genitive_are_forgiven_in_five_languages() {
        for (one, other) in [
            ("Associated companies", "Associated company"),
            ("IDs de contacto asociado", "IDs de contactos asociados"),
            ("Última actividad", "Últimas actividades"),
            ("Fecha de creación", "Fechas de creación"),
            ("Ligação associada", "Ligações associadas"),
            ("Imagem principal", "Imagens principais"),
            ("Contact associé", "Contacts associés"),
            ("Bureau principal", "Bureaux principaux"),
            ("Kontakt (primär)", "Kontakte (primär)"),
            ("Letzte Aktivitäten", "Letzte Aktivität"),
            ("Date of creation", "Creation date"),
            ("Billing addresses", "Billing address"),
            ("Lead statuses", "Lead status"),
        ] {
            assert!(same(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn what_means_something_else_is_not_alike() {
        for (one, other) in [
            ("Company contact", "Contact company"),
            ("Contacto de la empresa", "Empresa del contacto"),
            ("Número de clientes", "Número de cliente"),
            ("Number of employees", "Employee number"),
            ("Notes", "Note"),
            ("First name", "Last name"),
        ] {
            assert!(!same(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn no_label_of_a_built_in_object_is_taken_for_that_of_another_column() {
        for profile in builtin_names() {
            for object in load(profile, &[]).unwrap().objects {
                let labels = Labels::of(&object);
                for (at, spelling) in spelled(&object) {
                    let place = format!("{profile} {}: {spelling}", object.name);
                    let found = labels.alike(spelling);
                    assert!(found.is_none_or(|found| found == at), "{place}");
                }
            }
        }
    }

    #[test]
    fn a_form_that_two_columns_share_is_neithers() {
        let text = "profile: shop
objects:
  people:
    kind: person
    columns: {Linked firm: organization.name, Linked firms: keep, Home towns: address.city}
";
        let shop = crate::profile::load_text(text, "shop.yaml", &[]).unwrap();
        let labels = Labels::of(&shop.objects[0]);
        assert_eq!(labels.alike("Firms, linked"), None);
        assert_eq!(labels.alike("The linked firmes"), None);
        assert_eq!(labels.alike("Home town"), Some(2));
        let said = |header| alike(&shop.objects[0].columns[2], header);
        assert_eq!(said("Home town"), Some(("Home towns", "in the singular")));
        assert_eq!(
            said("Town of homes"),
            Some(("Home towns", "in another order"))
        );
    }
}
