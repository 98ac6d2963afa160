// @ts-check
/** What a seller means by what was typed: the same as query.py, but what the index knows is loaded first. */
import { FIRST } from "./jamo.js";
import { doubtfulFrom, knownWords, repaired, unkeyed } from "./repair.js";
import { segment } from "./segmenter.js";
import { bigrams, clean, isHangul, narrowed, runs, squeeze } from "./text.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Synonym} Synonym */
/** @typedef {[weight: number, targets: string[][]]} Way what else may be meant */
/** @typedef {{word: string, weight: number, ways: Way[]}} Part a word of a query */
/** @typedef {{parts: Part[], ways: Way[]}} Concept words that say one thing together, and what may be meant by all of them at once */
/** @typedef {{text: string, concepts: Concept[], pairs: Map<string, number>, initials: string[], meant: string}} Plan  meant: the query after repairs, "" if nothing was repaired */
/** @typedef {{words: string[], mended: string, known: string[]}} Reading of a run: known are the words of its repair */

const PAIR = 0.25;
const REPAIRED = 0.9;
const DOUBTED = 0.5;
const LONGEST_QUERY = 200;

/**
 * Reads a query; whatever was typed, there is a plan, and all its posting lists are loaded.
 * @param {string} query @param {Store} store @returns {Promise<Plan>}
 */
export async function interpret(query, store) {
  const typed = narrowed([...query].slice(0, LONGEST_QUERY).join(""));
  const text = clean(await unkeyed(typed, store));
  const consonants = looseConsonants(text);
  const plan = consonants.length ? await consonantPlan(text, consonants, store) : await wordPlan(text, store);
  await store.load([
    ...plan.concepts.flatMap(wordsOf).map((word) => `w${word}`),
    ...[...plan.pairs.keys()].map((pair) => `b${pair}`),
    ...plan.initials.flatMap((run) => pairsOf(run).map((pair) => `i${pair}`)),
  ]);
  if (plan.meant === clean(typed)) plan.meant = "";
  return plan;
}

/** All words that a concept may be said with. @param {Concept} concept */
export function wordsOf({ parts, ways }) {
  const said = (/** @type {Way[]} */ some) => some.flatMap(([, targets]) => targets.flat());
  return [...parts.flatMap((part) => [part.word, ...said(part.ways)]), ...said(ways)].filter(Boolean);
}

/** @param {string} run */
export const pairsOf = (run) => Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => run.slice(at, at + 2));

/** @param {string} text @param {string[]} consonants @param {Store} store @returns {Promise<Plan>} */
async function consonantPlan(text, consonants, store) {
  await store.load(consonants.map((run) => `c${run}`));
  const concepts = consonants.map((run) => {
    /** @type {Way[]} */
    const ways = [[1, store.byInitials(run).map((word) => [word])]];
    return { parts: [{ word: "", weight: 0, ways }], ways: [] };
  });
  return { text, concepts, pairs: new Map(), initials: consonants, meant: text };
}

/** @param {string} typed @param {Store} store @returns {Promise<Plan>} */
async function wordPlan(typed, store) {
  // A syllable that is still being typed ends in loose jamo: what stands before it already counts.
  const text = typed.replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, "") || typed;
  /** @type {Plan} */
  const plan = { text, concepts: [], pairs: new Map(), initials: [], meant: typed };
  addPairs(plan, text, PAIR);
  await store.load([...[...squeeze(text)].map((letter) => `l${letter}`), ...bigrams(text).map((pair) => `b${pair}`)]);
  const all = runs(text);
  const readings = await Promise.all(all.map((run) => readingOf(run, store)));
  /** @type {Part[]} */
  const said = [];
  /** @type {Part[]} */
  const doubted = [];
  readings.forEach(({ words, mended, known }, i) => {
    said.push(...(mended ? known : words).map((word) => ({ word, weight: mended ? REPAIRED : 1, ways: [] })));
    if (!mended) return;
    doubted.push(...words.map((word) => ({ word, weight: DOUBTED, ways: [] })));
    addPairs(plan, mended, PAIR * REPAIRED);
    plan.meant = plan.meant.replace(all[i], mended);
  });
  plan.concepts = [...concepts(said, store), ...doubted.map((part) => ({ parts: [part], ways: [] }))];
  return plan;
}

/** @param {Plan} plan @param {string} text @param {number} weight */
function addPairs(plan, text, weight) {
  for (const pair of bigrams(text)) plan.pairs.set(pair, (plan.pairs.get(pair) ?? 0) + weight);
}

/** @param {string} run @param {Store} store @returns {Promise<Reading>} */
async function readingOf(run, store) {
  if (!isHangul(run)) return { words: [run], mended: "", known: [] };
  const words = segment(run, store.chunk);
  const first = doubtfulFrom(run, store);
  const repair = first === null ? null : await repaired(run, first, store);
  if (!repair) return { words, mended: "", known: [] };
  const [window, candidate] = repair;
  const mended = candidate + run.slice(window.length);
  await store.load([...mended].map((syllable) => `l${syllable}`));
  return { words, mended, known: knownWords(mended, store) };
}

/**
 * Gives each word its synonyms, and joins the words that a synonym of several words stands for, longest first.
 * @param {Part[]} said @param {Store} store @returns {Concept[]}
 */
export function concepts(said, store) {
  const parts = said.map((part) => ({ ...part, ways: waysOf([part.word], store) }));
  const words = said.map((part) => part.word);
  const out = [];
  for (let at = 0; at < parts.length; ) {
    const standing = store.synonyms(words[at]).filter((one) => isSame(one.words, words.slice(at, at + one.words.length)));
    const size = Math.max(1, ...standing.map((one) => one.words.length));
    out.push({ parts: parts.slice(at, at + size), ways: size > 1 ? waysOf(words.slice(at, at + size), store) : [] });
    at += size;
  }
  return out;
}

/** @param {string[]} one @param {string[]} other */
const isSame = (one, other) => one.length === other.length && one.every((word, i) => word === other[i]);

/** @param {string[]} words @param {Store} store @returns {Way[]} */
const waysOf = (words, store) =>
  store.synonyms(words[0]).filter((one) => isSame(one.words, words)).map((one) => [one.weight, one.targets]);

/** Returns the runs of a query that is made of first consonants only: ㅂㅅㅂ. @param {string} text */
export function looseConsonants(text) {
  const found = squeeze(text);
  return found && [...found].every((letter) => FIRST.includes(letter)) ? runs(text) : [];
}
