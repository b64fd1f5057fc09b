//! Day first or month first: what a whole column says.

use super::text::{Numbers, numbers};

/// The order of day, month and year in a date of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Year first, as in ISO 8601.
    #[default]
    Ymd,
    /// Day first.
    Dmy,
    /// Month first.
    Mdy,
}

/// How many values of a column can be read in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    year_first: u64,
    only_dmy: u64,
    only_mdy: u64,
    both: u64,
}

/// The order of a column, and how well it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The order to read the column in.
    pub order: Order,
    /// Whether the order is known. If not, values that fit both orders must not be read.
    pub sure: bool,
    /// Whether some values can only be read day first and others only month first.
    pub contradicts: bool,
    /// The counts that the decision rests on, in words.
    pub about: String,
}

impl Evidence {
    /// Notes one value; what isn't a date of numbers says nothing.
    pub fn see(&mut self, raw: &str) {
        match numbers(raw.trim()) {
            Some(Numbers {
                year_first: true, ..
            }) => self.year_first += 1,
            Some(Numbers { a, b, .. }) => match (a <= 12, b <= 12) {
                (true, true) if a != b => self.both += 1,
                (false, true) if a <= 31 => self.only_dmy += 1,
                (true, false) if b <= 31 => self.only_mdy += 1,
                _ => {}
            },
            None => {}
        }
    }

    /// Whether nothing but dates that begin with the year was seen, so that no order has to be decided.
    pub fn is_year_first_only(&self) -> bool {
        self.only_dmy + self.only_mdy + self.both == 0
    }

    /// Adds what another part of the column has shown.
    pub fn merge(&mut self, other: &Self) {
        self.year_first += other.year_first;
        self.only_dmy += other.only_dmy;
        self.only_mdy += other.only_mdy;
        self.both += other.both;
    }

    /// The order that the values show, else `fallback`. Not sure where values fit both orders and nothing decides,
    /// or where the values contradict each other.
    pub fn decide(&self, fallback: Option<Order>) -> Decision {
        let contradicts = self.only_dmy > 0 && self.only_mdy > 0;
        let shown = match (self.only_dmy, self.only_mdy) {
            (0, 0) => fallback,
            (dmy, mdy) if dmy >= mdy => Some(Order::Dmy),
            _ => Some(Order::Mdy),
        };
        let undecided = self.both > 0 && matches!(shown, None | Some(Order::Ymd));
        Decision {
            order: shown.unwrap_or_default(),
            sure: !contradicts && !undecided,
            contradicts,
            about: self.about(),
        }
    }

    fn about(&self) -> String {
        let counts = [
            (self.year_first, "year first"),
            (self.only_dmy, "only day first"),
            (self.only_mdy, "only month first"),
            (self.both, "either way"),
        ];
        let parts: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        if parts.is_empty() {
            "no dates of numbers".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(raws: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        raws.iter().for_each(|raw| evidence.see(raw));
        evidence
    }

    #[test]
    fn one_value_that_fits_one_order_decides_the_column() {
        let decision = seen(&["03/04/2024", "15/01/2024 10:00"]).decide(Some(Order::Mdy));
        assert_eq!((decision.order, decision.sure), (Order::Dmy, true));
        assert_eq!(decision.about, "1 only day first, 1 either way");
        assert_eq!(seen(&["1/31/24"]).decide(None).order, Order::Mdy);
    }

    #[test]
    fn values_that_fit_both_orders_decide_nothing() {
        assert!(!seen(&["03/04/2024"]).decide(None).sure);
        assert!(!seen(&["03/04/2024"]).decide(Some(Order::Ymd)).sure);
        assert!(seen(&["03/04/2024"]).decide(Some(Order::Dmy)).sure);
        assert!(
            seen(&["2024-01-02", "04/04/2024", "4 Mar 2024"])
                .decide(None)
                .sure
        );
    }

    #[test]
    fn a_column_can_contradict_itself() {
        let decision = seen(&["15/01/2024", "01/15/2024"]).decide(Some(Order::Dmy));
        assert!(decision.contradicts && !decision.sure);
    }

    #[test]
    fn parts_of_a_column_add_up() {
        let mut whole = seen(&["15/01/2024"]);
        whole.merge(&seen(&["01/02/2024"]));
        assert_eq!(whole, seen(&["15/01/2024", "01/02/2024"]));
    }
}
