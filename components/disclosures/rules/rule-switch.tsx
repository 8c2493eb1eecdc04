"use client";

import { EffectPanel } from "@/components/settings/effect-panel";
import { useSettingsChange } from "@/components/settings/use-settings-change";
import { buttonClasses } from "@/components/ui/button-classes";
import type { RuleActions } from "./rule-actions";
import { RuleProblems } from "./rule-problems";

type RuleSwitchProps = { rule: string; isOn: boolean; actions: RuleActions };

/** Turns a rule on or off, after a preview. */
export function RuleSwitch({ rule, isOn, actions }: RuleSwitchProps) {
  const change = useSettingsChange(actions, { kind: "turned", rule, isOn: !isOn });
  const { step } = change;
  const isIdle = step.at === "editing" || (step.at === "saved" && step.state?.status === "done");
  return (
    <div className="grid gap-2">
      {isIdle ? (
        <button
          type="button"
          className={`${buttonClasses.default} cursor-pointer justify-self-start`}
          onClick={change.preview}
        >
          Turn {isOn ? "off" : "on"}: show the effect
        </button>
      ) : null}
      <RuleProblems problems={step.at === "refused" ? step.problems : []} />
      <EffectPanel change={change} about="rules" />
    </div>
  );
}
