"""How well clusters agree with the truth: `score.py clusters.csv truth.csv [--json]`.

Pairwise: over all pairs of records inside predicted clusters against those inside true ones. B-cubed: for each record, the share of its predicted
cluster that is truly with it (precision) and of its true cluster that was found (recall), averaged over the records of the truth. A record that
`clusters.csv` lacks stands alone; one that the truth lacks is counted and left out.

Both files go through the `sort` of the system, so that ten million records need no more memory than ten.
"""

import argparse
import csv
import itertools
import json
import os
import pathlib
import subprocess
import tempfile

MEMORY = "200M"
FOUND_ID, FOUND_CLUSTER = "source_id", "cluster"
TRUE_ID, TRUE_CLUSTER = "rec_id", "cluster_id"


def columns(path, wanted):
    """Those columns of a CSV file, row by row, without the tabs and line breaks that would break a sort."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        places = [header.index(name) for name in wanted]
        for row in rows:
            yield [" ".join(row[place].split()) for place in places]


def sort(folder, name, rows, key):
    """Writes rows of text to a file, sorts it by its columns from `key` on, and gives its rows back."""
    path = folder / name
    with path.open("w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)
    order = ["sort", "-t", "\t", "-k", key, "-S", MEMORY, "-T", str(folder), "-o", str(path), str(path)]
    subprocess.run(order, env=os.environ | {"LC_ALL": "C"}, check=True)
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def joined(folder, found, truth, tally):
    """(predicted cluster, true cluster) of each record of the truth."""
    predicted = sort(folder, "found", columns(found, [FOUND_ID, FOUND_CLUSTER]), "1,1")
    true = sort(folder, "truth", columns(truth, [TRUE_ID, TRUE_CLUSTER]), "1,1")
    one = next(predicted, None)
    for key, cluster in true:
        while one and one[0].encode() < key.encode():
            tally["extra"] += 1
            one = next(predicted, None)
        if one and one[0] == key:
            yield f"={one[1]}", cluster
            one = next(predicted, None)
        else:
            tally["missing"] += 1
            yield f"?{key}", cluster
    tally["extra"] += sum(1 for _ in predicted) + (one is not None)


def pairs(count):
    return count * (count - 1) // 2


def side(rows):
    """Over rows (a, b) sorted so: records, clusters of a, pairs inside a, pairs inside both, Σ shared² / |a|, the largest a that mixes bs, the largest a."""
    records = clusters = inside = both = mixed = largest = 0
    cubed = 0.0
    for _, group in itertools.groupby(rows, key=lambda row: row[0]):
        shared = [sum(1 for _ in members) for _, members in itertools.groupby(group, key=lambda row: row[1])]
        size = sum(shared)
        records += size
        clusters += 1
        inside += pairs(size)
        both += sum(map(pairs, shared))
        cubed += sum(count * count for count in shared) / size
        largest = max(largest, size)
        mixed = max(mixed, size if len(shared) > 1 else 0)
    return records, clusters, inside, both, cubed, mixed, largest


def ratio(part, whole):
    return part / whole if whole else 1.0


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(found, truth):
    """The figures as a dict, ratios as fractions; `largest_false` is the size of the largest predicted cluster that mixes true ones."""
    tally = {"missing": 0, "extra": 0}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        both = sort(folder, "by-found", joined(folder, found, truth, tally), "1,2")
        records, clusters, predicted, right, precise, mixed, largest = side(both)
        with (folder / "by-found").open(encoding="utf-8") as file:
            turned = sort(folder, "by-truth", (reversed(line.rstrip("\n").split("\t")) for line in file), "1,2")
            _, true_clusters, true, _, complete, _, _ = side(turned)
    precision, recall = ratio(right, predicted), ratio(right, true)
    cubed_precision, cubed_recall = ratio(precise, records), ratio(complete, records)
    return {
        "records": records, "clusters": clusters, "true_clusters": true_clusters, "pairs": predicted, "true_pairs": true, "right_pairs": right,
        "precision": precision, "recall": recall, "f1": f1(precision, recall), "b3_precision": cubed_precision, "b3_recall": cubed_recall,
        "b3": f1(cubed_precision, cubed_recall), "largest": largest, "largest_false": mixed, **tally,
    }


def review(pairs, truth):
    """`review_pairs` and how many of them are right, by `pairs.csv`: those of the band `review` between records of the truth."""
    with open(pairs, encoding="utf-8", newline="") as file:
        if "band" not in next(csv.reader(file), []):
            return {"review_pairs": 0, "review_right": 0}
    proposed = [(a, b) for a, b, band in columns(pairs, ["a", "b", "band"]) if band == "review"]
    asked = {key for pair in proposed for key in pair}
    known = {key: cluster for key, cluster in columns(truth, [TRUE_ID, TRUE_CLUSTER]) if key in asked}
    proposed = [(known[a], known[b]) for a, b in proposed if a in known and b in known]
    return {"review_pairs": len(proposed), "review_right": sum(a == b for a, b in proposed)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clusters", type=pathlib.Path)
    parser.add_argument("truth", type=pathlib.Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    got = score(options.clusters, options.truth)
    if options.json:
        print(json.dumps(got))
        return
    print("{records:,} records, {true_clusters:,} true clusters, {clusters:,} predicted (largest {largest}, largest false {largest_false}), "
          "{missing} missing, {extra} extra".format(**got))
    print("pairwise  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}   ({right_pairs:,} right of {pairs:,} predicted, {true_pairs:,} true)".format(**got))
    print("b-cubed   P {b3_precision:.4f}  R {b3_recall:.4f}  F1 {b3:.4f}".format(**got))


if __name__ == "__main__":
    main()
