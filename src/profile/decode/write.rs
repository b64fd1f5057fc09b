//! How an object is written.

use super::tree::*;
use crate::profile::schema::{Write, WriteValue};
use crate::yaml::Checking;
use crate::yaml::Node;

pub(in crate::profile) fn read_write(node: &Node, checking: &mut Checking) -> Write {
    Write {
        file: text(node, "file"),
        when: expression(node, "when", checking),
        label_headers: text(node, "headers") == "label",
        skip: texts(node, "skip"),
        one_way: pairs(node, "one_way"),
        columns: first_filled(node, checking),
        required: texts(node, "required"),
        needs_one_of: texts(node, "needs_one_of"),
        limits: limits(node),
        single: texts(node, "single"),
        picklist: lists(node, "picklist"),
        values: write_values(node, checking),
        links: pairs(node, "links"),
        key: option(node, "key"),
        blank_on_collision: text(node, "on_collision") == "blank",
    }
}

fn first_filled(node: &Node, checking: &mut Checking) -> Vec<(String, Vec<String>)> {
    let columns = entries(node, "columns").iter();
    columns
        .map(|(key, value)| (name(key), read_fields(value, " or ", checking)))
        .collect()
}

fn limits(node: &Node) -> Vec<(String, usize)> {
    let limits = pairs(node, "limits").into_iter();
    limits
        .filter_map(|(column, limit)| Some((column, limit.parse().ok()?)))
        .collect()
}

fn write_values(node: &Node, checking: &mut Checking) -> Vec<(String, Vec<WriteValue>)> {
    let mut found = Vec::new();
    for (key, rules) in entries(node, "values") {
        let rules = rules.items().iter().map(|rule| WriteValue {
            value: text(rule, "value"),
            when: expression(rule, "when", checking),
        });
        found.push((name(key), rules.collect()));
    }
    found
}
