"""The world of one company's CRM: organizations, people, deals, activities, campaign responses. No vendor's columns here."""
import datetime as dt, random, re, unicodedata
import words as W

ASOF = dt.date(2026, 10, 31)
D = dt.timedelta

def plain(s):
    return "".join(c for c in unicodedata.normalize("NFKD", s) if not unicodedata.combining(c)).lower()

def slug(s):
    return re.sub(r"[^a-z0-9]", "", plain(s))

class Org:
    kind = "org"
    def __init__(s, **k):
        s.name = s.domain = s.website = s.industry = s.phone = s.street = s.city = s.zip = s.country = s.tax = s.cust_no = s.type = s.rating = s.life = ""
        s.employees = s.contract_end = s.invoice = s.since = s.parent = s.note = s.last_act = None
        s.expect, s.hn, s.variety, s.cls, s.reserved = set(), "", "", "organization", False
        s.__dict__.update(k)

class Person:
    kind = "person"
    def __init__(s, **k):
        s.first = s.last = s.title = s.email = s.phone = s.mobile = s.company = s.stage = s.rating = s.source = s.life = s.hs_status = s.city = s.sf_status = ""
        s.box = "contact"; s.org = s.note = s.form = s.conv = s.last_act = None
        s.expect, s.hn, s.variety, s.cls = set(), "", "", ""
        s.__dict__.update(k)

class Deal:
    def __init__(s, **k):
        s.org = s.person = None; s.state = "open"; s.__dict__.update(k)

class Act:
    def __init__(s, **k):
        s.who = s.org = s.deal = None; s.done = True; s.outcome = "done"; s.__dict__.update(k)

class Resp:
    def __init__(s, **k):
        s.__dict__.update(k)

