import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import type { DisclosureRuleSettings } from "@/lib/domain/disclosures/rule-settings";
import type { AuditAction } from "@/lib/domain/people/audit";
import type { SettingsChange, WorkspaceChange } from "@/lib/domain/settings/workspace-change";
import { storedFilterWords } from "@/lib/pages/disclosures/samples/sample-words";
import type { AuditInput } from "./record";

const actions: Readonly<Record<WorkspaceChange["kind"], AuditAction>> = {
  settings: "settings-changed",
  "view-saved": "view-changed",
  "view-removed": "view-changed",
  "default-view-chosen": "view-changed",
  "annotation-added": "annotation-changed",
  "annotation-removed": "annotation-changed",
  "alarm-acknowledged": "alarm-acknowledged",
  "alert-saved": "alert-changed",
  "alert-removed": "alert-changed",
  "alert-muted": "alert-changed",
  "alert-tested": "alert-changed",
  "alert-acknowledged": "alert-acknowledged",
  "alert-webhook-set": "webhook-changed",
  "disclosure-reviewed": "finding-reviewed",
  "sample-drawn": "sample-drawn",
  "sample-signed-off": "sample-signed-off",
  "finding-second-reviewed": "finding-second-reviewed",
  "cohort-made": "cohort-changed",
  "cohort-case-added": "cohort-changed",
  "verdict-deleted": "verdict-deleted",
  "verdict-signed-off": "verdict-signed-off",
  "note-added": "note-changed",
  "note-removed": "note-changed",
  "case-assigned": "case-attended",
  "case-snoozed": "case-attended",
  "case-handled": "case-attended",
  "label-given": "label-changed",
  "label-withdrawn": "label-changed",
  "customer-erased": "customer-erased",
  "batch-removed": "data-removed",
  "case-merged": "case-overridden",
  "contact-moved": "case-overridden",
  "trace-moved": "case-overridden",
  "decision-removed": "case-overridden",
};

/**
 * The audit entry of a change: its target and values, never typed text.
 * @param before the replaced value, if known; a change of settings has its own
 */
export function auditOfChange(change: WorkspaceChange, before: unknown): AuditInput {
  if (change.kind !== "settings") {
    return { action: actions[change.kind], before, ...subjectOf(change) };
  }
  const { before: replaced, after } = change;
  const { disclosureRules, ...others } = after;
  const members = { before: replaced, after };
  return disclosureRules !== undefined && Object.keys(others).length === 0
    ? {
        action: "rules-changed",
        target: publishedRules(replaced.disclosureRules, disclosureRules),
        ...members,
      }
    : { action: actions.settings, ...members };
}

/** The rules with a version that was not there before: "our-fees version 2"; null: only which are on differs. */
function publishedRules(
  before: DisclosureRuleSettings | undefined,
  after: DisclosureRuleSettings,
): string | null {
  const known = new Set(before?.own.map(({ rule }) => nameOf(rule)));
  const names = after.own.map(({ rule }) => nameOf(rule));
  return names.filter((name) => !known.has(name)).join(", ") || null;
}

function nameOf({ id, version }: DisclosureRule): string {
  return `${id} version ${String(version)}`;
}

/** Where an address leads to without its path, which can hold a secret; null: nowhere. */
function originOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).origin : null;
}

function subjectOf(
  change: Exclude<WorkspaceChange, SettingsChange>,
): Pick<AuditInput, "target" | "after"> {
  switch (change.kind) {
    case "note-added":
      return { target: change.caseId, after: { kind: change.kind } };
    case "case-assigned":
      return { target: change.caseId, after: { kind: change.kind, assignee: change.assignee } };
    case "case-snoozed":
      return { target: change.caseId, after: { kind: change.kind, untilUs: change.untilUs } };
    case "case-handled":
      return { target: change.caseId, after: { kind: change.kind, isHandled: change.isHandled } };
    case "annotation-added": {
      const { kind: about, fromUs, toUs } = change.annotation;
      return { target: null, after: { kind: change.kind, about, fromUs, toUs } };
    }
    case "alarm-acknowledged": {
      const { channel, attribute, contract } = change.acknowledgement;
      return { target: null, after: { kind: change.kind, channel, attribute, contract } };
    }
    case "alert-saved": {
      const { kind, id, rule } = change;
      const { name: _, ...rest } = rule;
      return { target: id === null ? null : String(id), after: { kind, ...rest } };
    }
    case "alert-muted":
      return { target: String(change.id), after: { kind: change.kind, untilUs: change.untilUs } };
    case "alert-webhook-set": {
      const { kind, url } = change;
      return { target: null, after: { kind, origin: originOf(url) } };
    }
    case "disclosure-reviewed": {
      const { kind, caseId, ordinal, rule, version, status, decision } = change;
      return { target: caseId, after: { kind, ordinal, rule, version, status, decision } };
    }
    case "finding-second-reviewed": {
      const { kind, id, position, caseId, rule, version, status, decision } = change;
      const after = { kind, sample: id, position, rule, version, status, decision };
      return { target: caseId, after };
    }
    case "sample-drawn": {
      const { seed, filter, population, items } = change.sample;
      return {
        target: storedFilterWords(filter),
        after: { kind: change.kind, seed, population, findings: items.length },
      };
    }
    case "sample-signed-off":
      return { target: String(change.id), after: { kind: change.kind, period: change.period } };
    case "cohort-made": {
      const { kind, name, caseIds, origin } = change;
      const drawn = origin.kind === "sample" ? { by: origin.by, seed: origin.seed } : {};
      return { target: name, after: { kind, cases: caseIds.length, ...drawn } };
    }
    case "cohort-case-added":
      return { target: change.caseId, after: { kind: change.kind, cohort: change.name } };
    case "verdict-deleted":
    case "verdict-signed-off":
    case "view-removed":
    case "annotation-removed":
    case "alert-removed":
    case "alert-tested":
    case "alert-acknowledged":
    case "note-removed":
    case "label-withdrawn":
    case "decision-removed":
      return { target: String(change.id), after: { kind: change.kind } };
    case "label-given": {
      const { kind, caseId, place, evaluator, answer } = change;
      return { target: caseId, after: { kind, place, evaluator, answer } };
    }
    case "view-saved":
      return {
        target: change.view.path,
        after: { kind: change.kind, isShared: change.view.isShared },
      };
    case "default-view-chosen": {
      const { kind, path, role, view } = change;
      return { target: path, after: { kind, role, view } };
    }
    case "customer-erased":
      return { target: change.reference, after: null };
    case "batch-removed":
      return { target: `batch ${String(change.batch)}`, after: null };
    case "case-merged":
      return { target: change.fromCaseId, after: change };
    case "contact-moved":
      return { target: change.contact.caseId, after: change };
    case "trace-moved":
      return { target: change.traceId, after: change };
  }
}
