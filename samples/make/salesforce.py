"""samples/salesforce: linked files in API names, and what is planted in them; samples/salesforce-report: a report of leads."""

import unicodedata

from invent import Firm, Person, Phones, Random, sf_id, write

USER = "Id Username Email FirstName LastName Name Alias IsActive UserType Title Department CreatedDate LastModifiedDate".split()
ACCOUNT = """Id IsDeleted MasterRecordId Name AccountNumber Site Type ParentId BillingStreet BillingCity BillingState
 BillingPostalCode BillingCountry Phone Fax Website Industry AnnualRevenue NumberOfEmployees Rating AccountSource Description OwnerId
 IsPersonAccount FirstName LastName PersonEmail PersonMobilePhone LastActivityDate CreatedDate LastModifiedDate SystemModstamp
 Customer_Tier__c ERP_Number__c""".split()
CONTACT = """Id IsDeleted MasterRecordId AccountId Salutation FirstName LastName Title Department ReportsToId Email
 HasOptedOutOfEmail DoNotCall Phone MobilePhone HomePhone Fax Birthdate LeadSource MailingStreet MailingCity MailingState MailingPostalCode
 MailingCountry Description OwnerId EmailBouncedDate EmailBouncedReason LastActivityDate CreatedDate LastModifiedDate SystemModstamp
 Languages__c Customer_Tier__c Favourite_Colour__c""".split()
LEAD = """Id IsDeleted Salutation FirstName LastName Title Company Email HasOptedOutOfEmail DoNotCall Phone MobilePhone Website
 Street City State PostalCode Country Description LeadSource Status Rating Industry AnnualRevenue NumberOfEmployees OwnerId IsConverted
 ConvertedDate ConvertedAccountId ConvertedContactId ConvertedOpportunityId LastActivityDate CreatedDate LastModifiedDate SystemModstamp
 Product_Interest__c""".split()
DEAL = """Id IsDeleted Name AccountId ContactId StageName Amount Probability CloseDate IsClosed IsWon Type LeadSource OwnerId
 CreatedDate LastModifiedDate""".split()
TASK = """Id IsDeleted WhoId WhatId AccountId Subject Status Priority IsClosed ActivityDate TaskSubtype OwnerId CreatedDate
 LastModifiedDate""".split()
EVENT = """Id IsDeleted WhoId WhatId AccountId Subject StartDateTime EndDateTime Type OwnerId CreatedDate LastModifiedDate""".split()
CAMPAIGN = """Id IsDeleted Name ParentId Type Status StartDate EndDate IsActive OwnerId CreatedDate LastModifiedDate""".split()
MEMBER = """Id IsDeleted CampaignId LeadId ContactId Status HasResponded FirstRespondedDate CreatedDate LastModifiedDate""".split()
ROLE = """Id IsDeleted OpportunityId ContactId Role IsPrimary CreatedDate LastModifiedDate""".split()
TYPES = ["Prospect", "Customer - Direct", "Customer - Direct", "Customer - Channel", "Channel Partner / Reseller",
         "Installation Partner", "Technology Partner", "Other", ""]
SOURCES = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other", ""]
INDUSTRIES = ["Banking", "Construction", "Education", "Food & Beverage", "Manufacturing", "Retail", "Transportation", ""]
CLASSIC = ["Open - Not Contacted", "Working - Contacted", "Closed - Not Converted"]
NEWER = ["New", "Working", "Nurturing", "Qualified", "Unqualified"]
STAGES = [("Prospecting", 10), ("Needs Analysis", 20), ("Proposal/Price Quote", 75), ("Negotiation/Review", 90),
          ("Closed Won", 100), ("Closed Lost", 0)]


def stamped(random, row):
    row["CreatedDate"], row["LastModifiedDate"] = random.stamps()
    return row


