"""Makes .venv from the hash-pinned lock file; a second call with the same lock does nothing.

usage: python3 tools/environment.py site|test
Runs before anything is installed: standard library only. What it says is for writers, in Korean.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOG = ROOT / ".cache" / "setup.log"
# What a lock installs besides itself: the test lock holds everything the site needs.
COVERS = {"site": ("site", "test"), "test": ("test",)}


def main(kind):
    stamp = VENV / "lock.sha256"
    marks = {name: _mark(name) for name in ("site", "test")}
    if stamp.is_file() and stamp.read_text() in [marks[name] for name in COVERS[kind]]:
        return 0
    LOG.parent.mkdir(exist_ok=True)
    print("준비하고 있어요. 처음 한 번은 1–2분 걸려요.", flush=True)
    problem = _make_venv() or _install(kind)
    if problem:
        print(problem, file=sys.stderr)
        return 1
    stamp.write_text(marks[kind])
    return 0


def _mark(kind):
    lock = (ROOT / "requirements" / f"{kind}.txt").read_bytes()
    python = sys.version.encode() + sys.base_prefix.encode()
    return f"{kind} {hashlib.sha256(lock + python).hexdigest()}"


def _make_venv():
    try:
        # Anew each time: a lock that lost a package must lose it in the environment too.
        venv.create(VENV, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        LOG.write_text(str(error), "utf-8")
        return f"파이썬의 venv를 쓸 수 없어요. 데비안·우분투라면 python3-venv 꾸러미를 설치하세요. 기록: {_shown(LOG)}"
    return None


def _install(kind):
    command = [str(_python()), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    command += ["--no-deps", "-r", str(ROOT / "requirements" / f"{kind}.txt")]
    with LOG.open("w", encoding="utf-8") as log:
        code = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT).returncode
    if code == 0:
        return None
    said = LOG.read_text("utf-8", "replace")
    if "[Errno 28]" in said:
        return "저장 공간이 모자라 꾸러미를 설치하지 못했어요. 쓰지 않는 파일을 지운 뒤 다시 실행하세요."
    if "HASHES" in said:
        return f"받은 꾸러미가 잠금 파일과 달라 설치하지 않았어요. 누가 바꿔치기했을 수 있어요. 기록: {_shown(LOG)}"
    return f"꾸러미를 받지 못했어요. 인터넷 연결을 확인하고 다시 실행하세요. 기록: {_shown(LOG)}"


def _python():
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _shown(path):
    return path.relative_to(ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
