/** To be written. */
export function AnswerPage() {
  return null;
}
