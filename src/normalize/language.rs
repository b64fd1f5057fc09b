//! Languages as BCP 47.
