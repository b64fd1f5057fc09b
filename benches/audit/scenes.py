"""The scenes that a world is made of: plain ones, one for each way of being in the wrong box, and hard negatives."""

import words
from phrases import UNANSWERED
from world import DAY, Thing

PLANTS, NEGATIVES = [], []
BOTH = ("salesforce", "hubspot")
SF, HS = ("salesforce",), ("hubspot",)


def plant(code, *vendors):
    def keep(make):
        PLANTS.append((code, vendors or BOTH, make))
        return make
    return keep


def negative(kind, *vendors):
    def keep(make):
        NEGATIVES.append((kind, vendors or BOTH, make))
        return make
    return keep


def mark(row, codes, cls, note):
    row.codes, row.cls, row.about = set(codes.split()), cls, note


def hard(row, about=""):
    row.hard, row.about = True, about


# plain rows, whose evidence is complete

def customer(w):
    org = w.customer()
    w.customers.append(org)
    for _ in range(w.random.randint(1, 4)):
        person = w.contact(org, state="empty" if w.vendor == "hubspot" and w.chance(5) else None)
        if w.chance(70):
            w.dealing(person)
        if w.chance(25):
            w.interest(person)
    people = [p for p in w.people if p.org is org]
    for deal in w.deals:
        if deal.org is org:
            deal.people = people[:w.random.randint(0, 2)]
    if w.chance(20):
        w.deal("open", org=org, people=people[:1])


def prospect(w):
    org = w.org("prospect")
    deal = w.chance(45)
    people = [w.contact(org) for _ in range(w.random.randint(1, 2))]
    if deal:
        w.deal(w.pick(["open", "open", "lost"]), org=org, people=people[:1])
    else:
        w.prospects.append(org)
    for person in people:
        if not deal or w.chance(50):
            w.dealing(person, w.pick(["neutral", "sales"]))
        if w.chance(30):
            w.interest(person)


def ally(w):
    says = w.pick(["partner", "partner", "supplier", "supplier", "former", "competitor", "other", "", ""])
    org = w.org(says, created=w.ago(1900, 2400) if says == "former" else w.ago(500, 2000))
    if says == "former":
        org.contract = w.ago(250, 900) if w.chance(50) else ""
        w.deal("won", org=org, closed=w.ago(1000, 1900))
    else:
        w.allies.setdefault(says, []).append(org)
    for _ in range(w.random.randint(1, 2)):
        person = w.contact(org, state="other")
        w.dealing(person, "alliance" if says in ("partner", "supplier") else "dealing" if says == "former" else "neutral")


def fresh(w):
    roll = w.random.random()
    if roll < 0.12 and w.prospects:
        person = w.lead("new", firm=w.pick(w.prospects))
    elif roll < 0.3:
        person = w.person("lead", "new")
    else:
        person = w.lead("new")
    w.interest(person)


def working(w):
    person = w.interest(w.lead("working"))
    w.work(person)
    if w.chance(15) and not person.note:
        w.note(person, "neutral")


def nurturing(w):
    w.work(w.interest(w.lead("nurture", created=w.ago(200, 900))))


def qualified(w):
    person = w.lead("qualified", created=w.ago(60, 420), org=w.org("prospect") if w.vendor == "hubspot" and w.chance(30) else None)
    w.sales(person)
    if w.chance(60) and not person.note:
        w.interest(person)


def disqualified(w):
    w.work(w.interest(w.lead("disqualified")))


def converted(w):
    """A lead row that lives on beside the contact, organization and deal it became."""
    org = w.pick(w.customers) if w.customers and w.chance(60) else w.org("prospect")
    contact = w.contact(org, created=w.ago(60, 400))
    deal = w.deal("open" if org.says == "prospect" else w.pick(["won", "open"]), org=org, people=[contact])
    w.dealing(contact)
    twin(w, contact, "converted", conversion="proper", became=(org, contact, deal if w.chance(70) or org.says == "prospect" else None),
         converted=contact.created, created=contact.created - DAY * 30)
    return w.people[-1]


def twin(w, person, state="new", **cells):
    """A funnel row of somebody who stands in the box of contacts."""
    cells = {"given": person.given, "family": person.family, "email": person.email} | cells
    row = w.lead(state, firm=person.org, **({"link": False} | cells)) if person.org else w.person("lead", state, **cells)
    row.ident = person.ident
    row.mobile = cells.get("mobile", person.mobile)
    return row


PLAIN = [(customer, 22), (prospect, 15), (ally, 6), (fresh, 14), (working, 12), (nurturing, 6), (qualified, 12), (disqualified, 6)]


def buyer(w, org, state=None, **cells):
    state = state or w.pick(["new", "new", "working", "nurture"])
    return w.interest(w.lead(state, firm=org, **cells))


# lead-is-customer

@plant("lead-is-customer")
def by_link_or_domain(w):
    mark(buyer(w, w.pick(w.customers)), "lead-is-customer", "contact", "works at a customer")


@plant("lead-is-customer")
def new_buyer_with_evidence(w):
    person = w.lead("qualified", firm=w.pick(w.customers), created=w.ago(60, 400))
    w.act(person, "sales", "meeting")
    mark(person, "lead-is-customer", "contact", "a new buyer at a customer, with sales evidence")


@plant("lead-is-customer")
def by_domain_only(w):
    org = w.pick([o for o in w.customers if o.domain])
    person = w.interest(w.lead("new", firm=org, link=False, company="", company_stem=""))
    mark(person, "lead-is-customer", "contact", "the address is at a customer's domain; nothing else says the company")


