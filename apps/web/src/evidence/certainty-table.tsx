import { TableFrame } from "../design/table-frame.tsx";
import { type MessageKey, useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";

const DOMAINS: Readonly<Record<string, MessageKey>> = {
  "risk-of-bias": "evidence.domain.risk-of-bias",
  inconsistency: "evidence.domain.inconsistency",
  indirectness: "evidence.domain.indirectness",
  imprecision: "evidence.domain.imprecision",
  "publication-bias": "evidence.domain.publication-bias",
};
const JUDGEMENTS: Readonly<Record<string, MessageKey>> = {
  "not-serious": "evidence.judgement.not-serious",
  serious: "evidence.judgement.serious",
  "very-serious": "evidence.judgement.very-serious",
  "not-assessed": "evidence.judgement.not-assessed",
};

const UPGRADES = {
  "large-effect": "evidence.upgrade.large-effect",
  "dose-response": "evidence.upgrade.dose-response",
  "opposing-confounding": "evidence.upgrade.opposing-confounding",
} as const satisfies Record<Pooled["certainty"]["upgrades"][number]["upgrade"], MessageKey>;
const RAISED = {
  none: "evidence.raised.none",
  one: "evidence.raised.one",
  two: "evidence.raised.two",
  "not-assessed": "evidence.judgement.not-assessed",
} as const satisfies Record<Pooled["certainty"]["upgrades"][number]["judgement"], MessageKey>;

/** How far the body of evidence can be trusted, domain by domain with the reason, and who answers for the judgement. */
export function CertaintyTable({ certainty }: { readonly certainty: Pooled["certainty"] }) {
  const t = useT();
  const { level, levelBy, computedLevel, signedBy, domains, upgrades } = certainty;
  const word = (known: Readonly<Record<string, MessageKey>>, code: string): string => (known[code] ? t(known[code]) : code);
  return (
    <section className="section-rule grid grid-cols-1 gap-3" id="certainty">
      <h2>{t("evidence.certainty.title", { level })}</h2>
      <p className="measure">
        {signedBy === null ? t("evidence.certainty.unsigned") : t("evidence.certainty.signed", { name: signedBy })}{" "}
        {levelBy === "computed" ? t("evidence.certainty.computed") : null}
        {levelBy === "person" && computedLevel !== level ? t("evidence.certainty.otherwise", { level: computedLevel }) : null}
      </p>
      <TableFrame caption={t("evidence.certainty.caption")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.certainty.domain")}</th>
            <th scope="col">{t("evidence.certainty.judgement")}</th>
            <th scope="col">{t("evidence.certainty.reason")}</th>
          </tr>
        </thead>
        <tbody>
          {domains.map(({ domain, judgement, reason, by, computed, differs }) => (
            <tr key={domain}>
              <th scope="row" className="whitespace-nowrap">
                {word(DOMAINS, domain)}
              </th>
              <td className="whitespace-nowrap">{word(JUDGEMENTS, judgement)}</td>
              <td className="min-w-60">
                {reason}
                {differs && by === "person" && computed ? (
                  <span className="note block">
                    {t("evidence.certainty.both", { judgement: word(JUDGEMENTS, computed.judgement), reason: computed.reason })}
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
          {upgrades.map(({ upgrade, judgement, reason }) => (
            <tr key={upgrade}>
              <th scope="row" className="min-w-40">
                {t(UPGRADES[upgrade])}
              </th>
              <td className="whitespace-nowrap">{t(RAISED[judgement])}</td>
              <td className="min-w-60">{reason}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
