// @ts-check
/** What counts as a letter: the rules of text.py, which explains them. */

const INVISIBLE =
  /[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
const WIDE = /[\uff01-\uff5e\u3000]/g;
const RUN = /[가-힣]+|[ㄱ-ㅎㅏ-ㅣ]+|[a-z]+|[0-9]+(?:[.,][0-9]+)*|[一-鿿]+/g;
const NOT_SQUEEZED = /[^0-9a-zㄱ-ㅎㅏ-ㅣ가-힣一-鿿]+/g;
export const LONGEST_QUERY = 200;

/** Composed Hangul, half-width small letters, nothing invisible. @param {string} text */
export const clean = (text) => narrowed(text).toLowerCase().normalize("NFC");

/** Half-width letters, small or capital, nothing invisible. @param {string} text */
export const narrowed = (text) => text.replace(INVISIBLE, "").replace(WIDE, narrow);

const narrow = (/** @type {string} */ wide) =>
  wide === "\u3000" ? " " : String.fromCharCode(wide.charCodeAt(0) - 0xfee0);

/** Runs of Hangul, loose jamo, Latin letters, numbers and Hanja. @param {string} cleaned @returns {string[]} */
export const runs = (cleaned) => cleaned.match(RUN) ?? [];

/** The letters and digits without what stands between them. @param {string} cleaned */
export const squeeze = (cleaned) => cleaned.replace(NOT_SQUEEZED, "");

/** The pairs of neighbouring letters, across spaces. @param {string} cleaned */
export function bigrams(cleaned) {
  const letters = squeeze(cleaned);
  return Array.from({ length: Math.max(letters.length - 1, 0) }, (_, at) => letters.slice(at, at + 2));
}

/** @param {string} run */
export const isHangul = (run) => "가" <= run.slice(0, 1) && run.slice(0, 1) <= "힣";
