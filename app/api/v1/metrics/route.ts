import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { apiMetricsCodec } from "@/lib/pages/api/url";
import { refuseSearch } from "@/lib/auth/authorize-export";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { answerApi, type ApiAnswer } from "../../answer-api";

/** Every metric over the cases that the filters leave; see `public/openapi.json`. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, {
    target: "api/v1/metrics",
    codec: apiMetricsCodec,
    read: async ({ cases: query }, reader): Promise<ApiAnswer> => {
      const refused = refuseSearch(reader, query);
      if (refused !== null) return { ...refused, isFound: false };
      const body = await askReader("loadApiMetrics", reader, query, reader.asOfUs);
      const filter = casesSearch({ ...query, text: query.text === "" ? "" : "…" });
      return { isFound: true, body, audited: { filter } };
    },
  });
}
