import Link from "next/link";
import type { ReactNode } from "react";
import { identitySourceWords } from "@/lib/format/wording";
import type { SpanPanel } from "@/lib/pages/trace/trace-page-model";
import { MaskedText } from "../ui/masked-text";
import { LongText } from "./long-text";

const listLook =
  "grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1 text-secondary [overflow-wrap:anywhere]";

/** A span's ids with their sources, then all its attributes. */
export function SpanAttributes({ panel }: { panel: SpanPanel }) {
  const { belongs, attributes, links } = panel;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {belongs.length === 0 ? null : (
        <section className="grid gap-1.5">
          <h3 className="font-semibold">Belongs to</h3>
          <dl className={listLook}>
            {belongs.map(({ label, value, from }) => (
              <Row key={label} label={label}>
                <MaskedText text={value} />{" "}
                <span className="text-text-faint">from {identitySourceWords[from]}</span>
              </Row>
            ))}
          </dl>
        </section>
      )}
      {attributes.map(({ title, rows }, index) => (
        <section key={index} className="grid gap-1.5">
          <h3 className="font-semibold [overflow-wrap:anywhere]">
            <MaskedText text={title} />
          </h3>
          <dl className={listLook}>
            {rows.map(({ key, value }) => (
              <Row key={key} label={key} isMono>
                <LongText shown={value} />
              </Row>
            ))}
          </dl>
        </section>
      ))}
      {links.length === 0 ? null : (
        <section className="grid gap-1.5">
          <h3 className="font-semibold">Linked spans</h3>
          <ul className="text-secondary [overflow-wrap:anywhere]">
            {links.map(({ label, href }) => (
              <li key={label}>
                <Link className="font-mono text-link hover:underline" href={href} prefetch={false}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

type RowProps = { label: string; isMono?: boolean; children: ReactNode };

function Row({ label, isMono = false, children }: RowProps) {
  return (
    <>
      <dt
        className={isMono ? "font-mono text-axis leading-4.5 text-text-muted" : "text-text-muted"}
      >
        {label}
      </dt>
      <dd className="max-h-60 overflow-auto whitespace-pre-wrap">{children}</dd>
    </>
  );
}
