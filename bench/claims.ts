import { join } from "node:path";
import { type Catalog, loadCatalog } from "@calcar/catalog";
import { checkPage, pageOfText, readPage } from "@calcar/claims";
import type { Task } from "./task.ts";

const TODAY = "2026-11-21";
const knowledge = (): Catalog => loadCatalog(join(import.meta.dirname, "..", "knowledge"));

/** Sentences of the kinds that pages hold, so that every part of the reading has work to do. */
const SENTENCES = [
  "Dr. Reyes injected the left hip, e.g. under ultrasound, and the pain fell by 2.5 points.",
  'Patients are told that "the cells rebuild the joint", which no trial has shown.',
  "Is it safe? Nobody can say so yet.",
  "The gain was small (Haro et al., 2016).1 It did not last beyond 6 mo. in 32 pts.",
  "Individual results may vary.",
];

/** The rules' own cases, one in three sentences: nearly six findings in a kilobyte, about twice as many as on a page of a seller. */
const CASES = knowledge()
  .claims.flatMap(({ cases }) => [...cases.flag, ...cases.pass])
  .flatMap((sentence, i) => [sentence.replace(/\s+/g, " "), SENTENCES[i % SENTENCES.length]!, SENTENCES[(i + 2) % SENTENCES.length]!]);

/** Prose in paragraphs, headings and lists. @param begin which sentences it begins with: another number is another page */
const textOf = (kilobytes: number, sentences: readonly string[] = SENTENCES, begin = 0): string => {
  const paragraphs: string[] = [];
  for (let length = 0, i = begin; length < kilobytes * 1000; i++) {
    const paragraph = [0, 1, 2].map((step) => sentences[(i * 3 + step) % sentences.length]).join(" ");
    paragraphs.push(i % 6 === 0 ? `What the Cells Do\n${paragraph}` : i % 6 === 3 ? `- ${paragraph}` : paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n").slice(0, kilobytes * 1000);
};

const htmlOf = (kilobytes: number, text = textOf(kilobytes)): string => {
  const body = text
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace("cells", "<b>cells</b>")}</p>\n`)
    .join("");
  return `<!DOCTYPE html><title>Cells</title><body>${body.slice(0, kilobytes * 1000 - 60)}`;
};

/** Reads and checks one page of a file. */
async function checked(catalog: Catalog, bytes: Uint8Array, name: string): Promise<number> {
  const read = await readPage(bytes, { name });
  if (!read.ok) throw new Error(`${name} was refused: ${read.refusal.code}`);
  return checkPage(read.value, catalog, { today: TODAY }).findings.length;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Pages of 5 to 10 kB, text and HTML in turn, no two alike. */
async function checkMany(catalog: Catalog, pages: number): Promise<void> {
  for (let i = 0; i < pages; i++) {
    const text = textOf(5 + (i % 6), i % 3 === 0 ? SENTENCES : CASES, i * 7);
    await checked(catalog, bytesOf(i % 2 === 0 ? text : htmlOf(5 + (i % 6), text)), i % 2 === 0 ? "page.txt" : "page.html");
  }
}

const DEEP = 100_000;

export const tasks: readonly Task[] = [
  {
    name: "a text of a seller checked by all rules",
    sizes: [100, 1_000, 4_000],
    unit: "kB",
    limit: { at: 1_000, ms: 1_000 },
    prepare: (size) => {
      const catalog = knowledge();
      const bytes = bytesOf(textOf(size, CASES));
      return { run: () => checked(catalog, bytes, "page.txt") };
    },
  },
  {
    name: "an HTML page of a seller checked by all rules",
    sizes: [25, 100],
    unit: "kB",
    limit: { at: 100, ms: 100 },
    prepare: (size) => {
      const catalog = knowledge();
      const bytes = bytesOf(htmlOf(size, textOf(size, CASES)));
      return { run: () => checked(catalog, bytes, "page.html") };
    },
  },
  {
    name: "pages of 5 to 10 kB, text and HTML, checked one after the other",
    sizes: [250, 1_000],
    unit: "pages",
    limit: { at: 1_000, ms: 20_000, megabytes: 1_000 },
    prepare: (size) => {
      const catalog = knowledge();
      return { repeats: 3, run: () => checkMany(catalog, size) };
    },
  },
  {
    name: "one sentence without an end, checked by all rules",
    sizes: [250, 1_000],
    unit: "kB",
    target: "bounded, growth 4",
    prepare: (size) => {
      const catalog = knowledge();
      const bytes = bytesOf(textOf(size, CASES).replace(/[.!?:;\n]+/g, " "));
      return { run: () => checked(catalog, bytes, "page.txt") };
    },
  },
  {
    name: "a plain text read into sentences",
    sizes: [100, 1_000],
    unit: "kB",
    target: "1 MB per second, with all rules",
    prepare: (size) => {
      const text = textOf(size);
      return { run: () => pageOfText(text) };
    },
  },
  {
    name: "an HTML page read into sentences",
    sizes: [100, 1_000],
    unit: "kB",
    target: "1 MB per second, with all rules",
    prepare: (size) => {
      const bytes = new TextEncoder().encode(htmlOf(size));
      return { run: () => readPage(bytes, { name: "page.html" }) };
    },
  },
  {
    name: "tags nested without end, read",
    sizes: [DEEP / 10, DEEP],
    unit: "tags",
    target: "bounded, growth 1",
    prepare: (size) => {
      const html = `${"<div>".repeat(size)}deep`;
      return { run: () => pageOfText(html, "html") };
    },
  },
];
