import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { compareFiles } from "../extract/compare-files.ts";
import { convertArguments } from "../extract/convert-arguments.ts";
import { extractFile } from "../extract/extract-file.ts";
import { EXIT, type Io } from "../io.ts";
import { formatOf } from "../options.ts";
import { UsageError } from "../usage-error.ts";

const HELP = `calcar extract DRAFT|- [-o STUDY.yaml] [--source-file SOURCE.yaml] [--format text|json]
calcar extract --compare FIRST SECOND [--decisions FILE [-o DRAFT.json]] [--format text|json]
calcar extract --convert REPORT NAME=VALUE ... [--format text|json]

From what somebody read in a paper to a study file of this knowledge, to be reviewed and committed by a person. DRAFT is YAML or
JSON: each number as printed, with its source, place, how it was got and how far it was checked. Nothing is filled in; everything
that is missing or impossible is named with its field. Numbers that were converted stand in the file with formula and figures.

  -o FILE                  write the study there (with --decisions: the draft); a file that exists is never overwritten
  --source-file FILE       write the record of the paper there, when it is not among the sources yet
  --compare                two people's drafts of one paper, field by field: what agrees, what differs, what one of them lacks
  --decisions FILE         a list: { field, took: first|second|other, value, by, why }, one for each difference
  --convert                one reported result by itself, with its steps: mean-sd, mean-se, mean-interval, median, percent, count,
                           between-arms-p, between-arms-interval, between-arms-se, within-arm-p

  npm run -s calcar -- extract examples/study-draft.yaml
  npm run -s calcar -- extract --convert mean-interval mean=84.1 lower=79.9 upper=88.3 level=95 n=25
  npm run -s calcar -- extract --convert median median=76 q1=70 q3=83 n=25 use=estimate

Exit status: 0 done; 1 the draft is not a study yet, the readings differ or the figures cannot be converted; 2 the input cannot be used;
3 a file cannot be written.
`;

const OPTIONS = {
  output: { type: "string", short: "o" },
  "source-file": { type: "string" },
  compare: { type: "boolean" },
  decisions: { type: "string" },
  convert: { type: "boolean" },
  format: { type: "string" },
  help: { type: "boolean" },
} satisfies ParseArgsOptionsConfig;

/** A draft to a study file, two drafts to their differences, or one reported result to what a pool takes. */
export async function extract(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  if (values.help) {
    io.out(HELP);
    return EXIT.done;
  }
  const format = formatOf(values.format);
  checkTogether(values);
  const { output, decisions, "source-file": sourceFile } = values;
  if (values.convert) return convertArguments(io, positionals, format);
  if (values.compare) return compareFiles(io, positionals, { format, decisions, output });
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError("extract takes one DRAFT, or - for standard input");
  return extractFile(io, path, { format, output, sourceFile });
}

interface Given {
  readonly output?: string;
  readonly "source-file"?: string;
  readonly compare?: boolean;
  readonly decisions?: string;
  readonly convert?: boolean;
}

/** Options that say something about another act than the one asked for are mistakes, not noise. */
function checkTogether({ compare, convert, decisions, output, "source-file": sourceFile }: Given): void {
  if (compare && convert) throw new UsageError("--compare and --convert do not go together");
  if (decisions !== undefined && !compare) throw new UsageError("--decisions goes with --compare");
  if (sourceFile !== undefined && (compare || convert)) throw new UsageError("--source-file goes with a draft");
  const writes = !convert && (!compare || decisions !== undefined);
  if (output !== undefined && !writes) throw new UsageError("-o goes with a draft, or with --decisions");
}
