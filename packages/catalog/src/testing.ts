import { fileURLToPath } from "node:url";
import { loadCatalog } from "./folder/read-knowledge.ts";

/** The repository's own knowledge, for the tests of other rooms. */
export const catalog = loadCatalog(fileURLToPath(new URL("../../../knowledge", import.meta.url)));
