"""The company's parties and what stands around them, before any vendor's columns; each row knows what is wrong with it."""

import datetime
import random

import words
from phrases import CAMPAIGNS, FORMS, NOTES, SOURCES, SUBJECTS

DAY = datetime.timedelta(days=1)
FUNNEL = ("new", "working", "nurture", "qualified", "disqualified")
CLOSED_STATES = ("customer", "evangelist", "other", "empty")


class Thing:
    """A row of any file: what is not given is empty."""

    def __init__(self, **cells):
        self.__dict__.update(cells)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return ""


class World:
    def __init__(self, seed, rows, lang, vendor):
        self.random = random.Random(f"{seed}/{rows}/{lang}/{vendor}")
        self.rows, self.lang, self.vendor = rows, lang, vendor
        self.as_of = datetime.date(2025, 1, 15) + DAY * self.random.randrange(300)
        self.orgs, self.people, self.deals, self.acts, self.responses = [], [], [], [], []
        self.used, self.numbers, self.idents = set(), 0, 0
        self.own_name, self.own_domain = words.OWN[lang]
        self.users = [self.user(n) for n in range(7)]
        self.campaigns = [Thing(name=f"{name} {2019 + n // 6 if n < 30 else self.as_of.year}", kind=kind, start=None)
                          for n, (name, kind) in enumerate(CAMPAIGNS[lang] * 6)]
        for n, campaign in enumerate(self.campaigns):
            campaign.start = self.as_of - DAY * (2100 - n * 58)

    # chance

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def ago(self, least, most):
        """A day between so many days before the day of reckoning."""
        return self.as_of - DAY * self.random.randint(least, most)

    def tongue(self):
        other = "en" if self.lang == "es" else "es"
        return other if self.chance(12) else self.lang

    # names

    def once(self, make):
        for _ in range(1000):
            made = make()
            if made not in self.used:
                self.used.add(made)
                return made
        raise RuntimeError("the lists of names are too small for so many rows")

    def human(self, tongue=None):
        tongue = tongue or self.tongue()
        given = self.pick(words.GIVEN[tongue]) if self.chance(90) else self.pick(words.COMPOUND[tongue])
        return given, self.surname(tongue)

    def surname(self, tongue):
        first = self.pick(words.SURNAME[tongue])
        if tongue == "es":
            return f"{first} {self.pick(words.SURNAME['es'])}" if self.chance(85) else first
        return f"{first}-{self.pick(words.SURNAME['en'])}" if self.chance(4) else first

    def brand(self):
        heads, middles, tails = words.SYLLABLES
        return self.once(lambda: (self.pick(heads) + self.pick(middles) + (self.pick(heads) if self.chance(35) else "") + self.pick(tails)).capitalize())

    def stem(self, tongue):
        trade = self.pick(words.TRADE[tongue])
        brand = self.brand()
        if tongue == "es" and self.chance(60):
            return f"{trade} {brand}"
        return f"{brand} {trade}" if self.chance(85) else f"{brand} {self.pick(['Group', 'Grupo'])}"

    def mobile(self, country=""):
        self.numbers += 1
        n = self.numbers
        if country == "+34":
            return f"+34 6{n // 10000 % 100:02d} {n // 100 % 100:02d}{n % 10} {n * 7 % 1000:03d}"
        if country == "+52":
            return f"+52 55 {1000 + n // 10:04d} {n % 10}{n * 7 % 1000:03d}"
        if country == "+44":
            return f"+44 7{400 + n // 1000:03d} {n % 1000:03d}{n * 7 % 1000:03d}"
        if country not in ("", "+1"):
            return f"{country} 15{n % 10} {1000000 + n}"
        return f"+1 ({201 + n // 10000 * 7 % 700}) 555-{n % 10000:04d}"

    def phone(self, country=""):
        self.numbers += 1
        n = self.numbers
        if country == "+34":
            return f"91{n % 10} {n // 10 % 1000:03d} {n * 3 % 1000:03d}"
        if country == "+52":
            return f"+52 81 {2000 + n // 10:04d} {n % 10}{n * 3 % 1000:03d}"
        if country == "+44":
            return f"020 7{n // 1000 % 1000:03d} {n % 1000:03d}{n % 10}"
        if country not in ("", "+1"):
            return f"{country} 30 {2000000 + n}"
        return f"({301 + n // 10000 * 3 % 600}) 555-{n % 10000:04d}"

    def variant(self, stem, legal=True):
        """The same company's name as somebody else would type it."""
        name = self.pick([str.upper, str.lower, str, words.unaccented, lambda t: words.unaccented(t).upper()])(stem)
        return f"{name} {self.pick(words.LEGAL[self.lang])}" if legal and self.chance(60) else name

    # things

    def user(self, n):
        given, family = self.human(self.lang)
        self.used.add(f"{words.slug(given)}@{self.own_domain}")
        if n == 6:  # somebody from outside: a public mail service is nobody's own domain
            return Thing(n=n, given=given, family=family, active=False, email=self.address(given, family, words.FREE_MAIL[self.lang][0]))
        return Thing(n=n, given=given, family=family, active=n < 5,
                     email=f"{words.slug(given)}.{words.slug(family.split()[0])}{n}@{self.own_domain}")

    def org(self, says="prospect", proof="", named="company", **cells):
        """An organization; `proof` is one or more of won, invoice, contract, number, joined by spaces."""
        tongue = self.tongue()
        stem = cells.pop("stem", None) or self.stem(tongue)
        legal = self.pick(words.LEGAL[tongue]) if self.chance(75) else ""
        city = self.pick(words.CITY[tongue])
        org = Thing(on_file=True, says=says, stem=stem, legal=legal, named=named, city=city, domain=words.slug(stem, "-") + ".example", phone=self.phone(city[4]),
                    street=f"{self.pick(words.STREET[tongue])} {self.random.randint(1, 240)}", employees=str(self.random.randint(3, 900)) if self.chance(70) else "",
                    industry=self.chance(75), created=self.ago(500, 2000), owner=self.pick(self.users), codes=set(), may=set(), note="", note_says=set(),
                    tax=self.tax() if self.chance(25) else "")
        org.__dict__.update(cells)
        org.name = cells.get("name") or f"{org.stem} {org.legal}".strip()
        self.orgs.append(org)
        for one in proof.split():
            if one == "won":
                self.deal("won", org=org)
            elif one == "invoice":
                org.invoice = self.ago(5, 300)
            elif one == "contract":
                org.contract = self.as_of + DAY * self.random.randint(30, 700)
            elif one == "number":
                org.number = f"{self.pick(['C', 'K-', 'CL', ''])}{self.random.randint(10000, 99999)}"
        return org

    def tax(self):
        n = self.random.randint(10000000, 99999999)
        return f"B{n}" if self.lang == "es" else f"GB{n}1"

    def customer(self, **cells):
        proof = self.pick(["won", "invoice", "contract", "number", "won invoice", "won number", "invoice contract", "won contract"])
        return self.org("customer", proof, **cells)

    def person(self, box, state, **cells):
        """A person's row in the box of leads or of contacts, under the status that `state` stands for."""
        given, family = (cells.pop("given", None), cells.pop("family", None))
        if given is None:
            given, family = self.human()
        org, firm = cells.get("org") or None, cells.pop("firm", None)
        employer = org or firm
        city = employer.city if employer else self.pick(words.CITY[self.lang])
        country = city[4]
        person = Thing(box=box, state=state, given=given, family=family, named="human", org=org or None, mobile=self.mobile(country) if self.chance(60) else "",
                       phone=(employer.phone if employer and self.chance(40) else self.phone(country)) if self.chance(75) else "",
                       title=self.pick(words.TITLES[self.lang]), city=city, created=self.ago(420, 1200) if box == "contact" else self.ago(20, 420),
                       owner=self.pick(self.users), source="", source_interest=False, note="", note_says=set(), form="", codes=set(), may=set(), company="", company_stem="",
                       rating=None, responses=[], acts=[], ident=self.ident())
        if employer:
            person.company, person.company_stem = employer.name, employer.stem
        if "email" not in cells:
            person.email = self.address(given, family, employer.domain if employer and employer.domain else self.pick(words.FREE_MAIL[self.lang]))
        person.__dict__.update(cells)
        self.people.append(person)
        return person

    def ident(self):
        self.idents += 1
        return self.idents

    def address(self, given, family, domain):
        first, last = words.slug((given.split() or ["x"])[0]), words.slug(family.split()[0])

        def one():
            shape = self.pick([f"{first}.{last}", f"{first[0]}{last}", first, f"{first}_{last}", f"{last}.{first}"])
            return f"{shape}@{domain}"
        try:
            return self.once(one)
        except RuntimeError:
            return self.once(lambda: f"{first}.{last}{self.random.randint(1, 9999)}@{domain}")

    def stray(self, tongue=None):
        """A company that is not on file: the employer of most leads."""
        tongue = tongue or self.tongue()
        stem, city = self.stem(tongue), self.pick(words.CITY[tongue])
        legal = self.pick(words.LEGAL[tongue]) if self.chance(60) else ""
        return Thing(stem=stem, name=f"{stem} {legal}".strip(), domain=words.slug(stem, "-") + ".example", city=city, phone=self.phone(city[4]))

    def lead(self, state="new", **cells):
        if not cells.get("org") and "firm" not in cells and "email" not in cells:
            cells["firm"] = self.stray()
        if self.vendor == "hubspot" and "link" not in cells and (cells.get("firm") or Thing()).on_file:
            cells["org"] = cells.pop("firm")
        cells.pop("link", None)
        return self.person("lead", state, **cells)

    def contact(self, org=None, **cells):
        state = cells.pop("state", None) or ("customer" if org and org.says == "customer" else "other")
        if state == "customer" and self.chance(6):
            state = "evangelist"
        return self.person("contact", state, org=org, **cells)

    def deal(self, state, org=None, people=(), **cells):
        closed = self.ago(10, 380) if state != "open" else self.as_of + DAY * self.random.randint(-20, 150)
        closed = cells.pop("closed", closed)
        start = min([closed, self.as_of]) - DAY * self.random.randint(20, 100)
        name = org.stem if org else people[0].family if people else "Offer"
        deal = Thing(state=state, org=org, people=list(people), closed=closed, created=start, owner=self.pick(self.users), amount=self.random.randint(8, 900) * 100,
                     name=f"{name} - {self.pick(words.PRODUCTS[self.lang])}", named_for=org.stem if org else "")
        deal.__dict__.update(cells)
        self.deals.append(deal)
        return deal

    def act(self, who, says, kind="task", held=True, day=None, **cells):
        """An activity: kind is task, call, meeting or email; held where it took place or was completed."""
        if day is None:
            span = max((self.as_of - who.created).days, 1)
            day = self.ago(0, min(span, 400)) if held else self.as_of + DAY * self.random.randint(1, 40)
        act = Thing(who=who, says=says, kind=kind, held=held, day=day, subject=self.pick(SUBJECTS["chore" if says == "neutral" and kind == "task" and self.chance(60) else says][self.lang]), owner=self.pick(self.users), body="", outcome="")
        act.__dict__.update(cells)
        self.acts.append(act)
        who.acts.append(act)
        return act

    def note(self, thing, says):
        thing.note = self.pick(NOTES[says][self.lang])
        thing.note_says = thing.note_says | {"sales" if says in ("request", "bant") else "interest" if says in ("interest", "mention") else says}
        if says == "request":
            thing.note_says = thing.note_says | {"interest"}

    def response(self, person, day=None):
        fit = [c for c in self.campaigns if c.start >= person.created - DAY * 30] or self.campaigns[-1:]
        campaign = self.pick(fit)
        day = day or min(max(campaign.start + DAY * self.random.randint(0, 20), person.created), self.as_of)
        response = Thing(campaign=campaign, person=person, day=day, responded=True)
        self.responses.append(response)
        person.responses.append(response)

    def interest(self, person):
        """One kind of interest shown, as this vendor's files can say it."""
        roll = self.random.random()
        if person.box == "lead" and self.chance(10):
            self.act(person, "inbound", "call")
        elif self.vendor == "hubspot":
            if roll < 0.55:
                person.form = self.pick(FORMS[self.lang])
            elif roll < 0.85:
                self.note(person, "interest")
            else:
                person.source, person.source_interest = self.pick(SOURCES["interest"][self.lang]), True
        elif roll < 0.5:
            person.source, person.source_interest = self.pick(SOURCES["interest"][self.lang]), True
        elif roll < 0.75:
            self.response(person)
        else:
            self.note(person, "interest")
        return person

    def sales(self, person):
        """Sales evidence of one kind."""
        roll = self.random.random()
        if roll < 0.45:
            self.act(person, "sales", self.pick(["meeting", "task", "meeting", "call"]))
        elif roll < 0.65:
            self.note(person, "request")
        elif roll < 0.85:
            self.note(person, "bant")
        elif self.vendor == "hubspot":
            self.deal("open", org=person.org or None, people=[person])
        else:
            self.act(person, "sales", "meeting")
        return person

    def work(self, person, most=2):
        """Ordinary touches that prove nothing."""
        for _ in range(self.random.randint(1, most)):
            self.act(person, *self.pick([("neutral", "task"), ("neutral", "call"), ("email", "email")]))
        return person

    def dealing(self, person, says="dealing"):
        self.act(person, says, self.pick(["task", "meeting", "call"]))
        return person

    # what a row says

    def declared(self, row):
        if row in self.org_set:
            return "contact" if row.person_account else "organization"
        if row.box == "contact" or (row.state == "converted" and row.conversion == "proper"):
            return "contact"
        return "lead" if row.state == "qualified" else "prospect"

    def seal(self):
        self.org_set = set(self.orgs)
