import type { ContactStyle, NoteActs } from "@/lib/domain/case/contact-style";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { EscalationReason } from "@/lib/domain/case/escalation-reason";
import type { HandoffFacts } from "@/lib/domain/case/handoff-facts";
import type { PacketAtHandoff } from "@/lib/domain/case/handoff-packet";

/** Findings in a derived case's text, as its row counts them. */
export type CaseFindings = {
  /** One entry per handoff, in order. */
  readonly facts: readonly HandoffFacts[];
  readonly packets: readonly PacketAtHandoff[];
  readonly promises: readonly CasePromise[];
  /** One entry per interaction, in order; null where no AI agent spoke. */
  readonly styles: readonly (ContactStyle | null)[];
  /** One entry per interaction, in order. */
  readonly notes: readonly NoteActs[];
  readonly disclosures: readonly CaseDisclosure[];
  /** What the case tells its customer's other cases about disclosures. */
  readonly customerFacts: readonly CustomerFact[];
  /** One entry per interaction, in order; null where no AI agent passed the customer on. */
  readonly escalations: readonly (EscalationReason | null)[];
};

/** Of a case without findings. */
export const noFindings: CaseFindings = {
  ...{ facts: [], packets: [], promises: [], styles: [], notes: [] },
  ...{ disclosures: [], customerFacts: [], escalations: [] },
};
