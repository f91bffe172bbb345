import type { CheckedText } from "@calcar/contract";
import type { Compared } from "../claims/compare-findings.ts";
import type { Finding } from "../claims/shapes.ts";
import { useLocalised, useT } from "../messages/messages.tsx";

interface FindingChangesProps {
  readonly before: CheckedText;
  readonly after: CheckedText;
  readonly findings: Compared;
}

/** Which findings went, which came, which stayed. */
export function FindingChanges({ before, after, findings: { gone, added, kept } }: FindingChangesProps) {
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-3">
      <Change kind="gone" findings={gone} rules={before.rules} />
      <Change kind="came" findings={[...added]} rules={after.rules} />
      <Change kind="stayed" findings={[...kept]} rules={after.rules} />
    </div>
  );
}

interface ChangeProps {
  readonly kind: "gone" | "came" | "stayed";
  readonly findings: readonly Finding[];
  readonly rules: CheckedText["rules"];
}

function Change({ kind, findings, rules }: ChangeProps) {
  const t = useT();
  const localised = useLocalised();
  return (
    <section className="section-rule grid min-w-0 content-start gap-2" aria-labelledby={`findings-${kind}`}>
      <h3 id={`findings-${kind}`}>{t(`library.compare.${kind}`, { count: findings.length })}</h3>
      <ul className="ledger">
        {findings.map(({ rule, severity, start, quote }) => (
          <li key={`${rule} ${start}`} className="grid gap-1 text-sm">
            <span className={`claim-key claim-${severity} justify-self-start`}>{t(`claims.severity.${severity}`)}</span>
            <span>{rules[rule] === undefined ? rule : localised(rules[rule])}</span>
            <q className="finding-quote">{quote}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}
