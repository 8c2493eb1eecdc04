import type { CaseType, DemoChannel } from "../model";

/** How an item ends with the baseline and with the candidate. */
export type Fate = "resolved" | "unresolved" | "regressed" | "fixed";

/** A case of the sample cohort. */
export type CohortCase = {
  /** "refund-017" */
  readonly id: string;
  readonly caseType: CaseType;
  readonly intent: string;
  /** One or two contacts. */
  readonly channels: readonly [DemoChannel] | readonly [DemoChannel, DemoChannel];
  /** The first contact promises what the second one is about. */
  readonly isPromised: boolean;
  readonly fate: Fate;
};

type Group = Pick<CohortCase, "caseType" | "intent" | "channels"> & {
  readonly count: number;
  /** The first ones are about a promise; with the candidate the agent on the phone no longer knows of it. */
  readonly promised?: number;
  /** The last ones are unresolved in both runs, and those before them fixed by the candidate. */
  readonly unresolved: number;
  readonly fixed?: number;
};

const refund = { caseType: "refund", intent: "refund.returned_device" } as const;
const billing = { caseType: "billing", intent: "billing.double_charge" } as const;
const delivery = { caseType: "delivery", intent: "delivery.parcel_late" } as const;
const account = { caseType: "account", intent: "account.locked_out" } as const;
const outage = { caseType: "outage", intent: "outage.internet_down" } as const;

/** 200 cases, 150 of them over two channels: 126 of these resolved with the baseline, 112 with the candidate. */
const groups: readonly Group[] = [
  { ...refund, channels: ["chat", "voice"], count: 50, promised: 18, unresolved: 6 },
  { ...billing, channels: ["chat", "voice"], count: 30, unresolved: 4, fixed: 2 },
  { ...delivery, channels: ["sms", "voice"], count: 30, unresolved: 4, fixed: 2 },
  { ...account, channels: ["in_app", "chat"], count: 20, unresolved: 3 },
  { ...outage, channels: ["chat", "sms"], count: 20, unresolved: 3 },
  { ...refund, channels: ["chat"], count: 10, unresolved: 1 },
  { ...billing, channels: ["chat"], count: 10, unresolved: 2 },
  { ...delivery, channels: ["sms"], count: 10, unresolved: 1 },
  { ...account, channels: ["chat"], count: 10, unresolved: 1 },
  { ...outage, channels: ["voice"], count: 10, unresolved: 1 },
];

/** The cases of the sample cohort. */
export function planCohort(): readonly CohortCase[] {
  const numbers = new Map<CaseType, number>();
  return groups.flatMap(({ count, promised = 0, unresolved, fixed = 0, ...of }) =>
    Array.from({ length: count }, (_, index): CohortCase => {
      const number = (numbers.get(of.caseType) ?? 0) + 1;
      numbers.set(of.caseType, number);
      const left = count - index;
      const isPromised = index < promised;
      return {
        ...of,
        id: `${of.caseType}-${String(number).padStart(3, "0")}`,
        isPromised,
        fate: isPromised
          ? "regressed"
          : left <= unresolved
            ? "unresolved"
            : left <= unresolved + fixed
              ? "fixed"
              : "resolved",
      };
    }),
  );
}
