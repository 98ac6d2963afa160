// @ts-check
/** Search in a folder on a disk: file:// allows neither workers nor fetch, but scripts. Runs before the theme asks for a worker. */
import { Engine } from "./engine.js";

/** @typedef {{location: string}} Item */

/** @type {Map<string, (content: any) => void>} */
const waiting = new Map();

/** Reads a file of the index, which is written as a script that calls sh.shard. @param {string} name @param {URL} folder */
function read(name, folder) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = () => {
      script.remove();
      waiting.delete(name);
      reject(new Error(name)); // nothing happens if it has come
    };
    waiting.set(name, resolve);
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    script.src = new URL(name.replace(/json$/, "js"), folder).href;
    document.head.append(script);
  });
}

/** Nobody serves a folder's first page here. @param {string} location */
const fileOf = (location) => location.replace(/(^|\/)(?=[?#]|$)/, "$1index.html");

/** @param {any} data */
function withFiles(data) {
  const groups = [...(data?.items ?? []), ...(data?.pages ?? [])];
  for (const item of /** @type {Item[]} */ (groups.flat())) item.location = fileOf(item.location);
  return data;
}

/** What the theme takes for a worker. */
class NearWorker extends EventTarget {
  #engine;

  /** @param {string | URL} address  of the worker, with the way to the index */
  constructor(address) {
    super();
    const worker = new URL(address, location.href);
    const folder = new URL(worker.searchParams.get("index") ?? "", worker);
    this.#engine = new Engine((name) => read(name, folder), worker.searchParams.get("files"));
  }

  /** @param {any} message */
  async postMessage(message) {
    const reply = await this.#engine.handle(message);
    if (reply) this.dispatchEvent(new MessageEvent("message", { data: { ...reply, data: withFiles(reply.data) } }));
  }

  terminate() {}
}

const { sh } = /** @type {any} */ (globalThis);
sh.shard = (/** @type {string} */ name, /** @type {any} */ content) => waiting.get(name)?.(content);
/** @type {any} */ (globalThis).Worker = NearWorker;
