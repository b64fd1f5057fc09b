"""samples/hubspot: contacts, companies and what stands around them, under labels; samples/hubspot-internal: contacts under internal names."""

from invent import Firm, Person, Phones, Random, write

STAGES = {"Subscriber": "subscriber", "Lead": "lead", "Marketing Qualified Lead": "marketingqualifiedlead",
          "Sales Qualified Lead": "salesqualifiedlead", "Opportunity": "opportunity", "Customer": "customer",
          "Evangelist": "evangelist", "Other": "other"}
STATUSES = {"New": "NEW", "Open": "OPEN", "In Progress": "IN_PROGRESS", "Open Deal": "OPEN_DEAL", "Unqualified": "UNQUALIFIED",
            "Attempted to Contact": "ATTEMPTED_TO_CONTACT", "Connected": "CONNECTED", "Bad Timing": "BAD_TIMING"}
SOURCES = {"Organic Search": "ORGANIC_SEARCH", "Email Marketing": "EMAIL_MARKETING", "Referrals": "REFERRALS",
           "Direct Traffic": "DIRECT_TRAFFIC", "Offline Sources": "OFFLINE"}
OWNERS = {"Ann Ashcroft": "7710001", "Luis Ortega Rivas": "7710002", "Petra Lindenthal": "7710003", "": ""}
CONTACT = ["Record ID", "First Name", "Last Name", "Email", "Additional email addresses", "Phone Number", "Mobile Phone Number",
           "Job Title", "Company Name", "Street Address", "City", "State/Region", "Postal Code", "Country/Region", "Lifecycle Stage",
           "Lead Status", "Contact owner", "Original Source Type", "HubSpot Score", "Opted out of all email",
           "Opted out of email: Marketing Information", "Preferred language", "Became a Lead Date", "Became a Customer Date",
           "Create Date", "Last Modified Date", "Last Activity Date", "Merged record IDs", "Associated Company",
           "Associated Company IDs", "Associated Company IDs (Primary)", "Webinar Topic"]
COMPANY = ["Record ID", "Company name", "Company Domain Name", "Website URL", "Phone Number", "Street Address", "City", "State/Region",
           "Postal Code", "Country/Region", "Industry", "Type", "Number of Employees", "Annual Revenue", "Lifecycle Stage", "Lead Status",
           "Company owner", "Parent Company", "Description", "Create Date", "Last Modified Date", "Associated Contact IDs"]
INTERNAL = ["hs_object_id", "firstname", "lastname", "email", "phone", "mobilephone", "jobtitle", "company", "city", "state", "zip",
            "country", "lifecyclestage", "hs_lead_status", "hubspot_owner_id", "hs_analytics_source", "hs_email_optout",
            "associatedcompanyid", "createdate", "lastmodifieddate", "webinar_topic"]
LINKS = ["Associated Contact", "Associated Contact IDs", "Associated Company", "Associated Company IDs", "Associated Company IDs (Primary)"]
TO_DEAL = ["Associated Deal", "Associated Deal IDs"]
DEAL = ["Record ID", "Deal Name", "Pipeline", "Deal Stage", "Amount", "Close Date", "Deal Type", "Deal probability", "Is Closed Won",
        "Is Deal Closed?", "Deal owner", "Create Date", "Last Modified Date", *LINKS]
TASK = ["Record ID", "Task Title", "Notes", "Due date", "Task Status", "Task Type", "Completed at", "Assigned to", "Create Date", *LINKS, *TO_DEAL]
CALL = ["Record ID", "Call Title", "Call notes", "Activity date", "Call outcome", "Call direction", "Call duration", "Call and meeting type",
        "Activity assigned to", "Create Date", *LINKS, *TO_DEAL]
MEETING = ["Record ID", "Meeting name", "Meeting description", "Activity date", "Meeting start time", "Meeting end time", "Meeting outcome",
           "Call and meeting type", "Activity assigned to", "Create Date", *LINKS, *TO_DEAL]
