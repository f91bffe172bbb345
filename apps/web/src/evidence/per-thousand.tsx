import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import type { Pooled } from "./shapes.ts";
import { useNumbers } from "./use-numbers.ts";

/** What a pooled effect comes to among 1,000, at each risk it was computed for; nothing where means are compared. */
export function PerThousand({ answer: { per1000, comparison } }: { readonly answer: Pooled }) {
  const t = useT();
  const { fixed } = useNumbers();
  if (per1000.length === 0) return null;
  const range = (value: number, [low, high]: readonly [number, number]): string =>
    t("evidence.perThousand.value", { value: fixed(value, 0), low: fixed(low, 0), high: fixed(high, 0) });
  return (
    <section className="section-rule grid grid-cols-1 gap-3">
      <h2>{t("evidence.perThousand.title")}</h2>
      <p className="measure">{t("evidence.perThousand.explain")}</p>
      <TableFrame caption={t("evidence.perThousand.title")} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t("evidence.perThousand.whose")}</th>
            <th scope="col">{`${t("evidence.perThousand.without")}: ${comparison.comparator}`}</th>
            <th scope="col">{`${t("evidence.perThousand.with")}: ${comparison.intervention}`}</th>
            <th scope="col">{t("evidence.perThousand.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {per1000.map((row) => (
            <tr key={row.whose}>
              <th scope="row">{row.whose}</th>
              <td className="number">{fixed(row.without, 0)}</td>
              <td className="number">{range(row.with, row.withCi)}</td>
              <td className="number">{range(row.difference, row.differenceCi)}</td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </section>
  );
}
