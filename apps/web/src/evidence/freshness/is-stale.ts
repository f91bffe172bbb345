/**
 * Whether a search is overdue on a day. What nobody has dated is not called fresh.
 *
 * @param freshUntil the last day on which it is fresh
 */
export const isStale = (freshUntil: string | null, today: string): boolean => freshUntil === null || today > freshUntil;
