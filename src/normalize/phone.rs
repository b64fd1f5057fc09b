//! Phone numbers as E.164.
