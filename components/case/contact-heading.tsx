import type { Interaction } from "@/lib/domain/case/case";
import { MaskedText } from "../ui/masked-text";
import { AgentLabel } from "./agent-label";
import { ChannelLabel } from "./channel-label";
import { contactHeading } from "@/lib/pages/case/words/transcript";

const agentIdsMax = 3;

/** A contact's channel and who spoke for the company. */
export function ContactHeading({ interaction }: { interaction: Interaction }) {
  const { agentIds, agentKinds, channel, isTouchpoint } = interaction;
  const more = agentIds.length - agentIdsMax;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="font-semibold">
        <ChannelLabel channel={channel} />
      </span>
      {agentKinds.map((kind) => (
        <AgentLabel key={kind} kind={kind} />
      ))}
      {agentIds.slice(0, agentIdsMax).map((agentId) => (
        <span key={agentId} className="font-normal text-text-muted [overflow-wrap:anywhere]">
          <MaskedText text={agentId} />
        </span>
      ))}
      {more > 0 ? (
        <span className="font-normal text-text-muted">{contactHeading.moreAgents(more)}</span>
      ) : null}
      {isTouchpoint ? null : (
        <span className="text-secondary font-normal text-text-faint">
          {contactHeading.withoutCustomer}
        </span>
      )}
    </span>
  );
}
