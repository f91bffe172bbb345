import { createRequire } from "node:module";
import type { z } from "zod";
import type { ReadDocument } from "./parse/read-document.ts";

export type { ReadDocument } from "./parse/read-document.ts";

/**
 * One YAML or JSON document from outside, read as strictly as a knowledge file: no anchors, no unknown key, every problem with its
 * line.
 *
 * @param place how the document is called in a problem: a path, "standard input"
 */
export const readDocument = <T>(place: string, text: string, schema: z.ZodType<T>): ReadDocument<T> =>
  (createRequire(import.meta.url)("./parse/read-document.ts") as typeof import("./parse/read-document.ts")).readDocument(
    place,
    text,
    schema,
  );
