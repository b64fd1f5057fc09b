//! Functions and files stay small enough to be read at one go.

use crate::sources::{Source, sources};

/// Nine functions in ten have at most so many lines, and nine files in ten, tests included.
const FUNCTION: usize = 40;
const FILE: usize = 450;

/// The lengths of the functions of a file, in lines: from `fn` to the brace at the same margin.
fn functions(source: &Source) -> Vec<usize> {
    let lines: Vec<&str> = source.code().lines().collect();
    let mut lengths = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.trim_start();
        let begins = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn "]
            .iter()
            .any(|start| text.starts_with(start));
        if begins {
            let margin = &line[..line.len() - text.len()];
            let end = format!("{margin}}}");
            let length = lines[at..]
                .iter()
                .position(|line| *line == end)
                .map_or(1, |end| end + 1);
            lengths.push(length);
        }
    }
    lengths
}

fn ninetieth(mut lengths: Vec<usize>) -> usize {
    lengths.sort_unstable();
    lengths[lengths.len() * 9 / 10]
}

#[test]
fn nine_functions_and_files_in_ten_are_short() {
    let sources = sources();
    let function = ninetieth(sources.iter().flat_map(functions).collect());
    let file = ninetieth(
        sources
            .iter()
            .map(|source| source.text.lines().count())
            .collect(),
    );
    println!("ninetieth percentile: functions {function} lines, files {file} lines");
    assert!(
        function <= FUNCTION,
        "functions: {function} lines at the ninetieth percentile"
    );
    assert!(
        file <= FILE,
        "files: {file} lines at the ninetieth percentile"
    );
}

#[test]
fn a_function_is_measured_from_its_first_line_to_its_brace() {
    let text =
        "fn one() {\n}\n\nimpl X {\n    pub fn two() {\n        if y {\n        }\n    }\n}\n";
    let source = Source {
        path: "src/x.rs".to_string(),
        text: text.to_string(),
    };
    assert_eq!(functions(&source), [2, 4]);
}
