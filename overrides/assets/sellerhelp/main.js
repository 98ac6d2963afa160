// @ts-check
/** What every page needs comes at once; an element's module when a page first holds the element. */
import "./contact/element.js";
import { beginSearch } from "./open.js";
import { beginOverhearing } from "./overhear.js";
import { begin } from "./page.js";

/** Element -> its module. @type {Record<string, string>} */
const MODULES = {
  "sh-value": "values/value",
  "sh-term": "terms/term",
  "sh-dated": "values/dated",
  "sh-today": "settlement/today",
  "sh-settlement": "settlement/element",
  "sh-fees": "fees/element",
  "sh-notice": "notices/element",
  "sh-checklist": "checklist/element",
  "sh-feedback": "feedback/element",
};

/** Elements upgrade by themselves once their module is there, on this page and on every later one. */
function load() {
  for (const tag in MODULES) {
    if (!document.querySelector(tag)) continue;
    import(`./${MODULES[tag]}.js`).catch(() => {}); // without its script the element shows what the build wrote
    delete MODULES[tag];
  }
}

// No browser shall open again what was open before; in HTML a box may not say so.
for (const box of document.querySelectorAll(".md-toggle")) box.setAttribute("autocomplete", "off");
begin();
beginOverhearing();
beginSearch();
// The theme tells of each page that it has put in place.
const pages = /** @type {any} */ (globalThis).document$;
if (pages?.subscribe) pages.subscribe(load);
else load();
