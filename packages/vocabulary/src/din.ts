/** ISO/IEC 7064, modulus 37,2: the characters of a DIN in the order of their values, and the star that only a check character may be. */
const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
const MODULUS = 37;

/**
 * The check character of an ISBT 128 donation identification number, as a person types it beside the number.
 *
 * @param din 13 characters: a letter or digit, four characters, two digits of the year, six digits of the sequence
 * @returns one of 0-9, A-Z or *; undefined when the text is no DIN
 */
export function dinCheckCharacter(din: string): string | undefined {
  const value = dinCheckValue(din);
  return value === undefined ? undefined : CHARACTERS[value];
}

/** The same check as its value from 0 to 36; the flag characters of a label hold it with 60 added. */
export function dinCheckValue(din: string): number | undefined {
  if (!/^[A-Z0-9]{5}\d{8}$/.test(din)) return undefined;
  const sum = [...din].reduce((total, character) => ((total + CHARACTERS.indexOf(character)) * 2) % MODULUS, 0);
  return (MODULUS + 1 - sum) % MODULUS;
}

/** Whether the check character typed beside a number is the number's own. */
export const isDinChecked = (din: string, typed: string): boolean => dinCheckCharacter(din) === typed;
