//! Explanations for people.

use crate::audit::Piece;
use crate::cli::inspect::Seen;
use crate::cli::output::{plain, short};
use crate::cli::page::{Page, count, of, per_cent, width};
use crate::model::finding::Severity;
use crate::model::matched::PairExplained;
use crate::pipeline::explain::{
    AboutRule, ClaimSaid, ColumnExplained, FindingExplained, RecordExplained, Said, Stands,
};

fn weighs(severity: Severity) -> String {
    format!("{severity:?}").to_lowercase()
}

/// Lines with a word in front, wrapped under their beginning; those without a text are left out.
fn lines(page: &mut Page, lines: &[(&str, String)]) {
    let longest = lines.iter().map(|(lead, _)| lead.chars().count()).max();
    let longest = longest.unwrap_or(0);
    for (lead, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        page.item(&format!("  {lead:<longest$}  "), &plain(text));
    }
}

pub(super) fn rules(all: &[AboutRule]) -> String {
    let mut page = Page::default();
    let rows = all
        .iter()
        .map(|rule| {
            vec![
                rule.code.to_string(),
                rule.group.to_string(),
                weighs(rule.severity),
                if rule.on { "on" } else { "off" }.to_string(),
                rule.finds.to_string(),
            ]
        })
        .collect();
    page.table(
        &["RULE", "GROUP", "WEIGHS", "IS", "FINDS"],
        rows,
        &[],
        width(),
    );
    let glossary = all.first().map_or("", |rule| rule.glossary.as_str());
    let text =
        format!("Under the glossary `{glossary}`. `xwalk explain rule CODE` says more of one.");
    page.item("", "");
    page.item("", &text);
    page.finish()
}

pub(super) fn pair(pair: &PairExplained) -> String {
    let mut page = Page::default();
    let called = |(file, row, id): &(String, u32, String)| match id.as_str() {
        "" => format!("{}:{row}", plain(file)),
        id => format!("{} ({}:{row})", plain(id), plain(file)),
    };
    page.heading(&format!("{} and {}", called(&pair.a), called(&pair.b)));
    let bits = |bits: f64| match bits {
        0.0 => String::new(),
        bits => format!("{bits:+.1}"),
    };
    let line = |what: &str, level: &str, counted: f64| {
        vec![
            what.to_string(),
            String::new(),
            String::new(),
            level.to_string(),
            String::new(),
            bits(counted),
        ]
    };
    let mut rows = vec![line("any two records", "", pair.before)];
    rows.extend(pair.steps.iter().map(|step| {
        let alone = if step.alone == step.counted {
            String::new()
        } else {
            bits(step.alone)
        };
        vec![
            plain(&step.comparison),
            plain(&step.a),
            plain(&step.b),
            step.level.to_string(),
            alone,
            bits(step.counted),
        ]
    }));
    if pair.swapped != 0.0 {
        rows.push(line("swapped", "given and family name", pair.swapped));
    }
    if pair.culture != 0.0 {
        rows.push(line(
            "country",
            "names and places go together",
            pair.culture,
        ));
    }
    let header = ["COMPARED", "FIRST", "SECOND", "IS", "ALONE", "BITS"];
    page.table(&header, rows, &[4, 5], width());
    page.item("", "");
    let verdict = match pair.ruled_out {
        true => "Ruled out: father and son, or what the plan keeps apart.".to_string(),
        false => format!(
            "{:+.1} bits: {:.1} % likely one party, so {}.",
            pair.weight,
            pair.probability * 100.0,
            match pair.band {
                "review" => "worth a look",
                band => band,
            }
        ),
    };
    page.item("", &verdict);
    let together = match pair.together {
        true => "They are in one cluster.",
        false => "They are not in one cluster.",
    };
    page.item("", together);
    page.item(
        "",
        "ALONE is what a comparison tells by itself where it counts less: what has one cause counts once.",
    );
    page.finish()
}

