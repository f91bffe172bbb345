import type { Catalog } from "@calcar/catalog";
import type { PoolQuery } from "@calcar/contract";
import { answerQuestion, type QuestionAnswer } from "@calcar/evidence";
import type { Result } from "@calcar/vocabulary";
import { z } from "zod";

/** Where a question is found. */
export const Address = z.strictObject({ id: z.string() });

/** The answer to a question, pooled as an address says. @refuses as answerQuestion */
export const answerTo = (
  catalog: Catalog,
  id: string,
  { tau2, ci, without = [], widen = [] }: z.infer<typeof PoolQuery>,
): Result<QuestionAnswer> =>
  answerQuestion(catalog, id, { tau2, ci, without: [...new Set([without].flat())], widen: [...new Set([widen].flat())] });
