"use client";

import { channels } from "@/lib/domain/trace/channel";
import type { PersonaContract } from "@/lib/domain/settings/persona-contract";
import type { Settings } from "@/lib/domain/settings/settings";
import { formatCounted } from "@/lib/format/format";
import { channelWords } from "@/lib/format/wording";
import { CheckField } from "../ui/check-field";
import { Instant } from "../ui/instant";
import { EscalationFields } from "./escalation-fields";
import { KeyList } from "./key-list";
import { countAsked, personaDraft, personaOfDraft, type PersonaDraft } from "./persona-draft";
import { RangeTable } from "./range-table";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm, type SettingsFormApi } from "./settings-form";

type PersonaFormProps = {
  settings: Settings;
  actions: SettingsActions;
  /** The contract's approver; "": not approved. */
  approver: string;
};

/** The persona contract: speech features and escalation rules. */
export function PersonaForm({ settings, actions, approver }: PersonaFormProps) {
  const { persona } = settings;
  return (
    <SettingsForm<PersonaDraft>
      title="Persona contract"
      subtitle="How AI agents are to speak and when they have to pass the customer on. Every contact that an AI agent answers is judged against the version in force; a changed contract is a new version, approved by whoever saves it."
      stored={personaDraft(persona)}
      toChange={(draft) => ({ persona: personaOfDraft(draft, persona) })}
      actions={actions}
    >
      {(form) => (
        <>
          <Approval persona={persona} approver={approver} />
          <CheckField
            label="In force: I approve these terms"
            isChecked={form.draft.isInForce}
            onChange={(isInForce) => {
              form.edit({ isInForce });
            }}
          />
          <RangeTable
            whose="Every channel"
            drafts={form.draft.attributes}
            problemAt={(name) => form.problemAt(`persona.terms.attributes.${name}`)}
            onChange={(attributes) => {
              form.edit({ attributes });
            }}
          />
          <p className="max-w-[62ch] text-secondary text-pretty text-text-faint">
            What is left empty is not asked for. Features are measured from the words alone; how
            well they agree with people is not measured.
          </p>
          <Allowances form={form} />
          <Phrases form={form} />
          <EscalationFields form={form} />
        </>
      )}
    </SettingsForm>
  );
}

type ApprovalProps = { persona: PersonaContract; approver: string };

function Approval({ persona: { version, approval }, approver }: ApprovalProps) {
  if (approval === null) {
    return (
      <p className="text-text-muted">
        No contract is in force, so nobody is judged against one.
        {version === 0 ? " Here stands a draft to begin with." : ""}
      </p>
    );
  }
  return (
    <p className="text-text-muted">
      Version {version} is in force, approved by {approver} on{" "}
      <Instant atUs={approval.atUs} style="minute" />.
    </p>
  );
}

type SectionProps = { form: SettingsFormApi<PersonaDraft> };

/** Exceptions per channel. */
function Allowances({ form: { draft, edit, problemAt } }: SectionProps) {
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1">
      <legend className="text-secondary font-semibold text-text-muted">
        Declared differences of a channel
      </legend>
      {channels.map((channel) => {
        const drafts = draft.allowances[channel];
        const count = countAsked(drafts);
        return (
          <details key={channel}>
            <summary className="min-h-6 cursor-pointer">
              {channelWords[channel]}:{" "}
              {count === 0 ? "as every channel" : formatCounted(count, "difference")}
            </summary>
            <div className="pt-1 pb-2">
              <RangeTable
                whose={channelWords[channel]}
                drafts={drafts}
                problemAt={(name) => problemAt(`persona.terms.allowances.${channel}.${name}`)}
                onChange={(changed) => {
                  edit({ allowances: { ...draft.allowances, [channel]: changed } });
                }}
              />
            </div>
          </details>
        );
      })}
    </fieldset>
  );
}

const lists = [
  { name: "bannedPhrases", label: "Phrases that must not be said", what: "phrase" },
  { name: "greetings", label: "Words of which a greeting must hold one", what: "greeting" },
  { name: "signOffs", label: "Words of which a farewell must hold one", what: "farewell" },
  { name: "prompts", label: "Approved prompts, like support@v7", what: "prompt" },
] as const;

function Phrases({ form: { draft, edit, problemAt } }: SectionProps) {
  return lists.map(({ name, label, what }) => (
    <KeyList
      key={name}
      label={label}
      what={what}
      keys={draft[name]}
      suggestions={[]}
      problem={problemAt(`persona.terms.${name}`)}
      onChange={(keys) => {
        edit({ [name]: keys });
      }}
    />
  ));
}
