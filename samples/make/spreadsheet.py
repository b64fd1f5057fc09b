"""samples/spreadsheet: lists kept by hand, in English and in Spanish."""

from invent import Firm, Person, Phones, Random, write

PEOPLE = ["Name", "Company", "Job title", "E-mail", "Phone", "Mobile", "City", "Country", "Birthday", "Customer since", "Status",
          "Newsletter", "Budget", "Notes"]
PERSONAS = ["Nombre", "Apellidos", "Empresa", "Cargo", "Correo electrónico", "Teléfono", "Móvil", "Población", "Provincia", "C.P.", "País",
            "Fecha de alta", "Última compra", "Importe (€)", "Estado", "Acepta publicidad", "Observaciones"]
EMPRESAS = ["Razón social", "NIF", "Sector", "Página web", "Teléfono", "Dirección", "Población", "Provincia", "C.P.", "País", "Empleados",
            "Facturación anual", "Cliente desde", "Tipo"]


def slashed(day):
    year, month, number = day.split("-")
    return f"{number}/{month}/{year}"


def comma(random, most):
    """An amount with a full stop every three digits and a comma before the cents."""
    whole = f"{random.below(most):,}".replace(",", ".")
    return f"{whole},{random.below(100):02}"


def people(random, phones, firms):
    rows = []
    for _ in range(60):
        person = Person(random, phones, random.pick(firms))
        rows.append({
            "Name": f"{person.given} {person.family}", "Company": person.firm.name, "Job title": person.title, "E-mail": person.email,
            "Phone": person.office, "Mobile": person.mobile if random.chance(50) else "", "City": person.firm.place["city"],
            "Country": person.firm.place["country"], "Birthday": slashed(random.date(1955, 1999)) if random.chance(60) else "",
            "Customer since": slashed(random.date(2005)) if random.chance(50) else "",
            "Status": random.pick(["customer", "Lead", "prospect", "Former customer", "supplier", ""]),
            "Newsletter": random.pick(["yes", "no", "", "Y"]), "Budget": f"{random.below(90000):,}.50"})
    rows[0] |= {"Name": rows[0]["Name"].upper()}
    rows[1] |= {"Name": "Hartley, Susan", "Notes": "surname first"}
    rows[2] |= {"Name": "Dr. Peter Stonebridge Jr.", "Notes": "title and suffix in the name"}
    rows[3] |= {"Name": "Rebecca", "Company": ""}
    rows[4] |= {"Name": "", "Company": firms[0].name}
    rows[5] |= {"E-mail": f"{rows[5]['E-mail']}; second@mailbox.example"}
    rows[6] |= {"E-mail": f"{rows[6]['Name']} <{rows[6]['E-mail']}>"}
    rows[7] |= {"Birthday": "31/02/1980", "Customer since": "2019"}
    rows[8] |= {"Phone": "TBD", "Notes": "do not mail!"}
    rows[9] |= {"Name": "Rose & Hugh Larkfield"}
    rows[10] = rows[11] | {"Phone": "", "Notes": "same as below"}
    rows.append({})
    rows.append({"Name": "Total", "Budget": "2,700,000.00"})
    return rows


def personas(random, phones, firms):
    rows = []
    for n in range(60):
        person = Person(random, phones, random.pick(firms))
        rows.append({
            "Nombre": person.given, "Apellidos": person.family.upper() if n % 9 == 0 else person.family, "Empresa": person.firm.name,
            "Cargo": person.title, "Correo electrónico": person.email, "Teléfono": person.office,
            "Móvil": person.mobile if random.chance(70) else "", "Población": person.firm.place["city"],
            "Provincia": person.firm.place["region"], "C.P.": person.firm.place["postal"].lstrip("0"),
            "País": person.firm.place["country"], "Fecha de alta": slashed(random.date()),
            "Última compra": slashed(random.date()) if random.chance(40) else "", "Importe (€)": comma(random, 90000),
            "Estado": random.pick(["Interesado", "Cliente", "Proveedor", "Antiguo cliente", "cliente ", ""]),
            "Acepta publicidad": random.pick(["sí", "no", "SI", "", "No"])})
    rows[1] |= {"Observaciones": "Llamar por la mañana; \"muy interesado\""}
    rows[2] |= {"Nombre": "Mª Carmen", "Apellidos": "de la Fuente Ríos"}
    rows[3] |= {"Nombre": "Fco. Javier", "Apellidos": "Peña-Ureña Gil"}
    rows[4] |= {"Nombre": "", "Apellidos": "Zúñiga Abad, Begoña"}
    rows[5] |= {"Correo electrónico": "sin correo", "Teléfono": "no tiene"}
    rows[6] |= {"Fecha de alta": "00/00/0000"}
    rows[7] |= {"Acepta publicidad": "no", "Correo electrónico": rows[8]["Correo electrónico"]}
    rows[9] |= {"Nombre": "Don Ramón", "Observaciones": "Pago a 30 días – 2 € de recargo…"}
    rows[10] |= {"Observaciones": "Primera línea\nsegunda línea"}
    return rows


def empresas(random, firms):
    rows = []
    for n, firm in enumerate(firms):
        rows.append({
            "Razón social": firm.name, "NIF": f"B000000{n:02}" if firm.code == "ES" else "", "Sector": random.pick(
                ["Construcción", "Alimentación", "Educación", "Tecnología", ""]), "Página web": f"www.{firm.domain}",
            "Teléfono": firm.phone, "Dirección": firm.street, "Población": firm.place["city"], "Provincia": firm.place["region"],
            "C.P.": firm.place["postal"], "País": firm.place["country"], "Empleados": str(1 + random.below(400)),
            "Facturación anual": comma(random, 9000000), "Cliente desde": slashed(random.date(2005)) if random.chance(60) else "",
            "Tipo": random.pick(["Cliente", "Proveedor", "Socio", "Competencia", "Potencial", ""])})
    rows[3]["Razón social"] = rows[2]["Razón social"].upper().replace(".", "")
    rows[4] |= {"Página web": "no tiene", "Teléfono": ""}
    return rows


def make():
    random = Random(34)
    phones = Phones(random)
    english = [Firm(random, phones, random.pick(["GB", "US", "DE"])) for _ in range(25)]
    spanish = [Firm(random, phones, random.pick(["ES", "ES", "MX"])) for _ in range(25)]
    write("spreadsheet/people.csv", PEOPLE, people(random, phones, english), quote=False, bom=True)
    spanish_style = {"quote": False, "delimiter": ";", "encoding": "cp1252"}
    write("spreadsheet/personas.csv", PERSONAS, personas(random, phones, spanish), **spanish_style)
    write("spreadsheet/empresas.csv", EMPRESAS, empresas(random, spanish), **spanish_style)
