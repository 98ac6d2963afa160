"""Asks a built site in Chromium: all queries through the worker, and some through the dialog of a slow phone."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.host import Host, hosted, slow_phone
from tests.bench.slow_cpu import slowed
from tools.browser import find

PATIENCE = 10_000  # ms for one answer; then the worker is given up and a new one begins
TIMES_SLOWER = 4
FIELD = "[data-md-component=search-query]"
# Each asker has begin() and ask(query) -> addresses, best first.
WORKER = """(isPeer) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  let worker;
  const post = (message, type) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = (event) => event.data.type === type && resolve(event.data);
    worker.postMessage(message);
  });
  return {
    async begin() {
      worker?.terminate();
      worker = new Worker(new URL(config.search, location.href));
      const index = isPeer ? await (await fetch(new URL("search/search_index.json", new URL(config.base + "/", location.href)))).json() : {};
      await post({ type: 0, data: { ...index, options: { suggest: false } } }, 1);
    },
    ask: async (query) => (await post({ type: 2, data: query }, 3)).data.items.map((group) => group[0].location),
  };
}"""
PAGEFIND = """() => {
  let pagefind;
  return {
    begin: async () => { pagefind = await import("/pagefind/pagefind.js"); },
    ask: async (query) => {
      const found = (await pagefind.search(query)).results.slice(0, 10);
      return (await Promise.all(found.map((one) => one.data()))).map((page) => page.url);
    },
  };
}"""
# An answer counts three times: the first brings its files, the better of the others is the time after the data is there.
ALL = """async ([asker, queries, patience]) => {
  const late = () => new Promise((resolve) => setTimeout(resolve, patience, null));
  await fetch("/__mark?begin");
  await asker.begin();
  const out = [];
  for (const query of queries) {
    await fetch(`/__mark?${out.length}`);
    const times = [];
    let found = null;
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      found = await Promise.race([asker.ask(query), late()]);
      times.push(performance.now() - start);
      if (!found) { await asker.begin(); break; }
    }
    out.push({ locations: found ?? [], isLate: !found, warm: Math.min(...times.slice(1)) });
  }
  return out;
}"""
# Resolves with ms from now until a row of the results can be seen.
SEEN = """() => new Promise((resolve) => {
  const start = performance.now();
  const look = () => document.querySelector(".md-search-result__list li a")?.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    ? resolve(performance.now() - start) : requestAnimationFrame(look);
  look();
})"""
OPEN = "document.getElementById('__search').click()"


@dataclass(frozen=True)
class Answer:
    """locations: of the pages, best first. warm: ms once the data is there. is_late: given up."""

    locations: list[str]
    warm: float
    is_late: bool
    size: int


@dataclass(frozen=True)
class Start:
    """A seller's first two searches: bytes (scripts among them) and requests, ms until a row is seen; nothing found is None."""

    before: int
    first: int
    first_code: int
    first_requests: int
    first_ms: float | None
    second: int
    second_ms: float | None


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def ask_all(site: Path, queries: Sequence[str], peer: str) -> list[Answer]:
    """Asks all queries one after the other. peer: "" for ours, else material or pagefind."""
    with hosted(site) as host, chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(0)
        page.goto(host.address + "p0/", wait_until="load")
        page.wait_for_timeout(500)
        script = PAGEFIND if peer == "pagefind" else WORKER
        asker = page.evaluate_handle(script, peer == "material")
        found = page.evaluate(ALL, [asker, list(queries), PATIENCE])
        return [
            Answer(one["locations"], PATIENCE if one["isLate"] else one["warm"], one["isLate"], host.bytes_of(str(at)))
            for at, one in enumerate(found)
        ]


def start_slowly(site: Path, pairs: Sequence[tuple[str, str]]) -> list[Start]:
    """Opens the site on a slow phone for each pair of queries: one on the first page, one on the second."""
    starts = []
    with hosted(site, slow_phone()) as host, chromium() as browser:
        for first, second in pairs:
            host.sent.clear()
            context = browser.new_context(viewport={"width": 390, "height": 800}, locale="ko-KR")
            with slowed_page(browser, context.new_page()) as page:
                starts.append(_start(host, page, first, second))
            context.close()
    return starts


@contextmanager
def slowed_page(browser: Browser, page: Page) -> Iterator[Page]:
    page.set_default_timeout(60_000)
    page.goto("about:blank")
    with slowed(browser, TIMES_SLOWER):
        yield page


def _start(host: Host, page: Page, first: str, second: str) -> Start:
    host.mark = "page"
    _arrive(page, host.address + "p0/")
    host.mark = "first"
    first_ms = _search(page, first)
    page.wait_for_load_state("networkidle")
    host.mark = "page 2"
    _arrive(page, host.address + "p1/")
    host.mark = "second"
    second_ms = _search(page, second)
    page.wait_for_load_state("networkidle")
    size, requests = host.bytes_of, host.requests_of
    before = size("page", "search")
    again = size("page 2", "search")
    code = size("first", end=".js") + size("page", "search/worker.js")
    return Start(before, before + size("first"), code, requests("first"), first_ms, again + size("second"), second_ms)


def _arrive(page: Page, address: str) -> None:
    """Loads a page and lets it come to rest: a seller reads before searching."""
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(300)


def _search(page: Page, query: str) -> float | None:
    """Opens the dialog and has the text in it at once, as pasted; the strictest way to count."""
    page.evaluate(OPEN)
    page.locator(FIELD).focus()
    seen = page.evaluate_handle("(seen) => ({ coming: eval(seen)() })", SEEN)
    page.keyboard.insert_text(query)
    page.locator(FIELD).dispatch_event("keyup")  # the bare theme listens to keys alone
    try:
        return page.evaluate(
            "(seen) => Promise.race([seen.coming, new Promise((end) => setTimeout(end, 20000, null))])", seen
        )
    finally:
        seen.dispose()


def median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0
