import type { AnyCoordinates, EffectCoordinates, Study } from "@calcar/catalog/schema";
import { either, type Miss, miss } from "./miss.ts";

export type Arm = Study["arms"][number];
type Intervention = AnyCoordinates["intervention"];

/** Where an arm lies outside: product, route, what it came with. */
export function armMisses(arm: Arm, { products, route, alongside = [], notAlongside = [] }: Intervention): Miss[] {
  const misses: Miss[] = [];
  if (products && (arm.productClass === undefined || !products.includes(arm.productClass)))
    misses.push(miss("product", `another product: ${arm.productClass ?? "not stated"}`));
  if (arm.routeClass === undefined || !route.includes(arm.routeClass))
    misses.push(miss("route", `another route: ${arm.routeClass ?? arm.route ?? "not stated"}`));
  const lacking = alongside.filter((adjunct) => !arm.alongside?.includes(adjunct));
  if (lacking.length > 0) misses.push(miss("adjunct", `without ${either(lacking)}`));
  const besides = notAlongside.filter((adjunct) => arm.alongside?.includes(adjunct));
  if (besides.length > 0) misses.push(miss("adjunct", `together with ${either(besides)}`));
  return misses;
}

/** The arms that got what the question asks about. */
export const interventionArms = (study: Study, { role }: Intervention): Arm[] =>
  study.arms.filter((arm) => arm.role === role && arm.controlClass === undefined);

export const noIntervention = ({ role }: Intervention): Miss => miss("intervention", `no arm with ${role === "cell" ? "cells" : "PRP"}`);

/** The arms that got what the question compares with. */
export const comparatorArms = (study: Study, { classes }: EffectCoordinates["comparator"]): Arm[] =>
  study.arms.filter(({ controlClass }) => controlClass !== undefined && classes.includes(controlClass));

/** What a study compares with instead, in words. */
export function noComparator({ arms }: Study, { classes }: EffectCoordinates["comparator"]): Miss {
  const others = arms.flatMap(({ controlClass }) => controlClass ?? []);
  if (others.length === 0) return miss("comparator", "no control group");
  return miss("comparator", `compared with ${either([...new Set(others)])}, not with ${either(classes)}`);
}
