"""Opens the live preview, of now or of the moment that AS_OF names.

usage: [AS_OF=2027-02-09T12:30] python tools/serve.py [options of mkdocs serve]
"""

import errno
import os
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tools")]
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from plainly import run, stop  # noqa: E402
from sellerhelp.preview import Preview, read_moment, refusal  # noqa: E402


def main():
    _end_like_ctrl_c()
    written = os.environ.get("AS_OF", "").strip()
    moment = read_moment(written) if written else None
    if written and moment is None:
        return stop(refusal(written))
    if moment is not None:
        # Everything that is built by the date is built for that moment; the scripts read it from the page.
        os.environ["SOURCE_DATE_EPOCH"] = os.environ["PREVIEW_MOMENT"] = str(moment)
        print(f"미리보기: {Preview(moment).words} 기준", flush=True)
    return _serve()


def _end_like_ctrl_c():
    """Lets whoever closes the window, or asks the process to end, have what Ctrl+C does: the built pages go with it."""
    for name in ("SIGTERM", "SIGHUP"):
        way = getattr(signal, name, None)  # not every system has both
        if way and signal.getsignal(way) == signal.SIG_DFL:  # nohup wants its own
            signal.signal(way, signal.default_int_handler)


def _serve():
    from mkdocs.__main__ import cli

    os.chdir(ROOT)
    try:
        cli(["serve", *sys.argv[1:]], standalone_mode=False)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        return stop("미리보기가 이미 열려 있어요. 그 창에서 Ctrl+C를 누른 뒤 다시 실행하세요.")
    return 0


if __name__ == "__main__":
    run(main)