NOTE = ["Record ID", "Activity date", "Note body", "Activity assigned to", "Create Date", *LINKS, *TO_DEAL]
DEAL_STAGES = {"Appointment Scheduled": 0.2, "Qualified To Buy": 0.4, "Presentation Scheduled": 0.6, "Contract Sent": 0.9,
               "Closed Won": 1.0, "Closed Lost": 0.0}
OUTCOMES = ["Connected", "No answer", "Left voicemail", "Busy", "Wrong number"]


def clock(stamp):
    return stamp[:16].replace("T", " ")


def companies(random, firms):
    rows = []
    for n, firm in enumerate(firms):
        created, modified = random.stamps()
        rows.append({
            "Record ID": str(98000 + 7 * n), "Company name": firm.name, "Company Domain Name": firm.domain,
            "Website URL": f"https://{firm.domain}/", "Phone Number": firm.phone, "Street Address": firm.street,
            "City": firm.place["city"], "State/Region": firm.place["region"], "Postal Code": firm.place["postal"],
            "Country/Region": firm.place["country"], "Industry": random.pick(["COMPUTER_SOFTWARE", "CONSTRUCTION", "RETAIL", "BANKING", ""]),
            "Type": random.pick(["Prospect", "Partner", "Reseller", "Vendor", "Other", "", ""]),
            "Number of Employees": str(1 + random.below(700)), "Annual Revenue": str(random.below(900) * 10000),
            "Lifecycle Stage": random.pick(list(STAGES)), "Lead Status": random.pick(["", "", *STATUSES]),
            "Company owner": random.pick(list(OWNERS)), "Create Date": clock(created), "Last Modified Date": clock(modified)})
    rows[5]["Company Domain Name"] = rows[4]["Company Domain Name"]
    rows[6]["Company name"], rows[6]["Company Domain Name"] = rows[7]["Company name"].upper(), ""
    rows[8]["Company name"] = ""
    rows[9]["Parent Company"], rows[10]["Parent Company"] = rows[11]["Record ID"], "123"
    rows[12]["Description"] = "First line\nsecond, with a comma and a \"quote\""
    rows[13] |= {"Lifecycle Stage": "Lead", "Type": "Vendor"}
    return rows


def contacts(random, phones, firms, organizations):
    rows = []
    for n in range(120):
        at = random.below(len(firms))
        person, organization = Person(random, phones, firms[at]), organizations[at]
        created, modified = random.stamps()
        stage = random.pick(list(STAGES) + ["Lead", "Customer", ""])
        rows.append({
            "Record ID": str(301 + 50 * n), "First Name": person.given, "Last Name": person.family, "Email": person.email,
            "Phone Number": person.office if random.chance(80) else "", "Mobile Phone Number": person.mobile if random.chance(50) else "",
            "Job Title": person.title, "Company Name": firms[at].name, "City": firms[at].place["city"],
            "State/Region": firms[at].place["region"], "Postal Code": firms[at].place["postal"],
            "Country/Region": firms[at].place["country"], "Lifecycle Stage": stage,
            "Lead Status": random.pick(["", *STATUSES]) if stage in ("Lead", "Sales Qualified Lead", "Opportunity") else "",
            "Contact owner": random.pick(list(OWNERS)), "Original Source Type": random.pick(list(SOURCES)),
            "HubSpot Score": str(random.below(100)), "Opted out of all email": "true" if random.chance(8) else random.pick(["false", ""]),
            "Preferred language": person.code.lower() if person.code in ("ES", "DE") else "",
            "Became a Lead Date": clock(created), "Became a Customer Date": clock(modified) if stage == "Customer" else "",
            "Create Date": clock(created), "Last Modified Date": clock(modified), "Last Activity Date": clock(modified),
            "Associated Company": organization["Company name"], "Associated Company IDs": organization["Record ID"],
            "Associated Company IDs (Primary)": organization["Record ID"], "Webinar Topic": random.pick(["", "", "Invoicing", "Stock"])})
    return rows


