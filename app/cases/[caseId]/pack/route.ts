import { idOfSegment } from "@/lib/format/id-segment";
import { makeCasePack } from "@/lib/pipeline/packs/make-case-pack";
import { packAnswer } from "../../../pack-answer";

type Context = { readonly params: Promise<{ readonly caseId: string }> };

/** The evidence pack of a case as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const caseId = idOfSegment((await params).caseId);
  if (caseId === null) return packAnswer("case", null);
  return packAnswer("case", {
    ...{ target: caseId, name: caseId },
    make: (request) => makeCasePack(request, caseId),
  });
}
