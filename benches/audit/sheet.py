"""What both vendors' files share: how people type, time stamps, and writing a file."""

import csv

import words

PHONE_SHAPES = [lambda t: t, lambda t: t, lambda t: t.replace(" ", ""), lambda t: t.replace(" ", "-"), lambda t: t.replace("+", "00").replace(" ", ""), lambda t: t.replace(" ", ".")]


class Typist:
    """Spelling of cells as people leave them; what is spelled differently means the same."""

    def __init__(self, random):
        self.random = random

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def name(self, text):
        if self.chance(3):
            return text.upper()
        if self.chance(2):
            return text.lower()
        if self.chance(3):
            return words.unaccented(text)
        return text + " " if self.chance(2) else text

    def email(self, text):
        if self.chance(3):
            return text.upper()
        return " " + text if self.chance(1) else text

    def phone(self, text):
        return self.random.choice(PHONE_SHAPES)(text) if text else ""

    def website(self, domain):
        return self.random.choice(["", "www.", "https://www.", "http://", "https://"]) + domain if domain else ""

    def city(self, text):
        return words.unaccented(text) if self.chance(5) else text if not self.chance(10) else ""

    def moment(self, day):
        return day.isoformat(), f"{self.random.randint(7, 18):02d}:{self.random.randint(0, 59):02d}", f"{self.random.randint(0, 59):02d}"


def write(path, columns, rows, quoting=csv.QUOTE_ALL, headers=None):
    """Rows are dicts of filled cells; a column that a row does not have is empty."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, quoting=quoting, lineterminator="\r\n")
        writer.writerow([(headers or {}).get(column, column) for column in columns])
        for row in rows:
            unknown = set(row) - set(columns)
            assert not unknown, (path, unknown)
            writer.writerow([row.get(column, "") for column in columns])
