/** To be written. */
export function StudyPageView() {
  return null;
}
