//! The one table of the profile language: every key of every block, its shape, and what it means.
//! From it come the checks, the JSON Schema and the reference in `docs/profile.md`.

use super::schema::CONTEXTS;
use crate::model::axis::{CONVERTED, KINDS, ROLES, STAGES, TEMPERATURES};
use crate::yaml::{Block, Shape, k, must};

use Shape::{
    Block as Of, Blocks, Claims, Date, Does, Expression, FirstFilled, Labels, Map, OneOf, Pair,
    Size, Text, TextOrTexts, Texts, Whole,
};

/// The whole file.
#[rustfmt::skip]
pub(super) const PROFILE: Block = Block {
    name: "profile",
    about: "The file as a whole.",
    keys: &[
        must("profile", Text, "the profile's unmistakable name"),
        k("title", Text, "the product's name, as people write it"),
        k("checked", Date, "the day the facts were last checked"),
        k("extends", Text, "the profile that this one changes: a built-in name, or a file beside this one"),
        k("sources", Texts, "where the facts come from"),
        k("unsure", Texts, "what is not certain"),
        k("formats", Of(&FORMATS), "how values are written"),
        k("terms", Map("word", &Of(&TERM)), "what the vendor's words mean, and how exactly"),
        k("known_as", Texts, "what else the vendor is called in the names of files and folders: single words, capitals or not"),
        k("signs", Texts, "headers by which the vendor is known though they can't be listed, as those of a company's own fields; `*` for anything"),
        k("objects", Map("object", &Of(&OBJECT)), "the vendor's objects (boxes, modules, sheets)"),
        k("import", Of(&IMPORT), "what the vendor's import does"),
        k("owners", Of(&OWNERS), "users, and what the target calls them; usually in an overlay"),
        k("select", Expression, "which rows move; usually in an overlay"),
        k("reviewed", Of(&REVIEWED), "what the client has said of the lines; written by `xwalk profile workbook --read`"),
    ],
};

#[rustfmt::skip]
const FORMATS: Block = Block {
    name: "formats",
    about: "How the vendor writes values. What is left out is decided from the data or has the default named here.",
    keys: &[
        k("datetime", TextOrTexts, "moments: `iso8601` (default), or strftime patterns; the first is used for writing"),
        k("date", TextOrTexts, "days: `iso8601` (default), or strftime patterns; the first is used for writing"),
        k("date_order", OneOf(&["ymd", "dmy", "mdy", "column"]), "order of day and month; `column` (default) decides from the whole column"),
        k("number", OneOf(&["1234.56", "1,234.56", "1.234,56", "column"]), "how numbers are written, in quotes; `column` (default) decides from the whole column and writes \"1234.56\""),
        k("boolean", Pair, "how yes and no are written, in quotes; default `[\"true\", \"false\"]`"),
        k("list", Text, "what stands between the items of a list, where the column has no `split` of its own; default `;`"),
        k("empty", Texts, "texts that stand for nothing where a cell holds no more, in capitals or not: `[\"-None-\"]`"),
        k("timezone", Text, "time zone of moments without one; default UTC"),
        k("country", OneOf(&["name", "alpha2"]), "how countries are written; default name"),
        k("region", OneOf(&["name", "code"]), "how states and provinces are written; default name"),
        k("phone_region", Text, "two-letter country of phone numbers without a country code"),
    ],
};

#[rustfmt::skip]
const TERM: Block = Block {
    name: "terms.WORD",
    about: "One of the vendor's words.",
    keys: &[
        k("object", Text, "the object that it names"),
        k("relation", OneOf(&["exact", "broader", "narrower", "related", "none"]), "how the word stands to the meaning; default exact"),
        k("of", Labels, "what it stands for, or that by language"),
        k("loses", Labels, "what is lost in translation, or that by language"),
    ],
};

