"""The world: organizations, persons, deals, activities, campaign responses. No labels here."""
import datetime as dt
import random
import re
import unicodedata
from words import W

ASOF = dt.date(2026, 11, 13)


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def slug(text):
    return re.sub(r"[^a-z0-9]", "", plain(text))


def ago(days):
    return ASOF - dt.timedelta(days=days)


class Thing:
    def __init__(self, **kw):
        self.expect, self.hard, self.variety, self.allow_open = set(), "", "", False
        self.__dict__.update(kw)


class World:
    def __init__(self, cfg):
        self.cfg, self.hs, self.lang = cfg, cfg["vendor"] == "hubspot", cfg["lang"]
        self.w = W[self.lang]
        self.r = random.Random(cfg["name"] + str(cfg["seed"]))
        self.orgs, self.people, self.deals, self.acts, self.members = [], [], [], [], []
        self.names, self.emails = set(), set()
        cores = [a + " " + b for a in self.w["core1"] for b in self.w["core2"]]
        self.r.shuffle(cores)
        self.cores = iter(cores)
        self.phones = self.r.sample(range(100000, 999999), 40000)
        self.custno = self.r.sample(range(10000, 99999), 3000)
        self.own = cfg["own"]
        self.bags = {}
        self.streets = set()
        self.users = []
        for i in range(8):
            g, s = self.human()
            self.users.append(Thing(first=g, last=s, email=f"{slug(g)[:1]}{slug(s.split()[0])}{i}@{self.own}", active=i < 6))

    # -- helpers
    def pick(self, kind):
        """Every variant once before any comes again."""
        bag = self.bags.get(kind)
        if not bag:
            bag = list(self.w[kind])
            self.r.shuffle(bag)
            self.bags[kind] = bag
        return bag.pop()

    def one(self, *options):
        return self.r.choice(options)

    def chance(self, p):
        return self.r.random() < p

    def human(self):
        while True:
            g, s = self.r.choice(self.w["given"]), self.r.choice(self.w["surname"])
            if self.lang == "es" and self.chance(0.75):
                s += " " + self.r.choice(self.w["surname"])
            if self.lang == "es" and self.chance(0.06) and g in ("José", "Juan", "Luis", "Ana", "Carmen", "Laura"):
                g += {"José": " Luis", "Luis": " Miguel", "Ana": " Belén"}.get(g, " María")
            key = plain(g.split()[0] + s)
            if key not in self.names:
                self.names.add(key)
                return g, s

    def phone(self, mobile=False):
        n = self.phones.pop()
        if self.lang == "es":
            head = "6" + str(self.r.randint(10, 99)) if mobile else "9" + str(self.r.randint(10, 89))
            return self.one(f"+34 {head} {n // 1000} {n % 1000:03d}", f"{head}{n}", f"{head} {n // 1000} {n % 1000:03d}")
        if self.cfg.get("us"):
            return f"({self.r.randint(201, 989)}) {n // 10000 + 200}-{n % 10000:04d}"
        head = "07" + str(self.r.randint(400, 999)) if mobile else "01" + str(self.r.randint(200, 999))
        return self.one(f"{head} {n}", f"+44 {head[1:]} {n}")

    def place(self):
        city, pc = self.r.choice(self.w["city"]).split("|")
        while True:
            street = self.r.choice(self.w["street"])
            number = self.r.randint(1, 480)
            street = f"{street} {number}" if self.lang == "es" else f"{number} {street}"
            if street not in self.streets:
                self.streets.add(street)
                break
        return dict(street=street, city=city, zip=(pc + f"{self.r.randint(1, 60):02d}") if self.lang == "es" else f"{pc} {self.r.randint(1, 9)}{self.one('AB', 'QT', 'LN', 'DE')}")

    def company(self, legal=None):
        core = next(self.cores)
        legal = self.r.choice(self.w["legal"]) if legal is None else legal
        return core, (core + (", " if self.lang == "es" and self.chance(0.3) else " ") + legal).strip(", ") if legal else core, slug(re.sub(r"\b(del?|la|las|los|el)\b", "", core.lower()) if self.chance(0.2) else core) + ".example"

    # -- makers
    def org(self, type, **kw):
        core, name, domain = self.company()
        created = ago(self.r.randint(60, 1500))
        o = Thing(kind="org", type=type, core=core, name=name, domain=domain, custno="", since=None, invoice=None, contract_end=None, phone=self.phone(), tax="", industry=self.r.choice(self.w["industry"]) if self.chance(.7) else "",
                  employees=str(self.r.randint(3, 900)) if self.chance(.6) else "", note_kind="", note="", parent=None, rating="", created=created, last_act=None, name_kind="company", says_former=False, life=None,
                  country=self.cfg["country"], **self.place())
        if self.chance(.5):
            o.tax = self.taxno()
        o.__dict__.update(kw)
        self.orgs.append(o)
        return o

    def taxno(self):
        n = self.phones.pop()
        return f"B{self.r.randint(10, 99)}{n}" if self.lang == "es" else (f"{self.r.randint(10, 99)}-7{n}" if self.cfg.get("us") else f"GB{n}{self.r.randint(100, 999)}")

    def customer(self, **kw):
        """A customer with evidence on its row or in the deals."""
        deal = kw.pop("won", None)
        o = self.org("customer", **kw)
        what = self.r.randint(0, 4)
        if deal is None:
            deal = what in (0, 1)
        if what in (0, 2, 4) or not deal:
            o.custno = self.cfg["custprefix"] + str(self.custno.pop())
            o.since = ago(self.r.randint(200, 2500))
        if what == 3:
            o.contract_end = ASOF + dt.timedelta(days=self.r.randint(60, 500))
        if o.contract_end and o.since and o.since >= o.contract_end:
            o.since = o.contract_end - dt.timedelta(days=400)
        if what == 4 or (what == 2 and self.chance(.5)):
            o.invoice = ago(self.r.randint(5, 170))
        if deal:
            self.deal(o, None, "won", ago(self.r.randint(20, 700)))
        return o

    def deal(self, org, person, state, date):
        d = Thing(kind="deal", org=org, person=person, state=state, date=date, created=date - dt.timedelta(days=self.r.randint(20, 90)), amount=self.r.randint(5, 400) * 100,
                  name=self.pick("deal").format(o=org.core if org else f"{person.first} {person.last}"))
        if state == "open":
            d.created, d.date = ago(self.r.randint(5, 80)), ASOF + dt.timedelta(days=self.r.randint(15, 120))
        self.deals.append(d)
        return d

    def email_at(self, first, last, domain):
        a, b = slug((first.split() or [last])[0]) or "x", slug((last.split() or [first])[0]) or "x"
        for n in range(99):
            local = self.one(f"{a}.{b}", f"{a[0]}{b}", f"{a}{b}", f"{a}_{b}", f"{a[0]}.{b}") if n == 0 else f"{a}.{b}{self.r.randint(1, 99)}"
            mail = f"{local}@{domain}"
            if mail not in self.emails:
                self.emails.add(mail)
                return mail
        raise SystemExit("no address left")

    def person(self, box, status="", org=None, domain=None, company=None, email=None, name=None, interest=False, at=None, **kw):
        first, last = name or self.human()
        if name and kw.get("name_kind", "human") == "human":
            self.names.add(plain(first.split()[0] + last) if first.strip() else last)
        if at is not None and company is None:
            company = at.name
        if at is not None and domain is None:
            domain = at.domain
        if domain is None:
            domain = self.pick("freemail")
        p = Thing(kind="person", box=box, status=status, first=first, last=last, org=org, company=company or (org.name if org else ""), title=self.r.choice(self.w["title"]) if self.chance(.6) else "",
                  email=self.email_at(first, last, domain) if email is None else email, phone=self.phone() if self.chance(.5) else "", mobile=self.phone(True) if self.chance(.5) else "", note_kind="", note="", rating="",
                  source="", interest=False, form="", created=ago(self.r.randint(20, 520)), last_act=None, converted=False, conv_contact=None, conv_account=None, conv_deal=None, conv_missing=False, conv_date=None,
                  name_kind="human", country=self.cfg["country"], life=None, lstatus=None, **self.place())
        self.people.append(p)
        p.__dict__.update(kw)
        if interest:
            self.interest(p)
        elif box == "contact":
            p.source = self.pick("csource")
        return p

    def interest(self, p):
        p.interest = True
        if self.hs:
            p.form = self.pick("form")
        else:
            p.source = self.pick("source")
            if self.chance(.6):
                self.members.append(Thing(person=p, campaign=self.r.randrange(len(self.w["campaign"])), responded=True, date=p.created + dt.timedelta(days=self.r.randint(0, 15))))
        if not p.note and self.chance(.25):
            self.note(p, "interest")

    def note(self, x, kind):
        x.note_kind, x.note = kind, self.pick("n_" + kind).replace("{y}", str(self.r.choice([2024, 2025])))

    def act(self, kind, p=None, org=None, done=True, date=None):
        date = date or (ago(self.r.randint(3, 200)) if done else ASOF + dt.timedelta(days=self.r.randint(3, 40)))
        if p is not None and done and p.created > date:
            p.created = date - dt.timedelta(days=self.r.randint(1, 60))
        a = Thing(kind=kind, text=self.pick("a_" + kind), person=p, org=org or (p.org if p else None), done=done, date=date)
        self.acts.append(a)
        return a

    def fresh(self):
        """A company that is not on file."""
        core, name, domain = self.company()
        return dict(company=name if self.chance(.7) else core, domain=domain)

    # -- usual rows, built in one place so that scenes agree
    def lead(self, status, at=None, interest=True, link=True, **kw):
        """A funnel row. In HubSpot the company on file is linked."""
        if at is None and "company" not in kw:
            kw.update(self.fresh())
        p = self.person("lead", status, org=at if self.hs and at is not None and link else None, at=at, interest=interest, **kw)
        if self.hs:
            r = self.one
            life, ls = {"new": (r("subscriber", "lead", "lead", "mql"), "new"), "working": (r("lead", "mql"), r("attempted", "in_progress", "open", "connected")), "nurturing": ("mql", "bad_timing"),
                        "qualified": (r("sql", "sql", "opportunity"), r("in_progress", "connected", "open_deal", "")), "unqualified": ("lead", "unqualified")}[status]
            p.life, p.lstatus = p.life or life, ls if p.lstatus is None else p.lstatus
        return p

    def contact(self, org=None, task=True, **kw):
        p = self.person("contact", org=org, at=kw.pop("at", org), **kw)
        if task:
            self.act("service", p)
        return p

    def sold(self, org):
        return any(d.org is org and d.state == "won" for d in self.deals)
