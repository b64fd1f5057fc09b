"""samples/zoho_crm: modules as exported; samples/zoho_crm-api: API names; samples/zoho_crm-saved: contacts that went through a spreadsheet."""

import unicodedata

from invent import Firm, Person, Phones, Random, write

OWNED = ["Created By.id", "Created By", "Modified By.id", "Modified By", "Created Time", "Modified Time", "Last Activity Time", "Tag",
         "Unsubscribed Mode", "Unsubscribed Time", "Locked", "Change Log Time", "Enrich Status"]
ACCOUNT = ["Record Id", "Account Owner.id", "Account Owner", "Rating", "Account Name", "Phone", "Account Site", "Fax", "Parent Account.id",
           "Parent Account", "Website", "Ticker Symbol", "Account Type", "Ownership", "Industry", "Employees", "Annual Revenue", "SIC Code",
           "Billing Street", "Shipping Street", "Billing City", "Shipping City", "Billing State", "Billing Code", "Billing Country",
           "Description", *OWNED, "Account Number", "Loyalty Tier"]
CONTACT = ["Record Id", "Contact Owner.id", "Contact Owner", "Lead Source", "First Name", "Last Name", "Account Name.id", "Account Name",
           "Vendor Name.id", "Vendor Name", "Email", "Title", "Department", "Phone", "Home Phone", "Other Phone", "Fax", "Mobile",
           "Date of Birth", "Assistant", "Asst Phone", "Contact Name", "Mailing Street", "Mailing City", "Mailing State", "Mailing Zip",
           "Mailing Country", "Other City", "Description", "Email Opt Out", "Skype ID", "Salutation", "Secondary Email", "Twitter",
           "Reporting To.id", "Reporting To", *OWNED, "First Visit", "Visitor Score", "Newsletter Language"]
LEAD = ["Record Id", "Lead Owner.id", "Lead Owner", "Is Converted", "Company", "First Name", "Last Name", "Title", "Email", "Phone", "Fax",
        "Mobile", "Website", "Lead Source", "Lead Status", "Industry", "No. of Employees", "Annual Revenue", "Rating", "Lead Name", "Street",
        "City", "State", "Zip Code", "Country", "Description", "Email Opt Out", "Skype ID", "Salutation", "Secondary Email",
        "Converted Account.id", "Converted Account", "Converted Contact.id", "Converted Contact", "Converted Deal.id", "Converted Deal",
        "Lead Conversion Time", *OWNED, "Product Interest"]
DEAL = ["Record Id", "Deal Owner.id", "Deal Owner", "Amount", "Deal Name", "Closing Date", "Account Name.id", "Account Name", "Stage", "Type",
        "Probability (%)", "Expected Revenue", "Lead Source", "Contact Name.id", "Contact Name", "Created Time", "Modified Time"]
TASK = ["Record Id", "Task Owner.id", "Task Owner", "Subject", "Due Date", "Contact Name.id", "Contact Name", "Related To.id", "Related To",
        "Module of Related To", "Status", "Priority", "Closed Time", "Created Time", "Modified Time"]
NOTE = ["Record Id", "Note Owner.id", "Note Owner", "Note Title", "Note Content", "Parent ID.id", "Parent Module", "Created Time", "Modified Time"]
VENDOR = ["Record Id", "Vendor Owner.id", "Vendor Owner", "Vendor Name", "Phone", "Email", "Website", "Category", "Street", "City", "Zip Code",
          "Country", "Created Time", "Modified Time"]
USER = ["id", "First Name", "Last Name", "Email", "Role", "Profile", "Status", "Time Zone", "Created Time"]
TYPES = ["Customer", "Customer", "Customer", "Prospect", "Prospect", "Partner", "Reseller", "Distributor", "Integrator", "Supplier", "Vendor",
         "Competitor", "Investor", "Analyst", "Press", "Other", "-None-", ""]
