import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, pageOfText } from "@calcar/claims";

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly confidence: "high" | "medium" | "low";
}

/** A labelled page. Its text is other people's: it is read and linted, never written anywhere. */
export interface LabelledPage {
  readonly id: string;
  readonly author: string; // domain, seed, or who constructed it
  readonly origin: string; // "verbatim-seed", "rewritten-excerpt", "constructed"
  readonly page: Page;
  readonly labels: readonly Label[];
  readonly pageLabels: readonly { readonly rule: string; readonly confidence: Label["confidence"] }[];
  readonly hardNegatives: readonly { readonly start: number; readonly end: number; readonly notRule: string }[];
}

interface Line {
  readonly id: string;
  readonly file: string;
  readonly textOrigin: string;
  readonly source: { readonly domain?: string; readonly seed?: string } | null;
  readonly annotations: readonly Label[];
  readonly pageRules: LabelledPage["pageLabels"];
  readonly hardNegatives: LabelledPage["hardNegatives"];
}

/** Reads `annotations.jsonl` and the pages beside it. @throws when a file is missing or is not JSON */
export function readCorpus(folder: string): readonly LabelledPage[] {
  const lines = readFileSync(join(folder, "annotations.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const { id, file, textOrigin, source, annotations, pageRules, hardNegatives } = JSON.parse(line) as Line;
    return {
      id,
      author: source?.domain ?? source?.seed ?? "constructed",
      origin: textOrigin,
      page: pageOfText(readFileSync(join(folder, file), "utf8")),
      labels: annotations,
      pageLabels: pageRules,
      hardNegatives,
    };
  });
}
