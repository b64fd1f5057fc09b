//! The command line: the only room that prints, reads the environment or exits.

mod arguments;
mod audit;
mod completions;
mod convert;
mod dedupe;
mod explain;
mod inputs;
mod inspect;
mod judging;
mod matching;
mod output;
mod page;
mod profile;
mod progress;
mod roundtrip;
mod terms;
mod verify;
mod workbook;

use std::process::ExitCode;

use arguments::{Arguments, Command};
use clap::Parser;

/// How a command ended that could do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// Done.
    Well,
    /// Done, and there is something to look at.
    WithALook,
    /// Could not be done for a part of what was asked; the reason is printed.
    InPart,
}

/// Runs the command that the arguments name: 0 done, 1 done and there is something to look at,
/// 2 could not run.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match run(arguments.command) {
        Ok(Ended::Well) => ExitCode::SUCCESS,
        Ok(Ended::WithALook) => ExitCode::from(1),
        Ok(Ended::InPart) => ExitCode::from(2),
        Err(error) if output::is_closed(&error) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> anyhow::Result<Ended> {
    match command {
        Command::Convert(asked) => convert::run(&asked),
        Command::Audit(asked) => audit::run(&asked),
        Command::Dedupe(asked) => dedupe::run(&asked),
        Command::Explain { what } => explain::run(&what),
        Command::Verify(asked) => verify::run(&asked),
        Command::Inspect(asked) => inspect::run(&asked),
        Command::Roundtrip(asked) => roundtrip::run(&asked),
        Command::Terms(asked) => terms::run(&asked),
        Command::Profile { command } => profile::run(&command),
        Command::Completions(asked) => completions::run(&asked),
    }
}

/// Sets how many threads work; by default as many as there are cores.
fn use_threads(threads: Option<u16>) -> anyhow::Result<()> {
    if let Some(threads) = threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(threads))
            .build_global()?;
    }
    Ok(())
}
