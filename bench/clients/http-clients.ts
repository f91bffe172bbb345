import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

/** What the clients ask, and how many of them there are. */
export interface Asking {
  readonly url: string;
  readonly cookie: string;
  readonly body: Uint8Array;
  readonly clients: number;
  readonly requests: number; // of one round, shared by the clients
}

// Runs on a thread of its own, as clients do not share the server's.
const { url, cookie, body, clients, requests } = workerData as Asking;
const agent = new Agent({ keepAlive: true, maxSockets: clients });
const options = { agent, method: "POST", headers: { cookie, "content-type": "application/json", "content-length": body.length } };

/** Each message is one round; the answer is the milliseconds of every request of it. */
parentPort?.on("message", async () => parentPort?.postMessage(await round()));

/** Every client asks again as soon as it has its answer, until the round is over. */
async function round(): Promise<number[]> {
  const times: number[] = [];
  let left = requests;
  const client = async () => {
    while (left-- > 0) times.push(await timed());
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** One request over a kept connection; the milliseconds until its last byte. */
function timed(): Promise<number> {
  const began = performance.now();
  return new Promise((done, fail) => {
    const sent = request(url, options, (response) => {
      if (response.statusCode !== 200) fail(new Error(`status ${response.statusCode}`));
      response.resume().once("end", () => done(performance.now() - began));
    });
    sent.once("error", fail).end(body);
  });
}
