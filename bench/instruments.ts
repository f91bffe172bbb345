import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { itemsOf, score, scorer } from "@calcar/instruments";
import type { Io } from "../apps/cli/src/io.ts";
import { scoreBatch } from "../apps/cli/src/score/score-batch.ts";
import { noted, uniforms } from "./inputs/baseline.ts";
import type { Task } from "./task.ts";

const hoos = () => loadCatalog(join(import.meta.dirname, "..", "knowledge")).instruments.get("hoos")!;

/** Rows of answers from 0 to 4, one in twenty unanswered, one after another in one array. */
function rows(n: number, items: number): Float64Array {
  const u = uniforms(n * items, 11);
  return u.map((value) => (value < 0.05 ? Number.NaN : Math.floor(value * 4.9999)));
}

const batch: Task = {
  name: "HOOS, all five subscales, row after row",
  sizes: [100_000, 1_000_000],
  unit: "questionnaires",
  target: "under 2 s at 1,000,000",
  prepare: (n) => {
    const ready = scorer(hoos());
    const width = ready.items.length;
    const answers = rows(1000, width);
    return noted(() => {
      const row = ready.newRow();
      let [sum, refused] = [0, 0];
      for (let i = 0; i < n; i++) {
        ready.fill(answers.subarray((i % 1000) * width, ((i % 1000) + 1) * width), row);
        for (let place = 0; place < row.values.length; place++) {
          if (row.refused[place] === 0) sum += row.values[place]!;
          else refused++;
        }
      }
      return { mean: Number((sum / (n * 5 - refused)).toFixed(6)), refused };
    }, 3);
  },
};

const full: Task = {
  name: "HOOS, every score with its working",
  sizes: [10_000, 100_000],
  unit: "questionnaires",
  prepare: (n) => {
    const instrument = hoos();
    const codes = itemsOf(instrument).map(({ code }) => code);
    const answers = rows(1000, codes.length);
    const given = Array.from({ length: 1000 }, (_, i) =>
      Object.fromEntries(codes.map((code, j) => [code, answers[i * codes.length + j]!]).filter(([, value]) => !Number.isNaN(value))),
    ) as Record<string, number>[];
    return noted(() => {
      let refused = 0;
      for (let i = 0; i < n; i++) if (score(instrument, given[i % 1000]!).scores.pain!.refusal) refused++;
      return { refused };
    }, 3);
  },
};

/** A CSV file of `n` questionnaires, made as it is read. */
async function* csv(codes: readonly string[], n: number): AsyncGenerator<Uint8Array> {
  const answers = rows(1000, codes.length);
  const lines = Array.from({ length: 1000 }, (_, i) =>
    Array.from(answers.subarray(i * codes.length, (i + 1) * codes.length), (value) => (Number.isNaN(value) ? "" : value)).join(","),
  );
  const thousand = Buffer.from(lines.map((line, i) => `hip-${i},${line}\n`).join(""));
  yield Buffer.from(`hip,${codes.join(",")}\n`);
  for (let made = 0; made < n; made += 1000) yield thousand;
}

const streamed: Task = {
  name: "HOOS, a CSV file streamed through the command line's batch",
  sizes: [100_000, 1_000_000],
  unit: "rows",
  target: "memory under 200 MB at 1,000,000",
  prepare: (n) => {
    const instrument = hoos();
    const codes = itemsOf(instrument).map(({ code }) => code);
    let written = 0;
    const write = async (text: string) => {
      written += text.length;
    };
    const io = { open: () => csv(codes, n), write, err: () => undefined };
    const run = async () => {
      const status = await scoreBatch(io as unknown as Io, { instrument, options: {}, path: "answers.csv", refusedPath: undefined });
      if (status !== 0) throw new Error(`exit ${status}`);
    };
    return { run, repeats: 1, note: () => `${Math.round(written / 1e6)} MB written` };
  },
};

export const tasks: readonly Task[] = [batch, full, streamed];
