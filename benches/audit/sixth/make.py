#!/usr/bin/env python3
"""make.py OUT [--perfect DIR]: six labelled sets, OUT/NAME/*.csv and OUT/NAME.truth.csv. Same arguments, same bytes.
--perfect DIR writes DIR/NAME.jsonl, the findings of an audit that knows the truth."""
import argparse, csv, json, pathlib, re, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent)); sys.dont_write_bytecode = True
import words as W, render
from judge import Judge
from scenes import Scenes
from world import World

SETS = [("sf-en", "sf", "en", 0), ("sf-es", "sf", "es", 1), ("sf-es-ui", "sf", "es", 2), ("hs-en", "hs", "en", 3), ("hs-es", "hs", "es", 4), ("hs-es-en", "hs", "es", 5)]
ROWS, EACH, HARD = 2050, 24, 4

def build(name, vendor, lang, i, seed):
    w = World(name, vendor, lang, seed, W.OWN[i]); s = Scenes(w)
    s.plain(0); s.errors(EACH); s.hards(HARD); s.filler(ROWS)
    return w

def check(w):
    j = Judge(w); labels = {}
    bad = 0
    for x in w.orgs + w.people:
        codes, opened, dec, cls = (j.org if x.kind == "org" else j.person)(x)
        if codes != x.expect or cls != x.cls:
            bad += 1
            if bad <= 12: print(f"{w.name}: scene says {sorted(x.expect)} {x.cls}, judge {sorted(codes)} {cls}: {x.variety or x.hn or 'plain'} {getattr(x,'name','') or x.first+' '+x.last+' '+x.email}", file=sys.stderr)
        if x.hn and codes: print(f"{w.name}: hard negative {x.hn} with {codes}", file=sys.stderr); bad += 1
        labels[id(x)] = (codes, opened - codes, dec, cls)
    if bad: sys.exit(f"{w.name}: {bad} rows on which scene and judge differ")
    return labels

def main():
    a = argparse.ArgumentParser(description=__doc__); a.add_argument("out", type=pathlib.Path); a.add_argument("--perfect", type=pathlib.Path); a.add_argument("--seed", default="1")
    g = a.parse_args()
    for name, vendor, lang, i in SETS:
        w = build(name, vendor, lang, i, g.seed); labels = check(w)
        rows = render.write(w, g.out / name)   # [(file, row, id, object)]
        with open(g.out / f"{name}.truth.csv", "w", newline="", encoding="utf-8") as f:
            t = csv.writer(f, lineterminator="\n")
            t.writerow("file row source_id codes declared_class class must_change hard_negative note open_codes".split())
            for file, row, sid, x in rows:
                codes, opened, dec, cls = labels[id(x)]
                t.writerow([file, row, sid, "|".join(sorted(codes)), dec, cls, "yes" if cls and dec not in cls.split("/") else "no", x.hn, "" if x.hn else x.variety, "|".join(sorted(opened))])
        if g.perfect:
            g.perfect.mkdir(parents=True, exist_ok=True)
            with open(g.perfect / f"{name}.jsonl", "w", encoding="utf-8") as f:
                for file, row, sid, x in rows:
                    codes, _, dec, cls = labels[id(x)]
                    for c in sorted(codes):
                        f.write(json.dumps({"file": file, "row": row, "group": "classification", "code": c, "class": cls.split("/")[0], "confidence": 1.0}) + "\n")

if __name__ == "__main__":
    main()
