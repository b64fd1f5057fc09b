//! One spelling for each kind of value: e-mail, phone, names, domain, date, money, country.
//!
//! Every reader takes a raw cell and a buffer: it clears the buffer, fills it only when the canonical form
//! differs from the cell, and says which of four things happened. Reading a canonical form gives
//! [`Reading::Same`], so that normalizing twice is normalizing once.

mod absent;
mod code_list;
pub mod scientific;

pub mod consent;
pub mod country;
pub mod currency;
pub mod date;
pub mod domain;
pub mod email;
pub mod flag;
pub mod gender;
pub mod id;
pub mod language;
pub mod list;
pub mod number;
pub mod org_name;
pub mod person_name;
pub mod phone;
pub mod postal_code;
pub mod region;

/// What reading one raw value came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The cell is canonical as it stands; the buffer is empty.
    Same,
    /// The canonical form is in the buffer.
    Changed,
    /// The cell stands for nothing, as `n/a` or `none@none.com` do.
    Placeholder,
    /// The cell can't be read and stays as it is; the finding's kebab-case code.
    Unread(&'static str),
}
