import type { Judged, RuleLine } from "@/lib/pages/releases/releases-model";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";
import { StatusBadge } from "../ui/status-badge";
import { ShareGauge } from "./share-gauge";

const edges = {
  pass: "border-t-pass",
  fail: "border-t-fail",
  warn: "border-t-warn",
  none: "border-t-border-strong",
} as const;

const answerInks = {
  pass: "text-pass",
  fail: "text-fail",
  warn: "text-warn",
  none: "text-text-muted",
} as const;

/** Whether it may ship: the share beside its bar, what decided, and what the figures rest on. */
export function JudgedHead({ judged }: { judged: Judged }) {
  const { badge, answer, attempt, gauge, share, decided, signOff, remarks, again } = judged;
  return (
    <section
      aria-label="Verdict"
      className={`rounded-card border border-t-4 border-border bg-panel ${edges[badge.tone]}`}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-8 gap-y-4 px-4 py-3 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-2">
          <p
            className={`flex items-center gap-2 text-figure font-semibold [&>svg]:size-5 ${answerInks[badge.tone]}`}
          >
            <Icon name={badge.tone} isBold />
            {answer}
          </p>
          <p className="text-lede text-pretty">{share}</p>
          <p className="text-pretty">{decided}</p>
          {signOff === null ? null : (
            <p className="text-pretty [overflow-wrap:anywhere]">{signOff}</p>
          )}
          <p className="text-secondary text-text-muted">
            {badge.words}, {attempt}
          </p>
        </div>
        {gauge === null ? null : <ShareGauge gauge={gauge} />}
      </div>
      <details className="border-t border-border">
        <summary className="cursor-pointer px-4 py-2 text-secondary text-text-muted hover:bg-hover">
          What the figures rest on
        </summary>
        <ul className="grid max-w-[90ch] list-disc gap-1 pr-4 pb-3 pl-8 text-secondary text-text-muted">
          {[...remarks, again].map((remark) => (
            <li key={remark} className="text-pretty">
              {remark}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Every rule with its state, those that are not met first. */
export function RuleTable({ rules }: { rules: Judged["rules"] }) {
  const { title, open, rest, restWords } = rules;
  return (
    <Card title={title} subtitle="The first of the worst decides." isFlush>
      <RuleList rules={open} />
      {rest.length === 0 ? null : (
        <details className="border-t border-border">
          <summary className="cursor-pointer px-4 py-2 text-text-muted hover:bg-hover">
            {restWords}
          </summary>
          <RuleList rules={rest} />
        </details>
      )}
    </Card>
  );
}

function RuleList({ rules }: { rules: readonly RuleLine[] }) {
  return (
    <ul>
      {rules.map(({ name, words, badge, isDeciding }) => (
        <li
          key={name}
          className="grid gap-x-3 gap-y-0.5 border-t border-border px-4 py-1.5 roomy:grid-cols-[9rem_minmax(0,1fr)_max-content]"
        >
          <span className={isDeciding ? "font-semibold" : ""}>{name}</span>
          <span className="text-secondary text-pretty text-text-muted [overflow-wrap:anywhere]">
            {words}
          </span>
          <span>
            <StatusBadge tone={badge.tone} label={badge.words} />
          </span>
        </li>
      ))}
    </ul>
  );
}

const cell = "px-3 py-1.5 text-right tabular-nums";
const total = `${cell} text-text-muted`;
const head =
  "px-3 py-1.5 text-right font-normal text-secondary text-text-faint whitespace-nowrap align-bottom";
const side = "px-4 py-1.5 text-left font-normal whitespace-nowrap";

/** The same cases with both releases. */
export function PairedTable({ table }: { table: NonNullable<Judged["table"]> }) {
  const { baseline, candidate, counts, words } = table;
  const { both, regressed, fixed, neither } = counts;
  const all = both + regressed + fixed + neither;
  return (
    <Card title={`The same ${String(all)} cases, twice`} isFlush>
      <div className="overflow-x-auto">
        <table className="w-full">
          <thead>
            <tr>
              <td />
              <th
                scope="colgroup"
                colSpan={3}
                className="px-3 pt-1 text-right font-semibold [overflow-wrap:anywhere]"
              >
                with {candidate}
              </th>
            </tr>
            <tr>
              <th scope="col" className="px-4 py-1.5 text-left [overflow-wrap:anywhere]">
                with {baseline}
              </th>
              <th scope="col" className={head}>
                resolved
              </th>
              <th scope="col" className={head}>
                not
              </th>
              <th scope="col" className={head}>
                cases
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="border-t border-border">
              <th scope="row" className={side}>
                resolved
              </th>
              <td className={cell}>{both}</td>
              <td className={cell}>
                <Changed tone="fail" count={regressed} words="regressed" />
              </td>
              <td className={total}>{both + regressed}</td>
            </tr>
            <tr className="border-t border-border">
              <th scope="row" className={side}>
                not
              </th>
              <td className={cell}>
                <Changed tone="pass" count={fixed} words="fixed" />
              </td>
              <td className={cell}>{neither}</td>
              <td className={total}>{fixed + neither}</td>
            </tr>
            <tr className="border-t border-border">
              <th scope="row" className={`${side} text-text-muted`}>
                cases
              </th>
              <td className={total}>{both + fixed}</td>
              <td className={total}>{regressed + neither}</td>
              <td className={total}>{all}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p className="border-t border-border px-4 py-2 text-secondary text-pretty text-text-muted">
        {words}
      </p>
    </Card>
  );
}

type ChangedProps = { tone: "pass" | "fail"; count: number; words: string };

function Changed({ tone, count, words }: ChangedProps) {
  return (
    <span className={`inline-flex items-center gap-1 font-semibold ${answerInks[tone]}`}>
      <Icon name={tone} isBold />
      {count}
      <span className="sr-only">{words}</span>
    </span>
  );
}
