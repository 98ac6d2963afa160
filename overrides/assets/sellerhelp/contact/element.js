// @ts-check
/** <sh-contact>: adds what depends on the clock to the hours that the build wrote. Every page has its strip; what only cards show is in card.js. */
import { everyMinute, now } from "../clock.js";
import { briefFor } from "./brief.js";
import { isAnswering, stateAt } from "./hours.js";
import { each, isNeedleShown, paintWords, scaleOf, show } from "./paint.js";

/** @typedef {import("./hours.js").State} State */
/** @typedef {import("./paint.js").Part} Part */

const STATES = ["open", "closing", "lunch", "closed", "holiday", "always", "unknown"];

/** @type {typeof import("./card.js") | undefined} */
let card;

class Contact extends HTMLElement {
  #stop = () => {};
  #shown = "";

  connectedCallback() {
    this.#stop = everyMinute(() => this.#paint());
    this.#paint();
  }

  /** Until it is there, and where it cannot be had, a card says what holds at any time. */
  async #fetchCard() {
    card = await import("./card.js").catch(() => undefined);
    if (card && this.isConnected) this.#paint();
  }

  disconnectedCallback() {
    this.#stop();
  }

  #paint() {
    const isCard = this.dataset.form !== "strip";
    if (isCard && !card) return void this.#fetchCard();
    const state = stateAt(scheduleOf(this.dataset.channel ?? ""), now() / 1000);
    const words = briefFor(state);
    STATES.forEach((name) => this.classList.toggle(`is-${name}`, name === state.state));
    paintWords(this, words);
    paintActions(this, state.state);
    each(this, "[data-ruler]", (ruler) => paintRuler(ruler, state));
    each(this, "[data-glyph]", (glyph) => show(glyph, glyph.dataset.glyph === state.state));
    each(this, "[data-live]", (live) => show(live, true));
    if (isCard) card?.paintCard(this, state);
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

/** @param {Part} ruler @param {State} state */
function paintRuler(ruler, { state, minute, spans }) {
  const x = scaleOf(ruler);
  if (!x) return;
  const cut = (/** @type {number[]} */ [start, end]) => Math.min(Math.max(minute, start), end);
  paintBars(ruler, "past", spans.map((span) => [x(span[0]), x(cut(span))]));
  paintBars(ruler, "left", spans.map((span) => [x(cut(span)), x(span[1])]));
  each(ruler, '[data-part="needle"]', (needle) => {
    show(needle, isNeedleShown(state));
    needle.setAttribute("transform", `translate(${x(minute).toFixed(1)})`);
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

// the module may be loaded under two addresses
if (!customElements.get("sh-contact")) customElements.define("sh-contact", Contact);
