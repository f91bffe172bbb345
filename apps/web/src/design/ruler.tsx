interface RulerProps {
  readonly recorded: number;
  readonly total: number;
}

/** A ruler with one tick for each fact, the recorded ones drawn long. Decoration: the words beside it carry the numbers. */
export function Ruler({ recorded, total }: RulerProps) {
  const ticks = Array.from({ length: total }, (_, index) => ({ at: total < 2 ? 0 : (100 * index) / (total - 1), set: index < recorded }));
  return (
    <svg className="ruler" aria-hidden="true">
      {ticks.map(({ at, set }) => (
        <line
          key={at}
          className={set ? "ruler-tick-set" : "ruler-tick"}
          x1={`${at}%`}
          x2={`${at}%`}
          y1={set ? "0" : "55%"}
          y2="100%"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
