import type { Metadata } from "next";
import { ReadError } from "@/components/layout/read-error";
import { PersonaView } from "@/components/persona/persona-view";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { may } from "@/lib/domain/people/permission";
import { personaCodec, personaHref } from "@/lib/pages/persona/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { allowAgain } from "../../allow-again";
import { annotationsOf } from "../../annotations-of";
import { pageViewsOf } from "../../page-views-of";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";
import { acknowledgeAlarm } from "./actions";

export const metadata: Metadata = { title: "Persona" };

/** The Persona page. */
export default async function PersonaPage({ searchParams }: PageProps) {
  const viewer = await requireViewer("view-cases");
  const raw = await searchParams;
  const { query, dropped } = personaCodec.parse(raw);
  const { path, asOfUs } = await shownWorkspace();
  const read = await readOrReport("persona", async () => {
    const model = await askReader(
      "loadPersonaPage",
      { path, scope: viewer.scope },
      query,
      asOfUs,
      await loadActorNames(),
    );
    const annotations = await annotationsOf(viewer, model.markers);
    const acknowledge = may(viewer, "settings") ? acknowledgeAlarm : null;
    return {
      model,
      annotations,
      acknowledge,
      saved: await pageViewsOf("/persona", viewer, raw, personaHref(query)),
    };
  });
  if (read.isRead) {
    await allowAgain();
    return <PersonaView {...read.value} dropped={dropped} />;
  }
  return (
    <ReadError
      page="Persona"
      title="Persona could not be read."
      detail="Nothing is lost: its figures are computed from the cases whenever they are shown."
      retryHref={personaHref(query)}
      requestId={read.requestId}
    />
  );
}
