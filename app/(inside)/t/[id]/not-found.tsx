import { NotFoundPage } from "@/components/layout/not-found-page";
import { requestPath } from "@/lib/auth/request-path";
import { idOfSegment } from "@/lib/format/id-segment";
import { lookupHref } from "@/lib/pages/lookup/url";
import { shownWorkspace } from "../../../shown-workspace";

/** The page of an id that nothing has. */
export default async function NothingWithId() {
  const [path = ""] = (await requestPath()).split("?", 1);
  const id = idOfSegment(path.replace(/^\/t\//u, "")) ?? "";
  const { name, hasDemo } = await shownWorkspace();
  const [other, words] =
    name === "demo"
      ? (["main", "Look in my data"] as const)
      : (["demo", "Look in the demo"] as const);
  return (
    <NotFoundPage
      title="Nothing has this id"
      finding={`No trace, span, case or contact is called “${id.slice(0, 100)}”`}
      detail={`Looked for in letters of either case, with and without dashes. An id is in the trace’s own tool, in a log beside the spans, or on the pages Case and Trace here; the interaction or session id opens its contact. Spans that have not arrived yet are found once they are here.`}
      elsewhere={hasDemo ? { words, href: lookupHref(id, other) } : null}
    />
  );
}
