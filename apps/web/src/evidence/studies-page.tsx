/** To be written. */
export function StudiesPage() {
  return null;
}