@plant("lead-is-customer")
def by_parent_domain(w):
    org = w.pick([o for o in w.customers if o.domain])
    given, family = w.human()
    email = w.address(given, family, f"{w.pick(['es', 'uk', 'mail', 'north', 'it'])}.{org.domain}")
    person = w.interest(w.lead("working", firm=org, link=False, given=given, family=family, email=email, company="", company_stem=""))
    mark(person, "lead-is-customer", "contact", "the parent of the address's domain is a customer's")


@plant("lead-is-customer")
def by_name(w):
    org = w.pick(w.customers)
    given, family = w.human()
    email = w.address(given, family, w.pick(words.FREE_MAIL[w.lang])) if w.chance(70) else ""
    person = w.interest(w.lead("new", firm=org, link=False, given=given, family=family, email=email, company=w.variant(org.stem)))
    mark(person, "lead-is-customer", "contact", "the company's name is a customer's, apart from case, accents and legal form")


@plant("lead-is-customer")
def by_people_of_no_domain(w):
    org = w.customer(domain="")
    shared = words.slug(org.stem, "-") + "-mail.example"
    for _ in range(2):
        given, family = w.human()
        w.dealing(w.contact(org, given=given, family=family, email=w.address(given, family, shared)))
    given, family = w.human()
    person = w.interest(w.lead("new", firm=org, link=False, given=given, family=family, email=w.address(given, family, shared), company="", company_stem=""))
    mark(person, "lead-is-customer", "contact", "the domain is that of the customer's linked people; the organization has none")


# lead-and-contact

def known(w, **cells):
    """A right contact at an organization that is no customer."""
    return w.dealing(w.contact(w.org("prospect"), **cells), "neutral")


@plant("lead-and-contact", "salesforce")
def same_mailbox(w):
    contact = known(w)
    email = w.pick([str.upper, str.title, str])(contact.email)
    mark(w.interest(twin(w, contact, email=email, mobile="")), "lead-and-contact", "contact", "same e-mail and given name")


def tagged(w, contact):
    name, domain = contact.email.split("@")
    return f"{name}+{w.pick(['web', 'news', 'info', 'crm'])}@{domain}"


@plant("lead-and-contact")
def tagged_mailbox(w):
    contact = known(w)
    mark(w.interest(twin(w, contact, email=tagged(w, contact), mobile="")), "lead-and-contact", "contact", "same e-mail apart from a tag")


@plant("lead-and-contact")
def at_customer(w):
    contact = w.contact(w.pick(w.customers))
    mark(w.interest(twin(w, contact, email=tagged(w, contact), mobile="")), "lead-and-contact lead-is-customer", "contact", "has a contact row at the same customer")


def other_person(w, contact, **cells):
    given, family = cells.pop("given", contact.given), cells.pop("family", contact.family)
    row = w.interest(w.person("lead", "new", given=given, family=family, **cells))
    row.ident, row.mobile = contact.ident, "".join(c for c in contact.mobile if c.isdigit() or c == "+") if w.chance(50) else contact.mobile
    return row


def with_mobile(w, **cells):
    contact = known(w, **cells)
    contact.mobile = contact.mobile or w.mobile(contact.city[4])
    return contact


@plant("lead-and-contact")
def same_mobile_nickname(w):
    full, short = w.pick(words.NICKNAMES[w.lang])
    contact = with_mobile(w, given=full, family=w.surname(w.lang))
    mark(other_person(w, contact, given=short), "lead-and-contact", "contact", "same mobile and surname, the given name a nickname")


@plant("lead-and-contact")
def same_mobile_accents(w):
    contact = with_mobile(w)
    family = words.unaccented(contact.family)
    mark(other_person(w, contact, given=words.unaccented(contact.given), family=family.upper() if w.chance(50) else family), "lead-and-contact", "contact", "same mobile and surname, accents or capitals lost")


@plant("lead-and-contact")
def same_mobile_one_surname(w):
    contact = with_mobile(w, given=w.pick(words.GIVEN["es"]), family=" ".join(w.random.sample(words.SURNAME["es"], 2)))
    mark(other_person(w, contact, family=contact.family.split()[0]), "lead-and-contact", "contact", "same mobile, one of two surnames")


# conversion-unfinished

@plant("conversion-unfinished", "salesforce")
def flag_with_open_status(w):
    org = w.org("prospect")
    contact = w.contact(org)
    w.deal("open", org=org, people=[contact])
    row = w.interest(twin(w, contact, w.pick(["working", "nurture"]), conversion="unfinished", flag=True, became=(org, contact, None), converted=w.ago(5, 15)))
    mark(row, "conversion-unfinished lead-and-contact", "contact", "converted by flag and ids, the status open")


@plant("conversion-unfinished", "salesforce")
def ids_without_flag(w):
    org = w.org("prospect")
    contact = w.contact(org)
    w.deal("lost", org=org, people=[contact])
    row = w.interest(twin(w, contact, w.pick(["working", "new"]), conversion="unfinished", flag=False, became=(org, contact, None)))
    mark(row, "conversion-unfinished lead-and-contact", "contact", "ids of a conversion, but no flag, and the status open")


@plant("conversion-unfinished", "salesforce")
def contact_not_on_file(w):
    row = w.interest(w.lead("working", conversion="unfinished", flag=True, became=(w.org("prospect"), None, None), converted=w.ago(5, 15)))
    mark(row, "conversion-unfinished", "contact", "converted by flag, the status open, the contact not on file")


