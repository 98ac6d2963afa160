"""Templates as Python compiled them, kept between runs: to compile them all takes longer than to fill them."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """One file a template. Jinja itself asks whether the source is still the same; a damaged file is not loaded.

    Jinja's own cache of this kind hands a damaged file to the interpreter, which may crash. folder: of one
    environment alone, since another one compiles otherwise (autoescape). recipe: of the code that compiles.
    """

    def __init__(self, folder: Path, recipe: str):
        self.folder, self.recipe = folder, f"{recipe} {jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError, ValueError):
            head, body = self._path(bucket).read_bytes().split(b"\n", 1)
            if head.decode() == self._head(body):
                bucket.bytecode_from_string(body)

    def dump_bytecode(self, bucket: Bucket) -> None:
        body = bucket.bytecode_to_string()
        path = self._path(bucket)
        part = path.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._head(body).encode() + b"\n" + body)
            part.replace(path)

    def _head(self, body: bytes) -> str:
        return f"{self.recipe} {hashlib.sha256(body).hexdigest()}"

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.template"
