import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../api/queries.ts";
import { useT } from "../messages/messages.tsx";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Who acted, by name: the reader's own name for the reader's id, and never a bare id. */
export function usePerson() {
  const t = useT();
  const user = useQuery(sessionQuery).data?.user;
  return (who: string): string => {
    if (who === user?.id) return user.name;
    return ID.test(who) ? t("person.other", { id: who.slice(0, 8) }) : who;
  };
}
