/** One-off importer: cuts the published FHIR R5 definitions down to what our exports use. Usage: node tools/import-fhir-r5.ts CORE-FOLDER TERMINOLOGY-FOLDER, each an unpacked npm package (reference/fhir-r5/README.md names them). */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const RESOURCES = ["Evidence", "EvidenceVariable", "Citation", "ArtifactAssessment", "Bundle"];
const OPEN = new Set(["Resource"]); // a slot for any resource, of which only those above are used
const KEPT = ["id", "path", "min", "max", "base", "type", "contentReference", "constraint", "binding"];

interface Element {
  type?: { code: string; profile?: string[] }[];
  binding?: { strength: string; valueSet: string };
}
interface Definition {
  snapshot: { element: Element[] };
}
interface Concept {
  code: string;
  display?: string;
  concept?: Concept[];
}

const [core, terminology] = process.argv.slice(2);
if (core === undefined || terminology === undefined) throw new Error("usage: node tools/import-fhir-r5.ts CORE-FOLDER TERMINOLOGY-FOLDER");
const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));

const definitions = new Map<string, Definition>();
for (const name of [...RESOURCES, "Resource", "DomainResource"]) add(name);
const bound = new Set([...definitions.values()].flatMap(({ snapshot }) => snapshot.element.flatMap(({ binding }) => setOf(binding))));
write("definitions.json", [...definitions.values()]);
write("code-systems.json", codeSystems());

/** A type and every type its elements have. */
function add(name: string): void {
  if (definitions.has(name) || name.includes("/")) return;
  const definition = read(core!, `StructureDefinition-${name}.json`) as Definition & Record<string, unknown>;
  const element = definition.snapshot.element.map((whole) => only(whole as Record<string, unknown>, KEPT));
  const about = ["resourceType", "id", "url", "version", "name", "status", "kind", "abstract", "type", "baseDefinition", "derivation"];
  definitions.set(name, { ...only(definition, about), snapshot: { element } } as Definition);
  for (const { type } of element as Element[]) for (const { code } of type ?? []) if (!OPEN.has(code)) add(code);
}

function only(from: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}

function setOf(binding: Element["binding"]): string[] {
  return binding?.valueSet ? [binding.valueSet.split("|")[0]!] : [];
}

/** The code systems behind the value sets that our elements are bound to, where a value set takes whole systems of moderate size. */
function codeSystems(): unknown[] {
  const systems = new Set([...bound].flatMap(systemsOf));
  return [core!, terminology!].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.startsWith("CodeSystem-"))
      .map((file) => read(folder, file) as { url: string; version: string; concept?: Concept[] })
      .filter(({ url, concept = [] }) => systems.has(url) && concept.length > 0 && concept.length < 200)
      .map(({ url, version, concept }) => ({ resourceType: "CodeSystem", url, version, concept: concept!.map(bare) })),
  );
}

function systemsOf(valueSet: string): string[] {
  const file = `ValueSet-${valueSet.split("/").at(-1)}.json`;
  const folder = [core!, terminology!].find((one) => existsSync(`${one}/${file}`));
  if (folder === undefined) return [];
  const { compose } = read(folder, file) as { compose?: { include?: { system?: string }[] } };
  return (compose?.include ?? []).flatMap(({ system }) => system ?? []);
}

function bare({ code, display, concept }: Concept): Concept {
  return { code, ...(display === undefined ? {} : { display }), ...(concept === undefined ? {} : { concept: concept.map(bare) }) };
}

function write(file: string, content: unknown[]): void {
  const lines = content.map((one) => JSON.stringify(one)).join(",\n");
  writeFileSync(fileURLToPath(new URL(`../reference/fhir-r5/${file}`, import.meta.url)), `[\n${lines}\n]\n`);
}
