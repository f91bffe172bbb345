import type { Tau2Method } from "../schema.ts";

const METHOD: Record<Tau2Method, string> = { REML: "REML", DL: "DL", PM: "PM", FE: "EE" };

/** metafor stops its iterations early unless told otherwise. */
const CONTROL: Record<Tau2Method, string> = {
  REML: ", control = list(threshold = 1e-12, maxiter = 10000)",
  PM: ", control = list(tol = 1e-12)",
  DL: "",
  FE: "",
};

interface Fit {
  readonly data?: string; // of which rows, "dat" unless stated
  readonly mods?: string; // a column whose values are compared
}

/** A call of metafor's rma. */
export const rma = (tau2: Tau2Method, test: "z" | "knha", { data = "dat", mods }: Fit = {}): string =>
  `rma(yi, vi, ${mods === undefined ? "" : `mods = ~ factor(${mods}), `}data = ${data}, method = "${METHOD[tau2]}", test = "${test}"${CONTROL[tau2]})`;

/** Text from the knowledge files becomes one comment line each, whatever it holds. */
export const comment = (text: string): string => `# ${text.replace(/\s+/g, " ")}`;

/** An R string: quotes, backslashes and anything beyond ASCII escaped, so that the file reads the same in every locale. */
export const quoted = (text: string): string =>
  `"${text.replace(/["\\]/g, "\\$&").replace(/[^ -~]/gu, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`)}"`;

export const column = (values: readonly (string | number)[]): string => `c(${values.join(", ")})`;
