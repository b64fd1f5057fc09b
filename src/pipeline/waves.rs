//! Work that is done in parallel and taken over in order. Desks and results are used again and again, so that no memory is
//! asked for anew for each piece of work.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::error::Result;

/// How many pieces each worker does before the results are taken over.
const EACH: usize = 2;

/// Things that are not in use.
#[derive(Debug)]
struct Spare<T>(Mutex<Vec<T>>);

impl<T> Spare<T> {
    fn take_or(&self, make: impl FnOnce() -> T) -> T {
        let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let one = spare.pop();
        drop(spare);
        one.unwrap_or_else(make)
    }

    fn give(&self, one: T) {
        let mut spare = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        spare.push(one);
    }
}

/// Does `work` on every piece, at a desk that `desk` makes, into what `part` makes; `sink` is given the parts in the order
/// of the pieces. A part comes back to `work` as `sink` left it.
///
/// # Errors
/// The first of `work` or `sink`.
pub fn in_order<I: Sync, D: Send, P: Send>(
    pieces: &[I],
    desk: impl Fn() -> D + Sync,
    part: impl Fn() -> P + Sync,
    work: impl Fn(&I, &mut D, &mut P) -> Result<()> + Sync,
    mut sink: impl FnMut(&I, &mut P) -> Result<()>,
) -> Result<()> {
    let (desks, parts) = (Spare(Mutex::default()), Spare(Mutex::default()));
    for wave in pieces.chunks(rayon::current_num_threads() * EACH) {
        let done = wave.par_iter().map(|piece| {
            let (mut own, mut made) = (desks.take_or(&desk), parts.take_or(&part));
            let done = work(piece, &mut own, &mut made);
            desks.give(own);
            done.map(|()| made)
        });
        let done: Vec<Result<P>> = done.collect();
        for (piece, made) in wave.iter().zip(done) {
            let mut made = made?;
            sink(piece, &mut made)?;
            parts.give(made);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn parts_come_in_order_and_are_used_again() {
        let pieces: Vec<u32> = (0..100).collect();
        let made = Mutex::new(0);
        let mut seen = Vec::new();
        in_order(
            &pieces,
            || (),
            || {
                *made.lock().unwrap() += 1;
                Vec::new()
            },
            |piece, (), part| {
                part.push(*piece);
                Ok(())
            },
            |piece, part| {
                assert_eq!(part.as_slice(), [*piece]);
                seen.append(part);
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(seen, pieces);
        assert!(*made.lock().unwrap() <= rayon::current_num_threads() * EACH);
    }

    #[test]
    fn the_first_error_ends_it() {
        let mut taken = 0;
        let found = in_order(
            &[1, 2, 3],
            || (),
            || (),
            |piece, (), ()| match piece {
                2 => Err(Error::new("two", "")),
                _ => Ok(()),
            },
            |_, ()| {
                taken += 1;
                Ok(())
            },
        );
        assert!(found.is_err() && taken == 1);
    }
}
