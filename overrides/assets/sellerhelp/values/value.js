// @ts-check
/** <sh-value>: opens what a value rests on, and changes the value when its day comes. */
import { everyMinute, today } from "../clock.js";
import { inForce } from "./force.js";
import { Note } from "../note.js";

/** @typedef {{from: string, text: string, span: string, note: string}} Later */

class Value extends Note {
  #stop = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.word?.setAttribute("role", "button");
    this.word?.setAttribute("aria-expanded", "false");
    this.#correct();
    if (this.dataset.later) this.#stop = everyMinute(() => this.#correct());
  }

  disconnectedCallback() {
    this.#stop();
  }

  #correct() {
    const later = laterOf(this.dataset.later);
    const next = later[inForce(later, today())];
    const { word, note } = this;
    if (!next || !word || !note || word.textContent === next.text) return;
    word.textContent = next.text;
    note.textContent = `${next.span}. ${next.note ? `${next.note}. ` : ""}${note.getAttribute("data-basis")}`;
  }
}

/** @param {string} [text] @returns {Later[]} */
function laterOf(text) {
  try {
    const later = JSON.parse(text || "[]");
    return Array.isArray(later) ? later : [];
  } catch {
    return [];
  }
}

if (!customElements.get("sh-value")) customElements.define("sh-value", Value);