class Org:
    """Everything in the folder, made in one fixed order."""

    def __init__(self):
        self.random = Random(20241121)
        self.phones = Phones(self.random)
        self.users = [self.user(n) for n in range(8)]
        self.firms, self.accounts, self.people, self.contacts, self.leads = [], [], [], [], []

    def user(self, n):
        names = [("Ann", "Ashcroft"), ("Luis", "Ortega Rivas"), ("Petra", "Lindenthal"), ("Bruno", "Saraiva"),
                 ("Megan", "Wrenfield"), ("Óscar", "Núñez Soler"), ("Ralf", "Birkenau"), ("Integration", "User")]
        given, family = names[n]
        login = f"{['ann', 'luis', 'petra', 'bruno', 'megan', 'oscar', 'ralf', 'integration'][n]}@seller.example"
        return stamped(self.random, {
            "Id": sf_id("005", n + 1), "Username": login + (".full" if n == 3 else ""), "Email": login, "FirstName": given,
            "LastName": family, "Name": f"{given} {family}", "Alias": login[:5], "IsActive": "false" if n in (5, 6) else "true",
            "UserType": "Standard", "Title": "Sales", "Department": "Sales"})

    def owner(self):
        return self.random.pick(self.users[:7])["Id"]

    def account(self):
        random, n = self.random, len(self.accounts)
        firm = Firm(random, self.phones)
        self.firms.append(firm)
        row = {
            "Id": sf_id("001", n + 1), "IsDeleted": "false", "Name": firm.name, "AccountNumber": f"CC{n:04}", "Type": random.pick(TYPES),
            "BillingStreet": firm.street, "BillingCity": firm.place["city"], "BillingState": firm.place["region"],
            "BillingPostalCode": firm.place["postal"], "BillingCountry": firm.place["country"], "Phone": firm.phone,
            "Website": random.pick(["www.", "https://www.", "http://", ""]) + firm.domain, "Industry": random.pick(INDUSTRIES),
            "AnnualRevenue": f"{random.below(900) * 10000}.0", "NumberOfEmployees": str(1 + random.below(900)),
            "Rating": random.pick(["Hot", "Warm", "Cold", ""]), "AccountSource": random.pick(SOURCES), "OwnerId": self.owner(),
            "IsPersonAccount": "false", "Customer_Tier__c": random.pick(["Gold", "Silver", "", ""]), "ERP_Number__c": f"{n + 17:08}"}
        self.accounts.append(stamped(random, row))
        return row

    def contact(self, at=None):
        random, n = self.random, len(self.contacts)
        at = random.below(len(self.firms)) if at is None else at
        person = Person(random, self.phones, self.firms[at])
        self.people.append(person)
        place = self.firms[at].place
        row = {
            "Id": sf_id("003", n + 1), "IsDeleted": "false", "AccountId": self.accounts[at]["Id"],
            "Salutation": random.pick(["", "Mr.", "Ms.", "Dr."]), "FirstName": person.given, "LastName": person.family,
            "Title": person.title, "Department": random.pick([person.department, ""]), "Email": person.email,
            "HasOptedOutOfEmail": "true" if random.chance(8) else "false", "DoNotCall": "true" if random.chance(4) else "false",
            "Phone": person.office if random.chance(90) else "", "MobilePhone": person.mobile if random.chance(70) else "",
            "Birthdate": random.date(1955, 1998) if random.chance(15) else "", "LeadSource": random.pick(SOURCES),
            "MailingStreet": self.firms[at].street, "MailingCity": place["city"], "MailingState": place["region"],
            "MailingPostalCode": place["postal"], "MailingCountry": place["country"], "OwnerId": self.owner(),
            "LastActivityDate": random.date(2022) if random.chance(40) else "", "Languages__c": random.pick(["", "en;es", "de", "pt;es"])}
        if n > 20 and random.chance(15):
            row["ReportsToId"] = random.pick(self.contacts)["Id"]
        self.contacts.append(stamped(random, row))
        return row

    def lead(self, person=None):
        random, n = self.random, len(self.leads)
        firm = Firm(random, self.phones) if person is None else person.firm
        person = person or Person(random, self.phones, firm)
        row = {
            "Id": sf_id("00Q", n + 1), "IsDeleted": "false", "FirstName": person.given, "LastName": person.family, "Title": person.title,
            "Company": firm.name, "Email": person.email, "HasOptedOutOfEmail": "true" if random.chance(7) else "false",
            "DoNotCall": "false", "Phone": person.office if random.chance(85) else "",
            "MobilePhone": person.mobile if random.chance(60) else "", "Website": firm.domain if random.chance(40) else "",
            "City": firm.place["city"], "State": firm.place["region"], "PostalCode": firm.place["postal"],
            "Country": firm.place["country"], "LeadSource": random.pick(SOURCES), "Status": random.pick(CLASSIC if n % 2 else NEWER),
            "Rating": random.pick(["Hot", "Warm", "Cold", "", ""]), "Industry": random.pick(INDUSTRIES), "OwnerId": self.owner(),
            "IsConverted": "false", "Product_Interest__c": random.pick(["Starter", "Pro;Support", "", ""])}
        self.leads.append(stamped(random, row))
        return row

    def converted(self, at, deal=None):
        row, contact = self.lead(self.people[at]), self.contacts[at]
        row |= {"Status": "Closed - Converted", "IsConverted": "true", "ConvertedDate": row["LastModifiedDate"][:10],
                "ConvertedAccountId": contact["AccountId"], "ConvertedContactId": contact["Id"], "ConvertedOpportunityId": deal or ""}

    def twin(self, at, **changes):
        """The person of row `at` once more, as somebody typed it again."""
        row = self.contact(0)
        keep = {key: row[key] for key in ("Id", "CreatedDate", "LastModifiedDate")}
        row |= self.contacts[at] | keep | changes
        self.people[-1] = self.people[at]
        return row


