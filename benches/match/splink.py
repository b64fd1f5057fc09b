"""Splink on labelled sets: `splink.py FILE... [--cache DIR]` prints F1, B-cubed F1, CPU seconds and peak memory of each.

Splink is installed from PyPI, once, into an environment of its own in the cache folder. What it is told is in `splink_model.py`, which runs there as a
child, so that its CPU seconds and memory are the system's own account of it, with reading, training and clustering.
"""

import argparse
import os
import pathlib
import subprocess
import sys

import score

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.append(str(ROOT / "benches"))
from measure import measure  # noqa: E402

CACHE = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "bench" / "match"
VERSION = "4.0.17"


def python(cache):
    """The interpreter of Splink's environment, which is made if it isn't there."""
    home = cache / f"splink-{VERSION}"
    if not (home / "ready").exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True)
        subprocess.run([home / "bin" / "pip", "install", "--quiet", f"splink=={VERSION}"], check=True)
        (home / "ready").touch()
    return home / "bin" / "python"


def run(path, cache):
    """(scores, CPU seconds, peak megabytes) of Splink on one labelled set."""
    out = cache / f"{path.stem}-splink.csv"
    # Without -P this folder would come first on the child's path, and `import splink` would find this file.
    command = [python(cache), "-P", pathlib.Path(__file__).with_name("splink_model.py"), path, out]
    cpu, peak, _ = measure([str(word) for word in command], out.with_suffix(".log"), fine=(0,))
    return score.score(out, path), cpu, peak


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="+", type=pathlib.Path)
    parser.add_argument("--cache", type=pathlib.Path, default=CACHE)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    print("| set | records | P | R | F1 | B3 | CPU s | peak MB |\n|---|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    for path in options.file:
        got, cpu, peak = run(path, options.cache)
        print(f"| {path.stem} | {got['records']:,} | {got['precision']:.3f} | {got['recall']:.3f} | {got['f1']:.3f} | {got['b3']:.3f} "
              f"| {cpu:.1f} | {peak:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
