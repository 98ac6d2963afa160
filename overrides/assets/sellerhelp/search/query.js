// @ts-check
/** What a seller means by what was typed: the same as query.py, but what the index knows is loaded first. */
import { FIRST, fromKeys, isSyllable, jamo } from "./jamo.js";
import { segment } from "./segmenter.js";
import { bigrams, clean, isHangul, runs, squeeze } from "./text.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Synonym} Synonym */
/** @typedef {{text: string, words: Map<string, number>, pairs: Map<string, number>, choices: [number, string[][]][], initials: string[], meant: string}} Plan  meant: the query after repairs, "" if nothing was repaired */

const PAIR = 0.5;
const REPAIRED = 0.9;
const DOUBTED = 0.5;
const LONGEST_WINDOW = 6;
const SHORTEST_REPAIR = 5; // jamo
const LONGEST_QUERY = 200;

/** @param {Map<string, number>} into @param {Iterable<string>} terms @param {number} weight */
function add(into, terms, weight) {
  for (const term of terms) into.set(term, (into.get(term) ?? 0) + weight);
}

/**
 * Reads a query; whatever was typed, there is a plan, and all its posting lists are loaded.
 * @param {string} query @param {Store} store @returns {Promise<Plan>}
 */
export async function interpret(query, store) {
  const typed = clean([...query].slice(0, LONGEST_QUERY).join(""));
  const text = await unkeyed(typed, store);
  const consonants = looseConsonants(text);
  const plan = consonants.length ? await consonantPlan(text, consonants, store) : await wordPlan(text, store);
  const alternatives = plan.choices.flatMap(([, targets]) => targets.flat());
  await store.load([
    ...[...plan.words.keys(), ...alternatives].map((word) => `w${word}`),
    ...[...plan.pairs.keys()].map((pair) => `b${pair}`),
    ...plan.initials.flatMap((run) => pairsOf(run).map((pair) => `i${pair}`)),
  ]);
  if (plan.meant === typed) plan.meant = "";
  return plan;
}

/** @param {string} run */
export const pairsOf = (run) => Array.from({ length: Math.max(run.length - 1, 0) }, (_, at) => run.slice(at, at + 2));

/** @param {string} text @param {string[]} consonants @param {Store} store @returns {Promise<Plan>} */
async function consonantPlan(text, consonants, store) {
  await store.load(consonants.map((run) => `c${run}`));
  /** @type {[number, string[][]][]} */
  const choices = consonants.map((run) => [1, store.byInitials(run).map((word) => [word])]);
  return { text, words: new Map(), pairs: new Map(), choices, initials: consonants, meant: text };
}

/** @param {string} typed @param {Store} store @returns {Promise<Plan>} */
async function wordPlan(typed, store) {
  // A syllable that is still being typed ends in loose jamo: what stands before it already counts.
  const text = typed.replace(/[ㄱ-ㅎㅏ-ㅣ]+$/, "") || typed;
  /** @type {Plan} */
  const plan = { text, words: new Map(), pairs: new Map(), choices: [], initials: [], meant: typed };
  const pairs = bigrams(text);
  add(plan.pairs, pairs, PAIR);
  await store.load([...[...text].filter(isSyllable).map((syllable) => `l${syllable}`), ...pairs.flatMap((pair) => [`b${pair}`, `s${pair}`])]);
  for (const run of runs(text)) await addRun(plan, run, store);
  for (const one of foundSynonyms(text, plan.words, store)) plan.choices.push([one.weight, one.targets]);
  return plan;
}

/** @param {Plan} plan @param {string} run @param {Store} store */
async function addRun(plan, run, store) {
  if (!isHangul(run)) return add(plan.words, [run], 1);
  const words = segment(run, store.chunk);
  await store.load(words.map((word) => `w${word}`));
  const repair = isDoubtful(run, words, store) ? await repaired(run, store) : null;
  add(plan.words, words, repair ? DOUBTED : 1);
  if (!repair) return;
  const [window, candidate] = repair;
  const mended = candidate + run.slice(window.length);
  plan.meant = plan.meant.replace(run, mended);
  await store.load([...mended].map((syllable) => `l${syllable}`));
  const known = segment(mended, store.chunk);
  await store.load(known.map((word) => `w${word}`));
  add(plan.words, known.filter(store.hasWord), REPAIRED);
  add(plan.pairs, bigrams(mended), PAIR * REPAIRED);
}

