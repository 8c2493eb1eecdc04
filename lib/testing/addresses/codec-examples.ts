import { facetNames } from "@/lib/analytics/filter/cases-query";
import { apiExamples } from "./api-examples";
import { childListExamples } from "./child-list-examples";
import { casesWith, type Examples } from "./examples";

/** Everything that narrows the cases of the Overview and of the pages like it, whatever their usual period. */
const overviewFacets = "channel=chat&channel=voice&first=chat&type=refund&agents=ai&release=r1";
const narrowed = {
  ...{ channel: ["chat", "voice"], first: ["chat"], type: ["refund"], agents: ["ai"] },
  ...{ release: ["r1"], region: ["EU"], team: ["night"] },
};
const ofOverview = {
  [`${overviewFacets}&region=EU&team=night&period=30d&compare=none`]: {
    cases: casesWith(narrowed, { period: "30d" }),
    compare: "none",
  },
  "period=last-month": { cases: casesWith({}, { period: "last-month" }) },
  "from=2026-05-01&to=2026-05-31": {
    cases: casesWith({}, { period: { from: "2026-05-01", to: "2026-05-31" } }),
  },
};
const tooLong = `q=${"x".repeat(201)}`;
const sixFacets = "type=refund&agents=ai&risk=high&release=r1&region=EU&team=night";
const ofSixFacets = {
  ...{ type: ["refund"], agents: ["ai"], risk: ["high"], release: ["r1"] },
  ...{ region: ["EU"], team: ["night"] },
};
const ofInsights = { first: ["chat"], type: ["refund"], region: ["EU"], team: ["night"] };
const unreadableOfOverview = ["period=1y", "from=2026-02-30", "compare=2025", "agents=nobody"];

