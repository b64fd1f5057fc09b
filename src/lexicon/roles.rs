//! Whose role a text names, where it names a supplier, partner or competitor: the party's own, or somebody else's.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Phrases;
use super::lists::entries;
use super::phrases::Standing;
use super::says::{Says, words};

/// What a word in front of a role, or behind it, tells of whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// Nothing: an article, a number, a common adjective.
    Small,
    /// It is of the company itself: `our`.
    Ours,
    /// It is of the party: `their`.
    Theirs,
    /// It is one beside others: `another`, `current`.
    Other,
    /// What stands before it says whose it is: `of`, `at`.
    In,
    /// The party itself: `is`, `works`, `manager`.
    States,
    /// As `States`, of a partner: `signed`, `agreement`.
    Bond,
    /// The party has, uses, seeks it, or came by it.
    Takes,
}

const KINDS: [(&str, Word); 8] = [
    ("small", Word::Small),
    ("ours", Word::Ours),
    ("theirs", Word::Theirs),
    ("other", Word::Other),
    ("in", Word::In),
    ("states", Word::States),
    ("bond", Word::Bond),
    ("takes", Word::Takes),
];

const LIST: &str = include_str!("../../mappings/lexicon/role_words.txt");

static WORDS: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
    let kind = |name: &str| KINDS.iter().find(|(known, _)| *known == name);
    let line = |line: &'static str| {
        let (name, word) = line.split_once(": ")?;
        Some((word, kind(name)?.1))
    };
    entries(LIST).filter_map(line).collect()
});

fn word(text: &str) -> Option<Word> {
    WORDS.get(text).copied()
}

/// Signs at which a text falls into clauses, beside a dash between spaces.
const CLAUSE_ENDS: [char; 12] = ['.', ';', '(', ')', ':', ',', '\n', '!', '?', '/', '<', '>'];

/// So many words that tell nothing may stand between a role and the word that tells whose it is: `our main packaging
/// supplier`.
const STRANGERS: usize = 2;

/// Behind a role, its owner stands as near as this: `proveedor de hosting de nuestra empresa`.
const OWNER_WITHIN: usize = 4;

/// The roles that a text states of the party itself.
pub(super) fn stated(text: &str, phrases: &Phrases) -> u32 {
    let clauses = text.split(CLAUSE_ENDS);
    let clauses =
        clauses.flat_map(|part| part.split(" - ").flat_map(|part| part.split(['–', '—'])));
    clauses.fold(0, |all, clause| all | stated_in(clause, phrases))
}

fn stated_in(clause: &str, phrases: &Phrases) -> u32 {
    let text = words(clause);
    let hits = phrases.hits(&text).map(|hit| to_word_end(hit, &text));
    let hits: Vec<Standing> = hits.collect();
    let roles = hits.iter().filter(|hit| Says(hit.means).any(Says::ROLES));
    let own = roles.filter(|role| is_own(role, &hits, &text, clause));
    own.fold(0, |all, role| all | role.means)
}

/// A phrase with the rest of its last word and the space behind it: `competidor*` in `competidores`.
fn to_word_end(hit: Standing, text: &str) -> Standing {
    let last = hit.end.saturating_sub(1);
    let rest = text.get(last..).unwrap_or_default();
    let end = last + rest.find(' ').map_or(rest.len(), |space| space + 1);
    Standing { end, ..hit }
}

/// How a role stands behind what is said before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// With nothing before it but words of its own.
    First,
    /// As what the party is: `is a supplier`.
    Stated,
    /// As where the party belongs: `manager at a supplier`.
    Belonging,
    /// As another's.
    Apart,
}

/// What stands before a role.
#[derive(Clone, Copy, Debug)]
struct Before {
    stands: Stands,
    ours: bool,
    theirs: bool,
    /// It is one beside others.
    other: bool,
}

