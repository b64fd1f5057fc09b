"""Writes the samples, always the same bytes: `python3 samples/make`."""

import dynamics365
import hubspot
import salesforce
import spreadsheet

for folder in (salesforce, hubspot, spreadsheet, dynamics365):
    folder.make()