pub(super) fn rule(rule: &AboutRule) -> String {
    let mut page = Page::default();
    page.heading(rule.code);
    let on = |on: bool| if on { "on" } else { "off" };
    let needs = match rule.needs.as_slice() {
        [] => "nothing beside people and organizations".to_string(),
        needs => format!(
            "files of {}; without them it does not judge",
            needs.join(" and ")
        ),
    };
    let by: Vec<&str> = rule.evidence.iter().map(|(_, about)| *about).collect();
    let is = format!(
        "{} by default, {} under the glossary `{}`",
        on(rule.on_by_default),
        on(rule.on),
        rule.glossary
    );
    let weighs = format!("{}, in the group {}", weighs(rule.severity), rule.group);
    let told = [
        ("finds", rule.finds.to_string()),
        ("by", by.join("; ")),
        ("needs", needs),
        ("quiet on", rule.quiet.to_string()),
        ("cause", format!("{}: {}", rule.cause, rule.cause_means)),
        ("do", rule.action.to_string()),
        ("weighs", weighs),
        ("is", is),
    ];
    lines(&mut page, &told);
    page.finish()
}

/// A place and a day behind a text, as far as they are known.
fn at(text: &str, file: &str, row: u32, date: &str) -> String {
    let mut text = text.to_string();
    if !file.is_empty() {
        text.push_str(&format!(", {file}:{row}"));
    }
    if !date.is_empty() {
        text.push_str(&format!(", {date}"));
    }
    text
}

fn said(pieces: &[Said]) -> String {
    let one = |piece: &Said| at(&piece.about, &piece.file, piece.row, &piece.date);
    pieces.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn pieces(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| at(piece.about, &piece.file, piece.row, &piece.date);
    pieces.iter().map(one).collect::<Vec<_>>().join("; ")
}

pub(super) fn finding(told: &FindingExplained) -> String {
    let found = &told.finding;
    let mut page = Page::default();
    page.heading(&plain(&format!("{}:{}", found.file, found.row)));
    let sure = per_cent((found.confidence * 100.0).round() as u64, 100);
    let id = if found.source_id.is_empty() {
        "a record without an id".to_string()
    } else {
        format!("the record `{}`", found.source_id)
    };
    let nothing = |pieces: String| match pieces.as_str() {
        "" => "nothing on file.".to_string(),
        _ => format!("{pieces}."),
    };
    let lead = [
        ("record", format!("It is {id} of {}.", found.object)),
        ("class", classes(&found.declared_class, &found.class)),
        (
            "rule",
            format!(
                "{} holds ({}, {sure} sure): {}.",
                found.code, found.severity, found.message
            ),
        ),
        ("for it", nothing(said(&found.evidence))),
        ("against", nothing(said(&found.against))),
        ("cause", format!("{}: {}.", found.cause, told.cause_means)),
        ("do", format!("{}.", found.action)),
        ("quiet on", format!("{}.", told.rule.quiet)),
    ];
    lines(&mut page, &lead);
    for row in &told.rows {
        page.heading(&plain(&format!("{}:{}", row.file, row.row)));
        let cells = row.cells.iter();
        let cells = cells.map(|(name, cell)| vec![short(name, 40), short(cell, 200)]);
        page.table(&[], cells.collect(), &[], width());
    }
    page.finish()
}

/// What the box says, and what the evidence.
fn classes(declared: &str, class: &str) -> String {
    let said = match declared {
        "" => "Its source declares no class".to_string(),
        class => format!("Its box and status say `{class}`"),
    };
    match class {
        "" => format!("{said}; all evidence says that it is no record of a party."),
        class if class == declared => format!("{said}, and so does all evidence."),
        class => format!("{said}; all evidence says `{class}`."),
    }
}

pub(super) fn record(told: &RecordExplained) -> String {
    let mut page = Page::default();
    page.heading(&plain(&format!("{}:{}", told.file, told.row)));
    let id = format!("`{}` of {}", told.source_id, told.object);
    let by = format!("`{}`, as of {}", told.glossary, told.as_of);
    let head = [
        ("record", id),
        ("judged by", by),
        ("class", classes(&told.declared_class, &told.class)),
        ("decided by", told.decided_by.clone()),
    ];
    lines(&mut page, &head);
    claims(&mut page, told);
    organization(&mut page, told);
    around(&mut page, told);
    held(&mut page, told);
    why(&mut page, told);
    page.finish()
}

/// Axes as `stage interested, kind person`.
fn named(axes: &[(&str, String)]) -> String {
    let filled = axes.iter().filter(|(_, value)| !value.is_empty());
    let all: Vec<String> = filled
        .map(|(axis, value)| format!("{axis} {value}"))
        .collect();
    all.join(", ")
}

/// Whether a claim is the one that counts.
fn counts(claim: &ClaimSaid, axes: &[(&str, String)]) -> &'static str {
    let same = |(axis, value): &(&str, String)| *axis == claim.axis && value == claim.value;
    match claim.won {
        true => "counts",
        false if axes.iter().any(same) => "says the same",
        false => "loses",
    }
}

