//! The one table of the glossary language: every key of every block, its shape, and what it means.

use super::words::{STATUSES, TYPES};
use crate::model::axis::TEMPERATURES;
use crate::yaml::Shape::{
    Block as Of, Blocks, Expression, Labels, Map, OneOf, Switch, Text, TextOrTexts, Texts, Whole,
};
use crate::yaml::{Block, k, must};

/// The whole file.
#[rustfmt::skip]
pub(super) const GLOSSARY: Block = Block {
    name: "glossary",
    about: "The file as a whole.",
    keys: &[
        must("glossary", Text, "the glossary's name"),
        k("title", Labels, "what it is for, by language"),
        k("extends", Text, "the glossary that this one changes: a built-in name, or a file beside this one"),
        k("exclusive", Switch(&["true", "false"]), "whether a record is of one class at most; default false. It is proven when the glossary is loaded"),
        k("order", Texts, "the order of the classes, where it is another than that of the file; classes that it leaves out follow"),
        k("classes", Map("class", &Of(&CLASS)), "the classes, in order: the first that holds is the record's class"),
        k("policy", Of(&POLICY), "how records are judged"),
        k("words", Of(&WORDS), "what the company's own words in its data mean, where the audit reads them"),
    ],
};

#[rustfmt::skip]
const CLASS: Block = Block {
    name: "classes.NAME",
    about: "One class.",
    keys: &[
        must("when", Expression, "which records are of it: an expression over axes, `declared(\"…\")`, `evidence(\"…\")` and `number(\"…\")`"),
        k("called", Map("language", &Text), "what the company's people call it, where that is another word than the first of `terms`"),
        k("terms", Map("language", &TextOrTexts), "its words, the usual one first"),
        k("about", Map("language", &Text), "what it means, in plain words"),
    ],
};

#[rustfmt::skip]
const WORDS: Block = Block {
    name: "words",
    about: "The company's own words in its data. They are found in any case, with or without accents, and count before the built-in ones.",
    keys: &[
        k("status", Map("status", &OneOf(&STATUSES)), "what a status of a lead means, by the whole status: a stage of the funnel, or `converted`"),
        k("type", Map("type", &OneOf(&TYPES)), "what an organization of a type is, by the whole type"),
        k("says", Of(&SAYS), "phrases in notes, subjects, forms, sources and names of campaigns, by what they say; a `*` stands for the rest of a word"),
    ],
};

#[rustfmt::skip]
pub(super) const SAYS: Block = Block {
    name: "words.says",
    about: "Phrases by what they say of a person or an organization.",
    keys: &[
        k("customer", TextOrTexts, "it is a customer"),
        k("former_customer", TextOrTexts, "it was a customer and is none any more"),
        k("supplier", TextOrTexts, "it is a supplier"),
        k("partner", TextOrTexts, "it is a partner"),
        k("competitor", TextOrTexts, "it is a competitor"),
        k("interest", TextOrTexts, "it has shown interest: a download, a newsletter, a trade show"),
        k("sales_request", TextOrTexts, "it asks for a demo, a price or an offer"),
        k("sales_talk", TextOrTexts, "needs, a demo, an offer or prices were talked over; counts where the meeting or call took place"),
        k("service", TextOrTexts, "what is done with customers, suppliers and partners: support, delivery, billing"),
        k("not_done", TextOrTexts, "the meeting or call did not take place"),
    ],
};

#[rustfmt::skip]
const POLICY: Block = Block {
    name: "policy",
    about: "Thresholds, lists, and which rules apply.",
    keys: &[
        k("inactive_months", Whole, "months without activity after which nobody is hot any more; default 18"),
        k("contract_over_days", Whole, "days after the end of a contract from which a customer is a former one; default 180"),
        k("active_months", Whole, "months without activity after which a record is stale; default 24"),
        k("own_domains", Texts, "the company's own internet domains"),
        k("temperature", Blocks(&TEMPERATURE), "the temperature where the vendor has none: the first that holds"),
        k("rules", Map("rule", &Switch(&["off", "on", "info", "warning", "error"])), "rules that are switched off or on, or whose findings weigh more or less"),
        k("quiet", Blocks(&QUIET), "single records on which a rule stays quiet"),
    ],
};

#[rustfmt::skip]
const TEMPERATURE: Block = Block {
    name: "policy.temperature",
    about: "One temperature.",
    keys: &[
        must("value", OneOf(&TEMPERATURES), "the temperature"),
        must("when", Expression, "which records have it"),
    ],
};

#[rustfmt::skip]
const QUIET: Block = Block {
    name: "policy.quiet",
    about: "One record on which a rule stays quiet.",
    keys: &[
        must("code", Text, "the rule"),
        must("id", Text, "the record's id in its source, in quotes if it is a number"),
        must("why", Text, "why; it stands in the report"),
    ],
};
