import { createHash } from "node:crypto";

/**
 * The version of a set of files: SHA-256 over their paths and bytes in the order of the paths.
 *
 * @param files paths with forward slashes; the order given does not matter
 * @returns 64 hexadecimal characters; people are shown the first 16
 */
export function digest(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(`${Buffer.byteLength(path)}:${path}:${bytes.length}:`); // lengths first, so that no two sets of files spell the same bytes
    hash.update(bytes);
  }
  return hash.digest("hex");
}

/** The part of a digest that people are shown and that answers carry. */
export const shortVersion = (digest: string): string => digest.slice(0, 16);
