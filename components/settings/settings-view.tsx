import type { ContactsOfDay, OriginalsState } from "@/lib/domain/settings/retention";
import type { Settings } from "@/lib/domain/settings/settings";
import type { SettingsSuggestions } from "@/lib/domain/settings/settings-suggestions";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { Theme } from "@/lib/format/layout/theme";
import type { DroppedParam } from "@/lib/format/address/raw-params";
import { DroppedNotice } from "../layout/dropped-notice";
import { PageHeader } from "../layout/page-header";
import { InlineAlert } from "../ui/inline-alert";
import { AliasesForm } from "./aliases-form";
import { BrowserCard } from "./browser-card";
import { CaseTypesForm } from "./case-types-form";
import { ChannelNamesForm } from "./channel-names-form";
import { CostsForm } from "./costs-form";
import { DisplayForm } from "./display-form";
import { HoursForm } from "./hours-form";
import { NoteToolsForm } from "./note-tools-form";
import { OpenInForm } from "./open-in-form";
import { PersonaForm } from "./persona-form";
import { RetentionForm } from "./retention-form";
import { ReviewDaysForm } from "./review-days-form";
import type { SettingsActions } from "./settings-actions";
import { RulesCard } from "./rules-card";
import { TimingForm } from "./timing-form";
import { WordsForm } from "./words-form";

type SettingsViewProps = {
  workspace: WorkspaceName;
  settings: Settings;
  /** Why the stored settings could not be read; null: they were. */
  problem: string | null;
  suggestions: SettingsSuggestions;
  contactsByDay: readonly ContactsOfDay[];
  originals: OriginalsState;
  nowUs: number;
  /** The persona contract's approver; "": not approved. */
  approver: string;
  theme: Theme;
  areShortcutsOff: boolean;
  dropped: readonly DroppedParam[];
  /** A key offered as the case's, to be saved; null: none. */
  caseKey: string | null;
  /** A key offered as words, to be saved; null: none. */
  wordKey: string | null;
  /** A role offered to say the speaker of; null: none. */
  role: string | null;
  actions: SettingsActions;
};

/** The Settings page; each group is saved separately. */
export function SettingsView(props: SettingsViewProps) {
  const { workspace, settings, problem, suggestions, approver, actions } = props;
  const form = { settings, actions };
  // What a link offers to save comes first.
  const { wordKey, role } = props;
  const isAboutWords = wordKey !== null || role !== null;
  const words = (
    <WordsForm
      key={`${wordKey ?? ""} ${role ?? ""}`}
      {...form}
      suggestions={suggestions.words}
      wordKey={wordKey}
      role={role}
    />
  );
  return (
    <>
      <PageHeader title="Settings">
        <p className="max-w-[74ch] text-pretty text-text-muted">
          These hold for the workspace {workspace}. A change is tried on a copy first, so that you
          see which cases it touches; saving it derives them anew.
        </p>
      </PageHeader>
      <DroppedNotice dropped={props.dropped} />
      {problem === null ? null : <InlineAlert>{problem}</InlineAlert>}
      <div key={workspace} className="grid max-w-[860px] grid-cols-[minmax(0,1fr)] gap-4">
        {isAboutWords ? words : null}
        <AliasesForm
          key={props.caseKey}
          {...form}
          suggestions={suggestions}
          caseKey={props.caseKey}
        />
        {isAboutWords ? null : words}
        <ChannelNamesForm {...form} suggestions={suggestions} />
        <CaseTypesForm {...form} suggestions={suggestions} />
        <TimingForm {...form} />
        <HoursForm {...form} />
        <CostsForm {...form} />
        <PersonaForm {...form} approver={approver} />
        <RulesCard on={settings.disclosureRules.on.length} />
        <ReviewDaysForm {...form} />
        <RetentionForm
          {...form}
          byDay={props.contactsByDay}
          originals={props.originals}
          nowUs={props.nowUs}
          hasAudit={workspace === "main"}
        />
        <NoteToolsForm {...form} />
        <OpenInForm {...form} />
        <DisplayForm {...form} />
        <BrowserCard theme={props.theme} areShortcutsOff={props.areShortcutsOff} />
      </div>
    </>
  );
}
