"""The examples for hosts: nginx serves the site by its own, at the root and below a path; the workflows call what is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, free_port, headers_of

EXAMPLES = ROOT / "tools" / "hosting"
NGINX = os.environ.get("NGINX") or shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


class Served:
    """An nginx of the test's own; ask() gives status, headers and body."""

    def __init__(self, site: Path, folder: Path, prefix: str):
        self.port, self.prefix = free_port(), prefix
        config = (EXAMPLES / "nginx.conf").read_text("utf-8")
        for name, value in {"PREFIX": prefix, "PORT": str(self.port), "SITE": str(site)}.items():
            config = re.sub(r"(?m)^(?!\s*#)(.*)$", lambda line, n=name, v=value: line[0].replace(n, v), config)
        # The distribution's own folders for bodies belong to root.
        temporary = " ".join(f"{name}_temp_path {name};" for name in TEMPORARY)
        (folder / "nginx.conf").write_text(config.replace("\nhttp {\n", f"\nhttp {{\n  {temporary}\n"), "utf-8")
        # Begun by root it would serve as somebody who may not read the tests' folders.
        own = "daemon off; user root root;" if os.geteuid() == 0 else "daemon off;"
        command = [NGINX, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", own]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    def ask(self, path: str, **headers: str):
        for _ in range(200):
            try:
                line = HTTPConnection("127.0.0.1", self.port, timeout=10)
                line.request("GET", self.prefix + path, headers=headers)
                answer = line.getresponse()
                return answer.status, answer.headers, answer.read()
            except ConnectionRefusedError:
                assert self.process.poll() is None, self.process.stderr.read()
                time.sleep(0.05)
        raise AssertionError("nginx does not answer")


@pytest.fixture(params=["/", "/help/"])
def served(request, site, tmp_path):
    if not NGINX:
        pytest.skip("nginx가 없어 설정 예시를 건너뛰어요. 설치하거나 NGINX=실행파일 로 알려 주세요.")
    host = Served(site, tmp_path, request.param)
    yield host
    host.process.terminate()
    host.process.communicate()


def test_nginx_serves_pages_with_the_sites_headers(served, site):
    for path in ("", "orders/invoice/", "orders/invoice/index.md", "contact/days-off.ics", "search/search_index.json"):
        status, headers, _ = served.ask(path)
        assert status == 200, path
        assert {name: headers[name] for name in headers_of(site)} == headers_of(site)
        assert headers["Cache-Control"] == "no-cache"
        assert "nginx/" not in headers["Server"]


def test_nginx_names_each_kind(served):
    kinds = {
        "": "text/html; charset=utf-8",
        "orders/invoice/index.md": "text/markdown; charset=utf-8",
        "manifest.webmanifest": "application/manifest+json",
        "contact/days-off.ics": "text/calendar; charset=utf-8",
        "assets/sellerhelp/favicon.svg": "image/svg+xml",
        "changes.xml": "application/xml",
    }
    assert {path: served.ask(path)[1]["Content-Type"] for path in kinds} == kinds


def test_nginx_says_in_korean_that_a_page_is_missing_and_hides_the_headers_files(served):
    status, headers, body = served.ask("nowhere/")
    assert status == 404 and "찾는 쪽이 없어요" in body.decode()
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert served.ask("_headers")[0] == served.ask("_headers.nginx")[0] == 404


def test_nginx_lets_hashed_files_be_kept_packs_texts_and_adds_a_missing_slash(served, site):
    script = next(site.glob("assets/sellerhelp/js-*/main.js")).relative_to(site).as_posix()
    picture = next(site.glob("assets/sellerhelp/cards/*.png")).relative_to(site).as_posix()
    style = next(site.glob("assets/sellerhelp/look.*.css")).relative_to(site).as_posix()
    for path in (script, picture, style):
        assert served.ask(path)[1]["Cache-Control"] == "public, max-age=31536000, immutable", path
    assert served.ask(style, **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"
    status, headers, _ = served.ask("orders/invoice")
    assert (status, headers["Location"]) == (301, f"{served.prefix}orders/invoice/")


@pytest.mark.parametrize("name", ["github-pages.yml", "gitlab-pages.yml"])
def test_a_workflow_is_yaml_and_calls_commands_that_are_there(name):
    text = (EXAMPLES / name).read_text("utf-8")
    assert isinstance(yaml.safe_load(text), dict)
    there = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.M)
    called = re.findall(r"\bmake ([a-z-]+)", text)
    assert "site" in called and set(called) <= set(there)
    assert "SITE_URL" in text


def test_what_the_workflows_publish_is_what_the_build_makes():
    jobs = yaml.safe_load((EXAMPLES / "github-pages.yml").read_text("utf-8"))["jobs"]
    uploads = [step["with"]["path"] for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    assert uploads == ["site"]
    assert yaml.safe_load((EXAMPLES / "gitlab-pages.yml").read_text("utf-8"))["pages"]["artifacts"]["paths"] == [
        "public"
    ]
