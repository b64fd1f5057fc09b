"""samples/pipedrive: lists with prefixed labels; -plain: without; -api: names of the API; -import: one sheet for all objects."""

import unicodedata

from invent import Firm, Person, Phones, Random, write

USERS = [("11250001", "Ann Ashcroft", "ann@seller.example", "true"), ("11250002", "Luis Ortega Rivas", "luis@seller.example", "true"),
         ("11250003", "Petra Lindenthal", "petra@seller.example", "true"), ("11250004", "Joan Carrow", "joan@seller.example", "false"),
         ("11250005", "Luis Ortega Rivas", "luis.ortega@seller.example", "true")]
USER = ("id", "name", "email", "active_flag", "is_admin", "timezone_name")
OWNERS = ["Ann Ashcroft", "Petra Lindenthal", "Petra Lindenthal", "Ann Ashcroft", "Joan Carrow"]
LABELS = ["Customer", "Hot lead", "Warm lead", "Cold lead", "", "", "", "Customer, Warm lead"]
MARKETING = ["No consent", "No consent", "No consent", "Subscribed", "Subscribed", "Unsubscribed", "Archived"]
INDUSTRIES = ["Manufacturing", "Retail", "Software", "Construction", "", ""]
STAGES = ["Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started"]
TIER, BADGE = "9b1c7a4e0d2f5836a7c90e14b3d86f2257ae91c0", "c4e8f01b92a7d36550be7719f8a2cd043e61b9d7"

PARTS = ["Street/road name", "House number", "Apartment/suite no", "District/sublocality", "City/town/village/locality",
         "State/county", "Region", "Country", "ZIP/Postal code", "Full/combined address", "Latitude", "Longitude"]


def of(prefix, address):
    return [f"{prefix}{part} of {address}" for part in PARTS]


PERSON = ["Name", "First name", "Last name", "Organization", "Organization ID", "Job title", "Email - Work", "Email - Home", "Email - Other",
          "Phone - Work", "Phone - Home", "Phone - Mobile", "Phone - Other", "Labels", "Owner", "Marketing status", "Double opt-in",
          "Visible to", "Birthday", "Postal address", *of("", "Postal address"), "Notes", "Instant messenger", "Open deals", "Won deals",
          "Lost deals", "Last activity date", "Next activity date", "Person created", "Update time", "Membership tier", "ID"]
COMPANY = ["Name", "Labels", "Owner", "Website", "LinkedIn profile", "Industry", "Annual revenue", "Currency of Annual revenue",
           "Number of employees", "Address", *of("", "Address"), "People", "Open deals", "Won deals", "Lost deals", "Visible to",
           "Last activity date", "Organization created", "Update time", "Plant code", "ID"]
LEAD = ["Title", "Labels", "Owner", "Contact person", "Contact person ID", "Organization", "Organization ID", "Value", "Currency of Value",
        "Expected close date", "Source name", "Source origin", "Source channel", "Source channel ID", "Archive status", "Seen", "Visible to",
        "Source deal ID", "Lead created", "Update time", "ID"]
DEAL = ["ID", "Title", "Organization", "Organization ID", "Contact person", "Contact person ID", "Pipeline", "Stage", "Status", "Owner",
        "Creator", "Label", "Weighted value", "Currency of Weighted value", "Value", "Currency of Value", "Probability",
        "Expected close date", "Won time", "Lost time", "Lost reason", "Source origin", "Source channel", "Total activities",
        "Deal created", "Update time"]
ACTIVITY = ["Subject", "Type", "Due date", "Due time", "Duration", "Done", "Note", "Assigned to user", "Deal", "Lead", "Contact person",
            "Organization", "Creation date", "Marked as done time"]


def user(number, name, email, active):
    return dict(zip(USER, (number, name, email, active, "0", "Europe/Madrid")))


def clock(stamp):
    return stamp[:19].replace("T", " ")


