//! Charts as inline SVG: flows and bars. Each has its title and description for those who don't see it, and takes
//! its colours from the page's style, so that it is right in the dark and on paper.

use std::fmt::Write;

use minijinja::HtmlEscape;

/// Width of a chart in its own units.
const WIDTH: f64 = 720.0;
/// Where the labels end and the drawing begins.
const LEFT: f64 = 225.0;
/// Where the drawing ends and the figures begin.
const RIGHT: f64 = 520.0;
/// Height of a line of bars.
const LINE: f64 = 26.0;
/// The least thickness of something that is there.
const THIN: f64 = 1.5;
/// Thickness of a node of a flow, and the gap between two.
const NODE: f64 = 14.0;
const GAP: f64 = 14.0;
/// Height that all flows share.
const FLOWS: f64 = 260.0;
/// Width of a step of a waterfall.
const STEP: f64 = 180.0;
/// The most characters of a label.
const LABEL: usize = 30;

/// What a chart says of itself.
#[derive(Clone, Copy, Debug)]
pub struct Title<'a> {
    /// Its name in the page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// What can be seen in it, in words.
    pub about: &'a str,
}

/// A line of bars: label, parts, and what stands behind them.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// The lengths of its parts, one behind the other.
    pub parts: Vec<u64>,
    /// The figure.
    pub figure: String,
}

/// How much goes from one place to another: (from, to, how much).
pub type Flows<'a> = &'a [(String, String, u64)];

/// Bars, drawn against `whole`, or the longest where that is 0; `legend` names their parts.
pub fn bars(title: Title, bars: &[Bar], legend: &[&str], whole: u64) -> String {
    let longest = bars.iter().map(|bar| bar.parts.iter().sum::<u64>()).max();
    let whole = whole.max(longest.unwrap_or(0)).max(1) as f64;
    let top = if legend.len() > 1 { LINE } else { 0.0 };
    let height = top + LINE * bars.len() as f64 + 4.0;
    let mut svg = begin(title, height);
    if legend.len() > 1 {
        put_legend(&mut svg, legend);
    }
    for (at, bar) in bars.iter().enumerate() {
        let y = top + LINE * at as f64;
        put_text(&mut svg, 0.0, y + 17.0, "", &cut(&bar.label));
        let mut x = LEFT;
        for (part, amount) in bar.parts.iter().enumerate().filter(|(_, part)| **part > 0) {
            let width = (*amount as f64 / whole * (RIGHT - LEFT)).max(THIN);
            let _ = write!(
                svg,
                "<rect class=\"p{part}\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{:.1}\"/>",
                y + 4.0,
                LINE - 8.0
            );
            x += width;
        }
        put_text(&mut svg, x + 6.0, y + 17.0, "figure", &bar.figure);
    }
    svg.push_str("</svg>");
    svg
}

fn put_legend(svg: &mut String, legend: &[&str]) {
    let mut x = LEFT;
    for (at, name) in legend.iter().enumerate() {
        let _ = write!(
            svg,
            "<rect class=\"p{at}\" x=\"{x:.1}\" y=\"5\" width=\"12\" height=\"12\"/>"
        );
        put_text(svg, x + 17.0, 16.0, "", name);
        x += 34.0 + 7.2 * name.chars().count() as f64;
    }
}

/// A node of a flow: what, how much, where it begins, and how far it is used up.
struct Node<'a> {
    name: &'a str,
    all: u64,
    y: f64,
    used: f64,
}

/// Flows from the left to the right, as bands that are as thick as much flows.
pub fn flows(title: Title, flows: Flows, figure: impl Fn(u64) -> String) -> String {
    let all = flows
        .iter()
        .map(|(_, _, amount)| amount)
        .sum::<u64>()
        .max(1);
    let scale = FLOWS / all as f64;
    let mut left = nodes(flows.iter().map(|(from, _, amount)| (from, amount)));
    let mut right = nodes(flows.iter().map(|(_, to, amount)| (to, amount)));
    // What is on both sides stands in one order.
    let order = |node: &Node| left.iter().position(|other| other.name == node.name);
    right.sort_by_key(|node| order(node).unwrap_or(usize::MAX));
    place(&mut left, scale);
    place(&mut right, scale);
    let end = |nodes: &[Node]| {
        nodes
            .last()
            .map_or(0.0, |node| node.y + thick(node.all, scale))
    };
    let height = end(&left).max(end(&right)) + 24.0;
    let mut svg = begin(title, height);
    for (from, to, amount) in flows {
        let start = left.iter().position(|node| node.name == from);
        let goal = right.iter_mut().find(|node| node.name == to);
        let (Some(number), Some(goal)) = (start, goal) else {
            continue;
        };
        let Some(start) = left.get_mut(number) else {
            continue;
        };
        let thickness = thick(*amount, scale);
        let stays = if from == to { "stays" } else { "moves" };
        let (a, b) = (start.y + start.used, goal.y + goal.used);
        band(&mut svg, &format!("f{number} {stays}"), a, b, thickness);
        start.used += thickness;
        goal.used += thickness;
    }
    for node in &left {
        put_node(&mut svg, node, LEFT - NODE, scale, &figure);
    }
    for node in &right {
        put_node(&mut svg, node, RIGHT, scale, &figure);
    }
    svg.push_str("</svg>");
    svg
}

