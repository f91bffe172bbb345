import { Id, type Outcome } from "@calcar/catalog/schema";
import { countOf } from "../convert/count.ts";
import type { OutcomeDraftOf } from "../draft/outcome-draft.ts";
import { basisOf, joined } from "./basis.ts";
import { type Ledger, maybe, present, stated, text, wrong } from "./ledger.ts";
import type { Built, Place } from "./outcome-built.ts";
import { stepsSince } from "./outcome-built.ts";

/** A count of an event in one arm. */
export function eventsOutcome(ledger: Ledger, { field, placed }: Place, draft: OutcomeDraftOf<"events">): Built | undefined {
  const before = ledger.problems.length;
  const event = text(
    ledger,
    `${field}.event`,
    draft.event,
    "the kind of event in one word, the same in every study: collapse, hip-replacement",
  );
  if (event !== undefined && !Id.safeParse(event).success)
    wrong(ledger, `${field}.event`, `${JSON.stringify(event)} is no id`, "lower-case letters, digits and hyphens");
  else if (event !== undefined && ledger.known?.events.has(event) === false)
    ledger.notices.push({
      place: `${field}.event`,
      problem: `no study on file and no question knows the event ${event}`,
      expected: `the same word as elsewhere, if one of these is meant: ${[...ledger.known.events].sort().join(", ")}`,
    });
  const report = stated(ledger, `${field}.report`, draft.report, "a count, or a percentage with the total");
  const since = ledger.steps.length;
  const counted = report && countOf(ledger, `${field}.report`, report, draft.complement === true);
  if (!counted || !event || !placed || ledger.problems.length > before) return undefined;
  const { ground, note, comments } = basisOf(counted.figures);
  const steps = stepsSince(ledger, since);
  const outcome: Outcome = present({
    type: "events" as const,
    ...placed,
    event,
    events: counted.events,
    total: counted.total,
    isBenefit: draft.isBenefit,
    ground,
    derivation: steps.derivation,
    note: joined(maybe(draft.note), note),
  });
  return { outcome, size: counted.total, comments: [...comments, ...steps.comments] };
}
