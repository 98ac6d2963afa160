// @ts-check
/** Answers the messages of the theme's search dialog: handle(message) -> message. */
import { interpret, wordsOf } from "./query.js";
import { bestPages, score } from "./rank.js";
import { escaped, excerpt, marked } from "./snippet.js";
import { Store } from "./store.js";
import { completions, nearest } from "./suggest.js";

/** @typedef {import("./store.js").Shown} Shown */
/**
 * As the theme wants it, and for our own dialog: manual is a name in plain text, "" for none; kind says what it is.
 * @typedef {{location: string, title: string, text: string, score: number, terms: Record<string, boolean>, manual: string, kind: "page" | "section" | "question"}} Item
 */
/**
 * suggest: whole texts that the typed one may become, best first. near: known words like the typed ones, if nothing was found; pages: what the nearest finds.
 * meant: the query after repairs, if it differs from what was typed. failed: files did not come, the answer is not complete.
 * @typedef {{items: Item[][], suggest: string[], near: string[], meant: string, failed: boolean, pages?: Item[][]}} Answer
 */

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const WARM = 4; // the dialog is open: what every query needs may come
const PAGES = 10;
const EACH = 4;
/** @type {Answer} */
const NOTHING = { items: [], suggest: [], near: [], meant: "", failed: false };

export class Engine {
  /** @param {(name: string) => Promise<any>} read  reads one JSON file of the index @param {string | null} [files]  how many there are */
  constructor(read, files) {
    this.store = new Store(read, files);
    this.asked = 0;
  }

  /**
   * @param {{type: number, data?: any}} message
   * @returns {Promise<{type: number, data?: any} | null>} null: a later query has overtaken this one
   */
  async handle(message) {
    if (message.type === SETUP) return { type: READY };
    if (message.type === WARM) await this.store.begin().catch(() => null); // the query will tell
    if (message.type !== QUERY) return null;
    const turn = ++this.asked;
    const data = await this.answer(String(message.data ?? "")).catch(() => ({ ...NOTHING, failed: true }));
    if (data.near.length) data.pages = (await this.answer(data.near[0]).catch(() => NOTHING)).items;
    return turn === this.asked ? { type: RESULT, data } : null;
  }

  /** @param {string} query @returns {Promise<Answer>} */
  async answer(query) {
    if (!query.trim()) return NOTHING; // the theme asks this on every page, searched or not: it must load nothing
    const { store } = this;
    const before = store.missing;
    const [plan] = await Promise.all([interpret(query, store), store.begin()]);
    const groups = bestPages(score(plan, store), store.pageOf, PAGES, EACH);
    const shown = await store.show(groups.flat().map(([document]) => document));
    const byNumber = new Map(groups.flat().map(([document], i) => [document, shown[i]]));
    const terms = wordsOf(plan, store);
    const items = groups.map((group) => itemsOf(group, byNumber, terms)).filter((found) => found.length);
    return {
      items,
      suggest: completions(query, store, shown.flatMap((one) => one ?? [])),
      near: items.length ? [] : nearest(plan.text, store),
      meant: plan.meant,
      failed: store.missing > before,
    };
  }
}

/**
 * One page's items: the theme wants one without a # among them, and folds what scores less than the first.
 * @param {[number, number][]} group @param {Map<number, Shown | undefined>} byNumber @param {string[][]} terms
 */
function itemsOf(group, byNumber, terms) {
  const known = group.flatMap(([document, value]) => {
    const shown = byNumber.get(document);
    return shown ? [{ shown, value }] : [];
  });
  const items = known.map(({ shown, value }) => item(shown, titleOf(shown), value, terms));
  const first = known[0]?.shown;
  if (first && known.every(({ shown }) => shown.location !== shown.page)) {
    const title = first.number ? `${first.number} ${first.pageTitle}` : first.pageTitle;
    items.push(item({ ...first, location: first.page, body: "", isQuestion: false }, title, items[0].score, terms));
  }
  return items;
}

/** @param {Shown} shown */
const titleOf = (shown) => (shown.location === shown.page && shown.number ? `${shown.number} ${shown.title}` : shown.title);

/**
 * A question shows the beginning of its answer, which is the answer; other texts the place that speaks of the query.
 * @param {Shown} shown @param {string} title @param {number} score @param {string[][]} terms @returns {Item}
 */
function item({ location, body, page, manual, isQuestion }, title, score, terms) {
  const found = saidIn(`${title}\n${body}`.toLowerCase(), terms); // terms are small letters, the page may say API
  const text = marked(excerpt(body, isQuestion ? [] : found), found);
  const kind = isQuestion ? "question" : location === page ? "page" : "section";
  return { location, title: marked(title, found), text, score, terms: Object.fromEntries(found.map((term) => [escaped(term), true])), manual, kind };
}

/** What to mark in a text: words of two letters or more; of words that mean something only together, all or none. @param {string} text @param {string[][]} terms */
function saidIn(text, terms) {
  const whole = terms.filter((words) => words.every((word) => text.includes(word)));
  return [...new Set(whole.flat())].filter((word) => word.length > 1);
}
