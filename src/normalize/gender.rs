//! Gender words of five languages.
