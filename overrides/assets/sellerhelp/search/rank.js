// @ts-check
/** Orders the documents for a plan: the same as rank.py, which explains it. */
import { pairsOf } from "./query.js";
import { decode } from "./store.js";

/** @typedef {import("./query.js").Plan} Plan */
/** @typedef {import("./query.js").Part} Part */
/** @typedef {import("./query.js").Concept} Concept */
/** @typedef {import("./store.js").Store} Store */
/** @typedef {Map<number, number>} Values by document */

const CONSONANT_TITLES = 1;
const PHRASE = 1.2;

/** Adds up what each concept and pair of letters says about each document. @param {Plan} plan @param {Store} store */
export function score(plan, store) {
  const { scale } = store.core;
  const scores = new Float64Array(store.pageOf.length);
  for (const concept of plan.concepts) add(scores, conceptValues(concept, store), 1);
  for (const [pair, weight] of plan.pairs) add(scores, lifted(valuesOf(store.postings(`b${pair}`), scale.pairs)), weight);
  for (const words of plan.choices) add(scores, lifted(bestWord(words, store)), 1);
  for (const run of plan.initials) {
    for (const pair of pairsOf(run)) add(scores, lifted(valuesOf(store.postings(`i${pair}`), scale.titles)), CONSONANT_TITLES);
  }
  return scores;
}

/** @param {string} postings @param {number} scale @returns {Values} */
function valuesOf(postings, scale) {
  /** @type {Values} */
  const values = new Map();
  decode(postings, (document, level) => values.set(document, level * scale));
  return values;
}

/** The roots of the values times the greatest of them. @param {Values} values */
function lifted(values) {
  let most = 0;
  for (const value of values.values()) if (value > most) most = value;
  for (const [document, value] of values) values.set(document, Math.sqrt(most * value));
  return values;
}

/** @param {Concept} concept @param {Store} store @returns {Values} */
function conceptValues({ parts, phrase }, store) {
  /** @type {Values} */
  const total = new Map();
  for (const part of parts) {
    for (const [document, value] of lifted(partValues(part, store))) total.set(document, (total.get(document) ?? 0) + value);
  }
  for (const [document, value] of lifted(waysOf(phrase, store))) keepGreater(total, document, PHRASE * value);
  return total;
}

/** For each document the word or the synonym of it that says most: they do not add up. @param {Part} part @param {Store} store @returns {Values} */
function partValues({ word, weight, hasWays }, store) {
  const best = valuesOf(store.postings(`w${word}`), store.core.scale.words);
  for (const [document, value] of best) best.set(document, weight * value);
  if (hasWays) for (const [document, value] of waysOf(word, store)) keepGreater(best, document, value);
  return best;
}

/** @param {string} phrase @param {Store} store */
const waysOf = (phrase, store) => valuesOf(store.postings(`m${phrase}`), store.core.scale.ways);

/** @param {string[]} words @param {Store} store @returns {Values} */
function bestWord(words, store) {
  /** @type {Values} */
  const best = new Map();
  for (const word of words) for (const [document, value] of valuesOf(store.postings(`w${word}`), store.core.scale.words)) keepGreater(best, document, value);
  return best;
}

/** @param {Values} values @param {number} document @param {number} value */
function keepGreater(values, document, value) {
  if (value > (values.get(document) ?? 0)) values.set(document, value);
}

/** @param {Float64Array} scores @param {Values} values @param {number} weight */
function add(scores, values, weight) {
  for (const [document, value] of values) if (document < scores.length) scores[document] += weight * value;
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
