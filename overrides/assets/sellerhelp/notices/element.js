// @ts-check
/**
 * <sh-notice>: shows a notice in its time only, and not again to a reader who has closed it.
 * data-start and data-end are epoch seconds, the end is not part of it: the reader's zone never matters.
 * What shows at first a script in the head decides by the same rule before the first paint, so that nothing moves
 * (overrides/partials/sellerhelp/notices_first.html), and marks with data-shut what was closed before this came.
 */
import { everyMinute, now } from "../clock.js";
import { close, isClosed } from "./closed.js";

const WORDS = { before: "예정", during: "알리는 중", after: "끝났어요" };

class Notice extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    this.addEventListener("click", this);
    this.#stop = everyMinute(() => this.#paint());
    if ("shut" in this.dataset) this.#close();
    else this.#paint();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    this.#stop();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (/** @type {Element} */ (event.target).closest("[data-close]")) this.#close();
  }

  #paint() {
    const phase = phaseOf(Number(this.dataset.start), Number(this.dataset.end), now() / 1000);
    const state = this.querySelector("[data-state]");
    if (state) state.textContent = WORDS[phase];
    else this.hidden = phase !== "during" || isClosed(this.dataset.id ?? "");
  }

  /** The focus goes where reading goes on: to the next notice, else to the page's title. */
  #close() {
    close(this.dataset.id ?? "");
    this.#paint();
    const next = document.querySelector("sh-notice:not([hidden]) [data-close]");
    const title = /** @type {HTMLElement | null} */ (document.querySelector("h1"));
    title?.setAttribute("tabindex", "-1");
    /** @type {HTMLElement | null} */ (next ?? title)?.focus();
  }
}

/** @param {number} start @param {number} end @param {number} seconds @returns {keyof WORDS} */
function phaseOf(start, end, seconds) {
  if (seconds < start) return "before";
  return seconds < end ? "during" : "after";
}

customElements.define("sh-notice", Notice);
