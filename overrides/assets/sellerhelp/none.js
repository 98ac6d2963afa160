// @ts-check
/** What helps when nothing was found, or when the search could not be loaded. */
import { paint, paintAsks } from "./asks.js";
import { addressOf, plain } from "./hits.js";

/** @typedef {import("./overhear.js").Answer} Answer */

const MOST_WORDS = 6;
const MOST_PAGES = 2;

/** @param {HTMLElement} none @param {string} shown  the query, cut @param {string} query @param {Answer} answer */
export function fillNone(none, shown, query, { failed, near = [], pages = [] }) {
  for (const part of none.querySelectorAll("[data-sh-why]")) {
    part.toggleAttribute("hidden", (part.getAttribute("data-sh-why") === "failed") !== Boolean(failed));
  }
  const asked = none.querySelector("[data-sh-asked]");
  if (asked) asked.textContent = shown;
  const box = (/** @type {string} */ name) => /** @type {HTMLElement} */ (none.querySelector(`[data-sh-${name}]`));
  paintAsks(box("near"), near.slice(0, MOST_WORDS));
  paintAsks(box("shorter"), failed ? [] : wordsOf(query));
  paintPages(box("pages"), pages);
  const template = /** @type {HTMLTemplateElement | null} */ (none.querySelector("template[data-sh-card]"));
  template?.replaceWith(document.importNode(template.content, true)); // a card that nobody sees would tick
  if (!failed) tell(query);
}

/** Each word of a longer query. @param {string} query */
function wordsOf(query) {
  const words = [...new Set(query.split(/\s+/))].filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MOST_WORDS);
  return words.length > 1 ? words : [];
}

/** The pages that the nearest words lead to. @param {HTMLElement} box @param {Answer["items"]} groups */
function paintPages(box, groups) {
  const first = groups.slice(0, MOST_PAGES).map((group) => group[0]);
  box.hidden = !first.length;
  paint(box, first.map((item) => item.location), (row, location) => {
    const link = row.querySelector("a");
    const item = first.find((one) => one.location === location);
    if (!link || !item) return;
    link.href = addressOf(item.location);
    link.textContent = plain(item.title);
  });
}

/** Operators may ask to be told what their readers look for in vain. @param {string} query */
function tell(query) {
  if (!document.querySelector('meta[name="sh-feedback"]')) return;
  import("./feedback/queue.js").then((queue) => queue.noteNothingFound(query), () => {}); // it keeps out of the way
}
