"""Adapter: looks at the files before anything reads them, and keeps out what must not be read."""

from pathlib import Path

import click
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from sellerhelp.gate.heads import TEAMS
from sellerhelp.gate.intake import Intake, take_in
from sellerhelp.gate.show import report


def on_config(config):
    site = config.extra["site"]
    goes_on = config.extra.pop(
        "goes_on", False
    )  # from a site whose files were sound; those that changed are looked at there
    config.extra["intake"] = intake = Intake() if goes_on else take_in(Path(config.docs_dir))
    site.problems += intake.problems
    if intake.is_endless:  # the host walks through links to folders, for ever where two lead back
        if not site.is_check:
            click.echo(report(site.problems, {}), err=True)
        raise Abort("폴더를 가리키는 바로가기를 지운 뒤 다시 실행하세요.")
    return config


@event_priority(90)  # why: before the first hook that reads
def on_files(files, *, config):
    intake = config.extra["intake"]
    for name in intake.refused:
        if file := files.get_file_from_path(name):
            files.remove(file)
    for name, text in intake.texts.items():
        if file := files.get_file_from_path(name):
            file.content_string = text
    if file := files.get_file_from_path(TEAMS.removeprefix("docs/")):
        config.extra["site"].sources[TEAMS] = file.content_string
    return files


@event_priority(-90)  # why: the frames of problems show the file as it is
def on_post_build(*, config):
    originals = config.extra["intake"].originals
    config.extra["site"].sources |= {f"docs/{name}": text for name, text in originals.items()}
