import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { casesWith, type Examples } from "./examples";

/** Of a list of contacts, handoffs, promises, disclosures or personal values. */
export const childListExamples = (metric: string): Examples => ({
  canonical: {
    [[
      ...["channel=chat", "outcome=reopened", "path=chat%3Evoice", "q=a", "period=7d"],
      ...[`metric=${metric}.denominator`, "on=chat", "then=another+case", "kind=transfer"],
      ...["giver=ai", "taker=human", "under=none", "takerTeam=night", "says=tried"],
      ...["notes=seen", "ran=core%40v7", "reading=language", "days=2026-11-02..2026-11-08"],
      ...["step=2%3Achat.email%3Avoice", "state=kept", "heard=known", "rule=own-rule"],
      ...["found=missing", "by=ai", "review=confirmed", "arrived=leaked", "sensitivity=critical"],
      ...["kindOf=CARD", "place=tool-result", "source=pay", "sent=r1", "each=span"],
      ...["reviewer=ann", "severity=high", "page=2"],
    ].join("&")]: {
      cases: casesWith(
        { channel: ["chat"], outcome: ["reopened"], path: ["chat>voice"] },
        { text: "a", period: "7d" },
      ),
      ...{ metric: { id: metric, subset: "denominator" }, on: "chat", to: "another case", page: 2 },
      traits: {
        ...{ kind: "transfer", giver: "ai", taker: "human", under: "none", takerTeam: "night" },
        ...{ says: "tried", notes: "seen", ran: "core@v7", step: "2:chat.email:voice" },
        ...{ reading: "language", days: "2026-11-02..2026-11-08" },
        ...{ state: "kept", heard: "known", rule: "own-rule", found: "missing", by: "ai" },
        ...{ review: "confirmed", arrived: "leaked", sensitivity: "critical", kindOf: "CARD" },
        ...{ place: "tool-result", source: "pay", sent: "r1", each: "span", reviewer: "ann" },
        severity: "high",
      },
    },
  },
  unreadable: [
    ...["metric=csat.numerator", "on=fax", "then=fax", "step=x", "days=2026-02-30"],
    ...["reading=x", "state=x", "sort=mood"],
  ],
  others: casesCodec.names,
});
