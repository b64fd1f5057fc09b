"""Six labelled sets of plain CRM exports.   python3 make.py OUT [--perfect FOLDER_OR_FILE] [--rows 2000] [--seed 5] [--only NAME]

OUT/NAME/*.csv are the exports, OUT/NAME.truth.csv the labels. --perfect FILE writes the findings of an audit that knows the truth: one file
a set (FILE with the set's name before its suffix, or FOLDER/NAME.jsonl).
"""
import argparse
import csv
import datetime as dt
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from judge import Judge
from scenes import Scenes
from world import ASOF, ago

SETS = [
    dict(name="sf-en", vendor="salesforce", lang="en", own="calderbrook-software.example", owner="Calderbrook Software Ltd", country="United Kingdom", custprefix="C-", rating=True, ui=False,
         status=dict(new="Open - Not Contacted", working="Working - Contacted", nurturing="Nurturing", qualified="Qualified", unqualified="Closed - Not Converted", converted="Closed - Converted"),
         types=dict(customer=["Customer - Direct", "Customer - Direct", "Customer - Channel", "Customer"], prospect=["Prospect"], partner=["Partner", "Channel Partner / Reseller", "Technology Partner", "Installation Partner"], supplier=["Supplier", "Vendor"], competitor=["Competitor"], former=["Former Customer"], other=["Other", ""]),
         custom=dict(custno="Customer_Number__c", since="Customer_Since__c", contract_end="Contract_End_Date__c", invoice="Last_Invoice_Date__c", tax="VAT_Number__c")),
    dict(name="sf-es", vendor="salesforce", lang="es", own="rialsa-sistemas.example", owner="Rialsa Sistemas S.L.", country="España", custprefix="", rating=True, ui=False,
         status=dict(new="Nuevo", working=["Contactado", "En seguimiento"], nurturing="En nutrición", qualified="Cualificado", unqualified="Descartado", converted="Convertido"),
         types=dict(customer=["Cliente"], prospect=["Cliente potencial", "Prospecto"], partner=["Partner", "Colaborador", "Distribuidor"], supplier=["Proveedor"], competitor=["Competidor", "Competencia"], former=["Antiguo cliente", "Excliente"], other=["Otro", ""]),
         custom=dict(custno="Numero_de_cliente__c", since="Cliente_desde__c", contract_end="Fecha_fin_contrato__c", invoice="Fecha_ultima_factura__c", tax="CIF__c")),
    dict(name="sf-es-ui", vendor="salesforce", lang="es", own="dataventa.example", owner="Dataventa Soluciones S.L.", country="España", custprefix="CL", rating=True, ui=True,
         status=dict(new="Abierto - No contactado", working=["En curso - Contactado", "En seguimiento"], nurturing="En maduración", qualified="Calificado", unqualified="Cerrado - No convertido", converted="Cerrado - Convertido"),
         types=dict(customer=["Cliente - Directo", "Cliente", "Cliente - Canal"], prospect=["Cliente potencial"], partner=["Socio de canal / Revendedor", "Partner", "Socio tecnológico"], supplier=["Proveedor"], competitor=["Competidor"], former=["Antiguo cliente"], other=["Otro", ""]),
         custom=dict(custno="Número de cliente", since="Fecha de alta", contract_end="Fecha fin de contrato", invoice="Fecha última factura", tax="CIF/NIF")),
    dict(name="hs-en", vendor="hubspot", lang="en", own="paxfordcloud.example", owner="Paxford Cloud Ltd", country="United Kingdom", custprefix="CU", rating=False, ui=True, internal=False,
         types=dict(customer=["", "Customer"], prospect=["Prospect", "Prospect", ""], partner=["Partner", "Reseller"], supplier=["Vendor", "Supplier"], competitor=["Competitor"], former=["Former customer"], other=["Other", ""]),
         custom=dict(custno="Customer Number", since="Client since", contract_end="Contract end date", invoice="Last invoice date", tax="VAT number")),
    dict(name="hs-es", vendor="hubspot", lang="es", own="lumenrutas.example", owner="Lumenrutas S.L.", country="España", custprefix="", rating=False, ui=True, internal=False,
         types=dict(customer=["", "Cliente"], prospect=["Cliente potencial", "Prospecto", ""], partner=["Socio", "Partner", "Revendedor"], supplier=["Proveedor"], competitor=["Competidor"], former=["Antiguo cliente", "Excliente"], other=["Otro", ""]),
         custom=dict(custno="Número de cliente", since="Cliente desde", contract_end="Fecha de fin de contrato", invoice="Fecha última factura", tax="CIF")),
    dict(name="hs-api", vendor="hubspot", lang="en", own="tallgrass-apps.example", owner="Tallgrass Apps Inc.", country="United States", us=True, custprefix="", rating=True, ui=False, internal=True,
         types=dict(customer=["", "CUSTOMER"], prospect=["PROSPECT", "PROSPECT", ""], partner=["PARTNER", "RESELLER"], supplier=["VENDOR"], competitor=["COMPETITOR"], former=["FORMER_CUSTOMER"], other=["OTHER", ""]),
         custom=dict(custno="customer_number", since="customer_since", contract_end="contract_end_date", invoice="last_invoice_date", tax="tax_id")),
]

