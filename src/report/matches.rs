//! What matching came to as one page of HTML that loads nothing: the figures, how sure they are, and pairs to look at.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Value;
use minijinja::value::Serde;
use serde_json::{Value as Json, json};

use super::chart::{self, Bar, Title};
use super::frame::{Frame, in_words, place};
use super::{Lang, plain, text};
use crate::dedupe::compare::FIXED;
use crate::error::Result;
use crate::model::matched::{Band, Matched, PairExplained, Step, Told};

/// The sections of the page.
const SECTIONS: [&str; 7] = [
    "ui.estimate",
    "ui.weights",
    "ui.sizes",
    "ui.keys",
    "ui.pairs",
    "ui.told",
    "ui.read",
];

/// Bits that one bar of the weights stands for.
const BIN: f64 = 2.0;
/// Weights below and above stand in the first and the last bar.
const LEAST: f64 = -30.0;
const MOST: f64 = 40.0;
/// The bands, as they follow in a bar.
const BANDS: [Band; 3] = [Band::Same, Band::Review, Band::Different];
/// Sizes of clusters that stand in one bar: (from, to).
const SIZES: [(usize, usize); 8] = [
    (2, 2),
    (3, 3),
    (4, 4),
    (5, 5),
    (6, 10),
    (11, 20),
    (21, 50),
    (51, usize::MAX),
];
/// The most comparisons of a pair and columns of a plan that stand in a line of their own.
const IN_PAIR: usize = 20;
const IN_PLAN: usize = 40;
/// The most files in the table.
const FILES: usize = 40;
/// The most characters of a name or value.
const LONG: usize = 60;
/// Bits that are shown as nothing.
const NOTHING: f64 = 0.05;

/// A file that was matched.
#[derive(Clone, Copy, Debug)]
pub struct FileRead<'a> {
    /// Its name.
    pub file: &'a str,
    /// What it was read as; empty for a plain table.
    pub object: &'a str,
    /// Its rows.
    pub rows: u64,
    /// Its columns; none where it holds no parties.
    pub columns: usize,
    /// Those of them that are evidence.
    pub telling: usize,
}

/// What the page is made of.
#[derive(Clone, Debug)]
pub struct MatchReport<'a> {
    /// Who is one party, and why.
    pub matched: &'a Matched,
    /// Rows that are records.
    pub records: u64,
    /// Parties, those of one record among them.
    pub parties: u64,
    /// The files.
    pub files: Vec<FileRead<'a>>,
    /// The language.
    pub lang: Lang,
    /// Whether the values of the pairs are as they are, not masked; they come so.
    pub show_values: bool,
}

/// The page.
///
/// # Errors
/// Never, unless the page's own template were wrong.
pub fn matches(report: &MatchReport) -> Result<String> {
    let sums = Sums::of(report.matched);
    let frame = Frame {
        title: "ui.matches-title",
        lang: report.lang,
        sections: &SECTIONS,
        facts: report.facts(&sums),
    };
    frame.around(include_str!("matches.html"), report.context(&sums))
}

/// The pairs, summed up.
#[derive(Debug)]
struct Sums {
    /// Of each band its pairs, and how many of them are probably right.
    bands: [(u64, f64); 3],
    /// Of each bar of the weights, from [`LEAST`] on, the pairs of each band.
    bars: Vec<[u64; 3]>,
    /// Comparisons that said something, each with its plan.
    spoke: BTreeSet<(u8, u16)>,
}

impl Sums {
    fn of(matched: &Matched) -> Self {
        let mut sums = Self {
            bands: [(0, 0.0); 3],
            bars: vec![[0; 3]; bar(MOST) + 1],
            spoke: BTreeSet::new(),
        };
        for pair in &matched.pairs {
            let band = BANDS.iter().position(|band| *band == pair.band);
            let band = band.unwrap_or_default();
            if let Some((pairs, right)) = sums.bands.get_mut(band) {
                *pairs += 1;
                *right += pair.probability();
            }
            let at = bar(f64::from(pair.bits));
            let of_bar = sums.bars.get_mut(at);
            if let Some(pairs) = of_bar.and_then(|bands| bands.get_mut(band)) {
                *pairs += 1;
            }
            let spoke = pair.levels.iter();
            sums.spoke
                .extend(spoke.map(|level| (pair.plan, level.comparison)));
        }
        sums
    }

    /// Pairs of a band, and how many of them are probably right.
    fn of_band(&self, band: Band) -> (u64, f64) {
        let known = BANDS.iter().zip(self.bands);
        let mut found = known.filter(|(known, _)| **known == band);
        found.next().map_or((0, 0.0), |(_, sums)| sums)
    }
}

