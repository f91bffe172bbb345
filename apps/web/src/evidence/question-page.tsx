/** To be written. */
export function QuestionPage() {
  return null;
}
