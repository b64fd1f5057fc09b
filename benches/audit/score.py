"""How well an audit's findings agree with the labels of a generated set.

    python3 benches/audit/score.py FINDINGS.jsonl SET.truth.csv [--classes EVERY_ROW.csv] [--examples 5] [--kinds]
"""

import argparse
import collections
import csv
import json
import pathlib
import sys

GOALS = {"precision": 0.95, "recall": 0.95, "class right": 0.95, "hard negatives flagged": 0.02}


def split(text):
    return {part for part in (text or "").split("|") if part}


def place(file, row):
    return pathlib.PurePath(str(file).replace("\\", "/")).name, int(row)


def read_truth(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {place(line["file"], line["row"]): line | {"codes": split(line["codes"]), "open": split(line["open_codes"]), "classes": set(filter(None, line["class"].split("/")))}
                for line in csv.DictReader(file)}


def read_findings(path):
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for number, text in enumerate(file, 1):
            if not text.strip():
                continue
            try:
                finding = json.loads(text)
                at = place(finding["file"], finding["row"])
            except (ValueError, KeyError, TypeError) as error:
                sys.exit(f"{path}:{number}: no finding with a file and a row ({error})")
            if finding.get("group") == "classification":
                found[at].append(finding)
    return found


def read_classes(path):
    if not path:
        return {}
    with open(path, newline="", encoding="utf-8-sig") as file:
        return {place(line["file"], line["row"]): line["class"] for line in csv.DictReader(file)}


def ratio(part, whole):
    return part / whole if whole else 1.0


def score(truth, found, classes):
    """Counts and examples; rows that the specification leaves open count nowhere."""
    judged = {at: row for at, row in truth.items() if row["note"] != "open"}
    wrong, hard = collections.defaultdict(list), collections.Counter()
    codes = collections.defaultdict(collections.Counter)
    hits = flagged_right = flagged = changed = right = same = 0
    for at, row in judged.items():
        findings = found.get(at, [])
        said = {finding["code"] for finding in findings}
        flagged += bool(said)
        hits += bool(row["codes"])
        flagged_right += bool(said and row["codes"])
        for code in row["codes"]:
            codes[code]["planted"] += 1
            codes[code]["found" if code in said else "missed"] += 1
            if code not in said:
                wrong[f"missed {code}"].append((at, row, findings))
        for code in said - row["codes"] - row["open"]:
            codes[code]["false"] += 1
            wrong[f"false {code}"].append((at, row, findings))
        if row["hard_negative"]:
            hard[row["hard_negative"], "all"] += 1
            hard[row["hard_negative"], "flagged"] += bool(said)
            if said:
                wrong["hard negatives flagged"].append((at, row, findings))
        best = max(findings, key=lambda f: f.get("confidence") or 0, default=None)
        if row["classes"]:
            same += classes.get(at) in row["classes"]
        if row["must_change"] == "yes":
            changed += 1
            class_ = (best or {}).get("class") or classes.get(at) or row["declared_class"]
            right += class_ in row["classes"]
            if class_ not in row["classes"]:
                wrong["class wrong"].append((at, row, findings))
    strays = [at for at in found if at not in truth]
    figures = {"precision": ratio(flagged_right, flagged), "recall": ratio(flagged_right, hits), "class right": ratio(right, changed),
               "hard negatives flagged": ratio(sum(n for (_, what), n in hard.items() if what == "flagged"), sum(n for (_, what), n in hard.items() if what == "all") or 1)}
    return {"figures": figures, "judged": len(judged), "open": len(truth) - len(judged), "hits": hits, "flagged": flagged, "changed": changed, "codes": codes, "hard": hard, "wrong": wrong,
            "strays": strays, "classes": ratio(same, sum(bool(row["classes"]) for row in judged.values())) if classes else None}


def show(result, examples, kinds):
    figures = result["figures"]
    print(f"{result['judged']} rows judged ({result['open']} left open), {result['hits']} should be flagged, {result['flagged']} are, {result['changed']} must change class")
    for name, value in figures.items():
        goal = GOALS[name]
        met = value <= goal if name == "hard negatives flagged" else value >= goal
        print(f"  {name:24}{value:7.1%}   goal {'≤' if name == 'hard negatives flagged' else '≥'} {goal:.0%}{'' if met else '   NOT MET'}")
    if result["classes"] is not None:
        print(f"  {'class right, all rows':24}{result['classes']:7.1%}")
    if result["strays"]:
        print(f"  {len(result['strays'])} findings stand on rows that the truth does not have, the first {result['strays'][0][0]}:{result['strays'][0][1]}")
    print(f"\n{'code':32}{'planted':>8}{'found':>7}{'missed':>7}{'false':>7}{'precision':>11}{'recall':>8}")
    for code, n in sorted(result["codes"].items()):
        print(f"{code:32}{n['planted']:8}{n['found']:7}{n['missed']:7}{n['false']:7}{ratio(n['found'], n['found'] + n['false']):11.1%}{ratio(n['found'], n['planted']):8.1%}")
    if kinds:
        print(f"\n{'hard negative':32}{'rows':>8}{'flagged':>9}")
        for kind in sorted({kind for kind, _ in result["hard"]}):
            print(f"{kind:32}{result['hard'][kind, 'all']:8}{result['hard'][kind, 'flagged']:9}")
    for kind, rows in sorted(result["wrong"].items()):
        print(f"\n{kind}: {len(rows)}")
        for (file, number), row, findings in rows[:examples]:
            said = ", ".join(f"{f['code']} → {f.get('class')}" for f in findings) or "nothing"
            wanted = "|".join(sorted(row["codes"])) or row["hard_negative"] or "nothing"
            print(f"  {file}:{number} wanted {wanted} → {row['class'] or '–'}; said {said}; {row['note']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("findings", help="one finding a line, as the audit writes them")
    parser.add_argument("truth")
    parser.add_argument("--classes", help="a CSV with file, row and class of every row")
    parser.add_argument("--examples", type=int, default=5, help="how many of each kind of error to show")
    parser.add_argument("--kinds", action="store_true", help="a table of the kinds of hard negatives")
    given = parser.parse_args()
    show(score(read_truth(given.truth), read_findings(given.findings), read_classes(given.classes)), given.examples, given.kinds)


if __name__ == "__main__":
    main()
