// @ts-check
/** Rows of buttons that search for a text when they are pressed. */
import { recent } from "./memory.js";

const WORD = 20; // letters of a text on a button

/** @param {string} text @param {number} most */
export function cut(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : text;
}

/** @param {HTMLElement} box  hidden when there are no texts @param {string[]} texts */
export function paintAsks(box, texts) {
  box.hidden = !texts.length;
  paint(box, texts, label);
}

/** The queries that led somewhere lately, each with a button to forget it. @param {HTMLElement} box */
export function paintRecent(box) {
  const queries = recent();
  box.hidden = !queries.length;
  paint(box, queries, (row, query) => {
    label(row, query);
    const button = row.querySelector("[data-sh-forget]");
    button?.setAttribute("data-sh-forget", query);
    button?.setAttribute("aria-label", `‘${query}’ 지우기`);
  });
}

/** Makes a row of each text from the box's template. @param {HTMLElement} box @param {string[]} texts @param {(row: Element, text: string) => void} fill */
export function paint(box, texts, fill) {
  const row = box.querySelector("template")?.content.firstElementChild;
  const rows = texts.map((text) => {
    const made = /** @type {Element} */ (document.importNode(/** @type {Element} */ (row), true));
    fill(made, text);
    return made;
  });
  box.querySelector("ul")?.replaceChildren(...rows);
}

/** @param {Element} row @param {string} text */
function label(row, text) {
  const button = row.querySelector("[data-sh-ask]");
  if (!button) return;
  button.setAttribute("data-sh-ask", text);
  button.textContent = cut(text, WORD);
}
