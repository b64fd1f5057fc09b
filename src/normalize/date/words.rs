//! Names of months and days of the week in English, Spanish, Portuguese, French and German.

/// Names and abbreviations, folded.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "enero", "janeiro", "janvier", "januar", "janner", "jan", "ene", "janv",
    ],
    &[
        "february",
        "febrero",
        "fevereiro",
        "fevrier",
        "februar",
        "feb",
        "fev",
        "fevr",
    ],
    &[
        "march", "marzo", "marco", "mars", "marz", "maerz", "mar", "mrz",
    ],
    &["april", "abril", "avril", "apr", "abr", "avr"],
    &["may", "mayo", "maio", "mai"],
    &["june", "junio", "junho", "juin", "juni", "jun"],
    &["july", "julio", "julho", "juillet", "juli", "jul", "juil"],
    &["august", "agosto", "aout", "aug", "ago"],
    &[
        "september",
        "septiembre",
        "setiembre",
        "setembro",
        "septembre",
        "sep",
        "sept",
        "set",
    ],
    &[
        "october", "octubre", "outubro", "octobre", "oktober", "oct", "out", "okt",
    ],
    &["november", "noviembre", "novembro", "novembre", "nov"],
    &[
        "december",
        "diciembre",
        "dezembro",
        "decembre",
        "dezember",
        "dec",
        "dic",
        "dez",
    ],
];

const WEEKDAYS: [&str; 42] = [
    "monday",
    "mon",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "wed",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sat",
    "sunday",
    "sun",
    "lunes",
    "martes",
    "miercoles",
    "jueves",
    "viernes",
    "sabado",
    "domingo",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "segunda",
    "terca",
    "quarta",
    "sexta",
];

/// The number (1 to 12) of the month that a folded word names.
pub(super) fn month(folded: &str) -> Option<u32> {
    (1..)
        .zip(MONTHS)
        .find(|(_, names)| names.contains(&folded))
        .map(|(number, _)| number)
}

/// Whether a folded word names a day of the week.
pub(super) fn is_weekday(folded: &str) -> bool {
    WEEKDAYS.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_five_languages_have_their_number() {
        for (word, number) in [
            ("enero", 1),
            ("marz", 3),
            ("aout", 8),
            ("dezembro", 12),
            ("sept", 9),
            ("may", 5),
        ] {
            assert_eq!(month(word), Some(number));
        }
        assert_eq!(month("marriage"), None);
    }
}
