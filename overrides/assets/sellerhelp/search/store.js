// @ts-check
/** The index as the browser has it: small files, loaded when a key of theirs is asked for, then kept. */
import { readRows } from "./lexicon.js";

/** @typedef {import("./segmenter.js").Chunk} Chunk */
/** @typedef {{surface: string, weight: number, targets: string[][]}} Synonym */
/** @typedef {{location: string, title: string, body: string, number: string, manual: string, page: string, pageTitle: string, isQuestion: boolean}} Shown */

const DIGITS = 45; // steps: below are last digits, from here on digits that go on

/** @param {string} key @param {number} count */
export function shardOf(key, count) {
  let digest = 2166136261;
  for (let at = 0; at < key.length; at++) digest = Math.imul(digest ^ key.charCodeAt(at), 16777619);
  return (digest >>> 0) % count;
}

/** @param {string} text @param {number} at */
function valueAt(text, at) {
  const code = text.charCodeAt(at);
  return code - (code > 92 ? 36 : 35);
}

/**
 * Reads a posting list: rising document numbers and their whole weights.
 * @param {string} text
 * @param {(document: number, level: number) => void} visit
 */
export function decode(text, visit) {
  let document = -1;
  for (let at = 0; at < text.length; ) {
    let step = 0;
    let place = 1;
    let digit = valueAt(text, at++);
    while (digit >= DIGITS && at < text.length) {
      step += (digit - DIGITS) * place;
      place *= DIGITS;
      digit = valueAt(text, at++);
    }
    document += step + digit * place + 1;
    visit(document, valueAt(text, at++));
  }
}

export class Store {
  /** @type {Map<string, Promise<void>>} */
  #files = new Map();
  /** @type {Map<string, any>} */
  #values = new Map();
  /** @type {Map<string, Chunk>} */
  #chunks = new Map();
  /** @type {Map<number, Shown>} */
  #shown = new Map();
  /** Files that did not come: the answer is then not complete. */
  missing = 0;

  /** @param {(name: string) => Promise<any>} read  reads one JSON file of the index; rejects when it cannot */
  constructor(read) {
    this.read = read;
  }

  /** Loads the small file that every query needs. */
  async begin() {
    this.coming ??= this.read("core.json");
    this.core = await this.coming.catch((error) => {
      this.coming = undefined; // asked again with the next query
      throw error;
    });
    this.pageOf ??= pagesOf(this.core.pages);
    return this;
  }

  /** Loads the files that hold these keys. @param {Iterable<string>} keys */
  async load(keys) {
    const { counts } = this.core;
    const names = new Set();
    for (const key of keys) {
      const isLexicon = key[0] === "l" || key[0] === "e";
      names.add(isLexicon ? `l${shardOf(key.slice(1), counts.lexicon)}` : `t${shardOf(key.slice(1), counts.terms)}`);
    }
    await Promise.all([...names].map((name) => this.#file(name, (shard) => this.#keep(shard))));
  }

  /** Loads what results show. @param {number[]} documents @returns {Promise<(Shown | undefined)[]>} */
  async show(documents) {
    const size = this.core.perFile;
    await Promise.all(
      documents.map((number) => {
        const at = Math.floor(number / size);
        return this.#file(`d${at}`, (rows) => rows.forEach((/** @type {string[]} */ row, /** @type {number} */ i) => this.#shown.set(at * size + i, shownOf(row))));
      }),
    );
    return documents.map((number) => this.#shown.get(number));
  }

  /** @param {string} name @param {(content: any) => void} keep */
  #file(name, keep) {
    const known = this.#files.get(name);
    if (known) return known;
    const coming = this.read(`${name}.json`).then(keep).catch(() => {
      this.missing++;
      this.#files.delete(name); // asked again with the next query
    });
    this.#files.set(name, coming);
    return coming;
  }

  /** @param {Record<string, any>} shard */
  #keep(shard) {
    for (const [key, value] of Object.entries(shard)) {
      if (key[0] !== "l" && key[0] !== "e") this.#values.set(key, value);
      else {
        const chunks = readRows(value);
        if (key[0] === "e") this.#values.set(key, [...chunks.keys()]);
        else this.#values.set(key, [...chunks].filter(([surface, chunk]) => surface.length > 1 && chunk.content !== null).map(([surface]) => surface));
        for (const [surface, chunk] of chunks) if (key[0] === "l" || !this.#chunks.has(surface)) this.#chunks.set(surface, chunk);
      }
    }
  }

  /** @param {string} surface */
  chunk = (surface) => this.#chunks.get(surface);
  /** @param {string} word */
  hasWord = (word) => this.#values.has(`w${word}`);
  /** @param {string} syllable @returns {string[]} */
  starting = (syllable) => this.#values.get(`l${syllable}`) ?? [];
  /** @param {string} syllable @returns {string[]} */
  ending = (syllable) => this.#values.get(`e${syllable}`) ?? [];
  /** @param {string} consonants @returns {string[]} */
  byInitials = (consonants) => (this.#values.get(`c${consonants}`) ?? "").split(" ").filter(Boolean);
  /** @param {string} key a term with its sign: w, b or i @returns {string} */
  postings = (key) => this.#values.get(key) ?? "";

  /** @param {string} head one or two letters @returns {Synonym[]} */
  synonyms(head) {
    const rows = head.length === 1 ? this.core.short.filter((/** @type {any[]} */ row) => row[0] === head) : this.#values.get(`s${head}`) ?? [];
    return rows.map((/** @type {any[]} */ [surface, weight, targets]) => ({ surface, weight, targets: targets.map((/** @type {string} */ t) => t.split(" ")) }));
  }
}

/** @param {number[]} runs */
function pagesOf(runs) {
  const pages = [];
  runs.forEach((run, page) => {
    for (let i = 0; i < run; i++) pages.push(page);
  });
  return pages;
}

/** @param {string[]} row @returns {Shown} */
function shownOf([location, title, body, number, manual, page = location, pageTitle = title, kind = ""]) {
  return { location, title, body, number, manual, page, pageTitle, isQuestion: kind === "q" };
}
