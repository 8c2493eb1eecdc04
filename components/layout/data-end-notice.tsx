import { formatInstant } from "@/lib/format/format";

/** Above each page where nothing came for a week: the instant as of which cases are shown. @param endUs it, µs since 1970 */
export function DataEndNotice({ endUs }: { endUs: number }) {
  return (
    <p className="text-secondary text-text-muted">
      These data end on {formatInstant(endUs, "minute")}. Cases are shown as they stood then.
    </p>
  );
}
