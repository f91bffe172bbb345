/** Whose records are read. */
export interface SiteContext {
  readonly site: string;
}

/** Who acts, where and when. What the person may do was settled before. */
export interface ActContext extends SiteContext {
  readonly actor: string; // an account id
  readonly at: Date;
}

/** Whether the text can be the id of a record at all. What cannot be one is simply not found. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
