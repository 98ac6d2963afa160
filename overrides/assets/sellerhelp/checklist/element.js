// @ts-check
/** <sh-checklist>: boxes that a reader ticks off; kept in this browser for the page and the list, told to nobody. */

const MOST = 200; // items of one list

class Checklist extends HTMLElement {
  #key = "";
  /** @type {Set<string>} */ #ticked = new Set();
  /** What "clear" took away, until something else is ticked. @type {Set<string> | null} */ #cleared = null;

  connectedCallback() {
    this.#key = `sh-check:${location.pathname.replace(/index\.html$/, "")}#${this.dataset.list}`;
    this.#ticked = read(this.#key);
    this.addEventListener("change", this);
    this.addEventListener("click", this);
    addEventListener("storage", this);
    for (const box of this.#boxes()) {
      box.hidden = false;
      box.disabled = false;
    }
    this.classList.add("is-live");
    this.#paint();
  }

  disconnectedCallback() {
    removeEventListener("storage", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element | null} */ (event.target instanceof Element ? event.target : null);
    if (event.type === "change") this.#tick(/** @type {HTMLInputElement} */ (target));
    else if (event.type === "click" && target?.closest("[data-clear]")) this.#clear();
    else if (event.type === "storage" && /** @type {StorageEvent} */ (event).key === this.#key) this.#reread();
  }

  #tick(/** @type {HTMLInputElement} */ box) {
    if (box.checked) this.#ticked.add(nameOf(box));
    else this.#ticked.delete(nameOf(box));
    this.#cleared = null;
    this.#keep();
  }

  /** Clears, and pressed once more brings back what it has cleared. */
  #clear() {
    const before = this.#ticked;
    this.#ticked = this.#cleared ?? new Set();
    this.#cleared = this.#cleared ? null : before;
    this.#keep();
  }

  /** Another window has ticked. */
  #reread() {
    this.#ticked = read(this.#key);
    this.#paint();
  }

  #keep() {
    write(this.#key, this.#ticked);
    this.#paint();
  }

  #paint() {
    const boxes = this.#boxes();
    for (const box of boxes) box.checked = this.#ticked.has(nameOf(box));
    const done = boxes.filter((box) => box.checked).length;
    const words = done === boxes.length ? `${done}개를 모두 마쳤어요` : `${boxes.length}개 중 ${done}개`;
    const [foot, progress, button] = [".sh-checklist__foot", "[data-progress]", "[data-clear]"].map((name) => this.querySelector(name));
    foot?.removeAttribute("hidden");
    if (progress) progress.textContent = words;
    if (!button) return;
    button.textContent = this.#cleared?.size ? "되돌리기" : "모두 지우기";
    button.toggleAttribute("hidden", !done && !this.#cleared?.size);
  }

  #boxes() {
    return /** @type {HTMLInputElement[]} */ ([...this.querySelectorAll("[data-item] > label > input, [data-item] > p > label > input")]);
  }
}

/** @param {Element} box */
const nameOf = (box) => box.closest("[data-item]")?.getAttribute("data-item") ?? "";

/** @param {string} key @returns {Set<string>} */
function read(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((name) => typeof name === "string").slice(0, MOST) : []);
  } catch {
    return new Set();
  }
}

/** @param {string} key @param {Set<string>} ticked */
function write(key, ticked) {
  try {
    if (ticked.size) localStorage.setItem(key, JSON.stringify([...ticked].slice(0, MOST)));
    else localStorage.removeItem(key);
  } catch {
    // denied or full: the ticks last as long as the page
  }
}

// the module may be loaded under two addresses
if (!customElements.get("sh-checklist")) customElements.define("sh-checklist", Checklist);
