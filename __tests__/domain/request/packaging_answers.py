"""What Python's `packaging` says of versions and specifiers: reads both as JSON, and writes for each specifier a row of 0
and 1, a digit a version. pip brings a copy along, which is asked where there is no other."""

import json
import sys

try:
    from packaging.specifiers import SpecifierSet
except ImportError:
    from pip._vendor.packaging.specifiers import SpecifierSet

asked = json.load(sys.stdin)


def row(specifier):
    accepted = SpecifierSet(specifier)
    return "".join("01"[accepted.contains(version, prereleases=True)] for version in asked["versions"])


json.dump({"rows": {specifier: row(specifier) for specifier in asked["specifiers"]}}, sys.stdout)
