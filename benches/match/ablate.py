"""What each comparison, rule and blocking key is worth: F1 of `xwalk dedupe` on labelled sets without it, as a Markdown table.

    python3 benches/match/ablate.py target/release/xwalk DATA_DIR [--sets crm_person_10000 …]

A plan of one's own that extends the built-in ones leaves out one thing at a time.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PLANS = HERE.parent.parent / "mappings" / "matching"

RULES = ["generations", "another given name", "another birth", "one cause", "one country"]


def names(block):
    """The names directly under a block of a built-in plan."""
    text = (PLANS / "people.yaml").read_text()
    body = re.search(rf"^{block}:\n((?:  .*\n)+)", text, re.M).group(1)
    return re.findall(r"^  ([^\s].*?):", body, re.M)


def plans(folder, line):
    """The arguments for plans that leave a line out; none for the built-in plans."""
    if line is None:
        return []
    arguments = []
    for plan in ("people", "organizations"):
        path = folder / f"{plan}.yaml"
        path.write_text(f"plan: without\nextends: {plan}\n{line}\n")
        arguments += ["--plan", str(path)]
    return arguments


def f1(program, data, arguments, folder):
    out = folder / "out"
    command = [program, "dedupe", data, "--id", "rec_id", "--ignore", "cluster_id", "--force", "--out", out, *arguments]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    said = subprocess.run([sys.executable, HERE / "score.py", out / "clusters.csv", data], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"pairwise.*F1 ([0-9.]+)", said).group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--sets", nargs="*")
    options = parser.parse_args()
    sets = [path for path in sorted(options.data.glob("*.csv")) if not options.sets or path.stem in options.sets]
    lines = {"everything": None}
    lines |= {f"without {name}": f"comparisons: {{{name}: {{most: 0}}}}" for name in names("comparisons")}
    lines |= {f"without rule {name}": f"without: {name}" for name in RULES}
    lines |= {f"without key {name}": f"keys: {{\"{name}\": ~}}" for name in names("keys")}
    print("| | " + " | ".join(path.stem for path in sets) + " |")
    print("|---|" + "---:|" * len(sets))
    whole = None
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, line in lines.items():
            figures = [f1(options.program, data, plans(folder, line), folder) for data in sets]
            whole = whole or figures
            cells = [f"{figure:.3f}" if figure != full or line is None else "·" for figure, full in zip(figures, whole)]
            print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
