#!/usr/bin/env bash
# Holds `xwalk terms` against the reference validators: SSSOM by `sssom`, SKOS by `rdflib`, both from PyPI.
# Needs python3, and the program built: tests/terms-valid.sh [path of xwalk]
set -euo pipefail
cd "$(dirname "$0")/.."
xwalk="${1:-${CARGO_TARGET_DIR:-target}/debug/xwalk}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
if [ -z "${PYTHON:-}" ]; then
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install --quiet sssom==0.4.21 rdflib==7.6.0
    PYTHON="$folder/venv/bin/python"
fi
number=0
check() {
    number=$((number + 1))
    "$xwalk" terms "$@" --format sssom --out "$folder/$number.sssom.tsv"
    "$xwalk" terms "$@" --format skos --out "$folder/$number.ttl"
}
check
check lead
check cable
check --glossary all-contacts --lang es
check --from dynamics365 --to hubspot
check --from hubspot --to salesforce
check --from pipedrive --to zoho_crm --lang fr
"$PYTHON" - "$folder" <<'PY'
import pathlib, subprocess, sys
import rdflib
from rdflib.namespace import SKOS, RDF
folder = pathlib.Path(sys.argv[1])
sssom = pathlib.Path(sys.executable).with_name("sssom")
bad = 0
for path in sorted(folder.glob("*.tsv")):
    done = subprocess.run([sssom, "validate", path], capture_output=True, text=True)
    said = done.stdout + done.stderr
    wrong = done.returncode != 0 or "ERROR" in said
    bad += wrong
    print("sssom", path.name, "invalid:\n" + said if wrong else "valid")
for path in sorted(folder.glob("*.ttl")):
    graph = rdflib.Graph().parse(path)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    matches = [t for p in (SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch) for t in graph.triples((None, p, None))]
    unnamed = [c for c in concepts if not list(graph.objects(c, SKOS.prefLabel))]
    lost = [t for t in matches if t[2] not in concepts]
    twice = [c for c in concepts for l in {o.language for o in graph.objects(c, SKOS.prefLabel)} if sum(o.language == l for o in graph.objects(c, SKOS.prefLabel)) > 1]
    bad += bool(unnamed or lost or twice)
    print("skos", path.name, len(concepts), "concepts,", len(matches), "matches,", len(unnamed), "without a label,", len(lost), "matches to nothing,", len(twice), "with two preferred labels")
sys.exit(bad > 0)
PY
