"use client";

import Link from "next/link";
import type { RuleRow, RulesModel } from "@/lib/pages/disclosures/rules/rules-model";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "@/components/layout/dropped-notice";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { RuleEditor } from "./rule-editor";
import type { RuleActions } from "./rule-actions";
import { DisclosuresCrumb } from "../disclosures-crumb";

type RulesViewProps = {
  model: RulesModel;
  /** Null: the viewer may not edit rules. */
  actions: RuleActions | null;
  dropped: readonly DroppedParam[];
};

/** The list of disclosure rules. */
export function RulesView({ model, actions, dropped }: RulesViewProps) {
  const { lede, rows, stated, statedText } = model;
  return (
    <>
      <PageHeader title="Disclosure rules" crumbs={<DisclosuresCrumb />}>
        <p className="max-w-[74ch] text-pretty text-text-muted">
          {lede} Shipped rules are samples, dated and with their source; they are not legal advice.
        </p>
      </PageHeader>
      <DroppedNotice dropped={dropped} />
      <Card title="Rules" isFlush>
        <div className="records">
          <table>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">State</th>
                <th scope="col">Where</th>
                <th scope="col">In force</th>
                <th scope="col">Severity</th>
                <th scope="col">How often</th>
                <th scope="col">Version</th>
                <th scope="col">Owner</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      <Card
        title="Stated of this workspace"
        subtitle="Announcements, banners and footers that stand on a channel, and facts that triggers name: no trace shows them, so somebody states them."
      >
        {stated.length === 0 ? (
          <p className="text-text-muted">Nothing is stated.</p>
        ) : (
          <ul className="grid gap-1">
            {stated.map((sentence) => (
              <li key={sentence} className="max-w-[92ch] text-pretty [overflow-wrap:anywhere]">
                {sentence}
              </li>
            ))}
          </ul>
        )}
        {actions === null ? null : (
          <details>
            <summary className="min-h-6 cursor-pointer">Edit what is stated</summary>
            <div className="pt-2">
              <RuleEditor subject="stated" stored={statedText} actions={actions} />
            </div>
          </details>
        )}
      </Card>
      {actions === null ? null : (
        <Card
          title="A new rule"
          subtitle="As text in YAML. It is tried on the cases first, so that you see which verdicts it gives."
        >
          <details>
            <summary className="min-h-6 cursor-pointer">Write a rule</summary>
            <div className="pt-2">
              <RuleEditor subject={{ rule: null }} stored={newRule} actions={actions} />
            </div>
          </details>
        </Card>
      )}
    </>
  );
}

function Row({ row }: { row: RuleRow }) {
  return (
    <tr>
      <td data-wide="">
        <span className="grid py-1">
          <Link className="text-link hover:underline" href={row.href} prefetch={false}>
            {row.title}
          </Link>
          <span className="font-mono text-axis [overflow-wrap:anywhere] text-text-faint">
            {row.id}
          </span>
          <span className="max-w-[52ch] text-secondary text-pretty text-text-muted">
            {row.source}
          </span>
        </span>
      </td>
      <td data-label="State">
        <StatusBadge
          tone={row.isOn ? "pass" : "none"}
          label={row.isOn ? "on" : "off"}
          variant="bare"
        />
      </td>
      <td data-label="Where">{row.places}</td>
      <td data-label="In force">{row.dates}</td>
      <td data-label="Severity">{row.severity}</td>
      <td data-label="How often">{row.scope}</td>
      <td data-label="Version">
        {row.version}{" "}
        <span className="text-secondary whitespace-nowrap text-text-faint">{row.origin}</span>
      </td>
      <td data-label="Owner">
        {row.owner} <span className="text-secondary text-text-faint">{row.language}</span>
      </td>
    </tr>
  );
}

const newRule = `id: our-rule
title: Say what has to be said
jurisdictions: ["*"]
source: Our policy
severity: medium
default_on: false
trigger: always
channels: [voice, chat, email, sms, social, in_app]
speaker: agent|system
elements:
  - key: said
    mode: verbatim
    any_of: ["\\\\bwords that give it\\\\b"]
position:
  within_agent_turns: 1
`;
