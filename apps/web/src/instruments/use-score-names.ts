import { useLocalised } from "../messages/messages.tsx";
import type { Instrument } from "./shapes.ts";

/** The names of scores from their ids, as a list in the reader's language. */
export function useScoreNames({ subscales }: Pick<Instrument, "subscales">) {
  const localised = useLocalised();
  return (ids: readonly string[]): string =>
    ids
      .map((id) => {
        const name = subscales.find((each) => each.id === id)?.name;
        return name === undefined ? id : localised(name);
      })
      .join(", ");
}
