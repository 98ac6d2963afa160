// The theme starts this as a classic worker on every page: nothing comes before somebody wants to search.
const [SETUP, READY, QUERY, RESULT, WARM] = [0, 1, 2, 3, 4];
// All at once: left to their imports they would come one after the other.
const MODULES = ["engine", "jamo", "lexicon", "query", "rank", "segmenter", "snippet", "store", "suggest", "text"];
const NOTHING = { items: [], suggest: [], near: [], meant: "", failed: false };
const base = new URL("./", location.href);
const index = new URL(new URLSearchParams(location.search).get("index"), base);
let engine;
let asked = 0;

function begin() {
  engine ??= load().catch((error) => {
    engine = undefined; // asked again with the next query
    throw error;
  });
  return engine;
}

async function load() {
  const core = read("core.json"); // every query needs it
  const [, { Engine }] = await Promise.all([core, ...MODULES.map((name) => import(`${base}${name}.js`))]);
  return new Engine((name) => (name === "core.json" ? core : read(name)));
}

async function read(name) {
  const answer = await fetch(new URL(name, index));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function answer(data) {
  const turn = ++asked;
  let reply = { type: RESULT, data: NOTHING };
  try {
    if (String(data ?? "").trim()) reply = await (await begin()).handle({ type: QUERY, data });
  } catch {
    reply.data = { ...NOTHING, failed: true };
  }
  if (reply && turn === asked) postMessage(reply);
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === QUERY) answer(data);
  if (type === WARM) begin().catch(() => {}); // the query will tell
});
