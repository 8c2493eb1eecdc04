import type { ReactNode } from "react";
import { displayZone } from "@/lib/format/format";
import type { Theme } from "@/lib/format/layout/theme";
import { roleNames, type Role } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { NavigationEntry } from "@/lib/format/layout/navigation";
import { IconSprite } from "../ui/icon-sprite";
import { Brand } from "./brand";
import type { CaselessSpans, UnreadWords } from "@/lib/domain/settings/settings-suggestions";
import { CaselessNotice } from "./caseless-notice";
import { DataEndNotice } from "./data-end-notice";
import { DemoBanner } from "./demo-banner";
import { MainNavigation } from "./main-navigation";
import { SetupNotice } from "./setup-notice";
import { ShortcutHelp } from "./shortcut-help";
import { ThemeToggle } from "./theme-toggle";
import { UnreadNotice } from "./unread-notice";
import { ViewerBox } from "./viewer-box";
import { WorkspaceSwitch } from "./workspace-switch";

type ShellProps = {
  workspace: WorkspaceName;
  hasOwnSpans: boolean;
  /** Whether a demo workspace exists. */
  hasDemo: boolean;
  theme: Theme;
  viewer: { name: string; role: Role; isDemo: boolean };
  navigation: readonly NavigationEntry[];
  /** Problems of the server's setup that this viewer may fix; null: none. */
  setupNotice: string | null;
  /** Spans without any case; null: there are cases. */
  caseless: CaselessSpans | null;
  /** Text that nothing reads; null: customers speak in cases, or there are none. */
  unread: UnreadWords | null;
  /** Whether the viewer may change how spans are read. */
  mayChange: boolean;
  /** Where the data have ended, microseconds since 1970; null: they go on. */
  endUs: number | null;
  children: ReactNode;
};

/** The frame of every page: navigation beside it, or above it on narrow screens. */
export function Shell(props: ShellProps) {
  const {
    workspace,
    hasOwnSpans,
    hasDemo,
    theme,
    viewer,
    navigation,
    setupNotice,
    caseless,
    unread,
    mayChange,
    endUs,
    children,
  } = props;
  return (
    <div className="grid min-h-dvh roomy:grid-cols-[184px_minmax(0,1fr)] max-roomy:grid-rows-[auto_1fr] max-roomy:grid-cols-[minmax(0,1fr)]">
      <a
        className="sr-only z-10 rounded-control bg-action px-3 py-1.5 text-action-text focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
        href="#main"
      >
        Skip to the content
      </a>
      <IconSprite />
      <header className="border-border bg-sunken roomy:border-r max-roomy:border-b">
        <div className="flex gap-0.5 roomy:sticky roomy:top-0 roomy:max-h-dvh roomy:min-h-[min(100dvh,720px)] roomy:flex-col roomy:px-2 roomy:pt-4 roomy:pb-3 max-roomy:flex-wrap max-roomy:items-center max-roomy:gap-2 max-roomy:px-3 max-roomy:py-2">
          <Brand href="/" />
          <MainNavigation entries={navigation} />
          <div className="grid gap-2 roomy:mt-auto max-roomy:contents">
            <p className="px-2 text-axis text-text-faint max-roomy:hidden">
              Workspace {workspace}
              <br />
              Times in {displayZone()}
            </p>
            <ShortcutHelp />
            <div className="grid gap-2 max-roomy:order-1 max-roomy:flex max-roomy:w-full max-roomy:justify-between">
              {hasDemo ? <WorkspaceSwitch shown={workspace} /> : null}
              <ThemeToggle initial={theme} />
            </div>
            <div className="min-w-0 max-roomy:ml-auto">
              <ViewerBox
                name={viewer.name}
                roleName={roleNames[viewer.role]}
                isDemo={viewer.isDemo}
              />
            </div>
          </div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="grid w-full max-w-[1240px] min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4 px-6 pt-5 pb-10 outline-none max-roomy:px-3 max-roomy:pt-4"
      >
        {setupNotice === null ? null : <SetupNotice sentence={setupNotice} />}
        {workspace === "demo" ? (
          <DemoBanner hasOwnSpans={hasOwnSpans} isVisitor={viewer.isDemo} />
        ) : null}
        {caseless === null ? null : <CaselessNotice caseless={caseless} mayChange={mayChange} />}
        {unread === null ? null : <UnreadNotice unread={unread} mayChange={mayChange} />}
        {endUs === null ? null : <DataEndNotice endUs={endUs} />}
        {children}
      </main>
    </div>
  );
}
