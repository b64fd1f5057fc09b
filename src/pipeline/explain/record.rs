//! One record, laid open: what its columns claim, what stands around it, the rules that hold, and why it is of its
//! class and of no other.

use std::collections::HashSet;

use serde::Serialize;

use super::{meant, shown};
use crate::audit::found::NotJudged;
use crate::audit::{self, Becomes, Piece, Rule, date, piece};
use crate::classify::around::{Activity, Sort};
use crate::classify::{
    AxesFacts, Beside, Case, Classifier, Company, How, LOOKED_AT, State, WORDED, of_deal,
};
use crate::error::{Error, Result};
use crate::glossary::Glossary;
use crate::lexicon::Says;
use crate::model::axis::{AXES, values_of};
use crate::model::evidence::EVIDENCE;
use crate::model::fate::Fate;
use crate::model::field::{FieldId, Type, find, type_of};
use crate::model::finding::Severity;
use crate::model::record::{Axes, Draft, Meta, NO_COLUMN};
use crate::model::store::Window;
use crate::pipeline::Progress;
use crate::pipeline::audit::{
    Asked, Ready, case, class, decided, is_on, not_judged, others, prepare, severity,
};
use crate::pipeline::set::Set;

/// Which record is meant.
#[derive(Clone, Debug)]
pub enum Which {
    /// By its id in the source.
    Id(String),
    /// By its file and row; the header is 1.
    Row(String, u32),
}

/// What a column claims of an axis.
#[derive(Clone, Debug, Serialize)]
pub struct ClaimSaid {
    /// The axis.
    pub axis: &'static str,
    /// Its value.
    pub value: &'static str,
    /// The column; empty where none says it.
    pub column: String,
    /// What the column holds.
    pub cell: String,
    /// Whether it is the one that counts.
    pub won: bool,
}

/// A field that counts as evidence.
#[derive(Clone, Debug, Serialize)]
pub struct FieldSaid {
    /// The field.
    pub field: &'static str,
    /// The column that it comes from; empty where it was derived.
    pub column: String,
    /// What it holds, masked unless asked for where it may name somebody.
    pub value: String,
}

/// A word of the glossary that stands in a record.
#[derive(Clone, Debug, Serialize)]
pub struct WordSaid {
    /// The word or phrase, as the glossary writes it.
    pub word: String,
    /// The field that it stands in.
    pub field: &'static str,
    /// The column.
    pub column: String,
    /// What the glossary says that it means.
    pub means: &'static str,
}

/// The organization that a record is, or works at, as far as evidence knows it.
#[derive(Clone, Debug, Serialize)]
pub struct OrganizationSaid {
    /// Its file.
    pub file: String,
    /// Its row.
    pub row: u32,
    /// How it is known that the record belongs to it: `itself`, `link`, `domain` or `name`.
    pub by: &'static str,
    /// What it is to the company: customer, former customer, supplier, partner, competitor.
    pub is: Vec<&'static str>,
    /// It says that it is a customer.
    pub says_customer: bool,
    /// What proves that it is, or was, one.
    pub proof: Option<Piece>,
}

/// Something that stands around a record.
#[derive(Clone, Debug, Serialize)]
pub struct Stands {
    /// What it is.
    pub what: String,
    /// Whose it is: `its own`, `its organization's`, or `in the name of its company`.
    pub whose: &'static str,
    /// What it counts as; empty where it counts for nothing.
    pub counts_as: Vec<&'static str>,
    /// Whether words of the glossary's say so.
    pub by_glossary: bool,
    /// Its file.
    pub file: String,
    /// Its row.
    pub row: u32,
    /// Its day, ISO 8601; empty where none is known.
    pub date: String,
}

/// A rule that holds for the record.
#[derive(Clone, Debug, Serialize)]
pub struct Held {
    /// Its code.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong.
    pub finds: &'static str,
    /// How sure it is, from 0 to 1.
    pub confidence: f32,
    /// What speaks for it.
    pub evidence: Vec<Piece>,
    /// What speaks against it.
    pub against: Vec<Piece>,
    /// What to do.
    pub action: &'static str,
    /// Why it says nothing here all the same; empty where it does.
    pub silent: String,
}

/// A class of the glossary, and whether the record is of it.
#[derive(Clone, Debug, Serialize)]
pub struct ClassSaid {
    /// Its name.
    pub class: String,
    /// Its definition.
    pub definition: String,
    /// Whether the definition holds.
    pub holds: bool,
    /// Why not: what is there, and what the first condition that fails wants; empty where it holds.
    pub fails: String,
}

