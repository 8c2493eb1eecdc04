import type { Permission } from "@/lib/domain/people/permission";
import { changedSettings, type PlannedSettings } from "@/lib/domain/settings/changed-settings";
import { settingsSchema } from "@/lib/domain/settings/parse-settings";
import type { Settings } from "@/lib/domain/settings/settings";
import type { MutationOutcome } from "@/lib/domain/settings/workspace-change";
import { mutate } from "./mutate";

/** Somebody who changes the same member each time is waited for no longer. */
const triesMax = 5;

/**
 * `mutate` for settings. Where somebody changed the same members after they were read, the change is planned anew: the
 * later one stands, and the audit has what it replaced.
 * @param plan reads the settings in force and applies the change to them; a sentence if they could not be read
 */
export async function mutateSettings(
  permission: Permission,
  plan: () => Promise<PlannedSettings | string>,
): Promise<MutationOutcome> {
  for (let tries = 1; ; tries += 1) {
    const planned = await plan();
    if (typeof planned === "string") return invalid(planned);
    if (!planned.isValid) return invalid(planned.problems.map(({ message }) => message).join(" "));
    const { before } = planned;
    const toChange = (after: Settings) =>
      ({ kind: "settings", ...changedSettings(before, after) }) as const;
    const outcome = await mutate(permission, settingsSchema, planned.after, toChange);
    if (outcome.isDone || outcome.code !== "outdated" || tries === triesMax) return outcome;
  }
}

function invalid(sentence: string): MutationOutcome {
  return { isDone: false, code: "invalid-input", sentence };
}
