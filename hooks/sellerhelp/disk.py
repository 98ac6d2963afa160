"""A full disk: nothing that a text says is wrong, so neither the writer's file nor a developer is to blame."""

from __future__ import annotations

import errno

SAID = "저장 공간이 모자라 멈췄어요."
MEND = "쓰지 않는 파일을 지운 뒤 다시 실행하세요."
# How Python and SQLite say that nothing more can be written: the disk, or its owner's share of it, is full.
_SIGNS = (f"[Errno {errno.ENOSPC}]", f"[Errno {errno.EDQUOT}]", "database or disk is full")


def is_full(details: str) -> bool:
    """Says whether a traceback, or what a command has printed, tells of a full disk."""
    return any(sign in details for sign in _SIGNS)
