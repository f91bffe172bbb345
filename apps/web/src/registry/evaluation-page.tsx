/** To be written. */
export function EvaluationPage() {
  return null;
}
