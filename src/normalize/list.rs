//! Lists of values in one cell.
