//! An answer as Markdown, and as one page of HTML to hand out.

use std::fmt::Write as _;

use super::Answer;

/// Markdown.
pub fn markdown(answer: &Answer) -> String {
    let mut out = format!("# {}\n", answer.title);
    for part in &answer.parts {
        let _ = write!(out, "\n## {}\n", part.heading);
        for line in &part.lines {
            let _ = write!(out, "\n- {}", cell(line));
        }
        if !part.lines.is_empty() {
            out.push('\n');
        }
        if !part.head.is_empty() {
            let rule = vec!["---"; part.head.len()].join("|");
            let _ = write!(out, "\n{}|{rule}|\n", row(&part.head));
            part.rows.iter().for_each(|cells| out.push_str(&row(cells)));
        }
    }
    let _ = write!(out, "\n{}\n", answer.made);
    out
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn cell(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('|', "\\|")
        .replace('\n', " ")
        .replace('<', "&lt;")
}

const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1c1c1c;--paper:#fff;--line:#c9c9c9;--soft:#f3f3f0}\
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#161616;--line:#444;--soft:#222}}\
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.6rem}h2{font-size:1.15rem;margin-top:2rem}\
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}\
th,td{border-bottom:1px solid var(--line);padding:.4rem .6rem;text-align:left;vertical-align:top}\
th{background:var(--soft);font-size:.8rem;letter-spacing:.03em}footer{margin-top:2rem;font-size:.85rem;opacity:.75}\
@media print{:root{--ink:#000;--paper:#fff;--line:#999;--soft:#eee}body{margin:0;max-width:none;font-size:11pt}tr{break-inside:avoid}thead{display:table-header-group}}";

/// One page of HTML that needs nothing else: no scripts, no network; for screens, light or dark, and for paper.
pub fn html(answer: &Answer) -> String {
    let title = text(&answer.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        text(&answer.language)
    );
    for part in &answer.parts {
        let _ = writeln!(out, "<h2>{}</h2>", text(&part.heading));
        if !part.lines.is_empty() {
            let items: Vec<String> = part
                .lines
                .iter()
                .map(|line| format!("<li>{}</li>\n", text(line)))
                .collect();
            let _ = writeln!(out, "<ul>\n{}</ul>", items.concat());
        }
        if !part.head.is_empty() {
            let rows: String = part
                .rows
                .iter()
                .map(|cells| html_row(cells, "td"))
                .collect();
            let head = html_row(&part.head, "th scope=\"col\"");
            let _ = writeln!(
                out,
                "<div class=\"wide\"><table>\n<thead>{head}</thead>\n<tbody>\n{rows}</tbody>\n</table></div>"
            );
        }
    }
    let _ = write!(
        out,
        "<footer>{}</footer>\n</body>\n</html>\n",
        text(&answer.made)
    );
    out
}

fn html_row(cells: &[String], tag: &str) -> String {
    let end = tag.split(' ').next().unwrap_or(tag);
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| format!("<{tag}>{}</{end}>", text(cell)))
        .collect();
    format!("<tr>{}</tr>\n", cells.concat())
}

fn text(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
