"""The word lists of `words/`, as banks from which a name is drawn as often as it is borne."""

import pathlib
import random

FOLDER = pathlib.Path(__file__).parent / "words"
SLOTS = 1 << 15
TAIL = 9000
SHIFTED = {"ski": "ska", "cki": "cka", "dzki": "dzka"}


class Country:
    """A country's words, with its language's under them; each bank is a list to pick from blindly."""

    def __init__(self, code):
        words = read(FOLDER / "country" / f"{code}.txt")
        words = read(FOLDER / "language" / f"{words['language'][0]}.txt") | words
        self.code = code
        self.name = words["name"][0]
        self.spellings = words["code"]
        self.share = int(words["share"][0])
        self.double = "double" in words
        self.english = words["language"] == ["en"]
        self.calling, self.trunk = words["calling"][0], (words["trunk"] or [""])[0]
        self.digits, self.mobile = int(words["digits"][0]), words["mobile"][0]
        self.domain, self.mail = words["domain"][0], words["mail"]
        self.male, self.female = bank(words["given_m"]), bank(words["given_f"])
        self.nick = {}
        for pair in words["nick"]:
            name, short = pair.rsplit(" ", 1)
            self.nick.setdefault(name, []).append(short)
        tail = [head + tail for head in words["head"] for tail in words["tail"]]
        random.Random(code).shuffle(tail)
        self.tail = [capital(name) for name in tail[:TAIL]]
        self.common = frozenset(words["surname"])
        self.surname = bank(words["surname"], self.tail, float(words["whole"][0]))
        self.cities = bank([tuple(city.split("|")) for city in words["city"]])
        self.village = words["village"]
        self.street_name = bank(words["street_name"])
        self.street_kind = [tuple(kind.split("=")) for kind in words["street_kind"]]
        self.address = ", ".join(words["number"]).replace("{street}", "{0}").replace("{n}", "{1}").format
        self.sector, self.title, self.family = words["sector"], words["title"], words["family"]
        self.legal = [tuple(form.split("=")) for form in words["legal"]]

    def feminine(self, surname):
        """Surnames of women, where they differ."""
        return surname[:-3] + SHIFTED[surname[-3:]] if self.code == "pl" and surname[-3:] in SHIFTED else surname


def read(path):
    """`key: a, b, c` a line."""
    lines = (line.partition(":") for line in path.read_text(encoding="utf-8").splitlines() if ":" in line)
    return {key: [word for word in (each.strip() for each in rest.split(",")) if word] for key, _, rest in lines}


def capital(name):
    """A composed surname is in small letters after its first, particles apart."""
    head, space, rest = name.rpartition(" ")
    return head + space + rest[:1].upper() + rest[1:].lower()


def bank(whole, tail=(), share=1.0):
    """A list in which each word stands as often as it is borne: the first of `whole` most, by Zipf's law flattened at its head, as in censuses.

    `share` of the places go to `whole`, the rest to `tail`, whose own slope is slight.
    """
    slots = spread(whole, share * SLOTS, 6, 0.8)
    return slots + spread(tail, SLOTS - len(slots), 300, 0.7) if tail else slots


def spread(words, places, flat, slope):
    weights = [1 / (rank + flat) ** slope for rank in range(1, len(words) + 1)]
    rate, slots, owed = places / sum(weights), [], 0.0
    for word, weight in zip(words, weights):
        owed += weight * rate
        slots += [word] * int(owed)
        owed -= int(owed)
    return slots


def countries():
    """Each country as often as its share; the banks are made once."""
    each = [Country(path.stem) for path in sorted((FOLDER / "country").glob("*.txt"))]
    return [country for country in each for _ in range(country.share)]


def coined():
    words = read(FOLDER / "coined.txt")
    return words["head"], [head + tail for head in words["head"] for tail in words["tail"]]
