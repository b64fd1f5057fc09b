"""Measures `xwalk dedupe` on labelled sets: F1 over pairs, B-cubed F1, CPU seconds; with --splink, Splink beside it.

    python3 benches/match/run.py target/release/xwalk DATA_DIR --splink
    python3 benches/match/run.py target/release/xwalk --make person:100000 --make company:20000
    python3 benches/match/run.py target/release/xwalk --large 1000000

Of DATA_DIR, each CSV file with the columns `rec_id` and `cluster_id` is a labelled set; xwalk is given it as
`dedupe FILE --id rec_id --ignore cluster_id --out …` and told nothing else. Sets made by `generate.py` are kept in the cache folder.
"""

import argparse
import csv
import json
import pathlib
import shutil

import generate
import score
import splink
from splink import CACHE, measure


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path, nargs="?", help="a folder of labelled sets")
    parser.add_argument("--make", action="append", default=[], metavar="KIND:ROWS", help="a set of the generator, besides")
    parser.add_argument("--seed", type=int, default=1, help="of the generator")
    parser.add_argument("--large", type=int, metavar="ROWS", help="records of people of the generator, with memory and steps")
    parser.add_argument("--splink", action="store_true", help="run Splink as well")
    parser.add_argument("--cache", type=pathlib.Path, default=CACHE)
    return parser.parse_args()


def labelled(path):
    with path.open(encoding="utf-8", newline="") as file:
        return {"rec_id", "cluster_id"} <= set(next(csv.reader(file), []))


def made(kind, rows, options):
    """A set of the generator; written under another name first, so that half a file is never taken for a whole one."""
    path = options.cache / f"{kind}_{rows}_seed{options.seed}.csv"
    if not path.exists():
        half = path.with_suffix(".part")
        with half.open("w", encoding="utf-8", newline="") as out:
            generate.generate(kind, rows, out, options.seed)
        half.rename(path)
    return path


def xwalk(path, options):
    """(scores, CPU seconds, peak megabytes, what it printed) of xwalk on one labelled set."""
    out = options.cache / f"{path.stem}-xwalk"
    shutil.rmtree(out, ignore_errors=True)
    log = out.with_suffix(".log")
    command = [options.bin, "dedupe", path, "--id", "rec_id", "--ignore", "cluster_id", "--out", out, "--format", "json"]
    cpu, peak, _ = measure([str(word) for word in command], log)
    got = score.score(out / "clusters.csv", path) | score.review(out / "pairs.csv", path)
    return got, cpu, peak, log.read_text(encoding="utf-8", errors="replace")


def cells(got, cpu):
    return f"{got['f1']:.3f} | {got['b3']:.3f} | {cpu:.2f}"


def table(paths, options):
    beside = " F1 Splink | B3 | CPU s | CPU xwalk / Splink |" if options.splink else ""
    print(f"| set | records | F1 xwalk | B3 | CPU s |{beside}\n|---|---:|---:|---:|---:|{'---:|' * 4 if beside else ''}", flush=True)
    for path in paths:
        got, cpu, _, _ = xwalk(path, options)
        line = f"| {path.stem} | {got['records']:,} | {cells(got, cpu)} |"
        if beside:
            peer, peer_cpu, _ = splink.run(path, options.cache)
            line += f" {cells(peer, peer_cpu)} | {cpu / peer_cpu:.3f} |"
        print(line, flush=True)


def steps(printed):
    """What the program says of its steps: `{"steps": {"name": CPU seconds}}`, or nothing."""
    try:
        return json.loads(printed).get("steps", {})
    except (json.JSONDecodeError, AttributeError):
        return {}


def large(path, options):
    got, cpu, peak, printed = xwalk(path, options)
    print(f"{path.stem}: {got['records']:,} records, {got['true_clusters']:,} people\n")
    print(f"- pairs: P {got['precision']:.4f}, R {got['recall']:.4f}, F1 {got['f1']:.4f}")
    print(f"- B-cubed: P {got['b3_precision']:.4f}, R {got['b3_recall']:.4f}, F1 {got['b3']:.4f}")
    print(f"- largest cluster {got['largest']}, largest false one {got['largest_false']}")
    if got["review_pairs"]:
        print(f"- review: {got['review_pairs']:,} pairs, {got['review_right'] / got['review_pairs']:.3f} of them right, "
              f"which is {got['review_right'] / got['true_pairs']:.3f} of all true pairs")
    print(f"- CPU {cpu:.2f} s, peak {peak:,.0f} MB")
    for name, seconds in steps(printed).items():
        print(f"  - {name}: {seconds}")


def main():
    options = arguments()
    options.cache.mkdir(parents=True, exist_ok=True)
    paths = [path for path in sorted(options.data.glob("*.csv")) if labelled(path)] if options.data else []
    for wanted in options.make:
        kind, _, rows = wanted.partition(":")
        paths.append(made(kind, int(rows), options))
    if paths:
        table(paths, options)
    if options.large:
        large(made("person", options.large, options), options)


if __name__ == "__main__":
    main()
