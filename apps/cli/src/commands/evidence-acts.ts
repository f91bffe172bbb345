import { benchmarks, findQuestion, freshness, impact, publishedPools, studyPage } from "@calcar/evidence";
import { EXIT, type Io } from "../io.ts";
import { type Format, refused } from "../options.ts";
import { freshnessText } from "../text/freshness-text.ts";
import { impactText } from "../text/impact-text.ts";
import { benchmarksText, poolsText } from "../text/registers-text.ts";
import { studyText } from "../text/study-text.ts";
import { wrap } from "../text/wrap.ts";

/** What one act of `calcar evidence` is asked. */
export interface Asked {
  readonly io: Io;
  readonly format: Format;
  readonly today: string; // YYYY-MM-DD
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** One study with its provenance, and what was looked for about it in vain. */
export function show(id: string, { io, format }: Asked): number {
  const catalog = io.catalog();
  const page = studyPage(catalog, id);
  if (!page.ok) throw refused(id, page.refusal);
  const vain = page.value.notFound.map(
    ({ what, on, note }) => `- ${wrap(`${what} (searched ${on})${note === undefined ? "" : `. ${note}`}`, "  ")}\n`,
  );
  if (format === "json") io.out(json(page.value));
  else io.out(`${studyText(page.value)}${vain.length > 0 ? `\nLooked for and not found\n${vain.join("")}` : ""}`);
  return EXIT.done;
}

/** How fresh everything is. Exit 1 when anything is stale. */
export function fresh({ io, format, today }: Asked): number {
  const found = freshness(io.catalog(), today);
  if (!found.ok) throw refused(`--today ${today}`, found.refusal);
  io.out(format === "json" ? json(found.value) : freshnessText(found.value));
  const { questions, trials, studies, guidelines } = found.value;
  const all = [...questions, ...trials, ...studies.overdue, ...guidelines.overdue];
  return all.some(({ state }) => state === "stale") ? EXIT.no : EXIT.done;
}

/** Everything that moves when a study changes. */
export function moves(id: string, { io, format }: Asked): number {
  const found = impact(io.catalog(), id);
  if (!found.ok) throw refused(id, found.refusal);
  io.out(format === "json" ? json(found.value) : impactText(found.value));
  return EXIT.done;
}

/** What published reviews pooled on a question. */
export function pools(id: string, { io, format }: Asked): number {
  const catalog = io.catalog();
  const question = findQuestion(catalog, id);
  if (!question.ok) throw refused(id, question.refusal);
  const found = publishedPools(catalog, question.value);
  io.out(format === "json" ? json({ question: question.value.id, ...found, knowledge: catalog.version }) : poolsText(found));
  return EXIT.done;
}

/** What hip replacement does. */
export function replacement({ io, format }: Asked): number {
  const catalog = io.catalog();
  const found = benchmarks(catalog);
  io.out(format === "json" ? json({ ...found, knowledge: catalog.version }) : benchmarksText(found));
  return EXIT.done;
}
