import type { RefusalBody } from "@calcar/contract";
import type { ReactNode } from "react";

export type Tone = "plain" | "accent" | "caution" | "stop";

/** One tone per way of saying no. A kind without a tone fails the build. */
export const TONE_OF_REFUSAL: Record<RefusalBody["kind"], Tone> = {
  invalid: "stop",
  incomplete: "caution",
  "not-applicable": "plain",
  "not-permitted": "stop",
  conflict: "caution",
  "not-found": "plain",
  unavailable: "caution",
};

interface CalloutProps {
  readonly tone: Tone;
  readonly title: string;
  readonly announce?: boolean; // read out when it appears
  readonly children?: ReactNode;
}

/** Something the reader must not miss, set off by a rule in its tone, never by colour alone. */
export function Callout({ tone, title, announce = false, children }: CalloutProps) {
  return (
    <div className={`callout tone-${tone}`} role={announce ? "alert" : undefined}>
      <p className="callout-title">{title}</p>
      {children}
    </div>
  );
}
