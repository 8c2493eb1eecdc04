import type { Judged, RuleLine } from "@/lib/pages/releases/releases-model";
import { Card } from "../ui/card";
import { StatusBadge } from "../ui/status-badge";

const edges = {
  pass: "border-t-pass",
  fail: "border-t-fail",
  warn: "border-t-warn",
  none: "border-t-border-strong",
} as const;

/** The verdict: its word, the share, what decided it, and what the figures rest on. */
export function JudgedHead({ judged }: { judged: Judged }) {
  const { badge, share, decided, remarks, again } = judged;
  return (
    <section
      aria-label="Verdict"
      className={`grid gap-2 rounded-card border border-t-4 border-border bg-panel px-4 py-3 ${edges[badge.tone]}`}
    >
      <p className="text-lede">
        <StatusBadge tone={badge.tone} label={badge.words} />
      </p>
      <p className="max-w-[90ch] text-lede text-pretty">{share}</p>
      <p className="max-w-[90ch] text-pretty">{decided}</p>
      <details>
        <summary className="text-secondary text-text-muted">What the figures rest on</summary>
        <ul className="grid max-w-[90ch] list-disc gap-1 pt-1 pl-4 text-secondary text-text-muted">
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

/** Every rule with its state. */
export function RuleTable({ rules }: { rules: readonly RuleLine[] }) {
  return (
    <Card title="Rules" subtitle="The first that fails decides." isFlush>
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
    </Card>
  );
}

const cell = "px-3 py-1.5 text-right tabular-nums";
const head = "px-3 py-1.5 text-right font-normal text-secondary text-text-faint";

/** The same cases with both releases. */
export function PairedTable({ table }: { table: NonNullable<Judged["table"]> }) {
  const { baseline, candidate, counts, words } = table;
  const { both, regressed, fixed, neither } = counts;
  return (
    <Card title={`The same ${String(both + regressed + fixed + neither)} cases, twice`} isFlush>
      <table className="w-full">
        <thead>
          <tr>
            <td />
            <th scope="col" className={head}>
              {candidate} resolved
            </th>
            <th scope="col" className={head}>
              {candidate} did not
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="border-t border-border">
            <th scope="row" className="px-4 py-1.5 text-left font-normal">
              {baseline} resolved
            </th>
            <td className={cell}>{both}</td>
            <td className={`${cell} font-semibold text-fail`}>{regressed}</td>
          </tr>
          <tr className="border-t border-border">
            <th scope="row" className="px-4 py-1.5 text-left font-normal">
              {baseline} did not
            </th>
            <td className={`${cell} font-semibold text-pass`}>{fixed}</td>
            <td className={cell}>{neither}</td>
          </tr>
        </tbody>
      </table>
      <p className="border-t border-border px-4 py-2 text-secondary text-pretty text-text-muted">
        {words}
      </p>
    </Card>
  );
}