ES = {  # labels of the Spanish screens
    "Candidato": dict(Id="Id. del candidato", Salutation="Tratamiento", FirstName="Nombre", LastName="Apellidos", Company="Compañía", Title="Título", Email="Correo electrónico", Phone="Teléfono", MobilePhone="Móvil", Status="Estado del candidato", LeadSource="Origen del candidato",
                      Rating="Calificación", Street="Calle", City="Ciudad", PostalCode="Código postal", Country="País", Description="Descripción", Owner="Propietario del candidato", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación",
                      LastActivityDate="Última actividad", IsConverted="Convertido", ConvertedDate="Fecha de conversión", ConvertedAccountId="Id. de cuenta convertida", ConvertedContactId="Id. de contacto convertido", ConvertedOpportunityId="Id. de oportunidad convertida", HasOptedOutOfEmail="No participación de correo electrónico"),
    "Contacto": dict(Id="Id. del contacto", AccountId="Id. de la cuenta", AccountName="Nombre de la cuenta", FirstName="Nombre", LastName="Apellidos", Title="Título", Email="Correo electrónico", Phone="Teléfono", MobilePhone="Móvil", LeadSource="Origen del candidato", MailingStreet="Calle de correo",
                     MailingCity="Ciudad de correo", MailingPostalCode="Código postal de correo", MailingCountry="País de correo", Description="Descripción", Owner="Propietario del contacto", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación", LastActivityDate="Última actividad", HasOptedOutOfEmail="No participación de correo electrónico"),
    "Cuenta": dict(Id="Id. de la cuenta", Name="Nombre de la cuenta", Type="Tipo", ParentId="Id. de la cuenta principal", Industry="Sector", NumberOfEmployees="Empleados", Rating="Calificación", Phone="Teléfono", Website="Sitio Web", BillingStreet="Calle de facturación", BillingCity="Ciudad de facturación",
                   BillingPostalCode="Código postal de facturación", BillingCountry="País de facturación", Description="Descripción", Owner="Propietario de la cuenta", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación", LastActivityDate="Última actividad"),
    "Oportunidad": dict(Id="Id. de la oportunidad", Name="Nombre de la oportunidad", AccountId="Id. de la cuenta", ContactId="Id. del contacto", StageName="Etapa", Amount="Importe", CloseDate="Fecha de cierre", IsClosed="Cerrada", IsWon="Ganada", Type="Tipo", Owner="Propietario de la oportunidad", CreatedDate="Fecha de creación", LastModifiedDate="Fecha de última modificación"),
    "Tarea": dict(Id="Id. de la actividad", Subject="Asunto", ActivityDate="Fecha de vencimiento", Status="Estado", Priority="Prioridad", IsClosed="Cerrada", CompletedDateTime="Fecha de finalización", WhoId="Id. de contacto o candidato", WhatId="Relacionado con Id.", TaskSubtype="Subtipo de tarea", Owner="Asignado a", CreatedDate="Fecha de creación", Description="Comentarios"),
    "Campaña": dict(Id="Id. de la campaña", Name="Nombre de la campaña", Type="Tipo", Status="Estado", IsActive="Activa", StartDate="Fecha de inicio", EndDate="Fecha de finalización"),
    "Miembro": dict(Id="Id. del miembro de la campaña", CampaignId="Id. de la campaña", LeadId="Id. del candidato", ContactId="Id. del contacto", Status="Estado", HasResponded="Respondió", FirstRespondedDate="Fecha de la primera respuesta", CreatedDate="Fecha de creación"),
    "Usuario": dict(Id="Id. de usuario", Username="Nombre de usuario", FirstName="Nombre", LastName="Apellidos", Email="Correo electrónico", IsActive="Activo", CreatedDate="Fecha de creación"),
}
STAGE = {"en": dict(open=["Qualification", "Needs Analysis", "Value Proposition", "Proposal/Price Quote", "Negotiation/Review"], won=["Closed Won"], lost=["Closed Lost"]),
         "es": dict(open=["Calificación", "Análisis de necesidades", "Propuesta de valor", "Propuesta/Presupuesto", "Negociación/Revisión"], won=["Cerrada ganada"], lost=["Cerrada perdida"])}
CRC = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def sfid(prefix, n):
    body = prefix + "5g00000" + "".join("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"[n // 62 ** k % 62] for k in (4, 3, 2, 1, 0))
    return body + "".join(CRC[sum(1 << j for j in range(5) if body[5 * i + j].isupper())] for i in range(3))


class Writer:
    def __init__(self, world, out):
        self.w, self.cfg, self.r, self.out = world, world.cfg, world.r, out
        self.folder = out / self.cfg["name"]
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in self.folder.glob("*.csv"):
            old.unlink()
        self.at = {}
        self.es = self.cfg["lang"] == "es"

    def day(self, d):
        return "" if d is None else d.strftime("%d/%m/%Y") if self.cfg["vendor"] == "salesforce" and self.cfg["ui"] else d.isoformat()

    def stamp(self, d):
        if d is None:
            return ""
        h, m = self.r.randint(7, 18), self.r.randint(0, 59)
        if self.cfg["vendor"] == "salesforce":
            return f"{d:%d/%m/%Y} {h:02d}:{m:02d}" if self.cfg["ui"] else f"{d.isoformat()}T{h:02d}:{m:02d}:{self.r.randint(0, 59):02d}.000Z"
        return f"{d.isoformat()}T{h:02d}:{m:02d}:00Z" if self.cfg["internal"] else f"{d.isoformat()} {h:02d}:{m:02d}"

    def flag(self, b):
        return ("1" if b else "0") if self.cfg["ui"] and self.cfg["vendor"] == "salesforce" else "true" if b else "false"

    def choose(self, x):
        return self.r.choice(x) if isinstance(x, list) else x

    def table(self, file, rows, head, things=None, bom=False):
        with open(self.folder / file, "w", newline="", encoding="utf-8-sig" if bom else "utf-8") as f:
            out = csv.writer(f, quoting=csv.QUOTE_ALL if self.cfg["vendor"] == "salesforce" and not self.cfg["ui"] else csv.QUOTE_MINIMAL, lineterminator="\n")
            out.writerow(head)
            out.writerows([[r.get(h, "") for h in head] for r in rows])
        for n, x in enumerate(things or [], 2):
            self.at[id(x)] = (file, n)

    def last(self, x):
        dates = [a.date for a in self.w.acts if a.done and (a.person is x or a.org is x and x.kind == "org")] + ([x.last_act] if getattr(x, "last_act", None) else [])
        return max(dates) if dates else None

    def site(self, o):
        return "" if not o.domain else self.r.choice(["https://www.", "www.", "http://www.", ""]) + o.domain

    def bool_opt(self):
        return self.flag(self.r.random() < .05)

    def salesforce(self):
        w, cfg, r = self.w, self.cfg, self.r
        hot = dict(hot="Caliente", warm="Templado", cold="Frío") if self.es else dict(hot="Hot", warm="Warm", cold="Cold")
        hot[""] = ""
        for prefix, things in (("001", w.orgs), ("006", w.deals), ("00T", w.acts), ("005", w.users), ("00v", w.members)):
            for n, x in enumerate(things):
                x.id = sfid(prefix, 1000 + n * 7)
        leads, contacts = [p for p in w.people if p.box == "lead"], [p for p in w.people if p.box == "contact"]
        for prefix, things in (("00Q", leads), ("003", contacts)):
            for n, x in enumerate(things):
                x.id = sfid(prefix, 1000 + n * 7)
        owner = lambda: r.choice(w.users)
        oid = lambda: (lambda u: f"{u.first} {u.last}" if cfg["ui"] else u.id)(owner())
        own = "Owner" if cfg["ui"] else "OwnerId"
        gone = lambda prefix: sfid(prefix, 900000 + r.randrange(9000))
        mod = lambda x: self.stamp(max(x.created, self.last(x) or x.created, ago(r.randint(0, 300))))
        c = cfg["custom"]

        def put(file, kind, rows, things=None):
            heads = list(rows[0])
            if cfg["ui"]:
                labels = ES[kind]
                rows = [{labels.get(k, k): v for k, v in row.items()} for row in rows]
                heads = [labels.get(k, k) for k in heads]
                file = {"Lead": "Candidatos", "Contact": "Contactos", "Account": "Cuentas", "Opportunity": "Oportunidades", "Task": "Tareas", "Campaign": "Campañas", "CampaignMember": "Miembros de campaña", "User": "Usuarios"}[file]
            self.table(file + ".csv", rows, heads, things, bom=cfg["ui"])
        put("Lead", "Candidato", [{
            "Id": p.id, "FirstName": p.first, "LastName": p.last, "Company": p.company, "Title": p.title, "Email": p.email, "Phone": p.phone, "MobilePhone": p.mobile, "Status": self.choose(cfg["status"][p.status]), "LeadSource": p.source, "Rating": hot[p.rating],
            "Street": p.street, "City": p.city, "PostalCode": p.zip, "Country": p.country, "Description": p.note, own: oid(), "HasOptedOutOfEmail": self.bool_opt(), "CreatedDate": self.stamp(p.created), "LastModifiedDate": mod(p), "LastActivityDate": self.day(self.last(p)),
            "IsConverted": self.flag(p.converted), "ConvertedDate": self.day(p.conv_date), "ConvertedAccountId": p.conv_account.id if p.conv_account else gone("001") if p.conv_missing else "", "ConvertedContactId": p.conv_contact.id if p.conv_contact else gone("003") if p.conv_missing else "",
            "ConvertedOpportunityId": p.conv_deal.id if p.conv_deal else ""} for p in leads], leads)
        put("Contact", "Contacto", [{
            "Id": p.id, "AccountId": p.org.id if p.org else "", **({"AccountName": p.org.name if p.org else ""} if cfg["ui"] else {}), "FirstName": p.first, "LastName": p.last, "Title": p.title, "Email": p.email, "Phone": p.phone, "MobilePhone": p.mobile, "LeadSource": p.source,
            "MailingStreet": p.street, "MailingCity": p.city, "MailingPostalCode": p.zip, "MailingCountry": p.country, "Description": p.note, own: oid(), "HasOptedOutOfEmail": self.bool_opt(), "CreatedDate": self.stamp(p.created), "LastModifiedDate": mod(p), "LastActivityDate": self.day(self.last(p))} for p in contacts], contacts)
        put("Account", "Cuenta", [{
            "Id": o.id, "Name": o.name, "Type": self.choose(cfg["types"][o.type]) if o.type else "", "ParentId": o.parent.id if o.parent else "", "Industry": o.industry, "NumberOfEmployees": o.employees, "Rating": hot[o.rating], "Phone": o.phone, "Website": self.site(o), "BillingStreet": o.street, "BillingCity": o.city,
            "BillingPostalCode": o.zip, "BillingCountry": o.country, "Description": o.note, c["custno"]: o.custno, c["since"]: self.day(o.since), c["contract_end"]: self.day(o.contract_end), c["invoice"]: self.day(o.invoice), c["tax"]: o.tax,
            own: oid(), "CreatedDate": self.stamp(o.created), "LastModifiedDate": mod(o), "LastActivityDate": self.day(self.last(o))} for o in w.orgs], w.orgs)
        put("Opportunity", "Oportunidad", [{
            "Id": d.id, "Name": d.name, "AccountId": d.org.id if d.org else "", "ContactId": d.person.id if d.person else "", "StageName": r.choice(STAGE[cfg["lang"]][d.state]), "Amount": d.amount, "CloseDate": self.day(d.date), "IsClosed": self.flag(d.state != "open"), "IsWon": self.flag(d.state == "won"),
            own: oid(), "CreatedDate": self.stamp(d.created), "LastModifiedDate": mod(d)} for d in w.deals])
        st = (["Completada"], ["No iniciada", "En curso", "Aplazada"]) if self.es else (["Completed"], ["Not Started", "In Progress", "Deferred"])
        sub = lambda a: {"email": "Email", "noanswer": "Call"}.get(a.kind, "Task")
        put("Task", "Tarea", [{
            "Id": a.id, "Subject": a.text, "ActivityDate": self.day(a.date), "Status": r.choice(st[0 if a.done else 1]), "Priority": r.choice(["Normal", "Normal", "Alta" if self.es else "High"]), "IsClosed": self.flag(a.done), "CompletedDateTime": self.stamp(a.date) if a.done else "", "TaskSubtype": sub(a),
            "WhoId": a.person.id if a.person else "", "WhatId": a.org.id if a.org and (a.person is None or a.person.box == "contact") else "", own: oid(), "CreatedDate": self.stamp(min(a.date, ASOF) - dt.timedelta(days=r.randint(0, 6))), "Description": ""} for a in w.acts])
        done = ("Completada", "Completed")[not self.es]
        camps = [dict(Id=sfid("701", 50 + n * 3), Name=t.split("|")[0], Type=t.split("|")[1], Status=done, IsActive=self.flag(n % 3), StartDate=self.day(ago(700 - n * 20)), EndDate=self.day(ago(300 - n * 15))) for n, t in enumerate(w.w["campaign"])]
        put("Campaign", "Campaña", camps)
        put("CampaignMember", "Miembro", [{
            "Id": m.id, "CampaignId": camps[m.campaign]["Id"], "LeadId": m.person.id if m.person.box == "lead" else "", "ContactId": m.person.id if m.person.box == "contact" else "", "Status": ("Respondido" if self.es else "Responded") if m.responded else ("Enviado" if self.es else "Sent"), "HasResponded": self.flag(m.responded), "FirstRespondedDate": self.day(min(m.date, ASOF)) if m.responded else "",
            "CreatedDate": self.stamp(min(m.date, ASOF))} for m in w.members])
        put("User", "Usuario", [{"Id": u.id, "Username": u.email, "FirstName": u.first, "LastName": u.last, "Email": u.email, "IsActive": self.flag(u.active), "CreatedDate": self.stamp(ago(2600))} for u in w.users])
        return leads + contacts + w.orgs

    def hubspot(self):
        w, cfg, r, es, api = self.w, self.cfg, self.r, self.es, self.cfg["internal"]
        n = 20100
        for things in (w.people, w.orgs, w.deals, w.acts):
            for x in things:
                n += r.randint(1, 60)
                x.id = str(n)
            n += 700000
        for i, u in enumerate(w.users):
            u.id = str(4410020 + i * 371)
        life = {"subscriber": ("subscriber", "Subscriber", "Suscriptor"), "lead": ("lead", "Lead", "Lead"), "mql": ("marketingqualifiedlead", "Marketing Qualified Lead", "Lead calificado para marketing"), "sql": ("salesqualifiedlead", "Sales Qualified Lead", "Lead calificado para ventas"),
                "opportunity": ("opportunity", "Opportunity", "Oportunidad"), "customer": ("customer", "Customer", "Cliente"), "evangelist": ("evangelist", "Evangelist", "Promotor"), "other": ("other", "Other", "Otro"), "": ("", "", "")}
        lst = {"new": ("NEW", "New", "Nuevo"), "open": ("OPEN", "Open", "Abierto"), "in_progress": ("IN_PROGRESS", "In Progress", "En curso"), "open_deal": ("OPEN_DEAL", "Open Deal", "Negocio abierto"), "unqualified": ("UNQUALIFIED", "Unqualified", "No calificado"),
               "attempted": ("ATTEMPTED_TO_CONTACT", "Attempted to Contact", "Intento de contacto"), "connected": ("CONNECTED", "Connected", "Conectado"), "bad_timing": ("BAD_TIMING", "Bad Timing", "Mal momento"), "": ("", "", "")}
        col = 0 if api else 2 if es else 1
        H = lambda a, e, s: (a, e, s)[col]
        src = {"interest": [("ORGANIC_SEARCH", "Organic Search", "Búsqueda orgánica"), ("SOCIAL_MEDIA", "Social Media", "Redes sociales"), ("PAID_SEARCH", "Paid Search", "Búsqueda de pago"), ("DIRECT_TRAFFIC", "Direct Traffic", "Tráfico directo"), ("EMAIL_MARKETING", "Email Marketing", "Marketing por correo"), ("REFERRALS", "Referrals", "Referencias")],
               "none": [("OFFLINE", "Offline Sources", "Fuentes sin conexión")]}
        owner = lambda: (lambda u: u.id if api else f"{u.first} {u.last}")(r.choice(w.users))
        mod = lambda x: self.stamp(max(x.created, self.last(x) or x.created, ago(r.randint(0, 300))))
        lists = lambda x: x.id if x is not None else ""
        full = lambda p: "" if p is None else f"{p.first} {p.last}".strip() + (f" ({p.email})" if p.email and not api else "")
        innotes = {id(p) for p in w.people if p.note and r.random() < .45}
        rid = H("hs_object_id", "Record ID", "ID de registro")
        hot = {"hot": "Hot", "warm": "Warm", "cold": "Cold", "": ""}
        people = [{rid: p.id, H("firstname", "First Name", "Nombre"): p.first, H("lastname", "Last Name", "Apellidos"): p.last, H("email", "Email", "Correo"): p.email, H("phone", "Phone Number", "Número de teléfono"): p.phone, H("mobilephone", "Mobile Phone Number", "Número de teléfono móvil"): p.mobile,
                   H("jobtitle", "Job Title", "Cargo"): p.title, H("company", "Company Name", "Nombre de la empresa"): p.company, H("lifecyclestage", "Lifecycle Stage", "Etapa del ciclo de vida"): life[p.life][col], H("hs_lead_status", "Lead Status", "Estado del lead"): lst[p.lstatus][col],
                   H("hubspot_owner_id", "Contact owner", "Propietario del contacto"): owner(), H("hs_analytics_source", "Original Source Type", "Fuente original"): r.choice(src["interest" if p.interest else "none"])[col], H("recent_conversion_event_name", "Recent Conversion", "Conversión reciente"): p.form,
                   **({"lead_rating": hot[p.rating]} if cfg["rating"] else {}), H("address", "Street Address", "Dirección"): p.street, H("city", "City", "Ciudad"): p.city, H("zip", "Postal Code", "Código postal"): p.zip, H("country", "Country/Region", "País/región"): p.country,
                   H("message", "Notes", "Notas"): p.note if id(p) not in innotes else "", H("hs_email_optout", "Unsubscribed from all email", "Dado de baja de todos los correos"): self.bool_opt(), H("createdate", "Create Date", "Fecha de creación"): self.stamp(p.created), H("lastmodifieddate", "Last Modified Date", "Fecha de última modificación"): mod(p),
                   H("notes_last_updated", "Last Activity Date", "Fecha de la última actividad"): self.stamp(self.last(p)), **({} if api else {H("", "Associated Company", "Empresa asociada"): p.org.name if p.org else ""}), H("associatedcompanyid", "Associated Company IDs", "IDs de empresa asociada"): lists(p.org)} for p in w.people]
        self.table(H("contacts.csv", "contacts.csv", "contactos.csv"), people, list(people[0]), w.people, bom=not api)

        def olife(o):
            if o.type == "customer":
                return "customer"
            if o.type == "prospect":
                return "opportunity" if any(d.org is o and d.state == "open" for d in w.deals) else r.choice(["lead", "lead", "mql"])
            return r.choice(["other", ""]) if o.type else ""
        c = cfg["custom"]
        orgs = [{rid: o.id, H("name", "Company name", "Nombre de la empresa"): o.name, H("domain", "Company Domain Name", "Nombre de dominio de la empresa"): o.domain, H("phone", "Phone Number", "Número de teléfono"): o.phone, H("address", "Street Address", "Dirección"): o.street, H("city", "City", "Ciudad"): o.city,
                 H("zip", "Postal Code", "Código postal"): o.zip, H("country", "Country/Region", "País/región"): o.country, H("industry", "Industry", "Sector"): o.industry.upper().replace(" & ", "_AND_").replace(" ", "_") if api else o.industry, H("type", "Type", "Tipo"): self.choose(cfg["types"]["former"] if o.says_former else cfg["types"][o.type]) if o.type else "",
                 H("lifecyclestage", "Lifecycle Stage", "Etapa del ciclo de vida"): life[olife(o)][col], H("numberofemployees", "Number of Employees", "Número de empleados"): o.employees, c["custno"]: o.custno, c["since"]: self.day(o.since), c["contract_end"]: self.day(o.contract_end), c["invoice"]: self.day(o.invoice), c["tax"]: o.tax,
                 **({"lead_rating": hot[o.rating]} if cfg["rating"] else {}), H("description", "Description", "Descripción"): o.note, H("hs_parent_company_id", "Parent Company", "Empresa matriz"): lists(o.parent), H("hubspot_owner_id", "Company owner", "Propietario de la empresa"): owner(), H("createdate", "Create Date", "Fecha de creación"): self.stamp(o.created),
                 H("hs_lastmodifieddate", "Last Modified Date", "Fecha de última modificación"): mod(o), H("notes_last_updated", "Last Activity Date", "Fecha de la última actividad"): self.stamp(self.last(o))} for o in w.orgs]
        self.table(H("companies.csv", "companies.csv", "empresas.csv"), orgs, list(orgs[0]), w.orgs, bom=not api)
        link = lambda p, o: {**({} if api else {H("", "Associated Contact", "Contacto asociado"): full(p)}), H("associated_contact_ids", "Associated Contact IDs", "IDs de contacto asociado"): lists(p), **({} if api else {H("", "Associated Company", "Empresa asociada"): o.name if o else ""}), H("associated_company_ids", "Associated Company IDs", "IDs de empresa asociada"): lists(o)}
        stages = dict(open=[("appointmentscheduled", "Appointment Scheduled", "Cita programada"), ("qualifiedtobuy", "Qualified To Buy", "Calificado para comprar"), ("presentationscheduled", "Presentation Scheduled", "Presentación programada"), ("decisionmakerboughtin", "Decision Maker Bought-In", "Decisor convencido"), ("contractsent", "Contract Sent", "Contrato enviado")],
                      won=[("closedwon", "Closed Won", "Cierre ganado")], lost=[("closedlost", "Closed Lost", "Cierre perdido")])
        deals = [{rid: d.id, H("dealname", "Deal Name", "Nombre del negocio"): d.name, H("pipeline", "Pipeline", "Pipeline"): H("default", "Sales Pipeline", "Pipeline de ventas"), H("dealstage", "Deal Stage", "Etapa del negocio"): r.choice(stages[d.state])[col], H("amount", "Amount", "Valor"): d.amount, H("closedate", "Close Date", "Fecha de cierre"): self.stamp(d.date),
                  H("hs_is_closed_won", "Is Closed Won", "Está cerrado como ganado"): self.flag(d.state == "won"), H("hs_is_closed", "Is Deal Closed?", "¿Está cerrado el negocio?"): self.flag(d.state != "open"), H("hubspot_owner_id", "Deal owner", "Propietario del negocio"): owner(), H("createdate", "Create Date", "Fecha de creación"): self.stamp(d.created), **link(d.person, d.org)} for d in w.deals]
        self.table(H("deals.csv", "deals.csv", "negocios.csv"), deals, list(deals[0]), bom=not api)
        T, M, C, E = [], [], [], []
        who = H("hubspot_owner_id", "Activity assigned to", "Actividad asignada a")
        when = H("hs_timestamp", "Activity date", "Fecha de la actividad")
        for a in w.acts:
            base = link(a.person, a.org)
            if a.kind == "email":
                E.append({rid: a.id, H("hs_email_subject", "Email subject", "Asunto del correo"): a.text.split(": ")[-1].capitalize(), H("hs_email_direction", "Email direction", "Dirección del correo"): H("EMAIL", "Outgoing", "Saliente"), H("hs_email_status", "Email send status", "Estado de envío del correo"): H("SENT", "Sent", "Enviado"), when: self.stamp(a.date), who: owner(), **base})
            elif a.kind == "noanswer":
                C.append({rid: a.id, H("hs_call_title", "Call Title", "Título de la llamada"): a.text, when: self.stamp(a.date), H("hs_call_status", "Call Status", "Estado de la llamada"): "NO_ANSWER" if api else r.choice([H("", "No answer", "Sin respuesta"), H("", "Missed", "Perdida")]), H("hs_call_disposition", "Call outcome", "Resultado de la llamada"): H("", "No answer", "Sin respuesta"),
                          H("hs_call_direction", "Call direction", "Dirección de la llamada"): H("OUTBOUND", "Outbound", "Saliente"), who: owner(), **base})
            elif r.random() < .5:
                M.append({rid: a.id, H("hs_meeting_title", "Meeting name", "Nombre de la reunión"): a.text, when: self.stamp(a.date), H("hs_meeting_start_time", "Meeting start time", "Hora de inicio de la reunión"): self.stamp(a.date), H("hs_meeting_outcome", "Meeting outcome", "Resultado de la reunión"): H("COMPLETED", "Completed", "Completada") if a.done else H("SCHEDULED", "Scheduled", "Programada"), who: owner(), **base})
            else:
                T.append({rid: a.id, H("hs_task_subject", "Task Title", "Título de la tarea"): a.text, H("hs_timestamp", "Due date", "Fecha de vencimiento"): self.stamp(a.date), H("hs_task_status", "Task Status", "Estado de la tarea"): H("COMPLETED", "Completed", "Completada") if a.done else H("NOT_STARTED", "Not started", "No iniciada"),
                          H("hs_task_type", "Task Type", "Tipo de tarea"): H("TODO", "To-do", "Por hacer"), H("hs_task_completion_date", "Completed at", "Fecha de finalización"): self.stamp(a.date) if a.done else "", H("hubspot_owner_id", "Assigned to", "Asignado a"): owner(), **base})
        N = [{rid: str(n + 17 * i), when: self.stamp(min(ASOF, p.created + dt.timedelta(days=r.randint(0, 12)))), H("hs_note_body", "Note body", "Cuerpo de la nota"): p.note, who: owner(), **link(p, p.org)} for i, p in enumerate(w.people) if id(p) in innotes]
        for rows, names in ((T, ("tasks", "tasks", "tareas")), (M, ("meetings", "meetings", "reuniones")), (C, ("calls", "calls", "llamadas")), (E, ("emails", "emails", "correos")), (N, ("notes", "notes", "notas"))):
            self.table(names[col] + ".csv", rows, list(rows[0]), bom=not api)
        users = [{H("id", "Owner ID", "ID de propietario"): u.id, H("email", "Email", "Correo"): u.email, H("firstName", "First name", "Nombre"): u.first, H("lastName", "Last name", "Apellidos"): u.last, H("archived", "Archived", "Archivado"): self.flag(not u.active)} for u in w.users]
        self.table(H("owners.csv", "owners.csv", "propietarios.csv"), users, list(users[0]), bom=not api)
        return w.people + w.orgs


def make(cfg, out, perfect, rows, seed):
    cfg = dict(cfg, seed=seed)
    world = Scenes(cfg)
    world.errors()
    world.hards()
    world.usual(rows)
    world.finish()
    # everything recorded must lie in the past, the latest on the day of the export
    for x in world.people + world.orgs + world.deals:
        x.created = min(x.created, ASOF)
    for m in world.members:
        m.date = min(m.date, ASOF)
    for p in [p for p in world.people if not p.expect and not p.hard and p.box == 'lead' and p.status == 'new' and p.created > ago(200)][:3]:
        p.created = ASOF
    judge = Judge(world)
    bad = []
    labels = {}
    for x in world.people + world.orgs:
        labels[id(x)] = codes, opens, declared, classes = judge.judge(x)
        if codes != x.expect:
            bad.append(f"{cfg['name']}: planted {sorted(x.expect)}, judged {sorted(codes)}: {x.hard or x.variety or 'plain'} | {x.name if x.kind == 'org' else (x.first, x.last, x.email, x.company, x.box, x.status, x.life, x.lstatus)}")
    if bad:
        print("\n".join(bad[:40]))
        sys.exit(f"{len(bad)} rows on which scene and judge disagree")
    writer = Writer(world, out)
    things = writer.salesforce() if cfg["vendor"] == "salesforce" else writer.hubspot()
    things.sort(key=lambda x: writer.at[id(x)])
    found = []
    with open(out / f"{cfg['name']}.truth.csv", "w", newline="", encoding="utf-8") as f:
        t = csv.writer(f, lineterminator="\n")
        t.writerow("file row source_id codes declared_class class must_change hard_negative note open_codes".split())
        for x in things:
            codes, opens, declared, classes = labels[id(x)]
            file, row = writer.at[id(x)]
            must = bool(classes) and declared not in classes
            if x.hard and codes:
                sys.exit("a hard negative with a code")
            t.writerow([file, row, x.id, "|".join(sorted(codes)), declared, "/".join(sorted(classes)), "yes" if must else "no", x.hard, "open" if x.allow_open else x.variety, "|".join(sorted(opens))])
            for code in sorted(codes):
                found.append(dict(file=file, row=row, code=code, group="classification", **{"class": sorted(classes)[0] if classes else None}, confidence=0.9))
    if perfect:
        perfect = pathlib.Path(perfect)
        path = perfect / (cfg["name"] + ".jsonl") if not perfect.suffix else perfect.with_name(f"{cfg['name']}.{perfect.name}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in found), encoding="utf-8")
    return world, labels


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("out", type=pathlib.Path)
    a.add_argument("--perfect")
    a.add_argument("--rows", type=int, default=2000)
    a.add_argument("--seed", type=int, default=5)
    a.add_argument("--only")
    g = a.parse_args()
    for cfg in SETS:
        if not g.only or cfg["name"] == g.only:
            world, labels = make(cfg, g.out, g.perfect, g.rows, g.seed)
            things = world.people + world.orgs
            print(f"{cfg['name']}: {len(things)} rows, {sum(bool(labels[id(x)][0]) for x in things)} with codes, {sum(bool(x.hard) for x in things)} hard negatives of {len({x.hard for x in things if x.hard})} kinds, {len(world.deals)} deals, {len(world.acts)} activities")


if __name__ == "__main__":
    main()
