"""Invented companies, and the records that four systems hold of one."""

from mess import JUNK_MAIL, fill, phone, plain, slip, typo
from words import coined

HEADER = "rec_id,cluster_id,source,name,website,email,phone,street,city,region,postcode,country,tax_id,industry,employees,created_at".split(",")
WORDS, COINED = coined()
ROLES = ["info", "sales", "contact", "office", "admin", "hello"]
INDUSTRY = ["IT", "Finance", "Health", "Consulting", "Manufacturing", "Media", "Food", "Transport", "Energy", "Legal", "Construction", "Other"]
AFFIX = ["group", "intl", "online", "hq", "us", "web"]


class Place:
    """An address with its landline. `street` is (as written out, as cut short)."""

    __slots__ = ("street", "short", "city", "region", "postcode", "phone")

    def __init__(self, rnd, country):
        self.city, self.region, code, area = country.cities[int(rnd() * len(country.cities))]
        if rnd() < 0.38:
            base = country.tail[int(rnd() * len(country.tail))]
            self.city = country.village[int(rnd() * len(country.village))].replace("{}", base)
        self.postcode = fill(rnd, code)
        name = country.street_name[int(rnd() * len(country.street_name))]
        if rnd() < 0.35:
            name = country.surname[int(rnd() * len(country.surname))]
        number = str(1 + int(rnd() ** 2 * (2500 if country.code == "us" else 320)))
        unit = (" Apt {}", " #{}", ", Apt {}", ", 2º {}")[int(rnd() * 4)].format(1 + int(rnd() * 40)) if rnd() < 0.17 else ""
        kind, short = country.street_kind[int(rnd() * len(country.street_kind))]
        self.street = country.address(kind.replace("{}", name), number) + unit
        self.short = country.address(short.replace("{}", name), number) + unit
        self.phone = area + fill(rnd, "#" * (country.digits - len(area)))


class Company:
    __slots__ = ("key", "country", "stem", "sector", "legal", "place", "branch", "domain", "other_domain", "tax", "industry", "size")

    def __init__(self, rnd, country, key):
        self.key, self.country = key, country
        self.stem = stem(rnd, country)
        sectors = country.sector
        self.sector = sectors[int(rnd() * len(sectors))] if rnd() < 0.78 and "{}" not in self.stem else ""
        self.legal = country.legal[int(rnd() ** 2 * len(country.legal))]
        self.place = Place(rnd, country)
        self.branch = Place(rnd, country) if rnd() < 0.22 else self.place
        self.domain = domain(rnd, self)
        self.other_domain = domain(rnd, self) if rnd() < 0.12 else self.domain
        self.tax = fill(rnd, "#########")
        self.industry = INDUSTRY[int(rnd() ** 1.4 * 12)]
        self.size = str(1 + int(4000 * rnd() ** 5))

    def beside(self, rnd, key, other):
        """What is easily taken for `other`: a sister at the same address and telephone, or a namesake elsewhere."""
        self.stem, self.industry = other.stem, other.industry
        if rnd() < 0.5:
            self.country, self.legal, self.place, self.branch = other.country, other.legal, other.place, other.place
            if rnd() < 0.5:
                self.domain = other.domain
            if self.sector == other.sector:
                self.sector = other.country.sector[int(rnd() * len(other.country.sector))]
        else:
            self.sector = other.sector
            self.domain = domain(rnd, self)
        return self


def stem(rnd, country):
    way = rnd()
    if way < 0.22:
        return WORDS[int(rnd() * len(WORDS))]
    if way < 0.45:
        return COINED[int(rnd() * len(COINED))]
    if way < 0.58:
        return f"{WORDS[int(rnd() * len(WORDS))]} {WORDS[int(rnd() * len(WORDS))]}"
    surname = country.surname[int(rnd() * len(country.surname))]
    if way < 0.78:
        return surname
    family = country.family[int(rnd() * len(country.family))]
    return family.replace("{}", surname, 1).replace("{}", country.surname[int(rnd() * len(country.surname))])


