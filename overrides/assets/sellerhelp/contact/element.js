// @ts-check
/** <sh-contact>: adds what depends on the clock to the hours that the build wrote. */
import { everyMinute, now } from "../clock.js";
import { isAnswering, numberOf, stateAt, weekdayOf } from "./hours.js";
import { dayWords, wordsFor } from "./words.js";

/** @typedef {import("./hours.js").State} State */
/** @typedef {HTMLElement | SVGElement} Part */

const STATES = ["open", "closing", "lunch", "closed", "holiday", "always", "unknown"];
const LABEL_INSET = 32; // half of "지금 10:40" at 13 px: the label stays on the ruler

class Contact extends HTMLElement {
  #stop = () => {};
  #shown = "";

  connectedCallback() {
    this.#stop = everyMinute(() => this.#paint());
    this.#paint();
  }

  disconnectedCallback() {
    this.#stop();
  }

  #paint() {
    const state = stateAt(scheduleOf(this.dataset.channel ?? ""), now() / 1000);
    const words = wordsFor(state);
    STATES.forEach((name) => this.classList.toggle(`is-${name}`, name === state.state));
    paintWords(this, { ...words, 'date=""': dayWords(state.date) });
    paintActions(this, state.state);
    paintRows(this, state.date);
    each(this, "[data-ruler]", (ruler) => paintRuler(ruler, state));
    each(this, "[data-glyph]", (glyph) => show(glyph, glyph.dataset.glyph === state.state));
    each(this, "[data-live]", (live) => show(live, true));
    if (this.#shown && this.#shown !== state.state) {
      each(this, "[data-announce]", (region) => (region.textContent = `${words.word}, ${words.strip}`));
    }
    this.#shown = state.state;
  }
}

/** Broken data is null, which stateAt calls unknown. @param {string} channel */
function scheduleOf(channel) {
  try {
    return JSON.parse(document.getElementById("sh-contact-data")?.textContent ?? "").channels[channel];
  } catch {
    return null;
  }
}

/** @param {Part} root @param {Record<string, string>} words */
function paintWords(root, words) {
  for (const place in words) {
    each(root, `[data-${place}]`, (node) => {
      node.textContent = words[place];
      show(node, words[place] !== "");
    });
  }
}

/** The way that works now stands alone on the strip and is filled on the card. @param {Part} root @param {string} state */
function paintActions(root, state) {
  const isStrip = root.dataset.form === "strip";
  const names = wanted(root.dataset.channel, state, isStrip);
  const first = names.map((name) => root.querySelector(`[data-action="${name}"]`)).find(Boolean);
  if (!first) return;
  each(root, "[data-action]", (action) => {
    if (isStrip) show(action, action === first);
    else action.classList.toggle("fill", action === first);
  });
}

/** @param {string | undefined} channel @param {string} state @param {boolean} isStrip */
function wanted(channel, state, isStrip) {
  if (isAnswering(state)) return [channel, "phone"];
  if (state === "always") return [channel, "inquiry"];
  return [state === "unknown" && isStrip ? "hours" : "inquiry"];
}

/** @param {Part} root @param {string} date */
function paintRows(root, date) {
  const weekday = String(weekdayOf(numberOf(date)) + 1);
  each(root, "tr[data-date]", (row) => show(row, String(row.dataset.date) >= date));
  each(root, "tr[data-weekday]", (row) => {
    if (row.dataset.weekday === weekday) row.setAttribute("aria-current", "date");
    else row.removeAttribute("aria-current");
  });
}

/** @param {Part} ruler @param {State} state */
function paintRuler(ruler, { state, minute, spans }) {
  const [from, to, width] = [ruler.dataset.from, ruler.dataset.to, ruler.dataset.width].map(Number);
  if (!(from < to && width > 0)) return;
  const x = (/** @type {number} */ at) => clamp((at - from) / (to - from), 0, 1) * width;
  const cut = (/** @type {number[]} */ [start, end]) => clamp(minute, start, end);
  paintBars(ruler, "past", spans.map((span) => [x(span[0]), x(cut(span))]));
  paintBars(ruler, "left", spans.map((span) => [x(cut(span)), x(span[1])]));
  const isShown = isAnswering(state) || state === "lunch";
  each(ruler, '[data-part="needle"]', (needle) => {
    show(needle, isShown);
    needle.setAttribute("transform", `translate(${x(minute).toFixed(1)})`);
  });
  each(ruler, '[data-part="now"]', (label) => {
    show(label, isShown);
    label.setAttribute("x", clamp(x(minute), LABEL_INSET, width - LABEL_INSET).toFixed(1));
    label.textContent = `지금 ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  });
}

/** @param {Part} ruler @param {string} part @param {number[][]} bars */
function paintBars(ruler, part, bars) {
  const selector = `rect[data-part="${part}"]`;
  const rect = ruler.querySelector(selector);
  for (let count = ruler.querySelectorAll(selector).length; rect && count < bars.length; count++) rect.after(rect.cloneNode());
  each(ruler, selector, (bar, at) => {
    const [start, end] = bars[at] ?? [0, 0];
    bar.setAttribute("x", start.toFixed(1));
    bar.setAttribute("width", (end - start).toFixed(1));
    show(bar, start < end);
  });
}

/** @param {Part} root @param {string} selector @param {(node: Part, at: number) => void} act */
function each(root, selector, act) {
  /** @type {NodeListOf<Part>} */ (root.querySelectorAll(selector)).forEach(act);
}

/** SVG knows no hidden. @param {Part} node @param {boolean} isShown */
function show(node, isShown) {
  node.toggleAttribute("hidden", !isShown);
  if (node instanceof SVGElement) node.setAttribute("display", isShown ? "inline" : "none");
}

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

// the module may be loaded under two addresses
if (!customElements.get("sh-contact")) customElements.define("sh-contact", Contact);
