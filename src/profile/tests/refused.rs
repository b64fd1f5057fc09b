//! What is refused, and how that reads.

use super::*;

#[test]
fn five_planted_mistakes_give_five_errors() {
    let text = good()
        .replacen("First: name.given", "First: name.first", 1)
        .replacen("title: The shop", "title: No", 1)
        .replacen("{stage: sql,", "{stage: sqll,", 1)
        .replacen("required: [Last, State]", "required: [Lost, State]", 1)
        .replacen("when: reached(\"sql\")", "whne: reached(\"sql\")", 1);
    let mistakes = load_text(&text, "shop.yaml", &[]).unwrap_err();
    let expected = r#"shop.yaml:3:8: `No` reads as yes or no, not as text; write "No" in quotes
  |
3 | title: No
  |        ^

shop.yaml:16:14: unknown field `name.first`; did you mean `name.given`?
   |
16 |       First: name.first
   |              ^

shop.yaml:27:22: `stage` is never `sqll`; did you mean `sql`?
   |
27 |         Hot: {stage: sqll, temperature: hot, roles: [partner, other], labels: [Caliente]}
   |                      ^

shop.yaml:34:18: unknown column `Lost`; did you mean `Last`?
   |
34 |       required: [Lost, State]
   |                  ^

shop.yaml:41:26: unknown key `whne`; did you mean `when`?
   |
41 |           - {value: Hot, whne: reached("sql")}
   |                          ^"#;
    assert_eq!(mistakes.to_string(), expected);
}

#[test]
fn each_kind_of_mistake_names_the_way_out() {
    let cases = [
        (
            "title: The shop",
            "title: 007",
            "`007` reads as a number, not as text; write \"007\" in quotes",
        ),
        (
            "title: The shop",
            "title: 12:30",
            "`12:30` reads as a time, not as text; write \"12:30\" in quotes",
        ),
        (
            "title: The shop",
            "title: [a]",
            "`title` is one text, not a list; write it on the same line",
        ),
        (
            "title: The shop",
            "title:",
            "`title` has no value; write one, or \"\" for an empty text",
        ),
        (
            "title: The shop",
            "profile: x",
            "`profile` stands here a second time; keep this one or the one on line 2",
        ),
        (
            "2026-11-21",
            "yesterday",
            "`checked` is a day; write it like 2026-11-21",
        ),
        (
            "\"%d/%m/%Y\"",
            "DD/MM",
            "`DD/MM` is no pattern of dates; write it like \"%d/%m/%Y %H:%M\", or iso8601",
        ),
        (
            "date_order: dmy",
            "date_order: dym",
            "`date_order` is never `dym`; did you mean `dmy`?",
        ),
        (
            "id_prefix: [\"003\"]",
            "id_prefix: [003]",
            "`003` reads as a number, not as text; write \"003\" in quotes",
        ),
        (
            "kind: organization",
            "kind: org",
            "`kind` is never `org`; it is one of person, organization, user, opt_outs, context",
        ),
        (
            "kind: organization",
            "kind: context\n    context: taks",
            "`context` is never `taks`; did you mean `tasks`?",
        ),
        (
            "-> firms",
            "-> firm",
            "unknown object `firm`; did you mean `firms`?",
        ),
        (
            "before(\";\")",
            "befor(\";\")",
            "unknown transform `befor`; did you mean `before`?",
        ),
        (
            "before(\";\")",
            "before",
            "`before` takes 1 arguments, not 0; write before(\"…\")",
        ),
        (
            "drop(never filled)",
            "drop",
            "`drop` needs a reason; write drop(why it isn't needed)",
        ),
        (
            "[firms, people]",
            "[firms, peple]",
            "unknown object `peple`; did you mean `people`?",
        ),
        (
            "{Last: 80}",
            "{Last: eighty}",
            "`Last` is a whole number above 0; write it plain, like 5000",
        ),
        (
            "{Last: 80}",
            "{Lasst: 80}",
            "unknown column `Lasst`; did you mean `Last`?",
        ),
        (
            "100MB",
            "100MBit",
            "`bytes` is a number of bytes; write it like 100MB, 512KB or 1GB",
        ),
        (
            "declared(\"lead\") or",
            "declard(\"lead\") or",
            "unknown name `declard`; did you mean `declared`?",
        ),
        (
            "col[\"Status\"]",
            "col[\"Statsu\"]",
            "unknown column `Statsu`; did you mean `Status`?",
        ),
        (
            "{organization.id: ",
            "{email: ",
            "`email` is no link; name a link: organization.id, organization.parent, manager",
        ),
        (
            "key: Mail",
            "key: Mial",
            "unknown column `Mial`; did you mean `Mail`?",
        ),
        (
            "{value: Cold}",
            "{value: Tepid}",
            "`State` does not take `Tepid`; add it to `picklist`, or write one of Hot, Cold",
        ),
        (
            "required: [Last, State]",
            "required: [Extra]",
            "nothing feeds the required column `Extra`; map it to a field, or write `Extra: field` under `write.columns`",
        ),
        (
            "    values:\n      State:\n        Hot: {st",
            "    values:\n      Stat:\n        Hot: {st",
            "unknown column `Stat`; did you mean `State`?",
        ),
    ];
    for (old, new, expected) in cases {
        assert_eq!(said(old, new), expected, "{new}");
    }
}