@plant("conversion-unfinished", "hubspot")
def customer_still_new(w):
    org = w.org("customer", "number")
    person = w.contact(org, state="customer", lead_status=w.pick(["new", "attempted"]))
    w.deal("won", org=org, people=[person])
    mark(person, "conversion-unfinished", "contact", "customer with a won deal, the lead status new or attempted")


@plant("conversion-unfinished", "hubspot")
def private_customer_still_new(w):
    person = w.person("contact", "customer", lead_status=w.pick(["new", "attempted"]))
    w.deal("won", people=[person])
    mark(person, "conversion-unfinished", "contact", "customer with a won deal of its own and no company, the lead status new or attempted")


# organization-as-person

@plant("organization-as-person")
def firm_in_last_name(w):
    firm = w.stray()
    given, family = "", f"{firm.stem} {w.pick(words.LEGAL[w.lang])}"
    row = w.interest(w.lead("new", firm=firm, given=given, family=family, named="company", email="" if w.chance(50) else w.once(lambda: f"{words.slug(firm.stem)}@{w.pick(words.FREE_MAIL[w.lang])}"), mobile="", title=""))
    mark(row, "organization-as-person", "organization", "a company's name in the last name")


@plant("organization-as-person")
def firm_in_both_names(w):
    firm = w.stray()
    first, *rest = firm.stem.split()
    row = w.interest(w.lead("working", firm=firm, given=first, family=" ".join(rest + [w.pick(words.LEGAL[w.lang])]), named="company", email="", mobile="", title=""))
    mark(row, "organization-as-person", "organization", "a company's name spread over first and last name")


@plant("organization-as-person")
def firm_among_contacts(w):
    org = w.pick(w.customers)
    family = org.stem if w.chance(30) else f"{org.stem} {w.pick(words.LEGAL[w.lang])}"
    row = w.contact(org, state="customer", given="", family=family, named="company", email="", title="")
    mark(row, "organization-as-person", "organization", "a customer's own name in the name fields of a contact")


# person-as-organization

def individual(w, says, **cells):
    given, family = w.human(w.lang)
    free = w.address(given, family, w.pick(words.FREE_MAIL[w.lang]))
    return w.org(says, stem=f"{given} {family}", name=f"{given} {family}", legal="", named="human", domain="", tax="", employees="", industry=False, email=free, **cells)


@plant("person-as-organization")
def person_that_bought(w):
    org = individual(w, "customer")
    w.deal("won", org=org)
    mark(org, "person-as-organization", "contact", "an individual among the organizations, with a won deal")


@plant("person-as-organization")
def person_that_did_not(w):
    mark(individual(w, "prospect"), "person-as-organization", "prospect/contact", "an individual among the organizations, nothing bought")


@plant("person-as-organization")
def person_written_back_to_front(w):
    org = individual(w, "prospect")
    given, _, family = org.name.partition(" ")
    org.name = f"{family}, {given}" if w.chance(50) else org.name.upper()
    mark(org, "person-as-organization", "prospect/contact", "an individual, family name first or in capitals")


# role-mailbox-as-person

def role(w, firm, **cells):
    box, word = w.pick(words.ROLE_BOX[w.lang])
    email = f"{box}@{firm.domain}"
    while email in w.used:
        box, word = w.pick(words.ROLE_BOX[w.lang])
        firm = w.stray()
        email = f"{box}@{firm.domain}"
    w.used.add(email)
    return firm, email, word


@plant("role-mailbox-as-person")
def role_word_as_name(w):
    firm, email, word = role(w, w.stray())
    row = w.interest(w.lead("new", firm=firm, given="", family=word, email=email, named="role", role_box=True, title="", mobile=""))
    mark(row, "role-mailbox-as-person", "organization/prospect", "a role's address, and the role for a name")


@plant("role-mailbox-as-person")
def role_of_customer(w):
    org = w.customer()
    firm, email, word = role(w, org)
    row = w.contact(org, state="customer", given="", family=word, email=email, named="role", role_box=True, title="", mobile="")
    mark(row, "role-mailbox-as-person", "organization/contact", "the role's address of a customer among the contacts")


@plant("role-mailbox-as-person")
def role_with_firm_name(w):
    firm, email, _ = role(w, w.stray())
    row = w.interest(w.lead("new", firm=firm, given="", family=f"{firm.stem} {w.pick(words.LEGAL[w.lang])}", email=email, named="company", role_box=True, title="", mobile=""))
    mark(row, "role-mailbox-as-person organization-as-person", "organization", "a role's address and the company's name in the name fields")


@plant("role-mailbox-as-person", "hubspot")
def role_without_name(w):
    firm, email, _ = role(w, w.stray())
    row = w.interest(w.lead("new", firm=firm, given="", family="", email=email, named="none", role_box=True, title="", mobile=""))
    mark(row, "role-mailbox-as-person", "organization/prospect", "a role's address and no name at all")


# contact-without-organization

@plant("contact-without-organization")
def unlinked_at_customer(w):
    org = w.pick([o for o in w.customers if o.domain])
    given, family = w.human()
    row = w.dealing(w.person("contact", "customer", given=given, family=family, email=w.address(given, family, org.domain)))
    mark(row, "contact-without-organization", "contact", "no organization linked, the address at a customer's domain")


@plant("contact-without-organization")
def unlinked_at_prospect(w):
    org = w.org("prospect")
    given, family = w.human()
    row = w.interest(w.person("contact", "other", given=given, family=family, email=w.address(given, family, org.domain)))
    mark(row, "contact-without-organization contact-is-prospect", "prospect", "no organization linked, the domain that of a prospect, interest only")


