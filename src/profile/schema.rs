//! A loaded profile: what the YAML says, checked and typed, each line with its place.

use crate::expression::Expression;
use crate::model::axis::Kind;
pub use crate::yaml::Place;

/// One vendor's (or client's) profile, overlays applied.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its unmistakable name.
    pub name: String,
    /// What an overlay may call it: its name, those of the profiles that it extends, and their files.
    pub called: Vec<String>,
    /// The product's name.
    pub title: String,
    /// The day the facts were last checked, `YYYY-MM-DD`, or empty.
    pub checked: String,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// What is not certain.
    pub unsure: Vec<String>,
    /// How the vendor writes values.
    pub formats: Formats,
    /// What the vendor's words mean.
    pub terms: Vec<Term>,
    /// The objects, in the profile's order.
    pub objects: Vec<Object>,
    /// What the vendor's import does.
    pub import: Import,
    /// What else the vendor is called in the names of files and folders.
    pub known_as: Vec<String>,
    /// Patterns of headers that only this vendor writes, though nobody can list them.
    pub signs: Vec<String>,
    /// Users and what the target calls them.
    pub owners: Owners,
    /// Which rows move.
    pub select: Option<Expression>,
    /// What the client has said of its lines.
    pub reviewed: Vec<(Line, Verdict)>,
}

/// A line of a mapping that a client can judge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// A column of an object: its key in the profile, else its header.
    Column {
        /// The object.
        object: String,
        /// The column.
        column: String,
    },
    /// A stored value of a column.
    Value {
        /// The object.
        object: String,
        /// The column.
        column: String,
        /// The value.
        value: String,
    },
    /// An owner, as the source writes it.
    Owner(String),
}

/// What the client has said of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it is approved.
    pub approved: bool,
    /// What the line said then: the column's rule, the value's meaning, the owner's user.
    pub rule: String,
    /// Where it went then; absent where that was not known.
    pub to: Option<String>,
    /// A remark.
    pub comment: String,
}

/// How a vendor writes values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formats {
    /// strftime patterns of moments, first for writing; empty is ISO 8601.
    pub datetime: Vec<String>,
    /// strftime patterns of days, first for writing; empty is ISO 8601.
    pub date: Vec<String>,
    /// `ymd`, `dmy`, `mdy` or `column`.
    pub date_order: String,
    /// `column`, or a sample such as `1.234,56`.
    pub number: String,
    /// How yes and no are written.
    pub boolean: (String, String),
    /// What stands between the items of a list.
    pub list: String,
    /// Texts of cells that stand for nothing.
    pub empty: Vec<String>,
    /// Time zone of moments without one.
    pub timezone: String,
    /// `name` or `alpha2`.
    pub country: String,
    /// `name` or `code`.
    pub region: String,
    /// ISO 3166-1 alpha-2 region of phones without a country code, or empty.
    pub phone_region: String,
}

/// What one of the vendor's words means.
#[derive(Clone, Debug)]
pub struct Term {
    /// The word.
    pub word: String,
    /// The object it names, or empty.
    pub object: String,
    /// exact, broader, narrower, related or none.
    pub relation: String,
    /// What it stands for: (language, text).
    pub of: Vec<(String, String)>,
    /// What is lost in translation: (language, text).
    pub loses: Vec<(String, String)>,
}

/// What an object's rows are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectKind {
    /// Parties of that kind.
    Party(Kind),
    /// Users: the look-up for owners.
    User,
    /// A list of addresses that must not be written to.
    OptOuts,
    /// Something around the parties, one of [`CONTEXTS`].
    Context(String),
}

/// What a file around the parties may be.
pub const CONTEXTS: [&str; 16] = [
    "deals",
    "deal people",
    "organization people",
    "tasks",
    "calls",
    "meetings",
    "emails",
    "notes",
    "activities",
    "campaigns",
    "campaign members",
    "leads",
    "tickets",
    "cases",
    "labels of choices",
    "rows of several parties, to be given as files of their own",
];

