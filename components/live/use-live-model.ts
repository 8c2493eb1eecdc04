import { useState } from "react";
import { z } from "zod";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { applyLiveUpdate, type LiveUpdate } from "@/lib/pages/live/live-update";
import { liveListHref } from "@/lib/pages/live/url";
import { useEventSource } from "../layout/use-event-source";

/** Not validated further: app/api/live/list of the same build produces this type. */
const updateSchema = z.custom<LiveUpdate>((value) => typeof value === "object" && value !== null);

/**
 * The model that the page was rendered with, then what it becomes whenever something changed.
 * `isAway`: the server is, so the model may be out of date.
 */
export function useLiveModel(rendered: LiveModel): { model: LiveModel; isAway: boolean } {
  const href = liveListHref(rendered.query);
  const [kept, setKept] = useState({ href, model: rendered });
  const isAway = useEventSource({
    name: href,
    hrefAfter: () => href,
    event: "list",
    onEvent: (data) => {
      const update = updateSchema.parse(data);
      setKept((before) => ({
        href,
        model: applyLiveUpdate(before.href === href ? before.model : rendered, update),
      }));
    },
  });
  const isKept = kept.href === href && kept.model.asOfUs >= rendered.asOfUs;
  return { model: isKept ? kept.model : rendered, isAway };
}
