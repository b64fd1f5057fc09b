//! A page of text: headings, wrapped paragraphs and small tables that fit a width.

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, ContentArrangement, Table};

/// Columns of a page that is written for people.
pub(super) const WIDTH: usize = 80;

/// Columns of a terminal that is not asked, or none.
const WIDE: u16 = 120;

/// The terminal's width, between a page's and one that the eye can follow.
pub(super) fn width() -> u16 {
    let own = Table::new().width().unwrap_or(WIDE);
    own.clamp(u16::try_from(WIDTH).unwrap_or(80), 160)
}

/// Text that is built up line by line.
#[derive(Debug, Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// A heading, with a blank line before it.
    pub fn heading(&mut self, title: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&format!("\x1b[1m{title}\x1b[0m\n"));
    }

    /// A paragraph that begins with `lead` and is wrapped under its own beginning.
    pub fn item(&mut self, lead: &str, text: &str) {
        let indent = lead.chars().count();
        let room = WIDTH.saturating_sub(indent).max(20);
        for (at, line) in wrap(text, room).into_iter().enumerate() {
            if at == 0 {
                self.text.push_str(lead);
            } else {
                self.text.push_str(&" ".repeat(indent));
            }
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// Lines as they are.
    pub fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.text.push_str(&format!("  {line}\n"));
        }
    }

    /// Rows as a table of that width; columns in `right` are aligned on the right.
    pub fn table(&mut self, head: &[&str], rows: Vec<Vec<String>>, right: &[usize], width: u16) {
        let mut table = Table::new();
        table.load_style(NOTHING);
        table.force_no_tty();
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(width);
        if !head.is_empty() {
            table.set_header(head.to_vec());
        }
        table.add_rows(rows);
        for at in right {
            if let Some(column) = table.column_mut(*at) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        for line in table.lines() {
            self.text.push_str(&format!(" {}\n", line.trim_end()));
        }
    }

    /// The page.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Breaks a text at white space into lines of at most `width` characters; longer words stay whole.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let needed = line.chars().count() + 1 + word.chars().count();
        if !line.is_empty() && needed > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// A count with commas between thousands.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A share in per cent, with one decimal where it would read as none or all and is not.
pub(super) fn per_cent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_string();
    }
    let share = part as f64 * 100.0 / whole as f64;
    let rounds_away = (share < 1.0 && part > 0) || (share > 99.0 && part < whole);
    if rounds_away {
        format!("{:.1} %", share.clamp(0.1, 99.9))
    } else {
        format!("{share:.0} %")
    }
}

/// A count and its noun, which takes an s where there are several.
pub(super) fn of(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", count(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_wrapped_under_its_own_beginning() {
        let mut page = Page::default();
        page.item("  1. ", &"word ".repeat(30));
        let text = page.finish();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.lines().nth(1).unwrap().starts_with("     word"));
    }

    #[test]
    fn a_share_is_never_rounded_to_none_or_all() {
        assert_eq!(per_cent(1, 100_000), "0.1 %");
        assert_eq!(per_cent(99_999, 100_000), "99.9 %");
        assert_eq!(per_cent(1, 2), "50 %");
        assert_eq!(per_cent(0, 0), "–");
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(of(1, "row"), "1 row");
        assert_eq!(of(1000, "row"), "1,000 rows");
    }
}
