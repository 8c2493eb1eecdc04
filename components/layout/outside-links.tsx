import type { OutsideLink } from "@/lib/domain/settings/link-template";

type OutsideLinksProps = {
  links: readonly OutsideLink[];
  /** Which of several it opens: "first of 3 traces"; absent: there is one. */
  note?: string | undefined;
};

/** Links back to the tools that a trace comes from, each in a tab of its own. */
export function OutsideLinks({ links, note }: OutsideLinksProps) {
  return links.map(({ label, href }) => (
    <a
      key={label}
      className="inline-flex min-h-6 items-center text-link [overflow-wrap:anywhere] hover:underline print:hidden"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
    >
      Open in {label}
      {note === undefined ? null : ` (${note})`}
      <span className="sr-only">, in a new tab</span>
    </a>
  ));
}
