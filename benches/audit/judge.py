"""The specification read to the letter, over the world as it was made (no text is read): what each row must be found to be.

The scenes say what they plant; this says what follows. Where the two differ, the generator stops, so that neither can be
wrong alone. Codes that the specification leaves open for a row go to `may`."""

from world import DAY
from words import FREE_MAIL, NICKNAMES, PROVIDERS, SHARED, plain

NO_EMPLOYER = {domain for lists in (FREE_MAIL, PROVIDERS, SHARED) for names in lists.values() for domain in names}
LONG = 548    # 18 months, in days
FORMER = 180
ROLES = ("supplier", "partner", "competitor")
SAME_NAME = {}
for pairs in NICKNAMES.values():
    for full, short in pairs:
        SAME_NAME[plain(short)] = plain(full)


def mailbox(email):
    name, _, domain = plain(email.strip()).partition("@")
    return f"{name.split('+')[0]}@{domain}" if domain else ""


def digits(phone):
    return "".join(c for c in phone if c.isdigit())[-9:]


def given(row):
    first = plain(row.given).split()
    return SAME_NAME.get(first[0], first[0]) if first else ""


class Judge:
    def __init__(self, world):
        self.world = world
        self.domains, self.stems = {}, {}
        self.org_deals, self.own_deals, self.named_deals = {}, {}, {}
        for org in world.orgs:
            if org.person_account:
                continue
            domain = org.domain.lower()
            if domain and domain not in NO_EMPLOYER:
                self.domains.setdefault(domain, []).append(org)
            self.stems.setdefault(plain(org.stem), []).append(org)
        for person in world.people:
            if person.org and not person.org.domain and person.named == "human":
                domain = mailbox(person.email).partition("@")[2]
                if domain and domain not in NO_EMPLOYER:
                    self.domains.setdefault(domain, []).append(person.org)
        for deal in world.deals:
            if deal.org:
                self.org_deals.setdefault(id(deal.org), []).append(deal)
            if deal.named_for:
                self.named_deals.setdefault(plain(deal.named_for), []).append(deal)
            for person in deal.people:
                self.own_deals.setdefault(id(person), []).append(deal)
        self.mailboxes, self.mobiles = {}, {}
        for person in world.people:
            if person.box == "contact" and person.named == "human":
                if person.email:
                    self.mailboxes.setdefault(mailbox(person.email), []).append(person)
                if person.mobile:
                    self.mobiles.setdefault(digits(person.mobile), []).append(person)

    # around a row

    def at_domain(self, person):
        domain = mailbox(person.email).partition("@")[2]
        while domain.count(".") >= 1:
            if domain in self.domains:
                return self.domains[domain]
            domain = domain.partition(".")[2]
        return []

    def works_at(self, person):
        if person.org:
            return [person.org]
        found = list(self.at_domain(person))
        if person.company_stem:
            found += [org for org in self.stems.get(plain(person.company_stem), []) if org not in found]
        return found

    def evidence(self, org):
        return bool(org.invoice or org.contract or org.number) or any(d.state == "won" for d in self.org_deals.get(id(org), []))

    def customer(self, org):
        return org.says == "customer" and self.evidence(org)

    def former(self, org):
        if org.says != "customer":
            return False
        deals = self.org_deals.get(id(org), [])
        if any(d.state == "open" for d in deals):
            return False
        if org.contract and org.contract < self.world.as_of - FORMER * DAY:
            return not any(d.state == "won" and d.closed > org.contract for d in deals)
        return "former" in org.note_says or org.type_says == "former"

    def sales(self, person):
        if "sales" in person.note_says or any(a.held and a.says == "sales" and a.kind != "email" for a in person.acts):
            return True
        return any(d.state == "open" for d in self.own_deals.get(id(person), []))

    def deal_of_company(self, person):
        named = self.named_deals.get(plain(person.company_stem), []) if person.company_stem and person.box == "lead" else []
        return any(d.state == "open" for d in named)

    def interest(self, person):
        return bool(person.source_interest or person.form or person.responses or "interest" in person.note_says or any(a.says == "inbound" and a.held for a in person.acts))

    def last_activity(self, row):
        days = [row.created] + [a.day for a in (row.acts or []) if a.held] + [r.day for r in (row.responses or [])]
        days += [d.closed for d in self.own_deals.get(id(row), []) + self.org_deals.get(id(row), []) if d.state != "open"]
        return max(days)

    def contradicts(self, row, out=False):
        return row.rating == "hot" and (out or self.last_activity(row) < self.world.as_of - LONG * DAY)

    # verdicts

    def person(self, row):
        codes, may = set(), set()
        hubspot = self.world.vendor == "hubspot"
        works, funnel = self.works_at(row), self.world.declared(row) in ("lead", "prospect")
        own = self.own_deals.get(id(row), [])
        won = any(d.state == "won" for d in own)
        sales, of_company = self.sales(row), self.deal_of_company(row)
        if row.named == "test":
            codes.add("test-record")
        if row.named == "two":
            codes.add("two-people-in-one-row")
        if row.named == "company":
            codes.add("organization-as-person")
        if row.role_box and row.named != "human":
            codes.add("role-mailbox-as-person")
        if funnel:
            if any(self.customer(org) and not self.former(org) for org in works):
                codes.add("lead-is-customer")
            elif any(self.customer(org) for org in works):
                may.add("lead-is-customer")
            if any(self.same(row, other) for other in self.near(row)):
                codes.add("lead-and-contact")
            domain = mailbox(row.email).partition("@")[2]
            if domain == self.world.own_domain or domain.endswith("." + self.world.own_domain):
                codes.add("employee-as-lead")
            for role in ROLES:
                if not (sales or of_company) and (role in row.note_says or any(org.says == role for org in works)):
                    codes.add(f"{role}-as-lead")
            if row.state == "new" and (sales or of_company):
                # at a customer, an open deal in the company's name may be for another buyer
                (codes if sales or "lead-is-customer" not in codes else may).add("prospect-qualified")
            if row.state == "qualified" and not (sales or of_company):
                codes.add("lead-unqualified")
            if won:
                codes.add("stage-contradicts-deal")
            if row.named == "company" and row.is_customer_company:
                codes.add("organization-in-two-classes")
        if row.box == "lead" and self.contradicts(row, row.state == "disqualified"):
            codes.add("temperature-contradicts")
        if row.conversion == "unfinished":
            codes.add("conversion-unfinished")
        if row.box == "contact":
            if hubspot and row.state in ("customer", "evangelist"):
                if won and row.lead_status in ("new", "attempted"):
                    codes.add("conversion-unfinished")
                if "former" in row.note_says or any(self.former(org) for org in works):
                    codes.add("former-customer-as-customer")
                elif not won and not any(self.evidence(org) for org in works):
                    codes.add("stage-contradicts-deal")
            elif any(self.former(org) for org in works):
                may.add("former-customer-as-customer")
            if not row.org and self.at_domain(row):
                codes.add("contact-without-organization")
            around = [d for org in works for d in self.org_deals.get(id(org), [])]
            if self.interest(row) and not any(a.held for a in row.acts) and not own and not around and all(org.says == "prospect" for org in works):
                codes.add("contact-is-prospect")
        elif hubspot and not row.org and self.at_domain(row):
            may.add("contact-without-organization")
        if row.box == "contact" and not any(a.held for a in row.acts) and not own and any(org.says in ("", "other") for org in works):
            may.add("contact-is-prospect")
        return codes, may

    def near(self, row):
        return self.mailboxes.get(mailbox(row.email), []) + self.mobiles.get(digits(row.mobile), []) if row.email or row.mobile else []

    def same(self, row, other):
        if row.email and mailbox(row.email) == mailbox(other.email) and given(row) == given(other):
            return True
        surnames = set(plain(row.family).split()) & set(plain(other.family).split())
        return bool(row.mobile) and digits(row.mobile) == digits(other.mobile) and bool(surnames)

    def organization(self, row):
        codes, may = set(), set()
        deals = self.org_deals.get(id(row), [])
        won = any(d.state == "won" for d in deals)
        if row.named == "test":
            codes.add("test-record")
        if row.named == "human" and not (row.domain or row.tax or row.employees or row.industry or row.legal):
            codes.add("person-as-organization")
        if row.says == "customer":
            if self.former(row):
                codes.add("former-customer-as-customer")
            elif not self.evidence(row):
                codes.add("stage-contradicts-deal")
        if row.says == "prospect" and won:
            codes.add("stage-contradicts-deal")
        if row.says == "prospect" and any(self.same_firm(row, o) for o in self.world.orgs if o is not row and o.says == "customer" and o.twin == row.twin and row.twin):
            codes.add("organization-in-two-classes")
        if self.contradicts(row):
            codes.add("temperature-contradicts")
        return codes, may

    def same_firm(self, one, two):
        if one.domain and one.domain.lower() == two.domain.lower():
            return True
        same = [one.phone and digits(one.phone) == digits(two.phone), one.street and one.street == two.street, one.tax and one.tax == two.tax]
        return plain(one.stem) == plain(two.stem) and any(same)

    def all(self):
        """Fills `may` of every row and lists the rows where the scenes and the letter differ."""
        differ = []
        for row in self.world.orgs + self.world.people:
            codes, may = self.organization(row) if row in self.world.org_set and not row.person_account else self.person(row)
            row.may |= may - row.codes
            if row.named == "test" and codes != row.codes:
                row.may |= codes - row.codes
                codes = row.codes
            if codes - row.may != row.codes - row.may:
                differ.append((row, row.codes, codes))
        return differ