# word on the screen: word stored, where they differ
SOURCES = {"Advertisement": "", "Cold Call": "", "Employee Referral": "", "External Referral": "", "Online Store": "OnlineStore",
           "X (Twitter)": "Twitter", "Facebook": "", "Partner": "", "Public Relations": "", "Sales Email Alias": "Sales Mail Alias",
           "Seminar Partner": "", "Internal Seminar": "Seminar-Internal", "Trade Show": "", "Web Download": "", "Web Research": "",
           "Chat": "", "-None-": "", "": ""}
STATUSES = ["Not Contacted", "Not Contacted", "Attempted to Contact", "Contacted", "Contact in Future", "Pre-Qualified", "Pre-Qualified",
            "Not Qualified", "Lost Lead", "Junk Lead", "-None-", ""]
RATINGS = ["-None-", "Acquired", "Active", "Market Failed", "Project Cancelled", "Shut Down", "", ""]
INDUSTRIES = ["-None-", "Government/Military", "Large Enterprise", "Service Provider", "Small/Medium Enterprise", "Systems Integrator",
              "Network Equipment Enterprise", "Management ISV", "Banking", ""]
OWNERSHIP = ["-None-", "Private", "Public", "Subsidiary", "Government", "", ""]
TAGS = ["", "", "", "VIP", "Fair 2023", "VIP,Fair 2023", "newsletter"]
STAGES = [("Qualification", 10), ("Needs Analysis", 20), ("Proposal/Price Quote", 75), ("Negotiation/Review", 90), ("Closed Won", 100),
          ("Closed Lost", 0), ("Closed Lost to Competition", 0)]
USERS = [("Ann", "Ashcroft", "active"), ("Luis", "Ortega Rivas", "active"), ("Petra", "Lindenthal", "active"),
         ("Bruno", "Saraiva", "active"), ("Óscar", "Núñez Soler", "inactive"), ("Ralf", "Birkenau", "deleted")]
STORED = {"Lead Source": {k: v for k, v in SOURCES.items() if v}, "Rating": {"Shut Down": "ShutDown"},
          "Industry": {"Network Equipment Enterprise": "Network Equipment (Enterprise)", "Management ISV": "ManagementISV"}}


def bare(n):
    """19 digits: the organization's number, then one range for all modules."""
    return f"7310240{n:012}"


def zid(n):
    return "zcrm_" + bare(n)


def clock(stamp):
    return stamp[:19].replace("T", " ")


