"""Reads the written files again: truth stands on the rows it names, every party has one truth row, every link resolves. python3 verify.py OUT"""
import csv, pathlib, sys
from words import SETS
base = pathlib.Path(sys.argv[1]); bad = 0
for n, (vendor, *_rest) in SETS.items():
    F = {p.name: list(csv.reader(open(p, encoding="utf-8", newline=""))) for p in (base / n).glob("*.csv")}
    T = list(csv.DictReader(open(base / f"{n}.truth.csv", encoding="utf-8")))
    bad += sum(F[t["file"]][int(t["row"]) - 1][0] != t["source_id"] for t in T)
    for f in {t["file"] for t in T}: bad += {int(t["row"]) for t in T if t["file"] == f} != set(range(2, len(F[f]) + 1))
    keys = {f: {r[0] for r in rows[1:]} for f, rows in F.items()}; bad += sum(len(keys[f]) != len(F[f]) - 1 for f in F); links = 0
    if vendor == "sf":
        every = set().union(*keys.values())
        for rows in F.values():
            for r in rows[1:]:
                for c in r[1:]:
                    if len(c) == 18 and c[:6] in ("0015g0", "0035g0", "00Q5g0", "0065g0", "0055g0", "7015g0"): links += 1; bad += c not in every
    else:
        for f, rows in F.items():
            for h, to in (("Associated Contact IDs", "contacts.csv"), ("ID de contactos asociados", "contacts.csv"), ("Associated Company IDs", "companies.csv"), ("ID de empresas asociadas", "companies.csv")):
                if h in rows[0]:
                    i = rows[0].index(h)
                    for r in rows[1:]:
                        if r[i]: links += 1; bad += r[i] not in keys[to]
    bad += any(len(r) != len(rows[0]) for rows in F.values() for r in rows)
    bad += sum(bool(t["hard_negative"] and t["codes"]) for t in T)
    print(n, len(T), "truth rows,", links, "links")
sys.exit(f"{bad} faults" if bad else 0)
