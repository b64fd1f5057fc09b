//! The report as one page of HTML that loads nothing: texts, tables and charts.

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::Serde;
use serde_json::{Value as Json, json};

use super::chart::{self, Bar, Title};
use super::frame::{Frame, in_words, place};
use super::{Lang, plain, text};
use crate::audit::found::{Boxed, Quality, Share, words_to_say};
use crate::audit::{Found, Piece, RULES, Summary};
use crate::error::Result;
use crate::glossary::Glossary;
use crate::model::axis::TEMPERATURES;
use crate::model::finding::mask;

/// The most owners, sources and fields of a chart and of a table.
const IN_CHART: usize = 12;
const IN_TABLE: usize = 40;
/// The most columns of the segments of owners.
const SEGMENT_COLUMNS: usize = 6;
/// The fewest people of an owner that tell how they use a box.
const FEW: u64 = 5;

/// A finding with what a person knows its record by.
#[derive(Clone, Debug)]
pub struct Example {
    /// The finding.
    pub found: Found,
    /// The record's name.
    pub name: String,
    /// Its address.
    pub email: String,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The numbers.
    pub summary: &'a Summary,
    /// Examples, by rule.
    pub examples: &'a BTreeMap<&'static str, Vec<Example>>,
    /// The words.
    pub glossary: &'a Glossary,
    /// The language.
    pub lang: Lang,
    /// Whether names and addresses are shown as they are.
    pub show_values: bool,
}

/// The sections of the page.
const SECTIONS: [&str; 13] = [
    "ui.todo",
    "ui.flow",
    "ui.findings",
    "ui.funnel",
    "ui.segments",
    "ui.teams",
    "ui.owners",
    "ui.sources",
    "ui.quality",
    "ui.examples",
    "ui.not-judged",
    "ui.read",
    "ui.words",
];

/// The page.
///
/// # Errors
/// Never, unless the page's own template were wrong.
pub fn html(report: &Report) -> Result<String> {
    let frame = Frame {
        title: "ui.title",
        lang: report.lang,
        sections: &SECTIONS,
        facts: report.facts(),
    };
    frame.around(include_str!("page.html"), report.context())
}

/// A chart in the page: it is markup already.
type Charts = BTreeMap<&'static str, Value>;

