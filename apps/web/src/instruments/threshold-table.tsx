import { TableFrame } from "../design/table-frame.tsx";
import { GroundNote } from "../evidence/ground-note.tsx";
import { useLocalised, useT } from "../messages/messages.tsx";
import { isState, type Mark } from "./scale-marks.ts";
import type { Sources } from "./shapes.ts";
import { useThresholdWords } from "./use-threshold-words.ts";

interface ThresholdTableProps {
  readonly caption: string;
  readonly marks: readonly Mark[];
  readonly sources: Sources;
}

/** Thresholds as data: each with the people, the method, the time, the source and how far somebody has checked. */
export function ThresholdTable({ caption, marks, sources }: ThresholdTableProps) {
  const t = useT();
  return (
    <TableFrame caption={caption}>
      <thead>
        <tr>
          <th scope="col">{t("instruments.threshold.kind")}</th>
          <th scope="col">{t("instruments.threshold.value")}</th>
          <th scope="col">{t("instruments.threshold.people")}</th>
          <th scope="col">{t("instruments.threshold.method")}</th>
          <th scope="col">{t("instruments.threshold.source")}</th>
        </tr>
      </thead>
      <tbody>
        {marks.map((mark) => (
          <Row key={mark.threshold.id} mark={mark} sources={sources} />
        ))}
      </tbody>
    </TableFrame>
  );
}

function Row({ mark: { letter, threshold, drawnAs }, sources }: { readonly mark: Mark; readonly sources: Sources }) {
  const t = useT();
  const localised = useLocalised();
  const words = useThresholdWords();
  const { population, n, time, method, level, grounds, note, unit, scale } = threshold;
  return (
    <tr>
      <th scope="row" className="min-w-28">
        {letter} {words.kind(threshold)}
        <span className="note block font-normal">
          {t(isState(threshold) ? "instruments.threshold.state" : "instruments.threshold.change")}
        </span>
      </th>
      <td className="min-w-44">
        {words.value(threshold)}
        {drawnAs === undefined && letter !== "" ? (
          <span className="note block">
            {t(`instruments.threshold.notDrawn.${unit !== "points" ? "percent" : scale === undefined ? "noScale" : "otherScale"}`)}
          </span>
        ) : null}
        {level === undefined ? null : <span className="note block">{t(`instruments.threshold.${level}`)}</span>}
      </td>
      <td className="min-w-44">
        {localised(population)}
        <span className="note block">{n === undefined ? t("instruments.threshold.nNotStated") : t("instruments.threshold.n", { n })}</span>
        {note === undefined ? null : <span className="note block">{localised(note)}</span>}
      </td>
      <td className="min-w-32">
        {localised(method)}
        <span className="note block">{localised(time)}</span>
      </td>
      <td className="min-w-44">
        <div className="grid gap-2">
          {grounds.map((ground) => (
            <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
          ))}
        </div>
      </td>
    </tr>
  );
}