@plant("contact-without-organization")
def unlinked_at_ally(w):
    org = w.pick(w.allies["partner"] + w.allies["supplier"] or [w.org("partner")])
    given, family = w.human()
    row = w.dealing(w.person("contact", "other", given=given, family=family, email=w.address(given, family, org.domain)), "alliance")
    mark(row, "contact-without-organization", "contact", "no organization linked, the domain that of a partner or supplier")


# contact-is-prospect

@plant("contact-is-prospect")
def private_interest(w):
    mark(w.interest(w.person("contact", "other", created=w.ago(30, 500))), "contact-is-prospect", "prospect", "a contact with interest and nothing else, no organization")


@plant("contact-is-prospect")
def interest_at_prospect(w):
    mark(w.interest(w.contact(w.org("prospect"), created=w.ago(30, 500))), "contact-is-prospect", "prospect", "a contact with interest and nothing else, at a prospect")


@plant("contact-is-prospect")
def interest_and_planned_task(w):
    row = w.interest(w.contact(w.org("prospect"), created=w.ago(30, 500)))
    w.act(row, w.pick(["sales", "neutral"]), "task", held=False)
    mark(row, "contact-is-prospect", "prospect", "interest and a planned task, nothing done")


@plant("contact-is-prospect", "hubspot")
def empty_lifecycle(w):
    # audit.md takes an empty lifecycle for a contact, concepts.md says that nothing is declared
    w.interest(w.contact(w.org("prospect"), state="empty", created=w.ago(30, 500))).may = {"contact-is-prospect"}


# lead-unqualified

@plant("lead-unqualified")
def qualified_on_interest(w):
    mark(w.interest(w.lead("qualified")), "lead-unqualified", "prospect", "qualified on interest alone")


@plant("lead-unqualified")
def qualified_on_planned_demo(w):
    row = w.interest(w.lead("qualified"))
    w.act(row, "sales", w.pick(["task", "meeting"]), held=False)
    mark(row, "lead-unqualified", "prospect", "qualified, the demo only planned")


@plant("lead-unqualified")
def qualified_on_unanswered_calls(w):
    row = w.interest(w.lead("qualified"))
    for _ in range(w.random.randint(1, 3)):
        unanswered(w, row)
    mark(row, "lead-unqualified", "prospect", "qualified, calls not answered")


@plant("lead-unqualified")
def qualified_on_emails(w):
    row = w.interest(w.lead("qualified"))
    w.act(row, "email", "email")
    w.act(row, "neutral", "task")
    mark(row, "lead-unqualified", "prospect", "qualified, e-mails sent and nothing else")


def unanswered(w, row):
    return w.act(row, w.pick(["neutral", "sales"]), "call", held=False, day=w.ago(0, max((w.as_of - row.created).days, 1)), outcome=w.pick(UNANSWERED[w.lang]))


# prospect-qualified

@plant("prospect-qualified")
def demo_held(w):
    row = w.lead("new", created=w.ago(30, 300))
    w.act(row, "sales", w.pick(["meeting", "task", "call"]))
    mark(row, "prospect-qualified", "lead", "not contacted by status, yet a meeting of sales was held")


@plant("prospect-qualified")
def own_request(w):
    row = w.lead("new")
    w.note(row, "request")
    mark(row, "prospect-qualified", "lead", "asked for a demo or a price, the status new")


@plant("prospect-qualified")
def need_budget_date(w):
    row = w.lead("new")
    w.note(row, "bant")
    mark(row, "prospect-qualified", "lead", "need, budget and date in a note, the status new")


@plant("prospect-qualified", "hubspot")
def open_deal_linked(w):
    row = w.interest(w.lead("new"))
    w.deal("open", people=[row])
    mark(row, "prospect-qualified", "lead", "an open deal linked, the status new")


@plant("prospect-qualified", "hubspot")
def open_deal_of_unlinked_company(w):
    firm = w.stray()
    w.deal("open", name=f"{firm.stem} - {w.pick(words.PRODUCTS[w.lang])}", named_for=firm.stem)
    mark(w.interest(w.lead("new", firm=firm)), "prospect-qualified", "lead", "an open deal in the name of the lead's company, nothing linked")


@plant("prospect-qualified", "salesforce")
def open_deal_of_company(w):
    org = w.org("prospect")
    w.deal("open", org=org)
    row = w.interest(w.lead("new", firm=org, company=w.variant(org.stem)))
    mark(row, "prospect-qualified", "lead", "an open deal in the name of the lead's company")


# stage-contradicts-deal

@plant("stage-contradicts-deal")
def customer_without_evidence(w):
    org = w.org("customer")
    person = w.contact(org, state="other")
    w.dealing(person, "neutral")
    mark(org, "stage-contradicts-deal", "organization", "says customer; no won deal, invoice, contract or number")


@plant("stage-contradicts-deal")
def prospect_with_won_deal(w):
    org = w.org("prospect")
    person = w.contact(org)
    w.deal("won", org=org, people=[person])
    mark(org, "stage-contradicts-deal", "organization", "says prospect; a deal is won")


@plant("stage-contradicts-deal", "hubspot")
def person_customer_without_evidence(w):
    row = w.person("contact", "customer") if w.chance(50) else w.contact(w.org("prospect"), state="customer")
    w.act(row, "neutral", "task")
    mark(row, "stage-contradicts-deal", "prospect", "a person says customer without any customer evidence")


@plant("stage-contradicts-deal", "hubspot")
def person_customer_with_open_deal(w):
    org = w.org("prospect")
    row = w.contact(org, state="customer")
    w.deal("open", org=org, people=[row])
    mark(row, "stage-contradicts-deal", "lead", "a person says customer; the only deal is open")