class Org:
    def __init__(self):
        self.random = Random(20261022)
        self.phones = Phones(self.random)
        self.next = 2_572_000
        self.firms, self.accounts, self.people, self.contacts, self.leads = [], [], [], [], []
        self.users = [{"id": bare(373_001 + n), "First Name": given, "Last Name": family, "Email": f"{given.lower().replace('ó', 'o')}@seller.example",
                       "Role": "Sales", "Profile": "Standard", "Status": status, "Time Zone": "Europe/Madrid",
                       "Created Time": "2016-01-11 09:00:00"} for n, (given, family, status) in enumerate(USERS)]

    def id(self):
        self.next += 1 + self.random.below(40)
        return zid(self.next)

    def owner(self, module):
        user = self.random.pick(self.users if self.random.chance(30) else self.users[:4])
        return {f"{module} Owner.id": "zcrm_" + user["id"], f"{module} Owner": f"{user['First Name']} {user['Last Name']}"}

    def stamped(self, row):
        random = self.random
        made, changed = (clock(stamp) for stamp in random.stamps())
        by = "zcrm_" + self.users[0]["id"]
        return row | {"Created By.id": by, "Created By": "Ann Ashcroft", "Modified By.id": by, "Modified By": "Ann Ashcroft",
                      "Created Time": made, "Modified Time": changed, "Change Log Time": changed, "Locked": "false",
                      "Last Activity Time": changed if random.chance(60) else "", "Tag": random.pick(TAGS),
                      "Enrich Status": random.pick(["Available", "-None-", ""])}

    def account(self):
        random = self.random
        firm = Firm(random, self.phones)
        self.firms.append(firm)
        row = {"Record Id": self.id(), **self.owner("Account"), "Rating": random.pick(RATINGS), "Account Name": firm.name, "Phone": firm.phone,
               "Website": random.pick(["www.", "https://www.", "http://", ""]) + firm.domain, "Account Type": random.pick(TYPES),
               "Ownership": random.pick(OWNERSHIP), "Industry": random.pick(INDUSTRIES), "Employees": str(1 + random.below(900)),
               "Annual Revenue": str(random.below(900) * 10000), "SIC Code": random.pick(["", "", "5045"]), "Billing Street": firm.street,
               "Billing City": firm.place["city"], "Billing State": firm.place["region"], "Billing Code": firm.place["postal"],
               "Billing Country": firm.place["country"], "Account Number": str(len(self.accounts) + 1) if random.chance(30) else "0",
               "Loyalty Tier": random.pick(["Gold", "Silver", "-None-", ""])}
        self.accounts.append(self.stamped(row))

    def contact(self, at=None):
        random = self.random
        at = random.below(len(self.firms)) if at is None else at
        firm = self.firms[at]
        person = Person(random, self.phones, firm)
        self.people.append(person)
        row = {"Record Id": self.id(), **self.owner("Contact"), "Lead Source": random.pick(list(SOURCES)), "First Name": person.given,
               "Last Name": person.family, "Account Name.id": self.accounts[at]["Record Id"], "Account Name": self.accounts[at]["Account Name"],
               "Email": person.email, "Title": person.title, "Department": random.pick([person.department, ""]),
               "Phone": person.office if random.chance(90) else "", "Mobile": person.mobile if random.chance(70) else "",
               "Date of Birth": random.date(1955, 1998) if random.chance(15) else "", "Contact Name": f"{person.given} {person.family}",
               "Mailing Street": firm.street, "Mailing City": firm.place["city"], "Mailing State": firm.place["region"],
               "Mailing Zip": firm.place["postal"], "Mailing Country": firm.place["country"],
               "Salutation": random.pick(["-None-", "Mr.", "Ms.", "Dr.", ""]),
               "Secondary Email": f"{person.email.split('@')[0]}@mailbox.example" if random.chance(15) else "",
               "Newsletter Language": random.pick(["English", "Español", "-None-", ""])}
        self.contacts.append(self.consent(self.stamped(row)))
        return row

    def consent(self, row, percent=8):
        out = self.random.chance(percent)
        row["Email Opt Out"] = "true" if out else "false"
        if out:
            row |= {"Unsubscribed Mode": self.random.pick(["Manual", "Unsubscribe link", "Consent form"]), "Unsubscribed Time": row["Modified Time"]}
        return row

    def lead(self, person=None):
        random = self.random
        firm = Firm(random, self.phones) if person is None else person.firm
        person = person or Person(random, self.phones, firm)
        row = {"Record Id": self.id(), **self.owner("Lead"), "Is Converted": "false", "Company": firm.name, "First Name": person.given,
               "Last Name": person.family, "Title": person.title, "Email": person.email, "Phone": person.office if random.chance(85) else "",
               "Mobile": person.mobile if random.chance(60) else "", "Website": firm.domain if random.chance(40) else "",
               "Lead Source": random.pick(list(SOURCES)), "Lead Status": random.pick(STATUSES), "Industry": random.pick(INDUSTRIES),
               "No. of Employees": random.pick(["0", "", "12", "250"]), "Annual Revenue": random.pick(["0", "", "120000"]),
               "Rating": random.pick(RATINGS), "Lead Name": f"{person.given} {person.family}", "Street": firm.street,
               "City": firm.place["city"], "State": firm.place["region"], "Zip Code": firm.place["postal"], "Country": firm.place["country"],
               "Salutation": random.pick(["-None-", "Mr.", "Ms.", ""]), "Product Interest": random.pick(["Starter", "Pro;Support", "", ""])}
        self.leads.append(self.consent(self.stamped(row), 7))
        return self.leads[-1]

    def twin(self, at, **changes):
        """The person of row `at` once more, as somebody typed it again."""
        self.contact(0)
        row = self.contacts[-1]
        keep = {key: row[key] for key in ("Record Id", "Created Time", "Modified Time")}
        row |= self.contacts[at] | keep | {key.replace("_", " "): value for key, value in changes.items()}
        row["Contact Name"] = f"{row['First Name']} {row['Last Name']}".strip()


