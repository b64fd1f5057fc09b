//! The one table of the language of match plans: every key of every block, its shape, and what it means.

use crate::yaml::Shape::{Block as Of, Map, Number, OneOf, Text, TextOrTexts, Whole};
use crate::yaml::{Block, k, must};

/// The whole file.
#[rustfmt::skip]
pub(super) const PLAN: Block = Block {
    name: "plan",
    about: "The file as a whole.",
    keys: &[
        must("plan", Text, "the plan's name"),
        k("title", Text, "what it is for"),
        k("extends", Text, "the plan that this one changes: `people` or `organizations`, or a file beside this one"),
        must("of", OneOf(&["people", "organizations"]), "which kind of party it matches"),
        must("bands", Of(&BANDS), "the weights, in bits, from which on two records are held for one party"),
        must("comparisons", Map("comparison", &Of(&COMPARED)), "what is compared, and how much each level tells"),
        must("unknown_columns", Number, "all columns that nobody recognised together tell at most so many bits, for or against"),
        must("keys", Map("blocking key", &Whole), "by which keys records meet, each with the size of block beyond which it says too little"),
        must("pairs_a_record", Whole, "a key gives at most so many pairs for each record, beyond those of blocks of ten; its largest blocks are left out"),
        k("without", TextOrTexts, "rules to leave out: `generations`, `another given name`, `another birth`, `one cause`, `one country`"),
        k("same", TextOrTexts, "headers of numbers whose equal values settle it: one party"),
        k("apart", TextOrTexts, "headers of columns whose different values settle it: two parties, as for business units"),
    ],
};

#[rustfmt::skip]
const BANDS: Block = Block {
    name: "bands",
    about: "Where the bands lie, in bits: 0 is even odds, each bit doubles them.",
    keys: &[
        must("same", Number, "from here on two records are the same party"),
        must("review", Number, "from here on they are worth a look"),
        must("merge", Number, "from here on a conversion makes one record of them"),
    ],
};

#[rustfmt::skip]
const COMPARED: Block = Block {
    name: "comparisons.NAME",
    about: "One comparison.",
    keys: &[
        must("most", Number, "it never tells more than so many bits; 0 leaves it out"),
        must("levels", Map("level", &Of(&LEVEL)), "its levels"),
    ],
};

#[rustfmt::skip]
const LEVEL: Block = Block {
    name: "comparisons.NAME.levels.LEVEL",
    about: "One level: how often it is met, before the records themselves teach it.",
    keys: &[
        must("m", Number, "its share among pairs that are one party"),
        must("u", Number, "its share among pairs that are two"),
    ],
};
