"""The invented company: parties and what surrounds them, and the scenes that plant errors and their look-alikes."""
import random, unicodedata, datetime as dt
from types import SimpleNamespace as NS
from words import L, SETS, SHARED, OVER, NICK
NOW = dt.datetime(2026, 11, 12, 17, 30)
def plain(s): return "".join(c for c in unicodedata.normalize("NFD", s.casefold()) if c.isalnum() and ord(c) < 128)

class World:
    def __init__(s, name):
        s.name = name; s.vendor, s.lang, s.company, s.own, s.format = SETS[name]; s.w = {**L[s.lang], **OVER.get(name, {})}; s.k = list(SETS).index(name)
        s.r = random.Random("seventh-" + name); s.orgs, s.people, s.deals, s.acts, s.members, s.users = [], [], [], [], [], []
        s.seen = set(); s.meaning = {}; s.rot = {}
        s.sf = s.vendor == "sf"; s.campaigns = [NS(id="701#%d" % i, name=n, type=t, n=i) for i, (n, t) in enumerate(s.w["campaign"])]
        for i in range(7):
            g, f = s.name2(); s.users.append(NS(id="005#%d" % i, first=g, last=f, email=f"{plain(g)}.{plain(f.split()[0])}@{s.own}", active=i < 6))
        stems = s.w["stem"][:]; s.r.shuffle(stems); s.stems = stems * 12
    # --- material
    def ago(s, a, b):
        return NOW - dt.timedelta(days=s.r.randint(a, b), minutes=s.r.randint(30, 500))
    def name2(s):
        while True:
            g, f = s.r.choice(s.w["given"]), s.r.choice(s.w["surname"])
            if s.lang == "es" and s.r.random() < .75: f += " " + s.r.choice([x for x in s.w["surname"] if x != f])
            if s.fresh("n", plain(g + f)): return g, f
    def fresh(s, kind, key):
        if (kind, key) in s.seen: return False
        s.seen.add((kind, key)); return True
    def say(s, group, kind):
        k = (group, kind); i = s.rot.get(k, s.r.randint(0, 20)); s.rot[k] = i + 1; c = s.w[group][kind]
        return c[i % len(c)].replace("{y}", str(s.r.randint(2017, 2023))).replace("{k}", str(s.r.choice([12, 15, 18, 20, 25, 30, 40])))
    def firm(s, legal=None):
        while True:
            st, tr = s.stems.pop(), s.r.choice(s.w["trade"]); core = s.r.choice([f"{st} {tr}", f"{st} {tr}", f"{tr} {st}"]) if s.lang == "es" else f"{st} {tr}"
            if s.fresh("f", plain(st + tr)): break
        lg = s.r.choice(s.w["legal"]) if legal is None else legal
        return (core + " " + lg).strip(), plain(st) + s.r.choice(["", "", "-"]) + plain(tr.split()[0]) + ".example"
    def phone(s, mobile=False):
        while True:
            d = ("7" if s.lang == "en" else "6") if mobile else ("1" if s.lang == "en" else "9"); d += "".join(s.r.choice("0123456789") for _ in range(9 if s.lang == "en" else 8))
            if s.fresh("p", d): break
        return s.w["tel"] + d if s.r.random() < .6 else ("0" if s.lang == "en" else "") + f"{d[:3]} {d[3:6]} {d[6:]}"
    def mail(s, g, f, domain):
        g, f = plain((g.split() or ["a"])[0]) or "a", plain((f.split() or ["b"])[0]) or "b"
        for i in range(50):
            m = s.r.choice([f"{g}.{f}", f"{g[:1]}{f}", f"{g}{f}"]) + (str(s.r.randint(2, 99)) if i or domain in SHARED else "") + "@" + domain
            if s.fresh("m", m): return m
    # --- parties
    def org(s, kind, evidence=None, **o):
        name, dom = s.firm(); r = s.r
        g = NS(id="001#%d" % len(s.orgs), kindkey=kind, name=name, domain=dom, life="", type="", industry=r.choice(s.w["industry"]), employees=r.choice(["", r.randint(3, 400)]), phone=s.phone(),
            tax=s.tax() if r.random() < .5 else "", street="%s %d" % (r.choice(s.w["street"]), r.randint(1, 240)), city=r.choice(s.w["town"]), zip="%05d" % r.randint(1000, 52000), country=r.choice(s.w["country"]),
            note="", custno="", end=None, invoice=None, since="", rating="", parent=None, created=s.ago(400, 1900), seen_at=s.ago(20, 300), owner=r.choice(s.users), codes=set(), open=set(), cls="organization", hn="", variety="", isopen=False)
        if s.sf: g.type = r.choice(s.w["type"][kind])
        else:
            g.type = r.choice(s.w["hstype"][kind]); g.life = dict(customer="customer", prospect=r.choice(["lead", "mql", "lead"]), former="other", other="other").get(kind, r.choice(["other", ""]))
            if s.sf is False and kind in ("partner", "supplier", "competitor", "former"): pass
        for k, v in o.items(): setattr(g, k, v)
        s.orgs.append(g)
        if kind == "customer":
            for e in ([r.choice(["deal", "deal", "deal", "custno", "invoice", "end"])] if evidence is None else evidence):
                if e == "deal": s.deal("won", org=g)
                if e == "custno": g.custno = s.custno()
                if e == "invoice": g.invoice = s.ago(20, 150)
                if e == "end": g.end = NOW + dt.timedelta(days=r.randint(60, 500))
            if evidence is None and r.random() < .4: g.custno = s.custno()
            if evidence is None and r.random() < .3: g.since = str(r.randint(2014, 2024))
            if evidence is None and r.random() < .2: g.note = s.say("note", "customer")
        return g
    def custno(s):
        while True:
            n = s.r.choice(["", "C-", "K"]) + str(s.r.randint(10000, 99999))
            if s.fresh("c", n): return n
    def tax(s):
        while True:
            n = ("GB%09d" % s.r.randint(10**8, 10**9 - 1)) if s.lang == "en" else "B%08d" % s.r.randint(10**7, 10**8 - 1)
            if s.fresh("t", n): return n
    def person(s, decl, org=None, link=True, co="new", life=None, status=None, name=None, evidence=True, mail="domain", **o):
        """decl: prospect, lead or contact; co (no org): new, free (free mail), none"""
        r = s.r; g, f = name or s.name2(); company, dom = "", ""
        if org: company, dom = org.name, org.domain
        elif co in ("new", "free", "isp"):
            company, dom = s.firm()
            if co == "free": dom = r.choice(s.w["free"])
            if co == "isp": dom = r.choice(s.w["isp"])
        if not dom: dom = r.choice(s.w["free"])
        box = "contact" if (decl == "contact" or not s.sf) else "lead"
        if s.sf: life = ""; status = status or dict(prospect=r.choice(["new", "new", "working", "working", "nurture"]), lead="qualified", contact="")[decl]
        else:
            life = life if life is not None else dict(prospect=r.choice(["lead", "lead", "mql", "subscriber"]), lead=r.choice(["sql", "sql", "opportunity"]), contact="customer")[decl]
            status = status if status is not None else dict(prospect=r.choice(["new", "new", "open", "attempted", "inprogress", ""]), lead=r.choice(["connected", "inprogress", ""]), contact=r.choice(["", "", "connected"]))[decl]
        p = NS(id=("00Q#%d" if box == "lead" else "003#%d") % len(s.people), box=box, decl=decl, first=g, last=f, email=s.mail(g, f, dom), phone=s.phone() if r.random() < .6 else "", mobile=s.phone(True) if r.random() < .5 else "",
            title=r.choice(s.w["title"]), company=company, org=org if (org and link and box == "contact") else None, life=life, status=status, source="", rating="", note="", conv="", created=s.ago(60, 480), seen_at=None, converted=False,
            ca=None, cc=None, cd=None, street="", city=r.choice(s.w["town"]), owner=r.choice(s.users), codes=set(), open=set(), cls=None, hn="", variety="", isopen=False, tc="", caps=False)
        if r.random() < .3: p.seen_at = max(p.created, s.ago(15, 300))
        if s.sf and box == "lead": p.rating = r.choice(["", "warm", "cold", "", "warm", "hot"]) if decl != "contact" else ""
        for k, v in o.items(): setattr(p, k, v)
        s.people.append(p)
        if evidence and decl == "prospect": s.interest(p)
        if evidence and decl == "lead": s.sales(p)
        if evidence and decl == "contact" and not org: s.act(p, r.choice(["service", "partner", "service"]))
        if not p.note and r.random() < .12: p.note = s.say("note", "plain")
        return p
    def interest(s, p):
        x = s.r.random()
        if s.sf: p.source = s.r.choice(s.w["source"])
        else: p.source = s.r.choice(s.w["hssource"]); p.conv = s.say2("conversion")
        if x < .35 and s.sf: s.members.append(NS(camp=s.r.choice([c for c in s.campaigns if c.n < 6]), who=p, responded=True, date=max(p.created, s.ago(30, 200))))
        elif x < .6: p.note = p.note or s.say("note", "interest")
        if s.r.random() < .3: s.act(p, s.r.choice(["call", "email"]))
    def say2(s, k):
        i = s.rot.get(k, 0); s.rot[k] = i + 1; return s.w[k][i % len(s.w[k])]
    def sales(s, p, how=None):
        how = how or s.r.choice(["meeting", "meeting", "note", "request"] + ([] if s.sf else ["deal"]))
        if s.sf: p.source = p.source or s.r.choice(s.w["source"])
        else: p.source = p.source or s.r.choice(s.w["hssource"])
        if how == "meeting": s.act(p, "sales")
        if how == "note": p.note = s.say("note", "sales")
        if how == "request": p.note = s.say("note", "request")
        if how == "deal": s.deal("open", who=p)
        return how
    def deal(s, state, org=None, who=None, date=None):
        c = org.name if org else f"{who.first} {who.last}"
        d = NS(id="006#%d" % len(s.deals), state=state, org=org, who=who, date=date or (NOW + dt.timedelta(days=s.r.randint(20, 120)) if state == "open" else s.ago(30, 500)),
            name=s.r.choice(s.w["dealname"]).replace("{c}", c.strip()).replace("{y}", "2026"), amount=s.r.randint(8, 600) * 100, owner=s.r.choice(s.users), created=None,
            stage=dict(open=s.r.choice(s.w[s.vendor + "stages"]), won=s.w[s.vendor + "won"], lost=s.w[s.vendor + "lost"])[state])
        d.created = min(d.date, NOW) - dt.timedelta(days=s.r.randint(5, 50)); s.deals.append(d); return d
    def act(s, p, kind, done=True, date=None, about=None):
        date = date or (s.ago(20, 300) if done else NOW + dt.timedelta(days=s.r.randint(3, 40)))
        a = NS(id="00T#%d" % len(s.acts), who=p, kind=kind, done=done, text=s.say("task", kind), date=date, owner=s.r.choice(s.users), status=s.w["taskdone"] if done else s.r.choice(s.w["taskopen"]), about=about, body="")
        if p and done and p.seen_at and p.seen_at < date: p.seen_at = date
        if p and done: p.created = min(p.created, date - dt.timedelta(days=2))
        s.acts.append(a); return a
    def mark(s, x, codes, cls, variety): x.codes |= set(codes.split()) if codes else set(); x.cls = cls; x.variety = variety; return x
    def quiet(s, x, kind): x.hn = kind; return x

    # --- scenes of errors
    def plant(s, n):
        r, w, sf = s.r, s.w, s.sf; pick = lambda l, i: l[i % len(l)]
        prospect_life = lambda i: None if sf else pick(["lead", "mql", "subscriber"], i)
        hsopen = lambda p: p.open.add("contact-without-organization") if not sf and not p.org else None
        for i in range(n):  # at a customer
            v = pick(["link", "domain", "parent-domain", "name", "new-buyer", "linked-people"], i); c = s.org("customer")
            if v == "linked-people":
                c.domain_hidden = c.domain; d = c.domain; c.domain = ""
                for _ in range(2):
                    q = s.person("contact", c); q.email = s.mail(q.first, q.last, d)
            else: s.person("contact", c)
            if v == "link" and not sf: p = s.person("prospect", c)
            elif v == "new-buyer" and not sf: p = s.person("lead", c, evidence=False); s.deal("open", who=p); p.source = r.choice(w["hssource"])
            elif v == "new-buyer": p = s.person("lead", c)
            else:
                p = s.person("prospect", c, link=False, status="working" if sf else "open")
                if v == "domain": p.company = "" if not sf else s.w["notprovided"]
                if v == "parent-domain": p.email = p.email.replace("@", "@" + r.choice(["mail.", "north.", "uk."] if s.lang == "en" else ["mail.", "norte.", "es."])); p.company = "" if not sf else s.w["notprovided"]
                if v == "name":
                    p.email = s.mail(p.first, p.last, r.choice(w["free"])) if r.random() < .6 else ""; base = s.bare(c.name); p.company = pick([base.upper(), base + " " + w["legalsure"][0], base.lower(), base], i // 6)
                if v == "linked-people": p.email = s.mail(p.first, p.last, d); p.company = "" if not sf else s.w["notprovided"]
                if v != "name" : hsopen(p)
            if not sf and v == "name": p.org = None
            if r.random() < .35 and p.decl == "prospect": p.note = s.say("note", "customer")
            s.mark(p, "lead-is-customer", "contact", v)
        for i in range(n):  # twins
            v = pick(["plus-tag", "same-mail", "mobile"], i); c = s.person("contact", life="other") if i % 2 else s.person("contact", c := s.org("partner"), life="other")
            p = s.person("prospect", status="working" if sf else "open", co="free", name=(c.first, c.last))
            if v == "same-mail" and sf: p.email = c.email.upper() if i % 4 == 1 else c.email
            elif v == "plus-tag" or v == "same-mail": p.email = c.email.replace("@", "+" + r.choice(["web", "news", "crm"]) + "@")
            else:
                c.mobile = s.phone(True); p.mobile = c.mobile.replace(" ", "") if i % 2 else c.mobile; p.last = p.last.split()[0].upper() if i % 4 else p.last
                p.first = [p.first, NICK.get(p.first, p.first), p.first[:1] + "."][i // 3 % 3]
            extra = ""
            if v != "mobile" and c.org: extra = " partner-as-lead"
            elif c.org: pass
            if v != "mobile" and c.org: hsopen(p)
            if v != "mobile": p.company = c.company if sf else ""
            s.mark(p, "lead-and-contact" + extra, "contact", v)
        for i in range(n):
            if sf:
                c = s.person("contact", s.org("customer") if i % 3 == 0 else s.org("partner", evidence=None) if i % 3 == 1 else None); p = s.person("prospect", status=pick(["working", "new"], i), name=(c.first, c.last), co="new")
                if i % 2 == 0: p.converted = True; p.cd = s.ago(40, 300)
                if c.org: p.ca = c.org
                p.cc = c; p.email = c.email; p.company = c.company; base = "conversion-unfinished lead-and-contact"
                if c.org: base += " lead-is-customer" if c.org.kindkey == "customer" else " partner-as-lead"
                s.mark(p, base, "contact", pick(["flag", "ids"], i))
            else:
                p = s.person("contact", life="customer", status=pick(["new", "attempted"], i)); s.deal("won", who=p); s.mark(p, "conversion-unfinished", "contact", p.status)
        for i in range(n):
            nm, dom = s.firm(r.choice(w["legalsure"])); decl = "contact" if i % 3 == 2 else "prospect"; p = s.person(decl, co="none", name=pick([("", nm), tuple(nm.split(" ", 1))], i) if not sf or i % 2 else ("", nm), life="other" if decl == "contact" else None)
            p.email = pick(["", f"{r.choice('abcdjlm')}{plain(r.choice(w['surname']))}@{dom}"], i // 2); p.company = pick([nm, ""], i) if not sf else nm; p.tc = "company"; p.title = ""; s.mark(p, "organization-as-person", "organization", "legal form")
        for i in range(n):
            g, f = s.name2(); bought = i % 2 == 0
            o = s.org("customer" if bought else pick(["prospect", "other"], i // 2), evidence=["deal"], name=f"{g} {f}" if i % 5 else f"{g} {f}".upper(), domain="", industry="", employees="", tax="", phone=s.phone(True)); o.tax = ""; o.type = o.type if sf else ""
            s.mark(o, "person-as-organization", "contact" if bought else "prospect/contact", "bought" if bought else "never bought")
        for i in range(n):
            loc, nm = pick(w["role"], i); decl = pick(["prospect", "contact", "contact"], i); org = s.org("customer") if decl == "contact" and i % 2 else None
            if org and not org.domain: org = None
            p = s.person(decl, org, name=("", nm if sf or i % 2 else ""), life="other" if decl == "contact" else None); p.last = p.last or (loc if sf else "")
            dom = org.domain if org else domain_of(p); p.title = ""; p.email = f"{loc}@{dom}"; s.mark(p, "role-mailbox-as-person", "organization/" + decl, loc)
        for i in range(n):
            k = pick(["customer", "customer", "partner", "supplier"], i); o = s.org(k); p = s.person("contact", o, link=False, life="customer" if k == "customer" else "other")
            if i % 4 == 1: p.email = p.email.replace("@", "@mail.")
            p.company = "" if i % 2 else o.name
            if k != "customer" or i % 3 == 0: s.act(p, "service" if k == "customer" else "partner")
            s.mark(p, "contact-without-organization", "contact", k)
        for i in range(n):
            o = s.org("prospect") if i % 2 else None; p = s.person("contact", o, life="other", evidence=False, status="" if sf else None); s.interest2(p)
            if i % 4 == 0: s.act(p, "planned", done=False)
            s.mark(p, "contact-is-prospect", "prospect", "at prospect" if o else "not on file")
        for i in range(n):
            p = s.person("lead", s.org("prospect") if i % 4 == 0 and not sf else None, evidence=False); p.source = r.choice(w["source"] if sf else w["hssource"]); v = pick(["nothing", "unanswered", "planned", "mail", "interest"], i)
            if v == "unanswered": s.act(p, "call")
            if v == "planned": s.act(p, "planned", done=False)
            if v == "mail": s.act(p, "email")
            if v == "interest": p.note = s.say("note", "interest")
            s.mark(p, "lead-unqualified", "prospect", v)
        for i in range(n):
            v = pick(["meeting", "meeting", "company-deal", "note", "own-deal", "request"], i)
            o = s.org("prospect") if v == "company-deal" else None
            p = s.person("prospect", o, status="new", life=prospect_life(i)); p.note = "" if v in ("note", "request") else p.note
            if v == "company-deal":
                s.deal("open", org=o)
                if sf: p.company = o.name; p.email = p.email if i % 4 else s.mail(p.first, p.last, r.choice(w["free"]))
            elif v == "own-deal": s.sales(p, "meeting" if sf else "deal")
            else: s.sales(p, v)
            s.mark(p, "prospect-qualified", "lead", v)
        for i in range(n):
            v = i % 4
            if v == 0: o = s.org("customer", evidence=[], since=""); s.mark(o, "stage-contradicts-deal", "organization", "customer, no evidence")
            elif v == 1: o = s.org("prospect"); s.deal("won", org=o); s.mark(o, "stage-contradicts-deal", "organization", "prospect with won deal")
            elif v == 2 and sf: o = s.org("customer", evidence=[]); s.deal("lost", org=o); s.mark(o, "stage-contradicts-deal", "organization", "customer, lost deal only")
            elif sf: o = s.org("prospect"); s.deal("won", org=o); s.person("contact", o); s.mark(o, "stage-contradicts-deal", "organization", "prospect with won deal")
            elif v == 2:
                p = s.person("contact", life="customer", evidence=False, co="new"); p.source = r.choice(w["hssource"]); s.interest2(p); x = i % 8 == 2
                if x: s.deal("open", who=p)
                s.mark(p, "stage-contradicts-deal" + ("" if x else " contact-is-prospect"), "lead" if x else "prospect", "person customer, no evidence")
            else: p = s.person("prospect" if i % 8 == 3 else "lead", status="inprogress"); s.deal("won", who=p); s.mark(p, "stage-contradicts-deal", "contact", "person with won deal")
        if sf:
            for i in range(n):
                v = i % 3
                if v == 0: p = s.person("prospect", status="disq", rating="hot"); s.mark(p, "temperature-contradicts", "prospect", "hot and disqualified")
                elif v == 1:
                    p = s.person("prospect", status=pick(["working", "nurture"], i), rating="hot", evidence=False, source=r.choice(w["source"]), created=s.ago(680, 1200)); p.seen_at = None
                    if i % 2: s.act(p, "call", date=s.ago(640, 670))
                    s.mark(p, "temperature-contradicts", "prospect", "hot, long idle")
                else: o = s.org("prospect", rating="hot", created=s.ago(800, 1500)); o.seen_at = s.ago(620, 780) if i % 2 else None; s.mark(o, "temperature-contradicts", "organization", "hot account, long idle")
        for i in range(n * 2 // 3 + 2):
            v = i % 2; o = s.org("customer", evidence=[])
            if v == 0: o.end = s.ago(260, 900); o.custno = s.custno()
            else: s.deal("won", org=o, date=s.ago(900, 1600)); o.note = s.say("note", "former"); o.since = str(2015)
            if not sf and i % 4 == 3: o.type = w["hstype"]["former"][0]; o.note = ""
            o.seen_at = s.ago(300, 500); s.mark(o, "former-customer-as-customer", "organization", "contract ended" if v == 0 else "note")
            if i % 2:
                p = s.person("contact", o, evidence=False)
                if sf: p.open.add("former-customer-as-customer"); s.act(p, "service", date=s.ago(400, 700))
                else: s.mark(p, "former-customer-as-customer", "contact", "at a former customer")
        for k in ("supplier", "partner", "competitor"):
            for i in range(n):
                if i % 2:
                    o = s.org(k); p = s.person("prospect", o, link=bool(i % 4 == 1), status="working" if sf else "open")
                    if not p.org: hsopen(p)
                    if i % 6 == 5: p.email = s.mail(p.first, p.last, r.choice(w["free"])); p.company = s.bare(o.name); p.org = None; p.open.discard("contact-without-organization")
                else: p = s.person("prospect", co=pick(["new", "free"], i)); p.note = s.say("note", k); p.innote = s.name == "hs-en-acts" and i % 4 == 0
                s.mark(p, k + "-as-lead", "contact", "on file" if i % 2 else "note")
        for i in range(n):
            p = s.person("prospect", co="none", status=None); p.company = s.company if i % 2 else (s.company.upper() if sf else ""); p.email = s.mail(p.first, p.last, s.own if i % 3 else pick(["mail.", "uk." if s.lang == "en" else "norte."], i) + s.own)
            if i % 4 == 0: p.title = ""
            if p.note and i % 2: p.note = ""
            s.mark(p, "employee-as-lead", "contact", "domain" if i % 3 else "subdomain")
        for i in range(n):
            if i % 5 == 4: o = s.org("prospect", name=pick(w["testorg"], i // 5), domain="", tax="", industry="", employees=""); s.mark(o, "test-record", "", "organization")
            else:
                g, f, m = pick(w["test"], i + i // 5); k, d = m.split("@"); p = s.person("prospect", co="none", name=(g, f)); p.email = m if i < 18 else f"{k}{i}@{d}"; p.phone = pick(["123456789", "000000000", "111111111", ""], i); p.mobile = ""; p.company = pick(["test", "asdf", "xxx", "Test"], i) if sf or i % 2 else ""; p.note = ""; s.mark(p, "test-record", "", "person")
        for i in range(n):
            (g, f), (g2, f2) = s.name2(), s.name2(); a = pick(w["andword"], i); decl = pick(["prospect", "contact"], i)
            p = s.person(decl, s.org("customer") if decl == "contact" and i % 4 == 1 else None, name=pick([(f"{g} {a} {g2}", f), (f"{g} {f}", f"{a} {g2} {f2}")], i // 2) if i % 3 else (f"{g} {a} {g2}", f.split()[0]), life="other" if decl == "contact" else None)
            p.email = s.mail(g, f, p.email.split("@")[1]); s.mark(p, "two-people-in-one-row", decl, "two")
        for i in range(n):
            c = s.org("customer", tax=s.tax()); v = i % 5
            if v < 4:
                o = s.org("prospect")
                if v == 0: o.domain = c.domain; o.name = next(x for x in c.name.split() if x in w["stem"]) + (" Group" if s.lang == "en" else " Grupo")
                else:
                    o.name = pick([c.name.upper(), s.bare(c.name), c.name], i // 5)
                    if v == 1: o.phone = c.phone; o.domain = ""
                    if v == 2: o.tax = c.tax; o.domain = ""
                    if v == 3: o.street, o.city, o.zip = c.street, c.city, c.zip; o.domain = ""
                s.mark(o, "organization-in-two-classes", "organization", pick(["domain", "name and phone", "name and tax number", "name and address"], v))
            else:
                c.name = s.bare(c.name) + " " + w["legalsure"][0]
                for d in s.deals:
                    if d.org is c: d.name = c.name + " 2026"
                p = s.person("prospect", co="none", name=("", c.name), status="working" if sf else "open"); p.company = c.name; p.email = ""; p.title = ""; p.phone = c.phone; p.open.add("lead-is-customer"); s.mark(p, "organization-in-two-classes organization-as-person", "organization", "the customer itself in the funnel")
    def interest2(s, p):
        """interest alone, without any activity"""
        n = len(s.acts); s.interest(p); del s.acts[n:]; p.source = p.source or s.r.choice(s.w["source"])
    def bare(s, name):
        for l in s.w["legalsure"] + ["Ltd.", "S. Coop."]:
            if name.endswith(" " + l): return name[:-len(l) - 1]
        return name

    # --- what looks like an error and is none
    def decoys(s, n):
        r, w, sf = s.r, s.w, s.sf; pick = lambda l, i: l[i % len(l)]; q = s.quiet; bad = dict(status="working" if sf else "open")
        for i in range(n):
            g, f = s.name2(); q(s.org("customer", name=f"{g} {f}", domain="", tax=s.tax(), industry=""), "sole-trader-tax-number")
            g, f = s.name2(); q(s.org("prospect", name=f"{g} {f}", domain=plain(g + f.split()[0]) + ".example"), "sole-trader-website")
            g, f = s.name2(); q(s.org("customer", name=pick(w["sons"], i).format(g=g, s=f.split()[0]), domain="", industry=""), "family-firm")
            g = r.choice(w["given"]); f = pick(w["oddsurname"], i * 4 + s.k * 3)
            while not s.fresh("n", plain(g + f)): g = r.choice(w["given"])
            q(s.person("prospect", name=(g, f)), "surname-of-a-trade")
            g = r.choice(w["given"]); f = pick(w["toponym"], i * 3 + s.k)
            while not s.fresh("n", plain(g + f)): g = r.choice(w["given"])
            q(s.person("contact", s.org("customer"), name=(g, f)), "surname-of-a-place")
            q(s.person("prospect", name=(pick(w["compound"], i), s.name2()[1])), "compound-given-name")
            q(s.person("contact", s.org("customer"), name=(s.name2()[0], pick(w["double"], i))), "double-surname")
            c = s.person("contact", s.org("customer"), mail="free"); c.email = s.mail(c.first, c.last, w["free"][0]); p = s.person("prospect", co="free"); p.email = s.mail(p.first, p.last, w["free"][0]); q(p, "same-free-mail-service")
            o = s.org("customer", domain=""); c = s.person("contact", o); c.email = s.mail(c.first, c.last, pick(w["isp"], i)); p = s.person("prospect", co="free"); p.email = s.mail(p.first, p.last, pick(w["isp"], i)); q(p, "same-internet-provider")
            c = s.person("contact", co="free", life="other"); p = s.person("prospect", co="free", name=(next(g for g in iter(lambda: s.name2()[0], None) if g != c.first), c.last), **bad); p.email = c.email if sf else c.email.replace("@", "+casa@" if s.lang == "es" else "+home@"); q(p, "family-mailbox")
            c = s.person("contact", life="other"); c.mobile = s.phone(True); p = s.person("prospect"); p.mobile = c.mobile; q(p, "shared-phone-other-surname")
            c = s.person("contact", s.org("customer")); p = s.person("prospect", name=(c.first, c.last)); q(p, "namesake")
            o = s.org("customer"); d = s.org("prospect", name=s.bare(o.name) + (" Deutschland GmbH" if i % 2 else " Portugal Lda" if s.lang == "es" else " France SARL"), parent=o, tax="", country=("Germany" if s.lang == "en" else "Alemania") if i % 2 else "Portugal" if s.lang == "es" else "France"); d.domain = o.domain.split(".")[0] + "-int.example"; p = s.person("prospect", d); q(p, "subsidiary-abroad"); q(d, "subsidiary-abroad-organization")
            o = s.org("prospect"); s.deal("lost", org=o); q(o, "prospect-with-lost-deal")
            o = s.org("customer", evidence=["custno"]); q(s.person("contact", o), "customer-by-number-only"); q(s.org("customer", evidence=["invoice"]), "customer-by-invoice-only")
            q(s.org("former", end=s.ago(300, 700)), "former-and-says-so")
            o = s.org("customer", evidence=[], end=s.ago(250, 500), custno=s.custno()); s.deal("open", org=o); q(o, "contract-ended-renewal-open")
            o = s.org("customer", evidence=[], end=s.ago(30, 120)); q(o, "contract-ended-lately")
            o = s.org("customer", evidence=[], end=s.ago(400, 600), custno=s.custno()); s.deal("won", org=o, date=s.ago(30, 200)); q(o, "contract-ended-bought-since")
            p = s.person("lead", s.org(pick(["supplier", "partner"], i)), evidence=False); s.act(p, "sales"); p.source = r.choice(w["source"] if sf else w["hssource"]); q(p, "supplier-who-wants-to-buy")
            for k, h in (("via", "note-names-a-partner"), ("usescomp", "note-names-a-competitor"), ("notcust", "note-not-a-customer")):
                p = s.person("prospect"); p.note = s.say("note", k); q(p, h)
            p = s.person("prospect"); p.email = s.mail(p.first, p.last, s.own.split(".")[0] + pick(["-hotels", "group", "-care", "shop"], i) + ".example"); q(p, "domain-like-our-own")
            if sf:
                p = s.person("prospect", rating="hot", created=s.ago(700, 1000), evidence=False, source=r.choice(w["source"]), **bad); s.act(p, "call", date=s.ago(20, 120)); q(p, "hot-old-but-active")
                c = s.person("contact", s.org("customer")); p = s.person("prospect", status="converted", name=(c.first, c.last)); p.email, p.company = c.email, c.company; p.decl = "contact"; p.converted = True; p.cc, p.ca = c, c.org; p.cd = s.ago(40, 200); p.rating = ""; q(p, "properly-converted")
            else:
                p = s.person("contact", s.org("customer"), life="evangelist"); q(p, "evangelist-of-a-customer")
                p = s.person("lead", evidence=False, status="opendeal"); s.deal("open", who=p); q(p, "open-deal-status")
            p = s.person("prospect", status="new"); s.act(p, "planned", done=False); q(p, "demo-only-planned")
            p = s.person("prospect", status="new"); s.act(p, "call"); s.act(p, "email"); q(p, "new-and-unanswered")
            p = s.person("lead", evidence=False); s.sales(p, pick(["note", "request"], i)); q(p, "qualified-by-note-alone")
            q(s.person("contact", co="free", life="other"), "contact-alone-with-meeting")
            o = s.org("prospect"); s.deal("open", org=o); q(s.person("contact", o, life="other"), "contact-at-prospect-with-open-deal")
            p = s.person("contact", co="free", life="other", evidence=False); s.deal("won", who=p); q(p, "private-buyer")
            p = s.person("prospect", name=(s.name2()[0], pick(["Testa", "Tester", "Pruna" if s.lang == "es" else "Demott", "Test-Ellis" if s.lang == "en" else "Testar"], i))); q(p, "surname-like-test")
            p = s.person("prospect"); p.email = pick(w["role"], i + s.k)[0] + "@" + domain_of(p); q(p, "human-behind-role-address")
            p = s.person("prospect"); p.title = pick(w["partnertitle"], i); q(p, "title-like-partner")
            p = s.person("contact", co="none", life="other"); p.company = s.company; p.email = s.mail(p.first, p.last, s.own); q(p, "colleague-among-contacts")
            o = s.org("customer"); b = s.org("customer", name=s.bare(o.name) + " " + r.choice(w["town"]), domain=o.domain); q(b, "branch-also-customer")
            o = s.org("customer"); b = s.org("prospect", name=s.bare(o.name), tax=""); b.domain = plain(o.name.split()[0]) + plain(b.city) + ".example"; q(b, "same-name-other-company")
            c = s.person("contact", s.org("customer")); d = s.person("contact", c.org, name=(c.first, c.last)); d.email = s.mail(c.first, c.last, r.choice(w["free"])); q(d, "contact-entered-twice")
            o = s.org("customer"); p = s.person("prospect"); p.company = next(x for x in o.name.split() if x in w["stem"]) + " " + pick(["Holdings", "Rugby Club", "Charity", "School"] if s.lang == "en" else ["Fundación", "Club Deportivo", "Colegio", "Hermandad"], i); q(p, "similar-company-name")
        for i in range(4):  # left open: the note alone says customer
            p = s.person("prospect", **bad); p.note = s.say("note", "customer"); p.isopen = True

    def fill(s, rows):
        r = s.r
        while len(s.people) + len(s.orgs) < rows:
            x = r.random()
            if x < .30:
                o = s.org("customer")
                for _ in range(r.choice([1, 1, 2, 3])):
                    p = s.person("contact", o)
                    if r.random() < .3: s.act(p, "service")
            elif x < .36: o = s.org(r.choice(["partner", "supplier"])); s.person("contact", o, life="other")
            elif x < .40: o = s.org("prospect"); s.deal("open", org=o); s.person("contact", o, life="other")
            elif x < .42: s.org("other")
            elif x < .47: s.person("contact", co=r.choice(["new", "free"]), life="other")
            elif x < .52 and not s.sf: p = s.person("contact", co=r.choice(["new", "free"]), evidence=False); s.deal("won", who=p)
            elif x < .64: s.person("lead", co=r.choice(["new", "new", "free"]))
            elif x < .67 and s.sf: s.person("prospect", status="disq", rating=r.choice(["cold", "", "warm"]))
            else: s.person("prospect", co=r.choice(["new", "new", "free"]))
        for p in r.sample([p for p in s.people if p.box == "contact" and p.org and p.org.kindkey == "customer" and not p.codes], 40 if s.sf else 0): s.members.append(NS(camp=s.campaigns[7], who=p, responded=False, date=None))
        for p in s.people:  # ordinary mess
            if p.codes and "name" in p.variety: continue
            if not p.tc and r.random() < .03: p.first, p.last = p.first.upper(), p.last.upper()
            if r.random() < .02: p.last += " "
            if r.random() < .03 and p.email: p.email = p.email.capitalize()

def domain_of(p): return p.email.split("@")[1]
def build(name, rows=2000):
    s = World(name); s.plant(24); s.decoys(4); s.fill(rows); return s