def accounts(org):
    for _ in range(50):
        org.account()
    rows = org.accounts
    for child, parent in ((7, 1), (8, 1), (9, 8), (20, 3)):
        rows[child] |= {"Parent Account.id": rows[parent]["Record Id"], "Parent Account": rows[parent]["Account Name"]}
    rows[40] |= {"Parent Account.id": rows[41]["Record Id"], "Parent Account": rows[41]["Account Name"]}
    rows[41] |= {"Parent Account.id": rows[40]["Record Id"], "Parent Account": rows[40]["Account Name"]}
    rows[10]["Account Name"] = rows[11]["Account Name"].upper()
    rows[12] |= {"Account Name": rows[13]["Account Name"], "Account Site": "Plant 2", "Website": ""}
    rows[14]["Account Name"] = "Müller, Maier \"und\" Söhne GmbH"
    rows[15]["Description"] = "Two lines,\none account | with a bar"
    rows[16] |= {"Website": "n/a", "Phone": "0000000000", "Annual Revenue": "0"}
    rows[17] |= {"Parent Account.id": zid(9_999_999), "Parent Account": "Gone Holding"}
    for row in rows[:3]:
        row |= {"Account Type": "Customer", "Loyalty Tier": "Gold"}


def contacts(org):
    for _ in range(180):
        org.contact()
    rows = org.contacts
    rows[0] |= {"Account Name.id": org.accounts[0]["Record Id"].removeprefix("zcrm_")}
    rows[1] |= {"Account Name.id": zid(8_888_888), "Account Name": "Gone Trading Ltd"}
    rows[2] |= {"Account Name.id": "", "Account Name": "", "Description": "Downloaded the price list", "Lead Source": "Web Download"}
    rows[3] |= {"Account Name.id": "", "Account Name": org.accounts[4]["Account Name"]}
    rows[4] |= {"First Name": "josé luis", "Last Name": "garcía peña"}
    rows[5] |= {"First Name": "ANDREA", "Last Name": "ACKERMANN"}
    rows[6] |= {"First Name": "", "Last Name": "Pacheco Lira, Jorge", "Contact Name": "Pacheco Lira, Jorge"}
    rows[7] |= {"Last Name": unicodedata.normalize("NFD", "Núñez Ibáñez"), "First Name": "Inés\u200b"}
    rows[8] |= {"Last Name": "MÃ¼hlbauer", "First Name": "JÃ¶rg"}
    for at, name in enumerate(["joseluis.garcia", "andrea.ackermann", "jorge.pacheco", "ines.nunez", "joerg.muehlbauer"], 4):
        rows[at]["Email"] = f"{name}@{org.people[at].firm.domain}"
    for at, by in ((9, 10), (10, 11), (11, 9), (12, 12), (13, 14), (15, 14), (16, 17)):
        rows[at] |= {"Reporting To.id": rows[by]["Record Id"], "Reporting To": rows[by]["Contact Name"]}
    for at, email in enumerate(["noemail@example.com", "test@test.example", "luis.example.com", "eva maria@mail.example",
                                "n/a", "PAUL.STONEBY@HILL.EXAMPLE"], 18):
        rows[at]["Email"] = email
    for at, box in ((24, "info@"), (25, "ventas@"), (26, "kontakt@")):
        rows[at]["Email"] = box + org.people[at].firm.domain
    for at in (28, 29, 30):
        rows[at] |= {"Email": "", "Phone": rows[at]["Phone"] if at < 30 else "", "Mobile": ""}
    rows[31] |= {"Mailing Street": "Calle Hidalgo 12\nInt. 4, Col. \"Centro\"", "Description": "Said \"call me\",\nthen hung up"}
    rows[32] |= {"Description": "=1+1 is not a formula", "Home Phone": "617-555-0193", "Other Phone": "617-555-0194"}
    rows[33] |= {"Contact Owner.id": zid(777_777), "Contact Owner": "Former Colleague"}
    rows[34] |= {"Date of Birth": "1900-01-01", "Assistant": "Nora Vale", "Asst Phone": "617-555-0195"}
    rows[35] |= {"Phone": "044 55 5555 0190", "Mailing Country": "México"}
    rows[36] |= {"Phone": "617-555-0192 ext. 12", "Mailing Country": "United States"}
    rows[37] |= {"Phone": "call the office", "Skype ID": "live:nora.vale", "Twitter": "@nora_example"}
    rows[38] |= {"First Name": "", "Last Name": "Talleres del Puente S.L.", "Contact Name": "Talleres del Puente S.L.", "Title": ""}
    rows[39] |= {"First Name": "", "Last Name": "Visitor 8842", "Contact Name": "Visitor 8842", "Email": "", "Phone": "", "Mobile": "",
                 "Account Name.id": "", "Account Name": "", "First Visit": "2025-03-03 12:00:00", "Visitor Score": "12", "Title": ""}
    rows[40] |= {"Other City": "Toledo", "Fax": "+34 910 000 300"}
    for at in (42, 43, 44):
        vendor = vendors(org)[at - 42]
        rows[at] |= {"Vendor Name.id": vendor["Record Id"], "Vendor Name": vendor["Vendor Name"], "Account Name.id": "", "Account Name": ""}
    org.twin(60, Email=rows[60]["Email"].upper(), Email_Opt_Out="true", Phone="")
    org.twin(61, First_Name=rows[61]["First Name"][:1] + ".", Last_Name=rows[61]["Last Name"].upper(), Email_Opt_Out="false")
    rows[61]["Email Opt Out"] = "true"
    org.twin(62, Email="", Title="")
    org.twin(63, Email=f"{rows[63]['Email'].split('@')[0]}@mailbox.example", Account_Name="")
    rows[-1]["Account Name.id"] = ""
    for at, given in ((70, "Grace"), (71, "Emilio")):
        org.twin(at, First_Name=given, Mobile="", Phone="", Title="", Salutation="-None-")
    rows[80] |= {"Email Opt Out": "true", "Secondary Email": "second.address@mailbox.example"}


