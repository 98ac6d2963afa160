// @ts-check
/** What stands below the search field: the start, the results that the theme draws, or what helps when there are none. */
import { cut, paintAsks, paintRecent } from "./asks.js";
import { dressRows } from "./hits.js";
import { forget, remember } from "./memory.js";
import { fillNone } from "./none.js";
import { isHeard, onAnswer, warm } from "./overhear.js";

/** @typedef {import("./overhear.js").Answer} Answer */

const PAUSE = 400; // ms without a new answer before "nothing found" may take the place of old results
const BREATH = 700; // ms of rest before the number of results is spoken
const PATIENCE = 10_000; // ms without any answer before the search counts as broken
const MOST_PAGES = 10; // that an answer holds; there may be more
const SUGGESTED = 4;
const SHOWN = 60; // letters of a query that are repeated in a sentence

export class Panels {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #breath;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;
  /** @type {Node[]} the rows before the answer that the theme has drawn last */ #rows = [];
  /** @type {HTMLAnchorElement | null} */ #pressed = null;
  #dialog;
  #parts;
  #last;

  /** @param {HTMLElement} dialog */
  constructor(dialog) {
    const at = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector));
    const result = at("[data-md-component=search-result]");
    this.#dialog = dialog;
    this.field = /** @type {HTMLInputElement} */ (at("[data-md-component=search-query]"));
    this.scroll = at(".md-search__scrollwrap");
    this.#parts = {
      result,
      list: /** @type {HTMLElement} */ (result.lastElementChild),
      held: at("[data-sh-held]"),
      start: at("[data-sh-panel=start]"),
      none: at("[data-sh-panel=none]"),
      recent: at("[data-sh-recent]"),
      bar: at("[data-sh-bar]"),
      suggest: at("[data-sh-suggest]"),
      count: at("[data-sh-count]"),
      said: at("[data-sh-say]"),
    };
    this.#last = this.field.value;
    this.#listen();
  }

  /** The dialog is open: shows what is new since it was last open, and lets the search get ready. */
  refresh() {
    if (!this.#parts.start.hidden) paintRecent(this.#parts.recent);
    const isEarly = this.#query() !== "" && !this.#parts.start.hidden; // typed or in the address before we listened
    if (isEarly) this.#wait();
    if (isEarly || !isHeard()) this.#nudge();
    warm();
  }

  hush() {
    this.#say("");
  }

  #listen() {
    onAnswer((answer) => this.#heedAnswer(answer));
    this.field.addEventListener("input", () => this.#heedInput());
    // The event comes before the field is empty.
    this.field.form?.addEventListener("reset", () => setTimeout(() => this.#heedInput()));
    this.field.form?.addEventListener("submit", (event) => event.preventDefault());
    this.#dialog.addEventListener("pointerdown", ({ target }) => (this.#pressed = rowOf(/** @type {Element} */ (target))));
    this.#dialog.addEventListener("pointerup", (event) => this.#release(event));
    this.#dialog.addEventListener("click", (event) => this.#heedClick(/** @type {Element} */ (event.target)));
  }

  /** If the theme has drawn the pressed row again meanwhile, the browser follows neither. @param {PointerEvent} event */
  #release(event) {
    const pressed = this.#pressed;
    this.#pressed = null;
    if (!pressed || pressed.isConnected || event.button !== 0 || event.pointerType === "touch") return; // a finger's click comes after its release
    const row = rowOf(document.elementFromPoint(event.clientX, event.clientY));
    if (row?.pathname !== pressed.pathname || row.hash !== pressed.hash) return;
    row.dispatchEvent(new MouseEvent("click", event)); // with its Ctrl or Shift
  }

  #query() {
    return this.field.value.trim();
  }

  /** Makes the theme ask again: it keeps its worker to itself, and its answer may have come before we listened. */
  #nudge() {
    const { value } = this.field;
    this.field.value = `${value} `; // it does not ask what has not changed
    this.#press();
    this.field.value = value;
  }

  /** The theme listens to keys only; pasted, dictated and suggested text comes without one. */
  #press() {
    this.field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  }

  #heedInput() {
    this.#press();
    if (this.field.value === this.#last) return;
    this.#last = this.field.value;
    if (this.#query()) this.#wait();
    else this.#showStart();
  }

  #wait() {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#showNone({ items: [], failed: true }), PATIENCE);
  }

  #heedAnswer(/** @type {Answer} */ answer) {
    clearTimeout(this.#patience);
    const isLost = document.activeElement === document.body; // the focus stood on a row that the theme has taken away
    const old = this.#rows;
    this.#rows = [...this.#parts.list.children];
    if (!this.#query()) this.#showStart();
    else if (answer.items.length) this.#showResult(answer);
    else if (!this.#parts.none.hidden) this.#showNone(answer);
    else this.#hold(old, answer);
    if (isLost) (this.#parts.list.querySelector("a") ?? this.field).focus();
  }

  #showResult(/** @type {Answer} */ answer) {
    dressRows(this.#parts.list, answer.items);
    this.#show("result", countWords(answer), answer.suggest);
  }

  /** No results for the letters so far: the old ones stay until typing pauses. @param {Node[]} old @param {Answer} answer */
  #hold(old, answer) {
    const { result, held } = this.#parts;
    if (!result.hidden && old.length) {
      held.firstElementChild?.replaceChildren(...old);
      held.hidden = false;
    }
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#showNone(answer), PAUSE);
  }

  #showStart() {
    clearTimeout(this.#patience);
    paintRecent(this.#parts.recent);
    this.#show("start");
  }

  #showNone(/** @type {Answer} */ answer) {
    const query = this.#query();
    fillNone(this.#parts.none, cut(query, SHOWN), query, answer);
    this.#show("none", answer.failed ? "검색을 불러오지 못했어요" : "맞는 안내를 찾지 못했어요", answer.suggest);
  }

  /** @param {"start" | "result" | "none"} name @param {string} [words] @param {string[]} [suggest] */
  #show(name, words = "", suggest = []) {
    clearTimeout(this.#pause);
    for (const panel of /** @type {const} */ (["start", "result", "none"])) this.#parts[panel].hidden = panel !== name;
    this.#parts.held.hidden = true;
    this.#parts.bar.hidden = !words;
    this.#parts.count.textContent = words;
    paintAsks(this.#parts.suggest, this.#new(suggest).slice(0, SUGGESTED));
    this.scroll.scrollTop = 0;
    this.#say(words);
  }

  /** What stands neither in the field nor below it. @param {string[]} texts */
  #new(texts) {
    const titles = [...this.#parts.list.querySelectorAll("h1, h2")].map((title) => title.textContent);
    return texts.filter((text) => text !== this.#query() && !titles.includes(text));
  }

  /** Speaks when typing has paused: each letter would interrupt the one before. */
  #say(/** @type {string} */ words) {
    clearTimeout(this.#breath);
    const spoken = words && `‘${cut(this.#query(), SHOWN)}’ ${words}`;
    this.#breath = setTimeout(() => (this.#parts.said.textContent = spoken), words ? BREATH : 0);
  }

  #heedClick(/** @type {Element} */ target) {
    const asking = target.closest("[data-sh-ask]");
    if (asking) this.#ask(asking.getAttribute("data-sh-ask") ?? "");
    const gone = target.closest("[data-sh-forget]");
    if (gone) this.#forget(gone.getAttribute("data-sh-forget") ?? "");
    if (target.closest("[data-sh-again]")) location.search = `?q=${encodeURIComponent(this.#query())}`;
    if (rowOf(target)) remember(this.#query());
  }

  /** Searches for a text as if the reader had typed it. */
  #ask(/** @type {string} */ text) {
    this.field.value = text;
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.field.focus();
  }

  #forget(/** @type {string} */ query) {
    forget(query);
    paintRecent(this.#parts.recent);
    /** @type {HTMLElement} */ (this.#parts.recent.querySelector("li [data-sh-forget]") ?? this.field).focus();
  }
}

/** @param {Element | null} node @returns {HTMLAnchorElement | null} */
const rowOf = (node) => node?.closest(".md-search-result a") ?? null;

/** How many pages, what was looked for if it was not what stands in the field, and whether some may be missing. @param {Answer} answer */
function countWords({ items, meant, suggest = [], failed }) {
  const count = items.length < MOST_PAGES ? `${items.length}쪽에서 찾았어요` : `가장 가까운 ${MOST_PAGES}쪽이에요`;
  // A word that is still being typed is not said to be mended.
  const read = meant && !suggest.includes(meant) ? `찾은 말: ${cut(meant, SHOWN)} · ` : "";
  return `${read}${count}${failed ? " · 다 불러오지 못해 빠진 쪽이 있을 수 있어요" : ""}`;
}
