"""The world as exports: Salesforce (API names, or Spanish labels) and HubSpot (labels in English or Spanish)."""
import csv, random, datetime as dt
import words as W
from world import ASOF, D

PRE = {"Lead": "00Q", "Contact": "003", "Account": "001", "Opportunity": "006", "Task": "00T", "Campaign": "701", "CampaignMember": "00v", "User": "005"}
AB = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
B62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

def sfid(obj, n):
    n = n * 37 + 5; t = ""
    for _ in range(5): t = B62[n % 62] + t; n //= 62
    s = PRE[obj] + "7R00000" + t
    return s + "".join(AB[sum(1 << k for k in range(5) if s[c * 5 + k].isupper())] for c in range(3))

def mess(r, rows, cols):
    """ordinary mess: capitals, spaces, missing values; never in what carries evidence"""
    for row in rows:
        for c in cols:
            if row.get(c) and r.random() < .03: row[c] = r.choice([row[c].upper(), " " + row[c], row[c] + " ", row[c].lower()])

def table(path, header, rows, bom=False, quote=csv.QUOTE_MINIMAL):
    with open(path, "w", newline="", encoding="utf-8-sig" if bom else "utf-8") as f:
        t = csv.writer(f, lineterminator="\n", quoting=quote); t.writerow([h[1] for h in header])
        for row in rows: t.writerow([row.get(h[0], "") for h in header])

def write(w, out):
    out.mkdir(parents=True, exist_ok=True)
    return salesforce(w, out) if w.sf else hubspot(w, out)

SF = {
 "sf-en": dict(status=dict(new="Open - Not Contacted", working="Working - Contacted", nurture="Nurturing", qualified="Qualified", disq="Closed - Not Converted", converted="Closed - Converted"),
   type=dict(customer=["Customer - Direct", "Customer - Direct", "Customer - Channel"], prospect=["Prospect"], partner=["Channel Partner / Reseller", "Technology Partner", "Installation Partner"], supplier=["Supplier"], competitor=["Competitor"], former=["Former Customer"])),
 "sf-es": dict(status=dict(new="Nuevo", working="En seguimiento", nurture="En maduración", qualified="Cualificado", disq="Descartado", converted="Convertido"),
   type=dict(customer=["Cliente"], prospect=["Cliente potencial"], partner=["Partner", "Distribuidor"], supplier=["Proveedor"], competitor=["Competidor"], former=["Antiguo cliente"])),
 "sf-es-ui": dict(status=dict(new="Abierto - No contactado", working="En curso - Contactado", nurture="Nutrición", qualified="Calificado", disq="Cerrado - No convertido", converted="Cerrado - Convertido"),
   type=dict(customer=["Cliente - Directo", "Cliente - Directo", "Cliente - Canal"], prospect=["Prospecto"], partner=["Socio de canal / Distribuidor", "Socio tecnológico"], supplier=["Proveedor"], competitor=["Competencia"], former=["Ex cliente"])),
}
RATING_ES = {"Hot": "Caliente", "Warm": "Templado", "Cold": "Frío", "": ""}
STAGE = {"en": {"open": ["Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"], "won": ["Closed Won"], "lost": ["Closed Lost"]},
         "es": {"open": ["Prospección", "Cualificación", "Análisis de necesidades", "Propuesta/Presupuesto", "Negociación/Revisión"], "won": ["Cerrada ganada"], "lost": ["Cerrada perdida"]}}