/// The bar in which a weight stands.
fn bar(bits: f64) -> usize {
    ((bits.clamp(LEAST, MOST) - LEAST) / BIN).floor() as usize
}

impl MatchReport<'_> {
    fn t(&self, key: &str) -> &'static str {
        text(self.lang, key)
    }

    fn n(&self, number: u64) -> String {
        self.lang.count(number)
    }

    /// The text of a key, or what is not of the house as it is called.
    fn called(&self, kind: &str, name: &str) -> String {
        match self.t(&format!("{kind}.{name}")) {
            "" => short(name),
            known => known.to_string(),
        }
    }

    /// Bits with their sign.
    fn bits(&self, bits: f64) -> String {
        let text = self.lang.decimal(bits.abs(), 1);
        match bits {
            bits if bits >= NOTHING => format!("+{text}"),
            bits if bits <= -NOTHING => format!("−{text}"),
            _ => text,
        }
    }

    /// An expected number: few with a decimal place.
    fn about(&self, number: f64) -> String {
        match number {
            few if few < 10.0 => self.lang.decimal(few, 1),
            many => self.n(many.round() as u64),
        }
    }

    fn mean(&self, (pairs, right): (u64, f64)) -> String {
        match pairs {
            0 => "–".to_string(),
            pairs => self.lang.per_cent(right / pairs as f64),
        }
    }

    fn facts(&self, sums: &Sums) -> Json {
        let clusters = &self.matched.clusters;
        let largest = clusters.iter().map(Vec::len).max();
        json!([
            [self.t("ui.records"), self.n(self.records)],
            [self.t("ui.parties"), self.n(self.parties)],
            [self.t("ui.clusters"), self.n(clusters.len() as u64)],
            [self.t("ui.to-decide"), self.n(sums.of_band(Band::Review).0)],
            [
                self.t("ui.largest"),
                self.n(largest.unwrap_or_default() as u64)
            ],
            [self.t("ui.precision"), self.mean(sums.of_band(Band::Same))],
        ])
    }

    fn context(&self, sums: &Sums) -> BTreeMap<&'static str, Value> {
        let markup = Value::from_safe_string;
        let more = self.files.len().saturating_sub(FILES) as u64;
        BTreeMap::from([
            ("masked", Value::from(!self.show_values)),
            ("weights", markup(self.weights_chart(sums))),
            ("sizes", markup(self.sizes_chart())),
            ("compared", Value::from(self.n(self.matched.compared))),
            ("estimate", Value::from(Serde(self.estimate(sums)))),
            ("keys", Value::from(Serde(self.keys()))),
            ("examples", Value::from(self.examples())),
            ("plans", Value::from(self.plans(sums))),
            ("files", Value::from(Serde(self.files()))),
            ("more_files", Value::from(self.and_more(more))),
        ])
    }

    fn and_more(&self, more: u64) -> String {
        match more {
            0 => String::new(),
            more => self.t("ui.and-so-many").replace("{}", &self.n(more)),
        }
    }

    fn estimate(&self, sums: &Sums) -> Json {
        let rows = [Band::Same, Band::Review].map(|band| {
            let (pairs, right) = sums.of_band(band);
            json!([
                self.called("band", band.name()),
                self.n(pairs),
                self.mean((pairs, right)),
                self.about(right),
                self.about(pairs as f64 - right),
            ])
        });
        json!(rows)
    }

    fn weights_chart(&self, sums: &Sums) -> String {
        let there = |at: &usize| {
            let bands = sums.bars.get(*at);
            bands.is_some_and(|bands| bands.iter().sum::<u64>() > 0)
        };
        let all = 0..sums.bars.len();
        let first = all.clone().find(there).unwrap_or_default();
        let last = all.rev().find(there).unwrap_or_default();
        let bars = (first..).zip(sums.bars.get(first..=last).unwrap_or_default());
        let bars = bars.map(|(at, bands)| Bar {
            label: self.bin(at),
            parts: bands.to_vec(),
            figure: self.n(bands.iter().sum()),
        });
        let legend = [Band::Same, Band::Review].map(|band| self.called("band", band.name()));
        let legend: Vec<&str> = legend.iter().map(String::as_str).collect();
        self.chart("ui.weights-chart", &bars.collect::<Vec<_>>(), &legend)
    }

    /// The weights of a bar.
    fn bin(&self, at: usize) -> String {
        let number = |bits: f64| format!("{bits:.0}").replace('-', "−");
        let from = LEAST + at as f64 * BIN;
        match from + BIN > MOST {
            true => self.t("ui.bits-and-more").replace("{}", &number(from)),
            false => {
                let text = self.t("ui.bits-from-to").replacen("{}", &number(from), 1);
                text.replacen("{}", &number(from + BIN), 1)
            }
        }
    }

    fn sizes_chart(&self) -> String {
        let clusters = &self.matched.clusters;
        let bars = SIZES.iter().filter_map(|&(from, to)| {
            let sizes = clusters.iter().map(Vec::len);
            let inside = sizes.filter(|size| (from..=to).contains(size));
            let (count, records) = inside.fold((0, 0), |(count, records), size| {
                (count + 1, records + size as u64)
            });
            let size = match to {
                to if to == from => self.n(from as u64),
                usize::MAX => format!("≥ {from}"),
                to => format!("{from}–{to}"),
            };
            let records = self.t("ui.of-records").replace("{}", &self.n(records));
            (count > 0).then(|| Bar {
                label: self.t("ui.of-records").replace("{}", &size),
                parts: vec![count],
                figure: format!("{} ({records})", self.n(count)),
            })
        });
        self.chart("ui.sizes-chart", &bars.collect::<Vec<_>>(), &[])
    }

    fn chart(&self, title: &str, bars: &[Bar], legend: &[&str]) -> String {
        let title = Title {
            id: &title.replace('.', "-"),
            title: self.t(title),
            about: &in_words(bars),
        };
        chart::bars(title, bars, legend, 0)
    }

    fn keys(&self) -> Json {
        let rows = self.matched.keys.iter().map(|found| {
            json!([
                self.called("key", found.key),
                self.t(&format!("key.{}.about", found.key)),
                self.called("plan", &found.plan),
                self.n(found.pairs),
                self.n(found.alone),
                self.n(found.largest),
                self.n(found.left_out),
            ])
        });
        rows.collect()
    }

    /// The lists of pairs, each with its heading and what it shows.
    fn examples(&self) -> Vec<Value> {
        let all = &self.matched.examples;
        let lists = [
            ("ui.surest", "ui.surest-about", &all.surest),
            ("ui.border", "ui.border-about", &all.border),
            ("ui.weakest", "ui.weakest-about", &all.weakest),
        ];
        let lists = lists.map(|(title, about, pairs)| {
            let pairs: Vec<Value> = pairs.iter().map(|pair| self.pair(pair)).collect();
            Value::from(BTreeMap::from([
                ("title", Value::from(self.t(title))),
                ("about", Value::from(self.t(about))),
                ("pairs", Value::from(pairs)),
            ]))
        });
        lists.to_vec()
    }

    fn pair(&self, pair: &PairExplained) -> Value {
        let called = |(file, row, id): &(String, u32, String)| match id.as_str() {
            "" => place(file, *row),
            id => format!("{} ({})", place(file, *row), short(id)),
        };
        let verdict = match pair.together {
            true => "ui.together",
            false => "ui.apart",
        };
        Value::from(BTreeMap::from([
            ("a", Value::from(called(&pair.a))),
            ("b", Value::from(called(&pair.b))),
            ("bits", Value::from(self.bits(pair.weight))),
            (
                "probability",
                Value::from(self.lang.per_cent(pair.probability)),
            ),
            ("band", Value::from(self.called("band", pair.band))),
            ("together", Value::from(self.t(verdict))),
            ("rows", Value::from(self.waterfall(pair))),
        ]))
    }

    /// What speaks for and against, line by line, each with the sum so far.
    fn waterfall(&self, pair: &PairExplained) -> Vec<Vec<Value>> {
        let lines = self.lines(pair);
        let mut sum = 0.0;
        let sums = lines.iter().map(|line| {
            sum += line.bits;
            sum
        });
        let sums: Vec<f64> = sums.collect();
        let ends = || sums.iter().copied().chain([0.0, pair.same]);
        let scale = (ends().fold(0.0, f64::min), ends().fold(0.0, f64::max));
        let before = std::iter::once(0.0).chain(sums.iter().copied());
        let rows = lines.into_iter().zip(before.zip(&sums));
        let rows = rows.map(|(line, (from, to))| {
            let bar = chart::step((from, *to), scale, pair.same);
            let sum = format!(
                "<div class=\"sum\"><span>{}</span>{bar}</div>",
                self.bits(*to)
            );
            let cells = [line.what, line.a, line.b, line.level, self.bits(line.bits)];
            let mut row: Vec<Value> = cells.into_iter().map(Value::from).collect();
            row.push(Value::from_safe_string(sum));
            row
        });
        rows.collect()
    }

    fn lines(&self, pair: &PairExplained) -> Vec<Line> {
        let fixed = |key: &str, bits: f64| Line {
            what: self.t(key).to_string(),
            bits,
            ..Line::default()
        };
        let mut lines = vec![fixed("ui.any-two", pair.before)];
        let told = pair.steps.iter().filter(|step| !step.level.is_empty());
        lines.extend(told.clone().take(IN_PAIR).map(|step| self.line(step)));
        let rest: f64 = told.skip(IN_PAIR).map(|step| step.counted).sum();
        let sum = |lines: &[Line]| lines.iter().map(|line| line.bits).sum::<f64>();
        for (key, bits) in [
            ("ui.further-columns", rest),
            ("ui.swapped", pair.swapped),
            ("ui.culture", pair.culture),
        ] {
            if bits.abs() >= NOTHING {
                lines.push(fixed(key, bits));
            }
        }
        let left = pair.weight - sum(&lines);
        match left {
            left if left >= NOTHING => lines.push(fixed("ui.sure-key", left)),
            left if left <= -NOTHING => lines.push(fixed("ui.ruled-out", left)),
            _ => {}
        }
        lines
    }

    fn line(&self, step: &Step) -> Line {
        Line {
            what: self.called("comparison", &step.comparison),
            a: short(&step.a),
            b: short(&step.b),
            level: self.called("level", step.level),
            bits: step.counted,
        }
    }

    /// What the levels of each plan tell, of the comparisons that said something.
    fn plans(&self, sums: &Sums) -> Vec<Value> {
        let plans = self.matched.plans.iter().zip(0_u8..);
        let plans = plans.map(|(plan, number)| {
            let told = plan.told.iter().zip(0_u16..);
            let spoke = told.filter(|(_, at)| sums.spoke.contains(&(number, *at)));
            let spoke: Vec<(&Vec<Told>, u16)> = spoke.collect();
            let rows = spoke.iter().take(IN_PLAN).flat_map(|(levels, at)| {
                let levels = levels.iter().rev();
                levels.map(|told| self.told(*at, told))
            });
            let more = spoke.len().saturating_sub(IN_PLAN) as u64;
            Value::from(BTreeMap::from([
                ("name", Value::from(self.called("plan", &plan.name))),
                ("rows", Value::from(rows.collect::<Vec<Vec<String>>>())),
                ("more", Value::from(self.and_more(more))),
            ]))
        });
        plans.collect()
    }

    fn told(&self, comparison: u16, told: &Told) -> Vec<String> {
        let at = usize::from(comparison);
        let name = self.matched.comparisons.get(at).map_or("", String::as_str);
        let name = match at < FIXED {
            true => self.called("comparison", name),
            false => short(name),
        };
        let share = |share: f64| match share {
            some if some >= 0.001 => self.lang.decimal(some, 3),
            few => scientific(few),
        };
        let (shipped, learned) = (told.shipped, told.learned);
        vec![
            name,
            self.called("level", told.level),
            share(shipped.m),
            share(learned.m),
            share(shipped.u),
            share(learned.u),
            self.bits(shipped.bits()),
            self.bits(learned.bits()),
        ]
    }

    fn files(&self) -> Json {
        let rows = self.files.iter().take(FILES).map(|one| {
            let object = match (one.object, one.columns) {
                (_, 0) => self.t("ui.no-parties").to_string(),
                ("", _) => self.t("ui.plain-table").to_string(),
                (object, _) => short(object),
            };
            json!([
                short(one.file),
                object,
                self.n(one.rows),
                format!("{} / {}", one.telling, one.columns)
            ])
        });
        rows.collect()
    }
}

