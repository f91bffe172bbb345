import { useT } from "../messages/messages.tsx";
import { DirectionMark } from "./direction-mark.tsx";
import { GroundNote } from "./ground-note.tsx";
import { GuidelineStanding } from "./guideline-standing.tsx";
import type { Guideline, Position, Sources } from "./shapes.ts";
import { useGuidelineName } from "./use-guideline-name.ts";

interface PositionListProps {
  readonly guidelines: readonly Guideline[];
  readonly sources: Sources;
}

/** Every position in a sentence, with strength, certainty and what it rests on. */
export function PositionList({ guidelines, sources }: PositionListProps) {
  const t = useT();
  return (
    <section className="section-rule may-break grid grid-cols-1 gap-8" id="positions">
      <h2>{t("evidence.guidelines.each")}</h2>
      {guidelines.map((guideline) => (
        <Body key={guideline.id} guideline={guideline} all={guidelines} sources={sources} />
      ))}
    </section>
  );
}

interface BodyProps {
  readonly guideline: Guideline;
  readonly all: readonly Guideline[];
  readonly sources: Sources;
}

function Body({ guideline, all, sources }: BodyProps) {
  const t = useT();
  const guidelineName = useGuidelineName();
  const { id, organisation, title, kind, standing, positions } = guideline;
  return (
    <section className="may-break grid grid-cols-1 gap-1" id={id}>
      <h3>{guidelineName(guideline)}</h3>
      <p className="note measure">
        {organisation}: {title} · {t("evidence.guidelineKind", { kind: kind.replaceAll("-", " ") })}
      </p>
      <GuidelineStanding guideline={guideline} all={all} />
      {standing === undefined ? null : (
        <div className="text-sm">
          <p className="measure">{standing.says}</p>
          <GroundNote ground={standing.ground} sources={sources} />
        </div>
      )}
      <ul className="ledger mt-2">
        {positions.map((position) => (
          <PositionLine key={position.id} position={position} sources={sources} />
        ))}
      </ul>
    </section>
  );
}

function PositionLine({ position, sources }: { readonly position: Position; readonly sources: Sources }) {
  const t = useT();
  const { id, condition, joint, population, intervention, direction, directionAsPrinted, strength, certainty, says, grounds, note } =
    position;
  const whom = population ?? t(`evidence.condition.${condition}`);
  return (
    <li id={id} className="grid gap-x-8 gap-y-1 text-sm target:bg-accent-soft lg:grid-cols-[15rem_minmax(0,1fr)_15rem]">
      <div className="grid content-start gap-0.5">
        <DirectionMark direction={direction} />
        {directionAsPrinted === undefined ? null : (
          <span className="note">{t("evidence.guidelines.asPrinted", { printed: directionAsPrinted })}</span>
        )}
        <span className="note">
          {strength === undefined ? t("evidence.guidelines.strengthNotStated") : t("evidence.guidelines.strength", { strength })}
        </span>
        <span className="note">
          {certainty === undefined ? t("evidence.guidelines.certaintyNotStated") : t("evidence.guidelines.certainty", { certainty })}
        </span>
      </div>
      <div className="measure grid content-start gap-0.5">
        <p className="font-medium">{intervention}</p>
        <p>{says}</p>
        <p className="note">
          {t("evidence.guidelines.about", {
            whom: joint === undefined ? whom : t("evidence.guidelines.joint", { condition: whom, joint }),
          })}
        </p>
        {note === undefined ? null : <p className="note">{note}</p>}
      </div>
      <div className="grid content-start gap-2">
        {grounds.map((ground) => (
          <GroundNote key={`${ground.source} ${ground.at ?? ""}`} ground={ground} sources={sources} />
        ))}
      </div>
    </li>
  );
}
