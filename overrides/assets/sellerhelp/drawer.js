// @ts-check
/** The drawer by keyboard: it takes the focus, gives it back, and closes when the focus leaves it. */

let isHeeded = false;

/** The drawer has just been opened. @param {HTMLInputElement} box  the theme's checkbox @param {HTMLElement} button */
export function opened(box, button) {
  const drawer = () => document.getElementById("sh-drawer");
  const isOutside = () => !drawer()?.contains(document.activeElement);
  const heed = () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (box.checked) /** @type {HTMLElement | null | undefined} */ (drawer()?.querySelector("[aria-current]") ?? drawer()?.querySelector("a"))?.focus();
    else if (document.activeElement === document.body || !isOutside()) button.focus();
  };
  if (isHeeded) return;
  isHeeded = true;
  heed();
  box.addEventListener("change", heed);
  // It lies over the page.
  document.addEventListener("focusin", () => box.checked && isOutside() && document.activeElement !== button && box.click());
  document.addEventListener("keydown", (event) => event.key === "Escape" && box.checked && box.click());
}
