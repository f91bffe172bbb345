import { PRODUCTS } from "../change/product-words.ts";
import type { SubgroupCoordinate } from "../schema.ts";
import { designWords } from "../studies/design-words.ts";
import type { EffectRow } from "./effect-row.ts";

/** A value of a coordinate: its code, and the words a reader sees. */
export interface Place {
  readonly name: string;
  readonly says: string;
}

const NOT_STATED: Place = { name: "not-stated", says: "not stated" };

const coded = (code: string | undefined): Place => (code === undefined ? NOT_STATED : { name: code, says: code.replaceAll("-", " ") });

/** Where a study of a pool stands on each coordinate. What the text at hand does not say is a place of its own, never a guess. */
export const PLACE_OF: Readonly<Record<SubgroupCoordinate, (row: EffectRow) => Place>> = {
  product: (row) => {
    const product = armOf(row, 0)?.productClass;
    return product === undefined ? NOT_STATED : { name: product, says: PRODUCTS[product] };
  },
  phase: ({ study, outcomes: [ours] }) => {
    const phase = ours.phase ?? study.phase;
    return phase === "mixed" ? { name: phase, says: "before and after collapse" } : coded(phase);
  },
  route: (row) => coded(armOf(row, 0)?.routeClass),
  comparator: (row) => coded(armOf(row, 1)?.controlClass),
  design: ({ study }) => ({ name: study.doubleBlind ? `${study.designClass}-double-blind` : study.designClass, says: designWords(study) }),
  disease: ({ study }) => coded(study.disease),
  joint: ({ study }) => coded(study.joint),
};

const armOf = ({ study, outcomes }: EffectRow, side: 0 | 1) => study.arms.find(({ name }) => name === outcomes[side].arm);
