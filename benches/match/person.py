"""Invented people, and the records that four systems hold of one."""

from company import Place, ROLES, day, nation, written
from mess import JUNK_MAIL, fill, phone, plain, slip, typo

HEADER = ("rec_id,cluster_id,source,first_name,last_name,birthdate,email,phone,mobile,company,job_title,street,city,region,postcode,country,"
          "created_at").split(",")

# How often a source fills a column, where there is something to fill it with.
FILL = {
    "crm_a": {"email": 0.86, "phone": 0.78, "mobile": 0.66, "company": 0.98, "street": 0.87, "city": 0.95, "postcode": 0.93},
    "erp_b": {"email": 0.59, "phone": 0.80, "mobile": 0.40, "company": 0.97, "street": 0.93, "city": 0.97, "postcode": 0.95},
    "events_d": {"email": 0.83, "phone": 0.63, "mobile": 0.56, "company": 0.85, "street": 0.57, "city": 0.80, "postcode": 0.76},
    "news_c": {"email": 0.98, "phone": 0.27, "mobile": 0.30, "company": 0.25, "street": 0.25, "city": 0.66, "postcode": 0.59},
}


class Person:
    __slots__ = ("country", "given", "middle", "last", "second", "married", "born", "home", "former_home", "mobile", "former_mobile", "mails", "jobs")

    def __init__(self, rnd, countries, companies):
        country = self.country = countries[int(rnd() * len(countries))]
        names = countries[int(rnd() * len(countries))] if rnd() < 0.05 else country
        female = rnd() < 0.5
        given = names.female if female else names.male
        self.given = given[int(rnd() * len(given))]
        self.middle = chr(65 + int(rnd() * 25)) if country.english and rnd() < 0.3 else ""
        surnames = names.surname
        self.last = names.feminine(surnames[int(rnd() * len(surnames))]) if female else surnames[int(rnd() * len(surnames))]
        self.second = surnames[int(rnd() * len(surnames))] if country.double and rnd() < 0.8 else ""
        self.married = surnames[int(rnd() * len(surnames))] if female and rnd() < 0.1 else ""
        self.born = day(rnd, 1950, 50)
        self.home = Place(rnd, country)
        self.former_home = Place(rnd, country) if rnd() < 0.3 else self.home
        self.mobile = fill(rnd, country.mobile) if rnd() < 0.87 else ""
        self.former_mobile = fill(rnd, country.mobile) if rnd() < 0.25 else self.mobile
        self.mails = []
        self.jobs = []
        if rnd() < 0.68:
            self.jobs = [job(rnd, self, companies) for _ in range(2 if rnd() < 0.3 else 1)]

    def settle(self, rnd):
        """Private addresses, once the name stands."""
        for _ in range(2 if rnd() < 0.15 else 1):
            self.mails.append(private(rnd, self))
        for each in self.jobs:
            each[2] = work(rnd, self, each[0])
        return self


def job(rnd, person, companies):
    """[company, title, address]: most work in their own country."""
    company = companies[int(rnd() ** 1.3 * len(companies))]
    for _ in range(6):
        if company.country is person.country:
            break
        company = companies[int(rnd() ** 1.3 * len(companies))]
    titles = person.country.title
    return [company, titles[int(rnd() * len(titles))], ""]


def letters(text):
    return plain(text).lower().replace(" ", "").replace("'", "").replace("-", "")


def private(rnd, person):
    """A private address. Common ones are taken long since, so that a number follows, the longer the commoner the name is."""
    first, last = letters(person.given.split()[0]), letters(person.last.split()[-1])
    way, short = rnd(), False
    if way < 0.3:
        local = f"{first}.{last}"
    elif way < 0.45:
        local = f"{first}_{last}"
    elif way < 0.6:
        local = first[0] + last
    elif way < 0.72:
        local = f"{last}.{first}"
    elif way < 0.86:
        local, short = first + last[0], True
    else:
        local, short = first, True
    if short:
        local += f"{int(rnd() * 100000):05}"
    elif person.last in person.country.common:
        local += f"{int(rnd() * 10000):0{2 + int(rnd() * 3)}}"
    elif rnd() < 0.6:
        local += f"{int(rnd() * 100):02}"
    mail = person.country.mail
    return f"{local}@{mail[int(rnd() ** 1.4 * len(mail))]}"


def work(rnd, person, company):
    first, last = letters(person.given.split()[0]), letters(person.last.split()[-1])
    way = rnd()
    local = f"{first}.{last}" if way < 0.45 else first[0] + last if way < 0.65 else f"{last}.{first}" if way < 0.8 else first if way < 0.9 else first + last[0]
    return f"{local}@{company.domain}"


def household(rnd, person, other):
    """`other` moves in with `person`: one address, one landline, often one surname, sometimes one mailbox."""
    other.home, other.country = person.home, person.country
    if rnd() < 0.7:
        other.last, other.second = person.last, person.second if rnd() < 0.5 else other.second
    other.mails.clear()
    other.settle(rnd)
    if rnd() < 0.15:
        mail = person.country.mail
        shared = f"{letters(person.last)}family{int(rnd() * 1000)}@{mail[int(rnd() * len(mail))]}"
        person.mails.append(shared)
        other.mails.append(shared)


