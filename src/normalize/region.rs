//! Regions as ISO 3166-2.
