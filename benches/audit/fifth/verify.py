"""Reads the written files again: links, rows and the evidence a reader of the files would find. python3 verify.py OUT"""
import csv, sys, pathlib, re, collections, datetime as dt
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from make import SETS, ES
from judge import SHARED, core, domain, parents, plain
out = pathlib.Path(sys.argv[1]); bad = 0
def fail(*a):
    global bad
    bad += 1
    if bad < 40: print(*a)
def date(t):
    m = re.match(r"(\d\d)/(\d\d)/(\d{4})", t or "")
    return (m[3] + "-" + m[2] + "-" + m[1]) if m else (t or "")[:10]
FILES = dict(Lead="Candidato", Contact="Contacto", Account="Cuenta", Opportunity="Oportunidad", Task="Tarea", Campaign="Campaña", CampaignMember="Miembro", User="Usuario")
NAMES = dict(Lead="Candidatos", Contact="Contactos", Account="Cuentas", Opportunity="Oportunidades", Task="Tareas", Campaign="Campañas", CampaignMember="Miembros de campaña", User="Usuarios")
for cfg in SETS:
    d = out / cfg["name"]
    data = {f.name: list(csv.DictReader(open(f, encoding="utf-8-sig"))) for f in d.glob("*.csv")}
    truth = {(t["file"], int(t["row"])): t for t in csv.DictReader(open(out / (cfg["name"] + ".truth.csv")))}
    c = cfg["custom"]; sf = cfg["vendor"] == "salesforce"; n = 0
    col = 0 if cfg.get("internal") else 2 if cfg["lang"] == "es" else 1
    H = lambda a, e, s: (a, e, s)[col]
    if sf:
        def load(k):
            f = (NAMES[k] if cfg["ui"] else k) + ".csv"
            back = {v: a for a, v in ES[FILES[k]].items()} if cfg["ui"] else {}
            return [dict({back.get(h, h): v for h, v in r.items()}, at=(f, i)) for i, r in enumerate(data[f], 2)]
        T = {k: load(k) for k in FILES}
        orgs = {o["Id"]: dict(name=o["Name"], domain=re.sub(r"^(https?://)?(www\.)?", "", o["Website"]), type=o["Type"], ev=bool(o[c["custno"]] or o[c["contract_end"]] or o[c["invoice"]]), won=0, open=0, at=o["at"], says="customer" if o["Type"] in cfg["types"]["customer"] else "x") for o in T["Account"]}
        people = {}
        for k in ("Lead", "Contact"):
            for p in T[k]:
                st = p.get("Status", "")
                sem = next((s for s, v in cfg["status"].items() if st == v or st in v and isinstance(v, list)), None)
                if k == "Lead" and sem is None: fail("status", st)
                conv = k == "Lead" and p["IsConverted"] in ("true", "1")
                dec = "contact" if k == "Contact" or sem == "converted" and conv else "lead" if sem == "qualified" else "prospect"
                people[p["Id"]] = dict(id=p["Id"], email=p["Email"], org=p.get("AccountId") or p.get("ConvertedAccountId") or "", comp=p.get("Company", ""), at=p["at"], dec=dec, new=sem == "new", sales=0, done=0, deals=0, box=k, own_won=0)
        deals = [(x["AccountId"], x["ContactId"], "won" if x["IsWon"] in ("true", "1") else "lost" if x["IsClosed"] in ("true", "1") else "open") for x in T["Opportunity"]]
        acts = [(x["Subject"], x["WhoId"], x["IsClosed"] in ("true", "1")) for x in T["Task"]]
        own = {domain(u["Email"]) for u in T["User"]}
        stamps = [date(x[k]) for t in ("Lead", "Contact", "Account", "Task", "Opportunity") for x in T[t] for k in ("CreatedDate", "LastModifiedDate", "CompletedDateTime") if x.get(k)]
        for m in T["CampaignMember"]:
            if (m["LeadId"] or m["ContactId"]) not in people: fail(cfg["name"], "member without person")
    else:
        f = H("contacts.csv", "contacts.csv", "contactos.csv"); g = H("companies.csv", "companies.csv", "empresas.csv"); rid = H("hs_object_id", "Record ID", "ID de registro")
        cust = H("customer", "Customer", "Cliente"); L = H("lifecyclestage", "Lifecycle Stage", "Etapa del ciclo de vida")
        orgs = {o[rid]: dict(name=o[H("name", "Company name", "Nombre de la empresa")], domain=o[H("domain", "Company Domain Name", "Nombre de dominio de la empresa")], type=o[H("type", "Type", "Tipo")], says="customer" if o[L] == cust else "x", ev=bool(o[c["custno"]] or o[c["contract_end"]] or o[c["invoice"]]), won=0, open=0, at=(g, i)) for i, o in enumerate(data[g], 2)}
        funnel = {H("subscriber", "Subscriber", "Suscriptor"): "prospect", H("lead", "Lead", "Lead"): "prospect", H("marketingqualifiedlead", "Marketing Qualified Lead", "Lead calificado para marketing"): "prospect", H("salesqualifiedlead", "Sales Qualified Lead", "Lead calificado para ventas"): "lead", H("opportunity", "Opportunity", "Oportunidad"): "lead"}
        people = {p[rid]: dict(id=p[rid], email=p[H("email", "Email", "Correo")], org=p[H("associatedcompanyid", "Associated Company IDs", "IDs de empresa asociada")], comp=p[H("company", "Company Name", "Nombre de la empresa")], at=(f, i), dec=funnel.get(p[L], "contact"), new=p[H("hs_lead_status", "Lead Status", "Estado del lead")] == H("NEW", "New", "Nuevo"), sales=0, done=0, deals=0, own_won=0, box="x") for i, p in enumerate(data[f], 2)}
        pc, oc = H("associated_contact_ids", "Associated Contact IDs", "IDs de contacto asociado"), H("associated_company_ids", "Associated Company IDs", "IDs de empresa asociada")
        won, closed = H("hs_is_closed_won", "Is Closed Won", "Está cerrado como ganado"), H("hs_is_closed", "Is Deal Closed?", "¿Está cerrado el negocio?")
        deals = [(x[oc], x[pc], "won" if x[won] == "true" else "lost" if x[closed] == "true" else "open") for x in data[H("deals.csv", "deals.csv", "negocios.csv")]]
        acts = []
        for x in data[H("tasks.csv", "tasks.csv", "tareas.csv")]: acts.append((x[H("hs_task_subject", "Task Title", "Título de la tarea")], x[pc], x[H("hs_task_status", "Task Status", "Estado de la tarea")] in ("COMPLETED", "Completed", "Completada")))
        for x in data[H("meetings.csv", "meetings.csv", "reuniones.csv")]: acts.append((x[H("hs_meeting_title", "Meeting name", "Nombre de la reunión")], x[pc], x[H("hs_meeting_outcome", "Meeting outcome", "Resultado de la reunión")] in ("COMPLETED", "Completed", "Completada")))
        for x in data[H("notes.csv", "notes.csv", "notas.csv")]:
            if x[pc] not in people: fail("note without person")
            else: people[x[pc]]["note"] = x[H("hs_note_body", "Note body", "Cuerpo de la nota")]
        own = {domain(x[H("email", "Email", "Correo")]) for x in data[H("owners.csv", "owners.csv", "propietarios.csv")]}
        stamps = [date(x[k]) for x in data[f] for k in (H("createdate", "Create Date", "Fecha de creación"), H("lastmodifieddate", "Last Modified Date", "Fecha de última modificación"))]
    if max(stamps) != "2026-11-13": fail(cfg["name"], "latest stamp", max(stamps))
    from words import W
    w = W[cfg["lang"]]
    low = {k: {t.lower() for t in w[k]} for k in ("a_sales", "a_service")}
    notes = {t: k for k in w if k.startswith("n_") for t in w[k]}
    for o, p, s in deals:
        if o and o not in orgs or p and p not in people: fail(cfg["name"], "dangling deal"); continue
        if o: orgs[o]["won"] += s == "won"; orgs[o]["open"] += s == "open"
        if p: people[p]["deals"] += 1; people[p]["own_won"] += s == "won"; people[p]["sales"] += s == "open"
    for t, p, done in acts:
        if p not in people: fail(cfg["name"], "dangling activity", p); continue
        if done: people[p]["sales"] += t.lower() in low["a_sales"]; people[p]["done"] += 1
    bydom, byname = collections.defaultdict(set), collections.defaultdict(set)
    linked = collections.defaultdict(set)
    for p in people.values():
        if p["org"] in orgs and (p["box"] != "Lead"): linked[p["org"]].add(domain(p["email"]))
    for i, o in orgs.items():
        byname[core(o["name"])].add(i)
        for x in ({o["domain"]} if o["domain"] else linked[i]) - SHARED - {""}: bydom[x].add(i)
    isc = lambda i: orgs[i]["says"] == "customer" and (orgs[i]["ev"] or orgs[i]["won"])
    for i, o in orgs.items():
        t = truth[o["at"]]["codes"].split("|")
        if o["says"] == "customer" and not isc(i) and "stage-contradicts-deal" not in t: fail(cfg["name"], "customer without evidence", o)
        n += 1
    for p in people.values():
        t = truth[p["at"]]; codes = set(t["codes"].split("|")) - {""}
        raw = data[p["at"][0]][p["at"][1] - 2]
        if t["source_id"] != p["id"] or t["declared_class"] != p["dec"]: fail(cfg["name"], "id or class", p, t)
        note = next((notes.get(re.sub(r"20\d\d", "{y}", v), "") or notes.get(v, "") for v in list(raw.values()) + [p.get("note", "")] if v and (v in notes)), "")
        at = {p["org"]} & set(orgs); dm = domain(p["email"].lower())
        if dm not in SHARED:
            for x in parents(dm): at |= bydom[x]
        if p["comp"] and p["box"] != "Contact": at |= byname[core(p["comp"])]
        if p["dec"] != "contact":
            said = "lead-is-customer" in codes or "lead-is-customer" in t["open_codes"]
            if any(map(isc, at)) != said and note != "n_customer": fail(cfg["name"], "customer", p, t)
            emp = any(dm == x or dm.endswith("." + x) for x in own)
            if emp != ("employee-as-lead" in codes): fail(cfg["name"], "employee", p, t)
            sales = p["sales"] or note in ("n_bant", "n_request") or any(orgs[i]["open"] for i in at if not isc(i))
            if p["dec"] == "lead" and bool(sales) == ("lead-unqualified" in codes): fail(cfg["name"], "unqualified", p, t)
            if p["dec"] == "prospect" and p["new"] and bool(sales) != ("prospect-qualified" in codes): fail(cfg["name"], "qualified", p, t)
            for k in ("supplier", "partner", "competitor"):
                hit = (note == "n_" + k or any(orgs[i]["type"] in cfg["types"][k] for i in at)) and not sales
                if bool(hit) != (k + "-as-lead" in codes): fail(cfg["name"], k, p, t)
        elif p["box"] != "Lead" and not p["org"]:
            has = dm not in SHARED and any(bydom[x] for x in parents(dm))
            if bool(has) != ("contact-without-organization" in codes): fail(cfg["name"], "no org", p, t)
        n += 1
    # twins, interest-only contacts and rows in two classes, from the files
    nick = {plain(b): plain(a) for a, b in w["nick"].items()}
    NK = ("FirstName", "firstname", "First Name", "Nombre"); LK = ("LastName", "lastname", "Last Name", "Apellidos"); MK = ("MobilePhone", "mobilephone", "Mobile Phone Number", "Número de teléfono móvil", "Móvil")
    cell = lambda r, ks: next((r[k] for k in ks if k in r), "")
    mail, mob = collections.defaultdict(list), collections.defaultdict(list)
    for p in people.values():
        r = data[p["at"][0]][p["at"][1] - 2]
        g = (plain(cell(r, NK)).split() or [""])[0]
        p["g"], p["l"], p["m"] = nick.get(g, g), set(plain(cell(r, LK)).split()), re.sub(r"[^0-9]", "", cell(r, MK))[-9:]
        a, _, b = p["email"].lower().partition("@")
        p["e"] = a.split("+")[0] + "@" + b if b else ""
        keep = p["box"] == "Contact" or p["box"] == "x" and p["dec"] == "contact"
        if keep and p["e"]: mail[p["e"]].append(p)
        if keep and p["m"]: mob[p["m"]].append(p)
    for p in people.values():
        t = truth[p["at"]]; codes = set(t["codes"].split("|"))
        if p["dec"] != "contact":
            hit = any(q["g"] == p["g"] for q in mail[p["e"]] if p["e"]) or any(q["l"] <= p["l"] or p["l"] <= q["l"] for q in mob[p["m"]] if p["m"])
            if hit != ("lead-and-contact" in codes): fail(cfg["name"], "twin", p, t)
        elif p["box"] != "Lead" and "contact-is-prospect" in codes:
            if p["done"] or p["deals"] or p["org"] and (orgs[p["org"]]["won"] or orgs[p["org"]]["open"] or orgs[p["org"]]["says"] == "customer"): fail(cfg["name"], "interest only", p, t)
        elif p["box"] != "Lead" and not codes & {"test-record"} and not t["open_codes"]:
            dm = domain(p["email"].lower()); at = {p["org"]} & set(orgs)
            if dm not in SHARED: at |= {i for x in parents(dm) for i in bydom[x]}
            if not (p["done"] or p["deals"] or any(orgs[i]["won"] or orgs[i]["open"] or orgs[i]["type"] not in cfg["types"]["prospect"] or orgs[i]["says"] == "customer" for i in at)): fail(cfg["name"], "nothing on record", p, t)
    if n != len(truth): fail("count", n, len(truth))
    print(cfg["name"], n, "rows read again")
print(bad, "faults")
