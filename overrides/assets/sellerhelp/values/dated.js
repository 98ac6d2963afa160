// @ts-check
/** <sh-dated>: marks among a value's versions the one that holds today, and counts down to the next. */
import { everyMinute, today } from "../clock.js";
import { inForce } from "./force.js";

const TAGS = { past: "이전", now: "현재", next: "예정" };
const DAY = 24 * 60 * 60 * 1000;

class Dated extends HTMLElement {
  #stop = () => {};

  connectedCallback() {
    this.#stop = everyMinute(() => this.#paint());
    this.#paint();
  }

  disconnectedCallback() {
    this.#stop();
  }

  #paint() {
    const rows = [...this.querySelectorAll("li")];
    const date = today();
    const holds = inForce(rows.map(({ dataset }) => ({ from: dataset.from ?? "", until: dataset.until })), date);
    rows.forEach((row, at) => paint(row, at === holds ? "now" : (row.dataset.from ?? "") > date ? "next" : "past", date));
  }
}

/** @param {HTMLElement} row @param {"past" | "now" | "next"} state @param {string} date */
function paint(row, state, date) {
  for (const name in TAGS) row.classList.toggle(`is-${name}`, name === state);
  const [tag, left] = [row.querySelector(".sh-tag"), row.querySelector("[data-left]")];
  if (tag) tag.textContent = TAGS[state];
  const days = (Date.parse(row.dataset.from ?? "") - Date.parse(date)) / DAY;
  if (left) left.textContent = state === "next" ? `, ${days}일 남음` : "";
}

if (!customElements.get("sh-dated")) customElements.define("sh-dated", Dated);
