// @ts-check
/** The rule of estimate.py, which explains it. */

/** @typedef {{least: number, most: number}} Span */
/** @typedef {{what: string, base: Span, rate: Span, fee: Span}} Line */
/** @typedef {{paid: number, lines: Line[], settled: Span, wrong: string}} Estimate */
/** @typedef {{price: number, quantity: number, discount: number, coupon: number, delivery: number, store: string,
 *   inflow: string, grade: string, coupon_base: string, delivery_base: string}} Sale */
/** @typedef {Record<string, [string, number][]>} Rates first day of a version, thousandths of a per cent */

export const GRADES = ["영세", "중소1", "중소2", "중소3", "일반"];
const MOST = 5_000_000_000;
const WHOLE = 100_000;

/** @param {Sale} sale @param {Rates} rates @param {string} day @returns {Estimate} */
export function estimate(sale, rates, day) {
  const paid = (sale.price - sale.discount) * sale.quantity;
  const wrong = wrongWith(sale, paid);
  if (wrong) return { paid: 0, lines: [], settled: { least: 0, most: 0 }, wrong };
  const lines = linesOf(sale, paid, rates, day);
  const gross = paid - sale.coupon + sale.delivery;
  const left = (/** @type {"least" | "most"} */ end) => lines.reduce((sum, line) => sum - line.fee[end], gross);
  return { paid, lines, settled: { least: left("most"), most: left("least") }, wrong };
}

/** @param {Sale} sale @param {number} paid */
function wrongWith({ price, quantity, discount, coupon, delivery }, paid) {
  if (!(price >= 1 && quantity >= 1)) return "empty";
  if (discount >= price) return "discount";
  if (coupon > paid) return "coupon";
  return price * quantity + delivery > MOST ? "much" : "";
}

/** @param {Sale} sale @param {number} paid @param {Rates} rates @param {string} day */
function linesOf(sale, paid, rates, day) {
  const at = (/** @type {string} */ name) => rateAt(rates[name], day);
  const order = span((sale.grade === "unknown" ? GRADES : [sale.grade]).map(at));
  const net = paid - sale.coupon;
  const lines = [line("order", { least: net, most: net }, order)];
  if (sale.delivery) lines.push(line("delivery", { least: sale.delivery, most: sale.delivery }, order));
  return [...lines, line("sales", salesBase(sale, paid), span([at(`${sale.store}-${sale.inflow}`)]), 11, 10)];
}

/** @param {[string, number][]} versions @param {string} day */
function rateAt(versions, day) {
  const begun = versions.filter(([start]) => start <= day);
  return (begun.pop() ?? versions[0])[1];
}

/** @param {Sale} sale @param {number} paid @returns {Span} */
function salesBase({ coupon, coupon_base, delivery, delivery_base }, paid) {
  const least = paid - (coupon_base === "before" ? 0 : coupon);
  const most = paid - (coupon_base === "after" ? coupon : 0);
  return { least: least + (delivery_base === "yes" ? delivery : 0), most: most + (delivery_base === "no" ? 0 : delivery) };
}

/** @param {number[]} numbers @returns {Span} */
const span = (numbers) => ({ least: Math.min(...numbers), most: Math.max(...numbers) });

/** @param {string} what @param {Span} base @param {Span} rate @returns {Line} */
function line(what, base, rate, times = 1, over = 1) {
  // Whole numbers below 2^53: the division is the only rounding, and it goes down.
  const fee = (/** @type {"least" | "most"} */ end) => whole(base[end] * rate[end] * times, WHOLE * over);
  return { what, base, rate, fee: { least: fee("least"), most: fee("most") } };
}

/** @param {number} number @param {number} by */
const whole = (number, by) => (number - (number % by)) / by;
