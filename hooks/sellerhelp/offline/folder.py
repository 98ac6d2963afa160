"""From the files of the finished site to those of a folder that opens from file://, and to a zip of it."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from collections.abc import Mapping

from sellerhelp.offline.classic import classic
from sellerhelp.offline.page import SCRIPT, offline_page

Files = dict[str, bytes]

_MODULES = re.compile(r"(?P<folder>assets/sellerhelp/js-[^/]+/)(?P<name>.+\.js)")
_INDEX = re.compile(r"search/(?P<hash>[^/]+)/(?P<name>[^/]+)\.json")
STUB = "search/search_index"
# The missing page and the lists for programs know the site's address on a server; nobody asks a folder for them.
_LEFT_OUT = re.compile(
    r"404\.html|sitemap\.xml(\.gz)?|robots\.txt|llms\.txt|(.*/)?index\.md|manifest\.webmanifest|_headers(\.nginx)?"
    r"|assets/sellerhelp/(cards/.*|icon-\d+\.png)|search/search_index\.json"
)


def offline_files(site: Mapping[str, bytes]) -> Files:
    """Returns the files of the folder. site: path below the site's root -> content.

    Raises ValueError, with the path, when the site is not built as expected.
    """
    out: Files = {}
    modules: dict[str, dict[str, str]] = {}
    for path, content in sorted(site.items()):
        if found := _MODULES.fullmatch(path):
            modules.setdefault(found["folder"], {})[found["name"]] = content.decode()
        elif found := _INDEX.fullmatch(path):
            out[path.removesuffix("json") + "js"] = shard(found["name"] + ".json", content.decode())
        elif not _LEFT_OUT.fullmatch(path):
            out[path] = _page(path, content) if path.endswith(".html") else content
    out[f"{STUB}.js"] = b"var __index = " + site[f"{STUB}.json"]
    for folder, sources in modules.items():
        out[folder + SCRIPT] = classic(sources).encode()
    return out


def _page(path: str, content: bytes) -> bytes:
    try:
        return offline_page(content.decode()).encode()
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def shard(name: str, text: str) -> bytes:
    """Writes a file of the index as a script: fetch does not read from a disk, a script tag does."""
    return f"sh.shard({json.dumps(name)}, {text});\n".encode()


def packed(files: Mapping[str, bytes], folder: str, moment: int) -> bytes:
    """Returns a zip with everything in one folder; the same files give the same bytes. moment: epoch seconds."""
    made = io.BytesIO()
    when = max(time.gmtime(moment)[:6], (1980, 1, 1, 0, 0, 0))  # the format knows no earlier day
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", date_time=when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # else it names the machine that it was made on
            archive.writestr(entry, files[path])
    return made.getvalue()