#[test]
fn a_stage_without_a_value_is_named() {
    let way_out =
        "end its list with a line without `when`; `- {value: \"\"}` leaves it empty on purpose";
    let expected = format!(
        "`State` gets no value at stage known, interested, engaged, mql, nurture, disqualified; {way_out}"
    );
    assert_eq!(said("          - {value: Cold}\n", ""), expected);
    let rest = "          - {value: Cold, when: not reached(\"sql\")}\n";
    assert_eq!(said("          - {value: Cold}\n", rest), "");
    let by_field = "          - {value: Cold, when: 'f[\"email\"] != \"\"'}\n";
    assert_eq!(said("          - {value: Cold}\n", by_field), expected);
}

#[test]
fn a_profile_that_maps_nothing_useful_is_refused() {
    let mistakes = check(
        "profile: x\nobjects:\n  a:\n    kind: person\n    columns: {Id: origin.id}\n",
        "x.yaml",
    );
    assert_eq!(mistakes.len(), 1);
    assert_eq!(
        mistakes[0].message,
        "no object names a person or an organization"
    );
}

#[test]
fn a_required_column_behind_another_of_its_field_is_starved() {
    let text = good().replace(
        "      Extra: keep\n",
        "      Extra: keep\n      Mail2: email\n",
    );
    let text = text.replace("required: [Last, State]", "required: [Mail2]");
    let mistakes = check(&text, "shop.yaml");
    assert_eq!(mistakes.len(), 1);
    assert!(
        mistakes[0].way_out.starts_with("`Mail` stands before it"),
        "{}",
        mistakes[0]
    );
}

#[test]
fn a_mutilated_profile_is_answered_with_places() {
    let text = good();
    let lines: Vec<&str> = text.lines().collect();
    for without in 0..lines.len() {
        let mut left = lines.clone();
        left.remove(without);
        for mistake in check(&left.join("\n"), "shop.yaml") {
            assert!(mistake.line > 0 && !mistake.snippet.is_empty(), "{mistake}");
        }
    }
    for (cut, _) in text.char_indices() {
        let _ = check(text.get(..cut).unwrap_or_default(), "shop.yaml");
        let _ = check(text.get(cut..).unwrap_or_default(), "shop.yaml");
    }
}

#[test]
fn a_pattern_that_matches_every_header_is_refused() {
    let way_out =
        "`*` would match every header; write what the headers begin or end with: \"_sync_*\"";
    assert_eq!(said("Extra: keep", "\"*\": keep"), way_out);
    assert_eq!(
        said("    values:\n", "    noise: [\"*\", \"$*\"]\n    values:\n"),
        way_out
    );
    assert_eq!(said("also: st}", "also: \"*\"}"), way_out);
}

#[test]
fn an_axis_is_claimed_and_not_computed() {
    assert_eq!(
        said(
            "      title: 'col[\"Extra\"]",
            "      roles: '\"supplier\"'\n      title: 'col[\"Extra\"]"
        ),
        "`roles` is an axis, no field; claim it: `claims: [{roles: …, when: …}]`"
    );
    let claims = |lines: &str| {
        said(
            "    computed:\n",
            &format!("    claims: [{lines}]\n    computed:\n"),
        )
    };
    assert_eq!(
        claims("{roles: supplier}, {stage: sql, when: 'col[\"Status\"] == \"Hot\"'}"),
        ""
    );
    assert_eq!(
        claims("{stage: sqll}"),
        "`stage` is never `sqll`; did you mean `sql`?"
    );
    assert_eq!(
        claims("{when: converted == \"yes\"}"),
        "a claim to nothing; name an axis and its value: kind, stage, temperature, roles, converted"
    );
    assert_eq!(
        claims("{stage: sql, when: 'col[\"Statu\"] == \"Hot\"'}"),
        "unknown column `Statu`; did you mean `State`?"
    );
}