def leads(org):
    for at in range(90, 102):
        contact, row = org.contacts[at], org.lead(org.people[at])
        row |= {"Is Converted": "true", "Converted Account.id": contact["Account Name.id"], "Converted Account": contact["Account Name"],
                "Converted Contact.id": contact["Record Id"], "Converted Contact": contact["Contact Name"], "Lead Conversion Time": "12",
                "Lead Status": "Pre-Qualified"}
    for _ in range(138):
        org.lead()
    rows = org.leads
    rows[20] |= {"Company": "[not provided]", "Last Name": "[not provided]"}
    rows[21] |= {"First Name": "", "Last Name": rows[21]["Company"]}
    rows[22] |= {"Company": org.accounts[0]["Account Name"].upper()}
    rows[23] |= {"Email": org.contacts[50]["Email"], "First Name": org.people[50].given, "Last Name": org.people[50].family,
                 "Company": org.contacts[50]["Account Name"], "Lead Status": "Contacted"}
    rows[24] |= {"Lead Status": "Waiting for budget"}
    rows[25] |= {"Lead Status": "-None-", "Rating": "Active"}
    rows[26] |= {"Lead Status": "Junk Lead", "Email": "asdf@asdf.example", "First Name": "Test", "Last Name": "Test"}
    rows[27] |= {"Email": "petra@seller.example", "First Name": "Petra", "Last Name": "Lindenthal", "Company": "Seller"}
    rows[28] |= {"Company": "", "Email": "duarte.paiva@mailbox.example"}
    rows[29] |= {"Email": rows[30]["Email"], "First Name": rows[30]["First Name"], "Last Name": rows[30]["Last Name"]}
    rows[31] |= {"Is Converted": "true", "Converted Contact.id": zid(9_999_998), "Converted Contact": "Nobody Here"}
    rows[32] |= {"Email Opt Out": "true", "Email": org.contacts[66]["Email"], "First Name": org.contacts[66]["First Name"],
                 "Last Name": org.contacts[66]["Last Name"]}
    rows[33] |= {"Street": "Rua das Flores 9\nApto 3", "Last Name": "dos Santos Neto", "First Name": "João"}
    rows[34] |= {"Last Name": "von der Heide-Öhlmann", "First Name": "Karl-Heinz", "Salutation": "Prof."}
    rows[35] |= {"Email Opt Out": "1"}
    for row in rows:
        row["Lead Name"] = f"{row['First Name']} {row['Last Name']}".strip()


