//! Random cases: two profiles, tables for the first, and a run of the conversion over them.

use std::fs;
use std::path::{Path, PathBuf};

use xwalk::pipeline::Options;

use super::choices::Choices;
use super::profiles::{self, Profile};
use super::tables::{self, Table};

/// A random case.
#[derive(Debug)]
pub struct Case {
    /// What the tables are.
    pub source: Profile,
    /// Where they go; absent, the source's own profile.
    pub target: Option<Profile>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Whether the files are said to be of their objects.
    pub hinted: bool,
}

/// The case that these numbers choose; `most` is how many rows a table may have.
pub fn case(numbers: &[u16], most: usize) -> Case {
    let mut choices = Choices::new(numbers);
    let source = profiles::profile(&mut choices, "source_of_chance", "S");
    let target =
        (!choices.chance(15)).then(|| profiles::profile(&mut choices, "target_of_chance", "T"));
    let hinted = choices.chance(50);
    let mut made = Vec::new();
    for object in &source.objects {
        if object.name == "people" || choices.chance(80) {
            made.extend(tables::tables(&mut choices, object, most));
        }
    }
    Case {
        source,
        target,
        tables: made,
        hinted,
    }
}

impl Case {
    /// Writes the case into a folder.
    pub fn write(&self, folder: &Path) {
        fs::create_dir_all(folder.join("in")).unwrap();
        fs::write(folder.join("source.yaml"), &self.source.yaml).unwrap();
        if let Some(target) = &self.target {
            fs::write(folder.join("target.yaml"), &target.yaml).unwrap();
        }
        for table in &self.tables {
            fs::write(folder.join("in").join(&table.name), &table.bytes).unwrap();
        }
    }

    /// The path of the target's profile.
    pub fn target_path(&self, folder: &Path) -> PathBuf {
        folder.join(if self.target.is_some() {
            "target.yaml"
        } else {
            "source.yaml"
        })
    }

    /// How the case in a folder is converted into `kit`.
    pub fn options(&self, folder: &Path, kit: &str) -> Options {
        let text = |path: PathBuf| path.to_str().unwrap().to_string();
        let hints = self
            .tables
            .iter()
            .map(|table| (table.name.clone(), table.object.to_string()));
        Options {
            inputs: vec![folder.join("in")],
            to: text(self.target_path(folder)),
            from: Some(text(folder.join("source.yaml"))),
            hints: hints.filter(|_| self.hinted).collect(),
            out: Some(folder.join(kit)),
            ..Options::default()
        }
    }
}
