import { sampleHref, sampleKeyOf } from "@/lib/pages/disclosures/samples/url";
import { makeSamplePack } from "@/lib/pipeline/packs/make-sample-pack";
import { packAnswer } from "../../../../pack-answer";

type Context = { readonly params: Promise<{ readonly sampleId: string }> };

/** The evidence pack of a sample as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const id = sampleKeyOf((await params).sampleId);
  if (id === null) return packAnswer("sample", null);
  return packAnswer("sample", {
    ...{ target: sampleHref(id), name: `sample-${String(id)}` },
    make: (request) => makeSamplePack(request, id),
  });
}
