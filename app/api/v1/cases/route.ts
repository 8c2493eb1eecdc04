import { casesSearch } from "@/lib/analytics/filter/cases-query";
import { readCursor } from "@/lib/analytics/exports/cases-cursor";
import { describeDropped } from "@/lib/pages/api/describe-dropped";
import { apiCasesCodec } from "@/lib/pages/api/url";
import { refuseSearch } from "@/lib/auth/authorize-export";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { answerApi, type ApiAnswer } from "../../answer-api";

/** Some of the cases that the filters leave; see `public/openapi.json`. */
export function GET(request: Request): Promise<Response> {
  return answerApi(request, {
    target: "api/v1/cases",
    codec: apiCasesCodec,
    read: async ({ cases: query, limit, cursor: text }, reader): Promise<ApiAnswer> => {
      const cursor = text === null ? null : readCursor(text, query);
      if (text !== null && cursor === null) {
        const sentence = describeDropped({ name: "cursor", isKnown: true });
        return { isFound: false, status: 400, sentence };
      }
      const refused = refuseSearch(reader, query);
      if (refused !== null) return { ...refused, isFound: false };
      const body = await askReader("loadApiCases", reader, { query, limit, cursor }, reader.asOfUs);
      const filter = casesSearch({ ...query, text: query.text === "" ? "" : "…" });
      return { isFound: true, body, audited: { filter, rows: body.cases.length } };
    },
  });
}