fn claims(page: &mut Page, told: &RecordExplained) {
    page.heading("What its columns claim");
    let rows: Vec<Vec<String>> = told
        .claims
        .iter()
        .map(|claim| {
            vec![
                short(&claim.column, 30),
                short(&claim.cell, 40),
                format!("{} {}", claim.axis, claim.value),
                counts(claim, &told.axes).to_string(),
            ]
        })
        .collect();
    if rows.is_empty() {
        page.item("  ", "nothing; its axes are those of its box");
    } else {
        page.table(&[], rows, &[], width());
    }
    lines(page, &[("so its axes are", named(&told.axes))]);
    page.heading("Fields that count as evidence");
    let rows = told.fields.iter().map(|field| {
        vec![
            field.field.to_string(),
            short(&field.column, 30),
            short(&field.value, 80),
        ]
    });
    page.table(&[], rows.collect(), &[], width());
    own_words(page, told);
}

/// What the glossary's own words in it say.
fn own_words(page: &mut Page, told: &RecordExplained) {
    if told.words.is_empty() {
        return;
    }
    page.heading(&plain(&format!(
        "Words of the glossary `{}`",
        told.glossary
    )));
    let rows = told.words.iter().map(|said| {
        vec![
            format!("`{}`", short(&said.word, 40)),
            format!("in {}", short(&said.column, 30)),
            format!("means {}", said.means.replace('_', " ")),
        ]
    });
    page.table(&[], rows.collect(), &[], width());
}

fn organization(page: &mut Page, told: &RecordExplained) {
    page.heading("Its organization");
    let Some(organization) = &told.organization else {
        return page.item("  ", "none on file");
    };
    let by = match organization.by {
        "itself" => "it is one itself".to_string(),
        "link" => "it is linked".to_string(),
        by => format!("the {by} is the same"),
    };
    let is = match organization.is.as_slice() {
        [] if organization.says_customer => "says customer, which nothing proves".to_string(),
        [] => "nothing but an organization".to_string(),
        is => is.join(", "),
    };
    let proof = organization.proof.as_ref();
    let told = [
        (
            "stands at",
            format!("{}:{}", organization.file, organization.row),
        ),
        ("known by", by),
        ("to the company", is),
        (
            "proof",
            proof.map_or(String::new(), |proof| pieces(std::slice::from_ref(proof))),
        ),
    ];
    lines(page, &told);
}

fn around(page: &mut Page, told: &RecordExplained) {
    page.heading("Around it");
    let row = |one: &Stands| {
        let counts = match one.counts_as.as_slice() {
            [] => String::new(),
            counts => format!("counts as {}", counts.join(", ")),
        };
        let counts = match one.by_glossary {
            true => format!("{counts} by words of the glossary")
                .trim_start()
                .to_string(),
            false => counts,
        };
        vec![
            one.what.clone(),
            one.whose.to_string(),
            plain(&format!("{}:{}", one.file, one.row)),
            one.date.clone(),
            counts,
        ]
    };
    let rows: Vec<_> = told.others.iter().chain(&told.around).map(row).collect();
    if rows.is_empty() {
        page.item("  ", "no other row of it, no deal, no activity");
    } else {
        page.table(&[], rows, &[], width());
    }
    let evidence: Vec<&str> = told.evidence.iter().map(|(name, _)| *name).collect();
    let evidence = match evidence.as_slice() {
        [] => "none".to_string(),
        all => all.join(", "),
    };
    lines(page, &[("in all, evidence of", evidence)]);
}