def namesake(rnd, person, other):
    """`other` bears the name of `person` and works elsewhere; some live in the same town."""
    other.country, other.given, other.last, other.second = person.country, person.given, person.last, person.second
    other.mobile = other.former_mobile = fill(rnd, person.country.mobile)
    other.home = other.former_home = Place(rnd, person.country)
    if rnd() < 0.4:
        other.home.city, other.home.region, other.home.postcode = person.home.city, person.home.region, person.home.postcode


def names(rnd, source, person):
    """First and last name as a source has them."""
    first, last = person.given, person.last
    way = rnd()
    if way < 0.09:
        first = person.country.nick.get(first, (first,))
        first = first[int(rnd() * len(first))]
    elif way < 0.13:
        first = first[0] + ("." if rnd() < 0.4 else "")
    elif way < 0.2 and person.middle:
        first += f" {person.middle}" + ("." if rnd() < 0.4 else "")
    elif " " in first and way < 0.4:
        first = first.split()[0]
    if person.married and rnd() < 0.3:
        last = person.married if rnd() < 0.5 else f"{last}-{person.married}"
    elif person.second and rnd() < 0.62:
        last += ("-" if rnd() < 0.15 else " ") + person.second
    if rnd() < 0.075:
        first = typo(rnd, first)
    if rnd() < 0.10:
        last = typo(rnd, last)
    if rnd() < 0.10:
        first, last = plain(first), plain(last)
    if source == "news_c":
        way = rnd()
        if way < 0.15:
            last = ""
        elif way < 0.19:
            first = ""
        elif way < 0.21:
            first, last = last, first
    elif source == "events_d":
        way = rnd()
        if way < 0.05:
            first, last = "", f"{first} {last}"
        elif way < 0.08:
            first, last = last, first
        elif way < 0.28:
            first, last = first.lower(), last.lower()
    return first, last


def email(rnd, person, employer):
    way = rnd()
    if way < 0.027:
        return JUNK_MAIL[int(rnd() * 5)]
    if employer and way < 0.07:
        return f"{ROLES[int(rnd() * 6)]}@{employer[0].domain}"
    address = employer[2] if employer and rnd() < 0.5 else person.mails[int(rnd() * len(person.mails))]
    way = rnd()
    if way < 0.035:
        local, at, host = address.partition("@")
        return typo(rnd, local) + at + host
    if way < 0.055:
        return address.upper()
    return address[0].upper() + address[1:] if way < 0.1 else address


def record(rnd, person, source):
    """One record of `person`, in the columns after `source`."""
    country, fills = person.country, FILL[source]
    employer = person.jobs[int(rnd() ** 1.3 * len(person.jobs))] if person.jobs else None
    company = employer[0] if employer else None
    place, nationality = person.former_home if rnd() < 0.3 else person.home, country
    if company and rnd() < 0.42:
        place = company.branch if rnd() < 0.12 else company.place
    first, last = names(rnd, source, person)
    mail = email(rnd, person, employer) if rnd() < fills["email"] else ""
    number = mobile = ""
    if rnd() < fills["phone"]:
        if company and rnd() < 0.6:
            number = phone(rnd, source, company.country, company.place.phone)
        elif rnd() < 0.65:
            number = phone(rnd, source, country, person.home.phone if rnd() < 0.7 else person.former_home.phone)
    if person.mobile and rnd() < fills["mobile"]:
        mobile = phone(rnd, source, country, person.mobile if rnd() < 0.7 else person.former_mobile, 0)
    if (number or mobile) and rnd() < 0.06:
        number, mobile = mobile, number
    firm = written(rnd, company, company.place.city) if company and rnd() < fills["company"] else ""
    title = ""
    if rnd() < 0.51:
        title = employer[1] if employer and rnd() < 0.85 else country.title[int(rnd() * len(country.title))]
    street = (place.street if rnd() < 0.65 else place.short) if rnd() < fills["street"] else ""
    if street and rnd() < 0.06:
        street = typo(rnd, street)
    city = place.city if rnd() < fills["city"] else ""
    if city and rnd() < 0.06:
        city = typo(rnd, city)
    region = place.region if rnd() < 0.6 else ""
    postcode = place.postcode if rnd() < fills["postcode"] else ""
    if postcode and rnd() < 0.07:
        postcode = slip(rnd, postcode)
    born = person.born if rnd() < 0.12 else ""
    if born and rnd() < 0.08:
        born = born[:8] + f"{1 + int(rnd() * 28):02}"
    if source == "erp_b":
        first, last, firm, street, city, region = (plain(text).upper() for text in (first, last, firm, street, city, region))
    elif source == "events_d" and rnd() < 0.15:
        firm = firm.lower()
    return [first, last, born, mail, number, mobile, firm, title, street, city, region, postcode, nation(rnd, source, nationality), day(rnd, 2015, 11)]