/// A record, laid open.
#[derive(Clone, Debug, Serialize)]
pub struct RecordExplained {
    /// Its file.
    pub file: String,
    /// Its row; the header is 1.
    pub row: u32,
    /// Its id in the source.
    pub source_id: String,
    /// Vendor and object.
    pub object: String,
    /// The glossary.
    pub glossary: String,
    /// The day as of which it is judged.
    pub as_of: String,
    /// What its columns claim.
    pub claims: Vec<ClaimSaid>,
    /// The axes as read: axis and value.
    pub axes: Vec<(&'static str, String)>,
    /// The fields that count as evidence.
    pub fields: Vec<FieldSaid>,
    /// The glossary's own words in it.
    pub words: Vec<WordSaid>,
    /// The organization that it is, or works at.
    pub organization: Option<OrganizationSaid>,
    /// Other rows of the same person.
    pub others: Vec<Stands>,
    /// Deals and activities, its own and its organization's.
    pub around: Vec<Stands>,
    /// The kinds of evidence that are there, and what each means.
    pub evidence: Vec<(&'static str, &'static str)>,
    /// The rules that hold.
    pub rules: Vec<Held>,
    /// The rules that could not judge, and the files that they would need.
    pub not_judged: Vec<NotJudged>,
    /// The class that box and status declare; empty for none.
    pub declared_class: String,
    /// Its class; empty where it is no record of a party.
    pub class: String,
    /// What decides it: a rule, its axes, or its box.
    pub decided_by: String,
    /// The axes by which it is classed, where they are.
    pub judged_as: Vec<(&'static str, String)>,
    /// The classes of the glossary, in its order.
    pub classes: Vec<ClassSaid>,
}

/// Explains one record of a linked set.
///
/// # Errors
/// When nothing can be read, a profile or the glossary is wrong, or there is no such record or more than one.
pub fn record(
    asked: &Asked,
    which: &Which,
    show_values: bool,
    progress: &dyn Progress,
) -> Result<RecordExplained> {
    prepare(asked, progress, |ready| {
        let at = found(ready.set, which)?;
        explain(asked, ready, at, show_values)
    })
}

/// The number of the record that is meant.
///
/// # Errors
/// When there is none, several, or its row is left out of every judgement.
pub(in crate::pipeline) fn found(set: &Set, which: &Which) -> Result<u32> {
    let at = match which {
        Which::Id(id) => by_id(set, id)?,
        Which::Row(file, row) => by_row(set, file, *row)?,
    };
    let meta = set.metas.get(at as usize);
    match meta.filter(|meta| meta.fate != Fate::Exported) {
        None => Ok(at),
        Some(meta) => Err(Error::new(
            format!("the row is left out of every judgement: {}", set.why(meta)),
            "",
        )
        .at(format!("{}:{}", set.table(meta), meta.row))),
    }
}

fn by_id(set: &Set, id: &str) -> Result<u32> {
    let all = || (0..).zip(&set.metas);
    let mut hits = all().filter(|(at, _)| set.id(*at) == id);
    let Some((first, meta)) = hits.next() else {
        let ids = all().map(|(at, _)| set.id(at));
        let otherwise = "name its file and row: `--row FILE:ROW`";
        return Err(Error::new(
            format!("no record has the id `{id}`"),
            meant(id, ids, otherwise),
        ));
    };
    let rest: Vec<String> = hits.map(|(_, meta)| place(set, meta)).collect();
    if rest.is_empty() {
        return Ok(first);
    }
    Err(Error::new(
        format!(
            "`{id}` is the id of {} and {}",
            place(set, meta),
            rest.join(", ")
        ),
        "name one of them: `--row FILE:ROW`",
    ))
}

fn place(set: &Set, meta: &Meta) -> String {
    format!("`{}:{}`", set.table(meta), meta.row)
}

fn by_row(set: &Set, file: &str, row: u32) -> Result<u32> {
    let is_named = |name: &str| name == file || name.ends_with(&format!("/{file}"));
    if !set.tables.iter().any(|name| is_named(name)) {
        let names = set.tables.iter().map(String::as_str);
        let otherwise = format!("the files are {}", set.tables.join(", "));
        return Err(Error::new(
            format!("`{file}` is none of the files"),
            meant(file, names, &otherwise),
        ));
    }
    let of_file = || {
        (0..)
            .zip(&set.metas)
            .filter(|(_, meta)| is_named(set.table(meta)))
    };
    let hit = of_file().find(|(_, meta)| meta.row == row);
    hit.map(|(at, _)| at).ok_or_else(|| {
        let last = of_file().map(|(_, meta)| meta.row).max();
        let way_out = last.map_or_else(
            || "the file holds no people or organizations".to_string(),
            |last| format!("its rows are 2 to {last}; the header is row 1"),
        );
        Error::new(format!("row {row} is no record"), way_out).at(file)
    })
}

fn explain(asked: &Asked, ready: &Ready, at: u32, show: bool) -> Result<RecordExplained> {
    let (set, world) = (ready.set, ready.world);
    let others = others(world, at);
    let case = case(world, at, &others)
        .ok_or_else(|| Error::new("the record was not read", "report this"))?;
    let (mut draft, mut window) = (Draft::default(), Window::default());
    set.fetch(at, &mut draft, &mut window)?;
    let sheet = Sheet {
        ready,
        case: &case,
        draft: &draft,
        show,
    };
    let hits = audit::judge(&case, &|rule| is_on(asked, ready.glossary, rule));
    let (rule, becomes) = decided(&case, &hits);
    let mut classifier = Classifier::new(ready.glossary, &set.classes);
    let class = class(&case, &becomes, case.meta.declared, &mut classifier);
    let axes = match &becomes {
        Becomes::Axes(axes) => Some(*axes),
        _ => None,
    };
    let object = set.boxes.get(usize::from(case.meta.object));
    Ok(RecordExplained {
        file: set.table(case.meta).to_string(),
        row: case.meta.row,
        source_id: set.id(at).to_string(),
        object: object.map_or(String::new(), |object| {
            format!("{} {}", object.profile, object.object)
        }),
        glossary: ready.glossary.name.clone(),
        as_of: date(world.as_of),
        claims: sheet.claims(),
        axes: named(&case.meta.axes),
        fields: sheet.fields(),
        words: sheet.words(),
        organization: sheet.organization(),
        others: sheet.others(),
        around: sheet.around(),
        evidence: EVIDENCE
            .iter()
            .filter(|(name, _)| case.has(name))
            .copied()
            .collect(),
        rules: sheet.rules(asked),
        not_judged: not_judged(asked, ready.glossary, world),
        declared_class: case.declared().to_string(),
        class: class.map_or("", |class| set.class(class)).to_string(),
        decided_by: why(rule, &becomes, &case),
        judged_as: axes.as_ref().map(named).unwrap_or_default(),
        classes: axes.map_or_else(Vec::new, |axes| classes(ready.glossary, &case, &axes)),
    })
}

/// Each axis with its value; the roles together.
fn named(axes: &Axes) -> Vec<(&'static str, String)> {
    let value = |axis: &str| match axis {
        "roles" => axes.roles.names().collect::<Vec<_>>().join(", "),
        axis => axes.value(axis).to_string(),
    };
    AXES.iter().map(|axis| (*axis, value(axis))).collect()
}

fn why(rule: Option<&'static Rule>, becomes: &Becomes, case: &Case) -> String {
    match (rule, becomes) {
        (Some(rule), Becomes::Nothing) => {
            format!(
                "the rule {} says that it is no record of a party",
                rule.code
            )
        }
        (Some(rule), _) => format!("the rule {}, which says what its axes are", rule.code),
        (None, Becomes::Axes(axes)) if axes.stage != case.meta.axes.stage => {
            "its own axes; standing in that box says that there is interest".to_string()
        }
        (None, Becomes::Axes(_)) => "its own axes".to_string(),
        (None, _) => "its box: it is a lead that was converted".to_string(),
    }
}

fn classes(glossary: &Glossary, case: &Case, axes: &Axes) -> Vec<ClassSaid> {
    let facts = AxesFacts {
        axes,
        declared: case.declared(),
        evidence: case.evidence,
    };
    let said = |class: &crate::glossary::Class| {
        let failed = class.when.first_failed(&facts);
        let fails = failed.map(|failed| match failed.wants.as_slice() {
            [] => format!("{}, the definition wants {}", failed.is, failed.condition),
            [one] => format!("{}, the definition wants {one}", failed.is),
            many => format!(
                "{}, the definition wants one of {}",
                failed.is,
                many.join(", ")
            ),
        });
        ClassSaid {
            class: class.name.clone(),
            definition: class.when.source().to_string(),
            holds: fails.is_none(),
            fails: fails.unwrap_or_default(),
        }
    };
    glossary.classes.iter().map(said).collect()
}

/// What a record is explained from.
struct Sheet<'a> {
    ready: &'a Ready<'a>,
    case: &'a Case<'a>,
    draft: &'a Draft,
    show: bool,
}

impl Sheet<'_> {
    /// The header of a column of the record's file.
    fn header(&self, column: u16) -> String {
        let file = self.ready.files.get(usize::from(self.case.meta.table));
        let names = file.map_or(&[][..], |file| &file.header.names[..]);
        names.get(usize::from(column)).cloned().unwrap_or_default()
    }

