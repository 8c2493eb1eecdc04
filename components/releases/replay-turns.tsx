import type { Interaction } from "@/lib/domain/case/case";
import { formatCounted } from "@/lib/format/format";
import type { MessageView } from "@/lib/pages/case/case-page-model";
import type {
  ContactPairView,
  ReplayItemModel,
  TurnPairView,
} from "@/lib/pages/releases/item-model";
import { foldTurns } from "@/lib/pages/releases/fold-turns";
import { ContactHeading } from "../case/contact-heading";
import { MessageItem } from "../case/message-item";
import { MaskedText } from "../ui/masked-text";
import { StatusBadge } from "../ui/status-badge";

/** Both conversations by contact, turn beside turn; where they part is marked. */
export function ReplayTurns({ model }: { model: ReplayItemModel }) {
  const { contacts, candidate, baseline } = model;
  const names = { candidate: candidate.name, baseline: baseline?.name ?? null };
  return (
    <section aria-labelledby="turns" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h2 id="turns" className="font-semibold">
        Turn by turn
      </h2>
      {contacts.length === 0 ? (
        <p className="text-text-faint">No words of these replays reached us.</p>
      ) : null}
      {contacts.map((contact, at) => (
        <Contact key={contact.anchor} contact={contact} number={at + 1} names={names} />
      ))}
    </section>
  );
}

/** `baseline` null: there is one column. */
type Names = { readonly candidate: string; readonly baseline: string | null };

function columns({ baseline }: Names): string {
  return baseline === null
    ? "grid grid-cols-[minmax(0,1fr)]"
    : "grid grid-cols-[minmax(0,1fr)] roomy:grid-cols-2 roomy:divide-x divide-border";
}

type ContactProps = { contact: ContactPairView; number: number; names: Names };

function Contact({ contact, number, names }: ContactProps) {
  const { anchor, candidate, baseline, difference, isParting, turns } = contact;
  return (
    <section
      id={anchor}
      aria-label={`Contact ${String(number)}`}
      className="scroll-mt-2 rounded-card border border-border bg-panel"
    >
      {difference === "" ? null : (
        <Difference words={`Contact ${String(number)}: ${difference}`} isParting={isParting} />
      )}
      <header className={columns(names)}>
        <ContactSide name={names.candidate} interaction={candidate} />
        {names.baseline === null ? null : (
          <ContactSide name={names.baseline} interaction={baseline} />
        )}
      </header>
      {foldTurns(turns).map((stretch, at) =>
        stretch.isFolded ? (
          <details key={at} className="border-t border-border">
            <summary className="cursor-pointer px-4 py-2 text-secondary text-text-muted hover:bg-hover">
              {formatCounted(stretch.turns.length, "turn")} in which nothing differs
            </summary>
            <TurnList turns={stretch.turns} names={names} />
          </details>
        ) : (
          <TurnList key={at} turns={stretch.turns} names={names} />
        ),
      )}
    </section>
  );
}

function TurnList({ turns, names }: { turns: readonly TurnPairView[]; names: Names }) {
  return (
    <ol>
      {turns.map((turn) => (
        <TurnRow key={turn.anchor} turn={turn} names={names} />
      ))}
    </ol>
  );
}

function ContactSide({ name, interaction }: { name: string; interaction: Interaction | null }) {
  return (
    <div className="grid min-w-0 gap-0.5 px-4 py-2">
      <p className="text-secondary text-text-faint [overflow-wrap:anywhere]">{name}</p>
      {interaction === null ? (
        <p className="text-text-faint">no such contact</p>
      ) : (
        <h3>
          <ContactHeading interaction={interaction} />
        </h3>
      )}
    </div>
  );
}

function Difference({ words, isParting }: { words: string; isParting: boolean }) {
  return isParting ? (
    <p className="flex flex-wrap items-center gap-x-2 border-b border-border bg-warn-wash px-4 py-1 text-secondary [overflow-wrap:anywhere]">
      <StatusBadge tone="warn" label="They part here" variant="bare" />
      <span className="first-letter:uppercase">
        <MaskedText text={words} />
      </span>
    </p>
  ) : (
    <p className="px-4 pt-1 text-secondary text-text-muted [overflow-wrap:anywhere] first-letter:uppercase">
      <MaskedText text={words} />
    </p>
  );
}

function TurnRow({ turn, names }: { turn: TurnPairView; names: Names }) {
  const { number, anchor, candidate, baseline, difference, isParting } = turn;
  return (
    <li id={anchor} className="scroll-mt-2 border-t border-border">
      {difference === "" ? null : (
        <Difference words={`Turn ${String(number)}: ${difference}`} isParting={isParting} />
      )}
      <div className={columns(names)}>
        <TurnSide name={names.candidate} view={candidate} number={number} />
        {names.baseline === null ? null : (
          <TurnSide name={names.baseline} view={baseline} number={number} />
        )}
      </div>
    </li>
  );
}

type TurnSideProps = { name: string; view: MessageView | null; number: number };

function TurnSide({ name, view, number }: TurnSideProps) {
  return (
    <div className="min-w-0">
      <p className="px-4 pt-1 text-axis text-text-faint [overflow-wrap:anywhere] roomy:sr-only">
        {name}, turn {number}
      </p>
      {view === null ? (
        <p className="px-4 py-1.5 text-text-faint">–</p>
      ) : (
        <ul>
          <MessageItem view={view} />
        </ul>
      )}
    </div>
  );
}
