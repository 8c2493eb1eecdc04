"use client";

import { useRefresh } from "../layout/use-refresh";

const refreshMs = 10_000;

/** Reads the page again every ten seconds: an alert fires whether a case changed or not. */
export function KeepFresh() {
  useRefresh(refreshMs);
  return null;
}
