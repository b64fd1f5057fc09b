"""Six labelled sets: python3 make.py OUT [--perfect FILE] writes OUT/NAME/*.csv and OUT/NAME.truth.csv; with --perfect, FILE.NAME.jsonl for each set."""
import argparse, collections, csv, json, pathlib, sys
sys.dont_write_bytecode = True
from words import L, SETS
from world import build, NOW
from judge import Judge
ABC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

def ids(w):
    table = {}
    def of(x):
        if x is None: return ""
        key = x if isinstance(x, str) else x.id
        if key not in table:
            pre, n = key.split("#"); n = int(n)
            if w.sf:
                body = pre + "5g" + "00000" ; num, s = n * 37 + 4101, ""
                for _ in range(5): s = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[num % 62] + s; num //= 62
                b = (body + s)[:15].ljust(15, "0")
                table[key] = b + "".join(ABC[sum(1 << i for i, c in enumerate(b[k:k + 5]) if c.isupper())] for k in (0, 5, 10))
            else: table[key] = str({"003": 10651, "001": 8800210, "006": 30400077, "00T": 51000300, "005": 70110}.get(pre, 9000) + n * (3 if pre == "003" else 7))
        return table[key]
    return of

def files(w):
    """file name -> (headers, [(object, row)])"""
    k, f, of = w.w, w.format, ids(w); es = w.lang == "es"; out = {}
    if f == "api": stamp = lambda d: d.strftime("%Y-%m-%dT%H:%M:%S.000+0000") if d else ""; day = lambda d: d.strftime("%Y-%m-%d") if d else ""
    elif f == "ui": stamp = lambda d: d.strftime("%d/%m/%Y %H:%M") if d else ""; day = lambda d: d.strftime("%d/%m/%Y") if d else ""
    else: stamp = lambda d: d.strftime("%Y-%m-%d %H:%M") if d else ""; day = lambda d: d.strftime("%Y-%m-%d") if d else ""
    yes = (lambda b: "1" if b else "0") if f == "ui" else (lambda b: "true" if b else "false")
    n = 2 if es else 1; U = f == "ui"
    def table(name, label, objects, cols):
        """cols: (api or English, Spanish, value)"""
        heads = [(c[1] if (U or f == "es") else c[0]) for c in cols]
        objects = list(objects); w.r2.shuffle(objects)
        out[(label if U else name) + ".csv"] = (heads, [(o, [str(c[2](o) if c[2](o) is not None else "") for c in cols]) for o in objects])
    import random; w.r2 = random.Random("order-" + w.name)
    dom = lambda o: o.domain and (("https://www." + o.domain) if w.sf and len(o.name) % 3 else ("www." + o.domain if w.sf else o.domain))
    cust = {"sf-en": ("Customer_Number__c", "Contract_End_Date__c", "VAT_Number__c", "Last_Invoice_Date__c", "Client_Since__c"), "sf-es": ("Numero_de_cliente__c", "Fin_de_contrato__c", "CIF__c", "Fecha_ultima_factura__c", "Cliente_desde__c"),
            "hs-en": ("Customer Number", "Contract End Date", "VAT Number", "Last Invoice Date", "Client since"), "hs-en-acts": ("Customer No.", "Contract end", "VAT No.", "Last invoice date", "Customer since")}.get(w.name) or ("",) * 5
    custes = {"sf-es-ui": ("Número de cliente", "Fecha fin de contrato", "NIF", "Fecha última factura", "Cliente desde"), "hs-es": ("N.º de cliente", "Fecha de fin de contrato", "CIF", "Fecha de última factura", "Cliente desde")}.get(w.name) or cust
    extra = [(cust[i], custes[i], fn) for i, fn in enumerate([lambda o: o.custno, lambda o: day(o.end), lambda o: o.tax, lambda o: day(o.invoice), lambda o: o.since])]
    leads = [p for p in w.people if p.box == "lead"]; contacts = [p for p in w.people if p.box == "contact"]
    modified = lambda x: stamp(min(NOW, max(d for d in (x.created, x.seen_at) if d) + __import__("datetime").timedelta(days=sum(map(ord, x.id)) % 400)))
    if w.sf:
        own = ("OwnerId", "Id. de propietario", lambda x: of(x.owner))
        made = [("CreatedDate", "Fecha de creación", lambda x: stamp(x.created)), ("LastModifiedDate", "Fecha de la última modificación", modified), ("LastActivityDate", "Última actividad", lambda x: day(x.seen_at))]
        table("Account", "Cuentas", w.orgs, [("Id", "Id. de la cuenta", of), ("Name", "Nombre de la cuenta", lambda o: o.name), ("Type", "Tipo", lambda o: o.type), ("ParentId", "Id. de cuenta principal", lambda o: of(o.parent)), ("Industry", "Sector", lambda o: o.industry),
            ("NumberOfEmployees", "Empleados", lambda o: o.employees), ("Rating", "Valoración", lambda o: k["rating"].get(o.rating, "")), ("Phone", "Teléfono", lambda o: o.phone), ("Website", "Sitio Web", dom), ("BillingStreet", "Calle de facturación", lambda o: o.street), ("BillingCity", "Ciudad de facturación", lambda o: o.city),
            ("BillingPostalCode", "Código postal de facturación", lambda o: o.zip), ("BillingCountry", "País de facturación", lambda o: o.country), ("Description", "Descripción", lambda o: o.note)] + extra + [own] + made)
        who = [("FirstName", "Nombre", lambda p: p.first), ("LastName", "Apellidos", lambda p: p.last), ("Title", "Cargo", lambda p: p.title), ("Email", "Correo electrónico", lambda p: p.email), ("Phone", "Teléfono", lambda p: p.phone), ("MobilePhone", "Móvil", lambda p: p.mobile)]
        table("Contact", "Contactos", contacts, [("Id", "Id. del contacto", of), ("AccountId", "Id. de la cuenta", lambda p: of(p.org))] + who + [("MailingCity", "Ciudad de correo", lambda p: p.city), ("LeadSource", "Origen del candidato", lambda p: p.source), ("Description", "Descripción", lambda p: p.note), own] + made)
        table("Lead", "Candidatos", leads, [("Id", "Id. del candidato", of)] + who + [("Company", "Compañía", lambda p: p.company), ("Status", "Estado del candidato", lambda p: k["sfstatus"][p.status]), ("LeadSource", "Origen del candidato", lambda p: p.source), ("Rating", "Valoración", lambda p: k["rating"].get(p.rating, "")), ("City", "Ciudad", lambda p: p.city),
            ("Description", "Descripción", lambda p: p.note), ("IsConverted", "Convertido", lambda p: yes(p.converted)), ("ConvertedDate", "Fecha de conversión", lambda p: day(p.cd)), ("ConvertedAccountId", "Id. de cuenta convertida", lambda p: of(p.ca)), ("ConvertedContactId", "Id. de contacto convertido", lambda p: of(p.cc)), ("ConvertedOpportunityId", "Id. de oportunidad convertida", lambda p: ""), own] + made)
        table("Opportunity", "Oportunidades", w.deals, [("Id", "Id. de la oportunidad", of), ("AccountId", "Id. de la cuenta", lambda d: of(d.org)), ("ContactId", "Id. del contacto", lambda d: of(d.who)), ("Name", "Nombre de la oportunidad", lambda d: d.name), ("StageName", "Etapa", lambda d: d.stage), ("Amount", "Importe", lambda d: d.amount), ("CloseDate", "Fecha de cierre", lambda d: day(d.date)),
            ("IsClosed", "Cerrada", lambda d: yes(d.state != "open")), ("IsWon", "Ganada", lambda d: yes(d.state == "won")), own, ("CreatedDate", "Fecha de creación", lambda d: stamp(d.created))])
        table("Task", "Tareas", w.acts, [("Id", "Id. de actividad", of), ("Subject", "Asunto", lambda a: a.text), ("WhoId", "Id. de contacto o candidato", lambda a: of(a.who)), ("WhatId", "Id. relacionado", lambda a: ""), ("Status", "Estado", lambda a: a.status), ("Priority", "Prioridad", lambda a: k["prio"][len(a.text) % 2]), ("ActivityDate", "Fecha de vencimiento", lambda a: day(a.date)),
            ("IsClosed", "Cerrado", lambda a: yes(a.done)), ("CompletedDateTime", "Fecha de finalización", lambda a: stamp(a.date) if a.done else ""), own, ("CreatedDate", "Fecha de creación", lambda a: stamp(min(a.date, NOW) - __import__("datetime").timedelta(days=1)))])
        table("Campaign", "Campañas", w.campaigns, [("Id", "Id. de campaña", of), ("Name", "Nombre de la campaña", lambda c: c.name), ("Type", "Tipo", lambda c: c.type), ("Status", "Estado", lambda c: "Completada" if es else "Completed"), ("StartDate", "Fecha de inicio", lambda c: day(NOW - __import__("datetime").timedelta(days=240 + 9 * c.n)))])
        for i, m in enumerate(w.members): m.id = "00v#%d" % i
        table("CampaignMember", "Miembros de campaña", w.members, [("Id", "Id. de miembro de campaña", of), ("CampaignId", "Id. de campaña", lambda m: of(m.camp)), ("LeadId", "Id. del candidato", lambda m: of(m.who) if m.who.box == "lead" else ""), ("ContactId", "Id. del contacto", lambda m: of(m.who) if m.who.box == "contact" else ""), ("Status", "Estado", lambda m: k["member"][0] if m.responded else k["member"][1]), ("HasResponded", "Respondido", lambda m: yes(m.responded)), ("FirstRespondedDate", "Fecha de la primera respuesta", lambda m: day(m.date))])
        table("User", "Usuarios", w.users, [("Id", "Id. de usuario", of), ("Username", "Nombre de usuario", lambda u: u.email), ("FirstName", "Nombre", lambda u: u.first), ("LastName", "Apellidos", lambda u: u.last), ("Email", "Correo electrónico", lambda u: u.email), ("IsActive", "Activo", lambda u: yes(u.active))])
        return out, of
    name = lambda p: (p.first + " " + p.last).strip(); owner = lambda x: x.owner.first + " " + x.owner.last
    made = [("Create Date", "Fecha de creación", lambda x: stamp(x.created)), ("Last Modified Date", "Fecha de última modificación", modified), ("Last Activity Date", "Fecha de la última actividad", lambda x: stamp(x.seen_at))]
    acompany = [("Associated Company", "Empresas asociadas", lambda x: x.org.name if x.org else ""), ("Associated Company IDs", "ID de empresas asociadas", lambda x: of(x.org))]
    acontact = [("Associated Contact", "Contactos asociados", lambda x: name(x.who) if x.who else ""), ("Associated Contact IDs", "ID de contactos asociados", lambda x: of(x.who))]
    table("contacts", "", contacts, [("Record ID", "ID de registro", of), ("First Name", "Nombre", lambda p: p.first), ("Last Name", "Apellidos", lambda p: p.last), ("Email", "Correo", lambda p: p.email), ("Phone Number", "Número de teléfono", lambda p: p.phone), ("Mobile Phone Number", "Número de teléfono móvil", lambda p: p.mobile), ("Job Title", "Cargo", lambda p: p.title),
        ("Company Name", "Nombre de la empresa", lambda p: p.company), ("City", "Ciudad", lambda p: p.city), ("Lifecycle Stage", "Etapa del ciclo de vida", lambda p: k["life"].get(p.life, "")), ("Lead Status", "Estado del lead", lambda p: k["hsstatus"].get(p.status, "")), ("Original Source Type", "Fuente original", lambda p: p.source), ("Recent Conversion", "Conversión reciente", lambda p: p.conv),
        ("Notes", "Notas", lambda p: "" if getattr(p, "innote", False) else p.note), ("Contact owner", "Propietario del contacto", owner)] + made + acompany)
    table("companies", "", w.orgs, [("Record ID", "ID de registro", of), ("Company name", "Nombre de la empresa", lambda o: o.name), ("Company Domain Name", "Nombre de dominio de la empresa", dom), ("Phone Number", "Número de teléfono", lambda o: o.phone), ("Street Address", "Dirección", lambda o: o.street), ("City", "Ciudad", lambda o: o.city), ("Postal Code", "Código postal", lambda o: o.zip), ("Country/Region", "País/región", lambda o: o.country),
        ("Industry", "Sector", lambda o: o.industry), ("Number of Employees", "Número de empleados", lambda o: o.employees), ("Type", "Tipo", lambda o: o.type), ("Lifecycle Stage", "Etapa del ciclo de vida", lambda o: k["life"].get(o.life, "")), ("Description", "Descripción", lambda o: o.note), ("Parent Company", "Empresa matriz", lambda o: of(o.parent))] + extra + [("Company owner", "Propietario de la empresa", owner)] + made)
    flags = [("Is Closed Won", "", lambda d: yes(d.state == "won")), ("Is Deal Closed?", "", lambda d: yes(d.state != "open"))] if f == "en2" else []
    table("deals", "", w.deals, [("Record ID", "ID de registro", of), ("Deal Name", "Nombre del negocio", lambda d: d.name), ("Pipeline", "Pipeline", lambda d: "Pipeline de ventas" if es else "Sales Pipeline"), ("Deal Stage", "Etapa del negocio", lambda d: d.stage), ("Amount", "Valor", lambda d: d.amount), ("Close Date", "Fecha de cierre", lambda d: stamp(d.date))] + flags + [("Deal owner", "Propietario del negocio", owner), ("Create Date", "Fecha de creación", lambda d: stamp(d.created))] + acontact + acompany)
    meet = f == "en2"
    table("tasks", "", [a for a in w.acts if a.kind != "call" and not (meet and a.done and a.kind in ("sales", "service", "partner"))], [("Record ID", "ID de registro", of), ("Task Title", "Título de la tarea", lambda a: a.text), ("Task Status", "Estado de la tarea", lambda a: a.status if a.done or not es else a.status), ("Task Type", "Tipo de tarea", lambda a: ("Correo" if es else "Email") if a.kind == "email" else ("Por hacer" if es else "To-do")), ("Due date", "Fecha de vencimiento", lambda a: stamp(a.date)), ("Completed at", "Fecha de finalización", lambda a: stamp(a.date) if a.done else ""), ("Assigned to", "Asignado a", owner)] + acontact)
    table("calls", "", [a for a in w.acts if a.kind == "call"], [("Record ID", "ID de registro", of), ("Call Title", "Título de la llamada", lambda a: a.text), ("Activity date", "Fecha de la actividad", lambda a: stamp(a.date)), ("Call outcome", "Resultado de la llamada", lambda a: "Sin respuesta" if es else "No answer"), ("Call direction", "Dirección de la llamada", lambda a: "Saliente" if es else "Outbound"), ("Activity assigned to", "Actividad asignada a", owner)] + acontact)
    if meet:
        table("meetings", "", [a for a in w.acts if a.done and a.kind in ("sales", "service", "partner")], [("Record ID", "", of), ("Meeting name", "", lambda a: a.text), ("Meeting start time", "", lambda a: stamp(a.date)), ("Meeting outcome", "", lambda a: "Completed"), ("Activity assigned to", "", owner)] + acontact)
        table("notes", "", [p for p in w.people if getattr(p, "innote", False)], [("Record ID", "", lambda p: "6" + of(p)), ("Activity date", "", lambda p: stamp(min(NOW, p.created + __import__("datetime").timedelta(days=3)))), ("Note body", "", lambda p: p.note), ("Activity assigned to", "", owner), ("Associated Contact", "", name), ("Associated Contact IDs", "", of)])
    table("users", "", w.users, [("User ID", "ID de usuario", of), ("Email", "Correo", lambda u: u.email), ("First name", "Nombre", lambda u: u.first), ("Last name", "Apellidos", lambda u: u.last)])
    return out, of

