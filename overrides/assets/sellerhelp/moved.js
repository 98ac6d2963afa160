// @ts-check
/** The page at an old address: goes on at once and takes the #anchor along, which a refresh would lose. */

const link = document.querySelector("a[data-sh-moved]");
if (link instanceof HTMLAnchorElement) {
  link.hash ||= location.hash;
  location.replace(link.href);
}
