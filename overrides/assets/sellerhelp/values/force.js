// @ts-check
/** The rule of data.py: which version holds on a day. */

/** @typedef {{from: string, until?: string}} Version from: "" where no source says it */

/** The place of the version in force among versions in order, -1 for none. @param {Version[]} versions @param {string} date */
export function inForce(versions, date) {
  const last = versions.filter(({ from }) => from <= date).length - 1;
  const until = versions[last]?.until;
  return until && until < date ? -1 : last;
}
