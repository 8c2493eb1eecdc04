import { loadActorNames } from "@/lib/auth/actor-names";
import { authorizeExport, refuseSearch } from "@/lib/auth/authorize-export";
import { listedThings, childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { streamFromReader } from "@/lib/pipeline/reader/reader-client";
import { refusedText } from "../../../refused";
import { searchOf, sendCsv } from "../../../send-csv";
import { shownWorkspace } from "../../../shown-workspace";

type Context = { readonly params: Promise<{ readonly thing: string }> };

/** A list of contacts, handoffs, promises, disclosures or personal values, all pages, as CSV. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const authorized = await authorizeExport(request);
  if (!authorized.isAllowed) return refusedText(authorized);
  const { thing: named } = await params;
  const thing = listedThings.find((each) => each === named);
  if (thing === undefined) {
    return new Response(`There are lists of ${listedThings.join(", ")}.`, { status: 404 });
  }
  const { query } = childListCodecs[thing].parse(searchOf(request));
  const refused = refuseSearch(authorized, query.cases);
  if (refused !== null) return refusedText(refused);
  const { path, name: workspace, asOfUs } = await shownWorkspace();
  const { cases } = query;
  const names = await loadActorNames();
  return sendCsv(authorized, {
    name: `${thing}.csv`,
    workspace,
    filter: childListCodecs[thing].search({
      ...query,
      cases: { ...cases, text: cases.text === "" ? "" : "…" },
    }),
    lines: streamFromReader("childListCsv", { path, scope: authorized.scope }, query, asOfUs, {
      names,
      readsText: authorized.readsText,
    }),
  });
}
