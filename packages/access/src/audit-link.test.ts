import fc from "fast-check";
import { expect, it } from "vitest";
import { type AuditAct, type AuditLink, CHAIN_START, type ChainFault, faultOf, link } from "./audit-link.ts";

const act: AuditAct = {
  site: "clinic",
  actor: "ana",
  act: "hip.open",
  subject: { kind: "hip", id: "7" },
  detail: { side: "left" },
  at: new Date("2026-11-21T12:00:00Z"),
};
const start = { sequence: 0, hash: CHAIN_START };

// printf '%s\n%s' <64 zeros> '{"act":"hip.open",...}' | sha256sum (GNU coreutils)
it("seals the first link as sha256sum does", () => {
  expect(link(start, act).hash).toBe("7f0b432f6dd5260641fa750e442414e7ab10a2742164d8a6ee0ef34107f5e7bf");
});

const chainOf = (length: number): AuditLink[] => {
  const links: AuditLink[] = [];
  for (let n = 0; n < length; n += 1) links.push(link(links.at(-1) ?? start, { ...act, subject: { kind: "hip", id: `${n}` } }));
  return links;
};

function firstFault(links: readonly AuditLink[]): { at: number; fault: ChainFault } | undefined {
  let head: { sequence: number; hash: string } = start;
  for (const stored of links) {
    const fault = faultOf(head, stored);
    if (fault) return { at: head.sequence + 1, fault };
    head = stored;
  }
  return undefined;
}

it("finds nothing wrong with a chain that nobody touched", () => expect(firstFault(chainOf(20))).toBeUndefined());

it("names the link that was removed", () => expect(firstFault(chainOf(9).toSpliced(4, 1))).toEqual({ at: 5, fault: "removed" }));

it("names the first of two links that changed places, even under each other's number", () => {
  const links = chainOf(9);
  const [fourth, fifth] = [links[3]!, links[4]!];
  expect(firstFault(links.with(3, fifth).with(4, fourth))).toEqual({ at: 4, fault: "removed" });
  const renumbered = links.with(3, { ...fifth, sequence: 4 }).with(4, { ...fourth, sequence: 5 });
  expect(firstFault(renumbered)).toEqual({ at: 4, fault: "out-of-order" });
});

it("names the link whose words were changed, whichever word it was", () => {
  const changes: Partial<AuditLink>[] = [
    { site: "other" },
    { actor: "ben" },
    { act: "hip.close" },
    { subject: { kind: "hip", id: "99" } },
    { subject: { kind: "patient", id: "3" } },
    { detail: {} },
    { at: new Date("2026-11-21T12:00:00.001Z") },
    { hash: CHAIN_START },
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.constantFrom(...changes), (at, change) => {
      const links = chainOf(9);
      expect(firstFault(links.with(at, { ...links[at]!, ...change }))).toEqual({ at: at + 1, fault: "changed" });
    }),
  );
});

it("names the link after one that was rewritten and sealed again", () => {
  const links = chainOf(9);
  const forged = link(links[2]!, { ...act, actor: "eve" });
  expect(firstFault(links.with(3, forged))).toEqual({ at: 5, fault: "out-of-order" });
});
