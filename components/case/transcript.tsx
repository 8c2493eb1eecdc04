import { Fragment } from "react";
import {
  contactAnchor,
  type CasePageModel,
  type ContactView,
} from "@/lib/pages/case/case-page-model";
import { caseViewHref, messagesPerPage } from "@/lib/pages/case/url";
import { paginate } from "@/lib/format/address/paginate";
import { formatCounted, formatDuration } from "@/lib/format/format";
import { OutsideLinks } from "@/components/layout/outside-links";
import { Pager } from "@/components/ui/pager";
import { Instant } from "../ui/instant";
import { InlineAlert } from "../ui/inline-alert";
import { ContactHeading } from "./contact-heading";
import { HandoffLine } from "./handoff-line";
import { MessageItem } from "./message-item";
import { transcript as words } from "@/lib/pages/case/words/transcript";

const longFrom = 200;

/** The transcript by contact, with handoffs in their places. */
export function Transcript({ model }: { model: CasePageModel }) {
  const { contacts, messages } = model;
  if (contacts.length === 0) {
    return (
      <p className="text-text-faint">{model.mergedInto === null ? words.none : words.merged}</p>
    );
  }
  return (
    <div
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
      data-long={messages > longFrom ? "" : undefined}
    >
      <TranscriptPager model={model} label={words.pagesAbove} />
      {contacts.map((contact) => (
        <Fragment key={contact.interaction.ordinal}>
          {contact.arrivals.map((view) => (
            <div key={view.handoff.ordinal} className="px-4 py-0.5">
              <HandoffLine view={view} />
            </div>
          ))}
          <Contact contact={contact} />
        </Fragment>
      ))}
      <TranscriptPager model={model} label={words.pagesBelow} />
    </div>
  );
}

type TranscriptPagerProps = { model: CasePageModel; label: string };

function TranscriptPager({ model, label }: TranscriptPagerProps) {
  const { caseId, query, messages } = model;
  if (messages <= messagesPerPage) return null;
  const shown = { page: query.page, pageSize: messagesPerPage, total: messages };
  const hrefOf = (page: number) => caseViewHref(caseId, { ...query, page });
  return <Pager label={label} pagination={paginate(shown, hrefOf)} />;
}

function Contact({ contact }: { contact: ContactView }) {
  const { interaction, messages, changes, openIn } = contact;
  const anchor = contactAnchor(interaction.ordinal);
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title ${anchor}-time`}
      className="scroll-mt-2 rounded-card border border-border bg-panel pb-2"
    >
      <header className="sticky top-0 z-1 grid gap-0.5 rounded-t-card border-b border-border bg-panel px-4 py-2">
        <h3 id={`${anchor}-title`}>
          <ContactHeading interaction={interaction} />
        </h3>
        <p id={`${anchor}-time`} className="text-secondary text-text-faint">
          <Instant atUs={interaction.startUs} style="weekday" />,{" "}
          {formatDuration(interaction.endUs - interaction.startUs)},{" "}
          {formatCounted(interaction.messageCount, "message")}
        </p>
        {openIn === null ? null : (
          <p className="flex flex-wrap gap-x-3 text-secondary">
            <OutsideLinks
              links={openIn.links}
              note={openIn.traces === 1 ? undefined : words.firstOf(openIn.traces)}
            />
          </p>
        )}
      </header>
      <MissingWords contact={contact} />
      <ol className="pt-1.5">
        {messages.map((view) => (
          <Fragment key={view.message.ordinal}>
            {changes
              .filter(({ handoff }) => handoff.atMessage === view.message.ordinal)
              .map((change) => (
                <li
                  key={change.handoff.ordinal}
                  className="mx-4 my-1 border-y border-dashed border-border-strong py-1"
                >
                  <HandoffLine view={change} />
                </li>
              ))}
            <MessageItem view={view} />
          </Fragment>
        ))}
      </ol>
    </section>
  );
}

function MissingWords({ contact }: { contact: ContactView }) {
  const { interaction, messages, isElsewhere, href } = contact;
  if (isElsewhere) {
    return (
      <p className="px-4 pt-2">
        <a className="text-link hover:underline" href={href}>
          {words.elsewhere}
        </a>
      </p>
    );
  }
  if (interaction.strippedCount > 0) {
    return (
      <div className="px-4 pt-2">
        <InlineAlert>{words.stripped(interaction.strippedCount)}</InlineAlert>
      </div>
    );
  }
  if (messages.length > 0) return null;
  return <p className="px-4 pt-2 text-text-faint">{words.noneOfContact}</p>;
}
