"use client";

import Link from "next/link";
import type { UploadRow } from "@/lib/pages/ingest/upload-row";
import { cancelFile, dismissFile } from "./sent-files";
import { buttonClasses } from "../ui/button-classes";
import { MaskedText } from "../ui/masked-text";
import { ProgressBar } from "../ui/progress-bar";
import { StatusBadge } from "../ui/status-badge";

type UploadRowItemProps = {
  row: UploadRow;
  /** Whether the shown workspace is the one the file goes to, so that its batch can be linked. */
  isOfShown: boolean;
};

/** One upload: its progress, then its result. */
export function UploadRowItem({ row, isOfShown }: UploadRowItemProps) {
  return (
    <li className="grid gap-1 border-t border-border py-2 first:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 font-semibold [overflow-wrap:anywhere] max-roomy:basis-full">
          <MaskedText text={row.name} />
        </span>
        <Status row={row} />
        {row.canCancel ? (
          <RowButton
            label="Cancel"
            name={row.name}
            onPress={() => {
              cancelFile(row.id);
            }}
          />
        ) : null}
        {row.canDismiss ? (
          <RowButton
            label="Dismiss"
            name={row.name}
            onPress={() => {
              dismissFile(row.id);
            }}
          />
        ) : null}
      </div>
      {row.isUnderWay && !row.isWaiting ? <ProgressBar label={row.name} share={row.share} /> : null}
      <Details row={row} isOfShown={isOfShown} />
    </li>
  );
}

function Status({ row }: { row: UploadRow }) {
  if (row.isUnderWay) return <span className="text-secondary text-text-muted">{row.words}</span>;
  const label = row.tone === "fail" ? "Failed" : row.words;
  return <StatusBadge tone={row.tone} label={label} variant="bare" />;
}

function Details({ row, isOfShown }: UploadRowItemProps) {
  if (row.tone === "fail") {
    return <p className="max-w-prose text-secondary text-pretty text-text-muted">{row.words}</p>;
  }
  if (row.counts.length === 0) return null;
  return (
    <p className="text-secondary text-text-muted">
      {row.counts.join(" · ")}
      {row.rejects === null ? null : (
        <>
          {" · "}
          {isOfShown ? (
            <Link
              className="text-link hover:underline"
              href={row.rejects.href}
              prefetch={false}
              scroll={false}
            >
              {row.rejects.label}
            </Link>
          ) : (
            `${row.rejects.label}, listed beside your own data`
          )}
        </>
      )}
    </p>
  );
}

type RowButtonProps = { label: string; name: string; onPress: () => void };

function RowButton({ label, name, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      className={`${buttonClasses.quiet} cursor-pointer`}
      aria-label={`${label} ${name}`}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
