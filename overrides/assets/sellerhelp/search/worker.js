// The theme starts this as a classic worker; modules come in by a dynamic import.
const base = new URL("./", self.location.href);
const asked = new URLSearchParams(self.location.search);
const index = new URL(asked.get("index") ?? "", base);
const engine = import(new URL("engine.js", base).href).then(({ Engine }) => new Engine(read, asked.get("files")));

async function read(name) {
  const answer = await fetch(new URL(name, index));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}

self.addEventListener("message", async (event) => {
  const reply = await (await engine).handle(event.data);
  if (reply) self.postMessage(reply);
});
