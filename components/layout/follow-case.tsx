"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { useChanges } from "./use-changes";

type FollowCaseProps = {
  caseId: string;
  /** The sequence's value that the page was read at. */
  sequence: number;
};

/** Reads the page again as soon as its case changed. */
export function FollowCase({ caseId, sequence }: FollowCaseProps) {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  const [isStale, setIsStale] = useState(false);
  useChanges(sequence, (caseIds) => {
    if (caseIds === null || caseIds.includes(caseId)) setIsStale(true);
  });
  useEffect(() => {
    // One after the other: responses must not overtake each other.
    if (!isStale || isReading) return;
    startReading(() => {
      setIsStale(false);
      router.refresh();
    });
  }, [isStale, isReading, router]);
  return null;
}
