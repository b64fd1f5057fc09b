//! E-mail addresses in lower case.
