import type { Guideline, Position } from "@calcar/catalog";
import { isEstablished } from "@calcar/vocabulary";
import type { Span } from "../../page/page.ts";
import type { CitingPage, FoundFault } from "./citing-page.ts";
import { guidelineName, type NamedBody } from "./guidelines.ts";

/** "The ACR recommends stem cells" where its guideline advises against them. */
export function guidelineReversed({ page, bodies, says }: CitingPage): readonly FoundFault[] {
  return bodies.flatMap(({ sentence, span, guidelines }) => {
    const words = says.words(sentence, "recommended").filter((found) => isOf(page.text, span, found));
    if (words.length === 0) return [];
    const about = words.some(({ start, end }) => PRP.test(page.text.slice(start, end))) ? "prp" : "cell-therapy";
    const [first] = refusals(guidelines, about);
    if (!first) return [];
    const [guideline, position] = first;
    return [
      {
        ...{ sentence, words: [span, ...words] },
        detail: `${guidelineName(guideline)} says otherwise: ${position.says.replace(/\.$/, "")}.`,
        sources: position.grounds.map(({ source }) => source),
      },
    ];
  });
}

/** Whether a recommendation is told of the body: it stands close by, and nobody else between. */
function isOf(text: string, body: Span, words: Span): boolean {
  const between = body.end <= words.start ? text.slice(body.end, words.start) : text.slice(words.end, body.start);
  return between.length <= MOST_BETWEEN && !OTHERS.test(between);
}

const MOST_BETWEEN = 60; // characters
const OTHERS =
  /[;:—]|\b(?:we|our|clinics?|doctors?|physicians?|surgeons?|specialists?|experts?|members?|trained|certified|but|although|while|nosotros|nuestr[oa]s?|clínicas?|médicos?|pero|aunque)\b/i;

const PRP = /\bPRP\b|platelet|plaquet/i;
const AGAINST: ReadonlySet<Position["direction"]> = new Set(["against", "research-only"]);

/** The positions on a treatment, when all that a body says of it is against; hips first. */
function refusals(guidelines: readonly Guideline[], about: Position["about"]): readonly (readonly [Guideline, Position])[] {
  const positions = guidelines
    .filter(({ standing }) => standing?.is !== "superseded")
    .flatMap((guideline) =>
      guideline.positions.filter((position) => isKnown(position, about)).map((position) => [guideline, position] as const),
    );
  if (!positions.every(([, { direction }]) => AGAINST.has(direction))) return [];
  return positions.toSorted(([, a], [, b]) => Number(b.joint === "hip") - Number(a.joint === "hip"));
}

const isKnown = (position: Position, about: Position["about"]) =>
  position.about === about && position.withheld === undefined && position.grounds.every(({ verified }) => isEstablished(verified));

/** "The current AAOS guideline of 2017" where a later edition has taken its place. */
export function guidelineOutdated({ bodies, says }: CitingPage): readonly FoundFault[] {
  return bodies.flatMap(({ sentence, span, guidelines }) => {
    const [old] = guidelines;
    if (!isDated(guidelines) || old?.standing?.is !== "superseded") return [];
    const words = says.words(sentence, "current");
    return words.length === 0
      ? []
      : [
          {
            ...{ sentence, words: [span, ...words] },
            detail: `${guidelineName(old)} is not the latest: ${old.standing.says}`,
            sources: [old.standing.ground.source],
          },
        ];
  });
}

/** Whether the sentence named the year: a body without one means all its guidelines. */
const isDated = (guidelines: NamedBody["guidelines"]) =>
  guidelines.length > 0 && guidelines.every(({ standing }) => standing?.is === "superseded");
