import type { Verified } from "@calcar/vocabulary";
import { GradeBadge } from "../design/grade-badge.tsx";
import { useT } from "../messages/messages.tsx";

/** How many were counted, and how well that is known when it is known less well than the value. */
export function CountedAs({ n, verified }: { readonly n: number | undefined; readonly verified?: Verified | undefined }) {
  const t = useT();
  if (n === undefined) return t("evidence.outcomes.nNotStated");
  return (
    <>
      {t("evidence.outcomes.n", { n })}
      {verified === undefined ? null : (
        <>
          {" "}
          <GradeBadge verified={verified} />
        </>
      )}
    </>
  );
}
