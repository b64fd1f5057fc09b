//! The commands, as they are typed.

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Parser, Subcommand, ValueEnum};

use super::{
    audit, completions, convert, dedupe, explain, inspect, profile, roundtrip, terms, verify,
};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Yellow.on_default().bold())
    .usage(AnsiColor::Yellow.on_default().bold())
    .literal(AnsiColor::Green.on_default())
    .placeholder(AnsiColor::Cyan.on_default());

const EXAMPLES: &str = "\
Examples:
  xwalk inspect export/                             what the files hold
  xwalk convert export/ --to spreadsheet --dry-run  what would become of each row
  xwalk convert export/ --to spreadsheet --out kit  the files to import
  xwalk verify kit --inputs export/                 the proof that nothing was lost
  xwalk profile list                                what can be read and written
";

/// Moves customer data between CRMs, and accounts for every row and cell.
///
/// Give it the files that a system exported and name the system they are to go to. It writes a
/// folder of files ready to import, in load order, sets aside what can't go in with its reason,
/// and can prove that nothing was lost. Nothing leaves the machine.
#[derive(Debug, Parser)]
#[command(name = "xwalk", version, styles = STYLES, max_term_width = 100)]
#[command(after_help = EXAMPLES, subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Turn an export into a folder of files ready to import
    Convert(convert::Convert),
    /// Find what stands in the wrong box, with the evidence
    Audit(audit::Audit),
    /// Find who is the same party, in exports and in any table of people or companies
    Dedupe(dedupe::Dedupe),
    /// Say why: a rule, a finding, a record, a column
    Explain {
        /// What is to be explained.
        #[command(subcommand)]
        what: explain::Command,
    },
    /// Prove that a kit is whole and accounts for every row and cell
    Verify(verify::Verify),
    /// Say what files hold: vendor, object, encoding, and each column's meaning
    Inspect(inspect::Inspect),
    /// Say what of an export comes back, column by column, from its own system's import files
    Roundtrip(roundtrip::RoundtripOf),
    /// Say what words mean: product by product, from one system to another, in five languages
    Terms(terms::Terms),
    /// List, show or check profiles, the descriptions of vendors
    Profile {
        /// What to do with profiles.
        #[command(subcommand)]
        command: profile::Command,
    },
    /// Print completions for a shell
    Completions(completions::Completions),
}

/// How results are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}
