import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { z } from "zod";
import type { LiveModel } from "@/lib/pages/live/live-model";
import { liveJsonHref } from "@/lib/pages/live/url";
import { useChanges } from "../layout/use-changes";

/** Clocks run on although nothing changes: the list is read again after this time at the latest. */
const clockMs = 30_000;

/** Not validated further: app/api/live of the same build produces this type. */
const answer = z.custom<LiveModel>((value) => typeof value === "object" && value !== null);

/** The model that the page was rendered with, then what is read whenever a case changed. */
export function useLiveModel(rendered: LiveModel): LiveModel {
  const href = liveJsonHref(rendered.query);
  const [isStale, setIsStale] = useState(false);
  const { data, refetch, isFetching } = useQuery({
    queryKey: ["live", href],
    queryFn: ({ signal }) => readLive(href, signal),
    initialData: rendered,
    staleTime: Infinity,
    refetchInterval: clockMs,
  });
  useChanges(rendered.sequence, () => {
    setIsStale(true);
  });
  useEffect(() => {
    // One after the other, however fast cases change.
    if (!isStale || isFetching) return;
    setIsStale(false);
    void refetch();
  }, [isStale, isFetching, refetch]);
  return data.asOfUs >= rendered.asOfUs ? data : rendered;
}

async function readLive(href: string, signal: AbortSignal): Promise<LiveModel> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`The list's request was answered ${response.status}.`);
  return answer.parse(await response.json());
}
