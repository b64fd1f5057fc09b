"""Labelled records of invented people or companies: `generate.py person 1000000 --out people.csv [--seed 1] [--jobs 2]`.

The truth stands in `cluster_id`. The rows of a cluster are shuffled within a block of 50,000; blocks are made apart, so that memory is the same for
any number of rows and the file the same for any number of jobs. Names, domains and towns recur across blocks, colleagues and households don't.
"""

import argparse
import csv
import io
import multiprocessing
import pathlib
import random
import sys

import company
import person
import words

BLOCK = 50_000
SOURCES = ["crm_a"] * 40 + ["erp_b"] * 22 + ["events_d"] * 20 + ["news_c"] * 18
SIZES = [1] * 830 + [2] * 112 + [3] * 33 + [4] * 14 + [5] * 6 + [6] * 5
COMPANIES_PER_ROW = 0.11
HOUSEHOLD, NAMESAKE = 0.08, 0.045

countries = None


def people(rnd, rows):
    """(cluster, source, record) without end: people, some with who lives with them, some with who bears their name."""
    employers = company.pool(rnd, countries, max(1, int(rows * COMPANIES_PER_ROW)))
    past, count = [], 0
    while True:
        one = person.Person(rnd, countries, employers).settle(rnd)
        circle = [one]
        if rnd() < HOUSEHOLD:
            for _ in range(2 if rnd() < 0.3 else 1):
                circle.append(person.Person(rnd, countries, employers))
                person.household(rnd, one, circle[-1])
        if past and rnd() < NAMESAKE:
            circle.append(person.Person(rnd, countries, employers))
            person.namesake(rnd, past.pop(int(rnd() * len(past))), circle[-1])
            circle[-1].settle(rnd)
        if rnd() < 0.1:
            past.append(one)
        for each in circle:
            for _ in range(SIZES[int(rnd() * 1000)]):
                source = SOURCES[int(rnd() * 100)]
                yield count, source, person.record(rnd, each, source)
            count += 1


def firms(rnd, rows):
    """(cluster, source, record) without end: companies, some of them beside another."""
    count = 0
    while True:
        for each in company.pool(rnd, countries, 1000):
            for _ in range(SIZES[int(rnd() * 1000)]):
                source = SOURCES[int(rnd() * 100)]
                yield count, source, company.record(rnd, each, source)
            count += 1


KINDS = {"person": (person.HEADER, people, "P"), "company": (company.HEADER, firms, "C")}


def block(task):
    """The CSV text of one block."""
    global countries
    countries = countries or words.countries()
    kind, seed, number, rows = task
    _, records, letter = KINDS[kind]
    rnd = random.Random(f"{kind} {seed} {number}").random
    made = [row for _, row in zip(range(rows), records(rnd, rows))]
    random.Random(f"order {seed} {number}").shuffle(made)
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\n").writerow
    for at, (cluster, source, record) in enumerate(made, number * BLOCK):
        write([f"{letter}{at}", f"{letter.lower()}{number}-{cluster}", source, *record])
    return out.getvalue()


def generate(kind, rows, out, seed=1, jobs=2):
    """Writes `rows` records of `kind` to the open text file `out`."""
    csv.writer(out, lineterminator="\n").writerow(KINDS[kind][0])
    tasks = [(kind, seed, number, min(BLOCK, rows - number * BLOCK)) for number in range(-(-rows // BLOCK))]
    with multiprocessing.Pool(min(jobs, len(tasks))) as workers:
        for text in workers.imap(block, tasks):
            out.write(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("rows", type=int)
    parser.add_argument("--out", type=pathlib.Path, help="by default, standard output")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with open(options.out, "w", encoding="utf-8", newline="") if options.out else sys.stdout as out:
        generate(options.kind, options.rows, out, options.seed, options.jobs)


if __name__ == "__main__":
    main()
