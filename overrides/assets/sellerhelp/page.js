// @ts-check
/** Small things that every page does: open the drawer, print, and what most visits never need, when they need it. */

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

/** The next colour scheme; its button takes this one's place, and the focus. @param {HTMLElement} button */
function switchScheme(button) {
  document.getElementById(button.dataset.shPalette ?? "")?.click();
  /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-palette]:not([hidden])"))?.focus();
}

/** Listeners on the document outlive instant navigation, which replaces the page below it. */
export function begin() {
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    // The theme's drawer hangs on a checkbox; the button presses it.
    if (target.closest?.("[data-sh-toggle=drawer]")) document.getElementById("__drawer")?.click();
    if (target.closest?.("[data-sh-print]")) print();
    const scheme = /** @type {HTMLElement | null} */ (target.closest?.("[data-sh-palette]"));
    if (scheme) switchScheme(scheme);
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest?.("a[data-sh-copy]"));
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      import("./copy.js").then(({ copy }) => copy(link));
    }
  }, true);
  // Enter presses the button by itself; the theme would press the next one as well.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && /** @type {Element} */ (event.target).closest?.("[data-sh-palette]")) event.stopPropagation();
  }, true);
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", closeAgain);
  followDrawer();
  // The theme tells of each page that it has put in place.
  const pages = /** @type {any} */ (globalThis).document$;
  if (pages?.subscribe) pages.subscribe(arrive);
  else arrive();
}

/** Most addresses name no place on the page. */
function openTarget() {
  if (location.hash) import("./target.js").then((target) => target.open());
}

function arrive() {
  showPrint();
  openTarget();
}
