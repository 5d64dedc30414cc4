"""What a bundle consists of, as CycloneDX 1.5: its SBOM."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable
from typing import Any

from bundles.release import Release
from bundles.system_parts import Part

OURS = "cxworkshop"
# Our namespace for numbers that are made of what they number (UUIDs of version 5).
NUMBERS = uuid.UUID("6f1a3c52-6f4a-5d0e-9a36-0c2f8f4f9b11")
# What lies inside others and has no package of its own here, with its licence.
INSIDE = (
    ("Qt", "LGPL-3.0-only", "pkg:generic/qt"),
    ("ICU", "Unicode-3.0", "pkg:generic/icu"),
    ("Noto fonts", "OFL-1.1", "pkg:generic/noto-fonts"),
    ("Source Serif", "OFL-1.1", "pkg:generic/source-serif"),
    ("qt-material", "BSD-2-Clause", "pkg:pypi/qt-material"),
)


def cyclone_dx(
    inspected: str,
    shipped: Iterable[str],
    parts: Iterable[Part],
    release: Release,
    inside: Iterable[tuple[str, str, str]] = INSIDE,
) -> str:
    """The list as JSON.

    `inspected` is what `pip inspect` says of the packages that are installed, `shipped` are the
    names of those that go along, and `parts` are the others.
    """
    wanted = {_plain(name) for name in shipped}
    found = [one["metadata"] for one in json.loads(inspected)["installed"]]
    components = [_package(one) for one in found if _plain(one["name"]) in wanted]
    components += [_part(part) for part in parts]
    components += [_component(name, "", url, {"id": said}) for name, said, url in inside]
    components.sort(key=lambda each: (each["name"].lower(), each["purl"]))
    url = f"pkg:generic/{OURS}@{release.version}"
    ours = {"type": "application", "bom-ref": url, "name": OURS, "version": release.version}
    listed = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": f"{release.day}T00:00:00Z",
            "component": {**ours, "licenses": [{"license": {"id": "MIT"}}]},
        },
        "components": components,
        "dependencies": [{"ref": url, "dependsOn": [each["bom-ref"] for each in components]}],
    }
    number = uuid.uuid5(NUMBERS, json.dumps(listed, sort_keys=True))
    listed["serialNumber"] = f"urn:uuid:{number}"
    return json.dumps(listed, indent=1, ensure_ascii=False) + "\n"


def _package(metadata: dict[str, Any]) -> dict[str, Any]:
    """A Python package with its licence, as it names it itself."""
    name, version = metadata["name"], metadata["version"]
    url = f"pkg:pypi/{_plain(name)}@{version}"
    expression = metadata.get("license_expression")
    if expression:
        component = _component(name, version, url)
        return component | {"licenses": [{"expression": expression}]}
    said = metadata.get("license", "").strip().split("\n", 1)[0][:80]
    return _component(name, version, url, {"name": said} if said else None)


def _part(part: Part) -> dict[str, Any]:
    return _component(part.name, part.version, part.url, {"name": part.licence})


def _component(
    name: str, version: str, url: str, licence: dict[str, str] | None = None
) -> dict[str, Any]:
    component: dict[str, Any] = {"type": "library", "bom-ref": url, "name": name}
    if version:
        component["version"] = version
    if licence:
        component["licenses"] = [{"license": licence}]
    return component | {"purl": url}


def _plain(name: str) -> str:
    """A package's name as indexes spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()