def times(random, row, created):
    first, second = random.stamps()
    return row | {created: clock(first), "Update time": clock(second)}


def address(firm, prefix):
    """One text, and the parts that the system made of it."""
    place, (road, number) = firm.place, firm.street.rsplit(" ", 1)
    before = firm.code in ("US", "GB")
    street = f"{number} {road}" if before else f"{road} {number}"
    whole = f"{street}, {place['postal']} {place['city']}, {place['country']}"
    return {prefix: whole} | {f"{part} of {prefix}": text for part, text in (
        ("Street/road name", road), ("House number", number), ("City/town/village/locality", place["city"]),
        ("State/county", place["region"]), ("Country", place["country"]), ("ZIP/Postal code", place["postal"]),
        ("Full/combined address", whole))}


class Book:
    def __init__(self, seed):
        self.random = Random(seed)
        self.phones = Phones(self.random)
        self.firms, self.companies, self.people, self.persons, self.leads = [], [], [], [], []

    def company(self):
        random, n = self.random, len(self.companies)
        firm = Firm(random, self.phones)
        self.firms.append(firm)
        row = times(random, {
            "Name": firm.name, "Labels": random.pick(LABELS), "Owner": random.pick(OWNERS),
            "Website": f"https://{firm.domain}" if random.chance(60) else "",
            "LinkedIn profile": f"https://linkedin.example/company/{firm.domain.split('.')[0]}" if random.chance(20) else "",
            "Industry": random.pick(INDUSTRIES), "Annual revenue": str(25000 * random.below(400)) if random.chance(50) else "",
            "Number of employees": str(1 + random.below(500)) if random.chance(60) else "", "People": str(random.below(6)),
            "Open deals": str(random.below(3)), "Won deals": "0", "Lost deals": str(random.below(2)),
            "Visible to": random.pick(["Entire company", "Owner's visibility group"]),
            "Last activity date": random.date(2022) if random.chance(40) else "", "Plant code": f"00{random.below(90)}" if random.chance(20) else "",
            "ID": str(301 + n)}, "Organization created") | address(firm, "Address")
        row["Currency of Annual revenue"] = "EUR" if row["Annual revenue"] else ""
        row["Won deals"] = str(1 + random.below(4)) if "Customer" in row["Labels"] else "0"
        self.companies.append(row)
        return row

    def person(self, firm=None):
        random, n = self.random, len(self.persons)
        at = random.below(len(self.firms)) if firm is None else firm
        person = Person(random, self.phones, self.firms[at])
        self.people.append(person)
        row = times(random, {
            "Name": f"{person.given} {person.family}", "Organization": self.companies[at]["Name"], "Organization ID": self.companies[at]["ID"],
            "Job title": person.title, "Email - Work": person.email, "Phone - Work": person.office if random.chance(80) else "",
            "Phone - Mobile": person.mobile if random.chance(50) else "", "Labels": random.pick(LABELS), "Owner": random.pick(OWNERS),
            "Marketing status": random.pick(MARKETING), "Visible to": random.pick(["Entire company", "Item owner"]),
            "Open deals": str(random.below(2)), "Won deals": "0", "Lost deals": "0",
            "Last activity date": random.date(2022) if random.chance(40) else "", "ID": str(1 + n)}, "Person created")
        if n % 5:                           # older rows have the whole name only
            row |= {"First name": person.given, "Last name": person.family}
        if random.chance(15):
            row["Email - Home"] = f"{person.email.split('@')[0]}@mailbox.example"
        if random.chance(30):
            row |= address(person.firm, "Postal address")
        row["Double opt-in"] = "Confirmed" if row["Marketing status"] == "Subscribed" and random.chance(50) else ""
        row["Won deals"] = str(1 + random.below(3)) if "Customer" in row["Labels"] else "0"
        row["Membership tier"] = random.pick(["", "", "Gold", "Silver"])
        self.persons.append(row)
        return row

    def lead(self, at=None):
        """A card of the person of row `at`, or of somebody new to the files."""
        random, n = self.random, len(self.leads)
        origin = random.pick(["ManuallyCreated", "ManuallyCreated", "Import", "API"])
        row = times(random, {
            "Labels": random.pick(["Hot", "Warm", "Cold", "", ""]), "Owner": random.pick(OWNERS), "Source name": origin, "Source origin": origin,
            "Source channel": random.pick(["Web forms", "Referral", "Event", "", ""]), "Archive status": "No", "Seen": random.pick(["Yes", "No"]),
            "Visible to": "Entire company", "Value": str(250 * random.below(80)) if random.chance(50) else "",
            "Expected close date": random.date(2024, 2025) if random.chance(30) else "",
            "ID": f"7a3e{n:04x}-51c2-11ee-9d{n % 100:02}-3f0c6b2a{n:04x}"}, "Lead created")
        row["Currency of Value"] = "EUR" if row["Value"] else ""
        if at is None:
            firm = Firm(random, self.phones)
            person = Person(random, self.phones, firm)
            row |= {"Contact person": f"{person.given} {person.family}", "Organization": firm.name,
                    "Person - Email - Work": person.email, "Person - Phone - Work": person.office}
        else:
            known = self.persons[at]
            row |= {"Contact person": known["Name"], "Contact person ID": known["ID"], "Organization": known["Organization"],
                    "Organization ID": known["Organization ID"], "Person - Email - Work": known["Email - Work"]}
        row["Title"] = f"{row['Organization'] or row['Contact person']} lead"
        self.leads.append(row)
        return row


