import Link from "next/link";
import type { CohortItemView, RecordView } from "@/lib/pages/cohorts/cohort-item-model";
import { ChannelLabel } from "../case/channel-label";
import { MaskedText } from "../ui/masked-text";

/** What is replayed of a case of a cohort: what the customer says, the scenario, and what it was made of. */
export function CohortItemContents({ item }: { item: CohortItemView }) {
  const { source, cluster, situation, opening, records, actions } = item;
  return (
    <dl className="grid max-w-[110ch] gap-x-4 gap-y-2 px-4 pt-1 pb-3 roomy:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="text-text-muted">Customer says</dt>
      <dd>
        {opening.length === 0 ? (
          <span className="text-text-faint">Nothing is kept of what the customer said.</span>
        ) : (
          <ol className="grid gap-2">
            {opening.map(({ channel, text }, at) => (
              <li key={at} className="grid gap-0.5">
                <ChannelLabel channel={channel} />
                <p className="[overflow-wrap:anywhere] whitespace-pre-wrap">
                  <MaskedText text={text} />
                </p>
              </li>
            ))}
          </ol>
        )}
      </dd>
      {actions === null ? null : (
        <Entry
          name="Expected actions"
          text={actions.length === 0 ? "Nothing is changed" : actions.join("\n")}
        />
      )}
      {situation === "" ? null : <Entry name="Situation" text={situation} />}
      {records.map((record) => (
        <RecordEntry key={record.kind} record={record} />
      ))}
      {cluster === "" ? null : <Entry name="Customer or scenario" text={cluster} />}
      <dt className="text-text-muted">Made of</dt>
      <dd>
        {source === null ? (
          "a file"
        ) : (
          <Link
            className="inline-flex min-h-6 items-center font-mono text-secondary [overflow-wrap:anywhere] text-link hover:underline"
            href={source.href}
            prefetch={false}
          >
            <MaskedText text={source.caseId} />
          </Link>
        )}
      </dd>
    </dl>
  );
}

function Entry({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt className="text-text-muted">{name}</dt>
      <dd className="[overflow-wrap:anywhere] whitespace-pre-wrap">
        <MaskedText text={text} />
      </dd>
    </>
  );
}

function RecordEntry({ record: { kind, name, fields } }: { record: RecordView }) {
  return (
    <>
      <dt className="text-text-muted">{kind}</dt>
      <dd className="grid gap-0.5 [overflow-wrap:anywhere]">
        <span>
          <MaskedText text={name} />
        </span>
        {fields.map((field) => (
          <span key={field.name} className="text-secondary">
            <span className="text-text-muted">{field.name}: </span>
            <MaskedText text={field.text} />
          </span>
        ))}
      </dd>
    </>
  );
}