def accounts(org):
    rows = [org.account() for _ in range(52)]
    for child, parent in ((7, 1), (8, 1), (9, 8), (20, 3), (21, 3), (30, 21)):
        rows[child]["ParentId"] = rows[parent]["Id"]
    rows[7]["Name"] = rows[1]["Name"] + " (Filial Norte)"
    rows[40]["ParentId"], rows[41]["ParentId"] = rows[41]["Id"], rows[40]["Id"]
    for at, name in ((10, rows[11]["Name"].upper()), (12, rows[13]["Name"])):
        twin = rows[at + 1]
        rows[at] |= {"Name": name, "Website": twin["Website"].removeprefix("https://"), "BillingCity": twin["BillingCity"]}
    rows[12] |= {"Site": "Plant 2", "Website": ""}
    rows[14]["Name"], rows[15]["Description"] = "Müller, Maier \"und\" Söhne GmbH", "Two lines,\r\none account"
    rows[16] |= {"Name": "Household of the Kings", "Type": "Other", "Website": "", "Phone": ""}
    rows[17] |= {"IsDeleted": "true", "MasterRecordId": rows[18]["Id"]}
    rows[19] |= {"Website": "n/a", "Phone": "0000000000", "AnnualRevenue": "-1.0"}
    for row in rows[:3]:
        row |= {"Type": "Customer - Direct", "Customer_Tier__c": "Gold"}
    for n in range(4):
        row, person = org.account(), None
        person = Person(org.random, org.phones, org.firms[-1])
        row |= {"Name": f"{person.given} {person.family}", "IsPersonAccount": "true", "FirstName": person.given, "LastName": person.family,
                "PersonEmail": f"{person.email.split('@')[0]}@mailbox.example", "PersonMobilePhone": person.mobile, "Website": "",
                "Industry": "", "AnnualRevenue": "", "NumberOfEmployees": "", "Type": "Customer - Direct" if n else "Prospect"}
    for _ in range(4):
        org.account()


