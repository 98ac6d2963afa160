// @ts-check
/** What stands below the search field: the start, the results that the theme draws, or what helps when there are none. */
import { forget, recent, remember } from "./memory.js";

const PAUSE = 400; // ms without a new answer before "nothing found" may take the place of old results
const BREATH = 700; // ms of rest before the number of results is spoken
const PATIENCE = 10_000; // ms without any answer before the search counts as broken
const MOST_WORDS = 6;
const SHOWN = 60; // letters of a query that are repeated in a sentence
const WORD = 20; // letters of a word on a button

export class Panels {
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #pause;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #breath;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #patience;
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
      meta: /** @type {HTMLElement} */ (result.firstElementChild),
      list: /** @type {HTMLElement} */ (result.lastElementChild),
      held: at("[data-sh-held]"),
      start: at("[data-sh-panel=start]"),
      none: at("[data-sh-panel=none]"),
      recent: at("[data-sh-recent]"),
      bar: at("[data-sh-bar]"),
      count: at("[data-sh-count]"),
      said: at("[data-sh-say]"),
    };
    this.#last = this.field.value;
    this.#listen(result);
    if (this.#query()) this.#heedAddress();
  }

  /** What is new since the dialog was last open. */
  refresh() {
    if (!this.#parts.start.hidden) paintRecent(this.#parts.recent);
  }

  hush() {
    this.#say("");
  }

  #listen(/** @type {HTMLElement} */ result) {
    new MutationObserver((records) => this.#heedAnswer(records)).observe(result, { childList: true, subtree: true });
    this.field.addEventListener("input", () => this.#heedInput());
    // The event comes before the field is empty.
    this.field.form?.addEventListener("reset", () => setTimeout(() => this.#heedInput()));
    this.field.form?.addEventListener("submit", (event) => event.preventDefault());
    this.#dialog.addEventListener("click", (event) => this.#heedClick(/** @type {Element} */ (event.target)));
  }

  #query() {
    return this.field.value.trim();
  }

  /** The address brought a query (?q=); the theme may have answered it already. */
  #heedAddress() {
    if (this.#parts.list.childElementCount) this.#showAnswer([]);
    else this.#wait(PATIENCE);
  }

  #heedInput() {
    // The theme listens to keys only; pasted, dictated and suggested text comes without one.
    this.field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    if (this.field.value === this.#last) return;
    this.#last = this.field.value;
    clearTimeout(this.#patience);
    if (this.#query()) this.#wait(PATIENCE);
    else this.#showStart();
  }

  #wait(/** @type {number} */ time) {
    this.#patience = setTimeout(() => this.#showNone(true), time);
  }

  #heedAnswer(/** @type {MutationRecord[]} */ records) {
    const { list, meta } = this.#parts;
    // The theme lets only arrow keys reach its results.
    for (const node of list.querySelectorAll("[tabindex]")) node.removeAttribute("tabindex");
    // Each answer writes the line above the list; rows that come while scrolling do not.
    if (!records.some((record) => record.target === meta)) return;
    clearTimeout(this.#patience);
    this.#showAnswer(records.flatMap((record) => (record.target === list ? [...record.removedNodes] : [])));
  }

  #showAnswer(/** @type {Node[]} */ old) {
    if (!this.#query()) this.#showStart();
    else if (this.#parts.list.childElementCount) this.#show("result", `${total(this.#parts.meta)}건을 찾았어요`);
    else if (!this.#parts.none.hidden) this.#showNone();
    else this.#hold(old);
  }

  /** No results for the letters so far: the old ones stay until typing pauses. */
  #hold(/** @type {Node[]} */ old) {
    const { result, held } = this.#parts;
    if (!result.hidden && old.length) {
      held.firstElementChild?.replaceChildren(...old);
      held.hidden = false;
    }
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#showNone(), PAUSE);
  }

  #showStart() {
    paintRecent(this.#parts.recent);
    this.#show("start");
  }

  #showNone(isFailed = false) {
    fillNone(this.#parts.none, this.#query(), isFailed);
    this.#show("none", isFailed ? "검색을 불러오지 못했어요" : "맞는 안내를 찾지 못했어요");
  }

  #show(/** @type {"start" | "result" | "none"} */ name, words = "") {
    clearTimeout(this.#pause);
    for (const panel of /** @type {const} */ (["start", "result", "none"])) this.#parts[panel].hidden = panel !== name;
    this.#parts.held.hidden = true;
    this.#parts.bar.hidden = !words;
    this.#parts.count.textContent = words;
    this.scroll.scrollTop = 0;
    this.#say(words);
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
    if (target.closest(".md-search-result a")) remember(this.#query());
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

/** @param {HTMLElement} none @param {string} query @param {boolean} isFailed */
function fillNone(none, query, isFailed) {
  for (const title of none.querySelectorAll("[data-sh-why]")) {
    title.toggleAttribute("hidden", (title.getAttribute("data-sh-why") === "failed") !== isFailed);
  }
  const asked = none.querySelector("[data-sh-asked]");
  if (asked) asked.textContent = cut(query, SHOWN);
  paintWords(/** @type {HTMLElement} */ (none.querySelector("[data-sh-shorter]")), isFailed ? "" : query);
  const template = /** @type {HTMLTemplateElement | null} */ (none.querySelector("template[data-sh-card]"));
  template?.replaceWith(document.importNode(template.content, true)); // a card that nobody sees would tick
}

/** The number that the theme has put into its own sentence; one is a word in some languages. @param {HTMLElement} meta */
function total(meta) {
  return meta.textContent?.match(/[\d.,]+k?/)?.[0] ?? "1";
}

/** @param {string} text @param {number} most */
function cut(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most).join("")}…` : text;
}

/** Each word of a longer query as a button. @param {HTMLElement} box @param {string} query */
function paintWords(box, query) {
  const words = [...new Set(query.split(/\s+/))].filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MOST_WORDS);
  box.hidden = words.length < 2;
  paint(box, words, (row, word) => label(row, "[data-sh-ask]", word));
}

/** @param {HTMLElement} box */
function paintRecent(box) {
  const queries = recent();
  box.hidden = !queries.length;
  paint(box, queries, (row, query) => {
    label(row, "[data-sh-ask]", query);
    const button = row.querySelector("[data-sh-forget]");
    button?.setAttribute("data-sh-forget", query);
    button?.setAttribute("aria-label", `‘${query}’ 지우기`);
  });
}

/** @param {HTMLElement} box @param {string[]} texts @param {(row: Element, text: string) => void} fill */
function paint(box, texts, fill) {
  const row = box.querySelector("template")?.content.firstElementChild;
  const rows = texts.map((text) => {
    const made = /** @type {Element} */ (document.importNode(/** @type {Element} */ (row), true));
    fill(made, text);
    return made;
  });
  box.querySelector("ul")?.replaceChildren(...rows);
}

/** @param {Element} row @param {string} selector @param {string} text */
function label(row, selector, text) {
  const button = row.querySelector(selector);
  if (!button) return;
  button.setAttribute("data-sh-ask", text);
  button.textContent = cut(text, WORD);
}
