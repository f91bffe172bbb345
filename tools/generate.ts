import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "@calcar/catalog";
import { architecture } from "./architecture.ts";
import { instrumentsReport } from "./instruments-report.ts";

/** Writes the files that are made from others. A test fails when one of them is out of date. */
const root = join(import.meta.dirname, "..");
writeFileSync(join(root, "ARCHITECTURE.md"), architecture());
writeFileSync(join(root, "docs", "validation", "instruments.md"), instrumentsReport(loadCatalog(join(root, "knowledge"))));
