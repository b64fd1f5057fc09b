"""What happens to a value on its way into a system: typing errors, lost accents, the ways of writing a phone number."""

import functools
import re
import unicodedata

CAPITALS = "ABDEFGHJLNPQRSTUWXYZ"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
JUNK_MAIL = ["none@none.com", "test@test.com", "na@na.com", "noemail@noemail.com", "no@email.com"]
JUNK_PHONE = ["123456789", "1111111111", "5555555555", "999999999", "0000000000"]
SPECIAL = str.maketrans({"ß": "ss", "ł": "l", "Ł": "L", "ø": "o", "º": "o"})
plain_forms = {}


def plain(text):
    """Without accents; remembered, as the same names come again and again."""
    if text.isascii():
        return text
    known = plain_forms.get(text)
    if known is None:
        known = unicodedata.normalize("NFKD", text.translate(SPECIAL)).encode("ascii", "ignore").decode()
        if len(plain_forms) < 200_000:
            plain_forms[text] = known
    return known


def typo(rnd, text):
    """One slip of the hand: a letter swapped, left out, put in, or another in its place."""
    length = len(text)
    if length < 3:
        return text
    at, kind = 1 + int(rnd() * (length - 2)), rnd()
    if kind < 0.3:
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    if kind < 0.55:
        return text[:at] + text[at + 1:]
    letter = LETTERS[int(rnd() * 26)]
    return text[:at] + letter + text[at + (kind > 0.8):]


def slip(rnd, number):
    """One of the last four digits wrong."""
    at = len(number) - 1 - int(rnd() * 4)
    return number[:at] + str(int(rnd() * 10)) + number[at + 1:] if number[at].isdigit() else number


@functools.cache
def runs(pattern):
    """A pattern's runs of one mark, each with the number of values it may have."""
    scale = {"#": 10, "*": 8, "@": len(CAPITALS)}
    return [(run, scale.get(run[0], 0) ** len(run)) for run in re.findall(r"#+|\*|@|[^#*@]+", pattern)]


def fill(rnd, pattern):
    """`#` a digit, `*` a digit from 2, `@` a letter."""
    out = ""
    for run, count in runs(pattern):
        mark = run[0]
        if mark == "#":
            out += str(int(rnd() * count)).zfill(len(run))
        elif mark == "*":
            out += str(2 + int(rnd() * count))
        elif mark == "@":
            out += CAPITALS[int(rnd() * count)]
        else:
            out += run
    return out


def phone(rnd, source, country, number, junk=0.015):
    """A national number as a source writes it."""
    if rnd() < junk:
        return JUNK_PHONE[int(rnd() * 5)]
    if rnd() < 0.02:
        number = slip(rnd, number)
    way = rnd()
    if source == "crm_a":
        return f"+{country.calling}{number}" if way < 0.7 else f"+{country.calling} {number[:3]} {number[3:6]} {number[6:]}"
    national = country.trunk + number
    if source == "erp_b":
        return national
    if source == "news_c":
        if way < 0.35:
            return f"00{country.calling}{number}"
        return f"({national[:3]}) {national[3:6]}-{national[6:]}" if way < 0.65 else f"{national[:3]}-{national[3:6]}-{national[6:]}"
    if way < 0.35:
        return f"{national[:2]} {national[2:5]} {national[5:]}"
    if way < 0.6:
        return f"{national[:3]}.{national[3:6]}.{national[6:]}"
    if way < 0.9:
        return country.calling + number
    return f"{national} ext {10 + int(rnd() * 90)}" if way < 0.95 else f"+{country.calling} (0){number}"
