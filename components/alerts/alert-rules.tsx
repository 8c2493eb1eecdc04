import Link from "next/link";
import type { AlertRuleRow } from "@/lib/pages/alerts/alerts-model";
import { changeRule, ownerIs, page, ruleItem } from "@/lib/pages/alerts/words/view";
import { Card } from "../ui/card";
import { Instant } from "../ui/instant";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";
import type { AlertActions } from "./alert-actions";
import { MuteButton } from "./mute-button";
import { ReadingLinks } from "./reading-links";
import { RuleButtons } from "./rule-buttons";

type AlertRulesProps = { rules: readonly AlertRuleRow[]; actions: AlertActions };

/** The rules with where each stands. */
export function AlertRules({ rules, actions }: AlertRulesProps) {
  return (
    <Card title={page.rules} isFlush>
      <ul aria-label={page.rules}>
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} actions={actions} />
        ))}
      </ul>
    </Card>
  );
}

function RuleItem({ rule, actions }: { rule: AlertRuleRow; actions: AlertActions }) {
  const { id, name, watches, status, detail, links, owner, sent, mutedUntilUs } = rule;
  return (
    <li className="grid gap-x-6 gap-y-1.5 border-t border-border px-4 py-2.5 roomy:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_15rem]">
      <div className="min-w-0">
        <h3 className="font-semibold [overflow-wrap:anywhere]">
          <MaskedText text={name} />
        </h3>
        <p className="text-secondary text-pretty text-text-muted">{watches}</p>
      </div>
      <div className="min-w-0">
        <StatusBadge {...status} variant="line" />
        <p className="text-secondary text-pretty text-text-muted">{detail}</p>
        <div className="flex flex-wrap gap-x-3 text-secondary">
          <ReadingLinks links={links} />
        </div>
      </div>
      <div className="min-w-0 text-secondary">
        <p className="text-text-muted">
          {ownerIs(owner)} {sent}
          {mutedUntilUs === null ? null : (
            <>
              {ruleItem.mutedUntil} <Instant atUs={mutedUntilUs} style="minute" />
            </>
          )}
          .
        </p>
        <div className="flex flex-wrap items-center gap-x-3">
          <MuteButton id={id} isMuted={mutedUntilUs !== null} onMute={actions.onMute} />
          {rule.mayChange ? (
            <Link
              className="inline-flex min-h-6 items-center text-link hover:underline"
              href={rule.editHref}
              prefetch={false}
              aria-label={changeRule(name)}
            >
              {ruleItem.change}
            </Link>
          ) : null}
          <RuleButtons rule={rule} actions={actions} />
        </div>
      </div>
    </li>
  );
}
