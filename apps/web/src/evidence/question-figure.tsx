import type { QuestionAnswer } from "@calcar/contract";

interface QuestionFigureProps {
  readonly answer: QuestionAnswer;
  readonly title: string;
  readonly level?: 2 | 3;
}

/** To be drawn. */
export function QuestionFigure({ title }: QuestionFigureProps) {
  return <div>{title}</div>;
}
