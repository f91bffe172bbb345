import { htmlReport, junit, lintJson, pdfReport, type SarifFailure, sarif } from "@calcar/claims";
import { findingsText } from "../text/findings-text.ts";
import { type Checked, isGrave, type LintRun } from "./lint-run.ts";

/** The whole answer of a run in the format asked for. */
export async function written(run: LintRun, files: readonly Checked[], failures: readonly SarifFailure[]): Promise<string | Uint8Array> {
  const { catalog, language, today } = run;
  switch (run.format) {
    case "text":
      return findingsText(run, files, failures);
    case "json":
      return `${JSON.stringify(lintJson({ knowledge: catalog.version, sources: catalog.sources, language, today }, files, failures), null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(sarif(catalog, files, failures), null, 2)}\n`;
    case "html":
      return htmlReport({ pages: files, failures, knowledge: catalog.version, sources: catalog.sources, today, language });
    case "pdf":
      return await pdfReport({ pages: files, failures, knowledge: catalog.version, sources: catalog.sources, today, language });
    case "junit":
      return junit(files, failures, ({ severity }) => isGrave(severity, run.failOn));
  }
}
