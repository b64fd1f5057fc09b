//! Days and moments as ISO 8601.
