//! Consent: yes, no or unknown.
