// @ts-check
/** Finds out which worker answers the theme's search: the theme keeps it to itself, and the dialog needs its whole answers. */

/** @typedef {{items: any[][], suggest?: string[], near?: string[], meant?: string, failed?: boolean, pages?: any[][]}} Answer */

const RESULT = 3;
export const WARM = 4; // our own: the dialog is open, load what every query needs

/** @type {Worker | null} */
let worker = null;
/** @type {(answer: Answer) => void} */
let heed = () => {};

/** The first message that the theme sends names its worker; then its prototype is as before. */
export function beginOverhearing() {
  const { prototype } = Worker;
  const send = prototype.postMessage;
  /** @this {Worker} @param {any[]} message */
  prototype.postMessage = function (...message) {
    prototype.postMessage = send;
    worker = this;
    // The theme listens already: it has drawn an answer when we hear of it, and nothing is painted in between.
    worker.addEventListener("message", ({ data }) => data?.type === RESULT && heed(data.data));
    send.apply(this, /** @type {any} */ (message));
  };
}

/** @param {(answer: Answer) => void} listener  hears each answer after the theme has drawn it */
export function onAnswer(listener) {
  heed = listener;
}

/** Says whether the worker is known; without one its answers are not heard. */
export const isHeard = () => worker !== null;

/** Lets the worker load what every query needs. */
export const warm = () => worker?.postMessage({ type: WARM });
