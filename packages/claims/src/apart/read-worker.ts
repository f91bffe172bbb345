import { parentPort } from "node:worker_threads";
import { readPage } from "../page/read-page.ts";
import type { FileToRead } from "./page-reader.ts";

/** A thread that reads files that may be made to be slow. */
const port = parentPort!;
port.on("message", async ({ bytes, name }: FileToRead) => port.postMessage(await readPage(bytes, { name })));
