// @ts-check
/** <sh-feedback>: three answers; one that is not a plain yes asks why, then shows whom to ask. */
import { flush, say } from "./queue.js";

class Feedback extends HTMLElement {
  #answer = "";

  connectedCallback() {
    this.hidden = false;
    this.addEventListener("click", this);
    this.addEventListener("submit", this);
    void flush();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.#send(/** @type {HTMLFormElement} */ (event.target));
    } else {
      const button = /** @type {Element} */ (event.target).closest("[data-answer]");
      if (button) this.#take(button.getAttribute("data-answer") ?? "");
    }
  }

  /** @param {string} answer */
  #take(answer) {
    this.#answer = answer;
    say("helpful", this.#page, { answer });
    this.#show("[data-ask]", false);
    if (answer === "yes") return this.#thank("다행이에요. 알려 주셔서 고마워요.");
    this.#show("[data-why]", true);
    this.#offerHelp();
    this.#focus("[data-why] legend");
  }

  /** @param {HTMLFormElement} form */
  #send(form) {
    const given = new FormData(form);
    say("why", this.#page, { answer: this.#answer, reason: String(given.get("reason")), text: String(given.get("text")) });
    form.reset();
    this.#show("[data-why]", false);
    this.#thank("알려 주셔서 고마워요. 글을 고칠 때 볼게요.");
  }

  /** @param {string} words */
  #thank(words) {
    const said = this.querySelector("[data-said]");
    if (said) said.textContent = words;
    this.#focus("[data-said]");
  }

  #offerHelp() {
    const template = this.querySelector("template");
    template?.replaceWith(document.importNode(template.content, true));
    this.#show("[data-help]", true);
  }

  /** @param {string} selector @param {boolean} isShown */
  #show(selector, isShown) {
    this.querySelector(selector)?.toggleAttribute("hidden", !isShown);
  }

  /** What was pressed is gone: the focus goes on with what took its place. @param {string} selector */
  #focus(selector) {
    /** @type {HTMLElement | null} */ (this.querySelector(selector))?.focus();
  }

  get #page() {
    return this.dataset.page ?? "";
  }
}

// the module may be loaded under two addresses
if (!customElements.get("sh-feedback")) customElements.define("sh-feedback", Feedback);