/** By the codec's name. */
export const examples: Readonly<Record<string, Examples>> = {
  ...apiExamples,
  alertCasesCodec: {
    canonical: { "channel=chat&team=night": casesWith({ channel: ["chat"], team: ["night"] }) },
    unreadable: ["channel=fax"],
    others: facetNames,
  },
  alertsCodec: {
    canonical: {
      "new=1&rule=3&watch=csat&finding=sla-by-type%2Foutage&window=30d&channel=chat": {
        ...{ isNew: true, rule: 3, metric: "csat", finding: "sla-by-type/outage", window: "30d" },
        cases: casesWith({ channel: ["chat"] }),
      },
    },
    unreadable: ["new=2", "rule=0", "watch=x", "finding=", "window=1h"],
    others: facetNames,
  },
  auditCodec: {
    canonical: {
      "page=2&action=refused&actor=account-1&target=C-1&from=2026-03-01&to=2026-03-31": {
        ...{ page: 2, action: "refused", actor: "account-1", target: "C-1" },
        days: { from: "2026-03-01", to: "2026-03-31" },
      },
    },
    unreadable: ["page=0", "action=x", "from=2026-02-30", "to=yesterday"],
  },
  caseCodec: {
    canonical: {
      "part=3&item=h2&scale=true&fit=all&list=outcome%3Dreopened%26page%3D2": {
        ...{ page: 3, item: "h2", scale: "true", isFitted: true, list: "outcome=reopened&page=2" },
      },
    },
    unreadable: [
      ...["part=0", "part=two", "item=handoff", "item=h1&item=h2", "scale=log", "fit=none"],
      `list=${"x".repeat(6001)}`,
    ],
  },
  casesCodec: {
    canonical: {
      [[
        ...["channel=chat", "outcome=reopened", "outcome=unresolved", "first=chat"],
        ...["path=chat%3Evoice", "switch=chat%3Evoice", "handoff=transfer"],
        ...["evidence=verified", "type=refund", "intent=declared", "agents=ai", "risk=high"],
        ...["score=repeat_information%3Abad", "release=r1", "region=EU", "team=night"],
        ...["agent=agent-204", "rating=good", "last=fine", "prompt=core%40v7"],
        ...["firstPrompt=core%40v6", "firstRelease=r0", "pause=customer"],
        ...["disclosure=own-rule%3Amissing", "failedStep=tool", "failedTool=order_lookup"],
        ...["failedModel=m-1", "failedPrompt=core%40v7", "error=HTTP+503", "latency=2-5s"],
        ...["q=a", "period=7d", "metric=csat.numerator", "topic=late+fee"],
        ...["sort=opened", "dir=asc", "page=3", "cols=type.csat", "peek=C-1"],
      ].join("&")]: {
        ...casesWith({
          ...{ channel: ["chat"], outcome: ["reopened", "unresolved"], first: ["chat"] },
          ...{ path: ["chat>voice"], switch: ["chat>voice"], handoff: ["transfer"] },
          ...{ evidence: ["verified"], type: ["refund"], intent: ["declared"], agents: ["ai"] },
          ...{ risk: ["high"], score: ["repeat_information:bad"], release: ["r1"] },
          ...{ region: ["EU"], team: ["night"], agent: ["agent-204"], rating: ["good"] },
          ...{ last: ["fine"] },
          ...{ prompt: ["core@v7"], firstPrompt: ["core@v6"], firstRelease: ["r0"] },
          ...{ pause: ["customer"], disclosure: ["own-rule:missing"], failedStep: ["tool"] },
          ...{ failedTool: ["order_lookup"], failedModel: ["m-1"], failedPrompt: ["core@v7"] },
          ...{ error: ["HTTP 503"], latency: ["2-5s"] },
        }),
        ...{ text: "a", period: "7d", metric: { id: "csat", subset: "numerator" } },
        ...{ insight: { of: "topic", topic: "late fee" }, sort: "opened", direction: "asc" },
        ...{ page: 3, columns: ["type", "csat"], peek: "C-1" },
      },
      "from=2026-10-05&to=2026-11-15": { period: { from: "2026-10-05", to: "2026-11-15" } },
      "returns=a": { insight: { of: "returns", topic: "a" } },
      "from=2026-11-01&cols=": { period: { from: "2026-11-01", to: null }, columns: [] },
      "to=2026-10-05": { period: { from: null, to: "2026-10-05" } },
    },
    unreadable: [
      ...["channel=fax", "page=0", "cols=type.mood", "from=2026-02-31", "metric=csat", "peek="],
      ...[`path=${"x".repeat(201)}`, `type=${"&type=1".repeat(50)}`],
    ],
  },
  compareCodec: {
    canonical: {
      ...ofOverview,
      "period=all&by=release&a=r1&b=r2": {
        cases: casesWith({}),
        ...{ by: "release", a: "r1", b: "r2" },
      },
    },
    unreadable: [...unreadableOfOverview, "by=x", "a="],
  },
  contactsListCodec: childListExamples("containment_rate"),
  coverageCodec: {
    canonical: {
      [`${sixFacets}&days=91&on=sms`]: {
        cases: casesWith(ofSixFacets),
        ...{ days: 91, on: "sms" },
      },
    },
    unreadable: ["days=30", "on=fax"],
  },
  disclosuresCodec: {
    canonical: {
      [[
        "channel=chat",
        sixFacets,
        ...["disclosure=own-rule%3Asome_channels", "period=7d", "rule=own-rule", "on=sms"],
        ...["found=missing", "by=ai", "review=open", "severity=high", "reviewer=ann"],
        ...["days=2026-11-02..2026-11-08", "page=2", "finding=3.C-1"],
      ].join("&")]: {
        cases: casesWith(
          { ...ofSixFacets, channel: ["chat"], disclosure: ["own-rule:some_channels"] },
          { period: "7d" },
        ),
        ...{ rule: "own-rule", on: "sms", found: "missing", by: "ai", review: "open", page: 2 },
        ...{ severity: "high", reviewer: "ann", days: "2026-11-02..2026-11-08" },
        finding: { caseId: "C-1", ordinal: 3 },
      },
    },
    unreadable: ["on=fax", "found=x", "by=nobody", "page=0", "finding=C-1", "finding=1."],
    others: ["from", "to"],
  },
  handoffsCodec: {
    canonical: {
      ...ofOverview,
      "period=all&pair=chat%3Evoice&quote=3&promises=all&page=2": {
        cases: casesWith({}),
        ...{ pair: { from: "chat", to: "voice" }, quote: 3, promises: "all", page: 2 },
      },
    },
    unreadable: [...unreadableOfOverview, "pair=chat>post", "pair=chat", "quote=0", "page=0"],
  },
  handoffsListCodec: childListExamples("handoff_packet_summary"),
  healthCodec: {
    canonical: { "days=91": { days: 91 }, "days=182": { days: 182 } },
    unreadable: ["days=29", "days=a", "days="],
  },
  ingestCodec: {
    canonical: { "page=2&batch=7": { page: 2, batch: 7 } },
    unreadable: ["page=0", "batch=x"],
  },
  settingsCodec: {
    canonical: { "case=a&words=b&role=c": { caseKey: "a", wordKey: "b", role: "c" } },
    unreadable: ["case="],
  },
  insightsCodec: {
    canonical: { "first=chat&type=refund&region=EU&team=night": casesWith(ofInsights) },
    unreadable: ["period=1y"],
    others: ["from", "to", "period"],
  },
  journeysCodec: {
    canonical: {
      ...ofOverview,
      "period=all&starter=customer&order=duration&scale=relative": {
        cases: casesWith({}),
        ...{ starter: "customer", order: "duration", scale: "relative" },
      },
    },
    unreadable: [...unreadableOfOverview, "starter=x", "order=x", "scale=x"],
  },
  labelQueueCodec: {
    canonical: { "pick=unsure&at=7": { pick: "unsure", at: 7 } },
    unreadable: ["pick=x", "at=-1"],
  },
  metricsCodec: {
    canonical: {
      [`${overviewFacets}&region=EU&team=night&period=30d&q=a+%26+b`]: {
        ...{ cases: casesWith(narrowed, { period: "30d" }), text: "a & b" },
      },
    },
    unreadable: [tooLong, "period=1y"],
    others: ["from", "to"],
  },
  overviewCodec: {
    canonical: { ...ofOverview, "period=all": { cases: casesWith({}) } },
    unreadable: unreadableOfOverview,
  },
  reportCodec: {
    canonical: {
      ...ofOverview,
      "period=all&size=digest": { cases: casesWith({}), size: "digest" },
    },
    unreadable: [...unreadableOfOverview, "size=poster"],
  },
  personaCodec: {
    canonical: {
      ...ofOverview,
      "period=all&attribute=formality": { cases: casesWith({}), attribute: "formality" },
    },
    unreadable: [...unreadableOfOverview, "attribute=x"],
  },
  promisesListCodec: childListExamples("promise_kept_rate"),
  disclosuresListCodec: childListExamples("disclosures_given"),
  piiCodec: {
    canonical: {
      [`channel=chat&${sixFacets}&period=7d&on=sms&kindOf=unnamed&place=url`]: {
        cases: casesWith({ ...ofSixFacets, channel: ["chat"] }, { period: "7d" }),
        ...{ on: "sms", kindOf: "unnamed", place: "url" },
      },
    },
    unreadable: ["on=fax", "kindOf=NAME", "place=nowhere"],
    others: ["from", "to"],
  },
  piiListCodec: childListExamples("pii_values_redacted"),
  queueCodec: {
    canonical: {
      "waits=escalated&rule=own-rule&severity=high&due=overdue&asker=ann&on=sms&page=2&finding=3.C-1":
        {
          ...{ waits: "escalated", rule: "own-rule", severity: "high", due: "overdue" },
          ...{ asker: "ann", on: "sms", page: 2, finding: { caseId: "C-1", ordinal: 3 } },
        },
    },
    unreadable: ["waits=confirmed", "on=fax", "page=0", "finding=C-1"],
  },
  runCodec: {
    canonical: { "list=failing&page=2": { list: "failing", page: 2 } },
    unreadable: ["page=0", "list=green"],
  },
  runFileCodec: {
    canonical: { "list=unscored&format=json": { list: "unscored", format: "json" } },
    unreadable: ["list=green", "format=xml"],
  },
  cohortCodec: {
    canonical: { "page=2&version=7": { page: 2, version: 7 } },
    unreadable: ["page=0"],
  },
  replayCodec: {
    canonical: { "against=v14-a&repeat=2": { against: "v14-a", repeat: 2 } },
    unreadable: ["repeat=0", "against="],
  },
  sampleCodec: { canonical: { "page=2&item=7": { page: 2, item: 7 } }, unreadable: ["item=x"] },
  samplesCodec: {
    canonical: {
      "disclosure=own%3Asome_channels&rule=own&on=sms&by=ai&days=2026-11-02&severity=high": {
        cases: casesWith({ disclosure: ["own:some_channels"] }, { period: "90d" }),
        ...{ rule: "own", on: "sms", by: "ai", days: "2026-11-02", severity: "high" },
      },
    },
    unreadable: ["on=fax", "by=nobody", "period=1y", "days=yesterday", "severity=urgent"],
    others: [
      ...["from", "to", "period", "channel"],
      ...["type", "agents", "risk", "release", "region", "team"],
    ],
  },
  liveCodec: {
    canonical: {
      "list=promises&agent=agent-204&team=night&find=refund&long=1&page=2": {
        ...{ list: "promises", agent: "agent-204", team: "night", page: 2 },
        ...{ find: "refund", isLong: true },
      },
    },
    unreadable: ["list=all", "page=0", "agent="],
  },
  slaCodec: {
    canonical: {
      "channel=chat&channel=voice&first=chat&type=refund&agents=ai&region=EU&team=night&period=30d":
        casesWith({ ...narrowed, release: [] }, { period: "30d" }),
      "from=2026-05-01&to=2026-05-31": { period: { from: "2026-05-01", to: "2026-05-31" } },
    },
    unreadable: ["agents=nobody", "period=1y"],
  },
  traceCodec: {
    canonical: {
      "span=0a1b&tab=raw&q=a+%26+b&fold=1&fold=2&part=2&list=outcome%3Dunresolved%26page%3D2": {
        ...{ spanId: "0a1b", tab: "raw", text: "a & b", folded: ["1", "2"], page: 2 },
        list: "outcome=unresolved&page=2",
      },
    },
    unreadable: ["tab=nothing", "part=-1", "span=", `fold=${"&fold=1".repeat(60)}`],
  },
};
