//! Glossaries that load, and what is refused.

use std::fs;

use super::*;
use crate::lexicon::Says;
use crate::model::axis::{Roles, Stage, Temperature};
use crate::model::finding::Severity;

fn refused(text: &str) -> String {
    load_text(text, "acme.yaml").unwrap_err().to_string()
}

#[test]
fn every_built_in_glossary_loads_and_speaks_five_languages() {
    assert_eq!(
        names(),
        ["all-contacts", "all-leads", "lead-first", "staged"]
    );
    for name in names() {
        let glossary = load(name).unwrap_or_else(|mistakes| panic!("{mistakes}"));
        assert_eq!(glossary.name, name);
        for language in LANGUAGES {
            let said =
                |texts: &schema::ByLanguage<String>| schema::in_language(texts, language).is_some();
            assert!(said(&glossary.title), "{name}: title in {language}");
            for class in &glossary.classes {
                let terms = schema::in_language(&class.terms, language);
                assert!(
                    terms.is_some_and(|terms| !terms.is_empty()),
                    "{name}: {} in {language}",
                    class.name
                );
                assert!(said(&class.about), "{name}: {} in {language}", class.name);
            }
        }
    }
    let exclusive = |name: &str| load(name).unwrap().exclusive;
    assert!(exclusive("staged") && exclusive("lead-first"));
    assert!(!exclusive("all-contacts") && !exclusive("all-leads"));
}

#[test]
fn a_typo_in_a_name_is_told() {
    let mistakes = load("stagd").unwrap_err().to_string();
    assert!(mistakes.contains("no glossary has this name"), "{mistakes}");
    assert!(mistakes.contains("did you mean `staged`?"), "{mistakes}");
}

#[test]
fn a_company_overrides_single_lines() {
    let text = "\
glossary: acme
extends: staged
classes:
  prospect:
    called: {es: Interesado}
    terms: {es: [interesado, curioso]}
policy:
  active_months: 36
  own_domains: [Acme.com]
  temperature:
    - {value: hot, when: 'number(\"responses\") >= 3'}
    - {value: warm, when: evidence(\"interest\")}
  rules: {stale: off, test-record: error, contact-is-lead: on}
  quiet:
    - {code: lead-is-customer, id: 00Q1, why: buys for another firm}
";
    let acme = load_text(text, "acme.yaml").unwrap_or_else(|mistakes| panic!("{mistakes}"));
    assert!(acme.exclusive);
    let prospect = acme.class("prospect").unwrap();
    assert_eq!(prospect.called("es"), "Interesado");
    assert_eq!(prospect.called("fr"), "prospect");
    assert_eq!(prospect.called("nl"), "prospect");
    assert!(prospect.about("es").starts_with("Una persona"));
    let policy = &acme.policy;
    assert_eq!((policy.inactive_months, policy.active_months), (18, 36));
    assert_eq!(policy.own_domains, ["acme.com"]);
    let warm: Vec<Temperature> = policy.temperature.iter().map(|(value, _)| *value).collect();
    assert_eq!(warm, [Temperature::Hot, Temperature::Warm]);
    assert_eq!(acme.setting("stale"), Some(Setting::Off));
    assert_eq!(
        acme.setting("test-record"),
        Some(Setting::As(Severity::Error))
    );
    assert_eq!(acme.setting("contact-is-lead"), Some(Setting::On));
    assert_eq!(acme.setting("lead-is-customer"), None);
    assert_eq!(
        acme.quiet("lead-is-customer", "00Q1"),
        Some("buys for another firm")
    );
    assert_eq!(acme.uses_evidence(), ["interest", "responses"]);
}

#[test]
fn files_extend_files_and_not_themselves() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "group.yaml",
        "glossary: group\nextends: lead-first\nclasses: {lead: {called: {en: Enquiry}}}\n",
    );
    write(
        "acme.yaml",
        "glossary: acme\nextends: group.yaml\nclasses: {prospect: {called: {en: Target}}}\n",
    );
    write("round.yaml", "glossary: round\nextends: again.yaml\n");
    write("again.yaml", "glossary: again\nextends: round.yaml\n");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let acme = load(&path("acme.yaml")).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let called: Vec<&str> = acme
        .classes
        .iter()
        .map(|class| class.called("en"))
        .collect();
    assert_eq!(called, ["organization", "Enquiry", "Target", "contact"]);
    let said = load(&path("round.yaml")).unwrap_err().to_string();
    assert!(said.contains("extends itself"), "{said}");
}

#[test]
fn classes_stand_in_the_order_that_is_asked_for() {
    let text = "glossary: acme\nextends: all-contacts\norder: [lead, vip]\nclasses: {vip: {when: evidence(\"won_deal\")}}\n";
    let acme = load_text(text, "acme.yaml").unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let names: Vec<&str> = acme
        .classes
        .iter()
        .map(|class| class.name.as_str())
        .collect();
    assert_eq!(names, ["lead", "vip", "organization", "contact"]);
}

