// @ts-check
/** The strokes of the brush: strip and card are painted with them. */
import { isAnswering } from "./hours.js";

/** @typedef {HTMLElement | SVGElement} Part */

/** @param {Part} root @param {Record<string, string>} words */
export function paintWords(root, words) {
  for (const place in words) {
    each(root, `[data-${place}]`, (node) => {
      node.textContent = words[place];
      show(node, words[place] !== "");
    });
  }
}

/** From minutes to units of a drawing, null for one without a scale. @param {Part} ruler */
export function scaleOf(ruler) {
  const [from, to, width] = [ruler.dataset.from, ruler.dataset.to, ruler.dataset.width].map(Number);
  if (!(from < to && width > 0)) return null;
  return (/** @type {number} */ at) => Math.min(Math.max((at - from) / (to - from), 0), 1) * width;
}

export const isNeedleShown = (/** @type {string} */ state) => isAnswering(state) || state === "lunch";

/** @param {Part} root @param {string} selector @param {(node: Part, at: number) => void} act */
export function each(root, selector, act) {
  /** @type {NodeListOf<Part>} */ (root.querySelectorAll(selector)).forEach(act);
}

/** SVG knows no hidden. @param {Part} node @param {boolean} isShown */
export function show(node, isShown) {
  node.toggleAttribute("hidden", !isShown);
  if (node instanceof SVGElement) node.setAttribute("display", isShown ? "inline" : "none");
}
