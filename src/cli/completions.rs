//! `xwalk completions`: completions for a shell.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::arguments::Arguments;
use super::{Ended, output};

const EXAMPLES: &str = "\
Examples:
  xwalk completions bash > ~/.local/share/bash-completion/completions/xwalk
  xwalk completions zsh > ~/.zfunc/_xwalk
";

/// The arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// When stdout can't be written.
pub(super) fn run(asked: &Completions) -> anyhow::Result<Ended> {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut Arguments::command(), "xwalk", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Ended::Well)
}
