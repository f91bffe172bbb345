import { format } from "node:util";

/** A test, or a block of tests with what it computes for them, as the runner calls it: as often as there are mutants to notice. */
export interface Unit {
  readonly id: string;
  /** Where it stands: a changed file makes its units new. */
  readonly file: string;
  readonly run: () => unknown;
}

type Body = (...args: unknown[]) => unknown;
type Options = object | number | undefined;
type Declare = (name: string, first: Body | Options, second?: Body | Options) => void;

interface Block {
  readonly before: Body[];
  readonly tests: Body[];
}

const units: Unit[] = [];
const seen = new Map<string, number>();
let file = "";
let open: Block | undefined;

/** Every unit declared so far, in order. */
export const collected = (): readonly Unit[] => units;

/** Says in which file the declarations that follow stand. */
export const nowIn = (name: string): void => {
  file = name;
};

/** Stands in for vitest's word of the same name, as do the ones below; only what the tests of the statistics room use. */
export function describe(name: string, first: Body | Options, second?: Body | Options): void {
  const body = bodyOf(first, second);
  if (open) body();
  else declare(name, () => runBlock(body));
}

export function it(name: string, first: Body | Options, second?: Body | Options): void {
  const body = bodyOf(first, second);
  if (open) open.tests.push(body);
  else declare(name, body);
}

export const beforeAll = (body: Body): void => {
  open?.before.push(body);
};

const table =
  (declareOne: Declare) =>
  (rows: readonly unknown[]): Declare =>
  (name, first, second) =>
    rows.forEach((row, index) => {
      const args = Array.isArray(row) ? row : [row];
      declareOne(open ? name : title(name, args, index), () => bodyOf(first, second)(...args));
    });

it.each = table(it);
describe.each = table(describe);

const bodyOf = (first: Body | Options, second: Body | Options): Body => (typeof first === "function" ? first : second) as Body;

function declare(name: string, run: () => unknown): void {
  const id = `${file} > ${name}`;
  const count = seen.get(id) ?? 0;
  seen.set(id, count + 1);
  units.push({ id: count === 0 ? id : `${id} (${count + 1})`, file, run });
}

/** Declares the block anew, so that what it computes for its tests is computed under the mutant too. */
async function runBlock(body: Body): Promise<void> {
  const block: Block = { before: [], tests: [] };
  open = block;
  try {
    body();
  } finally {
    open = undefined;
  }
  for (const step of [...block.before, ...block.tests]) await step();
}

/** A table's title with %s and the like, %# for the row, or $field filled in. */
function title(name: string, args: readonly unknown[], index: number): string {
  const fields = name.replaceAll(/\$(\w+)/g, (_, key: string) => String((args[0] as Record<string, unknown>)[key]));
  return format(fields.replaceAll("%#", String(index)), ...args.slice(0, (fields.match(/%[sdifjoO]/g) ?? []).length));
}
