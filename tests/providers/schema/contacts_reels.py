#!/usr/bin/python3
"""The screen on real files of ../shared/data: every telephone and e-mail of the contact columns is found, and street
names and postal addresses, many named after people, hardly ever are. Skips (77) without the data."""
import csv
import io
import pathlib
import re
import subprocess
import sys

DATA = pathlib.Path(__file__).resolve().parents[3].parent / 'shared' / 'data'


def rows(path):
    text = path.read_text(encoding='utf-8-sig')
    first = text.split('\n', 1)[0]
    return csv.DictReader(io.StringIO(text), delimiter=max(',;\t', key=first.count))


def screened(texts):
    """For each text, the kinds found in it."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator='\n').writerows(enumerate(texts))
    script = ('CREATE TEMP TABLE t (i int, texte text);\n\\copy t FROM STDIN WITH (FORMAT csv)\n' + buffer.getvalue()
              + "\\.\nSELECT i, genre, certitude FROM t, convention.donnees_personnelles(texte);\n")
    out = subprocess.run(['psql', '-qXAt', '-v', 'ON_ERROR_STOP=1'], input=script, text=True, check=True,
                         capture_output=True).stdout
    found = [[] for _ in texts]
    for line in out.splitlines():
        index, kind, certainty = line.split('|')
        found[int(index)].append((kind, certainty))
    return found


def main():
    folder = DATA / 'addresses' / 'marseille_opendata_2018'
    if not folder.is_dir():
        print('skipped: ../shared/data is absent')
        return 77
    contacts, addresses = [], []
    for path in sorted(folder.glob('*.csv')):
        for row in rows(path):
            for column, value in row.items():
                if not column or not isinstance(value, str) or not value.strip():
                    continue
                if re.search(r'phone|mail', column, re.I):
                    contacts.append(value)
                elif re.search(r'^adresse|address', column, re.I):
                    addresses.append(value)
    streets = [next(iter(row.values())) if 'name' not in row else row['name']
               for row in rows(DATA / 'streets' / 'marseille_osm_street_names_5k.csv')]

    missed = [text for text, found in zip(contacts, screened(contacts))
              if not any(kind in ('telephone', 'courriel') for kind, _ in found)]
    recall = 1 - len(missed) / len(contacts)
    print(f'{len(contacts)} contacts, recall {recall:.4f}', missed[:10])
    places = screened(sorted(set(addresses + streets))[::5])  # a fifth: time
    hits = sum(bool(found) for found in places)
    certain = sum(any(certainty == 'certain' for _, certainty in found) for found in places)
    print(f'{len(places)} addresses and street names: {hits} to confirm or refused, {certain} refused')
    return 0 if recall >= 0.99 and hits <= 0.02 * len(places) and certain <= 0.001 * len(places) else 1


if __name__ == '__main__':
    sys.exit(main())
