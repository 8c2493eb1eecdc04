"use client";

import { DropdownMenu } from "radix-ui";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { SavedView } from "@/lib/domain/saved-view";
import type { MutationOutcome } from "@/lib/domain/workspace-change";
import { casesSearch } from "@/lib/view/cases-query";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { MenuHeading } from "../ui/menu-heading";
import { menuItemClasses } from "../ui/menu-item-classes";
import { useCasesNavigation } from "./cases-navigation";
import type { SavedViewActions } from "./saved-view-actions";
import { SaveViewDialog } from "./save-view-dialog";

type SavedViewsProps = { views: readonly SavedView[]; actions: SavedViewActions };

/** The views that people saved: to open, to take away, and this one to be saved. */
export function SavedViews({ views, actions }: SavedViewsProps) {
  const { query } = useCasesNavigation();
  const [isSaving, setSaving] = useState(false);
  const search = casesSearch(query);
  return (
    <>
      <Menu label="Views" align="end">
        <DropdownMenu.Item
          className={menuItemClasses}
          onSelect={() => {
            setSaving(true);
          }}
        >
          Save this view…
        </DropdownMenu.Item>
        <MenuHeading label={views.length === 0 ? "Nothing saved yet" : "Saved views"} />
        {views.map((view) => (
          <SavedViewLine
            key={view.id}
            view={view}
            isShown={view.search === search}
            onRemove={() => actions.remove({ id: view.id })}
          />
        ))}
      </Menu>
      <SaveViewDialog isOpen={isSaving} onOpenChange={setSaving} save={actions.save} />
    </>
  );
}

type SavedViewLineProps = {
  view: SavedView;
  isShown: boolean;
  onRemove: () => Promise<MutationOutcome>;
};

function SavedViewLine({ view, isShown, onRemove }: SavedViewLineProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const remove = () => {
    startTransition(async () => {
      const outcome = await onRemove();
      if (outcome.isDone) router.refresh();
      else setProblem(outcome.sentence);
    });
  };
  const href = view.search === "" ? view.path : `${view.path}?${view.search}`;
  return (
    <DropdownMenu.Group>
      <div className="flex items-center">
        <DropdownMenu.Item className={`${menuItemClasses} min-w-0 flex-1`} asChild>
          <Link href={href} prefetch={false}>
            <span className="grid w-3.5 flex-none place-items-center">
              {isShown ? <Icon name="pass" isBold /> : null}
            </span>
            <span className="truncate" title={view.name}>
              {view.name}
            </span>
          </Link>
        </DropdownMenu.Item>
        <DropdownMenu.Item
          className={`${menuItemClasses} flex-none text-text-faint`}
          aria-label={`Remove the view ${view.name}`}
          title="Remove this view"
          disabled={isPending}
          onSelect={(event) => {
            event.preventDefault();
            remove();
          }}
        >
          <Icon name="fail" />
        </DropdownMenu.Item>
      </div>
      {problem === null ? null : (
        <p role="alert" className="px-2 pb-1 text-secondary text-fail">
          {problem}
        </p>
      )}
    </DropdownMenu.Group>
  );
}