/// Whether a role is the party's own; `text` is the clause as [`words`] gives it.
fn is_own(role: &Standing, hits: &[Standing], text: &str, clause: &str) -> bool {
    let meets = |hit: &&Standing| hit.start < role.end - 1 && role.start + 1 < hit.end;
    let said = |says: Says| {
        let hits = hits.iter().filter(meets);
        hits.filter(move |hit| Says(hit.means).any(says))
    };
    if said(Says::OWN_ROLE).next().is_some() {
        return true;
    }
    let behind = Behind::of(text.get(role.end..).unwrap_or_default());
    let named = text.get(role.start..role.end).unwrap_or_default();
    let several = named.trim_end().ends_with('s');
    let text = text.get(..role.start).unwrap_or_default();
    let before = before(text, Says(role.means), several, behind.ours);
    if before.stands == Stands::Apart || before.theirs && !before.ours {
        return false;
    }
    if before.ours {
        return true;
    }
    let supplier = Says(role.means).any(Says::SUPPLIER);
    if said(Says::OTHER_ROLE).any(|other| other.end > role.end) || supplier && behind.is_for {
        return supplier
            && !several
            && before.stands != Stands::Belonging
            && behind.names_goods(clause);
    }
    if said(Says::OTHER_ROLE).next().is_some() {
        return before.stands == Stands::Belonging;
    }
    let alone = before.stands == Stands::First && before.other;
    !alone && !behind.other && !behind.is_elsewhere
}

/// Words behind which a Spanish `a` is no article: `pertenece a un competidor`.
const BEHIND_A: [&str; 10] = [
    "un", "una", "la", "los", "las", "uno", "nuestro", "nuestra", "nuestros", "nuestras",
];

/// What a word tells in front of a role; `after` is the word between the two, if any, and `several` whether the role
/// is in the plural.
fn in_front(one: &str, after: &str, several: bool) -> Option<Word> {
    match one {
        "a" if BEHIND_A.contains(&after) => Some(Word::In),
        _ => word(one).or_else(|| is_doing(one, after, several).then_some(Word::Takes)),
    }
}

/// Whether a word is something that is done with what stands behind it: `evaluating vendors`, `trying a supplier`,
/// `probando proveedor`, but not `our cleaning supplier`.
fn is_doing(one: &str, after: &str, several: bool) -> bool {
    let article = word(after) == Some(Word::Small);
    let done = match one {
        _ if one.ends_with("ing") => article || after.is_empty() && several,
        _ => one.ends_with("ando") || one.ends_with("iendo"),
    };
    done && one.len() > 5
}

fn before(text: &str, role: Says, several: bool, ours: bool) -> Before {
    let mut found = Before {
        stands: Stands::First,
        ours,
        theirs: false,
        other: false,
    };
    let partner = role.any(Says::PARTNER);
    let mut back = text.split(' ').filter(|word| !word.is_empty()).rev();
    let mut strangers = 0;
    let mut after = "";
    while let Some(one) = back.next() {
        match in_front(one, after, several) {
            Some(Word::Small) => {}
            Some(Word::Ours) => found.ours = true,
            Some(Word::Theirs) => found.theirs = true,
            Some(Word::Other) => found.other = true,
            Some(Word::States) => return found.standing(Stands::Stated),
            Some(Word::Bond) if partner => return found.standing(Stands::Stated),
            Some(Word::Bond) | None => strangers += 1,
            Some(Word::Takes) => {
                // `She is with one of our partners` works there; `is with a competitor` may buy there.
                let there = one == "with" && found.ours;
                let there = there && matches!(back.next(), Some("is" | "s" | "are"));
                return found.standing(if there {
                    Stands::Belonging
                } else {
                    Stands::Apart
                });
            }
            Some(Word::In) => match head(&mut back, partner) {
                Head::Part => {}
                Head::States => return found.standing(Stands::Belonging),
                // `From the competition` says where somebody is from, `from a partner` who sent them.
                Head::None if role.any(Says::COMPETITOR) => {
                    return found.standing(Stands::Belonging);
                }
                Head::None | Head::Else => return found.standing(Stands::Apart),
            },
        }
        if strangers > STRANGERS {
            break;
        }
        after = one;
    }
    let lost = strangers > 1 && !found.ours;
    found.standing(if lost { Stands::Apart } else { Stands::First })
}

