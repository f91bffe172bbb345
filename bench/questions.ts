import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Catalog, loadCatalog } from "@calcar/catalog";
import { testServer } from "@calcar/server/testing";
import { openDb } from "@calcar/storage";
import type { Task } from "./task.ts";

/** The server without a port, with the first account signed in, on the repository's own knowledge. */
async function signedIn() {
  const catalog = loadCatalog(join(import.meta.dirname, "..", "knowledge"));
  const folder = mkdtempSync(join(tmpdir(), "calcar-bench-"));
  const opened = await openDb({ folder });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const server = await testServer({ db: opened.value, catalog });
  const cookie = await server.signInFirst();
  const get = async (path: string): Promise<void> => {
    const { statusCode } = await server.send("GET", `/api/questions/${path}`, { cookie });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
  };
  const close = async (): Promise<void> => {
    await server.app.close();
    await opened.value.close();
    rmSync(folder, { recursive: true });
  };
  return { catalog, get, close };
}

/** What is asked one after the other, through session, validation and serialisation. */
const asking =
  (paths: (catalog: Catalog) => readonly string[]): Task["prepare"] =>
  async () => {
    const { catalog, get, close } = await signedIn();
    const asked = paths(catalog);
    return {
      perRun: asked.length,
      run: async () => {
        for (const path of asked) await get(path);
      },
      close,
    };
  };

const ids = ({ questions }: Catalog): string[] => [...questions.keys()];

export const tasks: readonly Task[] = [
  {
    name: "the answer of a question from the server, each question in turn",
    sizes: [1],
    unit: "answers",
    target: "under 100 ms",
    limit: { at: 1, ms: 100 },
    prepare: asking(ids),
  },
  {
    name: "an answer pooled another way, with a study left out",
    sizes: [1],
    unit: "answers",
    target: "under 100 ms",
    limit: { at: 1, ms: 100 },
    prepare: asking(() => ["REML", "DL", "PM", "FE"].map((tau2) => `PS3d?tau2=${tau2}&ci=hksj&without=hernigou-2018`)),
  },
  {
    name: "a figure as SVG from the server, each kind in turn",
    sizes: [1],
    unit: "figures",
    prepare: asking(() => [
      "PS3/forest.svg",
      "PS3d/forest.svg?figure=cumulative",
      "PS3d/forest.svg?figure=leave-one-out",
      "PS3d/forest.svg?figure=subgroups&by=phase",
      "hip-oa-pain-change/forest.svg",
      "hip-oa-conversion/forest.svg",
    ]),
  },
  {
    name: "the evidence of a question for Word from the server",
    sizes: [1],
    unit: "reports",
    prepare: asking(() => ["PS3/report.docx"]),
  },
];
