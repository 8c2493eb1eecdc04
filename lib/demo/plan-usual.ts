import { dayUs, hourUs, minuteUs } from "./calendar";
import { entriesOf, type Chance } from "./chance";
import type { CasePlan, Visit } from "./build-case";
import type { Closing } from "./close-case";
import type { CaseType, DemoChannel } from "./model";
import type { Ending } from "./endings";

export const intentsByType: Readonly<Record<CaseType, readonly string[]>> = {
  billing: ["billing.double_charge", "billing.price_rise", "billing.late_fee"],
  refund: ["refund.returned_device", "refund.cancelled_order"],
  outage: ["outage.internet_down", "outage.wifi_drops"],
  account: ["account.locked_out", "account.change_address", "account.change_plan"],
  delivery: ["delivery.parcel_late", "delivery.wrong_item"],
};

const typeWeights = entriesOf<CaseType>({
  billing: 30,
  refund: 20,
  outage: 12,
  account: 16,
  delivery: 22,
});

const channelWeights = {
  first: entriesOf<DemoChannel>({
    chat: 30,
    voice: 34,
    email: 18,
    sms: 10,
    social: 24,
    in_app: 12,
  }),
  later: entriesOf<DemoChannel>({
    voice: 40,
    email: 22,
    chat: 18,
    sms: 9,
    social: 8,
    in_app: 3,
  }),
};

const touchWeights: Readonly<Record<CaseType, readonly (readonly [number, number])[]>> = {
  account: [
    [1, 75],
    [2, 20],
    [3, 5],
  ],
  delivery: [
    [1, 55],
    [2, 30],
    [3, 15],
  ],
  billing: [
    [1, 42],
    [2, 33],
    [3, 18],
    [4, 7],
  ],
  refund: [
    [1, 45],
    [2, 35],
    [3, 20],
  ],
  outage: [
    [1, 50],
    [2, 30],
    [3, 20],
  ],
};

type Result = { readonly endings: readonly Ending[]; readonly closings: readonly Closing[] };

const results: readonly (readonly [Result, number])[] = [
  [{ endings: ["write", "confirmed", "write"], closings: ["crm-solved"] }, 38],
  [{ endings: ["write"], closings: ["agent", "verified"] }, 12],
  [{ endings: ["confirmed"], closings: ["agent", "customer", "none"] }, 17],
  [{ endings: ["claimed"], closings: ["agent", "crm-answered"] }, 9],
  [{ endings: ["needs-more", "promised", "handed"], closings: ["timer"] }, 8],
  [{ endings: ["open", "failed", "refused"], closings: ["none", "crm-answered"] }, 10],
  [{ endings: ["claimed"], closings: ["none"] }, 6],
];

const passing: readonly Ending[] = [
  "promised",
  "handed",
  "needs-more",
  "open",
  "credit",
  "claimed",
  "failed",
];

/** Plans an ordinary case: random type, channels, agents, ending and closing. */
export function planUsual(
  chance: Chance,
  given: { readonly openedUs: number; readonly caseType?: CaseType; readonly touches?: number },
): CasePlan {
  const caseType = given.caseType ?? chance.weigh(typeWeights);
  const touches = given.touches ?? chance.weigh(touchWeights[caseType]);
  const result = chance.weigh(results);
  const visits = Array.from({ length: touches }, (_, index): Visit => {
    const isLast = index === touches - 1;
    const play = isLast ? chance.pick(result.endings) : chance.pick(passing);
    return planVisit(chance, { caseType, index, play });
  });
  return {
    stories: [],
    caseType,
    intent: chance.pick(intentsByType[caseType]),
    openedUs: given.openedUs,
    visits,
    closing: chance.pick(result.closings),
  };
}

/** Plans one ordinary contact: channel, agent, and time since the last. */
export function planVisit(
  chance: Chance,
  {
    caseType,
    index,
    play,
  }: { readonly caseType: CaseType; readonly index: number; readonly play: Ending },
): Visit {
  const channel = chance.weigh(channelWeights[index === 0 ? "first" : "later"]);
  const isAi = chance.happens(index === 0 ? 0.78 : 0.62);
  return {
    channel,
    by: isAi ? "ai" : caseType === "outage" && chance.happens(0.3) ? "north" : "others",
    play,
    afterUs: pause(chance),
    line: caseType === "outage" ? "outage" : "main",
  };
}

/** Time until customers return. */
function pause(chance: Chance): number {
  return chance.weigh([
    [() => chance.between(25, 300) * minuteUs, 3],
    [() => chance.between(14, 60) * hourUs, 5],
    [() => chance.between(60, 130) * hourUs, 2],
    [() => chance.between(5, 6) * dayUs, 1],
  ])();
}
