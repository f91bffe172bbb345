import { readDocument } from "@calcar/catalog";
import { problemLine } from "@calcar/vocabulary";
import type { z } from "zod";
import type { Io } from "../io.ts";
import { printable } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";

/** A document as it was sent or lies there; every problem of its shape on standard error when it cannot be used. */
export async function readInput<T>(io: Io, path: string, schema: z.ZodType<T>): Promise<T | undefined> {
  const place = path === "-" ? "standard input" : path;
  const read = readDocument(place, textOf(place, path === "-" ? await io.stdin() : io.readFile(path)), schema);
  if (read.ok) return read.value;
  for (const problem of read.problems) io.err(`${printable(problemLine(problem))}\n`);
  return undefined;
}

function textOf(place: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${place}: is not UTF-8; expected a text file in YAML or JSON`);
    throw error;
  }
}
