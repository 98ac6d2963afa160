// @ts-check
/** The part of a text that answers, with what was looked for marked; everything else is escaped. */

const LENGTH = 120;

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter]);

/** Marks the terms in a text. @param {string} text @param {string[]} terms */
export function marked(text, terms) {
  const pattern = patternOf(terms);
  if (!pattern) return escaped(text);
  let out = "";
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    out += `${escaped(text.slice(last, match.index))}<mark>${escaped(match[0])}</mark>`;
    last = match.index + match[0].length;
  }
  return out + escaped(text.slice(last));
}

/** @param {string[]} terms */
function patternOf(terms) {
  const longest = [...new Set(terms)].filter(Boolean).sort((one, other) => other.length - one.length);
  return longest.length ? new RegExp(longest.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "giu") : null;
}

/** Cuts out the place where most different terms stand together. @param {string} text @param {string[]} terms */
export function excerpt(text, terms) {
  if (text.length <= LENGTH) return text;
  const pattern = patternOf(terms);
  const places = pattern ? [...text.matchAll(pattern)].map((match) => /** @type {[number, string]} */ ([match.index, match[0].toLowerCase()])) : [];
  let best = 0;
  let most = 0;
  places.forEach(([start], i) => {
    const inside = new Set(places.slice(i).filter(([at]) => at < start + LENGTH).map(([, term]) => term)).size;
    if (inside > most) [best, most] = [start, inside];
  });
  const begin = beginning(text, best);
  const end = begin + LENGTH < text.length ? Math.max(text.lastIndexOf(" ", begin + LENGTH), begin + LENGTH / 2) : text.length;
  const piece = text.slice(begin, end).trimEnd();
  const more = end === text.length ? "" : /[.?!]$/.test(piece) ? " …" : "…"; // four dots in a row are a mistake
  return `${begin ? "…" : ""}${piece}${more}`;
}

/** The start of the sentence before a place, if it is near, else of the word. @param {string} text @param {number} place */
function beginning(text, place) {
  if (place < 40) return 0;
  const sentence = text.slice(0, place).search(/[.?!]\s[^.?!]*$/) + 2;
  if (sentence > 1 && place - sentence < 40) return sentence;
  return Math.max(text.lastIndexOf(" ", place - 20) + 1, 0);
}