def vendors(org):
    if not hasattr(org, "sellers"):
        org.sellers = []
        for _ in range(6):
            firm = Firm(org.random, org.phones)
            made, changed = (clock(stamp) for stamp in org.random.stamps())
            org.sellers.append({"Record Id": org.id(), **org.owner("Vendor"), "Vendor Name": firm.name, "Phone": firm.phone,
                                "Email": f"orders@{firm.domain}", "Website": firm.domain, "Category": "Parts", "Street": firm.street,
                                "City": firm.place["city"], "Zip Code": firm.place["postal"], "Country": firm.place["country"],
                                "Created Time": made, "Modified Time": changed})
    return org.sellers


def deals(org):
    random, rows = org.random, []
    for n in range(40):
        contact = org.contacts[90 + n if n < 12 else 100 + random.below(60)]
        stage, probability = random.pick(STAGES)
        amount = 500 * random.below(300)
        made, changed = (clock(stamp) for stamp in random.stamps())
        rows.append({"Record Id": org.id(), **org.owner("Deal"), "Amount": str(amount), "Deal Name": f"Offer {n + 1}",
                     "Closing Date": random.date(2019, 2025), "Account Name.id": contact["Account Name.id"],
                     "Account Name": contact["Account Name"], "Stage": stage, "Type": random.pick(["New Business", "Existing Business", "-None-"]),
                     "Probability (%)": str(probability), "Expected Revenue": str(amount * probability // 100),
                     "Lead Source": random.pick(list(SOURCES)), "Contact Name.id": contact["Record Id"] if n % 3 else "",
                     "Contact Name": contact["Contact Name"] if n % 3 else "", "Created Time": made, "Modified Time": changed})
        if n < 12 and n % 2:
            org.leads[n] |= {"Converted Deal.id": rows[-1]["Record Id"], "Converted Deal": rows[-1]["Deal Name"]}
    return rows


def tasks(org, offers):
    random, rows = org.random, []
    for n in range(60):
        made, changed = (clock(stamp) for stamp in random.stamps())
        done = random.chance(60)
        row = {"Record Id": org.id(), **org.owner("Task"), "Subject": random.pick(["Call", "Send Letter", "Re: offer, urgent", "Llamar mañana"]),
               "Due Date": random.date(2021), "Status": "Completed" if done else random.pick(["Not Started", "In Progress", "Waiting for input"]),
               "Priority": "Normal", "Closed Time": changed if done else "", "Created Time": made, "Modified Time": changed}
        if n % 3:
            contact, offer = org.contacts[100 + n], random.pick(offers)
            row |= {"Contact Name.id": contact["Record Id"], "Contact Name": contact["Contact Name"], "Related To.id": offer["Record Id"],
                    "Related To": offer["Deal Name"], "Module of Related To": "Deals"}
        else:
            lead = org.leads[12 + n]
            row |= {"Related To.id": lead["Record Id"], "Related To": lead["Lead Name"], "Module of Related To": "Leads"}
        rows.append(row)
    return rows


def notes(org):
    rows = []
    for n in range(12):
        made, changed = (clock(stamp) for stamp in org.random.stamps())
        of, module = [(org.leads[40 + n], "Leads"), (org.contacts[n], "Contacts"), (org.accounts[n], "Accounts")][n % 3]
        rows.append({"Record Id": org.id(), **org.owner("Note"), "Note Title": f"Note {n + 1}", "Note Content": "Met at the fair,\ncalls back",
                     "Parent ID.id": of["Record Id"], "Parent Module": module, "Created Time": made, "Modified Time": changed})
    return rows


def api(org):
    """What the bulk API writes: API names, bare ids, stored words, moments with an offset."""
    names = {"Record Id": "id", "No. of Employees": "No_of_Employees", "Account Name": "Account_Name.Account_Name",
             "Account Name.id": "Account_Name.id", "Lead Name": "Full_Name", "Contact Name": "Full_Name", "Is Converted": "Converted__s"}

    def table(rows, columns, title):
        for row in rows:
            cells = {}
            for column in columns:
                value = STORED.get(column, {}).get(row.get(column, ""), row.get(column, "")).removeprefix("zcrm_")
                if column.endswith("Time") and value:
                    value = value.replace(" ", "T") + "+02:00"
                cells[names.get(column, title.get(column, column.replace(" ", "_")))] = value
            yield cells

    lead = [*LEAD[:1], "Lead Owner.id", "Is Converted", "Company", "First Name", "Last Name", "Title", "Email", "Phone", "Lead Source",
            "Lead Status", "Industry", "No. of Employees", "Rating", "Lead Name", "City", "Country", "Email Opt Out", "Salutation",
            "Secondary Email", "Created Time", "Modified Time", "Tag"]
    contact = ["Record Id", "Contact Owner.id", "Lead Source", "First Name", "Last Name", "Account Name.id", "Account Name", "Email", "Title",
               "Phone", "Mobile", "Contact Name", "Mailing City", "Mailing Zip", "Mailing Country", "Email Opt Out", "Salutation",
               "Created Time", "Modified Time"]
    account = ["Record Id", "Account Owner.id", "Account Name", "Phone", "Website", "Account Type", "Industry", "Rating", "Employees",
               "Annual Revenue", "Billing City", "Billing Code", "Billing Country", "Created Time", "Modified Time"]
    for file, rows, columns, title in (
            ("Leads", org.leads[40:100], lead, {"Title": "Designation", "Lead Owner.id": "Owner.id"}),
            ("Contacts", org.contacts[100:160], contact, {"Contact Owner.id": "Owner.id"}),
            ("Accounts", org.accounts, account, {"Account Owner.id": "Owner.id"})):
        if file == "Accounts":
            names = {"Record Id": "id"}
        cells = list(table(rows, columns, title))
        write(f"zoho_crm-api/{file}.csv", list(cells[0]), cells, quote=False, end="\n")


def saved(org):
    """Contacts that somebody opened in a spreadsheet and saved: ids without their last digits, dates of the user, names for links."""
    columns = ["Record Id", "Contact Owner", "First Name", "Last Name", "Account Name", "Email", "Phone", "Mobile", "Mailing City",
               "Mailing Zip", "Mailing Country", "Lead Source", "Email Opt Out", "Created Time", "Tag"]
    rows = []
    for n, contact in enumerate(org.contacts[110:150]):
        row = {column: contact.get(column, "") for column in columns}
        number = row["Record Id"].removeprefix("zcrm_")
        day, time = row["Created Time"].split(" ")
        year, month, date = day.split("-")
        row |= {"Record Id": f"{float(number):.5E}" if n % 4 == 0 else number[:15] + "0000",
                "Created Time": f"{date}/{month}/{year} {time}", "Email Opt Out": row["Email Opt Out"].upper(),
                "Mailing Zip": row["Mailing Zip"].lstrip("0")}
        rows.append(row)
    write("zoho_crm-saved/Contacts.csv", columns, rows, quote=False, delimiter=";", bom=True)


def make():
    org = Org()
    accounts(org)
    contacts(org)
    leads(org)
    offers = deals(org)
    write("zoho_crm/Users_001.csv", USER, org.users, quote=False, end="\n")
    for file, columns, rows in (
            ("Accounts_001", ACCOUNT, org.accounts), ("Contacts_001", CONTACT, org.contacts), ("Leads_001", LEAD, org.leads),
            ("Vendors_001", VENDOR, vendors(org)), ("Deals_001", DEAL, offers), ("Tasks_001", TASK, tasks(org, offers)),
            ("Notes_001", NOTE, notes(org))):
        write(f"zoho_crm/{file}.csv", columns, rows, quote=False, end="\n")
    api(org)
    saved(org)
