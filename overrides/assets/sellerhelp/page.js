// @ts-check
/** Small things that every page does: open the drawer, print, and what most visits never need, when they need it. */

/** @type {HTMLDetailsElement[]} */
let opened = [];
let isLater = false;
/** Whether the theme has been told of an address. */
let isTold = false;
const arrivedAt = location.pathname;

/**
 * The first address that the theme is told of counts for it as another page, also when only the place on the page changed:
 * it would load the page again and put it in place of itself, without the focus and with all that was filled in gone.
 * @param {PopStateEvent} event
 */
function keepPage(event) {
  isTold ||= location.pathname !== arrivedAt;
  if (!isTold) event.stopImmediatePropagation();
}

/** A link to a place on the page itself is the browser's: the theme leaves alone what has a target. @param {HTMLAnchorElement} link */
function heedWay(link) {
  if (link.hash && link.href.startsWith(location.href.replace(/#.*/, "") + "#")) link.target ||= "_self";
  else if (link.origin === location.origin) isTold = true;
}

function openAll() {
  opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details.sh-q:not([open])")]);
  for (const details of opened) details.open = true;
}

function closeAgain() {
  for (const details of opened) details.open = false;
}

/** The theme's drawer hangs on a checkbox; the button presses it. @param {HTMLElement} button */
function toggleDrawer(button) {
  const box = /** @type {HTMLInputElement} */ (document.getElementById("__drawer"));
  box.click();
  button.setAttribute("aria-expanded", String(box.checked));
  import("./drawer.js").then((drawer) => drawer.opened(box, button));
}

function showPrint() {
  for (const button of document.querySelectorAll("[data-sh-print]")) button.removeAttribute("hidden");
}

/** The next colour scheme; its button takes this one's place, and the focus. @param {HTMLElement} button */
function switchScheme(button) {
  document.getElementById(button.dataset.shPalette ?? "")?.click();
  /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-palette]:not([hidden])"))?.focus();
}

/** @param {Event} event @param {string} selector @returns {HTMLElement | null | undefined} */
const at = ({ target }, selector) => /** @type {Element} */ (target).closest?.(selector);

/** @param {MouseEvent} event */
function heedClick(event) {
  const menu = at(event, "[data-sh-toggle=drawer]");
  if (menu) toggleDrawer(menu);
  const scheme = at(event, "[data-sh-palette]");
  if (scheme) switchScheme(scheme);
  if (at(event, "[data-sh-print]")) print();
  const followed = /** @type {HTMLAnchorElement | null} */ (at(event, "a[href]"));
  if (followed) heedWay(followed);
  const link = /** @type {HTMLAnchorElement | null} */ (at(event, "a[data-sh-copy]"));
  if (link) {
    event.preventDefault();
    event.stopPropagation();
    import("./copy.js").then(({ copy }) => copy(link));
  }
}

/** Listeners on the document outlive instant navigation, which replaces the page below it. */
export function begin() {
  document.addEventListener("click", heedClick, true);
  // The theme would press the next button as well.
  document.addEventListener("keydown", (event) => event.key === "Enter" && at(event, "[data-sh-palette]") && event.stopPropagation(), true);
  addEventListener("hashchange", openTarget);
  /** @type {any} */ (globalThis).__shKept = keepPage;
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", closeAgain);
  // The theme tells of each page that it has put in place.
  const pages = /** @type {any} */ (globalThis).document$;
  if (pages?.subscribe) pages.subscribe(arrive);
  else arrive();
}

/** Most addresses name no place on the page. */
function openTarget() {
  if (location.hash) import("./target.js").then((target) => target.open());
}

/** The page that the browser has loaded begins by itself; one that the theme has put in place begins at its title. */
function arrive() {
  showPrint();
  openTarget();
  if (isLater && !location.hash) document.getElementById("sh-text")?.focus({ preventScroll: true });
  isLater = true;
}
