// @ts-check
/** Copies a question's permanent address and says so in the link's own words. @param {HTMLAnchorElement} link */
export async function copy(link) {
  const words = link.textContent;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    location.href = link.href; // no clipboard here: the address bar shows it
    return;
  }
  link.textContent = "주소를 복사했어요";
  link.classList.add("is-copied");
  setTimeout(() => {
    link.textContent = words;
    link.classList.remove("is-copied");
  }, 2000);
}
