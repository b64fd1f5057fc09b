//! The list of what a kit holds, and of what it was made from.

use serde::{Deserialize, Serialize};

use crate::read::SheetAsked;

/// `manifest.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the kit's form.
    pub kit: u32,
    /// Program and version.
    pub made_by: String,
    /// The target's profile.
    pub target: String,
    /// How it was made.
    pub settings: Settings,
    /// What it was made from.
    pub inputs: Vec<Input>,
    /// The export of the target that it was made against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Beside>,
    /// The lists of what was not to be imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub do_not_import: Vec<Beside>,
    /// Source rows by fate, in the order of reports.
    pub rows: Vec<(String, u64)>,
    /// Records made from text on others.
    pub created: u64,
    /// Filled source cells by fate, in the order of reports.
    pub cells: Vec<(String, u64)>,
    /// Findings by code.
    pub findings: Vec<(String, u64)>,
    /// Addresses in the opt-outs' file.
    pub opt_outs: u64,
    /// The files, by name; the manifest and its checksums are not among them.
    pub files: Vec<KitFile>,
}

/// How a kit was made.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Settings {
    /// Target profile, as given.
    pub to: String,
    /// Source profile, if given.
    pub from: Option<String>,
    /// Name of the glossary.
    pub glossary: String,
    /// The glossary as given; empty for the default.
    pub glossary_given: String,
    /// What single files were said to be.
    pub hints: Vec<(String, String)>,
    /// Which sheets of workbooks were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sheets: Vec<SheetAsked>,
    /// The rule of which rows move.
    pub select: Option<String>,
    /// Size of the sample.
    pub sample: Option<u32>,
    /// Region of phones without a country code.
    pub region: Option<String>,
    /// Whether its tables are also there as workbooks.
    #[serde(default)]
    pub workbooks: bool,
    /// Whether what the target held won over what the inputs said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub keep_existing: bool,
    /// Whether records moved on the ground of the audit.
    #[serde(default, skip_serializing_if = "Policy::is_never")]
    pub reclassify: Policy,
    /// The column of the segments, if they were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segments: Option<String>,
    /// Overlays, whole.
    pub overlays: Vec<Overlay>,
    /// How far parties were matched.
    #[serde(default)]
    pub matching: Matching,
    /// Match plans, whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Overlay>,
}

/// Whether records move on the ground of the audit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Policy {
    /// They stay where their source has them.
    #[default]
    Never,
    /// They move where the audit is sure.
    Confident,
    /// They move wherever the audit says so.
    All,
}

impl Policy {
    /// Whether records stay where their source has them.
    pub fn is_never(&self) -> bool {
        *self == Self::Never
    }
}

/// How far parties are matched.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Matching {
    /// By keys that leave no doubt alone.
    #[default]
    Sure,
    /// By all that records have in common.
    Full,
}

/// An overlay or a match plan that a kit was made with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Overlay {
    /// Its file name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A file that a kit was made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Input {
    /// Its relative name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// Vendor and object.
    pub object: String,
    /// `parties`, `context: …` or `not read: …`.
    pub fate: String,
    /// Rows below the header.
    pub rows: u64,
    /// Row of the header.
    pub header_row: u32,
    /// Columns of the header.
    pub columns: u64,
    /// Filled cells below the header, for parties.
    pub filled_cells: u64,
    /// Where its rows to be mended stand, if there are any.
    pub fix_file: String,
}

/// A file that was read beside those that the kit was made from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Beside {
    /// Its relative name.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// A file of a kit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KitFile {
    /// Its name in the kit.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Data rows.
    pub rows: u64,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
    /// For whom: `import`, `people` (formulas disarmed), `source` (in the source's own form) or `machine`.
    pub flavour: String,
}
