import type { AlertVerdict } from "@/lib/domain/alerts/alert-state";
import type { AlertReading } from "./alert-reading";

/** One look at the data by a rule. */
export type AlertObservation = { readonly verdict: AlertVerdict; readonly reading: AlertReading };