fn thick(amount: u64, scale: f64) -> f64 {
    (amount as f64 * scale).max(THIN)
}

/// The nodes of one side, in the order in which they occur.
fn nodes<'a>(ends: impl Iterator<Item = (&'a String, &'a u64)>) -> Vec<Node<'a>> {
    let mut nodes: Vec<Node> = Vec::new();
    for (name, amount) in ends {
        match nodes.iter_mut().find(|node| node.name == name) {
            Some(node) => node.all += amount,
            None => nodes.push(Node {
                name,
                all: *amount,
                y: 0.0,
                used: 0.0,
            }),
        }
    }
    nodes
}

/// Places nodes below each other, far enough apart for their labels.
fn place(nodes: &mut [Node], scale: f64) {
    let mut y = 8.0;
    for node in nodes {
        node.y = y;
        y += thick(node.all, scale).max(24.0) + GAP;
    }
}

fn band(svg: &mut String, class: &str, a: f64, b: f64, thickness: f64) {
    let (x, end) = (LEFT, RIGHT);
    let middle = f64::midpoint(x, end);
    let _ = write!(
        svg,
        "<path class=\"{class}\" d=\"M{x} {a:.1}C{middle} {a:.1} {middle} {b:.1} {end} {b:.1}V{:.1}C{middle} {:.1} {middle} {:.1} {x} {:.1}Z\"/>",
        b + thickness,
        b + thickness,
        a + thickness,
        a + thickness
    );
}

fn put_node(svg: &mut String, node: &Node, x: f64, scale: f64, figure: &impl Fn(u64) -> String) {
    let height = thick(node.all, scale);
    let _ = write!(
        svg,
        "<rect class=\"node\" x=\"{x}\" y=\"{:.1}\" width=\"{NODE}\" height=\"{height:.1}\"/>",
        node.y
    );
    let y = node.y + (height / 2.0).max(8.0);
    let (at, class) = if x < LEFT {
        (x - 8.0, "end")
    } else {
        (x + NODE + 8.0, "")
    };
    put_text(svg, at, y - 2.0, class, &cut(node.name));
    put_text(
        svg,
        at,
        y + 14.0,
        &format!("{class} figure"),
        &figure(node.all),
    );
}

/// A step of a waterfall in a line of a table that also says it in words: from one sum to the next on a scale from `low`
/// to `high`, with a line at `mark`.
pub fn step((from, to): (f64, f64), (low, high): (f64, f64), mark: f64) -> String {
    let place = |sum: f64| 2.0 + (sum - low) / (high - low).max(1.0) * (STEP - 4.0);
    let class = if to < from { "against" } else { "for" };
    let (start, end) = (place(from.min(to)), place(from.max(to)));
    format!(
        "<svg class=\"step\" aria-hidden=\"true\" viewBox=\"0 0 {STEP} 18\">\
         <path class=\"mark\" d=\"M{:.1} 0V18\"/>\
         <rect class=\"{class}\" x=\"{start:.1}\" y=\"3\" width=\"{:.1}\" height=\"12\"/></svg>",
        place(mark),
        (end - start).max(THIN),
    )
}

fn begin(title: Title, height: f64) -> String {
    let Title { id, title, about } = title;
    let (title, about) = (HtmlEscape(title), HtmlEscape(about));
    format!(
        "<svg role=\"img\" aria-labelledby=\"{id}-t {id}-d\" viewBox=\"0 0 {WIDTH} {height:.0}\">\
         <title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{about}</desc>"
    )
}

fn put_text(svg: &mut String, x: f64, y: f64, class: &str, text: &str) {
    let text = HtmlEscape(text);
    let _ = write!(
        svg,
        "<text class=\"{}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>",
        class.trim()
    );
}

fn cut(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_string();
    }
    let mut short: String = label.chars().take(LABEL - 1).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: Title = Title {
        id: "x",
        title: "a < b",
        about: "words",
    };

    #[test]
    fn a_label_can_not_leave_its_text() {
        let bar = Bar {
            label: "<script>alert(1)".into(),
            parts: vec![1, 0, 2],
            figure: "3".into(),
        };
        let svg = bars(TITLE, &[bar], &["one", "two", "three"], 0);
        assert!(!svg.contains("<script"), "{svg}");
        assert!(svg.contains("a &lt; b"), "{svg}");
        assert_eq!(svg.matches("<rect").count(), 3 + 2);
    }

    #[test]
    fn a_step_stays_within_its_scale() {
        let svg = step((-8.0, 4.0), (-8.0, 4.0), 0.0);
        assert!(svg.contains("class=\"for\" x=\"2.0\""), "{svg}");
        assert!(svg.contains("width=\"176.0\""), "{svg}");
        assert!(step((1.0, 1.0), (0.0, 0.0), 0.0).contains("width=\"1.5\""));
    }

    #[test]
    fn every_flow_is_a_band_and_every_end_a_node() {
        let of = |a: &str, b: &str, n| (a.to_string(), b.to_string(), n);
        let list = [of("lead", "contact", 5), of("lead", "lead", 7)];
        let svg = flows(TITLE, &list, |n| n.to_string());
        assert_eq!(svg.matches("<path").count(), 2);
        assert_eq!(svg.matches("class=\"node\"").count(), 3);
    }
}
