//! The one table of canonical fields: name, type, kind of party, meaning, standard.

/// What kind of value a field holds, and so how it is normalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// One line of text.
    Text,
    /// Text that may have several lines.
    LongText,
    /// A key: exact bytes.
    Id,
    /// A person's whole name.
    Name,
    /// An organization's name.
    OrgName,
    /// An e-mail address.
    Email,
    /// Several e-mail addresses.
    EmailList,
    /// A telephone number.
    Phone,
    /// Several telephone numbers.
    PhoneList,
    /// A web address.
    Url,
    /// An internet domain.
    Domain,
    /// A day.
    Date,
    /// A moment.
    Time,
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// Yes or no.
    Flag,
    /// May be contacted: no, yes, unknown.
    Consent,
    /// One of a vendor's picklist values.
    Value,
    /// Several texts.
    List,
    /// The key of another record.
    Link,
    /// A user, by e-mail, name or id.
    Owner,
    /// A country.
    Country,
    /// A state or province.
    Region,
    /// A language.
    Language,
    /// A currency.
    Currency,
    /// male, female, other.
    Gender,
}

impl Type {
    /// Whether a value of this type may hold several items.
    pub fn is_list(self) -> bool {
        matches!(self, Self::List | Self::EmailList | Self::PhoneList)
    }

    /// Whether a target would refuse a value of this type that can't be read, so that it is kept aside instead.
    pub fn is_strict(self) -> bool {
        matches!(
            self,
            Self::Email
                | Self::Date
                | Self::Time
                | Self::Number
                | Self::Money
                | Self::Flag
                | Self::Consent
                | Self::Domain
        )
    }
}

/// Which kind of party a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// People only.
    Person,
    /// Organizations only.
    Organization,
    /// Either.
    Both,
}

/// One canonical field.
#[derive(Debug)]
pub struct Field {
    /// Its name, as profiles and reports write it.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whom it describes.
    pub of: Of,
    /// What it means.
    pub about: &'static str,
    /// The standard it follows, or empty.
    pub standard: &'static str,
}

/// A field's place in [`FIELDS`]; beyond its end, in a run's list of open-ended fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(pub u16);

const fn f(
    name: &'static str,
    ty: Type,
    of: Of,
    about: &'static str,
    standard: &'static str,
) -> Field {
    Field {
        name,
        ty,
        of,
        about,
        standard,
    }
}

