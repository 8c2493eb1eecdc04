import { DomainError } from "@/lib/domain/domain-error";
import { areUnchanged } from "@/lib/domain/settings/changed-settings";
import { changeSettings } from "@/lib/domain/settings/parse-settings";
import { maskPersona } from "@/lib/domain/settings/persona-contract";
import type { ChangeAnswer, SettingsChange } from "@/lib/domain/settings/workspace-change";
import { writeSettings } from "@/lib/store/decisions/decisions";
import { readSettingsOrDefault } from "../settings/read-settings-or-default";
import type { CaseChangeContext } from "./apply-case-change";

/**
 * Changes members of the settings in force; the others stay as they are.
 * @throws DomainError "outdated" where the members are no longer those that the audit says are replaced; "invalid-input"
 * where they contradict the others
 */
export const settingsChangeAppliers = {
  settings: async (
    { db, mask }: CaseChangeContext,
    { before, after }: SettingsChange,
  ): Promise<ChangeAnswer> => {
    const { settings: current } = await readSettingsOrDefault(db);
    if (!areUnchanged(current, before)) {
      throw new DomainError(
        "outdated",
        "Somebody changed the same settings in the same moment, so nothing was changed; do it again.",
      );
    }
    const changed = changeSettings(current, after);
    if (!changed.isValid) {
      const sentences = changed.problems.map(({ message }) => message);
      throw new DomainError("invalid-input", sentences.join(" "));
    }
    const { persona } = changed.settings;
    await writeSettings(db, { ...changed.settings, persona: maskPersona(persona, mask) });
    return { id: null };
  },
};
