//! Word lists as data.
