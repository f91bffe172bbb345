import type { QuestionAnswer } from "@calcar/contract";
import { ChangeTable } from "./change-table.tsx";
import { EffectTable } from "./effect-table.tsx";

interface AnswerTableProps {
  readonly answer: QuestionAnswer;
  readonly caption: string;
}

/** The numbers of an answer, in the table of its kind. */
export function AnswerTable({ answer, caption }: AnswerTableProps) {
  return answer.kind === "effect" ? <EffectTable answer={answer} caption={caption} /> : <ChangeTable answer={answer} caption={caption} />;
}
