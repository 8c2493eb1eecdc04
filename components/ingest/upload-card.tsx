"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { isUnderWay, type Upload } from "@/lib/domain/settings/upload";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { QueryProvider } from "@/components/layout/query-provider";
import { useUploads } from "./use-uploads";
import { applyWorkspace } from "../layout/apply-workspace";
import { isServerReady } from "../layout/is-server-ready";
import { buttonClasses } from "../ui/button-classes";
import { Card } from "../ui/card";
import { FileChooser } from "./file-chooser";
import { UploadRowItem } from "./upload-row-item";

export type UploadCardProps = {
  formats: readonly string[];
  /** The largest accepted file, in bytes. */
  maxBytes: number;
  /** The server's state when the page was rendered. */
  uploads: readonly Upload[];
  /** The workspace that the other pages show. */
  shown: WorkspaceName;
};

/** Uploads of this browser with progress and result. */
export function UploadCard(props: UploadCardProps) {
  return (
    <QueryProvider>
      <Uploads {...props} />
    </QueryProvider>
  );
}

function Uploads({ formats, maxBytes, uploads, shown }: UploadCardProps) {
  const rows = useUploads(uploads);
  const ended = rows.filter(({ isUnderWay }) => !isUnderWay);
  useRefreshAfter(keyOf(ended), keyOf(uploads.filter((upload) => !isUnderWay(upload))));
  const hasNews = rows.some(({ isNews }) => isNews);
  return (
    <Card title="Send files" subtitle={subtitleOf(shown)}>
      <FileChooser formats={formats} maxBytes={maxBytes} />
      <p className="sr-only" role="status">
        {ended.map(({ name, words }) => `${name}: ${words.replace(/\.$/u, "")}.`).join(" ")}
      </p>
      {rows.length === 0 ? null : (
        <ul aria-label="Files sent">
          {rows.map((row) => (
            <UploadRowItem key={row.id} row={row} isOfShown={shown === "main"} />
          ))}
        </ul>
      )}
      {shown === "demo" && hasNews ? <ShowOwnButton /> : null}
    </Card>
  );
}

function subtitleOf(shown: WorkspaceName): string {
  return shown === "demo"
    ? "They become part of your own data; the demo, which the other pages show now, stays as it is"
    : "They are read here, personal data masked, and become cases";
}

function ShowOwnButton() {
  const router = useRouter();
  return (
    <p>
      <button
        type="button"
        className={`${buttonClasses.default} cursor-pointer`}
        onClick={() => {
          applyWorkspace("main");
          router.push("/cases");
          router.refresh();
        }}
      >
        Show my data
      </button>
    </p>
  );
}

function keyOf(uploads: readonly { readonly id: string }[]): string {
  return uploads
    .map(({ id }) => id)
    .sort()
    .join();
}

/**
 * Refreshes the page when uploads ended after it was rendered: their batches are listed below. While the server is
 * away the page stays.
 * @param ended key of the uploads that ended
 * @param listed that of those that had ended when the page was rendered
 */
function useRefreshAfter(ended: string, listed: string): void {
  const router = useRouter();
  const shown = useRef(listed);
  useEffect(() => {
    if (shown.current === ended) return;
    shown.current = ended;
    void isServerReady().then((isReady) => {
      if (isReady) router.refresh();
    });
  }, [ended, router]);
}
