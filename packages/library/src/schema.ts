import { z } from "zod";

const instant = z.iso.datetime();
const count = z.int().nonnegative();

/** An address as it is compared: the part after # names a place in a page, not another page. */
const withoutFragment = (address: string): string => {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  return url.href;
};

/** What a page is called and where it stands. The address is for people: nothing is ever fetched from it. */
export const PageHeading = z.strictObject({
  title: z.string().trim().min(1).max(200),
  address: z
    .url({ protocol: /^https?$/, error: "an address that starts with http:// or https://" })
    .max(2000)
    .overwrite(withoutFragment)
    .optional(),
});
export type PageHeading = z.infer<typeof PageHeading>;

/** One check of a page, in the numbers that a list shows. */
export const VersionLine = z.strictObject({
  version: z.int().positive(),
  sentences: count, // read in the page: what the findings are out of
  findings: z.strictObject({ error: count, warning: count, info: count }),
  suppressed: count, // let stand by a comment in the page, or because the page is careful
  knowledge: z.string(), // version of everything that was known then
  rules: z.string(), // version of the rules, words and cues alone
  savedAt: instant,
  savedBy: z.string(),
});
export type VersionLine = z.infer<typeof VersionLine>;

/** A page of the library with its last check. */
export const LibraryLine = z.strictObject({
  ...PageHeading.shape,
  id: z.uuid(),
  versions: z.int().positive(),
  createdAt: instant,
  createdBy: z.string(), // who may delete it
  last: VersionLine,
});
export type LibraryLine = z.infer<typeof LibraryLine>;

/** Where a check was kept. `isNew` is false when the last version says the very same. */
export const KeptVersion = z.strictObject({ page: z.uuid(), version: z.int().positive(), isNew: z.boolean() });
export type KeptVersion = z.infer<typeof KeptVersion>;