impl Before {
    fn standing(self, stands: Stands) -> Self {
        Self { stands, ..self }
    }
}

/// What stands before an `of`.
enum Head {
    /// A number of them: `one of our suppliers`.
    Part,
    /// The party itself, by what it is.
    States,
    /// Something else.
    Else,
    /// Nothing.
    None,
}

fn head<'a>(back: &mut impl Iterator<Item = &'a str>, partner: bool) -> Head {
    const PARTS: [&str; 9] = [
        "one", "two", "some", "uno", "una", "alguno", "alguna", "dos", "varios",
    ];
    let Some(near) = back.next() else {
        return Head::None;
    };
    let states = |text: &str| match word(text) {
        Some(Word::States) => true,
        Some(Word::Bond) => partner,
        _ => false,
    };
    if PARTS.contains(&near) {
        return Head::Part;
    }
    // `Jefe de compras de`: the head of the head.
    let further = |back: &mut dyn Iterator<Item = &'a str>| {
        let linked = back.next().is_some_and(|link| matches!(link, "de" | "of"));
        linked && back.next().is_some_and(states)
    };
    match states(near) || word(near).is_none() && further(back) {
        true => Head::States,
        false => Head::Else,
    }
}

/// What stands behind a role.
#[derive(Clone, Copy, Debug)]
struct Behind<'a> {
    /// `Supplier of ours`, `proveedor nuestro`.
    ours: bool,
    /// `Proveedor actual`.
    other: bool,
    /// `Supplier to`, `proveedor del`.
    is_for: bool,
    /// `Partner in a law firm`, `the supplier they have`.
    is_elsewhere: bool,
    words: &'a str,
}

impl<'a> Behind<'a> {
    fn of(text: &'a str) -> Self {
        let all: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let kind = |at: usize| all.get(at).and_then(|text| word(text));
        let is = |at: usize, wanted: Word| kind(at) == Some(wanted);
        let first = all.first().copied().unwrap_or_default();
        let firm = ["a", "an", "un", "una"];
        let second = all.get(1).copied().unwrap_or_default();
        Self {
            ours: (0..OWNER_WITHIN).any(|at| {
                // `nuestro` in front of a word is of that word, unless an `of` leads to it.
                let led = at > 0 && is(at - 1, Word::In) && (at == 1 || is(0, Word::In));
                let ends = all.len() == at + 1 || is(at + 1, Word::In) || is(at + 1, Word::Small);
                let us = matches!(all.get(at), Some(&"us" | &"nosotros"));
                is(at, Word::Ours) && (at == 0 || led || ends && !us)
            }),
            other: is(0, Word::Other),
            is_for: matches!(
                first,
                "of" | "to" | "for" | "de" | "del" | "para" | "von" | "fur"
            ),
            is_elsewhere: matches!(first, "they" | "he" | "she")
                || first == "que" && is(1, Word::Takes)
                || matches!(first, "at" | "in" | "of" | "en" | "de")
                    && (firm.contains(&second) || is(1, Word::Theirs)),
            words: text,
        }
    }

    /// Whether it says what is supplied, and not to whom: `of packaging`, not `of Tesco`, `to the car industry`.
    fn names_goods(&self, clause: &str) -> bool {
        let mut all = self.words.split(' ').filter(|word| !word.is_empty());
        let of = matches!(all.next(), Some("of" | "de"));
        let goods = all.next().filter(|text| word(text).is_none());
        let to_whom = all.any(|word| matches!(word, "to" | "for" | "para" | "a"));
        of && !to_whom && goods.is_some_and(|goods| !is_proper(goods, clause))
    }
}

