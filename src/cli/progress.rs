//! How far a run is, drawn on stderr while somebody watches.

use std::sync::RwLock;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::output;
use crate::pipeline::Progress;

const BAR: &str = "{msg:24} {wide_bar:.cyan/dim} {percent:>3} % {elapsed:>5}";
const SPINNER: &str = "{msg:24} {spinner} {elapsed:>5}";

/// One bar, which each step takes over.
pub(super) struct Bar {
    bar: RwLock<ProgressBar>,
}

impl Bar {
    /// A bar on stderr; nothing is drawn where stderr is no terminal, or `quiet`.
    pub fn new(quiet: bool) -> Self {
        let target = if quiet || !output::is_watched() {
            ProgressDrawTarget::hidden()
        } else {
            ProgressDrawTarget::stderr_with_hz(8)
        };
        let bar = ProgressBar::with_draw_target(None, target);
        Self {
            bar: RwLock::new(bar),
        }
    }

    /// Takes the bar away.
    pub fn clear(&self) {
        if let Ok(bar) = self.bar.read() {
            bar.finish_and_clear();
        }
    }
}

impl Progress for Bar {
    fn step(&self, name: &str, total: u64) {
        let Ok(bar) = self.bar.write() else { return };
        let template = if total == 0 { SPINNER } else { BAR };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.reset();
        bar.set_message(name.to_string());
        if total == 0 {
            bar.enable_steady_tick(Duration::from_millis(125));
        } else {
            bar.disable_steady_tick();
            bar.set_length(total);
        }
    }

    fn done(&self, count: u64) {
        if let Ok(bar) = self.bar.read() {
            bar.inc(count);
        }
    }
}
