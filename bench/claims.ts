import { pageOfText, readPage } from "@calcar/claims";
import type { Task } from "./task.ts";

/** Sentences of the kinds that pages hold, so that every part of the reading has work to do. */
const SENTENCES = [
  "Dr. Reyes injected the left hip, e.g. under ultrasound, and the pain fell by 2.5 points.",
  'Patients are told that "the cells rebuild the joint", which no trial has shown.',
  "Is it safe? Nobody can say so yet.",
  "The gain was small (Haro et al., 2016).1 It did not last beyond 6 mo. in 32 pts.",
  "Individual results may vary.",
];

const textOf = (kilobytes: number): string => {
  const paragraphs: string[] = [];
  for (let length = 0, i = 0; length < kilobytes * 1000; i++) {
    const paragraph = [0, 1, 2].map((step) => SENTENCES[(i + step) % SENTENCES.length]).join(" ");
    paragraphs.push(i % 6 === 0 ? `What the Cells Do\n${paragraph}` : i % 6 === 3 ? `- ${paragraph}` : paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n").slice(0, kilobytes * 1000);
};

const htmlOf = (kilobytes: number): string => {
  const body = textOf(kilobytes)
    .split("\n\n")
    .map((paragraph) => `<p>${paragraph.replace("cells", "<b>cells</b>").replaceAll("&", "&amp;")}</p>\n`)
    .join("");
  return `<!DOCTYPE html><title>Cells</title><body>${body.slice(0, kilobytes * 1000 - 60)}`;
};

const DEEP = 100_000;

export const tasks: readonly Task[] = [
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
