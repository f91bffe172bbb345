import { readFileSync } from "node:fs";
import { join } from "node:path";

const EXAMPLES = join(import.meta.dirname, "..", "..", "..", "..", "examples", "imports");

/** An invented file of examples/imports, as bytes. */
export const example = (name: string): Uint8Array => readFileSync(join(EXAMPLES, name));

export const exampleText = (name: string): string => readFileSync(join(EXAMPLES, name), "utf8");
