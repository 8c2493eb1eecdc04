import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosedContact } from "./contact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";

/** A disclosure that a customer got in an earlier case. */
export type GivenEarlier = {
  readonly rule: string;
  readonly atUs: number;
  readonly caseId: string;
};

/** A contact with what became of a rule in it alone. */
export type JudgedContact = {
  readonly contact: DisclosedContact;
  readonly finding: CaseDisclosure;
};

/**
 * Changes the findings of a rule that is due once per channel, case, customer or period: a contact after the one in which it
 * was given no longer requires it, and where it was first given later than it was due it is late.
 * @param judged in any order; the result is in the same order
 * @param earlier what the customer's earlier cases gave; null: not known
 */
export function applyScope(
  rule: Pick<DisclosureRule, "id" | "scope" | "periodDays">,
  judged: readonly JudgedContact[],
  earlier: readonly GivenEarlier[] | null,
): readonly CaseDisclosure[] {
  const changed = new Map<number, CaseDisclosure>();
  for (const group of groupsOf(rule.scope, judged)) {
    const isOfCustomer = rule.scope === "once_per_customer" || rule.scope === "once_per_period";
    const before = isOfCustomer ? earlier : [];
    const given = before?.filter((each) => each.rule === rule.id) ?? null;
    for (const finding of foldInOrder(group, given, (rule.periodDays ?? Infinity) * dayUs)) {
      changed.set(finding.interaction, finding);
    }
  }
  return judged.map(({ finding }) => changed.get(finding.interaction) ?? finding);
}

/** The contacts that share one obligation; none where each has its own. */
function groupsOf(
  scope: DisclosureRule["scope"],
  judged: readonly JudgedContact[],
): readonly (readonly JudgedContact[])[] {
  const inOrder = judged.toSorted((a, b) => a.finding.interaction - b.finding.interaction);
  if (scope === "once_per_interaction" || scope === "each_message") return [];
  if (scope === "once_per_participant_change" || scope === "event") return [];
  if (scope !== "once_per_channel") return [inOrder];
  const channels = new Set(inOrder.map(({ contact }) => contact.interaction.channel));
  return [...channels].map((channel) =>
    inOrder.filter(({ contact }) => contact.interaction.channel === channel),
  );
}

const dayUs = 86_400_000_000;
const saidStatuses = new Set(["given", "late", "wrong_order"]);

/** @param lastsUs for so long after it was given it is not due again */
function foldInOrder(
  group: readonly JudgedContact[],
  earlier: readonly GivenEarlier[] | null,
  lastsUs: number,
): readonly CaseDisclosure[] {
  let said: JudgedContact | null = null;
  let isOverdue = false;
  let unknown = earlier === null ? customerUnknown : null;
  return group.map((judged) => {
    const { finding, contact } = judged;
    const { status } = finding;
    const atUs = contact.startUs ?? Infinity;
    if (status === "not_required") return finding;
    const before = latestBefore(earlier ?? [], atUs);
    if (before !== null && atUs - before.atUs <= lastsUs) {
      return notAgain(finding, `in case ${before.caseId} on ${dayOf(before.atUs)}`, null);
    }
    if (said !== null && !(atUs - (said.contact.startUs ?? atUs) > lastsUs)) {
      const { interaction } = said.contact;
      const where = `in contact ${String(interaction.ordinal + 1)} by ${interaction.channel}`;
      return notAgain(finding, where, said.finding);
    }
    if (saidStatuses.has(status)) {
      const isLate = status === "given" && isOverdue;
      [said, isOverdue] = [judged, false];
      const because = "Not said in the contact in which it was due, but later in the case.";
      return isLate ? { ...finding, status: "late", because } : finding;
    }
    if (status === "not_evaluable") {
      unknown ??= `It may have been said in contact ${String(finding.interaction + 1)}, which is not evaluable.`;
      return finding;
    }
    if (unknown !== null) return { ...finding, status: "not_evaluable", because: unknown };
    isOverdue = true;
    return finding;
  });
}

function latestBefore(given: readonly GivenEarlier[], atUs: number): GivenEarlier | null {
  const before = given.filter((each) => each.atUs <= atUs);
  return before.toSorted((a, b) => b.atUs - a.atUs)[0] ?? null;
}

const customerUnknown =
  "Whether it was given in an earlier case of this customer is not known here.";

function notAgain(
  finding: CaseDisclosure,
  where: string,
  first: CaseDisclosure | null,
): CaseDisclosure {
  const { rule, version, title, interaction } = finding;
  return {
    ...{ rule, version, title, interaction },
    ...{ missingElements: [], dueUs: null, dueMessage: null, searched: null, nearMiss: null },
    trigger: null,
    quote: first?.quote ?? null,
    notice: first?.notice ?? null,
    status: "not_required",
    because: `Already given ${where}.`,
  };
}

function dayOf(us: number): string {
  return new Date(us / 1000).toISOString().slice(0, 10);
}
