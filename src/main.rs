//! The `xwalk` command: a thin door to `xwalk::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    xwalk::cli::main()
}
