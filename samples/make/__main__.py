"""Writes the samples, always the same bytes: `python3 samples/make`."""

import dynamics365
import hubspot
import pipedrive
import salesforce
import spreadsheet
import zoho_crm

for folder in (salesforce, hubspot, spreadsheet, dynamics365, pipedrive, zoho_crm):
    folder.make()
