"""samples/dynamics365: linked tables in logical names, with codes and ids; samples/dynamics365-excel: views exported to Excel."""

import unicodedata

from invent import Firm, Person, Phones, Random, write

LABEL = "@OData.Community.Display.V1.FormattedValue"
TABLE = "@Microsoft.Dynamics.CRM.lookuplogicalname"
REFUSALS = "donotemail donotbulkemail donotsendmm donotphone donotfax donotpostalmail".split()
SYSTEM = ["_ownerid_value", "statecode", "statuscode", "createdon", "modifiedon", "overriddencreatedon", "merged", "_masterid_value", "versionnumber"]
ADDRESS = ["address1_line1", "address1_line2", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country"]
ACCOUNT = ["@odata.etag", "accountid", "name", "accountnumber", "_parentaccountid_value", "_primarycontactid_value", "customertypecode",
           "customertypecode" + LABEL, "accountcategorycode", "industrycode", "ownershipcode", "revenue", "revenue_base", "numberofemployees",
           "sic", "emailaddress1", "telephone1", "telephone2", "telephone3", "fax", "websiteurl", *ADDRESS, "address1_composite", "creditonhold",
           "accountratingcode", "description", *REFUSALS, "donotbulkpostalmail", "followemail", *SYSTEM, "new_customertier"]
CONTACT = ["@odata.etag", "contactid", "salutation", "firstname", "middlename", "lastname", "suffix", "fullname", "yomifullname", "jobtitle",
           "department", "accountrolecode", "_parentcustomerid_value", "_parentcustomerid_value" + LABEL, "_parentcustomerid_value" + TABLE,
           "_originatingleadid_value", "managername", "emailaddress1", "emailaddress2", "emailaddress3", "telephone1", "mobilephone", "telephone2",
           "fax", "birthdate", "gendercode", *ADDRESS, "customertypecode", "preferredcontactmethodcode", "description", *REFUSALS,
           "donotbulkpostalmail", "followemail", *SYSTEM, "new_languages"]
LEAD = ["@odata.etag", "leadid", "subject", "salutation", "firstname", "lastname", "fullname", "jobtitle", "companyname", "_parentaccountid_value",
        "_parentcontactid_value", "_qualifyingopportunityid_value", "emailaddress1", "telephone1", "mobilephone", "websiteurl", *ADDRESS, "industrycode",
        "leadsourcecode", "leadqualitycode", "budgetamount", "budgetstatus", "need", "purchasetimeframe", "decisionmaker", "estimatedamount",
        "estimatedclosedate", "prioritycode", "description", *REFUSALS, "followemail", *SYSTEM, "statuscode" + LABEL, "new_productinterest"]
USER = ["systemuserid", "fullname", "firstname", "lastname", "internalemailaddress", "domainname", "isdisabled", "title", "createdon"]
DEAL = ["opportunityid", "name", "_parentaccountid_value", "_parentcontactid_value", "_customerid_value", "_customerid_value" + TABLE,
        "_originatingleadid_value", "estimatedvalue", "actualvalue", "estimatedclosedate", "actualclosedate", "closeprobability", "stepname", "statecode",
        "statuscode", "_ownerid_value", "createdon", "modifiedon"]
TASK = ["activityid", "activitytypecode", "subject", "_regardingobjectid_value", "_regardingobjectid_value" + TABLE, "scheduledend", "actualend",
        "statecode", "statuscode", "_ownerid_value", "createdon", "modifiedon"]
TYPES = ["Competitor", "Consultant", "Customer", "Investor", "Partner", "Influencer", "Press", "Prospect", "Reseller", "Supplier", "Vendor", "Other"]
INDUSTRIES = {"1": "Accounting", "5": "Building Supply Retail", "7": "Consulting", "12": "Durable Manufacturing", "16": "Financial", "33": "Wholesale"}
SOURCES = ["Advertisement", "Employee Referral", "External Referral", "Partner", "Public Relations", "Seminar", "Trade Show", "Web", "Word of Mouth",
           "Other"]
REASONS = ["New", "Contacted", "Qualified", "Lost", "Cannot Contact", "No Longer Interested", "Canceled"]
RATINGS = ["Hot", "Warm", "Cold"]
TOPICS = ["Licences for {}", "{}: new line", "Service contract", "Enquiry from the fair", "Presupuesto para {}", "Angebot {}"]
NAMES = [("Ann", "Ashcroft"), ("Luis", "Ortega Rivas"), ("Petra", "Lindenthal"), ("Bruno", "Saraiva"), ("Megan", "Wrenfield"),
         ("Óscar", "Núñez Soler"), ("Ralf", "Birkenau"), ("Integration", "User")]


class Org:
    """Everything in the folder, made in one fixed order."""

    def __init__(self):
        self.random = Random(20250365)
        self.phones = Phones(self.random)
        self.users = [self.user(n) for n in range(len(NAMES))]
        self.team = self.guid()
        self.firms, self.accounts, self.people, self.contacts, self.leads = [], [], [], [], []

    def guid(self):
        digits = "".join("0123456789abcdef"[self.random.below(16)] for _ in range(20))
        return f"{digits[:8]}-0000-11ef-{digits[8:12]}-{digits[8:]}"

    def stamps(self):
        return [stamp.replace(".000Z", "Z") for stamp in self.random.stamps()]

    def user(self, n):
        given, family = NAMES[n]
        login = f"{['ann', 'luis', 'petra', 'bruno', 'megan', 'oscar', 'ralf', 'integration'][n]}@seller.example"
        return {"systemuserid": self.guid(), "fullname": f"{given} {family}", "firstname": given, "lastname": family, "internalemailaddress": login,
                "domainname": login, "isdisabled": "true" if n in (5, 6) else "false", "title": "Sales", "createdon": self.stamps()[0]}

    def system(self, row):
        random, user = self.random, self.random.pick(self.users[:7])
        created, modified = self.stamps()
        for refusal in REFUSALS:
            row[refusal] = "true" if random.chance(4) else "false"
        return row | {
            "@odata.etag": f"W/\"{random.below(900000)}\"", "followemail": "false" if random.chance(5) else "true", "_ownerid_value": user["systemuserid"], "createdon": created, "modifiedon": modified, "merged": "false",
            "versionnumber": str(random.below(900000))}

    def address(self, firm):
        return dict(zip(ADDRESS, [firm.street, "", firm.place["city"], firm.place["region"], firm.place["postal"], firm.place["country"]], strict=True))

    def account(self):
        random, n = self.random, len(self.accounts)
        firm = Firm(random, self.phones)
        self.firms.append(firm)
        kind = random.pick(["3", "3", "8", str(1 + random.below(12)), ""])
        revenue = f"{random.below(900) * 10000}.0000"
        row = {
            "accountid": self.guid(), "name": firm.name, "accountnumber": f"AC{n:05}", "customertypecode": kind,
            "customertypecode" + LABEL: TYPES[int(kind) - 1] if kind else "", "accountcategorycode": random.pick(["1", "2", ""]),
            "industrycode": random.pick([*INDUSTRIES, ""]), "ownershipcode": random.pick(["1", "2", ""]), "revenue": revenue, "revenue_base": revenue,
            "numberofemployees": str(1 + random.below(900)), "sic": random.pick(["0721", "7372", ""]), "emailaddress1": f"info@{firm.domain}",
            "telephone1": firm.phone, "telephone2": self.phones.office(firm.code) if random.chance(20) else "",
            "websiteurl": random.pick(["www.", "https://www.", "http://", ""]) + firm.domain, "creditonhold": "true" if random.chance(5) else "false",
            "accountratingcode": "1", "donotbulkpostalmail": "true" if random.chance(4) else "false", "statecode": "0", "statuscode": "1",
            "new_customertier": random.pick(["Gold", "Silver", "", ""])} | self.address(firm)
        row["address1_composite"] = "\r\n".join([firm.street, f"{firm.place['city']}, {firm.place['region']} {firm.place['postal']}", firm.place["country"]])
        self.accounts.append(self.system(row))
        return self.accounts[-1]

    def contact(self, at=None):
        random, n = self.random, len(self.contacts)
        at = n % len(self.firms) if at is None else at
        person = Person(random, self.phones, self.firms[at])
        self.people.append(person)
        row = {
            "contactid": self.guid(), "salutation": random.pick(["", "Mr.", "Ms.", "Dr."]), "firstname": person.given, "lastname": person.family,
            "jobtitle": person.title, "department": random.pick([person.department, ""]), "accountrolecode": random.pick(["1", "2", "3", ""]),
            "_parentcustomerid_value": self.accounts[at]["accountid"], "_parentcustomerid_value" + LABEL: self.accounts[at]["name"],
            "_parentcustomerid_value" + TABLE: "account", "emailaddress1": person.email, "telephone1": person.office if random.chance(90) else "",
            "mobilephone": person.mobile if random.chance(70) else "", "birthdate": random.date(1955, 1998) if random.chance(15) else "",
            "gendercode": random.pick(["1", "2", ""]), "customertypecode": "1", "preferredcontactmethodcode": random.pick(["1", "1", "2", "3"]),
            "donotbulkpostalmail": "true" if random.chance(4) else "false", "statecode": "0", "statuscode": "1",
            "new_languages": random.pick(["", "en", "de", "pt"])} | self.address(self.firms[at])
        if n > 20 and random.chance(15):
            manager = random.pick(self.people)
            row["managername"] = f"{manager.given} {manager.family}"
        self.contacts.append(self.system(row))
        return self.contacts[-1]

    def lead(self, person=None):
        random = self.random
        firm = person.firm if person else Firm(random, self.phones)
        person = person or Person(random, self.phones, firm)
        reason = random.pick(["1", "1", "2", "2", "4", "5", "6", "7"])
        row = {
            "leadid": self.guid(), "subject": random.pick(TOPICS).format(firm.core), "salutation": random.pick(["", "Mr.", "Ms."]),
            "firstname": person.given, "lastname": person.family, "jobtitle": person.title, "companyname": firm.name, "emailaddress1": person.email,
            "telephone1": person.office if random.chance(85) else "", "mobilephone": person.mobile if random.chance(60) else "",
            "websiteurl": firm.domain if random.chance(40) else "", "industrycode": random.pick([*INDUSTRIES, ""]),
            "leadsourcecode": random.pick([*map(str, range(1, 11)), ""]), "leadqualitycode": random.pick(["1", "2", "2", "3", ""]),
            "budgetstatus": random.pick(["0", "1", "2", "3", ""]), "need": random.pick(["0", "1", "", ""]),
            "purchasetimeframe": random.pick(["0", "4", "", ""]), "decisionmaker": random.pick(["true", "false"]),
            "estimatedamount": f"{random.below(90) * 500}.0000" if random.chance(50) else "",
            "estimatedclosedate": random.date(2024, 2025) if random.chance(40) else "", "prioritycode": "1",
            "statecode": "0" if reason in "12" else "2", "statuscode": reason, "new_productinterest": random.pick(["Starter", "Pro", "", ""])}
        self.leads.append(self.system(row | self.address(firm)))
        return self.leads[-1]

    def qualified(self, at, deal=None):
        """A lead that became the contact of row `at`: the contact names it, not the other way round."""
        row, contact = self.lead(self.people[at]), self.contacts[at]
        row |= {"statecode": "1", "statuscode": "3", "_parentaccountid_value": contact["_parentcustomerid_value"],
                "_parentcontactid_value": contact["contactid"], "_qualifyingopportunityid_value": deal or ""}
        contact["_originatingleadid_value"] = row["leadid"]

    def twin(self, at, **changes):
        """The person of row `at` once more, as somebody typed it again."""
        row = self.contact(0)
        keep = {key: row[key] for key in ("contactid", "createdon", "modifiedon")}
        row |= self.contacts[at] | keep | changes
        self.people[-1] = self.people[at]
        return row


def merged(loser, winner, key):
    loser |= {"merged": "true", "_masterid_value": winner[key] if winner else "", "statecode": "1", "statuscode": "2"}


def refuse(row, *flags):
    row |= dict.fromkeys(REFUSALS, "false") | dict.fromkeys(flags, "true")


def accounts(org):
    rows = [org.account() for _ in range(60)]
    for child, parent in ((7, 1), (8, 1), (9, 8), (20, 3), (21, 3), (30, 21)):
        rows[child]["_parentaccountid_value"] = rows[parent]["accountid"]
    rows[20]["_parentaccountid_value"] = rows[3]["accountid"].upper()
    rows[40]["_parentaccountid_value"], rows[41]["_parentaccountid_value"] = rows[41]["accountid"], rows[40]["accountid"]
    for at, name in ((10, rows[11]["name"].upper()), (12, rows[13]["name"])):
        twin = rows[at + 1]
        rows[at] |= {"name": name, "websiteurl": twin["websiteurl"].removeprefix("https://"), "address1_city": twin["address1_city"]}
    rows[12] |= {"websiteurl": "", "address1_city": "Elsewhere"}
    rows[14]["name"], rows[15]["description"] = "Müller, Maier \"und\" Söhne GmbH", "Two lines,\r\none account"
    merged(rows[17], rows[18], "accountid")
    rows[17]["name"] = rows[18]["name"] + " (old)"
    rows[19] |= {"websiteurl": "n/a", "telephone1": "0000000000", "revenue": "0.0000"}
    rows[22] |= {"statecode": "1", "statuscode": "2"}
    rows[23] |= {"customertypecode": "100000003", "customertypecode" + LABEL: "Franchise"}
    for row in rows[:3]:
        row |= {"customertypecode": "3", "customertypecode" + LABEL: "Customer", "new_customertier": "Gold"}
    refuse(rows[24], "donotbulkemail")


def contacts(org):
    rows = org.contacts
    for _ in range(170):
        org.contact()
    rows[0]["_parentcustomerid_value"] = rows[0]["_parentcustomerid_value"].upper()
    rows[1] |= {"_parentcustomerid_value": "ffffffff-0000-11ef-ffff-ffffffffffff", "_parentcustomerid_value" + LABEL: ""}
    empty = dict.fromkeys(["_parentcustomerid_value", "_parentcustomerid_value" + LABEL, "_parentcustomerid_value" + TABLE], "")
    rows[2] |= empty
    for at, above in ((3, 0), (4, 0), (5, 30), (6, 31), (7, 3)):
        rows[at] |= {"_parentcustomerid_value": rows[above]["contactid"], "_parentcustomerid_value" + TABLE: "contact",
                     "_parentcustomerid_value" + LABEL: f"{rows[above]['firstname']} {rows[above]['lastname']}"}
    for at, flags in ((8, ["donotemail"]), (9, ["donotbulkemail"]), (10, ["donotsendmm"]), (11, REFUSALS[:3]), (12, ["donotphone"]), (13, [])):
        refuse(rows[at], *flags)
    rows[13]["followemail"] = "false"
    merged(rows[14], rows[15], "contactid")
    refuse(rows[14], "donotbulkemail")
    refuse(rows[15])
    rows[14] |= {"firstname": rows[15]["firstname"][:1] + ".", "lastname": rows[15]["lastname"].upper()}
    merged(rows[16], None, "contactid")
    refuse(rows[16], "donotemail")
    rows[17] |= {"statecode": "1", "statuscode": "2"}
    rows[18] |= {"emailaddress2": f"{rows[18]['emailaddress1'].split('@')[0]}@mailbox.example"}
    rows[19] |= {"emailaddress2": "second@mailbox.example", "emailaddress3": "third@mailbox.example"}
    rows[20] |= {"firstname": "", "lastname": "Pacheco Lira, Jorge"}
    rows[21] |= {"lastname": unicodedata.normalize("NFD", "Núñez Ibáñez"), "firstname": "Inés\u200b"}
    rows[22] |= {"lastname": "MÃ¼hlbauer", "firstname": "JÃ¶rg"}
    rows[23] |= {"firstname": "\u00a0Claire ", "lastname": " Wrenwood"}
    rows[24] |= {"firstname": "haruka", "lastname": "TANAKA", "yomifullname": "タナカ ハルカ"}
    for at, name in enumerate(["jorge.pacheco", "ines.nunez", "joerg", "claire.wrenwood", "haruka.tanaka"], 20):
        rows[at]["emailaddress1"] = f"{name}@{org.people[at].firm.domain}"
    for at, email in enumerate(["noemail@example.com", "test@test.example", "luis.example.com", "ana@@mail.example", "n/a",
                                "PAUL.STONEBY@HILL.EXAMPLE", " beth.oakley@hill.example "], 32):
        rows[at]["emailaddress1"] = email
    for at in (40, 41):
        rows[at] |= {"emailaddress1": "", "telephone1": rows[at]["telephone1"] if at < 41 else "", "mobilephone": ""}
    rows[42] |= {"address1_line1": "Calle Hidalgo 12", "address1_line2": "Int. 4, Col. \"Centro\"", "description": "Said \"call me\",\r\nthen hung up"}
    rows[43] |= {"description": "=1+1 is not a formula"}
    rows[44]["_ownerid_value"] = org.team
    rows[45] |= {"birthdate": "2031-05-04"}
    phones = ["044 55 5555 0190", "617-555-0192 ext. 12", "617-555-0193 / 617-555-0194", "call the office", "2.13E+09"]
    for at, phone in enumerate(phones, 46):
        rows[at] |= {"telephone1": phone, "address1_country": "México" if at < 47 else "United States"}
    rows[51] |= {"firstname": "", "lastname": "Talleres del Puente S.L.", "jobtitle": "", "salutation": ""}
    rows[52] |= {"lastname": "Wolkenstein-Hohenberg von und zu Altenmarkt an der Saale", "firstname": "Maximilian"}
    org.twin(60, emailaddress1=rows[60]["emailaddress1"].upper(), donotbulkemail="true", telephone1="")
    org.twin(61, firstname=rows[61]["firstname"][:1] + ".", lastname=rows[61]["lastname"].upper())
    org.twin(62, lastname=rows[62]["lastname"].split()[0], mobilephone=org.phones.mobile(org.people[62].code))
    org.twin(63, emailaddress1="", jobtitle="")
    org.twin(64, emailaddress1=f"{rows[64]['emailaddress1'].split('@')[0]}@mailbox.example", **empty)
    for _ in range(12):
        org.contact()
    for at, row in enumerate(org.accounts[:20]):
        row["_primarycontactid_value"] = rows[at]["contactid"]


def leads(org, opportunities):
    for at in range(80, 92):
        org.qualified(at, opportunities[at - 80] if at % 2 else None)
    for _ in range(138):
        org.lead()
    rows = org.leads
    rows[20] |= {"firstname": "", "lastname": rows[20]["companyname"]}
    rows[21] |= {"companyname": org.accounts[0]["name"].upper()}
    rows[22] |= {"emailaddress1": org.contacts[25]["emailaddress1"], "firstname": org.people[25].given, "lastname": org.people[25].family,
                 "companyname": org.accounts[25]["name"], "statecode": "0", "statuscode": "2"}
    for at in (23, 24, 25):
        rows[at] |= {"_parentaccountid_value": org.accounts[at]["accountid"], "companyname": org.accounts[at]["name"] if at < 25 else "",
                     "statecode": "0", "statuscode": "2"}
    rows[25]["_parentcontactid_value"] = org.contacts[26]["contactid"]
    rows[26] |= {"statecode": "2", "statuscode": "4", "leadqualitycode": "1"}
    rows[27] |= {"statecode": "0", "statuscode": "100000001", "statuscode" + LABEL: "Waiting for budget"}
    rows[28] |= {"statecode": "2", "statuscode": "1"}
    rows[29] |= {"subject": ""}
    rows[30] |= {"lastname": "", "firstname": "Ops"}
    rows[31] |= {"companyname": "", "emailaddress1": "duarte.paiva@mailbox.example"}
    rows[32] |= {"emailaddress1": rows[33]["emailaddress1"], "firstname": rows[33]["firstname"], "lastname": rows[33]["lastname"]}
    rows[34] |= {"statecode": "1", "statuscode": "3", "_qualifyingopportunityid_value": "ffffffff-0000-11ef-ffff-fffffffffffe"}
    rows[35] |= {"emailaddress1": org.contacts[66]["emailaddress1"], "firstname": org.contacts[66]["firstname"], "lastname": org.contacts[66]["lastname"]}
    refuse(rows[35], "donotbulkemail")
    refuse(rows[36], "donotsendmm")
    rows[37] |= {"lastname": "von der Heide-Öhlmann", "firstname": "Karl-Heinz", "subject": "Rahmenvertrag, \"Los 2\""}
    merged(rows[38], rows[39], "leadid")
    rows[38] |= {"statecode": "2", "statuscode": "7", "emailaddress1": rows[39]["emailaddress1"]}
    rows[40]["_ownerid_value"] = org.team
    rows[41] |= {"mobilephone": "+1 617 555 0144 or +1 617 555 0145", "overriddencreatedon": "2023-05-01"}
    rows[42] |= {"emailaddress1": "megan@seller.example", "firstname": "Megan", "lastname": "Wrenfield", "companyname": "Seller"}
    for at in (43, 44):
        rows[at] |= {"firstname": "Ángela", "lastname": "Cortés de la Vega", "companyname": "Ayuntamiento de Nogal"}
    for row in rows:
        code = row["statuscode"]
        row.setdefault("statuscode" + LABEL, REASONS[int(code) - 1] if len(code) == 1 else "")


def deals(org, ids):
    random, rows = org.random, []
    for n, guid in enumerate(ids):
        at = 80 + n if n < 12 else random.below(150) + 20
        contact, state = org.contacts[at], random.pick(["0", "0", "1", "2"])
        created, modified = org.stamps()
        company = contact["_parentcustomerid_value"]
        rows.append({
            "opportunityid": guid, "name": f"Offer {n + 1}", "_parentaccountid_value": company, "_parentcontactid_value": contact["contactid"] if n % 3 else "",
            "_customerid_value": company, "_customerid_value" + TABLE: "account", "_originatingleadid_value": contact.get("_originatingleadid_value", ""),
            "estimatedvalue": f"{500 * random.below(300)}.0000", "actualvalue": f"{500 * random.below(300)}.0000" if state == "1" else "",
            "estimatedclosedate": random.date(2019, 2025), "actualclosedate": random.date(2019, 2024) if state != "0" else "",
            "closeprobability": str(10 * random.below(10)), "stepname": random.pick(["1-Qualify", "2-Develop", "3-Propose", "4-Close"]), "statecode": state,
            "statuscode": {"0": "1", "1": "3", "2": "5"}[state], "_ownerid_value": random.pick(org.users)["systemuserid"], "createdon": created,
            "modifiedon": modified})
    rows[30] |= {"_customerid_value": org.contacts[31]["contactid"], "_customerid_value" + TABLE: "contact"}
    return rows


def tasks(org):
    random, rows = org.random, []
    for n in range(60):
        table, row, key = [("lead", org.leads[12 + n], "leadid"), ("contact", org.contacts[n], "contactid"), ("account", org.accounts[n], "accountid")][n % 3]
        done = random.chance(60)
        created, modified = org.stamps()
        rows.append({
            "activityid": org.guid(), "activitytypecode": random.pick(["task", "phonecall", "email"]),
            "subject": random.pick(["Call", "Send quote", "Re: offer, \"urgent\"", "Llamar mañana"]), "_regardingobjectid_value": row[key],
            "_regardingobjectid_value" + TABLE: table, "scheduledend": created, "actualend": modified if done else "", "statecode": "1" if done else "0",
            "statuscode": "5" if done else "2", "_ownerid_value": random.pick(org.users)["systemuserid"], "createdon": created, "modifiedon": modified})
    return rows


def clock(stamp):
    """As Excel shows a moment to a user in the United States."""
    year, month, day, hour, minute = int(stamp[:4]), int(stamp[5:7]), int(stamp[8:10]), int(stamp[11:13]), stamp[14:16]
    return f"{month}/{day}/{year} {(hour + 11) % 12 + 1}:{minute} {'AM' if hour < 12 else 'PM'}"


def day(date):
    return f"{int(date[5:7])}/{int(date[8:10])}/{date[:4]}" if date else ""


def shown(row, table, key, owners):
    """The three hidden columns and what every view has."""
    label = {"donotemail": "Do not allow Emails", "donotbulkemail": "Do not allow Bulk Emails", "donotphone": "Do not allow Phone Calls"}
    flags = {header: "Do Not Allow" if row[flag] == "true" else "Allow" for flag, header in label.items()}
    return {f"(Do Not Modify) {table}": row[key], "(Do Not Modify) Row Checksum": f"{row[key][-12:].upper()}==", "(Do Not Modify) Modified On":
            clock(row["modifiedon"]), "Owner": owners[row["_ownerid_value"]], "Created On": clock(row["createdon"]), "Email": row["emailaddress1"],
            "City": row["address1_city"], "Business Phone": row["telephone1"]} | flags


def views(org):
    columns = ["(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On"]
    owners = {user["systemuserid"]: user["fullname"] for user in org.users} | {org.team: "Inside Sales"}
    rows = []
    for lead in org.leads[12:90]:
        reason = lead["statuscode" + LABEL] or "New"
        rows.append(shown(lead, "Lead", "leadid", owners) | {
            "Topic": lead["subject"], "First Name": lead["firstname"], "Last Name": lead["lastname"], "Company Name": lead["companyname"],
            "Lead Source": SOURCES[int(lead["leadsourcecode"]) - 1] if lead["leadsourcecode"] else "",
            "Rating": RATINGS[int(lead["leadqualitycode"]) - 1] if lead["leadqualitycode"] else "",
            "Status": "Disqualified" if lead["statecode"] == "2" else "Qualified" if lead["statecode"] == "1" else "Open", "Status Reason": reason,
            "Est. Value": f"{float(lead['estimatedamount']):,.2f}" if lead["estimatedamount"] else "", "Est. Close Date": day(lead["estimatedclosedate"]),
            "Marketing Material": "Do Not Send" if lead["donotsendmm"] == "true" else "Send"})
    header = ["(Do Not Modify) Lead", *columns, "Topic", "First Name", "Last Name", "Company Name", "Email", "Business Phone", "City", "Lead Source", "Rating",
              "Status", "Status Reason", "Est. Value", "Est. Close Date", "Do not allow Emails", "Do not allow Bulk Emails", "Do not allow Phone Calls",
              "Marketing Material", "Owner", "Created On"]
    write("dynamics365-excel/My Open Leads.csv", header, rows, quote=False, bom=True)
    rows = []
    for contact in [*org.contacts[3:7], *org.contacts[60:170]]:
        row = shown(contact, "Contact", "contactid", owners) | {
            "Full Name": f"{contact['firstname']} {contact['lastname']}".strip(), "Job Title": contact["jobtitle"],
            "Company Name": contact["_parentcustomerid_value" + LABEL], "Mobile Phone": contact["mobilephone"], "Birthday": day(contact["birthdate"]),
            "Address 1: City": contact["address1_city"], "Address 1: Country/Region": contact["address1_country"],
            "Send Marketing Materials": "Do Not Send" if contact["donotsendmm"] == "true" else "Send",
            "Do not allow Bulk Mails": "Yes" if contact["donotbulkpostalmail"] == "true" else "No", "Status": "Active"}
        del row["City"]
        rows.append(row)
    header = ["(Do Not Modify) Contact", *columns, "Full Name", "Job Title", "Company Name", "Email", "Business Phone", "Mobile Phone", "Birthday",
              "Address 1: City", "Address 1: Country/Region", "Do not allow Emails", "Do not allow Bulk Emails", "Do not allow Bulk Mails",
              "Do not allow Phone Calls", "Send Marketing Materials", "Status", "Owner", "Created On"]
    write("dynamics365-excel/Active Contacts.csv", header, rows, quote=False, bom=True)
    names = {row["accountid"]: row["name"] for row in org.accounts}
    rows = []
    for account in org.accounts:
        row = shown(account, "Account", "accountid", owners) | {
            "Account Name": account["name"], "Main Phone": account["telephone1"], "Relationship Type": account["customertypecode" + LABEL],
            "Industry": INDUSTRIES.get(account["industrycode"], ""), "Annual Revenue": f"{float(account['revenue']):,.2f}",
            "Number of Employees": account["numberofemployees"], "Website": account["websiteurl"], "Address 1: City": account["address1_city"],
            "Address 1: Country/Region": account["address1_country"], "Parent Account": names.get(account.get("_parentaccountid_value", ""), ""),
            "Status": "Inactive" if account["statecode"] == "1" else "Active"}
        rows.append({key: text for key, text in row.items() if key not in ("City", "Business Phone")})
    header = ["(Do Not Modify) Account", *columns, "Account Name", "Main Phone", "Email", "Website", "Relationship Type", "Industry", "Annual Revenue",
              "Number of Employees", "Address 1: City", "Address 1: Country/Region", "Parent Account", "Do not allow Emails", "Do not allow Bulk Emails",
              "Do not allow Phone Calls", "Status", "Owner", "Created On"]
    write("dynamics365-excel/Active Accounts.csv", header, rows, quote=False, bom=True)


    rows = []
    for user in org.users:
        rows.append({"(Do Not Modify) User": user["systemuserid"], "Full Name": user["fullname"], "Primary Email": user["internalemailaddress"],
                     "User Name": user["domainname"], "Status": "Disabled" if user["isdisabled"] == "true" else "Enabled"})
    write("dynamics365-excel/All Users.csv", list(rows[0]), rows, quote=False, bom=True)


def make():
    org = Org()
    accounts(org)
    contacts(org)
    opportunities = [org.guid() for _ in range(40)]
    leads(org, opportunities)
    for row in [*org.contacts, *org.leads]:
        row["fullname"] = f"{row['firstname']} {row['lastname']}".strip()
    write("dynamics365/systemusers.csv", USER, org.users, quote=False)
    write("dynamics365/accounts.csv", ACCOUNT, org.accounts, quote=False)
    write("dynamics365/contacts.csv", CONTACT, org.contacts, quote=False)
    write("dynamics365/leads.csv", LEAD, org.leads, quote=False)
    write("dynamics365/opportunities.csv", DEAL, deals(org, opportunities), quote=False)
    write("dynamics365/tasks.csv", TASK, tasks(org), quote=False)
    views(org)
