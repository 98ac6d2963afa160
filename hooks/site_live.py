"""Adapter: in a preview, watches through the system, builds one page where that is enough, and tells browsers."""

from functools import partial
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.plugins import event_priority
from sellerhelp.gate.intake import sound_page
from sellerhelp.live.box import problem_box
from sellerhelp.live.single import build_one

_last = {}  # what the last build of this process has made; the host keeps none of it


def on_nav(nav, *, config, files):
    _last.update(nav=nav, config=config, files=files)
    return nav


@event_priority(-140)  # why: the environment that the pages are rendered with
def on_env(env, *, config, files):
    _last.update(env=env, pages={file.abs_src_path: file.page for file in files.documentation_pages()})
    return env


def on_serve(server, *, config, builder):
    from sellerhelp.live.session import Work  # why: every edit reads this file, and only a preview watches
    from sellerhelp.live.takeover import take_over

    log = Path(config.config_file_path).parent / ".cache" / "preview.log"
    take_over(server, Work(server.builder, _one, lambda: _last["config"].extra["site"].problems, log), _box)
    return server


def _box(problems, address):
    extra = _last["config"].extra
    return problem_box(extra["sh"].env, problems, extra["site"].addresses, address)


def _one(path):
    page, config, files = _last["pages"].get(path), _last["config"], _last["files"]
    text = sound_page(Path(path)) if page and Path(path).is_file() else None
    if text is None:
        return False
    parse = partial(_populate_page, page, config, files)
    write = partial(_build_page, page, config, list(files), _last["nav"], _last["env"], False, page.file.inclusion.is_excluded())  # fmt: skip
    return build_one(config.extra["site"], page, text, parse, write)
