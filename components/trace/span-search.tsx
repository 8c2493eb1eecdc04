import Form from "next/form";
import { traceHref, type TraceQuery } from "@/lib/pages/trace/url";
import { SearchField } from "../filters/search-field";

type SpanSearchProps = { traceId: string; query: TraceQuery };

/** Searches spans by a GET form. */
export function SpanSearch({ traceId, query }: SpanSearchProps) {
  return (
    <Form action={traceHref(traceId)} role="search" aria-label="Find spans" scroll={false}>
      {query.spanId === null ? null : <input type="hidden" name="span" value={query.spanId} />}
      {query.list === null ? null : <input type="hidden" name="list" value={query.list} />}
      {query.tab === null ? null : <input type="hidden" name="tab" value={query.tab} />}
      <SearchField
        label="Name, kind, tool or model of a span"
        placeholder="Find span"
        name="q"
        value={query.text}
        width="narrow"
      />
    </Form>
  );
}