@plant("stage-contradicts-deal", "hubspot")
def person_customer_on_interest(w):
    row = w.interest(w.person("contact", "customer"))
    mark(row, "stage-contradicts-deal contact-is-prospect", "prospect", "a person says customer; the only record is interest")


@plant("stage-contradicts-deal", "hubspot")
def funnel_with_won_deal(w):
    row = w.interest(w.person("lead", w.pick(["new", "working"])))
    w.deal("won", people=[row])
    mark(row, "stage-contradicts-deal", "contact", "says prospect; a deal of its own is won")


@plant("stage-contradicts-deal", "hubspot")
def funnel_at_customer_with_won_deal(w):
    org = w.pick(w.customers)
    row = w.interest(w.lead("working", firm=org))
    w.deal("won", org=org, people=[row])
    mark(row, "stage-contradicts-deal lead-is-customer", "contact", "says prospect; works at a customer and has a won deal of its own")


@plant("stage-contradicts-deal", "salesforce")
def prospect_with_won_deal_no_people(w):
    org = w.org("prospect")
    w.deal("won", org=org)
    mark(org, "stage-contradicts-deal", "organization", "says prospect; a deal is won, nobody linked")


# temperature-contradicts

@plant("temperature-contradicts", "salesforce")
def hot_and_disqualified(w):
    row = w.work(w.interest(w.lead("disqualified")))
    row.rating = "hot"
    mark(row, "temperature-contradicts", "prospect", "hot, and disqualified")


@plant("temperature-contradicts", "salesforce")
def hot_and_silent(w):
    created = w.ago(640, 1400)
    row = w.lead(w.pick(["new", "working", "nurture"]), created=created, rating="hot", source=w.pick(["Web"]), source_interest=True)
    row.modified = w.ago(0, 200)
    if w.chance(50):
        w.act(row, "neutral", "task", held=False)
    mark(row, "temperature-contradicts", "prospect", "hot; modified lately, yet no activity for 18 months")


@plant("temperature-contradicts", "salesforce")
def organization_hot_and_silent(w):
    org = w.org("prospect", created=w.ago(640, 1900), rating="hot")
    org.modified = w.ago(0, 200)
    mark(org, "temperature-contradicts", "organization", "an organization hot, with no activity for 18 months")


# former-customer-as-customer

def people_of_former(w, org):
    row = w.contact(org, state="customer")
    w.act(row, "dealing", "task", day=max(row.created, w.ago(400, 500)))
    if w.vendor == "hubspot":
        mark(row, "former-customer-as-customer", "contact", "says customer with its organization, a former one")


@plant("former-customer-as-customer")
def contract_over(w):
    org = w.org("customer", w.pick(["number", ""]), created=w.ago(1900, 2400))
    org.contract = w.ago(230, 900)
    w.deal("won", org=org, closed=org.contract - DAY * w.random.randint(300, 800))
    people_of_former(w, org)
    mark(org, "former-customer-as-customer", "organization", "says customer; the contract ended long ago, nothing since")


@plant("former-customer-as-customer")
def note_says_former(w):
    org = w.org("customer", "number", created=w.ago(1700, 2400))
    w.deal("won", org=org, closed=w.ago(700, 1500))
    w.note(org, "former")
    people_of_former(w, org)
    mark(org, "former-customer-as-customer", "organization", "says customer; a note says former")


@plant("former-customer-as-customer", "hubspot")
def type_says_former(w):
    org = w.org("customer", "number", type_says="former", created=w.ago(1700, 2400))
    w.deal("won", org=org, closed=w.ago(700, 1500))
    people_of_former(w, org)
    mark(org, "former-customer-as-customer", "organization", "the lifecycle says customer, the type says former")


@plant("former-customer-as-customer", "hubspot")
def own_note_says_former(w):
    row = w.person("contact", "customer")
    w.deal("won", people=[row], closed=w.ago(700, 1100))
    w.note(row, "former")
    mark(row, "former-customer-as-customer", "contact", "a private person says customer; a note says former")


# supplier-, partner-, competitor-as-lead; employee-as-lead

def role_plants(role_word):
    code = f"{role_word}-as-lead"

    @plant(code)
    def works_at(w):
        org = w.pick(w.allies[role_word])
        mark(buyer(w, org), code, "contact", f"works at a {role_word} on file")

    @plant(code)
    def by_name_only(w):
        org = w.pick(w.allies[role_word])
        given, family = w.human()
        row = w.interest(w.lead("new", firm=org, link=False, given=given, family=family, email=w.address(given, family, w.pick(words.FREE_MAIL[w.lang])), company=w.variant(org.stem)))
        mark(row, code, "contact", f"the company's name is that of a {role_word} on file")

    @plant(code)
    def own_note(w):
        row = w.lead(w.pick(["new", "working"]), source=w.pick(["", "Web"]))
        row.source_interest = row.source == "Web"
        w.note(row, role_word)
        mark(row, code, "contact", f"its own note says {role_word}")


for one in ("supplier", "partner", "competitor"):
    role_plants(one)


@plant("employee-as-lead")
def own_domain(w):
    given, family = w.human(w.lang)
    domain = w.own_domain if w.chance(70) else f"{w.pick(['sales', 'mx', 'support', 'lab'])}.{w.own_domain}"
    row = w.interest(w.person("lead", w.pick(["new", "working"]), given=given, family=family, email=w.address(given, family, domain), company=w.own_name, company_stem=w.own_name))
    mark(row, "employee-as-lead", "contact", "the address is at the company's own domain")


