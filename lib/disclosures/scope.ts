import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosedContact } from "./contact";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { isOfCustomer } from "@/lib/domain/disclosures/rule-reach";

/** A contact with what became of a rule in it alone. */
export type JudgedContact = {
  readonly contact: DisclosedContact;
  readonly finding: CaseDisclosure;
};

/**
 * Changes the findings of a rule that is due once per channel, case, customer or period: a contact after the one in which it
 * was given no longer requires it, and where it was first given later than it was due it is late.
 * @param judged in any order; the result is in the same order
 * @param ofCustomer what the customer's other cases say; null: not known
 */
export function applyScope(
  rule: Pick<DisclosureRule, "id" | "scope" | "periodDays">,
  judged: readonly JudgedContact[],
  ofCustomer: readonly CustomerFact[] | null,
): readonly CaseDisclosure[] {
  const changed = new Map<number, CaseDisclosure>();
  const facts = isOfCustomer(rule.scope)
    ? (ofCustomer?.filter((each) => each.rule === rule.id) ?? null)
    : [];
  for (const group of groupsOf(rule.scope, judged)) {
    for (const finding of foldInOrder(group, facts, (rule.periodDays ?? Infinity) * dayUs)) {
      changed.set(finding.interaction, finding);
    }
  }
  return judged.map(({ finding }) => changed.get(finding.interaction) ?? finding);
}

/** What a case tells the customer's other cases about a rule that is due once for all of them. */
export function factsForCustomer(
  { id: rule, scope }: Pick<DisclosureRule, "id" | "scope">,
  judged: readonly JudgedContact[],
): readonly CustomerFact[] {
  if (!isOfCustomer(scope)) return [];
  return judged.flatMap(({ contact, finding }): CustomerFact[] => {
    const { startUs, interaction } = contact;
    const kind = saidStatuses.has(finding.status) ? "given" : finding.status;
    if (startUs === null || (kind !== "given" && kind !== "not_evaluable")) return [];
    return [{ kind, rule, channel: interaction.channel, atUs: startUs }];
  });
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

/**
 * @param facts what the customer's other cases say; null: not known
 * @param lastsUs for so long after it was last given it is not due again
 */
function foldInOrder(
  group: readonly JudgedContact[],
  facts: readonly CustomerFact[] | null,
  lastsUs: number,
): readonly CaseDisclosure[] {
  let said: JudgedContact | null = null;
  let isOverdue = false;
  let unknown = facts === null ? customerUnknown : null;
  return group.map((judged) => {
    const { finding, contact } = judged;
    const { status } = finding;
    const atUs = contact.startUs ?? Infinity;
    if (status === "not_required") return finding;
    const last = said;
    if (saidStatuses.has(status)) said = judged;
    const isRecent = (beforeUs: number): boolean => !(atUs - beforeUs > lastsUs);
    const before = latestBefore(facts ?? [], "given", atUs);
    if (before !== null && isRecent(before.atUs)) return notAgain(finding, placeOf(before), null);
    if (last !== null && isRecent(last.contact.startUs ?? atUs)) {
      const { interaction } = last.contact;
      const where = `in contact ${String(interaction.ordinal + 1)} by ${interaction.channel}`;
      return notAgain(finding, where, last.finding);
    }
    if (saidStatuses.has(status)) {
      const isLate = status === "given" && isOverdue;
      isOverdue = false;
      const because = "Not said in the contact in which it was due, but later in the case.";
      return isLate ? { ...finding, status: "late", because } : finding;
    }
    if (status === "not_evaluable") {
      unknown ??= `It may have been said in contact ${String(finding.interaction + 1)}, which is not evaluable.`;
      return finding;
    }
    const unread = latestBefore(facts ?? [], "not_evaluable", atUs);
    const isUnread = unread !== null && isRecent(unread.atUs);
    const doubt =
      unknown ?? (isUnread ? `It may have been said ${placeOf(unread)}, not evaluable.` : null);
    if (doubt !== null) {
      return { ...finding, status: "not_evaluable", because: doubt, unread: "elsewhere" };
    }
    isOverdue = true;
    return finding;
  });
}

/** The latest of contacts that began before an instant; two that began at once do not excuse each other. */
function latestBefore(
  facts: readonly CustomerFact[],
  kind: CustomerFact["kind"],
  atUs: number,
): CustomerFact | null {
  return facts
    .filter((each) => each.kind === kind && each.atUs < atUs)
    .reduce<CustomerFact | null>(
      (latest, each) => (latest === null || each.atUs > latest.atUs ? each : latest),
      null,
    );
}

/** Without the case's id, which not everybody who sees this case may see. */
function placeOf({ channel, atUs }: CustomerFact): string {
  return `in another case of this customer by ${channel} on ${dayOf(atUs)}`;
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
    unread: null,
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
