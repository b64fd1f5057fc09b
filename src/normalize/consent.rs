//! Consent as `yes`, `no` or `unknown`: whether somebody may be contacted on a channel.

use super::Reading;
use super::absent::{settle, stands_for_nothing};
use super::flag;

/// Reads consent: flag words, and what marketing tools write. *Not opted out* is `unknown`, not `yes`.
///
/// A flag that means the opposite (an opt-out box) is turned round by the profile before. Finding: `consent-unreadable`.
pub fn consent(raw: &str, out: &mut String) -> Reading {
    out.clear();
    if matches!(raw, "yes" | "no" | "unknown") {
        return Reading::Same;
    }
    let text = raw.trim();
    if stands_for_nothing(text) {
        return Reading::Placeholder;
    }
    let said = flag::says(text, out).map(|yes| if yes { "yes" } else { "no" });
    match said.or_else(|| from_word(out)) {
        Some(word) => settle(raw, word, out),
        None => {
            out.clear();
            Reading::Unread("consent-unreadable")
        }
    }
}

/// What a folded word says.
fn from_word(folded: &str) -> Option<&'static str> {
    match folded {
        "optin" | "optedin" | "subscribed" | "granted" | "consented" | "allowed" | "allow"
        | "accepted" | "agreed" => Some("yes"),
        "suscrito" | "aceptado" | "inscrito" | "aceito" | "inscrit" | "accepte" | "abonniert"
        | "zugestimmt" => Some("yes"),
        "optout" | "optedout" | "unsubscribed" | "denied" | "declined" | "refused" | "rejected"
        | "revoked" => Some("no"),
        "withdrawn" | "blocked" | "never" | "donotcontact" | "donotemail" | "donotcall" | "dnc" => {
            Some("no")
        }
        "dadodebaja" | "baja" | "rechazado" | "revocado" | "descadastrado" | "recusado"
        | "desinscrit" | "desabonne" => Some("no"),
        "refuse" | "abgemeldet" | "abgelehnt" | "widerrufen" => Some("no"),
        "unknown" | "notspecified" | "unspecified" | "notset" | "pending" | "unconfirmed"
        | "notoptedin" => Some("unknown"),
        "notoptedout" | "nonsubscribed" | "notsubscribed" | "neversubscribed" => Some("unknown"),
        "desconocido" | "pendiente" | "desconhecido" | "pendente" | "inconnu" | "unbekannt" => {
            Some("unknown")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(raw: &str) -> String {
        let mut out = String::new();
        match consent(raw, &mut out) {
            Reading::Same => raw.to_owned(),
            Reading::Changed => out,
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn flags_and_marketing_words_are_read() {
        for (canonical, raws) in [
            (
                "yes",
                "TRUE|Opt-in|opted in|Subscribed|granted|sí|OPT_IN|Suscrito",
            ),
            (
                "no",
                "0|opted out|Opt-Out|unsubscribed|denied|nein|Do not contact|dado de baja|désinscrit",
            ),
            (
                "unknown",
                "Unknown|not opted out|Non-subscribed|pending|desconocido",
            ),
        ] {
            raws.split('|')
                .for_each(|raw| assert_eq!(read(raw), canonical, "{raw}"));
        }
    }

    #[test]
    fn other_text_is_not_guessed_at() {
        assert_eq!(read("newsletter"), "Unread(\"consent-unreadable\")");
        assert_eq!(read("n/a"), "Placeholder");
    }

    proptest! {
        #[test]
        fn reading_twice_is_reading_once(raw in "\\PC{0,8}") {
            let once = read(&raw);
            if matches!(once.as_str(), "yes" | "no" | "unknown") { prop_assert_eq!(read(&once), once); }
        }
    }
}