@plant("employee-as-lead")
def a_user_as_lead(w):
    user = w.pick(w.users)
    email = w.once(lambda: f"{words.slug(user.given)}+{w.pick(['test', 'web', 'demo', 'form'])}{w.random.randint(1, 999)}@{w.own_domain}")
    row = w.interest(w.person("lead", "new", given=user.given, family=user.family, email=email))
    mark(row, "employee-as-lead", "contact", "a user of the system tried the web form")


# test-record

def test_cells(w):
    given, family, email = w.pick(words.TESTS[w.lang])
    if email in w.used:
        name, domain = email.split("@")
        email = w.once(lambda: f"{name}{w.random.randint(2, 9999)}@{domain}")
    w.used.add(email)
    return {"given": given, "family": family, "email": email, "named": "test", "title": "", "mobile": ""}


@plant("test-record")
def test_lead(w):
    row = w.person("lead", "new", **test_cells(w))
    row.company = row.family if w.vendor == "salesforce" else ""
    mark(row, "test-record", "", "a test among the leads")


@plant("test-record")
def test_contact(w):
    mark(w.person("contact", "other", **test_cells(w)), "test-record", "", "a test among the contacts")


@plant("test-record")
def test_organization(w):
    name = w.pick(words.TEST_FIRMS[w.lang])
    org = w.org("", stem=name, name=name, legal="", named="test", domain="", phone=w.pick(["", "123456789", "000000000"]), tax="", industry=False, employees="")
    mark(org, "test-record", "", "a test among the organizations")


# two-people-in-one-row

@plant("two-people-in-one-row")
def two_given_names(w):
    first, second = w.random.sample(words.GIVEN[w.lang], 2)
    joint = w.pick([" y ", " / ", " & "] if w.lang == "es" else [" & ", " and ", " / "])
    family = w.surname(w.lang)
    org = w.pick(w.customers)
    row = w.dealing(w.contact(org, state="customer", given=first + joint + second, family=family, named="two"))
    mark(row, "two-people-in-one-row", "contact", "two given names")


@plant("two-people-in-one-row")
def two_full_names(w):
    (a, b), (c, d) = w.human(w.lang), w.human(w.lang)
    joint = w.pick([" y ", " / ", "; "] if w.lang == "es" else [" and ", " / ", "; "])
    row = w.interest(w.lead("new", given=a, family=f"{b}{joint}{c} {d}", named="two"))
    mark(row, "two-people-in-one-row", "prospect", "two full names")


# organization-in-two-classes

@plant("organization-in-two-classes")
def prospect_again(w):
    org = w.customer(twin=w.ident(), tax=w.tax(), names=True)
    cells = {"stem": org.stem, "name": w.variant(org.stem), "twin": org.twin, "city": org.city}
    kind = w.pick(["domain", "phone", "street", "tax"] if w.vendor == "salesforce" else ["phone", "street", "tax"])
    again = {"domain": {"domain": org.domain}, "phone": {"domain": "", "phone": org.phone}, "street": {"domain": "", "street": org.street}, "tax": {"domain": "", "tax": org.tax}}[kind]
    row = w.org("prospect", **({"tax": ""} | cells | again))
    w.dealing(w.contact(org))
    mark(row, "organization-in-two-classes", "organization", f"a prospect that another row has as customer, by {kind}")


@plant("organization-in-two-classes")
def funnel_row_of_the_customer(w):
    org = w.customer()
    w.dealing(w.contact(org))
    row = w.lead("new", firm=org, given="", family=org.name, named="company", is_customer_company=True, title="", mobile="", phone=org.phone, email="")
    row.may = {"lead-is-customer"}
    mark(w.interest(row), "organization-in-two-classes organization-as-person", "organization", "a funnel row that is the customer company itself")


COMMON = {word for trades in words.TRADE.values() for trade in trades for word in trade.split()} | {"Group", "Grupo"}


# hard negatives: what looks like an error and is none

@negative("sole-trader")
def sole_trader(w):
    given, family = w.human(w.lang)
    org = w.customer(stem=f"{given} {family}", name=f"{given} {family}", legal="", named="human", tax=w.tax(), industry=True, employees=w.pick(["", "1", "2"]), domain="" if w.chance(50) else words.slug(given + family) + ".example")
    hard(org)


@negative("place-as-name")
def place_as_name(w):
    given, family = w.pick(words.PLACE_NAMES[w.lang])
    hard(w.dealing(w.contact(w.pick(w.customers), given=given, family=family, mobile="")))


@negative("and-in-surname")
def and_in_surname(w):
    row = w.dealing(w.contact(w.pick(w.customers), given=w.pick(words.GIVEN["es"]), family=w.pick(words.AND_SURNAMES))) if w.chance(50) else \
        w.interest(w.lead("new", given=w.pick(words.GIVEN["es"]), family=w.pick(words.AND_SURNAMES)))
    hard(row)


@negative("compound-given-name")
def compound_given_name(w):
    hard(w.interest(w.lead("new", given=w.pick(words.COMPOUND[w.lang]), family=w.surname(w.lang))))


@negative("free-mail")
def free_mail(w):
    given, family = w.human()
    hard(w.dealing(w.contact(w.pick(w.customers), given=given, family=family, email=w.address(given, family, w.pick(words.FREE_MAIL[w.lang])))))


