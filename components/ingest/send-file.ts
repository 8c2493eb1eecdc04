import { z } from "zod";

const refusalSchema = z.object({ sentence: z.string() });

export type SendHandlers = {
  readonly onProgress: (bytes: number) => void;
  readonly onSent: () => void;
  /** @param sentence for the person: why the file is not kept */
  readonly onRefused: (sentence: string) => void;
};

/** Uploads a file by XMLHttpRequest: `fetch` reports no upload progress. @returns aborts it */
export function sendFile(file: File, id: string, handlers: SendHandlers): () => void {
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded }) => {
    handlers.onProgress(loaded);
  };
  request.onload = () => {
    if (request.status === 201) handlers.onSent();
    else handlers.onRefused(sentenceOf(request.responseText));
  };
  request.onerror = () => {
    handlers.onRefused(
      "The file could not be read here, or the server was not reached; choose it again.",
    );
  };
  request.open("POST", "/api/uploads");
  request.setRequestHeader("x-upload-id", id);
  request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
  request.send(file);
  return () => {
    request.abort();
  };
}

function sentenceOf(text: string): string {
  const refusal = refusalSchema.safeParse(parseJson(text));
  return refusal.success
    ? refusal.data.sentence
    : "The server could not keep the file; send it again.";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
