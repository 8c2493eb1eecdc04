import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { isUnderWay, uploadSchema, type Upload } from "@/lib/domain/settings/upload";
import { prepareUploads, type SentFile, type UploadRow } from "@/lib/pages/ingest/upload-row";
import { useSentFiles } from "./sent-files";

const answerSchema = z.object({ uploads: z.array(uploadSchema) });
const pollMs = 500;

/**
 * This browser's uploads merged with the server's, polled while any is running.
 * @param initial what the server knew when the page was drawn
 */
export function useUploads(initial: readonly Upload[]): readonly UploadRow[] {
  const sent = useSentFiles();
  const { data } = useQuery({
    queryKey: ["uploads"],
    queryFn: readUploads,
    initialData: { uploads: initial, atMs: 0 },
    // `initial` may be older than the cache when the viewer returns to the page.
    initialDataUpdatedAt: 0,
    refetchInterval: ({ state }) =>
      state.data?.uploads.some(isUnderWay) === true ||
      sent.some((file) => isAwaited(file, state.data?.atMs ?? 0))
        ? pollMs
        : false,
  });
  return prepareUploads(sent, data);
}

/** The server's uploads and the time of the request: a response may predate a file sent meanwhile. */
async function readUploads(): Promise<{ uploads: readonly Upload[]; atMs: number }> {
  const atMs = Date.now();
  const response = await fetch("/api/uploads");
  if (!response.ok) throw new Error("The state of the uploads could not be read.");
  return { ...answerSchema.parse(await response.json()), atMs };
}

/** Whether no response since the file was sent can include it. */
function isAwaited({ state }: SentFile, serverMs: number): boolean {
  return state.kind === "sending" || (state.kind === "sent" && serverMs < state.atMs);
}
