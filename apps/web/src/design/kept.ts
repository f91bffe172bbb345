/**
 * A choice kept on this device. A browser that refuses storage only forgets it: the page works on, and says so nowhere,
 * because nothing of the record is kept this way.
 */
export function kept(name: string): string | undefined {
  try {
    return localStorage.getItem(`calcar.${name}`) ?? undefined;
  } catch (blocked) {
    return refusedStorage(blocked);
  }
}

/** Keeps a choice on this device; absent forgets it. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`calcar.${name}`);
    else localStorage.setItem(`calcar.${name}`, value);
  } catch (blocked) {
    refusedStorage(blocked);
  }
}

function refusedStorage(thrown: unknown): undefined {
  if (thrown instanceof DOMException) return undefined;
  throw thrown;
}
