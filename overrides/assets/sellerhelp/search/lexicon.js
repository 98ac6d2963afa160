// @ts-check
/** Reads the lexicon that lexicon.py prints. */

/** @typedef {import("./segmenter.js").Chunk} Chunk */

const cost = (/** @type {string} */ tenths) => (tenths ? Number(tenths) / 10 : null);

/** One chunk a row: surface, content and function cost in tenths, words. @param {string} text @returns {Map<string, Chunk>} */
export function readRows(text) {
  return new Map(text.split("\n").filter(Boolean).map(chunkOf));
}

/** @param {string} row @returns {[string, Chunk]} */
function chunkOf(row) {
  const [surface, content = "", light = "", words = ""] = row.split("\t");
  const meant = words ? words.split(" ") : content ? [surface] : [];
  return [surface, { content: cost(content), words: meant, function: cost(light) }];
}