/// One object (box) of a vendor.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its name in the profile.
    pub name: String,
    /// What its rows are.
    pub kind: ObjectKind,
    /// What people call it: (language, words).
    pub labels: Vec<(String, Vec<String>)>,
    /// Habitual file names, globs.
    pub files: Vec<String>,
    /// What its ids begin with.
    pub id_prefix: Vec<String>,
    /// The object whose file it shares.
    pub rows_of: Option<String>,
    /// Which of the shared file's rows are its own.
    pub when: Option<Expression>,
    /// The class a row claims; the first that holds.
    pub declares: Vec<Declare>,
    /// The columns, in order.
    pub columns: Vec<Column>,
    /// Columns without which a table isn't this object.
    pub must: Vec<String>,
    /// Headers to expect and drop, globs.
    pub noise: Vec<String>,
    /// Which column wins an axis: (axis, columns in order).
    pub wins: Vec<(String, Vec<String>)>,
    /// The axes that a row claims where no column does, in order.
    pub claims: Vec<Claim>,
    /// Fields computed from the row: (field, expression).
    pub computed: Vec<(String, Expression)>,
    /// How it is written; absent, it never is.
    pub write: Option<Write>,
    /// Where it stands.
    pub place: Place,
}

/// A class that a row claims.
#[derive(Clone, Debug)]
pub struct Declare {
    /// The class.
    pub class: String,
    /// When; absent, always.
    pub when: Option<Expression>,
}

impl Declare {
    /// Whether it says something where only some fields are known: a line that looks at other fields, and at no axis,
    /// says nothing. Absent fields are no empty ones.
    pub fn tells(&self, is_known: impl Fn(&str) -> bool) -> bool {
        self.when.as_ref().is_none_or(|when| {
            let fields = when.uses_fields();
            let known = fields.iter().any(|field| is_known(field));
            fields.is_empty() || known || !when.uses_axes().is_empty()
        })
    }
}

/// A claim of the rows of an object.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What is claimed: (axis, value).
    pub axes: Vec<(String, String)>,
    /// When; absent, always.
    pub when: Option<Expression>,
}

/// One column of an object.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its name in the vendor's interface (API); may hold `*` for a family.
    pub key: String,
    /// Its labels: (language or `also`, spellings).
    pub labels: Vec<(String, Vec<String>)>,
    /// What it becomes.
    pub does: Does,
    /// What its values say, in the profile's order.
    pub values: Vec<ValueRule>,
    /// Where it stands.
    pub place: Place,
}

impl Column {
    /// Whether it holds the vendor's own id of the row.
    pub fn is_id(&self) -> bool {
        matches!(&self.does, Does::Fields { fields, .. } if fields.iter().any(|field| field == "origin.id"))
    }
}

/// What a column becomes.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// Canonical fields, after transforms.
    Fields {
        /// Field names, at least one.
        fields: Vec<String>,
        /// For links: the objects pointed at.
        link_to: Vec<String>,
        /// Transforms, in order.
        transforms: Vec<TransformCall>,
    },
    /// Dropped, with the reason.
    Drop(String),
    /// Carried along and kept aside.
    Keep,
}

/// A transform with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransformCall {
    /// Its name.
    pub name: String,
    /// Its arguments.
    pub args: Vec<String>,
}

/// What one stored value says.
#[derive(Clone, Debug, Default)]
pub struct ValueRule {
    /// The value as it is stored.
    pub stored: String,
    /// Its other spellings.
    pub labels: Vec<String>,
    /// The canonical value of the column's first field; empty where the stored one stands for nothing.
    pub value: Option<String>,
    /// What it claims: (axis or field, value); a role each on its own.
    pub claims: Vec<(String, String)>,
}

/// How an object is written when its vendor is the target.
#[derive(Clone, Debug)]
pub struct Write {
    /// Stem of the import file's name.
    pub file: String,
    /// Which records are written to it.
    pub when: Option<Expression>,
    /// Whether headers are labels instead of API names.
    pub label_headers: bool,
    /// Columns that an import can't set.
    pub skip: Vec<String>,
    /// Columns whose cells may not come back as they were: (column, why).
    pub one_way: Vec<(String, String)>,
    /// Columns only written, or written otherwise: (column, fields of which the first filled counts).
    pub columns: Vec<(String, Vec<String>)>,
    /// Columns that must be filled.
    pub required: Vec<String>,
    /// Columns of which at least one must be filled.
    pub needs_one_of: Vec<String>,
    /// Longest values in characters: (column, limit).
    pub limits: Vec<(String, usize)>,
    /// Columns that take one item of a list.
    pub single: Vec<String>,
    /// The only values that a column takes.
    pub picklist: Vec<(String, Vec<String>)>,
    /// Values by condition: (column, first that holds).
    pub values: Vec<(String, Vec<WriteValue>)>,
    /// Which column carries the identity of the record that a link points at: (link field, column).
    pub links: Vec<(String, String)>,
    /// The column on which the target merges silently.
    pub key: Option<String>,
    /// Whether the later of two records with one key goes in without it, instead of both being held.
    pub blank_on_collision: bool,
}

