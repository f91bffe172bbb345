import { TableFrame } from "../design/table-frame.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Instrument, Subscale } from "./shapes.ts";
import { useRangeWords } from "./use-range-words.ts";
import { useScoreNames } from "./use-score-names.ts";

/** Every score of an instrument: what it rests on, its range and which end is good, what happens to gaps, how it is computed. */
export function ScoreTable({ instrument }: { readonly instrument: Instrument }) {
  const t = useT();
  const caption = t("instruments.about.scores", { name: instrument.shortName });
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("instruments.about.score")}</th>
          <th scope="col">{t("instruments.about.rests")}</th>
          <th scope="col">{t("instruments.about.range")}</th>
          <th scope="col">{t("instruments.about.missing")}</th>
          <th scope="col">{t("instruments.about.method")}</th>
        </tr>
      </thead>
      <tbody>
        {instrument.subscales.map((subscale) => (
          <ScoreRow key={subscale.id} subscale={subscale} instrument={instrument} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function ScoreRow({ subscale, instrument }: { readonly subscale: Subscale; readonly instrument: Instrument }) {
  const t = useT();
  const localised = useLocalised();
  const namesOf = useScoreNames(instrument);
  const method = useMethodWords(instrument);
  const { name, items, direction } = subscale;
  const parts = "of" in subscale.method ? [subscale.method.of].flat() : [];
  return (
    <tr>
      <th scope="row" className="min-w-36">
        {localised(name)}
      </th>
      <td className="min-w-28">{items === undefined ? namesOf(parts) : t("instruments.items", { count: items.length })}</td>
      <td className="min-w-36">
        <Ranges subscale={subscale} instrument={instrument} />
        <span className="note block">{t(`instruments.direction.${direction}`)}</span>
      </td>
      <td className="min-w-44">
        <MissingRule subscale={subscale} />
      </td>
      <td className="min-w-44">{method(subscale)}</td>
    </tr>
  );
}

/** One range, or one for each form where they differ. */
function Ranges({ subscale: { id, range, unit, method }, instrument: { forms = [] } }: { subscale: Subscale; instrument: Instrument }) {
  const t = useT();
  const localised = useLocalised();
  const words = useRangeWords();
  if (method.kind === "value-set") return t("instruments.rangeByValueSet");
  if (!forms.some(({ ranges }) => ranges?.[id])) return words(range, unit);
  return forms.map((form) => (
    <span key={form.id} className="block">
      {words(form.ranges?.[id] ?? range, unit)}{" "}
      <span className="note">({form.id === localised(form.name) ? form.id : localised(form.name)})</span>
    </span>
  ));
}

function MissingRule({ subscale: { missing, items = [] } }: { readonly subscale: Subscale }) {
  const t = useT();
  if (missing === undefined) return t("instruments.missing.parts");
  if (missing.kind === "none-allowed") return t("instruments.missing.none");
  return t("instruments.missing.mean", { atLeast: missing.atLeast, items: items.length });
}

/** How a score is computed, in words. */
export function useMethodWords(instrument: Pick<Instrument, "subscales">) {
  const t = useT();
  const namesOf = useScoreNames(instrument);
  return ({ method }: Subscale): string => {
    const values = "of" in method ? { of: namesOf([method.of].flat()) } : {};
    return t(
      `instruments.method.${method.kind}`,
      method.kind === "multiple" ? { ...values, times: method.times, over: method.over } : values,
    );
  };
}
