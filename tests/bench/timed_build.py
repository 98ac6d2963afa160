"""Builds the site of a folder and prints the cpu seconds: search, and all of it.

usage: python timed_build.py FOLDER     (a process of its own: the host keeps state between builds)

The gate at the end is left out: it judges how our own writers write, and would refuse any other corpus.
"""

import json
import os
import sys
import time


def cpu():
    times = os.times()
    return time.process_time() + times.children_user + times.children_system


def main(folder):
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    os.chdir(folder)
    config = load_config("mkdocs.yml", site_dir="site")
    spent = {"search": 0.0}
    for methods in config.plugins.events.values():
        methods[:] = [watched(method, spent) for method in methods if not is_gate(method)]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    print(json.dumps({"search": round(spent["search"], 2), "all": round(cpu(), 2)}))


def is_gate(method):
    return method.__name__ == "on_post_build" and comes_from(method, "site_report.py")


def comes_from(method, name):
    code = getattr(method, "__code__", None)
    return bool(code) and code.co_filename.endswith(name)


def watched(method, spent):
    """Adds up what our own search hook takes; a method stays as it is when it belongs to anything else."""
    if not comes_from(method, "site_search.py"):
        return method

    def run(*arguments, **named):
        before = cpu()
        try:
            return method(*arguments, **named)
        finally:
            spent["search"] += cpu() - before

    return run


if __name__ == "__main__":
    main(sys.argv[1])
