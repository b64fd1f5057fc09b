//! What the user says single files are, pairs of file and object, and which sheets are to be read.

use crate::error::{Error, Result};
use crate::profile::Profile;
use crate::read::{Input, SheetAsked, Table, book_and_sheet};
use crate::yaml::nearest;

/// The object that the user says the input is.
pub fn object<'h>(hints: &'h [(String, String)], input: &Input) -> Option<&'h str> {
    let found = hints.iter().find(|(file, _)| input.is_called(file));
    found.map(|(_, object)| object.as_str())
}

/// Whether a name is that of one of the inputs, or of a sheet of one.
pub fn names_one(file: &str, inputs: &[Input]) -> bool {
    let book = |input: &Input| book_and_sheet(file).any(|(book, _)| input.is_called(book));
    inputs
        .iter()
        .any(|input| input.is_called(file) || book(input))
}

/// Checks that every hint names an input, and an object of one of the profiles.
///
/// # Errors
/// When one does not.
pub fn check(hints: &[(String, String)], inputs: &[Input], profiles: &[&Profile]) -> Result<()> {
    for (file, object) in hints {
        if !inputs.iter().any(|input| input.is_called(file)) {
            let known = inputs.iter().map(|input| input.name.as_str());
            return Err(unknown(file, "`--as` is no input", known));
        }
        let known: Vec<&str> = profiles
            .iter()
            .flat_map(|profile| profile.objects.iter().map(|object| object.name.as_str()))
            .collect();
        if !known.contains(&object.as_str()) {
            return Err(unknown(
                object,
                "`--as` is no object of these profiles",
                known,
            ));
        }
    }
    Ok(())
}

/// Checks that every sheet that is asked for is one of a workbook.
///
/// # Errors
/// When one is not.
pub fn check_sheets(asked: &[SheetAsked], tables: &[&Table]) -> Result<()> {
    for SheetAsked { book, sheet } in asked {
        let of_it = |table: &&&Table| {
            let book = book.as_ref();
            book.is_none_or(|book| table.input.is_called(book))
        };
        let tables = tables.iter().filter(of_it);
        let known: Vec<&str> = tables.filter_map(|table| table.sheet.as_deref()).collect();
        if !known.contains(&sheet.as_str()) {
            let what = match book {
                Some(book) if known.is_empty() => format!("`{book}#{sheet}`: that is no workbook"),
                Some(book) => format!("`{book}#{sheet}` is no sheet of it"),
                None => "`--sheet` is no sheet of a workbook among the inputs".to_string(),
            };
            return Err(unknown(sheet, &what, known));
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
        None if known.is_empty() => "there is none".to_string(),
        None => format!("there are: {}", known.join(", ")),
    };
    Error::new(format!("`{word}` in {what}"), way_out)
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
