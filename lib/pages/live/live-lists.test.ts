import { expect, it } from "vitest";
import type { LiveItem } from "@/lib/analytics/live/rank-live";
import { itemsOf } from "./live-lists";
import { liveCodec, type LiveQuery } from "./url";

function item(caseId: string, overrides: Partial<LiveItem> = {}, agents: readonly string[] = []) {
  return {
    live: {
      ...{ key: 1, caseId, customerId: `${caseId}-customer`, about: "refund", region: "EU" },
      ...{ teams: ["Night"], agents, channel: "chat", agentKind: "human", team: "Night" },
      ...{ lastContactUs: 1, touchpoints: 1, endedUs: null, promises: [] },
      ...{ isEndStated: true, reopenedUs: null },
      ...{ failedHandoffUs: null, falseSuccessUs: null, upsetUs: null, waitingUs: null },
      ...{ lastWords: null, slaDueUs: null, slaRiskUs: null, slaPausedUs: null },
      ...{ slaPauseReason: null, slaStoppedUs: null },
    },
    ...{ reasons: [], section: "other", attention: null, place: "now" },
    ...overrides,
  } satisfies LiveItem;
}

const mine = (caseId: string) => ({
  attention: { caseId, assignee: "p-1", snoozedUntilUs: null, handledUs: null, by: "p-1", atUs: 1 },
});
const items: readonly LiveItem[] = [
  item("waiting", {}, ["agent-20"]),
  item("late", { section: "missed" }, ["agent-204"]),
  item("long late", { section: "long" }, ["agent-204"]),
  item("quiet", { section: "quiet", place: "quiet", ...mine("quiet") }, ["agent-204"]),
  item("handled", { place: "handled", ...mine("handled") }, ["agent-204"]),
];
const found = (query: Partial<LiveQuery>, viewer = "p-1") => {
  const { all, left } = itemsOf({ ...liveCodec.defaultValue, ...query }, items, viewer);
  return { ids: all.map(({ live }) => live.caseId), left };
};

it("leaves what was missed long ago out of the list of now, and says how many", () => {
  expect(found({})).toEqual({ ids: ["waiting", "late"], left: 1 });
  expect(found({ isLong: true })).toEqual({ ids: ["waiting", "late", "long late"], left: 0 });
});

it("finds an agent's open cases by the whole id, whatever they need, in any case of letters", () => {
  const hers = ["late", "long late", "quiet"];
  expect(found({ find: "AGENT-204" })).toEqual({ ids: hers, left: 0 });
  expect(found({ agent: "agent-204" }).ids).toEqual(hers);
  expect(found({ find: "agent-20" }).ids).toEqual(["waiting"]);
  expect(found({ find: "late-customer" }).ids).toEqual(["late"]);
  expect(found({ find: "gent" }).ids).toEqual(["waiting", ...hers]);
});

it("lists the viewer's cases as mine, also those that need nothing, until they are handled", () => {
  expect(found({ list: "mine" }).ids).toEqual(["quiet"]);
  expect(found({ list: "mine" }, "p-2").ids).toEqual([]);
  expect(found({ list: "handled" }).ids).toEqual(["handled"]);
});
