import { createRequire } from "node:module";

/** The parser, loaded on first use: the YAML and schema libraries take longer to start than a cached catalog takes to read. */
export const parser = () => createRequire(import.meta.url)("./parse-catalog.ts") as typeof import("./parse-catalog.ts");