@negative("family-mailbox", "salesforce")
def family_mailbox(w):
    contact = known(w)
    contact.email = w.address(contact.family, contact.given, w.pick(words.FREE_MAIL[w.lang]))
    other = w.pick([g for g in words.GIVEN["en"] if words.plain(g) != words.plain(contact.given.split()[0])])
    hard(w.interest(w.person("lead", "new", given=other, family=contact.family, email=contact.email, mobile="")))


@negative("converted", "salesforce")
def properly_converted(w):
    hard(converted(w))


@negative("closed-lead-status", "hubspot")
def closed_lead_status(w):
    org = w.pick(w.customers)
    row = w.contact(org, state="customer", lead_status=w.pick(["connected", "open_deal", "in_progress"]))
    w.deal("won", org=org, people=[row])
    hard(row)


@negative("firm-of-family")
def firm_of_family(w):
    shape = w.pick(words.SONS_FIRMS[w.lang])
    name = shape.format(given=w.pick(words.GIVEN[w.lang]), surname=w.pick(words.SURNAME[w.lang]), other=w.pick(words.SURNAME[w.lang]))
    if name in w.used:
        return
    w.used.add(name)
    hard(w.customer(stem=name, name=name, legal="", domain=words.slug(name, "-") + ".example" if w.chance(50) else ""))


@negative("given-name-in-firm")
def given_name_in_firm(w):
    name = w.pick(words.GIVEN_FIRMS[w.lang]).format(given=w.pick(words.GIVEN[w.lang]), surname=w.pick(words.SURNAME[w.lang]))
    if name in w.used:
        return
    w.used.add(name)
    bare = w.chance(40)
    cells = {"domain": "", "tax": "", "employees": "", "industry": False} if bare else {}
    hard(w.org("prospect", stem=name, name=name, legal="", **cells))


@negative("provider-domain")
def provider_domain(w):
    domain = w.pick(words.PROVIDERS[w.lang])
    if domain not in w.used:
        w.used.add(domain)
        name = f"{w.brand()} {words.PROVIDER_NAME[w.lang]}"
        w.dealing(w.contact(w.customer(domain=domain, stem=name)))
    given, family = w.human()
    hard(w.interest(w.lead("new", given=given, family=family, email=w.address(given, family, domain))), "the address is at an internet provider that is a customer")


@negative("shared-domain")
def shared_domain(w):
    domain = w.pick(words.SHARED[w.lang])
    if domain not in w.used:
        w.used.add(domain)
        w.customer(stem=words.SHARED_NAME[domain], name=words.SHARED_NAME[domain], legal="", domain=domain)
    given, family = w.human()
    hard(w.interest(w.lead("new", given=given, family=family, email=w.address(given, family, domain))), "a professional college's or a public body's shared domain, on file as customer")


@negative("subsidiary-abroad")
def subsidiary_abroad(w):
    parent = w.customer()
    w.dealing(w.contact(parent))
    city = w.pick(words.CITY["abroad"])
    brand = next(word for word in parent.stem.split() if word not in COMMON)
    domain = f"{city[5].split()[0].lower()}.{parent.domain}" if w.chance(50) else parent.domain.replace(".example", f"-{city[5].split()[0].lower()}.example")
    org = w.org("prospect", stem=f"{brand} {city[5]}", name=f"{brand} {city[5]}", legal="GmbH", parent=parent, city=city, domain=domain, phone=w.phone(city[4]), tax="")
    hard(w.interest(w.lead("new", firm=org)), "works at a subsidiary abroad, a legal entity of its own and no customer")
    hard(org, "a subsidiary abroad of a customer")


@negative("switchboard")
def switchboard(w):
    contact = known(w)
    contact.phone = contact.org.phone
    others = [g for g in words.GIVEN[w.lang] if words.plain(g) not in words.plain(contact.given)]
    hard(w.interest(w.lead("new", firm=contact.org, given=w.pick(others), family=contact.family, phone=contact.phone)), "another person with the same surname and switchboard as a contact")


@negative("namesake")
def namesake(w):
    contact = known(w)
    hard(w.interest(w.lead("new", given=contact.given, family=contact.family)), "the same name as a contact elsewhere, another person")


@negative("planned-task")
def planned_task(w):
    row = w.interest(w.lead("new"))
    w.act(row, "sales", "task", held=False)
    hard(row)


@negative("planned-meeting")
def planned_meeting(w):
    row = w.interest(w.lead("new"))
    w.act(row, "sales", "meeting", held=False)
    hard(row)


@negative("no-show", "hubspot")
def no_show(w):
    row = w.interest(w.lead("new"))
    w.act(row, "sales", "meeting", held=False, day=w.ago(0, 15), outcome=w.pick(["NO_SHOW", "CANCELED"]))
    hard(row)


@negative("unanswered-call")
def unanswered_call(w):
    row = w.interest(w.lead("new"))
    unanswered(w, row)
    hard(row)


@negative("email-sent")
def email_sent(w):
    row = w.interest(w.lead("new"))
    w.act(row, "email", "email")
    hard(row)


@negative("unproven-customer")
def unproven_customer(w):
    org = w.org("customer")
    mark(org, "stage-contradicts-deal", "organization", "says customer; no won deal, invoice, contract or number")
    hard(buyer(w, org, "new"), "works at an organization that says customer without any proof")


@negative("real-surname")
def real_surname(w):
    given, family = w.pick(words.REAL_TESTS[w.lang])
    hard(w.dealing(w.contact(w.pick(w.customers), given=given, family=family, mobile="")))


@negative("disqualified-after-demo")
def disqualified_after_demo(w):
    row = w.interest(w.lead("disqualified", created=w.ago(100, 400)))
    w.act(row, "sales", "meeting")
    hard(row)


