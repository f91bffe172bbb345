import type { Catalog } from "@calcar/catalog";
import type { FileBelow } from "./new-folder.ts";

/** Everything a command touches outside itself, handed in so that tests can watch it. */
export interface Io {
  readonly now: Date;
  readonly isTty: boolean; // standard error is a terminal
  stdin(): Promise<Uint8Array>;
  streams(): Streams; // for a command that speaks a protocol
  out(text: string): void;
  err(text: string): void;
  write(text: string): Promise<void>; // to standard output, waiting while the reader is slow
  readFile(path: string): Uint8Array;
  open(path: string): AsyncIterable<Uint8Array>; // a file of any size as it is read; "-" is standard input
  find(path: string, endings: readonly string[]): readonly FoundFile[]; // a file itself; of a folder or a glob the files with these endings
  watch(paths: readonly string[], act: () => Promise<number>): Promise<number>; // acts now and at every change, until interrupted
  writeFile(path: string, bytes: string | Uint8Array): void; // whole or not at all
  createFile(path: string, text: string): void; // refused where a file lies already
  createFolder(path: string, files: readonly FileBelow[]): void; // whole or not at all; refused where there is one already
  newFile(path: string): NewFile;
  catalog(): Catalog;
}

/** Standard input and output as they are. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** A file that was found, and its size. */
export interface FoundFile {
  readonly path: string;
  readonly bytes: number;
}

/** A file that is written piece by piece and is there, whole, only when it is done. */
export interface NewFile {
  write(text: string): Promise<void>;
  done(): Promise<void>;
  abandon(): Promise<void>;
}

/** The exit statuses of every command. */
export const EXIT = { done: 0, no: 1, badInput: 2, outside: 3 } as const;
