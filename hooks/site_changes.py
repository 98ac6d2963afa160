"""Adapter: the change history as a block, on the front page and as a feed."""

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from sellerhelp.changes.atom import FEED
from sellerhelp.changes.widgets import ChangeWidgets
from sellerhelp.prose.placed import PlacedExtension


def on_config(config):
    extra = config.extra
    extra["changes"] = widgets = ChangeWidgets(extra["sh"].env, extra["site"])
    place = PlacedExtension("changes", "sh-changes-block", lambda: widgets.history(extra["sh"].root))
    config.markdown_extensions.append(place)
    return config


@event_priority(-30)  # why: whoever has dated changes has told them by now
def on_env(env, *, config, files):
    env.globals["changes"] = widgets = config.extra["changes"]
    feed = widgets.feed(config.site_name, config.site_url or "", config.extra["feed_tag"])
    files.append(File.generated(config, FEED, content=feed))
    return env
