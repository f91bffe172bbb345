import type { Catalog } from "@calcar/catalog";

/** Everything a command touches outside itself, handed in so that tests can watch it. */
export interface Io {
  readonly now: Date;
  readonly isTty: boolean; // standard error is a terminal
  stdin(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  readFile(path: string): Uint8Array;
  writeFile(path: string, bytes: string | Uint8Array): void; // whole or not at all
  catalog(): Catalog;
}

/** The exit statuses of every command. */
export const EXIT = { done: 0, no: 1, badInput: 2, outside: 3 } as const;
