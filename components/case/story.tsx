import type { ContactView, HandoffView } from "@/lib/view/case-page-model";
import { formatDuration } from "@/lib/view/format";
import { ScoreList } from "../score/score-list";
import { Instant } from "../ui/instant";
import { ContactHeading } from "./contact-heading";
import { HandoffLine } from "./handoff-line";

/** The case as an ordered list: its contacts and the handoffs between them, with their scores. */
export function Story({ contacts }: { contacts: readonly ContactView[] }) {
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)]">
      {contacts.flatMap((contact) => [
        ...contact.arrivals.map((view) => <HandoffItem key={handoffKey(view)} view={view} />),
        <ContactItem key={contact.interaction.ordinal} contact={contact} />,
        ...contact.changes.map((view) => <HandoffItem key={handoffKey(view)} view={view} />),
      ])}
    </ol>
  );
}

function handoffKey({ handoff }: HandoffView): string {
  return `handoff ${handoff.ordinal}`;
}

function HandoffItem({ view }: { view: HandoffView }) {
  return (
    <li className="grid gap-1.5 border-t border-border bg-sunken px-4 py-2">
      <HandoffLine view={view} />
      <ScoreList scores={view.scores} />
    </li>
  );
}

function ContactItem({ contact: { interaction, scores, href } }: { contact: ContactView }) {
  return (
    <li className="grid gap-1.5 border-t border-border px-4 py-2.5">
      <a className="grid gap-0.5 hover:underline" href={href}>
        <ContactHeading interaction={interaction} />
        <span className="text-secondary text-text-faint">
          <Instant atUs={interaction.startUs} style="minute" />,{" "}
          {formatDuration(interaction.endUs - interaction.startUs)}
        </span>
      </a>
      <ScoreList scores={scores} />
    </li>
  );
}
