import type { APIRequestContext } from "@playwright/test";

export type EventStream = {
  readonly status: number;
  /** What was sent until now. */
  readonly text: () => string;
  /** Resolves when the server ends it. */
  readonly ended: Promise<void>;
  readonly close: () => void;
};

/** Opens a stream of events with the cookies of a request context, which itself waits for the end of an answer. */
export async function openEventStream(
  url: string,
  request: APIRequestContext,
  path = "/api/live/events",
): Promise<EventStream> {
  const { cookies } = await request.storageState();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const controller = new AbortController();
  const { signal } = controller;
  const answer = await fetch(`${url}${path}`, {
    headers: { cookie },
    redirect: "manual",
    signal,
  });
  let text = "";
  const read = async () => {
    const decoder = new TextDecoder();
    const reader = answer.body?.getReader();
    for (;;) {
      const part = await reader?.read();
      if (part?.value === undefined) return;
      text += decoder.decode(part.value, { stream: true });
    }
  };
  return {
    status: answer.status,
    text: () => text,
    // Closing it is an end too.
    ended: read().catch(() => undefined),
    close: () => {
      controller.abort();
    },
  };
}

/** The status with which the stream answers. */
export async function statusOfStream(
  url: string,
  request: APIRequestContext,
  path: string,
): Promise<number> {
  const stream = await openEventStream(url, request, path);
  stream.close();
  return stream.status;
}
