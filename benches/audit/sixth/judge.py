"""The specification (audit.md, glossary `staged`) by the letter over the world: it looks at fields and links, never at what a scene planted."""
import re
import words as W
from world import ASOF, D, plain

LEGAL = re.compile(r"[\s,]+(ltd|limited|inc|llc|plc|llp|s ?l ?u?|s ?a|s ?coop|gmbh|sas|lda|s ?r ?l)$")
SAYS_LEGAL = re.compile(r"(^|[\s,])(ltd\.?|limited|inc\.?|llc|plc|llp|s\.? ?l\.?( ?u\.?)?|s\.?a\.?|s\. ?coop\.?)$", re.I)
TEST = re.compile(r"^(test|asdf|asd|qwerty|xxx|abc|aaaa|bbbb|zxcv|foo|prueba|dummy|demo|registro|usuario)$")
JOKES = {"mickey mouse", "donald duck", "santa claus", "pato donald", "contacto de prueba"}
ROLE_LOCAL = {r[0] for l in W.ROLES.values() for r in l} | {"hello", "hola", "office", "oficina", "sales", "ventas"}
ROLE_NAMES = {plain(f"{r[1]} {r[2]}".strip()) for l in W.ROLES.values() for r in l} | {r[0] for l in W.ROLES.values() for r in l}
ACTS = {plain(a) for l in W.ACTIVITY.values() for a, _ in l}
GIVEN = {plain(g) for l in W.GIVEN.values() for g in l} | {plain(n) for l in W.NICK.values() for t in l for n in t} | \
    {plain(x) for x in "Paris Chelsea Florence Austin Sydney Dallas América África Florencia Grace Ann Rose Rosa Blas Ian Josep Tom Marie Jaime Dolores Victoria".split()}

def norm(name):
    t = re.sub(r"\s+", " ", re.sub(r"[.,;]", lambda m: " " if m[0] == "," else "", plain(name))).strip()
    return LEGAL.sub("", t).strip()

def domain(mail):
    d = mail.lower().partition("@")[2]
    return "" if d in W.SHARED else d

def under(d, parent):
    return bool(d and parent) and (d == parent or d.endswith("." + parent))

def address(mail):
    loc, _, d = mail.lower().partition("@")
    return loc.partition("+")[0] + "@" + d if mail else ""

def same_given(a, b):
    a, b = plain(a), plain(b)
    return a == b or any({plain(x), plain(y)} == {a, b} for l in W.NICK.values() for x, y in l)

def same_surname(a, b):
    a, b = plain(a).split(), plain(b).split()
    return a == b or bool(a and b and a[0] == b[0] and (len(a) == 1 or len(b) == 1))

def name_kind(p):
    full = f"{p.first} {p.last}".strip(); low = plain(full)
    if not low: return "none"
    if low in JOKES or TEST.match(plain(p.first)) or TEST.match(low.split()[0]): return "test"
    if "test" == plain(p.last) and p.email.endswith("example.com"): return "test"
    if low in ROLE_NAMES: return "role"
    if SAYS_LEGAL.search(full) or any(a in low for a in ACTS): return "org"
    if " & " in full or " / " in full: return "two"
    m = re.match(r"^(\S+) (?:y|e|and) (\S+)$", p.first) or re.match(r"^\S+(?: \S+)? (?:y|e|and) (\S+) \S+", p.last)
    if m and plain(m.groups()[-1]) in GIVEN: return "two"
    return "human"

