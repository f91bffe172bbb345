/** Runs a file operation that may be refused (no space, no permission, gone); undefined when it is. Defects still throw. */
export function unlessRefusedBySystem<T>(operation: () => T): T | undefined {
  try {
    return operation();
  } catch (error) {
    if (error instanceof Error && "syscall" in error) return undefined;
    throw error;
  }
}
