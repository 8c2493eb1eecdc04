import { casesCodec, facetNames } from "@/lib/analytics/filter/cases-query";
import { overviewCodec } from "@/lib/analytics/filter/overview-query";
import { periodNames } from "@/lib/analytics/filter/period";
import type { Codec } from "@/lib/format/address/codec";
import type { TakenOver } from "@/lib/format/address/carry-params";
import { compareCodec } from "./compare/url";
import { disclosuresCodec } from "./disclosures/url";
import { handoffsCodec } from "./handoffs/url";
import { insightsCodec } from "./insights/url";
import { journeysCodec } from "./journeys/url";
import { liveCodec } from "./live/url";
import { metricsCodec } from "@/lib/analytics/filter/metrics-query";
import { personaCodec } from "./persona/url";
import { piiCodec } from "./pii/url";
import { slaCodec } from "./sla/url";

/** What means the same wherever a page has it: which cases, of which days, and with what they are compared. */
const shared: readonly string[] = [...facetNames, ...periodNames, "compare"];

type PageCodec = Pick<Codec<never>, "names">;

/** The pages whose addresses say which cases they are about. */
export const filteredPages = {
  "/overview": overviewCodec,
  "/live": liveCodec,
  "/cases": casesCodec,
  "/journeys": journeysCodec,
  "/handoffs": handoffsCodec,
  "/persona": personaCodec,
  "/disclosures": disclosuresCodec,
  "/pii": piiCodec,
  "/compare": compareCodec,
  "/sla": slaCodec,
  "/insights": insightsCodec,
  "/metrics": metricsCodec,
} as const;

const codecs: Readonly<Partial<Record<string, PageCodec>>> = filteredPages;

/** The filters that a page takes over from the page before it. @param page its path */
export function takenOverBy(page: string): TakenOver {
  const { names = [] } = codecs[page] ?? {};
  return {
    names: names.filter((name) => shared.includes(name)),
    single: page === "/live" ? ["agent", "team"] : [],
  };
}
