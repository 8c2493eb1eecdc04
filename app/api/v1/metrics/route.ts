import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { loadApiMetrics } from "@/lib/pages/api/load-metrics";
import { apiMetricsCodec } from "@/lib/pages/api/url";
import { answerApi, type ApiAnswer } from "../../answer-api";

/** Every metric over the cases that the filters leave; see `public/openapi.json`. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, {
    target: "api/v1/metrics",
    codec: apiMetricsCodec,
    read: async ({ cases: query }, reader): Promise<ApiAnswer> => {
      const body = await loadApiMetrics(reader, query, reader.asOfUs);
      const filter = casesSearch({ ...query, text: query.text === "" ? "" : "…" });
      return { isFound: true, body, audited: { filter } };
    },
  });
}
