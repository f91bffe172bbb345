import { type ReadDocument, readDocument } from "@calcar/catalog";
import { Study } from "@calcar/catalog/schema";
import { z } from "zod";
import { type Statement, Statements } from "./statement.ts";
import { studyStatements } from "./study-statements.ts";
import type { TypicalSd } from "./typical-sd.ts";

const LooksLikeStudy = z.looseObject({ outcomes: z.array(z.unknown()) });

/**
 * The statements of a document: a list of them, or everything testable in a study file.
 *
 * @param place how the document is called in a problem
 * @param text YAML or JSON; what has outcomes is read as a study, everything else as a list
 * @param typical as studyStatements
 */
export function readStatements(place: string, text: string, typical?: TypicalSd): ReadDocument<readonly Statement[]> {
  if (!readDocument(place, text, LooksLikeStudy).ok) return readDocument(place, text, Statements);
  const study = readDocument(place, text, Study);
  return study.ok ? { ok: true, value: studyStatements(study.value, typical) } : study;
}
