import type { CatalogInstrument } from "@calcar/catalog";

/** What is wrong when an instrument of several forms was given none. */
export const needsForm = ({ id, forms = [] }: Pick<CatalogInstrument, "id" | "forms">): string =>
  `--form: ${id} needs one; expected ${forms.map((form) => form.id).join(", ")}`;
