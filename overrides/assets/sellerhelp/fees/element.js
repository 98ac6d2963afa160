// @ts-check
/** <sh-fees>: the estimator of fees and of what is settled. */
import { today } from "../clock.js";
import { make } from "../make.js";
import { Tool } from "../tool.js";
import { estimate } from "./estimate.js";
import { NAMES, formula, won } from "./words.js";

/** @typedef {import("./estimate.js").Sale} Sale */
/** @typedef {import("./estimate.js").Estimate} Estimate */

const NUMBERS = ["price", "quantity", "discount", "delivery", "coupon"];
const CHOICES = ["store", "inflow", "grade", "coupon_base", "delivery_base"];

class Fees extends Tool {
  answer() {
    const numbers = Object.fromEntries(NUMBERS.map((name) => [name, this.#number(name)]));
    const choices = Object.fromEntries(CHOICES.map((name) => [name, this.value(name)]));
    const sale = /** @type {Sale} */ (/** @type {unknown} */ ({ ...numbers, ...choices }));
    const isSound = NUMBERS.every((name) => !Number.isNaN(numbers[name]));
    const found = isSound ? estimate(sale, this.data, today()) : null;
    this.showParts("when", (name) => (name === "grade" ? sale.grade === "unknown" : numbers[name] > 0));
    if (found?.wrong === "") this.say("예상 정산액 ", make("b", won(found.settled), "sh-calc__value"));
    else this.sayStop(found?.wrong ?? "number");
    this.#sums(sale, found);
  }

  /** Won as people write them: 12,000 or 12000원; empty is 0. @param {string} name */
  #number(name) {
    const field = this.field(name);
    const text = field.value.replace(/[\s,원]/g, "");
    const number = /^\d{0,12}$/.test(text) ? Number(text) : NaN;
    if (Number.isNaN(number)) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    return number;
  }

  /** The formula, line by line. @param {Sale} sale @param {Estimate | null} found */
  #sums(sale, found) {
    const rows = found && !found.wrong ? this.#rows(sale, found) : [];
    const list = /** @type {HTMLElement} */ (this.querySelector("[data-sums]"));
    list.replaceChildren(...rows.map(([name, how, amount]) => {
      const row = make("div", "");
      const term = make("dt", name);
      if (how) term.append(make("small", how));
      row.append(term, make("dd", amount));
      return row;
    }));
  }

  /** @param {Sale} sale @param {Estimate} found */
  #rows(sale, { paid, lines, settled }) {
    const plain = (/** @type {number} */ number) => won({ least: number, most: number });
    const each = sale.discount ? `(${plain(sale.price)} − ${plain(sale.discount)}) × ${sale.quantity}` : `${plain(sale.price)} × ${sale.quantity}`;
    return [
      ["상품 결제금액", each, plain(paid)],
      ...(sale.coupon ? [["판매자 쿠폰", "", `− ${plain(sale.coupon)}`]] : []),
      ...(sale.delivery ? [["받은 배송비", "", `+ ${plain(sale.delivery)}`]] : []),
      ...lines.map((line) => [NAMES[line.what], formula(line), `− ${won(line.fee)}`]),
      ["예상 정산액", "", won(settled)],
    ];
  }
}

if (!customElements.get("sh-fees")) customElements.define("sh-fees", Fees);
