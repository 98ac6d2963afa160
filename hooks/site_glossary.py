"""Adapter: reads glossary.yml, gives Markdown the `/// glossary` block and the meanings of its words."""

from mkdocs.plugins import event_priority
from sellerhelp.glossary.extension import GlossaryExtension
from sellerhelp.glossary.reader import PATH, read_glossary
from sellerhelp.glossary.widgets import GlossaryWidgets
from sellerhelp.prose.placed import PlacedExtension


def on_config(config):
    extra = config.extra
    sh = extra["sh"]
    extra["glossary"] = widgets = GlossaryWidgets(sh.env, extra["site"])
    config.markdown_extensions += [
        PlacedExtension("glossary", "sh-glossary-block", lambda: widgets.glossary(sh.root)),
        GlossaryExtension(
            lambda: widgets.words,
            lambda: widgets.known_on(sh.here),
            lambda word, term: widgets.mark(word, term, sh.root),
        ),
    ]
    return config


@event_priority(40)  # why: the facts' hook asks who rests on them, answers are rendered after it
def on_files(files, *, config):
    site, file, shown = config.extra["site"], files.get_file_from_path(PATH), f"docs/{PATH}"
    source = file.content_string if file else ""
    site.sources[shown] = source
    config.extra["glossary"].terms, problems = read_glossary(source, shown, site.heads)
    site.problems += problems
    return files
