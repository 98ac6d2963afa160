// @ts-check
/** <sh-value>: opens what a value rests on, and changes the value when its day comes. */
import { everyMinute, today } from "../clock.js";
import { inForce } from "./force.js";

/** @typedef {{from: string, text: string, span: string, note: string}} Later */

class Value extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    const word = this.querySelector(".sh-value__now");
    word?.setAttribute("role", "button");
    word?.setAttribute("aria-expanded", "false");
    this.addEventListener("click", this.#pressed);
    this.addEventListener("keydown", this.#key);
    this.addEventListener("focusout", this.#left);
    this.addEventListener("pointerleave", this.#left);
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, this.#place);
    this.#correct();
    if (this.dataset.later) this.#stop = everyMinute(() => this.#correct());
  }

  disconnectedCallback() {
    this.#stop();
  }

  #pressed = (/** @type {Event} */ { target }) => {
    if (/** @type {Element} */ (target).closest(".sh-value__now")) this.#show(!this.classList.contains("is-open"));
  };

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") this.#show(false, true);
    if ((event.key === "Enter" || event.key === " ") && /** @type {Element} */ (event.target).closest(".sh-value__now")) {
      event.preventDefault();
      this.#show(!this.classList.contains("is-open"));
    }
  };

  /** The next visit shows it again. */
  #left = (/** @type {Event} */ event) => {
    this.classList.remove("is-shut");
    if (event.type === "focusout") this.#show(false);
  };

  /** @param {boolean} isOpen @param {boolean} [isShut] also against pointer and focus, which open it in the style sheet */
  #show(isOpen, isShut = false) {
    this.classList.toggle("is-open", isOpen);
    this.classList.toggle("is-shut", isShut);
    this.querySelector(".sh-value__now")?.setAttribute("aria-expanded", String(isOpen));
    this.#place();
  }

  /** Turns a note that would leave the window at its right. */
  #place = () => {
    const note = this.querySelector(".sh-value__note");
    note?.classList.remove("is-end");
    note?.classList.toggle("is-end", note.getBoundingClientRect().right > document.documentElement.clientWidth);
  };

  #correct() {
    const later = laterOf(this.dataset.later);
    const next = later[inForce(later, today())];
    const [word, note] = [this.querySelector(".sh-value__now"), this.querySelector(".sh-value__note")];
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
