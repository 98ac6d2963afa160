// @ts-check
/** The search dialog: keeps the focus inside, closes and gives the focus back. */
import { takeOpener } from "./open.js";
import { Panels } from "./panels.js";
import { isSlashOn, setSlash } from "./slash.js";

/** @param {HTMLElement} dialog @param {HTMLInputElement} box  the theme's checkbox that opens it */
export function beginDialog(dialog, box) {
  const panels = new Panels(dialog);
  const close = () => box.checked && box.click();
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-sh-close]")) close();
  }, true);
  // On the way down, before the theme: it takes Tab for "close" and sends every other key to the field.
  document.addEventListener("keydown", (event) => void (box.checked && heedKey(event, dialog, panels, close)), true);
  box.addEventListener("change", () => (box.checked ? opened(panels) : closed(panels, dialog)));
  // Somebody may be typing already, or have closed it again.
  if (box.checked) panels.refresh();
  else takeOpener()?.focus();
  beginSlash(dialog);
  dialog.dataset.shDialog = "ready";
}

/** @param {Panels} panels */
function opened(panels) {
  panels.refresh();
  panels.field.focus();
  panels.field.select();
}

/** The focus goes back, unless a page has been followed meanwhile and has it. @param {Panels} panels @param {HTMLElement} dialog */
function closed(panels, dialog) {
  const openers = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-sh-toggle=search]"));
  const back = [takeOpener(), ...openers].find((button) => button?.isConnected && isSeen(button));
  panels.hush();
  const { activeElement } = document;
  if (activeElement === document.body || dialog.contains(activeElement)) back?.focus();
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

/** @param {HTMLElement} dialog */
function beginSlash(dialog) {
  const choice = /** @type {HTMLInputElement | null} */ (dialog.querySelector("[data-sh-slash]"));
  if (!choice) return;
  choice.checked = isSlashOn();
  choice.addEventListener("change", () => setSlash(choice.checked));
}
