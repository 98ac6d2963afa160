// @ts-check
/** <sh-today>: the three answers for today. */
import { everyMinute, today } from "../clock.js";
import { ruleOf } from "../tool.js";
import { count, plus } from "./calendar.js";
import { ruler } from "./ruler.js";
import { dateWords } from "./words.js";

/** @typedef {import("./calendar.js").Counted} Counted */

class Today extends HTMLElement {
  #stop = () => {};
  #shown = "";

  connectedCallback() {
    this.#stop = everyMinute(() => this.#paint());
    this.#paint();
  }

  disconnectedCallback() {
    this.#stop();
    this.#shown = "";
  }

  #paint() {
    const date = today();
    const data = ruleOf(this);
    if (!data || this.#shown === date) return;
    this.#shown = date;
    const head = this.querySelector("[data-date]");
    if (head) head.textContent = dateWords(date);
    head?.removeAttribute("hidden");
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-count]"))) {
      const name = item.dataset.count ?? "";
      const number = data.terms[name];
      const isKnown = data.days.from <= date && date <= data.days.until;
      this.#answer(item, date, name === "returns" ? calendarDays(date, number) : isKnown ? count(data.days, date, number) : null);
    }
  }

  /** @param {HTMLElement} item @param {string} date @param {Counted[] | null} way */
  #answer(item, date, way) {
    const [result, place] = [item.querySelector(".sh-todays__result"), /** @type {HTMLElement} */ (item.querySelector("[data-ruler]"))];
    const bold = result?.querySelector("b");
    if (way && bold) bold.textContent = dateWords(way[way.length - 1].day, date.slice(0, 4));
    else result?.replaceChildren(/** @type {HTMLTemplateElement} */ (this.querySelector("[data-unknown]")).content.cloneNode(true));
    result?.removeAttribute("hidden");
    const { first = "", unit = "", last = "" } = place.dataset;
    place.replaceChildren(...(way ? [ruler(date, way, { first, unit, last })] : []));
  }
}

/** @param {string} date @param {number} number @returns {Counted[]} */
const calendarDays = (date, number) => Array.from({ length: number }, (_, at) => ({ day: plus(date, at + 1), number: at + 1, name: "" }));

if (!customElements.get("sh-today")) customElements.define("sh-today", Today);
