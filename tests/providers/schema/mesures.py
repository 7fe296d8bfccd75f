#!/usr/bin/python3
"""docs/dpo/mesures.md tells the truth: each mechanism is a function of the deployed database, each test is a test that
CTest knows. Run with the build folder, inside a database."""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]


def main(build):
    known = {test['name'] for test in json.loads(subprocess.run(
        ['ctest', '--test-dir', build, '--show-only=json-v1'], check=True, capture_output=True, text=True).stdout)['tests']}
    functions = set(subprocess.run(
        ['psql', '-qXAt', '-c', "SELECT DISTINCT pronamespace::regnamespace || '.' || proname FROM pg_proc"],
        check=True, capture_output=True, text=True).stdout.split())
    rows = [line.split('|')[1:-1] for line in (ROOT / 'docs/dpo/mesures.md').read_text().splitlines()
            if re.match(r'^\| [0-9]', line)]
    wrong = []
    for article, rule, mechanism, test in rows:
        for name in re.findall(r'`([^`]+)`', mechanism):
            if name not in functions:
                wrong.append(f'{rule.strip()}: no function {name}')
        for name in re.findall(r'`([^`]+)`', test):
            if name not in known:
                wrong.append(f'{rule.strip()}: no test {name}')
        if '`' not in mechanism or '`' not in test:
            wrong.append(f'{rule.strip()}: no mechanism or no test is named')
    print(f'{len(rows)} rules')
    print('\n'.join(wrong))
    return 1 if wrong or len(rows) < 10 else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
