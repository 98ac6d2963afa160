// @ts-check
/** The index as the browser has it: small files, loaded when a key of theirs is asked for, then kept. */
import { jamo } from "./jamo.js";
import { readRows } from "./lexicon.js";

/** @typedef {import("./segmenter.js").Chunk} Chunk */
/** @typedef {{words: string[], meant: string[][]}} Synonym what is typed, and all that may be meant by it, each as words */
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

/** @typedef {{documents: number[], levels: number[], scale: number}} Postings  a document's weight is its level times the scale */

/** Reads a posting list: rising document numbers and their whole weights. @param {string} text @param {number} scale @returns {Postings} */
export function decode(text, scale) {
  const documents = [];
  const levels = [];
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
    documents.push(document);
    levels.push(valueAt(text, at++));
  }
  return { documents, levels, scale };
}

/** @type {Record<string, string>} */
const KINDS = { w: "words", m: "ways", b: "pairs", i: "titles" };
/** @type {Postings} */
const NOTHING = { documents: [], levels: [], scale: 0 };

export class Store {
  /** @type {Map<string, Promise<void>>} */
  #files = new Map();
  /** @type {Map<string, any>} */
  #values = new Map();
  /** @type {Map<string, Chunk>} */
  #chunks = new Map();
  /** @type {Map<string, Synonym[]>} */
  #synonyms = new Map();
  /** @type {Map<number, Shown>} */
  #shown = new Map();
  /** @type {Map<string, string>} */
  #jamo = new Map();
  /** @type {Map<string, Postings>} */
  #postings = new Map();
  /** @type {Promise<any> | undefined} */
  #begun;
  /** Files that did not come: the answer is then not complete. */
  missing = 0;
  /** @type {any} */
  core;
  /** @type {number[]} The page of each document, by its number. */
  pageOf = [];

  /**
   * @param {(name: string) => Promise<any>} read  reads one JSON file of the index; rejects when it cannot
   * @param {string | null} [files]  how many there are of each kind ("t670 l21"), if known: else the core says it
   */
  constructor(read, files) {
    this.read = read;
    this.counts = files ? countsOf(files) : null;
  }

  /** Loads the small file that every answer needs. */
  begin() {
    this.#begun ??= this.read("core.json")
      .then((core) => {
        this.pageOf = pagesOf(core.pages);
        this.counts ??= countsOf(core.files);
        this.core = core;
      })
      .catch((error) => {
        this.#begun = undefined; // asked again with the next query
        throw error;
      });
    return this.#begun;
  }

  /** Loads the files that hold these keys. @param {Iterable<string>} keys */
  async load(keys) {
    if (!this.counts) await this.begin();
    const names = new Set();
    for (const key of keys) names.add(fileOf(key, /** @type {Record<string, number>} */ (this.counts)));
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
      if (key[0] === "l") this.#values.set(key, this.#learn(value, true));
      else if (key[0] === "e") this.#values.set(key, this.#learn(value, false));
      else if (key[0] === "s") for (const row of value) this.#keepSynonym(row);
      else this.#values.set(key, value);
    }
  }

  /** Keeps the chunks of a text of rows and names those that a repair may give. @param {string} rows @param {boolean} isFirst  by first syllable: these rows are complete */
  #learn(rows, isFirst) {
    const chunks = readRows(rows);
    for (const [surface, chunk] of chunks) if (isFirst || !this.#chunks.has(surface)) this.#chunks.set(surface, chunk);
    return [...chunks].filter(([surface, chunk]) => surface.length > 1 && chunk.content !== null).map(([surface]) => surface);
  }

  /** @param {[string, string]} row */
  #keepSynonym([said, meant]) {
    const synonym = { words: said.split(" "), meant: meant.split(",").map((target) => target.split(" ")) };
    const [first] = synonym.words;
    const known = this.#synonyms.get(first);
    if (known) known.push(synonym);
    else this.#synonyms.set(first, [synonym]);
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
  /** @param {string} first the first word of what may have been typed @returns {Synonym[]} */
  synonyms = (first) => this.#synonyms.get(first) ?? [];

  /** The posting list of a term, decoded once. @param {string} key with its sign: w, m, b or i @returns {Postings} */
  postings(key) {
    const known = this.#postings.get(key);
    if (known) return known;
    const text = this.#values.get(key);
    if (typeof text !== "string") return NOTHING;
    const decoded = decode(text, this.core.scale[KINDS[key[0]]]);
    this.#postings.set(key, decoded);
    return decoded;
  }

  /** The jamo of a known surface: repairs compare thousands. @param {string} surface */
  jamoOf(surface) {
    let known = this.#jamo.get(surface);
    if (known === undefined) this.#jamo.set(surface, (known = jamo(surface)));
    return known;
  }
}

/** @param {string} text "t670 l21" @returns {Record<string, number>} */
const countsOf = (text) => Object.fromEntries(text.split(" ").map((one) => [one[0], Number(one.slice(1))]));

/** The file that holds a key: lexicon and synonyms by their first letter, surfaces by their last, terms by all of them. @param {string} key @param {Record<string, number>} counts */
function fileOf(key, counts) {
  const kind = key[0] === "l" || key[0] === "e" ? key[0] : "t";
  return `${kind}${shardOf(key.slice(1), counts[kind])}`;
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
