//! Which of the known words was meant.

use rapidfuzz::distance::osa;

/// The known word closest to a mistyped one: at most two slips, or one in three letters of longer
/// words; the first of equals. Case does not count as a slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let limit = (lower.chars().count() / 3).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let slips = osa::distance(lower.chars(), candidate.to_lowercase().chars());
        if slips <= limit && best.is_none_or(|(least, _)| slips < least) {
            best = Some((slips, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_nonsense_finds_none() {
        let known = ["stage", "kind", "temperature"];
        assert_eq!(nearest("stge", known), Some("stage"));
        assert_eq!(nearest("Stage", known), Some("stage"));
        assert_eq!(nearest("temprature", known), Some("temperature"));
        assert_eq!(nearest("zzz", known), None);
    }
}