def contacts(org):
    rows = org.contacts
    for _ in range(170):
        org.contact()
    rows[0] |= {"AccountId": org.accounts[0]["Id"][:15], "OwnerId": org.users[5]["Id"]}
    rows[1] |= {"AccountId": sf_id("001", 9999)}
    rows[2] |= {"AccountId": "", "LeadSource": "Web", "LastActivityDate": "", "Description": "Downloaded the price list"}
    rows[3] |= {"FirstName": "josé luis", "LastName": "garcía peña"}
    rows[4] |= {"FirstName": "ANDREA", "LastName": "ACKERMANN"}
    rows[5] |= {"FirstName": "María Fernanda", "LastName": "GALINDO URIBE", "MailingCountry": "México"}
    rows[6] |= {"FirstName": "", "LastName": "Pacheco Lira, Jorge"}
    rows[7] |= {"LastName": unicodedata.normalize("NFD", "Núñez Ibáñez"), "FirstName": "Inés\u200b"}
    rows[8] |= {"LastName": "MÃ¼hlbauer", "FirstName": "JÃ¶rg"}
    rows[9] |= {"FirstName": "\u00a0Claire ", "LastName": " Wrenwood"}
    for at, name in enumerate(["joseluis.garcia", "andrea.ackermann", "mf.galindo", "jorge.pacheco", "ines.nunez", "joerg", "claire.wrenwood"], 3):
        rows[at]["Email"] = f"{name}@{org.people[at].firm.domain}"
    for at, by in ((10, 11), (11, 12), (12, 10), (13, 13)):
        rows[at]["ReportsToId"] = rows[by]["Id"]
    for at, email in enumerate(["noemail@example.com", "na@na.example", "test@test.example", "luis.example.com", "ana@@mail.example",
                                "eva maria@mail.example", "kein@", "n/a", "PAUL.STONEBY@HILL.EXAMPLE", " beth.oakley@hill.example "], 14):
        rows[at]["Email"] = email
    for at, box in ((24, "info@"), (25, "ventas@"), (26, "kontakt@"), (27, "sales@")):
        rows[at]["Email"] = box + org.people[at].firm.domain
    for at in (28, 29, 30, 31):
        rows[at] |= {"Email": "", "Phone": rows[at]["Phone"] if at < 30 else "", "MobilePhone": ""}
    rows[32] |= {"MailingStreet": "Calle Hidalgo 12\r\nInt. 4, Col. \"Centro\"", "Description": "Said \"call me\",\nthen hung up"}
    rows[33] |= {"MailingStreet": "Lindenallee 7\nHinterhaus", "Description": "=1+1 is not a formula"}
    rows[34] |= {"IsDeleted": "true", "MasterRecordId": rows[35]["Id"], "Email": rows[35]["Email"]}
    rows[36] |= {"Birthdate": "1900-01-01", "MailingPostalCode": "00000"}
    rows[37] |= {"Birthdate": "2031-05-04"}
    rows[38] |= {"OwnerId": sf_id("005", 777)}
    phones = ["044 55 5555 0190", "+52 1 55 5555 0191", "617-555-0192 ext. 12", "617-555-0193 / 617-555-0194", "call the office",
              "123", "+34910000195", "2125550196.0", "2.13E+09"]
    for at, phone in enumerate(phones, 39):
        rows[at] |= {"Phone": phone, "MailingCountry": "México" if at < 41 else "United States"}
    rows[48] |= {"MailingCountry": "Deutchland"}
    rows[49] |= {"MailingCountry": "", "MailingState": ""}
    rows[50] |= {"FirstName": "", "LastName": "Talleres del Puente S.L.", "Title": "", "Salutation": ""}
    rows[51] |= {"FirstName": "Test", "LastName": "Test", "Email": "asdf@asdf.example"}
    rows[52] |= {"EmailBouncedDate": "2023-02-01T08:00:00.000Z", "EmailBouncedReason": "550 5.1.1 user unknown"}
    rows[53] |= {"Languages__c": "en;es", "Favourite_Colour__c": "teal"}
    twins(org)


