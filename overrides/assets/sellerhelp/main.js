// @ts-check
/** What every page needs comes at once; an element's module when a page first holds the element. */
import "./contact/element.js";
import { beginSearch } from "./open.js";
import { beginOverhearing } from "./overhear.js";
import { begin } from "./page.js";

/** @type {Record<string, () => Promise<unknown>>} */
const MODULES = {
  "sh-value": () => import("./values/value.js"),
  "sh-dated": () => import("./values/dated.js"),
  "sh-today": () => import("./settlement/today.js"),
  "sh-settlement": () => import("./settlement/element.js"),
  "sh-fees": () => import("./fees/element.js"),
  "sh-checklist": () => import("./checklist/element.js"),
  "sh-feedback": () => import("./feedback/element.js"),
  "sh-notice": () => import("./notices/element.js"),
};

/** Elements upgrade by themselves once their module is there, on this page and on every later one. */
function load() {
  for (const tag in MODULES) {
    if (!document.querySelector(tag)) continue;
    MODULES[tag]().catch(() => {}); // without its script the element shows what the build wrote
    delete MODULES[tag];
  }
}

begin();
beginOverhearing();
beginSearch();
// The theme tells of each page that it has put in place.
const pages = /** @type {any} */ (globalThis).document$;
if (pages?.subscribe) pages.subscribe(load);
else load();
