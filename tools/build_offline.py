"""Makes the help centre as a folder that opens without a network, and a zip of it to hand on.

usage: python tools/build_offline.py [--output FOLDER]     the zip is written beside it: FOLDER.zip
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]

from build_site import build, moment  # noqa: E402
from plainly import run  # noqa: E402
from sellerhelp.offline.folder import offline_files, packed  # noqa: E402
from sellerhelp.publish import build_folder, publish  # noqa: E402

NAME = "seller-help"  # the folder in the zip


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--output", type=Path, default=ROOT / "site-offline")
    output = parser.parse_args().output
    fresh = build_folder(ROOT / ".cache")
    try:
        if not build(fresh):
            return 1
        site = {path.relative_to(fresh).as_posix(): path.read_bytes() for path in fresh.rglob("*") if path.is_file()}
        files = offline_files(site)
        shutil.rmtree(fresh)
        write(fresh, files)
        zipped = output.with_name(output.name + ".zip")
        half = zipped.with_name(f".{zipped.name}.half")
        half.write_bytes(packed(files, NAME, int(moment())))
        publish(fresh, output)
        half.replace(zipped)
        print(f"인터넷 없이 보는 사이트를 만들었어요: {os.path.relpath(output)}/index.html, {os.path.relpath(zipped)}")
        return 0
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(folder, files):
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


if __name__ == "__main__":
    run(main)
