"""Adapter: begins each build's state, gathers the finished pages and, last of all, tells what is wrong."""

import os
import time
from pathlib import Path

import click
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from sellerhelp.build.switch import cache_folder
from sellerhelp.gate.checks import run
from sellerhelp.gate.project import Project
from sellerhelp.gate.show import report
from sellerhelp.problem import errors
from sellerhelp.site import Site

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


def on_config(config):
    # A build says when it takes place (reproducible bytes); a preview takes place now.
    moment = config.extra.get("moment") or int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())
    config.extra["site"] = Site(moment, url=config.site_url or "", is_check=_command["name"] == "check")
    return config


@event_priority(-100)  # why: the page as it is written, after every other hook has had it
def on_post_page(output, *, page, config):
    config.extra["site"].finished[page.file.src_uri] = output


@event_priority(-100)
def on_post_template(output, *, template_name, config):
    if template_name.endswith(".html"):
        config.extra["site"].finished[template_name] = output


@event_priority(-100)  # why: every hook has added its files, nothing is written yet
def on_env(env, *, config, files):
    config.extra["site"].files |= {file.url for file in files if not file.is_documentation_page()}


@event_priority(-100)  # why: after every other hook has said what it found
def on_post_build(*, config):
    site = config.extra["site"]
    site.problems = run(Project(site, Path(config.docs_dir), cache_folder(Path(config.config_file_path).parent)))
    if _command["name"] == "check":
        return  # tools/check.py tells
    config.extra["told"] = report(site.problems, site.sources | site.notes)
    click.echo(config.extra["told"], err=True, nl=bool(site.problems))
    found = len(errors(set(site.problems)))
    if found and _command["name"] != "serve":
        raise Abort(f"잘못 적은 곳이 {found}군데 있어 사이트를 만들지 않았어요. 고친 뒤 다시 실행하세요.")