fn held(page: &mut Page, told: &RecordExplained) {
    page.heading("Rules that hold");
    if told.rules.is_empty() {
        page.item("  ", "none");
    }
    for rule in &told.rules {
        let sure = per_cent((rule.confidence * 100.0).round() as u64, 100);
        let silent = match rule.silent.as_str() {
            "" => String::new(),
            why => format!("; it says nothing: {why}"),
        };
        let text = format!(
            "({}, {sure} sure{silent}): {}",
            weighs(rule.severity),
            rule.finds
        );
        page.item("  ", &plain(&format!("{} {text}", rule.code)));
        let more = [
            ("  for it", pieces(&rule.evidence)),
            ("  against", pieces(&rule.against)),
            ("  do", rule.action.to_string()),
        ];
        lines(page, &more);
    }
    let needs = told.not_judged.iter();
    let needs: Vec<String> = needs
        .map(|rule| format!("{} (no {})", rule.code, rule.needs.join(", ")))
        .collect();
    lines(page, &[("not judged", needs.join(", "))]);
}

fn why(page: &mut Page, told: &RecordExplained) {
    if told.classes.is_empty() {
        return;
    }
    page.heading("Why this class and no other");
    lines(page, &[("judged as", named(&told.judged_as))]);
    let said = |class: &crate::pipeline::explain::ClassSaid| {
        let text = match class.fails.as_str() {
            "" if class.class == told.class => format!("it is: {}", class.definition),
            "" => format!("holds, too: {}", class.definition),
            fails => fails.to_string(),
        };
        (class.class.clone(), text)
    };
    let all: Vec<(String, String)> = told.classes.iter().map(said).collect();
    let all: Vec<(&str, String)> = all
        .iter()
        .map(|(class, text)| (class.as_str(), text.clone()))
        .collect();
    lines(page, &all);
}

pub(super) fn column(file: &Seen, told: &ColumnExplained) -> String {
    let mut page = Page::default();
    page.heading(&plain(&told.column));
    let more = if told.more { "more than " } else { "" };
    let filled = format!(
        "{} filled, {more}{}",
        of(told.filled, "cell"),
        of(told.distinct as u64, "distinct value")
    );
    let seen = &file.column;
    let field = match (&seen.field, told.rule.as_str()) {
        (Some(field), "") => field.clone(),
        (Some(_), rule) => rule.to_string(),
        (None, _) => "no field".to_string(),
    };
    let fates = told
        .fates
        .iter()
        .map(|(fate, cells)| format!("{} {}", count(*cells), fate.replace('_', " ")));
    let head = [
        ("stands in", format!("{}, {}", file.file, file.is)),
        (
            "holds",
            format!("{filled}; its cells look like {}", seen.seen),
        ),
        ("is", format!("{field}: {}", seen.why)),
        ("in", told.to.clone()),
        ("goes to", told.goes_to.clone()),
        ("happens", told.happens.clone()),
        ("cells", fates.collect::<Vec<_>>().join(", ")),
    ];
    lines(&mut page, &head);
    values(&mut page, told);
    page.finish()
}

fn values(page: &mut Page, told: &ColumnExplained) {
    if told.values.is_empty() {
        return;
    }
    page.item("", "");
    let goes = told.values.iter().any(|value| !value.goes_to.is_empty());
    let says = told.values.iter().any(|value| value.says.is_some());
    let mut head = vec!["VALUE", "CELLS"];
    head.extend(says.then_some("SAYS"));
    head.extend(goes.then_some("GOES TO"));
    let rows = told.values.iter().map(|value| {
        let mut spelled = vec![value.value.as_str()];
        spelled.extend(value.spelled.iter().map(String::as_str));
        let mut row = vec![short(&spelled.join(" = "), 60), count(value.cells)];
        let meaning = value.says.as_deref();
        row.extend(says.then(|| plain(meaning.unwrap_or("not listed: carried along as it is"))));
        row.extend(goes.then(|| plain(&value.goes_to)));
        row
    });
    page.table(&head, rows.collect(), &[1], width());
    let left = told.distinct.saturating_sub(told.values.len());
    if !says && left > 0 {
        page.item("  ", &format!("and {}", of(left as u64, "more value")));
    }
}
