//! Registrable domains from web and mail addresses.
