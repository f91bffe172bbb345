import { type MessageKey, useT } from "../messages/messages.tsx";

const PLACES: Readonly<Record<string, number>> = { against: 4, warning: 4, "research-only": 12, neutral: 20, for: 36 };

/** Where a position stands between against and for: a point on a short scale, and always the word beside it. */
export function DirectionMark({ direction }: { readonly direction: string }) {
  const t = useT();
  const at = PLACES[direction];
  const key = `direction.${direction}`;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg width="40" height="10" viewBox="0 0 40 10" aria-hidden="true">
        <path d="M4 5H36M4 2V8M20 3V7M36 2V8" stroke="var(--color-edge)" fill="none" />
        {at === undefined ? null : <circle cx={at} cy="5" r="3.5" fill="var(--color-ink)" />}
      </svg>
      {isDirection(key) ? t(key) : direction}
    </span>
  );
}

const DIRECTIONS = [
  "direction.for",
  "direction.against",
  "direction.research-only",
  "direction.neutral",
  "direction.none-found",
  "direction.warning",
  "direction.context",
  "direction.superseded",
  "direction.unstated",
] as const satisfies readonly MessageKey[];
const isDirection = (key: string): key is (typeof DIRECTIONS)[number] => DIRECTIONS.some((known) => known === key);