def twins(org):
    rows = org.contacts
    org.twin(60, Email=rows[60]["Email"].upper(), HasOptedOutOfEmail="true", Phone="")
    org.twin(61, FirstName=rows[61]["FirstName"][:1] + ".", LastName=rows[61]["LastName"].upper(), HasOptedOutOfEmail="false")
    rows[61]["HasOptedOutOfEmail"] = "true"
    org.twin(62, LastName=rows[62]["LastName"].split()[0], MobilePhone=org.phones.mobile(org.people[62].code))
    org.twin(63, Email="", Title="")
    org.twin(64, Email=f"{rows[64]['Email'].split('@')[0]}@mailbox.example", AccountId="")
    org.twin(65, AccountId=org.accounts[5]["Id"], Title="CEO")
    for at, given in ((70, "Grace"), (71, "Emilio")):
        org.twin(at, FirstName=given, MobilePhone="", Phone="", Title="", Salutation="")
    for _ in range(20):
        org.contact()
    # ids that differ in nothing but case
    rows[-2]["Id"], rows[-1]["Id"] = sf_id("003", 62 * 50 + 10), sf_id("003", 62 * 50 + 36)


def leads(org):
    for at in range(80, 92):
        org.converted(at, sf_id("006", at - 79) if at % 2 else None)
    for _ in range(138):
        org.lead()
    rows = org.leads
    rows[20] |= {"Company": "[not provided]", "LastName": "[not provided]"}
    rows[21] |= {"FirstName": "", "LastName": rows[21]["Company"]}
    rows[22] |= {"Company": org.accounts[0]["Name"].upper()}
    rows[23] |= {"Email": org.contacts[0]["Email"], "FirstName": org.people[0].given, "LastName": org.people[0].family,
                 "Company": org.accounts[0]["Name"], "Status": "Working - Contacted"}
    rows[24] |= {"Status": "Closed - Not Converted", "Rating": "Hot"}
    rows[25] |= {"Status": "Open - Not Contacted", "LastActivityDate": "2024-10-30", "Rating": "Hot"}
    rows[26] |= {"Status": "Qualified", "Rating": "Cold", "LastActivityDate": "2017-01-09"}
    rows[27] |= {"Status": "Waiting for budget"}
    rows[28] |= {"Status": ""}
    rows[29] |= {"Email": "megan@seller.example", "FirstName": "Megan", "LastName": "Wrenfield", "Company": "Seller"}
    for row in rows[30:38]:
        row["OwnerId"] = sf_id("00G", 1)
    rows[38] |= {"Company": "", "Email": "duarte.paiva@mailbox.example"}
    rows[39] |= {"Email": rows[40]["Email"], "FirstName": rows[40]["FirstName"], "LastName": rows[40]["LastName"]}
    rows[41] |= {"IsConverted": "true", "Status": "Closed - Converted", "ConvertedDate": "2023-03-03",
                 "ConvertedContactId": sf_id("003", 9998), "ConvertedAccountId": sf_id("001", 9998)}
    rows[42] |= {"HasOptedOutOfEmail": "true", "Email": org.contacts[66]["Email"], "FirstName": org.contacts[66]["FirstName"],
                 "LastName": org.contacts[66]["LastName"]}
    rows[43] |= {"Street": "Rua das Flores 9\nApto 3", "LastName": "dos Santos Neto", "FirstName": "João"}
    rows[44] |= {"LastName": "von der Heide-Öhlmann", "FirstName": "Karl-Heinz", "Salutation": "Prof."}
    rows[45] |= {"IsDeleted": "true"}
    for row in (org.leads[46], org.leads[47]):
        row |= {"FirstName": "Ángela", "LastName": "Cortés de la Vega", "Company": "Ayuntamiento de Nogal"}


