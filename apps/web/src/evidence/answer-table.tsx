import type { QuestionAnswer } from "@calcar/contract";
import { ChangeTable } from "./change-table.tsx";
import { EffectTable } from "./effect-table.tsx";
import { ProportionTable } from "./proportion-table.tsx";
import { ReasonsTable } from "./reasons-table.tsx";

interface AnswerTableProps {
  readonly answer: QuestionAnswer;
  readonly caption: string;
}

/** The numbers of an answer, in the table of its kind. */
export function AnswerTable({ answer, caption }: AnswerTableProps) {
  switch (answer.kind) {
    case "effect":
      return <EffectTable answer={answer} caption={caption} />;
    case "change":
      return <ChangeTable answer={answer} caption={caption} />;
    case "proportion":
      return <ProportionTable answer={answer} caption={caption} />;
    case "nothing-direct":
      return <ReasonsTable studies={answer.nearest} caption={caption} why="evidence.table.differs" />;
  }
}
