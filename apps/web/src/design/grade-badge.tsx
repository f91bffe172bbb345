import type { Verified } from "@calcar/vocabulary";
import { isEstablished } from "@calcar/vocabulary";
import { useT } from "../messages/messages.tsx";

const STEPS: Record<Verified, number> = { "source-text": 3, "secondary-source": 2, "seed-only": 1, recalled: 0 };

/** How far a statement has been checked: three bars for read in the source itself, and a plain warning when not established. */
export function GradeBadge({ verified }: { readonly verified: Verified }) {
  const t = useT();
  const established = isEstablished(verified);
  return (
    <span className={established ? "badge" : "badge badge-boxed tone-stop"} title={t(`grade.${verified}.means`)}>
      <svg width="13" height="10" viewBox="0 0 13 10" aria-hidden="true">
        {[0, 1, 2].map((step) => (
          <rect
            key={step}
            x={step * 5 + 0.5}
            y={6.5 - step * 3}
            width="2"
            height={3 + step * 3}
            fill={step < STEPS[verified] ? "currentColor" : "none"}
            stroke="currentColor"
          />
        ))}
      </svg>
      {t(`grade.${verified}`)}
      {established ? null : <span>· {t("grade.notEstablished")}</span>}
    </span>
  );
}