#[rustfmt::skip]
const OBJECT: Block = Block {
    name: "objects.OBJECT",
    about: "One object: how its files are known, what its columns become, how it is written.",
    keys: &[
        must("kind", OneOf(&["person", "organization", "user", "opt_outs", "context"]), "what its rows are"),
        k("context", OneOf(&CONTEXTS), "with `kind: context`, what the file is"),
        k("labels", Labels, "what people call the object"),
        k("files", Texts, "habitual file names, `*` for anything; a hint only"),
        k("id_prefix", Texts, "what the ids begin with"),
        k("rows_of", Text, "the object in whose file its rows stand"),
        k("when", Expression, "which of those rows are its own; reads `col[…]` only"),
        k("declares", Blocks(&DECLARE), "the class that a row in this box claims: the first that holds; a line about fields that no column of the file has says nothing"),
        k("columns", Map("column", &Does), "what each column becomes; the key is the column's name in the vendor's interface, `*` makes a family"),
        k("labels_of", Map("column", &Labels), "how else a column's header may read"),
        k("must", Texts, "columns without which a table isn't this object"),
        k("noise", Texts, "headers to expect and drop, `*` for anything"),
        k("values", Map("column", &Map("stored value", &Claims)), "what stored values say"),
        k("wins", Map("axis", &Texts), "where two columns claim one axis: which wins, in order; default: the order of `columns`"),
        k("claims", Blocks(&CLAIM), "axes that its rows claim where no column does"),
        k("computed", Map("field", &Expression), "fields worked out from the row"),
        k("write", Of(&WRITE), "how it is written when the vendor is the target; absent, it never is"),
    ],
};

#[rustfmt::skip]
const DECLARE: Block = Block {
    name: "declares",
    about: "One claim to a class.",
    keys: &[
        must("class", Text, "the class: contact, prospect, lead, organization, or one of the glossary's own"),
        k("when", Expression, "when it is claimed; absent, always"),
    ],
};

#[rustfmt::skip]
const CLAIM: Block = Block {
    name: "claims",
    about: "What rows claim. Of `roles` every line that holds counts, beside those of the columns; of another axis the first, if no column claims it.",
    keys: &[
        k("kind", OneOf(&KINDS), "whether it is a person or an organization"),
        k("stage", OneOf(&STAGES), "how far the sales relationship has come"),
        k("temperature", OneOf(&TEMPERATURES), "how warm it is"),
        k("roles", OneOf(&ROLES), "what it is beside the funnel; one role a line"),
        k("converted", OneOf(&CONVERTED), "whether the lead was converted"),
        k("when", Expression, "when it is claimed; absent, always"),
    ],
};

#[rustfmt::skip]
const WRITE: Block = Block {
    name: "write",
    about: "How the object is written. Columns follow from `columns`, the other way round: for each field the first column that maps to it and isn't skipped.",
    keys: &[
        must("file", Text, "stem of the import file's name"),
        k("when", Expression, "which records are written to it"),
        k("headers", OneOf(&["api", "label"]), "headers are the columns' keys (`api`, default) or their first English labels (`label`)"),
        k("skip", Texts, "columns that an import can't set"),
        k("one_way", Map("column", &Text), "columns whose cells may not come back as they were when the object is written, and why; only where that does not follow from the other lines"),
        k("columns", Map("column", &FirstFilled), "columns only written, or written otherwise: the first filled field counts"),
        k("required", Texts, "columns that the target requires"),
        k("needs_one_of", Texts, "columns of which at least one must be filled"),
        k("limits", Map("column", &Whole), "longest values in characters"),
        k("single", Texts, "columns that take one item of a list: the first that fits is written, the others are kept aside; e-mail and phone columns always do"),
        k("picklist", Map("column", &Texts), "the only values that the target takes"),
        k("values", Map("column", &Blocks(&WRITE_VALUE)), "values by condition: the first that holds"),
        k("links", Map("link", &Text), "canonical link: the column that carries the identity of the record pointed at"),
        k("key", Text, "the column on which the target merges silently"),
        k("on_collision", OneOf(&["hold", "blank"]), "what happens to two records with one key: both wait for a decision (`hold`, default), or the later one goes in without the key (`blank`)"),
    ],
};

