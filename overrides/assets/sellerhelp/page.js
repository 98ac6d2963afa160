// @ts-check
/** Small things that every page does: open search and drawer, open and copy questions, print. */

/** @type {HTMLElement | null} */
let opener = null;

/** The theme's search and drawer hang on two checkboxes; buttons press them. */
function toggle(/** @type {HTMLElement} */ button) {
  const name = button.getAttribute("data-sh-toggle");
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById(`__${name}`));
  box?.click();
  if (name !== "search" || !box?.checked) return;
  opener = button;
  /** @type {HTMLElement | null} */ (document.querySelector("[data-md-component=search-query]"))?.focus();
}

/** Gives the focus back to the button that opened the search. */
function followSearch() {
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  box?.addEventListener("change", () => {
    if (box.checked) return;
    opener?.focus();
    opener = null;
  });
}

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

/** Copies a question's permanent address and says so in the link's own words. */
async function copy(/** @type {HTMLAnchorElement} */ link) {
  const words = link.textContent;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.href = link.href; // no clipboard here: the address bar shows it
    return;
  }
  link.textContent = "주소를 복사했어요";
  link.classList.add("is-copied");
  setTimeout(() => {
    link.textContent = words;
    link.classList.remove("is-copied");
  }, 2000);
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

/** The theme's search listens to keys only; pasted, dictated and suggested text arrives without one. */
function heedInput(/** @type {Event} */ event) {
  const field = /** @type {Element} */ (event.target);
  if (field.matches?.("[data-md-component=search-query]")) field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
}

/** Listeners on the document outlive instant navigation, which replaces the page below it. */
export function begin() {
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest?.("[data-sh-toggle]");
    if (button) toggle(/** @type {HTMLElement} */ (button));
    if (target.closest?.("[data-sh-print]")) print();
    const link = /** @type {HTMLAnchorElement | null} */ (target.closest?.("a[data-sh-copy]"));
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      copy(link);
    }
  }, true);
  document.addEventListener("input", heedInput);
  addEventListener("hashchange", () => openTarget());
  addEventListener("beforeprint", openAll);
  addEventListener("afterprint", closeAgain);
  followDrawer();
  followSearch();
  // The theme tells of each page that it has put in place.
  const pages = /** @type {any} */ (globalThis).document$;
  if (pages?.subscribe) pages.subscribe(arrive);
  else arrive();
}

function arrive() {
  showPrint();
  openTarget();
}
