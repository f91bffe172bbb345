export { recordAct } from "./audit/record-act.ts";
export { type ChainReport, verifyChain } from "./audit/verify-chain.ts";
export { type ActContext, isId, type SiteContext } from "./context.ts";
export type { Db, Opening, OpenRefusal, Param, Rows, Tx } from "./db.ts";
export { inSite } from "./in-site.ts";
export { openDb, type Where } from "./open-db.ts";
