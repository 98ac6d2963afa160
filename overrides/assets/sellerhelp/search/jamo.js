// @ts-check
/** Syllables taken apart and put together: the rules of jamo.py, which explains them. */

export const FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
export const MIDDLE = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
export const LAST = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const PAIRS =
  "ㅗㅏㅘ ㅗㅐㅙ ㅗㅣㅚ ㅜㅓㅝ ㅜㅔㅞ ㅜㅣㅟ ㅡㅣㅢ ㄱㅅㄳ ㄴㅈㄵ ㄴㅎㄶ ㄹㄱㄺ ㄹㅁㄻ ㄹㅂㄼ ㄹㅅㄽ ㄹㅌㄾ ㄹㅍㄿ ㄹㅎㅀ ㅂㅅㅄ";
const KOREAN_KEYS = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ";
export const JOINED = new Map(PAIRS.split(" ").map((pair) => [pair.slice(0, 2), pair[2]]));
const LETTERS = "qwertyuiopasdfghjklzxcvbnm";
const SHIFTED = { Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ" };
/** @type {Map<string, string>} */
export const KEYS = new Map([
  ...[...LETTERS].map((key, at) => /** @type {[string, string]} */ ([key, KOREAN_KEYS[at]])),
  ...[...LETTERS.toUpperCase()].map((key, at) => /** @type {[string, string]} */ ([key, KOREAN_KEYS[at]])),
  ...Object.entries(SHIFTED),
]);
const BASE = 0xac00;
const BLOCK = 588;
const ROW = 28;

/** @param {string} letter */
export const isSyllable = (letter) => "가" <= letter && letter <= "힣";

/** The jamo of a syllable, or the letter itself. @param {string} letter */
export function parts(letter) {
  if (!isSyllable(letter)) return letter;
  const code = letter.charCodeAt(0) - BASE;
  const last = LAST[code % ROW].trim();
  return FIRST[Math.floor(code / BLOCK)] + MIDDLE[Math.floor((code % BLOCK) / ROW)] + last;
}

/** Takes all syllables of a text apart. @param {string} text */
export const jamo = (text) => Array.from(text, parts).join("");

/** The first consonants: 배송비 is ㅂㅅㅂ. @param {string} text */
export const initials = (text) =>
  Array.from(text, (letter) => (isSyllable(letter) ? parts(letter)[0] : letter)).join("");

/** Latin letters as the Korean keys under them, capitals with shift: qothdql is 배송비. @param {string} latin */
export const fromKeys = (latin) => compose(Array.from(latin, (letter) => KEYS.get(letter) ?? letter).join(""));

/** Puts loose jamo together as a keyboard would. @param {string} loose */
export function compose(loose) {
  let out = "";
  let at = 0;
  while (at < loose.length) {
    const isStart = FIRST.includes(loose[at]) && isMiddle(loose, at + 1);
    const [letter, next] = isStart ? syllable(loose, at) : [loose[at], at + 1];
    out += letter;
    at = next;
  }
  return out;
}

/** @param {string} loose @param {number} at */
const isMiddle = (loose, at) => at < loose.length && MIDDLE.includes(loose[at]);

/** @param {string} loose @param {number} start @returns {[string, number]} */
function syllable(loose, start) {
  let [middle, at] = joined(loose, start + 1);
  let last = " ";
  if (at < loose.length && LAST.indexOf(loose[at]) > 0 && !isMiddle(loose, at + 1)) {
    last = loose[at++];
    const pair = JOINED.get(last + loose.slice(at, at + 1));
    if (pair && !isMiddle(loose, at + 1)) [last, at] = [pair, at + 1];
  }
  const code = FIRST.indexOf(loose[start]) * BLOCK + MIDDLE.indexOf(middle) * ROW + LAST.indexOf(last);
  return [String.fromCharCode(BASE + code), at];
}

/** @param {string} loose @param {number} at @returns {[string, number]} */
function joined(loose, at) {
  const pair = JOINED.get(loose.slice(at, at + 2));
  return pair && MIDDLE.includes(pair) ? [pair, at + 2] : [loose[at], at + 1];
}
