// @ts-check
/** Adds to the rows that the theme draws what it does not know: manual, page number, and which row is the answer itself. */
import { ROOT } from "./open.js";

/** @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>, manual?: string, kind?: string}} Item */

const NUMBER = /^\d+-[\dA-Z]+ /; // 3-4, 3-Q
const NEAR = 0.6; // of the best row's score: then the page stands below the question that leads it

/** @param {string} location  below the site's root */
export const addressOf = (location) => new URL(location, ROOT).href;

/** The text of a title, which the worker has written as HTML. @param {string} html */
export const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";

/** @param {HTMLElement} list @param {Item[][]} groups  what the theme has drawn there */
export function dressRows(list, groups) {
  groups.forEach((group, at) => {
    const row = list.children[at];
    if (row) dressGroup(row, group, at === 0);
  });
}

/** @param {Element} row @param {Item[]} group  best first @param {boolean} isFirst */
function dressGroup(row, group, isFirst) {
  const links = [...row.querySelectorAll("a")];
  for (const node of row.querySelectorAll("[tabindex]")) node.removeAttribute("tabindex"); // the theme lets only arrow keys reach them
  markOnPage(links, group);
  const drawn = inDrawnOrder(group);
  const page = links[0];
  const number = takeNumber(page);
  const [best] = group;
  let lead = page;
  if (best.kind === "question" && drawn[0] !== best) {
    lead = links[drawn.indexOf(best)];
    row.prepend(lead);
    if (!drawn[0].text || drawn[0].score < NEAR * best.score) page.remove(); // the theme wanted it
  }
  const folded = row.querySelector("summary > div");
  if (folded) folded.textContent = `이 쪽에서 ${row.querySelectorAll("details a").length}개 더 보기`;
  lead.querySelector("article")?.prepend(where(best.kind === "question" ? (isFirst ? "바로 답" : "질문") : "", number, best.manual ?? ""));
}

/**
 * All links of a page mark all that was found on it; the theme lets each mark what its own row says.
 * @param {HTMLAnchorElement[]} links @param {Item[]} group
 */
function markOnPage(links, group) {
  const terms = new Set(group.flatMap(({ terms }) => Object.keys(terms).filter((term) => terms[term])));
  const words = [...terms].sort((one, other) => other.length - one.length).join(" ");
  for (const link of links) {
    const address = new URL(link.href);
    address.searchParams.set("h", words);
    link.href = address.href;
  }
}

/** The theme draws the item without a # first. @param {Item[]} group */
function inDrawnOrder(group) {
  const page = group.findIndex(({ location }) => !location.includes("#"));
  const at = page < 0 ? group.length - 1 : page;
  return [group[at], ...group.slice(0, at), ...group.slice(at + 1)];
}

/** Takes the number out of a page's title: it stands in the line above. @param {Element} link */
function takeNumber(link) {
  const first = link.querySelector("h1, h2")?.firstChild;
  const number = first?.nodeValue?.match(NUMBER)?.[0] ?? "";
  if (first && number) first.nodeValue = (first.nodeValue ?? "").slice(number.length);
  return number.trim();
}

/** @param {string} kind @param {string} number @param {string} manual */
function where(kind, number, manual) {
  const line = document.createElement("p");
  line.className = "sh-hit__where";
  if (kind) line.append(part("sh-hit__kind", kind));
  line.append(part("sh-hit__place", [number, manual].filter(Boolean).join(" ")));
  return line;
}

/** @param {string} name @param {string} text */
function part(name, text) {
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}
