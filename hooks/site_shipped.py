"""Adapter: publishes the licences of what is shipped and the bill of materials, and keeps out what no page uses."""

import re
from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

# The theme's own search, which ours replaces, and its sources; no page asks for them.
UNUSED = re.compile(r"assets/javascripts/(lunr|workers)/|assets/(javascripts|stylesheets)/.*\.map$")


@event_priority(-60)  # why: the files of the site are not counted yet
def on_env(env, *, config, files):
    import tomllib  # why: every edit reads this file, and ships nothing of it

    from sellerhelp.shipped import licences, sbom
    from sellerhelp.shipped.parts import PARTS
    from sellerhelp.type.subset import LICENSE

    root = Path(__file__).resolve().parent.parent  # of our code, wherever the texts lie
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    packages = sbom.locked((root / "requirements" / "site.txt").read_text("utf-8"))
    made = {
        licences.NAME: licences.licences(PARTS, LICENSE.read_text("utf-8")),
        sbom.NAME: sbom.sbom(project["name"], project["version"], PARTS, packages, config.extra["site"].moment),
    }
    for file in [file for file in files if UNUSED.match(file.src_uri)]:
        files.remove(file)
    for address, content in made.items():
        files.append(File.generated(config, address, content=content))
    return env
