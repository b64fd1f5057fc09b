//! The rules, one file each, in the order in which they decide a record's class: the first that changes it counts.

mod competitor_as_lead;
mod contact_is_lead;
mod contact_is_prospect;
mod contact_without_organization;
mod conversion_unfinished;
mod employee_as_lead;
mod former_customer_as_customer;
mod lead_and_contact;
mod lead_is_customer;
mod lead_unqualified;
mod lead_unreachable;
mod no_connection;
mod organization_as_person;
mod organization_in_two_classes;
mod orphaned;
mod owner_gone;
mod partner_as_lead;
mod person_as_organization;
mod placeholder_data;
mod prospect_qualified;
mod role_mailbox_as_person;
mod stage_contradicts_deal;
mod stale;
mod supplier_as_lead;
mod temperature_contradicts;
mod test_record;
mod two_people_in_one_row;
mod without_consent;

use super::Rule;

/// Every rule.
pub const ALL: &[&Rule] = &[
    &test_record::RULE,
    &organization_as_person::RULE,
    &person_as_organization::RULE,
    &role_mailbox_as_person::RULE,
    &conversion_unfinished::RULE,
    &employee_as_lead::RULE,
    &lead_and_contact::RULE,
    &lead_is_customer::RULE,
    &organization_in_two_classes::RULE,
    &former_customer_as_customer::RULE,
    &stage_contradicts_deal::RULE,
    &supplier_as_lead::RULE,
    &partner_as_lead::RULE,
    &competitor_as_lead::RULE,
    &prospect_qualified::RULE,
    &lead_unqualified::RULE,
    &contact_is_prospect::RULE,
    &contact_without_organization::RULE,
    &temperature_contradicts::RULE,
    &two_people_in_one_row::RULE,
    &contact_is_lead::RULE,
    &no_connection::RULE,
    &lead_unreachable::RULE,
    &stale::RULE,
    &without_consent::RULE,
    &owner_gone::RULE,
    &orphaned::RULE,
    &placeholder_data::RULE,
];
