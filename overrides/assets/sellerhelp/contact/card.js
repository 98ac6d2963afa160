// @ts-check
/** What a contact card shows and the strip does not: sentences, the date, the time on the ruler, the rows of tables. */
import { numberOf, weekdayOf } from "./hours.js";
import { each, isNeedleShown, paintWords, scaleOf, show } from "./paint.js";
import { dayWords, wordsFor } from "./words.js";

/** @typedef {import("./hours.js").State} State */
/** @typedef {import("./paint.js").Part} Part */

const LABEL_INSET = 32; // half of "지금 10:40" at 13 px: the label stays on the ruler

/** @param {Part} root @param {State} state */
export function paintCard(root, state) {
  paintWords(root, { ...wordsFor(state), 'date=""': dayWords(state.date) });
  paintRows(root, state.date);
  each(root, "[data-ruler]", (ruler) => paintNow(ruler, state));
}

/** @param {Part} root @param {string} date */
function paintRows(root, date) {
  const weekday = String(weekdayOf(numberOf(date)) + 1);
  each(root, "tr[data-date]", (row) => show(row, String(row.dataset.date) >= date));
  each(root, "tr[data-weekday]", (row) => {
    if (row.dataset.weekday === weekday) row.setAttribute("aria-current", "date");
    else row.removeAttribute("aria-current");
  });
}

/** @param {Part} ruler @param {State} state */
function paintNow(ruler, { state, minute }) {
  const x = scaleOf(ruler);
  if (!x) return;
  const most = Number(ruler.dataset.width) - LABEL_INSET;
  each(ruler, '[data-part="now"]', (label) => {
    show(label, isNeedleShown(state));
    label.setAttribute("x", Math.min(Math.max(x(minute), LABEL_INSET), most).toFixed(1));
    label.textContent = `지금 ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;
  });
}
