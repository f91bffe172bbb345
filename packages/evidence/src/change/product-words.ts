import type { Study } from "@calcar/catalog/schema";

type Arm = Study["arms"][number];
type ProductClass = NonNullable<Arm["productClass"]>;

export const PRODUCTS: Record<ProductClass, string> = {
  bmac: "marrow concentrate",
  "cultured-msc-autologous": "cultured cells, own",
  "cultured-msc-allogeneic": "cultured cells, donor",
  mfat: "micro-fragmented fat",
  svf: "stromal vascular fraction",
  prp: "platelet-rich plasma",
  "umbilical-cord": "umbilical cord product",
  amniotic: "amniotic product",
  exosome: "exosomes",
  "other-cells": "other cells",
  none: "no product",
};

/** What was given, in two or three words, with the operation it came with. */
export function productWords(study: Study, armName: string | undefined): string {
  const arm = study.arms.find(({ name }) => name === armName) ?? onlyCellArm(study);
  if (!arm) return "product not stated";
  const product = arm.productClass ? PRODUCTS[arm.productClass] : arm.name;
  return arm.product.adjuncts ? `${product}, with ${arm.product.adjuncts.join(", ")}` : product;
}

function onlyCellArm({ arms }: Study): Arm | undefined {
  const cells = arms.filter(({ role }) => role === "cell");
  return cells.length === 1 ? cells[0] : undefined;
}
