"""Writes the samples, always the same bytes: `python3 samples/make`."""

import hubspot
import salesforce
import spreadsheet

for folder in (salesforce, hubspot, spreadsheet):
    folder.make()
