"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { away } from "@/lib/pages/case/words/changes";
import { InlineAlert } from "../ui/inline-alert";
import { isDialogOpen } from "./is-dialog-open";
import { useChanges } from "./use-changes";

type FollowCaseProps = {
  caseId: string;
  /** The sequence's value that the page was read at. */
  sequence: number;
};

/** Between two looks whether a dialog is still open. */
const dialogMs = 1000;

/**
 * Reads the page again as soon as its case changed and no dialog is open. Says so where the server is away and the page
 * may be out of date.
 */
export function FollowCase({ caseId, sequence }: FollowCaseProps) {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  const [isStale, setIsStale] = useState(false);
  const isAway = useChanges(sequence, (caseIds) => {
    if (caseIds === null || caseIds.includes(caseId)) setIsStale(true);
  });
  useEffect(() => {
    // One after the other: responses must not overtake each other.
    if (!isStale || isReading) return;
    const read = () => {
      if (isDialogOpen()) return;
      startReading(() => {
        setIsStale(false);
        router.refresh();
      });
    };
    read();
    const timer = setInterval(read, dialogMs);
    return () => {
      clearInterval(timer);
    };
  }, [isStale, isReading, router]);
  return isAway ? (
    <div role="alert">
      <InlineAlert>{away}</InlineAlert>
    </div>
  ) : null;
}
