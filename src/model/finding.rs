//! A finding: a remark about the data. It never stops a run.

use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Worth a look.
    Warning,
    /// Something was not moved because of it.
    Error,
}

/// One kind of finding: its code, group, severity and meaning.
#[derive(Debug)]
pub struct Kind {
    /// kebab-case, naming the problem.
    pub code: &'static str,
    /// `value`, `link`, `row`, `target`, `file` or `classification`.
    pub group: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it means and what to do.
    pub about: &'static str,
}

/// Every kind of finding that a conversion can make, by code.
#[rustfmt::skip]
pub const KINDS: &[Kind] = &[
    Kind { code: "consent-unreadable", group: "value", severity: Severity::Warning, about: "not a yes or no that can be read; nobody has consented by it, and nobody is opted out by it" },
    Kind { code: "country-unreadable", group: "value", severity: Severity::Warning, about: "no country has this name or code; it stays as it is" },
    Kind { code: "currency-unreadable", group: "value", severity: Severity::Warning, about: "no currency has this name or code; it stays as it is" },
    Kind { code: "date-ambiguous", group: "value", severity: Severity::Warning, about: "day and month can't be told apart in this column; say `date_order` in the profile" },
    Kind { code: "date-unreadable", group: "value", severity: Severity::Warning, about: "not a date that can be read; it stays as it is" },
    Kind { code: "digits-lost", group: "value", severity: Severity::Warning, about: "a spreadsheet has rounded this number; export the column as text, or take the CSV as the system wrote it" },
    Kind { code: "domain-shared", group: "value", severity: Severity::Info, about: "a shared site, which proves no company" },
    Kind { code: "domain-unreadable", group: "value", severity: Severity::Warning, about: "no internet domain in this text; it stays as it is" },
    Kind { code: "email-placeholder", group: "value", severity: Severity::Warning, about: "the address stands for none and is not loaded" },
    Kind { code: "email-role", group: "value", severity: Severity::Info, about: "a mailbox of a role, not of a person" },
    Kind { code: "email-several", group: "value", severity: Severity::Warning, about: "several addresses in one cell; split them" },
    Kind { code: "email-syntax", group: "value", severity: Severity::Warning, about: "no mail server would accept this address" },
    Kind { code: "email-unknown-suffix", group: "value", severity: Severity::Warning, about: "the domain ends in no known suffix" },
    Kind { code: "encoding-mixed", group: "file", severity: Severity::Warning, about: "a cell is not in the file's encoding; it was read as Windows-1252" },
    Kind { code: "existing-ambiguous", group: "target", severity: Severity::Error, about: "several records of the target fit this one; merge them there, or decide in rows-to-decide.csv" },
    Kind { code: "existing-differs", group: "target", severity: Severity::Error, about: "a record of the target has its identity or key and plainly is another party; decide in rows-to-decide.csv" },
    Kind { code: "existing-elsewhere", group: "target", severity: Severity::Error, about: "the target has it in another object, or converted; decide in rows-to-decide.csv" },
    Kind { code: "existing-shared", group: "target", severity: Severity::Error, about: "several records fit one record of the target; decide in rows-to-decide.csv" },
    Kind { code: "existing-without-id", group: "target", severity: Severity::Error, about: "the record of the target that fits has no id by which an update could name it; export it again" },
    Kind { code: "flag-unreadable", group: "value", severity: Severity::Warning, about: "not a yes or no that can be read; it stays as it is" },
    Kind { code: "gender-ambiguous", group: "value", severity: Severity::Info, about: "`M` is male or female (`mujer`) in this column; it stays as it is" },
    Kind { code: "gender-unreadable", group: "value", severity: Severity::Info, about: "not a gender that can be read; it stays as it is" },
    Kind { code: "id-damaged", group: "value", severity: Severity::Warning, about: "a spreadsheet has rounded this id, and nothing is joined by it; take it from the source again, as text" },
    Kind { code: "id-repeated", group: "link", severity: Severity::Warning, about: "several parties have this id, and nothing is joined by it; take it from the source again" },
    Kind { code: "language-unreadable", group: "value", severity: Severity::Warning, about: "no language has this name or code; it stays as it is" },
    Kind { code: "link-ambiguous", group: "link", severity: Severity::Warning, about: "several organizations have this name; the record is not linked" },
    Kind { code: "link-by-likeness", group: "link", severity: Severity::Info, about: "its text names the organization at its domain by another spelling; it is linked to that one" },
    Kind { code: "link-cycle", group: "link", severity: Severity::Warning, about: "the chain of links comes back to the record; the link is left out" },
    Kind { code: "link-dangling", group: "link", severity: Severity::Warning, about: "the record pointed at is not in the files, was not exported, or shares its id with others" },
    Kind { code: "number-ambiguous", group: "value", severity: Severity::Warning, about: "decimal and thousands signs can't be told apart in this column; say `number` in the profile" },
    Kind { code: "number-unreadable", group: "value", severity: Severity::Warning, about: "not a number that can be read; it stays as it is" },
    Kind { code: "numbers-for-ids", group: "value", severity: Severity::Info, about: "the cells of this column are numbers, which keep no zeros at their front; if its ids have some, export the column as text or take the CSV" },
    Kind { code: "owner-unresolved", group: "link", severity: Severity::Warning, about: "the owner is not in the users file, inactive, or one of several users with that name, and no fallback is named" },
    Kind { code: "phone-damaged", group: "value", severity: Severity::Warning, about: "a spreadsheet has rounded this number; take it from the source again" },
    Kind { code: "phone-doubtful", group: "value", severity: Severity::Info, about: "a number of possible length that no network has given out" },
    Kind { code: "phone-no-region", group: "value", severity: Severity::Warning, about: "no country code and no country; say `--region`" },
    Kind { code: "phone-placeholder", group: "value", severity: Severity::Warning, about: "the number stands for none and is not loaded" },
    Kind { code: "phone-several", group: "value", severity: Severity::Warning, about: "several numbers in one cell; split them" },
    Kind { code: "phone-unreadable", group: "value", severity: Severity::Warning, about: "not a telephone number; it stays as it is" },
    Kind { code: "placeholder", group: "value", severity: Severity::Info, about: "the text stands for nothing and is not loaded" },
    Kind { code: "region-unreadable", group: "value", severity: Severity::Info, about: "the country has no state or province of this name; it stays as it is" },
    Kind { code: "required-missing", group: "target", severity: Severity::Error, about: "the target requires this column; fill it in rows-to-fix" },
    Kind { code: "row-unreadable", group: "row", severity: Severity::Error, about: "the line could not be read as a row; mend it in rows-to-fix" },
    Kind { code: "target-key-blanked", group: "target", severity: Severity::Warning, about: "another record has the key on which the target merges; this one goes in without it" },
    Kind { code: "target-key-collision", group: "target", severity: Severity::Error, about: "several people have the key on which the target merges; decide in rows-to-decide.csv" },
    Kind { code: "url-unreadable", group: "value", severity: Severity::Info, about: "not a web address; it stays as it is" },
    Kind { code: "value-not-in-picklist", group: "target", severity: Severity::Warning, about: "the target's list has no such value; it is kept aside" },
    Kind { code: "value-too-long", group: "target", severity: Severity::Warning, about: "longer than the target's column; it is kept aside, never cut" },
    Kind { code: "value-unlisted", group: "value", severity: Severity::Warning, about: "the profile doesn't say what this value means; add it to `values`" },
    Kind { code: "zeros-lost", group: "value", severity: Severity::Warning, about: "too short: a spreadsheet has taken the zeros off its front; export the column as text, or take the CSV as the system wrote it" },
];

