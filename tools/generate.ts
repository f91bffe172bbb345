import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { architecture } from "./architecture.ts";

/** Writes the files that are made from others. A test fails when one of them is out of date. */
writeFileSync(join(import.meta.dirname, "..", "ARCHITECTURE.md"), architecture());
