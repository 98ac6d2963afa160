"""Builds the site into site/, or only checks that it could be built.

usage: python tools/build_site.py [--check] [--output FOLDER]
Exit status 1 when anything is wrong; the published site then stays as it was.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / ".cache" / "build.log"
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

import quick_build  # noqa: E402
from plainly import failed, run  # noqa: E402
from sellerhelp.build.switch import is_on  # noqa: E402
from sellerhelp.publish import build_folder, own_folder, publish, put_aside  # noqa: E402
from sellerhelp.resume.state import Folder  # noqa: E402

KEPT = ROOT / ".cache" / "kept"


def main():
    options = _options()
    os.environ |= {"SOURCE_DATE_EPOCH": moment(), "NO_MKDOCS_2_WARNING": "1"}
    if not (is_on() and not options.check and go_on(options.output)) and not _whole(options):
        return 1
    if not options.check:
        print(f"사이트를 만들었어요: {os.path.relpath(options.output)}/index.html")
    return 0


def go_on(site):
    """Builds only the pages whose texts have changed since the site was published; says whether that was enough."""
    kept, spare = Folder(KEPT), ROOT / ".cache" / "spare-site"
    pages = quick_build.changed_pages(ROOT, kept, site)
    if not pages:
        return pages == []
    built = quick_build.go_on(ROOT, kept, pages)
    is_done = built is not None and quick_build.publish(built, ROOT, kept, site, spare)
    if is_done and built.bodies.told:
        print(built.bodies.told, file=sys.stderr)
    return is_done


def _whole(options):
    spare = ROOT / ".cache" / "spare-site" if is_on() else None
    fresh = build_folder(ROOT / ".cache", spare)
    kept = own_folder(ROOT / ".cache", "kept") if is_on() and not options.check else None
    try:
        if not build(fresh, {"SELLERHELP_KEEP": str(kept)} if kept else {}):
            return False
        if not options.check:
            publish(fresh, options.output, spare)
            if kept:
                quick_build.keep(Folder(KEPT), kept, options.output)
                quick_build.lay_ready(ROOT, Folder(KEPT), options.output, spare)
        return True
    finally:
        put_aside(fresh, spare)
        if kept:
            put_aside(kept, None)


def _options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--output", type=Path, default=ROOT / "site")
    return parser.parse_args()


def build(folder, more=None):
    """Builds into a folder; says whether everything went well. more: variables of the environment."""
    environ = {**os.environ, "SOURCE_DATE_EPOCH": moment(), "NO_MKDOCS_2_WARNING": "1", **(more or {})}
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    if "\nTraceback " in f"\n{done.stderr}":
        print(failed("만드는 도중에 멈췄어요.", done.stderr, LOG), file=sys.stderr)
        return False
    said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
    if said:
        print("\n".join(said), file=sys.stderr)
    # The host's strict mode forgets warnings when it is quiet; every warning it prints counts here.
    warned = any(line.startswith(("WARNING", "ERROR")) for line in said)
    if done.returncode == 0 and warned:
        print("위에 적힌 곳을 고친 뒤 다시 실행하세요. 사이트는 그대로 두었어요.", file=sys.stderr)
    return done.returncode == 0 and not warned


def moment():
    """Returns when the build takes place: SOURCE_DATE_EPOCH, else the commit's date, else now."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return os.environ["SOURCE_DATE_EPOCH"]
    commit = ["git", "log", "-1", "--format=%ct"]
    try:
        said = subprocess.run(commit, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        said = ""
    return said or str(int(time.time()))


if __name__ == "__main__":
    run(main)
