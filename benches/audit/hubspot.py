"""The world as a HubSpot export: labels of a portal in the company's language, internal names where no label is known."""

import sheet
from world import DAY

EN = {
    "hs_object_id": "Record ID", "firstname": "First Name", "lastname": "Last Name", "email": "Email", "phone": "Phone Number", "mobilephone": "Mobile Phone Number", "jobtitle": "Job Title",
    "company": "Company Name", "address": "Street Address", "city": "City", "state": "State/Region", "zip": "Postal Code", "country": "Country/Region", "lifecyclestage": "Lifecycle Stage",
    "hs_lead_status": "Lead Status", "hubspot_owner_id": "Contact owner", "hs_analytics_source": "Original Source Type", "recent_conversion_event_name": "Recent Conversion",
    "first_conversion_date": "First Conversion Date", "hs_email_optout": "Opted out of all email", "message": "Message", "createdate": "Create Date", "lastmodifieddate": "Last Modified Date",
    "notes_last_updated": "Last Activity Date", "name": "Company name", "domain": "Company Domain Name", "website": "Website URL", "industry": "Industry", "type": "Type",
    "numberofemployees": "Number of Employees", "company_owner": "Company owner", "hs_parent_company_id": "Parent Company", "description": "Description", "hs_lastmodifieddate": "Last Modified Date",
    "dealname": "Deal Name", "pipeline": "Pipeline", "dealstage": "Deal Stage", "amount": "Amount", "closedate": "Close Date", "dealtype": "Deal Type", "hs_is_closed_won": "Is Closed Won",
    "hs_is_closed": "Is Deal Closed?", "deal_owner": "Deal owner", "hs_task_subject": "Task Title", "hs_task_body": "Notes", "due": "Due date", "hs_task_status": "Task Status",
    "hs_task_type": "Task Type", "hs_task_completion_date": "Completed at", "activity_owner": "Activity assigned to", "hs_call_title": "Call Title", "hs_call_body": "Call notes",
    "hs_timestamp": "Activity date", "hs_call_status": "Call Status", "hs_call_disposition": "Call outcome", "hs_call_direction": "Call direction", "hs_meeting_title": "Meeting name",
    "hs_meeting_body": "Meeting description", "hs_meeting_start_time": "Meeting start time", "hs_meeting_end_time": "Meeting end time", "hs_meeting_outcome": "Meeting outcome", "hs_note_body": "Note body",
}
ES = {
    "hs_object_id": "ID de registro", "firstname": "Nombre", "lastname": "Apellidos", "email": "Correo", "phone": "Número de teléfono", "mobilephone": "Número de teléfono móvil", "jobtitle": "Cargo",
    "company": "Nombre de la empresa", "address": "Dirección", "city": "Ciudad", "state": "Estado/Región", "zip": "Código postal", "country": "País/Región", "lifecyclestage": "Etapa del ciclo de vida",
    "hs_lead_status": "Estado del lead", "hubspot_owner_id": "Propietario del contacto", "hs_analytics_source": "Fuente original", "hs_email_optout": "Canceló la suscripción a todos los correos",
    "message": "Mensaje", "createdate": "Fecha de creación", "lastmodifieddate": "Fecha de última modificación", "notes_last_updated": "Fecha de la última actividad", "name": "Nombre de la empresa",
    "domain": "Nombre de dominio de la empresa", "website": "URL del sitio web", "industry": "Sector", "type": "Tipo", "numberofemployees": "Número de empleados",
    "company_owner": "Propietario de la empresa", "hs_parent_company_id": "Empresa matriz", "description": "Descripción", "hs_lastmodifieddate": "Fecha de última modificación",
}
ES_DEAL = {"dealname": "Nombre del negocio", "dealstage": "Etapa del negocio", "amount": "Valor", "closedate": "Fecha de cierre"}
INTERNAL = {"company_owner": "hubspot_owner_id", "deal_owner": "hubspot_owner_id", "activity_owner": "hubspot_owner_id", "due": "hs_timestamp"}
WITH = ["Associated Contact", "Associated Contact IDs", "Associated Company", "Associated Company IDs"]
CONTACT = """hs_object_id firstname lastname email phone mobilephone jobtitle company city state zip country lifecyclestage hs_lead_status hubspot_owner_id hs_analytics_source
 recent_conversion_event_name first_conversion_date hs_email_optout message createdate lastmodifieddate notes_last_updated""".split()
