// @ts-check
/** Opens the question that holds the address's anchor: older browsers do not do it by themselves. */
export function open() {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch {
    return; // an address cut in the middle of a letter names nothing
  }
  const details = id && document.getElementById(id)?.closest("details");
  if (details && !details.open) {
    details.open = true;
    document.getElementById(id)?.scrollIntoView();
  }
}
