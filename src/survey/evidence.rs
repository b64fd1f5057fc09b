//! Columns that a profile does not map, and that tell all the same: an invoice's date, a customer number, a contract's end.

use super::columns::{ColumnSurvey, Survey};
use super::header::Header;
use super::recognize::Match;
use super::unmapped::{Unmapped, unmapped};
use crate::lexicon::{evidence_header, fold};
use crate::model::field::{Type, type_of};
use crate::profile::schema::{Does, Object, Profile};

/// No customer number is longer (characters).
const LONGEST_NUMBER: usize = 24;

/// No flag is longer (characters): `verdadero`.
const LONGEST_FLAG: usize = 9;

/// No value of a list is longer (characters).
const LONGEST_VALUE: usize = 60;

/// The columns of a table of parties that are evidence, though the profile does not map them: the column's place, and
/// the canonical field that it can be read as. The header says it by its words, in five languages, and the cells must
/// look like it. What becomes of the cells in a conversion is not touched.
///
/// `matches` says which of the object's columns each header is; `survey` has described those that may be evidence.
pub fn evidence_columns(
    profile: &Profile,
    object: &Object,
    header: &Header,
    matches: &[Option<Match>],
    survey: &Survey,
) -> Vec<(usize, &'static str)> {
    let free = |at: usize, name: &str| match matches.get(at).copied().flatten() {
        Some(hit) => {
            (object.columns.get(hit.column)).is_some_and(|column| column.does == Does::Keep)
        }
        None => unmapped(profile, object, name) == Unmapped::Unknown,
    };
    let columns = header.names.iter().zip(&survey.columns).enumerate();
    let told = columns.filter_map(|(at, (name, seen))| {
        if is_temperature(object, matches.get(at).copied().flatten()) {
            return Some((at, "temperature"));
        }
        let field = evidence_header(&words(name))?;
        (free(at, name) && looks_like(field, seen)).then_some((at, field))
    });
    told.collect()
}

/// Whether a column's listed values claim a temperature: others in it do so by their words.
fn is_temperature(object: &Object, hit: Option<Match>) -> bool {
    let column = hit.and_then(|hit| object.columns.get(hit.column));
    let mut claims = column.into_iter().flat_map(|column| &column.values);
    claims.any(|value| value.claims.iter().any(|(axis, _)| axis == "temperature"))
}

/// The places of the columns whose headers say that they may be evidence.
pub fn may_be_evidence(header: &Header) -> Vec<usize> {
    let names = header.names.iter().enumerate();
    let told = names.filter(|(_, name)| evidence_header(&words(name)).is_some());
    told.map(|(at, _)| at).collect()
}

/// Whether a column's cells can be a field's values: dates, or short codes.
fn looks_like(field: &str, seen: &ColumnSurvey) -> bool {
    if field.starts_with("is_") {
        return seen.filled > 0 && seen.longest <= LONGEST_FLAG;
    }
    match type_of(field) {
        Some(Type::Date | Type::Time) => seen.seen() == "date",
        Some(Type::Value) => seen.seen() == "text" && seen.longest <= LONGEST_VALUE,
        Some(Type::Text | Type::LongText) if field != "customer_number" => seen.seen() == "text",
        None => seen.seen() == "text" && seen.longest <= LONGEST_VALUE,
        _ => {
            let code = seen.example.bytes().any(|byte| byte.is_ascii_digit());
            code && seen.longest <= LONGEST_NUMBER
                && ["number", "phone", "text"].contains(&seen.seen())
        }
    }
}

/// The words of a header, folded: `Last_Invoice_Date__c`, `lastInvoiceDate` and `Last invoice date` have the same. `#`
/// is a number; a first word of letters and digits, as in `cr5f1_`, is a maker's mark.
fn words(header: &str) -> Vec<String> {
    let mut words = spaced(header);
    let marked = words.first().is_some_and(|word| {
        let has = |is: fn(&u8) -> bool| word.bytes().any(|byte| is(&byte));
        has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic)
    });
    words.split_off(usize::from(marked))
}

/// The same, a maker's mark among them.
pub(super) fn spaced(header: &str) -> Vec<String> {
    let spaced = header.replace('#', " number ");
    let signs: Vec<char> = spaced.chars().collect();
    let mut words = vec![String::new()];
    for (at, sign) in signs.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| signs.get(at)).copied();
        let after = signs.get(at + 1).copied();
        if !sign.is_alphanumeric() || begins_a_word(before, *sign, after) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            fold(sign.encode_utf8(&mut [0; 4]), word);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a capital begins a word: the one of `lastInvoice`, the last of `ERPId`.
