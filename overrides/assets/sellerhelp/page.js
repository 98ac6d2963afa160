// @ts-check
/** Small things that every page does: open the drawer, open questions, print. */

/** Opens the question that holds the address's anchor: older browsers do not do it by themselves. */
export function openTarget(hash = location.hash) {
  let id = "";
  try {
    id = decodeURIComponent(hash.slice(1));
  } catch {
    return; // an address cut in the middle of a letter names nothing
  }
  const details = id && document.getElementById(id)?.closest("details");
  if (details && !details.open) {
    details.open = true;
    document.getElementById(id)?.scrollIntoView();
  }
}

/** @type {HTMLDetailsElement[]} */
let opened = [];

function openAll() {
  opened = [...document.querySelectorAll("details.sh-q:not([open])")].map((d) => /** @type {HTMLDetailsElement} */ (d));
  for (const details of opened) details.open = true;
}

function closeAgain() {
  for (const details of opened) details.open = false;
  opened = [];
}

/** Keeps the menu button's spoken state in step with the drawer. */
function followDrawer() {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  box?.addEventListener("change", () => {
    for (const button of document.querySelectorAll('[data-sh-toggle="drawer"]')) button.setAttribute("aria-expanded", String(box.checked));
  });
}

function showPrint() {
  for (const button of document.querySelectorAll("[data-sh-print]")) button.removeAttribute("hidden");
}

/** Listeners on the document outlive instant navigation, which replaces the page below it. */
export function begin() {
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    // The theme's drawer hangs on a checkbox; the button presses it.
    if (target.closest?.("[data-sh-toggle=drawer]")) document.getElementById("__drawer")?.click();
    if (target.closest?.("[data-sh-print]")) print();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest?.("a[data-sh-copy]"));
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      import("./copy.js").then(({ copy }) => copy(link));
    }
  }, true);
  addEventListener("hashchange", () => openTarget());
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", closeAgain);
  followDrawer();
  // The theme tells of each page that it has put in place.
  const pages = /** @type {any} */ (globalThis).document$;
  if (pages?.subscribe) pages.subscribe(arrive);
  else arrive();
}

function arrive() {
  showPrint();
  openTarget();
}
