// @ts-check
/** What a seller means by what was typed: the same as query.py, but what the index knows is loaded first. */
import { FIRST } from "./jamo.js";
import { doubtfulFrom, repaired, unkeyed } from "./repair.js";
import { segment } from "./segmenter.js";
import { bigrams, clean, isHangul, narrowed, runs, squeeze } from "./text.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Synonym} Synonym */
/** @typedef {{word: string, weight: number, hasWays: boolean}} Part a word of a query; its synonyms are other ways to say it */
/** @typedef {{parts: Part[], phrase: string}} Concept words that say one thing together; phrase: if there are other ways to say all of them at once */
/**
 * meant: the query after repairs, "" if nothing was repaired. choices: the words that each of the initials may begin.
 * @typedef {{text: string, concepts: Concept[], pairs: Map<string, number>, initials: string[], choices: string[][], meant: string}} Plan
 */
/** @typedef {{words: string[], mended: string, known: string[]}} Reading of a run: known are the words of its repair */

const PAIR = 0.25;
const REPAIRED = 0.9;
const DOUBTED = 0.4;
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
    ...plan.concepts.flatMap(({ parts, phrase }) => [...(phrase ? [`m${phrase}`] : []), ...parts.map(({ word }) => `w${word}`)]),
    ...plan.choices.flat().map((word) => `w${word}`),
    ...[...plan.pairs.keys()].map((pair) => `b${pair}`),
    ...plan.initials.flatMap((run) => pairsOf(run).map((pair) => `i${pair}`)),
  ]);
  if (plan.meant === clean(typed)) plan.meant = "";
  return plan;
}

/** All that a plan looks for, also said in other ways: words, and words that only mean it together. @param {Plan} plan @param {Store} store @returns {string[][]} */
export function wordsOf({ concepts, choices }, store) {
  const meant = (/** @type {string} */ phrase) => store.synonyms(phrase.split(" ")[0]).filter((one) => one.words.join(" ") === phrase).flatMap((one) => one.meant);
  const partly = (/** @type {Part} */ { word, hasWays }) => [...formsOf(word, store), ...(hasWays ? meant(word) : [])];
  const said = concepts.flatMap(({ parts, phrase }) => [...parts.flatMap(partly), ...meant(phrase)]);
  return [...said, ...choices.flat().map((word) => [word])];
}

/** A word as it is and as it is inflected: 늦 is 늦어, 늦은. @param {string} word @param {Store} store @returns {string[][]} */
function formsOf(word, store) {
  const forms = store.starting(word[0]).filter((surface) => store.chunk(surface)?.words.includes(word));
  return [...new Set([word, ...forms])].map((form) => [form]);
}

/** @param {string} run */
export const pairsOf = (run) => Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => run.slice(at, at + 2));

/** @param {string} text @param {string[]} consonants @param {Store} store @returns {Promise<Plan>} */
async function consonantPlan(text, consonants, store) {
  await store.load(consonants.map((run) => `c${run}`));
  const choices = consonants.map(store.byInitials);
  return { text, concepts: [], pairs: new Map(), initials: consonants, choices, meant: text };
}

/** @param {string} typed @param {Store} store @returns {Promise<Plan>} */
async function wordPlan(typed, store) {
  // A syllable that is still being typed ends in loose jamo: what stands before it already counts.
  const text = typed.replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, "") || typed;
  /** @type {Plan} */
  const plan = { text, concepts: [], pairs: new Map(), initials: [], choices: [], meant: typed };
  addPairs(plan, text, PAIR);
  const letters = store.load([...squeeze(text)].map((letter) => `l${letter}`));
  store.load(bigrams(text).map((pair) => `b${pair}`)); // comes while the words are found out; awaited with theirs
  await letters;
  const all = runs(text);
  const readings = await Promise.all(all.map((run) => readingOf(run, store)));
  /** @type {Part[]} */
  const said = [];
  /** @type {Part[]} */
  const doubted = [];
  readings.forEach(({ words, mended, known }, i) => {
    said.push(...(mended ? known : words).map((word) => ({ word, weight: words.includes(word) ? 1 : REPAIRED, hasWays: true })));
    if (!mended) return;
    doubted.push(...words.filter((word) => !known.includes(word)).map((word) => ({ word, weight: DOUBTED, hasWays: false })));
    addPairs(plan, mended, PAIR * REPAIRED);
    plan.meant = plan.meant.replace(all[i], mended);
  });
  plan.concepts = [...concepts(said, store), ...doubted.map((part) => ({ parts: [part], phrase: "" }))];
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
  await store.load([...repair.text].map((syllable) => `l${syllable}`)); // what else the mended words may mean
  return { words, mended: repair.text, known: repair.words };
}

/**
 * Joins the words that a synonym of several words stands for, the longest at each place.
 * @param {Part[]} said @param {Store} store @returns {Concept[]}
 */
export function concepts(said, store) {
  const words = said.map((part) => part.word);
  const stands = (/** @type {string[]} */ typed, /** @type {number} */ at) => typed.every((word, i) => word === words[at + i]);
  const out = [];
  for (let at = 0; at < said.length; ) {
    const sizes = store.synonyms(words[at]).filter((one) => stands(one.words, at)).map((one) => one.words.length);
    const size = Math.max(1, ...sizes);
    out.push({ parts: said.slice(at, at + size), phrase: size > 1 ? words.slice(at, at + size).join(" ") : "" });
    at += size;
  }
  return out;
}

/** Returns the runs of a query that is made of first consonants only: ㅂㅅㅂ. @param {string} text */
export function looseConsonants(text) {
  const found = squeeze(text);
  return found && [...found].every((letter) => FIRST.includes(letter)) ? runs(text) : [];
}