/// Every canonical field with a fixed name.
#[rustfmt::skip]
pub const FIELDS: &[Field] = &[
    f("origin.id", Type::Id, Of::Both, "the record's id in its source, exact bytes", ""),
    f("origin.external_ids", Type::List, Of::Both, "ids in other systems", ""),
    f("name.full", Type::Name, Of::Person, "the whole name in one text", "vCard FN"),
    f("name.prefix", Type::Text, Of::Person, "Mr., Dra.", "vCard N"),
    f("name.given", Type::Text, Of::Person, "first name", "vCard N"),
    f("name.middle", Type::Text, Of::Person, "middle name", "vCard N"),
    f("name.family", Type::Text, Of::Person, "family name; both surnames of Spanish and Portuguese names", "vCard N"),
    f("name.suffix", Type::Text, Of::Person, "Jr., III", "vCard N"),
    f("name.nickname", Type::Text, Of::Person, "what friends say", "vCard NICKNAME"),
    f("gender", Type::Gender, Of::Person, "male, female, other", "vCard GENDER"),
    f("birthday", Type::Date, Of::Person, "day of birth", "vCard BDAY"),
    f("language", Type::Language, Of::Both, "preferred language", "BCP 47"),
    f("timezone", Type::Text, Of::Both, "time zone", "IANA"),
    f("email", Type::Email, Of::Both, "first or work e-mail address", "RFC 5321, IDNA"),
    f("email.other", Type::EmailList, Of::Both, "further addresses", "RFC 5321, IDNA"),
    f("email.bounced", Type::Flag, Of::Both, "the address is known to bounce", ""),
    f("phone", Type::Phone, Of::Both, "main or business line", "E.164, RFC 3966"),
    f("phone.mobile", Type::Phone, Of::Both, "mobile", "E.164, RFC 3966"),
    f("phone.home", Type::Phone, Of::Person, "private line", "E.164, RFC 3966"),
    f("phone.fax", Type::Phone, Of::Both, "fax", "E.164, RFC 3966"),
    f("phone.other", Type::PhoneList, Of::Both, "further numbers", "E.164, RFC 3966"),
    f("title", Type::Text, Of::Person, "job title", "vCard TITLE"),
    f("department", Type::Text, Of::Person, "department", "vCard ORG"),
    f("organization.id", Type::Link, Of::Both, "the organization that a person belongs to", ""),
    f("organization.name", Type::OrgName, Of::Both, "the organization's name", "vCard ORG"),
    f("organization.domain", Type::Domain, Of::Both, "its internet domain", "RFC 1035"),
    f("organization.legal_form", Type::Text, Of::Organization, "GmbH, S.A. de C.V.", "ISO 20275"),
    f("organization.tax_id", Type::Id, Of::Organization, "VAT, NIF, RFC, RUT, CUIT, CNPJ", ""),
    f("organization.type", Type::Value, Of::Both, "customer, partner, prospect, as the vendor wrote it", ""),
    f("organization.industry", Type::Value, Of::Both, "line of business", ""),
    f("organization.employees", Type::Number, Of::Both, "head count", ""),
    f("organization.revenue", Type::Money, Of::Both, "annual revenue", ""),
    f("organization.parent", Type::Link, Of::Organization, "the organization above it", ""),
    f("organization.founded", Type::Text, Of::Organization, "year of foundation", ""),
    f("person.tax_id", Type::Id, Of::Person, "personal tax number; sensitive", ""),
    f("person.documents", Type::List, Of::Person, "identity papers; sensitive", ""),
    f("website", Type::Url, Of::Both, "web address", "RFC 3986"),
    f("social.linkedin", Type::Text, Of::Both, "LinkedIn page", ""),
    f("social.twitter", Type::Text, Of::Both, "Twitter or X handle", ""),
    f("social.facebook", Type::Text, Of::Both, "Facebook page", ""),
    f("social.other", Type::List, Of::Both, "other profiles", ""),
    f("address.street", Type::LongText, Of::Both, "main address: street and number", "vCard ADR"),
    f("address.street2", Type::Text, Of::Both, "second line", "vCard ADR"),
    f("address.city", Type::Text, Of::Both, "city", "vCard ADR"),
    f("address.region", Type::Region, Of::Both, "state, province", "ISO 3166-2"),
    f("address.postal_code", Type::Text, Of::Both, "postal code", "vCard ADR"),
    f("address.country", Type::Country, Of::Both, "country", "ISO 3166-1"),
    f("address.other.street", Type::LongText, Of::Both, "second address: street and number", "vCard ADR"),
    f("address.other.street2", Type::Text, Of::Both, "second line", "vCard ADR"),
    f("address.other.city", Type::Text, Of::Both, "city", "vCard ADR"),
    f("address.other.region", Type::Region, Of::Both, "state, province", "ISO 3166-2"),
    f("address.other.postal_code", Type::Text, Of::Both, "postal code", "vCard ADR"),
    f("address.other.country", Type::Country, Of::Both, "country", "ISO 3166-1"),
    f("owner", Type::Owner, Of::Both, "the user who answers for the record", ""),
    f("status", Type::Value, Of::Both, "the status as the vendor wrote it", ""),
    f("lead.source", Type::Value, Of::Both, "how the party was won", ""),
    f("lead.source_detail", Type::Text, Of::Both, "more on the source", ""),
    f("lead.score", Type::Number, Of::Both, "score", ""),
    f("campaign", Type::Text, Of::Both, "campaign", ""),
    f("stage.entered_at.known", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.interested", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.engaged", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.mql", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.sql", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.opportunity", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.customer", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.former_customer", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.nurture", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("stage.entered_at.disqualified", Type::Time, Of::Both, "when the stage was reached", "ISO 8601"),
    f("converted_at", Type::Time, Of::Both, "when the lead was converted", "ISO 8601"),
    f("became.person", Type::Link, Of::Both, "the person that a lead became", ""),
    f("became.organization", Type::Link, Of::Both, "the organization that a lead became", ""),
    f("became.deal", Type::Text, Of::Both, "the deal that a lead became", ""),
    f("customer_since", Type::Date, Of::Both, "first day as a customer", "ISO 8601"),
    f("customer_until", Type::Date, Of::Both, "last day as a customer", "ISO 8601"),
    f("consent.email", Type::Consent, Of::Both, "may be written to by e-mail", ""),
    f("consent.phone", Type::Consent, Of::Both, "may be called", ""),
    f("consent.post", Type::Consent, Of::Both, "may be written to by post", ""),
    f("consent.sms", Type::Consent, Of::Both, "may be texted", ""),
    f("consent.fax", Type::Consent, Of::Both, "may be faxed", ""),
    f("consent.basis", Type::Text, Of::Both, "legal basis", "GDPR art. 6"),
    f("consent.at", Type::Time, Of::Both, "when consent was given", "ISO 8601"),
    f("consent.source", Type::Text, Of::Both, "where consent was given", ""),
    f("description", Type::LongText, Of::Both, "notes", "vCard NOTE"),
    f("tags", Type::List, Of::Both, "labels", "vCard CATEGORIES"),
    f("created_at", Type::Time, Of::Both, "when the record was made", "ISO 8601, RFC 3339"),
    f("modified_at", Type::Time, Of::Both, "when the record was last changed", "ISO 8601, RFC 3339"),
    f("last_activity_at", Type::Time, Of::Both, "last activity", "ISO 8601, RFC 3339"),
    f("manager", Type::Link, Of::Person, "the person above", ""),
    f("assistant", Type::Text, Of::Person, "assistant's name", ""),
    f("phone.assistant", Type::Phone, Of::Person, "assistant's number", "E.164, RFC 3966"),
    f("deleted", Type::Flag, Of::Both, "the source marks the row as deleted", ""),
    f("merged_into", Type::Link, Of::Both, "the record that the source merged this one into", ""),
    f("currency", Type::Currency, Of::Both, "currency of the amounts on the row", "ISO 4217"),
    f("deal.name", Type::Text, Of::Both, "name of the lead's deal", ""),
    f("deal.amount", Type::Money, Of::Both, "its amount", ""),
    f("deal.currency", Type::Currency, Of::Both, "its currency", "ISO 4217"),
    f("deal.stage", Type::Value, Of::Both, "its stage", ""),
    f("deal.closes_at", Type::Date, Of::Both, "when it is to close, or was closed", "ISO 8601"),
    f("deal.won", Type::Flag, Of::Both, "whether it was won", ""),
    f("deal.closed", Type::Flag, Of::Both, "whether it is over, won or lost", ""),
    f("deal.state", Type::Value, Of::Both, "open, won or lost, where one column says it", ""),
    f("deal.probability", Type::Number, Of::Both, "how likely it is to be won, in per cent", ""),
    f("customer_number", Type::Text, Of::Both, "its number in the books", ""),
    f("invoiced_at", Type::Date, Of::Both, "day of the last invoice", "ISO 8601"),
    f("interest", Type::Text, Of::Both, "the form, download or event that it took part in", ""),
    f("interest.count", Type::Number, Of::Both, "how often it did", ""),
    f("about", Type::Link, Of::Both, "on a row around the parties: the party, deal or campaign that it is about", ""),
    f("activity.subject", Type::Text, Of::Both, "what an activity is about, in a line", ""),
    f("activity.kind", Type::Value, Of::Both, "call, meeting, e-mail, task, as the vendor wrote it", ""),
    f("activity.status", Type::Value, Of::Both, "its status, as the vendor wrote it", ""),
    f("activity.outcome", Type::Value, Of::Both, "what came of it, as the vendor wrote it", ""),
    f("activity.direction", Type::Value, Of::Both, "inbound or outbound, as the vendor wrote it", ""),
    f("activity.done", Type::Flag, Of::Both, "whether it took place or was answered", ""),
    f("activity.at", Type::Time, Of::Both, "when it took place or is due", "ISO 8601"),
    f("activity.done_at", Type::Time, Of::Both, "when it was done", "ISO 8601"),
    f("campaign.kind", Type::Value, Of::Both, "webinar, trade show, mailing, as the vendor wrote it", ""),
    f("user.email", Type::Email, Of::Person, "a user's address (users file)", "RFC 5321"),
    f("user.name", Type::Text, Of::Person, "a user's name (users file)", ""),
    f("user.active", Type::Flag, Of::Person, "whether the user may still log in (users file)", ""),
];

/// Beginnings of the names of open-ended fields: `custom.NAME`, `consent.topic.NAME`.
pub const OPEN: [(&str, Type); 2] = [("custom.", Type::Text), ("consent.topic.", Type::Consent)];

/// The field of that fixed name.
pub fn find(name: &str) -> Option<FieldId> {
    let at = FIELDS.iter().position(|field| field.name == name)?;
    u16::try_from(at).ok().map(FieldId)
}

/// What a field of that name holds, fixed or open-ended; nothing where no field has the name.
pub fn type_of(name: &str) -> Option<Type> {
    let fixed = find(name).and_then(|id| FIELDS.get(usize::from(id.0)));
    fixed.map(|field| field.ty).or_else(|| {
        OPEN.iter()
            .find(|(start, _)| name.len() > start.len() && name.starts_with(start))
            .map(|(_, ty)| *ty)
    })
}

/// The field where the second and later values go, when several columns feed a field that holds one.
pub fn overflow(name: &str) -> Option<&'static str> {
    match name {
        "email" => Some("email.other"),
        "phone" | "phone.mobile" | "phone.home" => Some("phone.other"),
        "social.linkedin" | "social.twitter" | "social.facebook" | "website" => {
            Some("social.other")
        }
        _ => None,
    }
}

