"""The world as a Salesforce export: API names, or for `labels` the labels of a screen."""

import csv
import re

import sheet
from world import DAY

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ACCOUNT = """Id IsDeleted MasterRecordId Name AccountNumber Type ParentId BillingStreet BillingCity BillingState BillingPostalCode BillingCountry Phone Website
 Industry AnnualRevenue NumberOfEmployees Rating AccountSource Description OwnerId IsPersonAccount FirstName LastName PersonEmail PersonMobilePhone
 LastActivityDate CreatedDate LastModifiedDate SystemModstamp""".split()
CONTACT = """Id IsDeleted AccountId Salutation FirstName LastName Title Department Email HasOptedOutOfEmail DoNotCall Phone MobilePhone LeadSource MailingStreet
 MailingCity MailingState MailingPostalCode MailingCountry Description OwnerId LastActivityDate CreatedDate LastModifiedDate SystemModstamp""".split()
LEAD = """Id IsDeleted Salutation FirstName LastName Title Company Email HasOptedOutOfEmail DoNotCall Phone MobilePhone Website City State PostalCode Country
 Description LeadSource Status Rating Industry OwnerId IsConverted ConvertedDate ConvertedAccountId ConvertedContactId ConvertedOpportunityId LastActivityDate
 CreatedDate LastModifiedDate SystemModstamp""".split()
DEAL = """Id IsDeleted Name AccountId ContactId StageName Amount Probability CloseDate IsClosed IsWon Type LeadSource OwnerId CreatedDate LastModifiedDate""".split()
ROLE = "Id OpportunityId ContactId Role IsPrimary CreatedDate IsDeleted".split()
TASK = """Id IsDeleted WhoId WhatId AccountId Subject Status Priority IsClosed ActivityDate CompletedDateTime Type TaskSubtype CallType CallDisposition Description
 OwnerId CreatedDate LastModifiedDate""".split()
EVENT = """Id IsDeleted WhoId WhatId AccountId Subject StartDateTime EndDateTime ActivityDate DurationInMinutes IsAllDayEvent Location Type Description OwnerId
 CreatedDate LastModifiedDate""".split()
CAMPAIGN = "Id Name Type Status IsActive StartDate EndDate OwnerId CreatedDate LastModifiedDate".split()
MEMBER = "Id CampaignId LeadId ContactId Status HasResponded FirstRespondedDate CreatedDate LastModifiedDate IsDeleted".split()
USER = "Id Username Email FirstName LastName Name Alias IsActive UserType CreatedDate LastModifiedDate".split()

STATUS = {
    "en": [["Open - Not Contacted", "Working - Contacted", "Nurturing", "Qualified", "Closed - Not Converted", "Closed - Converted"],
           ["New", "Working", "Nurturing", "Qualified", "Unqualified", "Closed - Converted"]],
    "es": [["Abierto - No contactado", "Trabajando - Contactado", "Nurturing", "Calificado", "Cerrado - No convertido", "Cerrado - Convertido"],
           ["Nuevo", "En curso", "Nurturing", "Cualificado", "No cualificado", "Cerrado - Convertido"]],
}
TYPES = {
    "en": {"prospect": ["Prospect"], "customer": ["Customer - Direct", "Customer - Direct", "Customer - Channel", "Customer"], "former": ["Former Customer"],
           "partner": ["Channel Partner / Reseller", "Technology Partner", "Installation Partner"], "supplier": ["Supplier", "Vendor"], "competitor": ["Competitor"],
           "other": ["Other"], "": [""]},
    "es": {"prospect": ["Prospecto"], "customer": ["Cliente"], "former": ["Antiguo cliente", "Excliente"], "partner": ["Socio", "Channel Partner / Reseller"],
           "supplier": ["Proveedor"], "competitor": ["Competidor"], "other": ["Otro"], "": [""]},
}
STAGES = {
    "en": {"open": ["Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"], "won": ["Closed Won"], "lost": ["Closed Lost"]},
    "es": {"open": ["Prospección", "Calificación", "Análisis de necesidades", "Propuesta/Presupuesto", "Negociación"], "won": ["Cerrada ganada"], "lost": ["Cerrada perdida"]},
}
DONE = {"en": ("Completed", ["Not Started", "In Progress"]), "es": ("Completada", ["No iniciada", "En curso"])}
RATING = {"en": {"hot": "Hot", "warm": "Warm", "cold": "Cold"}, "es": {"hot": "Caliente", "warm": "Templado", "cold": "Frío"}}
PRIVATE = {"en": ["Individual", "Private", "Self-employed"], "es": ["Particular", "Autónomo", "Particular"]}   # the company is required
INDUSTRY = {"en": ["Banking", "Construction", "Education", "Food & Beverage", "Manufacturing", "Retail", "Transportation"],
            "es": ["Banca", "Construcción", "Educación", "Alimentación", "Industria", "Comercio minorista", "Transporte"]}
