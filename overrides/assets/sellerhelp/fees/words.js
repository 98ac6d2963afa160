// @ts-check
/** The words of words.py. */

/** @typedef {import("./estimate.js").Span} Span */
/** @typedef {import("./estimate.js").Line} Line */

/** @type {Record<string, string>} */
export const NAMES = { order: "주문관리 수수료", delivery: "배송비의 주문관리 수수료", sales: "판매수수료" };

/** @param {Span} span */
export const won = (span) => `${range(span, (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ","))}원`;

/** @param {Span} span thousandths of a per cent */
export const perCent = (span) => `${range(span, (number) => String(number / 1000))}%`;

/** @param {Line} line */
export const formula = ({ what, base, rate }) => `${won(base)} × ${perCent(rate)}${what === "sales" ? " × 1.1 (부가세)" : ""}`;

/** @param {Span} span @param {(number: number) => string} write */
const range = ({ least, most }, write) => (least === most ? write(least) : `${write(least)}–${write(most)}`);
