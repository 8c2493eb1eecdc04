import Link from "next/link";
import { metricsHref, type MetricsQuery } from "@/lib/analytics/filter/metrics-query";
import { buttonClasses } from "../ui/button-classes";
import { metricSearch } from "@/lib/pages/metrics/words";

/** Searches the metrics by a GET form; works without JavaScript. */
export function MetricSearch({ query }: { query: MetricsQuery }) {
  const { cases, text } = query;
  const whole = metricsHref({ text: "", cases });
  const others = [...new URLSearchParams(whole.split("?")[1])];
  return (
    // Remounts the form when the address changes: uncontrolled fields keep what was typed.
    <form
      key={text}
      role="search"
      className="flex flex-wrap items-end gap-2 print:hidden"
      action="/metrics"
    >
      {others.map(([name, value]) => (
        <input key={name} type="hidden" {...{ name, value }} />
      ))}
      <label className="grid min-w-0 flex-[0_1_320px] gap-1 text-secondary font-semibold text-text-muted">
        {metricSearch.label}
        <input
          name="q"
          type="search"
          maxLength={200}
          defaultValue={text}
          className="min-h-7 w-full min-w-0 rounded-control border border-border-strong bg-panel px-2 font-normal text-text max-roomy:min-h-9"
        />
      </label>
      <button type="submit" className={`${buttonClasses.default} cursor-pointer`}>
        {metricSearch.submit}
      </button>
      {text === "" ? null : (
        <Link className={buttonClasses.quiet} href={whole}>
          {metricSearch.clear}
        </Link>
      )}
    </form>
  );
}
