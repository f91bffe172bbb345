/** The months of a time that is written as months or years and nothing else: "12 months", "at 2 years". Other times are kept in words. */
export function monthsOf(written: string | undefined): string | undefined {
  const [, number, unit] =
    /^(?:at |after )?(\d{1,3}(?:\.\d+)?)[ -](month|year)s?(?: (?:follow[- ]?up|after (?:treatment|surgery|injection)))?\.?$/i.exec(
      written?.trim() ?? "",
    ) ?? [];
  if (number === undefined || unit === undefined) return undefined;
  return unit.toLowerCase() === "month" ? number : String(Number(number) * 12);
}
