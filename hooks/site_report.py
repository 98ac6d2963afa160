"""Adapter: begins each build's state and, last of all, tells what is wrong in the sources."""

import os
import time

import click
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from sellerhelp.links import link_problems
from sellerhelp.problem import errors, report
from sellerhelp.site import Site

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


def on_config(config):
    # A build says when it takes place (reproducible bytes); a preview takes place now.
    config.extra["site"] = Site(moment=int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()))
    return config


@event_priority(-100)  # why: after every other hook has said what it found, before anything is written
def on_env(env, *, config, files):
    site = config.extra["site"]
    pages = {file.src_uri: file.page.content or "" for file in files.documentation_pages() if file.page}
    others = [file.url for file in files if file.src_uri not in pages]
    site.problems += link_problems(pages, site.addresses, others, site.sources)
    click.echo(report(site.problems, site.sources), err=True, nl=bool(site.problems))
    found = len(errors(set(site.problems)))
    if found and _command["name"] != "serve":
        raise Abort(f"잘못 적은 곳이 {found}군데 있어 사이트를 만들지 않았어요. 고친 뒤 다시 실행하세요.")
    return env
