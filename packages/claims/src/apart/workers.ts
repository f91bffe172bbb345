import { Worker } from "node:worker_threads";
import { ok, type Result, refuse } from "@calcar/vocabulary";

/** How much of the machine work apart may take. */
export interface WorkLimits {
  readonly workers: number; // at most so many at once
  readonly waiting: number; // further jobs that may wait for one
  readonly ms: number; // for one job, from when a worker has it
  readonly megabytes: number; // of memory for one worker
}

/** The file a worker runs, and what it is given to begin with. */
export interface WorkerScript {
  readonly url: URL;
  readonly data: unknown;
}

interface Waiting<Job, Answer> {
  readonly job: Job;
  readonly resolve: (answered: Result<Answer>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Work done apart from the thread that answers everybody, in a few workers that take jobs in their turn. A worker that takes
 * too long or too much memory is ended, and another takes its place. Workers start when they are first needed.
 */
export class Workers<Job, Answer> {
  readonly #script: WorkerScript;
  readonly #limits: WorkLimits;
  readonly #waiting: Waiting<Job, Answer>[] = [];
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  #isClosed = false;

  constructor(script: WorkerScript, limits: WorkLimits) {
    this.#script = script;
    this.#limits = limits;
  }

  /**
   * Has a job done.
   *
   * @returns the answer; the promise fails where the work itself is at fault
   * @refuses unavailable/busy when as many jobs wait as may, or everything is being closed
   * @refuses invalid/too-slow when the job takes longer than it may
   * @refuses invalid/too-much-memory when it takes more memory than it may
   */
  ask(job: Job): Promise<Result<Answer>> {
    if (this.#isClosed || this.#waiting.length >= this.#limits.waiting) return Promise.resolve(refuse("unavailable", "busy"));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#giveNext();
    });
  }

  /** Ends all workers; whoever waits is refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(refuse("unavailable", "busy"));
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #giveNext(): void {
    if (this.#waiting.length === 0 || this.#isClosed) return;
    const worker = this.#idle.pop() ?? (this.#all.size < this.#limits.workers ? this.#start() : undefined);
    if (worker) this.#give(worker, this.#waiting.shift()!);
  }

  #start(): Worker {
    const worker = new Worker(this.#script.url, {
      workerData: this.#script.data,
      env: {}, // strangers' pages are read there: no secret of the server is
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    });
    this.#all.add(worker);
    return worker;
  }

  #give(worker: Worker, { job, resolve, reject }: Waiting<Job, Answer>): void {
    const ended = (end: () => void): void => {
      clearTimeout(timer);
      clearInterval(watch);
      this.#end(worker);
      end();
      this.#giveNext();
    };
    const timer = setTimeout(() => ended(() => resolve(refuse("invalid", "too-slow"))), this.#limits.ms);
    const watch = setInterval(async () => {
      if ((await megabytesOf(worker)) > this.#limits.megabytes && this.#all.has(worker))
        ended(() => resolve(refuse("invalid", "too-much-memory")));
    }, WATCH_MS);
    worker.removeAllListeners();
    worker.ref();
    worker.once("error", (error) => ended(() => (isOutOfMemory(error) ? resolve(refuse("invalid", "too-much-memory")) : reject(error))));
    worker.once("exit", () => ended(() => resolve(refuse("unavailable", "busy"))));
    worker.once("message", (answer: Answer) => {
      clearTimeout(timer);
      clearInterval(watch);
      this.#rest(worker);
      resolve(ok(answer));
      this.#giveNext();
    });
    worker.postMessage(job);
  }

  #rest(worker: Worker): void {
    worker.removeAllListeners();
    worker.on("error", () => this.#end(worker));
    worker.on("exit", () => this.#end(worker));
    worker.unref();
    this.#idle.push(worker);
  }

  #end(worker: Worker): void {
    worker.removeAllListeners();
    worker.on("error", () => undefined); // it is on its way out, and its job has been answered
    this.#all.delete(worker);
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    void worker.terminate();
  }
}

const WATCH_MS = 200;

/** What a worker holds, on its heap and beside it: bytes stand beside it, and no limit that a thread can be given counts them. */
async function megabytesOf(worker: Worker): Promise<number> {
  const held = await worker.getHeapStatistics().catch(() => undefined); // it has ended meanwhile
  return held === undefined ? 0 : (held.used_heap_size + held.external_memory) / 1_000_000;
}

const isOutOfMemory = (error: Error): boolean => "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
