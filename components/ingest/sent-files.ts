import { tooLargeSentence } from "@/lib/pages/ingest/file-limit";
import { useSyncExternalStore } from "react";
import type { SentFile } from "@/lib/pages/ingest/upload-row";
import { sendFile } from "./send-file";

// The uploads of this browser, kept outside React so that they survive navigation between pages.

/** Concurrent uploads; further files are queued. */
const sendingMax = 2;

type Entry = { file: File; shown: SentFile; giveUp: () => void };

const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();
const none: readonly SentFile[] = [];
let shown = none;

/** The files this browser sends, with their state. */
export function useSentFiles(): readonly SentFile[] {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  );
}

/**
 * Sends files, a few at once.
 * @param maxBytes what the server takes; a larger file is refused here
 */
export function addFiles(files: readonly File[], maxBytes: number): void {
  files.forEach((file, index) => {
    const id = newId();
    const isTooLarge = file.size > maxBytes;
    const state = isTooLarge ? tooLarge(maxBytes) : ({ kind: "queued" } as const);
    // Files chosen together keep their order.
    const startUs = Date.now() * 1000 + index;
    const entry = { id, name: file.name, bytes: file.size, startUs, state };
    entries.set(id, { file, shown: entry, giveUp: () => undefined });
  });
  sendNext();
}

/** Cancels a queued or running upload. */
export function cancelFile(id: string): void {
  entries.get(id)?.giveUp();
  setState(id, { kind: "cancelled" });
}

/** Takes a file that was refused off the list. */
export function dismissFile(id: string): void {
  entries.delete(id);
  publish();
}

function sendNext(): void {
  const sending = [...entries.values()].filter(({ shown: { state } }) => state.kind === "sending");
  const queued = [...entries.values()].filter(({ shown: { state } }) => state.kind === "queued");
  for (const entry of queued.slice(0, sendingMax - sending.length)) send(entry);
  publish();
}

function send(entry: Entry): void {
  const { id } = entry.shown;
  setState(id, { kind: "sending", bytes: 0 });
  entry.giveUp = sendFile(entry.file, id, {
    onProgress: (bytes) => {
      setState(id, { kind: "sending", bytes });
    },
    onSent: () => {
      setState(id, { kind: "sent", atMs: Date.now() });
    },
    onRefused: (sentence) => {
      setState(id, { kind: "refused", sentence });
    },
  });
}

function setState(id: string, state: SentFile["state"]): void {
  const entry = entries.get(id);
  if (entry === undefined) return;
  const isStep = entry.shown.state.kind !== state.kind;
  entry.shown = { ...entry.shown, state };
  if (isStep && state.kind !== "sending") sendNext();
  else publish();
}

function publish(): void {
  shown = [...entries.values()].map((entry) => entry.shown);
  const isSending = shown.some(({ state }) => state.kind === "queued" || state.kind === "sending");
  window.onbeforeunload = isSending ? warnOnUnload : null;
  for (const listener of listeners) listener();
}

/** Unloading the document would abort uploads; client-side navigation does not. */
function warnOnUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tooLarge(maxBytes: number): SentFile["state"] {
  return { kind: "refused", sentence: tooLargeSentence(maxBytes) };
}

/** 32 hex digits. Unlike randomUUID it also exists where the page came over plain HTTP. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