impl Report<'_> {
    fn t(&self, key: &str) -> &'static str {
        text(self.lang, key)
    }

    fn n(&self, number: u64) -> String {
        self.lang.count(number)
    }

    fn share(&self, part: u64, whole: u64) -> String {
        match whole {
            0 => "–".to_string(),
            whole => self.lang.per_cent(part as f64 / whole as f64),
        }
    }

    /// What a class is called; `none` says what is meant where there is none.
    fn class(&self, name: &str, none: &str) -> String {
        match self.glossary.class(name) {
            _ if name.is_empty() => self.t(none).to_string(),
            Some(class) => class.called(self.lang.code()).to_string(),
            None => plain(name),
        }
    }

    fn declared(&self, name: &str) -> String {
        self.class(name, "class.none-declared")
    }

    fn rule(&self, code: &str, part: &str) -> String {
        self.t(&format!("rule.{code}.{part}")).to_string()
    }

    fn owner(&self, name: &str) -> String {
        match name {
            "" => self.t("ui.nobody").to_string(),
            name => plain(name),
        }
    }

    fn context(&self) -> BTreeMap<&'static str, Value> {
        let segments = self.segments();
        let mut context = BTreeMap::from([
            ("masked", Value::from(!self.show_values)),
            (
                "consents_recorded",
                Value::from(self.summary.consents_recorded),
            ),
            (
                "glossary_title",
                Value::from(self.glossary.title(self.lang.code())),
            ),
            ("charts", Value::from(self.charts())),
            ("unread", Value::from(self.unread())),
            ("quality", Value::from(self.quality())),
        ]);
        let lists = [
            ("todo", self.todo()),
            ("flow", self.flow()),
            ("findings", self.findings()),
            ("temperatures", json!(in_order(&self.temperatures()))),
            ("funnel", self.funnel()),
            ("owners", self.shares(&self.summary.owners, "ui.nobody")),
            (
                "sources",
                self.shares(&self.summary.sources, "ui.no-source"),
            ),
            ("examples", self.examples()),
            ("not_judged", self.not_judged()),
            ("files", self.files()),
            ("words", self.words()),
        ];
        let all = lists.into_iter().chain(segments).chain(self.boxes());
        context.extend(all.map(|(name, list)| (name, Value::from(Serde(list)))));
        context
    }

    fn facts(&self) -> Json {
        let all = self.summary;
        let wrong = self.share(all.misclassified, all.records);
        let findings = all.findings.iter().map(|rule| rule.findings).sum();
        json!([
            [
                self.t("ui.records-misclassified"),
                format!("{} ({wrong})", self.n(all.misclassified))
            ],
            [self.t("ui.records-judged"), self.n(all.records)],
            [self.t("ui.findings-in-all"), self.n(findings)],
            [self.t("ui.as-of"), all.as_of],
            [self.t("ui.glossary"), plain(&all.glossary)],
        ])
    }

    fn todo(&self) -> Json {
        let items = self.summary.todo.iter().map(|item| {
            json!({
                "code": item.code,
                "count": self.n(item.findings),
                "about": self.rule(item.code, "about"),
                "action": self.rule(item.code, "action"),
                "file": plain(&item.file),
            })
        });
        items.collect()
    }

    fn flow(&self) -> Json {
        let rows = self.summary.classes.iter().map(|flow| {
            json!([
                self.declared(&flow.declared),
                self.class(&flow.class, "class.no-party"),
                self.n(flow.records),
                self.share(flow.records, self.summary.records),
            ])
        });
        rows.collect()
    }

    fn findings(&self) -> Json {
        let rows = self.summary.findings.iter().map(|rule| {
            let severity = format!("severity.{:?}", rule.severity).to_lowercase();
            json!([
                rule.code,
                self.t(&format!("group.{}", rule.group)),
                self.t(&severity),
                self.n(rule.findings),
                self.rule(rule.code, "about"),
                self.rule(rule.code, "action"),
            ])
        });
        rows.collect()
    }

    fn temperatures(&self) -> Vec<&str> {
        let names = TEMPERATURES
            .iter()
            .map(|name| self.t(&format!("temperature.{name}")));
        names.collect()
    }

    fn funnel(&self) -> Json {
        let rows = self.summary.funnel.iter().map(|one| {
            let days = one.median_days.map_or("–".into(), |days| days.to_string());
            let mut row = vec![
                self.t(&format!("stage.{}", one.stage)).to_string(),
                self.n(one.people),
            ];
            row.extend(
                in_order(&one.temperatures)
                    .into_iter()
                    .map(|count| self.n(count)),
            );
            row.extend([days, self.n(one.timed)]);
            row
        });
        json!(rows.collect::<Vec<_>>())
    }

    fn shares(&self, all: &[Share], nobody: &str) -> Json {
        let row = |name: String, records: u64, wrong: u64| {
            json!([
                name,
                self.n(records),
                self.n(wrong),
                self.share(wrong, records)
            ])
        };
        let mut rows: Vec<Json> = all
            .iter()
            .take(IN_TABLE)
            .map(|one| row(self.called(one, nobody), one.records, one.misclassified))
            .collect();
        let rest = all.get(IN_TABLE..).unwrap_or_default();
        if !rest.is_empty() {
            let name = format!("{} ({})", self.t("ui.others"), rest.len());
            let records = rest.iter().map(|one| one.records).sum();
            let wrong = rest.iter().map(|one| one.misclassified).sum();
            rows.push(row(name, records, wrong));
        }
        json!(rows)
    }

    fn called(&self, one: &Share, nobody: &str) -> String {
        if one.name.is_empty() {
            self.t(nobody).to_string()
        } else {
            plain(&one.name)
        }
    }

    fn segments(&self) -> Vec<(&'static str, Json)> {
        let all = self.summary;
        let title = |name: &str| self.t(&format!("segment.{name}.title")).to_string();
        let rows: Json = all
            .segments
            .iter()
            .map(|one| {
                json!([
                    title(one.segment),
                    self.t(&format!("segment.{}.about", one.segment)),
                    self.n(one.records),
                    self.share(one.records, all.records),
                ])
            })
            .collect();
        let mut big: Vec<_> = all.segments.iter().collect();
        big.sort_by_key(|one| std::cmp::Reverse(one.records));
        big.truncate(SEGMENT_COLUMNS);
        let owners: Json = all
            .owners
            .iter()
            .take(IN_TABLE)
            .map(|owner| {
                let of = |one: &&crate::audit::found::InSegment| {
                    let mut owned = one.owners.iter();
                    let found = owned.find(|owned| owned.owner == owner.name);
                    self.n(found.map_or(0, |owned| owned.records))
                };
                let mut row = vec![self.owner(&owner.name)];
                row.extend(big.iter().map(of));
                row
            })
            .map(|row| json!(row))
            .collect();
        let heads: Json = big.iter().map(|one| json!(title(one.segment))).collect();
        let right: Vec<usize> = (1..=big.len()).collect();
        vec![
            ("segments", rows),
            ("segment_owners", owners),
            ("segment_heads", heads),
            ("segment_right", json!(right)),
        ]
    }

    /// The boxes of people with the same evidence, and the owners who use another box than most.
    fn boxes(&self) -> Vec<(&'static str, Json)> {
        let standings = Standing::all(&self.summary.boxes);
        let declared = declared(&self.summary.boxes);
        let rows: Vec<Vec<String>> = standings
            .iter()
            .map(|one| {
                let mut row = vec![
                    self.t(&format!("standing.{}", one.evidence)).to_string(),
                    self.n(one.boxes.values().sum()),
                ];
                row.extend(declared.iter().map(|name| self.n(one.of(name))));
                row
            })
            .collect();
        let heads: Vec<String> = declared.iter().map(|name| self.declared(name)).collect();
        let right: Vec<usize> = (1..=declared.len() + 1).collect();
        let others: Vec<Vec<String>> = standings
            .iter()
            .flat_map(|one| {
                let usual = one.usual();
                one.others(usual).into_iter().map(move |(owner, (at, n))| {
                    vec![
                        self.owner(owner),
                        self.t(&format!("standing.{}", one.evidence)).to_string(),
                        self.declared(usual),
                        self.declared(at),
                        self.n(n),
                    ]
                })
            })
            .take(IN_TABLE)
            .collect();
        vec![
            ("boxes", json!(rows)),
            ("box_heads", json!(heads)),
            ("box_right", json!(right)),
            ("other_boxes", json!(others)),
        ]
    }

    fn examples(&self) -> Json {
        let rules = self.summary.findings.iter();
        rules
            .map(|rule| {
                let few = self.examples.get(rule.code).map_or(&[][..], Vec::as_slice);
                let known = RULES.iter().find(|known| known.code == rule.code);
                let cause = known.map_or("", |known| known.cause.name());
                let rest = rule.listed.saturating_sub(few.len() as u64);
                let more = match rest {
                    0 => String::new(),
                    rest => self.t("ui.and-more").replace("{}", &self.n(rest)),
                };
                json!({
                    "code": rule.code,
                    "about": self.rule(rule.code, "about"),
                    "action": sentence(&self.rule(rule.code, "action")),
                    "has_against": few.iter().any(|one| !one.found.against.is_empty()),
                    "cause": self.t(&format!("cause.{cause}")),
                    "count": self.n(rule.findings),
                    "more": more,
                    "rows": few.iter().map(|one| self.example(one)).collect::<Json>(),
                })
            })
            .collect()
    }

    fn example(&self, one: &Example) -> Json {
        let found = &one.found;
        json!({
            "place": place(&found.file, found.row),
            "id": plain(&found.source_id),
            "name": shown(&one.name, self.show_values),
            "email": shown(&one.email, self.show_values),
            "declared": self.declared(&found.declared_class),
            "class": self.class(&found.class, "class.no-party"),
            "sure": format!("{:.0}\u{a0}%", found.confidence * 100.0),
            "evidence": pieces(self.lang, &found.evidence),
            "against": pieces(self.lang, &found.against),
        })
    }

    fn not_judged(&self) -> Json {
        let rows = self.summary.not_judged.iter().map(|rule| {
            let needs = rule.needs.iter();
            let needs: Vec<_> = needs.map(|need| self.t(&format!("need.{need}"))).collect();
            json!([rule.code, self.rule(rule.code, "about"), needs.join("; ")])
        });
        rows.collect()
    }

    /// What a glossary may say of statuses and types that nothing can read; empty where there are none.
    fn unread(&self) -> String {
        match self.summary.unread.as_slice() {
            [] => String::new(),
            unread => words_to_say(unread),
        }
    }

    fn files(&self) -> Json {
        let rows = self.summary.files.iter().map(|file| {
            json!([
                plain(&file.file),
                plain(&file.object),
                self.fate(&file.fate),
                self.n(file.rows)
            ])
        });
        rows.collect()
    }

    fn fate(&self, fate: &str) -> String {
        match fate.split_once(": ") {
            None => self
                .t(&format!("fate.{}", fate.replace(' ', "-")))
                .to_string(),
            Some((kind, what)) => {
                let kind = self.t(&format!("fate.{}", kind.replace(' ', "-")));
                format!("{kind}: {}", plain(what))
            }
        }
    }

    fn words(&self) -> Json {
        let lang = self.lang.code();
        let classes = self.glossary.classes.iter();
        classes
            .map(|class| json!([class.called(lang), class.about(lang)]))
            .collect()
    }

    /// The fields of each object, as a chart and a table.
    fn quality(&self) -> Vec<BTreeMap<&'static str, Value>> {
        let mut objects: Vec<(&str, Vec<&Quality>)> = Vec::new();
        for one in &self.summary.quality {
            match objects.iter_mut().find(|(name, _)| *name == one.file) {
                Some((_, fields)) => fields.push(one),
                None => objects.push((&one.file, vec![one])),
            }
        }
        let made = objects.into_iter().enumerate().map(|(at, (name, fields))| {
            let rows: Json = fields.iter().map(|one| self.field(one)).collect();
            let chart = self.fields_chart(&format!("quality-{at}"), name, &fields);
            BTreeMap::from([
                ("name", Value::from(plain(name))),
                ("rows", Value::from(Serde(rows))),
                ("chart", Value::from_safe_string(chart)),
            ])
        });
        made.collect()
    }

    fn field(&self, one: &Quality) -> Json {
        json!([
            plain(&one.field),
            self.n(one.cells),
            self.n(one.filled),
            self.share(one.filled, one.cells),
            self.n(one.problems),
        ])
    }

    fn fields_chart(&self, id: &str, object: &str, fields: &[&Quality]) -> String {
        let per_mille = |one: &Quality| (one.filled * 1000).checked_div(one.cells).unwrap_or(0);
        let bars: Vec<Bar> = fields
            .iter()
            .take(IN_CHART)
            .map(|one| Bar {
                label: plain(&one.field),
                parts: vec![per_mille(one)],
                figure: self.share(one.filled, one.cells),
            })
            .collect();
        let about = format!("{}: {object}", self.t("ui.quality-chart"));
        let title = Title {
            id,
            title: &plain(&about),
            about: &in_words(&bars),
        };
        chart::bars(title, &bars, &[], 1000)
    }

    fn charts(&self) -> Charts {
        let made = [
            ("flow", self.flow_chart()),
            ("funnel", self.funnel_chart()),
            ("segments", self.segments_chart()),
            ("teams", self.teams_chart()),
            (
                "owners",
                self.shares_chart("owners", &self.summary.owners, "ui.nobody"),
            ),
            (
                "sources",
                self.shares_chart("sources", &self.summary.sources, "ui.no-source"),
            ),
        ];
        made.into_iter()
            .map(|(name, svg)| (name, Value::from_safe_string(svg)))
            .collect()
    }

    fn flow_chart(&self) -> String {
        let flows: Vec<(String, String, u64)> = self
            .summary
            .classes
            .iter()
            .map(|flow| {
                let class = self.class(&flow.class, "class.no-party");
                (self.declared(&flow.declared), class, flow.records)
            })
            .collect();
        let words = flows
            .iter()
            .map(|(from, to, count)| format!("{from} → {to}: {}", self.n(*count)));
        let title = Title {
            id: "flows",
            title: self.t("ui.flow-chart"),
            about: &words.collect::<Vec<_>>().join("; "),
        };
        chart::flows(title, &flows, |count| self.n(count))
    }

    fn bars(&self, id: &str, title: &str, bars: &[Bar], legend: &[&str]) -> String {
        let title = Title {
            id: &format!("bars-{id}"),
            title: self.t(title),
            about: &in_words(bars),
        };
        chart::bars(title, bars, legend, 0)
    }

    fn funnel_chart(&self) -> String {
        let bars = self.summary.funnel.iter().map(|one| Bar {
            label: self.t(&format!("stage.{}", one.stage)).to_string(),
            parts: in_order(&one.temperatures),
            figure: self.n(one.people),
        });
        let bars: Vec<Bar> = bars.collect();
        let names = self.temperatures();
        self.bars("funnel", "ui.funnel-chart", &bars, &in_order(&names))
    }

    fn segments_chart(&self) -> String {
        let some = self.summary.segments.iter().filter(|one| one.records > 0);
        let bars = some.map(|one| Bar {
            label: self
                .t(&format!("segment.{}.title", one.segment))
                .to_string(),
            parts: vec![one.records],
            figure: self.n(one.records),
        });
        let bars: Vec<Bar> = bars.collect();
        self.bars("segments", "ui.segments-chart", &bars, &[])
    }

    fn teams_chart(&self) -> String {
        let boxes = declared(&self.summary.boxes);
        let standings = Standing::all(&self.summary.boxes);
        let bars = standings.iter().map(|one| Bar {
            label: self.t(&format!("standing.{}", one.evidence)).to_string(),
            parts: boxes.iter().map(|name| one.of(name)).collect(),
            figure: self.n(one.boxes.values().sum()),
        });
        let bars: Vec<Bar> = bars.collect();
        let names: Vec<String> = boxes.iter().map(|name| self.declared(name)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        self.bars("teams", "ui.teams-chart", &bars, &names)
    }

    fn shares_chart(&self, id: &str, all: &[Share], nobody: &str) -> String {
        let bars = all.iter().take(IN_CHART).map(|one| Bar {
            label: self.called(one, nobody),
            parts: vec![one.misclassified],
            figure: format!(
                "{} / {} ({})",
                self.n(one.misclassified),
                self.n(one.records),
                self.share(one.misclassified, one.records)
            ),
        });
        let bars: Vec<Bar> = bars.collect();
        self.bars(id, "ui.shares-chart", &bars, &[])
    }
}

