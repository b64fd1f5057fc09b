//! The words of an organization's name, by which a row may mean one on file.

use crate::lexicon::{self, fold};
use crate::model::key;
use crate::normalize::org_name;

/// The words of an organization's name, as keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firm {
    /// The first words, without the legal form.
    pub words: [u32; 4],
    /// The legal form.
    pub form: u32,
    /// The initials of the words, 0 for fewer than two.
    initials: u32,
    /// The first word, if it may be initials.
    short: u32,
}

impl Firm {
    /// Whether a company's name on a row may mean the organization: one has no name, or a word in common; and no other
    /// legal form, nor words beside that name a place.
    pub fn may_be(&self, firm: &Self) -> bool {
        let count = |words: &[u32; 4]| words.iter().filter(|word| **word != 0).count();
        if self.short != 0 && self.short == firm.initials
            || firm.short != 0 && firm.short == self.initials
        {
            return true;
        }
        let (named, theirs) = (count(&self.words), count(&firm.words));
        if named == 0 || theirs == 0 {
            return true;
        }
        let known = |word: &&u32| **word != 0 && firm.words.contains(word);
        let common = self.words.iter().filter(known).count();
        let forms = self.form == 0 || firm.form == 0 || self.form == firm.form;
        let beside = named > common && common == theirs;
        common > 0 && forms && !(beside && self.form != 0 && self.form != firm.form)
    }
}

/// A first word of so many letters may be the initials of a name: `AOB Group`.
const LONGEST_INITIALS: usize = 4;

/// Words that tell no firm from another, folded.
const SMALL_WORDS: [&str; 7] = ["the", "and", "de", "del", "la", "el", "los"];

/// Company names on a row that name no company, folded.
const NO_FIRM: [&str; 22] = [
    "notprovided",
    "selfemployed",
    "autonomo",
    "autonoma",
    "particular",
    "freelance",
    "freelancer",
    "individual",
    "none",
    "unknown",
    "desconocido",
    "desconocida",
    "sinempresa",
    "nocompany",
    "private",
    "privado",
    "personal",
    "noproporcionado",
    "na",
    "nd",
    "cuentapropia",
    "independiente",
];

/// Whether a web address stands for the name: it says no more than the address of the person.
fn is_address(name: &str) -> bool {
    let name = name.trim();
    let mut last = name.rsplit('.');
    let end = last.next().unwrap_or_default();
    let rest = last.next().unwrap_or_default();
    let host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    // `S.L.` and `A.B.C.` are none.
    name.chars().all(host) && end.len() > 1 && rest.len() > 1
}

/// The words and the legal form of an organization's name; `out` is room to fold in.
pub(super) fn firm(name: &str, out: &mut String) -> Firm {
    let mut firm = Firm::default();
    if name.is_empty() {
        return firm;
    }
    let folded = |text: &str, out: &mut String| {
        out.clear();
        fold(text, out);
    };
    if is_address(name) {
        return firm;
    }
    folded(name, out);
    if NO_FIRM.contains(&out.as_str()) || lexicon::placeholder(name) {
        return firm;
    }
    let (bare, form) = org_name::split_legal_form(name);
    let mut slots = firm.words.iter_mut();
    let mut initials = String::new();
    for word in bare.split(|c: char| !c.is_alphanumeric()) {
        folded(word, out);
        if out.len() < 2 || SMALL_WORDS.contains(&out.as_str()) {
            continue;
        }
        if initials.is_empty() && out.len() <= LONGEST_INITIALS {
            firm.short = key::small(out);
        }
        initials.extend(out.chars().next());
        match slots.next() {
            Some(slot) => *slot = key::small(out),
            None => break,
        }
    }
    if initials.len() > 1 {
        firm.initials = key::small(&initials);
    }
    if let Some(form) = form {
        folded(form, out);
        firm.form = key::small(out);
    }
    firm
}
