"""Invented people and companies: word lists of benches/words, a fixed stream of random numbers, fictitious phone numbers."""

import csv
import io
import pathlib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent.parent
WORDS = HERE.parent / "benches" / "words"
LANGUAGE = {"US": "en", "GB": "en", "MX": "es", "ES": "es", "BR": "pt", "DE": "de"}
COUNTRY = {
    "US": ["United States", "USA"], "GB": ["United Kingdom", "UK"], "MX": ["México", "Mexico"],
    "ES": ["España", "Spain"], "BR": ["Brasil", "Brazil"], "DE": ["Deutschland", "Germany"],
}
MIX = "US US US MX MX ES ES BR DE DE GB".split()
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Random:
    """SplitMix64, as in benches/generate."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        mask = (1 << 64) - 1
        self.state = (self.state + 0x9E3779B97F4A7C15) & mask
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        return ((z ^ (z >> 31)) * n) >> 64

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent

    def date(self, first=2016, last=2024):
        return f"{first + self.below(last - first + 1)}-{1 + self.below(12):02}-{1 + self.below(28):02}"

    def stamps(self):
        """Two time stamps in order."""
        days = sorted([self.date(), self.date()])
        return [f"{day}T{self.below(24):02}:{self.below(60):02}:{self.below(60):02}.000Z" for day in days]


def words(language):
    lines = (WORDS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":", 1) for line in lines)
    return {key: next(csv.reader([text.strip()], skipinitialspace=True)) for key, text in pairs}


LISTS = {language: words(language) for language in set(LANGUAGE.values())}
PLACES = [[cell.strip() for cell in line.split(";")] for line in (WORDS / "places.txt").read_text(encoding="utf-8").splitlines()[1:]]


def slug(text, between="."):
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(letter, plain)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return between.join("".join(c if c.isalnum() else " " for c in text).split())


def surname(random, lists):
    if "surname" in lists:
        return f"{random.pick(lists['surname'])} {random.pick(lists['surname'])}"
    return random.pick(lists["surname_head"]) + random.pick(lists["surname_tail"])


def place(random, country):
    _, city, region, postal = random.pick([row for row in PLACES if row[0] == country])
    postal = "".join(str(random.below(10)) if c == "#" else "QRT"[random.below(3)] if c == "@" else c for c in postal)
    return {"city": city, "region": region, "postal": postal, "country": random.pick(COUNTRY[country])}


class Phones:
    """Numbers of ranges kept free for fiction, or with runs of zeros where a country keeps none; each given once."""

    def __init__(self, random):
        self.random = random
        self.given = {}

    def next(self, kind):
        self.given[kind] = self.given.get(kind, 0) + 1
        return self.given[kind] - 1

    def office(self, country):
        n = self.next(country)
        forms = {
            "US": lambda: (("212 415 312 617 305 512 206 303 718 214".split()[n // 100]), f"555{100 + n % 100:04}"),
            "GB": lambda: ("20", f"7946{n:04}"), "MX": lambda: ("55", f"5555{n:04}"), "ES": lambda: ("910", f"000{n:03}"),
            "BR": lambda: ("11", f"5555{n:04}"), "DE": lambda: ("30", f"23125{n:03}"),
        }
        return self.written(country, *forms[country]())

    def mobile(self, country):
        if country == "US":
            return self.office("US")
        n = self.next(country + " mobile")
        forms = {
            "GB": lambda: ("7400", f"000{n:03}"), "MX": lambda: ("33", f"3333{n:04}"), "ES": lambda: ("600", f"000{n:03}"),
            "BR": lambda: ("11", f"95555{n:04}"),
            "DE": lambda: ("171", f"39200{n:02}") if n < 100 else ("176", f"040690{n - 100:02}"),
        }
        return self.written(country, *forms[country]())

    def written(self, country, area, rest):
        dial = {"US": "1", "GB": "44", "MX": "52", "ES": "34", "BR": "55", "DE": "49"}[country]
        trunk = "0" if country in ("GB", "DE") else ""
        cut = len(rest) - 4
        forms = [
            f"+{dial} {area} {rest[:cut]} {rest[cut:]}", f"+{dial}{area}{rest}",
            f"({trunk}{area}) {rest[:cut]}-{rest[cut:]}", f"{trunk}{area} {rest[:cut]} {rest[cut:]}",
        ]
        if country == "DE":
            forms += [f"+49 (0){area} {rest}", f"0{area}/{rest}", f"0049 {area} {rest}"]
        return self.random.pick(forms)


class Firm:
    def __init__(self, random, phones, country=None):
        self.code = country or random.pick(MIX)
        lists = LISTS[LANGUAGE[self.code]]
        tail = random.pick(lists["company_tail"])
        self.core = random.pick(lists["company_head"]) + ("" if tail[0].islower() else " ") + tail
        if random.chance(40):
            self.core += f" {surname(random, lists).split()[-1]}"
        self.name = f"{self.core} {random.pick(lists['legal'])}".strip()
        self.domain = f"{slug(self.core, '-')}.example"
        self.phone = phones.office(self.code)
        self.place = place(random, self.code)
        self.street = f"{random.pick(lists['street'])} {1 + random.below(300)}"


class Person:
    def __init__(self, random, phones, firm):
        self.firm, self.code = firm, firm.code
        self.lists = LISTS[LANGUAGE[self.code]]
        self.given = random.pick(self.lists["given"])
        self.family = surname(random, self.lists)
        first = self.family.split()[-2 if len(self.family.split()) > 1 else -1]
        self.email = f"{slug(self.given)}.{slug(first)}@{firm.domain}"
        self.title = random.pick(self.lists["title"])
        self.department = random.pick(self.lists["department"])
        self.office, self.mobile = phones.office(self.code), phones.mobile(self.code)


def sf_id(prefix, n):
    """15 characters of an id and the 3 of its checksum."""
    tail = ""
    for _ in range(4):
        n, digit = divmod(n, 62)
        tail = DIGITS[digit] + tail
    short = f"{prefix}5g00000x{tail}"[:15]
    checks = (sum(1 << i for i, c in enumerate(short[at:at + 5]) if c.isupper()) for at in (0, 5, 10))
    return short + "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"[bits] for bits in checks)


def write(path, columns, rows, quote=True, delimiter=",", end="\r\n", encoding="utf-8", bom=False, tail=""):
    """Writes rows, each a dict of filled cells or a list of cells as they stand."""
    for row in rows:
        unknown = set(row) - set(columns) if isinstance(row, dict) else set()
        assert not unknown, (path, unknown)
    text = io.StringIO()
    style = csv.QUOTE_ALL if quote else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=delimiter, quoting=style, lineterminator=end)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns] if isinstance(row, dict) else row)
    target = HERE / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((b"\xef\xbb\xbf" if bom else b"") + (text.getvalue() + tail).encode(encoding))
