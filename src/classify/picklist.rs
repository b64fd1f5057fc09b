//! What a company's own words in a picklist say: of a status, a type, a source, a temperature.

use crate::lexicon::{self, Says};
use crate::model::axis::{Stage, Temperature};

/// Whole statuses that are merely open, folded: beside other words they may mean something else.
const OPEN: [&str; 3] = ["open", "abierto", "abierta"];

/// Words of a status that nobody has worked on yet, folded.
const NEW: [&str; 27] = [
    " new ",
    " nuev",
    " novo ",
    " nova ",
    " neu ",
    " nouveau",
    " fresh",
    " untouched",
    " unworked",
    " uncontacted",
    " not contacted",
    " not called",
    " to call ",
    " to contact ",
    " inbox",
    " no contactad",
    " sin contactar",
    " sin tocar",
    " sin trabajar",
    " sin gestionar",
    " por llamar",
    " por contactar",
    " pendiente",
    " entrada",
    " recien ",
    " nao contat",
    " a contacter",
];

/// Words of a status that somebody tries to reach it.
const TRIED: [&str; 17] = [
    " attempt",
    " intent",
    " tentativa",
    " versuch",
    " trying",
    " chasing",
    " to reach",
    " reaching out",
    " unreach",
    " no reply",
    " no response",
    " no answer",
    " persigu",
    " ilocaliz",
    " localizar",
    " sin respuesta",
    " no contesta",
];

/// What a status says of the work on a row that nobody has reached yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreached {
    /// Nobody has worked on it.
    New,
    /// It is open, and no more is said.
    Open,
    /// Somebody tries to reach it.
    Tried,
}

/// What a status says of a row that nobody has reached yet; `None` for one that was reached, or is out.
pub fn unreached(words: &str) -> Option<Unreached> {
    let holds = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let over = matches!(
        stage(words),
        Some(Stage::Disqualified | Stage::Mql | Stage::Sql | Stage::Nurture)
    );
    match () {
        () if OPEN.contains(&words.trim()) => Some(Unreached::Open),
        () if over => None,
        () if holds(&TRIED) => Some(Unreached::Tried),
        () if holds(&NEW) => Some(Unreached::New),
        () => None,
    }
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
        " erroneo",
        " wrong data",
        " out of business",
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
        " ready for sales",
        " apto para venta",
        " listo para venta",
    ]) {
        Some(Stage::Sql)
    } else if is(&[
        " nurtur",
        " recycl",
        " recicl",
        " on ice",
        " on hold",
        " parked",
        " barbecho",
        " mas adelante",
        " maduraci",
        " later ",
        " aparcad",
    ]) {
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
        " trying",
        " chasing",
        " talking",
        " conversati",
        " conversaci",
        " en marcha",
        " hablad",
        " charland",
        " platica",
        " persigu",
        " ilocaliz",
        " localizar",
        " active ",
        " activo ",
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
        " fresh",
        " untouched",
        " pendiente",
        " entrada",
        " recien ",
        " por llamar",
        " por contactar",
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
        " ardiend",
        " on fire",
        " high ",
        " alta ",
        " alto ",
    ]) {
        Temperature::Hot
    } else if is(&[
        "warm ", " tibi", " templad", " morno", " tiede", " medium ", " media ", " medio ",
        " mild ",
    ]) {
        Temperature::Warm
    } else if is(&[
        " cold ", " fri", " froid", " kalt", " helad", " frozen", " low ", " baja ", " bajo ",
        " cool ",
    ]) {
        Temperature::Cold
    } else {
        Temperature::Unknown
    }
}

/// The role that a type names.
pub fn role(text: &str) -> Says {
    let words = lexicon::words(text);
    let has = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    // A customer through a distributor is no distributor.
    let through = has(&[" via ", " through ", " a traves ", " mediante "]);
    if has(&[
        " competi",
        " competenc",
        " rival",
        " otra agencia",
        " otra comercializadora",
        " otro proveedor del sector",
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
        " we buy",
        " buy from",
        " we pay",
        " paid by us",
        " compramos",
        " pagamos",
        " nos factura",
        " nos vende",
        " nos suministra",
        " abasteced",
        " acreedor",
        " subcontrat",
        " subcontract",
        " prestador",
    ]) {
        Says::SUPPLIER
    } else if !through
        && has(&[
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
            " agent ",
            " prescript",
            " franquiciad",
            " introducer",
            " referral",
            " dealer",
            " buying group",
            " asesor asociad",
            " instaladora asociad",
            " instalador asociad",
            " afiliad",
            " affiliat",
            " broker",
        ])
    {
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
        " perdida",
        " baja ",
        " closed",
        " cerrad",
        " dead ",
    ]) {
        Some(Kind::Former)
    } else if is(&[
        " prospect",
        " potential",
        " potencial",
        " posible",
        " possible",
        " lead ",
        " target",
        " suspect",
        " por captar",
        " conquistar",
        " interesad",
        " objetivo",
    ]) {
        Some(Kind::Prospect)
    } else if is(&[" customer", " client", " kunde", " abonad"]) {
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
