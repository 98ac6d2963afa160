// @ts-check
/** The search dialog: opens, keeps the focus inside, closes and gives the focus back. */
import { isSlashOn, setSlash } from "./memory.js";
import { Panels } from "./panels.js";

const THEIRS = "fs/pn,."; // the theme's single-key shortcuts

/** @type {HTMLElement | null} */
let opener = null;

/** The header, and the dialog in it, outlive instant navigation. */
export function beginDialog() {
  const dialog = /** @type {HTMLElement | null} */ (document.querySelector("[data-sh-dialog]"));
  const box = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));
  if (!dialog || !box) return;
  pinLinks(dialog);
  const panels = new Panels(dialog);
  const open = () => box.checked || box.click();
  const close = () => box.checked && box.click();

  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest?.("[data-sh-toggle=search]");
    if (button) {
      opener = /** @type {HTMLElement} */ (button);
      open();
    }
    if (target.closest?.("[data-sh-close]")) close();
  }, true);
  // On the way down, before the theme: it takes Tab for "close" and sends every other key to the field.
  document.addEventListener("keydown", (event) => {
    if (box.checked) heedKey(event, dialog, panels, close);
    else heedShortcut(event, open);
  }, true);
  box.addEventListener("change", () => (box.checked ? opened(panels) : closed(panels)));
  if (box.checked) opened(panels); // the address brought a query
  beginSlash(dialog);
}

/** @param {Panels} panels */
function opened(panels) {
  const { activeElement: active } = document;
  if (!opener && active instanceof HTMLElement && active !== document.body && active !== panels.field) opener = active;
  panels.refresh();
  panels.field.focus();
  panels.field.select();
}

/** @param {Panels} panels */
function closed(panels) {
  const openers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sh-toggle=search]"));
  const back = [opener, ...openers].find((button) => button?.isConnected && isSeen(button));
  opener = null;
  panels.hush();
  back?.focus();
}

/** @param {KeyboardEvent} event @param {HTMLElement} dialog @param {Panels} panels @param {() => void} close */
function heedKey(event, dialog, panels, close) {
  if (event.isComposing || event.keyCode === 229) return; // a syllable is being put together
  const act = {
    Escape: close,
    Tab: () => wrap(event, stops(dialog)),
    ArrowDown: () => step(panels, 1),
    ArrowUp: () => step(panels, -1),
  }[event.key];
  if (act || event.target !== panels.field) event.stopPropagation();
  if (act && event.key !== "Tab") event.preventDefault();
  act?.();
}

/** Tab goes round inside the dialog. @param {KeyboardEvent} event @param {HTMLElement[]} stops */
function wrap(event, stops) {
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (at > 0 && at < stops.length - 1) return;
  if (at === (event.shiftKey ? stops.length - 1 : 0)) return;
  event.preventDefault();
  stops[event.shiftKey ? stops.length - 1 : 0]?.focus();
}

/** Arrows go through the field and what stands below it. @param {Panels} panels @param {number} by */
function step({ field, scroll }, by) {
  const reached = [field, ...stops(scroll)];
  const at = Math.max(0, reached.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
  reached[(at + by + reached.length) % reached.length].focus();
}

/** @param {HTMLElement} root @returns {HTMLElement[]} */
function stops(root) {
  const nodes = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("a[href], button, input, summary"));
  return [...nodes].filter((node) => node.tabIndex >= 0 && isSeen(node) && !isFolded(node));
}

/** @param {HTMLElement} node */
function isSeen(node) {
  return node.getClientRects().length > 0 && getComputedStyle(node).visibility === "visible";
}

/** Browsers give boxes to what a closed details hides. @param {HTMLElement} node */
function isFolded(node) {
  return node.tagName !== "SUMMARY" && node.closest("details:not([open])") !== null;
}

/** @param {KeyboardEvent} event @param {() => void} open */
function heedShortcut(event, open) {
  if (event.ctrlKey || event.metaKey || event.key.length !== 1 || !THEIRS.includes(event.key)) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.isContentEditable || target.closest?.("input, textarea, select")) return; // a letter of somebody's text
  event.stopPropagation();
  if (event.key === "/" && isSlashOn()) {
    event.preventDefault(); // else the slash stands in the field
    open();
  }
}

/** @param {HTMLElement} dialog */
function beginSlash(dialog) {
  const choice = /** @type {HTMLInputElement | null} */ (dialog.querySelector("[data-sh-slash]"));
  if (!choice) return;
  choice.checked = isSlashOn();
  choice.addEventListener("change", () => setSlash(choice.checked));
}

/** Instant navigation keeps the dialog: its links must not depend on the page that it came with. @param {HTMLElement} dialog */
function pinLinks(dialog) {
  const templates = [...dialog.querySelectorAll("template")].map((template) => template.content);
  for (const link of [dialog, ...templates].flatMap((root) => [...root.querySelectorAll("a[href]")])) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", location.href).href);
  }
}
