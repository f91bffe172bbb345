import type { Catalog } from "@calcar/catalog";
import type { Guideline, PathwayRule, Position } from "@calcar/catalog/schema";
import { isEstablished } from "@calcar/vocabulary";
import type { GuidelinePosition } from "../schema.ts";

const HIP = /hip|any/i;

/**
 * What guidelines say of a pathway, newest first, with those that point the other way named on each.
 *
 * A position that is withheld, or rests only on recalled or seed-only grounds, is left out: it is not established.
 */
export function positionsOn(catalog: Catalog, wanted: PathwayRule["positions"]): GuidelinePosition[] {
  if (!wanted) return [];
  const chosen = catalog.guidelines.flatMap((guideline) =>
    guideline.positions.filter((position) => belongs(position, wanted)).map((position) => ({ guideline, position })),
  );
  return chosen
    .map(({ guideline, position }) =>
      toPosition(
        { guideline, since: standingOf(catalog, guideline) },
        position,
        chosen.map((other) => other.position).filter((other) => opposes(position, other)),
      ),
    )
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.organisation.localeCompare(b.organisation, "en"));
}

const belongs = (position: Position, wanted: NonNullable<PathwayRule["positions"]>): boolean =>
  position.withheld === undefined &&
  wanted.condition.includes(position.condition) &&
  wanted.about.includes(position.about) &&
  (position.joint === undefined || HIP.test(position.joint)) &&
  position.grounds.some(({ verified }) => isEstablished(verified));

/** What has become of a guideline since its year, with the later one by its name. */
function standingOf(catalog: Catalog, { standing }: Guideline): GuidelinePosition["standing"] {
  const later = catalog.guidelines.find(({ id }) => id === standing?.by);
  return standing && later && { is: standing.is, by: [later.shortName, later.year].filter(Boolean).join(" ") };
}

interface Whose {
  readonly guideline: Guideline;
  readonly since: GuidelinePosition["standing"];
}

function toPosition({ guideline, since }: Whose, position: Position, others: readonly Position[]): GuidelinePosition {
  const ground = position.grounds.find(({ verified }) => isEstablished(verified))!;
  return {
    id: position.id,
    organisation: guideline.organisation,
    ...(guideline.year === undefined ? {} : { year: guideline.year }),
    intervention: position.intervention,
    direction: position.direction,
    ...(position.strength === undefined ? {} : { strength: position.strength }),
    ...(position.certainty === undefined ? {} : { certainty: position.certainty }),
    says: position.says,
    source: ground.source,
    verified: ground.verified,
    ...(since === undefined ? {} : { standing: since }),
    disagreesWith: others.map(({ id }) => id),
  };
}

const FOR = ["for"];
const AGAINST = ["against", "warning", "research-only"];

/** Two positions on the same matter of which one recommends what the other advises against. */
function opposes(a: Position, b: Position): boolean {
  if (a.about !== b.about || a.condition !== b.condition) return false;
  const [one, other] = [a.direction, b.direction];
  return (FOR.includes(one) && AGAINST.includes(other)) || (AGAINST.includes(one) && FOR.includes(other));
}
