import { Suspense, type ReactNode } from "react";
import { cookies } from "next/headers";
import { ReadingCases } from "@/components/layout/reading-cases";
import { Shell } from "@/components/layout/shell";
import { DisplayZoneProvider } from "@/components/ui/display-zone-provider";
import { currentViewer } from "@/lib/auth/current-viewer";
import { setupNotice } from "@/lib/auth/deployment";
import { may } from "@/lib/domain/people/permission";
import { hasOneSidedCasesOnly, isCaseless } from "@/lib/analytics/load/has-spans";
import { readCaselessSpans, readUnreadWords } from "@/lib/pipeline/settings/settings-page";
import { loadDefaultSearches } from "@/lib/analytics/load/saved-views";
import { navigationOf } from "@/lib/format/layout/navigation";
import { takenOverBy } from "@/lib/pages/taken-over";
import { parseTheme, themeCookieName } from "@/lib/format/layout/theme";
import { askReader } from "@/lib/pipeline/reader/reader-client";
import { shownWorkspace } from "./shown-workspace";

/** The frame around every page; without a viewer the page alone. */
export async function Frame({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (viewer === null) return children;
  const theme = parseTheme((await cookies()).get(themeCookieName)?.value);
  const { name, path, hasOwnSpans, hasDemo, displayZone, asOfUs, hasEnded } =
    await shownWorkspace();
  // Where the reader does not answer, the page says so.
  const reading = await askReader("casesBeingRead", { path, scope: viewer.scope }).catch(
    () => null,
  );
  const caseless = (await isCaseless(path)) ? await readCaselessSpans(name) : null;
  const unread = (await hasOneSidedCasesOnly(path)) ? await readUnreadWords(name) : null;
  const searches = await loadDefaultSearches(path, viewer.role);
  return (
    <DisplayZoneProvider zone={displayZone}>
      <Shell
        workspace={name}
        hasOwnSpans={hasOwnSpans && !viewer.isDemo}
        hasDemo={hasDemo && !viewer.isDemo}
        theme={theme}
        viewer={{ name: viewer.name, role: viewer.role, isDemo: viewer.isDemo }}
        navigation={navigationOf(viewer, searches, takenOverBy)}
        setupNotice={setupNotice(viewer, process.env)}
        endUs={hasEnded ? asOfUs : null}
        caseless={caseless}
        unread={unread}
        mayChange={may(viewer, "settings")}
      >
        {reading === null ? (
          children
        ) : (
          <Suspense fallback={<ReadingCases count={reading} />}>{children}</Suspense>
        )}
      </Shell>
    </DisplayZoneProvider>
  );
}
