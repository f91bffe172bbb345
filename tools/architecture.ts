import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The text of ARCHITECTURE.md, made from rooms.cjs and the first paragraph of each room's README. */
export function architecture(): string {
  const rooms = createRequire(import.meta.url)(join(root, "rooms.cjs")) as Record<string, readonly string[]>;
  const rows = Object.entries(rooms).map(
    ([room, may]) => `| [${room}](packages/${room}/README.md) | ${purpose(room)} | ${may.join(", ") || "nobody"} |`,
  );
  return `${HEAD}
${diagram(rooms)}

| room | what it answers | imports |
|---|---|---|
${rows.join("\n")}
${TAIL}`;
}

/** The first paragraph after the title. */
function purpose(room: string): string {
  const path = join(root, "packages", room, "README.md");
  if (!existsSync(path)) return "";
  const [, first = ""] = readFileSync(path, "utf8").split(/\n\n/);
  return first.replaceAll("\n", " ").replaceAll("|", "\\|").trim();
}

function diagram(rooms: Record<string, readonly string[]>): string {
  const direct = (room: string) =>
    rooms[room]!.filter((near) => !rooms[room]!.some((other) => other !== near && reaches(rooms, other, near)));
  const arrows = Object.keys(rooms).flatMap((room) => direct(room).map((near) => `  ${room} --> ${near}`));
  return ["```mermaid", "graph BT", ...arrows, "```"].join("\n");
}

const reaches = (rooms: Record<string, readonly string[]>, from: string, to: string): boolean =>
  rooms[from]!.some((next) => next === to || reaches(rooms, next, to));

const HEAD = `# Architecture

This page is made from \`rooms.cjs\` by \`npm run gen\`; a test fails when the two differ.

Calcar is cut by capability. Each room is a package with a pure core; SQL lives in \`*.store.ts\` files; apps are thin; what the
field says is data under \`knowledge/\`. An arrow means "imports"; arrows that follow from others are left out.
`;

const TAIL = `
Apps (\`apps/server\`, \`apps/web\`, \`apps/cli\`) may import any room's public entry; rooms never import apps. \`apps/web\` sees schemas and
figures only, never a store. \`contract\` imports the rooms' \`schema\` entries and nothing else. A room exports \`.\`, \`./schema\` and
\`./testing\`; a deeper import does not resolve.

**Data goes in a circle, imports do not.** Our own outcomes will re-enter the evidence as a study file that a person reads and signs,
never through an import: \`evidence\` cannot see \`registry\`.

The words are the field's; where one is unclear, \`packages/vocabulary\` and the kinds in \`packages/catalog/src/kinds\` define it.
Decisions and their price are in [docs/decisions](docs/decisions).
`;