/** Turns Latin words that nobody wrote into the Korean that the same keys make. @param {string} text @param {Store} store */
async function unkeyed(text, store) {
  await store.load((text.match(/[a-z]+/g) ?? []).map((word) => `w${word}`));
  return text.replace(/[a-z]+/g, (word) => {
    if (word.length < 2 || store.hasWord(word)) return word;
    const typed = fromKeys(word);
    return [...typed].filter(isSyllable).length >= 0.6 * typed.length ? typed : word;
  });
}

/** Returns the runs of a query that is made of first consonants only: ㅂㅅㅂ. @param {string} text */
export function looseConsonants(text) {
  const found = squeeze(text);
  return found && [...found].every((letter) => FIRST.includes(letter)) ? runs(text) : [];
}

/** @param {string} run @param {string[]} words @param {Store} store */
function isDoubtful(run, words, store) {
  if (run.length < 2) return false;
  if (words.some((word) => !store.hasWord(word))) return true;
  return run.length <= 5 && words.length > 1 && words.every((word) => word.length === 1);
}

/**
 * Returns the beginning of a run and the known surface that differs from it by one jamo; the longest and commonest.
 * @param {string} run @param {Store} store @returns {Promise<[string, string] | null>}
 */
async function repaired(run, store) {
  const beginning = run.slice(0, LONGEST_WINDOW);
  await store.load([`l${run[0]}`, ...[...beginning].map((syllable) => `e${syllable}`)]);
  /** @type {[number, number, string] | null} */
  let best = null;
  /** @type {[string, string] | null} */
  let found = null;
  for (let size = 2; size <= beginning.length; size++) {
    const window = run.slice(0, size);
    const loose = jamo(window);
    for (const surface of new Set([...store.starting(window[0]), ...store.ending(window[size - 1])])) {
      const chunk = store.chunk(surface);
      const known = jamo(surface);
      if (Math.abs(surface.length - size) > 1 || known.length < SHORTEST_REPAIR || chunk?.content == null) continue;
      if (!isOneOff(loose, known)) continue;
      /** @type {[number, number, string]} */
      const rank = [-surface.length, chunk.content, surface];
      if (!best || isBefore(rank, best)) [best, found] = [rank, [window, surface]];
    }
  }
  return found;
}

/** @param {(number | string)[]} one @param {(number | string)[]} other */
function isBefore(one, other) {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return one[i] < other[i];
  return false;
}

/** Says whether two words differ by one jamo: replaced, missing, added, or two neighbours swapped. @param {string} one @param {string} other */
export function isOneOff(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b) return true;
  return a.slice(1, 2) + a.slice(0, 1) === b.slice(0, 2) && a.slice(2) === b.slice(2);
}

/**
 * Returns the synonyms whose surface stands in the query, longest first at each place, none inside another.
 * A surface of one letter has to be a word of its own: 폰 is not in 쿠폰.
 * @param {string} text @param {Map<string, number>} words @param {Store} store
 */
function foundSynonyms(text, words, store) {
  const letters = squeeze(text);
  /** @type {Synonym[]} */
  const found = [];
  for (let at = 0; at < letters.length; ) {
    const single = words.has(letters[at]) ? store.synonyms(letters[at]) : [];
    const pair = letters.slice(at, at + 2);
    // At the end a pair is one letter: no word of its own for that.
    const heads = [...(pair.length === 2 ? store.synonyms(pair) : []), ...single];
    const fitting = heads.filter((one) => letters.startsWith(one.surface, at));
    const longest = Math.max(0, ...fitting.map((one) => one.surface.length));
    found.push(...fitting.filter((one) => one.surface.length === longest));
    at += Math.max(longest, 1);
  }
  return found;
}
