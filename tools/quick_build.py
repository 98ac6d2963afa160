"""Goes on from the published site: builds only the pages whose texts have changed. build_site.py asks for it."""

import contextlib
import gc
import traceback
from functools import partial
from pathlib import Path

from sellerhelp.resume.state import BODIES, HEAD, WORLD, Folder

LOG = "quick.log"


def changed_pages(root, kept, site):
    """Returns what was changed since a site was published: paths of pages below docs/, sorted.

    None when anything else was changed too, when the site is not as it was published, or when nothing is known of it.
    """
    from sellerhelp.marks import marks_of

    head = kept.read(HEAD)
    if head is None or head.site != str(site):
        return None
    changed = head.inputs.changed(root)
    if changed is None or any(not (path.startswith("docs/") and path.endswith(".md")) for path in changed):
        return None
    return sorted(path.removeprefix("docs/") for path in changed) if marks_of(site) == head.marks else None


def go_on(root, kept, paths):
    """Builds the pages; returns the GoingOn that has, None when that is not enough or not sound."""
    import logging

    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)  # what is wrong is told by the build that follows
    try:
        return _go_on(root, kept, paths)
    except Exception:
        (root / ".cache" / LOG).write_text(traceback.format_exc(), "utf-8")
        return None


def _go_on(root, kept, paths):
    from sellerhelp.book.contents import Contents
    from sellerhelp.resume.going_on import GoingOn

    gc.disable()  # thousands of objects come in at once, and stay
    bodies, world = kept.read(BODIES), kept.read_bytes(WORLD)
    if bodies is None or world is None:
        return None
    config, nav, files, env = _host(root, world, bodies)
    one = GoingOn(config.extra, bodies, root)
    pages = {file.src_uri: file.page for file in files.documentation_pages()}
    for path in paths:
        if not _page(one, pages[path], config, nav, files, env):
            return None
    gc.freeze()  # what came in stays; an index and books make much that goes
    gc.enable()
    others = {file.url: partial(getattr, file, "content_bytes") for file in files if file.src_uri not in pages}
    if not one.ends(Contents(others)):
        return None
    config.extra["remembered"].store.save(is_whole=False)
    return one


def _host(root, world, bodies):
    """Loads the configuration, and puts in what the last build had found out."""
    from mkdocs.config import load_config
    from mkdocs.structure.files import Files
    from sellerhelp.build.by_text import ByText
    from sellerhelp.build.frame import framed
    from sellerhelp.build.switch import cache_folder
    from sellerhelp.compiled import CompiledTemplates
    from sellerhelp.recipe import code_digest
    from sellerhelp.resume.frozen import refill, thaw
    from sellerhelp.resume.keeping import named

    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / ".cache" / "no-site"))
    config.plugins.on_startup(command="build", dirty=False)
    config.extra["goes_on"] = True
    config = config.plugins.on_config(config)
    made, env = dict(config.extra), config.theme.get_env()
    known = named(config.extra, made, {"config": config, "theme": config.theme, "env": env})
    held = thaw(world, known)
    vars(config.extra["site"]).update(held["site"])
    for name, inner in held["made"].items():
        refill(made[name], inner)
    config.extra.update(held["later"])
    config.extra["by_text"] = ByText(config.extra["remembered"].store)
    config.extra_css[:], config.extra_javascript[:] = held["css"], held["javascript"]
    config.nav = held["menu"]
    for before, page in zip([None, *held["nav"].pages], held["nav"].pages, strict=False):
        page.previous_page = before
        if before:
            before.next_page = page
    env.globals.update(held["names"] | {"search": bodies.search})
    env.bytecode_cache = CompiledTemplates(cache_folder(root, "theme-templates"), code_digest())
    env = framed(env, config.extra["remembered"], config.extra["recipe"], Path(config.theme.custom_dir))
    return config, held["nav"], Files(held["files"]), env


def _page(one, page, config, nav, files, env):
    """Builds a page; says whether that was enough."""
    from mkdocs import utils
    from mkdocs.commands.build import _build_page, _populate_page
    from sellerhelp.gate.intake import sound_page
    from sellerhelp.resume.inputs import look

    seen = look(Path(page.file.abs_src_path))  # before anybody reads it: what is saved from now on is another text
    text = sound_page(Path(page.file.abs_src_path))
    parse = partial(_populate_page, page, config, files)
    if text is None or not one.parsed(page, seen, text, parse):
        return False
    stock, utils.write_file = utils.write_file, one.take(page.file.dest_uri)
    try:
        _build_page(page, config, files.documentation_pages(), nav, env)
    finally:
        utils.write_file = stock
    return one.built(page)


def publish(one, root, kept, site, spare):
    """Puts the new site in the place of the old one and keeps what the next build goes on from."""
    from sellerhelp.publish import build_folder, own_folder, publish, put_aside
    from sellerhelp.resume.exchange import alike
    from sellerhelp.resume.state import Head

    head = kept.read(HEAD)
    fresh, next_kept = build_folder(root / ".cache", spare), Folder(own_folder(root / ".cache", "kept"))
    try:
        inputs = head.inputs.with_files(one.seen)
        marks = alike(site, head.marks, fresh, one.outputs(site, head.marks))
        next_kept.take(WORLD, kept)
        next_kept.write(BODIES, one.bodies)
        next_kept.write(HEAD, Head(inputs, head.site, marks))
        publish(fresh, site, spare)
        next_kept.move_to(kept.path)
        return True
    except OSError:
        return False
    finally:
        put_aside(fresh, spare)
        with contextlib.suppress(OSError):
            import shutil

            shutil.rmtree(next_kept.path, ignore_errors=True)


def lay_ready(root, kept, site, spare):
    """Makes the spare site, so that the first edit need not: the same files under other names."""
    from sellerhelp.publish import build_folder, put_aside
    from sellerhelp.resume.exchange import Changes, alike

    head = kept.read(HEAD)
    if head is None or spare.exists():
        return
    fresh = build_folder(root / ".cache")
    with contextlib.suppress(OSError):  # a disk that knows no second names: the first edit finds another way
        alike(site, head.marks, fresh, Changes({}))
        put_aside(fresh, spare)
    put_aside(fresh, None)


def keep(kept, fresh_kept, site):
    """Puts what a whole build has kept in its place, once its site is published."""
    fresh = Folder(fresh_kept)
    head = fresh.read(HEAD)
    if head is not None:
        from dataclasses import replace

        fresh.write(HEAD, replace(head, site=str(site)))
        fresh.move_to(kept.path)
