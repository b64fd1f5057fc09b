"""Splink's demo settings on one labelled set: `splink_model.py IN.csv OUT.csv`. Run by `splink.py` in its own environment.

One script for all sets. Columns are known by their headers; each role takes what Splink's tutorial and demos give it: ForenameSurname, EmailComparison,
DateOfBirth and PostcodeComparison from the comparison library, Jaro-Winkler or exact levels for the rest, term frequencies adjusted wherever the library
offers it, u by random sampling, m by EM over two blocking rules, clusters at 0.9. The columns `rec_id` and `cluster_id` are never a comparison.
"""

import sys

import pandas
import splink.comparison_library as compare
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

ROLES = {
    "first": ["first_name", "given_name", "fname_c1", "PRIMARY_NAME_FIRST"],
    "last": ["last_name", "surname", "lname_c1", "PRIMARY_NAME_LAST"],
    "full_name": ["PRIMARY_NAME_FULL"],
    "name": ["name", "Site name", "PRIMARY_NAME_ORG"],
    "born": ["birthdate", "dob", "date_of_birth", "DATE_OF_BIRTH"],
    "born_year": ["by"],
    "born_month": ["bm"],
    "born_day": ["bd"],
    "email": ["email", "Email Address", "EMAIL_ADDRESS"],
    "phone": ["phone", "Phone", "PHONE_NUMBER"],
    "mobile": ["mobile"],
    "website": ["website", "Website"],
    "company": ["company"],
    "title": ["job_title"],
    "street": ["street", "addr", "address_1", "Address", "ADDR_LINE1"],
    "second_street": ["address_2"],
    "house": ["street_number"],
    "city": ["city", "suburb", "ADDR_CITY"],
    "region": ["state"],
    "postcode": ["postcode", "Zip", "ADDR_POSTAL_CODE"],
    "tax": ["tax_id", "soc_sec_id", "SSN_NUMBER"],
}

# What proposes a pair, where the set has all of the columns: one rule a line, as in the demos.
PROPOSALS = [
    ["first", "last"], ["born"], ["email"], ["phone"], ["mobile"], ["tax"], ["website"], ["name"], ["street"],
    ["first", "postcode"], ["last", "postcode"], ["last", "city"], ["last", "born_year"], ["first", "born_year", "born_month"],
    ["first", "born_day", "born_month"], ["last", "born_day", "born_month"], ["substr(name, 1, 5)", "city"], ["substr(name, 1, 5)", "postcode"],
    ["substr(name, 1, 10)"], ["full_name"],
]

# What EM learns from: two rules, so that each comparison is free in one of them. The first two that the set has.
LESSONS = [["first", "last"], ["born"], ["born_year", "born_month"], ["name"], ["phone"], ["postcode"], ["email"], ["street"], ["city"]]

# Sure enough to count, for the share of matches among all pairs; they are taken to find RECALL of them.
SURE = [["first", "born"], ["last", "born"], ["first", "born_year", "born_month", "born_day"], ["last", "born_year", "born_month", "born_day"], ["email"], ["tax"],
        ["first", "last", "phone"], ["first", "last", "mobile"], ["first", "last", "postcode"], ["name", "phone"], ["name", "postcode"],
        ["name", "street"]]
RECALL = 0.7

# A column that fewer rows than these fill in is not compared.
FILLED = 0.1


def read(path):
    """The roles that have a column, each trimmed, in small letters, and null where empty; numbers and dates as the comparisons want them."""
    raw = pandas.read_csv(path, dtype=str, keep_default_na=False)
    table = pandas.DataFrame({"unique_id": raw["rec_id"]})
    for role, headers in ROLES.items():
        header = next((each for each in headers if each in raw.columns), None)
        if header:
            table[role] = raw[header].str.strip().str.lower()
    for role in {"phone", "mobile"} & set(table):
        table[role] = table[role].str.replace(r"\D", "", regex=True).str[-9:]
    if "website" in table:
        table["website"] = table["website"].str.replace(r"^https?://|^www\.|/.*$", "", regex=True).str.removeprefix("www.")
    if "born" in table:
        table["born"] = days(table["born"])
    table = table.mask(table == "")
    table = table.loc[:, table.notna().mean() >= FILLED]
    return table.astype(object).where(table.notna(), None)


def days(column):
    """Three ways of writing a date are found in the sets: 1971-06-24, 19710624, 12/11/1978. A column has one of them."""
    parsed = [pandas.to_datetime(column, format=form, errors="coerce") for form in ("%Y-%m-%d", "%Y%m%d", "%m/%d/%Y")]
    return max(parsed, key=lambda each: each.count()).dt.strftime("%Y-%m-%d").fillna("")


def comparisons(has):
    """The demo comparison of each role the set has."""
    for role in ("first", "last", "full_name", "name", "company"):
        if role in has:
            yield compare.NameComparison(role).configure(term_frequency_adjustments=True)
    if "born" in has:
        yield compare.DateOfBirthComparison("born", input_is_string=True)
    if "email" in has:
        yield compare.EmailComparison("email")
    if "postcode" in has:
        yield compare.PostcodeComparison("postcode")
    for role in ("street", "second_street", "website"):
        if role in has:
            yield compare.JaroWinklerAtThresholds(role, [0.9, 0.8]).configure(term_frequency_adjustments=role == "street")
    for role in ("phone", "mobile", "tax"):
        if role in has:
            yield compare.LevenshteinAtThresholds(role, [1, 2])
    for role in ("city", "region", "house", "title", "born_year", "born_month", "born_day"):
        if role in has:
            yield compare.ExactMatch(role).configure(term_frequency_adjustments=True)


def rules(wanted, has):
    """Those rules whose columns the set all has; a rule may cut a column short by `substr(name, …)`."""
    return [block_on(*rule) for rule in wanted if all(column_of(part) in has for part in rule)]


def column_of(part):
    return part.removeprefix("substr(").split(",")[0]


def clusters(table):
    has = set(table.columns)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=list(comparisons(has)),
        blocking_rules_to_generate_predictions=rules(PROPOSALS, has),
    )
    linker = Linker(table, settings, db_api=DuckDBAPI())
    linker.training.estimate_probability_two_random_records_match(rules(SURE, has), recall=RECALL)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for lesson in rules(LESSONS, has)[:2]:
        linker.training.estimate_parameters_using_expectation_maximisation(lesson)
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.9)
    return found.as_pandas_dataframe()[["unique_id", "cluster_id"]]


if __name__ == "__main__":
    clusters(read(sys.argv[1])).to_csv(sys.argv[2], index=False, header=["source_id", "cluster"])
