"""The labels by the letter of the specification: reads the finished world (texts, links, dates), never what a scene meant."""
import re, unicodedata, datetime as dt
from collections import defaultdict
from words import L, SHARED
from world import NOW
LEGAL = re.compile(r"[\s,]+(ltd\.?|limited|plc|llp|s\.?\s?l\.?\s?u?\.?|s\.?a\.?|s\. ?coop\.?|gmbh|lda|sarl)$")
COMPANY = re.compile(r"\b(ltd\.?|limited|plc|llp|sl|slu|sa)$|s\.l\.|s\.a\.|s\. coop", re.I)
def strip(t): return "".join(c for c in unicodedata.normalize("NFD", (t or "").casefold()) if not unicodedata.combining(c)).strip()
def norm(name): return re.sub(r"\W+", " ", LEGAL.sub("", strip(name))).strip()
def domain(mail): return mail.strip().lower().partition("@")[2]
def inside(d, o): return bool(o) and (d == o or d.endswith("." + o))
def digits(t): return re.sub(r"\D", "", t or "")[-9:]

class Judge:
    def __init__(j, w):
        j.w, j.k, j.sf = w, w.w, w.sf
        j.meaning = {}
        for group in ("note", "task"):
            for kind, texts in j.k[group].items():
                for t in texts: j.meaning.setdefault((group, re.sub(r"\{\w\}|\d+", "#", t)), kind)
        j.types = {t: k for k, ts in list((j.k["type"] if j.sf else j.k["hstype"]).items()) for t in ts if t}
        j.given = {strip(g.split()[0]) for g in j.k["given"] + [c.split()[0] for c in j.k["compound"]]}
        j.last = {strip(x) for x in j.k["surname"] + j.k["oddsurname"] + j.k["toponym"]}
        j.own = {domain(u.email) for u in w.users}
        j.acts, j.deals, j.odeals, j.resp, j.staff = (defaultdict(list) for _ in range(5))
        for a in w.acts: j.acts[id(a.who)].append(a)
        for d in w.deals:
            if d.who: j.deals[id(d.who)].append(d)
            if d.org: j.odeals[id(d.org)].append(d)
        for m in w.members:
            if m.responded: j.resp[id(m.who)].append(m)
        for p in w.people:
            if p.org: j.staff[id(p.org)].append(p)
        j.bydom, j.byname = defaultdict(list), defaultdict(list)
        for o in w.orgs:
            ds = {o.domain} if o.domain else {domain(p.email) for p in j.staff[id(o)] if p.email}
            for d in ds - SHARED - {""}: j.bydom[d].append(o)
            j.byname[norm(o.name)].append(o)
        j.contacts = [p for p in w.people if j.declared(p) == "contact" and not j.funnel(p) and not (j.sf and p.box == "lead")]
        j.bymail, j.bymobile = defaultdict(list), defaultdict(list)
        for c in j.contacts:
            if c.email: j.bymail[j.mailkey(c.email)].append(c)
            if c.mobile: j.bymobile[digits(c.mobile)].append(c)
    def note(j, x): return j.meaning.get(("note", re.sub(r"\d+", "#", x.note.replace(".000", "#").replace(",000", "#"))), None) or j.meaning.get(("note", re.sub(r"\d+", "#", x.note)))
    def mailkey(j, m): a, _, d = m.strip().lower().partition("@"); return a.split("+")[0] + "@" + d
    def declared(j, p):
        if j.sf: return "contact" if p.box == "contact" or (p.converted and p.status == "converted") else "lead" if p.status == "qualified" else "prospect"
        return {"sql": "lead", "opportunity": "lead", "subscriber": "prospect", "lead": "prospect", "mql": "prospect"}.get(p.life, "contact")
    def funnel(j, p): return (p.box == "lead" and not (p.converted and p.status == "converted")) if j.sf else p.life in ("subscriber", "lead", "mql", "sql", "opportunity")
    def otype(j, o): return j.types.get(o.type, "")
    def says_customer(j, o): return j.otype(o) == "customer" or o.life == "customer"
    def says_prospect(j, o): return not j.says_customer(o) and (j.otype(o) == "prospect" or o.life in ("subscriber", "lead", "mql", "sql", "opportunity"))
    def won(j, o): return any(d.state == "won" for d in j.odeals[id(o)])
    def proof(j, o): return j.won(o) or o.invoice or o.end or o.custno
    def customer(j, o): return j.says_customer(o) and j.proof(o) and not j.former(o)
    def former(j, o):
        if not j.says_customer(o): return False
        said = j.otype(o) == "former" or j.note(o) == "former"; over = o.end and (NOW - o.end).days > 180
        ds = j.odeals[id(o)]
        return bool(said or over) and not any(d.state == "open" or (d.state == "won" and o.end and d.date > o.end) for d in ds)
    def works(j, p):
        found = [p.org] if p.org else []
        if p.ca and not (p.converted and p.status == "converted"): found.append(p.ca)
        found += j.atdomain(p)
        if p.company: found += j.byname.get(norm(p.company), [])
        return list({id(o): o for o in found}.values())
    def atdomain(j, p):
        d = domain(p.email); out = []
        if d in SHARED: return out
        while "." in d: out += j.bydom.get(d, []); d = d.partition(".")[2]
        return out
    def human(j, p): return bool(p.first.strip()) and (strip(p.first).split()[0] in j.given or re.fullmatch(r"[A-Za-zÁÉÍÓÚ]\.", p.first)) and not COMPANY.search(p.last.strip())
    def twopeople(j, p):
        whole = strip(p.first + " " + p.last)
        m = re.search(r"^(.*?)\s(y|and|&|/)\s(.*)$", whole)
        return bool(m) and m[1].split()[0] in j.given and m[3].split()[0] in j.given
    def test(j, x, org=False):
        if org: return x.name in j.k["testorg"]
        return any(strip(x.first) == strip(g) and strip(x.last) == strip(f) for g, f, _ in j.k["test"])
    def sales(j, p):
        return (any(a.kind == "sales" and j.meaning[("task", a.text)] == "sales" and a.done for a in j.acts[id(p)]) or j.note(p) in ("sales", "request") or (j.funnel(p) and any(d.state == "open" for d in j.deals[id(p)])))
    def active(j, x):
        ds = [x.created, x.seen_at] + [a.date for a in j.acts[id(x)] if a.done] + [m.date for m in j.resp[id(x)]] + [d.date for d in j.odeals[id(x)] if d.state != "open"]
        return max(d for d in ds if d)
    def idle(j, x): return (NOW - j.active(x)).days > 548

    def org(j, o):
        c, cls = set(), {"organization"}
        if j.test(o, True): return {"test-record"}, set(), set()
        t = norm(o.name).split()
        person = len(t) >= 2 and t[0] in j.given and all(x in j.last | j.given for x in t[1:]) and not COMPANY.search(o.name)
        if person and not (o.domain or o.tax or o.employees or o.industry): c.add("person-as-organization"); cls = {"contact"} if j.won(o) else {"prospect", "contact"}
        if j.says_customer(o) and not j.proof(o): c.add("stage-contradicts-deal")
        if j.says_prospect(o) and j.won(o): c.add("stage-contradicts-deal")
        if j.former(o): c.add("former-customer-as-customer")
        if o.rating == "hot" and j.idle(o): c.add("temperature-contradicts")
        if j.says_prospect(o):
            for q in set(map(id, j.bydom.get(o.domain, []) + j.byname.get(norm(o.name), []))):
                q = next(x for x in j.w.orgs if id(x) == q)
                if q is o or not j.customer(q): continue
                same = norm(q.name) == norm(o.name)
                if (o.domain and o.domain == q.domain) or same and (o.phone and digits(o.phone) == digits(q.phone) or o.tax and o.tax == q.tax or (strip(o.street), strip(o.city)) == (strip(q.street), strip(q.city))): c.add("organization-in-two-classes")
        return c, set(), cls

    def person(j, p):
        """codes, open codes, right classes"""
        if j.test(p): return {"test-record"}, set(), set()
        c, op, decl = set(), set(), j.declared(p); f = j.funnel(p); at = j.works(p); custs = [o for o in at if j.customer(o)]; note = j.note(p); human = j.human(p)
        acts = j.acts[id(p)]; deals = j.deals[id(p)]; cls = {decl}; sales = j.sales(p); names = norm(p.first + " " + p.last)
        if f and custs: c.add("lead-is-customer")
        if f:
            twin = [q for q in (j.bymail.get(j.mailkey(p.email), []) if p.email else []) if strip(q.first).split()[:1] == strip(p.first).split()[:1]]
            twin += [q for q in (j.bymobile.get(digits(p.mobile), []) if p.mobile else []) if set(strip(q.last).split()) & set(strip(p.last).split())]
            if twin: c.add("lead-and-contact")
        if j.sf and p.box == "lead" and (p.converted or p.cc or p.ca) and p.status != "converted": c.add("conversion-unfinished")
        if not j.sf and p.life == "customer" and p.status in ("new", "attempted") and any(d.state == "won" for d in deals): c.add("conversion-unfinished")
        company = not human and bool(COMPANY.search((p.first + " " + p.last).strip()))
        if company:
            c.add("organization-as-person")
            if f and any(norm(o.name) == names and j.customer(o) for o in j.w.orgs): c.add("organization-in-two-classes"); c.discard("lead-is-customer"); op.add("lead-is-customer")
        role = p.email and p.email.lower().split("@")[0] in {r for r, _ in j.k["role"]} and not human
        if role: c.add("role-mailbox-as-person")
        if j.twopeople(p): c.add("two-people-in-one-row")
        if p.box == "contact" and not p.org and j.atdomain(p): (op if f else c).add("contact-without-organization")
        done = any(a.done for a in acts)
        if decl == "contact" and p.box == "contact" and not done and not deals and note not in ("customer", "supplier", "partner"):
            orgs = at
            if not any(not j.says_prospect(o) or j.odeals[id(o)] for o in orgs) and (p.source or p.conv or j.resp[id(p)] or note == "interest"): c.add("contact-is-prospect")
        if decl == "lead" and not sales and not any(d.state == "open" for o in at for d in j.odeals[id(o)]) and not any(d.state == "won" for d in deals): c.add("lead-unqualified")
        od = [o for o in at if any(d.state == "open" for d in j.odeals[id(o)])]
        if f and decl == "prospect" and (p.status == "new"):
            if sales or any(not j.customer(o) for o in od): c.add("prospect-qualified")
            elif od: op.add("prospect-qualified")
        ownwon = any(d.state == "won" for d in deals)
        if not j.sf:
            if p.life in ("customer", "evangelist") and not ownwon and not any(j.proof(o) for o in at): c.add("stage-contradicts-deal")
            if f and ownwon: c.add("stage-contradicts-deal")
        if j.sf and p.rating == "hot" and p.box == "lead" and (p.status == "disq" or j.idle(p)): c.add("temperature-contradicts")
        if any(j.former(o) for o in at):
            if not j.sf and p.life == "customer": c.add("former-customer-as-customer")
            elif decl == "contact": op.add("former-customer-as-customer")
        if f and not sales:
            for k in ("supplier", "partner", "competitor"):
                if note == k or any(j.otype(o) == k for o in at): c.add(k + "-as-lead")
        if f and p.email and any(inside(domain(p.email), o) for o in j.own): c.add("employee-as-lead")
        if c:
            if company: cls = {"organization"}
            elif role: cls = {"organization", decl}
            elif c & {"lead-is-customer", "lead-and-contact", "conversion-unfinished", "supplier-as-lead", "partner-as-lead", "competitor-as-lead", "employee-as-lead", "former-customer-as-customer"}: cls = {"contact"}
            elif "stage-contradicts-deal" in c: cls = {"contact"} if ownwon else {"lead"} if any(d.state == "open" for d in deals) else {"prospect"}
            elif c & {"contact-is-prospect", "lead-unqualified"}: cls = {"prospect"}
            elif "prospect-qualified" in c: cls = {"lead"}
        return c, op, cls
    def complete(j, p):
        """has a row without a code the evidence that its class asks for?"""
        d = j.declared(p); at = j.works(p)
        if j.sf and p.status == "converted": return True
        if d == "contact": return any(a.done for a in j.acts[id(p)]) or j.deals[id(p)] or any(not j.says_prospect(o) or j.odeals[id(o)] for o in at)
        if d == "lead": return j.sales(p)
        return bool(p.source or p.conv) and (not j.sales(p))
