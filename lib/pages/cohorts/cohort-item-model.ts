import type { CohortItem, CohortRecord } from "@/lib/domain/gate/cohort";
import type { Channel } from "@/lib/domain/trace/channel";
import { describeAction } from "@/lib/gate/expected-actions";
import { caseHref } from "../case/href";

/** A persona or scenario as a list of its fields. */
export type RecordView = {
  /** "Persona", "Scenario" */
  readonly kind: string;
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly text: string }[];
};

/** A case of the cohort: what is replayed, and what should come of it. */
export type CohortItemView = {
  readonly id: string;
  /** The production case that it was made of; null: it came from a file. */
  readonly source: { readonly caseId: string; readonly href: string } | null;
  readonly channels: readonly Channel[];
  /** "" if not stated, as below. */
  readonly stratum: string;
  readonly expected: string;
  /** What the agent should change: "refund (order W1)"; null: not stated. */
  readonly actions: readonly string[] | null;
  /** The customer or scenario that it shares with others. */
  readonly cluster: string;
  readonly situation: string;
  readonly opening: readonly { readonly channel: Channel; readonly text: string }[];
  readonly records: readonly RecordView[];
};

/** What is shown of a case of a cohort. */
export function cohortItemView(item: CohortItem): CohortItemView {
  const { source, opening = [], persona, scenario } = item;
  const isMade = source !== undefined && source !== "import";
  return {
    id: item.id,
    source: isMade ? { caseId: source, href: caseHref(source) } : null,
    channels: item.channels,
    stratum: item.stratum ?? "",
    expected: item.expected ?? "",
    actions: item.actions?.map(describeAction) ?? null,
    cluster: item.cluster ?? "",
    situation: item.situation ?? "",
    opening,
    records: [...recordView("Scenario", scenario), ...recordView("Persona", persona)],
  };
}

function recordView(kind: string, record: CohortRecord | undefined): readonly RecordView[] {
  if (record === undefined) return [];
  const fields = Object.entries(record.fields).map(([name, text]) => ({ name, text }));
  return [{ kind, name: record.name, fields }];
}
