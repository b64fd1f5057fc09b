//! Numbers and amounts of money as plain decimals.