/// People with the same evidence: in which boxes they stand, in all and of each owner.
struct Standing<'a> {
    evidence: &'static str,
    boxes: BTreeMap<&'a str, u64>,
    owners: BTreeMap<&'a str, BTreeMap<&'a str, u64>>,
}

impl<'a> Standing<'a> {
    fn all(boxes: &'a [Boxed]) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for one in boxes {
            if all.last().is_none_or(|last| last.evidence != one.evidence) {
                all.push(Self {
                    evidence: one.evidence,
                    boxes: BTreeMap::new(),
                    owners: BTreeMap::new(),
                });
            }
            if let Some(last) = all.last_mut() {
                *last.boxes.entry(&one.declared).or_default() += one.records;
                let own = last.owners.entry(&one.owner).or_default();
                *own.entry(&one.declared).or_default() += one.records;
            }
        }
        all
    }

    fn of(&self, declared: &str) -> u64 {
        self.boxes.get(declared).copied().unwrap_or(0)
    }

    fn usual(&self) -> &'a str {
        most(&self.boxes).map_or("", |(declared, _)| declared)
    }

    /// The owners whose people of this kind mostly stand in another box.
    fn others(&self, usual: &str) -> Vec<(&'a str, (&'a str, u64))> {
        let own = self.owners.iter().filter_map(|(owner, boxes)| {
            let enough = boxes.values().sum::<u64>() >= FEW;
            let found = most(boxes).filter(|(declared, _)| enough && *declared != usual)?;
            Some((*owner, found))
        });
        own.collect()
    }
}

