//! The fixed vocabulary of transforms: each with what it does, its inverse, and examples that run as tests.

use std::borrow::Cow;

use crate::profile::schema::TransformCall;

/// One transform.
pub struct Transform {
    /// Its name in profiles.
    pub name: &'static str,
    /// Reads: the cell's text turned into what the field takes.
    pub read: fn(&str, &[String]) -> String,
    /// Writes: the field's text turned back into the cell's.
    pub back: Back,
    /// (arguments, cell, field).
    pub examples: &'static [(&'static [&'static str], &'static str, &'static str)],
}

/// The way back of a transform.
#[derive(Clone, Copy, Debug)]
pub enum Back {
    /// It is undone.
    Undone(fn(&str, &[String]) -> String),
    /// The text is written as it is: in one spelling, which is read as the same again.
    Spelling,
    /// The text is written as it is: a part of the cell.
    Part,
}

/// All transforms, in the order of `profile::schema::TRANSFORMS`.
pub const ALL: &[Transform] = &[
    Transform {
        name: "trim",
        read: |text, _| text.trim().to_string(),
        back: Back::Spelling,
        examples: &[(&[], " a ", "a")],
    },
    Transform {
        name: "lower",
        read: |text, _| text.to_lowercase(),
        back: Back::Spelling,
        examples: &[(&[], "ÁB", "áb")],
    },
    Transform {
        name: "upper",
        read: |text, _| text.to_uppercase(),
        back: Back::Spelling,
        examples: &[(&[], "áb", "ÁB")],
    },
    Transform {
        name: "title",
        read: |text, _| title(text),
        back: Back::Spelling,
        examples: &[(&[], "NEW york", "New York")],
    },
    Transform {
        name: "digits",
        read: |text, _| text.chars().filter(char::is_ascii_digit).collect(),
        back: Back::Part,
        examples: &[(&[], "a1-2", "12")],
    },
    Transform {
        name: "strip_prefix",
        read: |text, args| text.strip_prefix(arg(args, 0)).unwrap_or(text).to_string(),
        back: Back::Undone(|text, args| format!("{}{text}", arg(args, 0))),
        examples: &[(&["crm_"], "crm_12", "12")],
    },
    Transform {
        name: "strip_suffix",
        read: |text, args| text.strip_suffix(arg(args, 0)).unwrap_or(text).to_string(),
        back: Back::Undone(|text, args| format!("{text}{}", arg(args, 0))),
        examples: &[(&[" kg"], "12 kg", "12")],
    },
    Transform {
        name: "before",
        read: |text, args| match text.split_once(arg(args, 0)) {
            Some((head, _)) if !arg(args, 0).is_empty() => head.to_string(),
            _ => text.to_string(),
        },
        back: Back::Part,
        examples: &[(&[";"], "1;2", "1"), (&[";"], "1", "1")],
    },
    Transform {
        name: "after",
        read: |text, args| match text.split_once(arg(args, 0)) {
            Some((_, tail)) if !arg(args, 0).is_empty() => tail.to_string(),
            _ => text.to_string(),
        },
        back: Back::Part,
        examples: &[(&[":"], "a:b", "b")],
    },
    Transform {
        name: "replace",
        read: |text, args| match arg(args, 0) {
            "" => text.to_string(),
            from => text.replace(from, arg(args, 1)),
        },
        back: Back::Spelling,
        examples: &[(&["_", " "], "a_b", "a b")],
    },
    Transform {
        name: "split",
        read: |text, args| match arg(args, 0) {
            "" => text.to_string(),
            separator => join(text, separator, ";"),
        },
        back: Back::Undone(|text, args| join(text, ";", arg(args, 0))),
        examples: &[(&["|"], "a|b", "a;b")],
    },
    Transform {
        name: "epoch_ms",
        read: |text, _| from_epoch(text).unwrap_or_else(|| text.to_string()),
        back: Back::Undone(|text, _| to_epoch(text).unwrap_or_else(|| text.to_string())),
        examples: &[(&[], "1609459200000", "2021-01-01T00:00:00Z")],
    },
];

/// A transform of a profile, ready to run.
#[derive(Clone)]
pub struct Step {
    transform: &'static Transform,
    args: Vec<String>,
}

impl Step {
    /// The way back of its transform, and its name.
    pub fn back(&self) -> (Back, &'static str) {
        (self.transform.back, self.transform.name)
    }
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}({})", self.transform.name, self.args.join(","))
    }
}

/// Finds the transforms of a column. Unknown names were refused when the profile was loaded.
pub fn compile(calls: &[TransformCall]) -> Vec<Step> {
    calls
        .iter()
        .filter_map(|call| {
            let transform = ALL.iter().find(|known| known.name == call.name)?;
            Some(Step {
                transform,
                args: call.args.clone(),
            })
        })
        .collect()
}

/// Runs the steps on a cell's text.
pub fn read<'a>(steps: &[Step], text: &'a str) -> Cow<'a, str> {
    let mut result = Cow::Borrowed(text);
    for step in steps {
        result = Cow::Owned((step.transform.read)(&result, &step.args));
    }
    result
}

/// Runs the inverses of the steps, last first, on a field's text.
pub fn write<'a>(steps: &[Step], text: &'a str) -> Cow<'a, str> {
    let mut result = Cow::Borrowed(text);
    for step in steps.iter().rev() {
        if let Back::Undone(write) = step.transform.back {
            result = Cow::Owned(write(&result, &step.args));
        }
    }
    result
}

fn arg(args: &[String], at: usize) -> &str {
    args.get(at).map_or("", String::as_str)
}

fn title(text: &str) -> String {
    let mut start = true;
    let mut result = String::with_capacity(text.len());
    for c in text.chars() {
        if start {
            result.extend(c.to_uppercase());
        } else {
            result.extend(c.to_lowercase());
        }
        start = !c.is_alphanumeric() && c != '\'';
    }
    result
}

fn join(text: &str, from: &str, to: &str) -> String {
    let items: Vec<&str> = text.split(from).map(str::trim).collect();
    items.join(to)
}

fn from_epoch(text: &str) -> Option<String> {
    let millis: i64 = text.trim().parse().ok()?;
    let moment = jiff::Timestamp::from_millisecond(millis).ok()?;
    Some(moment.to_string())
}

fn to_epoch(text: &str) -> Option<String> {
    let moment: jiff::Timestamp = match text.len() {
        10 => format!("{text}T00:00:00Z").parse().ok()?,
        _ => text.parse().ok()?,
    };
    Some(moment.as_millisecond().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::schema::TRANSFORMS;

    #[test]
    fn every_transform_of_the_language_is_here() {
        let names: Vec<_> = ALL.iter().map(|transform| transform.name).collect();
        let documented: Vec<_> = TRANSFORMS.iter().map(|entry| entry.0).collect();
        assert_eq!(names, documented);
    }

    #[test]
    fn examples_hold_both_ways() {
        for transform in ALL {
            assert!(!transform.examples.is_empty(), "{}", transform.name);
            for (args, cell, field) in transform.examples {
                let args: Vec<String> = args.iter().map(ToString::to_string).collect();
                assert_eq!((transform.read)(cell, &args), *field, "{}", transform.name);
                if let Back::Undone(write) = transform.back {
                    assert_eq!(write(field, &args), *cell, "{}", transform.name);
                }
            }
        }
    }
}
