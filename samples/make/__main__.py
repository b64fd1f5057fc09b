"""Writes the samples, always the same bytes: `python3 samples/make`."""

import hubspot
import salesforce
import spreadsheet
import zoho_crm

for folder in (salesforce, hubspot, spreadsheet, zoho_crm):
    folder.make()