/// The fields of a run: the fixed ones, and the open-ended ones that its profiles and tables bring.
#[derive(Clone, Debug, Default)]
pub struct Fields {
    open: Vec<(String, Type)>,
}

impl Fields {
    /// The field of that name; an open-ended one is added if it is new. `None` where no field can have the name.
    pub fn intern(&mut self, name: &str) -> Option<FieldId> {
        if let Some(id) = self.find(name) {
            return Some(id);
        }
        let ty = type_of(name)?;
        let at = FIELDS.len() + self.open.len();
        self.open.push((name.to_string(), ty));
        u16::try_from(at).ok().map(FieldId)
    }

    /// The field of that name, if the run has it.
    pub fn find(&self, name: &str) -> Option<FieldId> {
        let open = || {
            let at = self.open.iter().position(|(open, _)| open == name)?;
            u16::try_from(FIELDS.len() + at).ok().map(FieldId)
        };
        find(name).or_else(open)
    }

    /// The name of a field.
    pub fn name(&self, id: FieldId) -> &str {
        let at = usize::from(id.0);
        match FIELDS.get(at) {
            Some(field) => field.name,
            None => self
                .open
                .get(at - FIELDS.len())
                .map_or("", |open| open.0.as_str()),
        }
    }

    /// What a field holds.
    pub fn ty(&self, id: FieldId) -> Type {
        let at = usize::from(id.0);
        match FIELDS.get(at) {
            Some(field) => field.ty,
            None => self
                .open
                .get(at - FIELDS.len())
                .map_or(Type::Text, |open| open.1),
        }
    }

    /// How many fields there are; ids are below it.
    pub fn len(&self) -> usize {
        FIELDS.len() + self.open.len()
    }

    /// Never: there are always the fixed ones.
    pub fn is_empty(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = FIELDS.iter().map(|field| field.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FIELDS.len());
    }

    #[test]
    fn open_ended_names_need_a_name() {
        assert_eq!(type_of("custom.x"), Some(Type::Text));
        assert_eq!(type_of("custom."), None);
        assert_eq!(type_of("name.first"), None);
    }
}
