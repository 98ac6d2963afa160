"""Runs a command for writers: what they see is Korean, never a traceback; the details go to .cache/."""

import contextlib
import sys
import traceback
from pathlib import Path

from sellerhelp import disk

ROOT = Path(__file__).resolve().parent.parent


def run(main):
    """Calls main(), ends the process with its status; 2 when it failed in a way that nobody foresaw."""
    log = ROOT / ".cache" / f"{Path(sys.argv[0]).stem}.log"
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\n멈췄어요. 바꾼 것은 없어요.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # `make … | head`: nobody reads on
        sys.exit(1)
    except UnicodeDecodeError:
        print("글자를 읽을 수 없는 파일이 있어요. make check로 그 파일을 찾아 UTF-8로 저장하세요.", file=sys.stderr)
        sys.exit(1)
    except Exception:
        print(failed("도중에 멈췄어요. 바꾼 것은 없어요.", traceback.format_exc(), log), file=sys.stderr)
        sys.exit(2)


def failed(said, details, log):
    """Returns the line about a failure that nobody foresaw, and keeps its details in a file; on a full disk neither."""
    if disk.is_full(details):
        return f"{disk.SAID} {disk.MEND}"
    with contextlib.suppress(OSError):
        log.parent.mkdir(exist_ok=True)
        log.write_text(details, "utf-8")
    return f"{said} 개발자에게 {log.relative_to(ROOT)} 파일을 보내 주세요."


def stop(text):
    """Says why nothing was done; returns the status to end with."""
    print(text, file=sys.stderr)
    return 1


def is_set(value):
    """Says whether a switch such as DRY=1 is on; DRY=0 and DRY= are off."""
    return (value or "").strip() not in ("", "0")
