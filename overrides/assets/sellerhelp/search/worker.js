// The theme starts this as a classic worker, on every page: it loads nothing until somebody wants to search.
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;
const WARM = 4;
// All at once: left to their imports they would come one after the other, each a way to the host and back.
const MODULES = ["engine", "jamo", "lexicon", "query", "rank", "segmenter", "snippet", "store", "suggest", "text"];
const NOTHING = { items: [], suggest: [], near: [], meant: "", failed: false };
const base = new URL("./", self.location.href);
const index = new URL(new URLSearchParams(self.location.search).get("index") ?? "", base);
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
  const [{ Engine }] = await Promise.all(MODULES.map((name) => import(new URL(`${name}.js`, base).href)));
  return new Engine(read);
}

async function read(name) {
  const answer = await fetch(new URL(name, index));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

async function answer(data) {
  const turn = ++asked;
  const reply = String(data ?? "").trim()
    ? await begin().then((it) => it.handle({ type: QUERY, data })).catch(() => ({ type: RESULT, data: { ...NOTHING, failed: true } }))
    : { type: RESULT, data: NOTHING };
  if (reply && turn === asked) self.postMessage(reply);
}

self.addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) self.postMessage({ type: READY });
  if (type === QUERY) answer(data);
  if (type === WARM) begin().then((it) => it.handle({ type: WARM })).catch(() => {}); // the query will tell
});
