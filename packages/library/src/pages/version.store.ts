import { type ActContext, type Db, inSite, isId, recordAct, type SiteContext, type Tx } from "@calcar/storage";
import { ok, type Result, refuse } from "@calcar/vocabulary";
import type { KeptVersion, LibraryLine, VersionLine } from "../schema.ts";
import { type Check, MOST_VERSIONS, pack } from "./check.ts";
import { type PageRow, pageLineOf, SELECT_LINE } from "./page.store.ts";
import { insertVersion, lineOf, VERSION_COLUMNS, type VersionRow } from "./version-row.store.ts";

/** A page of the library with every check of it, the last first. */
export interface PageHistory extends LibraryLine {
  readonly history: readonly VersionLine[];
}

/** One check as it was kept: `held` is what was given to be kept, to the letter. */
export interface HeldVersion {
  readonly page: LibraryLine;
  readonly line: VersionLine;
  readonly held: unknown;
}

/**
 * Adds a version to a page. A check that says the very same as the last one, with the same knowledge, adds nothing.
 *
 * @refuses not-found/library-page
 * @refuses invalid/too-large-to-keep above six million characters of JSON
 * @refuses conflict/too-many-versions above 200 versions of one page
 */
export async function addVersion(
  db: Db,
  context: ActContext,
  { page, check }: { readonly page: string; readonly check: Check },
): Promise<Result<KeptVersion>> {
  if (!isId(page)) return refuse("not-found", "library-page");
  const packed = pack(check);
  if (!packed.ok) return packed;
  const { site, actor, at } = context;
  return inSite(db, site, async (tx) => {
    const last = await lockLast(tx, site, page);
    if (!last) return refuse("not-found", "library-page");
    if (last.digest === packed.value.digest && last.knowledge === check.knowledge) return ok({ page, version: last.version, isNew: false });
    const version = last.version + 1;
    if (version > MOST_VERSIONS) return refuse("conflict", "too-many-versions");
    await tx.query(`update library_page set versions = $3 where site_id = $1 and id = $2`, [site, page, version]);
    await insertVersion(tx, context, { page, version }, { ...check, ...packed.value });
    const detail = { version, knowledge: check.knowledge };
    await recordAct(tx, { site, actor, at, act: "library.check", subject: { kind: "library-page", id: page }, detail });
    return ok({ page, version, isNew: true });
  });
}

/** The last version, with its page locked until the transaction ends: what was last is read once nobody else can add to it. */
async function lockLast(tx: Tx, site: string, page: string) {
  await tx.query(`select from library_page where site_id = $1 and id = $2 for update`, [site, page]);
  const { rows } = await tx.query<{ version: number; digest: string; knowledge: string }>(
    `select version, digest, knowledge from library_version where site_id = $1 and page = $2 order by version desc limit 1`,
    [site, page],
  );
  return rows[0];
}

/** A page with its history. @refuses not-found/library-page */
export async function readPageHistory(db: Db, { site }: SiteContext, id: string): Promise<Result<PageHistory>> {
  if (!isId(id)) return refuse("not-found", "library-page");
  return inSite(db, site, async (tx) => {
    const page = await readLine(tx, site, id);
    if (!page) return refuse("not-found", "library-page");
    const { rows } = await tx.query<VersionRow>(
      `select ${VERSION_COLUMNS} from library_version where site_id = $1 and page = $2 order by version desc`,
      [site, id],
    );
    return ok({ ...page, history: rows.map(lineOf) });
  });
}

/**
 * One version as it was kept.
 *
 * @param version the last one when absent
 * @refuses not-found/library-page
 * @refuses not-found/library-version
 */
export async function readVersion(
  db: Db,
  { site }: SiteContext,
  { page: id, version }: { readonly page: string; readonly version?: number | undefined },
): Promise<Result<HeldVersion>> {
  if (!isId(id)) return refuse("not-found", "library-page");
  return inSite(db, site, async (tx) => {
    const page = await readLine(tx, site, id);
    if (!page) return refuse("not-found", "library-page");
    const { rows } = await tx.query<VersionRow & { held: unknown }>(
      `select ${VERSION_COLUMNS}, held from library_version where site_id = $1 and page = $2 and version = $3`,
      [site, id, version ?? page.versions],
    );
    if (!rows[0]) return refuse("not-found", "library-version");
    const { held, ...line } = rows[0];
    return ok({ page, line: lineOf(line), held });
  });
}

async function readLine(tx: Tx, site: string, id: string): Promise<LibraryLine | undefined> {
  const { rows } = await tx.query<PageRow & VersionRow>(`${SELECT_LINE} where library_page.site_id = $1 and library_page.id = $2`, [
    site,
    id,
  ]);
  return rows[0] && pageLineOf(rows[0]);
}
