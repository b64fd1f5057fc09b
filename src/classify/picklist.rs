//! What a company's own words in a picklist say: of a status, a type, a source, a temperature. Where words of several
//! meanings stand in one text, what comes first here counts.

use crate::lexicon::Meaning as M;
use crate::lexicon::{Meanings, Says};
use crate::model::axis::{Roles, Stage, Temperature};

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
pub fn unreached(status: Meanings) -> Option<Unreached> {
    let over = matches!(
        stage(status),
        Some(Stage::Disqualified | Stage::Mql | Stage::Sql | Stage::Nurture)
    );
    match () {
        () if status.has(M::Open) => Some(Unreached::Open),
        () if over => None,
        () if status.has(M::Tried) => Some(Unreached::Tried),
        () if status.has(M::New) => Some(Unreached::New),
        () => None,
    }
}

/// The stage that a status names by its words.
pub fn stage(status: Meanings) -> Option<Stage> {
    let qualified = status.has(M::Qualified);
    let stages = [
        (status.has(M::Disqualified), Stage::Disqualified),
        (
            status.has(M::Mql) || status.has(M::Marketing) && qualified,
            Stage::Mql,
        ),
        (status.has(M::Sql) || qualified, Stage::Sql),
        (status.has(M::Nurture), Stage::Nurture),
        (status.has(M::Engaged), Stage::Engaged),
        (status.has(M::Interested), Stage::Interested),
    ];
    first(&stages)
}

/// The temperature that a word names.
pub fn temperature(text: &str) -> Temperature {
    let words = Meanings::of(text);
    let temperatures = [
        (words.has(M::Hot), Temperature::Hot),
        (words.has(M::Warm), Temperature::Warm),
        (words.has(M::Cold), Temperature::Cold),
    ];
    first(&temperatures).unwrap_or(Temperature::Unknown)
}

/// The role that a type names.
pub fn role(kind: Meanings) -> Says {
    // A customer through a distributor is no distributor.
    let roles = [
        (kind.has(M::Competitor), Says::COMPETITOR),
        (kind.has(M::Supplier), Says::SUPPLIER),
        (kind.has(M::Partner) && !kind.has(M::Through), Says::PARTNER),
    ];
    first(&roles).unwrap_or_default()
}

/// What is said by roles.
pub fn role_of(roles: Roles) -> Says {
    let roles = roles.names().map(|role| match role {
        "competitor" => Says::COMPETITOR,
        "supplier" => Says::SUPPLIER,
        "partner" => Says::PARTNER,
        _ => Says::default(),
    });
    roles.fold(Says::default(), Says::with)
}

/// What is said by a stage.
pub fn kind_of(stage: Stage) -> Option<Kind> {
    match stage {
        Stage::Interested => Some(Kind::Prospect),
        Stage::Customer => Some(Kind::Customer),
        Stage::FormerCustomer => Some(Kind::Former),
        _ => None,
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
pub fn kind(kind: Meanings) -> Option<Kind> {
    let kinds = [
        (kind.has(M::Former), Kind::Former),
        (kind.has(M::Prospect), Kind::Prospect),
        (kind.has(M::Customer), Kind::Customer),
    ];
    first(&kinds)
}

/// Whether a source says that the row was bought or collected.
pub fn is_collected(source: &str) -> bool {
    Meanings::of(source).has(M::Collected)
}

fn first<T: Copy>(of: &[(bool, T)]) -> Option<T> {
    of.iter().find(|(holds, _)| *holds).map(|(_, one)| *one)
}
