import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { TableFrame } from "../../design/table-frame.tsx";
import { AnswerTable } from "../answer-table.tsx";
import type { Drawing } from "../draw-figure.ts";
import { figureWords } from "../figure-words.ts";
import { figuresQuery } from "../question-plot.tsx";

/** The numbers of a figure as a table: for the figure of its kind the answer's own, for any other what is drawn. */
export function FigureNumbers({ drawing, caption }: { readonly drawing: Drawing; readonly caption: string }) {
  const { answer, figure = "forest" } = drawing;
  if (answer.kind !== "effect" || figure === "forest") return <AnswerTable answer={answer} caption={caption} />;
  return <DrawnNumbers drawing={drawing} caption={caption} />;
}

/** Whether there is a figure, so that it has numbers; true until the drawing module is there to say otherwise. */
export function useIsDrawn({ answer, figure, by }: Drawing): boolean {
  const figures = useQuery(figuresQuery).data;
  if (figures === undefined || answer.kind !== "effect" || figure === undefined) return true;
  return figures.effectTable(answer, figure, figures.ENGLISH, by).ok;
}

function DrawnNumbers({ drawing: { answer, figure = "forest", by }, caption }: Parameters<typeof FigureNumbers>[0]) {
  const intl = useIntl();
  const figures = useQuery(figuresQuery).data;
  if (figures === undefined || answer.kind !== "effect") return null;
  const table = figures.effectTable(answer, figure, figureWords(figures.ENGLISH, intl), by);
  if (!table.ok) return null;
  const { columns, rows } = table.value;
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={[first, ...cells].join(" ")}>
            <th scope="row">{first}</th>
            {columns.slice(1).map((column, i) => (
              <td key={column} className="number">
                {cells[i]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