def companies(book):
    rows = [book.company() for _ in range(55)]
    rows[4]["Name"], rows[5]["Labels"] = "Müller, Maier \"und\" Söhne GmbH", "Customer, Strategic"
    rows[6] |= {"Name": rows[7]["Name"]}                     # one name, two addresses: two organizations
    rows[8] |= {"Name": rows[9]["Name"].upper(), **{key: rows[9].get(key, "") for key in rows[8] if "ddress" in key}}
    rows[10] |= {"Website": "n/a", "Annual revenue": "1200000.50"}
    rows[11] |= {"Labels": "", "Won deals": "3"}             # a customer that no label names
    rows[12] |= {"Address": "Polígono Industrial s/n\nNave 4, Toledo", **{f"{part} of Address": "" for part in PARTS}}
    rows[13]["Address"] = ""
    rows[14] |= {"Labels": "Cold lead", "Won deals": "2"}
    rows[15]["Owner"] = "Luis Ortega Rivas"
    rows[16]["District/sublocality of Address"] = "Gamla stan"
    rows[17] |= {"Latitude of Address": "40.4168", "Longitude of Address": "-3.7038", "Apartment/suite no of Address": "3B"}


def persons(book):
    rows = book.persons
    for _ in range(150):
        book.person()
    for at in (0, 1, 2, 3):
        rows[at] |= {"Organization": "", "Organization ID": ""}
    rows[1]["Organization"] = "Vega Freelance"               # named, but not in the file
    rows[4]["Organization ID"] = "9999"
    home = f"{rows[5]['Email - Work'].split('@')[0]}@mailbox.example"
    rows[5] |= {"Email - Work": f"{rows[5]['Email - Work']}, {home}", "Marketing status": "Unsubscribed"}
    rows[6] |= {"Email - Work": f"{rows[6]['Email - Work'].upper()},second.{rows[6]['Email - Work']}", "Email - Home": ""}
    rows[7] |= {"Phone - Mobile": "+34 600 000 911, +34 600 000 912", "Phone - Other": "+34 910 000 913, +34 910 000 914"}
    rows[8] |= {"Name": unicodedata.normalize("NFD", "Inés Núñez Ibáñez"), "First name": "", "Last name": ""}
    rows[9] |= {"Name": "Pacheco Lira, Jorge", "First name": "", "Last name": ""}
    rows[11] |= {"Labels": "", "Won deals": "2"}             # a customer that no label names
    rows[12] |= {"Labels": "Cold lead", "Won deals": "4"}
    rows[13]["Labels"] = "Hot lead, Customer"
    rows[14]["Labels"] = "VIP"
    rows[16] |= {"Email - Work": "", "Email - Home": "", "Email - Other": f"ana.otra@{book.people[16].firm.domain}", "Marketing status": "Unsubscribed"}
    rows[17] |= {"Email - Work": "noemail@example.com", "Phone - Work": "0000000"}
    rows[18] |= {"Email - Work": "kein@", "Phone - Work": "call the office"}
    rows[19] |= {"Owner": "Luis Ortega Rivas"}               # two users have the name
    rows[21] |= {"Owner": "Former Colleague"}
    rows[22] |= {"Notes": "<p>Met at the <b>fair</b>.<br>Call back</p>", "Instant messenger": "ann.fair"}
    rows[23] |= {"Notes": "Said \"call me\",\nthen hung up"}
    rows[24] |= {"Birthday": "1900-01-01"}
    rows[26] |= {"Birthday": "1984-02-29", "Phone - Home": "+49 30 23125 999"}
    rows[27] |= {"Name": "Talleres del Puente S.L.", "First name": "", "Last name": ""}
    rows[28] |= {"Name": "Test Test", "First name": "Test", "Last name": "Test", "Email - Work": "asdf@asdf.example"}
    rows[29] |= {"Email - Work": f"info@{book.people[29].firm.domain}"}
    rows[31] |= {"Name": "MÃ¼hlbauer JÃ¶rg", "First name": "JÃ¶rg", "Last name": "MÃ¼hlbauer"}
    for at, status in ((32, ""), (33, "Subscribed"), (34, "Archived"), (36, "Unsubscribed")):
        rows[at]["Marketing status"] = status
    # entered twice: another status, capitals, no address
    for at, change in ((40, {"Marketing status": "Unsubscribed", "Phone - Work": ""}), (41, {"Name": rows[41]["Name"].upper(), "First name": "", "Last name": ""}),
                       (42, {"Email - Work": "", "Email - Home": ""}), (43, {"Organization": "", "Organization ID": ""})):
        twin = book.person(0)
        keep = {key: twin[key] for key in ("ID", "Person created", "Update time")}
        twin |= {key: "" for key in twin} | rows[at] | keep | change
    rows[40]["Marketing status"] = "Subscribed"