    fn table(&self, number: u16) -> String {
        let tables = &self.ready.set.tables;
        tables.get(usize::from(number)).cloned().unwrap_or_default()
    }

    fn claims(&self) -> Vec<ClaimSaid> {
        let by = self.draft.claimed_by;
        let said = |(axis, value, column): &(u8, u8, u16)| {
            let axis = AXES.get(usize::from(*axis)).copied()?;
            let value = values_of(axis)?.get(usize::from(*value)).copied()?;
            let won = match axis {
                "stage" => by.stage == *column,
                "temperature" => by.temperature == *column,
                "converted" => by.converted == *column,
                _ => true,
            };
            Some(ClaimSaid {
                axis,
                value,
                column: self.header(*column),
                cell: self
                    .draft
                    .cell_of(*column)
                    .map_or(String::new(), |(_, cell)| cell.to_string()),
                won,
            })
        };
        self.draft.claims.iter().filter_map(said).collect()
    }

    fn fields(&self) -> Vec<FieldSaid> {
        let values = |name: &'static str| {
            let field = find(name).unwrap_or(FieldId(u16::MAX));
            self.draft.values_of(field).map(move |value| FieldSaid {
                field: name,
                column: match value.column {
                    NO_COLUMN => String::new(),
                    column => self.header(column),
                },
                value: shown(value.text, self.show || is_harmless(name)),
            })
        };
        let mapped = LOOKED_AT.iter().flat_map(|name| values(name));
        mapped.chain(self.beside()).collect()
    }

    /// The glossary's own words in it.
    fn words(&self) -> Vec<WordSaid> {
        let words = &self.ready.glossary.words;
        let said = |field: &'static str, column: u16, text: &str| {
            let found = words.in_field(field, text).into_iter();
            let found = found.map(|(word, means)| WordSaid {
                word: word.to_string(),
                field,
                column: self.header(column),
                means,
            });
            found.collect::<Vec<_>>()
        };
        let mapped = WORDED.iter().flat_map(|name| {
            let values = self
                .draft
                .values_of(find(name).unwrap_or(FieldId(u16::MAX)));
            values.flat_map(|value| said(name, value.column, value.text))
        });
        let beside = self.beside_columns().iter().flat_map(|beside| {
            let cell = self.draft.cell_of(beside.column);
            let cell = cell.filter(|_| WORDED.contains(&beside.field));
            cell.map_or_else(Vec::new, |(_, cell)| {
                said(beside.field, beside.column, cell)
            })
        });
        mapped.chain(beside).collect()
    }

    fn beside_columns(&self) -> &[Beside] {
        let file = self.ready.files.get(usize::from(self.case.meta.table));
        file.map_or(&[][..], |file| &file.evidence[..])
    }

    /// Columns that no profile maps, and that are evidence all the same.
    fn beside(&self) -> impl Iterator<Item = FieldSaid> {
        self.beside_columns().iter().filter_map(|beside| {
            let (_, cell) = self.draft.cell_of(beside.column)?;
            Some(FieldSaid {
                field: beside.field,
                column: self.header(beside.column),
                value: shown(cell, self.show || is_harmless(beside.field)),
            })
        })
    }

    fn organization(&self) -> Option<OrganizationSaid> {
        let (at, company) = self.case.company()?;
        let by = match self.case.employer {
            None => "itself",
            Some((_, How::Link)) => "link",
            Some((_, How::Domain)) => "domain",
            Some((_, How::Name)) => "name",
        };
        let meta = self.ready.set.metas.get(at as usize)?;
        let proof = self.case.proof();
        Some(OrganizationSaid {
            file: self.ready.set.table(meta).to_string(),
            row: meta.row,
            by,
            is: self.is(at, company),
            says_customer: company.says_customer,
            proof: proof.map(|fact| piece(&fact, |number| self.table(number))),
        })
    }

    fn is(&self, at: u32, company: &Company) -> Vec<&'static str> {
        let mut is = Vec::new();
        if company.is_customer() {
            is.push("customer");
        }
        if company.is_former() {
            is.push("former customer");
        }
        let roles = ["supplier", "partner", "competitor"];
        is.extend(
            roles
                .iter()
                .filter(|role| self.ready.world.has_role(at, role)),
        );
        is
    }

    fn others(&self) -> Vec<Stands> {
        let set = self.ready.set;
        let metas = self
            .case
            .others
            .iter()
            .filter_map(|at| set.metas.get(*at as usize));
        metas
            .map(|meta| {
                let class = set.class(meta.declared);
                let converted = if meta.axes.converted {
                    "converted "
                } else {
                    ""
                };
                let what = match class {
                    "" => "a row that declares no class".to_string(),
                    class => format!("a {converted}row in the box of {class}"),
                };
                Stands {
                    what,
                    whose: "its own",
                    counts_as: Vec::new(),
                    by_glossary: false,
                    file: set.table(meta).to_string(),
                    row: meta.row,
                    date: String::new(),
                }
            })
            .collect()
    }

    fn around(&self) -> Vec<Stands> {
        let own = self.case.deals().map(|deal| (deal, "its own"));
        let theirs = match self.case.employer {
            Some(_) => "its organization's",
            None => "in the name of its company",
        };
        let theirs = self.case.company_deals().map(|deal| (deal, theirs));
        let mut seen = HashSet::new();
        let mut all: Vec<Stands> = own
            .chain(theirs)
            .filter(|(deal, _)| seen.insert((deal.table, deal.row)))
            .map(|(deal, whose)| Stands {
                what: match deal.state {
                    State::Open => "open deal",
                    State::Won => "won deal",
                    State::Lost => "lost deal",
                }
                .to_string(),
                whose,
                counts_as: vec!["dealings"],
                by_glossary: false,
                file: self.table(deal.table),
                row: deal.row,
                date: date(of_deal(deal).day),
            })
            .collect();
        all.extend(
            self.case
                .activities()
                .map(|activity| self.activity(activity)),
        );
        all
    }

    fn activity(&self, activity: &Activity) -> Stands {
        let as_of = self.ready.world.as_of;
        let sort = match activity.sort {
            Sort::Task => "task",
            Sort::Call => "call",
            Sort::Meeting => "meeting",
            Sort::Email => "e-mail message",
            Sort::Note => "note",
            Sort::Response => "campaign response",
            Sort::Case => "case",
        };
        let done = activity.is_done(as_of) || activity.sort == Sort::Note;
        let says = |role: Says| activity.sort == Sort::Note && activity.says.any(role);
        let counts = [
            ("sales", activity.is_sales(as_of)),
            ("interest", activity.is_interest(as_of)),
            ("activity", activity.is_contact(as_of)),
            ("dealings", activity.is_dealing(as_of)),
            ("customer", says(Says::CUSTOMER)),
            ("former customer", says(Says::FORMER)),
            ("supplier", says(Says::SUPPLIER)),
            ("partner", says(Says::PARTNER)),
            ("competitor", says(Says::COMPETITOR)),
        ];
        Stands {
            what: format!(
                "{sort}{}",
                if done { "" } else { " that did not take place" }
            ),
            by_glossary: activity.says.any(Says::OWN_WORDS),
            whose: "its own",
            counts_as: counts
                .iter()
                .filter(|(_, holds)| *holds)
                .map(|(name, _)| *name)
                .collect(),
            file: self.table(activity.table),
            row: activity.row,
            date: date(activity.at),
        }
    }

    /// The rules that hold, those among them that say nothing here.
    fn rules(&self, asked: &Asked) -> Vec<Held> {
        let glossary = self.ready.glossary;
        let id = self.ready.set.id(self.case.at);
        let on = audit::judge(self.case, &|rule| is_on(asked, glossary, rule));
        let off = audit::judge(self.case, &|rule| !is_on(asked, glossary, rule));
        let pieces = |facts: &[crate::classify::Fact]| {
            facts
                .iter()
                .map(|fact| piece(fact, |number| self.table(number)))
                .collect()
        };
        on.into_iter()
            .chain(off)
            .map(|(rule, hit)| Held {
                code: rule.code,
                severity: severity(glossary, rule),
                finds: rule.about,
                confidence: f32::from(hit.confidence) / 100.0,
                evidence: pieces(&hit.evidence),
                against: pieces(&hit.against),
                action: rule.action,
                silent: match glossary.quiet(rule.code, id) {
                    _ if !is_on(asked, glossary, rule) => "it is off".to_string(),
                    Some(why) => format!("the glossary keeps it quiet here: {why}"),
                    None => String::new(),
                },
            })
            .collect()
    }
}

/// Whether a field's values name nobody.
fn is_harmless(field: &str) -> bool {
    matches!(
        type_of(field),
        Some(Type::Date | Type::Time | Type::Number | Type::Value)
    )
}
