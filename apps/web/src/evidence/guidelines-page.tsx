/** To be written. */
export function GuidelinesPageView() {
  return null;
}
