//! One-way rooms: a room names only rooms before it, in the order of `src/lib.rs`.

use regex::Regex;

use crate::sources::{read, sources, stem};

/// The rooms, in their order.
fn order() -> Vec<String> {
    let text = read("src/lib.rs");
    let rooms = Regex::new(r"(?m)^pub mod (\w+);").unwrap();
    rooms
        .captures_iter(&text)
        .map(|found| found[1].to_string())
        .collect()
}

/// The rooms that a text names by `crate::`.
fn named(text: &str) -> Vec<String> {
    let single = Regex::new(r"\bcrate::(\w+)").unwrap();
    let group = Regex::new(r"\bcrate::\{([^;]*)\};").unwrap();
    let first = Regex::new(r"^\s*(\w+)").unwrap();
    let code: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let mut rooms: Vec<String> = single
        .captures_iter(&code)
        .map(|found| found[1].to_string())
        .collect();
    for found in group.captures_iter(&code) {
        for item in outermost(&found[1]) {
            rooms.extend(first.captures(&item).map(|found| found[1].to_string()));
        }
    }
    rooms
}

/// The items of a list whose commas aren't inside braces.
fn outermost(list: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut depth = 0;
    for sign in list.chars() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            other => items.last_mut().unwrap().push(other),
        }
    }
    items
}

/// What a room names that stands behind it.
fn backwards(order: &[String], room: &str, text: &str) -> Vec<String> {
    let place = |name: &str| order.iter().position(|room| room == name);
    let own = place(room).unwrap_or_else(|| panic!("`{room}` is not a room of src/lib.rs"));
    named(text)
        .into_iter()
        .filter(|name| place(name).is_some_and(|at| at > own))
        .collect()
}

#[test]
fn a_room_names_only_rooms_before_it() {
    let order = order();
    assert!(order.len() > 15, "{order:?}");
    let mut wrong = Vec::new();
    for source in sources() {
        if !matches!(source.path.as_str(), "src/lib.rs" | "src/main.rs") {
            let rooms = backwards(&order, source.room(), source.code());
            wrong.extend(
                rooms
                    .into_iter()
                    .map(|room| format!("{} names `{room}`", source.path)),
            );
        }
    }
    assert!(wrong.is_empty(), "rooms behind their own: {wrong:#?}");
}

#[test]
fn a_name_of_a_later_room_is_seen_in_every_form() {
    let order: Vec<String> = ["model", "read", "cli"].map(str::to_string).to_vec();
    let wrong = |text: &str| backwards(&order, "read", text);
    assert_eq!(wrong("use crate::cli::run;"), ["cli"]);
    assert_eq!(
        wrong("use crate::{\n    model::{Row, Cell},\n    cli,\n};"),
        ["cli"]
    );
    assert_eq!(wrong("fn f() { crate::cli::main(); }"), ["cli"]);
    assert!(wrong("use crate::model::Row; // crate::read\n// crate::cli").is_empty());
}

#[test]
fn every_file_is_declared_by_the_module_above_it() {
    let declared = |path: &str, name: &str| {
        let line = Regex::new(&format!(r"(?m)^\s*(pub(\([^)]*\))? )?mod {name};")).unwrap();
        line.is_match(&read(path))
    };
    let all: Vec<String> = sources().into_iter().map(|source| source.path).collect();
    for path in &all {
        let name = stem(path);
        if matches!(path.as_str(), "src/lib.rs" | "src/main.rs") {
            continue;
        }
        let folder = path.rsplit_once('/').unwrap().0;
        let (folder, name) = if name == "mod" {
            (folder.rsplit_once('/').unwrap().0, stem(folder))
        } else {
            (folder, name)
        };
        let above = [
            format!("{folder}/lib.rs"),
            format!("{folder}/mod.rs"),
            format!("{folder}.rs"),
        ];
        let above: Vec<&String> = above.iter().filter(|file| all.contains(file)).collect();
        assert!(
            above.iter().any(|file| declared(file, name)),
            "`{path}` is compiled by none of {above:?}"
        );
    }
}