def plant(rows, organizations):
    for at in range(5, 13):
        rows[at]["Email"] = ""
    rows[12] |= {"Phone Number": "", "Mobile Phone Number": "", "Last Name": ""}
    rows[13]["Merged record IDs"] = "352:1612137600000;402:1640995200000"
    rows[14]["Additional email addresses"] = "second@mailbox.example;third@mailbox.example"
    rows[15] |= {"Associated Company IDs": ";".join(row["Record ID"] for row in organizations[:3]),
                 "Associated Company IDs (Primary)": organizations[1]["Record ID"], "Associated Company": organizations[1]["Company name"]}
    rows[16] |= {"Associated Company IDs": "", "Associated Company IDs (Primary)": "", "Associated Company": ""}
    rows[17]["Associated Company IDs"] = rows[17]["Associated Company IDs (Primary)"] = "555555"
    rows[18] |= {"Lifecycle Stage": "Customer", "Lead Status": "New"}
    rows[19] |= {"Lifecycle Stage": "Subscriber", "Lead Status": "Open Deal"}
    rows[20]["Lifecycle Stage"] = "Churned"
    rows[21]["Lifecycle Stage"] = "marketingqualifiedlead"
    rows[22]["Lead Status"] = "No asistió"
    rows[23] |= {"Opted out of all email": "true", "Lifecycle Stage": "Customer"}
    rows[24] |= {"Opted out of all email": "false", "Opted out of email: Marketing Information": "Yes"}
    for key in ("First Name", "Last Name", "Mobile Phone Number"):
        rows[26][key] = rows[25][key]
    rows[27] |= {"First Name": rows[28]["First Name"].upper(), "Last Name": rows[28]["Last Name"].upper(), "Email": rows[28]["Email"].upper()}
    rows[29]["Email"] = "info@" + rows[29]["Email"].split("@")[1]
    rows[30]["Email"] = "not an address"
    rows[31]["Street Address"] = "Gartenweg 3\n2. Stock"


def internal(random, rows):
    pairs = {"hs_object_id": "Record ID", "firstname": "First Name", "lastname": "Last Name", "email": "Email", "phone": "Phone Number",
             "mobilephone": "Mobile Phone Number", "jobtitle": "Job Title", "company": "Company Name", "city": "City",
             "state": "State/Region", "zip": "Postal Code", "country": "Country/Region", "hs_email_optout": "Opted out of all email",
             "associatedcompanyid": "Associated Company IDs (Primary)", "webinar_topic": "Webinar Topic"}
    out = []
    for row in rows:
        new = {name: row.get(label, "") for name, label in pairs.items()}
        new |= {"lifecyclestage": STAGES.get(row["Lifecycle Stage"], "20931"), "hs_lead_status": STATUSES.get(row["Lead Status"], ""),
                "hubspot_owner_id": OWNERS[row["Contact owner"]], "hs_analytics_source": SOURCES[row["Original Source Type"]],
                "createdate": row["Create Date"].replace(" ", "T") + f":{random.below(60):02}.{random.below(1000):03}Z",
                "lastmodifieddate": row["Last Modified Date"].replace(" ", "T") + ":00Z"}
        out.append(new)
    out[3]["createdate"] = "1612137600000"
    return out


def about(*people):
    """The columns that link a row to people, and to their companies."""
    known = {person["Associated Company IDs (Primary)"]: person["Associated Company"] for person in people}
    known.pop("", None)
    return {"Associated Contact": ";".join(f"{person['First Name']} {person['Last Name']}" for person in people),
            "Associated Contact IDs": ";".join(person["Record ID"] for person in people),
            "Associated Company": ";".join(known.values()), "Associated Company IDs": ";".join(known),
            "Associated Company IDs (Primary)": next(iter(known), "")}


def deals(random, people):
    rows = []
    for n in range(24):
        stage = random.pick(list(DEAL_STAGES))
        share = DEAL_STAGES[stage]
        created, modified = random.stamps()
        rows.append({
            "Record ID": str(88001 + 3 * n), "Deal Name": f"Offer {n + 1}", "Pipeline": "Sales Pipeline",
            "Deal Stage": f"{stage} (Sales Pipeline)", "Amount": str(500 * (1 + random.below(90))), "Close Date": clock(modified),
            "Deal Type": random.pick(["New Business", "Existing Business", ""]), "Deal probability": str(share),
            "Is Closed Won": "true" if share == 1 else "false", "Is Deal Closed?": "true" if share in (0, 1) else "false",
            "Deal owner": random.pick(list(OWNERS)), "Create Date": clock(created), "Last Modified Date": clock(modified)}
            | about(random.pick(people)))
    rows[0] |= about(*people[40:43])
    rows[1] |= about()
    rows[2] |= {"Deal Stage": "Cierre ganado", "Deal probability": "", "Is Closed Won": "", "Is Deal Closed?": ""}
    rows[3] |= {"Deal Stage": "Contract Sent (Sales Pipeline)", "Deal probability": "1.0", "Is Closed Won": "true", "Is Deal Closed?": "true"}
    return rows