fn most<'a>(boxes: &BTreeMap<&'a str, u64>) -> Option<(&'a str, u64)> {
    let all = boxes.iter().map(|(name, count)| (*name, *count));
    all.reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// The declared classes that occur, sorted, none last.
fn declared(boxes: &[Boxed]) -> Vec<&str> {
    let mut all: Vec<&str> = boxes.iter().map(|one| one.declared.as_str()).collect();
    all.sort_unstable_by_key(|name| (name.is_empty(), *name));
    all.dedup();
    all
}

/// Temperatures from the coldest to the hottest, what is unknown last.
fn in_order<T: Clone>(values: &[T]) -> Vec<T> {
    let known = values.iter().skip(1).chain(values.first());
    known.cloned().collect()
}

/// A personal value, masked unless it may be shown.
pub fn shown(value: &str, show: bool) -> String {
    match value {
        "" => String::new(),
        value if show => plain(value),
        value => {
            let masked = mask(&plain(value));
            let seen = masked.split(" (").next();
            seen.unwrap_or_default().to_string()
        }
    }
}

/// A text with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}

/// Evidence in words, with its places and days.
pub(super) fn pieces(lang: Lang, all: &[Piece]) -> String {
    let words = all.iter().map(|piece| {
        let what = text(lang, &format!("fact.{}", piece.what)).to_string();
        let place = match piece.file.as_str() {
            "" => String::new(),
            file => place(file, piece.row),
        };
        let mut at = vec![place, piece.date.clone()];
        at.retain(|part| !part.is_empty());
        match at.is_empty() {
            true => what,
            false => format!("{what} ({})", at.join(", ")),
        }
    });
    words.collect::<Vec<_>>().join("; ")
}