CUSTOM = {
    "en": {"invoice": ["Last_Invoice_Date__c", "Last_Invoice__c", "Date_of_Last_Invoice__c"], "number": ["Customer_Number__c", "Customer_No__c", "AccountNumber"],
           "contract": ["Contract_End__c", "Contract_End_Date__c", "Contract_Expiry_Date__c"], "tax": ["VAT_Number__c", "Tax_ID__c", "VAT_No__c"]},
    "es": {"invoice": ["Fecha_ultima_factura__c", "Ultima_factura__c", "Fecha_de_ultima_factura__c"], "number": ["Numero_de_cliente__c", "Codigo_cliente__c", "AccountNumber"],
           "contract": ["Fin_de_contrato__c", "Fecha_fin_contrato__c", "Vencimiento_contrato__c"], "tax": ["CIF__c", "NIF__c", "NIF_CIF__c"]},
}
LABELS = {
    "Lead": {"Id": "Id. de candidato", "Salutation": "Tratamiento", "FirstName": "Nombre", "LastName": "Apellidos", "Title": "Cargo", "Company": "Compañía", "City": "Ciudad",
             "State": "Estado o provincia", "PostalCode": "Código postal", "Country": "País", "Phone": "Teléfono", "MobilePhone": "Móvil", "Email": "Correo electrónico",
             "Website": "Sitio web", "Description": "Descripción", "LeadSource": "Origen del candidato", "Status": "Estado del candidato", "Industry": "Sector", "Rating": "Calificación",
             "OwnerId": "Propietario del candidato", "HasOptedOutOfEmail": "No participar en correo electrónico", "DoNotCall": "No llamar", "IsConverted": "Convertido",
             "ConvertedDate": "Fecha de conversión", "CreatedDate": "Fecha de creación", "LastModifiedDate": "Fecha de la última modificación", "LastActivityDate": "Última actividad"},
    "Contact": {"Id": "Id. de contacto", "AccountId": "Id. de cuenta", "Salutation": "Tratamiento", "FirstName": "Nombre", "LastName": "Apellidos", "Title": "Cargo", "Department": "Departamento",
                "Email": "Correo electrónico", "Phone": "Teléfono", "MobilePhone": "Móvil", "LeadSource": "Origen del candidato", "MailingStreet": "Calle de correspondencia",
                "MailingCity": "Ciudad de correspondencia", "MailingState": "Estado o provincia de correspondencia", "MailingPostalCode": "Código postal de correspondencia",
                "MailingCountry": "País de correspondencia", "Description": "Descripción", "OwnerId": "Propietario del contacto", "HasOptedOutOfEmail": "No participar en correo electrónico",
                "DoNotCall": "No llamar", "CreatedDate": "Fecha de creación", "LastModifiedDate": "Fecha de la última modificación", "LastActivityDate": "Última actividad"},
    "Account": {"Name": "Nombre de la cuenta", "AccountNumber": "Número de cuenta", "ParentId": "Id. de cuenta principal", "Type": "Tipo de cuenta", "Industry": "Sector", "Rating": "Calificación",
                "AccountSource": "Origen de la cuenta", "AnnualRevenue": "Ingresos anuales", "NumberOfEmployees": "Empleados", "Phone": "Teléfono", "Website": "Sitio web",
                "BillingStreet": "Calle de facturación", "BillingCity": "Ciudad de facturación", "BillingState": "Estado o provincia de facturación", "BillingPostalCode": "Código postal de facturación",
                "BillingCountry": "País de facturación", "Description": "Descripción", "OwnerId": "Propietario de la cuenta", "CreatedDate": "Fecha de creación",
                "LastModifiedDate": "Fecha de la última modificación", "LastActivityDate": "Última actividad"},
}


