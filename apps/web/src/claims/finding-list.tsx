import type { CheckedText } from "@calcar/contract";
import { useLocalised, useT } from "../messages/messages.tsx";
import type { Compared } from "./compare-findings.ts";
import { FindingCard } from "./finding-card.tsx";
import type { Finding, Jurisdiction, Placed } from "./shapes.ts";

const MOST_PRINTED = 300; // explanations that are ready for paper; more would make every press slow

interface Since extends Compared {
  readonly rules: CheckedText["rules"]; // what the rules of the findings at the start say
}

interface FindingListProps {
  readonly checked: CheckedText;
  readonly placed: readonly Placed[]; // as filtered
  readonly total: number; // before the filter
  readonly since?: Since | undefined; // how they compare with the page at the start, where it was changed
  readonly open: number | undefined;
  readonly jurisdiction: Jurisdiction | undefined;
  readonly onOpen: (number: number | undefined) => void;
  readonly onShow: (number: number) => void;
}

/** Every finding in reading order, one open at a time; then those that are gone. */
export function FindingList({ checked, placed, total, since, open, jurisdiction, onOpen, onShow }: FindingListProps) {
  const t = useT();
  const isWhole = placed.length <= MOST_PRINTED;
  return (
    <div className="grid gap-6">
      {placed.length < total ? <p className="note">{t("claims.filter.shown", { shown: placed.length, total })}</p> : null}
      {isWhole ? null : <p className="note">{t("claims.export.tooMany", { most: MOST_PRINTED })}</p>}
      <ol className="findings">
        {placed.map((one) => (
          <FindingCard
            key={one.number}
            placed={one}
            checked={checked}
            isOpen={one.number === open}
            isWhole={isWhole}
            isNew={since?.added.has(one.finding) ?? false}
            jurisdiction={jurisdiction}
            onOpen={(isOpen) => onOpen(isOpen ? one.number : undefined)}
            onShow={() => onShow(one.number)}
          />
        ))}
      </ol>
      {since && since.gone.length > 0 ? <Gone since={since} /> : null}
      <Suppressed suppressed={checked.report.files[0]?.suppressed ?? []} />
    </div>
  );
}

/** Where the page as a whole left something out, its sentence may well still stand: then what it no longer leaves out is struck out. */
function Gone({ since: { gone, kept, added, rules } }: { readonly since: Since }) {
  const t = useT();
  const localised = useLocalised();
  const ofThePage = (rule: string) => `${t("claims.finding.wholePage")}: ${rules[rule] ? localised(rules[rule]) : rule}`;
  const named = ({ rule, scope, quote }: Finding) => (scope === "page" ? ofThePage(rule) : quote);
  return (
    <section className="section-rule grid gap-2" aria-labelledby="gone-title">
      <h3 id="gone-title">{t("claims.gone.title", { count: gone.length })}</h3>
      <p className="note">{t("claims.gone.beside", { kept: kept.size, added: added.size })}</p>
      <ul className="grid gap-2 text-sm">
        {gone.map((finding) => (
          <li key={`${finding.rule} ${finding.start}`}>
            <del>{named(finding)}</del>
          </li>
        ))}
      </ul>
    </section>
  );
}

type SuppressedFindings = CheckedText["report"]["files"][number]["suppressed"];

/** What is not marked, and why: an author's reasons one by one, the page's own caution once. */
function Suppressed({ suppressed }: { readonly suppressed: SuppressedFindings }) {
  const t = useT();
  const { caution = [], comment = [] } = Object.groupBy(suppressed, ({ by }) => by);
  return (
    <>
      <LetStand title={t("claims.suppressed.careful", { count: caution.length })} why={caution[0]?.reason} findings={caution} />
      <LetStand title={t("claims.suppressed.title", { count: comment.length })} findings={comment} />
    </>
  );
}

interface LetStandProps {
  readonly title: string;
  readonly why?: string | undefined; // for all of them; each says its own where this is absent
  readonly findings: SuppressedFindings;
}

function LetStand({ title, why, findings }: LetStandProps) {
  const t = useT();
  if (findings.length === 0) return null;
  return (
    <details className="text-sm">
      <summary>{title}</summary>
      {why === undefined ? null : <p className="note mt-2">{why}</p>}
      <ul className="mt-2 grid gap-2">
        {findings.map(({ rule, start, quote, reason }) => (
          <li key={`${rule} ${start}`}>
            <q>{quote}</q> <span className="text-muted">{why === undefined ? t("claims.suppressed.reason", { reason }) : rule}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
