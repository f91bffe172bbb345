/** What a source is known by. */
export interface NamedSource {
  readonly title: string;
  readonly authors?: string | undefined;
  readonly year?: number | undefined;
}

const LONGEST = 60;

/** How a source is named in a line: first author and year, else the start of its title. */
export function sourceLabel({ authors, title, year }: NamedSource): string {
  const name = firstSurname(authors) ?? shortened(title);
  return year === undefined || name.includes(String(year)) ? name : `${name} ${year}`;
}

/** "Copsey B and others", but not "Food and Drug Administration": an "and" after one name, with or without its initials. */
const SECOND_PERSON = /^((?:[a-z']+ )*\S+(?: [A-Z.-]{1,5})?) and .*$/s;

/** "Lamo-Espinosa J, Mora G, et al." to "Lamo-Espinosa". */
function firstSurname(authors: string | undefined): string | undefined {
  const first = authors
    ?.split(/[,;]| & |\bet al/)[0]
    ?.replace(SECOND_PERSON, "$1")
    .trim();
  const surname = first?.replace(/(?:\s+[A-Z][A-Z.-]{0,4})+$/, "").trim();
  return surname === "" ? undefined : surname;
}

function shortened(title: string): string {
  if (title.length <= LONGEST) return title;
  const cut = title.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))} …`;
}