fn begins_a_word(before: Option<char>, sign: char, after: Option<char>) -> bool {
    let is = |sign: Option<char>, is: fn(char) -> bool| sign.is_some_and(is);
    let small = is(before, char::is_lowercase) || is(before, |sign| sign.is_ascii_digit());
    let big = is(before, char::is_uppercase) && is(after, char::is_lowercase);
    sign.is_uppercase() && (small || big)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::{builtin_names, load};
    use crate::survey::Catalog;

    fn told(header: &str) -> Option<&'static str> {
        evidence_header(&words(header))
    }

    #[test]
    fn headers_of_any_vendor_and_language_are_known_by_their_words() {
        for (field, headers) in [
            (
                "invoiced_at",
                "Last_Invoice_Date__c|LastInvoiceDate|Fecha_ultima_factura__c|Última fatura|Date de la dernière facture|\
                 Rechnungsdatum|Letzte Rechnung am|cr5f1_lastinvoicedate|new_lastinvoice|Invoiced on|Fecha de facturación",
            ),
            (
                "customer_number",
                "Customer no.|Customer_Number__c|ERP_ID__c|ERPId|Numero_de_cliente__c|Nº cliente|N° client|Kundennummer|\
                 Kunden-Nr.|Código de cliente|Customer #|SAP number|cr5f1_customernumber|Acme customer number|Debitorennummer|\
                 Número do cliente|Numéro client|CUSTOMER NUMBER|cf_codigo_cliente",
            ),
            (
                "customer_until",
                "Contract_End__c|Contract end date|Fin_de_contrato|Date de fin de contrat|Vertragsende|Fim do contrato|\
                 Vertrag bis|Kunde bis|Contract expiry|new_contractenddate|Vencimiento del contrato|Churn date",
            ),
            (
                "customer_since",
                "Customer_Since__c|Cliente desde|Client depuis|Kunde seit|Contract start|Primera factura|Vertragsbeginn",
            ),
            (
                "last_activity_at",
                "Last_Contact__c|Último contacto|Dernier contact|Letzter Kontakt|Última llamada|Letzte Aktivität|Last meeting date",
            ),
        ] {
            for header in headers.split('|') {
                assert_eq!(told(header), Some(field), "{header}");
            }
        }
    }

    #[test]
    fn headers_that_share_a_word_tell_nothing() {
        for header in [
            "Customer phone number",
            "Número de clientes",
            "Number of customers",
            "Next invoice date",
            "Próxima factura",
            "Invoice due date",
            "Vencimiento factura",
            "Last modified",
            "Last contact update",
            "Contract",
            "Customer",
            "Next contract end",
            "Client name",
            "Last name",
            "End date",
            "Date of birth",
            "ID",
            "Number",
            "Parent customer number",
            "Days to first answer of customer number line",
            "",
        ] {
            assert_eq!(told(header), None, "{header}");
        }
    }

    fn column(cells: &[&str]) -> ColumnSurvey {
        let mut seen = ColumnSurvey::default();
        cells.iter().for_each(|cell| seen.see(cell, None, true));
        seen
    }

    #[test]
    fn cells_must_look_like_what_the_header_says() {
        let date = column(&["2024-03-01", "12/11/2023", "1.2.2024"]);
        let code = column(&["K-10023", "K-10024"]);
        let long = column(&["4900123456", "4900123457"]);
        let text = column(&["yes", "no"]);
        assert!(looks_like("invoiced_at", &date) && !looks_like("invoiced_at", &code));
        assert!(looks_like("customer_number", &code) && looks_like("customer_number", &long));
        assert!(!looks_like("customer_number", &date) && !looks_like("customer_number", &text));
        assert!(!looks_like("customer_number", &ColumnSurvey::default()));
    }

    #[test]
    fn columns_that_the_profile_maps_are_left_to_it() {
        let names = [
            "Name",
            "Customer number",
            "Contract_End__c",
            "Kunde seit",
            "Notes 2",
        ];
        let header = Header {
            names: names.map(str::to_string).to_vec(),
            row: 1,
            above: 0,
        };
        let day = ["2024-03-01", "2025-04-02"];
        let survey = Survey {
            columns: vec![
                column(&["Acme", "Beta"]),
                column(&["100", "101"]),
                column(&day),
                column(&["long ago", "lately"]),
                column(&day),
            ],
            rows: 2,
        };
        let profiles: Vec<_> = builtin_names()
            .into_iter()
            .filter_map(|name| load(name, &[]).ok())
            .collect();
        let catalog = Catalog::new(&profiles);
        let at = profiles
            .iter()
            .position(|p| p.name == super::super::GENERIC)
            .unwrap();
        let object = profiles[at]
            .objects
            .iter()
            .position(|o| o.name == "companies")
            .unwrap();
        let matches = catalog.columns(at, object, &header);
        let spec = &profiles[at].objects[object];
        assert!(matches[1].is_some());
        let found = evidence_columns(&profiles[at], spec, &header, &matches, &survey);
        assert_eq!(found, [(2, "customer_until")]);
    }
}
