//! Choices drawn from a row of numbers, so that a failing case shrinks with the row: what is drawn from nothing is
//! always the first and plainest of what there is.

/// A row of numbers to draw choices from.
#[derive(Debug)]
pub struct Choices<'a> {
    left: std::slice::Iter<'a, u16>,
}

impl<'a> Choices<'a> {
    /// Draws from these numbers.
    pub fn new(numbers: &'a [u16]) -> Self {
        Self {
            left: numbers.iter(),
        }
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        usize::from(*self.left.next().unwrap_or(&0)) % count.max(1)
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of several.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
