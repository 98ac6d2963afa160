"""Adapter: tells the templates of a preview which moment it shows; a built site never has one."""

import os

from sellerhelp.preview import Preview

_command = {"name": "build"}


def on_startup(*, command, dirty):
    _command["name"] = command


def on_env(env, *, config, files):
    moment = os.environ.get("PREVIEW_MOMENT", "")
    is_preview = _command["name"] == "serve"
    env.globals["preview"] = Preview(int(moment) if moment else None) if is_preview else None
    return env
