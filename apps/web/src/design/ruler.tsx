interface RulerProps {
  readonly recorded: number;
  readonly total: number;
}

const STEP = 8; // the same distance everywhere, so that rulers can be compared

/** A ruler with one tick for each fact, the recorded ones drawn long. Decoration: the words beside it carry the numbers. */
export function Ruler({ recorded, total }: RulerProps) {
  const ticks = Array.from({ length: total }, (_, index) => ({ at: 1 + index * STEP, set: index < recorded }));
  return (
    <svg
      className="ruler"
      style={{ maxWidth: total * STEP }}
      viewBox={`0 0 ${total * STEP} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {ticks.map(({ at, set }) => (
        <line key={at} className={set ? "ruler-tick-set" : "ruler-tick"} x1={at} x2={at} y1={set ? 0 : 6} y2={12} />
      ))}
    </svg>
  );
}
