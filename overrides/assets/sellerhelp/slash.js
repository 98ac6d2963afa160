// @ts-check
/** Single keys collide with screen readers and speech input (WCAG 2.1.4): "/" opens the search only for who asked for it. */

const SLASH = "sh-slash";

export function isSlashOn() {
  try {
    return localStorage.getItem(SLASH) === "on";
  } catch {
    return false; // denied
  }
}

/** @param {boolean} isOn */
export function setSlash(isOn) {
  try {
    localStorage.setItem(SLASH, isOn ? "on" : "off");
  } catch {
    // denied or full: it stays off
  }
}
