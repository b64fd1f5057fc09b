//! Currencies as ISO 4217.
