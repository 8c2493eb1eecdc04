"use client";

import { useRef, useState } from "react";
import { fileLimit } from "@/lib/pages/ingest/file-limit";
import { addFiles } from "./sent-files";
import { buttonClasses } from "../ui/button-classes";
import { useFileDrop } from "./use-file-drop";

type FileChooserProps = {
  formats: readonly string[];
  /** The largest accepted file, in bytes. */
  maxBytes: number;
};

/** Where files are dropped or chosen. */
export function FileChooser({ formats, maxBytes }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  const [hasFolders, setHasFolders] = useState(false);
  const isOver = useFileDrop((files, folders) => {
    setHasFolders(folders > 0);
    addFiles(files, maxBytes);
  });
  return (
    <div
      className={`grid justify-items-center gap-2 rounded-control border border-dashed px-4 py-6 text-center ${isOver ? "border-focus bg-selected" : "border-border-strong bg-sunken"}`}
    >
      <p>{isOver ? "Let go to send" : "Drop files anywhere on this page, or"}</p>
      <button
        type="button"
        className={`${buttonClasses.primary} cursor-pointer`}
        onClick={() => input.current?.click()}
      >
        Choose files
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label="Files to ingest"
        onChange={({ currentTarget }) => {
          setHasFolders(false);
          addFiles([...(currentTarget.files ?? [])], maxBytes);
          currentTarget.value = "";
        }}
      />
      <p className="max-w-prose text-secondary text-pretty text-text-muted">
        {formats.join(" · ")}, plain or gzip, recognised by content. Up to {fileLimit(maxBytes)}{" "}
        each.
      </p>
      <p role="status" className="text-secondary text-warn empty:hidden">
        {hasFolders ? "Folders are not taken; choose the files in them." : ""}
      </p>
    </div>
  );
}