/// A value that is written when a condition holds.
#[derive(Clone, Debug)]
pub struct WriteValue {
    /// The value.
    pub value: String,
    /// When; absent, always.
    pub when: Option<Expression>,
}

/// What a vendor's import does.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Objects in load order.
    pub order: Vec<String>,
    /// The column that carries xwalk's identity of a record.
    pub identity: Identity,
    /// Other names of that column: (object, column).
    pub identities: Vec<(String, String)>,
    /// What the import calls the id that the vendor itself gave a record: (object, column); elsewhere the column that
    /// it is read from.
    pub ids: Vec<(String, String)>,
    /// What the import takes for an owner: `email`, `name` or `id`.
    pub owner: String,
    /// How opt-outs are loaded.
    pub opt_outs: Option<OptOuts>,
    /// Most rows a file may have.
    pub max_rows: Option<u64>,
    /// Most bytes a file may have.
    pub max_bytes: Option<u64>,
    /// What to make and switch off before.
    pub before: Vec<String>,
    /// What to check after.
    pub after: Vec<String>,
    /// What can't be set.
    pub refuses: Vec<String>,
    /// Dated facts.
    pub facts: Vec<ImportFact>,
}

/// The identity column of a target.
#[derive(Clone, Debug, Default)]
pub struct Identity {
    /// Its name; empty where the target has none.
    pub column: String,
    /// Its type in the target.
    pub ty: String,
    /// How it is made.
    pub about: String,
}

/// How a target takes opt-outs.
#[derive(Clone, Debug, Default)]
pub struct OptOuts {
    /// Stem of the file's name.
    pub file: String,
    /// (column, field).
    pub columns: Vec<(String, String)>,
    /// (column, the same text on every line).
    pub constants: Vec<(String, String)>,
    /// How it is loaded.
    pub about: String,
}

/// A dated fact on a vendor's import.
#[derive(Clone, Debug)]
pub struct ImportFact {
    /// What holds.
    pub says: String,
    /// When it was checked.
    pub checked: String,
    /// Where it is said.
    pub source: String,
}

/// Users and what the target calls them.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    /// (user id, e-mail or name; what the target wants).
    pub map: Vec<(String, String)>,
    /// Who answers for records of users that are inactive, missing or unmapped.
    pub fallback: Option<String>,
}

/// What the names in a column's transforms may be: (name, number of arguments, what it does, what is lost).
pub const TRANSFORMS: &[(&str, usize, &str, &str)] = &[
    (
        "trim",
        0,
        "takes white space off both ends",
        "nothing that is seen",
    ),
    ("lower", 0, "writes it in lower case", "the case"),
    ("upper", 0, "writes it in upper case", "the case"),
    ("title", 0, "writes each word with a capital", "the case"),
    ("digits", 0, "keeps the digits only", "everything else"),
    (
        "strip_prefix",
        1,
        "takes the text off the beginning",
        "nothing: it is put back when writing",
    ),
    (
        "strip_suffix",
        1,
        "takes the text off the end",
        "nothing: it is put back when writing",
    ),
    ("before", 1, "keeps what stands before the text", "the rest"),
    ("after", 1, "keeps what stands after the text", "the rest"),
    (
        "replace",
        2,
        "writes the second text for the first",
        "which of the two it was",
    ),
    (
        "split",
        1,
        "reads a list with that separator",
        "nothing: it is joined when writing",
    ),
    (
        "epoch_ms",
        0,
        "reads milliseconds since 1970 as a moment",
        "nothing: it is turned back when writing",
    ),
];
