"""What is planted: errors with their codes, hard negatives with their kinds, plain rows."""
import datetime as dt
from world import ASOF, World, ago, plain, slug

N = 24
ROLE_CODE = {"supplier": "supplier-as-lead", "partner": "partner-as-lead", "competitor": "competitor-as-lead"}


class Scenes(World):
    def plant(self, x, codes, variety):
        x.expect = set(codes.split("|")) if codes else set()
        x.variety = variety
        return x

    def quiet(self, x, kind, variety=""):
        x.hard, x.variety = kind, variety
        return x

    def restyle(self, name):
        core = name
        for form in self.w["legal"]:
            if core.endswith(" " + form):
                core = core[:-len(form) - 1].rstrip(",")
        return self.one(core.upper(), core, core.lower(), "".join(plain(c).upper() if i == 0 else plain(c) for i, c in enumerate(core)), core + " " + self.r.choice(self.w["legal"]))

    def bydomainless(self, o):
        """The organization has no domain; its people have."""
        dom = o.domain
        o.domain = ""
        for _ in range(2):
            self.contact(o, domain=dom)
        return dom

    # ---------------------------------------------------------------- errors
    def errors(self):
        r = self.r
        for i in range(N + 6):
            v, o = i % 6, self.customer()
            if self.chance(.5):
                self.contact(o)
            st = self.one("new", "working", "working")
            if v == 0:
                p = self.lead(st, at=o, link=False)
            elif v == 1:
                p = self.lead(st, at=o, link=False, domain=self.one("uk", "mail", "es", "it", "north", "corp") + "." + o.domain)
            elif v == 2:
                p = self.lead(st, at=o, link=False, company=self.restyle(o.name), domain=self.pick("freemail"))
            elif v == 3:
                p = self.lead(st, at=o, link=False, domain=self.bydomainless(o), company=self.fresh()["company"] if False else o.name)
            elif v == 4:
                p = self.lead(st, at=o)
                self.note(p, "customer")
            else:
                p = self.lead(self.one("qualified", "working"), at=o)
                self.act("sales", p)
            self.plant(p, "lead-is-customer", ["domain", "parent domain", "name", "domain of linked people", "domain and note", "new buyer"][v])
        for role, code in ROLE_CODE.items():
            for i in range(N):
                v, st = i % 5, self.one("new", "working", "working", "nurturing")
                o = self.org(role) if v != 1 else None
                if v == 0:
                    p = self.lead(st, at=o, link=False)
                elif v == 1:
                    p = self.lead(st)
                    self.note(p, role)
                elif v == 2:
                    p = self.lead(st, at=o, link=False, company=self.restyle(o.name), domain=self.pick("freemail"))
                elif v == 3:
                    p = self.lead(st, at=o, link=False, domain=self.one("mail", "uk", "es", "sales") + "." + o.domain)
                else:
                    p = self.lead(st, at=o)
                    self.note(p, role)
                if self.chance(.4):
                    self.act(self.one("noanswer", "email"), p)
                self.plant(p, code, ["domain", "own note", "name", "parent domain", "link or domain, and note"][v])
        for i in range(N):
            self.twin(i)
        for i in range(N):
            self.unfinished(i)
        for i in range(N):
            v = i % 4
            core, name, dom = self.company("" if i % 8 == 0 else None)
            mail = "" if v != 1 else slug(core) + "@" + self.pick("freemail")
            first, last = ("", name) if v in (0, 3) or not self.cfg.get("x") else (name, "")
            if v == 1:
                first, last = name.split(" ", 1)
            if self.hs and v == 0:
                first, last = name, ""
            code = "organization-as-person"
            if v == 3:
                mail = self.r.choice(self.w["rolebox"]) + "@" + dom
                code += "|role-mailbox-as-person"
            if v == 2:
                p = self.person("contact", name=("" if not self.hs else name, name if not self.hs else ""), name_kind="company", email=mail, phone=self.phone(), company=name)
                self.act("service", p)
            else:
                p = self.lead(self.one("new", "working"), name=(first, last), name_kind="company", email=mail, company=name, domain="", phone=self.phone())
            p.title = ""
            self.plant(p, code, ["last name", "first and last name", "contact", "with a role's mailbox"][v])
        for i in range(N):
            v = i % 3
            name = " ".join(self.human())
            blank = dict(name=name, name_kind="person", domain="", tax="", employees="", industry="")
            if v == 0:
                o = self.customer(won=True, **blank)
                if self.chance(.5):
                    self.contact(o, name=tuple(name.split(" ", 1)), domain=self.pick("freemail"))
            else:
                o = self.org(["", "prospect", "other"][v], **blank)
                self.note(o, "interest") if v == 1 else None
            o.core = name
            for d in self.deals:
                if d.org is o:
                    d.name = self.pick("deal").format(o=name)
            self.plant(o, "person-as-organization", ["bought", "prospect", "other"][v])
        for i in range(N):
            v = i % 3
            nm = self.one(("", self.pick("rolename")), (self.pick("rolename"), "")) if not self.hs else self.one(("", ""), ("", ""), (self.pick("rolename"), ""))
            if not self.hs and not nm[1]:
                nm = ("", nm[0])
            box = self.pick("rolebox")
            if v == 0:
                f = self.fresh()
                p = self.lead(self.one("new", "working"), name=nm, name_kind="role", email=box + "@" + f["domain"], **f)
            elif v == 1:
                o = self.one(self.customer, lambda: self.org("partner"), lambda: self.org("supplier"))()
                p = self.contact(o, name=nm, name_kind="role", email=box + "@" + o.domain)
            else:
                o = self.org("prospect")
                p = self.lead("working", at=o, name=nm, name_kind="role", email=box + "@" + o.domain)
            p.title = ""
            self.plant(p, "role-mailbox-as-person", ["lead", "contact with link", "at a prospect"][v])
        for i in range(N):
            v = i % 4
            o = [self.customer, lambda: self.org("partner"), lambda: self.org("supplier"), lambda: self.org("prospect")][i // 4 % 4]()
            dom = o.domain
            if v == 1:
                dom = self.one("mail", "es", "uk", "office") + "." + dom
            if v == 2:
                dom = self.bydomainless(o)
            p = self.person("contact", domain=dom, company=self.one("", o.name) if self.hs else "")
            if v == 3 or o.type == "prospect" or self.chance(.4):
                self.act("service", p)
            p.life = "customer" if o.type == "customer" else "other"
            self.plant(p, "contact-without-organization", ["domain", "parent domain", "domain of linked people", "domain, with a completed task"][v] + ", " + o.type)
        for i in range(N):
            v = i % 3
            if v == 1:
                o = self.org("prospect")
                p = self.contact(o, task=False, interest=True)
            else:
                p = self.person("contact", interest=True, **({} if v == 0 else self.fresh()))
            p.life = "other"
            if self.chance(.3):
                self.act("sales", p, done=False)
            self.plant(p, "contact-is-prospect", ["no organization", "at a prospect", "company not on file"][v])
        for i in range(N):
            v = i % 4
            p = self.lead("qualified", at=self.org("prospect") if i % 3 == 0 else None)
            if self.hs and p.lstatus == "open_deal":
                p.lstatus = "in_progress"
            if v == 1:
                self.act("noanswer", p)
            elif v == 2:
                self.act("sales", p, done=False)
            elif v == 3:
                self.act("email", p)
            self.plant(p, "lead-unqualified", ["interest only", "call not answered", "planned meeting", "e-mail sent"][v])
        for i in range(N + 4):
            v = i % 5
            at = self.org("prospect") if v in (3, 4) else None
            p = self.lead("new", at=at, lstatus="new", source="") if False else self.lead("new", at=at)
            if v in (0, 4):
                self.act("sales", p)
            elif v == 1:
                self.note(p, "bant")
            elif v == 2:
                self.note(p, "request")
            elif self.hs:
                self.deal(at, p, "open", ASOF)
            else:
                c = self.contact(at)
                self.deal(at, c, "open", ASOF)
            self.plant(p, "prospect-qualified", ["meeting held", "budget, need and date", "own request", "open deal", "meeting held, at a prospect"][v])
        for i in range(N + 4):
            self.stage(i % 5 if self.hs else i % 2)
        if self.cfg["rating"]:
            for i in range(N):
                v = i % 3
                if v == 0:
                    p = self.lead("unqualified", rating="hot", at=None)
                    self.act(self.one("noanswer", "email"), p)
                elif v == 1 or self.hs:
                    p = self.lead(self.one("new", "working", "nurturing"), rating="hot", created=ago(r.randint(700, 1300)), last_act=ago(r.randint(600, 690)))
                else:
                    p = self.org("prospect", rating="hot", created=ago(r.randint(800, 1500)), last_act=ago(r.randint(610, 780)))
                self.plant(p, "temperature-contradicts", ["disqualified", "no activity, person", "no activity"][v])
        for i in range(N // 2 if self.hs else N):
            v = i % (3 if self.hs else 2)
            o = self.customer(won=False, custno=self.cfg["custprefix"] + str(self.custno.pop()), created=ago(r.randint(1600, 2500)))
            o.invoice = o.contract_end = None
            o.since = o.created if self.chance(.6) else None
            self.deal(o, None, "won", ago(r.randint(1300, 1550)))
            if v == 0:
                o.contract_end = ago(r.randint(230, 900))
            elif v == 1:
                self.note(o, "former")
            else:
                o.says_former = True
            if self.hs or self.chance(.3):
                c = self.contact(o, created=ago(r.randint(1200, 1500)))
                if self.hs:
                    c.life = "customer"
                    self.plant(c, "former-customer-as-customer", "person at one")
            self.plant(o, "former-customer-as-customer", ["contract ended", "note", "type"][v])
        for i in range(N):
            v = i % 5
            if self.hs and v == 0:
                v = 2
            q = self.customer(tax=self.taxno()) if v == 3 else self.customer()
            if self.chance(.5):
                self.contact(q)
            if v == 4:
                p = self.lead(self.one("new", "working"), at=None, name=("", self.restyle(q.name)) if not self.hs or self.chance(.5) else (q.name, ""), name_kind="company", email="", company=q.name, domain="", phone=q.phone)
                p.title = ""
                self.plant(p, "organization-in-two-classes|organization-as-person", "funnel row of the customer company")
                continue
            o = self.org("prospect", name=self.restyle(q.name), domain="")
            o.core = q.core
            if v == 0:
                o.domain = q.domain
            elif v == 1:
                o.phone = q.phone
            elif v == 2:
                o.street, o.city, o.zip = q.street, q.city, q.zip
            else:
                o.tax = q.tax
            self.plant(o, "organization-in-two-classes", ["same domain", "name and phone", "name and address", "name and tax number"][v])
        for i in range(N):
            dom = self.own if i % 3 else self.one("mail", "es", "uk", "staging") + "." + self.own
            p = self.lead(self.one("new", "working"), company=self.one(self.cfg["owner"], self.cfg["owner"], self.fresh()["company"]), domain=dom)
            self.plant(p, "employee-as-lead", "own domain" if i % 3 else "own subdomain")
        for i, (f, l, m) in enumerate(self.w["test"][:N - 2]):
            if i % 5 == 4:
                p = self.person("contact", name=(f, l), name_kind="test", email=m, company="")
                p.life = "other"
                p.source = ""
            else:
                p = self.lead("new" if self.chance(.8) else "working", name=(f, l), name_kind="test", email=m, company=self.one("test", "xxx", "prueba" if self.lang == "es" else "test company", "aaa"), domain="")
            p.note, p.note_kind, p.mobile, p.title = "", "", "", ""
            p.phone = self.one("", "123456789", "000000000", "111111111")
            self.plant(p, "test-record", f"{f} {l}")
        for name in self.w["testorg"]:
            self.plant(self.org("", name=name, core=name, name_kind="test", domain="", tax="", phone="", industry=""), "test-record", "organization")
        for i in range(N):
            a, s = self.human()
            b, t = self.human()
            a, b, s, t = a.split()[0], b.split()[0], s.split()[0], t.split()[0]
            first, last = self.pick("two").format(a=a, b=b, s=s, t=t).split("|")
            if i % 2:
                p = self.lead(self.one("new", "working"), name=(first, last), name_kind="two", email=self.email_at(a, s, self.pick("freemail")), company=self.pick("nocompany") if not self.hs else "", domain="")
            else:
                o = self.one(self.customer, lambda: self.org("partner"))()
                p = self.contact(o, name=(first, last), name_kind="two", email=self.email_at(a, s, o.domain))
            p.title = ""
            self.plant(p, "two-people-in-one-row", "lead" if i % 2 else "contact")

    def twin(self, i):
        v = i % 6
        if self.hs and v == 0:
            v = 1
        st, comp = self.one("new", "working"), self.pick("nocompany") if not self.hs else ""
        g = self.r.choice(list(self.w["nick"])) if v == 2 else None
        name = self.human()
        if g:
            name = (g, name[1])
        if v == 3 and self.lang == "es":
            name = (name[0], " ".join([self.r.choice(self.w["surname"]), self.r.choice([s for s in self.w["surname"] if plain(s) != s])]))
        mob = self.phone(True)
        code = "lead-and-contact"
        if v in (0, 1, 2, 3):
            c = self.person("contact", name=name, mobile=mob)
            self.act("service", c)
            if self.chance(.5):
                self.deal(None, c, "won", ago(self.r.randint(20, 300)))
        if v == 0:
            p = self.lead(st, name=name, email=self.one(c.email.upper(), c.email.capitalize(), c.email), company=comp, domain="")
        elif v == 1:
            local, dom = c.email.split("@")
            p = self.lead(st, name=name, email=f"{local}+{self.one('web', 'news', 'info', '1', 'promo')}@{dom}", company=comp, domain="")
        elif v == 2:
            p = self.lead(st, name=(self.w["nick"][g], name[1]), mobile=mob, company=comp, domain=self.pick("freemail"))
        elif v == 3:
            last = name[1].split()[0] if self.lang == "es" and self.chance(.5) else self.one(plain(name[1]).title(), name[1].upper())
            first = name[0].upper() if last.isupper() else name[0]
            digits = "".join(ch for ch in mob if ch.isdigit())
            p = self.lead(st, name=(first, last), mobile=self.one(mob, mob.replace(" ", "")), company=comp, domain=self.pick("freemail"))
        elif v == 4:
            o = self.customer()
            c = self.contact(o, name=name, mobile=mob)
            mail = c.email.upper() if not self.hs else c.email.replace("@", "+web@")
            p = self.lead(st, at=o, name=name, email=mail)
            code += "|lead-is-customer"
        else:
            o = self.org("prospect")
            c = self.contact(o, name=name, mobile=mob)
            if self.chance(.5):
                self.deal(o, c, "lost", ago(self.r.randint(60, 400)))
            mail = c.email if not self.hs else c.email.replace("@", "+info@")
            p = self.lead("working", at=o, name=name, email=mail)
        self.plant(p, code, ["same e-mail", "tagged e-mail", "same mobile, nickname", "same mobile, surname written otherwise", "same e-mail, at a customer", "same e-mail, at a prospect"][v])

    def unfinished(self, i):
        if self.hs:
            o = self.customer() if i % 2 else None
            p = self.contact(o) if o else self.person("contact", **self.fresh())
            self.deal(o, p, "won", ago(self.r.randint(10, 200)))
            p.life, p.lstatus = "customer", self.one("new", "attempted")
            self.plant(p, "conversion-unfinished", "won deal, lead status " + p.lstatus)
            return
        v, st = i % 5, self.one("new", "working", "working", "nurturing")
        f = self.fresh()
        day = ago(self.r.randint(5, 200))
        if v in (0, 4):
            o = self.org("prospect") if v == 0 else self.customer()
            c = self.contact(o)
            p = self.lead(st, at=o, name=(c.first, c.last), email=c.email, converted=True, conv_contact=c, conv_account=o, conv_date=day)
            self.plant(p, "conversion-unfinished|lead-and-contact" + ("|lead-is-customer" if v == 4 else ""), "flag and ids")
            return
        p = self.lead(st, **f)
        p.converted = v in (1, 3)
        p.conv_missing = v in (2, 3)
        p.conv_date = day if v != 2 else None
        self.plant(p, "conversion-unfinished", ["", "flag alone", "ids alone", "flag and ids of rows not on file"][v])

    def stage(self, v):
        r = self.r
        if v == 0:
            o = self.org("customer")
            if self.chance(.5):
                c = self.contact(o)
                c.life = "other"
            self.plant(o, "stage-contradicts-deal", "customer without evidence")
        elif v == 1:
            o = self.org("prospect")
            c = self.contact(o)
            self.deal(o, c, "won", ago(r.randint(10, 300)))
            c.life = "customer"
            self.plant(o, "stage-contradicts-deal", "prospect with a won deal")
        elif v == 2:
            p = self.person("contact", **self.fresh())
            self.deal(None, p, "open", ASOF)
            p.life = "customer"
            self.plant(p, "stage-contradicts-deal", "customer, the deal is open")
        elif v == 3:
            p = self.person("contact", interest=self.chance(.5), **self.fresh())
            p.life = "customer"
            if p.interest:
                self.plant(p, "stage-contradicts-deal|contact-is-prospect", "customer, interest only")
            else:
                self.act("service", p)
                p.expect, p.variety = {"stage-contradicts-deal"}, "customer without evidence"
        else:
            p = self.lead("working", life=self.one("lead", "mql"))
            self.deal(None, p, "won", ago(r.randint(10, 300)))
            self.plant(p, "stage-contradicts-deal", "funnel row with a won deal")

    # ---------------------------------------------------------------- hard negatives
    def hards(self):
        r, w, hs = self.r, self.w, self.hs
        any_st = lambda: self.one("new", "working")
        for i in range(4):
            f, l = w["sole"][i]
            o = self.one(self.customer, lambda **k: self.org("prospect", **k), lambda **k: self.org("supplier", **k))(name=f + " " + l, core=f + " " + l, domain="", name_kind="person", industry=r.choice(w["industry"]), tax=self.taxno(), employees="")
            for d in self.deals:
                if d.org is o:
                    d.name = self.pick("deal").format(o=o.name)
            self.quiet(o, "sole-trader-named-like-a-person")
            o = self.org("prospect", name=w["family_org"][i], core=w["family_org"][i], domain="", tax="", industry="", employees="")
            self.quiet(o, "family-firm-named-after-people")
            p = self.contact(self.customer(), name=w["citynames"][i]) if i % 2 else self.lead(any_st(), name=w["citynames"][i])
            self.quiet(p, "named-like-a-city")
            p = self.contact(self.customer(), name=w["compound"][i]) if i % 2 else self.lead(any_st(), name=w["compound"][i])
            self.quiet(p, "compound-surname")
            p = self.contact(self.customer(), name=w["trade_surname"][i]) if i % 2 else self.lead(any_st(), name=w["trade_surname"][i])
            self.quiet(p, "surname-like-a-trade")
            self.quiet(self.contact(self.customer(), task=i % 2, domain=self.pick("freemail")), "customer's-contact-with-free-mail")
            p = self.person("contact")
            self.deal(None, p, "won", ago(r.randint(20, 400)))
            self.quiet(p, "private-buyer-without-organization")
            # one mailbox, two given names
            a, b = self.human(), self.human()
            c = self.person("contact", name=a)
            self.act("service", c)
            if c.first.split()[0] == b[0].split()[0]:
                b = (next(g for g in w["given"] if g != c.first), b[1])
            mail = c.email if not hs else c.email.replace("@", "+casa@" if self.lang == "es" else "+home@")
            p = self.lead(any_st(), name=(b[0], a[1]), email=mail, company=self.pick("nocompany") if not hs else "", domain="", mobile="")
            self.quiet(p, "family-mailbox")
            # one switchboard mobile, two surnames
            c = self.contact(self.org("prospect"), mobile=self.phone(True))
            while True:
                b = self.human()
                if not set(plain(b[1]).split()) & set(plain(c.last).split()):
                    break
            self.quiet(self.lead("working", name=b, mobile=c.mobile), "shared-mobile-other-surname")
            c = self.contact(self.customer(), mobile=self.phone(True))
            p = self.lead(any_st(), name=(c.first, c.last))
            self.quiet(p, "namesake-of-a-contact")
            o, d = w["isp"][i]
            if not any(x.domain == d for x in self.orgs):
                self.customer(name=o, core=o.rsplit(" ", 1)[0], domain=d)
            self.quiet(self.lead(any_st(), company=self.fresh()["company"], domain=d), "address-at-an-internet-provider")
            o, d, others = w["shared"][0]
            if not any(x.domain == d for x in self.orgs):
                self.customer(name=o, core=o, domain=d)
            self.quiet(self.lead(any_st(), company=others[i], domain=d), "address-at-a-shared-domain" if self.lang == "en" else "address-at-a-professional-college")
            # subsidiary abroad
            q = self.customer()
            land = [("France SAS", "France", "fr"), ("Deutschland GmbH", "Germany" if self.lang == "en" else "Alemania", "de"), ("Portugal Lda", "Portugal", "pt"), ("Italia Srl", "Italy" if self.lang == "en" else "Italia", "it")][i]
            sub = self.org("prospect", name=f"{q.core} {land[0]}", core=f"{q.core} {land[0]}", domain=slug(q.core) + "-" + land[2] + ".example", parent=q, country=land[1])
            self.quiet(sub, "subsidiary-abroad")
            self.quiet(self.lead(any_st(), at=sub, country=land[1]), "lead-at-a-subsidiary-abroad")
            q = self.customer()
            self.quiet(self.lead(any_st(), company=self.fresh()["company"], domain=self.one("my", "new", "grupo" if self.lang == "es" else "group", "the") + q.domain), "domain-that-ends-like-a-customer's")
            self.quiet(self.lead(any_st(), company=self.fresh()["company"], domain=self.one("get", "not", "pro", "go") + self.own), "domain-that-ends-like-our-own")
            p = self.person("contact", domain=self.own, company=self.cfg["owner"] if hs else "")
            self.act("service", p)
            p.life = "other"
            self.quiet(p, "colleague-among-the-contacts")
            p = self.lead("new")
            self.act("sales", p, done=False)
            self.quiet(p, "new-with-a-planned-demo")
            p = self.lead("new")
            self.act("noanswer", p)
            self.act("email", p)
            self.quiet(p, "new-with-calls-not-answered")
            p = self.lead("working")
            self.act("sales", p)
            self.quiet(p, "worked-lead-with-a-demo")
            p = self.lead("unqualified")
            self.act("sales", p)
            self.quiet(p, "disqualified-after-a-demo")
            # former customers and contracts
            o = self.org("former", custno=self.cfg["custprefix"] + str(self.custno.pop()), contract_end=ago(r.randint(250, 900)), created=ago(1600))
            self.deal(o, None, "won", ago(r.randint(1000, 1500)))
            self.note(o, "former")
            self.quiet(o, "former-customer-said-so")
            o = self.customer(won=False, contract_end=ago(r.randint(200, 500)), created=ago(1600))
            o.contract_end = o.contract_end if o.contract_end < ASOF else ago(300)
            o.since = o.created if o.custno else None
            c = self.contact(o)
            self.deal(o, c, "open", ASOF)
            self.quiet(o, "contract-ended-renewal-open")
            o = self.customer(won=False, created=ago(1600))
            o.contract_end = ago(r.randint(300, 600))
            o.since = o.created if o.custno else None
            self.deal(o, None, "won", ago(r.randint(20, 150)))
            self.quiet(o, "contract-ended-bought-again")
            o = self.customer(won=True, created=ago(1200))
            o.contract_end = ago(r.randint(20, 150))
            o.since = o.created if o.custno else None
            self.quiet(o, "contract-ended-lately")
            o = self.org("customer", custno=self.cfg["custprefix"] + str(self.custno.pop()))
            self.quiet(o, "customer-by-number-alone")
            o = self.org("partner")
            self.deal(o, None, "won", ago(r.randint(20, 300)))
            self.quiet(o, "partner-that-bought")
            if self.cfg["rating"]:
                p = self.lead("working", rating="hot", created=ago(r.randint(700, 1100)))
                if i % 2 and not hs:
                    p.note = p.note_kind = ""
                    self.members.append(type(p)(person=p, campaign=r.randrange(10), responded=True, date=ago(r.randint(20, 200))))
                else:
                    self.act("noanswer" if i % 3 else "email", p)
                self.quiet(p, "old-but-hot-and-active")
                p = self.lead("unqualified", rating="cold", created=ago(r.randint(600, 1000)))
                self.quiet(p, "disqualified-and-cold")
            # roles that are somebody else's, or beside a purchase
            p = self.lead("qualified", at=self.org("supplier"))
            self.act("sales", p)
            self.quiet(p, "supplier-that-wants-to-buy")
            p = self.lead("working", at=self.org("partner"))
            self.note(p, "bant")
            self.quiet(p, "partner-with-budget-of-its-own")
            for kind, what in (("referred", "referred-by-a-customer-or-partner"), ("usescomp", "uses-a-competitor's-product"), ("notcust", "not-a-customer-yet"), ("cv", "applicant-with-cv")):
                p = self.lead("new" if kind == "cv" else any_st())
                self.note(p, kind)
                self.quiet(p, what)
            # role's address with a person's name
            o = self.customer()
            p = self.contact(o, email=self.pick("rolebox") + "@" + o.domain)
            self.quiet(p, "person-behind-a-role's-mailbox")
            f = self.fresh()
            p = self.lead(any_st(), email=self.pick("rolebox") + "@" + f["domain"], **f)
            self.quiet(p, "person-behind-a-role's-mailbox")
            p = self.contact(self.customer(), task=False, interest=True)
            self.quiet(p, "customer's-contact-with-interest-only")
            p = self.person("contact", interest=True, **self.fresh())
            self.act("service", p)
            p.life = "other"
            self.quiet(p, "contact-with-interest-and-a-task")
            p = self.contact(self.org(self.one("partner", "supplier")), task=False)
            self.quiet(p, "partner's-contact-without-activity")
            # the same name elsewhere
            q = self.customer()
            o = self.org("prospect", name=self.restyle(q.name), core=q.core)
            o.domain = slug(q.core)[:6] + "-" + slug(o.city) + ".example"
            self.quiet(o, "namesake-of-a-customer-company")
            g, s = self.human()
            p = self.lead(any_st(), name=("", s.split()[0]))
            self.quiet(p, "surname-alone")
            g = [("María José", "José María", "Ana Belén", "Juan Carlos"), ("Mary Jane", "Billy Joe", "Anne Marie", "John Paul")][self.lang == "en"][i]
            self.quiet(self.lead(any_st(), name=(g, self.human()[1])), "two-given-names")
            dom = self.one("testlab", "qualitest", "probamos", "demoworks") + f"{i}.example"
            self.quiet(self.lead(any_st(), company=(["TestLab Services", "Qualitest Group", "Test & Measure Ltd", "Demo Works Studio"] if self.lang == "en" else ["TestLab Ingeniería S.L.", "Qualitest Ensayos", "Prueba y Ensayo Laboratorio", "Demo Works Estudio"])[i], domain=dom), "company-that-tests")
            p = self.lead("qualified")
            self.note(p, self.one("bant", "request"))
            self.quiet(p, "qualified-by-a-note")
            if not hs:
                c = self.contact(self.customer(won=True))
                self.deal(c.org, c, "won", ago(r.randint(10, 90)))
                self.quiet(self.convert(c), "properly-converted")
            else:
                o = self.customer()
                c = self.contact(o)
                self.deal(o, c, "won", ago(r.randint(10, 90)))
                c.life, c.lstatus = "customer", self.one("", "connected")
                self.quiet(c, "won-and-status-closed")

    def convert(self, c):
        d = next((d for d in self.deals if d.person is c), None)
        return self.person("lead", "converted", company=c.org.name, name=(c.first, c.last), email=c.email, interest=True, converted=True, conv_contact=c, conv_account=c.org, conv_deal=d, conv_date=ago(self.r.randint(100, 200)),
                           phone=c.phone, mobile=c.mobile, created=ago(self.r.randint(210, 500)))

    # ---------------------------------------------------------------- plain rows
    def usual(self, total):
        r, hs = self.r, self.hs
        orgs = {k: [] for k in ("customer", "prospect", "partner", "supplier")}
        while len(self.orgs) + len(self.people) < total - 12:
            x = r.random()
            if x < .13:
                o = self.customer()
                for _ in range(r.choice([1, 1, 2, 3])):
                    c = self.contact(o, task=self.chance(.6))
                    if self.chance(.3):
                        self.deal(o, c, "won", ago(r.randint(20, 500)))
                        if not hs and self.chance(.5):
                            self.convert(c)
            elif x < .19:
                t = self.one("partner", "supplier", "supplier", "partner", "competitor", "former", "other")
                o = self.org(t)
                if t == "former":
                    o.created = ago(r.randint(1500, 2000))
                    self.deal(o, None, "won", ago(r.randint(900, 1400)))
                for _ in range(r.choice([0, 1, 2]) if t != "competitor" else 0):
                    self.contact(o, task=t == "other" or self.chance(.5))
            elif x < .26:
                o = self.org("prospect")
                if hs:
                    p = self.lead("qualified", at=o)
                    self.deal(o, p, "open", ASOF)
                else:
                    c = self.contact(o)
                    self.deal(o, c, self.one("open", "open", "lost"), ago(r.randint(40, 300)))
            elif x < .30:
                o = self.org("prospect")
                for _ in range(r.choice([0, 1, 2])):
                    self.lead(self.one("new", "working"), at=o)
            elif x < .62:
                self.lead("new")
            elif x < .78:
                p = self.lead("working")
                if self.chance(.5):
                    self.act(self.one("noanswer", "email"), p)
            elif x < .83:
                self.lead("nurturing")
            elif x < .94:
                p = self.lead("qualified")
                if self.chance(.7):
                    self.act("sales", p)
                else:
                    self.note(p, self.one("bant", "request"))
            else:
                self.lead("unqualified")
        for p in r.sample([p for p in self.people if p.box == "lead" and not p.expect and not p.hard and p.status in ("new", "working") and not p.org], 6):
            name = self.one((p.first.upper(), p.last.upper()), (p.first, p.last))
            q = self.lead(p.status, name=name, email=p.email if not hs else p.email.replace("@", "+2@"), company=p.company, domain="", life=p.life, lstatus=p.lstatus)
            q.variety = "plain duplicate"
        for _ in range(4):
            p = self.lead("new")
            self.note(p, "customer")
            p.allow_open = True
            p.variety = "note says customer, none on file"

    def finish(self):
        r = self.r
        for p in self.people:
            if self.hs and p.life is None:
                own = any(d.person is p and d.state == "won" for d in self.deals)
                bought = p.org is not None and p.org.type == "customer"
                p.life = "customer" if own or bought else self.one("other", "other", "") if any(a.person is p and a.done for a in self.acts) else "other"
                if p.life == "customer" and self.chance(.04):
                    p.life = "evangelist"
            if p.lstatus is None:
                p.lstatus = ""
            if not p.note and self.chance(.12):
                self.note(p, "neutral")
            if self.cfg["rating"] and not p.rating and p.box == "lead" and self.chance(.55):
                hot = p.status in ("working", "qualified", "new") and p.created > ago(400)
                p.rating = self.one("hot", "warm", "warm", "cold") if hot else self.one("warm", "cold")
        for o in self.orgs:
            if self.cfg["rating"] and not o.rating and o.kind == "org" and self.chance(.3):
                o.rating = self.one("warm", "cold")
            if not o.note and self.chance(.06):
                self.note(o, "neutral")
        for p in self.people:
            if p.name_kind == "human" and p.first and self.chance(.05):
                p.first, p.last = self.one((p.first.upper(), p.last.upper()), (p.first.lower(), p.last.lower()), (p.first + " ", p.last), (p.first, " " + p.last))
            if self.chance(.01) and p.email and not p.expect and not p.hard:
                p.email = p.email.upper()
        if not self.hs:
            for p in r.sample([p for p in self.people if p.name_kind == "human" and p.status != "converted"], 140):
                self.members.append(type(p)(person=p, campaign=r.randrange(len(self.w["campaign"])), responded=False, date=ago(r.randint(10, 300))))
        for x in (self.people, self.orgs, self.deals, self.acts, self.members):
            r.shuffle(x)