#[rustfmt::skip]
const WRITE_VALUE: Block = Block {
    name: "write.values.COLUMN",
    about: "One value that is written.",
    keys: &[
        must("value", Text, "the value; \"\" leaves the column empty on purpose"),
        k("when", Expression, "when it is written; absent, it is the default"),
    ],
};

#[rustfmt::skip]
const IMPORT: Block = Block {
    name: "import",
    about: "What the vendor's import does and needs.",
    keys: &[
        k("order", Texts, "objects in load order"),
        k("identity", Of(&IDENTITY), "the column that carries the identity of a record"),
        k("identities", Map("object", &Text), "other names of that column, by object"),
        k("ids", Map("object", &Text), "what the import calls a record's own id, by object; default: the column that is read as `origin.id`"),
        k("owner", Text, "what the import takes for an owner: `email` (the default), `name` or `id`"),
        k("opt_outs", Of(&OPT_OUTS), "how opt-outs are loaded"),
        k("limits", Of(&LIMITS), "how large an import file may be"),
        k("before", Texts, "what to make and switch off before"),
        k("after", Texts, "what to check after"),
        k("refuses", Texts, "what the import does not take"),
        k("facts", Blocks(&FACT), "dated facts"),
    ],
};

#[rustfmt::skip]
const IDENTITY: Block = Block {
    name: "import.identity",
    about: "Written first in every file, and understood when read back.",
    keys: &[
        must("column", Text, "its name"),
        k("type", Text, "its type in the target"),
        k("about", Text, "how it is made"),
    ],
};

#[rustfmt::skip]
const OPT_OUTS: Block = Block {
    name: "import.opt_outs",
    about: "The file of those who must not be written to, loaded before the people.",
    keys: &[
        must("file", Text, "stem of the file's name"),
        must("columns", Map("column", &FirstFilled), "its columns and their fields"),
        k("constants", Map("column", &Text), "columns with the same text on every line"),
        k("about", Text, "how it is loaded"),
    ],
};

#[rustfmt::skip]
const LIMITS: Block = Block {
    name: "import.limits",
    about: "Larger files are split.",
    keys: &[
        k("rows", Whole, "most rows in a file"),
        k("bytes", Size, "most bytes in a file: `100MB`"),
    ],
};

#[rustfmt::skip]
const FACT: Block = Block {
    name: "import.facts",
    about: "One thing that is known about the import.",
    keys: &[
        must("says", Text, "what holds"),
        k("checked", Date, "when it was checked"),
        k("source", Text, "where it is said"),
    ],
};

#[rustfmt::skip]
const OWNERS: Block = Block {
    name: "owners",
    about: "Who answers for a record in the target.",
    keys: &[
        k("map", Map("user", &Text), "user id, e-mail or name in the source: what the target wants"),
        k("fallback", Text, "who answers where the user is inactive, missing or not mapped"),
    ],
};

#[rustfmt::skip]
const REVIEWED: Block = Block {
    name: "reviewed",
    about: "Verdicts on lines of the mapping. They change nothing in a conversion; a workbook shows them again.",
    keys: &[
        k("columns", Map("object", &Map("column", &Of(&VERDICT))), "verdicts on columns"),
        k("values", Map("object", &Map("column", &Map("stored value", &Of(&VERDICT)))), "verdicts on stored values"),
        k("owners", Map("user", &Of(&VERDICT)), "verdicts on owners"),
    ],
};

#[rustfmt::skip]
const VERDICT: Block = Block {
    name: "reviewed.LINE",
    about: "One verdict. An approved line whose meaning or place is another since then is open again.",
    keys: &[
        must("status", OneOf(&["open", "approved"]), "whether the client agrees"),
        k("as", Text, "what the line said then"),
        k("to", Text, "where it went then; absent where that was not known"),
        k("comment", Text, "a remark"),
    ],
};