def activities(random, people, offers, first, fill):
    """Rows of one kind, some of them on a deal; `fill` says what is its own."""
    rows = []
    for n in range(20):
        created, at = random.stamps()
        row = {"Record ID": str(first + 7 * n), "Create Date": clock(created)} | about(random.pick(people))
        if random.chance(25):
            offer = random.pick(offers)
            row |= {"Associated Deal": offer["Deal Name"], "Associated Deal IDs": offer["Record ID"]}
        rows.append(row | fill(clock(at), random.pick(list(OWNERS))))
    return rows


def around(people):
    """Deals, tasks, calls, meetings and notes."""
    random = Random(8801)
    offers = deals(random, people)

    def task(at, owner):
        done = random.chance(50)
        return {"Task Title": random.pick(["Send quote", "Llamar mañana", "Follow up"]), "Due date": at, "Assigned to": owner,
                "Task Status": "Completed" if done else random.pick(["Not started", "Waiting", "Deferred"]),
                "Task Type": random.pick(["To-do", "Call", "Email"]), "Completed at": at if done else ""}

    def call(at, owner):
        outcome = random.pick(OUTCOMES + ["Connected", ""])
        return {"Call Title": random.pick(["First call", "Llamada de seguimiento", "Needs"]), "Activity date": at, "Call outcome": outcome,
                "Call direction": random.pick(["Inbound", "Outbound", "Outbound"]), "Activity assigned to": owner,
                "Call duration": f"00:{random.below(30):02}:10" if outcome == "Connected" else "",
                "Call notes": "<p>Budget 20,000, needs it by June</p>" if random.chance(15) else ""}

    def meeting(at, owner):
        return {"Meeting name": random.pick(["Discovery", "Demo", "Reunión de necesidades", "Service review"]), "Activity date": at,
                "Meeting start time": at, "Meeting end time": at, "Activity assigned to": owner,
                "Meeting outcome": random.pick(["Completed", "Completed", "Scheduled", "No show", "Canceled", ""])}

    def note(at, owner):
        body = ["Asked for the price list", "<p>Ya no es cliente</p>", "Works for our supplier", "Met at the fair,\nwants a \"demo\""]
        return {"Activity date": at, "Note body": random.pick(body), "Activity assigned to": owner}

    write("hubspot/deals.csv", DEAL, offers, end="\n")
    for n, (name, columns, fill) in enumerate([("tasks", TASK, task), ("calls", CALL, call), ("meetings", MEETING, meeting), ("notes", NOTE, note)]):
        rows = activities(random, people, offers, 60001 + 1000 * n, fill)
        rows[4] |= about(people[3], people[4])
        rows[5] |= {"Associated Contact IDs": "555555"}
        write(f"hubspot/{name}.csv", columns, rows, end="\n")


def make():
    random = Random(301)
    phones = Phones(random)
    firms = [Firm(random, phones) for _ in range(40)]
    organizations = companies(random, firms)
    people = contacts(random, phones, firms, organizations)
    plant(people, organizations)
    for row in organizations:
        linked = [person["Record ID"] for person in people if person["Associated Company IDs (Primary)"] == row["Record ID"]]
        row["Associated Contact IDs"] = ";".join(linked)
    write("hubspot/contacts.csv", CONTACT, people, end="\n")
    write("hubspot/companies.csv", COMPANY, organizations, end="\n")
    around(people)
    write("hubspot-internal/contacts.csv", INTERNAL, internal(random, people[40:100]), quote=False, end="\n")
