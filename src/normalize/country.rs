//! Countries as ISO 3166-1 alpha-2.
