//! Chains of parents and managers must end.

use super::is_found;
use crate::model::record::NO_RECORD;

/// Cuts every chain that comes back to itself, at the link that closes it, going through the records in order.
/// Gives the records whose link was cut. `links[i]` is the record that record `i` points at.
pub fn cut_cycles(links: &mut [u32]) -> Vec<u32> {
    const NEW: u8 = 0;
    const OPEN: u8 = 1;
    const DONE: u8 = 2;
    let mut state = vec![NEW; links.len()];
    let mut cut = Vec::new();
    let mut path = Vec::new();
    for start in 0..links.len() {
        let mut at = start;
        path.clear();
        while let Some(slot) = state.get_mut(at).filter(|slot| **slot == NEW) {
            *slot = OPEN;
            path.push(at);
            let next = links.get(at).copied().unwrap_or(NO_RECORD);
            if !is_found(next) {
                break;
            }
            if state.get(next as usize) == Some(&OPEN) {
                if let Some(link) = links.get_mut(at) {
                    *link = NO_RECORD;
                }
                cut.extend(u32::try_from(at));
                break;
            }
            at = next as usize;
        }
        for done in &path {
            if let Some(slot) = state.get_mut(*done) {
                *slot = DONE;
            }
        }
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_cut_once_and_a_chain_stays() {
        let mut links = vec![1, 2, 0, 0, NO_RECORD, 5];
        assert_eq!(cut_cycles(&mut links), [2, 5]);
        assert_eq!(links, [1, 2, NO_RECORD, 0, NO_RECORD, NO_RECORD]);
    }
}
