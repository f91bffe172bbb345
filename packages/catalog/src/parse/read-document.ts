import type { Problem } from "@calcar/vocabulary";
import type { z } from "zod";
import { faultsOfShape } from "./check-shape.ts";
import type { Finding } from "./finding.ts";
import { locate } from "./locate.ts";
import { readYaml } from "./read-yaml.ts";

export type ReadDocument<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads one document as strictly as a knowledge file, wherever it lies. */
export function readDocument<T>(place: string, text: string, schema: z.ZodType<T>): ReadDocument<T> {
  const file = "document";
  const failed = (findings: readonly Finding[]): ReadDocument<T> => ({
    ok: false,
    problems: locate(findings, new Map([[file, text]])).map((problem) => ({
      ...problem,
      place: problem.place.replace(`knowledge/${file}`, place),
    })),
  });
  const read = readYaml(file, text);
  if (!("value" in read)) return failed(read.findings);
  const parsed = schema.safeParse(read.value);
  return parsed.success ? { ok: true, value: parsed.data } : failed(faultsOfShape(schema, read.value).map((fault) => ({ file, ...fault })));
}