COMPANY = """hs_object_id name domain website phone address city state zip country industry type numberofemployees lifecyclestage hs_lead_status company_owner
 hs_parent_company_id description createdate hs_lastmodifieddate""".split()
DEAL = "hs_object_id dealname pipeline dealstage amount closedate dealtype hs_is_closed_won hs_is_closed deal_owner createdate hs_lastmodifieddate".split()
TASK = "hs_object_id hs_task_subject hs_task_body due hs_task_status hs_task_type hs_task_completion_date activity_owner createdate".split()
CALL = "hs_object_id hs_call_title hs_call_body hs_timestamp hs_call_status hs_call_disposition hs_call_direction activity_owner createdate".split()
MEETING = "hs_object_id hs_meeting_title hs_meeting_body hs_meeting_start_time hs_meeting_end_time hs_meeting_outcome activity_owner createdate".split()
NOTE = "hs_object_id hs_timestamp hs_note_body activity_owner createdate".split()

LIFECYCLE = {
    "en": {"subscriber": "Subscriber", "lead": "Lead", "mql": "Marketing Qualified Lead", "sql": "Sales Qualified Lead", "opportunity": "Opportunity", "customer": "Customer",
           "evangelist": "Evangelist", "other": "Other", "empty": "", "": ""},
    "es": {"subscriber": "Suscriptor", "lead": "Lead", "mql": "Lead calificado por marketing", "sql": "Lead calificado para ventas", "opportunity": "Oportunidad", "customer": "Cliente",
           "evangelist": "Promotor", "other": "Otro", "empty": "", "": ""},
}
LEAD_STATUS = {
    "en": {"new": "New", "open": "Open", "in_progress": "In Progress", "open_deal": "Open Deal", "unqualified": "Unqualified", "attempted": "Attempted to Contact", "connected": "Connected",
           "bad_timing": "Bad Timing", "": ""},
    "es": {"new": "Nuevo", "open": "Abierto", "in_progress": "En curso", "open_deal": "Negocio abierto", "unqualified": "No calificado", "attempted": "Intento de contacto",
           "connected": "Conectado", "bad_timing": "Mal momento", "": ""},
}
TYPES = {
    "en": {"prospect": ["Prospect", "Prospect", ""], "customer": [""], "former": ["Former customer"], "partner": ["Partner", "Reseller"], "supplier": ["Vendor"], "competitor": ["Competitor"],
           "other": ["Other"], "": [""]},
    "es": {"prospect": ["Prospecto", "Prospecto", ""], "customer": [""], "former": ["Antiguo cliente"], "partner": ["Socio", "Distribuidor"], "supplier": ["Proveedor"],
           "competitor": ["Competidor"], "other": ["Otro"], "": [""]},
}
STAGES = {"en": {"open": ["Appointment Scheduled", "Qualified To Buy", "Presentation Scheduled", "Contract Sent"], "won": ["Closed Won"], "lost": ["Closed Lost"]},
          "es": {"open": ["appointmentscheduled", "qualifiedtobuy", "presentationscheduled", "contractsent"], "won": ["closedwon"], "lost": ["closedlost"]}}
SOURCE = {"en": ["Organic Search", "Paid Search", "Email Marketing", "Social Media", "Referrals", "Direct Traffic"],
          "es": ["Búsqueda orgánica", "Búsqueda de pago", "Email Marketing", "Redes sociales", "Referencias", "Tráfico directo"]}
