"""The labels by the letter of audit.md, from the world alone; what a scene planted is not looked at."""
import collections
import datetime as dt
import re
from world import ASOF, plain

SHARED = set("gmail.com outlook.com hotmail.com yahoo.com icloud.com hotmail.co.uk yahoo.co.uk hotmail.es yahoo.es outlook.es btinternet.com virginmedia.com comcast.net sky.com telefonica.net ono.com euskaltel.net terra.es nhs.net icam.es".split())
LEGAL = {"ltd", "limited", "plc", "llp", "inc", "llc", "sl", "sa", "slu", "sau", "scoop", "sas", "gmbh", "lda", "bv"}
PROSPECTIVE = {"prospect"}


def core(name):
    words = re.sub(r"[^a-z0-9& ]", "", plain(name).replace("s. coop", "scoop")).split()
    while len(words) > 1 and words[-1] in LEGAL:
        words.pop()
    return " ".join(words)


def domain(email):
    return email.rsplit("@", 1)[1].strip().lower() if "@" in email else ""


def parents(d):
    parts = d.split(".")
    return [".".join(parts[i:]) for i in range(len(parts) - 1)]


class Judge:
    def __init__(self, world):
        self.w, self.hs = world, world.hs
        by = collections.defaultdict
        self.odeals, self.pdeals, self.pacts, self.oacts = by(list), by(list), by(list), by(list)
        for d in world.deals:
            self.odeals[id(d.org)].append(d)
            self.pdeals[id(d.person)].append(d)
        for a in world.acts:
            self.pacts[id(a.person)].append(a)
            self.oacts[id(a.org)].append(a)
        self.resp = by(list)
        for m in world.members:
            if m.responded:
                self.resp[id(m.person)].append(m.date)
        self.linked = by(list)
        for p in world.people:
            if p.org is not None:
                self.linked[id(p.org)].append(p)
        self.bydomain, self.bycore = by(list), by(list)
        for o in world.orgs:
            self.bycore[core(o.name)].append(o)
            ds = {o.domain} if o.domain else {domain(p.email) for p in self.linked[id(o)]}
            for d in ds - SHARED - {""}:
                self.bydomain[d].append(o)
        self.mail, self.mob = by(list), by(list)
        for p in world.people:
            if p.email:
                local, _, dom = p.email.strip().lower().partition("@")
                self.mail[local.split("+")[0] + "@" + dom].append(p)
            if p.mobile:
                self.mob[re.sub(r"\D", "", p.mobile)[-9:]].append(p)
        nick = world.w["nick"]
        self.nick = {plain(v): plain(k) for k, v in nick.items()}
        self.namesakes = by(list)

    # declared class
    def declared(self, x):
        if x.kind == "org":
            return "organization"
        if self.hs:
            return {"customer": "contact", "evangelist": "contact", "other": "contact", "": "contact", "sql": "lead", "opportunity": "lead"}.get(x.life, "prospect")
        if x.box == "contact":
            return "contact"
        if x.status == "converted" and x.converted:
            return "contact"
        return "lead" if x.status == "qualified" else "prospect"

    def funnel(self, p):
        return self.declared(p) in ("lead", "prospect")

    # evidence
    def won(self, o):
        return any(d.state == "won" for d in self.odeals[id(o)])

    def opened(self, o):
        return any(d.state == "open" for d in self.odeals[id(o)])

    def bought(self, o):
        return self.won(o) or bool(o.invoice or o.contract_end or o.custno)

    def customer(self, o):
        return o.type == "customer" and self.bought(o)

    def works_at(self, p):
        found = {id(o): o for o in ([p.org] if p.org else []) + ([p.conv_account] if p.conv_account else [])}
        d = domain(p.email)
        if d not in SHARED:
            for q in parents(d):
                for o in self.bydomain[q]:
                    found.setdefault(id(o), o)
        if p.company and (p.box == "lead" or self.hs):
            for o in self.bycore[core(p.company)]:
                found.setdefault(id(o), o)
        return list(found.values())

    def done(self, p, *kinds):
        return any(a.done and (not kinds or a.kind in kinds) for a in self.pacts[id(p)])

    def sales(self, p, at):
        return (self.done(p, "sales") or p.note_kind in ("bant", "request") or any(d.state == "open" for d in self.pdeals[id(p)])
                or any(self.opened(o) for o in at if not self.customer(o)))

    def given(self, name):
        g = plain(name).split()[0] if name.strip() else ""
        return self.nick.get(g, g)

    def same_surname(self, a, b):
        x, y = plain(a).split(), plain(b).split()
        return bool(x and y) and (x == y or set(x) <= set(y) or set(y) <= set(x))

    def last_activity(self, x):
        dates = [x.created] + ([x.last_act] if x.last_act else [])
        acts = self.pacts[id(x)] if x.kind == "person" else self.oacts[id(x)]
        dates += [a.date for a in acts if a.done]
        deals = self.pdeals[id(x)] if x.kind == "person" else self.odeals[id(x)]
        dates += [d.date if d.state != "open" else d.created for d in deals]
        return max(dates + self.resp[id(x)])

    def judge(self, x):
        codes, opens = set(), set()
        (self.org if x.kind == "org" else self.person)(x, codes, opens)
        declared = self.declared(x)
        classes = self.classes(x, codes, declared)
        return codes, opens - codes, declared, classes

    def org(self, o, codes, opens):
        if o.name_kind == "test":
            codes.add("test-record")
        if o.name_kind == "person" and not (o.domain or o.tax or o.employees or o.industry):
            codes.add("person-as-organization")
        if o.type == "customer" and not self.bought(o):
            codes.add("stage-contradicts-deal")
        if o.type in PROSPECTIVE and self.won(o):
            codes.add("stage-contradicts-deal")
        if o.rating == "hot" and self.last_activity(o) < ASOF - dt.timedelta(days=548):
            codes.add("temperature-contradicts")
        if o.type == "customer":
            ended = o.contract_end and o.contract_end < ASOF - dt.timedelta(days=180)
            if ended or o.note_kind == "former" or o.says_former:
                since = o.contract_end if ended else ASOF - dt.timedelta(days=900)
                people = self.linked[id(o)]
                deals = self.odeals[id(o)] + [d for p in people for d in self.pdeals[id(p)]]
                if not any(d.state == "open" or (d.state == "won" and d.date >= since) for d in deals):
                    codes.add("former-customer-as-customer")
        if o.type in PROSPECTIVE:
            for q in self.w.orgs:
                if q is not o and self.customer(q):
                    if o.domain and o.domain == q.domain or core(o.name) == core(q.name) and (o.phone == q.phone or o.tax and o.tax == q.tax or (o.street, o.city) == (q.street, q.city)):
                        codes.add("organization-in-two-classes")

    def person(self, p, codes, opens):
        at, funnel = self.works_at(p), self.funnel(p)
        customers = [o for o in at if self.customer(o)]
        sales = self.sales(p, at)
        if p.name_kind == "test":
            codes.add("test-record")
        if p.name_kind == "company":
            codes.add("organization-as-person")
        if p.name_kind == "two":
            codes.add("two-people-in-one-row")
        if p.name_kind in ("role", "company") and p.email.split("@")[0] in self.w.w["rolebox"]:
            codes.add("role-mailbox-as-person")
        if funnel:
            own = domain(p.email)
            if own == self.w.own or own.endswith("." + self.w.own):
                codes.add("employee-as-lead")
            itself = p.name_kind == "company" and any(core(f"{p.first} {p.last}") == core(o.name) for o in customers)
            if itself:
                codes.add("organization-in-two-classes")
            if customers:
                (opens if itself else codes).add("lead-is-customer")
            for role in ("supplier", "partner", "competitor"):
                if (p.note_kind == role or any(o.type == role for o in at)) and not sales:
                    codes.add(role + "-as-lead")
            local, _, dom = p.email.strip().lower().partition("@")
            twins = [q for q in self.mail[local.split("+")[0] + "@" + dom] if p.email and self.given(q.first) == self.given(p.first)]
            if p.mobile:
                twins += [q for q in self.mob[re.sub(r"\D", "", p.mobile)[-9:]] if self.same_surname(p.last, q.last)]
            if any(q is not p and (q.box == "contact" if not self.hs else not self.funnel(q)) for q in twins):
                codes.add("lead-and-contact")
            if self.declared(p) == "lead" and not sales:
                codes.add("lead-unqualified")
            state = p.lstatus if self.hs else p.status
            if self.declared(p) == "prospect" and state == "new":
                if sales:
                    codes.add("prospect-qualified")
                if any(self.opened(o) for o in customers):
                    opens.add("prospect-qualified")
            if any(d.state == "won" for d in self.pdeals[id(p)]):
                codes.add("stage-contradicts-deal")
            if p.note_kind == "customer" and not customers:
                opens.add("lead-is-customer")
        if not self.hs and p.box == "lead" and p.status != "converted" and (p.converted or p.conv_contact or p.conv_missing):
            codes.add("conversion-unfinished")
        if self.hs and p.life == "customer" and p.lstatus in ("new", "attempted") and any(d.state == "won" for d in self.pdeals[id(p)]):
            codes.add("conversion-unfinished")
        d = domain(p.email)
        if p.org is None and d not in SHARED and any(self.bydomain[q] for q in parents(d)) and (p.box == "contact" or self.hs):
            (opens if funnel else codes).add("contact-without-organization")
        if self.declared(p) == "contact" and (self.hs or p.box == "contact"):
            interest = p.interest or self.resp[id(p)] or p.note_kind == "interest"
            deals = self.pdeals[id(p)] or any(self.odeals[id(o)] for o in at)
            if interest and not self.done(p) and not deals and all(o.type == "prospect" for o in at):
                (opens if self.hs and p.life == "" else codes).add("contact-is-prospect")
            if self.hs and p.life == "customer" and not customers and not any(x.state == "won" for x in self.pdeals[id(p)]):
                codes.add("stage-contradicts-deal")
        former = any(self.former(o) for o in at if o is p.org)
        if former:
            (codes if self.hs and p.life == "customer" else opens).add("former-customer-as-customer")
        if p.rating == "hot" and (p.status == "unqualified" or self.last_activity(p) < ASOF - dt.timedelta(days=548)):
            codes.add("temperature-contradicts")

    def former(self, o):
        codes = set()
        self.org(o, codes, set())
        return "former-customer-as-customer" in codes

    def classes(self, x, codes, declared):
        if "test-record" in codes:
            return set()
        if x.kind == "org":
            if "person-as-organization" in codes:
                return {"contact"} if self.bought(x) else {"prospect", "contact"}
            return {"organization"}
        if codes & {"organization-as-person", "organization-in-two-classes"}:
            return {"organization"}
        if "role-mailbox-as-person" in codes:
            return {"organization", declared}
        if codes & {"lead-is-customer", "lead-and-contact", "conversion-unfinished", "former-customer-as-customer", "supplier-as-lead", "partner-as-lead", "competitor-as-lead", "employee-as-lead"}:
            return {"contact"}
        if "stage-contradicts-deal" in codes:
            states = {d.state for d in self.pdeals[id(x)]}
            return {"contact"} if "won" in states else {"lead"} if "open" in states else {"prospect"}
        if codes & {"contact-is-prospect", "lead-unqualified"}:
            return {"prospect"}
        if "prospect-qualified" in codes:
            return {"lead"}
        if declared == "prospect" and self.sales(x, self.works_at(x)):
            return {"prospect", "lead"}
        return {declared}