def sf_id(prefix, n):
    """15 characters of an id and the 3 of its checksum."""
    tail = ""
    for _ in range(4):
        n, digit = divmod(n, 62)
        tail = DIGITS[digit] + tail
    short = f"{prefix}8b00000q{tail}"
    checks = (sum(1 << i for i, c in enumerate(short[at:at + 5]) if c.isupper()) for at in (0, 5, 10))
    return short + "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits] for bits in checks)


class Export:
    def __init__(self, world):
        self.world, self.lang, self.random = world, world.lang, world.random
        self.typist = sheet.Typist(world.random)
        self.status = dict(zip(["new", "working", "nurture", "qualified", "disqualified", "converted"], self.random.choice(STATUS[self.lang])))
        self.custom = {field: self.random.choice(names) for field, names in CUSTOM[self.lang].items()}
        self.names_on_file = {org.stem for org in world.orgs}
        self.leads = [p for p in world.people if p.box == "lead"]
        self.contacts = [p for p in world.people if p.box == "contact"]
        for prefix, rows in (("001", world.orgs), ("00Q", self.leads), ("003", self.contacts), ("006", world.deals), ("005", world.users), ("701", world.campaigns), ("00T", world.acts)):
            for n, row in enumerate(rows, 1):
                row.id = sf_id(prefix, n + 40 if prefix != "005" else n)

    def at(self, day):
        date, minute, second = self.typist.moment(day)
        return f"{date}T{minute}:{second}.000Z"

    def stamps(self, created, modified):
        changed = self.at(max(created, modified))
        return {"CreatedDate": f"{created}T0{self.random.randint(1, 6)}:{self.random.randint(10, 59)}:00.000Z", "LastModifiedDate": changed}

    def row_stamps(self, row):
        stamps = self.stamps(row.created, row.modified)
        done = [a.day for a in row.acts or [] if a.held or a.outcome]
        return stamps | {"SystemModstamp": stamps["LastModifiedDate"], "LastActivityDate": str(max(done)) if done else "", "OwnerId": row.owner.id, "IsDeleted": "false"}

    def account(self, org):
        typist, custom = self.typist, self.custom
        row = {"Id": org.id, "Name": org.name if org.named != "company" else typist.name(org.name), "Type": self.random.choice(TYPES[self.lang][org.says]), "ParentId": org.parent.id if org.parent else "",
               "BillingStreet": org.street, "BillingCity": typist.city(org.city[0]), "BillingState": org.city[1], "BillingPostalCode": org.city[3], "BillingCountry": org.city[2],
               "Phone": typist.phone(org.phone), "Website": typist.website(org.domain), "Industry": self.random.choice(INDUSTRY[self.lang]) if org.industry else "",
               "NumberOfEmployees": org.employees, "AnnualRevenue": f"{self.random.randint(20, 900)}0000.0" if org.employees and self.typist.chance(50) else "",
               "Rating": RATING[self.lang].get(org.rating, ""), "Description": org.note, "IsPersonAccount": "true" if org.person_account else "false"}
        if org.person_account:
            row |= {"FirstName": org.given, "LastName": org.family, "PersonEmail": org.email, "PersonMobilePhone": org.mobile, "BillingStreet": ""}
        row |= {custom["invoice"]: str(org.invoice or ""), custom["contract"]: str(org.contract or ""), custom["number"]: org.number or "", custom["tax"]: org.tax}
        return row | self.row_stamps(org)

    def names(self, person):
        spell = self.typist.name if person.named == "human" else str
        return {"FirstName": spell(person.given), "LastName": spell(person.family)}

    def contact(self, person):
        typist, where = self.typist, person.city
        row = {"Id": person.id, "AccountId": person.org.id if person.org else "", "Salutation": "", "Title": person.title, "Email": typist.email(person.email),
               "HasOptedOutOfEmail": "true" if typist.chance(6) else "false", "DoNotCall": "true" if typist.chance(3) else "false", "Phone": typist.phone(person.phone),
               "MobilePhone": typist.phone(person.mobile), "LeadSource": person.source, "MailingCity": typist.city(where[0]), "MailingState": where[1],
               "MailingPostalCode": where[3], "MailingCountry": where[2], "Description": person.note}
        return row | self.names(person) | self.row_stamps(person)

    def no_company(self, person):
        """The column is required: people put something in."""
        if person.email.endswith(".example"):
            return "[not provided]"
        own = f"{person.given} {person.family}"
        return self.random.choice([own] * 2 * (own not in self.names_on_file) + PRIVATE[self.lang])

    def lead(self, person):
        typist, where = self.typist, person.city
        became = person.became or (None, None, None)
        closed = person.conversion == "proper"
        row = {"Id": person.id, "Title": person.title, "Company": person.company or self.no_company(person), "Email": typist.email(person.email),
               "HasOptedOutOfEmail": "true" if typist.chance(6) else "false", "DoNotCall": "false", "Phone": typist.phone(person.phone), "MobilePhone": typist.phone(person.mobile),
               "City": typist.city(where[0]), "State": where[1], "PostalCode": where[3], "Country": where[2], "Description": person.note, "LeadSource": person.source,
               "Website": typist.website(person.email.partition("@")[2]) if person.company and person.email.endswith(".example") and typist.chance(25) else "", "Status": self.status[person.state], "Rating": RATING[self.lang].get(person.rating, ""), "IsConverted": "true" if closed or person.flag is True else "false",
               "ConvertedDate": str(person.converted or ""), "ConvertedAccountId": became[0].id if became[0] else "",
               "ConvertedContactId": became[1].id if became[1] else sf_id("003", 900000 + self.random.randint(1, 99999)) if person.conversion else "",
               "ConvertedOpportunityId": became[2].id if became[2] else ""}
        return row | self.names(person) | self.row_stamps(person)

    def deal(self, deal):
        closed = deal.state != "open"
        contact = next((p for p in deal.people if p.box == "contact"), None)
        return {"Id": deal.id, "IsDeleted": "false", "Name": deal.name, "AccountId": deal.org.id if deal.org else "", "ContactId": contact.id if contact and self.typist.chance(40) else "",
                "StageName": self.random.choice(STAGES[self.lang][deal.state]), "Amount": f"{deal.amount}.0", "Probability": {"open": "50", "won": "100", "lost": "0"}[deal.state],
                "CloseDate": str(deal.closed), "IsClosed": "true" if closed else "false", "IsWon": "true" if deal.state == "won" else "false",
                "Type": self.random.choice(["New Business", "Existing Business"]), "OwnerId": deal.owner.id} | self.stamps(deal.created, min(deal.closed, self.world.as_of))

    def about(self, person):
        """Ids of an activity's person and what it is about; about nothing for a lead."""
        if person.box == "lead":
            return {"WhoId": person.id}
        account = person.org.id if person.org else ""
        return {"WhoId": person.id, "AccountId": account, "WhatId": account if self.typist.chance(70) else ""}

    def task(self, act):
        done = act.held or bool(act.outcome)
        created = min(act.day, self.world.as_of) - DAY * self.random.randint(0, 3)
        status, still = DONE[self.lang]
        call, email = act.kind == "call", act.kind == "email"
        row = {"Id": act.id, "IsDeleted": "false", "Subject": act.subject, "Status": status if done else self.random.choice(still), "Priority": self.random.choice(["Normal", "Normal", "High"]),
               "IsClosed": "true" if done else "false", "ActivityDate": str(act.day), "CompletedDateTime": self.at(act.day) if done else "",
               "Type": "Call" if call else "Email" if email else "", "TaskSubtype": "Call" if call else "Email" if email else "Task", "Description": act.body,
               "CallType": ("Inbound" if act.says == "inbound" else "Outbound") if call and done else "", "CallDisposition": act.outcome, "OwnerId": act.owner.id}
        return row | self.about(act.who) | self.stamps(max(created, act.who.created), min(act.day, self.world.as_of))

    def event(self, act):
        start, hour = act.day, self.random.randint(8, 16)
        return {"Id": re.sub("^00T", "00U", act.id), "IsDeleted": "false", "Subject": act.subject, "StartDateTime": f"{start}T{hour:02d}:00:00.000Z",
                "EndDateTime": f"{start}T{hour + 1:02d}:00:00.000Z", "ActivityDate": str(start), "DurationInMinutes": "60", "IsAllDayEvent": "false", "Type": "Meeting",
                "OwnerId": act.owner.id, "Description": act.body} | self.about(act.who) | self.stamps(max(act.who.created, min(start, self.world.as_of) - DAY * 5), min(start, self.world.as_of))

    def write(self, out, labels):
        world, quote = self.world, csv.QUOTE_ALL
        custom = [name for name in self.custom.values() if name != "AccountNumber"]
        headers = LABELS if labels else {}
        sheet.write(out / "Account.csv", ACCOUNT + custom, map(self.account, world.orgs), quote, headers.get("Account"))
        sheet.write(out / "Contact.csv", CONTACT, map(self.contact, self.contacts), quote, headers.get("Contact"))
        sheet.write(out / "Lead.csv", LEAD, map(self.lead, self.leads), quote, headers.get("Lead"))
        sheet.write(out / "Opportunity.csv", DEAL, map(self.deal, world.deals))
        roles = [(d, p) for d in world.deals for p in d.people if p.box == "contact"]
        sheet.write(out / "OpportunityContactRole.csv", ROLE, ({"Id": sf_id("00K", n), "OpportunityId": d.id, "ContactId": p.id, "Role": self.random.choice(["Decision Maker", "Evaluator", ""]),
                    "IsPrimary": "true" if p is d.people[0] else "false", "CreatedDate": self.at(max(d.created, min(p.created, world.as_of))), "IsDeleted": "false"} for n, (d, p) in enumerate(roles, 1)))
        sheet.write(out / "Task.csv", TASK, (self.task(a) for a in world.acts if a.kind != "meeting"))
        sheet.write(out / "Event.csv", EVENT, (self.event(a) for a in world.acts if a.kind == "meeting"))
        sheet.write(out / "Campaign.csv", CAMPAIGN, ({"Id": c.id, "Name": c.name, "Type": c.kind, "Status": "Completed", "IsActive": "false", "StartDate": str(c.start), "EndDate": str(c.start + DAY),
                    "OwnerId": world.users[0].id} | self.stamps(c.start - DAY * 30, c.start) for c in world.campaigns))
        sheet.write(out / "CampaignMember.csv", MEMBER, self.members())
        sheet.write(out / "User.csv", USER, ({"Id": u.id, "Username": u.email, "Email": u.email, "FirstName": u.given, "LastName": u.family, "Name": f"{u.given} {u.family}", "Alias": u.email[:5],
                    "IsActive": "true" if u.active else "false", "UserType": "Standard"} | self.stamps(world.as_of - DAY * 2500, world.as_of - DAY * 900) for u in world.users))
        return [(row, (name, n, row.id)) for name, rows in (("Account.csv", world.orgs), ("Contact.csv", self.contacts), ("Lead.csv", self.leads)) for n, row in enumerate(rows, 2)]

    def members(self):
        """Who answered a campaign, and others that it was only sent to."""
        world = self.world
        sent = [p for p in self.leads + self.contacts if p.created < world.as_of - DAY * 100 and self.typist.chance(4) and p.state != "converted"]
        for n, (person, response) in enumerate([(r.person, r) for r in world.responses] + [(p, None) for p in sent], 1):
            campaign = response.campaign if response else world.campaigns[-1]
            day = response.day if response else max(person.created, campaign.start)
            answered = self.random.choice(["Responded", "Attended", "Registered"] if self.lang == "en" else ["Responded", "Asistió", "Registrado"])
            yield {"Id": sf_id("00v", n), "CampaignId": campaign.id, "LeadId": person.id if person.box == "lead" else "", "ContactId": person.id if person.box == "contact" else "",
                   "Status": answered if response else "Sent", "HasResponded": "true" if response else "false", "FirstRespondedDate": str(day) if response else "",
                   "IsDeleted": "false"} | self.stamps(min(day, world.as_of), min(day, world.as_of))


def write(world, out, labels=False):
    """Writes the files and says where each row of a party stands: (row, (file, number, id))."""
    return Export(world).write(out, labels)
