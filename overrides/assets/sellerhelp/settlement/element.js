// @ts-check
/** <sh-settlement>: the calculator of the expected settlement day. */
import { today } from "../clock.js";
import { make } from "../make.js";
import { Tool } from "../tool.js";
import { plan } from "./rule.js";
import { ruler } from "./ruler.js";
import { countWords, dateWords, skipWords, stepWords } from "./words.js";

/** @typedef {import("./rule.js").Plan} Plan */
/** @typedef {import("./rule.js").Question} Question */

class Settlement extends Tool {
  begin() {
    this.field("day").value = today();
  }

  answer() {
    this.#fit();
    const asked = this.#asked();
    const made = asked.day ? plan(asked, this.data.days, this.data.terms) : { steps: [], notes: [], stop: "day" };
    this.#result(asked, made);
    this.#steps(asked, made);
    this.showParts("note", (name) => made.notes.includes(name));
  }

  /** Only what can be known in the chosen way may be chosen. */
  #fit() {
    const isTracked = this.value("method") === "tracked";
    const isQuick = this.value("kind") === "quick" && isTracked;
    const events = /** @type {HTMLSelectElement} */ (this.field("event"));
    for (const option of events.options) {
      const isKnown = isQuick ? ["paid", "sent", "picked"].includes(option.value) : option.value !== "picked";
      option.hidden = option.disabled = !isKnown || (option.value === "arrived" && !isTracked);
    }
    if (events.selectedOptions[0].disabled) events.value = isQuick ? "picked" : "sent";
    const event = events.value;
    const isOpen = event === "paid" || event === "sent";
    this.showParts("when", (name) => {
      if (name === "method") return this.value("kind") === "quick" || (event !== "confirmed" && event !== "requested");
      if (name === "lag") return isOpen && isTracked;
      if (name === "wish") return isOpen && this.value("method") === "wish";
      return !isQuick && (isOpen || event === "arrived");
    });
    this.#name("[data-event-name]", events.selectedOptions[0].text);
    this.#name("[data-lag-end]", isQuick ? "집화처리" : "배송완료");
  }

  /** @returns {Question} */
  #asked() {
    const lag = Number(this.value("lag"));
    const isLag = this.value("lag") !== "" && Number.isInteger(lag) && lag >= 0 && lag <= 60;
    return {
      kind: this.value("kind"),
      method: this.value("method"),
      event: this.value("event"),
      day: this.value("day"),
      lag: isLag ? lag : null,
      extensions: Number(this.value("extensions")),
      wish: this.value("wish") || null,
    };
  }

  /** @param {Question} asked @param {Plan} made */
  #result(asked, { steps, stop }) {
    const last = steps[steps.length - 1];
    if (stop) this.sayStop(stop);
    else this.say("예상 정산일 ", make("b", dateWords(last.end, today().slice(0, 4)), "sh-calc__value"));
    const place = /** @type {HTMLElement} */ (this.querySelector("[data-ruler]"));
    const first = steps.length > 1 ? stepWords(steps[steps.length - 2])[0] : this.#eventName();
    place.replaceChildren(...(stop ? [] : [ruler(last.start, last.way, { first, unit: "영업일째", last: "예상 정산일" })]));
  }

  /** @param {Question} asked @param {Plan} made */
  #steps({ extensions = 0 }, { steps, stop }) {
    const way = steps.flatMap((step) => step.way);
    const said = [way.length ? `센 날: ${countWords(way)}.` : "", skipWords(way) ? `건너뛴 날: ${skipWords(way)}.` : ""];
    if (!stop && !skipWords(way)) said.push("건너뛴 날은 없어요.");
    this.#name("[data-how]", said.filter(Boolean).join(" "));
    const list = /** @type {HTMLElement} */ (this.querySelector("[data-steps]"));
    list.replaceChildren(...steps.map((step) => {
      const [name, how] = stepWords(step, extensions * this.data.terms.extension);
      const item = make("li", "");
      item.append(make("b", `${dateWords(step.end, today().slice(0, 4))} ${name}`), make("span", how));
      if (step.what === "sent") item.append(ruler(step.start, step.way, { first: "결제일", unit: "영업일째", last: name }));
      return item;
    }));
  }

  #eventName() {
    return /** @type {HTMLSelectElement} */ (this.field("event")).selectedOptions[0].text;
  }

  /** @param {string} selector @param {string} text */
  #name(selector, text) {
    const node = this.querySelector(selector);
    if (node) node.textContent = text;
  }
}

if (!customElements.get("sh-settlement")) customElements.define("sh-settlement", Settlement);
