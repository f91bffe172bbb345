import { type ActContext, type Db, inSite, isId, recordAct, type SiteContext, type Tx } from "@calcar/storage";
import { ok, type Problem, type Refusal, type Result, refuse } from "@calcar/vocabulary";
import type { KeptVersion, LibraryLine, PageHeading } from "../schema.ts";
import { type Check, pack } from "./check.ts";
import { insertVersion, lineOf, VERSION_COLUMNS, type VersionRow } from "./version-row.store.ts";

/** A page of this address is in the library; `problems` says which. */
export interface AddressKnown extends Refusal {
  readonly kind: "conflict";
  readonly problems: readonly Problem[];
}

/**
 * Adds a page to the library with its first version.
 *
 * @param added `id` for the page, and what was found in it
 * @refuses invalid/too-large-to-keep above six million characters of JSON
 * @refuses conflict/address-known when a page of the library has this address: the check belongs to that page
 */
export async function addPage(
  db: Db,
  context: ActContext,
  added: { readonly id: string; readonly heading: PageHeading; readonly check: Check },
): Promise<{ readonly ok: true; readonly value: KeptVersion } | { readonly ok: false; readonly refusal: Refusal | AddressKnown }> {
  const { id, heading, check } = added;
  const packed = pack(check);
  if (!packed.ok) return packed;
  return inSite(db, context.site, async (tx) => {
    if (!(await insertPage(tx, context, id, heading))) return { ok: false, refusal: await addressKnown(tx, context.site, heading) };
    await insertVersion(tx, context, { page: id, version: 1 }, { ...check, ...packed.value });
    const { site, actor, at } = context;
    const detail = { version: 1, knowledge: check.knowledge };
    await recordAct(tx, { site, actor, at, act: "library.add", subject: { kind: "library-page", id }, detail });
    return ok({ page: id, version: 1, isNew: true });
  });
}

/**
 * Deletes a page with all its versions. Only the person who added it may.
 *
 * @refuses not-found/library-page
 * @refuses not-permitted/not-yours when somebody else added it
 */
export async function deletePage(db: Db, context: ActContext, id: string): Promise<Result<undefined>> {
  if (!isId(id)) return refuse("not-found", "library-page");
  const { site, actor, at } = context;
  return inSite(db, site, async (tx) => {
    const { rows } = await tx.query<{ owner: string; versions: number }>(
      `select created_by as owner, versions from library_page where site_id = $1 and id = $2 for update`,
      [site, id],
    );
    if (!rows[0]) return refuse("not-found", "library-page");
    const { owner, versions } = rows[0];
    if (owner !== actor) return refuse("not-permitted", "not-yours");
    await tx.query(`delete from library_page where site_id = $1 and id = $2`, [site, id]);
    await recordAct(tx, { site, actor, at, act: "library.delete", subject: { kind: "library-page", id }, detail: { versions } });
    return ok(undefined);
  });
}

/** Every page of the library with its last version, the one checked last first. */
export function listPages(db: Db, { site }: SiteContext): Promise<LibraryLine[]> {
  return inSite(db, site, async (tx) => {
    const { rows } = await tx.query<PageRow & VersionRow>(
      `${SELECT_LINE} where library_page.site_id = $1 order by at desc, library_page.id`,
      [site],
    );
    return rows.map(pageLineOf);
  });
}

export interface PageRow {
  readonly id: string;
  readonly title: string;
  readonly address: string | null;
  readonly versions: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** A page with its last version. */
export const SELECT_LINE = `select library_page.id, title, address, versions, created_at as "createdAt", created_by as "createdBy", ${VERSION_COLUMNS}
  from library_page join library_version on library_version.site_id = library_page.site_id
   and library_version.page = library_page.id and library_version.version = library_page.versions`;

export const pageLineOf = ({ id, title, address, versions, createdAt, createdBy, ...last }: PageRow & VersionRow): LibraryLine => ({
  id,
  title,
  ...(address !== null && { address }),
  versions,
  createdAt: createdAt.toISOString(),
  createdBy,
  last: lineOf(last),
});

/** @returns whether it was added: not where the address is known */
async function insertPage(tx: Tx, { site, actor, at }: ActContext, id: string, { title, address }: PageHeading): Promise<boolean> {
  const { rows } = await tx.query(
    `insert into library_page (site_id, id, title, address, versions, created_at, created_by) values ($1, $2, $3, $4, 1, $5, $6)
     on conflict (site_id, address) do nothing returning id`,
    [site, id, title, address ?? null, at, actor],
  );
  return rows.length === 1;
}

async function addressKnown(tx: Tx, site: string, { address = "" }: PageHeading): Promise<AddressKnown> {
  const { rows } = await tx.query<{ title: string }>(`select title from library_page where site_id = $1 and address = $2`, [site, address]);
  const problem = `${address} is the address of “${rows[0]?.title ?? ""}”`;
  return {
    kind: "conflict",
    code: "address-known",
    problems: [{ place: "query.address", problem, expected: "a further version of that page, or another address" }],
  };
}
