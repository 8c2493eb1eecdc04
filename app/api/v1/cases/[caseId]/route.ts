import { apiCaseCodec } from "@/lib/pages/api/url";
import { idInAddress } from "@/lib/format/id-segment";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { answerApi, type ApiAnswer } from "../../../answer-api";

const notFound: ApiAnswer = {
  isFound: false,
  status: 404,
  sentence: "There is no such case, or this reader may not see it.",
};

/** One case with all that was found in it; see `public/openapi.json`. */
export async function GET(request: Request): Promise<Response> {
  const caseId = idInAddress(request.url, 4);
  return answerApi(request, {
    target: caseId ?? "api/v1/cases",
    codec: apiCaseCodec,
    read: async (_query, reader): Promise<ApiAnswer> => {
      const body =
        caseId === null ? null : await askReader("loadApiCase", reader, caseId, reader.asOfUs);
      if (body === null) return notFound;
      return { isFound: true, body, audited: { withWords: reader.readsText } };
    },
  });
}
