//! Names of organizations and their legal forms.