#[test]
fn every_mistake_is_told_at_once_with_its_place() {
    let said = refused(
        "\
glossary: acme
extends: staged
clases: {}
order: [leed]
classes:
  lead: {when: 'stge == \"sql\"', terms: {english: [lead]}}
  prospect: {when: 'evidence(\"intrest\")'}
  contact: {when: 'is(\"lead\")', about: {en: no}}
  vip: {called: {en: VIP}}
policy:
  inactive_month: 3
  active_months: soon
  own_domains: [acme]
  temperature: [{value: hott, when: 'col[\"Rating\"] == \"A\"'}]
  rules: {stale: of}
  quiet: [{code: stale, why: it is fine}]
",
    );
    let expected = [
        "acme.yaml:3:1: unknown key `clases`; did you mean `classes`?",
        "acme.yaml:4:9: unknown class `leed`; did you mean `lead`?",
        "acme.yaml:6:16: unknown name `stge`; did you mean `stage`?",
        "acme.yaml:6:41: `english` is no code of a language; write it like `es` or `pt-BR`",
        "acme.yaml:7:20: unknown evidence `intrest`; did you mean `interest`?",
        "acme.yaml:8:19: `is(\"lead\")` asks what is being decided here",
        "acme.yaml:8:45: `no` reads as yes or no, not as text",
        "acme.yaml:9:3: `classes.NAME` has no `when`; add `when: …`",
        "acme.yaml:11:3: unknown key `inactive_month`; did you mean `inactive_months`?",
        "acme.yaml:12:18: `active_months` is a whole number above 0",
        "acme.yaml:13:17: `acme` is no internet domain",
        "acme.yaml:14:25: `value` is never `hott`; did you mean `hot`?",
        "acme.yaml:14:37: `col[\"Rating\"]` is a vendor's column",
        "acme.yaml:15:18: `stale` is never `of`; did you mean `off`?",
        "acme.yaml:16:11: `policy.quiet` has no `id`; add `id: …`",
    ];
    for line in expected {
        assert!(said.contains(line), "{line}\nis not in\n{said}");
    }
    assert_eq!(said.matches("acme.yaml:").count(), expected.len(), "{said}");
}

#[test]
fn a_companys_own_words_are_found_in_any_case_and_inherited() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "group.yaml",
        "glossary: group\nextends: staged\nwords:\n  status: {En remojo: nurture, Cortejando: engaged}\n  type: {Parroquiano: customer}\n  says: {supplier: de el vienen las bobinas, customer: [lleva tiempo*]}\n",
    );
    write(
        "acme.yaml",
        "glossary: acme\nextends: group.yaml\nwords:\n  status: {EN REMOJO: disqualified, Cerrado bien: converted}\n  type: {Amigo: partner}\n",
    );
    let path = folder.path().join("acme.yaml").display().to_string();
    let acme = load(&path).unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let words = &acme.words;
    let stage = |status: &str| words.status(status).map(|own| own.stage);
    assert_eq!(stage("  cortej\u{e1}ndo!"), Some(Some(Stage::Engaged)));
    assert_eq!(stage("En Remojo"), Some(Some(Stage::Disqualified)));
    assert_eq!(stage("cerrado bien"), Some(None));
    assert_eq!(stage("Cortejando mucho"), None);
    assert_eq!(
        words.kind("PARROQUIANO").unwrap().stage,
        Some(Stage::Customer)
    );
    assert_eq!(
        words.kind("amigo").unwrap().roles,
        Roles::named("partner").unwrap()
    );
    assert!(
        words
            .says("\u{c9}l dice: DE \u{c9}L VIENEN las bobinas")
            .any(Says::SUPPLIER)
    );
    assert!(words.says("Lleva tiempos aqu\u{ed}").any(Says::CUSTOMER));
    assert!(!words.says("las bobinas").any(Says::SUPPLIER));
    assert!(load("staged").unwrap().words.status("En remojo").is_none());
}

#[test]
fn a_companys_own_phrase_counts_before_those_of_the_lexicon() {
    let text = "glossary: a\nextends: staged\nwords:\n  says: {customer: [former customer club], partner: [our supplier of friends]}\n";
    let acme = load_text(text, "acme.yaml").unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let plain = load("staged").unwrap().words;
    let (club, friends) = ("In the former customer club", "Our supplier of friends");
    assert!(plain.says(club).any(Says::FORMER) && plain.says(friends).any(Says::SUPPLIER));
    assert!(!acme.words.says(club).any(Says::FORMER) && acme.words.says(club).any(Says::CUSTOMER));
    let said = acme.words.says(friends);
    assert!(said.any(Says::PARTNER) && !said.any(Says::SUPPLIER));
}

