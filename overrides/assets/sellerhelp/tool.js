// @ts-check
/** What the calculators share: a form that answers while it is filled in. */

/** What the build wrote for the script, null where it wrote nothing. @param {Element} element */
export function ruleOf(element) {
  const template = /** @type {HTMLTemplateElement | null} */ (element.querySelector("template[data-rule]"));
  return JSON.parse(template?.content.textContent || "null");
}

/** The base of a calculator: its data, its form, and one answer for each change. */
export class Tool extends HTMLElement {
  /** @type {any} */
  data = null;

  connectedCallback() {
    this.data = ruleOf(this);
    const form = this.querySelector("form");
    if (!form || !this.data) return;
    form.hidden = false;
    form.addEventListener("input", () => this.answer());
    form.addEventListener("submit", (event) => event.preventDefault());
    /** @type {HTMLElement} */ (this.querySelector(".sh-calc__out")).hidden = false;
    this.begin();
    this.answer();
  }

  begin() {}

  answer() {}

  /** A field as it stands. @param {string} name */
  value(name) {
    return this.field(name).value;
  }

  /** @param {string} name */
  field(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.querySelector(`[name="${name}"]`));
  }

  /** Shows the parts that a case calls for and hides those of the others. @param {string} kind @param {(name: string) => boolean} isWanted */
  showParts(kind, isWanted) {
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(`[data-${kind}]`))) {
      part.hidden = !isWanted(part.dataset[kind] ?? "");
    }
  }

  /** Says the result; the same words are not said twice. @param {...(string | Node)} parts */
  say(...parts) {
    const output = /** @type {HTMLElement} */ (this.querySelector("output"));
    const next = document.createElement("output");
    next.append(...parts);
    if (next.textContent !== output.textContent) output.replaceChildren(...next.childNodes);
  }

  /** Says why there is no result. @param {string} why */
  sayStop(why) {
    const stops = /** @type {HTMLTemplateElement} */ (this.querySelector("[data-stops]")).content;
    const found = stops.querySelector(`[data-stop="${why}"]`);
    this.say(...[...(found?.children ?? [])].map((node) => node.cloneNode(true)));
  }
}
