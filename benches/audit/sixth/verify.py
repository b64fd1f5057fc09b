#!/usr/bin/env python3
"""verify.py OUT: reads the files again (not the world) and checks links, twins, domains and counts of the truth."""
import collections, csv, pathlib, re, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent)); sys.dont_write_bytecode = True
import render as R, words as W
from judge import norm, plain, same_given, same_surname, under, domain
out = pathlib.Path(sys.argv[1]); bad = 0
OWN = dict(zip(["sf-en", "sf-es", "sf-es-ui", "hs-en", "hs-es", "hs-es-en"], [d for _, d in W.OWN]))
def rd(path): return list(csv.DictReader(open(path, encoding="utf-8-sig", newline="")))
for name in OWN:
    d = out / name; truth = {(t["file"], t["source_id"]): t for t in rd(out / f"{name}.truth.csv")}
    def complain(*a):
        global bad; bad += 1; print(name, *a)
    if name.startswith("sf"):
        ui = name.endswith("ui"); es = "es" in name
        def load(obj, api, lab):
            m = {(k if not ui else v): k for k, v in R.UI[obj].items()}
            cu = R.CUSTOM["es" if es else "en"]
            m |= {v: k for k, v in cu.items()} if not ui else {}
            return [{m.get(k, k): v for k, v in r.items()} for r in rd(d / (lab if ui else api))], (lab if ui else api)
        (L, lf), (C, cf), (A, af), (O, _), (T, _), (M, _) = load("Lead", "Lead.csv", "candidatos.csv"), load("Contact", "Contact.csv", "contactos.csv"), load("Account", "Account.csv", "cuentas.csv"), load("Opportunity", "Opportunity.csv", "oportunidades.csv"), load("Task", "Task.csv", "tareas.csv"), load("CampaignMember", "CampaignMember.csv", "miembros de campaña.csv")
        ids = {x["Id"] for f in (L, C, A, O, T) for x in f}
        for f, cols in ((C, ["AccountId"]), (O, ["AccountId", "ContactId"]), (T, ["WhoId", "WhatId"]), (L, ["ConvertedAccountId", "ConvertedContactId", "ConvertedOpportunityId"]), (A, ["ParentId"]), (M, ["LeadId", "ContactId"])):
            for x in f:
                for c in cols:
                    if x[c] and x[c] not in ids: complain("dangling", c, x[c])
        cust = R.SF[name]["type"]["customer"]; yes = "1" if ui else "true"
        won = {o["AccountId"] for o in O if o["IsWon"] == yes}; wonp = set()
        accs = [(a, a["Type"] in cust and bool(a["Id"] in won or a["cust"] or a["contract"] or a["invoice"])) for a in A]
        people = [(x, truth[lf, x["Id"]], x["Company"], "lead", "") for x in L] + [(x, truth[cf, x["Id"]], "", "contact", x["AccountId"]) for x in C]
        P = [dict(t=t, first=x["FirstName"], last=x["LastName"], mail=x["Email"], mob=x["MobilePhone"], company=co, box=b, org=o, id=x["Id"], dec=t["declared_class"]) for x, t, co, b, o in people]
        orgs = [dict(id=a["Id"], name=a["Name"], dom=re.sub(r"^(https?://)?(www\.)?", "", a["Website"]), customer=c, t=truth[af, a["Id"]]) for a, c in accs]
        files = {lf: L, cf: C, af: A}; idc = "Id"
    else:
        lab = "es" if name == "hs-es" else "en"; col = 2 if lab == "es" else 1; F = R.HFILES[name]
        def load(k):
            m = {h[col]: ("lastact" if h[0] == "last" and h[1].startswith("Last A") else h[0]) for h in R.H[k] + (R.ACT_TAIL if k in ("task", "call", "meeting") else [])}
            return [{m[c]: v for c, v in r.items()} for r in rd(d / F[k])]
        X, C, DL = load("contacts"), load("companies"), load("deals"); acts = load("task") + load("call") + load("meeting")
        pid, oid = {x["id"] for x in X}, {c["id"] for c in C}
        for f in (DL, acts):
            for x in f:
                if x["pid"] and x["pid"] not in pid or x["oid"] and x["oid"] not in oid: complain("dangling", x)
        won = {x["oid"] for x in DL if x["prob"] == "1.0"}
        P = [dict(t=truth[F["contacts"], x["id"]], first=x["first"], last=x["last"], mail=x["email"], mob=x["mobile"], company=x["company"], org=x["oid"], id=x["id"], dec=truth[F["contacts"], x["id"]]["declared_class"]) for x in X]
        for p in P: p["box"] = "contact" if p["dec"] == "contact" else "lead"
        cl = R.LIFE[lab]["customer"]; ct = R.HTYPE[lab]["customer"][0]
        orgs = [dict(id=c["id"], name=c["name"], dom=c["domain"], customer=(c["life"] == cl or c["type"] == ct) and bool(c["id"] in won or c["cust"] or c["contract"] or c["invoice"]), t=truth[F["companies"], c["id"]]) for c in C]
        files = {F["contacts"]: X, F["companies"]: C}; idc = "id"
    for file, rows in files.items():
        for n, r in enumerate(rows, 2):
            if truth[file, r[idc]]["row"] != str(n): complain("row number", file, n)
    if len(truth) != sum(map(len, files.values())): complain("truth rows")
    # funnel rows at customers, twins, employees: reckoned from the files
    linked = collections.defaultdict(set)
    for p in P:
        if p["org"] and p["box"] == "contact" and domain(p["mail"]): linked[p["org"]].add(domain(p["mail"]))
    byid = {o["id"]: o for o in orgs}
    doms = [(dd, o) for o in orgs if o["customer"] for dd in ([o["dom"]] if o["dom"] else linked[o["id"]]) if dd not in W.SHARED]
    names = {norm(o["name"].strip()) for o in orgs if o["customer"]}
    contacts = [p for p in P if p["dec"] == "contact" and p["box"] == "contact"]
    cm = collections.defaultdict(list); mb = collections.defaultdict(list)
    def ad(m): l, _, h = m.strip().lower().partition("@"); return l.split("+")[0] + "@" + h
    for c in contacts:
        if c["mail"]: cm[ad(c["mail"])].append(c)
        if c["mob"]: mb[re.sub(r"\D", "", c["mob"])].append(c)
    for p in P:
        if p["dec"] == "contact": continue
        codes = set(p["t"]["codes"].split("|")) | set(p["t"]["open_codes"].split("|"))
        if "test-record" in codes: continue
        at = any(under(domain(p["mail"].strip()), dd) for dd, _ in doms) or p["company"] and norm(p["company"].strip()) in names or p["org"] and byid[p["org"]]["customer"]
        if bool(at) != ("lead-is-customer" in codes): complain("at customer", bool(at), p["first"], p["last"], p["mail"], codes)
        tw = any(same_given(p["first"], c["first"]) for c in cm.get(ad(p["mail"]), [])) if p["mail"] else False
        tw = tw or p["mob"] and any(same_surname(p["last"], c["last"]) for c in mb.get(re.sub(r"\D", "", p["mob"]), []))
        if bool(tw) != ("lead-and-contact" in codes): complain("twin", p)
        if under(domain(p["mail"].strip()), OWN[name]) != ("employee-as-lead" in codes): complain("own", p)
    for o in orgs:
        if "stage-contradicts-deal" in o["t"]["codes"] and o["customer"]: complain("customer with evidence", o)
    mails = collections.Counter(ad(p["mail"]) for p in P if p["mail"] and "test" not in p["t"]["codes"])
    print(name, len(truth), "rows; addresses met more than once:", sum(n > 1 for n in mails.values()), "hard", sum(bool(t["hard_negative"]) for t in truth.values()), "open codes", sum(bool(t["open_codes"]) and "test" not in t["codes"] for t in truth.values()))
sys.exit(bool(bad))
