// @ts-check
/** Makes an element that holds a text. @param {string} tag @param {string} text @param {string} [name] its class */
export function make(tag, text, name = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (name) made.className = name;
  return made;
}
