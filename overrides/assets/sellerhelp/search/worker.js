// The theme starts this as a classic worker on every page: nothing comes before somebody wants to search.
const [SETUP, READY, QUERY, RESULT, WARM] = [0, 1, 2, 3, 4];
// All at once: left to their imports they would come one after the other.
const MODULES = "engine jamo lexicon query rank repair segmenter snippet store suggest text".split(" ");
const NOTHING = { items: [], suggest: [], near: [], meant: "", failed: false };
const base = new URL("./", location);
const params = new URLSearchParams(location.search);
const index = new URL(params.get("index"), base);
let engine;
let asked = 0;

const begin = () => (engine ??= load());

async function load() {
  let core = read("core.json"); // comes beside the modules
  core.catch(() => {});
  const early = () => [core, (core = null)][0];
  try {
    const [{ Engine }] = await Promise.all(MODULES.map((name) => import(`${base}${name}.js`)));
    return new Engine((name) => (name === "core.json" && early()) || read(name), params.get("files"));
  } catch {
    engine = null; // asked again with the next query
  }
}

async function read(name) {
  const answer = await fetch(new URL(name, index));
  if (!answer.ok) throw new Error(name);
  return answer.json();
}

async function answer(data) {
  const turn = ++asked;
  let reply = { type: RESULT, data: NOTHING };
  if (String(data ?? "").trim()) {
    const it = await begin();
    reply = it ? await it.handle({ type: QUERY, data }) : { type: RESULT, data: { ...NOTHING, failed: true } };
  }
  if (reply && turn === asked) postMessage(reply);
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === QUERY) answer(data);
  if (type === WARM) begin();
});
