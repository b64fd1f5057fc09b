//! Tests of the language as a whole, on one small profile.

mod contexts;
mod fresh;
mod layered;
mod loads;
mod refused;

use super::*;

const GOOD: &str = r#"
profile: shop
title: The shop
checked: 2026-11-21
formats: {boolean: ["yes", "no"], date: "%d/%m/%Y", date_order: dmy}
objects:
  people:
    kind: person
    labels: {en: Person, es: [Persona, Gente]}
    id_prefix: ["003"]
    declares:
      - {class: lead, when: 'col["Status"] == "Hot"'}
      - {class: prospect}
    columns:
      Id: origin.id
      First: name.given
      Last: name.family
      Mail: email
      Firm: organization.id -> firms | before(";")
      State: status
      Junk: drop(never filled)
      Extra: keep
    labels_of:
      State: {en: Status, es: [Estado, Situación], also: st}
    values:
      State:
        Hot: {stage: sql, temperature: hot, roles: [partner, other], labels: [Caliente]}
        Cold: cold
    computed:
      title: 'col["Extra"] if stage == "sql" else ""'
    write:
      file: people
      when: declared("lead") or declared("prospect")
      required: [Last, State]
      columns:
        Last: name.family or name.full
      limits: {Last: 80}
      picklist: {State: [Hot, Cold]}
      values:
        State:
          - {value: Hot, when: reached("sql")}
          - {value: Cold}
      links: {organization.id: "Firm:Legacy"}
      key: Mail
      on_collision: blank
  firms:
    kind: organization
    columns:
      Name: organization.name
import:
  order: [firms, people]
  identity: {column: Legacy, type: text}
  limits: {rows: 5000, bytes: 100MB}
owners:
  map: {"0051": ann@example.com}
  fallback: ops@example.com
select: last_activity
"#;

fn good() -> String {
    GOOD.replace(
        "select: last_activity\n",
        "select: f[\"last_activity_at\"] >= \"2024-01-01\"\n",
    )
}

fn loaded(text: &str) -> Profile {
    load_text(text, "shop.yaml", &[]).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// What is said of the good profile with one line replaced.
fn said(old: &str, new: &str) -> String {
    let text = good().replacen(old, new, 1);
    assert_ne!(text, good(), "`{old}` is not there");
    let lines = check(&text, "shop.yaml").into_iter().map(|m| {
        if m.way_out.is_empty() {
            m.message
        } else {
            format!("{}; {}", m.message, m.way_out)
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn overlay(text: &str) -> Vec<(String, String)> {
    vec![("acme.yaml".to_owned(), text.to_owned())]
}
