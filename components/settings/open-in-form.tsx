"use client";

import { linkTemplatesMax, type LinkTemplate } from "@/lib/domain/settings/link-template";
import type { Settings } from "@/lib/domain/settings/settings";
import { buttonClasses } from "../ui/button-classes";
import { TextField } from "../ui/text-field";
import type { SettingsActions } from "./settings-actions";
import { SettingsForm } from "./settings-form";

type Draft = Pick<Settings, "openIn">;

/** Links from traces, spans and contacts back to the tools that they come from. */
export function OpenInForm({
  settings,
  actions,
}: {
  settings: Settings;
  actions: SettingsActions;
}) {
  return (
    <SettingsForm<Draft>
      title="Open in another tool"
      subtitle="Traces, spans and contacts then have a link to the same in the tool you trace with. {traceId}, {spanId} and {sessionId} are filled in; where one is not known, the link is left out."
      stored={{ openIn: settings.openIn }}
      toChange={({ openIn }) => ({ openIn })}
      actions={actions}
    >
      {({ draft: { openIn }, edit, problemAt }) => {
        const replace = (at: number, change: Partial<LinkTemplate>) => {
          edit({ openIn: openIn.map((each, own) => (own === at ? { ...each, ...change } : each)) });
        };
        return (
          <>
            {openIn.map(({ label, url }, at) => (
              <div
                key={at}
                role="group"
                aria-label={`Tool ${String(at + 1)}`}
                className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-3 gap-y-2 roomy:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_max-content]"
              >
                <TextField
                  label="Name"
                  value={label}
                  problem={problemAt(`openIn.${String(at)}.label`)}
                  onChange={(changed) => {
                    replace(at, { label: changed });
                  }}
                />
                <TextField
                  label="Address"
                  hint="Like https://langfuse.example.com/trace/{traceId}"
                  kind="address"
                  value={url}
                  problem={problemAt(`openIn.${String(at)}.url`)}
                  onChange={(changed) => {
                    replace(at, { url: changed });
                  }}
                />
                <button
                  type="button"
                  className={`${buttonClasses.quiet} cursor-pointer justify-self-start roomy:mt-5`}
                  onClick={() => {
                    edit({ openIn: openIn.filter((_, own) => own !== at) });
                  }}
                >
                  Remove<span className="sr-only"> {label === "" ? "the tool" : label}</span>
                </button>
              </div>
            ))}
            {openIn.length === linkTemplatesMax ? null : (
              <div>
                <button
                  type="button"
                  className={`${buttonClasses.default} cursor-pointer`}
                  onClick={() => {
                    edit({ openIn: [...openIn, { label: "", url: "" }] });
                  }}
                >
                  Add a tool
                </button>
              </div>
            )}
          </>
        );
      }}
    </SettingsForm>
  );
}
