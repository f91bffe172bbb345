import type { Form, Instrument, Unconfirmed } from "@calcar/catalog";

/** The entries of `instrument.unconfirmed` that a test picks, as bits. */
export const bitsOf = ({ unconfirmed = [] }: Pick<Instrument, "unconfirmed">, bears: (entry: Unconfirmed) => boolean): number =>
  unconfirmed.reduce((bits, entry, i) => (bears(entry) ? bits | (1 << i) : bits), 0);

/** The ids that bits stand for. */
export const idsOf = ({ unconfirmed = [] }: Pick<Instrument, "unconfirmed">, bits: number): string[] =>
  unconfirmed.filter((_, i) => (bits & (1 << i)) !== 0).map(({ id }) => id);

/** Whether something unconfirmed bears on every score of a subscale in a form, however complete the answers are. */
export function bearsOnSubscale(bears: Unconfirmed["bears"], subscale: string, form: Form | undefined): boolean {
  switch (bears.on) {
    case "everything":
      return true;
    case "subscales":
      return bears.subscales.includes(subscale);
    case "forms":
      return form !== undefined && bears.forms.includes(form.id);
    default:
      return false;
  }
}
