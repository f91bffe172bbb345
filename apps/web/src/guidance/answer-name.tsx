import type { Recommendation } from "@calcar/contract";
import type { Tone } from "../design/callout.tsx";
import { useT } from "../messages/messages.tsx";

type Answer = Recommendation["answer"];

/** One tone per answer, and none that cheers: a may-be-discussed is not a go. */
export const TONE_OF_ANSWER: Record<Answer, Tone> = {
  "urgent-referral": "stop",
  "other-condition": "plain",
  "not-a-candidate": "stop",
  "surgery-discussion": "caution",
  observe: "accent",
  "not-now": "caution",
  "cannot-say": "plain",
  "research-only": "accent",
  "may-be-discussed": "accent",
};

const isAnswer = (text: string): text is Answer => text in TONE_OF_ANSWER;

/** The short name of an answer, as lists show it. A name this version does not know is shown as it was stored. */
export function AnswerName({ answer }: { readonly answer: string }) {
  const t = useT();
  return isAnswer(answer) ? t(`answerName.${answer}`) : answer;
}
