"""Writes the samples, always the same bytes: `python3 samples/make`."""

import hubspot
import pipedrive
import salesforce
import spreadsheet

for folder in (salesforce, hubspot, spreadsheet, pipedrive):
    folder.make()
