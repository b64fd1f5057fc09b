//! Which expressions hold, and which are refused.

use super::*;

struct Ann;

impl Facts for Ann {
    fn axis(&self, name: &str) -> &str {
        match name {
            "stage" => "sql",
            "kind" => "person",
            "temperature" => "hot",
            _ => "no",
        }
    }
    fn has_role(&self, role: &str) -> bool {
        role == "partner"
    }
    fn field(&self, name: &str) -> &str {
        match name {
            "email" => "ann@example.com",
            "lead.score" => "12",
            _ => "",
        }
    }
    fn column(&self, header: &str) -> &str {
        if header == "It's \"Type\"" {
            "Other"
        } else {
            ""
        }
    }
    fn declared(&self, class: &str) -> bool {
        class == "lead"
    }
    fn is(&self, class: &str) -> bool {
        class == "contact"
    }
    fn evidence(&self, name: &str) -> bool {
        name == "interest"
    }
    fn number(&self, name: &str) -> Option<f64> {
        (name == "score").then_some(40.0)
    }
}

#[test]
fn conditions_hold_or_not() {
    let cases = [
        (r#"stage == "sql" and kind == "person""#, true),
        (r#"stage in ["known", "interested"]"#, false),
        (r#"stage not in ["known", "interested"]"#, true),
        (r#"declared("lead") and not declared("contact")"#, true),
        (r#"is("contact") or is("lead")"#, true),
        (r#"not is("contact")"#, false),
        (r#"reached("mql") and not reached("customer")"#, true),
        (r#"has_role("partner") and "partner" in roles"#, true),
        (r#"roles | length == 1"#, true),
        (r#"f["email"] | lower is endingwith("example.com")"#, true),
        (r#"f["lead.score"] | int > 10"#, true),
        (r#"f["email"] | int > 10"#, false),
        (r#"evidence("interest") and not evidence("sales")"#, true),
        (r#"number("score") >= 40 and number("score") < 40.5"#, true),
        (r#"number("score") > 40 or number("score") == 39"#, false),
        (r#"number("responses") < 1"#, false),
        (r#"number("responses") != 1"#, false),
        (r#"not (number("responses") >= 1)"#, true),
        (r#"number("responses") > 0 or evidence("interest")"#, true),
        (r#"f["email"]"#, true),
        (r#"f["phone"]"#, false),
        (r#"col['It\'s "Type"'] == "Other""#, true),
        (r#"col["It's \"Type\""] != "Other""#, false),
    ];
    for (source, holds) in cases {
        let compiled = Expression::compile(source).expect(source);
        assert_eq!(compiled.eval_bool(&Ann), holds, "{source}");
    }
}

#[test]
fn computed_texts_are_empty_where_there_is_nothing() {
    let cases = [
        (
            r#"f["email"] if f["email"] != "x" else """#,
            "ann@example.com",
        ),
        (r#"f["phone"]"#, ""),
        (r#"none"#, ""),
        (r#"f["email"] | split("@") | last | upper"#, "EXAMPLE.COM"),
        (r#"stage ~ "/" ~ kind"#, "sql/person"),
    ];
    for (source, text) in cases {
        let compiled = Expression::compile(source).expect(source);
        assert_eq!(compiled.eval_text(&Ann), text, "{source}");
    }
}

#[test]
fn mistakes_are_found_before_any_row() {
    let cases = [
        (
            "stge == \"sql\"",
            "unknown name `stge`; did you mean `stage`?",
        ),
        (
            "stage == \"sqll\"",
            "`stage` is never `sqll`; did you mean `sql`?",
        ),
        (
            "stage in [\"known\", \"mqll\"]",
            "`stage` is never `mqll`; did you mean `mql`?",
        ),
        (
            "\"hott\" == temperature",
            "`temperature` is never `hott`; did you mean `hot`?",
        ),
        (
            "f[\"emial\"] == \"\"",
            "unknown field `emial`; did you mean `email`?",
        ),
        (
            "f[\"name.first\"]",
            "unknown field `name.first`; did you mean `name.given`?",
        ),
        ("f[kind]", "`f` needs a name in quotes: `f[\"email\"]`"),
        (
            "declared(lead)",
            "`declared` needs a name in quotes: `declared(\"lead\")`",
        ),
        (
            "reached(\"slq\")",
            "`stage` is never `slq`; did you mean `sql`?",
        ),
        (
            "f[\"email\"] | lowr",
            "unknown filter `lowr`; did you mean `lower`?",
        ),
        (
            "not converted",
            "`converted` alone always holds; compare it: `converted == \"yes\"`",
        ),
        (
            "converted",
            "`converted` alone always holds; compare it: `converted == \"yes\"`",
        ),
        (
            "roles == \"partner\"",
            "`roles` is a set; write `has_role(\"partner\")`",
        ),
        (
            "evidence(\"intrest\")",
            "unknown evidence `intrest`; did you mean `interest`?",
        ),
        (
            "number(\"scor\") > 1",
            "unknown number `scor`; did you mean `score`?",
        ),
        (
            "number(\"score\")",
            "`number` is compared with a number to its right; write `number(\"score\") >= 10`",
        ),
        (
            "number(\"score\") > stage",
            "`number` is compared with a number to its right; write `number(\"score\") >= 10`",
        ),
        (
            "number(\"score\") > 1 + 2",
            "`number` is compared with a number to its right; write `number(\"score\") >= 10`",
        ),
        ("stage = \"sql\"", "`=` compares nothing; write `==`"),
        ("stage == \"sql", "a quote is not closed"),
    ];
    for (source, expected) in cases {
        let said = Expression::compile(source).expect_err(source);
        assert_eq!(said, expected, "{source}");
    }
    assert!(
        Expression::compile("stage == ")
            .unwrap_err()
            .contains("is no expression")
    );
    assert!(
        Expression::compile("")
            .unwrap_err()
            .contains("is no expression")
    );
}

#[test]
fn what_is_looked_at_is_known() {
    let deep = Expression::compile(r#"col["A"] == "x" or f["email"] or is("lead")"#).unwrap();
    assert!(!deep.axes_only());
    assert_eq!(deep.uses_columns(), ["A"]);
    assert_eq!(deep.uses_classes(), ["lead"]);
    let around =
        r#"evidence("sales") or number("score") > 4 or has_role("partner") or reached("sql")"#;
    let around = Expression::compile(around).unwrap();
    assert!(!around.axes_only());
    assert_eq!(around.uses_evidence(), ["sales"]);
    assert_eq!(around.uses_numbers(), [("score", 4.0)]);
    assert_eq!(around.uses_roles(), ["partner"]);
    assert_eq!(around.uses_axes(), ["stage"]);
    assert!(
        Expression::compile(r#"stage == "sql""#)
            .unwrap()
            .axes_only()
    );
}

#[test]
fn expressions_go_anywhere() {
    fn anywhere<T: Clone + Send + Sync + fmt::Debug>() {}
    anywhere::<Expression>();
}

#[test]
fn the_first_condition_that_fails_says_what_is_there_and_what_it_wants() {
    let failed = |source: &str| Expression::compile(source).unwrap().first_failed(&Ann);
    assert_eq!(failed(r#"kind == "person" and reached("mql")"#), None);
    let one = failed(r#"kind == "person" and stage in ["customer", "known"] and f["email"] == """#)
        .unwrap();
    assert_eq!(one.condition, r#"stage in ["customer", "known"]"#);
    assert_eq!(one.is, r#"stage is "sql""#);
    assert_eq!(one.wants, ["known", "customer"]);
    let evidence = failed(r#"kind == "person" and evidence("sales")"#).unwrap();
    assert_eq!(evidence.is, r#"evidence("sales") is no"#);
    assert!(evidence.wants.is_empty());
}

#[test]
fn what_or_joins_is_one_condition_and_brackets_keep_theirs() {
    let parts = |source: &str| Expression::compile(source).unwrap().conditions().len();
    assert_eq!(
        parts(r#"kind == "person" and (stage == "sql" and converted == "no")"#),
        2
    );
    assert_eq!(
        parts(r#"kind == "person" and stage == "sql" or converted == "no""#),
        1
    );
}
