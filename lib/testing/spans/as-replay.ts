import type { OtlpRequest } from "./otlp";

type KeyValues = { readonly key: string; readonly value: { readonly stringValue: string } }[];

/**
 * Requests as a replay sends them: what it replays is on the resource.
 * @param traces put before each trace id's last digits, so that replays have traces of their own; "": the same traces
 */
export function asReplay(
  requests: readonly OtlpRequest[],
  of: {
    readonly run: string;
    readonly item: string;
    readonly release?: string;
    readonly cohort?: string;
    readonly repeat?: string;
  },
  traces: string,
): readonly OtlpRequest[] {
  const { run, item, release, cohort, repeat } = of;
  const stated = Object.entries({
    "throughline.run": run,
    "throughline.cohort.item": item,
    "throughline.cohort": cohort,
    "throughline.cohort.repeat": repeat,
    release,
  }).flatMap(([key, value]): KeyValues => {
    return value === undefined ? [] : [{ key, value: { stringValue: value } }];
  });
  return requests.map(({ resourceSpans }) => ({
    resourceSpans: resourceSpans.map((given) => {
      const { resource, ...rest } = JSON.parse(
        JSON.stringify(given).replaceAll(
          /"traceId":"([0-9a-f]{32})"/g,
          (_, id: string) => `"traceId":"${traces}${id.slice(traces.length)}"`,
        ),
      ) as { readonly resource: { readonly attributes: KeyValues } };
      return { ...rest, resource: { attributes: [...resource.attributes, ...stated] } };
    }),
  }));
}
