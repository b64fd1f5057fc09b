//! Columns that no profile maps, and that are evidence all the same.

use super::look::tax_key;
use super::picklist;
use super::sight::{NO_DAY, Sight, day, flag};
use crate::glossary::Words;
use crate::lexicon::{self, Says};
use crate::model::record::Draft;
use crate::normalize::date::DateFormat;
use crate::normalize::flag::flag as flag_word;
use crate::normalize::{Reading, date};

/// A column that no profile maps, and that is evidence by its header and what it holds.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The column.
    pub column: u16,
    /// The canonical field that it can be read as.
    pub field: &'static str,
    /// How its dates are read.
    pub dates: DateFormat,
}

impl Beside {
    pub(super) fn look(&self, draft: &Draft, words: &Words, sight: &mut Sight) {
        let Some(cell) = draft.cells().find(|cell| cell.column == self.column) else {
            return;
        };
        let text = lexicon::trimmed(cell.raw);
        if text.is_empty() || lexicon::placeholder(text) {
            return;
        }
        if self.field == "customer_number" {
            sight.flags |= flag::CUSTOMER_NUMBER;
            return;
        }
        match self.field {
            "lead.source" => {
                self.source(text, words, sight);
                return;
            }
            "interest" => {
                let said = words.says(text);
                sight.beside = sight.beside.with(Says::INTEREST);
                if said.any(Says::SALES_TALK)
                    || said.any(Says::SALES_REQUEST)
                    || said.any(Says::GOODS)
                {
                    sight.beside = sight.beside.with(Says::SALES_REQUEST);
                }
                return;
            }
            "description" => {
                sight.beside = sight.beside.with(of_note(words.says(text)));
                return;
            }
            "is_supplier" | "is_partner" | "is_competitor" => {
                let role = match self.field {
                    "is_supplier" => Says::SUPPLIER,
                    "is_partner" => Says::PARTNER,
                    _ => Says::COMPETITOR,
                };
                let mut said = String::new();
                let read = flag_word(text, &mut said);
                if read == Reading::Same && text == "yes" || said == "yes" {
                    sight.kind = sight.kind.with(role);
                }
                return;
            }
            "temperature" => {
                sight.beside_temperature = picklist::temperature(text);
                return;
            }
            "organization.tax_id" => {
                sight.tax = tax_key(text, &mut String::new());
                sight.flags |= flag::ESTABLISHED;
                return;
            }
            _ => {}
        }
        let mut out = String::new();
        let read = match date::day(text, &self.dates, &mut out) {
            Reading::Same => day(text),
            Reading::Changed => day(&out),
            _ => match date::moment(text, &self.dates, &mut out) {
                Reading::Same => day(text),
                Reading::Changed => day(&out),
                _ => NO_DAY,
            },
        };
        match self.field {
            "invoiced_at" => sight.invoiced = sight.invoiced.max(read),
            "customer_until" => sight.until = sight.until.max(read),
            "last_activity_at" => sight.active = sight.active.max(read),
            _ => {}
        }
    }

    fn source(&self, text: &str, words: &Words, sight: &mut Sight) {
        let said = words.says(text);
        if picklist::is_collected(text) {
            sight.flags |= flag::COLLECTED;
        } else if said.any(Says::SALES_TALK) || said.any(Says::SALES_REQUEST) {
            sight.beside = sight.beside.with(Says::SALES_REQUEST).with(Says::INTEREST);
        } else if said.any(Says::INTEREST) {
            sight.beside = sight.beside.with(Says::INTEREST);
        }
    }
}

/// What a note says, a request in its own words included.
fn of_note(said: Says) -> Says {
    match said.any(Says::REQUESTED) {
        true => said.with(Says::SALES_REQUEST),
        false => said,
    }
}
