import { z } from "zod";

/** Whose records are read. */
export interface SiteContext {
  readonly site: string;
}

/** Who acts, where and when. What the person may do was settled before. */
export interface ActContext extends SiteContext {
  readonly actor: string; // an account id
  readonly at: Date;
}

const uuid = z.uuid();

/** Whether the text can be the id of a record at all. What cannot be one is simply not found. */
export const isId = (text: string): boolean => uuid.safeParse(text).success;
