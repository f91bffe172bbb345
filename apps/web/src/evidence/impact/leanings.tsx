import type { ImpactPage } from "@calcar/contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "../../messages/messages.tsx";

type Leaning = ImpactPage["answers"][number];

const KINDS = [
  "pathways",
  "answers",
  "criteria",
  "claims",
  "positions",
  "disagreements",
  "trials",
] as const satisfies readonly (keyof ImpactPage)[];
type Kind = (typeof KINDS)[number];

/** What shows the numbers of a study or cites it, kind by kind, each with the thread that leads there. */
export function Leanings({ leaning }: { readonly leaning: Pick<ImpactPage, Kind> }) {
  return (
    <>
      {KINDS.filter((kind) => leaning[kind].length > 0 || kind === "answers").map((kind) => (
        <Section key={kind} kind={kind} leaning={leaning[kind]} />
      ))}
      <Untouched kinds={KINDS.filter((kind) => leaning[kind].length === 0 && kind !== "answers")} />
    </>
  );
}

/** What was looked through and does not lean on the study. */
function Untouched({ kinds }: { readonly kinds: readonly Kind[] }) {
  const t = useT();
  if (kinds.length === 0) return null;
  return (
    <section className="section-rule grid grid-cols-1 gap-2">
      <h2>{t("evidence.impact.untouched")}</h2>
      <ul className="measure list-disc ps-5">
        {kinds.map((kind) => (
          <li key={kind}>{t(`evidence.impact.${kind}`, { count: 0 })}.</li>
        ))}
      </ul>
    </section>
  );
}

function Section({ kind, leaning }: { readonly kind: Kind; readonly leaning: readonly Leaning[] }) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-2">
      <h2>{t(`evidence.impact.${kind}`, { count: leaning.length })}</h2>
      <p className="note measure">{t(`evidence.impact.${kind}Explain`)}</p>
      {leaning.length === 0 ? null : (
        <ul className="ledger">
          {leaning.map((one) => (
            <li key={`${one.id} ${one.through}`} className="grid gap-0.5">
              <p className="measure">{one.says}</p>
              <p className="note">
                <Place kind={kind} id={one.id} /> · {one.through}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Only what has a page of its own is linked. */
function Place({ kind, id }: { readonly kind: Kind; readonly id: string }): ReactNode {
  if (kind === "positions")
    return (
      <Link to="/evidence/guidelines" hash={id}>
        {id}
      </Link>
    );
  if (kind === "disagreements")
    return (
      <Link to="/evidence/guidelines" hash="disagreements">
        {id}
      </Link>
    );
  if (kind === "trials")
    return (
      <Link to="/evidence/trials" hash={id}>
        {id}
      </Link>
    );
  return id;
}
