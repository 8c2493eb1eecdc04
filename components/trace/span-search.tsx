import Form from "next/form";
import { traceHref, type TraceQuery } from "@/lib/pages/trace/url";
import { Icon } from "../ui/icon";

type SpanSearchProps = { traceId: string; query: TraceQuery };

/** Searches spans by a GET form. */
export function SpanSearch({ traceId, query }: SpanSearchProps) {
  return (
    <Form action={traceHref(traceId)} role="search" aria-label="Find spans" scroll={false}>
      {query.spanId === null ? null : <input type="hidden" name="span" value={query.spanId} />}
      {query.list === null ? null : <input type="hidden" name="list" value={query.list} />}
      {query.tab === null ? null : <input type="hidden" name="tab" value={query.tab} />}
      <label className="flex min-h-7 items-center gap-1.5 rounded-control border border-border-strong bg-panel px-2 text-text-faint focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus max-roomy:min-h-9">
        <Icon name="search" />
        <span className="sr-only">Name, kind, tool or model of a span</span>
        <input
          key={query.text}
          className="w-32 min-w-0 bg-transparent text-text outline-none placeholder:text-text-faint"
          type="search"
          name="q"
          defaultValue={query.text}
          maxLength={200}
          placeholder="Find span"
          enterKeyHint="search"
        />
      </label>
    </Form>
  );
}
