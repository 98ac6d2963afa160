// @ts-check
/** Orders the documents for a plan: the same as rank.py, which explains it. */
import { pairsOf } from "./query.js";

/** @typedef {import("./query.js").Plan} Plan */
/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("./query.js").Concept} Concept */
/** @typedef {import("./store.js").Store} Store */

const CONSONANT_TITLES = 1;
const PHRASE = 1.2;

/** What each document has of something; documents says which ones have any. */
class Values {
  /** @type {number[]} */
  documents = [];

  /** @param {number} size */
  constructor(size) {
    this.of = new Float64Array(size);
  }

  /** @param {number} document @param {number} value */
  raise(document, value) {
    if (!(value > this.of[document])) return; // nor if there is no such document
    if (!this.of[document]) this.documents.push(document);
    this.of[document] = value;
  }

  /** The roots of the values times the greatest of them. */
  lift() {
    let most = 0;
    for (const document of this.documents) if (this.of[document] > most) most = this.of[document];
    for (const document of this.documents) this.of[document] = Math.sqrt(most * this.of[document]);
    return this;
  }

  /** Raises documents to what a posting list gives them. @param {import("./store.js").Postings} postings @param {number} weight */
  raiseBy({ documents, levels, scale }, weight) {
    for (let i = 0; i < documents.length; i++) this.raise(documents[i], weight * (levels[i] * scale));
    return this;
  }
}

/** Adds up what each concept and pair of letters says about each document. @param {Plan} plan @param {Store} store */
export function score(plan, store) {
  const scores = new Float64Array(store.pageOf.length);
  const values = () => new Values(scores.length);
  for (const concept of plan.concepts) add(scores, conceptValues(concept, store, values), 1);
  for (const [pair, weight] of plan.pairs) add(scores, values().raiseBy(store.postings(`b${pair}`), 1).lift(), weight);
  for (const words of plan.choices) {
    const best = values();
    for (const word of words) best.raiseBy(store.postings(`w${word}`), 1);
    add(scores, best.lift(), 1);
  }
  for (const run of plan.initials) {
    for (const pair of pairsOf(run)) add(scores, values().raiseBy(store.postings(`i${pair}`), 1).lift(), CONSONANT_TITLES);
  }
  return scores;
}

/** @param {Concept} concept @param {Store} store @param {() => Values} values */
function conceptValues({ parts, phrase }, store, values) {
  const lifted = parts.map((part) => partValues(part, store, values()).lift());
  const [total, ...more] = lifted;
  for (const one of more) for (const document of one.documents) total.raise(document, total.of[document] + one.of[document]);
  const ways = values().raiseBy(store.postings(`m${phrase}`), 1).lift();
  for (const document of ways.documents) total.raise(document, PHRASE * ways.of[document]);
  return total;
}

/** For each document the word or the synonym of it that says most: they do not add up. @param {Part} part @param {Store} store @param {Values} best */
function partValues({ word, weight, hasWays }, store, best) {
  best.raiseBy(store.postings(`w${word}`), weight);
  return hasWays ? best.raiseBy(store.postings(`m${word}`), 1) : best;
}

/** @param {Float64Array} scores @param {Values} values @param {number} weight */
function add(scores, { documents, of }, weight) {
  for (const document of documents) scores[document] += weight * of[document];
}

/**
 * Returns the best pages, each with its best documents, all best first.
 * @param {Float64Array} scores @param {number[]} pageOf @param {number} pages @param {number} each
 * @returns {[number, number][][]} documents with their scores, by page
 */
export function bestPages(scores, pageOf, pages, each) {
  /** @type {[number, number][]} */
  const found = [];
  scores.forEach((value, document) => value > 0 && found.push([document, value]));
  found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  /** @type {Map<number, [number, number][]>} */
  const groups = new Map();
  for (const hit of found) {
    const page = pageOf[hit[0]];
    const group = groups.get(page);
    if (group) group.length < each && group.push(hit);
    else if (groups.size < pages) groups.set(page, [hit]);
  }
  return [...groups.values()];
}
