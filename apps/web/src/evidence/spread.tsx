import type { ReactNode } from "react";
import { useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** How far the studies of a pool differ: each number with what it is, and each missing one with why it is missing. */
export function Spread({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.spread.title")}</h2>
      {answer.k < 2 ? (
        <p className="measure">{t("evidence.spread.one")}</p>
      ) : (
        <dl className="ledger">
          <SpreadRows answer={answer} />
        </dl>
      )}
    </section>
  );
}

function SpreadRows({ answer }: { readonly answer: Pooled }) {
  const t = useT();
  const { fixed, percent, pOf, interval } = useNumbers();
  const { measure, i2, q, df, qP, p, pi } = answer;
  return (
    <>
      <Row
        term={t("evidence.spread.pi")}
        says={pi ? interval(measure, pi) : <NoPrediction answer={answer} />}
        means={t("evidence.spread.piMeans")}
      />
      <Row term={t("evidence.spread.i2")} says={percent(i2, 0)} means={t("evidence.spread.i2Means")} />
      <Row
        term={t("evidence.spread.tau2")}
        says={<Tau2 answer={answer} />}
        means={t("evidence.spread.tau2Means", { scale: measure === "RR" || measure === "OR" ? "log" : "natural" })}
      />
      <Row
        term={t("evidence.spread.q")}
        says={
          qP === null ? t("evidence.spread.qNoP", { q: fixed(q, 2), df }) : t("evidence.spread.qValue", { q: fixed(q, 2), df, p: pOf(qP) })
        }
        means={t("evidence.spread.qMeans")}
      />
      <Row term={t("evidence.spread.p")} says={pOf(p)} means={t("evidence.spread.pMeans")} />
      <Row term={t("evidence.spread.small")} says={<SmallStudy answer={answer} />} means={t("evidence.spread.smallMeans")} />
    </>
  );
}

function Row({ term, says, means }: { readonly term: string; readonly says: ReactNode; readonly means: string }) {
  return (
    <div className="grid gap-x-8 gap-y-0.5 text-sm md:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)]">
      <dt className="font-medium">{term}</dt>
      <dd>{says}</dd>
      <dd className="text-muted">{means}</dd>
    </div>
  );
}

function NoPrediction({ answer: { k, tau2Method } }: { readonly answer: Pooled }) {
  const t = useT();
  if (tau2Method === "FE") return t("evidence.spread.piFixed");
  return t(k < 3 ? "evidence.spread.piFew" : "evidence.spread.piNone");
}

function Tau2({ answer: { tau2, tau2Ci, tau2Method } }: { readonly answer: Pooled }) {
  const t = useT();
  const { fixed } = useNumbers();
  if (tau2Method === "FE") return t("evidence.spread.tau2Fixed");
  const value = fixed(tau2, 2);
  return tau2Ci === null
    ? t("evidence.spread.tau2NoCi", { value })
    : t("evidence.spread.tau2Ci", { value, low: fixed(tau2Ci[0], 2), high: fixed(tau2Ci[1], 2) });
}

function SmallStudy({ answer: { smallStudy } }: { readonly answer: Pooled }) {
  const t = useT();
  const { fixed, pOf } = useNumbers();
  if ("refused" in smallStudy) return smallStudy.refused.reason;
  return t("evidence.spread.smallTest", { test: smallStudy.test, z: fixed(smallStudy.z, 2), p: pOf(smallStudy.p) });
}
