import type { OutcomeDraft } from "../draft/outcome-draft.ts";
import { type ArmBuilt, checkSize } from "./arms.ts";
import { type Ledger, wrong } from "./ledger.ts";
import type { Built, Place } from "./outcome-built.ts";
import { changeOutcome } from "./outcome-change.ts";
import { eventsOutcome } from "./outcome-events.ts";
import { reportedOutcome } from "./outcome-reported.ts";
import { valueOutcome } from "./outcome-value.ts";
import { placedOf } from "./placed.ts";

/** The outcomes of a study, each held against its arm, no two under one id. */
export function outcomesOf(
  ledger: Ledger,
  drafts: readonly OutcomeDraft[] | undefined,
  arms: readonly ArmBuilt[],
  names: readonly string[],
): Built[] {
  if (drafts === undefined || drafts.length === 0) {
    wrong(ledger, "outcomes", "no outcome", "at least one outcome");
    return [];
  }
  const seen = new Map<string, number>();
  return drafts.flatMap((draft, i) => {
    const field = `outcomes[${i}]`;
    const placed = placedOf(ledger, field, draft, names);
    const built = outcomeOf(ledger, { field, placed }, draft);
    if (placed) unique(ledger, field, placed.id, seen.get(placed.id));
    if (placed && !seen.has(placed.id)) seen.set(placed.id, i);
    if (built)
      checkSize(
        ledger,
        field,
        built.size,
        arms.find(({ arm }) => arm.name === placed?.arm),
      );
    return built ? [built] : [];
  });
}

function unique(ledger: Ledger, field: string, id: string, first: number | undefined): void {
  if (first !== undefined)
    wrong(
      ledger,
      `${field}.id`,
      `${id} is the id of outcomes[${first}]`,
      "an id of its own: another name, time or arm, or an id that is typed",
    );
}

function outcomeOf(ledger: Ledger, place: Place, draft: OutcomeDraft): Built | undefined {
  switch (draft.type) {
    case "events":
      return eventsOutcome(ledger, place, draft);
    case "value":
      return valueOutcome(ledger, place, draft);
    case "change":
      return changeOutcome(ledger, place, draft);
    case "reported":
      return reportedOutcome(ledger, place, draft);
  }
}
