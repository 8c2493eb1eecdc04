import { idInAddress } from "@/lib/format/id-segment";
import { makeCasePack } from "@/lib/pipeline/packs/make-case-pack";
import { packAnswer } from "../../../pack-answer";

/** The evidence pack of a case as a file. */
export async function GET({ url }: Request): Promise<Response> {
  const caseId = idInAddress(url, 2);
  if (caseId === null) return packAnswer("case", null);
  return packAnswer("case", {
    ...{ target: caseId, name: caseId },
    make: (request) => makeCasePack(request, caseId),
  });
}