class Judge:
    def __init__(s, w):
        s.w = w; s.P, s.O = w.people, w.orgs
        s.acts, s.odeals, s.pdeals, s.resp, s.mates = {}, {}, {}, {}, {}
        for a in w.acts:
            s.acts.setdefault(id(a.who), []).append(a)
        for d in w.deals:
            if d.org is not None: s.odeals.setdefault(id(d.org), []).append(d)
            if d.person is not None: s.pdeals.setdefault(id(d.person), []).append(d)
        for r in w.resp: s.resp.setdefault(id(r.who), []).append(r)
        for p in s.P:
            if p.org is not None: s.mates.setdefault(id(p.org), []).append(p)
        s.doms = [(o, {domain("x@" + o.website)} - {""} if o.website else {domain(m.email) for m in s.mates.get(id(o), []) if s.box(m) == "contact"} - {""}) for o in s.O]
        s.bydom, s.byname = {}, {}
        for o, ds in s.doms:
            for d in ds: s.bydom.setdefault(d, []).append(o)
            s.byname.setdefault(norm(o.name), []).append(o)
        s.contacts_mail, s.contacts_mobile = {}, {}
        for p in s.P:
            if s.declared(p) == "contact" and p.box == "contact":
                if p.email: s.contacts_mail.setdefault(address(p.email), []).append(p)
                if p.mobile: s.contacts_mobile.setdefault(re.sub(r"\D", "", p.mobile), []).append(p)
    # -- what the box says
    def box(s, p):
        if s.w.sf: return p.box
        return "contact" if p.life in ("customer", "evangelist", "other", "") else "lead"
    def declared(s, p):
        if s.w.sf:
            if p.box == "contact": return "contact"
            if p.stage == "converted" and p.conv and p.conv["flag"]: return "contact"
            return "lead" if p.stage == "qualified" else "prospect"
        return {"customer": "contact", "evangelist": "contact", "other": "contact", "": "contact", "sql": "lead", "opportunity": "lead"}.get(p.life, "prospect")
    # -- evidence
    def by_domain(s, p):
        d = domain(p.email); out = []
        while d and "." in d:
            out += s.bydom.get(d, []); d = d.partition(".")[2]
        return out
    def works_at(s, p):
        out = list(s.by_domain(p))
        if p.org is not None: out.append(p.org)
        if p.company: out += s.byname.get(norm(p.company), [])
        return out
    def won(s, o): return any(d.state == "won" for d in s.odeals.get(id(o), []))
    def says_customer(s, o): return o.type == "customer" or o.life == "customer"
    def says_prospect(s, o): return o.type == "prospect" or o.life in ("lead", "mql", "sql", "opportunity", "subscriber")
    def evidence(s, o): return s.won(o) or o.invoice is not None or o.contract_end is not None or bool(o.cust_no)
    def customer_org(s, o): return s.says_customer(o) and s.evidence(o)
    def dealt(s, o): return o.type in ("customer", "former", "partner", "supplier") or o.life == "customer"
    def former_wrong(s, o):
        if not s.says_customer(o): return False
        ended = o.contract_end is not None and o.contract_end < ASOF - D(days=180)
        if not (o.type == "former" or o.note and o.note[0] == "former" or ended): return False
        since = o.contract_end if ended else ASOF - D(days=400)
        ds = s.odeals.get(id(o), [])
        return not any(d.state == "open" or d.state == "won" and d.close > since for d in ds)
    def interest(s, p):
        return bool(p.note and (p.note[0] == "interest" or p.note[0].startswith("looks_")) or p.form and p.form[0] == "interest" or s.w.sf and p.source in ("webinar", "tradeshow", "download", "newsletter", "social") or
                    any(r.responded for r in s.resp.get(id(p), [])) or any(a.tag == "interest" for a in s.acts.get(id(p), [])))
    def sales(s, p, orgs):
        """(evidence, resting on nothing but an open deal in a company's name)"""
        own = any(a.tag == "sales" and a.done for a in s.acts.get(id(p), [])) or p.note and p.note[0] in ("bnd", "request") or p.form and p.form[0] == "request"
        own = own or any(d.state == "open" for d in s.pdeals.get(id(p), [])) or bool(p.conv and p.conv.get("deal") is not None and p.conv["deal"].state == "open")
        firm = any(d.state == "open" for o in orgs for d in s.odeals.get(id(o), []))
        return bool(own or firm), bool(firm and not own)
    def activity(s, x):
        ds = [x.created] + ([x.last_act] if x.last_act else []) + [a.date for a in s.acts.get(id(x), []) if a.done] + [r.date for r in s.resp.get(id(x), []) if r.responded]
        ds += [d.close for d in s.odeals.get(id(x), []) + s.pdeals.get(id(x), []) if d.state != "open"]
        for m in s.mates.get(id(x), []): ds += [a.date for a in s.acts.get(id(m), []) if a.done]
        return max(ds)
    # -- persons
    def person(s, p):
        w = s.w; dec = s.declared(p); orgs = s.works_at(p); nk = name_kind(p)
        funnel = dec != "contact"; codes, opened, votes = set(), set(), []
        acts = s.acts.get(id(p), []); done = [a for a in acts if a.done]; own = s.pdeals.get(id(p), [])
        sales, firm_only = s.sales(p, orgs)
        cust = [o for o in orgs if s.customer_org(o)]
        def say(code, cls=None):
            codes.add(code)
            if cls: votes.append(cls)
        half = funnel and bool(p.conv)
        if half: say("conversion-unfinished", "contact")
        if not w.sf and dec == "contact" and p.life == "customer" and p.hs_status in ("NEW", "ATTEMPTED_TO_CONTACT") and (any(d.state == "won" for d in own)): say("conversion-unfinished", "contact")
        if funnel and cust:
            if nk == "org": opened.add("lead-is-customer")
            else: say("lead-is-customer", "contact")
        if funnel:
            twins = [q for q in s.contacts_mail.get(address(p.email), []) if same_given(p.first, q.first)] if p.email else []
            if p.mobile: twins += [q for q in s.contacts_mobile.get(re.sub(r"\D", "", p.mobile), []) if same_surname(p.last, q.last)]
            if any(q is not p for q in twins): say("lead-and-contact", "contact")
        if nk == "org": say("organization-as-person", "organization")
        local = p.email.lower().partition("@")[0]
        role = any(local == r or local.startswith(r + ".") for r in ROLE_LOCAL)
        if role and nk in ("none", "role"): say("role-mailbox-as-person")
        if role and nk == "org": opened.add("role-mailbox-as-person")
        if p.box == "contact" and p.org is None and s.by_domain(p):
            os_ = s.by_domain(p)
            say("contact-without-organization", "contact" if any(s.dealt(o) or s.odeals.get(id(o)) for o in os_) or done or own else "prospect")
        elif funnel and not w.sf and p.org is None and s.by_domain(p): opened.add("contact-without-organization")
        if p.box == "contact" and dec == "contact" and s.interest(p) and not done and not own and not any(s.odeals.get(id(o)) or s.dealt(o) for o in orgs):
            if not all(s.says_prospect(o) for o in orgs): raise SystemExit(f"{w.name}: open case of contact-is-prospect")
            if not w.sf and p.life == "": opened.add("contact-is-prospect")
            else: say("contact-is-prospect", "prospect")
        if dec == "lead" and not sales: say("lead-unqualified", "prospect")
        new = p.stage == "new" if w.sf else p.hs_status == "NEW"
        if dec == "prospect" and new and sales:
            if firm_only and cust: opened.add("prospect-qualified")
            else: say("prospect-qualified", "lead")
        wonp = any(d.state == "won" for d in own)
        if not w.sf and p.life in ("customer", "evangelist") and not wonp and not cust:
            say("stage-contradicts-deal", "lead" if any(d.state == "open" for d in own) else "prospect")
        if funnel and wonp: say("stage-contradicts-deal", "contact")
        if w.sf and p.rating == "Hot" and (p.stage == "disq" or s.activity(p) < ASOF - D(days=548)): say("temperature-contradicts")
        if any(s.former_wrong(o) for o in orgs):
            if funnel: raise SystemExit(f"{w.name}: funnel row at a former customer")
            if not w.sf and p.life == "customer" and p.org is not None: say("former-customer-as-customer", "contact")
            else: opened.add("former-customer-as-customer")
        if funnel and not sales:
            for what in ("supplier", "partner", "competitor"):
                if any(o.type == what for o in orgs) or p.note and p.note[0] == what: say(f"{what}-as-lead", "contact")
        if funnel and under(domain(p.email), w.own): say("employee-as-lead", "contact")
        if nk == "two": say("two-people-in-one-row")
        if funnel and nk == "org" and any(s.says_customer(o) for o in s.byname.get(norm(f"{p.first} {p.last}"), [])): say("organization-in-two-classes", "organization")
        if nk == "test":
            others = codes | opened | {"contact-is-prospect", "role-mailbox-as-person", "lead-and-contact"}
            return {"test-record"}, others, dec, ""
        if len(set(votes)) > 1 and not (nk == "org" and set(votes) == {"organization"}): raise SystemExit(f"{w.name}: classes collide {codes} {votes} {p.first} {p.last}")
        cls = votes[0] if votes else dec
        if "role-mailbox-as-person" in codes: cls = f"organization/{cls}"
        # what has no code must be sound
        if not codes:
            why = None
            if dec == "prospect" and sales: why = "sales evidence on a worked prospect"
            if dec == "prospect" and not s.interest(p): why = "prospect without interest"
            if p.box == "contact" and dec == "contact" and not (done or own or any(s.dealt(o) or s.odeals.get(id(o)) for o in orgs)): why = "contact without dealings"
            if why: raise SystemExit(f"{w.name}: {why}: {p.first} {p.last} {p.email} {p.variety} {p.hn}")
        return codes, opened, dec, cls
    # -- organizations
    def org(s, o):
        w = s.w; codes, cls = set(), "organization"
        ds = s.odeals.get(id(o), [])
        toks = plain(o.name.replace(",", "")).split()
        human = toks[0] in GIVEN and len(toks) in (2, 3) or "," in o.name and toks[-1] in GIVEN and not SAYS_LEGAL.search(o.name)
        if human and not SAYS_LEGAL.search(o.name) and not (o.website or o.tax or o.employees or o.industry):
            codes.add("person-as-organization"); cls = "contact" if s.won(o) else "prospect/contact"
        if s.says_customer(o) and not s.evidence(o): codes.add("stage-contradicts-deal")
        if s.says_prospect(o) and s.won(o): codes.add("stage-contradicts-deal")
        if not w.sf and o.life in ("sql", "opportunity") and not any(d.state == "open" for d in ds): raise SystemExit("unqualified company")
        if w.sf and o.rating == "Hot" and s.activity(o) < ASOF - D(days=548): codes.add("temperature-contradicts")
        if s.former_wrong(o): codes.add("former-customer-as-customer")
        if s.says_prospect(o):
            for q in s.O:
                if q is o or not s.says_customer(q): continue
                same = norm(q.name) == norm(o.name) and (q.phone and q.phone == o.phone or q.street and q.street == o.street and q.city == o.city or q.tax and q.tax == o.tax)
                if o.website and o.website == q.website or same: codes.add("organization-in-two-classes")
        return codes, set(), "organization", cls
