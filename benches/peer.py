"""What a consultant would use instead: pandas, phonenumbers, email-validator. `peer.py DIR OUT`.

Renames the columns, checks e-mail addresses (no deliverability), brings phones to E.164 and four dates to ISO 8601, keeps the newest row of an
address, writes CSV. Checks are run once for each distinct value, which is as far as pandas lets one vectorise them.
"""

import json
import pathlib
import sys

import pandas
import phonenumbers
from email_validator import EmailNotValidError, validate_email

REGIONS = {
    "United States": "US", "USA": "US", "US": "US", "México": "MX", "Mexico": "MX", "MX": "MX", "España": "ES", "Spain": "ES", "ES": "ES",
    "Brasil": "BR", "Brazil": "BR", "BR": "BR", "Deutschland": "DE", "Germany": "DE", "DE": "DE", "United Kingdom": "GB", "UK": "GB",
    "GB": "GB", "Great Britain": "GB",
}
PERSON = {
    "Id": "salesforce_id", "FirstName": "First Name", "LastName": "Last Name", "Title": "Job Title", "Email": "Email", "Phone": "Phone Number",
    "MobilePhone": "Mobile Phone Number", "LeadSource": "Original Source", "HasOptedOutOfEmail": "Opted out of all email",
    "DoNotCall": "Do not call", "Description": "Notes", "OwnerId": "Contact owner", "CreatedDate": "Create Date",
    "LastModifiedDate": "Last Modified Date", "LastActivityDate": "Last Activity Date", "Salutation": "Salutation",
}
NAMES = {
    "Contact": PERSON | {"AccountId": "account_id", "MailingStreet": "Street Address", "MailingCity": "City", "MailingState": "State/Region",
                         "MailingPostalCode": "Postal Code", "MailingCountry": "Country/Region", "Birthdate": "Date of birth"},
    "Lead": PERSON | {"Company": "Company Name", "Street": "Street Address", "City": "City", "State": "State/Region",
                      "PostalCode": "Postal Code", "Country": "Country/Region", "Website": "Website URL", "Status": "Lead Status",
                      "ConvertedDate": "Close Date"},
    "Account": {"Id": "salesforce_id", "Name": "Company name", "Phone": "Phone Number", "Website": "Website URL", "Type": "Type",
                "BillingStreet": "Street Address", "BillingCity": "City", "BillingState": "State/Region", "BillingPostalCode": "Postal Code",
                "BillingCountry": "Country/Region", "Industry": "Industry", "AnnualRevenue": "Annual Revenue",
                "NumberOfEmployees": "Number of Employees", "OwnerId": "Company owner", "CreatedDate": "Create Date",
                "LastModifiedDate": "Last Modified Date", "LastActivityDate": "Last Activity Date"},
}
DATES = ["Create Date", "Last Modified Date", "Last Activity Date", "Date of birth", "Close Date"]


def address(text):
    try:
        return validate_email(text.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return ""


def phone(text, region):
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else ""


def addresses(column):
    distinct = column.unique()
    return column.map({text: address(text) if text else "" for text in distinct})


def phones(column, regions):
    pairs = pandas.DataFrame({"text": column, "region": regions})
    return [phone(text, region) if text else "" for text, region in pairs.itertuples(index=False, name=None)]


def convert(name, folder, out):
    table = pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
    rows = len(table)
    table = table.rename(columns=NAMES[name])
    regions = table["Country/Region"].map(REGIONS).fillna("US")
    for column in ("Phone Number", "Mobile Phone Number"):
        if column in table:
            table[column] = phones(table[column], regions)
    for column in DATES:
        if column in table:
            parsed = pandas.to_datetime(table[column], errors="coerce", utc=True, format="ISO8601")
            table[column] = parsed.dt.strftime("%Y-%m-%dT%H:%M:%SZ").fillna("")
    if "Email" in table:
        table["Email"] = addresses(table["Email"])
        table = table.sort_values("Last Modified Date", kind="stable")
        table = table[(table["Email"] == "") | ~table.duplicated("Email", keep="last")]
    table.to_csv(out / f"{name}.csv", index=False)
    return rows, len(table)


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    print(json.dumps({name: convert(name, folder, out) for name in NAMES}))


main()