SUBJ = {"en": dict(done="Completed", planned="Not Started"), "es": dict(done="Completada", planned="No iniciada")}
CAMPTYPE_ES = {"Trade Show": "Feria", "Email": "Correo electrónico", "Other": "Otro", "Advertisement": "Publicidad", "Conference": "Jornada", "Webinar": "Webinar"}
# Spanish labels of the screen
UI = {
 "Lead": dict(Id="Id. de candidato", FirstName="Nombre", LastName="Apellidos", Title="Cargo", Company="Compañía", Status="Estado del candidato", LeadSource="Origen del candidato", Rating="Calificación", Email="Correo electrónico", Phone="Teléfono", MobilePhone="Móvil", City="Ciudad", Country="País", Description="Descripción", Owner="Propietario del candidato", IsConverted="Convertido", ConvertedDate="Fecha de conversión", ConvertedAccountId="Id. de cuenta convertida", ConvertedContactId="Id. de contacto convertido", ConvertedOpportunityId="Id. de oportunidad convertida", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación", LastActivityDate="Última actividad", Custom="Producto de interés"),
 "Contact": dict(Id="Id. de contacto", AccountId="Id. de cuenta", FirstName="Nombre", LastName="Apellidos", Title="Cargo", Email="Correo electrónico", Phone="Teléfono", MobilePhone="Móvil", LeadSource="Origen del candidato", MailingCity="Ciudad de correspondencia", Description="Descripción del contacto", Owner="Propietario del contacto", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación", LastActivityDate="Última actividad"),
 "Account": dict(Id="Id. de cuenta", Name="Nombre de la cuenta", ParentId="Id. de cuenta principal", Type="Tipo", Industry="Sector", Rating="Calificación de la cuenta", Phone="Teléfono", Website="Sitio web", NumberOfEmployees="Empleados", BillingStreet="Calle de facturación", BillingCity="Ciudad de facturación", BillingPostalCode="Código postal de facturación", BillingCountry="País de facturación", Description="Descripción de la cuenta", Owner="Propietario de la cuenta", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación", LastActivityDate="Última actividad", cust="Número de cliente", since="Cliente desde", contract="Fin de contrato", invoice="Fecha última factura", tax="CIF"),
 "Opportunity": dict(Id="Id. de oportunidad", Name="Nombre de la oportunidad", AccountId="Id. de cuenta", ContactId="Id. de contacto", StageName="Etapa", Amount="Importe", Probability="Probabilidad (%)", CloseDate="Fecha de cierre", IsClosed="Cerrada", IsWon="Ganada", Owner="Propietario de la oportunidad", CreatedDate="Fecha de creación"),
 "Task": dict(Id="Id. de actividad", Subject="Asunto", ActivityDate="Fecha de vencimiento", Status="Estado", IsClosed="Cerrada", Type="Tipo", WhoId="Id. de contacto o candidato", WhatId="Relacionado con Id.", Owner="Asignado a", CreatedDate="Fecha de creación"),
 "Campaign": dict(Id="Id. de campaña", Name="Nombre de la campaña", Type="Tipo", Status="Estado", StartDate="Fecha de inicio", EndDate="Fecha de finalización"),
 "CampaignMember": dict(Id="Id. de miembro de campaña", CampaignId="Id. de campaña", LeadId="Id. de candidato", ContactId="Id. de contacto", Status="Estado", HasResponded="Respondió", FirstRespondedDate="Fecha de la primera respuesta"),
 "User": dict(Id="Id. de usuario", Username="Nombre de usuario", Email="Correo electrónico", FirstName="Nombre", LastName="Apellidos", IsActive="Activo"),
}
CUSTOM = {"en": dict(cust="Customer_Number__c", since="Customer_Since__c", contract="Contract_End_Date__c", invoice="Last_Invoice_Date__c", tax="VAT_Number__c", Custom="Product_Interest__c"),
          "es": dict(cust="Numero_de_cliente__c", since="Cliente_desde__c", contract="Fecha_fin_contrato__c", invoice="Ultima_factura__c", tax="CIF__c", Custom="Producto_de_interes__c")}

def salesforce(w, out):
    r = random.Random("render" + w.name); ui = w.name.endswith("ui"); cfg = SF[w.name]; es = w.lang == "es"
    def day(d, time=False):
        if d is None: return ""
        if ui: return d.strftime("%d/%m/%Y") + (f" {r.randint(8,18)}:{r.randint(0,59):02}" if time else "")
        return d.isoformat() + (f"T{r.randint(7,18):02}:{r.randint(0,59):02}:{r.randint(0,59):02}.000Z" if time else "")
    def yes(b): return ("1" if b else "0") if ui else ("true" if b else "false")
    def src(k): return W.SOURCES[k][2 if es else 1]
    leads, contacts = [p for p in w.people if p.box == "lead"], [p for p in w.people if p.box == "contact"]
    orgs = list(w.orgs); r.shuffle(leads); r.shuffle(contacts); r.shuffle(orgs)
    ID = {}
    for obj, xs in (("Lead", leads), ("Contact", contacts), ("Account", orgs), ("Opportunity", w.deals), ("Task", w.acts)):
        for n, x in enumerate(xs, 1): ID[id(x)] = sfid(obj, n + {"Lead": 90000, "Contact": 50000, "Account": 30000}.get(obj, 10000))
    def i(x): return ID[id(x)] if x is not None else ""
    users = [(sfid("User", n + 100), *u) for n, u in enumerate(w.users)]
    def owner(): 
        u = r.choice(users); return f"{u[1]} {u[2]}" if ui else u[0]
    last = {}
    for a in w.acts:
        for x in (a.who, a.who.org if a.who else None):
            if a.done and x is not None: last[id(x)] = max(last.get(id(x), a.date), a.date)
    prod = ["Standard", "Premium", "Maintenance", "Training"] if not es else ["Básico", "Avanzado", "Mantenimiento", "Formación"]
    def common(x):
        mod = ASOF - D(days=r.randint(0, 150)) if x.kind == "org" and x.note else max(x.created, min(ASOF, last.get(id(x), x.created) + D(days=r.randint(0, 200))))
        return dict(Owner=owner(), CreatedDate=day(x.created, True), LastModifiedDate=day(mod, True), LastActivityDate=day(last.get(id(x))))
    L, C, A = [], [], []
    for p in leads:
        rating = p.rating or ("" if p.stage in ("disq", "converted") or (ASOF - p.created).days > 400 else r.choice(["", "", "Warm", "Cold"] + (["Hot"] if p.stage in ("qualified", "working") and (ASOF - p.created).days < 300 else [])))
        cv = p.conv or {}
        L.append(dict(Id=i(p), FirstName=p.first, LastName=p.last, Title=p.title, Company=p.company or ("" if ui else r.choice(["", "-", "n/a"] if not es else ["", "-", "No consta"])), Status=cfg["status"][p.stage], LeadSource=src(p.source), Rating=RATING_ES[rating] if es else rating,
                      Email=p.email, Phone=p.phone, MobilePhone=p.mobile, City=p.city, Country=dict((c, n) for c, _, n in W.CITIES[w.lang]).get(p.city, "") if r.random() < .6 else "", Description=p.note[1] if p.note else "", IsConverted=yes(cv.get("flag", False)), ConvertedDate=day(cv.get("date")),
                      ConvertedAccountId=i(cv.get("org")), ConvertedContactId=i(cv.get("contact")), ConvertedOpportunityId=i(cv.get("deal")), Custom=r.choice(prod) if r.random() < .3 else "", **common(p)))
    for p in contacts:
        C.append(dict(Id=i(p), AccountId=i(p.org), FirstName=p.first, LastName=p.last, Title=p.title, Email=p.email, Phone=p.phone, MobilePhone=p.mobile, LeadSource=src(p.source), MailingCity=p.city, Description=p.note[1] if p.note else "", **common(p)))
    for o in orgs:
        A.append(dict(Id=i(o), Name=o.name, ParentId=i(o.parent), Type=r.choice(cfg["type"][o.type]) if o.type else "", Industry=(W.INDUSTRY_ES[o.industry] if es and o.industry else o.industry), Rating=RATING_ES[o.rating] if es else o.rating, Phone=o.phone,
                      Website=(r.choice(["www.", "https://www.", "http://", ""]) + o.website) if o.website else "", NumberOfEmployees=o.employees or "", BillingStreet=o.street, BillingCity=o.city, BillingPostalCode=o.zip, BillingCountry=o.country,
                      Description=o.note[1] if o.note else "", cust=o.cust_no, since=day(o.since), contract=day(o.contract_end), invoice=day(o.invoice), tax=o.tax, **common(o)))
    mess(r, L, ["Title", "City"] + ["Company"] * 0); mess(r, C, ["Title", "MailingCity"])
    for row in L + C:
        if r.random() < .03 and row["FirstName"]: row["FirstName"], row["LastName"] = row["FirstName"].upper(), row["LastName"].upper()
    O = [dict(Id=i(d), Name=d.name, AccountId=i(d.org), ContactId=i(d.person) if d.person is not None and d.person.box == "contact" else "", StageName=r.choice(STAGE[w.lang][d.state]), Amount=d.amount, Probability={"won": 100, "lost": 0}.get(d.state, r.choice([10, 20, 50, 75])), CloseDate=day(d.close),
              IsClosed=yes(d.state != "open"), IsWon=yes(d.state == "won"), Owner=owner(), CreatedDate=day(d.created, True)) for d in w.deals]
    kinds = {"call": "Call", "meeting": "Meeting", "task": "Other"} if not es else {"call": "Llamada", "meeting": "Reunión", "task": "Otro"}
    T = [dict(Id=i(a), Subject=a.subject, ActivityDate=day(a.date), Status=SUBJ[w.lang]["done" if a.done else "planned"], IsClosed=yes(a.done), Type=kinds[a.kind], WhoId=i(a.who), WhatId=i(a.who.org) if a.who is not None and a.who.box == "contact" else "",
              Owner=owner(), CreatedDate=day(min(a.date, ASOF) - D(days=r.randint(0, 6)), True)) for a in w.acts]
    cids = [sfid("Campaign", n + 10) for n in range(len(W.CAMPAIGNS[w.lang]))]
    K = [dict(Id=cids[n], Name=nm, Type=CAMPTYPE_ES[t] if es else t, Status="En curso" if es else "In Progress", StartDate=day(dt.date(2024, 1 + n, 5)), EndDate=day(dt.date(2026, 10, 1 + n))) for n, (t, nm) in enumerate(W.CAMPAIGNS[w.lang])]
    M = []
    for m in w.resp + [None] * 60:
        if m is None:
            p = r.choice(contacts); M.append(dict(CampaignId=r.choice(cids), ContactId=i(p), Status="Enviado" if es else "Sent", HasResponded=yes(False), FirstRespondedDate=""))
        else: M.append(dict(CampaignId=cids[m.camp], LeadId=i(m.who) if m.who.box == "lead" else "", ContactId=i(m.who) if m.who.box == "contact" else "", Status="Respondido" if es else "Responded", HasResponded=yes(True), FirstRespondedDate=day(m.date)))
    r.shuffle(M)
    for n, m in enumerate(M): m["Id"] = sfid("CampaignMember", n + 500)
    U = [dict(Id=u[0], Username=u[3], Email=u[3], FirstName=u[1], LastName=u[2], IsActive=yes(n < 7)) for n, u in enumerate(users)]
    names = {"Lead": ("Lead.csv", "candidatos.csv", L), "Contact": ("Contact.csv", "contactos.csv", C), "Account": ("Account.csv", "cuentas.csv", A), "Opportunity": ("Opportunity.csv", "oportunidades.csv", O), "Task": ("Task.csv", "tareas.csv", T),
             "Campaign": ("Campaign.csv", "campañas.csv", K), "CampaignMember": ("CampaignMember.csv", "miembros de campaña.csv", M), "User": ("User.csv", "usuarios.csv", U)}
    files = {}
    for obj, (api, lab, rows) in names.items():
        head = []
        for key, label in UI[obj].items():
            head.append((key, label if ui else {"Owner": "OwnerId"}.get(key, CUSTOM[w.lang].get(key, key))))
        files[obj] = lab if ui else api
        table(out / files[obj], head, rows, bom=ui, quote=csv.QUOTE_MINIMAL if ui else csv.QUOTE_ALL)
    truth = []
    for obj, xs in (("Account", orgs), ("Contact", contacts), ("Lead", leads)):
        truth += [(files[obj], n, i(x), x) for n, x in enumerate(xs, 2)]
    return truth

LIFE = {"en": dict(subscriber="Subscriber", lead="Lead", mql="Marketing Qualified Lead", sql="Sales Qualified Lead", opportunity="Opportunity", customer="Customer", evangelist="Evangelist", other="Other"),
        "es": dict(subscriber="Suscriptor", lead="Lead", mql="Lead calificado para marketing", sql="Lead calificado para ventas", opportunity="Oportunidad", customer="Cliente", evangelist="Evangelizador", other="Otro")}
HSTAT = {"en": dict(NEW="New", OPEN="Open", IN_PROGRESS="In Progress", UNQUALIFIED="Unqualified", ATTEMPTED_TO_CONTACT="Attempted to Contact", CONNECTED="Connected", BAD_TIMING="Bad Timing"),
         "es": dict(NEW="Nuevo", OPEN="Abierto", IN_PROGRESS="En curso", UNQUALIFIED="No calificado", ATTEMPTED_TO_CONTACT="Intento de contacto", CONNECTED="Conectado", BAD_TIMING="Mal momento")}
HTYPE = {"en": dict(customer=["Customer", ""], prospect=["Prospect", ""], partner=["Partner", "Reseller"], supplier=["Vendor", "Supplier"], competitor=["Competitor"], former=["Former customer"]),
         "es": dict(customer=["Cliente", ""], prospect=["Prospecto", ""], partner=["Partner", "Revendedor"], supplier=["Proveedor"], competitor=["Competidor"], former=["Antiguo cliente"])}
HSTAGE = {"en": {"open": ["Appointment Scheduled", "Qualified To Buy", "Presentation Scheduled", "Decision Maker Bought-In", "Contract Sent"], "won": ["Closed Won"], "lost": ["Closed Lost"]},
          "es": {"open": ["Cita programada", "Calificado para comprar", "Presentación programada", "Tomador de decisiones convencido", "Contrato enviado"], "won": ["Cierre ganado"], "lost": ["Cierre perdido"]}}
HSRC = {"en": dict(web="Organic Search", webinar="Other Campaigns", social="Social Media", tradeshow="Offline Sources", download="Paid Search", newsletter="Email Marketing", phone="Offline Sources", partner="Referrals", list="Offline Sources", mouth="Direct Traffic", other="Direct Traffic"),
        "es": dict(web="Búsqueda orgánica", webinar="Otras campañas", social="Redes sociales", tradeshow="Fuentes offline", download="Búsqueda pagada", newsletter="Email marketing", phone="Fuentes offline", partner="Referencias", list="Fuentes offline", mouth="Tráfico directo", other="Tráfico directo")}
H = {  # key: (en, es)
 "contacts": [("id", "Record ID", "ID de registro"), ("first", "First Name", "Nombre"), ("last", "Last Name", "Apellidos"), ("email", "Email", "Correo"), ("title", "Job Title", "Cargo"), ("company", "Company Name", "Nombre de la empresa"), ("phone", "Phone Number", "Número de teléfono"), ("mobile", "Mobile Phone Number", "Número de teléfono móvil"), ("city", "City", "Ciudad"),
   ("life", "Lifecycle Stage", "Etapa del ciclo de vida"), ("status", "Lead Status", "Estado del lead"), ("owner", "Contact owner", "Propietario del contacto"), ("source", "Original Source Type", "Fuente original"), ("form", "Recent Conversion", "Conversión reciente"), ("note", "Notes", "Notas"), ("created", "Create Date", "Fecha de creación"), ("last", "Last Activity Date", "Fecha de la última actividad"), ("mod", "Last Modified Date", "Fecha de la última modificación"),
   ("oname", "Associated Company", "Empresa asociada"), ("oid", "Associated Company IDs", "ID de empresas asociadas")],
 "companies": [("id", "Record ID", "ID de registro"), ("name", "Company name", "Nombre de la empresa"), ("domain", "Company Domain Name", "Nombre de dominio de la empresa"), ("type", "Type", "Tipo"), ("life", "Lifecycle Stage", "Etapa del ciclo de vida"), ("industry", "Industry", "Sector"), ("phone", "Phone Number", "Número de teléfono"), ("street", "Street Address", "Dirección"), ("city", "City", "Ciudad"), ("zip", "Postal Code", "Código postal"), ("country", "Country/Region", "País/región"), ("emp", "Number of Employees", "Número de empleados"),
   ("note", "Description", "Descripción"), ("owner", "Company owner", "Propietario de la empresa"), ("parent", "Parent Company", "Empresa matriz"), ("cust", "Customer number", "Número de cliente"), ("since", "Client since", "Cliente desde"), ("contract", "Contract end date", "Fecha de fin de contrato"), ("invoice", "Last invoice date", "Fecha de última factura"), ("tax", "VAT number", "CIF/NIF"), ("created", "Create Date", "Fecha de creación"), ("last", "Last Activity Date", "Fecha de la última actividad"), ("mod", "Last Modified Date", "Fecha de la última modificación")],
 "deals": [("id", "Record ID", "ID de registro"), ("name", "Deal Name", "Nombre del negocio"), ("pipe", "Pipeline", "Pipeline"), ("stage", "Deal Stage", "Etapa del negocio"), ("amount", "Amount", "Importe"), ("close", "Close Date", "Fecha de cierre"), ("prob", "Deal probability", "Probabilidad del negocio"), ("owner", "Deal owner", "Propietario del negocio"), ("created", "Create Date", "Fecha de creación"), ("pname", "Associated Contact", "Contacto asociado"), ("pid", "Associated Contact IDs", "ID de contactos asociados"), ("oname", "Associated Company", "Empresa asociada"), ("oid", "Associated Company IDs", "ID de empresas asociadas")],
 "task": [("id", "Record ID", "ID de registro"), ("subject", "Task Title", "Título de la tarea"), ("date", "Due date", "Fecha de vencimiento"), ("status", "Task Status", "Estado de la tarea"), ("kind", "Task Type", "Tipo de tarea"), ("doneat", "Completed at", "Fecha de finalización")],
 "call": [("id", "Record ID", "ID de registro"), ("subject", "Call Title", "Título de la llamada"), ("date", "Activity date", "Fecha de actividad"), ("status", "Call Status", "Estado de la llamada"), ("outcome", "Call outcome", "Resultado de la llamada"), ("direction", "Call direction", "Dirección de la llamada")],
 "meeting": [("id", "Record ID", "ID de registro"), ("subject", "Meeting name", "Nombre de la reunión"), ("date", "Meeting start time", "Hora de inicio de la reunión"), ("outcome", "Meeting outcome", "Resultado de la reunión")],
 "owners": [("id", "Owner ID", "ID de propietario"), ("email", "Email", "Correo"), ("first", "First name", "Nombre"), ("last", "Last name", "Apellidos"), ("arch", "Archived", "Archivado")],
}
ACT_TAIL = [("owner", "Activity assigned to", "Actividad asignada a"), ("created", "Create Date", "Fecha de creación"), ("pname", "Associated Contact", "Contacto asociado"), ("pid", "Associated Contact IDs", "ID de contactos asociados"), ("oname", "Associated Company", "Empresa asociada"), ("oid", "Associated Company IDs", "ID de empresas asociadas")]
HFILES = {"hs-en": dict(contacts="all-contacts.csv", companies="all-companies.csv", deals="all-deals.csv", task="tasks.csv", call="calls.csv", meeting="meetings.csv", owners="owners.csv"),
          "hs-es": dict(contacts="todos-los-contactos.csv", companies="todas-las-empresas.csv", deals="negocios.csv", task="tareas.csv", call="llamadas.csv", meeting="reuniones.csv", owners="propietarios.csv"),
          "hs-es-en": dict(contacts="hubspot-contacts.csv", companies="hubspot-companies.csv", deals="hubspot-deals.csv", task="hubspot-tasks.csv", call="hubspot-calls.csv", meeting="hubspot-meetings.csv", owners="hubspot-owners.csv")}

def hubspot(w, out):
    r = random.Random("render" + w.name); lab = "es" if w.name == "hs-es" else "en"; col = 2 if lab == "es" else 1
    files = HFILES[w.name]
    def day(d, time=True):
        return "" if d is None else d.isoformat() + (f" {r.randint(8,19):02}:{r.randint(0,59):02}" if time else "")
    people, orgs = list(w.people), list(w.orgs); r.shuffle(people); r.shuffle(orgs)
    ID = {}
    for start, xs in ((1101, people), (880301, orgs), (5550001, w.deals), (77000101, w.acts)):
        n = start
        for x in xs: ID[id(x)] = n; n += r.randint(1, 9)
    def i(x): return ID[id(x)] if x is not None else ""
    def pname(p): return "" if p is None else f"{p.first} {p.last}".strip() + (f" ({p.email})" if p.email else "")
    owner = lambda: (lambda u: f"{u[0]} {u[1]}")(r.choice(w.users))
    last = {}
    for a in w.acts:
        for x in (a.who, a.who.org if a.who else None):
            if a.done and x is not None: last[id(x)] = max(last.get(id(x), a.date), a.date)
    def common(x):
        return dict(owner=owner(), created=day(x.created), mod=day(ASOF - D(days=r.randint(0, 150)) if x.kind == "org" and x.note else max(x.created, min(ASOF, last.get(id(x), x.created) + D(days=r.randint(0, 200))))), lastact=day(last.get(id(x))))
    P = [dict(id=i(p), first=p.first, last=p.last, email=p.email, title=p.title, company=p.company, phone=p.phone, mobile=p.mobile, city=p.city, life=LIFE[lab].get(p.life, ""), status=HSTAT[lab].get(p.hs_status, ""), source=HSRC[lab].get(p.source, ""),
              form=p.form[1] if p.form else "", note=p.note[1] if p.note else "", oname=p.org.name if p.org else "", oid=i(p.org), **common(p)) for p in people]
    C = [dict(id=i(o), name=o.name, domain=o.website, type=(r.choice(HTYPE[lab][o.type]) if o.type else ""), life=LIFE[lab].get(o.life, ""), industry=(W.INDUSTRY_ES[o.industry] if lab == "es" and o.industry else o.industry), phone=o.phone, street=o.street, city=o.city, zip=o.zip, country=o.country, emp=o.employees or "",
              note=o.note[1] if o.note else "", parent=o.parent.name if o.parent else "", cust=o.cust_no, since=day(o.since, False), contract=day(o.contract_end, False), invoice=day(o.invoice, False), tax=o.tax, **common(o)) for o in orgs]
    mess(r, P, ["title", "city"])
    for row in P:
        if r.random() < .03 and row["first"]: row["first"], row["last"] = row["first"].upper(), row["last"].upper()
    DL = [dict(id=i(d), name=d.name, pipe="Sales Pipeline" if lab == "en" else "Pipeline de ventas", stage=r.choice(HSTAGE[lab][d.state]), amount=d.amount, close=day(d.close), prob={"won": "1.0", "lost": "0.0"}.get(d.state, r.choice(["0.2", "0.4", "0.6", "0.8"])), owner=owner(), created=day(d.created), pname=pname(d.person), pid=i(d.person), oname=d.org.name if d.org else "", oid=i(d.org)) for d in w.deals]
    t = {"en": dict(done="Completed", planned="Not started", call="Completed", nocall="No answer", live="Connected", sched="Scheduled", noshow="No show", inb="Inbound", outb="Outbound", todo="To-do"),
         "es": dict(done="Completada", planned="No iniciada", call="Completada", nocall="Sin respuesta", live="Conectado", sched="Programada", noshow="No se presentó", inb="Entrante", outb="Saliente", todo="Por hacer")}[lab]
    acts = {"task": [], "call": [], "meeting": []}
    for a in w.acts:
        kind = a.kind
        if kind == "call" and not a.done: kind = "task"
        row = dict(id=i(a), subject=a.subject, date=day(a.date), owner=owner(), created=day(min(a.date, ASOF) - D(days=r.randint(0, 6))), pname=pname(a.who), pid=i(a.who), oname=a.who.org.name if a.who is not None and a.who.org else "", oid=i(a.who.org) if a.who is not None else "")
        if kind == "task": row |= dict(status=t["done" if a.done else "planned"], kind=t["todo"], doneat=day(a.date) if a.done else "")
        elif kind == "call": row |= dict(status=t["nocall"] if a.tag == "noanswer" else t["call"], outcome=t["nocall"] if a.tag == "noanswer" else t["live"], direction=t["inb"] if a.tag == "interest" else t["outb"])
        else: row |= dict(outcome=t["done"] if a.done else t["noshow"] if a.outcome == "noshow" else t["sched"])
        acts[kind].append(row)
    def head(k, tail=()): return [("lastact" if key == "last" and label.startswith("Last A") else key, (key, label, es)[col]) for key, label, es in list(H[k]) + list(tail)]
    table(out / files["contacts"], head("contacts"), P, bom=True); table(out / files["companies"], head("companies"), C, bom=True); table(out / files["deals"], head("deals"), DL, bom=True)
    for k in acts: table(out / files[k], head(k, ACT_TAIL), acts[k], bom=True)
    table(out / files["owners"], head("owners"), [dict(id=4400 + 13 * n, email=u[2], first=u[0], last=u[1], arch="true" if n > 6 else "false") for n, u in enumerate(w.users)], bom=True)
    return [(files["companies"], n, i(x), x) for n, x in enumerate(orgs, 2)] + [(files["contacts"], n, i(x), x) for n, x in enumerate(people, 2)]
