import type { CheckedText } from "@calcar/contract";
import type { KeyboardEvent } from "react";
import { useLocalised, useT } from "../messages/messages.tsx";
import { FindingBody } from "./finding-body.tsx";
import { findingId, focusNeighbour } from "./move.ts";
import type { Jurisdiction, Placed } from "./shapes.ts";

interface FindingCardProps {
  readonly placed: Placed;
  readonly checked: CheckedText;
  readonly isOpen: boolean;
  readonly isWhole: boolean; // explained on paper too, which cannot be unfolded
  readonly isNew: boolean; // not in the page as it was at the start
  readonly jurisdiction: Jurisdiction | undefined;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onShow: () => void;
}

/** One finding: its number and what the sentence does; opened, why, the evidence, the law and an honest wording. */
export function FindingCard({ placed, checked, isOpen, isWhole, isNew, jurisdiction, onOpen, onShow }: FindingCardProps) {
  const t = useT();
  const localised = useLocalised();
  const { number, finding } = placed;
  const says = checked.rules[finding.rule];
  return (
    <li className={isOpen ? "finding finding-open" : "finding"}>
      <h3 className="font-normal">
        <button
          type="button"
          id={findingId(number)}
          className="finding-head"
          aria-expanded={isOpen}
          aria-controls={`${findingId(number)}-body`}
          onClick={() => onOpen(!isOpen)}
          onKeyDown={moveByArrow}
        >
          <span className="finding-number">{number}</span>
          <span className="grid gap-1">
            <span className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <span className={`claim-key claim-${finding.severity}`}>{t(`claims.severity.${finding.severity}`)}</span>
              {finding.scope === "page" ? <span className="badge badge-boxed">{t("claims.finding.wholePage")}</span> : null}
              {isNew ? <span className="badge badge-boxed tone-accent">{t("claims.new")}</span> : null}
            </span>
            <span className="finding-says">{says === undefined ? finding.rule : localised(says)}</span>
            {isOpen ? null : <span className="finding-quote">{finding.quote}</span>}
          </span>
        </button>
      </h3>
      <div id={`${findingId(number)}-body`} className={isOpen ? "finding-body" : "finding-body finding-folded"}>
        {isOpen || isWhole ? <FindingBody finding={finding} sources={checked.sources} jurisdiction={jurisdiction} onShow={onShow} /> : null}
      </div>
    </li>
  );
}

function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : undefined;
  if (by === undefined) return;
  event.preventDefault();
  focusNeighbour(event.currentTarget, by);
}
