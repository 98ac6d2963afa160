// Part of the preview only: loads the page again when it is another one, and stays where the writer was reading.
const KEY = "sh-live-scroll";
const script = document.querySelector("script[data-sh-live]");

const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
sessionStorage.removeItem(KEY);
if (kept?.path === location.pathname) {
  history.scrollRestoration = "manual";
  scrollTo(0, kept.y);
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until the tab is looked at: a preview in ten tabs must not hold ten connections. */
const shown = () =>
  document.hidden && new Promise((resolve) => document.addEventListener("visibilitychange", resolve, { once: true }));

/** Asks for the version of a page when it is another one; undefined when the reader has gone on to the next. */
async function next(path, seen) {
  const stop = new AbortController();
  const gone = setInterval(() => location.pathname !== path && stop.abort(), 200);
  try {
    const answer = await fetch(`/sh-live/wait?page=${encodeURIComponent(path)}&seen=${seen}`, { signal: stop.signal });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    await pause(500);
  } finally {
    clearInterval(gone);
  }
}

for (let path = location.pathname, seen = script.dataset.shLive; ; ) {
  await shown();
  const now = await next(path, seen);
  if (location.pathname !== path) {
    path = location.pathname;
    seen = "";
  } else if (now && seen && now !== seen) {
    sessionStorage.setItem(KEY, JSON.stringify({ path, y: scrollY }));
    location.reload();
    break;
  } else if (now) {
    seen = now;
  }
}
