// @ts-check
/** Opens the search. What the dialog can do comes when somebody is about to need it. */
import { warm } from "./overhear.js";
import { isSlashOn } from "./slash.js";

const THEIRS = "fs/pn,."; // the theme's single-key shortcuts
const BUTTON = "[data-sh-toggle=search]";
// What dialog.js imports, all at once: left to itself it would come in three rounds.
const PARTS = ["asks", "hits", "memory", "none", "panels"];

/** The site's root, which on the page of dead addresses ends with a slash. Instant navigation moves the address, so it is kept from the start. */
export const ROOT = new URL((JSON.parse(document.getElementById("__config")?.textContent ?? "{}").base ?? ".").replace(/\/*$/, "/"), location.href);

/** @type {HTMLElement | null} */
let pressed = null;
/** @type {Promise<void> | undefined} */
let coming;

/** The header, and the dialog in it, outlive instant navigation. */
export function beginSearch() {
  const dialog = /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-dialog]"));
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!dialog || !box) return;
  pinLinks(dialog);
  const load = () => (coming ??= loaded(dialog, box));
  for (const intent of ["pointerover", "focusin"]) {
    document.addEventListener(intent, (event) => void (buttonOf(event) && load()));
  }
  document.addEventListener("click", (event) => {
    const button = buttonOf(event);
    if (button) openDialog(box, button);
  }, true);
  // On the way down, before the theme.
  document.addEventListener("keydown", (event) => void (box.checked || heedShortcut(event, box)), true);
  box.addEventListener("change", load);
  if (box.checked) load(); // the address brought a query
}

/** Returns what opened the dialog, and forgets it. */
export function takeOpener() {
  const last = pressed;
  pressed = null;
  return last;
}

/** @param {HTMLElement} dialog @param {HTMLInputElement} box */
async function loaded(dialog, box) {
  for (const part of PARTS) import(`./${part}.js`).catch(() => {}); // dialog.js will tell
  try {
    (await import("./dialog.js")).beginDialog(dialog, box);
  } catch {
    coming = undefined; // no network, or a newer release has taken the file away: the theme's own search still works
    for (const node of dialog.querySelectorAll("[data-sh-panel=start], [data-md-component=search-result]")) {
      node.toggleAttribute("hidden", node.matches("[data-sh-panel]"));
    }
  }
}

/** The field must have the focus before the press is over: a phone brings up its keys for that alone. @param {HTMLInputElement} box @param {HTMLElement | null} button */
function openDialog(box, button) {
  const active = document.activeElement;
  pressed = button ?? (active instanceof HTMLElement && active !== document.body ? active : null);
  if (!box.checked) box.click();
  warm();
  document.getElementById("sh-query")?.focus();
}

/** @param {Event} event @returns {HTMLElement | null} */
const buttonOf = ({ target }) => (target instanceof Element ? target.closest(BUTTON) : null);

/** @param {KeyboardEvent} event @param {HTMLInputElement} box */
function heedShortcut(event, box) {
  if (event.ctrlKey || event.metaKey || event.key.length !== 1 || !THEIRS.includes(event.key)) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.isContentEditable || target.closest?.("input, textarea, select")) return; // a letter of somebody's text
  event.stopPropagation();
  if (event.key === "/" && isSlashOn()) {
    event.preventDefault(); // else the slash stands in the field
    openDialog(box, null);
  }
}

/** Instant navigation keeps the dialog: its links must not depend on the page that it came with. @param {HTMLElement} dialog */
function pinLinks(dialog) {
  const templates = [...dialog.querySelectorAll("template")].map((template) => template.content);
  for (const link of [dialog, ...templates].flatMap((root) => [...root.querySelectorAll("a[href]")])) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", location.href).href);
  }
}