class World:
    def __init__(w, name, vendor, lang, seed, own):
        w.name, w.vendor, w.lang, w.sf = name, vendor, lang, vendor == "sf"
        w.r = random.Random(f"sixth-{seed}-{name}")
        w.own_name, w.own = own
        w.orgs, w.people, w.deals, w.acts, w.resp = [], [], [], [], []
        w.used = set()
        w.pools = {}
        g, s = W.GIVEN[lang], W.SURNAMES[lang]
        w.users = []
        for _ in range(9):
            f, l = w.human()
            w.users.append((f, l, f"{slug(f)}.{slug(l.split()[0])}@{w.own}"))
    # -- draws
    def take(w, key, items):
        """cycle through a shuffled list, so that every variant is met"""
        p = w.pools.get(key)
        if not p:
            p = w.pools[key] = w.r.sample(list(items), len(items))
        return p.pop()
    def uniq(w, space, fn):
        for _ in range(4000):
            v = fn()
            if (space, v) not in w.used:
                w.used.add((space, v)); return v
        raise SystemExit(f"{w.name}: {space} exhausted")
    def human(w, first=None):
        s = W.SURNAMES[w.lang]
        def draw():
            f = first or w.r.choice(W.GIVEN[w.lang])
            if w.lang == "es":
                a, b = w.r.sample(s, 2)
                return f, f"{a} {b}"
            return f, w.r.choice(s)
        if w.lang == "en" and first is None or w.lang == "es":
            return w.uniq("human", draw)
        return w.uniq("human", draw)
    def mobile(w):
        r = w.r
        return w.uniq("tel", lambda: f"+44 7{r.randint(100,999)} {r.randint(100000,999999)}" if w.lang == "en" else f"6{r.randint(10,99)} {r.randint(100,999)} {r.randint(100,999)}")
    def landline(w):
        r = w.r
        return w.uniq("tel", lambda: f"+44 {r.choice(['113','161','117','20'])} {r.randint(200,999)} {r.randint(1000,9999)}" if w.lang == "en" else f"9{r.randint(10,89)} {r.randint(100,999)} {r.randint(100,999)}")
    def brand(w):
        def draw():
            st, (act, ind) = w.r.choice(W.STEMS[w.lang]), w.r.choice(W.ACTIVITY[w.lang])
            nm = f"{act} {st}" if w.lang == "es" and act in W.FRONT_ES else f"{st} {act}"
            return nm, ind
        return w.uniq("brand", draw)
    def address(w):
        return (w.uniq("street", lambda: (lambda st, n: f"{n} {st}" if w.lang == "en" else f"{st}, {n}")(w.r.choice(W.STREETS[w.lang]), w.r.randint(1, 480))),) + w.r.choice(W.CITIES[w.lang])
    def day(w, a, b):
        """a day between a and b days before the export"""
        return ASOF - D(days=w.r.randint(a, b))
    def taxno(w):
        r = w.r
        return w.uniq("tax", lambda: f"GB{r.randint(100000000, 999999999)}" if w.lang == "en" else f"{r.choice('AB')}{r.randint(10000000, 99999999)}")
    # -- things
    def company(w):
        """name with legal form, bare name, domain, industry, not yet on file"""
        nm, ind = w.brand()
        full = nm + (" " if w.lang == "en" or w.r.random() < .5 else ", ") + w.r.choice(W.FORMS[w.lang]) if w.r.random() < .75 else nm
        return full, nm, slug(nm) + ".example", ind
    def org(w, type_="", **k):
        full, nm, dom, ind = w.company()
        st, ci, zp, co = w.address()
        o = Org(name=full, bare=nm, domain=dom, website=dom, industry=ind, phone=w.landline(), street=st, city=ci, zip=zp, country=co, type=type_,
                employees=w.r.choice([None, 8, 12, 25, 40, 75, 120, 300]), created=w.day(400, 2200))
        if w.r.random() < .4: o.tax = w.taxno()
        o.__dict__.update(k)
        if not w.sf and not o.life:
            o.life = {"customer": "customer", "prospect": "lead", "former": "other", "partner": "other", "supplier": "other", "competitor": "other"}.get(o.type, "")
        w.orgs.append(o); return o
    def mail(w, f, l, dom):
        a, b = slug(f.split()[0]) if f else "", slug(l.split()[0]) if l else ""
        def draw():
            return w.r.choice([f"{a}.{b}", f"{a[:1]}{b}", f"{a}", f"{a}{b}", f"{a[:1]}.{b}", f"{a}.{b}{w.r.randint(1,99)}", f"{a}_{b}"]) + "@" + dom
        return w.uniq("mail", draw)
    def freemail(w, f, l):
        return w.mail(f, l, w.r.choice(W.FREE[w.lang]))
    def person(w, box, **k):
        f, l = w.human(k.pop("given", None))
        p = Person(box=box, first=f, last=l, title=w.r.choice(W.TITLES[w.lang]), created=w.day(60, 900), source=k.pop("source", ""))
        if w.r.random() < .7: p.mobile = w.mobile()
        p.city = w.r.choice(W.CITIES[w.lang])[0]
        p.__dict__.update(k)
        if "email" not in k:
            p.email = w.mail(p.first, p.last, k["dom"]) if k.get("dom") else w.freemail(p.first, p.last)
        w.people.append(p); return p
    def contact(w, org=None, life=None, linked=True, **k):
        """a row in the contact box"""
        if org is not None:
            k.setdefault("dom", org.domain or None); k.setdefault("phone", org.phone if w.r.random() < .6 else "")
            if linked: k["org"] = org
            if not w.sf and linked: k.setdefault("company", org.name)
        if life is None:
            life = "customer" if org is not None and org.type == "customer" else "other"
        p = w.person("contact", life=life, **k)
        p.cls = "contact"
        p.source = p.source or w.r.choice(["", "", "other", "mouth", "partner"])
        return p
    def funnel(w, stage, org=None, company=None, link=True, life=None, **k):
        """a row in a funnel box: stage new, working, nurture, qualified or disq"""
        nm = dom = ""
        if org is not None:
            k.setdefault("company", org.name); k.setdefault("dom", org.domain or None)
            if link and not w.sf: k.setdefault("org", org)
        elif company != "":
            if company is None:
                full, bare, d, ind = w.company()
                k.setdefault("company", full)
                if "email" not in k and "dom" not in k and w.r.random() < .8: k["dom"] = d
            else: k.setdefault("company", company)
        p = w.person("lead", stage=stage, **k)
        p.created = k.get("created", w.day(20, 420))
        p.cls = "lead" if stage == "qualified" else "prospect"
        if not w.sf:
            p.life = life or {"new": w.r.choice(["lead", "lead", "subscriber", "mql"]), "working": w.r.choice(["lead", "mql"]), "nurture": w.r.choice(["mql", "lead"]),
                              "qualified": w.r.choice(["sql", "sql", "opportunity"]), "disq": "lead"}[stage]
            p.hs_status = {"new": "NEW", "working": w.r.choice(["OPEN", "IN_PROGRESS", "ATTEMPTED_TO_CONTACT"]), "nurture": "BAD_TIMING", "qualified": w.r.choice(["IN_PROGRESS", "CONNECTED", "CONNECTED"]), "disq": "UNQUALIFIED"}[stage]
        return p
    def note(w, tag):
        return tag, w.take("note-" + tag, W.NOTES[w.lang][tag])
    def interested(w, p, strong=False):
        """one or two traces of interest"""
        r, ways = w.r, ["note", "resp", "source+"] if w.sf else ["note", "form", "form", "call"]
        if strong: ways = ["note", "resp"] if w.sf else ["form", "note"]
        if p.note: ways = [x for x in ways if x != "note"]
        way = r.choice(ways)
        if way == "note": p.note = w.note("interest")
        elif way == "resp": w.resp.append(Resp(who=p, camp=r.randrange(len(W.CAMPAIGNS[w.lang])), responded=True, date=min(ASOF - D(days=5), p.created + D(days=r.randint(0, 12)))))
        elif way == "form": p.form = ("interest", w.take("form", W.FORMS_HS[w.lang]["interest"]))
        elif way == "call": w.act(p, "interest", "call")
        else: p.source = r.choice(["webinar", "tradeshow", "download", "newsletter", "social"]); p.note = p.note or (w.note("interest") if r.random() < .4 else None)
        if not p.source: p.source = r.choice(["web", "tradeshow", "webinar", "phone", "social"])
        return p
    def act(w, who, tag, kind=None, done=True, outcome=None, date=None, org=None, deal=None):
        if tag == "interest":
            kind, subj = "call", "Inbound call: asks for information" if w.lang == "en" else "Llamada entrante: pide información"
        else: kind, subj = w.take("act-" + tag, W.ACTS[w.lang][tag])
        if date is None:
            since = max(10, min(300, (ASOF - who.created).days - 1)) if who is not None else 300
            date = w.day(8, since) if done or outcome == "noshow" else ASOF + D(days=w.r.randint(3, 28))
        a = Act(who=who, org=org, deal=deal, tag=tag, kind=kind, subject=subj, done=done, outcome=outcome or ("done" if done else "planned"), date=date)
        w.acts.append(a)
        return a
    def deal(w, org=None, person=None, state="open", date=None, **k):
        nm = (org.bare if org else f"{person.first} {person.last}") + " - " + w.r.choice(W.DEALS[w.lang])
        d = Deal(org=org, person=person, state=state, name=nm, amount=w.r.choice([1200, 2400, 3500, 5000, 7800, 9900, 12500, 18000, 26000, 42000]),
                 close=date or (w.day(20, 700) if state != "open" else ASOF + D(days=w.r.randint(10, 120))))
        d.created = d.close - D(days=w.r.randint(20, 90)) if state != "open" else w.day(15, 120)
        d.__dict__.update(k)
        w.deals.append(d); return d
    def sells(w, p, way=None):
        """sales evidence on a funnel row"""
        way = way or w.r.choice(["act", "act", "act", "bnd", "request", "deal"] if w.sf is False else ["act", "act", "bnd", "request"])
        if way == "act": w.act(p, "sales")
        elif way == "bnd": p.note = w.note("bnd")
        elif way == "request":
            if w.sf or w.r.random() < .4: p.note = w.note("request")
            else: p.form = ("request", w.take("formreq", W.FORMS_HS[w.lang]["request"]))
        elif way == "deal": w.deal(person=p, org=p.org)
        if not p.source: p.source = w.r.choice(["web", "phone", "other", "mouth", "tradeshow"])
        return p
    def customer(w, proof=None, **k):
        o = w.org("customer", **k)
        proof = proof or w.r.choice(["won", "won", "won", "won+no", "won+no", "no", "invoice", "contract"])
        if "won" in proof:
            for _ in range(w.r.choice([1, 1, 2])): w.deal(org=o, state="won", person=None)
        if "no" in proof.split("+"): o.cust_no = w.uniq("cno", lambda: f"C-{w.r.randint(10000, 99999)}")
        if proof == "invoice": o.invoice = w.day(10, 200)
        if proof == "contract": o.contract_end = ASOF + D(days=w.r.randint(60, 700))
        elif w.r.random() < .15: o.contract_end = ASOF + D(days=w.r.randint(60, 700))
        o.since = o.created if w.r.random() < .5 else None
        return o
