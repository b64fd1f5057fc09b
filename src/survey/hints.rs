//! What the user says single files are: pairs of file and object.

use crate::error::{Error, Result};
use crate::profile::Profile;
use crate::read::{Input, SHEET_MARK};
use crate::yaml::nearest;

/// The object that the user says the input is.
pub fn object<'h>(hints: &'h [(String, String)], input: &Input) -> Option<&'h str> {
    let found = hints.iter().find(|(file, _)| names(file, input));
    found.map(|(_, object)| object.as_str())
}

fn names(file: &str, input: &Input) -> bool {
    let base = input.name.rsplit('/').next().unwrap_or_default();
    let book = base.rsplit_once(SHEET_MARK).map(|(book, _)| book);
    file == input.name
        || file == base
        || Some(file) == book
        || std::path::Path::new(file) == input.path
}

/// Checks that every hint names an input, and an object of one of the profiles.
///
/// # Errors
/// When one does not.
pub fn check(hints: &[(String, String)], inputs: &[Input], profiles: &[&Profile]) -> Result<()> {
    for (file, object) in hints {
        if !inputs.iter().any(|input| names(file, input)) {
            let known = inputs.iter().map(|input| input.name.as_str());
            return Err(unknown(file, "no input", known));
        }
        let known: Vec<&str> = profiles
            .iter()
            .flat_map(|profile| profile.objects.iter().map(|object| object.name.as_str()))
            .collect();
        if !known.contains(&object.as_str()) {
            return Err(unknown(object, "no object of these profiles", known));
        }
    }
    Ok(())
}

fn unknown<'k>(word: &str, what: &str, known: impl IntoIterator<Item = &'k str>) -> Error {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    let way_out = match nearest(word, known.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are: {}", known.join(", ")),
    };
    Error::new(format!("`{word}` in `--as` is {what}"), way_out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_file_is_answered_with_the_right_name() {
        let inputs = [Input {
            path: "x/people.csv".into(),
            name: "people.csv".into(),
        }];
        let error = check(&[("peopel.csv".into(), "lead".into())], &inputs, &[]).unwrap_err();
        assert!(error.to_string().contains("did you mean `people.csv`?"));
        assert_eq!(
            object(&[("people.csv".into(), "lead".into())], &inputs[0]),
            Some("lead")
        );
    }
}
