interface LabelProps {
  readonly at: number;
  readonly side: "before" | "after";
  readonly y: number;
  readonly width: number;
  readonly className: string;
  readonly children: string;
}

const GAP = 7;
const LETTER = 8; // pixels, generously

/** A word beside the end of a line; above the line where there is no room beside it. */
export function ScaleLabel({ at, side, y, width, className, children }: LabelProps) {
  const length = children.length * LETTER + GAP;
  const fits = side === "before" ? at - length > 0 : at + length < width;
  const isBefore = side === "before" ? fits : !fits;
  return (
    <text
      className={`scale-word ${className}`}
      x={isBefore ? at - GAP : at + GAP}
      y={fits ? y + 4 : y - 5}
      textAnchor={isBefore ? "end" : "start"}
    >
      {children}
    </text>
  );
}