#[test]
fn mistakes_in_own_words_are_told_with_their_place() {
    let said = refused(
        "\
glossary: acme
extends: staged
words:
  statuses: {}
  status:
    Cortejando: engagd
    Rondando: CHOOSE
    En remojo: nurture
    en rem\u{f3}jo: engaged
  type: {Parroquiano: custmer, \"--\": partner}
  says:
    suplier: [a]
    customer: [\"lleva * tiempo\", \"*\"]
",
    );
    let expected = [
        "acme.yaml:4:3: unknown key `statuses`; did you mean `status`?",
        "acme.yaml:6:17: `Cortejando` is never `engagd`; did you mean `engaged`?",
        "acme.yaml:7:15: `Rondando` is never `CHOOSE`; it is one of interested, engaged, mql,",
        "acme.yaml:9:5: `en rem\u{f3}jo` is the same word as `En remojo` on line 8",
        "acme.yaml:10:23: `Parroquiano` is never `custmer`; did you mean `customer`?",
        "acme.yaml:10:32: `--` has no letter and no digit",
        "acme.yaml:12:5: unknown key `suplier`; did you mean `supplier`?",
        "acme.yaml:13:16: `lleva * tiempo` has a sign that stands for nothing there",
        "acme.yaml:13:34: `*` has no letter and no digit",
    ];
    for line in expected {
        assert!(said.contains(line), "{line}\nis not in\n{said}");
    }
    assert_eq!(said.matches("acme.yaml:").count(), expected.len(), "{said}");
}

#[test]
fn every_kind_of_phrase_is_a_key_and_every_key_a_kind() {
    let keys: Vec<&str> = table::SAYS.keys.iter().map(|key| key.name).collect();
    let kinds: Vec<&str> = words::SAYS.iter().map(|(name, _)| *name).collect();
    assert_eq!(keys, kinds);
    for name in words::STATUSES {
        assert!(
            name == "converted" || Stage::named(name).is_some(),
            "{name}"
        );
    }
    for name in words::TYPES {
        assert!(
            Roles::named(name).is_some() || Stage::named(name).is_some(),
            "{name}"
        );
    }
}

#[test]
fn classes_that_overlap_are_named_with_an_example() {
    let said = refused(
        "glossary: a\nexclusive: true\nclasses:\n  contact: {when: 'stage != \"sql\"'}\n  lead: {when: 'reached(\"sql\")'}\n  none: {when: 'stage == \"sql\" and kind == \"person\" and stage == \"mql\"'}\n",
    );
    assert!(
        said.contains("a:5:16") || said.contains("acme.yaml:5:16"),
        "{said}"
    );
    assert!(
        said.contains("`contact` and `lead` overlap: both hold for kind person, stage opportunity"),
        "{said}"
    );
    assert!(
        said.contains("acme.yaml:6:16: no record can be `none`"),
        "{said}"
    );
}

#[test]
fn evidence_and_numbers_are_tried_out_too() {
    let glossary = |lead: &str| {
        format!(
            "glossary: a\nexclusive: true\nclasses:\n  contact: {{when: 'number(\"score\") <= 40 and not evidence(\"sales\")'}}\n  lead: {{when: '{lead}'}}\n  other: {{when: 'not (number(\"score\") <= 40) and not (number(\"score\") > 40) and not evidence(\"sales\")'}}\n"
        )
    };
    let good = glossary("number(\"score\") > 40 or evidence(\"sales\")");
    load_text(&good, "acme.yaml").unwrap_or_else(|mistakes| panic!("{mistakes}"));
    let overlapping = refused(&glossary("number(\"score\") >= 40 or evidence(\"sales\")"));
    assert!(
        overlapping.contains("both hold for score 40"),
        "{overlapping}"
    );
    let gap = refused(&glossary("number(\"score\") > 40"));
    assert!(
        gap.contains("no class holds for evidence of sales"),
        "{gap}"
    );
}

#[test]
fn a_record_without_a_class_is_a_mistake() {
    let said = refused("glossary: a\nclasses:\n  lead: {when: stage == \"sql\"}\n");
    assert!(
        said.contains("acme.yaml:3:3: no class holds for stage known and 8 more combinations"),
        "{said}"
    );
}

#[test]
fn codes_of_rules_are_checked_by_whoever_knows_them() {
    let text = "glossary: a\nextends: staged\npolicy:\n  rules: {stal: off, test-record: off}\n";
    let acme = load_text(text, "acme.yaml").unwrap();
    let unknown = acme.unknown_codes(&["stale", "test-record"]);
    let said: Vec<String> = unknown.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("acme.yaml:4:11: no rule is called `stal`; did you mean `stale`?"),
        "{}",
        said[0]
    );
}
