/** To be written. */
export function EvaluatePage() {
  return null;
}