/// A finding on a row, as `findings.jsonl` has it.
#[derive(Debug, Serialize)]
pub struct Line<'a> {
    /// The source file.
    pub file: &'a str,
    /// The row; the header is 1.
    pub row: u32,
    /// Vendor and object.
    pub object: &'a str,
    /// The record's id in its source.
    pub source_id: &'a str,
    /// The code.
    pub code: &'a str,
    /// The group.
    pub group: &'a str,
    /// How much it matters.
    pub severity: Severity,
    /// The column, or empty.
    pub column: &'a str,
    /// The value, masked.
    pub value: &'a str,
    /// What it means and what to do.
    pub message: &'a str,
}

/// The kind of finding with that code.
pub fn kind(code: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.code == code)
}

/// Shows no more of a value than is needed to find it: the first letter and the length; an address keeps its suffix.
pub fn mask(value: &str) -> String {
    let first: String = value.chars().take(1).filter(|c| !c.is_control()).collect();
    let count = value.chars().count();
    match value.rsplit_once('@') {
        Some((_, domain)) => {
            let suffix = domain.rsplit('.').next().unwrap_or_default();
            let suffix: String = suffix.chars().filter(|c| c.is_alphanumeric()).collect();
            format!("{first}***@***.{suffix}")
        }
        None => format!("{first}*** ({count} characters)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_unique() {
        assert!(KINDS.windows(2).all(|pair| pair[0].code < pair[1].code));
    }

    #[test]
    fn a_mask_shows_neither_name_nor_domain() {
        assert_eq!(mask("ann.smith@acme.example"), "a***@***.example");
        assert_eq!(mask("555-0100"), "5*** (8 characters)");
    }
}
