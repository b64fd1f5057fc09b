"""What is planted: errors (codes), hard negatives, plain rows. A scene says what it expects of each row; judge.py reckons it from the world alone."""
import datetime as dt
import words as W
from world import ASOF, D, Org, Person, Act, Resp, slug

def flag(p, *codes, cls=None, v=""):
    p.expect |= set(codes)
    if cls is not None: p.cls = cls
    p.variety = v
    return p

def hard(p, kind):
    p.hn = kind
    return p

class Scenes:
    def __init__(s, w):
        s.w, s.r = w, w.r
        s.cust = [w.customer() for _ in range(100)]
        s.partner = [w.org("partner") for _ in range(22)]
        s.supplier = [w.org("supplier") for _ in range(26)]
        s.compet = [w.org("competitor") for _ in range(9)]
        s.former = [w.org("former") for _ in range(14)]
        s.pros_deal = []
        for _ in range(46):
            o = w.org("prospect")
            if not w.sf: o.life = w.r.choice(["opportunity", "sql"])
            w.deal(org=o); s.pros_deal.append(o)
        s.pros = [w.org("prospect") for _ in range(40)]
        for o in s.former:
            if w.r.random() < .6: w.deal(org=o, state="won", date=w.day(700, 1500))
        for o in s.cust[:8] + s.partner[:3]: o.domain2 = None
        # some organizations without a website: then their people's domains speak
        for o in s.cust[90:]: o.website = ""; o.tax = o.tax or w.taxno()
        for o in s.cust[90:]:
            s.right_contact(o)
    def c(s):  return s.w.take("cust", s.cust)
    def pa(s): return s.w.take("partner", s.partner)
    def su(s): return s.w.take("supplier", s.supplier)
    def co(s): return s.w.take("compet", s.compet)
    def fo(s): return s.w.take("former", s.former)
    def pd(s): return s.w.take("prosdeal", s.pros_deal)
    # ---- plain rows
    def right_contact(s, o, **k):
        w = s.w
        p = w.contact(o, **k)
        tag = {"customer": "service", "partner": "partner", "supplier": "supplier"}.get(o.type, "generic")
        if w.r.random() < .45 or o.type in ("competitor", "prospect", ""): w.act(p, tag)
        if w.r.random() < .15 and not p.note: p.note = w.note("neutral")
        return p
    def plain(s, share):
        w, r = s.w, s.r
        for o, n in [(o, r.choice([1, 2, 3, 4])) for o in s.cust] + [(o, r.choice([1, 2])) for o in s.partner + s.supplier] + [(o, 1) for o in s.former]:
            for _ in range(n): s.right_contact(o, **({"life": ""} if not w.sf and r.random() < .08 and o.type == "customer" else {}))
        for p in w.people:  # ordinary gaps
            if p.org is not None and p.org.website and r.random() < .05: p.email, p.phone = "", p.org.phone
        for o in s.cust + s.partner + s.supplier:
            if r.random() < .05: o.name = o.name.upper()
            if r.random() < .05: o.phone = ""
        for o in s.pros_deal:
            if w.sf or r.random() < .3: s.right_contact(o)
            elif r.random() < .7:
                p = w.funnel("qualified", org=o, life="opportunity")
                next(d for d in w.deals if d.org is o).person = p
        # deals get their people
        for d in w.deals:
            if d.org is not None and d.person is None and d.state == "won":
                mates = [p for p in w.people if p.org is d.org and p.box == "contact"]
                if mates and r.random() < .7: d.person = r.choice(mates)
    def filler(s, n):
        w, r = s.w, s.r
        while len(w.people) + len(w.orgs) < n:
            x = r.random()
            if x < .33: w.interested(w.funnel("new"))
            elif x < .58:
                p = w.interested(w.funnel("working"))
                if r.random() < .5: w.act(p, r.choice(["noanswer", "email", "generic"]))
            elif x < .66: w.interested(w.funnel("nurture"))
            elif x < .80: w.sells(w.funnel("qualified"))
            elif x < .87: w.interested(w.funnel("disq"))
            elif x < .93 and w.sf: s.converted()
            elif x < .96: w.interested(w.funnel("new", company=""))
            else: s.right_contact(s.c())
        # ordinary duplicates: the same lead twice (plain duplicates are another group)
        for p in r.sample([p for p in w.people if p.box == "lead" and not p.expect and not p.hn and p.stage in ("new", "working") and p.note and not p.conv and p.note[0] == "interest"], 5):
            q = Person(**{k: v for k, v in p.__dict__.items()}); q.expect = set(); q.email = q.email if w.sf else w.freemail(q.first, q.last); q.created = p.created + D(days=9); q.variety = ""
            w.people.append(q)
    def converted(s, hn=""):
        """a properly converted lead: contact, account and deal live on"""
        w, r = s.w, s.r
        won = r.random() < .4
        o = w.customer("won") if won else w.org("prospect")
        o.created = w.day(60, 300)
        c = w.contact(o); c.created = o.created
        d = [x for x in w.deals if x.org is o][0] if won else w.deal(org=o, person=c)
        if won: d.person = c
        p = w.funnel("conv_closed", company=o.name, email=c.email) if False else w.person("lead", stage="converted", company=o.name, email=c.email, source=r.choice(["web", "tradeshow", "phone"]))
        p.first, p.last, p.mobile, p.title = c.first, c.last, c.mobile, c.title
        p.created = o.created - D(days=20)
        p.conv = {"flag": True, "org": o, "contact": c, "deal": d, "date": o.created}
        p.cls = "contact"
        return hard(p, hn) if hn else p
    def keep_customer_quiet(s, p):
        return p
    # ---- codes; each method plants one row of the code
    def lead_is_customer(s, i):
        w, r = s.w, s.r
        v = ["domain", "name", "subdomain", "colleagues", "new buyer", "note", "link"][i % 7]
        st = r.choice(["new", "working", "working"])
        if v == "link" and w.sf: v = "domain"
        if v == "domain": p = w.funnel(st, org=s.c(), link=False)
        elif v == "link": p = w.funnel(st, org=s.c(), dom=None)
        elif v == "name":
            o = s.c(); nm = o.bare if r.random() < .5 else o.name.upper() if r.random() < .5 else o.name
            p = w.funnel(st, company=nm)
        elif v == "subdomain":
            o = s.w.take("cust", s.cust)
            while not o.website: o = s.c()
            p = w.funnel(st, company=o.name if r.random() < .5 else "", dom=r.choice(["mail.", "uk.", "es.", "corp.", "north."]) + o.domain)
        elif v == "colleagues":
            o = r.choice(s.cust[90:]); p = w.funnel(st, company="", dom=o.domain)
        elif v == "new buyer":
            p = w.funnel("qualified", org=s.c(), link=r.random() < .5); w.sells(p, "act")
        else:
            p = w.funnel(st, org=s.c(), link=r.random() < .5); p.note = w.note("customer")
        if v not in ("note", "new buyer"): w.interested(p)
        flag(p, "lead-is-customer", cls="contact", v=v)
        if not w.sf and p.org is None: pass
    def lead_and_contact(s, i):
        w, r = s.w, s.r
        v = ["case", "tag", "mobile", "nick", "accent", "private"][i % 6]
        base = s.right_contact(s.pa() if v == "mobile" and r.random() < .5 else s.fo() if r.random() < .5 else s.pd()) if v != "private" else None
        if v == "private":
            base = w.contact(None); w.deal(person=base, state="won"); base.life = "customer"
        if v == "nick":
            f, n = r.choice(W.NICK[w.lang]); base.first = f
            base.email = w.mail(f, base.last, base.email.split("@")[1])
        at = base.email
        if v == "mobile" or not w.sf and v in ("case",): 
            base.mobile = base.mobile or w.mobile()
        first, last, email, mobile = base.first, base.last, base.email, ""
        if v == "case":
            email = base.email.upper() if r.random() < .5 else base.email.capitalize()
            if not w.sf: email, mobile = w.freemail(first, last), base.mobile
        elif v == "tag": loc, d = base.email.split("@"); email = f"{loc}+{r.choice(['web', 'info', 'crm', 'news'])}@{d}"
        elif v in ("mobile", "private"):
            base.mobile = base.mobile or w.mobile()
            email, mobile = w.freemail(first, last), base.mobile
            if w.lang == "es" and r.random() < .5: last = last.split()[0]
        elif v == "nick": first = n; mobile = base.mobile; loc, d = base.email.split("@"); email = base.email if w.sf else f"{loc}+web@{d}"
        elif v == "accent":
            from world import plain
            first, last = (plain(first).upper(), plain(last).upper()); loc, d = base.email.split("@"); email = base.email if w.sf else f"{loc}+info@{d}"
        full, *_ = w.company()
        p = w.funnel("working", company="" if r.random() < .5 else full, email=email, mobile=mobile)
        p.first, p.last = first, last
        w.interested(p)
        flag(p, "lead-and-contact", cls="contact", v=v)
    def conversion_unfinished(s, i):
        w, r = s.w, s.r
        if w.sf:
            o = w.org("prospect"); c = w.contact(o); d = w.deal(org=o, person=c)
            o.created = c.created = w.day(60, 300)
            p = w.person("lead", stage="working", company=o.name, email=c.email, source="web")
            p.first, p.last, p.mobile = c.first, c.last, c.mobile
            p.created = o.created - D(days=15)
            v = ["flag and ids", "ids", "flag", "contact id"][i % 4]
            p.conv = {"flag": v in ("flag and ids", "flag"), "org": o if "ids" in v else None, "contact": c if "id" in v else None, "deal": d if v == "flag and ids" else None, "date": o.created if v != "ids" else None}
            flag(p, "conversion-unfinished", "lead-and-contact", cls="contact", v=v)
        else:
            o = s.c(); p = w.contact(o); w.deal(org=o, person=p, state="won"); p.hs_status = r.choice(["NEW", "ATTEMPTED_TO_CONTACT"])
            flag(p, "conversion-unfinished", cls="contact", v="customer, " + p.hs_status)
    def organization_as_person(s, i):
        w, r = s.w, s.r
        full, bare, dom, ind = w.company()
        form = r.choice(W.FORMS[w.lang])
        name = f"{bare} {form}"
        v = ["last only", "split", "caps", "contact box"][i % 4]
        first, last = "", name
        if v == "split":
            a, b = name.split(" ", 1); first, last = a, b
        elif v == "caps": last = name.upper()
        if v == "contact box":
            p = w.contact(None, life="customer"); w.deal(person=p, state="won") if not w.sf else None
            p.first, p.last = first, last
            if w.sf: p.org = s.w.org("partner"); p.org.name = name; p.org.bare = bare; p.org.domain = p.org.website = dom
            w.deals[-1].name = bare if not w.sf else w.deals[-1].name
        else:
            p = w.funnel("working", company=name if r.random() < .6 else "", email="x"); w.interested(p, strong=True)
            p.first, p.last = first, last
        loc = slug(bare)[:14]
        p.email = w.uniq("mail", lambda: loc + str(r.choice(["", 1, 2, 21])) + "@" + (w.r.choice(W.FREE[w.lang]) if r.random() < .5 or v == "contact box" else dom))
        p.title = ""
        flag(p, "organization-as-person", cls="organization", v=v)
    def person_as_organization(s, i):
        w, r = s.w, s.r
        f, l = w.human()
        v = ["bought", "nothing", "caps", "order"][i % 4]
        o = w.org("")
        o.bare = o.name = {"caps": f"{f} {l}".upper(), "order": f"{l}, {f}"}.get(v, f"{f} {l}")
        o.domain = o.website = o.tax = o.industry = ""; o.employees = None
        o.phone = w.mobile()
        o.type = "" if v != "bought" else "customer"
        if not w.sf: o.life = "customer" if v == "bought" else ""
        if v == "bought": w.deal(org=o, state="won")
        flag(o, "person-as-organization", cls="contact" if v == "bought" else "prospect/contact", v=v)
        o.reserved = True
    def role_mailbox(s, i):
        w, r = s.w, s.r
        loc, f, l = w.take("role", W.ROLES[w.lang])
        if w.sf and not (f or l): l = loc.capitalize()
        if i % 2:
            o = s.take_web(s.pa() if i % 4 == 1 else s.su())
            mail = f"{loc}@{o.domain}"
            if ("mail", mail) in w.used: mail = f"{loc}.{slug(o.city)}@{o.domain}"
            if ("mail", mail) in w.used: return s.role_mailbox(i)
            p = w.contact(o, email=mail)
        else:
            full, bare, dom, ind = w.company()
            p = w.funnel(r.choice(["new", "working"]), company=full, email=f"{loc}@{dom}"); mail = p.email; w.interested(p)
        w.used.add(("mail", mail))
        p.first, p.last, p.title, p.mobile = f, l, "", ""
        flag(p, "role-mailbox-as-person", cls=f"organization/{p.cls}", v="contact" if i % 2 else "funnel")
    def take_web(s, o):
        return o
    def contact_without_org(s, i):
        w, r = s.w, s.r
        v = ["customer", "partner", "supplier", "prospect with deal", "subdomain", "former"][i % 6]
        o = {"customer": s.c, "partner": s.pa, "supplier": s.su, "prospect with deal": s.pd, "subdomain": s.c, "former": s.fo}[v]()
        while not o.website: o = s.c()
        p = w.contact(o, linked=False, life="other" if o.type != "customer" else None)
        if v == "subdomain": p.email = w.mail(p.first, p.last, r.choice(["mail.", "emea.", "central."]) + o.domain)
        if r.random() < .5 or v == "prospect with deal": w.act(p, {"customer": "service", "partner": "partner", "supplier": "supplier"}.get(o.type, "generic"))
        flag(p, "contact-without-organization", cls="contact", v=v)
    def contact_is_prospect(s, i):
        w, r = s.w, s.r
        v = ["prospect org", "no org", "planned task", "org not on file"][i % 4]
        if v in ("prospect org", "planned task"): p = w.contact(w.take("pros", s.pros), life="other")
        elif v == "no org": p = w.contact(None, life="other")
        else:
            full, bare, dom, ind = w.company(); p = w.contact(None, life="other", dom=dom)
            if not w.sf: p.company = full
        if v == "planned task": w.act(p, "generic", done=False)
        w.interested(p, strong=True)
        flag(p, "contact-is-prospect", cls="prospect", v=v)
    def lead_unqualified(s, i):
        w, r = s.w, s.r
        v = ["interest", "no answer", "emails", "planned demo", "no-show"][i % 5]
        p = w.funnel("qualified"); w.interested(p)
        if v == "no answer": w.act(p, "noanswer"); w.act(p, "noanswer")
        elif v == "emails": w.act(p, "email")
        elif v == "planned demo": w.act(p, "sales", done=False)
        elif v == "no-show": w.act(p, "sales", done=False, outcome="noshow" if not w.sf else "planned")
        flag(p, "lead-unqualified", cls="prospect", v=v)
    def prospect_qualified(s, i):
        w, r = s.w, s.r
        v = ["demo held", "budget", "request", "deal"][i % 4]
        if v == "deal":
            if w.sf: p = w.funnel("new", org=s.pd())
            else: p = w.funnel("new"); w.deal(person=p)
            w.interested(p)
        else:
            p = w.funnel("new"); w.sells(p, {"demo held": "act", "budget": "bnd", "request": "request"}[v])
        flag(p, "prospect-qualified", cls="lead", v=v)
    def stage_contradicts(s, i):
        w, r = s.w, s.r
        v = (["org customer without", "org prospect with won"] if w.sf else ["org customer without", "org prospect with won", "person customer open deal", "person customer lost deal", "person lead won", "person customer nothing"])[i % (2 if w.sf else 6)]
        if v == "org customer without":
            o = w.org("customer"); o.reserved = True
            if r.random() < .3: w.deal(org=o, state="lost", date=w.day(100, 500))
            elif r.random() < .3: w.deal(org=o)
            return flag(o, "stage-contradicts-deal", v=v)
        if v == "org prospect with won":
            o = w.org("prospect"); 
            if not w.sf: o.life = r.choice(["lead", "opportunity", "mql"])
            if o.life in ("opportunity",): w.deal(org=o)
            d = w.deal(org=o, state="won")
            if w.sf and r.random() < .5: p = w.contact(o); d.person = p; w.act(p, "service")
            return flag(o, "stage-contradicts-deal", v=v)
        if v == "person lead won":
            p = w.funnel(r.choice(["working", "qualified"]), company=""); w.deal(person=p, state="won")
            if p.stage == "qualified": w.sells(p, "act")
            else: w.interested(p)
            return flag(p, "stage-contradicts-deal", cls="contact", v=v)
        p = w.contact(None, life="customer")
        if "open" in v: w.deal(person=p); cls = "lead"
        elif "lost" in v: w.deal(person=p, state="lost"); cls = "prospect"
        else: w.act(p, "email"); cls = "prospect"
        flag(p, "stage-contradicts-deal", cls=cls, v=v)
    def temperature(s, i):
        w, r = s.w, s.r
        v = ["disqualified", "no activity", "account idle"][i % 3]
        if v == "disqualified": p = w.interested(w.funnel("disq")); p.rating = "Hot"
        elif v == "no activity":
            p = w.funnel(r.choice(["working", "nurture", "new"]), created=w.day(800, 1300)); p.note = w.note("interest"); p.source = "web"; p.rating = "Hot"
            if r.random() < .5: w.act(p, "noanswer", date=p.created + D(days=10))
        else:
            p = w.org("prospect", created=w.day(900, 1500)); p.rating = "Hot"; p.reserved = True
        flag(p, "temperature-contradicts", v=v)
    def former_as_customer(s, i):
        w, r = s.w, s.r
        v = ["note", "contract ended", "type", "note and number"][i % 4]
        if v == "type" and w.sf: v = "contract ended"
        o = w.org("customer"); o.created = w.day(1300, 2400); o.reserved = True
        w.deal(org=o, state="won", date=w.day(1100, 1250))
        if v == "contract ended": o.contract_end = w.day(420, 900)
        elif v == "type": o.type = "former"; o.life = "customer"
        else: o.note = w.note("former")
        if v == "note and number": o.cust_no = w.uniq("cno", lambda: f"C-{r.randint(10000, 99999)}")
        flag(o, "former-customer-as-customer", v=v)
        if i % 2 and (not w.sf or i % 4 == 1):
            p = w.contact(o, life="customer"); w.act(p, "service", date=w.day(700, 900)); p.created = w.day(1000, 1200)
            if not w.sf: flag(p, "former-customer-as-customer", cls="contact", v="its person")
            else: p.variety = "its person"
    def other_as_lead(s, i, what):
        w, r = s.w, s.r
        get = {"supplier": s.su, "partner": s.pa, "competitor": s.co}[what]
        v = ["domain", "note", "name", "link", "subdomain"][i % 5]
        if v == "link" and w.sf: v = "domain"
        st = r.choice(["new", "working"])
        if v == "domain": p = w.funnel(st, org=get(), link=False)
        elif v == "name": p = w.funnel(st, company=get().name)
        elif v == "link": p = w.funnel(st, org=get(), dom=None)
        elif v == "subdomain": p = w.funnel(st, company="", dom=r.choice(["mail.", "corp.", "eu."]) + get().domain)
        else: p = w.funnel(st); p.note = w.note(what)
        if v != "note": w.interested(p)
        else: p.source = r.choice(["web", "other", "tradeshow", "phone"])
        flag(p, f"{what}-as-lead", cls="contact", v=v)
    def employee(s, i):
        w, r = s.w, s.r
        p = w.funnel(r.choice(["new", "working", "working"]), company=w.own_name if i % 2 else "", dom=w.own if i % 3 else r.choice(["mail.", "support.", "north."]) + w.own)
        w.interested(p)
        flag(p, "employee-as-lead", cls="contact", v="own domain" if i % 3 else "own subdomain")
    def test(s, i):
        w, r = s.w, s.r
        f, l, m = W.TESTS[w.lang][i % len(W.TESTS[w.lang])]
        if ("mail", m) in w.used: m = m.replace("@", f"{i}@")
        w.used.add(("mail", m))
        if i % 4: p = w.funnel(r.choice(["new", "working"]), company=r.choice(["", "Test", "test", "asdf"]), email=m, mobile="")
        else: p = w.contact(None, life="other", email=m)
        if i % 4 == 0: w.act(p, "generic") if False else None
        p.first, p.last, p.title, p.source = f, l, "", "web"
        p.mobile = r.choice(["", "000000000", "123456789", "1111111"])
        flag(p, "test-record", cls="", v="test")
    def two_people(s, i):
        w, r = s.w, s.r
        a, b = r.sample(W.GIVEN[w.lang], 2)
        f, l = w.human()
        f2, l2 = w.human()
        y = "and" if w.lang == "en" else "y"
        if w.lang == "es" and b[0] in "IY": b = "Carmen" if a != "Carmen" else "Pilar"
        v = ["given and given", "ampersand", "slash", "two names"][i % 4]
        first, last = {"given and given": (f"{a} {y} {b}", l), "ampersand": (f"{a} & {b}", l), "slash": (a, f"{l} / {f2} {l2}"), "two names": (f, f"{l} {y if w.lang=='en' or f2[0] not in 'IY' else 'e'} {f2} {l2}")}[v]
        if i % 2:
            p = s.right_contact(s.pa() if i % 4 == 1 else s.c())
        else:
            p = w.interested(w.funnel(r.choice(["new", "working"])))
        p.first, p.last = first, last
        d = p.email.split("@")[1]
        p.email = w.uniq("mail", lambda: f"{slug(a if i % 4 < 3 else f)}{slug(l.split()[0])}{r.choice(['', r.randint(1, 99)])}@{d}")
        flag(p, "two-people-in-one-row", v=v)
    def org_two_classes(s, i):
        w, r = s.w, s.r
        v = ["domain", "name and phone", "name and address", "tax", "funnel row"][i % 5]
        o = s.c()
        while not o.website: o = s.c()
        if v == "funnel row":
            name = o.name if o.name != o.bare else o.bare + " " + r.choice(W.FORMS[w.lang])
            p = w.funnel("working", company=name, email=w.uniq("mail", lambda: slug(o.bare)[:16] + str(r.randint(1, 99)) + "@" + r.choice(W.FREE[w.lang])), mobile="")
            w.interested(p); p.first, p.last, p.title = "", name, ""
            return flag(p, "organization-in-two-classes", "organization-as-person", cls="organization", v=v)
        d = w.org("prospect", tax=""); d.industry = o.industry if r.random() < .6 else ""; d.employees = None
        form = r.choice([f for f in W.FORMS[w.lang]])
        if v == "domain": d.domain = d.website = o.domain; d.name = o.bare + (" UK" if w.lang == "en" else " Central") if r.random() < .5 else o.bare
        else:
            d.name = o.bare.upper() if r.random() < .4 else f"{o.bare} {form}"; d.domain = d.website = ""
            if v == "name and phone": d.phone = o.phone = o.phone or w.landline(); d.street = d.zip = d.city = ""
            elif v == "name and address": d.street, d.city, d.zip, d.country = o.street, o.city, o.zip, o.country
            else: o.tax = d.tax = o.tax or w.taxno()
        d.bare = d.name; d.reserved = True
        flag(d, "organization-in-two-classes", v=v)
    def errors(s, n):
        order = [s.lead_is_customer, s.lead_and_contact, s.conversion_unfinished, s.organization_as_person, s.person_as_organization, s.role_mailbox, s.contact_without_org, s.contact_is_prospect,
                 s.lead_unqualified, s.prospect_qualified, s.stage_contradicts, s.former_as_customer, s.employee, s.test, s.two_people, s.org_two_classes]
        for fn in order:
            for i in range(n if fn != s.former_as_customer else n * 3 // 4): fn(i)
        for what in ("supplier", "partner", "competitor"):
            for i in range(n): s.other_as_lead(i, what)
        if s.w.sf:
            for i in range(n): s.temperature(i)
    # ---- hard negatives
    def hards(s, n):
        w, r, en = s.w, s.r, s.w.lang == "en"
        def do(kind, fn):
            for i in range(n):
                x = fn(i)
                if x is not None: hard(x, kind)
        def named_org(name, type_="customer", **k):
            o = w.customer(**k) if type_ == "customer" else w.org(type_)
            o.name = o.bare = name; o.domain = o.website = slug(name) + ".example"
            return o
        def sole(i):
            f, l = w.human(); o = named_org(f"{f} {l}", "supplier" if i % 2 else "customer")
            if i % 4 == 0: o.domain = o.website = ""; o.tax = o.tax or w.taxno()
            elif i % 4 == 1: o.domain = o.website = ""; o.employees = r.choice([1, 2, 3])
            elif i % 4 == 2: o.tax = ""
            return o
        do("sole trader named like a person", sole)
        fam = (["{0} {1} Ltd", "{1} & Sons", "{1} Brothers Ltd", "{0} {1} LLP"] if en else ["{0} {1}, S.L.", "{1} e Hijos, S.L.", "Hermanos {1}", "Viuda de {1}, S.L."])
        def family(i):
            f, l = w.human(); return named_org(fam[i % 4].format(f, l.split()[0]))
        do("family firm", family)
        placef = ["Paris", "Chelsea", "Florence", "Austin", "Sydney", "Dallas"] if en else ["Londres", "Roma", "Valencia", "Argentina", "América", "África"]
        def place(i):
            p = w.interested(w.funnel("working"))
            if en or i % 2 == 0: 
                g = placef[i % 6] if en else ["Paris", "América", "África", "Florencia"][i % 4]
                p.first = g
            else: p.last = ["Toledo Zamora", "León Burgos", "Ávila Soria", "Sevilla Cáceres"][i % 4]
            p.email = w.mail(p.first, p.last, p.email.split("@")[1]); return p
        do("person named like a place", place)
        odd = [("Peter", "Bank"), ("Grace", "Church"), ("Victoria", "School"), ("Ian", "Sales"), ("Ann", "Field"), ("Rose", "Garden")] if en else [("Ángel", "Iglesias Banco"), ("Rosa", "Casas Molino"), ("Pilar", "Hospital Ruiz"), ("Marcos", "Caja Soler"), ("Elena", "Tienda Vera"), ("Blas", "Herrero Escuela")]
        def oddname(i):
            p = w.interested(w.funnel("working"));
            p.first, p.last = odd[i % 6]; p.email = w.mail(p.first, p.last, p.email.split("@")[1]); return p
        do("surname like a business word", oddname)
        comp = [("Anna", "Smith-Jones"), ("Mary Ann", "Cooper"), ("John Paul", "Reed"), ("Oliver", "Hart-Davis"), ("Sarah Jane", "Pryce"), ("Tom", "de la Mare")] if en else [("Jaime", "Gil y Blasco"), ("Josep", "Puig i Ferrer"), ("Isabel", "Ruiz y Aznar"), ("Juan José", "Pérez de Ayala"), ("Ana María", "de la Torre y Gómez"), ("María del Mar", "Roca i Soler")]
        def compound(i):
            p = s.right_contact(s.c()) if i % 2 else w.interested(w.funnel("new"))
            p.first, p.last = comp[i % 6]; p.email = w.mail(p.first, p.last, p.email.split("@")[1]); return p
        do("compound name", compound)
        def freec(i):
            return s.right_contact(s.c(), dom=None)
        do("customer's contact with a private mailbox", freec)
        def household(i):
            c = w.contact(None, life="customer"); w.deal(person=c, state="won")
            fam_ = slug(c.last.split()[0]); dom = r.choice(W.FREE[w.lang])
            c.email = w.uniq("mail", lambda: f"{'family' if en else 'familia'}{r.choice(['.', '', '_'])}{fam_}{r.randint(1, 99)}@{dom}")
            p = w.funnel("working", company="", email=c.email if w.sf else "", mobile=w.mobile()); w.interested(p)
            p.phone = c.phone = w.landline()
            p.last = c.last
            while p.first[0] == c.first[0] : p.first = r.choice(W.GIVEN[w.lang])
            return p
        do("shared family mailbox", household)
        def namesake(i):
            c = s.right_contact(s.c()); p = w.interested(w.funnel("working", mobile=w.mobile()))
            p.first, p.last = c.first, c.last; p.email = w.mail(p.first, p.last, p.email.split("@")[1]); return p
        do("namesake at another company", namesake)
        def sharedmobile(i):
            c = s.right_contact(s.pa()); c.mobile = c.mobile or w.mobile(); p = w.interested(w.funnel("new", mobile=c.mobile))
            while set(p.last.split()) & set(c.last.split()): p.first, p.last = w.human()
            p.email = w.mail(p.first, p.last, p.email.split("@")[1])
            return p
        do("same mobile, another surname", sharedmobile)
        if w.sf: do("properly converted lead", lambda i: s.converted("x"))
        def subsidiary(i):
            o = s.c(); land, form, tld, ctry = [("Deutschland", "GmbH", "de", "Germany"), ("France", "SAS", "fr", "France"), ("Italia", "S.r.l.", "it", "Italy"), ("Portugal", "Lda.", "pt", "Portugal")][i % 4]
            q = w.org("prospect"); q.name = f"{o.bare} {land} {form}"; q.bare = f"{o.bare} {land}"; q.domain = q.website = f"{slug(o.bare)}-{tld}.example"
            q.parent = o; q.country = ctry; q.city = {"de": "Hamburg", "fr": "Lyon", "it": "Milano", "pt": "Porto"}[tld]; q.tax = w.uniq("tax", lambda: f"{tld.upper()}{r.randint(10**8, 10**9 - 1)}")
            return w.interested(w.funnel("working", org=q))
        do("subsidiary abroad", subsidiary)
        def similar(i):
            o = s.c(); p = w.interested(w.funnel("working")); st = next(x for x in W.STEMS[w.lang] if x in o.bare)
            def other():
                act, ind = r.choice(W.ACTIVITY[w.lang]); return (f"{act} {st}" if not en and act in W.FRONT_ES else f"{st} {act}"), ind
            nm = w.uniq("brand", other)[0]
            p.company = nm; p.email = w.mail(p.first, p.last, slug(nm) + "2.example"); return p
        do("name resembling a customer's", similar)
        def prefixdom(i):
            o = s.c()
            while not o.website: o = s.c()
            return w.interested(w.funnel("new", company="", dom=r.choice(["my", "the", "new", "e"] if en else ["mi", "el", "grupo", "e"]) + o.domain))
        do("domain ending like a customer's", prefixdom)
        do("domain like our own", lambda i: w.interested(w.funnel("new", dom=(["x", "new", "the", "go"][i % 4]) + w.own if i % 2 else w.own.split(".")[0] + "-" + r.choice(["tech", "group", "consult", "labs"]) + ".example")))
        shared = {}
        def big(kind, table):
            def fn(i):
                nm, dom = W.__dict__[table][w.lang][i % len(W.__dict__[table][w.lang])]
                if dom not in shared:
                    o = w.customer("won"); o.name = o.bare = nm; o.domain = o.website = dom; shared[dom] = o; s.right_contact(o)
                return w.interested(w.funnel("new" if i % 2 else "working", dom=dom))
            do(kind, fn)
        big("mailbox of a customer that is an internet provider", "PROVIDER"); big("mailbox of a professional body", "COLLEGE"); big("shared public domain", "PUBLIC")
        def src(i):
            p = w.interested(w.funnel("new"), strong=True); p.source = "partner"; return p
        do("source partner", src)
        for tag, kind in [("looks_supplier", "note about their supplier"), ("looks_competitor", "note about a competitor's product"), ("looks_customer", "note about customers"), ("looks_partner", "came through a partner")]:
            def noted(i, tag=tag):
                p = w.funnel(r.choice(["new", "working"])); p.note = (tag, w.note(tag)[1]); p.source = "web"; return p
            do(kind, noted)
        if w.sf:
            def hot(i):
                p = w.funnel("working", created=w.day(800, 1200)); p.note = w.note("interest"); p.source = "web"; p.rating = "Hot"
                if i % 2: w.act(p, "generic", date=w.day(20, 120))
                else: w.resp.append(Resp(who=p, camp=0, responded=True, date=w.day(20, 150)))
                return p
            do("hot, old, active of late", hot)
            def cold(i):
                p = w.interested(w.funnel("disq")); p.rating = "Cold"; return p
            do("disqualified and cold", cold)
        def winback(i):
            o = w.customer("won+no"); o.contract_end = w.day(300, 600); o.created = w.day(1200, 2000)
            for d in w.deals:
                if d.org is o: d.close = w.day(700, 1000); d.created = d.close - D(days=40)
            if i % 2: w.deal(org=o)
            else: w.deal(org=o, state="won", date=w.day(30, 150))
            return o
        do("contract ended, bought again or about to", winback)
        def justended(i):
            o = w.customer("won"); o.contract_end = w.day(20, 110); return o
        do("contract ended just now", justended)
        do("customer by invoice or number, no deal", lambda i: w.customer("no" if i % 2 else "invoice"))
        do("qualified by a note", lambda i: w.sells(w.funnel("qualified"), "bnd"))
        do("qualified by their request", lambda i: w.sells(w.funnel("qualified"), "request"))
        def planned(i):
            p = w.interested(w.funnel("new"));
            if i % 2: w.act(p, "sales", done=False)
            else: w.act(p, "noanswer"); w.act(p, "email")
            return p
        do("new, nothing held yet", planned)
        def prosp(i):
            o = w.org("prospect"); p = w.contact(o, life="other"); w.act(p, "generic"); p.note = w.note("interest"); return p
        do("contact at a prospect, spoken to", prosp)
        def consumer(i):
            p = w.contact(None, life="customer"); w.deal(person=p, state="won"); return p
        do("private customer without organization", consumer)
        tn = [("Andrea", "Testa"), ("Jennifer", "Null"), ("Marie", "Tester"), ("Paul", "Proof")] if en else [("Andrea", "Testa"), ("Dolores", "Prueba García"), ("Pablo", "Testón Vila"), ("Inés", "Demo Ruiz")]
        tn = tn if en else [("Andrea", "Testa Rossi"), ("Carmen", "Tester Vila"), ("Pablo", "Testón Vila"), ("Inés", "de Mora Ruiz")]
        def testy(i):
            p = w.interested(w.funnel("working")); p.first, p.last = tn[i % 4]; p.email = w.mail(p.first, p.last, p.email.split("@")[1]); return p
        do("name like a test word", testy)
        def rolehuman(i):
            p = s.right_contact(s.c()) if i % 2 else w.interested(w.funnel("new"))
            d = p.email.split("@")[1]
            if d in W.SHARED: d = (p.org.domain if p.org else "") or w.company()[2]
            if p.org and p.org.website == "": pass
            m = f"{['info', 'hello' if en else 'hola', 'office' if en else 'oficina', 'sales' if en else 'ventas'][i % 4]}@{d}"
            if ("mail", m) in w.used: return None
            w.used.add(("mail", m)); p.email = m; return p
        do("human behind a role's address", rolehuman)
        def lost(i):
            o = w.org("prospect"); p = w.contact(o, life="other"); w.deal(org=o, person=p, state="lost"); p.note = w.note("interest"); return p
        do("contact with a lost deal", lost)
        def webinarc(i):
            p = w.contact(s.c()); p.note = w.note("interest"); p.source = "webinar"; return p
        do("customer's contact at a webinar", webinarc)
        def colleague(i):
            p = w.contact(None, dom=w.own, life="other")
            w.act(p, "generic"); return p
        do("colleague in the contact box", colleague)
        def office(i):
            o = s.c(); q = w.customer("won"); q.name = o.bare + (" North" if en else " Delegación Norte"); q.bare = q.name
            if o.website: q.domain = q.website = o.domain
            return q
        do("second office of a customer", office)
        def ally(i):
            p = w.contact(s.su() if i % 2 else s.pa()); return p
        do("supplier or partner in the contact box", ally)
        def nsorg(i):
            o = w.customer("won"); o.reserved = True; q = w.org("prospect"); q.name = o.bare if o.name != o.bare else o.bare + " " + W.FORMS[w.lang][0]
            q.bare = o.bare; q.domain = q.website = slug(o.bare) + "group.example"; q.tax = w.taxno(); q.reserved = True
            while q.city == o.city: q.street, q.city, q.zip, q.country = w.address()
            return q
        do("namesake company elsewhere", nsorg)
        def advises(i):
            o = s.c(); p = w.interested(w.funnel("new"), strong=True)
            p.note = ("interest", (f"Consultant, advises {o.bare}, asked for information" if en else f"Consultora externa de {o.bare}, pide información")); return p
        do("adviser of a customer", advises)
        if not w.sf:
            def mql(i):
                p = w.interested(w.funnel("working", life="mql"), strong=True); p.hs_status = "CONNECTED" if False else "OPEN"; w.act(p, "noanswer"); return p
            do("MQL being called", mql)
            do("empty lifecycle at a customer", lambda i: w.contact(s.c(), life=""))