def deals(org):
    random, rows = org.random, []
    for n in range(40):
        at = 80 + n if n < 12 else random.below(len(org.contacts) - 40)
        contact = org.contacts[at]
        stage, probability = random.pick(STAGES)
        rows.append(stamped(random, {
            "Id": sf_id("006", n + 1), "IsDeleted": "false", "Name": f"Offer {n + 1}", "AccountId": contact["AccountId"],
            "ContactId": contact["Id"] if n % 3 else "", "StageName": stage, "Amount": f"{500 * random.below(300)}.0",
            "Probability": str(probability), "CloseDate": random.date(2019, 2025),
            "IsClosed": "true" if stage.startswith("Closed") else "false", "IsWon": "true" if stage == "Closed Won" else "false",
            "Type": random.pick(["New Business", "Existing Business"]), "LeadSource": random.pick(SOURCES), "OwnerId": org.owner()}))
    rows[30]["AccountId"] = sf_id("001", 9997)
    return rows


def tasks(org, opportunities):
    random, rows = org.random, []
    for n in range(60):
        lead = n % 3 == 0
        who = org.leads[12 + n]["Id"] if lead else org.contacts[n]["Id"]
        done = n == 13 * 3 or random.chance(60)
        rows.append(stamped(random, {
            "Id": sf_id("00T", n + 1), "IsDeleted": "false", "WhoId": who, "WhatId": "" if lead else random.pick(opportunities)["Id"],
            "Subject": random.pick(["Call", "Send Quote", "Re: offer, \"urgent\"", "Llamar mañana"]),
            "Status": "Completed" if done else random.pick(["Not Started", "In Progress"]), "Priority": "Normal",
            "IsClosed": "true" if done else "false", "ActivityDate": random.date(2021), "TaskSubtype": random.pick(["Task", "Email", "Call"]),
            "OwnerId": org.owner()}))
    return rows


def events(random, org, opportunities):
    rows = []
    for n in range(20):
        contact, deal = random.pick(org.contacts), random.pick(opportunities)
        who = contact["Id"] if n % 3 else random.pick(org.leads)["Id"]
        day = random.date(2021)
        rows.append(stamped(random, {
            "Id": sf_id("00U", n + 1), "IsDeleted": "false", "WhoId": who, "WhatId": deal["Id"] if n % 3 == 1 else "",
            "AccountId": contact["AccountId"] if n % 3 else "", "Subject": random.pick(["Discovery", "Demo", "Service review", "Reunión de precios"]),
            "StartDateTime": f"{day}T09:00:00.000Z", "EndDateTime": f"{day}T10:00:00.000Z", "Type": random.pick(["Meeting", "Call", ""]),
            "OwnerId": org.owner()}))
    rows[3] |= {"StartDateTime": "2031-02-03T09:00:00.000Z", "EndDateTime": "2031-02-03T10:00:00.000Z"}
    rows[4]["WhoId"] = sf_id("003", 9000)
    return rows


def campaigns(random, org):
    kinds = [("Webinar: stock without paper", "Webinar"), ("Feria de Madrid", "Trade Show"), ("Newsletter", "Email"), ("Spring", "Other")]
    rows = [stamped(random, {"Id": sf_id("701", n + 1), "IsDeleted": "false", "Name": name, "Type": kind, "Status": "Completed", "IsActive": "true",
                             "StartDate": "2023-03-01", "EndDate": "2023-03-31", "OwnerId": org.owner()}) for n, (name, kind) in enumerate(kinds)]
    rows[0]["ParentId"] = rows[3]["Id"]
    return rows


