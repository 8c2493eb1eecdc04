"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { Upload } from "@/lib/domain/settings/upload";
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
  useRefreshAt(ended.map(({ id }) => id).join());
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

/** Refreshes the page when the key changes: a new batch is listed below. While the server is away the page stays. */
function useRefreshAt(key: string): void {
  const router = useRouter();
  const refresh = useEffectEvent(() => {
    if (key === "") return;
    void isServerReady().then((isReady) => {
      if (isReady) router.refresh();
    });
  });
  useEffect(() => {
    refresh();
  }, [key]);
}
