//! What a company's own words in a picklist say: of a status, a type, a source, a temperature.

use crate::lexicon::{self, Says};
use crate::model::axis::{Stage, Temperature};

/// Words of a status that nobody has worked on yet, folded.
const NEW_STATUS: [&str; 14] = [
    "new",
    "nuevo",
    "nueva",
    "novo",
    "neu",
    "nouveau",
    "open not contacted",
    "not contacted",
    "abierto",
    "open",
    "sin contactar",
    "no contactado",
    "attempted",
    "uncontacted",
];

/// Words of a status that somebody tries to reach it.
const TRIED_STATUS: [&str; 4] = ["attempt", "intent", "tentativa", "versuch"];

/// Whether a status says that nobody has reached it yet.
pub fn is_new(words: &str) -> bool {
    let bare = words.trim();
    let untouched = [
        "not contacted",
        "no contactad",
        "sin contactar",
        "nao contat",
    ];
    let holds = |parts: &[&str]| parts.iter().any(|part| bare.contains(part));
    NEW_STATUS.contains(&bare) || holds(&untouched) || holds(&TRIED_STATUS)
}

/// The stage that a status names by its words, which [`lexicon::words`] gives.
pub fn stage(words: &str) -> Option<Stage> {
    let is = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let marketing = is(&[" marketing", " mql"]);
    if is(&[
        " descart",
        " rechaz",
        " disqualif",
        " unqualif",
        " no cualif",
        " no calif",
        " junk",
        " dead ",
        " perdid",
        " reject",
        " archiv",
        " not qualif",
        " nicht qualif",
        " not interested",
        " no interes",
        " no encaja",
        " not a fit",
        " no fit ",
        " bad fit",
        " wrong fit",
        " no procede",
        " spam ",
    ]) {
        Some(Stage::Disqualified)
    } else if marketing && is(&[" qualif", " cualif", " calif", " mql"]) {
        Some(Stage::Mql)
    } else if is(&[
        " qualif",
        " cualif",
        " calif",
        " sql ",
        " sal ",
        " sales ready",
        " sales accepted",
    ]) {
        Some(Stage::Sql)
    } else if is(&[" nurtur", " recycl", " recicl"]) {
        Some(Stage::Nurture)
    } else if is(&[
        " contacted",
        " contactad",
        " working",
        " in progress",
        " en curso",
        " en proceso",
        " seguimiento",
        " attempt",
        " intent",
        " em contato",
        " kontaktiert",
    ]) {
        Some(Stage::Engaged)
    } else if is(&[
        " new ",
        " nuev",
        " open ",
        " abiert",
        " novo ",
        " neu ",
        " sin contactar",
    ]) {
        Some(Stage::Interested)
    } else {
        None
    }
}

/// The temperature that a word names.
pub fn temperature(text: &str) -> Temperature {
    let words = lexicon::words(text);
    let is = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if is(&[
        " hot ",
        " calient",
        " quente",
        " chaud",
        " heiss",
        " muy interesad",
    ]) {
        Temperature::Hot
    } else if is(&[" warm ", " tibi", " templad", " morno", " tiede"]) {
        Temperature::Warm
    } else if is(&[" cold ", " fri", " froid", " kalt"]) {
        Temperature::Cold
    } else {
        Temperature::Unknown
    }
}

/// The role that a type names.
pub fn role(kind: &str) -> Says {
    let words = lexicon::words(kind);
    let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if has(&[
        " competi",
        " competenc",
        " concorren",
        " wettbewerb",
        " concurren",
    ]) {
        Says::COMPETITOR
    } else if has(&[
        " supplier",
        " vendor",
        " proveedor",
        " fornecedor",
        " lieferant",
        " fournisseur",
    ]) {
        Says::SUPPLIER
    } else if has(&[
        " partner",
        " reseller",
        " socio",
        " distribu",
        " revend",
        " integra",
        " parceiro",
        " partenaire",
        " alliance",
        " aliad",
        " colaborad",
        " comisionist",
        " agente",
        " prescript",
        " franquiciad",
        " affiliat",
        " broker",
    ]) {
        Says::PARTNER
    } else {
        Says::default()
    }
}

/// What a type says that an organization is in the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Yet to be won.
    Prospect,
    /// A customer.
    Customer,
    /// A customer once.
    Former,
}

/// What a type says by its words.
pub fn kind(text: &str) -> Option<Kind> {
    let words = lexicon::words(text);
    let is = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    if is(&[
        " former",
        " ex ",
        " excliente",
        " antiguo",
        " past ",
        " lost ",
        " inactiv",
        " perdido",
    ]) {
        Some(Kind::Former)
    } else if is(&[
        " prospect",
        " potential",
        " potencial",
        " posible",
        " possible",
        " lead ",
    ]) {
        Some(Kind::Prospect)
    } else if is(&[" customer", " client", " kunde"]) {
        Some(Kind::Customer)
    } else {
        None
    }
}

/// Words of a source that was bought or collected, folded.
const COLLECTED: [&str; 9] = [
    " list",
    " bought",
    " purchased",
    " comprad",
    " base de datos",
    " database",
    " scrap",
    " rented",
    " alquilad",
];

/// Whether a source says that the row was bought or collected.
pub fn is_collected(words: &str) -> bool {
    COLLECTED.iter().any(|part| words.contains(part))
}
