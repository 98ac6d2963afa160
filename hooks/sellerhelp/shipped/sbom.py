"""The bill of materials (CycloneDX 1.6, JSON): what readers get, and what the lock says built it.

Written here and not by cyclonedx-python-lib: that is eight packages more in the lock for one dictionary.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sellerhelp.shipped.parts import Part

NAME = "sbom.cdx.json"
_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", re.M | re.I)


def locked(lock: str) -> dict[str, str]:
    """Reads a lock of pip: package -> version."""
    return dict(_PINNED.findall(lock))


def sbom(name: str, version: str, parts: Iterable[Part], packages: Mapping[str, str], moment: int) -> str:
    """Returns the file; the same parts give the same bytes.

    name, version: of the project. packages: of the lock. moment: of the build, epoch seconds.
    """
    shipped = [_shipped(part, packages.get(part.package, part.version)) for part in parts]
    built = [_package(package, number) for package, number in sorted(packages.items())]
    said: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "bom-ref": name, "name": name, "version": version},
        },
        "components": shipped + built,
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(said, sort_keys=True))
    return json.dumps({**said, "serialNumber": f"urn:uuid:{number}"}, ensure_ascii=False, indent=1) + "\n"


def _shipped(part: Part, version: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"shipped/{part.name}",
        "name": part.name,
        **({"version": version} if version else {}),
        "scope": "required",
        "licenses": [{"license": {"id": part.licence}}],
        "copyright": "; ".join(part.holders),
        "externalReferences": [{"type": "website", "url": part.url}],
        "properties": [{"name": "where", "value": part.where}],
    }


def _package(name: str, version: str) -> dict[str, Any]:
    """A package that only the build needs; its bytes are held by the hashes of the lock."""
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": "excluded"}