@negative("nurture")
def nurture(w):
    hard(w.interest(w.lead("nurture", created=w.ago(600, 1200), rating="cold")), "old, cold and being waited for")


@negative("partner-contact")
def partner_contact(w):
    row = w.contact(w.pick(w.allies["partner"]), state="other")
    w.dealing(row, "alliance")
    hard(w.interest(row), "a partner's contact that downloaded something")


@negative("word-in-another-sense")
def word_in_another_sense(w):
    row = w.lead(w.pick(["new", "working"]))
    w.note(row, "mention")
    hard(row, "its note has the word supplier, partner or competitor in another sense")


@negative("renewed")
def renewed(w):
    org = w.org("customer", "number", created=w.ago(1000, 2400))
    org.contract = w.ago(300, 700)
    if w.chance(50):
        w.deal("won", org=org, closed=org.contract + DAY * w.random.randint(10, 200))
    else:
        w.deal("open", org=org)
    w.dealing(w.contact(org))
    hard(org, "the contract ended long ago, but a deal was won since, or is open")


@negative("contract-just-ended")
def contract_just_ended(w):
    org = w.org("customer", "number")
    org.contract = w.ago(10, 150)
    hard(org)


@negative("hot-and-active", "salesforce")
def hot_and_active(w):
    row = w.interest(w.lead("working", created=w.ago(700, 1300)))
    w.act(row, "neutral", "call", day=w.ago(5, 200))
    row.rating = "hot"
    hard(row, "hot, created years ago, worked on lately")


@negative("supplier-that-buys")
def supplier_that_buys(w):
    row = w.lead("qualified", firm=w.pick(w.allies[w.pick(["supplier", "partner"])]), created=w.ago(60, 400))
    w.act(row, "sales", "meeting")
    hard(row, "works at a supplier or partner and is a buyer, with sales evidence")


@negative("human-at-role-address")
def human_at_role_address(w):
    firm, email, _ = role(w, w.stray())
    hard(w.interest(w.lead("new", firm=firm, email=email, role_box=True)))


@negative("same-name-elsewhere")
def same_name_elsewhere(w):
    org = w.customer(twin=w.ident(), names=True)
    w.dealing(w.contact(org))
    other = w.pick([c for c in words.CITY[w.lang] if c[0] != org.city[0]])
    street = w.pick([s for s in words.STREET[w.lang] if s not in org.street])
    row = w.org("prospect", stem=org.stem, twin=org.twin, city=other, domain=words.slug(w.brand()) + ".example", tax="", street=f"{street} {w.random.randint(1, 240)}")
    hard(row, "a company of the same name in another town")


@negative("colleague-in-contacts")
def colleague_in_contacts(w):
    given, family = w.human(w.lang)
    row = w.person("contact", "other", given=given, family=family, email=w.address(given, family, w.own_domain), company=w.own_name)
    hard(w.dealing(row, "neutral"), "one of the company's own people, in the contact box")


@negative("interest-and-task")
def interest_and_task(w):
    row = w.interest(w.contact(w.org("prospect")))
    w.act(row, "neutral", w.pick(["task", "call"]))
    hard(row)


@negative("deal-of-colleague")
def deal_of_colleague(w):
    org = w.org("prospect")
    first = w.contact(org)
    w.deal("open", org=org, people=[first])
    hard(w.interest(w.contact(org)), "interest only, but its organization has a deal")


@negative("name-within-name")
def name_within_name(w):
    org = w.pick(w.customers)
    firm = w.stray()
    firm.stem = f"{org.stem} {w.pick(words.TRADE['es'] + words.TRADE['en'])} {w.brand()}"
    firm.name, firm.domain = firm.stem, words.slug(firm.stem, "-") + ".example"
    hard(w.interest(w.lead("new", firm=firm)), "the company's name begins like a customer's")


@negative("look-alike-domain")
def look_alike_domain(w):
    org = w.pick([o for o in w.customers if o.domain.endswith(".example")])
    firm = w.stray()
    firm.domain = w.pick(["my", "grupo", "the", "neo"]) + org.domain if w.chance(60) else org.domain.replace(".example", "-" + words.slug(w.brand()) + ".example")
    hard(w.interest(w.lead("new", firm=firm)), "the domain ends or begins like a customer's")


@negative("person-account", "salesforce")
def person_account(w):
    given, family = w.human(w.lang)
    org = w.org("customer", stem=f"{given} {family}", name=f"{given} {family}", legal="", named="human", domain="", tax="", employees="", industry=False,
                person_account=True, given=given, family=family, email=w.address(given, family, w.pick(words.FREE_MAIL[w.lang])), mobile=w.mobile(w.pick(words.CITY[w.lang])[4]))
    w.deal("won", org=org)
    hard(org)


@negative("real-test-firm")
def real_test_firm(w):
    name = w.pick(words.REAL_TEST_FIRMS[w.lang])
    if name in w.used:
        name = f"{name} {w.brand()}"
    w.used.add(name)
    hard(w.customer(stem=name, domain=words.slug(name, "-") + ".example"), "testing is its trade")


@negative("trade-as-surname")
def trade_as_surname(w):
    hard(w.interest(w.lead("new", given=w.pick(words.GIVEN[w.lang]), family=w.pick(words.TRADE_SURNAMES[w.lang]))))


@negative("own-domain-look-alike")
def own_domain_look_alike(w):
    firm = w.stray()
    firm.domain = w.pick(["my", "ex", "the-", "neo"]) + w.own_domain
    hard(w.interest(w.lead("new", firm=firm)), "the domain ends like the company's own, and is no part of it")