/// A line of a waterfall.
#[derive(Debug, Default)]
struct Line {
    what: String,
    a: String,
    b: String,
    level: String,
    bits: f64,
}

/// A small number as `4 · 10⁻⁶`.
fn scientific(number: f64) -> String {
    let text = format!("{number:.0e}");
    let (digit, power) = text.split_once('e').unwrap_or((&text, ""));
    let raised = power.chars().filter_map(|c| match c {
        '-' => Some('⁻'),
        c => "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c.to_digit(10)? as usize),
    });
    format!("{digit} · 10{}", raised.collect::<String>())
}

/// A text from a file, cut where it is long.
fn short(text: &str) -> String {
    let plain = plain(text);
    match plain.char_indices().nth(LONG) {
        None => plain,
        Some((end, _)) => format!("{}…", plain.get(..end).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_stands_in_the_bar_of_its_bits() {
        assert_eq!((bar(-99.0), bar(LEAST), bar(-28.1)), (0, 0, 0));
        assert_eq!((bar(0.0), bar(1.9), bar(2.0)), (15, 15, 16));
        assert_eq!((bar(MOST), bar(99.0)), (35, 35));
    }

    #[test]
    fn small_shares_keep_their_size() {
        assert_eq!(scientific(0.000_004_2), "4 · 10⁻⁶");
        assert_eq!(scientific(2.0e-12), "2 · 10⁻¹²");
    }
}
