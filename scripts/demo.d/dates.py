"""Moves every date of a demo file from the reference fortnight (Monday 5 January 2026) to another Monday.

    dates.py FILE MONDAY   prints the file; dates are dd/mm/yyyy or yyyy-mm-dd.
"""
import datetime
import re
import sys

REFERENCE = datetime.date(2026, 1, 5)


def moved(text, days):
    def slashed(match):
        day, month, year = map(int, match.groups())
        return (datetime.date(year, month, day) + days).strftime("%d/%m/%Y")

    def dashed(match):
        return (datetime.date(*map(int, match.groups())) + days).isoformat()

    text = re.sub(r"\b(\d\d)/(\d\d)/(\d{4})\b", slashed, text)
    return re.sub(r"\b(\d{4})-(\d\d)-(\d\d)\b", dashed, text)


def main():
    path, monday = sys.argv[1:]
    days = datetime.date.fromisoformat(monday) - REFERENCE
    with open(path, encoding="utf-8", newline="") as file:
        sys.stdout.reconfigure(encoding="utf-8", newline="")
        sys.stdout.write(moved(file.read(), days))


main()
