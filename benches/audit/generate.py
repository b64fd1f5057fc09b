"""A labelled set for the audit: one company's export, and what is wrong with each row of it.

    python3 benches/audit/generate.py --seed 7 --rows 6000 --lang es --vendor salesforce --out DIR [--perfect FILE] [--labels]
"""

import argparse
import csv
import json
import pathlib
import sys

import hubspot
import salesforce
import scenes
from phrases import SOURCES
from judge import Judge
from world import DAY, World

TRUTH = "file row source_id codes declared_class class must_change hard_negative note open_codes".split()
PLANTED, NEGATIVE = 0.0125, 0.085     # of the rows: each code; all hard negatives together


def build(seed, rows, lang, vendor):
    world = World(seed, rows, lang, vendor)
    world.customers, world.prospects = [], []
    world.allies = {says: [] for says in ("partner", "supplier", "competitor", "other")}
    while len(world.orgs) + len(world.people) < rows * 0.2 or not all(world.allies.values()):
        scenes.customer(world)
        if world.chance(35):
            scenes.ally(world)
    for make, count in quota(world, scenes.PLANTS, PLANTED * rows):
        for _ in range(count):
            make(world)
    kinds = [n for n in scenes.NEGATIVES if vendor in n[1]]
    for kind, _, make in kinds:
        for _ in range(max(1, round(NEGATIVE * rows / len(kinds)))):
            before = len(world.orgs), len(world.people)
            make(world)
            for row in world.orgs[before[0]:] + world.people[before[1]:]:
                if row.hard is True:
                    row.hard = kind
    makers, weights = zip(*scenes.PLAIN + ([(scenes.converted, 5)] if vendor == "salesforce" else []))
    while len(world.orgs) + len(world.people) < rows:
        world.random.choices(makers, weights)[0](world)
    finish(world)
    return world


def quota(world, plants, wanted):
    """How often each way of planting a code is used."""
    codes = {}
    for code, vendors, make in plants:
        if world.vendor in vendors:
            codes.setdefault(code, []).append(make)
    for code, makes in codes.items():
        total = max(len(makes), round(wanted * world.random.uniform(0.85, 1.35)))
        for n, make in enumerate(makes):
            yield make, total // len(makes) + (n < total % len(makes))


def finish(world):
    world.seal()
    judge = Judge(world)
    random = world.random
    for row in world.people + world.orgs:
        quiet = judge.last_activity(row) < world.as_of - DAY * 450
        if row.rating in (None, ""):
            row.rating = random.choice(["warm", "cold", "", ""] + ([] if quiet or row.state == "disqualified" else ["hot"]))
        if not row.source and row in world.people:
            row.source = random.choice(SOURCES["none"][world.lang])
        row.modified = row.modified or max(judge.last_activity(row), world.ago(0, 600))
    latest = random.choice([p for p in world.people if not p.codes and not p.hard])
    latest.modified = world.as_of
    random.shuffle(world.people)
    random.shuffle(world.orgs)
    random.shuffle(world.acts)
    differ = Judge(world).all()
    if differ:
        for row, planted, judged in differ[:20]:
            print(f"{row.box or 'org'} {row.given} {row.family} {row.name} {row.email} {row.state}: planted {sorted(planted)}, by the letter {sorted(judged)}; {row.about} {row.hard}", file=sys.stderr)
        raise SystemExit(f"{len(differ)} rows are not what they were planted to be")


def truth(world, places):
    """One line for each row of a party, in the order of the files."""
    for row, (file, number, source_id) in places:
        declared = world.declared(row)
        codes, may = set(row.codes) - row.may, row.may
        class_ = row.cls if row.codes else declared
        choices = class_.split("/") if class_ else []
        yield {"file": file, "row": number, "source_id": source_id, "codes": "|".join(sorted(codes)), "declared_class": declared, "class": class_,
               "must_change": "yes" if choices and declared not in choices else "no", "hard_negative": row.hard if not codes else "",
               "note": "open" if may and not codes else row.about, "open_codes": "|".join(sorted(may))}


def findings(lines, flaws=False):
    """What an audit that knows the truth would say; with flaws, one that errs."""
    for n, line in enumerate(lines):
        codes = [c for c in line["codes"].split("|") if c]
        if flaws and n % 7 == 0:
            codes = [] if codes else ["lead-is-customer"]
        for code in codes:
            yield {"file": line["file"], "row": line["row"], "source_id": line["source_id"], "object": "", "group": "classification", "code": code, "severity": "warning",
                   "confidence": 0.9, "declared_class": line["declared_class"], "class": line["class"].split("/")[0], "cause": "entry", "evidence": [], "against": [], "action": ""}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", type=int, default=6000)
    parser.add_argument("--lang", choices=["en", "es"], default="en")
    parser.add_argument("--vendor", choices=["salesforce", "hubspot"], default="salesforce")
    parser.add_argument("--labels", action="store_true", help="headers as a screen shows them, where API names are the habit")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the folder of the export; the truth is written beside it, as DIR.truth.csv")
    parser.add_argument("--perfect", type=pathlib.Path, help="also write findings as a faultless audit would")
    parser.add_argument("--broken", type=pathlib.Path, help="also write findings as a faulty audit would")
    given = parser.parse_args()
    world = build(given.seed, given.rows, given.lang, given.vendor)
    given.out.mkdir(parents=True, exist_ok=True)
    places = {"salesforce": salesforce, "hubspot": hubspot}[given.vendor].write(world, given.out, given.labels)
    lines = list(truth(world, places))
    beside = given.out.parent / f"{given.out.name}.truth.csv"
    with open(beside, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, TRUTH, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    for path, flaws in ((given.perfect, False), (given.broken, True)):
        if path:
            path.write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in findings(lines, flaws)), encoding="utf-8")
    flagged = sum(bool(line["codes"]) for line in lines)
    print(f"{given.out}: {len(lines)} rows, {flagged} with findings, {sum(bool(line['hard_negative']) for line in lines)} hard negatives, as of {world.as_of}; {beside}")


if __name__ == "__main__":
    main()
