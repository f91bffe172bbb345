/** To be written. */
export function SourcePageView() {
  return null;
}