def leads(book):
    random, rows = book.random, book.leads
    for at in range(50, 90):
        book.lead(at)
    for at in (50, 51, 51):                                  # one person, several cards
        book.lead(at)["Title"] = f"Second site {at}"
    for _ in range(40):
        book.lead()
    for at in range(20, 26):                                 # cards of organizations alone
        company = book.companies[at]
        book.lead(0).update({"Contact person": "", "Contact person ID": "", "Person - Email - Work": "", "Organization": company["Name"],
                             "Organization ID": company["ID"], "Title": f"{company['Name']} lead"})
    rows[43] |= {"Archive status": "Yes", "Labels": "Cold"}
    rows[44] |= {"Archive status": "Yes"}
    rows[45] |= {"Contact person ID": "8888"}
    rows[46] |= {"Organization": "", "Title": "Call from the fair, \"urgent\""}
    rows[47] |= {"Labels": "Hot, Renewal"}
    rows[48] |= {"Source deal ID": "3"}
    rows[49] |= {"Person - Email - Work": "", "Person - Phone - Work": "", "Organization": ""}
    rows[50] |= {"Organization": "", "Organization ID": book.companies[30]["ID"]}
    random.below(2)


def deals(book):
    random, rows = book.random, []
    for n in range(60):
        at = random.below(100)
        person = book.persons[at]
        status = random.pick(["Open", "Open", "Won", "Lost"])
        value, chance = 500 * random.below(90), random.pick(["", "20", "60"])
        rows.append(times(random, {
            "ID": str(n + 1), "Title": f"{person['Organization'] or person['Name']} deal", "Organization": person["Organization"],
            "Organization ID": person["Organization ID"], "Contact person": person["Name"], "Contact person ID": person["ID"],
            "Pipeline": "Pipeline", "Stage": random.pick(STAGES), "Status": status, "Owner": random.pick(OWNERS), "Creator": "Ann Ashcroft",
            "Value": str(value), "Currency of Value": "EUR", "Weighted value": str(value * int(chance or 100) // 100),
            "Currency of Weighted value": "EUR", "Probability": chance, "Expected close date": random.date(2024, 2025),
            "Won time": f"{random.date(2023, 2024)} 10:15:00" if status == "Won" else "", "Lost time": f"{random.date(2023, 2024)} 16:40:00" if status == "Lost" else "",
            "Lost reason": "Too expensive" if status == "Lost" else "", "Source origin": "ManuallyCreated", "Total activities": str(random.below(9))},
            "Deal created"))
    rows[3] |= {"Contact person ID": "7777", "Contact person": "Nobody Known"}
    rows[4] |= {"Organization": "", "Organization ID": ""}
    return rows


def activities(book, deals):
    random, rows = book.random, []
    for n in range(60):
        person = book.persons[random.below(120)]
        done = random.chance(60)
        first, second = random.stamps()
        rows.append({"Subject": random.pick(["Call", "Send offer", "Llamar mañana", "Re: \"offer\", again"]), "Type": random.pick(["Call", "Meeting", "Task", "Email"]),
                     "Due date": second[:10], "Due time": random.pick(["", "09:30", "16:00"]), "Duration": random.pick(["", "00:30"]),
                     "Done": "Done" if done else "To do", "Note": "<div>left a message</div>" if n % 7 == 0 else "", "Assigned to user": random.pick(OWNERS),
                     "Deal": random.pick(deals)["Title"] if n % 2 else "", "Lead": book.leads[n]["Title"] if n % 5 == 0 else "",
                     "Contact person": person["Name"], "Organization": person["Organization"], "Creation date": clock(first),
                     "Marked as done time": clock(second) if done else ""})
    return rows


def prefixed(prefix, rows):
    """With the object's name before each column, but for columns of other objects."""
    return [{key if key.startswith("Person - ") else f"{prefix} - {key}": text for key, text in row.items()} for row in rows]


def save(path, prefix, columns, rows, more=(), **style):
    names = [f"{prefix} - {column}" for column in columns] + list(more)
    write(path, names, prefixed(prefix, rows), quote=False, end="\n", **style)


def main():
    book = Book(71)
    companies(book)
    persons(book)
    leads(book)
    won = deals(book)
    save("pipedrive/organizations-8461-1.csv", "Organization", COMPANY, book.companies)
    save("pipedrive/people-8461-2.csv", "Person", PERSON, book.persons)
    save("pipedrive/leads-8461-3.csv", "Lead", LEAD, book.leads, more=["Person - Email - Work", "Person - Phone - Work"])
    save("pipedrive/deals-8461-4.csv", "Deal", DEAL, won)
    save("pipedrive/activities-8461-5.csv", "Activity", ACTIVITY, activities(book, won))
    write("pipedrive/users.csv", list(USER), [user(*each) for each in USERS], quote=False, end="\n")


def plain():
    """No prefixes, and links by name alone."""
    book = Book(72)
    for _ in range(20):
        book.company()
    for _ in range(60):
        book.person()
    book.companies[3]["Name"] = book.companies[4]["Name"]    # a name that is two organizations'
    people = [name for name in PERSON if name not in ("Organization ID", "Membership tier") and not name.endswith("of Postal address")]
    companies = [name for name in COMPANY if name != "Plant code"]
    cut = [{key: row.get(key, "") for key in people} for row in book.persons]
    write("pipedrive-plain/people.csv", people, cut, quote=False, bom=True)
    cut = [{key: row.get(key, "") for key in companies} for row in book.companies]
    write("pipedrive-plain/organizations.csv", companies, cut, quote=False, bom=True)


def api():
    """Names of the API, ids for labels, custom fields under their keys of 40 digits."""
    book = Book(73)
    for _ in range(25):
        book.company()
    for _ in range(70):
        book.person()
    ids = {name: number for number, name, _, _ in USERS}
    labels = {"Customer": "5", "Hot lead": "6", "Warm lead": "7", "Cold lead": "8", "Customer, Warm lead": "5,7", "": ""}
    status = {text: text.lower().replace(" ", "_") for text in MARKETING}

    def iso(text):
        return text.replace(" ", "T") + "Z"

    persons = [{"id": row["ID"], "name": row["Name"], "first_name": row.get("First name", ""), "last_name": row.get("Last name", ""),
                "primary_email": row["Email - Work"], "phone": row["Phone - Work"], "org_id": row["Organization ID"], "org_name": row["Organization"],
                "owner_id": ids[row["Owner"]], "label_ids": labels[row["Labels"]], "marketing_status": status[row["Marketing status"]],
                "visible_to": "3", "won_deals_count": row["Won deals"], "open_deals_count": row["Open deals"], "add_time": iso(row["Person created"]),
                "update_time": iso(row["Update time"]), "is_deleted": "true" if n == 9 else "false", TIER: row["Membership tier"]}
               for n, row in enumerate(book.persons)]
    companies = [{"id": row["ID"], "name": row["Name"], "owner_id": ids[row["Owner"]], "label_ids": labels[row["Labels"]],
                  "website": row["Website"], "industry": row["Industry"], "annual_revenue": row["Annual revenue"],
                  "employee_count": row["Number of employees"], "address": row["Address"], "address_route": row["Street/road name of Address"],
                  "address_street_number": row["House number of Address"], "address_locality": row["City/town/village/locality of Address"],
                  "address_admin_area_level_1": row["State/county of Address"], "address_country": row["Country of Address"],
                  "address_postal_code": row["ZIP/Postal code of Address"], "visible_to": "3", "won_deals_count": row["Won deals"],
                  "people_count": row["People"], "add_time": iso(row["Organization created"]), "update_time": iso(row["Update time"]),
                  BADGE: row["Plant code"]} for row in book.companies]
    for name, rows in (("persons", persons), ("organizations", companies), ("users", [user(*each) for each in USERS])):
        write(f"pipedrive-api/{name}.csv", list(rows[0]), rows, quote=False, end="\n")


def sheet():
    """The import's template: all objects of a row together, an asterisk on what must be filled."""
    book = Book(74)
    for _ in range(15):
        book.company()
    for _ in range(40):
        book.person()
    rows = [{"Person - Name*": row["Name"], "Person - First name": row.get("First name", ""), "Person - Last name": row.get("Last name", ""),
             "Person - Phone": row["Phone - Work"], "Person - Email (Work)": row["Email - Work"], "Person - Email (Home)": row.get("Email - Home", ""),
             "Organization - Name*": row["Organization"], "Organization - Address": book.companies[int(row["Organization ID"]) - 301]["Address"],
             "Deal - Title": f"{row['Organization']} deal" if n % 4 == 0 else "", "Deal - Value": "1500" if n % 4 == 0 else "",
             "Activity - Subject*": "Call" if n % 6 == 0 else "", "Activity - Due date": "2024-11-30" if n % 6 == 0 else "",
             "Note - Content*": "Wants a call" if n % 5 == 0 else ""} for n, row in enumerate(book.persons)]
    write("pipedrive-import/import.csv", list(rows[0]), rows, quote=False)


def make():
    main()
    plain()
    api()
    sheet()
