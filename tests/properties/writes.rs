//! Write blocks at random: what a target may ask of its import files.

use super::choices::Choices;
use super::profiles::Column;

/// The `write` block of an object, or nothing: then it is only read.
pub fn write(
    choices: &mut Choices,
    object: &str,
    tag: &str,
    columns: &[(Column, &str)],
    has: &dyn Fn(&str) -> bool,
) -> String {
    if object == "firms" && choices.chance(20) {
        return String::new();
    }
    let find = |name: &str| {
        columns
            .iter()
            .find(|(column, _)| column.key.ends_with(&format!(" {name}")))
    };
    let key = |name: &str| find(name).map(|(column, _)| column.key.clone());
    let mut yaml = format!("    write:\n      file: {object}-file\n");
    if let Some(when) = when(choices, object, has) {
        yaml += &format!("      when: {when}\n");
    }
    let names: &[&str] = if object == "firms" {
        &["Title"]
    } else {
        &["Surname", "First"]
    };
    let skipped: Vec<String> = columns
        .iter()
        .filter(|(column, _)| {
            !names.iter().any(|name| column.key.ends_with(name))
                && !column.key.ends_with(" Mail")
                && !column.key.ends_with(" Domain")
        })
        .filter(|_| choices.chance(10))
        .map(|(column, _)| format!("\"{}\"", column.key))
        .collect();
    if !skipped.is_empty() {
        yaml += &format!("      skip: [{}]\n", skipped.join(", "));
    }
    yaml += &columns_only_written(choices, object, tag, names, &key);
    yaml += &required(choices, object, names, &key);
    yaml += &limits(choices, &key);
    yaml += &conditions(choices, object, &key);
    yaml += &links(choices, object, tag, has);
    let merges_on = if object == "firms" { "Domain" } else { "Mail" };
    if let Some(key) = key(merges_on).filter(|_| choices.chance(80)) {
        yaml += &format!(
            "      key: \"{key}\"\n      on_collision: {}\n",
            choices.one(&["hold", "blank"])
        );
    }
    yaml
}

fn when(choices: &mut Choices, object: &str, has: &dyn Fn(&str) -> bool) -> Option<&'static str> {
    match object {
        "people" if has("suspects") => Some(choices.one(&[
            "not declared(\"lead\")",
            "'f[\"email\"] != \"\"'",
            "converted == \"no\"",
        ])),
        "people" if choices.chance(20) => Some("stage != \"disqualified\""),
        _ => None,
    }
}

fn columns_only_written(
    choices: &mut Choices,
    object: &str,
    tag: &str,
    names: &[&str],
    key: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut lines = String::new();
    if object != "firms" && choices.chance(40) {
        lines += &format!(
            "        \"{}\": name.family or name.full or email\n",
            key(names[0]).unwrap_or_default()
        );
    }
    if choices.chance(30) {
        lines += &format!("        \"{tag} Added\": custom.Zzz1 or custom.shade\n");
    }
    if lines.is_empty() {
        lines
    } else {
        format!("      columns:\n{lines}")
    }
}

fn required(
    choices: &mut Choices,
    object: &str,
    names: &[&str],
    key: &dyn Fn(&str) -> Option<String>,
) -> String {
    let mut lines = String::new();
    if choices.chance(50) {
        lines += &format!(
            "      required: [\"{}\"]\n",
            key(names[0]).unwrap_or_default()
        );
    }
    if object != "firms" && choices.chance(40) {
        let wanted: Vec<String> = ["Mail", "First"]
            .iter()
            .filter_map(|name| key(name))
            .map(|key| format!("\"{key}\""))
            .collect();
        lines += &format!("      needs_one_of: [{}]\n", wanted.join(", "));
    }
    lines
}

fn limits(choices: &mut Choices, key: &dyn Fn(&str) -> Option<String>) -> String {
    let mut limits = Vec::new();
    for name in [
        "Surname", "Post", "Street", "Notes", "Title", "Mail", "Shade",
    ] {
        if let Some(key) = key(name).filter(|_| choices.chance(25)) {
            limits.push(format!("\"{key}\": {}", 3 + choices.below(30)));
        }
    }
    if limits.is_empty() {
        String::new()
    } else {
        format!("      limits: {{{}}}\n", limits.join(", "))
    }
}

fn conditions(choices: &mut Choices, object: &str, key: &dyn Fn(&str) -> Option<String>) -> String {
    let mut yaml = String::new();
    if let Some(source) = key("Origin")
        .or(key("Sector"))
        .filter(|_| choices.chance(40))
    {
        yaml += &format!("      picklist: {{\"{source}\": [Web, Call]}}\n");
    }
    let Some(phase) = key("Phase").filter(|_| object == "firms" || choices.chance(60)) else {
        return yaml;
    };
    yaml += &format!("      values:\n        \"{phase}\":\n");
    yaml += "          - {value: Partner, when: has_role(\"partner\")}\n          - {value: Bought, when: reached(\"customer\")}\n";
    yaml += "          - {value: Odd, when: 'stage == \"engaged\" and f[\"lead.source\"] == \"phone\"'}\n";
    yaml += "          - {value: Working, when: 'stage in [\"engaged\", \"mql\"] or temperature == \"warm\"'}\n";
    yaml += choices.one(&["          - {value: Open}\n", "          - {value: \"\"}\n"]);
    yaml
}

fn links(choices: &mut Choices, object: &str, tag: &str, has: &dyn Fn(&str) -> bool) -> String {
    if !has("firms") || choices.chance(20) {
        return String::new();
    }
    match object {
        "firms" => format!("      links: {{organization.parent: \"{tag} Above\"}}\n"),
        _ if choices.chance(50) => format!(
            "      links: {{organization.id: \"{tag} Firm Legacy\", manager: \"{tag} Boss Legacy\"}}\n"
        ),
        _ => format!("      links: {{organization.id: \"{tag} Firm Legacy\"}}\n"),
    }
}
