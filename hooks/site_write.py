"""Adapter: lets the host write only what changed, instead of wiping the folder and writing everything."""

from mkdocs import utils
from mkdocs.plugins import event_priority
from sellerhelp.build import switch
from sellerhelp.build.writing import Folder

_STOCK = {name: getattr(utils, name, None) for name in ("clean_directory", "write_file")}


def on_pre_build(*, config):
    if switch.is_on() and all(_STOCK.values()):
        config.extra["folder"] = folder = Folder(config.site_dir)
        utils.clean_directory, utils.write_file = lambda _: None, folder.write


@event_priority(-130)  # why: every hook has added its files
def on_env(env, *, config, files):
    if folder := config.extra.get("folder"):
        files.copy_static_files = lambda dirty=False, *, inclusion: _copy(files, folder, inclusion)
    return env


def _copy(files, folder, inclusion):
    for file in files:
        if not file.is_documentation_page() and inclusion(file.inclusion):
            folder.write(file.content_bytes, file.abs_dest_path)


@event_priority(-130)  # why: whoever writes files at the end has written them
def on_post_build(*, config):
    if folder := config.extra.get("folder"):
        folder.finish()
        on_build_error()


def on_build_error(**_):
    vars(utils).update(_STOCK)
