//! The form of the sheets: their columns, by which they are written and found again.

/// The column of the verdict.
pub(super) const STATUS: &str = "Status";
/// The column of what is wanted instead.
pub(super) const CHANGE: &str = "Change to";
/// The column of remarks.
pub(super) const COMMENT: &str = "Comment";
/// The column of what a line says.
pub(super) const RULE: &str = "Rule";
/// The column of where a line goes.
pub(super) const GOES_TO: &str = "Goes to";
/// The column that names the object.
pub(super) const OBJECT: &str = "Object";
/// The column that names the column as the profile does.
pub(super) const LINE: &str = "Line";
/// The column that names the stored value.
pub(super) const VALUE: &str = "Value";
/// The column that names the owner.
pub(super) const OWNER: &str = "Owner";
/// The columns that the client fills in.
pub(super) const FOR_CLIENT: [&str; 3] = [STATUS, CHANGE, COMMENT];

/// The verdicts.
pub(super) const OPEN: &str = "open";
pub(super) const APPROVED: &str = "approved";

/// What stands for every owner that has no line of their own.
pub(super) const ANYONE: &str = "(anyone else)";
/// What a line says of which the profile says nothing.
pub(super) const UNSAID: &str = "(nobody has said)";
/// Stands before the name of the source's profile.
pub(super) const SOURCE: &str = "Source profile";

/// The columns of a sheet: header and width in characters.
pub(super) type Form = &'static [(&'static str, f64)];

/// A sheet of columns.
pub(super) const COLUMNS: Form = &[
    ("Column", 24.0),
    ("Label", 20.0),
    ("Means", 32.0),
    (RULE, 28.0),
    (GOES_TO, 32.0),
    ("Filled", 16.0),
    ("Different values", 10.0),
    ("Example", 22.0),
    ("What happens", 30.0),
    ("Cells", 24.0),
    (STATUS, 11.0),
    (CHANGE, 26.0),
    (COMMENT, 36.0),
    ("Since last time", 26.0),
    (OBJECT, 14.0),
    (LINE, 22.0),
];

/// The sheet of values.
pub(super) const VALUES: Form = &[
    (OBJECT, 14.0),
    ("Column", 22.0),
    ("In the files", 30.0),
    ("Cells", 10.0),
    (RULE, 28.0),
    (GOES_TO, 44.0),
    (STATUS, 11.0),
    (CHANGE, 26.0),
    (COMMENT, 36.0),
    ("Since last time", 26.0),
    (LINE, 22.0),
    (VALUE, 28.0),
];

/// The sheet of owners.
pub(super) const OWNERS: Form = &[
    (OWNER, 28.0),
    ("Who", 40.0),
    ("Records", 10.0),
    (GOES_TO, 30.0),
    (STATUS, 11.0),
    (CHANGE, 26.0),
    (COMMENT, 36.0),
    ("Since last time", 26.0),
];

/// The sheet of fields to create; nothing is filled in there.
pub(super) const TO_CREATE: Form = &[
    ("Object", 16.0),
    ("Name", 28.0),
    ("Type", 14.0),
    ("Longest value", 14.0),
    ("Values", 40.0),
    ("Filled cells", 12.0),
    ("Of rows", 12.0),
    ("Source file", 24.0),
    ("Why", 36.0),
];

/// The sheet of words that may stand under `Change to`.
pub(super) const WORDS: Form = &[("Word", 30.0), ("Meaning", 60.0), ("Where", 24.0)];
