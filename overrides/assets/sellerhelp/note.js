// @ts-check
/** What values and words of the trade share: a word to press, a note beside it that opens, shuts and keeps within the window. */

export class Note extends HTMLElement {
  /** The element's first child is the word, the last its note. */
  get word() {
    return this.firstElementChild;
  }

  get note() {
    return this.lastElementChild;
  }

  connectedCallback() {
    this.addEventListener("click", this.#pressed);
    this.addEventListener("keydown", this.#key);
    this.addEventListener("focusout", this.#left);
    this.addEventListener("pointerleave", this.#left);
    for (const name of ["pointerenter", "focusin"]) this.addEventListener(name, this.#place);
  }

  /** Says whether a press opens the note: always, unless the word leads somewhere else. @returns {boolean} */
  opensOnPress() {
    return true;
  }

  #pressed = (/** @type {Event} */ event) => {
    if (!this.word?.contains(/** @type {Node} */ (event.target)) || !this.opensOnPress()) return;
    event.preventDefault();
    event.stopPropagation(); // the theme follows every press on a link, prevented or not
    this.show(!this.classList.contains("is-open"));
  };

  #key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") this.show(false, true);
    if ((event.key === "Enter" || event.key === " ") && this.word?.getAttribute("role") === "button" && this.word.contains(/** @type {Node} */ (event.target))) {
      event.preventDefault();
      this.show(!this.classList.contains("is-open"));
    }
  };

  /** The next visit shows it again. */
  #left = (/** @type {Event} */ event) => {
    this.classList.remove("is-shut");
    if (event.type === "focusout") this.show(false);
  };

  /** @param {boolean} isOpen @param {boolean} [isShut] also against pointer and focus, which open it in the style sheet */
  show(isOpen, isShut = false) {
    this.classList.toggle("is-open", isOpen);
    this.classList.toggle("is-shut", isShut);
    if (this.word?.hasAttribute("aria-expanded")) this.word.setAttribute("aria-expanded", String(isOpen));
    this.#place();
  }

  /** Turns a note that would leave the window at its right. */
  #place = () => {
    this.note?.classList.remove("is-end");
    this.note?.classList.toggle("is-end", this.note.getBoundingClientRect().right > document.documentElement.clientWidth);
  };
}
