import { attributeValue } from "../html/attributes.ts";
import { readEvents } from "../html/events.ts";

/** The addresses to which one part of a Word file links, by the ids under which its links name them. */
export const readAddresses = (xml: string): ReadonlyMap<string, string> => {
  const addresses = new Map<string, string>();
  const open = (name: string, attributes: Parameters<typeof attributeValue>[1]): void => {
    if (name !== "Relationship" || attributeValue(xml, attributes, "targetmode") !== "External") return;
    addresses.set(attributeValue(xml, attributes, "id") ?? "", attributeValue(xml, attributes, "target") ?? "");
  };
  readEvents(xml, { open, close: () => undefined, text: () => undefined, entity: () => undefined }, true);
  return addresses;
};
