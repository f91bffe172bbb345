import { parentPort, workerData } from "node:worker_threads";
import type { Catalog } from "@calcar/catalog";
import { doPageJob, type PageJob } from "./page-jobs.ts";

/** A thread that checks pages: it is given the knowledge once and then one job after the other. */
const catalog = workerData as Catalog;
const port = parentPort!;
port.on("message", async (job: PageJob) => port.postMessage(await doPageJob(catalog, job)));
