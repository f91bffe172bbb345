/** An author as a bibliography of medicine prints one: "Lamo-Espinosa JM". */
export interface Author {
  readonly family: string; // of a body its whole name
  readonly text: string;
}

/** Everyone else: the end of a list that its writer cut short. */
export const ET_AL: Author = { family: "", text: "et al." };

/** A body that signs as an author: its name is never taken apart. */
export const body = (name: string): Author => ({ family: name, text: name });

/**
 * A person by family name and the rest.
 *
 * @param given first names or initials in any spelling: "Chih-Fan", "J.-P.", "JA"; "" when none is known
 */
export function person(family: string, given: string, suffix = ""): Author {
  const text = [family, initials(given), suffix.replaceAll(".", "")].filter((part) => part !== "").join(" ");
  return { family, text };
}

const initials = (given: string): string =>
  given
    .split(/[\s.\u2010-\u2011-]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\p{Lu}{2,3}$/u.test(part) ? part : [...part][0]!))
    .join("");

/** "Family, Given, Suffix" or, without a comma, the name of a body: the way RIS writes authors. */
export function fromCommas(text: string): Author {
  const [family = "", given = "", suffix = ""] = text.split(",").map((part) => part.trim());
  return given === "" && suffix === "" ? body(family) : person(family, given, suffix);
}
