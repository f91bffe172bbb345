import { isEstablished } from "@calcar/vocabulary";
import { GradeBadge } from "../design/grade-badge.tsx";
import { TableFrame } from "../design/table-frame.tsx";
import { useT } from "../messages/messages.tsx";
import { DirectionMark } from "./direction-mark.tsx";
import { type GuidelineRow, onTopic } from "./guideline-order.ts";
import { GuidelineStanding } from "./guideline-standing.tsx";
import type { Guideline, Position } from "./shapes.ts";
import { useGuidelineName } from "./use-guideline-name.ts";

const TOPICS = ["cell-therapy", "prp", "core-decompression", "arthroplasty"] as const;

interface PositionMatrixProps {
  readonly caption: string;
  readonly rows: readonly GuidelineRow[];
  readonly all: readonly Guideline[];
  readonly named?: boolean; // say whom each position is about
}

/** Bodies and years down, treatments across. Other treatment is counted and listed below, so that these can be compared at a glance. */
export function PositionMatrix({ caption, rows, all, named = false }: PositionMatrixProps) {
  const t = useT();
  return (
    <TableFrame caption={caption} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t("evidence.guidelines.body")}</th>
          {TOPICS.map((topic) => (
            <th key={topic} scope="col">
              {t(`evidence.about.${topic}`)}
            </th>
          ))}
          <th scope="col">{t("evidence.about.other")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.guideline.id} row={row} all={all} named={named} />
        ))}
      </tbody>
    </TableFrame>
  );
}

interface RowProps {
  readonly row: GuidelineRow;
  readonly all: readonly Guideline[];
  readonly named: boolean;
}

function Row({ row: { guideline, positions }, all, named }: RowProps) {
  const t = useT();
  const guidelineName = useGuidelineName();
  const others = onTopic(positions, "other");
  const [first, ...rest] = [...new Set(positions.map(({ population }) => population))];
  const whole = rest.length === 0 ? first : undefined; // said once where every position of the row is about the same people
  return (
    <tr>
      <th scope="row" className="sticky start-0 min-w-28 max-w-44 bg-paper">
        <a href={`#${guideline.id}`}>{guidelineName(guideline)}</a>
        <GuidelineStanding guideline={guideline} all={all} />
        {whole === undefined ? null : <span className="note block font-normal">{t("evidence.guidelines.about", { whom: whole })}</span>}
      </th>
      {TOPICS.map((topic) => (
        <td key={topic} className="min-w-44">
          <Cell positions={onTopic(positions, topic)} named={named} whole={whole} />
        </td>
      ))}
      <td className="min-w-32">
        {others.length === 0 ? <Nothing /> : <a href={`#${guideline.id}`}>{t("evidence.guidelines.more", { count: others.length })}</a>}
      </td>
    </tr>
  );
}

function Nothing() {
  const t = useT();
  return <span className="text-xs text-muted">{t("evidence.guidelines.nothing")}</span>;
}

interface Named {
  readonly named: boolean;
  readonly whole: string | undefined; // whom the whole row is about
}

function Cell({ positions, named, whole }: Named & { readonly positions: readonly Position[] }) {
  if (positions.length === 0) return <Nothing />;
  return (
    <ul className="grid gap-3">
      {positions.map((position) => (
        <li key={position.id}>
          <Entry position={position} named={named} whole={whole} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ position, named, whole }: Named & { readonly position: Position }) {
  const t = useT();
  const { id, direction, intervention, strength, certainty, condition, population, grounds } = position;
  const own = population === whole ? undefined : population;
  const weakest = grounds.some(({ verified }) => isEstablished(verified)) ? undefined : grounds[0]?.verified;
  return (
    <>
      <DirectionMark direction={direction} />
      <a className="block" href={`#${id}`}>
        {intervention}
      </a>
      {named || own !== undefined ? <span className="note block">{own ?? t(`evidence.condition.${condition}`)}</span> : null}
      <span className="note block">
        {strength === undefined ? t("evidence.guidelines.strengthNotStated") : t("evidence.guidelines.strength", { strength })}
      </span>
      <span className="note block">
        {certainty === undefined ? t("evidence.guidelines.certaintyNotStated") : t("evidence.guidelines.certainty", { certainty })}
      </span>
      {weakest === undefined ? null : <GradeBadge verified={weakest} />}
    </>
  );
}
