// @ts-check
/** <sh-term>: under a finger the first press opens the meaning, the second leads to the glossary. */
import { Note } from "../note.js";

class Term extends Note {
  opensOnPress() {
    return matchMedia("(hover: none)").matches && !this.classList.contains("is-open");
  }
}

if (!customElements.get("sh-term")) customElements.define("sh-term", Term);
