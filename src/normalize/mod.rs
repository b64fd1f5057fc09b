//! One spelling per kind of value.
