import type { CheckedText } from "@calcar/contract";
import { useState } from "react";
import type { Compared } from "../claims/compare-findings.ts";
import { placedIn } from "../claims/placed.ts";
import type { Placed, Span } from "../claims/shapes.ts";
import { useT } from "../messages/messages.tsx";
import type { Stretch } from "./compare-sentences.ts";
import { ComparedSentence } from "./compared-sentence.tsx";

interface ComparisonSheetProps {
  readonly before: CheckedText;
  readonly after: CheckedText;
  readonly stretches: readonly Stretch[];
  readonly findings: Compared;
}

const MOST_SHOWN = 3; // unchanged sentences in a row that are shown unfolded

/** The two texts side by side, sentence by sentence; long stretches that did not change are folded. */
export function ComparisonSheet({ before, after, stretches, findings }: ComparisonSheetProps) {
  const left: Column = { text: before.text, placed: placedIn(before), changed: new Set(findings.gone), side: "out" };
  const right: Column = { text: after.text, placed: placedIn(after), changed: findings.added, side: "in" };
  return (
    <div className="grid grid-cols-1">
      {stretches.map((stretch) => (
        <ShownStretch key={`${stretch.before[0]?.start}-${stretch.after[0]?.start}`} {...{ stretch, left, right }} />
      ))}
    </div>
  );
}

/** One of the texts with what was found in it. */
interface Column {
  readonly text: string;
  readonly placed: readonly Placed[];
  readonly changed: ReadonlySet<Placed["finding"]>; // findings that the other text does not have
  readonly side: "out" | "in";
}

interface StretchProps {
  readonly stretch: Stretch;
  readonly left: Column;
  readonly right: Column;
}

function ShownStretch({ stretch, left, right }: StretchProps) {
  const { isSame, before, after } = stretch;
  if (!isSame) return <Row isSame={false} {...{ before, after, left, right }} />;
  const isFolded = before.length > MOST_SHOWN && !touchesChange(left, before) && !touchesChange(right, after);
  return isFolded ? <Folded {...{ stretch, left, right }} /> : <SameRows {...{ stretch, left, right }} />;
}

const SameRows = ({ stretch: { before, after }, left, right }: StretchProps) => (
  <>
    {before.map((span, i) => (
      <Row key={span.start} isSame before={[span]} after={after.slice(i, i + 1)} {...{ left, right }} />
    ))}
  </>
);

/** Drawn only once it is opened: a long page has thousands of sentences that did not change. */
function Folded(props: StretchProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="compare-folded" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t("library.compare.unchanged", { count: props.stretch.before.length })}</summary>
      {isOpen ? <SameRows {...props} /> : null}
    </details>
  );
}

const over = (placed: readonly Placed[], { start, end }: Span): readonly Placed[] =>
  placed.filter(({ span }) => span.start < end && start < span.end);

const touchesChange = ({ placed, changed }: Column, spans: readonly Span[]): boolean =>
  spans.some((span) => over(placed, span).some(({ finding }) => changed.has(finding)));

interface RowProps extends Omit<StretchProps, "stretch"> {
  readonly isSame: boolean;
  readonly before: readonly Span[];
  readonly after: readonly Span[];
}

function Row({ isSame, before, after, left, right }: RowProps) {
  return (
    <div className={isSame ? "compare-row" : "compare-row compare-changed"}>
      <Cell column={left} spans={before} isSame={isSame} />
      <Cell column={right} spans={after} isSame={isSame} />
    </div>
  );
}

interface CellProps {
  readonly column: Column;
  readonly spans: readonly Span[];
  readonly isSame: boolean;
}

function Cell({ column, spans, isSame }: CellProps) {
  const t = useT();
  return (
    <div className={isSame && column.side === "in" ? "compare-cell compare-twin" : "compare-cell"}>
      <p className="compare-label">{t(column.side === "out" ? "library.compare.before" : "library.compare.after")}</p>
      {spans.length === 0 ? <p className="note">{t("library.compare.nothing")}</p> : null}
      {spans.map((span) => (
        <ComparedSentence
          key={span.start}
          words={column.text.slice(span.start, span.end)}
          side={column.side}
          isSame={isSame}
          placed={over(column.placed, span)}
          changed={column.changed}
        />
      ))}
    </div>
  );
}
