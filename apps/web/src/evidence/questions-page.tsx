/** To be written. */
export function QuestionsPage() {
  return null;
}