/// Whether a folded word of a clause is written with a capital there.
fn is_proper(folded: &str, clause: &str) -> bool {
    let mut written = clause.split(|c: char| !c.is_alphanumeric());
    let written = written.find(|text| words(text).trim() == folded);
    written.is_none_or(|text| text.chars().next().is_some_and(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::super::says;
    use super::*;
    use std::collections::HashSet;

    fn roles(text: &str) -> Says {
        Says(says(text).0 & Says::ROLES.0)
    }

    #[test]
    fn every_line_has_a_kind_and_a_folded_word_that_stands_once() {
        let mut seen = HashSet::new();
        for line in entries(LIST) {
            let (kind, word) = line.split_once(": ").unwrap_or_default();
            assert!(KINDS.iter().any(|(known, _)| *known == kind), "{line}");
            assert!(words(word).trim() == word && !word.is_empty(), "{line}");
            assert!(seen.insert(word), "{line}");
        }
        assert_eq!(seen.len(), WORDS.len());
    }

    #[test]
    fn a_role_of_the_party_itself_is_its_own() {
        for (text, role) in [
            ("Supplier of packaging", Says::SUPPLIER),
            ("Proveedor de material de oficina", Says::SUPPLIER),
            ("Our main stationery supplier", Says::SUPPLIER),
            (
                "Works at one of our vendors, saw the webinar",
                Says::SUPPLIER,
            ),
            ("Es proveedor nuestro de tornillos", Says::SUPPLIER),
            ("Comercial de la competencia", Says::COMPETITOR),
            ("Jefa de ventas de un competidor", Says::COMPETITOR),
            ("From the competition", Says::COMPETITOR),
            ("Employed by our biggest rival", Says::COMPETITOR),
            ("Signed the partner agreement in May", Says::PARTNER),
            ("Partner de canal nuestro", Says::PARTNER),
            ("Distribuidor en Portugal", Says::PARTNER),
            ("Is our cleaning supplier", Says::SUPPLIER),
            ("She is with one of our resellers", Says::PARTNER),
            ("Supplier - sends our toner", Says::SUPPLIER),
            ("<p>OJO COMPETENCIA</p>", Says::COMPETITOR),
        ] {
            assert_eq!(roles(text), role, "{text}");
        }
    }

    #[test]
    fn a_role_of_another_is_none_of_the_partys() {
        for text in [
            "Unhappy with current supplier, asked for our brochure",
            "Their supplier raised prices, liked our offer at the fair",
            "Uses vendor software, downloaded our guide",
            "Works with a distributor in Leeds and read our blog",
            "Tiene proveedor, leyó nuestra guía",
            "Busca un tercer proveedor, vio nuestro anuncio",
            "Usa un producto de la competencia, descargó nuestra guía",
            "Talks to our competitors too",
            "Has a contract with a competitor, wants our newsletter",
            "Cliente de un competidor",
            "Her business partner saw our ad",
            "Partner in an accounting firm, read our post",
            "Socia en un bufete, pide nuestro folleto",
            "Proveedor de Telefónica",
            "Evaluating vendors, saw our demo video",
            "Probando un proveedor, leyó nuestra guía",
            "The supplier they had went bankrupt",
            "El proveedor que tienen sube precios",
            "Vende a proveedores del automóvil",
            "They supply hospitals",
            "Supplier of parts to the car industry",
            "Proveedores del sector naval",
        ] {
            assert_eq!(roles(text), Says::default(), "{text}");
        }
    }

    #[test]
    fn who_sent_a_party_is_another() {
        for text in [
            "Referred by our partner",
            "Came through one of our channel partners",
            "Llega a través de un distribuidor",
            "Recomendado por nuestro partner",
            "Recomendada por uno de nuestros distribuidores, bajó nuestro folleto",
            "De parte de un socio comercial",
            "Via our supplier, wants a newsletter",
        ] {
            assert_eq!(roles(text), Says::default(), "{text}");
        }
        assert_eq!(roles("Our partner, referred by a customer"), Says::PARTNER);
        assert_eq!(
            roles("Is a competitor, sent by our partner"),
            Says::COMPETITOR
        );
    }
}