def members(random, org, drives):
    rows = []
    for n in range(40):
        drive, answered = random.pick(drives[:3]), random.chance(40)
        who = {"ContactId": random.pick(org.contacts)["Id"]} if n % 2 else {"LeadId": random.pick(org.leads)["Id"]}
        rows.append(stamped(random, who | {
            "Id": sf_id("00v", n + 1), "IsDeleted": "false", "CampaignId": drive["Id"], "HasResponded": "true" if answered else "false",
            "Status": random.pick(["Responded", "Attended"]) if answered else random.pick(["Sent", "Invited", "No Show"]),
            "FirstRespondedDate": random.date(2023) if answered else ""}))
    converted = [lead for lead in org.leads if lead.get("ConvertedContactId")]
    rows[0] |= {"LeadId": converted[0]["Id"], "ContactId": converted[0]["ConvertedContactId"]}
    rows[1]["CampaignId"] = sf_id("701", 900)
    return rows


def roles(random, org, opportunities):
    rows = []
    for n, deal in enumerate(opportunities[:18]):
        rows.append(stamped(random, {
            "Id": sf_id("00K", n + 1), "IsDeleted": "false", "OpportunityId": deal["Id"], "ContactId": random.pick(org.contacts)["Id"],
            "Role": random.pick(["Decision Maker", "Evaluator", "Influencer", ""]), "IsPrimary": "true" if n % 3 else "false"}))
    rows[1]["OpportunityId"] = rows[0]["OpportunityId"]
    return rows


def report(org):
    """Labels, dates of the user's locale, 0 and 1, and the lines a report ends with."""
    labels = {"First Name": "FirstName", "Last Name": "LastName", "Title": "Title", "Company / Account": "Company", "Email": "Email",
              "Phone": "Phone", "Mobile": "MobilePhone", "City": "City", "State/Province": "State", "Country": "Country",
              "Lead Source": "LeadSource", "Lead Status": "Status", "Rating": "Rating"}
    names = {user["Id"]: user["Name"] for user in org.users}
    rows = []
    for lead in org.leads[48:98]:
        year, month, day = lead["CreatedDate"][:10].split("-")
        rows.append({"Lead Owner": names[lead["OwnerId"]], "Email Opt Out": "1" if lead["HasOptedOutOfEmail"] == "true" else "0",
                     "Created Date": f"{int(month)}/{int(day)}/{year}"} | {label: lead[key] for label, key in labels.items() if key in lead})
    tail = "\r\n".join(["", "", '"Open leads by owner"', '"Copyright (c) 2000-2024 salesforce.com, inc. All rights reserved."',
                        '"Confidential Information - Do Not Distribute"', '"Generated By:  Ann Ashcroft  11/21/2024 9:15 AM"',
                        '"Seller Example"', ""])
    write("salesforce-report/leads.csv", ["Lead Owner", *labels, "Email Opt Out", "Created Date"], rows, tail=tail)


def make():
    org = Org()
    accounts(org)
    contacts(org)
    leads(org)
    opportunities = deals(org)
    short = list(org.contacts[-1].values())[:9]
    for rows in (org.accounts, org.contacts, org.leads):
        for row in rows:
            row["SystemModstamp"] = row["LastModifiedDate"]
    contact_rows = org.contacts[:100] + [[sf_id("003", 900), *short[1:]]] + org.contacts[100:]
    write("salesforce/User.csv", USER, org.users)
    write("salesforce/Account.csv", ACCOUNT, org.accounts)
    write("salesforce/Contact.csv", CONTACT, contact_rows)
    write("salesforce/Lead.csv", LEAD, org.leads, end="\n")
    write("salesforce/Opportunity.csv", DEAL, opportunities)
    write("salesforce/Task.csv", TASK, tasks(org, opportunities))
    random = Random(701)
    drives = campaigns(random, org)
    write("salesforce/Event.csv", EVENT, events(random, org, opportunities))
    write("salesforce/Campaign.csv", CAMPAIGN, drives)
    write("salesforce/CampaignMember.csv", MEMBER, members(random, org, drives))
    write("salesforce/OpportunityContactRole.csv", ROLE, roles(random, org, opportunities))
    report(org)
