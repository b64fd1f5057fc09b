//! Flags: yes or no.
