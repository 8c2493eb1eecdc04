import { casesCodec } from "@/lib/analytics/filter/cases-query";
import { casesWith, type Examples } from "./examples";

/** Of the API's paths, and of the one that opens an id. */
export const apiExamples: Readonly<Record<string, Examples>> = {
  apiCasesCodec: {
    canonical: {
      "channel=chat&period=all&limit=7&cursor=WzFd&workspace=demo": {
        ...{ cases: casesWith({ channel: ["chat"] }), limit: 7, cursor: "WzFd" },
        workspace: "demo",
      },
    },
    unreadable: ["limit=0", "limit=501", "cursor=", "workspace=other", "channel=fax"],
    others: casesCodec.names,
  },
  apiCaseCodec: {
    canonical: { "workspace=main": { workspace: "main" } },
    unreadable: ["workspace=other"],
  },
  apiMetricsCodec: {
    canonical: {
      "channel=chat&period=all&workspace=demo": {
        ...{ cases: casesWith({ channel: ["chat"] }), workspace: "demo" },
      },
    },
    unreadable: ["workspace=other", "channel=fax"],
    others: casesCodec.names,
  },
  lookupCodec: {
    canonical: { "workspace=demo": { workspace: "demo" } },
    unreadable: ["workspace=other"],
  },
};