def domain(rnd, company):
    words = plain(f"{company.stem} {company.sector}" if rnd() < 0.85 else company.stem).lower()
    words = words.replace("&", " ").replace("'", "").replace(".", "").replace("-", " ").split()
    if len(words) == 1 and rnd() < 0.8:
        words += plain(company.place.city).lower().split()
    name = ("-" if rnd() < 0.2 else "").join(words)
    if rnd() < 0.14:
        name += AFFIX[int(rnd() * 6)]
    return f"{name}.{company.country.domain if rnd() < 0.5 else 'com'}"


def written(rnd, company, city):
    """The company's name as somebody types it."""
    name = f"{company.stem} {company.sector}" if company.sector and rnd() > 0.035 else company.stem
    way = rnd()
    if way < 0.03:
        name = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(name) < 2:
            name = company.stem
    elif way < 0.08:
        name = f"{name} {city}"
    elif way < 0.11:
        name = f"{name} {('International', 'Europe', 'Group')[int(rnd() * 3)]}"
    elif way < 0.13:
        name = f"{'Grupo' if company.country.double else 'The'} {name}"
    if "&" in name and rnd() < 0.2:
        name = name.replace("&", "and" if company.country.english else "y" if company.country.double else "et")
    if rnd() < 0.09:
        name = typo(rnd, name)
    if rnd() < 0.62:
        form = company.legal[int(rnd() * len(company.legal))]
        name += f", {form}" if rnd() < 0.12 else f" {form}"
    return plain(name) if rnd() < 0.06 else name


def record(rnd, company, source):
    """One record of `company`, in the columns after `source`."""
    country = company.country
    place = company.branch if rnd() < 0.25 else company.place
    fills = FILL[source]
    name = written(rnd, company, place.city)
    if source == "events_d" and rnd() < 0.25:
        name = name.lower()
    website = email = number = ""
    site = company.domain if rnd() < 0.85 else company.other_domain
    if rnd() < 0.69:
        website = ("", "", "http://", "https://", "www.", "http://www.")[int(rnd() * 6)] + site + ("", "", "", "/", "/en")[int(rnd() * 5)]
    if rnd() < 0.52:
        way = rnd()
        if way < 0.03:
            email = JUNK_MAIL[int(rnd() * 5)]
        elif way < 0.06:
            email = f"{site.partition('.')[0]}@gmail.com"
        else:
            email = f"{ROLES[int(rnd() * 6)]}@{site}"
    if rnd() < 0.76:
        number = phone(rnd, source, country, place.phone)
    street = (place.street if rnd() < 0.7 else place.short) if rnd() < fills[0] else ""
    if street and rnd() < 0.05:
        street = typo(rnd, street)
    city = place.city if rnd() < fills[1] else ""
    if city and rnd() < 0.06:
        city = typo(rnd, city)
    region = place.region if rnd() < 0.62 else ""
    postcode = place.postcode if rnd() < fills[2] else ""
    if postcode and rnd() < 0.06:
        postcode = slip(rnd, postcode)
    tax = ""
    if rnd() < 0.39:
        tax = company.tax if rnd() < 0.92 else typo(rnd, company.tax)
        if rnd() < 0.22:
            tax = country.code.upper() + tax
    if source == "erp_b":
        name, street, city, region = (plain(text).upper() for text in (name, street, city, region))
    return [name, website, email, number, street, city, region, postcode, nation(rnd, source, country), tax,
            company.industry if rnd() < 0.6 else "", company.size if rnd() < 0.34 else "", day(rnd, 2015, 11)]


FILL = {"crm_a": (0.84, 0.92, 0.91), "erp_b": (0.92, 0.97, 0.95), "events_d": (0.54, 0.81, 0.76), "news_c": (0.26, 0.65, 0.61)}


def nation(rnd, source, country):
    if rnd() < 0.13:
        return ""
    if source in ("crm_a", "erp_b") or rnd() < 0.3:
        return country.name
    return country.spellings[int(rnd() * len(country.spellings))]


def day(rnd, first, years):
    return f"{first + int(rnd() * years)}-{1 + int(rnd() * 12):02}-{1 + int(rnd() * 28):02}"


def pool(rnd, countries, count):
    """`count` companies, some of them beside another."""
    made = []
    for key in range(count):
        company = Company(rnd, countries[int(rnd() * len(countries))], key)
        if made and rnd() < 0.035:
            company.beside(rnd, key, made[int(rnd() * len(made))])
        made.append(company)
    return made
