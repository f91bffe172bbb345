/** To be written. */
export function HipsPage() {
  return null;
}
