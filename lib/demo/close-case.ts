import { dayUs, hourUs, minuteUs } from "./calendar";
import type { Chance } from "./chance";
import type { DemoCaseEvent, CaseType, Contact, CrmRow } from "./model";

/** How a case is closed, if at all. */
export type Closing =
  | "crm-solved"
  | "crm-answered"
  | "agent"
  | "customer"
  | "verified"
  | "timer"
  | "none"
  /** Not in the CRM export. */
  | "unrecorded";

const solvedCodes = ["Resolved", "Solved", "Completed", "Resolved by agent"] as const;
/** Closure codes of single case types. */
const solvedCodesOf: Readonly<Record<CaseType, readonly string[]>> = {
  billing: ["Resolved - bill corrected", "Resolved - credited"],
  refund: ["Resolved - refunded"],
  outage: ["Resolved - fixed remotely"],
  account: ["Resolved - account updated"],
  delivery: ["Solved - delivered", "Solved - exchanged"],
};
const answeredCodes = [
  "Closed",
  "Answered",
  "Information provided",
  "Closed - callback agreed",
] as const;

type Given = {
  readonly plan: {
    readonly openedUs: number;
    readonly closing: Closing;
    readonly closedAfterUs?: number;
    readonly caseType: CaseType;
  };
  readonly contacts: readonly Contact[];
  readonly endUs: number;
};

/** Closes a case after its last contact. A closing after the world's end is left out. */
export function closeCase(
  chance: Chance,
  { plan, contacts, endUs }: Given,
): { readonly caseEvents: readonly DemoCaseEvent[]; readonly record: CrmRow | null } {
  const { closing, openedUs } = plan;
  const lastUs = contacts.at(-1)?.endUs ?? openedUs;
  const closedUs = lastUs + (plan.closedAfterUs ?? usualWait(chance, closing));
  const isOpen = closing === "none" || closing === "unrecorded" || closedUs > endUs;
  const caseEvents = isOpen ? [] : closingEvents(closing, closedUs);
  if (closing === "unrecorded") return { caseEvents, record: null };
  const csat = isOpen || !chance.happens(0.35) ? null : rating(chance, closing);
  const code = isOpen ? null : codeOf(chance, plan);
  const isInCrm = closing !== "customer" || chance.happens(0.5);
  if (!isInCrm) return { caseEvents, record: null };
  const closedInCrm = isOpen ? null : closedUs;
  return { caseEvents, record: { openedUs, closedUs: closedInCrm, code, csat, mergedInto: null } };
}

function usualWait(chance: Chance, closing: Closing): number {
  return closing === "timer" ? 3 * dayUs + hourUs : chance.between(8, 900) * minuteUs;
}

function closingEvents(closing: Closing, atUs: number): readonly DemoCaseEvent[] {
  switch (closing) {
    case "agent":
      return [{ name: "closed", atUs, method: "agent_resolve" }];
    case "customer":
      return [{ name: "closed", atUs, method: "customer_confirm", evidence: "confirmed" }];
    case "verified":
      return [{ name: "closed", atUs, method: "system_action_verified", evidence: "verified" }];
    case "timer":
      return [{ name: "closed", atUs, method: "auto_resolve_inactivity" }];
    case "crm-solved":
    case "crm-answered":
    case "none":
    case "unrecorded":
      return [];
  }
}

function codeOf(chance: Chance, { closing, caseType }: Given["plan"]): string | null {
  if (closing === "crm-solved") {
    return chance.pick([...solvedCodes, ...solvedCodesOf[caseType], ...solvedCodesOf[caseType]]);
  }
  if (closing === "crm-answered") return chance.pick(answeredCodes);
  return closing === "timer" ? "Closed - no response" : null;
}

function rating(chance: Chance, closing: Closing): number {
  const isGood = closing === "crm-solved" || closing === "customer" || closing === "verified";
  return chance.weigh(
    isGood
      ? [
          [5, 6],
          [4, 4],
          [3, 1],
          [2, 1],
        ]
      : [
          [5, 2],
          [4, 2],
          [3, 2],
          [2, 2],
          [1, 3],
        ],
  );
}
