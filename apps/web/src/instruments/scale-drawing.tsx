import { useNumbers } from "../evidence/use-numbers.ts";
import { useT } from "../messages/messages.tsx";
import { ScaleLabel } from "./scale-label.tsx";
import type { Mark } from "./scale-marks.ts";
import { ticksOf } from "./scale-marks.ts";
import { LANE, placesOf } from "./scale-places.ts";
import type { Range, Subscale } from "./shapes.ts";

export interface ScaleDrawingProps {
  readonly range: Range;
  readonly direction: Subscale["direction"];
  readonly marks: readonly Mark[]; // those that are drawn
  readonly value: number | undefined;
  readonly shownValue: string | undefined;
  readonly isProvisional: boolean;
  readonly says: string; // all of the picture in words
  readonly width: number; // pixels
}

/** A scale from end to end: where the score stands, which values reach a state, and how far a change is. */
export function ScaleDrawing({ range, direction, marks, value, shownValue, isProvisional, says, width }: ScaleDrawingProps) {
  const t = useT();
  const { plain } = useNumbers();
  const states = marks.filter(({ drawnAs }) => drawnAs === "state");
  const changes = marks.filter(({ drawnAs }) => drawnAs === "change");
  const { x, axis, height } = placesOf({ range, width, states: states.length, changes: changes.length });
  const [low, high] = range;
  const isReversed = direction === "higher-worse";
  const ends =
    direction === "higher-more-active"
      ? (["less", "more"] as const)
      : isReversed
        ? (["better", "worse"] as const)
        : (["worse", "better"] as const);
  return (
    <svg className="scale" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={says}>
      {states.map((mark, lane) => (
        <StateLane key={mark.letter} mark={mark} y={axis - 20 - lane * LANE} x={x} range={range} width={width} />
      ))}
      <line className="stroke-ink" x1={x(low)} x2={x(high)} y1={axis} y2={axis} />
      {ticksOf(range).map((tick) => (
        <g key={tick}>
          <line className="stroke-ink" x1={x(tick)} x2={x(tick)} y1={axis} y2={axis + 6} />
          <text className="scale-figure fill-ink" x={x(tick)} y={axis + 20} textAnchor="middle">
            {plain(tick)}
          </text>
        </g>
      ))}
      <text className="scale-word fill-muted" x={x(low)} y={axis + 38}>
        {t(`instruments.scale.${ends[0]}`)}
      </text>
      <text className="scale-word fill-muted" x={x(high)} y={axis + 38} textAnchor="end">
        {t(`instruments.scale.${ends[1]}`)}
      </text>
      {changes.length === 0 ? null : (
        <rect className="fill-sunken" x={0} y={axis + 46} width={width} height={changes.length * LANE + 8} rx="3" />
      )}
      {changes.map((mark, lane) => (
        <ChangeLane key={mark.letter} mark={mark} y={axis + 61 + lane * LANE} x={x} range={range} width={width} />
      ))}
      {value === undefined || shownValue === undefined ? null : (
        <Value at={x(Math.min(Math.max(value, low), high))} axis={axis} text={shownValue} isProvisional={isProvisional} width={width} />
      )}
    </svg>
  );
}

interface LaneProps {
  readonly mark: Mark;
  readonly y: number;
  readonly width: number;
  readonly range: Range;
  readonly x: (value: number) => number;
}

/** A line over every value that reaches the state, with its letter where it begins. */
function StateLane({ mark: { letter, threshold, span }, y, x, width, range: [low, high] }: LaneProps) {
  const { plain } = useNumbers();
  const upwards = threshold.meaning === "state-at-least";
  const from = x(upwards ? span[0] : span[1]);
  const to = x(upwards ? high : low);
  const label = `${letter} ${upwards ? "≥" : "≤"} ${plain(span[0])}`;
  return (
    <g>
      <line className="stroke-ink" strokeWidth="3" x1={from} x2={to} y1={y} y2={y} />
      <line className="stroke-ink" x1={from} x2={from} y1={y - 6} y2={y + 6} />
      <ScaleLabel at={from} side={upwards ? "before" : "after"} y={y} className="fill-ink" width={width}>
        {label}
      </ScaleLabel>
    </g>
  );
}

/**
 * A distance between two end strokes, as on a drawing of a house; a span is dashed from its lesser to its greater end. It lies
 * in the middle, away from the ends of the scale, so that nobody reads a place off it.
 */
function ChangeLane({ mark: { letter, threshold, span }, y, x, width, range: [low] }: LaneProps) {
  const { plain, plainRange } = useNumbers();
  const pixels = (points: number): number => x(low + points) - x(low);
  const from = (width - pixels(span[1])) / 2;
  const [near, far] = [from + pixels(span[0]), from + pixels(span[1])];
  const amount = span[0] === span[1] ? plain(span[0]) : plainRange(span);
  const dash = threshold.meaning === "detectable-change" ? "2 3" : undefined;
  return (
    <g className="stroke-caution">
      <line x1={from} x2={near} y1={y} y2={y} strokeWidth="1.5" strokeDasharray={dash} />
      {far > near ? <line x1={near} x2={far} y1={y} y2={y} strokeWidth="1.5" strokeDasharray="4 3" /> : null}
      {[...new Set([from, near, far])].map((end) => (
        <line key={end} x1={end} x2={end} y1={y - 5} y2={y + 5} strokeWidth="1.5" />
      ))}
      <ScaleLabel at={far} side="after" y={y} className="scale-word-low fill-caution" width={width}>
        {`${letter} ${amount}`}
      </ScaleLabel>
    </g>
  );
}

interface ValueProps {
  readonly at: number;
  readonly axis: number;
  readonly text: string;
  readonly isProvisional: boolean;
  readonly width: number;
}

/** The score: a line through the states down to the scale, and its figure above all. Hollow when provisional. */
function Value({ at, axis, text, isProvisional, width }: ValueProps) {
  const anchor = at < 24 ? "start" : at > width - 24 ? "end" : "middle";
  const shift = anchor === "start" ? -6 : anchor === "end" ? 6 : 0;
  return (
    <g>
      <line className="stroke-accent" strokeWidth="2" x1={at} x2={at} y1={20} y2={axis - 6} />
      <circle
        className={isProvisional ? "fill-paper stroke-accent" : "fill-accent stroke-accent"}
        strokeWidth="2"
        cx={at}
        cy={axis}
        r="6"
      />
      <text className="scale-value fill-accent" x={at + shift} y={14} textAnchor={anchor}>
        {text}
      </text>
    </g>
  );
}