OFFLINE = {"en": "Offline Sources", "es": "Fuentes sin conexión"}
INDUSTRY = ["CONSTRUCTION", "EDUCATION_MANAGEMENT", "FOOD_PRODUCTION", "INFORMATION_TECHNOLOGY_AND_SERVICES", "LOGISTICS_AND_SUPPLY_CHAIN", "RETAIL", "MACHINERY"]
CUSTOM = {
    "en": {"invoice": ["Last Invoice Date", "Last invoice", "Date of last invoice"], "number": ["Customer Number", "Customer No.", "ERP customer number"],
           "contract": ["Contract End Date", "Contract End", "Contract expires"], "tax": ["VAT Number", "Tax ID"], "source": ["Lead Source", "How they found us", "Lead origin"]},
    "es": {"invoice": ["Fecha última factura", "Última factura", "Fecha de la última factura"], "number": ["Número de cliente", "Nº de cliente", "Código de cliente"],
           "contract": ["Fin de contrato", "Fecha fin de contrato", "Vencimiento del contrato"], "tax": ["CIF", "NIF"], "source": ["Origen del lead", "Cómo nos conoció", "Procedencia"]},
}


class Export:
    def __init__(self, world):
        self.world, self.lang, self.random = world, world.lang, world.random
        self.typist = sheet.Typist(world.random)
        self.custom = {field: self.random.choice(names) for field, names in CUSTOM[self.lang].items()}
        for first, step, rows in ((501, 50, world.people), (9100400, 7, world.orgs), (77000, 3, world.deals), (610000, 1, world.acts), (4001, 13, world.users)):
            for n, row in enumerate(rows):
                row.id = str(first + n * step)
        self.linked = {}
        for person in world.people:
            if person.org:
                self.linked.setdefault(id(person.org), []).append(person)
        self.open = {one for deal in world.deals if deal.state == "open" for one in [deal.org, *deal.people]}
        self.notes = []

    def at(self, day):
        date, minute, _ = self.typist.moment(day)
        return f"{date} {minute}"

    def created(self, day):
        return f"{day} 0{self.random.randint(1, 6)}:{self.random.randint(10, 59)}"

    def owner(self, row):
        return f"{row.owner.given} {row.owner.family}"

    def funnel(self, person):
        """Lifecycle and lead status that say the person's state."""
        if person.box == "contact":
            return person.state, person.lead_status
        pick = self.random.choice
        if person.state == "new":
            return pick(["subscriber", "lead", "lead", "mql"]), "new"
        if person.state == "working":
            return pick(["lead", "mql"]), pick(["in_progress", "connected", "attempted"])
        if person.state == "nurture":
            return pick(["lead", "mql"]), "bad_timing"
        if person.state == "disqualified":
            return pick(["lead", "mql"]), "unqualified"
        dealt = person in self.open
        return ("opportunity", pick(["open_deal", ""])) if dealt else (pick(["sql", "sql", "sql", "opportunity"]), pick(["connected", "in_progress", ""]))

    def company_stage(self, org):
        if org.says == "customer":
            return "customer"
        if org.says == "prospect":
            return "opportunity" if org in self.open else self.random.choice(["lead", "lead", "mql", "subscriber"])
        return "other" if org.says else ""

    def note(self, thing, created):
        """A note in the notes' file, or in a field of the row itself."""
        if not thing.note:
            return ""
        if self.typist.chance(30) and (thing in self.world.org_set or thing.note_says <= {"interest", "sales"}):
            return thing.note
        self.notes.append((thing, min(max(created, self.world.ago(0, 300)), self.world.as_of)))
        return ""

    def contact(self, person):
        typist, where = self.typist, person.city
        stage, status = self.funnel(person)
        spell = typist.name if person.named == "human" else str
        done = [a.day for a in person.acts if a.held]
        online = person.form or (person.box == "lead" and not person.source and typist.chance(50))
        org = person.org
        return {
            "hs_object_id": person.id, "firstname": spell(person.given), "lastname": spell(person.family), "email": typist.email(person.email), "phone": typist.phone(person.phone),
            "mobilephone": typist.phone(person.mobile), "jobtitle": person.title, "company": person.company if not org or typist.chance(60) else "", "city": typist.city(where[0]),
            "state": where[1], "zip": where[3], "country": where[2], "lifecyclestage": LIFECYCLE[self.lang][stage], "hs_lead_status": LEAD_STATUS[self.lang][status],
            "hubspot_owner_id": self.owner(person), "hs_analytics_source": self.random.choice(SOURCE[self.lang]) if online else OFFLINE[self.lang],
            "recent_conversion_event_name": person.form, "first_conversion_date": self.at(person.created) if person.form else "",
            "hs_email_optout": "true" if typist.chance(5) else self.random.choice(["", "false"]), "message": self.note(person, person.created), "createdate": self.created(person.created),
            "lastmodifieddate": self.at(max(person.created, person.modified)), "notes_last_updated": self.at(max(done)) if done else "", self.custom["source"]: person.source,
            "Associated Company": org.name if org else "", "Associated Company IDs": org.id if org else "", "Associated Company IDs (Primary)": org.id if org else ""}

    def company(self, org):
        typist, where, custom = self.typist, org.city, self.custom
        people = self.linked.get(id(org), [])
        return {
            "hs_object_id": org.id, "name": typist.name(org.name) if org.named == "company" else org.name, "domain": org.domain, "website": typist.website(org.domain) if typist.chance(50) else "",
            "phone": typist.phone(org.phone), "address": org.street, "city": typist.city(where[0]), "state": where[1], "zip": where[3], "country": where[2],
            "industry": self.random.choice(INDUSTRY) if org.industry else "", "type": self.random.choice(TYPES[self.lang][org.type_says or org.says]), "numberofemployees": org.employees,
            "lifecyclestage": LIFECYCLE[self.lang][self.company_stage(org)], "hs_lead_status": "", "company_owner": self.owner(org), "hs_parent_company_id": org.parent.id if org.parent else "",
            "description": self.note(org, org.created), "createdate": self.created(org.created), "hs_lastmodifieddate": self.at(max(org.created, org.modified)),
            custom["invoice"]: str(org.invoice or ""), custom["contract"]: str(org.contract or ""), custom["number"]: org.number or "", custom["tax"]: org.tax,
            "Associated Contact IDs": ";".join(p.id for p in people)}

    def linked_to(self, people, org):
        return {"Associated Contact": ";".join(f"{p.given} {p.family} ({p.email})" if p.email else f"{p.given} {p.family}" for p in people), "Associated Contact IDs": ";".join(p.id for p in people),
                "Associated Company": org.name if org else "", "Associated Company IDs": org.id if org else ""}

    def deal(self, deal):
        closed, org = deal.state != "open", deal.org
        return {"hs_object_id": deal.id, "dealname": deal.name, "pipeline": "Sales Pipeline" if self.lang == "en" else "default", "dealstage": self.random.choice(STAGES[self.lang][deal.state]),
                "amount": str(deal.amount), "closedate": self.at(deal.closed), "dealtype": self.random.choice(["New Business", "Existing Business"]) if self.lang == "en" else "newbusiness",
                "hs_is_closed_won": "true" if deal.state == "won" else "false", "hs_is_closed": "true" if closed else "false", "deal_owner": self.owner(deal),
                "createdate": self.created(deal.created), "hs_lastmodifieddate": self.at(min(deal.closed, self.world.as_of))} | self.linked_to(deal.people, org)

    def around(self, act):
        who = act.who
        start = max(who.created, min(act.day, self.world.as_of))
        return {"hs_object_id": act.id, "activity_owner": self.owner(act), "createdate": self.created(start)} | self.linked_to([who], who.org)

    def task(self, act):
        english = self.lang == "en"
        kind = {"call": "Call", "email": "Email"}.get(act.kind, "To-do")
        open_words = ["Not started", "In progress"]
        status = "Completed" if act.held else self.random.choice(open_words)
        return {"hs_task_subject": act.subject, "hs_task_body": act.body, "due": self.at(act.day), "hs_task_status": status if english else status.upper().replace(" ", "_"),
                "hs_task_type": kind if english else kind.upper().replace("-", ""), "hs_task_completion_date": self.at(act.day) if act.held else ""} | self.around(act)

    def call(self, act):
        answered = act.held
        outcome = "Connected" if answered else self.random.choice(["No answer", "Left voicemail", "Busy"])
        ids = {"Connected": "f240bbac-87c9-4f6e-bf70-924b57d47db7", "Left voicemail": "b2cf5968-551e-4856-9783-52b3da59a7d0", "No answer": "73a0d17f-1163-4015-bdd5-ec830791da20",
               "Busy": "9d9162e7-6cf3-4944-bf63-4dff82258764"}
        direction = "Inbound" if act.says == "inbound" else "Outbound"
        return {"hs_call_title": act.subject, "hs_call_body": act.body, "hs_timestamp": self.at(act.day),
                "hs_call_status": "COMPLETED" if answered or self.typist.chance(40) else {"Busy": "BUSY"}.get(outcome, "NO_ANSWER"),
                "hs_call_disposition": outcome if self.lang == "en" else ids[outcome], "hs_call_direction": direction if self.lang == "en" else direction.upper()} | self.around(act)

    def meeting(self, act):
        outcome = act.outcome or ("COMPLETED" if act.held else "SCHEDULED")
        label = {"COMPLETED": "Completed", "SCHEDULED": "Scheduled", "NO_SHOW": "No show", "CANCELED": "Canceled"}[outcome]
        hour = self.random.randint(8, 16)
        return {"hs_meeting_title": act.subject, "hs_meeting_body": act.body, "hs_meeting_start_time": f"{act.day} {hour:02d}:00", "hs_meeting_end_time": f"{act.day} {hour + 1:02d}:00",
                "hs_meeting_outcome": label if self.lang == "en" else outcome} | self.around(act)

    def note_row(self, n, thing, day):
        body = f"<p>{thing.note}</p>" if self.typist.chance(30) else thing.note
        who, org = ([thing], thing.org) if thing in self.people else ([], thing)
        return {"hs_object_id": str(880000 + n), "hs_timestamp": self.at(day), "hs_note_body": body, "activity_owner": self.owner(thing), "createdate": self.at(day)} | self.linked_to(who, org)

    def sheet(self, out, name, columns, rows, extra=()):
        labels = EN | {"activity_owner": "Assigned to"} if self.lang == "en" and name == "tasks.csv" else EN if self.lang == "en" else ES if name in ("contacts.csv", "companies.csv") else ES_DEAL if name == "deals.csv" else {}
        used = {column: labels.get(column) or INTERNAL.get(column, column) for column in columns}
        sheet.write(out / name, columns + list(extra), rows, headers=used)

    def write(self, out):
        world, custom = self.world, self.custom
        self.people = set(world.people)
        contacts, companies = [self.contact(p) for p in world.people], [self.company(o) for o in world.orgs]
        planned = lambda a: a.kind == "call" and not a.held and not a.outcome
        self.sheet(out, "contacts.csv", CONTACT, contacts, [custom["source"], "Associated Company", "Associated Company IDs", "Associated Company IDs (Primary)"])
        self.sheet(out, "companies.csv", COMPANY, companies, [custom["number"], custom["invoice"], custom["contract"], custom["tax"], "Associated Contact IDs"])
        self.sheet(out, "deals.csv", DEAL, map(self.deal, world.deals), WITH)
        self.sheet(out, "tasks.csv", TASK, (self.task(a) for a in world.acts if a.kind in ("task", "email") or planned(a)), WITH)
        self.sheet(out, "calls.csv", CALL, (self.call(a) for a in world.acts if a.kind == "call" and not planned(a)), WITH)
        self.sheet(out, "meetings.csv", MEETING, (self.meeting(a) for a in world.acts if a.kind == "meeting"), WITH)
        self.sheet(out, "notes.csv", NOTE, (self.note_row(n, *note) for n, note in enumerate(self.notes)), WITH)
        users = [{"Owner ID": u.id, "User ID": str(70000 + u.n), "Email": u.email, "First name": u.given, "Last name": u.family, "Type": "PERSON", "Archived": "false" if u.active else "true",
                  "Created": f"{world.as_of - DAY * 2500} 09:00"} for u in world.users]
        sheet.write(out / "users.csv", list(users[0]), users)
        return [(row, (name, n, row.id)) for name, rows in (("contacts.csv", world.people), ("companies.csv", world.orgs)) for n, row in enumerate(rows, 2)]


def write(world, out, labels=False):
    """Writes the files and says where each row of a party stands: (row, (file, number, id))."""
    return Export(world).write(out)