def write(name, base, perfect):
    w = build(name); j = Judge(w); out, of = files(w); folder = base / name; folder.mkdir(parents=True, exist_ok=True); truth = []; parties = {id(x): x for x in w.orgs + w.people}; done = set()
    for file, (heads, rows) in sorted(out.items()):
        with open(folder / file, "w", newline="", encoding="utf-8") as h:
            c = csv.writer(h, quoting=csv.QUOTE_ALL if w.sf else csv.QUOTE_MINIMAL); c.writerow(heads); c.writerows(r for _, r in rows)
        if file == "notes.csv": continue
        for n, (x, row) in enumerate(rows, 2):
            if id(x) not in parties: continue
            isorg = hasattr(x, "kindkey"); codes, op, cls = j.org(x) if isorg else j.person(x); declared = "organization" if isorg else j.declared(x)
            want = set((x.cls if x.cls is not None else declared).split("/")) - {""}
            if codes != x.codes or op != x.open or cls != want or (x.hn and codes): sys.exit(f"{name} {file}:{n} {row}: planted {x.codes} {x.open} {want} {x.hn}, judged {codes} {op} {cls}")
            if not isorg and not codes and not x.isopen and not j.complete(x): sys.exit(f"{name} {file}:{n} {row}: a right row without evidence ({x.hn})")
            done.add(id(x)); truth.append(dict(file=file, row=n, source_id=row[0], codes="|".join(sorted(codes)), declared_class=declared, **{"class": "/".join(sorted(cls))}, must_change="yes" if cls and declared not in cls else "no", hard_negative=x.hn, note="open" if x.isopen else x.variety, open_codes="|".join(sorted(op))))
    assert done == set(parties), len(parties) - len(done)
    with open(base / f"{name}.truth.csv", "w", newline="", encoding="utf-8") as h:
        c = csv.DictWriter(h, list(truth[0])); c.writeheader(); c.writerows(truth)
    if perfect:
        with open(f"{perfect}.{name}.jsonl", "w", encoding="utf-8") as h:
            for t in truth:
                for code in filter(None, t["codes"].split("|")): h.write(json.dumps(dict(file=t["file"], row=t["row"], code=code, group="classification", confidence=.9, **{"class": t["class"].split("/")[0] or None})) + "\n")
    n = collections.Counter(c for t in truth for c in t["codes"].split("|") if c)
    print(name, len(truth), "rows,", sum(bool(t["codes"]) for t in truth), "flagged,", sum(bool(t["hard_negative"]) for t in truth), "hard negatives of", len({t["hard_negative"] for t in truth}) - 1, "kinds,", sum(t["note"] == "open" for t in truth), "open", dict(sorted(n.items())))

if __name__ == "__main__":
    a = argparse.ArgumentParser(description=__doc__); a.add_argument("out"); a.add_argument("--perfect"); g = a.parse_args()
    for name in SETS: write(name, pathlib.Path(g.out), g.perfect)
