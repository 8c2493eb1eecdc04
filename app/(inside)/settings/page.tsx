import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ReadError } from "@/components/layout/read-error";
import { SettingsView } from "@/components/settings/settings-view";
import { loadActorNames } from "@/lib/auth/actor-names";
import { requireViewer } from "@/lib/auth/require-viewer";
import { readSettingsPage } from "@/lib/pipeline/settings/settings-page";
import { settingsCodec } from "@/lib/pages/settings/url";
import type { PageProps } from "@/lib/format/address/raw-params";
import { areShortcutsOff } from "@/lib/format/layout/shortcuts";
import { parseTheme, themeCookieName } from "@/lib/format/layout/theme";
import { nowUs } from "@/lib/clock/server";
import { readOrReport } from "../../read-or-report";
import { shownWorkspace } from "../../shown-workspace";
import { cancelChange, getPreviewStatus, previewChange, saveChange } from "./actions";

export const metadata: Metadata = { title: "Settings" };

/** The Settings page. */
export default async function SettingsPage({ searchParams }: PageProps) {
  await requireViewer("settings");
  const { query, dropped } = settingsCodec.parse(await searchParams);
  const { name } = await shownWorkspace();
  const kept = await cookies();
  const read = await readOrReport("settings", async () => {
    const page = await readSettingsPage(name);
    const by = page.settings.persona.approval?.by ?? "";
    return { ...page, approver: (await loadActorNames()).get(by) ?? by };
  });
  if (read.isRead) {
    return (
      <SettingsView
        {...read.value}
        workspace={name}
        nowUs={nowUs()}
        theme={parseTheme(kept.get(themeCookieName)?.value)}
        areShortcutsOff={areShortcutsOff(kept.toString())}
        dropped={dropped}
        caseKey={query.caseKey}
        wordKey={query.wordKey}
        role={query.role}
        actions={{
          onPreview: previewChange,
          onPoll: getPreviewStatus,
          onCancel: cancelChange,
          onSave: saveChange,
        }}
      />
    );
  }
  return (
    <ReadError
      page="Settings"
      title="The settings could not be read."
      detail="Nothing is changed, and cases are derived as before. The other pages may still work."
      retryHref="/settings"
      requestId={read.requestId}
    />
  );
}
