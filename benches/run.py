"""Measures `xwalk convert` against the floor and, with --peer, against a pandas script: CPU seconds (user and system), peak memory, wall clock.

    python3 benches/run.py [--rows 1000000] [--repeat 3] [--peer] [--cache DIR] [--to hubspot]
    python3 benches/run.py --rows 10000000 --repeat 1 --skip-peer
    python3 benches/run.py --xlsx

With --xlsx a table of 200,000 rows and 20 columns is read cell by cell from a workbook, converted from CSV, and converted from the workbook, which
is to cost no more than twice the first and once the second, and 300 MB.

Files are generated once for each number of rows and kept in the cache folder (by default `target/bench`). Each tool is run --repeat times in
turn, and the least CPU time counts. The peer needs `pip install pandas phonenumbers email-validator`.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

from measure import measure

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--to", default="hubspot")
    parser.add_argument("--cache", type=pathlib.Path, default=TARGET / "bench")
    parser.add_argument("--peer", action="store_true", help="run the pandas script as well")
    parser.add_argument("--xlsx", action="store_true", help="measure a workbook instead")
    parser.add_argument("--skip-peer", action="store_true", help="don't, whatever --peer says")
    return parser.parse_args()


def build():
    subprocess.run(["cargo", "build", "--release", "--locked", "--bin", "xwalk", "--example", "generate", "--example", "floor", "--example", "book"], cwd=ROOT, check=True)


def generate(options):
    """The folder of the input; written under another name first, so that half a folder is never taken for a whole one."""
    folder = options.cache / f"rows-{options.rows}-seed-{options.seed}"
    if not folder.exists():
        half = folder.with_suffix(".part")
        shutil.rmtree(half, ignore_errors=True)
        command = [TARGET / "release/examples/generate", "--rows", str(options.rows), "--seed", str(options.seed), "--out", half]
        subprocess.run(command, check=True)
        half.rename(folder)
    return folder


def workbook(options):
    """The folder of one table as CSV and as XLSX."""
    folder = options.cache / f"book-seed-{options.seed}"
    if not folder.exists():
        options.rows = 400_000
        half = folder.with_suffix(".part")
        shutil.rmtree(half, ignore_errors=True)
        subprocess.run([TARGET / "release/examples/book", "write", generate(options) / "Contact.csv", half], check=True)
        half.rename(folder)
    return folder


def book_commands(options, data, out):
    convert = [TARGET / "release/xwalk", "convert", "--from", "salesforce", "--to", options.to]
    tools = {
        "cells": [TARGET / "release/examples/book", "read", data / "xlsx/table.xlsx"],
        "csv": [*convert, "--as", "table.csv=contact", "--out", out / "csv", data / "csv/table.csv"],
        "xlsx": [*convert, "--as", "table.xlsx=contact", "--out", out / "xlsx", data / "xlsx/table.xlsx"],
    }
    return {name: [str(word) for word in command] for name, command in tools.items()}


def book_table(results):
    print("| what | CPU s | peak MB | wall s |\n|---|---:|---:|---:|")
    for name, (cpu, peak, wall) in results.items():
        print(f"| {name} | {cpu:.2f} | {peak:,.0f} | {wall:.2f} |")
    budget = 2 * results["cells"][0] + results["csv"][0]
    print(f"\n2 × cells + csv is {budget:.2f} s; the workbook takes {results['xlsx'][0] / budget:.2f} of that.")


def commands(options, data, out):
    tools = {
        "floor": [TARGET / "release/examples/floor", data],
        "xwalk": [TARGET / "release/xwalk", "convert", data, "--to", options.to, "--out", out / "xwalk"],
    }
    if options.peer and not options.skip_peer:
        tools["pandas"] = [sys.executable, ROOT / "benches/peer.py", data, out / "pandas"]
    return {name: [str(word) for word in command] for name, command in tools.items()}


def table(results, megabytes, rows):
    floor = results["floor"][0]
    print(f"{rows:,} rows, {megabytes:,.0f} MB, {os.cpu_count()} cores\n")
    print("| tool | CPU s | × floor | peak MB | wall s | rows/CPU s |\n|---|---:|---:|---:|---:|---:|")
    for name, (cpu, peak, wall) in results.items():
        print(f"| {name} | {cpu:.2f} | {cpu / floor:.2f} | {peak:,.0f} | {wall:.2f} | {rows / cpu:,.0f} |")
    if "pandas" in results:
        print(f"\nxwalk takes {results['xwalk'][0] / results['pandas'][0]:.3f} of the CPU time of pandas.")


def main():
    options = arguments()
    build()
    options.cache.mkdir(parents=True, exist_ok=True)
    data = workbook(options) if options.xlsx else generate(options)
    tools = book_commands if options.xlsx else commands
    out = options.cache / "out"
    best = {}
    for _ in range(options.repeat):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        for name, command in tools(options, data, out).items():
            best[name] = min(best.get(name, (float("inf"),)), measure(command, options.cache / f"{name}.log"))
    if options.xlsx:
        book_table(best)
        return
    table(best, sum(file.stat().st_size for file in data.iterdir()) / 1e6, options.rows)


main()
