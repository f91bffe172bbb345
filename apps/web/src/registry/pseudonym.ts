const ALLOWED = /^[A-Z0-9][A-Z0-9-]{2,23}$/i;

export const tidyPseudonym = (typed: string): string => typed.trim();

/** Whether the server will take this as a pseudonym: 3 to 24 letters, digits or hyphens. */
export const isPseudonym = (typed: string): boolean => ALLOWED.test(tidyPseudonym(typed));
